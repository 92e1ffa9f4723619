"""The one box: a surname is typed into it from anywhere on the page, and a badge scanner types there too."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from assembly_desk.ui import keys, theme
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.icons import pixmap
from assembly_desk.ui.parts.keycap import ENTER, KeyCap
from assembly_desk.ui.parts.labels import Elided, label, set_role


class SearchBox(QFrame):
    """The box with its hints; after an act the hints give way to what was recorded, until the next letter."""

    searched = Signal(str)
    arrived = Signal()
    left = Signal()
    excused = Signal()
    scanned = Signal(str)
    moved = Signal(int)
    undone = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.setObjectName("roll.search-box")
        self.setProperty("role", "search")
        self.setProperty("focused", "false")
        self.setFixedHeight(60)
        self._bridge, self._burst = bridge, keys.ScannerBurst()
        self._says, self._role = "", ""
        self._sign = QLabel()
        self._sign.setFixedSize(22, 22)
        self.edit = QLineEdit()
        self.edit.setObjectName("roll.search")
        self.edit.setFont(theme.font(21))
        self.edit.setFrame(False)
        self.edit.setMinimumWidth(160)
        self.edit.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(self._typed)
        self.hint = Elided("roll.search-hint", 14, role="second")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._arrived, self._left = (
            label("roll.hint-arrived", 14, role="second"),
            label("roll.hint-left", 14, role="second"),
        )
        self._caps: list[QWidget] = [KeyCap(ENTER), self._arrived, KeyCap(f"Shift {ENTER}"), self._left]
        self.said = Elided("roll.said", 14, role="good")
        self.said.setAlignment(Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 4, 20, 4)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self.edit, 3)
        self.hint.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.said.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        row.addWidget(self.said, 4)
        row.addWidget(self.hint, 4)
        for part in self._caps:
            row.addWidget(part)
        self.show_all()

    def show_all(self) -> None:
        """In the language of the window and the colours of the theme."""
        say = self._bridge.words
        self.hint.show_text(say("roll.search"))
        self._arrived.setText(say("do.mark-arrived"))
        self._left.setText(say("do.mark-left"))
        self.edit.setAccessibleName(say("key.search"))
        self.edit.setAccessibleDescription(say("roll.search"))
        self._sign.setPixmap(pixmap("search", theme.tokens().second, 22, self.devicePixelRatioF()))
        self._arrange()

    def say(self, text: str, role: str = "good") -> None:
        """Show what was recorded, or why nothing was (`warn`), in place of the hints."""
        self._says, self._role = text, role
        self._arrange()

    def clear(self) -> None:
        """Begin a new search."""
        self.edit.clear()

    def type(self, event: QKeyEvent) -> None:
        """Give the box a key that was pressed elsewhere on the page."""
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self._key(event):
            self.edit.event(event)

    def _typed(self, text: str) -> None:
        if text:
            self.say("")
        self.searched.emit(text)

    def _arrange(self) -> None:
        self.said.show_text(self._says)
        set_role(self.said, self._role or "good")
        self.said.setVisible(bool(self._says))
        room = self.width() > 720
        self.hint.setVisible(not self._says)
        for part in self._caps:
            part.setVisible(not self._says and room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hints as far as there is room."""
        super().resizeEvent(event)
        self._arrange()

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
            return self._enter(event)
        if keys.is_undo(event):
            if self.edit.text():
                self.edit.undo()
            else:
                self.undone.emit()
            return True
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}
        if (step := steps.get(Qt.Key(event.key()))) is not None:
            self.moved.emit(step)
            return True
        if event.key() == Qt.Key.Key_Escape and self.edit.text():
            self.clear()
            return True
        return False

    def _enter(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.isAutoRepeat():
            return True
        match held:
            case Qt.KeyboardModifier.NoModifier:
                self.arrived.emit()
            case Qt.KeyboardModifier.ShiftModifier:
                self.left.emit()
            case Qt.KeyboardModifier.AltModifier:
                self.excused.emit()
            case _:
                return False
        return True
