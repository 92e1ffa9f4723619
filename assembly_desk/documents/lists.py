"""The lists: who came and who did not, who voted how."""

from collections.abc import Sequence
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
    bold,
    para,
)
from assembly_desk.documents.votes import figures, verdict_sentence
from assembly_desk.domain.roll import Presence
from assembly_desk.domain.text import Person, Text
from assembly_desk.projections.attendance_sheet import AttendanceSheet
from assembly_desk.projections.named_vote_sheet import NamedVoteSheet
from assembly_desk.wording.dates import clock, local

_ATTENDANCE = (10, 54, 42, 17.5, 17.5, 24)  # mm
_ATTENDANCE_DATED = (10, 52, 40, 20, 20, 23)
_ABSENCE = (10, 60, 60, 35)
_VOTE = (8, COLUMN_WIDTH / mm - 31, 23)
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
                str(one.number),
                words.name(one.person),
                _place(words, one.person, one.region),
                "\n".join(_time(words, stay.since, sheet.several_days) for stay in one.stays),
                "\n".join(_left(words, stay, sheet.several_days) for stay in one.stays),
                "",
            )
            for one in sheet.came
        ]
        story.append(Rows(_columns(words, names, widths, centred=(0, 3, 4)), rows, least=_ROOM_TO_SIGN))
    if sheet.absent:
        story += [CondPageBreak(_ROOM_FOR_A_LIST), para(LIST_HEADING, say("paper.did-not-come"))]
        absent = [
            (
                str(one.number),
                words.name(one.person),
                _place(words, one.person, one.region),
                say.of("excuse", one.excuse) if one.excuse else say("paper.no-reason"),
            )
            for one in sheet.absent
        ]
        story.append(Rows(_columns(words, ("number", "name", "position", "reason"), _ABSENCE), absent))
    return story


def named_vote_list(paper: Paper, sheet: NamedVoteSheet, appendix: int | None) -> tuple[str, list[Flowable]]:
    """A named vote in two columns a page: the layout that its first page wants, and what goes there."""
    words = Phrases(paper.head, paper.language)
    say = words.say
    top = _title(words, say("paper.named-vote"), appendix)
    number = bold(say("paper.vote-number", vote=sheet.vote))
    top.append(para(SMALL_CENTRED, number, f", {words.full_time(sheet.at)}"))
    top.append(para(SMALL, say("paper.put", text=shortened(words.text(sheet.text), _ROOM_FOR_A_TEXT))))
    top.append(para(SMALL, words.vote_base(sheet.base, sheet.needed, sheet.point)))
    if sheet.tally is not None:
        line = say("paper.vote-line", **figures(sheet.tally, sheet.not_voting))
        top.append(para(SMALL, bold(f"{line}.")))
    verdict = verdict_sentence(words, sheet.verdict, sheet.stop_reason)
    top.append(para(SMALL, bold(shortened(verdict, _ROOM_FOR_A_TEXT))))
    top.append(Spacer(0, 2 * mm))
    first, following = paper.columns(f"vote {sheet.vote}", top)
    rows = [
        (str(row.number), words.name(row.person), say.of("choice", row.choice or "not-voting"))
        for row in sheet.rows
    ]
    table = Rows(_columns(words, ("number", "name", "choice"), _VOTE), rows)
    return first, [*top, NextPageTemplate(following), FrameBreak(), table]


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
