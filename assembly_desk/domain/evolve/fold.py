"""The fold of a journal: of a sitting and of the register."""

from collections.abc import Iterable
from dataclasses import replace

from assembly_desk.domain import events as e
from assembly_desk.domain.evolve.agenda import evolve_agenda
from assembly_desk.domain.evolve.course import evolve_course
from assembly_desk.domain.evolve.floor import evolve_floor
from assembly_desk.domain.evolve.roll import evolve_roll
from assembly_desk.domain.evolve.voting import evolve_consequence, evolve_motion, evolve_vote
from assembly_desk.domain.member import Member, Register
from assembly_desk.domain.state import Sitting, Step

UNDOABLE = (e.RollEvent, e.AgendaEvent, e.FloorEvent, e.MotionEvent, e.VotePut | e.VoteCast | e.VoteCounted)


class NoSitting(ValueError):
    """The entries do not begin a sitting."""


def is_undoable(event: e.Event) -> bool:
    """Whether a step that led to this event may be taken back: of the roll, agenda, floor, a motion, an answer."""
    return any(isinstance(event, kinds) for kinds in UNDOABLE)


def fold(entries: Iterable[e.Recorded], sitting: str) -> Sitting:
    """The state of the sitting after these entries. An undo passes over the entries that it names."""
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
    for entry in entries[2:]:
        if entry.seq in passed_over or isinstance(entry.event, e.Undone):
            state = replace(state, entries=entry.seq, last_at=entry.at)
        else:
            state = evolve(state, entry)
    return state


def evolve(state: Sitting, entry: e.Recorded) -> Sitting:
    """The state after one more entry, which is no undo."""
    event = entry.event
    if isinstance(event, e.VoteEvent):
        state = evolve_vote(state, event, entry)
    elif isinstance(event, e.RollEvent):
        state = replace(state, roll=evolve_roll(state.roll, event, entry.at))
    elif isinstance(event, e.FloorEvent):
        state = replace(state, floor=evolve_floor(state.floor, event, entry))
    elif isinstance(event, e.AgendaEvent):
        state = replace(state, agenda=evolve_agenda(state.agenda, event))
    elif isinstance(event, e.MotionEvent):
        state = replace(state, motions=evolve_motion(state.motions, event))
    elif isinstance(event, e.Consequence):
        state = evolve_consequence(state, event)
    elif isinstance(event, e.CourseEvent):
        state = evolve_course(state, event, entry)
    return replace(state, entries=entry.seq, last_at=entry.at, last=_step(state.last, entry))


def _step(last: Step | None, entry: e.Recorded) -> Step:
    undoable = is_undoable(entry.event)
    if last is not None and last.command == entry.command:
        return replace(last, entries=(*last.entries, entry.seq), undoable=last.undoable and undoable)
    return Step(entry.command, (entry.seq,), undoable, last)


def fold_register(entries: Iterable[e.Recorded], register: Register | None = None) -> Register:
    """The register after these entries, which follow those that gave `register`."""
    members: dict[str, Member] = dict((register or Register()).members)
    for entry in entries:
        match entry.event:
            case e.MemberAdded(member) | e.MemberChanged(member):
                members[member.id] = member
            case _:
                pass  # an entry of another kind of journal tells nothing of the register
    return Register(members)
