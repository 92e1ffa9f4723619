"""An attack on the secrecy of the vote: from bytes alone, tell who was for.

The attacker knows the members, their order on the roll and the order in which they came, and has many evenings of
which the truth is told: on those the best way to guess is found, and tried on others.
"""

import re
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from statistics import fmean

CHOICE = re.compile(rb'"?\b(for|in_favour|against|abstain|no_mark|invalid)\b"?')
PAGE = 4096

Scores = Mapping[str, float]  # by member: the higher, the rather for


@dataclass(frozen=True)
class Known:
    """What the attacker knows beforehand: the surname of each member, and orders in which they may have voted."""

    names: Mapping[str, str]
    orders: Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Night:
    """An evening: every way of guessing, each with its scores, and the truth: whether each member was for."""

    ways: Mapping[str, Scores]
    truth: Mapping[str, bool]


@dataclass(frozen=True)
class Success:
    """How many members were guessed rightly on the evenings that were not told; what guessing blindly gives."""

    way: str
    share: float
    chance: float
    deviation: float

    @property
    def sigmas(self) -> float:
        """How far above chance, in standard deviations."""
        return (self.share - self.chance) / self.deviation


def attack(nights: Sequence[Night]) -> Success:
    """The way that guessed best on the first half, on the second half."""
    told, untold = nights[: len(nights) // 2], nights[len(nights) // 2 :]
    common = [way for way in nights[0].ways if all(way in night.ways for night in nights)]
    _, best, sign = max((_share(told, way, sign), way, sign) for way in common for sign in (1, -1))
    members = len(nights[0].truth)
    wanted = sum(nights[0].truth.values()) / members
    chance = wanted**2 + (1 - wanted) ** 2
    # How many of those said to be for were so is hypergeometric; each right one also spares a wrong one.
    spread = 2 * wanted * (1 - wanted) / sqrt(members - 1)
    return Success(best, _share(untold, best, sign), chance, spread / sqrt(len(untold)))


def _share(nights: Sequence[Night], way: str, sign: int) -> float:
    """The share of members told rightly, if those with the highest scores are said to be for."""
    return fmean(_right(night.truth, night.ways[way], sign) for night in nights)


def _right(truth: Mapping[str, bool], scores: Scores, sign: int) -> float:
    ranked = sorted(truth, key=lambda member: -sign * scores[member])
    said = set(ranked[: sum(truth.values())])
    return fmean((member in said) == was_for for member, was_for in truth.items())


def ways_of(left: Mapping[str, bytes], known: Known) -> dict[str, Scores]:
    """Every way of guessing: where members stand, what stands beside them, what comes in which order."""
    return dict(_ways(left, known))


def _ways(left: Mapping[str, bytes], known: Known) -> Iterator[tuple[str, Scores]]:
    for name, blob in left.items():
        tokens = [(match.start(), match[1]) for match in CHOICE.finditer(blob)]
        yield from _places(name, blob, tokens, known)
        yield from _sequences(name, [token for _, token in tokens], known)
        if name.endswith("-wal"):
            for page, labels in _changes(blob, len(known.names)):
                yield from _sequences(f"{name} page {page}", labels, known, rank=True)


def _places(
    name: str, blob: bytes, tokens: Sequence[tuple[int, bytes]], known: Known
) -> Iterator[tuple[str, Scores]]:
    """Where a member's id or name stands first and last, how often, and which choice stands nearest."""
    at = [place for place, _ in tokens]
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for member, name_of in known.names.items():
        for kind, needle in (("id", f'"{member}"'.encode()), ("name", name_of.encode())):
            first, last, many = blob.find(needle), blob.rfind(needle), blob.count(needle)
            found[f"{kind} first"][member] = first
            found[f"{kind} last"][member] = last
            found[f"{kind} often"][member] = many
            found[f"{kind} spread"][member] = last - first
            if at and many:
                for side, here in (("after", bisect(at, last)), ("before", bisect(at, last) - 1)):
                    place, token = tokens[min(max(here, 0), len(tokens) - 1)]
                    found[f"{kind} near {side}"][member] = abs(place - last)
                    found[f"{kind} says {side}"][member] = token in (b"for", b"in_favour")
    for way, scores in found.items():
        if len(scores) == len(known.names) and len(set(scores.values())) > 1:
            yield f"{name}: {way}", scores


def _sequences(
    name: str, tokens: Sequence[object], known: Known, *, rank: bool = False
) -> Iterator[tuple[str, Scores]]:
    """As many choices one after the other as there are members, laid against every order of the members."""
    size = len(known.names)
    counts = [token for token, _ in Counter(tokens).most_common(3)] if rank else []
    for start in range(max(0, len(tokens) - size + 1)):
        window = tokens[start : start + size]
        for which, wanted in enumerate(counts or [None]):
            said = [token == wanted if rank else token in (b"for", b"in_favour") for token in window]
            if 0 < sum(said) < size:
                for order, members in known.orders.items():
                    back = start - (len(tokens) - size)  # counted from the end: what came last is the vote
                    yield (
                        f"{name}: {which} at {back} by {order}",
                        dict(zip(members, map(float, said), strict=True)),
                    )


def _changes(wal: bytes, size: int) -> Iterator[tuple[int, list[object]]]:
    """Of each page that was written often, which of its bytes changed from one time to the next."""
    versions: dict[int, list[int]] = defaultdict(list)
    for start in range(32, len(wal) - PAGE - 23, PAGE + 24):
        page = int.from_bytes(wal[start : start + 4])
        versions[page].append(int.from_bytes(wal[start + 24 : start + 24 + PAGE]))
    for page, written in versions.items():
        differing = [old ^ new for old, new in pairwise(written)]
        if len(differing) >= size:
            yield page, [((one & -one).bit_length() // 8, one.bit_length() // 8) for one in differing[-size:]]
