"""What happened to the agenda."""

from dataclasses import dataclass

from assembly_desk.domain.agenda import Item


@dataclass(frozen=True, slots=True)
class ItemAdded:
    """An item, at the end of the agenda."""

    item: Item


@dataclass(frozen=True, slots=True)
class ItemAmended:
    """The item is this from now on."""

    item: Item


@dataclass(frozen=True, slots=True)
class ItemMoved:
    """The item stands before another one, or last."""

    item: str
    before: str | None


@dataclass(frozen=True, slots=True)
class ItemRemoved:
    """The item was struck before the agenda was approved."""

    item: str


@dataclass(frozen=True, slots=True)
class ItemTaken:
    """The sitting went over to the item."""

    item: str


@dataclass(frozen=True, slots=True)
class ItemFinished:
    """The item is dealt with."""

    item: str
