"""What an adopted motion brings about, at once and by its own verdict."""

from collections.abc import Iterator

from assembly_desk.domain import events as e
from assembly_desk.domain.motion import AgendaChange
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.vote import Vote


def consequences(state: Sitting, vote: Vote) -> Iterator[e.Consequence]:
    """The events that follow the adoption of the motion of this vote."""
    motion = state.motions[vote.motion]
    if motion.kind == "amendment" and motion.amends is not None:
        yield e.MotionAmended(vote.number, motion.amends, motion.put_text)
    rivals = tuple(
        id
        for id in motion.excludes
        if id in state.motions and state.motions[id].state in ("proposed", "stopped")
    )
    if rivals:
        yield e.MotionsFell(vote.number, rivals)
    sets = motion.sets
    if sets is None:
        return
    if isinstance(sets.agenda, AgendaChange):
        yield e.AgendaSet(vote.number, sets.agenda)
    elif sets.agenda is not None:
        yield e.AgendaSet(vote.number)
    if sets.form is not None:
        yield e.FormDecided(vote.number, sets.form)
    if sets.reglament is not None:
        yield e.ReglamentAdopted(vote.number, sets.reglament)
    if sets.debate_closed:
        yield e.DebateClosed(vote.number, motion.item or state.agenda.current)
