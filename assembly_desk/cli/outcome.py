"""How a command ends: an exit code, and one sentence where it did not do what was asked."""

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from assembly_desk.domain.refusals import Refusal
from assembly_desk.wording.words import Language, words

DONE: Final = 0
REFUSED: Final = 1
UNUSABLE: Final = 2
FAILED: Final = 3


class Stopped(Exception):
    """The command cannot be done: the exit code and the sentence for standard error."""

    def __init__(self, code: int, sentence: str) -> None:
        super().__init__(sentence)
        self.code, self.sentence = code, sentence


def refused(refusal: Refusal, language: Language) -> Stopped:
    """A rule said no."""
    from assembly_desk.wording.refusals import message

    return Stopped(REFUSED, f"{refusal.code}: {message(refusal.code, refusal.values, language)}")


def unusable(key: str, language: Language, **values: object) -> Stopped:
    """The input or the arguments cannot be used."""
    return Stopped(UNUSABLE, words(language)(key, **values))


@contextmanager
def told(language: Language) -> Iterator[None]:
    """Faults of the disk and the database become one sentence and an exit code."""
    # Only here: what they stand for is loaded by the commands that need it.
    from assembly_desk.desk.desk import Broken
    from assembly_desk.journal.contract import JournalError, ReadOnly, StorageFull
    from assembly_desk.store.errors import Held, Missing, NotWritable, Unsound, Unusable

    say = words(language)
    try:
        yield
    except Held as held:
        name = f"{held.holder.program} ({held.holder.host}, {held.holder.pid})" if held.holder else "—"
        raise Stopped(FAILED, say("trouble.file-held", holder=name)) from None
    except Broken as broken:
        raise Stopped(FAILED, say("trouble.chain-broken", entry=broken.seq)) from None
    except Unsound as unsound:
        raise Stopped(REFUSED, say("store.unsound", path=unsound.path, where=unsound.where)) from None
    except Missing as missing:
        key = "cli.folder-missing" if missing.folder else "cli.file-missing"
        raise Stopped(UNUSABLE, say(key, path=missing.path)) from None
    except Unusable as error:
        why = say(f"store.{error.code}")
        raise Stopped(UNUSABLE, f"{say('cli.database-unreadable', path=error.path)} {why}") from None
    except NotWritable as error:
        raise Stopped(FAILED, say("cli.folder-read-only", path=error.path)) from None
    except ReadOnly as error:
        raise Stopped(FAILED, f"{say('shell.read-only')}: {error}") from None
    except StorageFull:
        raise Stopped(FAILED, say("trouble.disk-full", retry=say("trouble.retry"))) from None
    except JournalError as error:
        raise Stopped(FAILED, f"{say('trouble.disk-failed')} {error}") from None


@contextmanager
def of_papers() -> Iterator[None]:
    """What stands against a paper becomes one sentence, a refusal with its code, and an exit code."""
    from assembly_desk.papers.errors import PaperStopped

    try:
        yield
    except PaperStopped as stopped:
        code = {"refused": REFUSED, "unusable": UNUSABLE, "failed": FAILED}[stopped.how]
        said = f"{stopped.code}: {stopped.sentence}" if stopped.code else stopped.sentence
        raise Stopped(code, said) from None


def answer(body: Mapping[str, object]) -> None:
    """One JSON object on standard output, at once."""
    sys.stdout.write(json.dumps(body, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def remark(sentence: str) -> None:
    """One sentence on standard error."""
    sys.stderr.write(sentence + "\n")
    sys.stderr.flush()


def read_file(path: Path, language: Language) -> bytes:
    """The bytes of a file that the user named."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise unusable("cli.file-missing", language, path=path) from None
    except OSError:
        raise unusable("cli.file-unreadable", language, path=path) from None
