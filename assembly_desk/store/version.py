"""Which version of the tables a file has."""

import sqlite3
from pathlib import Path

from assembly_desk.store.errors import Unusable

HEAD = "0002"  # the version that this program reads and writes: the last of migrations/versions
READABLE = ("0001", HEAD)  # those whose table a reader takes as it is: it changes no file


def version(connection: sqlite3.Connection, path: Path) -> str | None:
    """The version of the file's tables; None if it has none yet. Raises `Unusable` for another's database."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables:
        return None
    row = None
    if "alembic_version" in tables:
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if row is None:
        raise Unusable(path, "another-program")
    return str(row[0])
