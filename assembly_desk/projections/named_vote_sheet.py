"""The list of a named vote: each member of its electorate and the answer given."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Literal

from assembly_desk.domain.alphabet import sort_key
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.text import Person, Text
from assembly_desk.domain.vote import Choice, Tally, Verdict, Vote
from assembly_desk.projections.agenda_sheet import item_numbers
from assembly_desk.projections.sheet_head import SheetHead, sheet_head


class NoNamedVote(LookupError):
    """The sitting has no vote of that number (`unknown`), or it was not held by name (`not-named`)."""

    def __init__(self, vote: int | None, why: Literal["unknown", "not-named"]) -> None:
        super().__init__(vote, why)
        self.vote, self.why = vote, why


@dataclass(frozen=True, slots=True)
class NamedRow:
    """A member and the answer; None: did not vote."""

    number: int
    person: Person
    choice: Choice | None


@dataclass(frozen=True, slots=True)
class NamedVoteSheet:
    """A named vote, its figures and its rows in the order of the Kazakh alphabet."""

    head: SheetHead
    vote: int
    item: int | None
    text: Text
    at: datetime
    base: int
    needed: int
    point: str
    tally: Tally | None
    not_voting: int | None
    verdict: Verdict
    stop_reason: Text | None
    rows: tuple[NamedRow, ...]


def named_votes(state: Sitting) -> tuple[int, ...]:
    """The numbers of the named votes that came to a verdict: each has a list beside the protocol."""
    return tuple(
        vote.number
        for vote in state.votes
        if vote.form == "named" and vote.verdict not in ("open", "stopped")
    )


def named_vote_sheet(state: Sitting, number: int) -> NamedVoteSheet:
    """The list of that vote. Raises NoNamedVote."""
    vote = next((vote for vote in state.votes if vote.number == number), None)
    if vote is None:
        raise NoNamedVote(number, "unknown")
    if vote.form != "named":
        raise NoNamedVote(number, "not-named")
    everybody = {**state.roll.gone, **state.roll.members}
    ids = sorted(vote.electorate, key=lambda id: _key(everybody[id].person.name.kk))
    item = state.motions[vote.motion].item
    return NamedVoteSheet(
        head=sheet_head(state),
        vote=vote.number,
        item=None if item is None else item_numbers(state).get(item),
        text=vote.text,
        at=vote.at,
        base=vote.base,
        needed=vote.needed,
        point=vote.rule.point,
        tally=shown_tally(vote),
        not_voting=vote.not_voting if shown_tally(vote) else None,
        verdict=vote.verdict,
        stop_reason=vote.stop_reason,
        rows=tuple(
            NamedRow(place, everybody[id].person, vote.answers.get(id)) for place, id in enumerate(ids, 1)
        ),
    )


_key = lru_cache(4096)(sort_key)  # the same names stand in the lists of many votes


def shown_tally(vote: Vote) -> Tally | None:
    """The counts that a paper may show: none while the vote is held, and none of a vote that was stopped."""
    return None if vote.verdict in ("open", "stopped") else vote.tally
