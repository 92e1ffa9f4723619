"""The votes of a sitting as the page of the record shows them, and what may still be done about a result."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from assembly_desk.domain import events as e
from assembly_desk.domain.alphabet import sort_key
from assembly_desk.domain.commands import Propose, Rectify
from assembly_desk.domain.correction import Correction, PresenceTruth
from assembly_desk.domain.decide import decide
from assembly_desk.domain.decide.setting import Setting
from assembly_desk.domain.member import Register
from assembly_desk.domain.motion import Repeat, Sets
from assembly_desk.domain.profile import Form
from assembly_desk.domain.refusals import Refusal
from assembly_desk.domain.roll import Quorum
from assembly_desk.domain.state import Sitting, round_of
from assembly_desk.domain.text import Person, Text
from assembly_desk.domain.threshold import Threshold
from assembly_desk.domain.vote import Tally, Verdict, Vote
from assembly_desk.projections.record_log import LogBook, LogLine, taken_back
from assembly_desk.projections.vote_sheet import MotionName, motion_name

Way = Literal["recount", "repeat", "annul"]
WAYS: tuple[Way, ...] = ("recount", "repeat", "annul")
Answer = Literal["for", "against", "abstain", "not-voting"]
ANSWERS: tuple[Answer, ...] = ("for", "against", "abstain", "not-voting")
MarkCode = Literal["annulled", "recounted", "repeated", "again", "doubtful", "corrected"]

_NOBODY = Setting(
    datetime.min.replace(tzinfo=UTC), Register()
)  # whether a result may be contested asks for no one


@dataclass(frozen=True, slots=True)
class Mark:
    """What became of a vote later. `vote`: the other vote that it has to do with."""

    code: MarkCode
    vote: int | None = None


@dataclass(frozen=True, slots=True)
class VoteRow:
    """One vote, of a list one row of it. All figures are None while it is held, and where nothing was counted."""

    vote: int
    motion: str
    name: MotionName
    text: Text
    candidate: Person | None
    form: Form
    at: datetime
    base: int
    needed: int
    verdict: Verdict
    tally: Tally | None
    rest: int | None  # of the base: did not vote; in a secret vote no mark, invalid, not returned, not issued
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class VoteDetail:
    """A vote in full. `whole`: what the share is of. `resting`: later votes that hold and rest on this one."""

    row: VoteRow
    rule: Threshold
    whole: int
    quorum: Quorum | None
    entry: int
    closed_at: datetime | None
    stop_reason: Text | None
    correction: Correction | None
    names: tuple[tuple[Answer, tuple[Text, ...]], ...]  # of a named vote that is over
    brought: tuple[LogLine, ...]
    rests_on: tuple[int, ...]
    resting: tuple[int, ...]


def vote_rows(state: Sitting) -> tuple[VoteRow, ...]:
    """All votes, in the order in which they were put."""
    return tuple(_row(state, vote) for vote in state.votes)


def _row(state: Sitting, vote: Vote) -> VoteRow:
    motion = state.motions[vote.motion]
    tally = vote.tally if vote.decided else None
    return VoteRow(
        vote=vote.number,
        motion=vote.motion,
        name=motion_name(state, motion),
        text=vote.text,
        candidate=motion.candidate,
        form=vote.form,
        at=vote.at,
        base=vote.base,
        needed=vote.needed,
        verdict=vote.verdict,
        tally=tally,
        rest=None if tally is None else vote.base - tally.sum,
        marks=_marks(state, vote),
    )


def _marks(state: Sitting, vote: Vote) -> tuple[Mark, ...]:
    marks: list[Mark] = []
    if vote.annulled_by is not None:
        marks.append(Mark("annulled", vote.annulled_by))
    if vote.replaced_by is not None:
        marks.append(Mark("recounted" if _recounted(state, vote.number) else "repeated", vote.replaced_by))
    if vote.again is not None:
        marks.append(Mark("again", vote.again))
    if vote.doubtful:
        marks.append(Mark("doubtful"))
    elif vote.correction is not None:
        marks.append(Mark("corrected"))
    return tuple(marks)


def _recounted(state: Sitting, number: int) -> bool:
    """Whether the body decided to count that vote once more, and not to hold it once more."""
    return any(
        motion.sets is not None and motion.sets.recount == number and motion.state == "adopted"
        for motion in state.motions.values()
    )


def vote_detail(state: Sitting, log: Sequence[e.Recorded], number: int, motion: str) -> VoteDetail | None:
    """That row of that vote in full; None: it is no more, for it was taken back."""
    vote = next((one for one in round_of(state, number) if one.motion == motion), None)
    if vote is None:
        return None
    book, gone = LogBook(state), taken_back(log)
    brought = (
        entry
        for entry in log
        if isinstance(entry.event, e.Consequence) and entry.event.vote == number and entry.seq not in gone
    )
    return VoteDetail(
        row=_row(state, vote),
        rule=vote.rule,
        whole=vote.whole,
        quorum=vote.quorum,
        entry=vote.entry,
        closed_at=vote.closed_at,
        stop_reason=vote.stop_reason,
        correction=vote.correction,
        names=_names(state, vote) if vote.form == "named" and vote.decided else (),
        brought=tuple(book.line(entry) for entry in brought),
        rests_on=vote.rests_on,
        resting=resting_on(state, number),
    )


def resting_on(state: Sitting, number: int) -> tuple[int, ...]:
    """The votes that hold and rest on that one."""
    return tuple(dict.fromkeys(vote.number for vote in state.votes if vote.holds and number in vote.rests_on))


def _names(state: Sitting, vote: Vote) -> tuple[tuple[Answer, tuple[Text, ...]], ...]:
    everybody = {**state.roll.gone, **state.roll.members}
    people = sorted(vote.electorate, key=lambda id: sort_key(everybody[id].person.name.kk))
    found = (
        (
            answer,
            tuple(
                everybody[id].person.short
                for id in people
                if (vote.answers.get(id) or "not-voting") == answer
            ),
        )
        for answer in ANSWERS
    )
    return tuple((answer, names) for answer, names in found if names)


# ------------------------------------------------------------------------------------------------ contesting


def contest(number: int, way: Way, text: Text, motion: str) -> Propose:
    """The motion of procedure by which the body decides about that result."""
    match way:
        case "recount":
            sets = Sets(recount=number)
        case "repeat":
            sets = Sets(repeat=Repeat(number, "named"))
        case "annul":
            sets = Sets(annuls=number)
    return Propose(motion, "procedural", text, sets=sets)


def against(state: Sitting, number: int, way: Way) -> Refusal | None:
    """What stands against contesting that result in this way; None: it may be proposed."""
    answer = decide(state, contest(number, way, Text("—"), "\N{NULL}contest"), _NOBODY)
    return answer if isinstance(answer, Refusal) else None


# ------------------------------------------------------------------------------------------------ rectifying


@dataclass(frozen=True, slots=True)
class Would:
    """A vote whose figures would be others in truth."""

    vote: int
    name: MotionName
    correction: Correction


def would_differ(state: Sitting, entry: int, truth: PresenceTruth | None) -> tuple[Would, ...]:
    """The votes that this truth would change the figures of, if it were written down. Records nothing."""
    if truth is None:
        return ()
    answer = decide(state, Rectify(entry, Text("—"), presence=(truth,)), _NOBODY)
    if isinstance(answer, Refusal):
        return ()
    return tuple(
        Would(number, motion_name(state, state.motions[motion]), correction)
        for event in answer.events
        if isinstance(event, e.Rectified)
        for number, motion, correction in event.votes
    )
