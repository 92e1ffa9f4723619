"""Writing what a command makes: to a file whole or not at all, or to standard output."""

import sys
from pathlib import Path

from assembly_desk.cli.outcome import FAILED, Stopped, unusable
from assembly_desk.files import HoldsARecord, write_whole
from assembly_desk.wording.words import Language, words


def write(path: Path, content: bytes, language: Language) -> None:
    """Write the file. `-` is standard output. A disk that refuses is one sentence."""
    if str(path) == "-":
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    say = words(language)
    if not path.parent.is_dir():
        raise unusable("cli.folder-missing", language, path=path.parent)
    if path.is_dir():
        raise unusable("cli.is-folder", language, path=path)
    if _signed(path):
        raise unusable("cli.file-exists", language, path=path)
    try:
        write_whole(path, content)
    except HoldsARecord:
        raise unusable("cli.file-exists", language, path=path) from None
    except PermissionError:
        raise Stopped(FAILED, say("cli.folder-read-only", path=path.parent)) from None
    except OSError as error:
        raise Stopped(FAILED, f"{say('trouble.disk-failed')} {error.strerror}: {path}") from None


def _signed(path: Path) -> bool:
    """Whether a paper stands there that somebody has signed: it is not replaced in passing."""
    if not path.is_file():
        return False
    data = path.read_bytes()
    return data.startswith(b"%PDF") and b"/ByteRange" in data
