"""What the store answers beside the errors of the contract, and how a fault of the disk becomes one."""

import errno
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from assembly_desk.journal.contract import JournalError, ReadOnly, StorageFailed, StorageFull


@dataclass(frozen=True, slots=True)
class Holder:
    """Who writes to a database now: process, computer, program, and since when (UTC, RFC 3339)."""

    pid: int
    host: str
    program: str
    since: str


class Held(JournalError):
    """Another program holds the database for writing. `holder` is None if it did not leave its name."""

    def __init__(self, path: Path, holder: Holder | None) -> None:
        who = (
            f" by {holder.program} (process {holder.pid} on {holder.host}, since {holder.since})"
            if holder
            else ""
        )
        super().__init__(f"{path} is in use{who}")
        self.path = path
        self.holder = holder


REASONS = {
    "no-file": "there is no such file",
    "no-folder": "there is no such folder",
    "is-folder": "this is a folder, not a file",
    "no-database": "this file is no database",
    "another-program": "this is a database of another program",
    "newer": "this was written by a newer version of the program",
    "older": "this database is of another version; open it for writing once",
    "empty": "this database holds no journal yet; open it for writing once",
    "names-nothing": "this names no file",
    "no-url": "this is no database URL",
    "not-sqlite": "only SQLite files are supported (sqlite:////path/to/file.db)",
    "more-than-file": "the URL must name a file and nothing else (sqlite:////path/to/file.db)",
    "exists": "this file is there already; nothing was replaced",
    "same-file": "source and target are the same file",
    "not-older-copy": "this is not an older copy of the same record; nothing was written",
}
"""Why a file cannot be used, by a stable code; for the user each has its words, `store.…`."""


class Unusable(JournalError):
    """What was named is no database of this program, or none that this version can use. `code`: of `REASONS`."""

    def __init__(self, path: object, code: str) -> None:
        super().__init__(f"{path}: {REASONS[code]}")
        self.path, self.code = path, code


class Missing(Unusable):
    """There is no such file, or (`folder`) no such folder for it. A reader never makes one."""

    def __init__(self, path: object, *, folder: bool = False) -> None:
        super().__init__(path, "no-folder" if folder else "no-file")
        self.folder = folder


class NotWritable(ReadOnly):
    """The file or its folder may not be written to."""

    def __init__(self, path: object, says: str) -> None:
        super().__init__(says)
        self.path = path


class Unsound(JournalError):
    """A copy that is damaged or whose chain is broken is not put in the place of a database."""

    def __init__(self, path: object, where: str) -> None:
        super().__init__(f"{path} is not whole: {where}; nothing was replaced")
        self.path, self.where = path, where


_NO_ROOM = (
    {errno.ENOSPC, errno.EDQUOT, errno.EFBIG} if hasattr(errno, "EDQUOT") else {errno.ENOSPC, errno.EFBIG}
)
_NO_WRITING = {errno.EACCES, errno.EPERM, errno.EROFS}
_PRIMARY = 0xFF  # the low byte of an extended SQLite code is its primary code


def translated(path: object, error: sqlite3.Error | OSError) -> JournalError:
    """The fault as an error of the contract, naming the file and the reason."""
    says = f"{path}: {error}"
    if isinstance(error, OSError):
        if error.errno in _NO_ROOM:
            return StorageFull(says)
        return NotWritable(path, says) if error.errno in _NO_WRITING else StorageFailed(says)
    # An error of Python's own module, as of text that is no UTF-8, carries no code.
    match getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & _PRIMARY:
        case sqlite3.SQLITE_FULL:
            return StorageFull(says)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM | sqlite3.SQLITE_BUSY:
            return NotWritable(path, says)
        case sqlite3.SQLITE_NOTADB:
            return Unusable(path, "no-database")
        case _:
            return StorageFailed(says)
