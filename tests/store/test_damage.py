"""A file that was damaged, or changed behind the program's back, is reported: by the chain or by SQLite."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from assembly_desk.journal.contract import JournalError
from assembly_desk.journal.entry import Entry
from assembly_desk.store.check import Report, examine
from assembly_desk.store.copying import copy_whole
from assembly_desk.store.sqlite import open_journals
from tests.store.recording import record


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A database as one file: two journals, some forty pages."""
    folder = tmp_path_factory.mktemp("whole")
    with closing(open_journals(str(folder / "desk.db"))) as journals:
        record(journals, "register", 60)
        record(journals, "s1", 140)
        with journals.at_rest() as connection:
            copy_whole(connection, folder / "copy.db")
    return (folder / "copy.db").read_bytes()


def state(path: Path) -> dict[str, list[Entry]]:
    with closing(open_journals(str(path), write=False)) as journals:
        return {name: journals.read(name) for name in journals.names()}


def reported(path: Path) -> bool:
    """Whether a check says that something is wrong. Only errors of the contract may come."""
    try:
        return not examine(str(path)).sound
    except JournalError:
        return True


def test_no_flipped_bit_changes_the_record_unseen(whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    path.write_bytes(whole)
    intact = state(path)
    places = random.Random(747)
    seen = 0
    for _ in range(100):
        bit = places.randrange(len(whole) * 8)
        flipped = bytearray(whole)
        flipped[bit // 8] ^= 1 << bit % 8
        path.write_bytes(flipped)
        found = reported(path)
        seen += found
        if not found:
            assert state(path) == intact, f"bit {bit}"
    assert seen > 50


@pytest.mark.parametrize("kept", [0.0, 0.1, 0.5, 0.99])
def test_a_file_cut_short_is_reported(whole: bytes, tmp_path: Path, kept: float) -> None:
    path = tmp_path / "desk.db"
    path.write_bytes(whole[: int(len(whole) * kept)])
    assert reported(path)


def edited(whole: bytes, path: Path, *statements: str) -> Report:
    """What a check says after somebody who took the triggers away has edited the file."""
    path.write_bytes(whole)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TRIGGER entry_no_update")
        connection.execute("DROP TRIGGER entry_no_delete")
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    return examine(str(path))


@pytest.mark.parametrize(
    ("statements", "seq"),
    [
        (["UPDATE entry SET payload = replace(payload, 'Әлия', 'Айша') WHERE seq = 50"], 50),
        (["UPDATE entry SET at = replace(at, '05:00', '05:01') WHERE seq = 50"], 50),
        (["UPDATE entry SET payload = CAST(x'ff' || payload AS TEXT) WHERE seq = 50"], 50),
        (["DELETE FROM entry WHERE seq = 50"], 50),
        (["DELETE FROM entry WHERE seq = 1"], 1),
        (
            [
                "UPDATE entry SET seq = -1 WHERE seq = 50",
                "UPDATE entry SET seq = 50 WHERE seq = 51",
                "UPDATE entry SET seq = 51 WHERE seq = -1",
            ],
            50,
        ),
        (
            [
                "INSERT INTO entry SELECT journal, 141, kind, version, at, 'new', 0, payload, hash, hash "
                "FROM entry WHERE seq = 140"
            ],
            141,
        ),
    ],
)
def test_an_edited_record_is_reported_where_it_was_edited(
    whole: bytes, tmp_path: Path, statements: list[str], seq: int
) -> None:
    report = edited(whole, tmp_path / "desk.db", *(f"{text} AND journal = 's1'" for text in statements))
    assert not report.sound
    assert [(broken.journal, broken.seq) for broken in report.broken] == [("s1", seq)]


def test_a_whole_record_is_sound(whole: bytes, tmp_path: Path) -> None:
    report = edited(whole, tmp_path / "desk.db")
    assert report.sound
    assert (report.journals, report.entries) == (2, 200)
