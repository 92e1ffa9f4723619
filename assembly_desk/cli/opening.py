"""Opening the record for a command: the desk on the user's database, on another one, or on a temporary one."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from platformdirs import user_data_path

from assembly_desk.cli.outcome import remark, told
from assembly_desk.desk.desk import Desk, UnknownSitting
from assembly_desk.domain.refusals import Refusal
from assembly_desk.store.errors import translated
from assembly_desk.store.sqlite import open_journals
from assembly_desk.wording.words import Language, words

PROGRAM = "assembly-desk"


def default_database() -> Path:
    """The user's own database: one file in the user's data folder."""
    return user_data_path(PROGRAM, appauthor=False) / "desk.db"


def database_for_writing(database: str | None) -> str:
    """The database named, else the user's own, whose folder is made if need be."""
    folder = default_database().parent
    if database is None and not folder.is_dir():
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise translated(folder, error) from error
    return database or str(default_database())


def temporary_database(language: Language) -> str:
    """A new database in a folder of its own, named on standard error."""
    import tempfile

    path = Path(tempfile.mkdtemp(prefix=f"{PROGRAM}-")) / "desk.db"
    remark(words(language)("cli.temporary-database", path=path))
    return str(path)


@contextmanager
def desk_on(
    database: str | None, language: Language, *, write: bool = False, rehearsal: bool = False
) -> Iterator[Desk]:
    """A desk on that database, else on the user's own."""
    from assembly_desk.rules import load_profiles

    with told(language):
        path = database_for_writing(database) if write else database or str(default_database())
        journals = open_journals(path, write=write, holder=PROGRAM)
        try:
            yield Desk(journals, load_profiles(), rehearsal=rehearsal)
        finally:
            journals.close()


def known_sitting(desk: Desk, sitting: str) -> Refusal | None:
    """A refusal if there is no such sitting."""
    try:
        desk.sitting(sitting)
    except UnknownSitting:
        return Refusal("UnknownSitting", {"id": sitting})
    return None
