"""One writer: a lock beside the database for its whole life, with the holder's name in a side file."""

import json
import os
import socket
from contextlib import suppress
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from assembly_desk.store.errors import Held, Holder, translated
from assembly_desk.store.location import beside

LOCK, HOLDER = ".lock", ".holder"


class WriterLock:
    """The right to write to one database.

    The operating system holds the lock and drops it with the process, so a lock of a killed writer stops
    nobody; the side file only says who it is. The lock file stays: were it removed, two could lock two
    files.
    """

    def __init__(self, database: Path, program: str) -> None:
        """Take the lock. Raises `Held`, which tells who holds it, or `ReadOnly`."""
        self._name = beside(database, HOLDER)
        self._lock = FileLock(beside(database, LOCK), blocking=False)
        try:
            self._lock.acquire()
        except Timeout:
            raise Held(database, _read(self._name)) from None
        except OSError as error:
            raise translated(database, error) from None
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        me = Holder(pid=os.getpid(), host=socket.gethostname(), program=program, since=now)
        try:
            part = beside(self._name, ".part")
            part.write_text(json.dumps(asdict(me), ensure_ascii=False), encoding="utf-8")
            part.replace(self._name)
        except OSError as error:
            self._lock.release()
            raise translated(database, error) from None

    def release(self) -> None:
        """Give the right back. Twice is no error."""
        if self._lock.is_locked:
            with suppress(OSError):
                self._name.unlink()
            self._lock.release()


def _read(name: Path) -> Holder | None:
    try:
        told = json.loads(name.read_text(encoding="utf-8"))
        return Holder(int(told["pid"]), str(told["host"]), str(told["program"]), str(told["since"]))
    except (OSError, ValueError, TypeError, KeyError):
        return None
