"""The roll: who belongs to the sitting, who is in the hall, and whether that makes a quorum."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from assembly_desk.domain.profile import Office
from assembly_desk.domain.text import Act, Person, Text

Excuse = Literal["duty-trip", "illness", "leave", "other"]
Standing = Literal["present", "excused", "left", "absent"]


@dataclass(frozen=True, slots=True)
class RollMember:
    """A member as copied into the sitting: what a public paper may carry, nothing else."""

    person: Person
    office: Office
    badge: str | None = None
    organisation: Text | None = None
    region: Text | None = None


@dataclass(frozen=True, slots=True)
class Presence:
    """A stay in the hall. `until` is None while it lasts. `entry` and `until_entry` say so in the record."""

    since: datetime
    until: datetime | None = None
    entry: int = field(default=0, compare=False)
    until_entry: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class RollChange:
    """A member appointed or gone while the sitting lasts, by an act (A5)."""

    entry: int
    at: datetime
    added: tuple[RollMember, ...]
    removed: tuple[RollMember, ...]
    act: Act
    reason: Text


@dataclass(frozen=True, slots=True)
class RollCall:
    """A re-registration: those who have answered since it began."""

    since: datetime
    answered: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Roll:
    """The members of the sitting in the order of the roll, and their presences as timed stays."""

    members: Mapping[str, RollMember] = field(default_factory=dict)
    fixed: bool = False
    official_total: int | None = None
    total_act: Act | None = None
    stays: Mapping[str, tuple[Presence, ...]] = field(default_factory=dict)
    present: Mapping[str, datetime] = field(default_factory=dict)  # since when, this time
    left: Mapping[str, datetime] = field(default_factory=dict)  # on this day of the sitting
    excused: Mapping[str, Excuse] = field(default_factory=dict)
    roll_call: RollCall | None = None
    changes: tuple[RollChange, ...] = ()
    gone: Mapping[str, RollMember] = field(default_factory=dict)  # by act, while the sitting lasted

    @property
    def total(self) -> int:
        """All members of the body (A5): the official number by act, else the number of the listed."""
        return len(self.members) if self.official_total is None else self.official_total

    def standing(self, member: str) -> Standing:
        """Where a member of the roll stands now: each is in one group only."""
        if member in self.present:
            return "present"
        if member in self.left:
            return "left"
        if member in self.excused:
            return "excused"
        return "absent"


@dataclass(frozen=True, slots=True)
class Quorum:
    """The lawfulness of the sitting at one moment (p. 9, p. 14): figures, verdict and the point."""

    total: int
    present: int
    needed: int
    met: bool
    point: str
