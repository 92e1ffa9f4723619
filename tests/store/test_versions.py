"""From version to version of the tables: a file is copied, then brought up whole or not at all."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from assembly_desk.journal.chain import Head, first_break
from assembly_desk.store.check import examine
from assembly_desk.store.errors import Unusable
from assembly_desk.store.schema import MIGRATIONS, bring_up, metadata
from assembly_desk.store.sqlite import open_journals
from assembly_desk.store.version import HEAD, version
from tests.store.recording import record

OLD_FILES = Path(__file__).parents[1] / "old_files"

# What each released version wrote: its journals, and how long and with which head each was.
RELEASED = {
    "0001.db": {
        "register": Head(2, "c7c58e8d9b0b239278a744add5eebaca0cc1616c8f5cb062a807803b1419cb62"),
        "2026-session": Head(4, "41c3beddab1cb30e5b610359fc0a2397a0798ade1b3e0655834bee63a167242c"),
    },
    "0002.db": {
        "register": Head(2, "c7c58e8d9b0b239278a744add5eebaca0cc1616c8f5cb062a807803b1419cb62"),
        "2026-session": Head(4, "41c3beddab1cb30e5b610359fc0a2397a0798ade1b3e0655834bee63a167242c"),
    },
}

NEXT = """
from alembic import op
revision = "0003"
down_revision = "0002"
def upgrade():
    op.execute("CREATE INDEX by_moment ON entry (at)")
    {then}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "desk.db"
    with closing(open_journals(str(path))) as journals:
        record(journals, "s1", 3)
    return path


def next_version(folder: Path, then: str = "") -> Path:
    """The steps of a version after this one."""
    scripts = folder / "migrations"
    shutil.copytree(MIGRATIONS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "versions" / "r0003_next.py").write_text(NEXT.format(then=then))
    return scripts


def bring_to_next(path: Path, scripts: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        bring_up(connection, version(connection, path), path, head="0003", scripts=scripts)


def found(path: Path) -> str | None:
    with closing(sqlite3.connect(path)) as connection:
        return version(connection, path)


def test_the_steps_lead_to_the_tables_that_the_program_uses(path: Path) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()


def test_a_file_of_an_older_version_is_copied_and_brought_up(path: Path, tmp_path: Path) -> None:
    bring_to_next(path, next_version(tmp_path))
    assert found(path) == "0003"
    kept = tmp_path / "desk.db.before-0003"
    assert found(kept) == HEAD
    assert examine(str(kept)).entries == 3


def test_a_step_that_fails_leaves_the_file_as_it_was(path: Path, tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        bring_to_next(path, next_version(tmp_path, then="1 / 0"))
    assert found(path) == HEAD
    with closing(open_journals(str(path))) as journals:
        record(journals, "s1", 1)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT name FROM sqlite_master WHERE name = 'by_moment'").fetchall() == []


@pytest.mark.parametrize("write", [True, False])
def test_a_file_of_a_newer_version_is_unusable_and_stays_as_it_is(
    path: Path, tmp_path: Path, write: bool
) -> None:
    bring_to_next(path, next_version(tmp_path))
    before = path.read_bytes()
    with pytest.raises(Unusable, match="version"):
        open_journals(str(path), write=write)
    assert path.read_bytes() == before


def test_a_start_on_a_file_of_this_version_loads_no_library_for_making_tables(path: Path) -> None:
    program = (
        "import sys; from assembly_desk.store.sqlite import open_journals; "
        "open_journals(sys.argv[1]).close(); print({'sqlalchemy', 'alembic'} & sys.modules.keys())"
    )
    said = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == "set()"


@pytest.mark.parametrize("name", RELEASED)
def test_what_a_released_version_wrote_still_opens_and_verifies(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    shutil.copy(OLD_FILES / name, path)
    assert examine(str(path)).sound
    with closing(open_journals(str(path))) as journals:
        assert journals.names() == list(RELEASED[name])
        for journal, head in RELEASED[name].items():
            assert len(journals.read(journal)) == head.entries
            assert first_break(journals.read(journal), head) is None
        record(journals, "new", 1)
    assert examine(str(path)).sound


def test_there_is_an_old_file_for_each_version() -> None:
    assert {file.name for file in OLD_FILES.glob("*.db")} == set(RELEASED)
    assert f"{HEAD}.db" in RELEASED
