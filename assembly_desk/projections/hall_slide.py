"""What the hall sees: one slide for each moment of a sitting, never a vote counted by halves."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from assembly_desk.domain.agenda import Item
from assembly_desk.domain.floor import Speech
from assembly_desk.domain.motion import Motion
from assembly_desk.domain.profile import Form, SpeechKind
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.text import Person, Text
from assembly_desk.domain.threshold import Threshold
from assembly_desk.domain.vote import Tally, Verdict, Vote

QUORUM_STAYS = timedelta(minutes=1)
"""How long the quorum with which a sitting was opened stands in the hall, unless something follows sooner."""

RESULT_STAYS = timedelta(minutes=2)
"""How long a result stands in the hall, unless something follows sooner."""

PROCEDURAL_RESULT_STAYS = timedelta(seconds=30)
"""As long as that where the result belongs to no item, and an item is taken to go on with."""


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
class VotingSlide:
    """A vote being held: of the answers only how many there are, and that only where names answer.

    `counting`: the tellers have begun to bring in their counts, of which nothing is shown.
    """

    item: str | None
    motion: str
    text: Text
    form: Form
    answered: int | None
    base: int
    counting: bool = False


@dataclass(frozen=True, slots=True)
class ResultSlide:
    """A vote that is over: its figures (None where nothing was counted), verdict and rule."""

    item: str | None
    motion: str
    text: Text
    form: Form
    tally: Tally | None
    not_voting: int | None
    base: int
    needed: int
    verdict: Verdict
    point: str


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
    Welcome | QuorumSlide | ItemSlide | SpeakerSlide | VotingSlide | ResultSlide | BreakSlide | AdjournedSlide
    | ClosedSlide | MessageSlide | Blank
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
        return _voting(state, state.vote)
    if state.roll.roll_call is not None:
        return _quorum(state, running=True)
    if state.floor.speech is not None:
        return _speaker(state, state.floor.speech, now)
    if state.votes and _still_shown(state, state.votes[-1], now):
        return _result(state, state.votes[-1])
    if not state.quorum.met:
        return _quorum(state, running=False)
    if state.agenda.current is not None:
        item = state.agenda.items[state.agenda.current]
        return ItemSlide(_number(state, item), item.title, item.rapporteurs)
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
        item=_number(state, item) if item else None,
        title=item.title if item else None,
        left=int(-(-left // 1)),  # a second that has begun is still there
        seconds=speech.seconds,
        warning=left <= state.profile.warning_seconds,
        paused=speech.paused_at is not None,
    )


def _voting(state: Sitting, vote: Vote) -> VotingSlide:
    item, motion = _labels(state, state.motions[vote.motion])
    answered = len(vote.answers) if vote.form == "named" else None
    return VotingSlide(item, motion, vote.text, vote.form, answered, vote.base, counting=bool(vote.counts))


def _result(state: Sitting, vote: Vote) -> ResultSlide:
    item, motion = _labels(state, state.motions[vote.motion])
    return ResultSlide(
        item=item,
        motion=motion,
        text=vote.text,
        form=vote.form,
        tally=None if vote.verdict == "stopped" else vote.tally,
        not_voting=None if vote.verdict == "stopped" else vote.not_voting,
        base=vote.base,
        needed=vote.needed,
        verdict=vote.verdict,
        point=vote.rule.point,
    )


def _still_shown(state: Sitting, vote: Vote, now: datetime) -> bool:
    """Whether nothing has followed the result yet: another item, a speech, a break, or time enough."""
    closed, item, current = vote.closed_at, state.motions[vote.motion].item, state.agenda.current
    if closed is None or (item is not None and current not in (None, item)):
        return False
    speeches = (speech.until for speech in state.floor.ended[-1:])
    pauses = (pause.since for pause in state.pauses[-1:])
    if any(later is not None and later > closed for later in (*speeches, *pauses)):
        return False
    stays = PROCEDURAL_RESULT_STAYS if item is None and current is not None else RESULT_STAYS
    return now - closed < stays


def _labels(state: Sitting, motion: Motion) -> tuple[str | None, str]:
    """The numbers of the item and of the motion on it."""
    item = state.agenda.items.get(motion.item) if motion.item is not None else None
    if motion.id[:1].isdecimal():
        return (_number(state, item) if item else None), motion.id
    siblings = [other.id for other in state.motions.values() if other.item == motion.item]
    return (_number(state, item) if item else None), str(siblings.index(motion.id) + 1)


def _number(state: Sitting, item: Item) -> str:
    """The number that people call the item by: its id where that is one, else its place on the agenda."""
    return item.id if item.id[:1].isdecimal() else str(list(state.agenda.items).index(item.id) + 1)
