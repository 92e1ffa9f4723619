"""The state of a sitting: the fold of its entries, and the simple questions that one asks of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from assembly_desk.domain.agenda import Agenda
from assembly_desk.domain.ballots import Keying
from assembly_desk.domain.commission import Approval, Commission
from assembly_desk.domain.correction import Rectification
from assembly_desk.domain.floor import Floor
from assembly_desk.domain.motion import FormChoice, ListRule, Motion, Reglament
from assembly_desk.domain.profile import BodyRules, Profile
from assembly_desk.domain.roll import Quorum, Roll
from assembly_desk.domain.standing import Again, Brought
from assembly_desk.domain.text import Act, Person, Text
from assembly_desk.domain.vote import Vote

Phase = Literal["prepared", "open", "break", "adjourned", "closed", "sealed", "cancelled"]
SittingSort = Literal["regular", "extraordinary", "extended", "closed"]


@dataclass(frozen=True, slots=True)
class Convening:
    """What the sitting was called by: complete before it opens (p. 5(5), p. 12)."""

    body: str
    number: str | None = None
    date: str | None = None
    time: str | None = None
    place: Text | None = None
    convened_by: tuple[Person, ...] = ()
    act: Act | None = None
    consent: Act | None = None
    presiding: Person | None = None
    secretary: Person | None = None
    invited: tuple[Person, ...] = ()
    sort: SittingSort | None = None
    by_office: tuple[str, ...] = ()  # the offices of those who convened, as they were


@dataclass(frozen=True, slots=True)
class Opening:
    """The figures with which the sitting was opened."""

    at: datetime
    quorum: Quorum


@dataclass(frozen=True, slots=True)
class Pause:
    """A break, or an adjournment to another day."""

    entry: int
    kind: Literal["break", "adjourned"]
    since: datetime
    planned: datetime | None = None
    reason: Text | None = None
    until: datetime | None = None
    quorum: Quorum | None = None  # at resuming


@dataclass(frozen=True, slots=True)
class HandOver:
    """The chair passed to another member."""

    entry: int
    at: datetime
    person: Person


@dataclass(frozen=True, slots=True)
class Note:
    """A remark for the protocol."""

    entry: int
    at: datetime
    text: Text


@dataclass(frozen=True, slots=True)
class Step:
    """A command that was recorded, linked to the one before: what `undo` walks back along."""

    command: str
    entries: tuple[int, ...]
    undoable: bool
    before: "Step | None" = field(default=None, compare=False, repr=False)  # thousands, one within the other

    def back(self) -> Iterator["Step"]:
        """This step and those before it, newest first."""
        step: Step | None = self
        while step is not None:
            yield step
            step = step.before


@dataclass(frozen=True, slots=True)
class Sitting:
    """Everything that is so in a sitting, after its last entry."""

    id: str
    rehearsal: bool
    nonce: str
    convening: Convening
    profile: Profile
    phase: Phase = "prepared"
    roll: Roll = field(default_factory=Roll)
    agenda: Agenda = field(default_factory=Agenda)
    floor: Floor = field(default_factory=Floor)
    motions: Mapping[str, Motion] = field(default_factory=dict)
    votes: tuple[Vote, ...] = ()  # of a list one a motion, with the same number
    puts: int = 0  # motions ever put, those taken back too: no number of a vote is used again
    keyings: Mapping[str, Keying] = field(default_factory=dict)  # of the secret vote being held
    commission: Commission | None = None
    approvals: Mapping[Approval, int] = field(default_factory=dict)  # by which vote
    lists: Mapping[str, ListRule] = field(default_factory=dict)  # by item
    again: Mapping[str, Again] = field(default_factory=dict)  # by motion
    brought: Mapping[int, Brought] = field(default_factory=dict)  # by the vote that changed something
    rectified: tuple[Rectification, ...] = ()
    form: FormChoice | None = None  # of the sitting
    item_forms: Mapping[str, FormChoice] = field(default_factory=dict)
    reglaments: Mapping[str, Reglament] = field(default_factory=dict)
    reglament: str | None = None  # the adopted one
    opening: Opening | None = None
    pauses: tuple[Pause, ...] = ()
    hand_overs: tuple[HandOver, ...] = ()
    notes: tuple[Note, ...] = ()
    closed_at: datetime | None = None
    closing: int | None = None  # the entry that closed or cancelled it
    close_reason: Text | None = None
    protocol_number: str | None = None
    protocol_date: str | None = None
    last: Step | None = None
    entries: int = 0
    last_at: datetime | None = None

    @property
    def rules(self) -> BodyRules:
        """The rules of this sitting's body, as frozen with it."""
        return self.profile.bodies[self.convening.body]

    @property
    def quorum(self) -> Quorum:
        """Whether the sitting is lawful with those in the hall now (p. 9, p. 14; other bodies: their own rule)."""
        rule, total, present = self.rules.quorum, self.roll.total, len(self.roll.present)
        return Quorum(total, present, rule.needed(total), rule.met(present, total), rule.point)

    @property
    def vote(self) -> Vote | None:
        """The vote being held, if one is: of a list its first row."""
        if not self.votes or self.votes[-1].verdict != "open":
            return None
        return round_of(self, self.votes[-1].number)[0]

    @property
    def presiding(self) -> Person | None:
        """Who presides now: by the convening, or by the last hand-over of the chair."""
        return self.hand_overs[-1].person if self.hand_overs else self.convening.presiding

    def form_for(self, item: str | None) -> FormChoice | None:
        """The form of voting decided for the item, else for the sitting."""
        return self.item_forms.get(item, self.form) if item is not None else self.form

    def seconds_for(self, kind: str) -> int:
        """The speaking time of that kind of speech: by the adopted reglament, else by the profile."""
        default = self.profile.speech_seconds[kind]
        return self.reglaments[self.reglament].seconds.get(kind, default) if self.reglament else default


def round_of(state: Sitting, number: int) -> tuple[Vote, ...]:
    """The rows of the vote of that number: several of a list, one of any other, none if there is no such vote."""
    return tuple(vote for vote in state.votes if vote.number == number)


def last_verdict_on(state: Sitting, motion: str) -> Vote | None:
    """The latest vote on the motion that came to a verdict, whatever became of that."""
    return next((vote for vote in reversed(state.votes) if vote.motion == motion and vote.decided), None)
