"""A vote being held, or held: its electorate, base, needed number, answers and verdict.

A list gives one vote a motion, all with the number of their round. Of a secret vote nothing is known here until it
is closed, and then the agreed totals.

The electorate is frozen when the motion is put: all voting members present then (A1, A2, A7). Whoever
abstains, keeps silent or leaves stays in the base.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from assembly_desk.domain.ballots import Marks, Papers
from assembly_desk.domain.correction import Correction
from assembly_desk.domain.profile import Form
from assembly_desk.domain.roll import Quorum
from assembly_desk.domain.text import Person, Text
from assembly_desk.domain.threshold import Threshold

Choice = Literal["for", "against", "abstain"]
Verdict = Literal["open", "adopted", "not-adopted", "outranked", "tie", "withdrawn", "stopped"]


@dataclass(frozen=True, slots=True)
class Tally:
    """Counted votes. Empty is not zero: a tally exists only once it was counted."""

    in_favour: int
    against: int
    abstain: int
    by_subtraction: bool = False  # those for were not counted: they are the rest

    @property
    def sum(self) -> int:
        """All votes counted."""
        return self.in_favour + self.against + self.abstain


@dataclass(frozen=True, slots=True)
class Sector:
    """A part of the hall with a teller of its own: how many of the electorate sit there, and who if known."""

    size: int
    members: tuple[str, ...] | None = None
    teller: Person | None = None


@dataclass(frozen=True, slots=True)
class Vote:
    """One vote on one motion. It carries its own copy of the rule, so that it proves itself for ever.

    `seats`, `most_for` and `run_off_of` are those of a list. `replaced_by`: the recount, or the repetition, whose
    verdict holds in place of this one; `annulled_by`: the vote that annulled it.
    """

    number: int
    entry: int
    motion: str
    text: Text  # as put
    form: Form
    electorate: tuple[str, ...]
    needed: int
    rule: Threshold
    at: datetime
    sectors: Mapping[str, Sector] = field(default_factory=dict)
    counts: Mapping[str, Tally] = field(default_factory=dict)  # by sector; "" where there are none
    answers: Mapping[str, Choice] = field(default_factory=dict)  # named votes only
    verdict: Verdict = "open"
    closed_at: datetime | None = None
    stop_reason: Text | None = None
    gone: frozenset[str] = frozenset()  # of the electorate, who left while it was held, back or not
    quorum: Quorum | None = None  # when it was put
    seats: int | None = None
    most_for: int | None = None
    run_off_of: int | None = None
    rests_on: tuple[int, ...] = ()  # the votes without which it could not have been put so
    again: int | None = None  # the vote that is recounted or repeated by this one
    marks: Marks | None = None  # of a secret vote, once it is closed
    papers: Papers | None = None  # likewise
    annulled_by: int | None = None
    replaced_by: int | None = None
    correction: Correction | None = None

    @property
    def is_list(self) -> bool:
        """Whether it is a row of a list."""
        return self.seats is not None

    @property
    def decided(self) -> bool:
        """Whether it ended with a verdict, whatever became of that later."""
        return self.verdict not in ("open", "stopped")

    @property
    def holds(self) -> bool:
        """Whether it has a verdict that holds: neither annulled nor replaced."""
        return self.decided and self.annulled_by is None and self.replaced_by is None

    @property
    def annulled(self) -> bool:
        """Whether the body annulled it. Its figures stay."""
        return self.annulled_by is not None

    @property
    def doubtful(self) -> bool:
        """Whether its verdict would differ by a truth found later."""
        return self.correction is not None and self.correction.doubtful

    @property
    def whole(self) -> int:
        """What the threshold is a share of: the base, or all members where the body's own rule says so."""
        return self.quorum.total if self.rule.of == "members" and self.quorum else self.base

    @property
    def base(self) -> int:
        """All members present when the vote was put."""
        return len(self.electorate)

    @property
    def tally(self) -> Tally | None:
        """The votes so far: the answers by name, or the sum of the sectors once each is in."""
        if self.form == "named":
            given = tuple(self.answers.values())
            return Tally(given.count("for"), given.count("against"), given.count("abstain"))
        if self.form == "secret":
            marks = self.marks
            return None if marks is None else Tally(marks.in_favour, marks.against, marks.abstain)
        if self.form == "no-objection" or self.missing_counts:
            return None
        counts = self.counts.values()
        return Tally(
            sum(count.in_favour for count in counts),
            sum(count.against for count in counts),
            sum(count.abstain for count in counts),
        )

    @property
    def missing_counts(self) -> tuple[str, ...]:
        """The sectors not yet counted ("" for the whole hall) in a vote by show of hands."""
        if self.form != "show-of-hands":
            return ()
        return tuple(name for name in (tuple(self.sectors) or ("",)) if name not in self.counts)

    @property
    def by_subtraction(self) -> bool:
        """Whether those for were counted, anywhere, as the rest."""
        return any(count.by_subtraction for count in self.counts.values())

    def stayed(self, sector: str) -> int:
        """Those of the sector ("" for the hall) who never left since the motion was put: A7, by subtraction."""
        seated = self.sectors[sector].members or () if self.sectors else self.electorate
        return len(set(seated) - self.gone)

    @property
    def not_voting(self) -> int | None:
        """Those in the base who gave no vote; None where nothing was counted, and in a secret vote.

        There the rest of the base has parts of its own: no mark, invalid, not returned, not issued.
        """
        if self.form == "secret" or self.tally is None:
            return None
        return self.base - self.tally.sum

    @property
    def not_issued(self) -> int | None:
        """Those in the base who took no paper; None until a secret vote is closed."""
        return None if self.papers is None else self.base - self.papers.out
