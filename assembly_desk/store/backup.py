"""A whole, checked copy of a database, and back."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path

from assembly_desk.journal.contract import StorageFailed
from assembly_desk.store.check import Report, examine
from assembly_desk.store.copying import copy_whole, put_in_place, remove, sync
from assembly_desk.store.errors import Missing, Unsound, Unusable, translated
from assembly_desk.store.location import SHM, WAL, beside, path_of
from assembly_desk.store.lock import LOCK, WriterLock
from assembly_desk.store.sqlite import SqlJournals, open_journals


def backup(source: str, target: str) -> Report:
    """Copy the database to the file `target`, check the copy, and only then give it its name.

    Another program may be writing to the source. A record that is broken is copied all the same: the report
    says so. An older copy of the same record is replaced; any other file is left alone (`Unusable`). Raises
    also what `open_journals` raises, and `Held` if the target is in use.
    """
    goal = _other(source, target)
    with closing(open_journals(source, write=False)) as journals:
        if not goal.exists():
            return _copied(journals, goal)
        with _held(goal) if beside(goal, LOCK).exists() else nullcontext():
            _only_older(journals, goal)
            return _copied(journals, goal)


def restore(source: str, target: str, stamp: str) -> Report:
    """Put a copy of `source` in the place of the database `target`; what was there is set aside, whole.

    It is set aside as `<name>.replaced-<stamp>`; `stamp` must be fit for a file name. Raises `Unsound` for a
    source that is damaged or broken, `Held` if a program is writing to the target, and what `open_journals`
    raises for the source.
    """
    goal = _other(source, target)
    found = examine(source)
    if not found.sound:
        where = [f"{item.journal} № {item.seq}" for item in found.broken] or list(found.damage)
        raise Unsound(found.path, where[0])
    aside = beside(goal, f".replaced-{stamp}")
    if aside.exists():
        raise Unusable(aside, "exists")
    with closing(open_journals(source, write=False)) as journals, _held(goal):
        return _copied(journals, goal, aside)


def _other(source: str, target: str) -> Path:
    goal = path_of(target)
    if goal == path_of(source):
        raise Unusable(goal, "same-file")
    if goal.is_dir():
        raise Unusable(goal, "is-folder")
    if not goal.parent.is_dir():
        raise Missing(goal, folder=True)
    return goal


@contextmanager
def _held(database: Path) -> Iterator[None]:
    lock = WriterLock(database, "assembly-desk backup")
    try:
        yield
    finally:
        lock.release()


def _only_older(journals: SqlJournals, goal: Path) -> None:
    """Refuse to replace what holds an entry that the new copy would not hold."""
    try:
        with closing(open_journals(str(goal), write=False)) as older:
            same = all(
                journals.read(name)[: len(entries)] == entries
                for name, entries in ((name, older.read(name)) for name in older.names())
            )
    except (Unusable, StorageFailed):
        same = False
    if not same:
        raise Unusable(goal, "not-older-copy")


def _copied(journals: SqlJournals, goal: Path, aside: Path | None = None) -> Report:
    part = beside(goal, ".part")
    try:
        with journals.at_rest() as connection:
            copy_whole(connection, part)
        report = replace(examine(str(part)), path=goal)
        if aside and goal.exists():
            _set_aside(goal, aside)
        # A WAL that stayed would be read into the new file.
        beside(goal, WAL).unlink(missing_ok=True)
        beside(goal, SHM).unlink(missing_ok=True)
        put_in_place(part, goal)
    except (sqlite3.Error, OSError) as error:
        raise translated(goal, error) from None
    finally:
        remove(part)
    return report


def _set_aside(database: Path, aside: Path) -> None:
    """Give the file and its WAL a second name; so the database is in its place until the new one is."""
    for suffix in (WAL, ""):
        old, new = beside(database, suffix), beside(aside, suffix)
        if old.exists() and (not suffix or old.stat().st_size):
            try:
                os.link(old, new)
            except OSError:  # a file system without second names
                shutil.copyfile(old, new)
                sync(new)
