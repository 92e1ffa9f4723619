"""The journals in a file: who may open it, how, and what is said when it cannot be."""

import os
import resource
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from assembly_desk.journal.chain import first_break
from assembly_desk.journal.contract import OutOfTurn, ReadOnly, StorageFull
from assembly_desk.store.errors import Held, Missing, Unusable
from assembly_desk.store.sqlite import open_journals
from tests.store.recording import drafts, record


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.db"


def run(program: str, *arguments: str, before: Callable[[], None] | None = None) -> str:
    """What a process of its own prints; it must end well."""
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        text=True,
        preexec_fn=before,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_opening_finds_the_record(path: Path) -> None:
    for count in (1, 2, 3):
        with closing(open_journals(f"sqlite:///{path}", holder="assembly-desk play")) as journals:
            record(journals, "s1", 1)
            assert len(journals.read("s1")) == count


def test_an_acknowledged_entry_is_on_the_disk(path: Path) -> None:
    with closing(open_journals(str(path))) as journals, journals.at_rest() as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)


@pytest.mark.parametrize("act", ["UPDATE entry SET payload = '{}'", "DELETE FROM entry"])
def test_the_file_itself_refuses_to_change_what_was_recorded(path: Path, act: str) -> None:
    with closing(open_journals(str(path))) as journals:
        record(journals, "s1", 3)
    refused = pytest.raises(sqlite3.IntegrityError, match="append-only")
    with closing(sqlite3.connect(path)) as connection, refused:
        connection.execute(act)
    with closing(open_journals(str(path), write=False)) as journals:
        assert len(journals.read("s1")) == 3
        assert first_break(journals.read("s1")) is None


@pytest.mark.parametrize("columns", ["*", "rowid, *"])
def test_an_entry_cannot_be_replaced_in_passing(path: Path, columns: str) -> None:
    with closing(open_journals(str(path))) as journals:
        record(journals, "s1", 3)
    names = "rowid, journal, seq, kind, version, at, command, nth, payload, previous, hash"
    into = f"entry({names})" if "rowid" in columns else "entry"
    refused = pytest.raises(sqlite3.IntegrityError, match="UNIQUE constraint failed")
    with closing(sqlite3.connect(path)) as connection, refused:
        connection.execute(f"INSERT OR REPLACE INTO {into} SELECT {columns} FROM entry WHERE seq = 2")


def test_a_second_writer_is_told_who_holds_the_file(path: Path, tmp_path: Path) -> None:
    other_name = tmp_path / "link.db"
    with closing(open_journals(str(path), holder="desk of the secretary")):
        other_name.symlink_to(path)
        for name in (path, other_name):
            with pytest.raises(Held, match="desk of the secretary") as held:
                open_journals(str(name))
            assert held.value.holder is not None
            assert held.value.holder.pid == os.getpid()
            assert held.value.holder.since.endswith("Z")
    open_journals(str(path)).close()


def test_a_reader_reads_while_a_writer_writes(path: Path) -> None:
    with closing(open_journals(str(path))) as writer:
        record(writer, "s1", 2)
        with closing(open_journals(str(path), write=False)) as reader:
            assert reader.read("s1") == writer.read("s1")
            record(writer, "s1", 1)
            assert len(reader.read("s1")) == 3
            with pytest.raises(ReadOnly):
                reader.append("s1", 3, drafts("x"))


def test_a_reader_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(Missing, match="no such file"):
        open_journals(str(tmp_path / "none.db"), write=False)
    assert list(tmp_path.iterdir()) == []


def test_a_writer_makes_no_folder(tmp_path: Path) -> None:
    with pytest.raises(Missing, match="no such folder"):
        open_journals(str(tmp_path / "none" / "desk.db"))


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://desk:secret@hall/desk",
        "mysql://hall/desk",
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:////tmp/x.db?mode=ro",
        "http://hall/desk",
        "://",
        "postgresql://hall:port/desk",
        "",
    ],
)
def test_what_names_no_sqlite_file_is_unusable(url: str) -> None:
    with pytest.raises(Unusable) as unusable:
        open_journals(url)
    assert "secret" not in str(unusable.value)


