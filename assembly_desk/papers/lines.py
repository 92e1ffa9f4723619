"""A journal as a file."""

from collections.abc import Iterable

from assembly_desk.journal.entry import Entry, line


def journal_bytes(entries: Iterable[Entry]) -> bytes:
    """The exact lines, as `verify` reads them."""
    return "".join(line(entry) + "\n" for entry in entries).encode()
