"""Files written whole or not at all."""

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path

_SQLITE = b"SQLite format 3\0"

class HoldsARecord(FileExistsError):
    """The file is a database: no paper is put in its place."""


def write_whole(path: Path, data: bytes, mode: int | None = None) -> None:
    """Replace `path` by a file with these bytes; on any failure the old file stands.

    `mode`: its permissions; without it those of any new file of the user. A link is followed.
    Raises OSError (no room, no permission), `HoldsARecord`; nothing is left beside the file.
    """
    target = path.resolve()
    if _is_database(target):
        raise HoldsARecord(errno.EEXIST, "a database is not replaced", str(path))
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:32]}.", suffix=".part", dir=target.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(_usual_mode() if mode is None else mode)
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    if hasattr(os, "O_DIRECTORY"):  # the name itself survives a power cut; Windows has no such call
        with suppress(OSError):
            folder = os.open(target.parent, os.O_RDONLY | os.O_DIRECTORY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)


def _is_database(path: Path) -> bool:
    with suppress(OSError), path.open("rb") as file:
        return file.read(len(_SQLITE)) == _SQLITE
    return False


def _usual_mode() -> int:
    mask = os.umask(0)  # it can only be read by setting it
    os.umask(mask)
    return 0o666 & ~mask
