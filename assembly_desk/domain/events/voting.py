"""What happened to motions and votes, and what an adopted motion brought about."""

from dataclasses import dataclass

from assembly_desk.domain.motion import AgendaChange, FormChoice, Motion
from assembly_desk.domain.profile import Form
from assembly_desk.domain.roll import Quorum
from assembly_desk.domain.text import Text
from assembly_desk.domain.threshold import Threshold
from assembly_desk.domain.vote import Choice, Sector, Tally, Verdict


@dataclass(frozen=True, slots=True)
class MotionProposed:
    """A motion came before the body."""

    motion: Motion


@dataclass(frozen=True, slots=True)
class MotionWithdrawn:
    """The motion was taken back."""

    motion: str


@dataclass(frozen=True, slots=True)
class MotionSplit:
    """The motion is put in these parts."""

    motion: str
    into: tuple[Motion, ...]


@dataclass(frozen=True, slots=True)
class MotionsOrdered:
    """These motions stand first, in this order."""

    motions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VotePut:
    """A motion was put: the electorate is frozen, and with it base and needed number (A1, A2).

    The sectors are pairs, for the record sorts the keys of a mapping, and their order is that of the hall.
    """

    motion: str
    text: Text
    form: Form
    electorate: tuple[str, ...]
    needed: int
    rule: Threshold
    quorum: Quorum
    sectors: tuple[tuple[str, Sector], ...] = ()
    rests_on: tuple[int, ...] = ()
    again: int | None = None  # the vote that is recounted or repeated


@dataclass(frozen=True, slots=True)
class VoteCast:
    """A member's answer in a named vote; `motion`: the row of a list."""

    member: str
    choice: Choice
    motion: str | None = None


@dataclass(frozen=True, slots=True)
class VoteCounted:
    """The hands of a sector ("" for the hall) were counted."""

    sector: str
    tally: Tally


@dataclass(frozen=True, slots=True)
class VoteClosed:
    """The vote ended with this verdict. No tally where none objected and nothing was counted."""

    vote: int
    base: int
    needed: int
    tally: Tally | None
    not_voting: int | None
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class VoteStopped:
    """The vote ended without a verdict: stopped, or objections were raised."""

    vote: int
    reason: Text | None = None
    objections: int | None = None


@dataclass(frozen=True, slots=True)
class AgendaSet:
    """The body adopted the agenda, as it stands or with a change."""

    vote: int
    change: AgendaChange | None = None


@dataclass(frozen=True, slots=True)
class FormDecided:
    """The body decided the form of voting."""

    vote: int
    choice: FormChoice


@dataclass(frozen=True, slots=True)
class ReglamentAdopted:
    """The body adopted the reglament (p. 11)."""

    vote: int
    reglament: str


@dataclass(frozen=True, slots=True)
class DebateClosed:
    """The body ended the debate on the item."""

    vote: int
    item: str | None


@dataclass(frozen=True, slots=True)
class MotionAmended:
    """An adopted amendment changed the motion's text."""

    vote: int
    motion: str
    text: Text


@dataclass(frozen=True, slots=True)
class MotionsFell:
    """Rivals of an adopted amendment fell with it."""

    vote: int
    motions: tuple[str, ...]
