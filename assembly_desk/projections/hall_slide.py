"""What the hall sees: one slide for each moment of a sitting, never a vote counted by halves."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from assembly_desk.domain.floor import Speech
from assembly_desk.domain.profile import SpeechKind
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.text import Person, Text
from assembly_desk.domain.threshold import Threshold
from assembly_desk.projections.hall_vote import (
    ListSlide,
    ResultSlide,
    VotingSlide,
    item_number,
    reported,
    result,
    still_shown,
    voting,
)

__all__ = [
    "AdjournedSlide",
    "Blank",
    "BreakSlide",
    "ClosedSlide",
    "HallHead",
    "ItemSlide",
    "ListSlide",
    "MessageSlide",
    "QuorumSlide",
    "ResultSlide",
    "Slide",
    "SpeakerSlide",
    "VotingSlide",
    "Welcome",
    "hall_head",
    "hall_slide",
]

QUORUM_STAYS = timedelta(minutes=1)
"""How long the quorum with which a sitting was opened stands in the hall, unless something follows sooner."""


@dataclass(frozen=True, slots=True)
class HallHead:
    """What stands on every slide: the body, and whether this is only a rehearsal."""

    body: str
    name: Text
    rehearsal: bool
    offset: timedelta


@dataclass(frozen=True, slots=True)
class Welcome:
    """Before anybody is called, and while nothing else is to be seen."""

    body: str
    name: Text
    number: str | None
    date: str | None  # ISO


@dataclass(frozen=True, slots=True)
class QuorumSlide:
    """Those in the hall against those needed (p. 9, p. 14).

    `running`: members are still being registered; `again`: anew, in an open sitting.
    """

    present: int
    total: int
    needed: int
    missing: int
    met: bool
    rule: Threshold
    running: bool
    again: bool = False

    @property
    def lost(self) -> bool:
        """Whether the sitting goes on without its quorum: nothing can be put to the vote."""
        return not self.running and not self.met


@dataclass(frozen=True, slots=True)
class ItemSlide:
    """The item taken, and who reports on it."""

    item: str
    title: Text
    rapporteurs: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class SpeakerSlide:
    """Who speaks and the whole seconds left: below zero when the time is over, which ends no speech."""

    name: Text
    position: Text | None
    kind: SpeechKind
    item: str | None
    title: Text | None
    left: int
    seconds: int
    warning: bool  # the last minute
    paused: bool


@dataclass(frozen=True, slots=True)
class BreakSlide:
    """A break, until then if that was said."""

    until: datetime | None


@dataclass(frozen=True, slots=True)
class AdjournedSlide:
    """The sitting goes on another day."""

    until: datetime | None


@dataclass(frozen=True, slots=True)
class ClosedSlide:
    """The sitting is over, or (`held` False) did not take place."""

    held: bool = True


@dataclass(frozen=True, slots=True)
class MessageSlide:
    """A message that the operator typed. It comes from no record and enters none."""

    text: str


@dataclass(frozen=True, slots=True)
class Blank:
    """Nothing at all."""


Slide = (
    Welcome | QuorumSlide | ItemSlide | SpeakerSlide | VotingSlide | ResultSlide | ListSlide | BreakSlide
    | AdjournedSlide | ClosedSlide | MessageSlide | Blank
)  # fmt: skip


def hall_head(state: Sitting) -> HallHead:
    """The head of every slide of this sitting."""
    offset = timedelta(minutes=state.profile.utc_offset_minutes)
    return HallHead(state.convening.body, state.rules.name, state.rehearsal, offset)


def hall_slide(state: Sitting, now: datetime) -> Slide:
    """The slide of this moment. It follows the sitting, never what the desk is looking at."""
    match state.phase:
        case "closed" | "sealed":
            return ClosedSlide()
        case "cancelled":
            return ClosedSlide(held=False)
        case "open":
            return _open(state, now)
    if state.roll.roll_call is not None:
        return _quorum(state, running=True)
    planned = state.pauses[-1].planned if state.pauses else None
    if state.phase == "break":
        return BreakSlide(planned)
    if state.roll.present:  # of an adjourned sitting: the new day has begun
        return _quorum(state, running=True)
    return AdjournedSlide(planned) if state.phase == "adjourned" else _welcome(state)


def _open(state: Sitting, now: datetime) -> Slide:
    if state.vote is not None:
        return voting(state, state.vote, now)
    if state.roll.roll_call is not None:
        return _quorum(state, running=True)
    if (vote := reported(state)) is not None:
        return result(state, vote, now, reported=True)
    if state.floor.speech is not None:
        return _speaker(state, state.floor.speech, now)
    if state.votes and still_shown(state, state.votes[-1], now):
        return result(state, state.votes[-1], now)
    if not state.quorum.met:
        return _quorum(state, running=False)
    if state.agenda.current is not None:
        item = state.agenda.items[state.agenda.current]
        return ItemSlide(item_number(state, item), item.title, item.rapporteurs)
    began = state.opening.at if state.opening else now
    if state.pauses:
        began = state.pauses[-1].until or began
    return _quorum(state, running=False) if now - began < QUORUM_STAYS else _welcome(state)


def _welcome(state: Sitting) -> Welcome:
    convening = state.convening
    return Welcome(convening.body, state.rules.name, convening.number, convening.date)


def _quorum(state: Sitting, *, running: bool) -> QuorumSlide:
    """In a re-registration only those count who have answered: who does not will have left."""
    rule, total, call = state.rules.quorum, state.roll.total, state.roll.roll_call
    present = len(state.roll.present) if call is None else len(call.answered)
    needed = rule.needed(total)
    met = rule.met(present, total)
    missing = 0 if met else needed - present
    return QuorumSlide(present, total, needed, missing, met, rule, running, again=call is not None)


def _speaker(state: Sitting, speech: Speech, now: datetime) -> SpeakerSlide:
    item = state.agenda.items.get(speech.item) if speech.item is not None else None
    left = speech.left(now)
    return SpeakerSlide(
        name=speech.person.name,
        position=speech.person.position,
        kind=speech.kind,
        item=item_number(state, item) if item else None,
        title=item.title if item else None,
        left=int(-(-left // 1)),  # a second that has begun is still there
        seconds=speech.seconds,
        warning=left <= state.profile.warning_seconds,
        paused=speech.paused_at is not None,
    )
