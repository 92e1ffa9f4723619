"""The list of a named vote: each member of its electorate and the answer given."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Literal

from assembly_desk.domain.alphabet import sort_key
from assembly_desk.domain.state import Sitting, round_of
from assembly_desk.domain.text import Person, Text
from assembly_desk.domain.vote import Choice, Verdict
from assembly_desk.projections.agenda_sheet import item_numbers
from assembly_desk.projections.not_made import NotMade
from assembly_desk.projections.sheet_head import SheetHead, sheet_head
from assembly_desk.projections.vote_entry import CandidateRow, candidate_rows
from assembly_desk.projections.vote_figures import Figures, figures_of


class NoNamedVote(LookupError):
    """The sitting has no vote of that number (`unknown`), or it was not held by name (`not-named`)."""

    def __init__(self, vote: int | None, why: Literal["unknown", "not-named"]) -> None:
        super().__init__(vote, why)
        self.vote, self.why = vote, why


@dataclass(frozen=True, slots=True)
class NamedRow:
    """A member and the answers, one for each candidate of a list, else the only one; None: did not vote."""

    number: int
    person: Person
    choices: tuple[Choice | None, ...]


@dataclass(frozen=True, slots=True)
class NamedVoteSheet:
    """A named vote, its figures and its rows in the order of the Kazakh alphabet.

    `candidates`: of a list, in the order of the answers in each row; its `figures` are theirs.
    """

    head: SheetHead
    vote: int
    item: int | None
    text: Text
    at: datetime
    base: int
    needed: int
    point: str
    seats: int | None
    candidates: tuple[CandidateRow, ...]
    figures: Figures | None
    verdict: Verdict
    stop_reason: Text | None
    annulled_by: int | None
    replaced_by: int | None
    rows: tuple[NamedRow, ...]


def named_votes(state: Sitting) -> tuple[int, ...]:
    """The numbers of the named votes that came to a verdict: each has a list beside the protocol."""
    return tuple(dict.fromkeys(vote.number for vote in state.votes if vote.form == "named" and vote.decided))


def named_vote_sheet(state: Sitting, number: int) -> NamedVoteSheet:
    """The list of that vote. Raises NoNamedVote; NotMade: `SecretByName`."""
    votes = round_of(state, number)
    if not votes:
        raise NoNamedVote(number, "unknown")
    if votes[0].form == "secret":
        raise NotMade("SecretByName")
    if votes[0].form != "named":
        raise NoNamedVote(number, "not-named")
    candidates = {vote.motion: state.motions[vote.motion].candidate for vote in votes}
    votes = tuple(sorted(votes, key=lambda vote: _key(_name(candidates[vote.motion]))))
    vote = votes[0]
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
        seats=vote.seats,
        candidates=candidate_rows(state, votes) if vote.is_list else (),
        figures=None if vote.is_list else figures_of(vote),
        verdict=vote.verdict,
        stop_reason=vote.stop_reason,
        annulled_by=vote.annulled_by,
        replaced_by=vote.replaced_by,
        rows=tuple(
            NamedRow(place, everybody[id].person, tuple(one.answers.get(id) for one in votes))
            for place, id in enumerate(ids, 1)
        ),
    )


def _name(person: Person | None) -> str:
    return "" if person is None else person.name.kk


_key = lru_cache(4096)(sort_key)  # the same names stand in the lists of many votes
