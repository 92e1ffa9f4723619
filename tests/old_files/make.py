"""Make a small database as this version of the program writes it: the same entries every time."""

import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from assembly_desk.journal.entry import Draft
from assembly_desk.store.backup import backup
from assembly_desk.store.sqlite import open_journals

REGISTER = [
    ("member-added", '{"id":"m-1","name":"Әлия Қасымқызы"}'),
    ("member-added", '{"id":"m-2","name":"Ғабит Ұлықбекұлы"}'),
]
SESSION = [
    ("convened", '{"body":"session","nonce":"000102030405060708090a0b0c0d0e0f"}'),
    ("roll-fixed", '{"members":["m-1","m-2"]}'),
    ("arrived", '{"member":"m-1"}'),
    ("arrived", '{"member":"m-2"}'),
]


def drafts(command: str, events: list[tuple[str, str]]) -> list[Draft]:
    """The events as recorded by one command, a second apart."""
    return [
        Draft(kind, 1, f"2026-10-20T05:00:{nth:02}.000000Z", command, nth, payload)
        for nth, (kind, payload) in enumerate(events)
    ]


def make(target: Path) -> None:
    """Write the database to that file."""
    with TemporaryDirectory() as folder:
        path = str(Path(folder, "desk.db"))
        with closing(open_journals(path)) as journals:
            journals.append("register", 0, drafts("c-1", REGISTER))
            journals.append("2026-session", 0, drafts("c-2", SESSION[:2]))
            journals.append("2026-session", 2, drafts("c-3", SESSION[2:]))
        backup(path, str(target))


if __name__ == "__main__":
    make(Path(sys.argv[1]))
