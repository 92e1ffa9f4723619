"""Several candidates for several seats: when a list may be put, and who is elected (A18)."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from assembly_desk.domain import events as e
from assembly_desk.domain.commands import PutList
from assembly_desk.domain.decide.effects import need_off_commission
from assembly_desk.domain.decide.motions import motion_known, undecided
from assembly_desk.domain.decide.phases import need_quorum
from assembly_desk.domain.decide.putting import (
    need_form,
    need_ready,
    need_secret,
    need_time_to_vote,
    put_notices,
    rule_base,
)
from assembly_desk.domain.decide.resting import need_to_hold, rests_on
from assembly_desk.domain.decide.setting import Accepted, Setting
from assembly_desk.domain.motion import Motion
from assembly_desk.domain.refusals import Refused
from assembly_desk.domain.state import Sitting, last_verdict_on, round_of
from assembly_desk.domain.vote import Verdict, Vote


def put_list(state: Sitting, command: PutList, setting: Setting) -> Accepted:
    """Put candidates of one item together; each is judged by the body's own threshold."""
    need_time_to_vote(state)
    motions, again = need_list(state, command)
    for motion in motions:
        need_ready(state, motion, setting)
    need_secret(state, command.form)
    need_quorum(state)
    electorate = tuple(state.roll.present)
    rule = state.rules.majority
    put = e.ListPut(
        rows=tuple((motion.id, motion.put_text) for motion in motions),
        form=command.form,
        electorate=electorate,
        needed=rule.needed(rule_base(state, electorate)),
        rule=rule,
        quorum=state.quorum,
        seats=command.seats,
        most_for=command.most_for,
        run_off_of=command.run_off_of,
        rests_on=list_rests_on(state, command, motions),
        again=again,
    )
    return Accepted((put,), put_notices(state, command.form, electorate, command.motions))


def need_list(state: Sitting, command: PutList) -> tuple[list[Motion], int | None]:
    """The candidates, who may be put together so, and the vote that is held again by it if the body allowed that."""
    if command.form not in ("named", "secret"):
        raise Refused("NotThisForm")
    motions = _candidates(state, command.motions)
    again = _again(state, command, motions)
    if again is None:
        tied = () if command.run_off_of is None else _tied(_run_off(state, command, motions))
        for motion in motions:
            if command.run_off_of is None:
                undecided(state, motion)
            need_form(state, motion, command.form)
        if not tied:
            _need_rule(state, command, motions)
    need_off_commission(state, [motion.candidate for motion in motions if motion.candidate is not None])
    return motions, again


def list_rests_on(state: Sitting, command: PutList, motions: Sequence[Motion]) -> tuple[int, ...]:
    """The votes on which a list rests that is put so."""
    by_rule = len(motions) > command.seats
    return rests_on(state, motions, command.form, by_list_rule=by_rule, run_off_of=command.run_off_of)


def list_verdicts(rows: Sequence[Vote], votes_for: Mapping[str, int], gone: set[str]) -> dict[str, Verdict]:
    """The verdict of each row: by the threshold, and among those who reach it by votes while seats last.

    Equal votes for the seats left are a tie, never decided by the order on the paper. `gone`: who withdrew.
    """
    first = rows[0]
    verdicts: dict[str, Verdict] = {
        row.motion: "withdrawn" if row.motion in gone else "not-adopted" for row in rows
    }
    reached = [
        row.motion
        for row in rows
        if row.motion not in gone and first.rule.met(votes_for[row.motion], first.whole)
    ]
    reached.sort(key=lambda motion: -votes_for[motion])
    seats = len(reached) if first.seats is None else first.seats
    for _, equal in groupby(reached, key=votes_for.__getitem__):
        together = tuple(equal)
        verdict: Verdict = "adopted" if len(together) <= seats else "tie" if seats > 0 else "outranked"
        verdicts.update(dict.fromkeys(together, verdict))
        seats = seats - len(together) if verdict == "adopted" else 0
    return verdicts


def seats_left(rows: Sequence[Vote]) -> int:
    """The seats of a list that its vote left empty."""
    return (rows[0].seats or 0) - sum(row.verdict == "adopted" for row in rows)


def _candidates(state: Sitting, ids: Sequence[str]) -> list[Motion]:
    if not ids:
        raise Refused("UnknownMotion", id="—")
    motions: list[Motion] = []
    for id in ids:
        motion = motion_known(state, id)
        if motion.candidate is None:
            raise Refused("NotThisForm")
        if motion in motions:
            raise Refused("DuplicateId", id=id)
        if motions and motion.item != motions[0].item:
            raise Refused("UnknownMotion", id=id, case="candidate")
        motions.append(motion)
    return motions


def _tied(rows: Sequence[Vote]) -> tuple[str, ...]:
    return tuple(row.motion for row in rows if row.verdict == "tie")


def _run_off(state: Sitting, command: PutList, motions: Sequence[Motion]) -> tuple[Vote, ...]:
    """The list of which this is the run-off: among the tied, or for seats left empty among all not elected."""
    rows = need_to_hold(state, command.run_off_of or 0)
    if not rows[0].is_list:
        raise Refused("UnknownMotion", id=command.run_off_of, case="list")
    tied = _tied(rows)
    eligible = set(tied) or {row.motion for row in rows if row.verdict == "not-adopted"}
    for motion in motions:
        last = last_verdict_on(state, motion.id)
        if motion.id not in eligible or last is None or last.number != rows[0].number:
            raise Refused("AlreadyDecided", vote=last.number if last else rows[0].number)
    running = {id for id in eligible if state.motions[id].state != "withdrawn"}
    left_out = running - {motion.id for motion in motions}
    again_by_body = (
        rows[0].run_off_of is not None and not tied and not _ruled_since(state, motions[0], rows[0])
    )
    if left_out or command.seats != seats_left(rows) or again_by_body:
        # whoever is left out, or tried once more, is so by the body's decision only
        raise Refused("ListRuleNotDecided", case="run-off", candidates=len(running), seats=seats_left(rows))
    return rows


def _ruled_since(state: Sitting, motion: Motion, vote: Vote) -> bool:
    return any(
        number > vote.number and motion.item in dict(brought.before.lists)
        for number, brought in state.brought.items()
    )


def _again(state: Sitting, command: PutList, motions: Sequence[Motion]) -> int | None:
    """The list that is recounted or repeated: all of its candidates, in the form that the body decided."""
    allowed = state.again.get(motions[0].id)
    if allowed is None:
        return None
    rows = round_of(state, allowed.of)
    running = {row.motion for row in rows if state.motions[row.motion].state != "withdrawn"}
    if running != {motion.id for motion in motions} or rows[0].run_off_of != command.run_off_of:
        raise Refused("AlreadyDecided", case="list", vote=allowed.of)
    if (command.form, command.seats) != (allowed.form, rows[0].seats):
        raise Refused("FormNotDecided", case="again", form=allowed.form)
    return allowed.of


def _need_rule(state: Sitting, command: PutList, motions: Sequence[Motion]) -> None:
    """More candidates than seats only by the body's decision, and never more seats than it decided."""
    rule = state.lists.get(motions[0].item or "")
    more = len(motions) > command.seats
    if rule is None:
        lawful = not more
    else:
        lawful = command.seats == rule.seats or (
            command.seats < rule.seats and (not more or command.run_off_of is not None)
        )
    if not lawful:
        raise Refused("ListRuleNotDecided", candidates=len(motions), seats=command.seats)
