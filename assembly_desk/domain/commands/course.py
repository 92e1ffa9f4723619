"""Commands of the course of a sitting, from opening to sealing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from assembly_desk.domain.correction import PresenceTruth
from assembly_desk.domain.text import Text


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
class HandOverChair:
    """Another member present takes the chair."""

    member: str


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
class Undo:
    """Take back the last step not yet taken back."""


@dataclass(frozen=True, slots=True)
class WriteGist:
    """The gist of a speech, by the number of the entry that gave or ended the floor."""

    entry: int
    text: Text


@dataclass(frozen=True, slots=True)
class Rectify:
    """An entry was not so: a presence, or a slip of writing, found later. No vote changes."""

    entry: int
    reason: Text
    truth: Text | None = None
    presence: tuple[PresenceTruth, ...] = ()


@dataclass(frozen=True, slots=True)
class NumberProtocol:
    """The protocol's registration number and date."""

    number: str
    date: str


@dataclass(frozen=True, slots=True)
class Seal:
    """End all change: the journal's closing entry."""

    by: Literal["seal", "signature"] = "seal"
