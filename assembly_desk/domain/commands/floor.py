"""Commands of the floor."""

from dataclasses import dataclass

from assembly_desk.domain.commands.convening import Whom
from assembly_desk.domain.profile import SpeechKind
from assembly_desk.domain.text import Text


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
