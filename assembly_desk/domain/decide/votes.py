"""Votes: what may be counted, and the verdict (p. 10, p. 15)."""

from collections.abc import Mapping, Sequence

from assembly_desk.domain import events as e
from assembly_desk.domain.ballots import Marks, Papers
from assembly_desk.domain.commands import Cast, CloseVote, Count, StopVote
from assembly_desk.domain.decide.consequences import followed
from assembly_desk.domain.decide.lists import list_verdicts
from assembly_desk.domain.decide.phases import need
from assembly_desk.domain.decide.secret import agreed, close_notices, number
from assembly_desk.domain.decide.setting import Accepted, Setting, on_roll
from assembly_desk.domain.refusals import Refused
from assembly_desk.domain.state import Sitting, round_of
from assembly_desk.domain.vote import Tally, Verdict, Vote


def cast(state: Sitting, command: Cast, setting: Setting) -> Accepted:
    """A member's answer, of one who was in the hall when the motion was put and is now; again: it replaces.

    Who has left gives and changes none, what they answered before stands; back in the hall they may (A7).
    """
    held = _held(state)
    if held.form == "secret":
        raise Refused("SecretByName")
    if held.form != "named":
        raise Refused("NotThisForm", case="cast")
    rows = {row.motion: row for row in round_of(state, held.number)}
    if command.motion is None and held.is_list:
        raise Refused("UnknownMotion", id="—")
    vote = rows.get(command.motion or held.motion)
    if vote is None:
        raise Refused("UnknownMotion", id=command.motion)
    if command.member not in vote.electorate:
        raise Refused("NotInElectorate", name=on_roll(state, command.member, setting).person.name)
    if command.member not in state.roll.present:
        member = state.roll.gone.get(command.member) or on_roll(state, command.member, setting)
        raise Refused("NotPresent", name=member.person.name)
    if vote.answers.get(command.member) == command.choice:
        return Accepted()
    if command.choice == "for" and vote.most_for is not None:
        borne = sum(row.answers.get(command.member) == "for" for row in rows.values())
        if borne >= vote.most_for:
            raise Refused("BallotsDoNotReconcile", row="for")
    return Accepted((e.VoteCast(command.member, command.choice, vote.motion if held.is_list else None),))


def count(state: Sitting, command: Count) -> Accepted:
    """The hands counted, never more than those who sit there; for = "rest" where the body allows it.

    The rest is counted as at the moment of counting: whoever left at any time since the motion was put is not
    in it, also when they came back (A7). A leaving after the count changes no count: it is counted again, or
    stands.
    """
    vote = _held(state)
    if vote.form != "show-of-hands":
        raise Refused("NotThisForm", case="count")
    sector = command.sector or ""
    if (sector not in vote.sectors) if vote.sectors else command.sector is not None:
        raise Refused("SectorMissing", sector=command.sector or "—")
    size = vote.sectors[sector].size if vote.sectors else vote.base
    against, abstain = number(command.against), number(command.abstain)
    if command.in_favour == "rest":
        _need_subtraction(state, vote, sector)
        in_favour, rest = vote.stayed(sector) - against - abstain, True
    else:
        in_favour, rest = number(command.in_favour), False
    tally = Tally(in_favour, against, abstain, rest)
    if tally.sum > size or in_favour < 0:
        raise Refused("CountExceedsBase", sum=against + abstain + max(in_favour, 0), base=size)
    return Accepted(() if vote.counts.get(sector) == tally else (e.VoteCounted(sector, tally),))


def close(state: Sitting, command: CloseVote) -> Accepted:
    """End the vote: the verdict by the body's threshold, and what it brings about."""
    vote = _held(state)
    if vote.form == "no-objection":
        objections = 0 if command.objections is None else number(command.objections)
        if objections:
            return Accepted((e.VoteStopped(vote.number, objections=objections),))
    elif command.objections is not None:
        raise Refused("NotThisForm", case="objections")
    if vote.missing_counts:
        raise Refused("CountMissing", missing=[name for name in vote.missing_counts if name] or "—")
    rows = round_of(state, vote.number)
    if vote.form == "secret" or vote.is_list:
        papers, marks = agreed(state, rows) if vote.form == "secret" else (None, {})
        closed = closed_rows(state, rows, papers, marks)
        verdicts = {row.motion: row.verdict for row in closed.rows}
        return Accepted((closed, *followed(state, rows, verdicts)), close_notices(papers, marks))
    verdict = verdict_of(vote)
    ended = e.VoteClosed(vote.number, vote.base, vote.needed, vote.tally, vote.not_voting, verdict)
    return Accepted((ended, *followed(state, rows, {vote.motion: verdict})))


def closed_rows(
    state: Sitting, rows: Sequence[Vote], papers: Papers | None, marks: Mapping[str, Marks]
) -> e.RowsClosed:
    """The end of a secret vote or a list: its figures and a verdict a row."""
    votes_for = {
        row.motion: marks[row.motion].in_favour if papers else row.tally.in_favour if row.tally else 0
        for row in rows
    }
    gone = {row.motion for row in rows if state.motions[row.motion].state == "withdrawn"}
    verdicts = list_verdicts(rows, votes_for, gone)
    return e.RowsClosed(
        rows[0].number,
        rows[0].base,
        rows[0].needed,
        tuple(
            e.RowClosed(
                row.motion,
                verdicts[row.motion],
                None if papers else row.tally,
                None if papers else row.not_voting,
                marks.get(row.motion),
            )
            for row in rows
        ),
        papers,
    )


def verdict_of(vote: Vote) -> Verdict:
    """The verdict that the votes so far give: those for against the threshold of the base, nothing else."""
    if vote.form == "no-objection":
        return "adopted"
    in_favour = vote.tally.in_favour if vote.tally else 0
    return "adopted" if vote.rule.met(in_favour, vote.whole) else "not-adopted"


def stop(state: Sitting, command: StopVote) -> Accepted:
    """No verdict; the motion may be put again."""
    return Accepted((e.VoteStopped(_held(state).number, command.reason),))


def _held(state: Sitting) -> Vote:
    need(state, "open")
    if state.vote is None:
        raise Refused("NoVoteInProgress")
    return state.vote


def _need_subtraction(state: Sitting, vote: Vote, sector: str) -> None:
    choice = state.form_for(state.motions[vote.motion].item)
    if choice is None or not choice.by_subtraction:
        raise Refused("CountByHand")
    if vote.sectors and vote.sectors[sector].members is None:
        raise Refused("CountByHand")  # who left this sector is not known, and must not be counted
