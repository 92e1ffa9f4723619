"""The protocol of a sitting as a PDF, with its lists as appendices, two signature fields and the journal."""

from collections.abc import Iterator, Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, NextPageTemplate, PageBreak, Spacer, Table

from assembly_desk.documents.corrections import corrections
from assembly_desk.documents.course import course, item_names, note
from assembly_desk.documents.finish import Record
from assembly_desk.documents.fonts import register_fonts
from assembly_desk.documents.keeping import HIGHEST_END, Kept
from assembly_desk.documents.lists import attendance_list, named_vote_list
from assembly_desk.documents.page import Paper, SheetCount, Start, end_of
from assembly_desk.documents.phrases import Phrases
from assembly_desk.documents.requisites import date_number_place, labelled, plain, prevails, titled
from assembly_desk.documents.signatures import Signer, signatures
from assembly_desk.documents.styles import (
    BODY,
    BODY_FIGURES,
    HEADING,
    NUMBERED,
    OWNER,
    SMALL,
    SMALLEST,
    SUBTITLE,
    TITLE,
    WIDTH,
    Markup,
    bold,
    italic,
    para,
)
from assembly_desk.domain.roll import Excuse
from assembly_desk.domain.text import Person
from assembly_desk.projections.agenda_sheet import AgendaLine
from assembly_desk.projections.attendance_sheet import Absentee, AttendanceSheet
from assembly_desk.projections.named_vote_sheet import NamedVoteSheet
from assembly_desk.projections.protocol_sheet import Appendix, ProtocolSheet
from assembly_desk.wording.dates import zone
from assembly_desk.wording.words import Language, sentence

NAMES_IN_A_LINE = 15
"""More absent members than these are named in the appendix alone."""


def protocol(
    sheet: ProtocolSheet,
    attendance: AttendanceSheet,
    named: Sequence[NamedVoteSheet],
    record: Record,
    language: Language = "kk",
    *,
    second: bool = False,
) -> Paper:
    """The protocol and its appendices. Fields `Secretary` and `Presiding` are left empty for the signing.

    `second`: the text stands after the Kazakh one, which prevails and is the one that is signed.
    """
    register_fonts()
    words = Phrases(sheet.head, language)
    paper = Paper(sheet.head, language, _document_title(words))
    if second:
        paper.story.append(prevails(words))
    paper.story += _head(words, sheet)
    paper.story += _opening(words, sheet)
    paper.story += course(words, sheet)
    paper.story += _closing(words, sheet, record, paper, second)
    lists = {sheet.vote: sheet for sheet in named}
    for appendix in sheet.appendices:
        part = Start(_part(appendix, language))
        if appendix.vote is None:
            paper.story += [NextPageTemplate(paper.body), PageBreak(), part]
            paper.story += attendance_list(paper, attendance, appendix.number)
        else:
            layout, pages = named_vote_list(paper, lists[appendix.vote], appendix.number)
            paper.story += [NextPageTemplate(layout), PageBreak(), part, *pages]
    return paper


def _document_title(words: Phrases) -> str:
    protocol = words.say("paper.protocol")
    return f"{words.owner} {protocol}" if words.language == "kk" else f"{protocol} {words.owner}"


def _head(words: Phrases, sheet: ProtocolSheet) -> Iterator[Flowable]:
    """Blocks 1 to 3: whose protocol, of what kind, when, its number, where."""
    say = words.say
    if words.language == "kk":
        yield from (para(OWNER, words.owner), para(TITLE, say("paper.protocol")))
    else:
        yield from titled(words, say("paper.protocol"))
    yield para(SUBTITLE, say(f"paper.protocol-{sheet.kind}"))
    yield from date_number_place(words, f"№ {words.protocol_number}")


def _opening(words: Phrases, sheet: ProtocolSheet) -> Iterator[Flowable]:
    """Blocks 4 to 11: convening, people, presence, quorum, agenda."""
    say, convening = words.say, sheet.convening
    for official in sheet.convened_by:
        yield labelled(words.named("paper.convened", official.person, official.office))
    if convening.act is not None:
        yield labelled(say("paper.convening-act", act=words.act(convening.act)))
    if convening.consent is not None:
        yield labelled(say("paper.consent", act=words.act(convening.consent)))
    if sheet.opened_by is not None:
        presiding = sheet.opened_by
        yield labelled(words.named("paper.presiding", presiding.person, presiding.office))
    if convening.secretary is not None:
        yield labelled(say("paper.secretary", name=words.with_position(convening.secretary)))
    yield labelled(say("paper.present", appendix=words.appendix(1)))
    if sheet.excused:
        yield labelled(say("paper.absent-excused", names=_absentees(words, sheet.excused)))
    if sheet.absent:
        yield labelled(say("paper.absent", names=_absentees(words, sheet.absent)))
    if convening.invited:
        yield labelled(say("paper.invited", names=words.people(convening.invited)))
    if sheet.total_act is not None:
        yield labelled(say("paper.total-act", act=words.act(sheet.total_act)))
    if sheet.opening is not None:
        yield para(BODY_FIGURES, bold(words.quorum(sheet.opening, sheet.quorum_point)))
        yield para(BODY, say("paper.opened", time=words.full_time(sheet.opening.at)))
    if sheet.agenda:
        yield para(HEADING, say("paper.agenda"))
        for line in sheet.agenda:
            yield agenda_line(words, line)


