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
        raise Stopped(FAILED, say("cli.folder-missing", path=path.parent))
    try:
        write_whole(path, content)
    except HoldsARecord:
        raise unusable("cli.file-exists", language, path=path) from None
    except PermissionError:
        raise Stopped(FAILED, say("cli.folder-read-only", path=path.parent)) from None
    except OSError as error:
        raise Stopped(FAILED, f"{say('trouble.disk-failed')} {error.strerror}: {path}") from None
