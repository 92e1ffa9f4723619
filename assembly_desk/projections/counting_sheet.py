"""The protocols of the counting commission: no. 1 on its own officers, no. 2 on the result of a secret vote."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from assembly_desk.domain.commission import Approval, Commission
from assembly_desk.domain.state import Sitting, round_of
from assembly_desk.domain.text import Person
from assembly_desk.projections.not_made import NotMade
from assembly_desk.projections.sheet_head import SheetHead, sheet_head
from assembly_desk.projections.vote_entry import (
    CommissionEntry,
    VoteEntry,
    commission_of,
    commissions,
    vote_entry,
)

Number = Literal[1, 2]


@dataclass(frozen=True, slots=True)
class CountingSheet:
    """One protocol. `vote`: the counted one, of no. 2; `approved_by`: the vote by which the body approved it.

    There is no time of a paper and no name beside a choice in it: totals alone are known.
    """

    head: SheetHead
    number: Number
    commission: CommissionEntry
    elected_by: int
    elected_at: datetime
    vote: VoteEntry | None
    approved_by: int | None

    @property
    def others(self) -> tuple[Person, ...]:
        """The members who are neither chair nor secretary."""
        officers = (self.commission.chair, self.commission.secretary)
        return tuple(person for person in self.commission.members if person not in officers)


def counting_sheets(
    state: Sitting, number: Number | None = None, vote: int | None = None
) -> tuple[CountingSheet, ...]:
    """The protocols of that number, or all; of no. 2 the one on that vote, or on each secret vote.

    Raises NotMade: `CommissionMissing`, `CommissionNotConstituted`, `UnknownVote`, `VoteInProgress`.
    """
    known = commissions(state)
    if not known:
        raise NotMade("CommissionMissing", {"case": "paper"})
    if state.commission is not None and not state.commission.constituted:
        raise NotMade("CommissionNotConstituted", {"case": "paper"})
    sheets: list[CountingSheet] = []
    if number in (1, None) and vote is None:
        sheets += [_sheet(state, one, 1, None) for one in known.values() if one.constituted]
    if number in (2, None):
        sheets += [_sheet(state, _counted_by(state, one), 2, one) for one in _counted(state, vote)]
    if not sheets:
        raise NotMade("UnknownVote", {"case": "none"})
    return tuple(sheets)


def _counted(state: Sitting, vote: int | None) -> tuple[int, ...]:
    secret = {one.number: one for one in state.votes if one.form == "secret"}
    if vote is None:
        return tuple(number for number, one in secret.items() if one.decided)
    if vote not in secret:
        raise NotMade("UnknownVote", {"vote": vote})
    if secret[vote].verdict == "open":
        raise NotMade("VoteInProgress")
    if not secret[vote].decided:
        raise NotMade("UnknownVote", {"vote": vote})
    return (vote,)


def _counted_by(state: Sitting, vote: int) -> Commission:
    """The last commission elected before that vote."""
    earlier = [one for number, one in sorted(commissions(state).items()) if number < vote]
    return earlier[-1]


def _sheet(state: Sitting, commission: Commission, number: Number, vote: int | None) -> CountingSheet:
    elected = round_of(state, commission.vote)[0]
    approval = Approval("counting-1") if number == 1 else Approval("counting-2", vote)
    by = state.approvals.get(approval)
    if number == 1 and commission != state.commission:
        by = None  # the approval that stands is that of the commission which followed
    return CountingSheet(
        head=sheet_head(state),
        number=number,
        commission=commission_of(state, commission),
        elected_by=commission.vote,
        elected_at=elected.closed_at or elected.at,
        vote=None if vote is None else vote_entry(state, vote),
        approved_by=by,
    )
