"""The sittings as a list: the one that is running first, and what it was interrupted in; then the others."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from assembly_desk.domain.state import Sitting
from assembly_desk.domain.text import Text
from assembly_desk.projections.desk_line import Standing, standing

Doing = Literal["vote", "roll-call", "speech", "item", "sitting"]
OVER: frozenset[Standing] = frozenset(("closed", "sealed", "cancelled"))


@dataclass(frozen=True, slots=True)
class SittingLine:
    """One sitting on the list. `broken`: the number of the first broken entry, if its chain is broken."""

    id: str
    body: str
    body_name: Text
    number: str
    date: str | None  # ISO
    place: Text | None
    standing: Standing
    rehearsal: bool
    entries: int
    last_at: datetime | None
    adopted: int  # votes
    votes: int
    doing: Doing | None  # what a running sitting stands in the middle of
    subject: Text | None  # of that: the motion, the speaker, the item
    broken: int | None = None

    @property
    def running(self) -> bool:
        """Whether it may be gone on with."""
        return self.standing not in OVER and self.broken is None


def sitting_line(state: Sitting, broken: int | None = None) -> SittingLine:
    """A sitting on the list."""
    doing, subject = _doing(state)
    convening = state.convening
    return SittingLine(
        id=state.id,
        body=convening.body,
        body_name=state.rules.name,
        number=convening.number or "",
        date=convening.date,
        place=convening.place,
        standing=standing(state),
        rehearsal=state.rehearsal,
        entries=state.entries,
        last_at=state.last_at,
        adopted=sum(vote.verdict == "adopted" for vote in state.votes),
        votes=sum(vote.verdict != "open" for vote in state.votes),
        doing=doing,
        subject=subject,
        broken=broken,
    )


def _doing(state: Sitting) -> tuple[Doing | None, Text | None]:
    if state.phase not in ("open", "break", "adjourned"):
        return None, None
    if state.vote is not None:
        return "vote", state.vote.text
    if state.roll.roll_call is not None:
        return "roll-call", None
    if state.floor.speech is not None:
        return "speech", state.floor.speech.person.short
    if state.agenda.current is not None:
        return "item", state.agenda.items[state.agenda.current].title
    return "sitting", None


def in_order(lines: Iterable[SittingLine]) -> list[SittingLine]:
    """Those that are running first, within both the newest first."""
    return sorted(lines, key=lambda line: (line.running, line.date or "", line.number), reverse=True)


def next_number(lines: Iterable[SittingLine], body: str) -> str:
    """The number after the highest of that body's sittings of record; empty where there is none yet."""
    numbers = [int(line.number) for line in lines if line.body == body and line.number.isdecimal()]
    return str(max(numbers) + 1) if numbers else ""
