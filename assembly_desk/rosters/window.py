"""The rosters as the window gets them; what reads and writes them is loaded when it is first needed."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from assembly_desk.domain.member import Register
from assembly_desk.rosters.errors import RosterStopped
from assembly_desk.ui.members.exchange import Exchange, NotTaken, Preview, Remark

if TYPE_CHECKING:
    from assembly_desk.exchange import problems


def window_exchange() -> Exchange:
    """What the window needs to read and write rosters."""
    return Exchange(read=_read, export=_export)


def _read(file: Path, body: str | None, register: Register, go_on: Callable[[], None]) -> Preview:
    from assembly_desk.rosters.files import examined

    try:
        report = examined(file, register, body, go_on)
    except RosterStopped as stopped:
        raise NotTaken(stopped.words, **stopped.values) from None
    return Preview(
        report.members_to_add,
        report.members_to_change,
        report.unchanged,
        _remarks(report.problems),
        _remarks(report.notices),
    )


def _remarks(remarks: "Sequence[problems.Remark]") -> tuple[Remark, ...]:
    return tuple(Remark(one.row, one.column, one.words, one.values) for one in remarks)


def _export(file: Path, register: Register) -> None:
    from assembly_desk.rosters.files import export_roster

    try:
        export_roster(file, register.members.values())
    except RosterStopped as stopped:
        raise NotTaken(stopped.words, **stopped.values) from None
