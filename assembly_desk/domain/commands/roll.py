"""Commands of the roll."""

from dataclasses import dataclass

from assembly_desk.domain.roll import Excuse
from assembly_desk.domain.text import Act, Text


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
