"""From the desk to Qt: one sitting, one language; acts go in, what became of them comes out."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from PySide6.QtCore import QObject, Signal

from assembly_desk.desk.desk import REGISTER, Broken, Change, Desk, Opened, Receipt, journal_of
from assembly_desk.domain import events as e
from assembly_desk.domain.commands import Command
from assembly_desk.domain.member import Register
from assembly_desk.domain.refusals import Notice, Refusal
from assembly_desk.domain.state import Convening, Sitting
from assembly_desk.journal.contract import JournalError, ReadOnly, StorageFull
from assembly_desk.journal.entry import GENESIS
from assembly_desk.ui.members.exchange import Exchange
from assembly_desk.ui.protocol.papers import Papers
from assembly_desk.wording.dates import clock, date_and_time
from assembly_desk.wording.refusals import message
from assembly_desk.wording.words import Language, Words, rule_words, words


@dataclass(frozen=True, slots=True)
class Trouble:
    """The record could not be written: the row of words that says what to do, and its values.

    Nothing of the act was recorded. `retry`: the same act, under the same id, may be tried again.
    """

    words: str
    values: Mapping[str, object]
    retry: bool = False


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An act that could not be recorded, kept for another try under its own id."""

    command: Command
    id: str


def new_act() -> str:
    """The id of an act: made where it is born, at the key press."""
    return uuid.uuid4().hex


def _nothing(desk: Desk) -> Opened:
    """No sitting: an empty state under the newest profile, for what the window shows all the same."""
    profile = max(desk.profiles.values(), key=lambda one: one.valid_from)
    empty = Sitting("", False, "", Convening("council"), profile)
    return Opened(empty, GENESIS, 0, None, ())


