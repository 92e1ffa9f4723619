"""What a journal proves by itself: that it is whole, and that every figure and verdict follows again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assembly_desk.desk.desk import SITTING
from assembly_desk.domain.audit import Finding, audit
from assembly_desk.domain.evolve import NoSitting
from assembly_desk.domain.profile import Profile
from assembly_desk.domain.state import Sitting
from assembly_desk.journal.chain import Break, Head
from assembly_desk.journal.codec import read_whole
from assembly_desk.journal.entry import GENESIS, Entry, Unreadable, from_line


@dataclass(frozen=True, slots=True)
class Proof:
    """The outcome. `state` is that of the part that is whole, if a sitting can be read from it at all."""

    journal: str
    entries: int
    head: str
    broken: Break | None
    findings: tuple[Finding, ...] = ()
    votes: int = 0
    state: Sitting | None = None

    @property
    def sound(self) -> bool:
        """Whole, and everything follows."""
        return self.broken is None and not self.findings


def entries_of(data: bytes) -> list[Entry]:
    """The entries of an export. Raises `Unreadable`; a last line that was cut is unreadable too."""
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise Unreadable(str(error)) from None
    if not text.endswith("\n"):
        raise Unreadable("the last line is cut")
    return [from_line(one) for one in text.removesuffix("\n").split("\n")]


def prove(entries: Sequence[Entry], profiles: Mapping[str, Profile], remembered: Head | None = None) -> Proof:
    """Verify the chain, and derive the sitting again. The register's journal has a chain only."""
    journal = entries[0].journal if entries else "—"
    log, broken = read_whole(entries, remembered)
    head = entries[-1].hash if entries else GENESIS
    if not journal.startswith(SITTING):
        return Proof(journal, len(entries), head, broken)
    sitting = journal.removeprefix(SITTING)
    try:
        audited = audit(log, sitting, profiles)
    except NoSitting:  # what is whole as a chain may still be no sitting
        return Proof(journal, len(entries), head, broken or Break(min(len(log) + 1, 2), "unreadable"))
    return Proof(journal, len(entries), head, broken, audited.findings, audited.votes, audited.state)
