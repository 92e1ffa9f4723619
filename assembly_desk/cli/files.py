"""Writing what a command makes: whole or not at all."""

import os
import sys
import tempfile
from pathlib import Path

from assembly_desk.cli.outcome import FAILED, Stopped
from assembly_desk.wording.words import Language, words


def write(path: Path, content: bytes, language: Language) -> None:
    """Write the file beside its place, sync it, and only then give it its name. `-` is standard output."""
    if str(path) == "-":
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    if not path.parent.is_dir():
        raise Stopped(FAILED, words(language)("cli.folder-missing", path=path.parent))
    try:
        descriptor, part = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            mask = os.umask(0)
            os.umask(mask)
            Path(part).chmod(0o666 & ~mask)
            Path(part).replace(path)
        except BaseException:
            Path(part).unlink(missing_ok=True)
            raise
    except PermissionError:
        raise Stopped(FAILED, words(language)("cli.folder-read-only", path=path.parent)) from None
    except OSError as error:
        raise Stopped(FAILED, f"{words(language)('trouble.disk-failed')} {error.strerror}: {path}") from None
