"""The lists: who came and who did not, who voted how."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, FrameBreak, NextPageTemplate, Spacer

from assembly_desk.documents.page import COLUMN_WIDTH, Paper
from assembly_desk.documents.phrases import Phrases, shortened
from assembly_desk.documents.rows import Column, Rows
from assembly_desk.documents.styles import (
    APPENDIX,
    APPENDIX_TITLE,
    LIST_HEADING,
    SMALL,
    SMALL_CENTRED,
    WIDTH,
    bold,
    para,
)
from assembly_desk.documents.votes import candidates, verdict_sentence, vote_line
from assembly_desk.domain.roll import Presence, RollMember
from assembly_desk.domain.text import Person, Text
from assembly_desk.domain.vote import Choice
from assembly_desk.projections.attendance_sheet import Absentee, AttendanceSheet, Attendee
from assembly_desk.projections.ballot_sheet import RecipientsSheet
from assembly_desk.projections.named_vote_sheet import NamedRow, NamedVoteSheet
from assembly_desk.wording.dates import clock, local

_ATTENDANCE = (10, 54, 42, 17.5, 17.5, 24)  # mm
_ATTENDANCE_DATED = (10, 52, 40, 20, 20, 23)
_ABSENCE = (10, 60, 60, 35)
_RECEIPT = (10, 65, 60, 30)
_VOTE = (8, COLUMN_WIDTH / mm - 31, 23)
_NAMED_COLUMNS = 4
"""A list of more candidates has numbers over its columns, and signs in them."""
_COLUMNS_A_TABLE = 16
_SIGNS: Mapping[Choice | None, str] = {"for": "+", "against": "–", "abstain": "0", None: "·"}
_ROOM_TO_SIGN = 8 * mm
_ROOM_FOR_A_LIST = 40 * mm
_ROOM_FOR_A_TEXT = 400  # letters


def attendance_list(paper: Paper, sheet: AttendanceSheet, appendix: int | None) -> list[Flowable]:
    """The attendance list with a column for signatures, then those who did not come, with the reason."""
    words = Phrases(paper.head, paper.language)
    say = words.say
    story = _title(words, say("paper.attendance"), appendix)
    came = say("paper.came", total=sheet.total, present=len(sheet.came))
    total = say("paper.total", total=sheet.total)
    story.append(para(SMALL_CENTRED, total if sheet.form else came))
    story.append(Spacer(0, 2 * mm))
    if sheet.came:
        widths = _ATTENDANCE_DATED if sheet.several_days else _ATTENDANCE
        names = ("number", "name", "position", "arrived", "left", "signature")
        rows = [
            (
                str(number),
                words.name(one.person),
                _place(words, one.person, one.region),
                "\n".join(_time(words, stay.since, sheet.several_days) for stay in one.stays),
                "\n".join(_left(words, stay, sheet.several_days) for stay in one.stays),
                "",
            )
            for number, one in enumerate(words.ordered(sheet.came, _person), 1)
        ]
        story.append(Rows(_columns(words, names, widths, centred=(0, 3, 4)), rows, least=_ROOM_TO_SIGN))
    if sheet.absent:
        story += [CondPageBreak(_ROOM_FOR_A_LIST), para(LIST_HEADING, say("paper.did-not-come"))]
        absent = [
            (
                str(number),
                words.name(one.person),
                _place(words, one.person, one.region),
                say.of("excuse", one.excuse) if one.excuse else say("paper.no-reason"),
            )
            for number, one in enumerate(words.ordered(sheet.absent, _person), 1)
        ]
        story.append(Rows(_columns(words, ("number", "name", "position", "reason"), _ABSENCE), absent))
    return story


def recipients_list(paper: Paper, sheet: RecipientsSheet) -> list[Flowable]:
    """Those who may receive a ballot, with room to sign: no time, no order of coming, nothing that was recorded."""
    words = Phrases(paper.head, paper.language)
    say = words.say
    rows = [
        (str(number), words.name(one.person), _place(words, one.person, one.region), "")
        for number, one in enumerate(words.ordered(sheet.members, _person), 1)
    ]
    return [
        *_title(words, say("paper.ballot-list"), None),
        para(SMALL_CENTRED, say("paper.recipients-why", vote=sheet.vote)),
        Spacer(0, 2 * mm),
        Rows(
            _columns(words, ("number", "name", "position", "signature"), _RECEIPT), rows, least=_ROOM_TO_SIGN
        ),
    ]


def named_vote_list(paper: Paper, sheet: NamedVoteSheet, appendix: int | None) -> tuple[str, list[Flowable]]:
    """A named vote: the layout that its first page wants, and what goes there.

    One on a motion stands in two columns a page; a list of candidates has a column for each across the page.
    """
    words = Phrases(paper.head, paper.language)
    top = [*_title(words, words.say("paper.named-vote"), appendix), *_figures(words, sheet)]
    if sheet.candidates:
        return paper.body, [*top, *_by_candidate(words, sheet)]
    first, following = paper.columns(f"vote {sheet.vote}", top)
    rows = [
        (str(number), words.name(row.person), _choice(words, row.choices[0]))
        for number, row in enumerate(words.ordered(sheet.rows, _person), 1)
    ]
    table = Rows(_columns(words, ("number", "name", "choice"), _VOTE), rows)
    return first, [*top, NextPageTemplate(following), FrameBreak(), table]


def _figures(words: Phrases, sheet: NamedVoteSheet) -> Iterator[Flowable]:
    """What was put, the base, the counts, the verdict, and what became of it."""
    say = words.say
    number = bold(say("paper.vote-number", vote=sheet.vote))
    yield para(SMALL_CENTRED, number, f", {words.full_time(sheet.at)}")
    if sheet.candidates:
        yield para(SMALL, say("paper.list-put", count=len(sheet.candidates), seats=sheet.seats))
    else:
        yield para(SMALL, say("paper.put", text=shortened(words.text(sheet.text), _ROOM_FOR_A_TEXT)))
    yield para(SMALL, words.vote_base(sheet.base, sheet.needed, sheet.point))
    if sheet.figures is not None:
        yield para(SMALL, bold(f"{vote_line(words, sheet.figures)}."))
    if sheet.candidates and sheet.verdict not in ("open", "stopped"):
        yield candidates(words, sheet.candidates)
    else:
        verdict = verdict_sentence(words, sheet.verdict, sheet.stop_reason)
        yield para(SMALL, bold(shortened(verdict, _ROOM_FOR_A_TEXT)))
    if sheet.annulled_by is not None:
        yield para(SMALL, bold(say("paper.annulled-by", vote=sheet.annulled_by)))
    if sheet.replaced_by is not None:
        yield para(SMALL, bold(say("paper.replaced-recount", vote=sheet.replaced_by)))
    yield Spacer(0, 2 * mm)


def _by_candidate(words: Phrases, sheet: NamedVoteSheet) -> Iterator[Flowable]:
    """The answers, a column a candidate; where they are many, numbers for the names and signs for the words."""
    many = len(sheet.candidates) > _NAMED_COLUMNS
    order = [
        place for place, _ in words.ordered(list(enumerate(sheet.candidates)), lambda one: one[1].person)
    ]
    heads = [
        str(number) if many else words.signature_name(sheet.candidates[place].person)
        for number, place in enumerate(order, 1)
    ]
    if many:
        signs = "; ".join(f"{sign} – {_choice(words, choice)}" for choice, sign in _SIGNS.items())
        yield para(SMALL, words.say("paper.choice-signs", signs=signs))
    people = words.ordered(sheet.rows, _person)
    for first in range(0, len(order), _COLUMNS_A_TABLE):
        part = slice(first, first + _COLUMNS_A_TABLE)
        columns = _columns(words, ("number", "name"), (10, 55))
        room = (WIDTH - 65 * mm) / len(order[part])
        columns += [Column(head, min(room, 40 * mm), True, close=True) for head in heads[part]]
        rows = [
            (
                str(number),
                words.name(row.person),
                *(
                    _SIGNS[row.choices[place]] if many else _choice(words, row.choices[place])
                    for place in order[part]
                ),
            )
            for number, row in enumerate(people, 1)
        ]
        yield Rows(columns, rows)
        yield Spacer(0, 4 * mm)


def _choice(words: Phrases, choice: Choice | None) -> str:
    return words.say.of("choice", choice or "not-voting")


def _person(line: Attendee | Absentee | NamedRow | RollMember) -> Person:
    return line.person


def _title(words: Phrases, title: str, appendix: int | None) -> list[Flowable]:
    if appendix is None:
        return [para(APPENDIX_TITLE, title), para(SMALL_CENTRED, words.sitting)]
    return [
        para(APPENDIX, words.appendix_to(appendix)),
        para(APPENDIX_TITLE, title),
        para(SMALL_CENTRED, words.sitting),
    ]


def _columns(
    words: Phrases, names: Sequence[str], widths: Sequence[float], centred: Sequence[int] = (0,)
) -> list[Column]:
    return [
        Column(
            words.say(f"paper.column-{name}"), width * mm, place in centred, close=name in ("name", "choice")
        )
        for place, (name, width) in enumerate(zip(names, widths, strict=True))
    ]


def _place(words: Phrases, person: Person, region: Text | None) -> str:
    return ", ".join(part for part in (words.position(person), words.text(region)) if part)


def _time(words: Phrases, moment: datetime, dated: bool) -> str:
    at = clock(moment, words.head.offset)
    return f"{local(moment, words.head.offset):%d.%m} {at}" if dated else at


def _left(words: Phrases, stay: Presence, dated: bool) -> str:
    return "–" if stay.until is None else _time(words, stay.until, dated)
