"""The presiding's script: every sentence in the order of the sitting, large, with room for notes beside it."""

from collections.abc import Iterator

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer, Table, TableStyle

from assembly_desk.documents.fonts import register_fonts
from assembly_desk.documents.page import Paper
from assembly_desk.documents.phrases import BLANK, Phrases
from assembly_desk.documents.requisites import date_number_place, labelled, plain, titled
from assembly_desk.documents.styles import (
    HAIRLINE,
    HEADING,
    SAID,
    SMALL,
    WIDTH,
    italic,
    para,
)
from assembly_desk.domain.text import Person, Text
from assembly_desk.projections.script_sheet import Saying, ScriptPart, ScriptSheet, Value
from assembly_desk.wording.words import Language, fill

_NUMBER, _NOTES = 8 * mm, 48 * mm
_GAP = 4 * mm
_LONG_BLANK = ("text", "items", "title", "reason", "name", "place", "form")


def script(sheet: ScriptSheet, language: Language = "kk") -> Paper:
    """The script of the sitting; what only the hall can tell is a blank."""
    register_fonts()
    words = Phrases(sheet.head, language)
    say = words.say
    paper = Paper(sheet.head, language, f"{say('document.script')}: {words.sitting}")
    paper.story += titled(words, say("paper.script"))
    paper.story += date_number_place(words, "")
    if sheet.presiding is not None:
        paper.story.append(labelled(words.named("paper.presiding", sheet.presiding)))
    paper.story.append(_row("", "", para(SMALL, italic(say("paper.script-notes")))))
    for part in sheet.parts:
        paper.story += _part(words, part)
    return paper


def _part(words: Phrases, part: ScriptPart) -> Iterator[Flowable]:
    if part.line is not None:
        heading = f"{part.line.number}. {words.text(part.line.title)}"
    else:
        key = "document.agenda" if part.kind == "agenda" else f"paper.script-{part.kind}"
        heading = words.say(key)
    yield para(HEADING, heading)
    for number, saying in enumerate(part.sayings, 1):
        case = [italic(f"{words.say(f'paper.if-{saying.when}')} ")] if saying.when else []
        yield _row(para(SMALL, str(number)), para(SAID, *case, _said(words, saying)), "")
    yield Spacer(0, 3 * mm)


def _row(number: Flowable | str, said: Flowable | str, notes: Flowable | str) -> Flowable:
    return Table(
        [[number, said, notes]],
        colWidths=[_NUMBER, WIDTH - _NUMBER - _NOTES, _NOTES],
        style=TableStyle(
            [
                *plain().getCommands(),
                ("RIGHTPADDING", (1, 0), (1, 0), _GAP),
                ("LEFTPADDING", (2, 0), (2, 0), _GAP),
                ("TOPPADDING", (0, 0), (0, 0), 5),
                ("TOPPADDING", (1, 0), (-1, -1), 2),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
                ("LINEBEFORE", (2, 0), (2, 0), 0.4, HAIRLINE),
            ]
        ),
    )


def _said(words: Phrases, saying: Saying) -> str:
    template, values = words.say.template(saying.key), dict(saying.values)
    person = values.get("name")
    if isinstance(person, Person):
        position = words.position(person)
        values["position"] = position
        if not position:
            template = template.replace(", {position}", "")
    return fill(template, {name: _value(words, name, one) for name, one in values.items()}, saying.key)


def _value(words: Phrases, name: str, value: Value) -> str:
    match value:
        case None:
            return BLANK * 4 if name in _LONG_BLANK else BLANK
        case Text():
            return words.text(value).rstrip().removesuffix(".")
        case Person():
            return words.name(value)
        case tuple():
            return "; ".join(f"{line.number}) {words.text(line.title).removesuffix('.')}" for line in value)
        case _:
            return words.rule(value) if name == "rule" and isinstance(value, str) else str(value)
