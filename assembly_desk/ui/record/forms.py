"""The forms of the record: a result is contested by a motion of procedure; an entry that was not so is put right."""

from collections.abc import Callable
from datetime import datetime, timezone

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from assembly_desk.domain.commands import Rectify
from assembly_desk.domain.correction import PresenceTruth
from assembly_desk.domain.text import Text
from assembly_desk.projections.record_log import LogLine
from assembly_desk.projections.record_sheet import VoteRow, Way, against, contest, would_differ
from assembly_desk.projections.roll_sheet import Listed, listed
from assembly_desk.ui.page import Page
from assembly_desk.ui.parts.fields import ChoiceField, TextsField, TimeField
from assembly_desk.ui.parts.labels import label
from assembly_desk.ui.parts.panel import Panel
from assembly_desk.ui.people import PeopleField
from assembly_desk.ui.record.said import capital, motion_words, subject, told
from assembly_desk.ui.voting.procedural import new_motion
from assembly_desk.wording.words import words


class ContestForm(Panel):
    """The body decides about a result: by a motion of procedure, which this form words and proposes.

    What stands against it is said at once; then nothing can be proposed. `done`: told the id of the motion.
    """

    def __init__(self, page: Page, row: VoteRow, way: Way, done: Callable[[str], None]) -> None:
        super().__init__(page, "record.contest", width=680)
        self._owner, self._bridge, self._row, self._way, self._then = page, page.bridge, row, way, done
        say = page.bridge.words
        self._what = label("record.contest.what", 15, bold=True, wrap=True)
        self._what.setText(
            f"{say('record.vote', vote=row.vote)} · {capital(motion_words(say, row.name))}: {subject(row, say)}"
        )
        self._says = label("record.contest.says", 14, role="second", wrap=True)
        self._says.setText(say(f"record.says-{way}"))
        self.against = label("record.contest.against", 14, role="refusal", wrap=True)
        self.reason = TextsField("record.contest.reason", "field.reason", needed=way == "annul", lines=1)
        self.text = TextsField("record.contest.text", "voting.text", needed=True)
        for part in (self._what, self._says, self.against):
            self.body.addWidget(part)
        self.add(self.reason)
        self.add(self.text)
        self.show_words(say, f"record.do-{way}", "voting.propose")
        self.title.setText(self.title.text().removesuffix("…"))
        refusal = against(page.bridge.state, row.vote, way)
        self.against.setText(page.bridge.say_refusal(refusal) if refusal is not None else "")
        self.against.setVisible(refusal is not None)
        self.done.setEnabled(refusal is None)
        for field in self.fields:
            field.setVisible(refusal is None)
        self._written: Text | None = None
        for box in (self.reason.kk, self.reason.ru):
            box.textChanged.connect(self._write)
        self._write()
        self.on_done(self._propose)
        self.left.connect(self.deleteLater)

    def open(self, back: QWidget) -> None:
        """Where nothing can be proposed the focus is on the way back: no key goes past the form."""
        super().open(back)
        if not self.done.isEnabled():
            self.back.setFocus(Qt.FocusReason.PopupFocusReason)

    def _write(self) -> None:
        """Word the motion, unless somebody did already."""
        if self.text.text not in (None, self._written):
            return
        reason = self.reason.text
        kk, ru = (words(one)(f"record.text-{self._way}", vote=self._row.vote) for one in ("kk", "ru"))
        russian: str | None = ru
        if reason is not None:
            kk = words("kk")("record.text-reason", text=kk, reason=reason.kk)
            russian = words("ru")("record.text-reason", text=ru, reason=reason.ru) if reason.ru else None
        self._written = Text(kk, russian)
        self.text.set_text(self._written)

    def _propose(self) -> str:
        text, say = self.text.text, self._bridge.words
        refusal = against(self._bridge.state, self._row.vote, self._way)
        if refusal is not None:
            return self._bridge.say_refusal(refusal)
        assert text is not None  # the field was checked
        motion = new_motion(self._bridge.state)
        command = contest(self._row.vote, self._way, text, motion)
        if self._owner.do(command, say("record.proposed")) is None:
            return self._owner.block.said.text() or self._bridge.say_trouble()
        self._then(motion)
        return ""


