"""The one table, and how a file comes to have it."""

import sqlite3
from pathlib import Path

from sqlalchemy import Column, Engine, Integer, MetaData, PrimaryKeyConstraint, Table, Text, UniqueConstraint

from assembly_desk.store.copying import copy_whole, put_in_place
from assembly_desk.store.errors import Unusable
from assembly_desk.store.location import beside

HEAD = "0001"  # the version that this program reads and writes: the last of migrations/versions
MIGRATIONS = Path(__file__).parent / "migrations"

metadata = MetaData()

# A table with a rowid: it keeps the order of all entries over all journals, so that journals can be listed in
# the order in which they were begun; and a payload is often larger than a twentieth of a page, where WITHOUT
# ROWID is slow.
# STRICT: a number stays a number and a text a text, as they were hashed.
entry = Table(
    "entry",
    metadata,
    Column("journal", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("at", Text, nullable=False),
    Column("command", Text, nullable=False),
    Column("nth", Integer, nullable=False),
    Column("payload", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False),
    PrimaryKeyConstraint("journal", "seq", name="one_place"),
    UniqueConstraint("command", "nth", name="one_command"),
    sqlite_strict=True,
)


def version(connection: sqlite3.Connection, path: Path) -> str | None:
    """The version of the file's tables; None if it has none yet. Raises `Unusable` for another's database."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables:
        return None
    row = None
    if "alembic_version" in tables:
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if row is None:
        raise Unusable(path, "this is a database of another program")
    return str(row[0])


def bring_up(
    engine: Engine, found: str | None, path: Path, *, head: str = HEAD, scripts: Path = MIGRATIONS
) -> None:
    """Give the file the tables of the version `head`, in one transaction: killed in it, nothing was done.

    A file that has entries is copied first, to `<name>.before-<head>`. Raises `Unusable` for a newer version.
    """
    if found == head:
        return
    # Only here: the import costs more than all the rest of a start.
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    if found is not None:
        known = ScriptDirectory.from_config(config).walk_revisions()
        if found not in {step.revision for step in known}:
            raise Unusable(path, f"this was written by a newer version of the program ({found})")
        part = beside(path, ".part")
        with engine.connect() as connection:
            copy_whole(driver(connection.connection.driver_connection), part)
        put_in_place(part, beside(path, f".before-{head}"))
    with engine.begin() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")  # the driver begins nothing by itself
        config.attributes["connection"] = connection
        command.upgrade(config, head)


def driver(connection: object) -> sqlite3.Connection:
    """SQLAlchemy's driver connection, which it cannot type, as what it is."""
    assert isinstance(connection, sqlite3.Connection)
    return connection
