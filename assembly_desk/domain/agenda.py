"""The agenda: the items, in their order, and how far each has come."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from assembly_desk.domain.text import Person, Text

ItemState = Literal["offered", "waiting", "taken", "finished", "postponed", "removed", "not-reached"]


@dataclass(frozen=True, slots=True)
class Item:
    """A matter before the body, with its competence code (p. 8, 10, 11, 13, 16, 31)."""

    id: str
    title: Text
    competence: str
    state: ItemState = "waiting"
    competence_reason: Text | None = None
    rapporteurs: tuple[Person, ...] = ()
    draft: Text | None = None
    debate_closed: bool = False


@dataclass(frozen=True, slots=True)
class Agenda:
    """The items by id, in their order. `approved`: adopted by a vote, so that only a vote may change it."""

    items: Mapping[str, Item] = field(default_factory=dict)
    approved: bool = False
    current: str | None = None  # the item last taken and not yet finished
    taken: Mapping[str, int] = field(default_factory=dict)  # the entry that first took up each item
    finished: frozenset[str] = frozenset()  # dealt with once, though perhaps taken again
