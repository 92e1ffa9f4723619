"""Events: what happened, with everything that followed from it then. Rules never enter again when they are folded."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from assembly_desk.domain.agenda import Item
from assembly_desk.domain.floor import Waiting
from assembly_desk.domain.member import Member
from assembly_desk.domain.motion import AgendaChange, FormChoice, Motion
from assembly_desk.domain.profile import Form, Profile, SpeechKind
from assembly_desk.domain.roll import Excuse, Quorum, RollMember
from assembly_desk.domain.state import Convening
from assembly_desk.domain.text import Act, Person, Text
from assembly_desk.domain.threshold import Threshold
from assembly_desk.domain.vote import Choice, Sector, Tally, Verdict


@dataclass(frozen=True, slots=True)
class MemberAdded:
    """The register gained a member."""

    member: Member


@dataclass(frozen=True, slots=True)
class MemberChanged:
    """The register knows this of the member from now on."""

    member: Member


@dataclass(frozen=True, slots=True)
class Begun:
    """The journal of a sitting begins: a public nonce, so that no history can be prepared beforehand."""

    nonce: str
    rehearsal: bool
    format: int = 1


@dataclass(frozen=True, slots=True)
class Convened:
    """The sitting was convened under this profile."""

    convening: Convening
    profile: Profile


@dataclass(frozen=True, slots=True)
class SittingAmended:
    """The convening data are these from now on."""

    convening: Convening
    profile: Profile


@dataclass(frozen=True, slots=True)
class RollFixed:
    """The roll, in its order, and the official number by act if there is one."""

    members: tuple[RollMember, ...]
    total: int | None = None
    total_act: Act | None = None


@dataclass(frozen=True, slots=True)
class RollChanged:
    """Members appointed or gone while the sitting lasts."""

    added: tuple[RollMember, ...]
    removed: tuple[str, ...]
    act: Act
    reason: Text


@dataclass(frozen=True, slots=True)
class Invited:
    """A guest was named."""

    person: Person


@dataclass(frozen=True, slots=True)
class Arrived:
    """Members came into the hall."""

    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Left:
    """Members left the hall."""

    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Excused:
    """Members are absent for a good reason."""

    members: tuple[str, ...]
    reason: Excuse


@dataclass(frozen=True, slots=True)
class RollCallBegun:
    """A re-registration began."""


@dataclass(frozen=True, slots=True)
class Answered:
    """Members answered in the re-registration."""

    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RollCallEnded:
    """The re-registration ended; these had not answered and so have left."""

    left: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """The sitting was opened with this quorum."""

    quorum: Quorum
    reason: Text | None = None


@dataclass(frozen=True, slots=True)
class BreakBegun:
    """A break."""

    until: datetime | None = None
    reason: Text | None = None
    place: Text | None = None


@dataclass(frozen=True, slots=True)
class Adjourned:
    """To another day; all presences ended."""

    until: datetime | None = None
    reason: Text | None = None
    place: Text | None = None


@dataclass(frozen=True, slots=True)
class Resumed:
    """The sitting went on with this quorum."""

    quorum: Quorum
    place: Text | None = None
    reason: Text | None = None


@dataclass(frozen=True, slots=True)
class Closed:
    """The sitting was closed; these items were not reached."""

    not_reached: tuple[str, ...]
    reason: Text | None = None


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The sitting was not held: so many had come."""

    quorum: Quorum | None
    reason: Text | None = None


@dataclass(frozen=True, slots=True)
class ClockStepped:
    """The laptop's clock ran back; the order of entries is by number, not by time."""

    before: datetime
    after: datetime


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


@dataclass(frozen=True, slots=True)
class ChairHandedOver:
    """The chair passed to this member."""

    person: Person


@dataclass(frozen=True, slots=True)
class FloorAsked:
    """Somebody joined the queue."""

    waiting: Waiting


@dataclass(frozen=True, slots=True)
class FloorUnasked:
    """Somebody left the queue."""

    waiting: Waiting


@dataclass(frozen=True, slots=True)
class FloorGiven:
    """A speech began; `quorum`: whether there was one then (A8)."""

    person: Person
    kind: SpeechKind
    item: str | None
    seconds: int
    quorum: bool


@dataclass(frozen=True, slots=True)
class FloorExtended:
    """The speaker was given more time."""

    seconds: int


@dataclass(frozen=True, slots=True)
class FloorPaused:
    """The speaker's clock stopped."""


@dataclass(frozen=True, slots=True)
class FloorWentOn:
    """The speaker's clock runs again."""


@dataclass(frozen=True, slots=True)
class FloorEnded:
    """The speech ended."""

    gist: Text | None = None


