"""The fold of a journal: of a sitting and of the register."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import reduce
from itertools import groupby
from typing import get_args

from assembly_desk.domain import events as e
from assembly_desk.domain.evolve.agenda import evolve_agenda
from assembly_desk.domain.evolve.consequences import evolve_consequence
from assembly_desk.domain.evolve.course import evolve_course
from assembly_desk.domain.evolve.floor import evolve_floor
from assembly_desk.domain.evolve.roll import evolve_presences, evolve_roll
from assembly_desk.domain.evolve.voting import evolve_answers, evolve_gone, evolve_motion, evolve_vote
from assembly_desk.domain.member import Body, Member, Register
from assembly_desk.domain.state import Sitting, Step

UNDOABLE = frozenset(
    get_args(
        e.RollEvent
        | e.AgendaEvent
        | e.FloorEvent
        | e.MotionEvent
        | e.VotePut
        | e.ListPut
        | e.VoteCast
        | e.VoteCounted
        | e.BallotsKeyed
        | e.RowsKeyed
    )
)


class NoSitting(ValueError):
    """The entries do not begin a sitting."""


def is_undoable(event: e.Event) -> bool:
    """Whether a step that led to it may be taken back: of the roll, agenda, floor, a motion, an answer."""
    return type(event) in UNDOABLE


def fold(entries: Iterable[e.Recorded], sitting: str) -> Sitting:
    """The state of the sitting after these entries. An undo passes over the entries that it names.

    Of a vote that was put and taken back only its number is left, which no other vote is given.
    """
    entries = list(entries)
    passed_over = {
        seq for entry in entries if isinstance(entry.event, e.Undone) for seq in entry.event.entries
    }
    if len(entries) < 2 or not isinstance(begun := entries[0].event, e.Begun):
        raise NoSitting(sitting)
    if not isinstance(convened := entries[1].event, e.Convened):
        raise NoSitting(sitting)
    state = Sitting(
        id=sitting,
        rehearsal=begun.rehearsal,
        nonce=begun.nonce,
        convening=convened.convening,
        profile=convened.profile,
        entries=2,
        last_at=entries[1].at,
    )
    told = [
        entry
        for entry in entries[2:]
        if not isinstance(entry.event, e.Undone)
        and (entry.seq not in passed_over or isinstance(entry.event, e.VotePut | e.ListPut))
    ]

    def how(entry: e.Recorded) -> _EvolveRun:
        if entry.seq in passed_over:
            return _numbers_only
        return _RUNS.get(type(entry.event), _one_by_one)

    for evolve_run, run in groupby(told, key=how):
        state = evolve_run(state, run)
    steps = (entry for entry in told if entry.seq not in passed_over)
    return replace(state, entries=entries[-1].seq, last_at=entries[-1].at, last=reduce(_step, steps, None))


def evolve(state: Sitting, entry: e.Recorded) -> Sitting:
    """The state after one more entry, which is no undo."""
    state = _happen(state, entry)
    return replace(state, entries=entry.seq, last_at=entry.at, last=_step(state.last, entry))


def _happen(state: Sitting, entry: e.Recorded) -> Sitting:
    """The state after what this entry tells, but for its place in the record."""
    event = entry.event
    if isinstance(event, e.VoteEvent):
        return evolve_vote(state, event, entry)
    if isinstance(event, e.RollEvent):
        state = evolve_gone(state, (entry,))
        return _heard(replace(state, roll=evolve_roll(state.roll, event, entry)))
    if isinstance(event, e.FloorEvent):
        return replace(state, floor=evolve_floor(state.floor, event, entry))
    if isinstance(event, e.AgendaEvent):
        return replace(state, agenda=evolve_agenda(state.agenda, event, entry))
    if isinstance(event, e.MotionEvent):
        return replace(state, motions=evolve_motion(state.motions, event))
    if isinstance(event, e.Consequence):
        return evolve_consequence(state, event)
    if isinstance(event, e.CourseEvent):
        return evolve_course(state, event, entry)
    return state


def _heard(state: Sitting) -> Sitting:
    """The sitting, its speaker marked as heard without a quorum if that is lost while they speak (A8)."""
    speech = state.floor.speech
    if speech is None or not speech.quorum or state.quorum.met:
        return state
    return replace(state, floor=replace(state.floor, speech=replace(speech, quorum=False)))


def _one_by_one(state: Sitting, run: Iterable[e.Recorded]) -> Sitting:
    return reduce(_happen, run, state)


def _presences(state: Sitting, run: Iterable[e.Recorded]) -> Sitting:
    entries = tuple(run)
    if state.floor.speech is not None:
        return _one_by_one(state, entries)  # between two of them the quorum may be lost
    state = evolve_gone(state, entries)
    return replace(state, roll=evolve_presences(state.roll, entries))


def _numbers_only(state: Sitting, run: Iterable[e.Recorded]) -> Sitting:
    return replace(state, puts=state.puts + sum(1 for _ in run))


_EvolveRun = Callable[[Sitting, Iterable[e.Recorded]], Sitting]


# What a long record is full of is folded together where it follows each other: alone, each answer and each
# arrival copies what is known of 583 members (a record of 25,000 entries folds in 0.1 s, and not in 0.8 s).
_RUNS: Mapping[type[e.Event], _EvolveRun] = {
    e.VoteCast: evolve_answers,
    e.Arrived: _presences,
    e.Left: _presences,
}


def _step(last: Step | None, entry: e.Recorded) -> Step | None:
    if isinstance(entry.event, e.ClockStepped):
        return last  # told beside a step, and never taken back with it
    undoable = is_undoable(entry.event)
    if last is not None and last.command == entry.command:
        return replace(last, entries=(*last.entries, entry.seq), undoable=last.undoable and undoable)
    return Step(entry.command, (entry.seq,), undoable, last)


def fold_register(entries: Iterable[e.Recorded], register: Register | None = None) -> Register:
    """The register after these entries, which follow those that gave `register`."""
    before = register or Register()
    members: dict[str, Member] = dict(before.members)
    bodies: dict[str, Body] = dict(before.bodies)
    for entry in entries:
        match entry.event:
            case e.MemberAdded(member) | e.MemberChanged(member):
                members[member.id] = member
            case e.BodyAdded(body):
                bodies[body.id] = body
            case _:
                pass  # an entry of another kind of journal tells nothing of the register
    return Register(members, bodies)
