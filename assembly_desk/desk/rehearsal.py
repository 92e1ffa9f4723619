"""A rehearsal: commands as text, one a line, each answered once its entries are on the disk."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from assembly_desk.desk.desk import Broken, Desk, Receipt
from assembly_desk.desk.reading import UnreadableStep
from assembly_desk.desk.steps import Envelope, command_of, parse
from assembly_desk.domain import commands as c
from assembly_desk.domain import events as e
from assembly_desk.domain.refusals import Refusal
from assembly_desk.projections.show import vote_row
from assembly_desk.wording.refusals import message
from assembly_desk.wording.words import Language, words

OVER = ("closed", "sealed", "cancelled")


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one line: the JSON object, and whether the line was accepted and could be read."""

    body: dict[str, Any]
    ok: bool
    readable: bool = True


class Rehearsal:
    """Plays lines at one desk. With `record` its sittings are of the record, their time the clock's."""

    def __init__(self, desk: Desk, *, record: bool, language: Language) -> None:
        self._desk, self._record, self._language = desk, record, language
        self._sitting: str | None = None
        self._at: datetime | None = None

    def play(self, lines: Iterable[str], *, keep_going: bool = False) -> Iterator[Answer]:
        """The answers, line by line. Ends at the first refusal or unreadable line, unless it keeps going."""
        for number, line in enumerate(lines, start=1):
            if not line.strip() or line.lstrip().startswith("#"):
                continue
            answer = self._answer(number, line)
            yield answer
            if not answer.ok and not keep_going:
                return

    def _answer(self, number: int, line: str) -> Answer:
        try:
            envelope = parse(line)
            command = command_of(envelope)
        except UnreadableStep as step:
            values = {"line": number, "reason": step.reason, **step.values}
            return self._refused(number, Refusal("Unreadable", values), readable=False)
        before, self._at = self._at, envelope.at or self._at
        try:
            outcome = self._submit(envelope, command)
        except Broken as broken:  # its own line is refused; what is whole is played on
            said = words(self._language)("trouble.chain-broken", entry=broken.seq)
            return _no(number, "ChainBroken", said)
        if isinstance(outcome, Refusal):
            if outcome.code == "TimeRunsBack":
                self._at = before  # a time that was no time of the sitting is none of the next line either
            return self._refused(number, outcome)
        body: dict[str, Any] = {
            "line": number,
            "ok": True,
            "entries": list(outcome.entries),
            "notices": list(dict.fromkeys(notice.code for notice in outcome.notices)),
        }
        if outcome.repeated:
            body["repeated"] = True
        if isinstance(command, c.CloseVote) and self._sitting is not None:
            body["votes"] = self._rows(self._sitting, outcome.entries)
        return Answer(body, ok=True)

    def _rows(self, sitting: str, entries: tuple[int, ...]) -> list[dict[str, Any]]:
        """The vote that these entries ended: a repeated line tells of its own vote, not of the last."""
        opened = self._desk.sitting(sitting)
        ended = [entry.event for entry in opened.log if entry.seq in entries]
        numbers = [
            event.vote for event in ended if isinstance(event, e.VoteClosed | e.RowsClosed | e.VoteStopped)
        ]
        return [vote_row(vote) for vote in opened.state.votes if vote.number in numbers]

    def _submit(self, envelope: Envelope, command: c.Command) -> Receipt | Refusal:
        if self._record and envelope.at is not None:
            return Refusal("NotInRehearsal")
        at = None if self._record else self._at or self._desk.clock()
        if isinstance(command, c.RegisterCommand):
            if not self._record and self._holds_record():
                return Refusal("NotInRehearsal", {"case": "register"})
            return self._desk.submit(command, id=envelope.id, at=at)
        if isinstance(command, c.Convene):
            outcome = self._desk.submit(command, id=envelope.id, at=at)
            if isinstance(outcome, Receipt):
                self._sitting = command.sitting
            return outcome
        sitting = self._which(envelope)
        if isinstance(sitting, Refusal):
            return sitting
        if self._desk.sitting(sitting).state.rehearsal == self._record:
            # a rehearsal never touches the record, nor the record a rehearsal
            return Refusal("NotInRehearsal", {"case": "rehearsal" if self._record else "record"})
        self._sitting = sitting
        return self._desk.submit(command, sitting=sitting, id=envelope.id, at=at)

    def _holds_record(self) -> bool:
        """Whether a sitting of the record is kept here, or one of which nothing can be read: its members too."""
        for id in self._desk.sittings():
            try:
                if not self._desk.sitting(id).state.rehearsal:
                    return True
            except Broken:
                return True
        return False

    def _which(self, envelope: Envelope) -> str | Refusal:
        sitting = envelope.sitting or self._sitting
        if sitting is not None:
            known = sitting in self._desk.sittings()
            return sitting if known else Refusal("UnknownSitting", {"id": sitting})
        running = [
            state.id
            for state in self._desk.states()
            if state.phase not in OVER and state.rehearsal != self._record
        ]
        return running[0] if len(running) == 1 else Refusal("WhichSitting", {"count": len(running)})

    def _refused(self, number: int, refusal: Refusal, *, readable: bool = True) -> Answer:
        said = message(refusal.code, refusal.values, self._language)
        return _no(number, refusal.code, said, readable=readable)


def _no(number: int, code: str, said: str, *, readable: bool = True) -> Answer:
    return Answer(
        {"line": number, "ok": False, "refused": code, "message": said}, ok=False, readable=readable
    )