class RectifyForm(Panel):
    """An entry was not so: who was in the hall in truth, or what should have been written, and why it is known."""

    def __init__(self, page: Page, line: LogLine) -> None:
        super().__init__(page, "record.rectify", width=680)
        self._owner, self._bridge, self._line = page, page.bridge, line
        bridge, say = page.bridge, page.bridge.words
        roll = bridge.state.roll
        self._pool = listed({**roll.gone, **roll.members})
        entry = label("record.rectify.entry", 15, bold=True, wrap=True)
        entry.setText(f"{say('record.entry', entry=line.entry)}: {told(line, say.language, bridge.offset)}")
        says = label("record.rectify.says", 14, role="second", wrap=True)
        says.setText(say("record.says-rectify"))
        self.kind = ChoiceField("record.rectify.kind", "record.truth-kind", self._kind_chosen)
        self.members = PeopleField("record.rectify.members", "record.truth-members", bridge, self._people)
        self.at = TimeField("record.rectify.at", "record.truth-at")
        self.truth = TextsField("record.rectify.truth", "field.truth", lines=1)
        self.reason = TextsField("record.rectify.reason", "field.reason", needed=True, lines=1)
        self.would = label("record.rectify.would", 14, role="warning", wrap=True)
        for part in (entry, says):
            self.body.addWidget(part)
        for field in (self.kind, self.members, self.at, self.truth, self.reason):
            self.add(field)
        self.body.insertWidget(self.body.indexOf(self.truth), self.would)
        self.show_words(say, "do.rectify", "do.rectify")
        for text in (self.title, self.done):
            text.setText(text.text().removesuffix("…"))
        left = line.kind in ("left", "roll-call-ended")
        kinds: tuple[str, ...] = ("present", "absent") if left else ("absent", "present")
        kinds = (*kinds, "text") if line.of_presence else ("text", *kinds)
        self.kind.set_choices([(kind, say(f"record.truth-{kind}")) for kind in kinds], kinds[0])
        if line.of_presence and len(line.members) == 1:
            everybody = {**roll.gone, **roll.members}
            self.members.show_people([everybody[id].person for id in line.members if id in everybody])
        self.members.changed.connect(self._foresee)
        self.at.edit.textChanged.connect(lambda _text: self._foresee())
        self._kind_chosen(self.kind.value)
        self.on_done(self._rectify)
        self.left.connect(self.deleteLater)

    def _people(self) -> tuple[Listed, ...]:
        return self._pool

    def _kind_chosen(self, kind: str) -> None:
        for field in (self.members, self.at):
            field.setVisible(kind != "text")
        self._foresee()

    def presence(self) -> PresenceTruth | None:
        """Who was there in truth, or was not; None: that is not what is put right, or nobody is named yet."""
        members = tuple(one for one in self.members.people if isinstance(one, str))
        if self.kind.value in ("", "text") or not members:
            return None
        clock = self.at.clock
        return PresenceTruth(members, self.kind.value == "present", self._moment(clock) if clock else None)

    def _moment(self, clock: str) -> datetime:
        zone = timezone(self._bridge.offset)
        day = self._line.at.astimezone(zone).date().isoformat()
        return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=zone)

    def _foresee(self) -> None:
        """Which votes would have other figures, before anything is recorded."""
        say, truth = self._bridge.words, self.presence()
        lines = [
            say(
                "record.would-differ",
                vote=one.vote,
                base=one.correction.base,
                needed=one.correction.needed,
                verdict=say("verdict.doubtful" if one.correction.doubtful else "record.same-verdict"),
            )
            for one in would_differ(self._bridge.state, self._line.entry, truth)
        ]
        self.would.setText("\n".join(dict.fromkeys(lines)) or say("record.would-none"))
        self.would.setVisible(truth is not None)

    def _rectify(self) -> str:
        say, reason, text = self._bridge.words, self.reason.text, self.truth.text
        assert reason is not None  # the field was checked
        truth = self.presence()
        if self.kind.value != "text" and truth is None:
            self.go_to(self.members.finder.edit)
            return say("record.truth-needed")
        if self.kind.value == "text" and text is None:
            self.go_to(self.truth.kk)
            return say("record.truth-needed")
        presence = () if truth is None else (truth,)
        command = Rectify(self._line.entry, reason, text, presence)
        if self._owner.do(command, say("record.rectified")) is None:
            return self._owner.block.said.text() or self._bridge.say_trouble()
        return ""
