"""The page of the agenda and the floor: the items, who speaks, who waits, what is moved; in codes and figures."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from assembly_desk.domain.agenda import Item, ItemState
from assembly_desk.domain.commands import EndFloor, FinishItem, GiveFloor, Guest, TakeItem, Whom
from assembly_desk.domain.decide.floor import DEBATE
from assembly_desk.domain.floor import Speech
from assembly_desk.domain.motion import Motion, MotionState
from assembly_desk.domain.profile import MotionKind, SpeechKind
from assembly_desk.domain.roll import RollMember
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.text import Person, Text
from assembly_desk.domain.vote import Tally, Verdict
from assembly_desk.projections.agenda_sheet import item_numbers
from assembly_desk.projections.next_act import NextAct, waiting_motions
from assembly_desk.projections.roll_sheet import Listed, listed

Pace = Literal["running", "warning", "over", "paused"]

GUEST = "guest/"  # before the place of an invited guest among those who may speak


@dataclass(frozen=True, slots=True)
class Figures:
    """How the last vote on an item ended. `tally` is None where nothing was counted."""

    verdict: Verdict
    tally: Tally | None


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item in its place. `number` is None while it is only offered, or once it is off the agenda."""

    item: str
    number: int | None
    title: Text
    state: ItemState
    current: bool  # the one under consideration, which the hall sees
    speaking: SpeechKind | None
    voting: bool
    figures: Figures | None
    rapporteurs: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class ItemSheet:
    """The item that is looked at."""

    row: ItemRow
    competence: str
    point: str | None  # of the law, for this body and matter
    kinds: tuple[MotionKind, ...]  # what this body may do with it
    draft: bool
    debate_closed: bool
    may_take: bool
    may_finish: bool


@dataclass(frozen=True, slots=True)
class ClockSheet:
    """A speech by the clock: whole seconds left (below zero once the time is over, which ends nothing)."""

    left: int
    spent: float  # the share of the time given, from 0 to 1
    pace: Pace


@dataclass(frozen=True, slots=True)
class QueueRow:
    """Somebody who asked for the floor. `refused`: the debate on that is closed."""

    person: Person
    kind: SpeechKind
    place: Text | None
    seconds: int
    refused: bool


@dataclass(frozen=True, slots=True)
class MotionRow:
    """A motion. An amendment stands below the motion that it amends, and is put before it."""

    motion: str
    kind: MotionKind
    text: Text
    state: MotionState
    amends: str | None
    open_to_change: bool  # it may be withdrawn, split, amended, put


# ------------------------------------------------------------------------------------------------- the items


def item_rows(state: Sitting) -> tuple[ItemRow, ...]:
    """The items in their order, with those only offered and those taken off at the end."""
    numbers = item_numbers(state)
    speech, vote = state.floor.speech, state.vote
    put_on = state.motions[vote.motion].item if vote is not None else None
    rows = [
        ItemRow(
            item=item.id,
            number=numbers.get(item.id),
            title=item.title,
            state=item.state,
            current=item.id == state.agenda.current,
            speaking=speech.kind if speech is not None and speech.item == item.id else None,
            voting=vote is not None and put_on == item.id,
            figures=_figures(state, item.id),
            rapporteurs=item.rapporteurs,
        )
        for item in state.agenda.items.values()
    ]
    return tuple(sorted(rows, key=lambda row: row.number is None))


def _figures(state: Sitting, item: str) -> Figures | None:
    """Of the last vote on what the item itself is about: an amendment only changes a text."""
    for vote in reversed(state.votes):
        motion = state.motions[vote.motion]
        if motion.item == item and motion.kind != "amendment" and vote.verdict != "open":
            return Figures(vote.verdict, None if vote.verdict == "stopped" else vote.tally)
    return None


def adopted_at(state: Sitting) -> datetime | None:
    """When the body adopted the agenda."""
    times = [
        vote.closed_at
        for vote in state.votes
        if vote.verdict == "adopted"
        and (sets := state.motions[vote.motion].sets) is not None
        and sets.agenda is not None
    ]
    return times[0] if times else None


