"""Is a database whole: SQLite's own check of the file, and every chain in it."""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from assembly_desk.journal.chain import Fault, first_break
from assembly_desk.journal.contract import StorageFailed
from assembly_desk.store.sqlite import SqlJournals, open_journals


@dataclass(frozen=True, slots=True)
class Broken:
    """A journal whose chain is broken, and where first."""

    journal: str
    seq: int
    fault: Fault


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found: how many journals and entries, which chains are broken, what is damaged."""

    path: Path
    journals: int
    entries: int
    broken: tuple[Broken, ...]
    damage: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Every chain is whole and the file has no damage."""
        return not self.broken and not self.damage


def examine(url_or_path: str) -> Report:
    """Check a database by reading all of it; it may be in use. Raises what `open_journals` raises."""
    with closing(open_journals(url_or_path, write=False)) as journals:
        return _report(journals)


def _report(journals: SqlJournals) -> Report:
    names: list[str] = []
    damage: list[str] = []
    broken: list[Broken] = []
    count = 0
    try:
        damage = journals.damage()
        names = journals.names()
    except StorageFailed as error:
        damage.append(str(error))
    for name in names:
        try:
            entries = journals.read(name)
        except StorageFailed as error:
            damage.append(str(error))
            continue
        count += len(entries)
        if fault := first_break(entries):
            broken.append(Broken(name, fault.seq, fault.fault))
    return Report(journals.path, len(names), count, tuple(broken), tuple(damage))
