"""Commands of motions and votes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from assembly_desk.domain.ballots import By
from assembly_desk.domain.commands.convening import Whom
from assembly_desk.domain.motion import Sets
from assembly_desk.domain.profile import Form, MotionKind
from assembly_desk.domain.text import Text
from assembly_desk.domain.vote import Choice


@dataclass(frozen=True, slots=True)
class Propose:
    """Bring a motion before the body."""

    motion: str
    kind: MotionKind
    text: Text
    item: str | None = None
    amends: str | None = None
    result: Text | None = None
    excludes: tuple[str, ...] = ()
    addressees: tuple[Text, ...] = ()
    responsible: Whom | None = None
    deadline: str | None = None
    sets: Sets | None = None
    candidate: Whom | None = None
    rests_on: tuple[int, ...] = ()  # `from`: the votes that a closing decision takes its names from


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Take a motion back before it is put; a candidate may withdraw from a list, and before a run-off."""

    motion: str


@dataclass(frozen=True, slots=True)
class MotionPart:
    """A part of a motion that is split."""

    motion: str
    text: Text


@dataclass(frozen=True, slots=True)
class Split:
    """Put a motion in parts."""

    motion: str
    into: tuple[MotionPart, ...]


@dataclass(frozen=True, slots=True)
class OrderMotions:
    """The order in which motions are put."""

    motions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Put:
    """Put a motion to the vote. `sectors`: the ids or the number of those who sit in each."""

    motion: str
    form: Form
    sectors: Mapping[str, int | tuple[str, ...]] = field(default_factory=dict)
    tellers: Mapping[str, Whom] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PutList:
    """Put candidates of one item together, each judged by the body's own threshold.

    `most_for`: the marks "for" that a paper may bear. `run_off_of`: the list that left seats open.
    """

    motions: tuple[str, ...]
    form: Form
    seats: int
    most_for: int | None = None
    run_off_of: int | None = None


@dataclass(frozen=True, slots=True)
class Cast:
    """A member's answer in a named vote, on a list in a row; again: it replaces, until the vote is closed."""

    member: str
    choice: Choice
    motion: str | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """The hands counted, of a sector or of the hall. Values are checked here, since empty is not zero."""

    in_favour: object  # a whole number, or "rest": by subtraction
    against: object
    abstain: object
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class RowCount:
    """The marks of one row, as keyed. Values are checked with the rest, since empty is not zero."""

    in_favour: object
    against: object
    abstain: object
    no_mark: object


@dataclass(frozen=True, slots=True)
class KeyRows:
    """The marks of a secret vote, keyed by one of the two: all rows at once, whole or nothing."""

    by: By
    rows: Mapping[str, RowCount]


@dataclass(frozen=True, slots=True)
class KeyBallots:
    """The papers of a secret vote, keyed by one of the two."""

    by: By
    printed: object
    issued: object
    spoiled: object  # given back and replaced
    returned: object
    invalid: object


@dataclass(frozen=True, slots=True)
class CommissionElects:
    """The counting commission elected its chair and its secretary."""

    chair: str
    secretary: str


@dataclass(frozen=True, slots=True)
class CloseVote:
    """End the vote. `objections`: for the form without objection; None: there were none."""

    objections: object = None


@dataclass(frozen=True, slots=True)
class StopVote:
    """Stop the vote without a verdict; the motion may be put again."""

    reason: Text
