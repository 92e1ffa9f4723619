"""An extract from the protocol: of one item what was reported, the votes that decided, and the decision."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from assembly_desk.domain.floor import Speech
from assembly_desk.domain.state import Opening, Sitting
from assembly_desk.domain.text import Person
from assembly_desk.projections.agenda_sheet import AgendaLine, agenda_lines
from assembly_desk.projections.not_made import NotMade
from assembly_desk.projections.protocol_sheet import (
    Happening,
    ItemPart,
    ProtocolSheet,
    protocol_sheet,
)
from assembly_desk.projections.sheet_head import SheetHead
from assembly_desk.projections.vote_entry import VoteEntry


@dataclass(frozen=True, slots=True)
class ExtractSheet:
    """The extract of one item. `presiding` and `secretary` signed, or will sign, the protocol."""

    head: SheetHead
    opening: Opening | None
    quorum_point: str
    part: ItemPart
    presiding: Person | None
    secretary: Person | None


def extract_sheets(state: Sitting, item: str | None = None) -> tuple[ExtractSheet, ...]:
    """The extract of that item, or one of each that was dealt with. Raises NotMade: `UnknownItem`."""
    lines = {line.item: line for line in agenda_lines(state)}
    if item is not None and item not in lines:
        raise NotMade("UnknownItem", {"id": item})
    sheet = protocol_sheet(state)
    parts = {part.line.item: part for part in sheet.parts if isinstance(part, ItemPart)}
    if item is None:
        return tuple(_extract(sheet, part) for part in parts.values())
    return (_extract(sheet, parts.get(item) or _untouched(lines[item])),)


def _untouched(line: AgendaLine) -> ItemPart:
    return ItemPart(line, (), (), ())


def _extract(sheet: ProtocolSheet, part: ItemPart) -> ExtractSheet:
    return ExtractSheet(
        head=sheet.head,
        opening=sheet.opening,
        quorum_point=sheet.quorum_point,
        part=replace(part, happenings=tuple(_decisive(part.happenings)), unput=()),
        presiding=sheet.closed_by,
        secretary=sheet.convening.secretary,
    )


def _decisive(happenings: tuple[Happening, ...]) -> Iterator[Happening]:
    """The reports, and the votes that came to a verdict on the matter itself, without their lists by name."""
    for one in happenings:
        match one:
            case Speech(kind="report" | "co-report"):
                yield one
            case VoteEntry() if one.kind != "procedural" and one.verdict not in ("open", "stopped"):
                yield replace(one, appendix=None)
