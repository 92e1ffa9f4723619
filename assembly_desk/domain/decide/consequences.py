"""What an adopted motion brings about, at once and by its own verdict."""

from collections.abc import Iterator, Mapping, Sequence

from assembly_desk.domain import events as e
from assembly_desk.domain.decide.resting import taken_back
from assembly_desk.domain.motion import AgendaChange, Motion, with_parts, with_wholes
from assembly_desk.domain.state import Sitting, round_of
from assembly_desk.domain.vote import Verdict, Vote


def followed(
    state: Sitting, rows: Sequence[Vote], verdicts: Mapping[str, Verdict]
) -> Iterator[e.Consequence]:
    """The events that follow the end of a vote, by the verdicts of its rows.

    A recount or repetition takes the place of the vote that it holds again. Where both adopted the motion, what
    the first one brought about stands; else it is taken back, and what this one brings about comes.
    """
    again = rows[0].again
    if again is not None:
        (first, *more) = round_of(state, again)
        kept = not more and len(rows) == 1 and first.verdict == "adopted" == verdicts[first.motion]
        if kept:
            yield e.VoteReplaced(rows[0].number, again, kept=True)
            return
        yield e.VoteReplaced(rows[0].number, again, taken_back(state, again))
    for row in rows:
        if verdicts[row.motion] == "adopted":
            yield from consequences(state, row)


def consequences(state: Sitting, vote: Vote) -> Iterator[e.Consequence]:
    """The events that follow the adoption of the motion of this vote."""
    for motion in adopted_with(state, vote):
        yield from _of(state, motion, vote)


def adopted_with(state: Sitting, vote: Vote) -> Iterator[Motion]:
    """The motion that this vote adopted, and each split motion that is so adopted in all its parts.

    What a split motion sets and excludes belongs to its whole text, so it comes about with the last part and
    not at all if one is missing: no body has then adopted what would bring it about.
    """
    adopted = {
        one.motion
        for one in state.votes
        if one.number < vote.number and one.verdict == "adopted" and one.holds
    }
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
    if sets.commission:
        yield e.CommissionElected(vote.number, sets.commission)
    if sets.approves is not None:
        yield e.ProtocolApproved(vote.number, sets.approves)
    if sets.list_rule is not None:
        yield e.ListDecided(vote.number, sets.list_rule)
    if sets.office is not None:
        yield e.OfficeGiven(vote.number, sets.office)
    if sets.annuls is not None:
        yield e.VoteAnnulled(vote.number, sets.annuls, taken_back(state, sets.annuls))
    if sets.recount is not None:
        yield e.AgainAllowed(vote.number, sets.recount, round_of(state, sets.recount)[0].form)
    if sets.repeat is not None:
        yield e.AgainAllowed(vote.number, sets.repeat.vote, sets.repeat.form)
