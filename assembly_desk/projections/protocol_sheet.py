"""The protocol as a sheet: the nineteen blocks of a full one as codes, figures and texts of the record."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from assembly_desk.domain.agenda import ItemState
from assembly_desk.domain.floor import Speech
from assembly_desk.domain.motion import Motion, MotionState
from assembly_desk.domain.profile import MotionKind
from assembly_desk.domain.roll import RollChange
from assembly_desk.domain.state import Convening, HandOver, Note, Opening, Pause, Sitting
from assembly_desk.domain.text import Act, Person, Text
from assembly_desk.projections.agenda_sheet import AgendaLine, agenda_lines
from assembly_desk.projections.attendance_sheet import Absentee, attendance_sheet
from assembly_desk.projections.elected import elected_people
from assembly_desk.projections.named_vote_sheet import named_votes
from assembly_desk.projections.rectified_sheet import (
    CorrectedVote,
    RectifiedEntry,
    corrected_votes,
    rectified_entries,
)
from assembly_desk.projections.sheet_head import SheetHead, sheet_head
from assembly_desk.projections.vote_entry import VoteEntry, vote_entries

Happening = Speech | VoteEntry | Pause | HandOver | RollChange | Note


@dataclass(frozen=True, slots=True)
class Decision:
    """An adopted text of an item: what was decided, or recommended.

    `names`: of a closing decision exactly those whom the votes elected that it rests on.
    """

    kind: MotionKind
    text: Text
    vote: int
    names: tuple[Person, ...]
    rests_on: tuple[int, ...]
    addressees: tuple[Text, ...]
    responsible: Person | None
    deadline: str | None


@dataclass(frozen=True, slots=True)
class UnputMotion:
    """A motion that came to no vote: withdrawn, fallen, split, or left."""

    text: Text
    state: MotionState


@dataclass(frozen=True, slots=True)
class ItemPart:
    """All that happened to one item, in order, also procedural votes in its midst."""

    line: AgendaLine
    happenings: tuple[Happening, ...]
    decisions: tuple[Decision, ...]
    unput: tuple[UnputMotion, ...]


@dataclass(frozen=True, slots=True)
class Appendix:
    """A list beside the protocol. `vote`: of a list by name; None: the attendance list."""

    number: int
    vote: int | None = None


@dataclass(frozen=True, slots=True)
class Official:
    """Somebody who acts by office: it is printed where no position is known."""

    person: Person
    office: str | None


@dataclass(frozen=True, slots=True)
class ProtocolSheet:
    """The protocol. Blocks without data are empty or None; nothing here is a word of a language.

    A short one has who spoke, not what was said, and the votes without the figures of each sector.
    """

    head: SheetHead
    kind: Literal["full", "short"]
    convening: Convening
    convened_by: tuple[Official, ...]
    opened_by: Official | None  # who presided at the opening
    closed_by: Person | None  # who presided at the closing, and signs
    total_act: Act | None
    attended: int
    excused: tuple[Absentee, ...]
    absent: tuple[Absentee, ...]
    opening: Opening | None
    quorum_point: str
    agenda: tuple[AgendaLine, ...]
    parts: tuple[ItemPart | Happening, ...]
    left_over: Mapping[ItemState, tuple[AgendaLine, ...]]  # postponed, removed, not reached
    closed_at: datetime | None
    close_reason: Text | None
    late_notes: tuple[Note, ...]  # written when the sitting was over
    rectified: tuple[RectifiedEntry, ...]
    corrected: tuple[CorrectedVote, ...]
    cancelled: bool
    appendices: tuple[Appendix, ...]


def protocol_sheet(state: Sitting, *, short: bool = False) -> ProtocolSheet:
    """The protocol of the sitting as far as it has come, full or short."""
    convening, attendance = state.convening, attendance_sheet(state)
    lines = agenda_lines(state)
    appendices = (
        Appendix(1),
        *(Appendix(number, vote) for number, vote in enumerate(named_votes(state), 2)),
    )
    off = [
        AgendaLine(0, item.id, item.title, item.state, item.rapporteurs)
        for item in state.agenda.items.values()
        if item.state == "removed"
    ]
    parts = _parts(state, lines, {one.vote: one.number for one in appendices if one.vote})
    return ProtocolSheet(
        head=sheet_head(state),
        kind="short" if short else "full",
        convening=convening,
        convened_by=tuple(
            _official(state, person, office)
            for person, office in zip(convening.convened_by, convening.by_office, strict=True)
        ),
        opened_by=_official(state, convening.presiding) if convening.presiding else None,
        closed_by=state.presiding,
        total_act=state.roll.total_act,
        attended=len(attendance.came),
        excused=tuple(one for one in attendance.absent if one.excuse is not None),
        absent=tuple(one for one in attendance.absent if one.excuse is None),
        opening=state.opening,
        quorum_point=state.rules.quorum.point,
        agenda=lines,
        parts=tuple(_shortened(part) for part in parts) if short else parts,
        left_over={
            code: tuple(line for line in (*lines, *off) if line.state == code)
            for code in ("not-reached", "postponed", "removed")
        },
        closed_at=state.closed_at,
        close_reason=state.close_reason,
        late_notes=tuple(note for note in state.notes if _late(state, note)),
        rectified=rectified_entries(state),
        corrected=corrected_votes(state),
        cancelled=state.phase == "cancelled",
        appendices=appendices,
    )


def _shortened(part: ItemPart | Happening) -> ItemPart | Happening:
    match part:
        case ItemPart():
            return replace(part, happenings=tuple(_short(one) for one in part.happenings))
        case _:
            return _short(part)


def _short(happening: Happening) -> Happening:
    match happening:
        case Speech():
            return replace(happening, gist=None)
        case VoteEntry():
            return replace(happening, sectors=())
        case _:
            return happening


def _official(state: Sitting, person: Person, office: str | None = None) -> Official:
    """With the office; a region that only fills the place of a position does not hide it."""
    member = state.roll.members.get(person.member or "")
    if member is not None:
        office = office or member.office
        if person.position == member.region:
            person = replace(person, position=None)
    return Official(person, office)


def _parts(
    state: Sitting, lines: Sequence[AgendaLine], appendices: Mapping[int, int]
) -> tuple[ItemPart | Happening, ...]:
    """The items in the order in which they were taken up, and between them what belongs to none.

    What belongs to no item but came in the midst of one is told there, in its place.
    """
    numbered = {line.item: line for line in lines}
    course = _course(state, appendices)
    told = {item for item, happening in course if happening is not None}
    told |= {line.item for line in lines if line.state in ("taken", "finished")}  # also dealt with in silence
    items = [item if item in numbered and item in told else None for item, _ in course]
    last = {item: place for place, item in enumerate(items) if item is not None}
    inside: dict[str, list[Happening]] = {}
    order: list[str | Happening] = []
    current: str | None = None
    for place, (item, (_, happening)) in enumerate(zip(items, course, strict=True)):
        if item is not None:
            current = item
            if item not in inside:
                inside[item] = []
                order.append(item)
        if happening is None:
            continue
        if current is not None and place <= last[current]:
            inside[current].append(happening)
        else:
            order.append(happening)
    return tuple(
        _item_part(state, numbered[one], inside[one]) if isinstance(one, str) else one for one in order
    )


def _course(state: Sitting, appendices: Mapping[int, int]) -> list[tuple[str | None, Happening | None]]:
    """All that happened, in the order of the record, for a clock may step back; None: the item was taken up."""
    told: list[tuple[int, str | None, Happening | None]] = []
    told.extend((entry, item, None) for item, entry in state.agenda.taken.items())
    told.extend((speech.entry, speech.item, speech) for speech in state.floor.ended)
    told.extend((vote.entry, item, vote) for item, vote in vote_entries(state, appendices))
    told.extend((note.entry, None, note) for note in state.notes if not _late(state, note))
    told.extend((pause.entry, None, pause) for pause in state.pauses)
    told.extend((passed.entry, None, passed) for passed in state.hand_overs)
    told.extend((change.entry, None, change) for change in state.roll.changes)
    told.sort(key=lambda one: one[0])
    return [(item, happening) for _, item, happening in told]


def _late(state: Sitting, note: Note) -> bool:
    """Whether the remark was written when the sitting was over: it stands after the closing."""
    return state.closing is not None and note.entry > state.closing


def _item_part(state: Sitting, line: AgendaLine, happenings: Sequence[Happening]) -> ItemPart:
    motions = [motion for motion in state.motions.values() if motion.item == line.item]
    return ItemPart(
        line=line,
        happenings=tuple(happenings),
        decisions=tuple(_decisions(state, motions)),
        unput=tuple(
            UnputMotion(motion.text, motion.state)
            for motion in motions
            if motion.state in ("withdrawn", "fallen", "split")
            or (motion.state == "proposed" and state.closed_at is not None)
            if not _was_put(state, motion)
        ),
    )


def _was_put(state: Sitting, motion: Motion) -> bool:
    """Whether the protocol tells of a vote on it that ended, or of its place on a list from which it withdrew."""
    votes = [vote for vote in state.votes if vote.motion == motion.id and vote.decided]
    if motion.state == "proposed":
        return bool(votes)  # annulled: it may be put again, but it was put
    return any(vote.verdict == "withdrawn" for vote in votes)


def _decisions(state: Sitting, motions: Sequence[Motion]) -> Iterator[Decision]:
    """What was decided, in the order of the votes; a candidate is named by the closing decision alone."""
    votes = {vote.motion: vote.number for vote in state.votes if vote.verdict == "adopted" and vote.holds}
    decided = [
        motion
        for motion in motions
        if motion.id in votes
        and motion.state == "adopted"
        and motion.kind not in ("amendment", "procedural", "candidate")
    ]
    for motion in sorted(decided, key=lambda motion: votes[motion.id]):
        yield Decision(
            motion.kind,
            motion.text,
            votes[motion.id],
            elected_people(state, motion),
            motion.rests_on,
            motion.addressees,
            motion.responsible,
            motion.deadline,
        )
