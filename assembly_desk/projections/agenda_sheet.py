"""The agenda as a paper shows it: the items numbered in their order, with those who report."""

from collections.abc import Mapping
from dataclasses import dataclass

from assembly_desk.domain.agenda import ItemState
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.text import Person, Text
from assembly_desk.projections.sheet_head import SheetHead, sheet_head

OFF_THE_AGENDA: tuple[ItemState, ...] = ("offered", "removed")


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """An item in its place. A postponed one keeps its number, so that no later item changes its own."""

    number: int
    item: str
    title: Text
    state: ItemState
    rapporteurs: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class AgendaSheet:
    """The agenda of a sitting. `approved`: adopted by the body, no longer the convening's proposal."""

    head: SheetHead
    time: str | None
    lines: tuple[AgendaLine, ...]
    approved: bool


def agenda_sheet(state: Sitting) -> AgendaSheet:
    """The agenda of the sitting as it stands."""
    return AgendaSheet(sheet_head(state), state.convening.time, agenda_lines(state), state.agenda.approved)


def agenda_lines(state: Sitting) -> tuple[AgendaLine, ...]:
    """The numbered items, without those only offered and those taken off."""
    items = [item for item in state.agenda.items.values() if item.state not in OFF_THE_AGENDA]
    return tuple(
        AgendaLine(number, item.id, item.title, item.state, item.rapporteurs)
        for number, item in enumerate(items, 1)
    )


def item_numbers(state: Sitting) -> Mapping[str, int]:
    """The number of each item on the papers of the sitting."""
    return {line.item: line.number for line in agenda_lines(state)}
