"""Events: what happened, with all that followed from it then. No rule enters again when they are folded."""

from dataclasses import dataclass
from datetime import datetime

from assembly_desk.domain.events.agenda import (
    ItemAdded,
    ItemAmended,
    ItemFinished,
    ItemMoved,
    ItemRemoved,
    ItemTaken,
)
from assembly_desk.domain.events.course import (
    Adjourned,
    Begun,
    BreakBegun,
    Cancelled,
    ChairHandedOver,
    ClockStepped,
    Closed,
    Convened,
    GistWritten,
    Invited,
    Noted,
    Opened,
    ProtocolNumbered,
    Rectified,
    ReglamentDrafted,
    Resumed,
    Sealed,
    SittingAmended,
    Undone,
)
from assembly_desk.domain.events.floor import (
    FloorAsked,
    FloorEnded,
    FloorExtended,
    FloorGiven,
    FloorPaused,
    FloorUnasked,
    FloorWentOn,
)
from assembly_desk.domain.events.people import BodyAdded, MemberAdded, MemberChanged
from assembly_desk.domain.events.roll import (
    Answered,
    Arrived,
    Excused,
    Left,
    RollCallBegun,
    RollCallEnded,
    RollChanged,
    RollFixed,
)
from assembly_desk.domain.events.rounds import (
    BallotsKeyed,
    CommissionConstituted,
    ListPut,
    RowClosed,
    RowsClosed,
    RowsKeyed,
)
from assembly_desk.domain.events.standing import (
    AgainAllowed,
    CommissionElected,
    ListDecided,
    OfficeGiven,
    ProtocolApproved,
    VoteAnnulled,
    VoteReplaced,
)
from assembly_desk.domain.events.voting import (
    AgendaSet,
    DebateClosed,
    FormDecided,
    MotionAmended,
    MotionProposed,
    MotionsFell,
    MotionsOrdered,
    MotionSplit,
    MotionWithdrawn,
    ReglamentAdopted,
    VoteCast,
    VoteClosed,
    VoteCounted,
    VotePut,
    VoteStopped,
)

RegisterEvent = MemberAdded | MemberChanged | BodyAdded

RollEvent = (
    RollFixed | RollChanged | Arrived | Left | Excused | RollCallBegun | Answered | RollCallEnded
)  # fmt: skip
CourseEvent = (
    SittingAmended | Invited | Opened | BreakBegun | Adjourned | Resumed | Closed | Cancelled
    | ChairHandedOver | ReglamentDrafted | Noted | GistWritten | ProtocolNumbered | Sealed | ClockStepped
    | CommissionConstituted | Rectified
)  # fmt: skip
AgendaEvent = ItemAdded | ItemAmended | ItemMoved | ItemRemoved | ItemTaken | ItemFinished
FloorEvent = (
    FloorAsked | FloorUnasked | FloorGiven | FloorExtended | FloorPaused | FloorWentOn | FloorEnded
)  # fmt: skip
MotionEvent = MotionProposed | MotionWithdrawn | MotionSplit | MotionsOrdered
VoteEvent = (
    VotePut | ListPut | VoteCast | VoteCounted | BallotsKeyed | RowsKeyed | VoteClosed | RowsClosed | VoteStopped
)  # fmt: skip
Consequence = (
    AgendaSet | FormDecided | ReglamentAdopted | DebateClosed | MotionAmended | MotionsFell
    | CommissionElected | ProtocolApproved | ListDecided | OfficeGiven
    | VoteAnnulled | AgainAllowed | VoteReplaced
)  # fmt: skip
SittingEvent = (
    Begun | Convened | RollEvent | CourseEvent | AgendaEvent | FloorEvent | MotionEvent | VoteEvent
    | Consequence | Undone
)  # fmt: skip

Event = RegisterEvent | SittingEvent


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event in its place in the record."""

    seq: int
    at: datetime
    command: str
    event: Event


__all__ = [
    "Adjourned",
    "AgainAllowed",
    "AgendaEvent",
    "AgendaSet",
    "Answered",
    "Arrived",
    "BallotsKeyed",
    "Begun",
    "BodyAdded",
    "BreakBegun",
    "Cancelled",
    "ChairHandedOver",
    "ClockStepped",
    "Closed",
    "CommissionConstituted",
    "CommissionElected",
    "Consequence",
    "Convened",
    "CourseEvent",
    "DebateClosed",
    "Event",
    "Excused",
    "FloorAsked",
    "FloorEnded",
    "FloorEvent",
    "FloorExtended",
    "FloorGiven",
    "FloorPaused",
    "FloorUnasked",
    "FloorWentOn",
    "FormDecided",
    "GistWritten",
    "Invited",
    "ItemAdded",
    "ItemAmended",
    "ItemFinished",
    "ItemMoved",
    "ItemRemoved",
    "ItemTaken",
    "Left",
    "ListDecided",
    "ListPut",
    "MemberAdded",
    "MemberChanged",
    "MotionAmended",
    "MotionEvent",
    "MotionProposed",
    "MotionSplit",
    "MotionWithdrawn",
    "MotionsFell",
    "MotionsOrdered",
    "Noted",
    "OfficeGiven",
    "Opened",
    "ProtocolApproved",
    "ProtocolNumbered",
    "Recorded",
    "Rectified",
    "RegisterEvent",
    "ReglamentAdopted",
    "ReglamentDrafted",
    "Resumed",
    "RollCallBegun",
    "RollCallEnded",
    "RollChanged",
    "RollEvent",
    "RollFixed",
    "RowClosed",
    "RowsClosed",
    "RowsKeyed",
    "Sealed",
    "SittingAmended",
    "SittingEvent",
    "Undone",
    "VoteAnnulled",
    "VoteCast",
    "VoteClosed",
    "VoteCounted",
    "VoteEvent",
    "VotePut",
    "VoteReplaced",
    "VoteStopped",
]
