"""Whole copies of a database, and files put in place so that the old or the new is there at any moment."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from assembly_desk.store.location import SHM, WAL, beside


def copy_whole(source: sqlite3.Connection, target: Path) -> None:
    """Copy the database as it stands at one moment, with what its WAL holds, though another may be writing.

    The copy is one file that needs no WAL, so it can be read on a medium that cannot be written. It is on the
    disk when this returns. Raises `sqlite3.Error` or `OSError`; then there is no copy.
    """
    remove(target)
    try:
        with closing(sqlite3.connect(target, isolation_level=None)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        sync(target)
    except BaseException:
        remove(target)
        raise


def put_in_place(part: Path, target: Path) -> None:
    """Give the finished file its name, in place of an older file."""
    part.replace(target)
    if os.name == "posix":  # elsewhere a folder cannot be opened, and renaming is durable by itself
        sync(target.parent)


def remove(database: Path) -> None:
    """Remove a database with the files beside it."""
    for suffix in ("", "-journal", WAL, SHM):
        beside(database, suffix).unlink(missing_ok=True)


def sync(path: Path) -> None:
    """Wait until the file, or the folder's names, are on the disk."""
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
