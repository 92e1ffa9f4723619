"""The paper of a sitting that was not held: the figures, who came, and why."""

from dataclasses import dataclass
from datetime import datetime

from assembly_desk.domain.roll import Quorum
from assembly_desk.domain.state import Convening, Sitting
from assembly_desk.domain.text import Person, Text
from assembly_desk.projections.attendance_sheet import AttendanceSheet, attendance_sheet
from assembly_desk.projections.not_made import NotMade
from assembly_desk.projections.protocol_sheet import Official, protocol_sheet
from assembly_desk.projections.sheet_head import SheetHead, sheet_head


@dataclass(frozen=True, slots=True)
class NoQuorumSheet:
    """The figures as they were when the sitting was cancelled; before that, a draft of how they stand."""

    head: SheetHead
    convening: Convening
    convened_by: tuple[Official, ...]
    quorum: Quorum
    attendance: AttendanceSheet
    at: datetime | None
    reason: Text | None
    presiding: Person | None
    secretary: Person | None


def no_quorum_sheet(state: Sitting) -> NoQuorumSheet:
    """The sheet of a sitting that never opened. Raises NotMade: `AlreadyOpen` for one that did."""
    if state.opening is not None:
        raise NotMade("AlreadyOpen")
    return NoQuorumSheet(
        head=sheet_head(state),
        convening=state.convening,
        convened_by=protocol_sheet(state).convened_by,
        quorum=state.quorum,
        attendance=attendance_sheet(state),
        at=state.closed_at,
        reason=state.close_reason,
        presiding=state.presiding,
        secretary=state.convening.secretary,
    )
