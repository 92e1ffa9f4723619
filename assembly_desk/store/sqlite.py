"""Journals in one SQLite file."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from itertools import starmap
from operator import attrgetter
from pathlib import Path
from threading import Lock
from typing import Any

from assembly_desk.journal.contract import AlreadyRecorded, OutOfTurn, ReadOnly, StorageFailed
from assembly_desk.journal.entry import COLUMNS, GENESIS, Draft, Entry, chained
from assembly_desk.store import statements
from assembly_desk.store.errors import Missing, Unusable, translated
from assembly_desk.store.location import WAL, beside, path_of
from assembly_desk.store.lock import WriterLock
from assembly_desk.store.version import HEAD, READABLE, version

Row = tuple[Any, ...]

_WAIT = 5.0  # seconds for a checkpoint of another connection to pass
_DURABLE: tuple[tuple[str, object], ...] = (("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1))
_SAME_COMMAND = "UNIQUE constraint failed: entry.command, entry.nth"
_SAME_PLACE = "UNIQUE constraint failed: entry.journal, entry.seq"

_columns = attrgetter(*COLUMNS, "hash")
_TYPES = tuple(int if name in ("seq", "version", "nth") else str for name in (*COLUMNS, "hash"))


class SqlJournals:
    """The `Journals` contract on one SQLite file, over one held connection. Any thread may call it.

    The UNIQUE constraints decide who was first; what was looked up before only chooses the words.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: WriterLock | None) -> None:
        self.path = path
        self._connection = connection
        self._lock = lock
        self._turn = Lock()

    def names(self) -> list[str]:
        """The journals, in the order in which they were begun."""
        return [name if isinstance(name, str) else repr(name) for (name,) in self._rows(statements.NAMES)]

    def read(self, journal: str) -> list[Entry]:
        """All entries in order, as they stand: not verified.

        Damaged text comes with its broken letters replaced, so that the chain names the entry.
        """
        return _entries(self._rows(statements.OF_JOURNAL, journal))

    def of_command(self, command: str) -> list[Entry]:
        """What was recorded for that command id, in order."""
        return _entries(self._rows(statements.OF_COMMAND, command))

    def append(self, journal: str, after: int, drafts: Sequence[Draft]) -> list[Entry]:
        """Record the drafts after entry number `after`; they are on the disk when this returns.

        After any error nothing is recorded and the store can go on. Should the power fail in the very moment
        of an error, the entries may be found at the next start: ask `of_command` before trying again.
        """
        if self._lock is None:
            raise ReadOnly(f"{self.path} was opened for reading")
        with self._turn:
            try:
                with self._transaction():
                    found = self._connection.execute(statements.LAST, (journal,)).fetchone()
                    last, previous = found or (0, GENESIS)
                    if last != after:
                        self._refuse(journal, drafts)
                    new = chained(journal, after, previous, drafts)
                    self._connection.executemany(statements.INSERT, map(_columns, new))
                return new
            except sqlite3.Error as error:
                if error.args == (_SAME_COMMAND,):
                    raise AlreadyRecorded(drafts[0].command) from None
                if error.args == (_SAME_PLACE,):
                    raise OutOfTurn(journal) from None
                raise translated(self.path, error) from None

    def damage(self) -> list[str]:
        """What SQLite finds wrong in the whole file; empty if nothing. Raises `StorageFailed`."""
        return [str(row[0]) for row in self._rows("PRAGMA integrity_check(10)") if row != ("ok",)]

    @contextmanager
    def at_rest(self) -> Iterator[sqlite3.Connection]:
        """The connection itself, between two appends: for copying the whole."""
        with self._turn:
            yield self._connection

    def close(self) -> None:
        """Close the file, then let another write. Twice is no error."""
        with self._turn:
            self._connection.close()
            if self._lock:
                self._lock.release()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._undo()  # what a failed undoing may have left open
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                self._undo()
            raise

    def _undo(self) -> None:
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    def _refuse(self, journal: str, drafts: Sequence[Draft]) -> None:
        for draft in drafts:
            if self._connection.execute(statements.OF_COMMAND, (draft.command,)).fetchone():
                raise AlreadyRecorded(draft.command)
        raise OutOfTurn(journal)

    def _rows(self, statement: str, *values: str) -> list[Row]:
        with self._turn:
            try:
                return self._connection.execute(statement, values).fetchall()
            except sqlite3.Error as error:
                if hasattr(error, "sqlite_errorcode"):
                    raise translated(self.path, error) from None
            # Python's own module failed: a text that is no UTF-8.
            self._connection.text_factory = partial(str, encoding="utf-8", errors="replace")
            try:
                return self._connection.execute(statement, values).fetchall()
            except sqlite3.Error as error:
                raise translated(self.path, error) from None
            finally:
                self._connection.text_factory = str


