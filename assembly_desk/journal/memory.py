"""Journals that live as long as the program: for trials, and to hold the real store to the same contract."""

from collections.abc import Sequence

from assembly_desk.journal.contract import AlreadyRecorded, OutOfTurn
from assembly_desk.journal.entry import GENESIS, Draft, Entry, chained


class MemoryJournals:
    """Journals in memory. Keeps the `Journals` contract, but for the disk."""

    def __init__(self) -> None:
        self._entries: dict[str, list[Entry]] = {}
        self._commands: dict[str, list[Entry]] = {}

    def names(self) -> list[str]:
        """The journals, in the order in which they were begun."""
        return list(self._entries)

    def read(self, journal: str) -> list[Entry]:
        """All entries in order."""
        return list(self._entries.get(journal, ()))

    def append(self, journal: str, after: int, drafts: Sequence[Draft]) -> list[Entry]:
        """Record the drafts after entry number `after`."""
        held = self._entries.get(journal, [])
        places = {(draft.command, draft.nth) for draft in drafts}
        if len(places) < len(drafts) or any(command in self._commands for command, _ in places):
            raise AlreadyRecorded(drafts[0].command)
        if len(held) != after:
            raise OutOfTurn(journal)
        new = chained(journal, after, held[-1].hash if held else GENESIS, drafts)
        if new:
            self._entries[journal] = held + new
        for entry in new:
            self._commands.setdefault(entry.command, []).append(entry)
        return new

    def of_command(self, command: str) -> list[Entry]:
        """What was recorded for that command id."""
        return list(self._commands.get(command, ()))

    def close(self) -> None:
        """Nothing to give back."""
