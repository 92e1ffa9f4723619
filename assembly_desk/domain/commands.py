"""Commands: what the chair or the secretary asks for. The window and a rehearsal give the same ones.

People are given as `Whom`: the id of a member, or a guest by name. Times that a command carries (`until`) are aware.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from assembly_desk.domain.member import Mandate, Member, Seat
from assembly_desk.domain.motion import Sets
from assembly_desk.domain.profile import Form, MotionKind, Office, SpeechKind
from assembly_desk.domain.roll import Excuse
from assembly_desk.domain.state import SittingSort
from assembly_desk.domain.text import Act, Name, Text
from assembly_desk.domain.vote import Choice


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who is no member."""

    name: Text
    position: Text | None = None


Whom = str | Guest


@dataclass(frozen=True, slots=True)
class AddMember:
    """Enter a member in the register."""

    member: Member


@dataclass(frozen=True, slots=True)
class ChangeMember:
    """Change what the register says of a member; what is None stays."""

    member: str
    surname: str | None = None
    given: str | None = None
    patronymic: str | None = None
    badge: str | None = None
    bodies: Mapping[str, Seat] | None = None
    office: Office | None = None
    position: Text | None = None
    organisation: Text | None = None
    region: Text | None = None
    names: Mapping[str, Name] | None = None
    mandates: tuple[Mandate, ...] | None = None


@dataclass(frozen=True, slots=True)
class ConveningData:
    """The data of a convening, as far as they are given; what is None is missing yet, or stays."""

    number: str | None = None
    date: str | None = None
    time: str | None = None
    place: Text | None = None
    convened_by: tuple[Whom, ...] | None = None
    act: Act | None = None
    consent: Act | None = None
    presiding: Whom | None = None
    secretary: Whom | None = None
    invited: tuple[Whom, ...] | None = None
    sort: SittingSort | None = None
    profile: str | None = None


@dataclass(frozen=True, slots=True)
class Convene:
    """Begin a sitting. May be incomplete: what is missing is refused at `Open`."""

    sitting: str
    body: str
    data: ConveningData


@dataclass(frozen=True, slots=True)
class AmendSitting:
    """Change the convening data; after opening only secretary, place and guests."""

    data: ConveningData


@dataclass(frozen=True, slots=True)
class FixRoll:
    """Copy the roll into the sitting: by default all voting members of the body on that date (A5)."""

    members: tuple[str, ...] | None = None
    total: int | None = None
    total_act: Act | None = None


@dataclass(frozen=True, slots=True)
class ChangeRoll:
    """A member appointed or gone while the sitting lasts, by an act."""

    act: Act
    reason: Text
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Invite:
    """Name a guest: never counted in the quorum."""

    person: Whom


@dataclass(frozen=True, slots=True)
class Arrive:
    """Members came into the hall; in a roll-call: they answered."""

    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leave:
    """Members left the hall."""

    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExcuseMembers:
    """Members are absent for a good reason."""

    members: tuple[str, ...]
    reason: Excuse = "other"


@dataclass(frozen=True, slots=True)
class BeginRollCall:
    """Begin a re-registration: who has not answered when it ends has left."""


@dataclass(frozen=True, slots=True)
class EndRollCall:
    """End the re-registration."""


@dataclass(frozen=True, slots=True)
class Open:
    """Open the sitting: convening complete, roll fixed, quorum there, presiding person present."""

    reason: Text | None = None


@dataclass(frozen=True, slots=True)
class Close:
    """Close the sitting. An item not finished is not reached."""

    reason: Text | None = None


@dataclass(frozen=True, slots=True)
class Cancel:
    """The sitting is not held: no quorum came together."""

    reason: Text | None = None


@dataclass(frozen=True, slots=True)
class Break:
    """A break: presences stay."""

    until: datetime | None = None
    reason: Text | None = None
    place: Text | None = None


@dataclass(frozen=True, slots=True)
class Adjourn:
    """To another day: all presences end, everybody arrives anew."""

    until: datetime | None = None
    reason: Text | None = None
    place: Text | None = None


@dataclass(frozen=True, slots=True)
class Resume:
    """Go on after a break or on another day; the quorum is tested."""

    until: datetime | None = None
    reason: Text | None = None
    place: Text | None = None


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


@dataclass(frozen=True, slots=True)
class HandOverChair:
    """Another member present takes the chair."""

    member: str


@dataclass(frozen=True, slots=True)
class AskFloor:
    """Somebody asks for the floor and joins the queue."""

    person: Whom
    kind: SpeechKind


