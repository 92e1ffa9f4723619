"""Commands of the agenda."""

from dataclasses import dataclass

from assembly_desk.domain.commands.convening import Whom
from assembly_desk.domain.text import Text


@dataclass(frozen=True, slots=True)
class AddItem:
    """Enter an item; once the agenda is approved it is only offered."""

    item: str
    title: Text
    competence: str
    competence_reason: Text | None = None
    rapporteurs: tuple[Whom, ...] = ()
    draft: Text | None = None


@dataclass(frozen=True, slots=True)
class AmendItem:
    """Change an item before the agenda is approved; what is None stays."""

    item: str
    title: Text | None = None
    competence: str | None = None
    competence_reason: Text | None = None
    rapporteurs: tuple[Whom, ...] | None = None
    draft: Text | None = None


@dataclass(frozen=True, slots=True)
class MoveItem:
    """Move an item before another, or to the end."""

    item: str
    before: str | None = None


@dataclass(frozen=True, slots=True)
class RemoveItem:
    """Strike an item before the agenda is approved."""

    item: str


@dataclass(frozen=True, slots=True)
class TakeItem:
    """Go over to an item."""

    item: str


@dataclass(frozen=True, slots=True)
class FinishItem:
    """The item is dealt with."""

    item: str
