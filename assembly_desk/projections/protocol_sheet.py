"""The protocol as a sheet: the nineteen blocks of a full one as codes, figures and texts of the record."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from assembly_desk.domain.agenda import ItemState
from assembly_desk.domain.decide.consequences import adopted_with
from assembly_desk.domain.floor import Speech
from assembly_desk.domain.motion import Motion, MotionState
from assembly_desk.domain.profile import Form, MotionKind
from assembly_desk.domain.roll import RollChange
from assembly_desk.domain.state import Convening, HandOver, Note, Opening, Pause, Sitting
from assembly_desk.domain.text import Act, Person, Text
from assembly_desk.domain.vote import Sector, Tally, Verdict, Vote
from assembly_desk.projections.agenda_sheet import AgendaLine, agenda_lines
from assembly_desk.projections.attendance_sheet import Absentee, attendance_sheet
from assembly_desk.projections.named_vote_sheet import named_votes, shown_tally
from assembly_desk.projections.sheet_head import SheetHead, sheet_head


@dataclass(frozen=True, slots=True)
class CountedSector:
    """What the teller of a sector counted."""

    name: str
    teller: Person | None
    tally: Tally


@dataclass(frozen=True, slots=True)
class VoteEntry:
    """A vote as the protocol prints it, also one that was stopped.

    `text`: the motion as it was put, of an amendment its own words; `before` and `after`: what the amended
    motion said before an adopted amendment, and what it says, or would say, with the amendment.
    """

    number: int
    at: datetime
    entry: int
    kind: MotionKind
    text: Text
    before: Text | None
    after: Text | None
    form: Form
    base: int
    needed: int
    point: str
    tally: Tally | None
    not_voting: int | None
    by_subtraction: bool
    sectors: tuple[CountedSector, ...]
    verdict: Verdict
    unanimous: bool
    stop_reason: Text | None
    adopts_agenda: bool
    appendix: int | None  # where its list by name stands


Happening = Speech | VoteEntry | Pause | HandOver | RollChange | Note


@dataclass(frozen=True, slots=True)
class Decision:
    """An adopted text of an item: what was decided, or recommended."""

    kind: MotionKind
    text: Text
    vote: int
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
    for vote in state.votes:
        entry = _vote_entry(state, vote, appendices.get(vote.number))
        told.append((vote.entry, state.motions[vote.motion].item, entry))
    told.extend((note.entry, None, note) for note in state.notes if not _late(state, note))
    told.extend((pause.entry, None, pause) for pause in state.pauses)
    told.extend((passed.entry, None, passed) for passed in state.hand_overs)
    told.extend((change.entry, None, change) for change in state.roll.changes)
    told.sort(key=lambda one: one[0])
    return [(item, happening) for _, item, happening in told]


def _late(state: Sitting, note: Note) -> bool:
    """Whether the remark was written when the sitting was over: it stands after the closing."""
    return state.closing is not None and note.entry > state.closing


def _vote_entry(state: Sitting, vote: Vote, appendix: int | None) -> VoteEntry:
    motion = state.motions[vote.motion]
    tally = shown_tally(vote)
    before, after = _texts(state, vote, motion)
    return VoteEntry(
        number=vote.number,
        at=vote.at,
        entry=vote.entry,
        kind=motion.kind,
        text=motion.text if motion.kind == "amendment" else vote.text,
        before=before,
        after=after,
        form=vote.form,
        base=vote.base,
        needed=vote.needed,
        point=vote.rule.point,
        tally=tally,
        not_voting=None if tally is None else vote.not_voting,
        by_subtraction=tally is not None and vote.by_subtraction,
        sectors=tuple(_sectors(vote.sectors, vote.counts)) if tally else (),
        verdict=vote.verdict,
        unanimous=tally is not None and tally.in_favour == vote.base,
        stop_reason=vote.stop_reason,
        adopts_agenda=vote.verdict == "adopted"
        and any(one.sets and one.sets.agenda == "approved" for one in adopted_with(state, vote)),
        appendix=appendix,
    )


def _sectors(sectors: Mapping[str, Sector], counts: Mapping[str, Tally]) -> Iterable[CountedSector]:
    for name, sector in sectors.items():
        yield CountedSector(name, sector.teller, counts[name])


def _texts(state: Sitting, vote: Vote, motion: Motion) -> tuple[Text | None, Text | None]:
    """The amended motion's text before and after the amendment that this vote was on."""
    if motion.kind != "amendment" or motion.amends is None:
        return None, None
    if vote.verdict != "adopted":
        return None, vote.text if vote.text != motion.text else None
    amended = state.motions[motion.amends]
    texts = (*amended.texts_before, amended.text)
    adopted = [
        other.number
        for other in state.votes
        if other.verdict == "adopted" and state.motions[other.motion].amends == motion.amends
    ]
    place = adopted.index(vote.number)
    return (texts[place], texts[place + 1]) if place + 1 < len(texts) else (None, None)


def _item_part(state: Sitting, line: AgendaLine, happenings: Sequence[Happening]) -> ItemPart:
    motions = [motion for motion in state.motions.values() if motion.item == line.item]
    votes = {vote.motion: vote for vote in state.votes if vote.verdict == "adopted"}
    decided = [
        motion
        for motion in motions
        if motion.state == "adopted" and motion.kind not in ("amendment", "procedural")
    ]
    return ItemPart(
        line=line,
        happenings=tuple(happenings),
        decisions=tuple(
            Decision(
                motion.kind,
                motion.text,
                votes[motion.id].number,
                motion.addressees,
                motion.responsible,
                motion.deadline,
            )
            for motion in sorted(decided, key=lambda motion: votes[motion.id].number)
        ),
        unput=tuple(
            UnputMotion(motion.text, motion.state)
            for motion in motions
            if motion.state in ("withdrawn", "fallen", "split")
            or (motion.state == "proposed" and state.closed_at is not None)
        ),
    )
