"""The desk: `submit` takes a command along the whole path, decide, append, evolve, tell."""

import gc
import secrets
import sys
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime

from assembly_desk.domain import commands as c
from assembly_desk.domain import events as e
from assembly_desk.domain.decide import Accepted, Setting, decide, decide_convening, decide_register
from assembly_desk.domain.evolve import evolve, fold, fold_register
from assembly_desk.domain.member import Register
from assembly_desk.domain.profile import Profile
from assembly_desk.domain.refusals import Notice, Refusal
from assembly_desk.domain.state import Sitting
from assembly_desk.journal.chain import Break
from assembly_desk.journal.codec import drafts, read_whole
from assembly_desk.journal.contract import AlreadyRecorded, JournalError, Journals, OutOfTurn
from assembly_desk.journal.entry import GENESIS, Entry

REGISTER = "register"
SITTING = "sitting/"


class Broken(JournalError):
    """The chain of a journal is broken: it is only to be looked at, and nothing of it is mended."""

    def __init__(self, journal: str, seq: int) -> None:
        super().__init__(f"{journal}: entry {seq}")
        self.journal, self.seq = journal, seq


class UnknownSitting(LookupError):
    """There is no sitting of that id."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was recorded: the numbers of the entries, and what should be known."""

    entries: tuple[int, ...] = ()
    notices: tuple[Notice, ...] = ()
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """Told to the listeners once the entries are on the disk and folded."""

    journal: str
    entries: tuple[e.Recorded, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """A sitting, verified and folded: up to its end, or up to where its chain is broken."""

    state: Sitting
    head: str
    entries: int
    broken: Break | None
    log: tuple[e.Recorded, ...]


@dataclass(slots=True)
class _Held:
    """What the desk keeps in hand of a sitting."""

    state: Sitting
    log: list[e.Recorded]
    head: str
    broken: Break | None = None


def journal_of(sitting: str) -> str:
    """The name of a sitting's journal."""
    return SITTING + sitting


def utc_now() -> datetime:
    """The laptop's clock."""
    return datetime.now(UTC)


def new_id() -> str:
    """An id for a command, made where the act is born."""
    return uuid.uuid4().hex


def new_nonce() -> str:
    """A public nonce for a new journal: 128 random bits."""
    return secrets.token_hex(16)


@contextmanager
def _collector_resting() -> Iterator[None]:
    """What is read of a record stays; walking it over and over, the collector took a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def to_excepthook(slip: Exception) -> None:
    """A slip goes where the program tells of those that nobody caught."""
    sys.excepthook(type(slip), slip, slip.__traceback__)


class Desk:
    """The sittings and the register on one set of journals. The state is only ever the fold."""

    def __init__(
        self,
        journals: Journals,
        profiles: Mapping[str, Profile],
        *,
        clock: Callable[[], datetime] = utc_now,
        new_id: Callable[[], str] = new_id,
        nonce: Callable[[], str] = new_nonce,
        rehearsal: bool = False,
        failed: Callable[[Exception], None] = to_excepthook,
    ) -> None:
        """`failed` hears of each listener that raised: what is recorded is so, whoever could not show it."""
        self._journals, self.profiles = journals, profiles
        self.clock, self._new_id, self._nonce = clock, new_id, nonce
        self.rehearsal = rehearsal  # whether sittings convened here are rehearsals, for ever
        self._sittings: dict[str, _Held] = {}
        self._listeners: list[Callable[[Change], None]] = []
        self._failed = failed
        self._register, self._register_entries = Register(), 0
        self.register_broken: Break | None = None
        self._load_register()

    @property
    def register(self) -> Register:
        """The members, as they are known now."""
        return self._register

    def sittings(self) -> tuple[str, ...]:
        """The ids of the sittings, in the order in which they were convened."""
        return tuple(
            name.removeprefix(SITTING) for name in self._journals.names() if name.startswith(SITTING)
        )

    def sitting(self, id: str) -> Opened:
        """The sitting, verified and folded. Raises `UnknownSitting`, and `Broken` if nothing can be read."""
        held = self._hold(id)
        return Opened(held.state, held.head, len(held.log), held.broken, tuple(held.log))

    def states(self) -> Iterator[Sitting]:
        """The states of all sittings that are whole: a broken one stands in nobody's way."""
        for id in self.sittings():
            with suppress(Broken):
                held = self._hold(id)
                if held.broken is None:
                    yield held.state

    def lines(self, id: str) -> Sequence[Entry]:
        """The entries of a sitting exactly as they are recorded."""
        self._hold(id)
        return self._journals.read(journal_of(id))

    def subscribe(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Tell this listener of every change from now on. Returns the function that ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def submit(
        self,
        command: c.Command,
        *,
        sitting: str | None = None,
        id: str | None = None,
        at: datetime | None = None,
    ) -> Receipt | Refusal:
        """Decide, record, fold, tell. Returns when the entries are on the disk.

        A command whose id is recorded already is answered with the same entries. Raises `JournalError` when
        the record cannot be written: nothing of the command was recorded then. A listener that raises is none
        of that: the others still hear, and `failed` is told.
        """
        if id is not None and (before := self._journals.of_command(id)):
            return Receipt(tuple(entry.seq for entry in before), repeated=True)
        command_id = id or self._new_id()
        while True:
            try:
                return self._submit(command, sitting, command_id, at)
            except OutOfTurn:
                self._forget(sitting)  # another program wrote: look again, and decide again

    def _submit(
        self, command: c.Command, sitting: str | None, command_id: str, at: datetime | None
    ) -> Receipt | Refusal:
        now = at or self.clock()
        if isinstance(command, c.RegisterCommand):
            return self._record_register(command, command_id, now)
        if isinstance(command, c.Convene):
            if command.sitting in self.sittings():
                return Refusal("DuplicateId", {"id": command.sitting})
            decision = decide_convening(command, self._setting(now))
            return self._record_sitting(command.sitting, None, decision, command_id, now)
        if sitting is None or (sitting not in self._sittings and sitting not in self.sittings()):
            return Refusal("UnknownSitting", {"id": sitting or "—"})
        held = self._hold(sitting)
        if held.broken is not None:
            raise Broken(journal_of(sitting), held.broken.seq)
        last, stepped = held.state.last_at, None
        if last is not None and now < last:
            if at is not None:
                return Refusal("TimeRunsBack", {"time": at, "last": last})
            if held.state.rehearsal:
                now = last  # a rehearsal's own time may lie ahead of the clock
            else:
                stepped = e.ClockStepped(last, now)
        decision = decide(held.state, command, self._setting(now))
        if stepped is not None and isinstance(decision, Accepted) and decision.events:
            decision = Accepted((stepped, *decision.events), decision.notices)
        return self._record_sitting(sitting, held, decision, command_id, now)

    def _setting(self, now: datetime) -> Setting:
        return Setting(now, self._register, self.profiles, self._nonce(), self.rehearsal)

    def _record_register(
        self, command: c.RegisterCommand, command_id: str, now: datetime
    ) -> Receipt | Refusal:
        if self.register_broken is not None:
            raise Broken(REGISTER, self.register_broken.seq)
        decision = decide_register(command, self._setting(now))
        if isinstance(decision, Refusal):
            return decision
        new = self._append(REGISTER, self._register_entries, decision.events, command_id, now)
        self._register = fold_register(new, self._register)
        self._register_entries += len(new)
        return self._told(REGISTER, new, decision)

    def _record_sitting(
        self, sitting: str, held: _Held | None, decision: Accepted | Refusal, command_id: str, now: datetime
    ) -> Receipt | Refusal:
        if isinstance(decision, Refusal):
            return decision
        after = len(held.log) if held else 0
        new, head = self._append_with_head(journal_of(sitting), after, decision.events, command_id, now)
        if held is None:
            self._sittings[sitting] = _Held(fold(new, sitting), new, head)
        elif new:
            held.log.extend(new)
            held.head = head
            if any(isinstance(entry.event, e.Undone) for entry in new):
                held.state = fold(held.log, sitting)
            else:
                for entry in new:
                    held.state = evolve(held.state, entry)
        return self._told(journal_of(sitting), new, decision)

    def _append(
        self, journal: str, after: int, events: Sequence[e.Event], command_id: str, now: datetime
    ) -> list[e.Recorded]:
        return self._append_with_head(journal, after, events, command_id, now)[0]

    def _append_with_head(
        self, journal: str, after: int, events: Sequence[e.Event], command_id: str, now: datetime
    ) -> tuple[list[e.Recorded], str]:
        if not events:
            return [], ""
        try:
            entries = self._journals.append(journal, after, drafts(events, command=command_id, at=now))
        except OutOfTurn:
            raise
        except JournalError as error:
            entries = self._journals.of_command(command_id)  # the answer was lost, perhaps not the entries
            if not entries or (isinstance(error, AlreadyRecorded) and entries[0].journal != journal):
                raise
        new = [
            e.Recorded(entry.seq, now.astimezone(UTC), command_id, event)
            for entry, event in zip(entries, events, strict=True)
        ]
        return new, entries[-1].hash

    def _told(self, journal: str, new: Iterable[e.Recorded], decision: Accepted) -> Receipt:
        entries = tuple(new)
        if entries:
            change = Change(journal, entries)
            for listener in tuple(self._listeners):
                try:
                    listener(change)
                except Exception as slip:  # noqa: BLE001  whatever it is, the record stands
                    self._failed(slip)
        return Receipt(tuple(entry.seq for entry in entries), decision.notices)

    def _forget(self, sitting: str | None) -> None:
        self._load_register()
        if sitting is not None:
            self._sittings.pop(sitting, None)

    def _load_register(self) -> None:
        log, self.register_broken, _ = self._verified(REGISTER)
        self._register, self._register_entries = fold_register(log), len(log)

    def _hold(self, sitting: str) -> _Held:
        held = self._sittings.get(sitting)
        if held is None:
            with _collector_resting():
                held = self._sittings[sitting] = self._read(sitting)
        return held

    def _read(self, sitting: str) -> _Held:
        log, broken, head = self._verified(journal_of(sitting))
        if not log and broken is None:
            raise UnknownSitting(sitting)
        if len(log) < 2:
            raise Broken(journal_of(sitting), broken.seq if broken else len(log) + 1)
        return _Held(fold(log, sitting), log, head, broken)

    def _verified(self, journal: str) -> tuple[list[e.Recorded], Break | None, str]:
        """The events of a journal up to its end or its first broken entry, that entry, and the head."""
        entries = self._journals.read(journal)
        log, broken = read_whole(entries)
        return log, broken, entries[len(log) - 1].hash if log else GENESIS
