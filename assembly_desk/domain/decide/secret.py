"""The secret vote: papers and marks keyed twice, what must reconcile, and that both keyings agree.

A difference is told by the name of its row or field, never by a number: nobody may learn a result so.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assembly_desk.domain import events as e
from assembly_desk.domain.ballots import KEYINGS, By, Keying, Marks, Papers
from assembly_desk.domain.commands import CommissionElects, KeyBallots, KeyRows, RowCount
from assembly_desk.domain.decide.phases import RUNNING, need
from assembly_desk.domain.decide.putting import FEW, put_notices
from assembly_desk.domain.decide.setting import Accepted, Setting, on_roll
from assembly_desk.domain.refusals import Notice, Refused
from assembly_desk.domain.state import Sitting, round_of
from assembly_desk.domain.text import Text
from assembly_desk.domain.vote import Vote

PAPERS = ("printed", "issued", "spoiled", "returned", "invalid")


def commission_elects(state: Sitting, command: CommissionElects, setting: Setting) -> Accepted:
    """The commission elects its chair and its secretary, two of its own members (protocol no. 1)."""
    need(state, *RUNNING)
    commission = state.commission
    if commission is None:
        raise Refused("CommissionMissing")
    if state.vote is not None and state.vote.form == "secret":
        raise Refused("VoteInProgress")
    for id in (command.chair, command.secretary):
        on_roll(state, id, setting)
        if id not in commission.members or command.chair == command.secretary:
            raise Refused("CommissionNotConstituted", case="members")
    if (commission.chair, commission.secretary) == (command.chair, command.secretary):
        return Accepted()
    return Accepted((e.CommissionConstituted(command.chair, command.secretary),))


def key_ballots(state: Sitting, command: KeyBallots) -> Accepted:
    """How many papers there were, keyed by one of the two; again: it replaces."""
    rows = _secret(state)
    papers = Papers(*(number(getattr(command, name)) for name in PAPERS))
    if wrong := papers.wrong(rows[0].base):
        raise Refused("BallotsDoNotReconcile", row=wrong)
    if state.keyings.get(command.by, Keying()).papers == papers:
        return Accepted()
    return Accepted((e.BallotsKeyed(command.by, papers),))


def key_rows(state: Sitting, command: KeyRows) -> Accepted:
    """The marks of all rows, keyed by one of the two: whole or nothing; again: it replaces.

    Against the papers of the same keying each row is checked at once, where they are in.
    """
    rows = _secret(state)
    for motion in command.rows:
        if motion not in {row.motion for row in rows}:
            raise Refused("UnknownMotion", id=motion)
    if missing := [_name(state, row) for row in rows if row.motion not in command.rows]:
        raise Refused("CountMissing", missing=missing)
    marks = {row.motion: _marks(command.rows[row.motion]) for row in rows}
    before = state.keyings.get(command.by, Keying())
    _need_reconciled(state, rows, Keying(before.papers, marks))
    if before.rows == marks:
        return Accepted()
    return Accepted((e.RowsKeyed(command.by, tuple(marks.items())),))


def agreed(state: Sitting, rows: Sequence[Vote]) -> tuple[Papers, dict[str, Marks]]:
    """The totals of a secret vote, once both keyings are in, agree and reconcile."""
    first, second = (_whole(state, by) for by in KEYINGS)
    if row := next(_differing(state, rows, first, second), None):
        raise Refused("CountsDiffer", row=row)
    _need_reconciled(state, rows, first)
    if first.papers is None:
        raise Refused("CountMissing", missing=PAPERS)
    return first.papers, dict(first.rows)


def close_notices(papers: Papers | None, marks: dict[str, Marks]) -> tuple[Notice, ...]:
    """What the result itself gives away: all papers marked alike, or very few papers."""
    if papers is None:
        return ()
    notices = []
    alike = (papers.valid in (one.in_favour, one.against, one.abstain, one.no_mark) for one in marks.values())
    if papers.valid and any(alike):
        notices.append(Notice("SecrecyLostUnanimous"))
    if papers.returned < FEW:
        notices.append(Notice("FewerThanTen", {"base": papers.returned}))
    return tuple(notices)


def secrecy(state: Sitting, number: int) -> tuple[str, ...]:
    """The codes of what the numbers of a secret vote may give away, as far as it has come."""
    rows = round_of(state, number)
    before = replace(state, votes=tuple(vote for vote in state.votes if vote.number < number))
    notices = put_notices(before, "secret", rows[0].electorate, [row.motion for row in rows])
    if rows[0].papers is not None:
        marks = {row.motion: row.marks for row in rows if row.marks is not None}
        notices += close_notices(rows[0].papers, marks)
    return tuple(dict.fromkeys(notice.code for notice in notices))


def number(value: object) -> int:
    """A count: a whole number from 0 up."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise Refused("NotANumber", value=str(value))
    return value


def _secret(state: Sitting) -> tuple[Vote, ...]:
    need(state, "open")
    if state.vote is None:
        raise Refused("NoVoteInProgress")
    if state.vote.form != "secret":
        raise Refused("NotThisForm", case="papers")
    return round_of(state, state.vote.number)


def _marks(row: RowCount) -> Marks:
    return Marks(number(row.in_favour), number(row.against), number(row.abstain), number(row.no_mark))


def _whole(state: Sitting, by: By) -> Keying:
    keying = state.keyings.get(by)
    if keying is None or keying.papers is None or not keying.rows:
        raise Refused("CountMissing", missing=[by])
    return keying


def _differing(state: Sitting, rows: Sequence[Vote], first: Keying, second: Keying) -> Iterator[str | Text]:
    for name in PAPERS:
        if getattr(first.papers, name) != getattr(second.papers, name):
            yield name
    for row in rows:
        if first.rows[row.motion] != second.rows[row.motion]:
            yield _name(state, row)


def _need_reconciled(state: Sitting, rows: Sequence[Vote], keying: Keying) -> None:
    if wrong := keying.wrong(rows[0].base, rows[0].most_for):
        row = next((row for row in rows if row.motion == wrong), None)
        raise Refused("BallotsDoNotReconcile", row=wrong if row is None else _name(state, row))


def _name(state: Sitting, row: Vote) -> str | Text:
    """The row as people call it: the candidate, else the motion."""
    candidate = state.motions[row.motion].candidate
    return row.motion if candidate is None else candidate.name
