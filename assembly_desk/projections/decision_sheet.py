"""The Session's decisions and its Appeal as papers of their own (p. 10, p. 11)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from assembly_desk.domain.state import Sitting, round_of
from assembly_desk.domain.text import Person
from assembly_desk.projections.agenda_sheet import AgendaLine, agenda_lines
from assembly_desk.projections.not_made import NotMade
from assembly_desk.projections.protocol_sheet import Decision, ItemPart, protocol_sheet
from assembly_desk.projections.sheet_head import SheetHead
from assembly_desk.projections.vote_figures import Figures, figures_of


@dataclass(frozen=True, slots=True)
class Basis:
    """The vote by which a text was adopted."""

    vote: int
    at: datetime
    base: int
    needed: int
    point: str
    figures: Figures | None


@dataclass(frozen=True, slots=True)
class DecisionSheet:
    """What the Session decided on one item, or the Appeal that it adopted; the presiding person signs it."""

    head: SheetHead
    line: AgendaLine
    decisions: tuple[Decision, ...]
    bases: tuple[Basis, ...]
    presiding: Person | None


def decision_sheets(state: Sitting, item: str | None = None) -> tuple[DecisionSheet, ...]:
    """The decision on that item, or each. Raises NotMade: `NotThisBody`, `UnknownItem`, `NothingAdopted`."""
    return _sheets(state, item, appeals=False)


def appeal_sheets(state: Sitting, item: str | None = None) -> tuple[DecisionSheet, ...]:
    """The adopted Appeal. Raises NotMade: `NotThisBody`, `UnknownItem`, `NothingAdopted`."""
    return _sheets(state, item, appeals=True)


def _sheets(state: Sitting, item: str | None, *, appeals: bool) -> tuple[DecisionSheet, ...]:
    if not state.rules.appeals:
        raise NotMade("NotThisBody")
    if item is not None and item not in {line.item for line in agenda_lines(state)}:
        raise NotMade("UnknownItem", {"id": item})
    sheet = protocol_sheet(state)
    found: list[DecisionSheet] = []
    for part in sheet.parts:
        if isinstance(part, ItemPart) and item in (None, part.line.item):
            chosen = tuple(one for one in part.decisions if (one.kind == "appeal") == appeals)
            if chosen:
                bases = tuple(_bases(state, chosen))
                found.append(DecisionSheet(sheet.head, part.line, chosen, bases, sheet.closed_by))
    if not found:
        raise NotMade("NothingAdopted")
    return tuple(found)


def _bases(state: Sitting, decisions: tuple[Decision, ...]) -> Iterator[Basis]:
    for one in decisions:
        yield basis_of(state, one.vote)


def basis_of(state: Sitting, number: int) -> Basis:
    """The vote of that number, of a list its first row, as the basis of what it adopted."""
    vote = round_of(state, number)[0]
    return Basis(vote.number, vote.at, vote.base, vote.needed, vote.rule.point, figures_of(vote))
