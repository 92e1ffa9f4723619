"""How motions, votes and what they bring about follow from their entries."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import assert_never

from assembly_desk.domain import events as e
from assembly_desk.domain.evolve.agenda import adopt
from assembly_desk.domain.motion import Motion, MotionState
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.vote import Verdict, Vote

_MOTION_AFTER: Mapping[Verdict, MotionState] = {
    "open": "open",
    "adopted": "adopted",
    "not-adopted": "not-adopted",
    "stopped": "stopped",
    "withdrawn": "withdrawn",
}


def evolve_motion(motions: Mapping[str, Motion], event: e.MotionEvent) -> Mapping[str, Motion]:
    """The motions after one more entry."""
    match event:
        case e.MotionProposed(motion):
            return {**motions, motion.id: motion}
        case e.MotionWithdrawn(motion):
            return _in_state(motions, motion, "withdrawn")
        case e.MotionSplit(motion, into):
            return {**_in_state(motions, motion, "split"), **{part.id: part for part in into}}
        case e.MotionsOrdered(order):
            first = {id: motions[id] for id in order}
            return first | {id: motion for id, motion in motions.items() if id not in first}
    assert_never(event)


def evolve_vote(state: Sitting, event: e.VoteEvent, entry: e.Recorded) -> Sitting:
    """The sitting after one more entry of a vote."""
    match event:
        case e.VotePut():
            vote = Vote(
                number=state.puts + 1,
                entry=entry.seq,
                motion=event.motion,
                text=event.text,
                form=event.form,
                electorate=event.electorate,
                needed=event.needed,
                rule=event.rule,
                at=entry.at,
                sectors=dict(event.sectors),
            )
            motions = _in_state(state.motions, event.motion, "open")
            return replace(state, votes=(*state.votes, vote), puts=vote.number, motions=motions)
        case e.VoteCast():
            return evolve_answers(state, (entry,))
        case e.VoteCounted(sector, tally):
            vote = state.votes[-1]
            return _with_last(state, replace(vote, counts={**vote.counts, sector: tally}))
        case e.VoteClosed():
            return _end(state, replace(state.votes[-1], verdict=event.verdict, closed_at=entry.at))
        case e.VoteStopped():
            stopped = replace(
                state.votes[-1], verdict="stopped", closed_at=entry.at, stop_reason=event.reason
            )
            return _end(state, stopped)
    assert_never(event)


def evolve_answers(state: Sitting, entries: Iterable[e.Recorded]) -> Sitting:
    """The sitting after answers in its last vote, an entry each; a later answer replaces the earlier."""
    vote = state.votes[-1]
    given = {
        entry.event.member: entry.event.choice for entry in entries if isinstance(entry.event, e.VoteCast)
    }
    return _with_last(state, replace(vote, answers={**vote.answers, **given}))


def evolve_gone(state: Sitting, entries: Iterable[e.Recorded]) -> Sitting:
    """The sitting after entries of the roll, as far as the vote that is held remembers who left meanwhile."""
    vote = state.vote
    if vote is None:
        return state
    gone = set[str]()
    for entry in entries:
        match entry.event:
            case e.Left(members) | e.RollCallEnded(members) | e.RollChanged(_, members, _, _):
                gone.update(members)
    return _with_last(state, replace(vote, gone=vote.gone.union(gone.intersection(vote.electorate))))


def evolve_consequence(state: Sitting, event: e.Consequence) -> Sitting:
    """The sitting after something that an adopted motion brought about."""
    match event:
        case e.AgendaSet(_, change):
            return replace(state, agenda=adopt(state.agenda, change))
        case e.FormDecided(_, choice):
            if choice.item is None:
                return replace(state, form=choice)
            return replace(state, item_forms={**state.item_forms, choice.item: choice})
        case e.ReglamentAdopted(_, reglament):
            adopted = replace(state.reglaments[reglament], adopted=True)
            return replace(state, reglament=reglament, reglaments={**state.reglaments, reglament: adopted})
        case e.DebateClosed(_, item):
            if item is None:
                return state
            closed = replace(state.agenda.items[item], debate_closed=True)
            agenda = replace(state.agenda, items={**state.agenda.items, item: closed})
            return replace(state, agenda=agenda)
        case e.MotionAmended(_, amended, text):
            motion = state.motions[amended]
            before = (*motion.texts_before, motion.put_text)
            if motion.kind == "amendment":
                motion = replace(motion, result=text, texts_before=before)
            else:
                motion = replace(motion, text=text, texts_before=before)
            return replace(state, motions={**state.motions, amended: motion})
        case e.MotionsFell(_, fallen):
            motions = state.motions
            for id in fallen:
                motions = _in_state(motions, id, "fallen")
            return replace(state, motions=motions)
    assert_never(event)


def _in_state(motions: Mapping[str, Motion], id: str, state: MotionState) -> Mapping[str, Motion]:
    return {**motions, id: replace(motions[id], state=state)}


def _with_last(state: Sitting, vote: Vote) -> Sitting:
    return replace(state, votes=(*state.votes[:-1], vote))


def _end(state: Sitting, vote: Vote) -> Sitting:
    motions = _in_state(state.motions, vote.motion, _MOTION_AFTER[vote.verdict])
    return replace(_with_last(state, vote), motions=motions)
