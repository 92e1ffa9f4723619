"""A short tour: a few words over the foot of each page, one after the other. It changes nothing."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assembly_desk.ui import keys
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.buttons import KeyButton
from assembly_desk.ui.parts.keycap import ENTER
from assembly_desk.ui.parts.labels import Card, label

STOPS: tuple[tuple[str, str], ...] = (
    ("preparation", "tour.preparation"),
    ("roll", "tour.roll"),
    ("agenda", "tour.agenda"),
    ("voting", "tour.voting"),
    ("protocol", "tour.protocol"),
    ("roll", "tour.blue"),
)
"""The pages, in the order of a sitting, and what is said of each."""

_KEYS = {"enter": "Enter", "next": "Ctrl+Enter", "undo": "Ctrl+Z", "help": "F1"}
_MARGIN = 24


class Tour(Card):
    """The words of one stop, and the way to the next. Enter goes on, Escape ends it."""

    def __init__(self, window: QWidget, bridge: Bridge, show_page: Callable[[str], None]) -> None:
        super().__init__("tour", margin=20)
        self.setParent(window)
        self._bridge, self._show_page, self._at = bridge, show_page, 0
        self.text = label("tour.text", 16, wrap=True)
        self.next = KeyButton("tour.next", ENTER, role="act", pixels=14)
        self.end = KeyButton("tour.end", "Esc", pixels=14)
        self.next.clicked.connect(self.go_on)
        self.end.clicked.connect(self.leave)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        row.addWidget(self.end)
        row.addWidget(self.next)
        self.column.addWidget(self.text)
        self.column.addLayout(row)
        self.hide()

    def begin(self) -> None:
        """From the first page."""
        self._at = 0
        self._stop()

    def go_on(self) -> None:
        """To the next page, or to the end."""
        self._at += 1
        if self._at < len(STOPS):
            self._stop()
        else:
            self.leave()

    def leave(self) -> None:
        """The tour is over; the page stays where it is."""
        if self.isVisible():
            self.hide()
            self._show_page(STOPS[min(self._at, len(STOPS) - 1)][0])

    def _stop(self) -> None:
        page, _ = STOPS[self._at]
        self._show_page(page)
        self.show_all()
        self.place()
        self.show()
        self.raise_()
        self.next.setFocus(Qt.FocusReason.PopupFocusReason)
        self.setAccessibleName(self.text.text())

    def show_all(self) -> None:
        """In the language of the window."""
        say = self._bridge.words
        self.set_head(f"{say('tour.begin')} · {say('tour.of', number=self._at + 1, total=len(STOPS))}")
        self.text.setText(say(STOPS[self._at][1], **_KEYS))
        self.next.show_text(say("tour.next" if self._at + 1 < len(STOPS) else "tour.end"))
        self.end.show_text(say("tour.end"))
        self.end.setVisible(self._at + 1 < len(STOPS))

    def place(self) -> None:
        """At the foot of the window, in its middle."""
        window = self.parentWidget()
        if window is None:
            return
        width = min(720, window.width() - 2 * _MARGIN)
        self.setFixedWidth(width)
        height = self.column.totalHeightForWidth(width)
        self.setGeometry((window.width() - width) // 2, window.height() - height - 2 * _MARGIN, width, height)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes to the other button, and stays here."""
        other = self.end if self.next.hasFocus() and self.end.isVisible() else self.next
        other.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, or ends it where that button has the focus; Escape ends it; no other key reaches the page meanwhile."""
        if keys.is_escape(event) or (keys.place(event) in keys.ENTERS and self.end.hasFocus()):
            self.leave()
        elif keys.place(event) in keys.ENTERS:
            self.go_on()
        event.accept()
