"""What happened to the roll and the presences."""

from dataclasses import dataclass

from assembly_desk.domain.roll import Excuse, RollMember
from assembly_desk.domain.text import Act, Text


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
