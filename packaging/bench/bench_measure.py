"""Measuring two things against each other in one run: taken in turn, so that a busy machine slows both."""

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured: in each round the time of the program and of what it is held against, in seconds.

    `aim` is the largest ratio of the two that is good enough, or with `limit` the longest time in seconds.
    """

    key: str
    what: str
    against: str
    ours: Sequence[float]
    theirs: Sequence[float]
    aim: float | None = None
    limit: float | None = None
    note: str = ""

    @property
    def ratios(self) -> list[float]:
        """How many times as long the program took, round by round."""
        return [ours / theirs for ours, theirs in zip(self.ours, self.theirs, strict=True)]

    @property
    def ratio(self) -> float:
        """The median of the ratios."""
        return statistics.median(self.ratios)

    @property
    def met(self) -> bool:
        """Whether the median meets the aim."""
        if self.limit is not None:
            return statistics.median(self.ours) <= self.limit
        return self.aim is not None and self.ratio <= self.aim


def in_turn(
    ours: Callable[[], float], theirs: Callable[[], float], rounds: int, *, warm_up: bool = True
) -> tuple[list[float], list[float]]:
    """Both by turns, each first in every other round; `warm_up`: after one round that does not count."""
    times: tuple[list[float], list[float]] = ([], [])
    if warm_up:
        theirs()
        ours()
    for number in range(rounds):
        for place in (1, 0) if number % 2 else (0, 1):
            times[place].append((ours, theirs)[place]())
    return times


def _milliseconds(seconds: Sequence[float]) -> str:
    middle = statistics.median(seconds) * 1000
    return f"{middle:,.0f}" if middle >= 100 else f"{middle:.1f}" if middle >= 1 else f"{middle:.2f}"


def _aim(figure: Figure) -> str:
    if figure.limit is not None:
        return f"at most {figure.limit * 1000:.0f} ms"
    assert figure.aim is not None
    if figure.aim < 1:
        return f"at most 1/{1 / figure.aim:.0f}"
    return f"at most {figure.aim:g}"


def table(figures: Sequence[Figure]) -> str:
    """The figures for people, as the README prints them."""
    head = ("measured", "ms", "against", "ms", "ratio (from-to)", "aim", "met")
    rows = [head, ("---", "---:", "---", "---:", "---", "---", "---")]
    for one in figures:
        if one.aim is not None and one.aim < 1:
            ratio = f"1/{1 / one.ratio:.0f} (1/{1 / min(one.ratios):.0f}-1/{1 / max(one.ratios):.0f})"
        else:
            ratio = f"{one.ratio:.1f} ({min(one.ratios):.1f}-{max(one.ratios):.1f})"
        rows.append(
            (
                one.what,
                _milliseconds(one.ours),
                one.against,
                _milliseconds(one.theirs),
                ratio,
                _aim(one),
                "yes" if one.met else "no",
            )
        )
    notes = [f"{one.what}: {one.note}" for one in figures if one.note]
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([*lines, *([""] if notes else []), *notes])


def as_json(figures: Sequence[Figure]) -> list[dict[str, object]]:
    """The figures for machines: times in seconds, every round."""
    return [
        {
            "key": one.key,
            "what": one.what,
            "against": one.against,
            "seconds": list(one.ours),
            "against_seconds": list(one.theirs),
            "ratio": one.ratio,
            "ratio_from": min(one.ratios),
            "ratio_to": max(one.ratios),
            "aim_ratio": one.aim,
            "aim_seconds": one.limit,
            "met": one.met,
            "note": one.note,
        }
        for one in figures
    ]