def _entries(rows: list[Row]) -> list[Entry]:
    columns = zip(*rows, strict=True)
    if any(set(map(type, column)) != {kind} for kind, column in zip(_TYPES, columns, strict=False)):
        rows = list(map(_typed, rows))
    return list(starmap(Entry, rows))


def _typed(row: Row) -> Row:
    """A damaged row in the types of an entry; what was changed stays different from what was hashed."""
    return tuple(
        value if type(value) is kind else repr(value) if kind is str else -1
        for value, kind in zip(row, _TYPES, strict=True)
    )


def open_journals(url_or_path: str, *, write: bool = True, holder: str = "assembly-desk") -> SqlJournals:
    """The journals in that file: for a writer, named `holder`, it is made or brought to this version.

    Raises `Held` if another program writes to it, `Missing` for a reader's file or a writer's folder that is
    not there, `Unusable` for what is no database of this program, `ReadOnly`, `StorageFull`, `StorageFailed`.
    """
    path = path_of(url_or_path)
    try:
        _look(path, write)
    except OSError as error:
        raise translated(path, error) from None
    lock = WriterLock(path, holder) if write else None
    held: sqlite3.Connection | None = None
    try:
        held = _connect(path, write)
        if write and (found := version(held, path)) != HEAD:
            # Only here: SQLAlchemy and Alembic take longer to load than all the rest of a start.
            from assembly_desk.store.schema import bring_up

            bring_up(held, found, path)
        return SqlJournals(path, held, lock)
    except BaseException as error:
        if held:
            held.close()
        if lock:
            lock.release()
        if isinstance(error, sqlite3.Error | OSError):
            raise translated(path, error) from None
        raise


def _look(path: Path, write: bool) -> None:
    """Refuse what is plainly no database before a file is made beside it."""
    if path.is_dir():
        raise Unusable(path, "is-folder")
    if path.exists():
        with path.open("rb") as file:
            if file.read(16) not in (b"", b"SQLite format 3\0"):
                raise Unusable(path, "no-database")
    elif not write:
        raise Missing(path)
    elif not path.parent.is_dir():
        raise Missing(path, folder=True)


def _connect(path: Path, write: bool) -> sqlite3.Connection:
    how = "mode=rwc"
    if not write:
        # A database in WAL needs its index beside it; where none can be made it is read as it lies there.
        wal = beside(path, WAL)
        lies_still = not os.access(path.parent, os.W_OK) and not (wal.exists() and wal.stat().st_size)
        how = "mode=ro&immutable=1" if lies_still else "mode=ro"
    # Transactions are begun by this module alone, so Python's own handling of them is off.
    connection = sqlite3.connect(
        f"{path.as_uri()}?{how}", uri=True, isolation_level=None, timeout=_WAIT, check_same_thread=False
    )
    try:
        found = version(connection, path)  # before anything is set: another's database stays as it is
        if write:
            for pragma, wanted in _DURABLE:
                connection.execute(f"PRAGMA {pragma} = {wanted}")
                (has,) = connection.execute(f"PRAGMA {pragma}").fetchone()
                if has != wanted:
                    raise StorageFailed(
                        f"{path}: {pragma} stays {has}, so nothing recorded here would be safe"
                    )
        elif found not in READABLE:
            raise Unusable(path, "older" if found else "empty")
        return connection
    except BaseException:
        connection.close()
        raise
