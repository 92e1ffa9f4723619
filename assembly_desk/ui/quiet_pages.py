"""Pages that are small: a step that is done from the command line for now, the settings, the list of keys."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from assembly_desk.ui import theme
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.buttons import KeyButton, chip
from assembly_desk.ui.parts.keycap import ARROWS, ENTER, KeyCap
from assembly_desk.ui.parts.labels import Card, label

COMMANDS: dict[str, tuple[str, ...]] = {
    "preparation": ("assembly-desk play", "assembly-desk document ballots|seat-cards|invitations|agenda"),
    "agenda": ("assembly-desk play", "assembly-desk document script"),
    "voting": ("assembly-desk play", "assembly-desk document named-vote|counting"),
    "protocol": ("assembly-desk document protocol|extract", "assembly-desk sign", "assembly-desk verify"),
    "members": ("assembly-desk members import", "assembly-desk members export"),
    "decisions": ("assembly-desk document decision|register",),
    "sittings": ("assembly-desk sittings", "assembly-desk show", "assembly-desk journal"),
}

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
    ("key.help", "F1"),
    ("key.by-place", ""),
)


class LaterPage(QWidget):
    """Says plainly what a step is done with until it has a screen of its own."""

    def __init__(self, bridge: Bridge, page: str) -> None:
        super().__init__()
        self.setObjectName(f"page.{page}")
        self._bridge, self._page = bridge, page
        self._title = label(f"{page}.title", 22, bold=True, wrap=True)
        self._says = label(f"{page}.says", 14, role="second", wrap=True)
        card = Card(f"{page}.card", head=False, margin=24)
        card.column.addWidget(self._title)
        card.column.addWidget(self._says)
        for number, command in enumerate(COMMANDS[page]):
            line = label(f"{page}.command.{number}", 14, bold=True, wrap=True)
            line.setText(command)
            card.column.addWidget(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.addWidget(card)
        column.addStretch(1)
        self.show_all()

    def show_all(self) -> None:
        """In the language of the window."""
        say = self._bridge.words
        self._title.setText(say(f"screen.{self._page}"))
        self._says.setText(say("shell.later"))


class SettingsPage(QWidget):
    """The look of the window. Its language stands in the bottom line, at hand on every page."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.setObjectName("page.settings")
        self._bridge = bridge
        self._title = label("settings.title", 22, bold=True, wrap=True)
        self._card = Card("settings.look", margin=24)
        row = QHBoxLayout()
        row.setSpacing(8)
        group = QButtonGroup(self)
        self.schemes = {scheme: chip(f"settings.look.{scheme}") for scheme in theme.SCHEMES}
        for scheme, button in self.schemes.items():
            button.clicked.connect(lambda _=False, one=scheme: self._dress(one))
            group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        self._card.column.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(self._title)
        column.addWidget(self._card)
        column.addStretch(1)
        self.show_all()

    def _dress(self, scheme: theme.Scheme) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, scheme)
        self._bridge.language_changed.emit(self._bridge.language)  # all that is painted, once more

    def show_all(self) -> None:
        """In the language of the window."""
        say = self._bridge.words
        self._title.setText(say("screen.settings"))
        self._card.set_head(say("settings.look"))
        for scheme, button in self.schemes.items():
            button.setText(say(f"settings.{scheme}"))
            button.setAccessibleName(f"{say('settings.look')}: {button.text()}")
            button.setChecked(scheme == theme.tokens().scheme)


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
