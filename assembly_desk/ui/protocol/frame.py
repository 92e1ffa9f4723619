"""The frame of the pages: their ground, and below them which pages these are, their size, and long work."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout

from assembly_desk.ui import theme
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.buttons import quiet
from assembly_desk.ui.parts.labels import Elided, label
from assembly_desk.ui.protocol.view import PagesView


class PagesFrame(QFrame):
    """Holds the pages."""

    stop_asked = Signal()
    again_asked = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.setObjectName("protocol.frame")
        self._bridge = bridge
        self.view = PagesView()
        self.view.moved.connect(self.show_place)
        self.view.focused.connect(self.update)
        self.pages = label("protocol.place", 13, role="second")
        self.size_label = label("protocol.size", 13, role="second")
        self.smaller = self._sign("protocol.smaller", "−", -1)
        self.larger = self._sign("protocol.larger", "+", 1)
        self.working = Elided("protocol.working", 13, role="second")
        self.working.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.bar = QProgressBar()
        self.bar.setObjectName("protocol.progress")
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(96, 6)
        self.stop = quiet("protocol.stop")
        self.stop.clicked.connect(self.stop_asked)
        self.again = quiet("protocol.again")
        self.again.clicked.connect(self.again_asked)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for part in (self.smaller, self.size_label, self.larger):
            foot.addWidget(part)
        foot.addSpacing(8)
        foot.addWidget(self.pages)
        foot.addWidget(self.working, 1)
        for late in (self.bar, self.stop, self.again):
            foot.addWidget(late)
            late.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(4)
        column.addWidget(self.view, 1)
        foot.setContentsMargins(12, 4, 12, 4)
        column.addLayout(foot)

    def _sign(self, name: str, text: str, step: int) -> QPushButton:
        made = quiet(name)
        made.setText(text)
        made.setFont(theme.font(16, bold=True))
        made.setFixedWidth(32)
        made.clicked.connect(lambda: self.view.zoom(step))
        return made

    def show_words(self) -> None:
        """In the language of the window."""
        say = self._bridge.words
        self.smaller.setAccessibleName(say("protocol.zoom-out"))
        self.smaller.setToolTip(f"{say('protocol.zoom-out')} (Ctrl −)")
        self.larger.setAccessibleName(say("protocol.zoom-in"))
        self.larger.setToolTip(f"{say('protocol.zoom-in')} (Ctrl +)")
        self.stop.setText(say("do.stop"))
        self.stop.setAccessibleName(say("do.stop"))
        self.again.setText(say("trouble.retry"))
        self.again.setAccessibleName(say("trouble.retry"))
        self.show_place()

    def show_place(self) -> None:
        """Which pages these are, of how many, and their size."""
        say, seen, count = self._bridge.words, self.view.seen, self.view.count
        which = f"{seen[0]}–{seen[-1]}" if len(seen) > 1 else str(seen[0]) if seen else "—"
        self.pages.setText(say("paper.page", page=which, pages=count) if count else "")
        self.size_label.setText(say("protocol.percent", percent=self.view.percent) if count else "")
        for part in (self.smaller, self.larger):
            part.setEnabled(bool(count))
        self.view.setAccessibleName(f"{say('protocol.pages')}, {self.pages.text()}".rstrip(", "))

    def show_work(self, what: str, *, again: bool = False) -> None:
        """Say what is being done, or why the pages are old; nothing where nothing is to be said."""
        self.working.show_text(what)
        busy = bool(what) and not again
        self.bar.setRange(0, 0)
        self.bar.setVisible(busy)
        self.stop.setVisible(busy)
        self.again.setVisible(again)

    def show_step(self, step: int, of: int) -> None:
        """How far the work is."""
        self.bar.setRange(0, of)
        self.bar.setValue(step)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground, and a line around it while the keys scroll here."""
        now, painter = theme.tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.view.hasFocus()
        painter.setBrush(QColor(now.track))
        painter.setPen(QPen(QColor(now.act if focused else now.line), 2 if focused else now.stroke))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)