@pytest.mark.parametrize("content", [b"%PDF-1.7\n", b"SQLite format 3\0" + b"\xff" * 200, b"x"])
@pytest.mark.parametrize("write", [True, False])
def test_a_file_that_is_no_database_is_unusable_and_stays_as_it_is(
    path: Path, content: bytes, write: bool
) -> None:
    path.write_bytes(content)
    with pytest.raises(Unusable, match="no database"):
        open_journals(str(path), write=write)
    assert path.read_bytes() == content


@pytest.mark.parametrize("write", [True, False])
def test_a_database_of_another_program_is_unusable_and_stays_as_it_is(path: Path, write: bool) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE book (title)")
        connection.commit()
    before = path.read_bytes()
    with pytest.raises(Unusable, match="another program"):
        open_journals(str(path), write=write)
    assert path.read_bytes() == before


def test_a_folder_is_unusable(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="folder"):
        open_journals(str(tmp_path))


def test_an_empty_file_becomes_a_database_for_a_writer_alone(path: Path) -> None:
    path.touch()
    with pytest.raises(Unusable, match="no journal yet"):
        open_journals(str(path), write=False)
    with closing(open_journals(str(path))) as journals:
        record(journals, "s1", 1)


def test_of_two_that_record_at_one_place_the_second_is_out_of_turn(path: Path) -> None:
    with closing(open_journals(str(path))) as journals:
        record(journals, "s1", 1)
        with closing(sqlite3.connect(path)) as other:  # a writer that knows of no lock
            other.execute(
                "INSERT INTO entry SELECT journal, 2, kind, 1, at, 'x', nth, payload, hash, hash FROM entry"
            )
            other.commit()
        with pytest.raises(OutOfTurn):
            journals.append("s1", 1, drafts("y"))
        assert journals.of_command("y") == []


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that any user may enter; those of the other tests belong to one."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


READ_ONLY = """
import os, sys
from contextlib import closing
from assembly_desk.journal.contract import ReadOnly
from assembly_desk.store.sqlite import open_journals
if os.getuid() == 0:  # whom no mode of a folder stops
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
try:
    open_journals(sys.argv[1])
except ReadOnly as error:
    print("refused", error)
with closing(open_journals(sys.argv[1], write=False)) as journals:
    print("entries", len(journals.read("s1")))
"""


def test_in_a_folder_that_cannot_be_written_the_record_can_be_read(open_folder: Path) -> None:
    path = open_folder / "desk.db"
    with closing(open_journals(str(path))) as journals:
        record(journals, "s1", 3)
    path.parent.chmod(0o555)
    try:
        said = run(READ_ONLY, str(path))
    finally:
        path.parent.chmod(0o755)
    assert "refused" in said
    assert "entries 3" in said


FULL = """
import sys
from contextlib import closing
sys.path.insert(0, sys.argv[2])
from tests.store.recording import drafts
from assembly_desk.journal.contract import StorageFailed, StorageFull
from assembly_desk.store.sqlite import open_journals
with closing(open_journals(sys.argv[1])) as journals:
    done = 0
    try:
        while done < 10_000:
            journals.append("s1", done, drafts(str(done), payload="x" * 500))
            done += 1
    except (StorageFailed, StorageFull) as error:
        print(done, type(error).__name__, len(journals.of_command(str(done))), len(journals.read("s1")))
"""


def test_on_a_full_disk_nothing_half_is_recorded_and_reading_goes_on(path: Path) -> None:
    open_journals(str(path)).close()

    def small_disk() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))

    done, error, under_way, readable = run(
        FULL, str(path), str(Path(__file__).parent), before=small_disk
    ).split()
    assert error in ("StorageFailed", "StorageFull")
    assert under_way == "0"
    assert done == readable
    with closing(open_journals(str(path))) as journals:  # there is room again
        assert len(journals.read("s1")) == int(done) > 0
        record(journals, "s1", 1)
        assert first_break(journals.read("s1")) is None


def test_the_store_goes_on_once_there_is_room_again(path: Path) -> None:
    with closing(open_journals(str(path))) as journals:
        record(journals, "s1", 1)
        with journals.at_rest() as connection:
            connection.execute("PRAGMA max_page_count = 1")
        with pytest.raises(StorageFull):
            journals.append("s1", 1, drafts("big", payload="x" * 100_000))
        assert journals.of_command("big") == []
        with journals.at_rest() as connection:
            connection.execute("PRAGMA max_page_count = 1000000")
        journals.append("s1", 1, drafts("big", payload="x" * 100_000))
        assert first_break(journals.read("s1")) is None
