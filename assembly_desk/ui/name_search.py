"""The one box of a page of people: a surname or a badge number, typed from anywhere; a scanner types there too."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QSizePolicy

from assembly_desk.ui import keys, theme
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.icons import pixmap
from assembly_desk.ui.parts.labels import Elided, set_role

STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}


class NameSearch(QFrame):
    """The box and its hint; after an act the hint gives way to what was recorded, until the next letter.

    `page`: its name, before `search`; what Enter does is the page's own (`enter`).
    """

    searched = Signal(str)
    scanned = Signal(str)
    moved = Signal(int)
    undone = Signal()

    def __init__(self, bridge: Bridge, page: str) -> None:
        super().__init__()
        self.setObjectName(f"{page}.search-box")
        self.setProperty("role", "search")
        self.setProperty("focused", "false")
        self._bridge, self._page, self._burst = bridge, page, keys.ScannerBurst()
        self._says, self._role = "", "good"
        self._sign = QLabel()
        self._sign.setFixedSize(22, 22)
        self.edit = QLineEdit()
        self.edit.setObjectName(f"{page}.search")
        self.edit.setFont(theme.font(21))
        self.edit.setFrame(False)
        self.edit.setMinimumWidth(160)
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(self._typed)
        self.said = Elided(f"{page}.said", 14, role="second")
        self.said.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.said.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(20, 4, 20, 4)
        self.row.setSpacing(8)
        self.row.addWidget(self._sign)
        self.row.addWidget(self.edit, 3)
        self.row.addWidget(self.said, 5)

    def show_all(self) -> None:
        """In the language of the window and the colours of the theme."""
        say = self._bridge.words
        self.edit.setAccessibleName(say("key.search"))
        self.edit.setAccessibleDescription(say(f"{self._page}.search"))
        self._sign.setPixmap(pixmap("search", theme.tokens().second, 22, self.devicePixelRatioF()))
        self.arrange()

    def say(self, text: str, role: str = "good") -> None:
        """Show what was recorded, or why nothing was (`warn`), in place of the hint."""
        self._says, self._role = text, role
        self.arrange()

    def clear(self) -> None:
        """Begin a new search."""
        self.edit.clear()

    def type(self, event: QKeyEvent) -> None:
        """Give the box a key that was pressed elsewhere on the page."""
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self._key(event):
            self.edit.event(event)

    def enter(self, event: QKeyEvent) -> bool:
        """Enter was pressed, alone or with another key; whether it means anything here."""
        del event
        return False

    def arrange(self) -> None:
        """What was recorded, else the hint."""
        text = self._says or self._bridge.words(f"{self._page}.search")
        self.said.show_text(text)
        self.said.setAccessibleName(text)
        set_role(self.said, self._role if self._says else "second")

    def _typed(self, text: str) -> None:
        if text and self._says:
            self.say("")
        self.searched.emit(text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The whole box takes the click."""
        self.edit.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the box, before the text box sees them."""
        if isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._key(event)
        if isinstance(event, QFocusEvent):
            self.setProperty("focused", "true" if event.gotFocus() else "false")
            self.style().unpolish(self)
            self.style().polish(self)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        if scan := self._burst.press(event):
            self.scanned.emit(scan.digits)
            return True
        if keys.place(event) in keys.ENTERS:
            return self.enter(event)
        if keys.is_undo(event):
            if self.edit.text():
                self.edit.undo()
            else:
                self.undone.emit()
            return True
        if (step := STEPS.get(Qt.Key(event.key()))) is not None:
            self.moved.emit(step)
            return True
        if event.key() == Qt.Key.Key_Escape and self.edit.text():
            self.clear()
            return True
        return False
