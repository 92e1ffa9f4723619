"""The floor: who speaks, for how long, who waits, and what was said."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from assembly_desk.domain.profile import SpeechKind
from assembly_desk.domain.text import Person, Text


@dataclass(frozen=True, slots=True)
class Speech:
    """A speech. Times are absolute; what is left is derived from them and never ends a speech by itself."""

    entry: int
    person: Person
    kind: SpeechKind
    item: str | None
    seconds: int
    since: datetime
    quorum: bool  # False: begun, or still held, while there was no quorum (A8), and printed so
    paused_at: datetime | None = None
    paused_for: timedelta = timedelta()
    until: datetime | None = None
    end_entry: int | None = None
    gist: Text | None = None

    def left(self, now: datetime) -> float:
        """The seconds left of the time given; below zero when it is over."""
        clock = self.until or self.paused_at or now
        return self.seconds - (clock - self.since - self.paused_for).total_seconds()


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody who asked for the floor."""

    person: Person
    kind: SpeechKind
    item: str | None


@dataclass(frozen=True, slots=True)
class Floor:
    """Who has the floor now, who waits for it, and every speech that has ended."""

    speech: Speech | None = None
    queue: tuple[Waiting, ...] = ()
    ended: tuple[Speech, ...] = ()