class Bridge(QObject):
    """Holds the desk, the sitting that is shown, and the window's language. Tells when the record is on the disk."""

    changed = Signal()
    """The sitting changed: ask `state`, `opened`."""
    sitting_changed = Signal()
    """Another sitting is shown, or none: ask `sitting_id`."""
    register_changed = Signal()
    """The register of members changed: ask `register`."""
    refused = Signal(str)
    """An act was refused: the sentence."""
    recorded = Signal(int, str)
    """An act is recorded: the number of its last entry, and its time of day with seconds."""
    trouble_changed = Signal()
    """Trouble came or went: ask `trouble`, `read_only`."""
    language_changed = Signal(str)
    """The window speaks another language from now on."""
    told = Signal(str)
    """A sentence that the operator should know, whatever page is seen."""

    def __init__(
        self, desk: Desk, sitting: str | None, language: Language = "kk", *, held_by: str | None = None
    ) -> None:
        """`held_by`: who holds the file, when it is open for viewing only."""
        super().__init__()
        self.desk, self._held_by = desk, held_by
        self.papers: Papers | None = None
        """Who makes, signs and examines papers; None: nobody does here."""
        self.exchange: Exchange | None = None
        """Who reads and writes rosters; None: nobody does here."""
        self._language: Language = language
        self._unfinished: Unfinished | None = None
        self.acts = 0
        """How many acts were given to the desk, recorded or not."""
        self._look_at(sitting)
        self._end = desk.subscribe(self._tell)

    def _look_at(self, sitting: str | None) -> None:
        self.sitting_id = sitting
        self._opened = self.desk.sitting(sitting) if sitting else _nothing(self.desk)
        self.trouble: Trouble | None = None
        self.read_only = False
        self._unfinished = None
        if self._opened.broken is not None:
            self._only_view(Trouble("trouble.chain-broken", {"entry": self._opened.broken.seq}))
        elif self._held_by is not None:
            self._only_view(Trouble("trouble.file-held", {"holder": self._held_by}))

    def go(self, sitting: str | None) -> None:
        """Show another sitting, or none. Raises `UnknownSitting`, and `Broken` if nothing of it can be read."""
        self._look_at(sitting)
        self.sitting_changed.emit()
        self.trouble_changed.emit()

    @property
    def language(self) -> Language:
        """The language of the window."""
        return self._language

    @property
    def words(self) -> Words:
        """The words in that language."""
        return words(self._language)

    @property
    def opened(self) -> Opened:
        """The sitting as the desk holds it now: state, head, log."""
        return self._opened

    @property
    def state(self) -> Sitting:
        """The state of the sitting."""
        return self._opened.state

    @property
    def register(self) -> Register:
        """The members, as they are known now."""
        return self.desk.register

    @property
    def may_undo(self) -> bool:
        """Whether the last step may be taken back here. The roll itself is not undone but fixed again."""
        last = self.state.last
        if last is None or not last.undoable or not self.accepting or self.state.closed_at is not None:
            return False
        log = self.opened.log
        return not any(
            isinstance(log[entry - 1].event, e.RollFixed | e.RollChanged) for entry in last.entries
        )

    @property
    def offset(self) -> timedelta:
        """How far the sitting's clock is from UTC."""
        return timedelta(minutes=self.state.profile.utc_offset_minutes)

    @property
    def accepting(self) -> bool:
        """Whether acts are taken: not in a sitting for viewing only, not while the disk fails."""
        return not self.read_only and self.trouble is None

    def now(self) -> datetime:
        """The desk's time; never before the last entry, for a rehearsal's own time may lie ahead."""
        now, last = self.desk.clock(), self.state.last_at
        return max(now, last) if last is not None and self.state.rehearsal else now

    def time(self, moment: datetime, *, seconds: bool = False) -> str:
        """A moment as this sitting's time of day."""
        return clock(moment, self.offset, seconds=seconds)

    def moment(self, moment: datetime) -> str:
        """A moment as this sitting's time of day with seconds, and the day where it is not today's."""
        here = timezone(self.offset)
        if moment.astimezone(here).date() == self.now().astimezone(here).date():
            return self.time(moment, seconds=True)
        return date_and_time(moment, self.offset, self._language, seconds=True)

    def say_restored(self) -> str:
        """That a sitting which was under way goes on where its record ends; empty where none was."""
        under_way = self.state.roll.fixed and self.state.phase in ("prepared", "open", "break")
        last = self.state.last_at
        if not self.sitting_id or self.read_only or not under_way or last is None:
            return ""
        return self.words("trouble.restored", entry=self.opened.entries, time=self.moment(last))

    def say_trouble(self) -> str:
        """The trouble in one sentence, empty without one."""
        if self.trouble is None:
            return ""
        say = self.words
        return say(self.trouble.words, retry=say("trouble.retry"), **self.trouble.values)

    def say_refusal(self, refusal: Refusal) -> str:
        """The refusal in one sentence, with its reason and the point."""
        values = dict(refusal.values)
        if isinstance(rule := values.get("rule"), str):
            values["rule"] = rule_words(rule, self._language)
        return message(refusal.code, values, self._language, offset=self.offset)

    def say_notice(self, notice: Notice) -> str:
        """What should be known, in one sentence."""
        return self.say_refusal(Refusal(notice.code, notice.values))

    def say_recorded(self, entry: int) -> str:
        """That the act is recorded: the number of its entry and the time."""
        time = self.time(self.state.last_at or self.now(), seconds=True)
        return self.words("foot.recorded", entry=entry, time=time)

    def submit(self, command: Command, act: str | None = None) -> Receipt | Refusal | Trouble:
        """Give the act to the desk. A failing record is calm trouble; nothing is shown before this returns.

        `act`: the id made at the key press.
        """
        if not self.accepting:
            assert self.trouble is not None
            self.trouble_changed.emit()
            return self.trouble
        return self._submit(Unfinished(command, act or new_act()))

    def try_again(self) -> Receipt | Refusal | Trouble | None:
        """Try the act that could not be recorded once more, under its own id; None if there is none."""
        if self._unfinished is None or self.read_only:
            return None
        return self._submit(self._unfinished)

    def _submit(self, act: Unfinished) -> Receipt | Refusal | Trouble:
        self.acts += 1
        try:
            answer = self.desk.submit(act.command, sitting=self.sitting_id, id=act.id)
        except JournalError as error:
            return self._fail(error, act)
        if self.trouble is not None:
            self.trouble, self._unfinished = None, None
            self.trouble_changed.emit()
        if isinstance(answer, Refusal):
            self.refused.emit(self.say_refusal(answer))
        elif answer.entries:
            if answer.repeated and self.sitting_id:
                self._look_again()
            last = self.state.last_at or self.now()
            self.recorded.emit(answer.entries[-1], self.time(last, seconds=True))
        return answer

    def set_language(self, language: Language) -> None:
        """Speak another language; the papers keep theirs."""
        if language != self._language:
            self._language = language
            self.language_changed.emit(language)

    def close(self) -> None:
        """Listen no more."""
        self._end()

    def _tell(self, change: Change) -> None:
        if change.journal == REGISTER:
            self.register_changed.emit()
        elif self.sitting_id and change.journal == journal_of(self.sitting_id):
            for entry in change.entries:
                if isinstance(entry.event, e.ClockStepped):
                    before, after = self.moment(entry.event.before), self.moment(entry.event.after)
                    self.told.emit(self.words("trouble.clock-stepped", before=before, after=after))
            self._look_again()

    def _look_again(self) -> None:
        assert self.sitting_id is not None
        self._opened = self.desk.sitting(self.sitting_id)
        self.changed.emit()

    def _only_view(self, trouble: Trouble) -> None:
        self.read_only, self.trouble = True, trouble

    def _fail(self, error: JournalError, act: Unfinished) -> Trouble:
        match error:
            case StorageFull():
                self.trouble = Trouble("trouble.disk-full", {}, retry=True)
            case ReadOnly():
                self._only_view(Trouble("trouble.read-only", {}))
            case Broken():
                self._only_view(Trouble("trouble.chain-broken", {"entry": error.seq}))
            case _:
                self.trouble = Trouble("trouble.disk-failed", {}, retry=True)
        assert self.trouble is not None
        self._unfinished = act if self.trouble.retry else None
        self.trouble_changed.emit()
        return self.trouble
