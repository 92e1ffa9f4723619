"""The Council's proposal to the President (p. 5(4), 13(1)-(3), 16): from the closing decision alone."""

from dataclasses import dataclass

from assembly_desk.domain.state import Sitting
from assembly_desk.domain.text import Person
from assembly_desk.projections.agenda_sheet import AgendaLine, agenda_lines
from assembly_desk.projections.decision_sheet import Basis, basis_of
from assembly_desk.projections.not_made import NotMade
from assembly_desk.projections.protocol_sheet import Decision, ItemPart, protocol_sheet
from assembly_desk.projections.sheet_head import SheetHead
from assembly_desk.projections.vote_entry import CandidateRow, vote_entry

_WITH_NAMES = ("C13.1", "C13.2", "C16")
_WITHOUT = "C13.3"  # on the next Session and its agenda


@dataclass(frozen=True, slots=True)
class Election:
    """A vote that the closing decision rests on, and those whom it elected, with their figures."""

    basis: Basis
    elected: tuple[CandidateRow, ...]


@dataclass(frozen=True, slots=True)
class ProposalSheet:
    """One proposal: its decision with exactly the names, the vote on it, the votes that it rests on."""

    head: SheetHead
    line: AgendaLine
    decision: Decision
    basis: Basis
    elections: tuple[Election, ...]
    presiding: Person | None


def proposal_sheets(state: Sitting, item: str | None = None) -> tuple[ProposalSheet, ...]:
    """The proposals on that item, or all. Raises NotMade: `NotThisBody`, `UnknownItem`, `NothingAdopted`."""
    if state.convening.body != "council":
        raise NotMade("NotThisBody", {"case": "proposal"})
    if item is not None and item not in {line.item for line in agenda_lines(state)}:
        raise NotMade("UnknownItem", {"id": item})
    sheet = protocol_sheet(state)
    found = [
        ProposalSheet(
            sheet.head,
            part.line,
            decision,
            basis_of(state, decision.vote),
            tuple(_election(state, vote) for vote in decision.rests_on),
            sheet.closed_by,
        )
        for part in sheet.parts
        if isinstance(part, ItemPart) and item in (None, part.line.item)
        for decision in part.decisions
        if _proposes(state.agenda.items[part.line.item].competence, decision)
    ]
    if not found:
        raise NotMade("NothingAdopted")
    return tuple(found)


def _proposes(competence: str, decision: Decision) -> bool:
    if decision.kind != "decision":
        return False
    return competence == _WITHOUT or (competence in _WITH_NAMES and bool(decision.names))


def _election(state: Sitting, number: int) -> Election:
    entry = vote_entry(state, number)
    rows = entry.rows
    if not rows and entry.candidate is not None:
        rows = (CandidateRow(entry.candidate, entry.figures, entry.verdict, entry.correction),)
    return Election(basis_of(state, number), tuple(row for row in rows if row.verdict == "adopted"))
