"""A truth found later: no vote changes, but what its base should have been is told beside it."""

from dataclasses import dataclass
from datetime import datetime

from assembly_desk.domain.text import Text


@dataclass(frozen=True, slots=True)
class Correction:
    """A vote as it should have been: base and needed number, and whether its verdict is so in doubt."""

    base: int
    needed: int
    doubtful: bool


@dataclass(frozen=True, slots=True)
class PresenceTruth:
    """From the rectified entry on, until the record next speaks of them: who was in the hall, and since when.

    `at`: the true time of their coming or going, where only the time was wrong. A command that names no members
    speaks of those whom the entry names.
    """

    members: tuple[str, ...]
    present: bool
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Rectification:
    """An entry that was not so: what is true, and why it is known. `seq`: the entry that says so."""

    seq: int
    at: datetime
    entry: int
    reason: Text
    truth: Text | None = None
    presence: tuple[PresenceTruth, ...] = ()