def agenda_line(words: Phrases, line: AgendaLine) -> Flowable:
    """An item of the agenda with its rapporteurs."""
    title = words.text(line.title)
    parts: list[str | Markup] = [sentence(title)]
    if line.state == "postponed":
        parts = [title.rstrip().removesuffix("."), italic(f" ({words.say.of('item', line.state)})"), "."]
    parts += [f" {words.named('paper.rapporteur', person)}" for person in line.rapporteurs]
    return para(NUMBERED, *parts, bullet=f"{line.number}.")


def _closing(
    words: Phrases, sheet: ProtocolSheet, record: Record, paper: Paper, second: bool
) -> Iterator[Flowable]:
    """Blocks 17 to 19: what was left, the closing, and, never apart from the last lines, the signatures.

    The list of appendices and the small print stand under them on the same page, if that list is not long.
    """
    say = words.say
    last: list[Flowable] = []
    for code, lines in sheet.left_over.items():
        if lines and (sheet.closed_at is not None or code != "not-reached"):
            last.append(para(BODY, say(f"paper.{code}", items=item_names(words, lines))))
    if sheet.closed_at is not None:
        closed = say("paper.closed", time=words.clock(sheet.closed_at))
        closing = say("paper.cancelled") if sheet.cancelled else closed
        if sheet.close_reason is not None:
            closing += " " + say("paper.reason", reason=words.text(sheet.close_reason))
        last.append(para(BODY, closing))
    last += [note(words, words.full_time(one.at), words.text(one.text)) for one in sheet.late_notes]
    last += corrections(words, sheet.rectified, sheet.corrected)
    yield from last[:-2]
    appendices = _appendices(words, sheet.appendices, paper)
    signers = (
        Signer("Presiding", sheet.closed_by, last=True),
        Signer("Secretary", sheet.convening.secretary),
    )
    signed = signatures(words, signers, "elsewhere" if second else "field")
    yield Kept(
        [*last[-2:], Spacer(0, 4 * mm), signed],
        appendices[:-1],
        [*appendices[-1:], *_record(words, record)],
        most=HIGHEST_END,
    )


def _appendices(words: Phrases, appendices: Sequence[Appendix], paper: Paper) -> list[Flowable]:
    """Block 19: the list of the appendices with their sheets."""
    say = words.say
    lines: list[Flowable] = [para(HEADING, say("paper.appendices"))]
    for place, appendix in enumerate(appendices):
        if appendix.vote is None:
            title = say("paper.attendance")
        else:
            title = f"{say('paper.named-vote')} ({say('paper.vote-number', vote=appendix.vote)})"
        names = [_part(one, words.language) for one in appendices[place : place + 2]]
        following = names[1] if len(names) > 1 else end_of(paper)
        count = SheetCount(names[0], following, SMALL, lambda sheets: say("paper.sheets", count=sheets))
        row = [para(SMALL, f"{words.appendix_head(appendix.number)}. {title}"), count]
        lines.append(Table([row], colWidths=[WIDTH * 0.75, WIDTH * 0.25], style=plain()))
    return lines


def _record(words: Phrases, record: Record) -> Iterator[Flowable]:
    """Which rules were applied, and the record that the protocol rests on."""
    say = words.say
    yield Spacer(0, 2 * mm)
    yield para(SMALLEST, words.profile)
    yield para(SMALLEST, say("paper.integrity-journal", count=record.entries, head=record.head))
    yield para(SMALLEST, say("paper.integrity-clock", zone=zone(words.head.offset)))


def _absentees(words: Phrases, absent: Sequence[Absentee]) -> str:
    if len(absent) > NAMES_IN_A_LINE:
        return words.say("paper.many", count=len(absent), appendix=words.appendix(1))
    ordered = words.ordered(absent, lambda one: one.person)
    return ", ".join(_absentee(words, one.person, one.excuse) for one in ordered)


def _absentee(words: Phrases, person: Person, excuse: Excuse | None) -> str:
    name = words.name(person)
    return f"{name} ({words.say.of('excuse', excuse)})" if excuse else name


def _part(appendix: Appendix, language: Language) -> str:
    return f"appendix {appendix.number} {language}"
