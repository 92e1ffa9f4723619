"""What happened on the floor."""

from dataclasses import dataclass

from assembly_desk.domain.floor import Waiting
from assembly_desk.domain.profile import SpeechKind
from assembly_desk.domain.text import Person, Text


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
