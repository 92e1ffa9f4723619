"""The Journal contract: what every store of journals promises."""

from collections.abc import Sequence
from typing import Protocol

from assembly_desk.journal.entry import Draft, Entry


class JournalError(Exception):
    """The record cannot be written or read now; nothing of the act was recorded."""


class OutOfTurn(JournalError):
    """Another entry came first: the journal is longer than the writer thought. Reload and decide again."""


class AlreadyRecorded(JournalError):
    """A command with this id is recorded already, in this or another journal."""


class ReadOnly(JournalError):
    """The store was opened for reading: the file is held by another program, or cannot be written."""


class StorageFull(JournalError):
    """There is no room left; nothing of the act was recorded."""


class StorageFailed(JournalError):
    """The disk or the database failed; nothing of the act was recorded."""


class Journals(Protocol):
    """Append-only journals by name: the register and one for each sitting.

    `append` is one transaction, all or nothing, and returns only when the entries are on the disk. The first
    entry has number `after + 1`. Names are unique; a journal exists once it has an entry.
    """

    def names(self) -> list[str]:
        """The journals, in the order in which they were begun."""

    def read(self, journal: str) -> list[Entry]:
        """All entries in order, as they stand: not verified. Empty if there is no such journal."""

    def append(self, journal: str, after: int, drafts: Sequence[Draft]) -> list[Entry]:
        """Record the drafts after entry number `after`.

        Raises `OutOfTurn` if the journal does not end there, `AlreadyRecorded` if the command is known,
        `ReadOnly`, `StorageFull`, `StorageFailed`.
        """

    def of_command(self, command: str) -> list[Entry]:
        """What was recorded for that command id, in order; empty if nothing was."""

    def close(self) -> None:
        """Give the store back. Closing twice is no error."""
