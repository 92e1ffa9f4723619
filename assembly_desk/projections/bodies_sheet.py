"""Other bodies (p. 18-26) as the settings show them: their rule, and what it makes of a body of so many members."""

from dataclasses import dataclass
from fractions import Fraction

from assembly_desk.domain.member import Body, Register
from assembly_desk.domain.threshold import Base, Threshold

EXAMPLE = 30
"""Members of the worked example."""


@dataclass(frozen=True, slots=True)
class Example:
    """The rule at work: of so many members so many make a quorum; with just these, so many adopt."""

    members: int
    quorum: int
    needed: int


def example(quorum: Threshold, majority: Threshold, members: int = EXAMPLE) -> Example:
    """What the rule makes of that body, with no more than a quorum in the hall."""
    present = quorum.needed(members)
    return Example(members, present, majority.needed(members if majority.of == "members" else present))


def read_fraction(typed: str) -> Fraction | None:
    """The share that was typed, as «2/3»; None: none, or no part of a whole."""
    above, line, below = (part.strip() for part in typed.partition("/"))
    if not line or not (above + below).isascii() or not above.isdecimal() or not below.isdecimal():
        return None
    if int(below) == 0 or not 0 < int(above) <= int(below):
        return None
    return Fraction(int(above), int(below))


def threshold(typed: str, at_least: bool, of: Base, source: str) -> Threshold | None:
    """The share as a threshold; None where it is none that can ever be met: more than the whole."""
    share = read_fraction(typed)
    if share is None or (share == 1 and not at_least):
        return None
    return Threshold(share, at_least, of, source)


def bodies(register: Register) -> tuple[Body, ...]:
    """The bodies that were entered, in their order."""
    return tuple(register.bodies.values())


def may_sit(body: Body) -> bool:
    """Whether it has a rule of its own: until then it holds no sitting (A20)."""
    return body.quorum is not None and body.majority is not None


def new_id(register: Register) -> str:
    """An id that no body has."""
    number = 1
    while f"body-{number}" in register.bodies:
        number += 1
    return f"body-{number}"
