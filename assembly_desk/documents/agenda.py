"""The agenda as a document of its own, with the time at which each item is expected."""

from collections.abc import Iterator

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer, Table, TableStyle

from assembly_desk.documents.fonts import register_fonts
from assembly_desk.documents.page import Paper
from assembly_desk.documents.phrases import Phrases
from assembly_desk.documents.protocol import agenda_line
from assembly_desk.documents.requisites import plain
from assembly_desk.documents.styles import CENTRED, LEFT_CELL, OWNER, SMALL, TITLE, WIDTH, para
from assembly_desk.projections.agenda_sheet import AgendaSheet
from assembly_desk.wording.words import Language

_TIME = 18 * mm


def agenda(sheet: AgendaSheet, language: Language = "kk") -> Paper:
    """The agenda as it stands; before the body adopts it, the convening's proposal."""
    register_fonts()
    words = Phrases(sheet.head, language)
    title = words.say("paper.agenda-title")
    paper = Paper(sheet.head, language, f"{words.say('document.agenda')}: {words.sitting}")
    owner = para(OWNER, words.owner)
    paper.story += [owner, para(TITLE, title)] if language == "kk" else [para(TITLE, title), owner]
    when = [words.date(sheet.head.date), words.text(sheet.head.place)]
    paper.story.append(para(CENTRED, ", ".join(part for part in when if part)))
    if sheet.time:
        paper.story.append(para(CENTRED, words.say("paper.time-of", time=sheet.time)))
    paper.story.append(Spacer(0, 6 * mm))
    paper.story += agenda_rows(words, sheet, timed=any(sheet.times))
    if any(sheet.times):
        paper.story += [Spacer(0, 4 * mm), para(SMALL, words.say("paper.agenda-times"))]
    return paper


def agenda_rows(words: Phrases, sheet: AgendaSheet, *, timed: bool) -> Iterator[Flowable]:
    """The items; `timed`: each with the time at which it is expected, at the left."""
    for place, line in enumerate(sheet.lines):
        item = agenda_line(words, line)
        if not timed:
            yield item
            continue
        time = sheet.times[place] if place < len(sheet.times) else None
        style = TableStyle([*plain().getCommands(), ("BOTTOMPADDING", (0, 0), (-1, -1), 4)])
        yield Table([[para(LEFT_CELL, time or "–"), item]], colWidths=[_TIME, WIDTH - _TIME], style=style)
