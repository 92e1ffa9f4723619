"""The one table, and how a file comes to have it."""

import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import (
    Column,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    create_engine,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from assembly_desk.store.copying import copy_whole, put_in_place
from assembly_desk.store.errors import Unusable
from assembly_desk.store.location import beside
from assembly_desk.store.version import HEAD

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


def bring_up(
    held: sqlite3.Connection, found: str | None, path: Path, *, head: str = HEAD, scripts: Path = MIGRATIONS
) -> None:
    """Give the file the tables of the version `head`, in one transaction: killed in it, nothing was done.

    A file that has entries is copied first, to `<name>.before-<head>`. Raises `Unusable` for a newer version,
    `sqlite3.Error` and `OSError`.
    """
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    if found is not None:
        known = ScriptDirectory.from_config(config).walk_revisions()
        if found not in {step.revision for step in known}:
            raise Unusable(path, "newer")
        part = beside(path, ".part")
        copy_whole(held, part)
        put_in_place(part, beside(path, f".before-{head}"))
    engine = create_engine("sqlite://", creator=lambda: held, poolclass=StaticPool)
    try:
        with engine.begin() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")  # the driver begins nothing by itself
            config.attributes["connection"] = connection
            command.upgrade(config, head)
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.Error):
            raise error.orig from None
        raise
