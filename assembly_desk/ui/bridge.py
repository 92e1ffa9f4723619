"""From the desk to Qt: one sitting, one language; acts go in, what became of them comes out."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal

from assembly_desk.desk.desk import Broken, Change, Desk, Opened, Receipt, journal_of
from assembly_desk.domain.commands import Command
from assembly_desk.domain.refusals import Refusal
from assembly_desk.domain.state import Sitting
from assembly_desk.journal.contract import JournalError, ReadOnly, StorageFull
from assembly_desk.wording.dates import clock
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


class Bridge(QObject):
    """Holds the desk, the sitting and the window's language. Tells when the record is on the disk."""

    changed = Signal()
    """The sitting changed: ask `state`, `opened`."""
    refused = Signal(str)
    """An act was refused: the sentence."""
    recorded = Signal(int, str)
    """An act is recorded: the number of its last entry, and its time of day with seconds."""
    trouble_changed = Signal()
    """Trouble came or went: ask `trouble`, `read_only`."""
    language_changed = Signal(str)
    """The window speaks another language from now on."""

    def __init__(
        self, desk: Desk, sitting: str, language: Language = "kk", *, held_by: str | None = None
    ) -> None:
        """`held_by`: who holds the file, when it is open for viewing only."""
        super().__init__()
        self.desk, self.sitting_id = desk, sitting
        self._language: Language = language
        self._opened = desk.sitting(sitting)
        self.trouble: Trouble | None = None
        self.read_only = False
        self._unfinished: Unfinished | None = None
        if self._opened.broken is not None:
            self._only_view(Trouble("trouble.chain-broken", {"entry": self._opened.broken.seq}))
        elif held_by is not None:
            self._only_view(Trouble("trouble.file-held", {"holder": held_by}))
        self._end = desk.subscribe(self._tell)

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
            if answer.repeated:
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
        if change.journal == journal_of(self.sitting_id):
            self._look_again()

    def _look_again(self) -> None:
        self._opened = self.desk.sitting(self.sitting_id)
        self.changed.emit()

    def _only_view(self, trouble: Trouble) -> None:
        self.read_only, self.trouble = True, trouble

    def _fail(self, error: JournalError, act: Unfinished) -> Trouble:
        match error:
            case StorageFull():
                self.trouble = Trouble("trouble.disk-full", {}, retry=True)
            case ReadOnly():
                self._only_view(Trouble("trouble.file-held", {"holder": "—"}))
            case Broken():
                self._only_view(Trouble("trouble.chain-broken", {"entry": error.seq}))
            case _:
                self.trouble = Trouble("trouble.disk-failed", {}, retry=True)
        assert self.trouble is not None
        self._unfinished = act if self.trouble.retry else None
        self.trouble_changed.emit()
        return self.trouble
