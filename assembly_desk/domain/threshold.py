"""The arithmetic of the law: whole numbers and fractions only, never a float, never a rounded percentage."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Base = Literal["members", "present"]


@dataclass(frozen=True, slots=True)
class Threshold:
    """A share that must be reached (`at_least`) or passed, of all members or of those present.

    Points 9, 10, 14 and 15 of the Regulation: two thirds are reached, one half is passed.
    """

    fraction: Fraction
    at_least: bool
    of: Base
    point: str

    def needed(self, base: int) -> int:
        """The smallest whole number that meets the threshold of a base of so many people, at least 1."""
        numerator, denominator = self.fraction.numerator * base, self.fraction.denominator
        smallest = -(-numerator // denominator) if self.at_least else numerator // denominator + 1
        return max(smallest, 1)

    def met(self, number: int, base: int) -> bool:
        """Whether so many of the base meet the threshold. A base of 0 is never met."""
        return base > 0 and number >= self.needed(base)
