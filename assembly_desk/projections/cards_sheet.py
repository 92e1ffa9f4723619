"""Badges and seat cards: one for each member of the roll and each guest."""

from dataclasses import dataclass
from typing import Literal

from assembly_desk.domain.alphabet import sort_key
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.text import Person, Text
from assembly_desk.projections.attendance_sheet import region_of
from assembly_desk.projections.sheet_head import SheetHead, sheet_head

Bearer = Literal["member", "council", "guest", "other"]
"""As whom somebody attends: a member of the Assembly, of its Council, a guest, a member of another body."""


@dataclass(frozen=True, slots=True)
class CardLine:
    """What a card bears. `badge`: the number for the scanner; guests have none."""

    person: Person
    office: str | None
    region: Text | None
    badge: str | None
    bearer: Bearer


@dataclass(frozen=True, slots=True)
class CardsSheet:
    """The members in the order of the Kazakh alphabet, then the guests."""

    head: SheetHead
    cards: tuple[CardLine, ...]


def cards_sheet(state: Sitting) -> CardsSheet:
    """A card for everyone who belongs to the sitting or was invited to it."""
    bearers: dict[str, Bearer] = {"session": "member", "council": "council"}
    bearer = bearers.get(state.convening.body, "other")
    members = sorted(state.roll.members.values(), key=lambda one: sort_key(one.person.name.kk))
    return CardsSheet(
        sheet_head(state),
        (
            *(CardLine(one.person, one.office, region_of(one), one.badge, bearer) for one in members),
            *(CardLine(person, None, None, None, "guest") for person in state.convening.invited),
        ),
    )
