"""The protocol of a sitting as a PDF, with its lists as appendices, two signature fields and the journal."""

from collections.abc import Iterator, Sequence

from reportlab.lib.units import mm
from reportlab.platypus import (
    Flowable,
    HRFlowable,
    NextPageTemplate,
    PageBreak,
    Spacer,
    Table,
    TableStyle,
)

from assembly_desk.documents.course import course, item_names, note
from assembly_desk.documents.finish import Record
from assembly_desk.documents.fonts import SERIF, register_fonts, text_width
from assembly_desk.documents.keeping import Kept
from assembly_desk.documents.lists import attendance_list, named_vote_list
from assembly_desk.documents.page import Paper, SheetCount, SignatureLine, Start
from assembly_desk.documents.phrases import Phrases, shortened
from assembly_desk.documents.styles import (
    BODY,
    BODY_FIGURES,
    CENTRE_CELL,
    HAIRLINE,
    HEADING,
    HEIGHT,
    LEFT_CELL,
    MARK,
    NUMBERED,
    OWNER,
    RIGHT_CELL,
    ROLE,
    SMALL,
    SMALLEST,
    SUBTITLE,
    TITLE,
    WIDTH,
    Markup,
    bold,
    fitted,
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

SIGNATURE_WIDTH, SIGNATURE_HEIGHT = 70 * mm, 20 * mm
_WIDEST_ROLE = 56 * mm
_HIGHEST_END = 0.6 * HEIGHT
_ROOM_FOR_A_NAME, _ROOM_FOR_A_PLACE = 120, 160  # letters

NAMES_IN_A_LINE = 15
"""More absent members than these are named in the appendix alone."""


def protocol(
    sheet: ProtocolSheet,
    attendance: AttendanceSheet,
    named: Sequence[NamedVoteSheet],
    record: Record,
    language: Language = "kk",
) -> bytes:
    """The protocol and its appendices. Fields `Secretary` and `Presiding` are left empty for the signing."""
    register_fonts()
    words = Phrases(sheet.head, language)
    paper = Paper(sheet.head, language, _document_title(words))
    paper.story += _head(words, sheet)
    paper.story += _opening(words, sheet)
    paper.story += course(words, sheet)
    paper.story += _closing(words, sheet, record)
    lists = {sheet.vote: sheet for sheet in named}
    for appendix in sheet.appendices:
        if appendix.vote is None:
            paper.story += [NextPageTemplate("body"), PageBreak(), Start(_part(appendix))]
            paper.story += attendance_list(paper, attendance, appendix.number)
        else:
            layout, pages = named_vote_list(paper, lists[appendix.vote], appendix.number)
            paper.story += [NextPageTemplate(layout), PageBreak(), Start(_part(appendix)), *pages]
    return paper.render(record)


def _document_title(words: Phrases) -> str:
    protocol = words.say("paper.protocol")
    return f"{words.owner} {protocol}" if words.language == "kk" else f"{protocol} {words.owner}"


def _head(words: Phrases, sheet: ProtocolSheet) -> Iterator[Flowable]:
    """Blocks 1 to 3: whose protocol, of what kind, when, its number, where."""
    say = words.say
    owner, title = para(OWNER, words.owner), para(TITLE, say("paper.protocol"))
    yield from (owner, title) if words.language == "kk" else (title, owner)
    yield para(SUBTITLE, say(f"paper.protocol-{sheet.kind}"))
    place = words.text(sheet.head.place)
    apart = len(place) > _ROOM_FOR_A_PLACE
    line = Table(
        [
            [
                para(LEFT_CELL, words.date(sheet.head.date)),
                para(CENTRE_CELL, f"№ {words.protocol_number}"),
                para(RIGHT_CELL, "" if apart else place),
            ]
        ],
        colWidths=[WIDTH * 0.4, WIDTH * 0.2, WIDTH * 0.4],
        style=_plain(),
    )
    yield line
    if apart:
        yield para(BODY, place)
    yield HRFlowable(WIDTH, 0.6, color=HAIRLINE, spaceBefore=3, spaceAfter=8)


def _opening(words: Phrases, sheet: ProtocolSheet) -> Iterator[Flowable]:
    """Blocks 4 to 11: convening, people, presence, quorum, agenda."""
    say, convening = words.say, sheet.convening
    for official in sheet.convened_by:
        yield _labelled(words.named("paper.convened", official.person, official.office))
    if convening.act is not None:
        yield _labelled(say("paper.convening-act", act=words.act(convening.act)))
    if convening.consent is not None:
        yield _labelled(say("paper.consent", act=words.act(convening.consent)))
    if sheet.opened_by is not None:
        presiding = sheet.opened_by
        yield _labelled(words.named("paper.presiding", presiding.person, presiding.office))
    if convening.secretary is not None:
        yield _labelled(say("paper.secretary", name=words.with_position(convening.secretary)))
    yield _labelled(say("paper.present", appendix=words.appendix(1)))
    if sheet.excused:
        yield _labelled(say("paper.absent-excused", names=_absentees(words, sheet.excused)))
    if sheet.absent:
        yield _labelled(say("paper.absent", names=_absentees(words, sheet.absent)))
    if convening.invited:
        yield _labelled(say("paper.invited", names=words.people(convening.invited)))
    if sheet.total_act is not None:
        yield _labelled(say("paper.total-act", act=words.act(sheet.total_act)))
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


def _closing(words: Phrases, sheet: ProtocolSheet, record: Record) -> Iterator[Flowable]:
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
    yield from last[:-2]
    appendices = _appendices(words, sheet.appendices)
    yield Kept(
        [*last[-2:], Spacer(0, 4 * mm), _signatures(words, sheet)],
        appendices[:-1],
        [*appendices[-1:], *_record(words, record)],
        most=_HIGHEST_END,
    )


def _signatures(words: Phrases, sheet: ProtocolSheet) -> Flowable:
    say = words.say
    signers = []
    for field, key, person in (
        ("Presiding", "paper.signature-presiding", sheet.closed_by),
        ("Secretary", "paper.signature-secretary", sheet.convening.secretary),
    ):
        role, name = say(key), shortened(words.signature_name(person) if person else "", _ROOM_FOR_A_NAME)
        readable = say("paper.signature-of", role=role, name=words.name(person) if person else BLANK_NAME)
        mark = para(MARK, say("paper.signature-mark"))
        line = SignatureLine(
            field, readable, mark, SIGNATURE_WIDTH, SIGNATURE_HEIGHT, last=field == "Presiding"
        )
        signers.append((role, line, name))
    gap = 3 * mm
    widest = max(text_width(role, ROLE.fontName, ROLE.fontSize) for role, _, _ in signers) + 1
    left = min(max(widest, (WIDTH - SIGNATURE_WIDTH) / 2 - 2 * gap), _WIDEST_ROLE)
    right = WIDTH - left - SIGNATURE_WIDTH - 2 * gap
    return Table(
        [[fitted(ROLE, role, left), line, fitted(LEFT_CELL, name, right)] for role, line, name in signers],
        colWidths=[left, SIGNATURE_WIDTH + 2 * gap, right],
        style=TableStyle(
            [
                *_plain().getCommands(),
                ("LEFTPADDING", (1, 0), (1, -1), gap),
                ("RIGHTPADDING", (1, 0), (1, -1), gap),
                ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
                ("BOTTOMPADDING", (0, 0), (0, -1), 10),
                ("BOTTOMPADDING", (2, 0), (2, -1), 10),
                ("TOPPADDING", (0, 1), (-1, -1), 1 * mm),
            ]
        ),
    )


BLANK_NAME = "—"


def _appendices(words: Phrases, appendices: Sequence[Appendix]) -> list[Flowable]:
    """Block 19: the list of the appendices with their sheets."""
    say = words.say
    lines: list[Flowable] = [para(HEADING, say("paper.appendices"))]
    for place, appendix in enumerate(appendices):
        if appendix.vote is None:
            title = say("paper.attendance")
        else:
            title = f"{say('paper.named-vote')} ({say('paper.vote-number', vote=appendix.vote)})"
        following = _part(appendices[place + 1]) if place + 1 < len(appendices) else None
        count = SheetCount(
            _part(appendix), following, SMALL, lambda sheets: say("paper.sheets", count=sheets)
        )
        row = [para(SMALL, f"{words.appendix_head(appendix.number)}. {title}"), count]
        lines.append(Table([row], colWidths=[WIDTH * 0.75, WIDTH * 0.25], style=_plain()))
    return lines


def _record(words: Phrases, record: Record) -> Iterator[Flowable]:
    """Which rules were applied, and the record that the protocol rests on."""
    say = words.say
    yield Spacer(0, 2 * mm)
    yield para(SMALLEST, words.profile)
    yield para(SMALLEST, say("paper.integrity-journal", count=record.entries, head=record.head))
    yield para(SMALLEST, say("paper.integrity-clock", zone=zone(words.head.offset)))


def _labelled(sentence: str) -> Flowable:
    """A sentence «label: value» with its label in bold."""
    label, colon, value = sentence.partition(":")
    return para(BODY, bold(label + colon), value) if colon else para(BODY, sentence)


def _absentees(words: Phrases, absent: Sequence[Absentee]) -> str:
    if len(absent) > NAMES_IN_A_LINE:
        return words.say("paper.many", count=len(absent), appendix=words.appendix(1))
    return ", ".join(_absentee(words, one.person, one.excuse) for one in absent)


def _absentee(words: Phrases, person: Person, excuse: Excuse | None) -> str:
    name = words.name(person)
    return f"{name} ({words.say.of('excuse', excuse)})" if excuse else name


def _part(appendix: Appendix) -> str:
    return f"appendix {appendix.number}"


def _plain() -> TableStyle:
    return TableStyle(
        [
            ("FONT", (0, 0), (-1, -1), SERIF, 12, 15),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
        ]
    )
