"""What an adopted motion brings about, at once and by its own verdict."""

from collections.abc import Iterator

from assembly_desk.domain import events as e
from assembly_desk.domain.motion import AgendaChange, Motion, with_parts, with_wholes
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.vote import Vote


def consequences(state: Sitting, vote: Vote) -> Iterator[e.Consequence]:
    """The events that follow the adoption of the motion of this vote."""
    for motion in adopted_with(state, vote):
        yield from _of(state, motion, vote)


def adopted_with(state: Sitting, vote: Vote) -> Iterator[Motion]:
    """The motion that this vote adopted, and each split motion that is so adopted in all its parts.

    What a split motion sets and excludes belongs to its whole text, so it comes about with the last part and
    not at all if one is missing: no body has then adopted what would bring it about.
    """
    adopted = {one.motion for one in state.votes if one.number < vote.number and one.verdict == "adopted"}
    adopted.add(vote.motion)
    for motion in with_wholes(state.motions, vote.motion):
        parts = with_parts(state.motions, motion.id)
        if not all(part.id in adopted for part in parts if part.state != "split"):
            return
        yield motion


def _of(state: Sitting, motion: Motion, vote: Vote) -> Iterator[e.Consequence]:
    if motion.kind == "amendment" and motion.amends is not None:
        yield e.MotionAmended(vote.number, motion.amends, motion.put_text)
    rivals = dict.fromkeys(
        rival.id
        for id in motion.excludes
        for rival in with_parts(state.motions, id)
        if rival.state in ("proposed", "stopped")
    )
    if rivals:
        yield e.MotionsFell(vote.number, tuple(rivals))
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
