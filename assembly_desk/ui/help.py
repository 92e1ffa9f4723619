"""The keys of the desk, over the page; F1 opens and closes the list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.buttons import KeyButton
from assembly_desk.ui.parts.keycap import ARROWS, ENTER, KeyCap
from assembly_desk.ui.parts.labels import Card, label

Line = tuple[str, str]
"""The row of words that says what a key does, and the key; «» where it is no single key."""

PAGES: dict[str, tuple[Line, ...]] = {
    "preparation": (("key.add", "Insert"), ("key.open-item", ENTER), ("key.move-item", f"Alt {ARROWS}"),
                    ("key.remove", "Delete")),
    "roll": (("key.search", ""), ("key.scanner", ""), ("key.arrived", ENTER), ("key.left", f"Shift {ENTER}"),
             ("key.excused", f"Alt {ENTER}"), ("key.list", ARROWS), ("key.clear", "Esc")),
    "agenda": (("key.add", "Insert"), ("key.pause", "Space"), ("key.list", ARROWS), ("key.remove", "Delete"),
               ("key.order", f"Alt {ARROWS}")),
    "voting": (("key.for", "1"), ("key.against", "2"), ("key.abstain", "3"), ("key.jump", ""),
               ("key.list", ARROWS), ("key.add", "Insert")),
    "protocol": (("key.pages", "PgUp PgDn"), ("key.zoom", "Ctrl + −"), ("key.print", "Ctrl P")),
    "record": (("key.list", ARROWS), ("key.record-tabs", "← →"), ("key.record-act", ENTER), ("key.search", "")),
    "members": (("key.search", ""), ("key.add", "Insert"), ("key.open-member", ENTER), ("key.list", ARROWS)),
    "sittings": (("key.list", ARROWS), ("key.open-sitting", ENTER), ("key.convene", "Insert")),
    "settings": (),
}  # fmt: skip
"""The keys of each page."""

EVERYWHERE: tuple[Line, ...] = (
    ("key.next-act", f"Ctrl {ENTER}"),
    ("key.undo", "Ctrl Z"),
    ("key.steps", "F2–F6"),
    ("key.record", "F7"),
    ("key.hall-freeze", "F8"),
    ("key.course", "F9"),
    ("key.help", "F1"),
    ("key.by-place", ""),
)
"""The keys of every page."""


class HelpPanel(QScrollArea):
    """The keys of the page that is seen, over it; F1 or Escape closes it. From here the tour begins."""

    closed = Signal()
    tour_asked = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("help")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._bridge, self._page = bridge, ""
        self._card = Card("help.card", margin=24)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self._card.column.addLayout(self._lines)
        self.tour = KeyButton("help.tour")
        self.tour.clicked.connect(self.tour_asked)
        self.close_button = KeyButton("help.close", "Esc")
        self.close_button.clicked.connect(self.closed)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.close_button)
        row.addWidget(self.tour)
        self._card.column.addSpacing(8)
        self._card.column.addLayout(row)
        self._card.column.addStretch(1)
        self.setWidget(self._card)
        self.hide()

    def wanted_height(self, width: int) -> int:
        """As tall as the list of keys is."""
        layout = self._card.layout()
        return layout.totalHeightForWidth(width - 4) + 12 if layout is not None else 0

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes to the other button, and stays here."""
        other = self.tour if self.close_button.hasFocus() else self.close_button
        other.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return True

    def show_page(self, page: str) -> None:
        """The keys of that page, in the language of the window."""
        say, self._page = self._bridge.words, page
        self._card.set_head(f"{say('shell.keys')} · {say(f'screen.{page}')}")
        self.setAccessibleName(say("shell.keys"))
        self.close_button.show_text(say("do.back"))
        self.tour.show_text(say("tour.begin"))
        while self._lines.count():
            if (old := self._lines.takeAt(0)) is not None and (widget := old.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        for number, (key, caps) in enumerate((*PAGES[page], *EVERYWHERE)):
            self._lines.addWidget(self._line(number, key, caps))

    def _line(self, number: int, key: str, caps: str) -> QWidget:
        say = self._bridge.words
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        left = QWidget()
        left.setFixedWidth(104)
        cap_row = QHBoxLayout(left)
        cap_row.setContentsMargins(0, 0, 0, 0)
        cap_row.addStretch(1)
        if caps:
            cap_row.addWidget(KeyCap(caps))
        text = label(f"help.{number}", 14, wrap=True)
        said = say(key, key="").removeprefix(" – ")
        text.setText(said[0].upper() + said[1:])
        text.setAccessibleName(say(key, key=caps.replace(ENTER, "Enter")))
        row.addWidget(left, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text, 1)
        return line

    def show_all(self) -> None:
        """In the language of the window."""
        if self._page:
            self.show_page(self._page)
