"""What happened in secret votes and lists, and to the counting commission.

No event joins a member to a paper or to a choice of a secret round: papers and marks are totals.
"""

from dataclasses import dataclass

from assembly_desk.domain.ballots import By, Marks, Papers
from assembly_desk.domain.profile import Form
from assembly_desk.domain.roll import Quorum
from assembly_desk.domain.text import Text
from assembly_desk.domain.threshold import Threshold
from assembly_desk.domain.vote import Tally, Verdict


@dataclass(frozen=True, slots=True)
class CommissionConstituted:
    """The counting commission elected its chair and its secretary (its protocol no. 1)."""

    chair: str
    secretary: str


@dataclass(frozen=True, slots=True)
class ListPut:
    """Candidates of one item were put together, each a row: (motion, text), in their order on the paper."""

    rows: tuple[tuple[str, Text], ...]
    form: Form
    electorate: tuple[str, ...]
    needed: int
    rule: Threshold
    quorum: Quorum
    seats: int
    most_for: int | None = None
    run_off_of: int | None = None
    rests_on: tuple[int, ...] = ()
    again: int | None = None


@dataclass(frozen=True, slots=True)
class BallotsKeyed:
    """One of the two keyed how many papers there were; again: it replaces."""

    by: By
    papers: Papers


@dataclass(frozen=True, slots=True)
class RowsKeyed:
    """One of the two keyed the marks of all rows, by motion; again: it replaces."""

    by: By
    rows: tuple[tuple[str, Marks], ...]


@dataclass(frozen=True, slots=True)
class RowClosed:
    """One row as it ended. `marks` in a secret vote, `tally` in one by name."""

    motion: str
    verdict: Verdict
    tally: Tally | None = None
    not_voting: int | None = None
    marks: Marks | None = None


@dataclass(frozen=True, slots=True)
class RowsClosed:
    """A secret vote or a list ended: the agreed totals, and a verdict a row."""

    vote: int
    base: int
    needed: int
    rows: tuple[RowClosed, ...]
    papers: Papers | None = None