@dataclass(frozen=True, slots=True)
class ReglamentDrafted:
    """A draft of speaking times, in seconds by kind."""

    reglament: str
    seconds: Mapping[str, int]
    text: Text | None = None


@dataclass(frozen=True, slots=True)
class Noted:
    """A remark for the protocol."""

    text: Text


@dataclass(frozen=True, slots=True)
class MotionProposed:
    """A motion came before the body."""

    motion: Motion


@dataclass(frozen=True, slots=True)
class MotionWithdrawn:
    """The motion was taken back."""

    motion: str


@dataclass(frozen=True, slots=True)
class MotionSplit:
    """The motion is put in these parts."""

    motion: str
    into: tuple[Motion, ...]


@dataclass(frozen=True, slots=True)
class MotionsOrdered:
    """These motions stand first, in this order."""

    motions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VotePut:
    """A motion was put: the electorate is frozen, and with it base and needed number (A1, A2)."""

    motion: str
    text: Text
    form: Form
    electorate: tuple[str, ...]
    needed: int
    rule: Threshold
    quorum: Quorum
    sectors: Mapping[str, Sector] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class VoteCast:
    """A member's answer in a named vote."""

    member: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class VoteCounted:
    """The hands of a sector ("" for the hall) were counted."""

    sector: str
    tally: Tally


@dataclass(frozen=True, slots=True)
class VoteClosed:
    """The vote ended with this verdict. No tally where none objected and nothing was counted."""

    vote: int
    base: int
    needed: int
    tally: Tally | None
    not_voting: int | None
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class VoteStopped:
    """The vote ended without a verdict: stopped, or objections were raised."""

    vote: int
    reason: Text | None = None
    objections: int | None = None


@dataclass(frozen=True, slots=True)
class AgendaSet:
    """The body adopted the agenda, as it stands or with a change."""

    vote: int
    change: AgendaChange | None = None


@dataclass(frozen=True, slots=True)
class FormDecided:
    """The body decided the form of voting."""

    vote: int
    choice: FormChoice


@dataclass(frozen=True, slots=True)
class ReglamentAdopted:
    """The body adopted the reglament (p. 11)."""

    vote: int
    reglament: str


@dataclass(frozen=True, slots=True)
class DebateClosed:
    """The body ended the debate on the item."""

    vote: int
    item: str | None


@dataclass(frozen=True, slots=True)
class MotionAmended:
    """An adopted amendment changed the motion's text."""

    vote: int
    motion: str
    text: Text


@dataclass(frozen=True, slots=True)
class MotionsFell:
    """Rivals of an adopted amendment fell with it."""

    vote: int
    motions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Undone:
    """These entries are taken back: the fold passes over them."""

    entries: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class GistWritten:
    """The gist of the speech that this entry gave the floor to."""

    entry: int
    text: Text


@dataclass(frozen=True, slots=True)
class ProtocolNumbered:
    """The protocol's registration number and date."""

    number: str
    date: str


@dataclass(frozen=True, slots=True)
class Sealed:
    """The closing entry: nothing of the sitting changes any more."""

    by: Literal["seal", "signature"] = "seal"


RegisterEvent = MemberAdded | MemberChanged

RollEvent = (
    RollFixed | RollChanged | Arrived | Left | Excused | RollCallBegun | Answered | RollCallEnded
)  # fmt: skip
CourseEvent = (
    SittingAmended | Invited | Opened | BreakBegun | Adjourned | Resumed | Closed | Cancelled | ChairHandedOver
    | ReglamentDrafted | Noted | GistWritten | ProtocolNumbered | Sealed | ClockStepped
)  # fmt: skip
AgendaEvent = ItemAdded | ItemAmended | ItemMoved | ItemRemoved | ItemTaken | ItemFinished
FloorEvent = (
    FloorAsked | FloorUnasked | FloorGiven | FloorExtended | FloorPaused | FloorWentOn | FloorEnded
)  # fmt: skip
MotionEvent = MotionProposed | MotionWithdrawn | MotionSplit | MotionsOrdered
VoteEvent = VotePut | VoteCast | VoteCounted | VoteClosed | VoteStopped
Consequence = AgendaSet | FormDecided | ReglamentAdopted | DebateClosed | MotionAmended | MotionsFell
SittingEvent = (
    Begun | Convened | RollEvent | CourseEvent | AgendaEvent | FloorEvent | MotionEvent | VoteEvent | Consequence
    | Undone
)  # fmt: skip

Event = RegisterEvent | SittingEvent


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event in its place in the record."""

    seq: int
    at: datetime
    command: str
    event: Event
