"""Verifying a journal: its numbers, its links, its hashes, and a head that somebody remembered."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from assembly_desk.journal.entry import GENESIS, Entry

Fault = Literal["journal", "number", "link", "hash", "unreadable", "cut", "other-head"]


@dataclass(frozen=True, slots=True)
class Break:
    """Where a chain is broken first, and how."""

    seq: int
    fault: Fault


@dataclass(frozen=True, slots=True)
class Head:
    """A remembered head: how many entries there were, and the hash (or its beginning) of the last."""

    entries: int
    hash: str


def first_break(entries: Sequence[Entry], remembered: Head | None = None) -> Break | None:
    """The first broken entry, or None if the chain is whole.

    A chain alone cannot show that its tail was cut or that it was written anew: the remembered head does.
    """
    previous = GENESIS
    for place, entry in enumerate(entries, start=1):
        if entry.journal != entries[0].journal:
            return Break(place, "journal")
        if entry.seq != place:
            return Break(place, "number")
        if entry.previous != previous:
            return Break(place, "link")
        if entry.derived_hash != entry.hash:
            return Break(place, "hash")
        previous = entry.hash
    if remembered is None:
        return None
    if len(entries) < remembered.entries:
        return Break(len(entries) + 1, "cut")
    if remembered.entries and not entries[remembered.entries - 1].hash.startswith(remembered.hash):
        return Break(remembered.entries, "other-head")
    return None
