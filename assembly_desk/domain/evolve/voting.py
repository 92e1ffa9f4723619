"""How motions and votes follow from their entries."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import assert_never

from assembly_desk.domain import events as e
from assembly_desk.domain.ballots import Keying
from assembly_desk.domain.motion import Motion, MotionState
from assembly_desk.domain.state import Sitting, last_verdict_on, round_of
from assembly_desk.domain.vote import Choice, Verdict, Vote

_MOTION_AFTER: Mapping[Verdict, MotionState] = {
    "open": "open",
    "adopted": "adopted",
    "not-adopted": "not-adopted",
    "outranked": "outranked",
    "tie": "tie",
    "stopped": "stopped",
    "withdrawn": "withdrawn",
}


def evolve_motion(motions: Mapping[str, Motion], event: e.MotionEvent) -> Mapping[str, Motion]:
    """The motions after one more entry."""
    match event:
        case e.MotionProposed(motion):
            return {**motions, motion.id: motion}
        case e.MotionWithdrawn(motion):
            return in_state(motions, motion, "withdrawn")
        case e.MotionSplit(motion, into):
            return {**in_state(motions, motion, "split"), **{part.id: part for part in into}}
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
                quorum=event.quorum,
                rests_on=event.rests_on,
                again=event.again,
            )
            return _put(state, (vote,))
        case e.ListPut():
            return _put(state, tuple(_rows(state.puts + 1, event, entry)))
        case e.VoteCast():
            return evolve_answers(state, (entry,))
        case e.VoteCounted(sector, tally):
            vote = state.votes[-1]
            return _with_last(state, (replace(vote, counts={**vote.counts, sector: tally}),))
        case e.BallotsKeyed(by, papers):
            keying = replace(state.keyings.get(by, Keying()), papers=papers)
            return replace(state, keyings={**state.keyings, by: keying})
        case e.RowsKeyed(by, rows):
            keying = replace(state.keyings.get(by, Keying()), rows=dict(rows))
            return replace(state, keyings={**state.keyings, by: keying})
        case e.VoteClosed():
            return _end(state, (replace(state.votes[-1], verdict=event.verdict, closed_at=entry.at),))
        case e.RowsClosed():
            return _end(state, tuple(_closed(state, event, entry)))
        case e.VoteStopped():
            held = _held(state)
            stopped = [
                replace(vote, verdict="stopped", closed_at=entry.at, stop_reason=event.reason)
                for vote in held
            ]
            return _end(state, tuple(stopped))
    assert_never(event)


def evolve_answers(state: Sitting, entries: Iterable[e.Recorded]) -> Sitting:
    """The sitting after answers in its last vote, an entry each; a later answer replaces the earlier."""
    rows = _held(state)
    given: dict[str, dict[str, Choice]] = {row.motion: {} for row in rows}
    for entry in entries:
        if isinstance(entry.event, e.VoteCast):
            given[entry.event.motion or rows[0].motion][entry.event.member] = entry.event.choice
    answered = [replace(row, answers={**row.answers, **given[row.motion]}) for row in rows]
    return _with_last(state, tuple(answered))


def evolve_gone(state: Sitting, entries: Iterable[e.Recorded]) -> Sitting:
    """The sitting after entries of the roll, as far as the vote that is held remembers who left meanwhile."""
    if state.vote is None:
        return state
    gone = set[str]()
    for entry in entries:
        match entry.event:
            case e.Left(members) | e.RollCallEnded(members) | e.RollChanged(_, members, _, _):
                gone.update(members)
    gone.intersection_update(state.vote.electorate)
    return _with_last(state, tuple(replace(row, gone=row.gone | gone) for row in _held(state)))


def in_state(motions: Mapping[str, Motion], id: str, state: MotionState) -> Mapping[str, Motion]:
    """The motions with that one in another state."""
    return {**motions, id: replace(motions[id], state=state)}


def _rows(number: int, event: e.ListPut, entry: e.Recorded) -> Iterable[Vote]:
    for motion, text in event.rows:
        yield Vote(
            number=number,
            entry=entry.seq,
            motion=motion,
            text=text,
            form=event.form,
            electorate=event.electorate,
            needed=event.needed,
            rule=event.rule,
            at=entry.at,
            quorum=event.quorum,
            seats=event.seats,
            most_for=event.most_for,
            run_off_of=event.run_off_of,
            rests_on=event.rests_on,
            again=event.again,
        )


def _put(state: Sitting, rows: tuple[Vote, ...]) -> Sitting:
    motions = state.motions
    for row in rows:
        motions = in_state(motions, row.motion, "open")
    votes = (*state.votes, *rows)
    return replace(state, votes=votes, puts=rows[0].number, motions=motions, keyings={})


def _held(state: Sitting) -> tuple[Vote, ...]:
    return round_of(state, state.votes[-1].number)


def _with_last(state: Sitting, rows: tuple[Vote, ...]) -> Sitting:
    return replace(state, votes=(*state.votes[: -len(rows)], *rows))


def _closed(state: Sitting, event: e.RowsClosed, entry: e.Recorded) -> Iterable[Vote]:
    ended = {row.motion: row for row in event.rows}
    for vote in _held(state):
        row = ended[vote.motion]
        yield replace(vote, verdict=row.verdict, marks=row.marks, papers=event.papers, closed_at=entry.at)


def _end(state: Sitting, rows: tuple[Vote, ...]) -> Sitting:
    """The round is over. What was held again and then stopped leaves the earlier verdict as it was."""
    motions, again = state.motions, state.again
    for row in rows:
        if motions[row.motion].state != "open":
            continue  # a candidate who withdrew while the list was held
        after = _MOTION_AFTER[row.verdict]
        if row.verdict == "stopped":
            after = _before(state, row)
        else:
            again = {motion: one for motion, one in again.items() if motion != row.motion}
        motions = in_state(motions, row.motion, after)
    return replace(_with_last(state, rows), motions=motions, again=again, keyings={})


def _before(state: Sitting, row: Vote) -> MotionState:
    """The state that the motion had when the vote was put that is now stopped."""
    vote = last_verdict_on(state, row.motion)
    return _MOTION_AFTER[vote.verdict] if vote is not None and vote.holds else "stopped"