@dataclass(frozen=True, slots=True)
class UnaskFloor:
    """Somebody leaves the queue."""

    person: Whom
    kind: SpeechKind | None = None


@dataclass(frozen=True, slots=True)
class GiveFloor:
    """Give the floor, for the time of the reglament or for so many seconds."""

    person: Whom
    kind: SpeechKind
    seconds: int | None = None


@dataclass(frozen=True, slots=True)
class ExtendFloor:
    """Give the speaker more time."""

    person: Whom | None = None
    kind: SpeechKind | None = None
    seconds: int | None = None


@dataclass(frozen=True, slots=True)
class PauseFloor:
    """Stop the speaker's clock."""

    person: Whom | None = None
    kind: SpeechKind | None = None


@dataclass(frozen=True, slots=True)
class GoOnFloor:
    """Let the speaker's clock run again."""

    person: Whom | None = None
    kind: SpeechKind | None = None


@dataclass(frozen=True, slots=True)
class EndFloor:
    """The speech is over; its gist may be given now or later."""

    person: Whom | None = None
    kind: SpeechKind | None = None
    gist: Text | None = None


@dataclass(frozen=True, slots=True)
class DraftReglament:
    """Speaking times in minutes by kind, a draft until a decision adopts them."""

    reglament: str
    times: Mapping[str, int]
    text: Text | None = None


@dataclass(frozen=True, slots=True)
class TakeNote:
    """A remark for the protocol."""

    text: Text


@dataclass(frozen=True, slots=True)
class Propose:
    """Bring a motion before the body."""

    motion: str
    kind: MotionKind
    text: Text
    item: str | None = None
    amends: str | None = None
    result: Text | None = None
    excludes: tuple[str, ...] = ()
    addressees: tuple[Text, ...] = ()
    responsible: Whom | None = None
    deadline: str | None = None
    sets: Sets | None = None


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Take a motion back before it is put."""

    motion: str


@dataclass(frozen=True, slots=True)
class MotionPart:
    """A part of a motion that is split."""

    motion: str
    text: Text


@dataclass(frozen=True, slots=True)
class Split:
    """Put a motion in parts."""

    motion: str
    into: tuple[MotionPart, ...]


@dataclass(frozen=True, slots=True)
class OrderMotions:
    """The order in which motions are put."""

    motions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Put:
    """Put a motion to the vote. `sectors`: the ids or the number of those who sit in each."""

    motion: str
    form: Form
    sectors: Mapping[str, int | tuple[str, ...]] = field(default_factory=dict)
    tellers: Mapping[str, Whom] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cast:
    """A member's answer in a named vote; again: it replaces, until the vote is closed."""

    member: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class Count:
    """The hands counted, of a sector or of the hall. Values are checked here, since empty is not zero."""

    in_favour: object  # a whole number, or "rest": by subtraction
    against: object
    abstain: object
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class CloseVote:
    """End the vote. `objections`: for the form without objection."""

    objections: object = None


@dataclass(frozen=True, slots=True)
class StopVote:
    """Stop the vote without a verdict; the motion may be put again."""

    reason: Text


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back the last step not yet taken back."""


@dataclass(frozen=True, slots=True)
class WriteGist:
    """The gist of a speech, by the number of the entry that gave or ended the floor."""

    entry: int
    text: Text


@dataclass(frozen=True, slots=True)
class NumberProtocol:
    """The protocol's registration number and date."""

    number: str
    date: str


@dataclass(frozen=True, slots=True)
class Seal:
    """End all change: the journal's closing entry."""

    by: Literal["seal", "signature"] = "seal"


RegisterCommand = AddMember | ChangeMember

SittingCommand = (
    AmendSitting | FixRoll | ChangeRoll | Invite | Arrive | Leave | ExcuseMembers | BeginRollCall | EndRollCall
    | Open | Close | Cancel | Break | Adjourn | Resume
    | AddItem | AmendItem | MoveItem | RemoveItem | TakeItem | FinishItem
    | HandOverChair | AskFloor | UnaskFloor | GiveFloor | ExtendFloor | PauseFloor | GoOnFloor | EndFloor
    | DraftReglament | TakeNote
    | Propose | Withdraw | Split | OrderMotions
    | Put | Cast | Count | CloseVote | StopVote | Undo
    | WriteGist | NumberProtocol | Seal
)  # fmt: skip

Command = RegisterCommand | Convene | SittingCommand
