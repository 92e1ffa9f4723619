"""What a roster would do to the register, shown before anything is written."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from assembly_desk.projections.members_sheet import differences
from assembly_desk.ui import theme
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.members import said
from assembly_desk.ui.members.exchange import NotTaken, Preview, Remark
from assembly_desk.ui.members.panel import MembersPanel
from assembly_desk.ui.members.remarks import RemarkTable
from assembly_desk.ui.parts.buttons import KeyButton, chip
from assembly_desk.ui.parts.fields import ChoiceField
from assembly_desk.ui.parts.flow import Flow
from assembly_desk.ui.parts.labels import label, set_role
from assembly_desk.ui.protocol.work import Job, Stopped

THREAD = ThreadPoolExecutor(1, "rosters")
SHEETS = ("problems", "changed", "added", "notices")
"""What may be looked at, the most pressing first."""


class ImportPanel(MembersPanel):
    """Reads the file off the window's thread, shows what would be done, and only then writes: all or nothing."""

    stopped = Signal()
    """It was left while the file was being read."""

    def __init__(self, page: QWidget, bridge: Bridge, file: Path, record: Callable[[Preview], str]) -> None:
        """`record`: writes what was shown; it returns what stands against it, or nothing."""
        super().__init__(page, "members.import-panel", width=1000)
        self._bridge, self.file, self._record = bridge, file, record
        self.preview: Preview | None = None
        self._job: Job | None = None
        self._began, self._read_for = 0.0, bridge.register
        self.state = label("members.import-panel.state", 14, role="second", wrap=True)
        self.bodies = ChoiceField("members.import-panel.bodies", "members.import-bodies", self._other_body)
        self.table = RemarkTable("members.import-panel.table")
        self._figures = Flow(8)
        group = QButtonGroup(self)
        self.chips = {sheet: chip(f"members.import-panel.{sheet}") for sheet in SHEETS}
        for sheet, button in self.chips.items():
            button.clicked.connect(lambda _=False, one=sheet: self.show_sheet(one))
            group.addButton(button)
        for sheet in ("problems", "added", "changed", "notices"):
            self._figures.add(self.chips[sheet])
        self.unchanged = chip(
            "members.import-panel.unchanged"
        )  # nothing to look at: a figure like the others
        self.unchanged.setEnabled(False)
        self._figures.add(self.unchanged)
        for button in (*self.chips.values(), self.unchanged):
            button.setFont(theme.font(13, bold=True))
        self.again = KeyButton("members.import-panel.again", pixels=13)
        self.again.setSizePolicy(self.again.sizePolicy().Policy.Maximum, self.again.sizePolicy().Policy.Fixed)
        self.again.clicked.connect(self.read)
        self.body.addWidget(self.state)
        self.add(self.bodies)
        self.body.addWidget(self._figures)
        self.body.addWidget(self.table)
        self.body.addWidget(self.again)
        self.body.addStretch(1)
        self._clock = QTimer(self)
        self._clock.setInterval(250)
        self._clock.timeout.connect(self._show_state)
        self.on_done(self._do)
        self.left.connect(self._gone)
        self.show_all()
        self.read()

    def show_all(self) -> None:
        """In the language of the window and the colours of the theme."""
        say = self._bridge.words
        self.show_words(say, "members.import-title", "members.import-do", file=self.file.name)
        choices = [("", say("members.import-session")), ("council", say("members.import-council"))]
        entered = self._bridge.register.bodies.values()
        choices += [(body.id, body.name.in_language(say.language)) for body in entered]
        self.bodies.set_choices(choices)
        self.again.show_text(say("members.import-again"))
        self._show()

    # ------------------------------------------------------------------------------------------------ reading

    @property
    def reading(self) -> bool:
        """Whether the file is being read."""
        return self._job is not None

    def read(self) -> None:
        """Read the file, again too: it may have been mended meanwhile."""
        exchange = self._bridge.exchange
        if exchange is None:
            self._failed(NotTaken("members.not-available"))
            return
        if self._job is not None:
            self._job.stop()
        file, body, register = self.file, self.bodies.value or None, self._bridge.register
        self.preview, self._began, self._read_for = None, monotonic(), register
        self.say("")
        job: list[Job] = []

        def mine(answer: Callable[[], None]) -> None:
            if job and self._job is job[0]:  # a job that gave way to another one says nothing
                self._job = None
                answer()
                self._show()

        job.append(
            Job(
                self,
                lambda work: exchange.read(file, body, register, work.go_on),
                lambda preview: mine(lambda: self._read(preview)),
                lambda error: mine(lambda: self._failed(error)),
                thread=THREAD,
            )
        )
        self._job = job[0]
        self._clock.start()
        self._show()

    def stop(self) -> None:
        """Read no further; nothing was written."""
        if self._job is not None:
            self._job.stop()
            self._job = None

    def _read(self, preview: Preview) -> None:
        self.preview = preview
        counts = self.counts
        first = next((sheet for sheet in SHEETS if counts[sheet]), "added")
        self.chips[first].setChecked(True)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, NotTaken):
            self.say(self._bridge.words(error.words, **error.values))
        elif not isinstance(error, Stopped):
            raise error

    def _other_body(self, _body: str) -> None:
        if self.isVisible():
            self.read()

    def _gone(self) -> None:
        if self.reading:
            self.stopped.emit()
        self.stop()
        self._clock.stop()
        self.deleteLater()

    # ------------------------------------------------------------------------------------------------ showing

    @property
    def counts(self) -> dict[str, int]:
        """How many lines each sheet has."""
        now = self.preview
        if now is None:
            return dict.fromkeys(SHEETS, 0)
        parts: tuple[Sequence[object], ...] = (now.problems, now.change, now.add, now.notices)
        return dict(zip(SHEETS, map(len, parts), strict=True))

    def _show(self) -> None:
        say, now = self._bridge.words, self.preview
        counts = self.counts
        for sheet, button in self.chips.items():
            text = f"{say(f'members.import-{sheet}')} {counts[sheet]}"
            button.setText(text)
            button.setAccessibleName(text)
            button.setEnabled(bool(counts[sheet]))
            button.setVisible(now is not None and (bool(counts[sheet]) or sheet in ("added", "changed")))
        unchanged = now.unchanged if now else 0
        self.unchanged.setText(f"{say('members.import-unchanged')} {unchanged}")
        self.unchanged.setVisible(now is not None)
        self.done.setEnabled(now is not None and now.writes and self._bridge.accepting)
        self.back.show_text(say("do.stop" if self.reading else "do.back"))
        self.again.setEnabled(not self.reading)
        self.show_sheet(next((sheet for sheet, button in self.chips.items() if button.isChecked()), "added"))
        self._show_state()
        if self.isVisible() and not (self.focusWidget() and self.focusWidget().isEnabled()):
            self.back.setFocus()
        self._place()

    def _show_state(self) -> None:
        say, now, role = self._bridge.words, self.preview, "second"
        if self.reading:
            text = say("members.import-reading", seconds=round(monotonic() - self._began))
        elif now is None:
            text = ""
        elif now.problems:
            text, role = say("members.import-problem", count=len(now.problems)), "refusal"
        else:
            text = say("members.import-ready" if now.writes else "members.import-nothing")
        if not self.reading:
            self._clock.stop()
        self.state.setText(text)
        self.state.setVisible(bool(text))
        set_role(self.state, role)

    def show_sheet(self, sheet: str) -> None:
        """Look at those who are added, what changes, the problems or the notices."""
        self.chips[sheet].setChecked(True)
        self.table.setVisible(self.preview is not None and self.counts[sheet] > 0)
        self.table.setAccessibleName(self.chips[sheet].text())
        if self.preview is not None:
            self.table.show_lines(list(self._lines(self.preview, sheet)))

    def _lines(self, preview: Preview, sheet: str) -> Iterable[tuple[str, str]]:
        bridge = self._bridge
        match sheet:
            case "problems" | "notices":
                for remark in preview.problems if sheet == "problems" else preview.notices:
                    yield self._where(remark), bridge.words(remark.words, **remark.values)
            case "changed":
                for member in preview.change:
                    for one in differences(self._read_for.members[member.id], member):
                        yield member.name.full, said.difference(bridge, one)
            case _:
                for member in preview.add:
                    texts = (member.organisation or member.position, member.region)
                    place = [text.in_language(bridge.language) for text in texts if text]
                    parts = (said.seats(bridge, member), said.offices(bridge, member), *place)
                    yield member.name.full, " · ".join(part for part in parts if part)

    def _where(self, remark: Remark) -> str:
        say = self._bridge.words
        if remark.row is None:
            return say("members.place-file")
        if remark.column is None:
            return say("members.place-row", row=remark.row)
        return say("members.place", row=remark.row, column=remark.column)

    # ------------------------------------------------------------------------------------------------- the act

    def accept(self) -> None:
        """Write, once there is something that may be written."""
        if self.done.isEnabled():
            super().accept()

    def _do(self) -> str:
        if self._bridge.register is not self._read_for:
            self.read()
            return self._bridge.words("members.import-meanwhile")
        assert self.preview is not None
        return self._record(self.preview)

    def _chain(self) -> list[QWidget]:
        parts: list[QWidget] = [*self.bodies.entries(), *self.chips.values(), self.table, self.again]
        found = [
            part for part in (*parts, self.done, self.back) if part.isVisibleTo(self) and part.isEnabled()
        ]
        return found or [self.back]

    def _place(self) -> None:
        self.table.setFixedHeight(max(132, min(self._page.height() - 400, 44 * 14)))
        super()._place()
