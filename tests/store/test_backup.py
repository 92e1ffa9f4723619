"""A copy is whole and checked; what a restored copy replaces is never lost."""

from contextlib import closing
from pathlib import Path
from threading import Event, Thread

import pytest

from assembly_desk.journal.entry import Entry
from assembly_desk.store.backup import backup, restore
from assembly_desk.store.check import examine
from assembly_desk.store.errors import Held, Missing, Unsound, Unusable
from assembly_desk.store.sqlite import open_journals
from tests.store.recording import drafts, record


@pytest.fixture
def desk(tmp_path: Path) -> str:
    path = str(tmp_path / "desk.db")
    with closing(open_journals(path)) as journals:
        record(journals, "register", 3)
        record(journals, "s1", 5)
    return path


@pytest.fixture
def copy(tmp_path: Path) -> str:
    return str(tmp_path / "copy.db")


def entries(path: str, journal: str = "s1") -> list[Entry]:
    with closing(open_journals(path, write=False)) as journals:
        return journals.read(journal)


def grow(path: str, count: int = 1) -> None:
    with closing(open_journals(path)) as journals:
        record(journals, "s1", count)


def names(path: str) -> list[str]:
    return sorted(file.name for file in Path(path).parent.iterdir() if file.suffix != ".lock")


def change_payload(path: str, seq: int) -> None:
    """As somebody does who edits the file itself."""
    content = Path(path).read_bytes()
    with closing(open_journals(path)) as journals, journals.at_rest() as connection:
        connection.execute("DROP TRIGGER entry_no_update")
        connection.execute("UPDATE entry SET payload = '{}' WHERE journal = 's1' AND seq = ?", (seq,))
    assert Path(path).read_bytes() != content


def test_a_copy_holds_the_whole_record_in_one_file(desk: str, copy: str) -> None:
    report = backup(desk, copy)
    assert (report.path, report.journals, report.entries) == (Path(copy), 2, 8)
    assert report.sound
    assert entries(copy) == entries(desk)
    assert [name for name in names(copy) if name.startswith("copy")] == ["copy.db"]


def test_each_copy_made_while_the_desk_writes_is_a_sound_beginning_of_the_record(
    desk: str, copy: str
) -> None:
    enough = Event()
    with closing(open_journals(desk)) as journals:

        def write() -> None:
            place = len(journals.read("s1"))
            while not enough.is_set():
                place = journals.append("s1", place, drafts(f"busy-{place}", 2))[-1].seq

        writer = Thread(target=write)
        writer.start()
        try:
            sizes = []
            for _ in range(5):
                assert backup(desk, copy).sound
                sizes.append(len(entries(copy)))
        finally:
            enough.set()
            writer.join()
        assert sizes == sorted(sizes)
        assert all((size - 5) % 2 == 0 for size in sizes), "a command was copied in part"
        assert journals.read("s1")[: sizes[-1]] == entries(copy)


def test_an_older_copy_of_the_same_record_is_replaced(desk: str, copy: str) -> None:
    backup(desk, copy)
    grow(desk)
    backup(desk, copy)
    assert len(entries(copy)) == 6


def test_a_file_that_would_be_lost_is_not_written_over(desk: str, copy: str) -> None:
    backup(desk, copy)
    grow(desk)
    with pytest.raises(Unusable, match="older copy"):
        backup(copy, desk)  # the two names exchanged
    assert len(entries(desk)) == 6
    letter = Path(copy).with_name("letter.odt")
    letter.write_text("Dear members")
    with pytest.raises(Unusable, match="older copy"):
        backup(desk, str(letter))
    assert letter.read_text() == "Dear members"


def test_a_broken_record_is_copied_and_said_to_be_broken(desk: str, copy: str) -> None:
    change_payload(desk, 4)
    report = backup(desk, copy)
    assert not report.sound
    assert [(broken.journal, broken.seq, broken.fault) for broken in report.broken] == [("s1", 4, "hash")]
    assert entries(copy) == entries(desk)


def test_a_restored_copy_takes_the_place_and_what_was_there_is_set_aside(desk: str, copy: str) -> None:
    backup(desk, copy)
    grow(desk, 2)
    report = restore(copy, desk, "20261020T100000Z")
    assert report.sound
    assert len(entries(desk)) == 5
    assert len(entries(f"{desk}.replaced-20261020T100000Z")) == 7
    grow(desk)
    assert examine(desk).sound


def test_entries_that_only_the_wal_holds_are_set_aside_with_the_file(desk: str, copy: str) -> None:
    backup(desk, copy)
    killed = Path(desk).with_name("killed.db")
    with closing(open_journals(desk)) as journals:
        record(journals, "s1", 2)
        for suffix in ("", "-wal"):  # as a killed program leaves them
            Path(f"{killed}{suffix}").write_bytes(Path(f"{desk}{suffix}").read_bytes())
    restore(copy, str(killed), "now")
    assert len(entries(str(killed))) == 5
    assert len(entries(f"{killed}.replaced-now")) == 7


def test_a_copy_is_restored_where_no_database_was(desk: str, copy: str, tmp_path: Path) -> None:
    backup(desk, copy)
    fresh = str(tmp_path / "fresh.db")
    assert restore(copy, fresh, "now").entries == 8
    assert entries(fresh) == entries(desk)
    assert not [name for name in names(fresh) if "replaced" in name]


def test_a_database_in_use_is_not_replaced(desk: str, copy: str) -> None:
    backup(desk, copy)
    with closing(open_journals(desk, holder="the desk")) as journals:
        with pytest.raises(Held, match="the desk"):
            restore(copy, desk, "now")
        with closing(open_journals(copy)), pytest.raises(Held):
            backup(desk, copy)
        record(journals, "s1", 1)
    assert len(entries(desk)) == 6


def test_an_unsound_copy_replaces_nothing(desk: str, copy: str) -> None:
    backup(desk, copy)
    change_payload(copy, 2)
    with pytest.raises(Unsound, match="s1 № 2"):
        restore(copy, desk, "now")
    assert not [name for name in names(desk) if "replaced" in name or "part" in name]
    assert examine(desk).sound


def test_what_was_set_aside_before_is_not_lost(desk: str, copy: str) -> None:
    backup(desk, copy)
    restore(copy, desk, "now")
    grow(desk)
    with pytest.raises(Unusable, match="there already"):
        restore(copy, desk, "now")
    assert len(entries(desk)) == 6


def test_what_is_not_there_or_the_same_is_said(desk: str, tmp_path: Path) -> None:
    with pytest.raises(Missing):
        backup(str(tmp_path / "none.db"), str(tmp_path / "copy.db"))
    with pytest.raises(Missing):
        backup(desk, str(tmp_path / "none" / "copy.db"))
    with pytest.raises(Unusable, match="same file"):
        backup(desk, f"sqlite:///{desk}")
    with pytest.raises(Unusable, match="folder"):
        restore(desk, str(tmp_path), "now")
    assert names(desk) == ["desk.db"]
