"""What happened in the course of a sitting."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from assembly_desk.domain.correction import Correction, PresenceTruth
from assembly_desk.domain.profile import Profile
from assembly_desk.domain.roll import Quorum
from assembly_desk.domain.state import Convening
from assembly_desk.domain.text import Person, Text


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
class Invited:
    """A guest was named."""

    person: Person


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
class ChairHandedOver:
    """The chair passed to this member."""

    person: Person


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
class ClockStepped:
    """The laptop's clock ran back; the order of entries is by number, not by time."""

    before: datetime
    after: datetime


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
class Rectified:
    """That entry was not so. No vote changes; `votes` tells, by number and motion, what theirs should have been."""

    entry: int
    reason: Text
    truth: Text | None = None
    presence: tuple[PresenceTruth, ...] = ()
    votes: tuple[tuple[int, str, Correction], ...] = ()


@dataclass(frozen=True, slots=True)
class ProtocolNumbered:
    """The protocol's registration number and date."""

    number: str
    date: str


@dataclass(frozen=True, slots=True)
class Sealed:
    """The closing entry: nothing of the sitting changes any more."""

    by: Literal["seal", "signature"] = "seal"
