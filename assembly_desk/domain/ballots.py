"""Paper ballots of a secret vote: how many there were, and what was marked on them. Totals only.

Nothing here belongs to one paper or to one member: a counting commission counts the papers as a whole, keys
the totals twice, independently, and only equal keyings close the vote.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

By = Literal["first", "second"]
KEYINGS: tuple[By, ...] = ("first", "second")


@dataclass(frozen=True, slots=True)
class Papers:
    """The papers of one round. `spoiled`: given back and replaced, so they count among the issued twice."""

    printed: int
    issued: int
    spoiled: int
    returned: int
    invalid: int

    @property
    def out(self) -> int:
        """Papers that members hold: those issued, less the spoiled ones that were replaced."""
        return self.issued - self.spoiled

    @property
    def valid(self) -> int:
        """Papers of the box that count."""
        return self.returned - self.invalid

    @property
    def not_returned(self) -> int:
        """Papers that members hold and that are not in the box."""
        return self.out - self.returned

    def wrong(self, base: int) -> str | None:
        """The field that cannot be so, or None: nobody has two papers, none is in the box twice."""
        if self.issued > self.printed:
            return "printed"
        if self.spoiled > self.issued:
            return "spoiled"
        if self.out > base:
            return "issued"
        if self.returned > self.out:
            return "returned"
        return "invalid" if self.invalid > self.returned else None


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks in one row of all valid papers. An unmarked row is no vote for that candidate."""

    in_favour: int
    against: int
    abstain: int
    no_mark: int

    @property
    def sum(self) -> int:
        """All marks, which must be the number of the valid papers."""
        return self.in_favour + self.against + self.abstain + self.no_mark


@dataclass(frozen=True, slots=True)
class Keying:
    """What one of the two keyed, as far as it is in. `rows`: by motion, all of the round or none."""

    papers: Papers | None = None
    rows: Mapping[str, Marks] = field(default_factory=dict)

    def wrong(self, base: int, most_for: int | None) -> str | None:
        """The field, or the motion, that does not reconcile; None where all that is in agrees."""
        if self.papers is None:
            return None
        if field := self.papers.wrong(base):
            return field
        for motion, marks in self.rows.items():
            if marks.sum != self.papers.valid:
                return motion
        in_favour = sum(marks.in_favour for marks in self.rows.values())
        return "for" if most_for is not None and in_favour > most_for * self.papers.valid else None
