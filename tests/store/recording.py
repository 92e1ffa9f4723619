"""What the tests of the store record."""

from assembly_desk.journal.entry import Draft
from assembly_desk.store.sqlite import SqlJournals


def drafts(command: str, count: int = 1, payload: str = '{"member":"Әлия Қасымқызы"}') -> list[Draft]:
    return [Draft("arrived", 1, "2026-10-20T05:00:00.000000Z", command, nth, payload) for nth in range(count)]


def record(journals: SqlJournals, journal: str, count: int) -> None:
    """So many entries, each by a command of its own."""
    start = len(journals.read(journal))
    for place in range(start, start + count):
        journals.append(journal, place, drafts(f"{journal}-{place}"))