def item_sheet(state: Sitting, item_id: str) -> ItemSheet | None:
    """The item that is looked at; None: there is no such item."""
    item = state.agenda.items.get(item_id)
    if item is None:
        return None
    rule = state.rules.competence.get(item.competence)
    return ItemSheet(
        row=next(row for row in item_rows(state) if row.item == item_id),
        competence=item.competence,
        point=rule.point if rule else None,
        kinds=rule.kinds if rule else (),
        draft=item.draft is not None,
        debate_closed=item.debate_closed,
        may_take=item.id != state.agenda.current and item.state in ("waiting", "taken", "finished"),
        may_finish=item.state == "taken",
    )


def next_item(state: Sitting) -> str:
    """The id of the next item: a number that no item bears."""
    taken = [int(id) for id in state.agenda.items if id.isascii() and id.isdecimal()]
    return str(max(taken, default=0) + 1)


# ------------------------------------------------------------------------------------------------- the floor


def clock_sheet(state: Sitting, speech: Speech, now: datetime) -> ClockSheet:
    """How much of its time a speech has left at this moment."""
    left = speech.left(now)
    if left <= 0:
        pace: Pace = "over"
    elif speech.paused_at is not None:
        pace = "paused"
    else:
        pace = "warning" if left <= state.profile.warning_seconds else "running"
    spent = 1 - left / speech.seconds if speech.seconds else 1.0
    return ClockSheet(int(-(-left // 1)), min(1.0, max(0.0, spent)), pace)  # a second begun is still there


def extended_by(state: Sitting, speech: Speech) -> int:
    """The seconds that were given beyond the time of the reglament."""
    return max(0, speech.seconds - state.seconds_for(speech.kind))


def queue_rows(state: Sitting) -> tuple[QueueRow, ...]:
    """Those who asked for the floor, in their order."""
    current = state.agenda.items.get(state.agenda.current or "")
    closed = current is not None and current.debate_closed
    return tuple(
        QueueRow(
            person=waiting.person,
            kind=waiting.kind,
            place=place_of(state, waiting.person),
            seconds=state.seconds_for(waiting.kind),
            refused=closed and waiting.kind in DEBATE,
        )
        for waiting in state.floor.queue
    )


def place_of(state: Sitting, person: Person) -> Text | None:
    """Where somebody comes from: the organisation or the region of a member, the position of anybody else."""
    member = state.roll.members.get(person.member or "")
    if member is None:
        return person.position
    return member.organisation or member.region or person.position


def speakers(state: Sitting) -> tuple[Listed, ...]:
    """Who may be given the floor, by the alphabet: the members in the hall and the guests invited."""
    present = {id: member for id, member in state.roll.members.items() if id in state.roll.present}
    guests = {
        f"{GUEST}{place}": RollMember(person, "member", organisation=person.position)
        for place, person in enumerate(state.convening.invited)
        if person.member is None
    }
    return listed({**present, **guests})


def whom_of(state: Sitting, chosen: Whom) -> Whom:
    """One of the `speakers` as a command names them: an invited guest by name."""
    if isinstance(chosen, str) and chosen.startswith(GUEST):
        person = state.convening.invited[int(chosen.removeprefix(GUEST))]
        return Guest(person.name, person.position)
    return chosen


def speeches_on(state: Sitting, item: str | None) -> tuple[Speech, ...]:
    """The speeches on an item that have ended, newest first."""
    return tuple(speech for speech in reversed(state.floor.ended) if speech.item == item)


# ----------------------------------------------------------------------------------------------- the motions


def motion_rows(state: Sitting, item: str | None) -> tuple[MotionRow, ...]:
    """The motions on an item, each followed by its amendments; before them what waits of procedure."""
    waiting = [
        motion
        for motion in state.motions.values()
        if motion.item is None and motion.state in ("proposed", "open", "stopped")
    ]
    own = [motion for motion in state.motions.values() if motion.item == item and item is not None]
    return tuple(_row(motion) for motion in (*waiting, *_in_families(own)))


def _in_families(motions: list[Motion]) -> list[Motion]:
    ids = {motion.id for motion in motions}
    ordered: list[Motion] = []

    def add(motion: Motion) -> None:
        ordered.append(motion)
        for other in motions:
            if other.amends == motion.id:
                add(other)

    for motion in motions:
        if motion.amends is None or motion.amends not in ids:
            add(motion)
    return ordered


def _row(motion: Motion) -> MotionRow:
    open_to_change = motion.state in ("proposed", "stopped")
    return MotionRow(motion.id, motion.kind, motion.text, motion.state, motion.amends, open_to_change)


def motion_kinds(state: Sitting, item: Item) -> tuple[MotionKind, ...]:
    """The kinds of motion that this body may take on that item (p. 8, 10, 11, 13, 16, 31)."""
    rule = state.rules.competence.get(item.competence)
    kinds: list[MotionKind] = list(rule.kinds) if rule else []
    if state.rules.appeals and "decision" in kinds:
        kinds.append("appeal")
    if amendable(state, item.id):
        kinds.append("amendment")
    if "procedural" not in kinds:
        kinds.append("procedural")
    return tuple(kinds)


def amendable(state: Sitting, item: str) -> tuple[Motion, ...]:
    """The motions on an item that have no verdict yet: what may be amended, or fall as a rival."""
    return tuple(
        motion
        for motion in state.motions.values()
        if motion.item == item and motion.state in ("proposed", "stopped")
    )


def next_motion(state: Sitting, item: str | None) -> str:
    """The id of the next motion on an item, «2.1», or of procedure, «p1»."""
    before = "p" if item is None else f"{_number(state, item)}."
    return _free(state, (f"{before}{number}" for number in range(1, len(state.motions) + 2)))


def next_amendment(state: Sitting, motion: str) -> str:
    """The id of the next amendment of a motion: «2.1-A»."""
    letters = [chr(code) for code in range(ord("A"), ord("Z") + 1)]
    more = [f"{letter}{number}" for number in range(2, len(state.motions) + 3) for letter in letters]
    return _free(state, (f"{motion}-{letter}" for letter in (*letters, *more)))


def part_ids(state: Sitting, motion: str, count: int) -> tuple[str, ...]:
    """The ids of the parts of a motion that is split: «2.1.1», «2.1.2»."""
    free = (f"{motion}.{number}" for number in range(1, len(state.motions) + count + 1))
    return tuple([id for id in free if id not in state.motions][:count])


def _free(state: Sitting, ids: Iterator[str]) -> str:
    return next(id for id in ids if id not in state.motions)


def _number(state: Sitting, item: str) -> str:
    """The number by which an item is called: its id where that is one, else its place on the papers."""
    if item[:1].isdecimal():
        return item
    return str(item_numbers(state).get(item) or list(state.agenda.items).index(item) + 1)


def reordered(state: Sitting, motion_id: str, step: int) -> tuple[str, ...] | None:
    """The order in which the motions of an item would be put, this one a place earlier or later among its like.

    Amendments come before what they amend. None: there is no such place.
    """
    motion = state.motions.get(motion_id)
    if motion is None or motion.item is None:
        return None
    live = [
        other
        for other in state.motions.values()
        if other.item == motion.item and other.state not in ("withdrawn", "split", "fallen")
    ]
    like = [other for other in live if other.amends == motion.amends]
    if motion not in like or not 0 <= (at := like.index(motion) + step) < len(like):
        return None
    swapped = {motion.id: like[at], like[at].id: motion}
    order: list[str] = []

    def add(one: Motion) -> None:
        for other in live:
            if other.amends == one.id:
                add(swapped.get(other.id, other))
        order.append(one.id)

    ids = {other.id for other in live}
    for other in live:
        if other.amends is None or other.amends not in ids:
            add(swapped.get(other.id, other))
    return tuple(order)


# ---------------------------------------------------------------------------------------------- the next act


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom or what the next act means: a person with the kind of speech, an item, or a motion."""

    text: Text
    item: int | None = None
    motion: str | None = None
    kind: SpeechKind | None = None


def meant(state: Sitting, act: NextAct) -> Meant | None:
    """What the blue button means; None where its name says all."""
    match act.command:
        case GiveFloor(whom, kind):
            if isinstance(whom, Guest):
                return Meant(whom.name, kind=kind)
            member = state.roll.members.get(whom)
            return Meant(member.person.name, kind=kind) if member else None
        case EndFloor() if state.floor.speech is not None:
            return Meant(state.floor.speech.person.name, kind=state.floor.speech.kind)
        case TakeItem(item) | FinishItem(item):
            return Meant(state.agenda.items[item].title, item=item_numbers(state).get(item))
    if act.words == "do.put":
        waiting = waiting_motions(state)
        first = next((one for one in waiting if one.item is None), waiting[0] if waiting else None)
        if first is None:
            return None
        before = [one for one in waiting if one.amends == first.id]
        put = before[0] if before else first
        return Meant(put.text, motion=put.id)
    return None
