"""Ballot papers, and the list on which those who receive them sign."""

from collections.abc import Sequence
from dataclasses import dataclass

from assembly_desk.domain.alphabet import sort_key
from assembly_desk.domain.motion import Motion
from assembly_desk.domain.roll import RollMember
from assembly_desk.domain.state import Sitting, round_of
from assembly_desk.domain.text import Person, Text
from assembly_desk.projections.not_made import NotMade
from assembly_desk.projections.sheet_head import SheetHead, sheet_head

_AT_STAKE = ("proposed", "stopped", "tie", "open")


@dataclass(frozen=True, slots=True)
class BallotSheet:
    """What every paper of one vote says: all of them say the same.

    `candidates` in the order of the Kazakh alphabet, in papers of both languages; empty for one question.
    """

    head: SheetHead
    question: Text
    candidates: tuple[Person, ...]
    most_for: int | None
    copies: int


@dataclass(frozen=True, slots=True)
class RecipientsSheet:
    """The members who may receive a paper of that vote, in the order of the Kazakh alphabet.

    The list is signed by hand: who received a paper stands nowhere else.
    """

    head: SheetHead
    vote: int
    members: tuple[RollMember, ...]


def ballot_sheets(
    state: Sitting, item: str | None = None, vote: int | None = None, copies: int | None = None
) -> tuple[BallotSheet, ...]:
    """The papers of that vote; else of what can be put on that item, else on the item that is taken.

    As many as ordered by `copies`; without an order one for each who was present when the vote was put, before
    that one for each member of the roll. Raises NotMade: `UnknownItem`, `UnknownVote`, `NothingToPut`.
    """
    if vote is not None:
        rows = round_of(state, vote)
        if not rows or rows[0].form != "secret":
            raise NotMade("UnknownVote", {"vote": vote})
        motions = [state.motions[row.motion] for row in rows]
        together = rows[0].is_list
        return (_sheet(state, motions, together, rows[0].most_for, copies or rows[0].base),)
    item = state.agenda.current if item is None else item
    if item is not None and item not in state.agenda.items:
        raise NotMade("UnknownItem", {"id": item})
    waiting = [one for one in state.motions.values() if one.item == item and one.state in _AT_STAKE and item]
    listed = [one for one in waiting if one.candidate is not None]
    others = [one for one in waiting if one.candidate is None and one.kind not in ("procedural", "amendment")]
    each = copies or len(state.roll.members)
    sheets = [_sheet(state, listed, len(listed) > 1, None, each)] if listed else []
    sheets += [_sheet(state, [one], False, None, each) for one in others]
    if not sheets:
        raise NotMade("NothingToPut")
    return tuple(sheets)


def recipients_sheet(state: Sitting, number: int) -> RecipientsSheet:
    """The list for that secret vote. Raises NotMade: `UnknownVote`."""
    rows = round_of(state, number)
    if not rows or rows[0].form != "secret":
        raise NotMade("UnknownVote", {"vote": number})
    everybody = {**state.roll.gone, **state.roll.members}
    members = sorted(
        (everybody[id] for id in rows[0].electorate), key=lambda one: sort_key(one.person.name.kk)
    )
    return RecipientsSheet(sheet_head(state), number, tuple(members))


def _sheet(
    state: Sitting, motions: Sequence[Motion], together: bool, most_for: int | None, copies: int
) -> BallotSheet:
    people = [one.candidate for one in motions if one.candidate is not None]
    first = motions[0]
    title = state.agenda.items[first.item].title if together and first.item else first.put_text
    return BallotSheet(
        head=sheet_head(state),
        question=title,
        candidates=tuple(sorted(people, key=lambda person: sort_key(person.name.kk))),
        most_for=most_for,
        copies=copies,
    )
