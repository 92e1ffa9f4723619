"""The sittings: past ones, the one that is running, a new one."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assembly_desk.desk.desk import Broken, UnknownSitting
from assembly_desk.projections.next_act import NextAct
from assembly_desk.projections.sittings_sheet import SittingLine, in_order, sitting_line
from assembly_desk.ui import keys
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.page import Page
from assembly_desk.ui.parts.buttons import KeyButton
from assembly_desk.ui.parts.labels import label
from assembly_desk.ui.parts.scroll import scrolled
from assembly_desk.ui.sittings.convene import ConveneForm
from assembly_desk.ui.sittings.row import SittingRow
from assembly_desk.wording.dates import legal_date
from assembly_desk.wording.ordinals import sitting_title


class SittingsPage(Page):
    """The page. A broken sitting stands on the list too, and can be looked at."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, "sittings")
        self._lines: list[SittingLine] = []
        self.rows: list[SittingRow] = []
        self._title = label("sittings.title", 22, bold=True, wrap=True)
        self.new = KeyButton("sittings.new", "Insert", pixels=15)
        self.new.setSizePolicy(self.new.sizePolicy().Policy.Maximum, self.new.sizePolicy().Policy.Fixed)
        self.new.clicked.connect(self.convene)
        self._none = label("sittings.none", 15, role="second", wrap=True)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._none)
        self._column.addStretch(1)
        scroll = scrolled(self._inside)
        self._scroll = scroll
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.new)
        self.block.undo_shown = False
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addLayout(head)
        column.addWidget(scroll, 1)
        self.block.setFixedWidth(420)
        column.addWidget(self.block, 0, Qt.AlignmentFlag.AlignRight)

    def home(self) -> QWidget:
        """The first sitting, else the way to a new one."""
        return self.rows[0] if self.rows else self.new

    def next_act(self) -> NextAct | None:
        """To go on with the sitting that is running; without any, to convene one; first of all, the members."""
        if self._running():
            return NextAct("sittings.go-on", "sittings")
        known = self.bridge.register.members
        return NextAct("do.convene", "sittings") if known else NextAct("do.import", "members")

    def prepare(self, act: NextAct) -> None:
        """Go on, or ask what to convene."""
        running = self._running()
        if running is not None and act.words == "sittings.go-on":
            self.go(running.id)
        else:
            self.convene()

    def _running(self) -> SittingLine | None:
        return next((line for line in self._lines if line.running), None)

    def convene(self) -> None:
        """Ask which body, number and day."""
        form = ConveneForm(self, self._lines)
        self.open_panel(form)

    def go(self, sitting: str) -> None:
        """Show that sitting."""
        try:
            self.bridge.go(sitting)
        except (Broken, UnknownSitting) as error:
            entry = error.seq if isinstance(error, Broken) else "—"
            self.block.say(self.bridge.words("trouble.chain-broken", entry=entry), "bad")

    def take_key(self, event: QKeyEvent) -> bool:
        """Insert convenes; arrows go along the list."""
        if keys.is_insert(event):
            self.convene()
            return True
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.rows:
            focused = [number for number, row in enumerate(self.rows) if row.hasFocus()]
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            to = max(0, min(len(self.rows) - 1, focused[0] + step)) if focused else 0
            self.rows[to].setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(self.rows[to])
            return True
        return False

    def show_all(self) -> None:
        """The sittings as they stand on the disk, in the language of the window."""
        say, language = self.bridge.words, self.bridge.language
        self._title.setText(say("screen.sittings"))
        self.new.show_text(say("do.convene"))
        self._none.setText(say("sittings.none" if self.bridge.register.members else "shell.no-members"))
        self._read()
        self._none.setVisible(not self._lines)
        while len(self.rows) < len(self._lines):
            self._add_row(len(self.rows))
        for line, row in zip(self._lines, self.rows, strict=False):
            title = sitting_title(
                line.body, line.number or "—", language, name=line.body_name.in_language(language)
            )
            when = legal_date(date.fromisoformat(line.date), language) if line.date else ""
            where = line.place.in_language(language) if line.place else ""
            mark = say("hall.rehearsal") if line.rehearsal else ""
            votes = say("sittings.votes", votes=line.votes, adopted=line.adopted) if line.votes else ""
            under = " · ".join(part for part in (mark, when, where, votes) if part)
            standing = "prepared" if line.standing == "preparation" else line.standing
            state = say("sittings.broken") if line.broken else say(f"state.{standing}")
            row.show_line(title, under, state, self._doing(line), "broken" if line.broken else line.standing)
        self.show_sitting()

    def show_sitting(self) -> None:
        """Only the blue button speaks of the sitting here."""
        self.block.show_act()

    def _add_row(self, number: int) -> None:
        row = SittingRow(f"sittings.row.{number}")
        row.clicked.connect(lambda: self.go(self._lines[number].id))
        self.rows.append(row)
        self._column.insertWidget(1 + number, row)
        row.show()  # so that it can take the focus at once

    def _doing(self, line: SittingLine) -> str:
        say = self.bridge.words
        if line.doing is None or not line.running:
            return ""
        subject = line.subject.in_language(self.bridge.language) if line.subject else ""
        last = self.bridge.time(line.last_at) if line.last_at else "—"
        return say(f"sittings.in-{line.doing}", subject=subject, time=last)

    def _read(self) -> None:
        lines: list[SittingLine] = []
        for id in self.bridge.desk.sittings():
            try:
                opened = self.bridge.desk.sitting(id)
            except Broken:
                continue  # nothing of it can be read: not even its name
            lines.append(sitting_line(opened.state, opened.broken.seq if opened.broken else None))
        self._lines = in_order(lines)
