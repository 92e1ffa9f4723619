"""The keys of the desk, over the page; F1 opens and closes the list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QWidget

from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.buttons import KeyButton
from assembly_desk.ui.parts.keycap import ARROWS, ENTER, KeyCap
from assembly_desk.ui.parts.labels import Card, label

KEYS: tuple[tuple[str, str], ...] = (
    ("key.search", ""),
    ("key.scanner", ""),
    ("key.arrived", ENTER),
    ("key.left", f"Shift {ENTER}"),
    ("key.excused", f"Alt {ENTER}"),
    ("key.list", ARROWS),
    ("key.clear", "Esc"),
    ("key.undo", "Ctrl Z"),
    ("key.next-act", f"Ctrl {ENTER}"),
    ("key.steps", "F2–F6"),
    ("key.hall-freeze", "F8"),
    ("key.course", "F9"),
    ("key.help", "F1"),
    ("key.by-place", ""),
)


class HelpPanel(QScrollArea):
    """The keys, over the page; F1 or Escape closes it."""

    closed = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("help")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._bridge = bridge
        self._card = Card("help.card", margin=24)
        self._lines: list[tuple[QLabel, str, str]] = []
        for number, (key, caps) in enumerate(KEYS):
            line = QHBoxLayout()
            line.setSpacing(16)
            left = QWidget()
            left.setFixedWidth(96)
            cap_row = QHBoxLayout(left)
            cap_row.setContentsMargins(0, 0, 0, 0)
            cap_row.addStretch(1)
            if caps:
                cap_row.addWidget(KeyCap(caps))
            text = label(f"help.{number}", 14, wrap=True)
            line.addWidget(left, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(text, 1)
            self._card.column.addLayout(line)
            self._lines.append((text, key, caps))
        self.close_button = KeyButton("help.close", "Esc")
        self.close_button.clicked.connect(self.closed)
        self._card.column.addSpacing(8)
        self._card.column.addWidget(self.close_button)
        self._card.column.addStretch(1)
        self.setWidget(self._card)

        self.hide()
        self.show_all()

    def wanted_height(self, width: int) -> int:
        """As tall as the list of keys is."""
        layout = self._card.layout()
        return layout.totalHeightForWidth(width - 4) + 32 if layout is not None else 0

    def show_all(self) -> None:
        """In the language of the window."""
        say = self._bridge.words
        self._card.set_head(say("shell.keys"))
        self.setAccessibleName(say("shell.keys"))
        self.close_button.show_text(say("do.back"))
        for text, key, caps in self._lines:
            said = say(key, key="").removeprefix(" – ")
            text.setText(said[0].upper() + said[1:])
            text.setAccessibleName(say(key, key=caps.replace(ENTER, "Enter")))
