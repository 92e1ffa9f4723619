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
from assembly_desk.domain.events.people import MemberAdded, MemberChanged
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

RegisterEvent = MemberAdded | MemberChanged

RollEvent = (
    RollFixed | RollChanged | Arrived | Left | Excused | RollCallBegun | Answered | RollCallEnded
)  # fmt: skip
CourseEvent = (
    SittingAmended | Invited | Opened | BreakBegun | Adjourned | Resumed | Closed | Cancelled
    | ChairHandedOver | ReglamentDrafted | Noted | GistWritten | ProtocolNumbered | Sealed | ClockStepped
)  # fmt: skip
AgendaEvent = ItemAdded | ItemAmended | ItemMoved | ItemRemoved | ItemTaken | ItemFinished
FloorEvent = (
    FloorAsked | FloorUnasked | FloorGiven | FloorExtended | FloorPaused | FloorWentOn | FloorEnded
)  # fmt: skip
MotionEvent = MotionProposed | MotionWithdrawn | MotionSplit | MotionsOrdered
VoteEvent = VotePut | VoteCast | VoteCounted | VoteClosed | VoteStopped
Consequence = AgendaSet | FormDecided | ReglamentAdopted | DebateClosed | MotionAmended | MotionsFell
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
    "AgendaEvent",
    "AgendaSet",
    "Answered",
    "Arrived",
    "Begun",
    "BreakBegun",
    "Cancelled",
    "ChairHandedOver",
    "ClockStepped",
    "Closed",
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
    "Opened",
    "ProtocolNumbered",
    "Recorded",
    "RegisterEvent",
    "ReglamentAdopted",
    "ReglamentDrafted",
    "Resumed",
    "RollCallBegun",
    "RollCallEnded",
    "RollChanged",
    "RollEvent",
    "RollFixed",
    "Sealed",
    "SittingAmended",
    "SittingEvent",
    "Undone",
    "VoteCast",
    "VoteClosed",
    "VoteCounted",
    "VoteEvent",
    "VotePut",
    "VoteStopped",
]
