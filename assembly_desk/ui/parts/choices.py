"""A small menu within the page: choices by arrow, digit or mouse; Escape leaves it. No window of its own."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from assembly_desk.ui import keys, theme
from assembly_desk.ui.parts.labels import Elided


class Choices(QFrame):
    """Opens over the page beside what it belongs to, and gives the focus back when it closes."""

    chosen = Signal(str)

    def __init__(self, page: QWidget, name: str) -> None:
        super().__init__(page)
        self.setObjectName(name)
        self.setProperty("role", "card")
        self.head = Elided(f"{name}.head", 13, role="second")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 12, 12, 12)
        self._column.setSpacing(4)
        self._column.addWidget(self.head)
        self._buttons: list[QPushButton] = []
        self._page, self._back = page, page
        self.hide()

    def open_at(
        self, where: QPoint, head: str, choices: Sequence[tuple[str, str]], back: QWidget, current: str = ""
    ) -> None:
        """Show the choices (code, text), numbered, the top left corner there as far as the page has room."""
        for button in self._buttons:
            self._column.removeWidget(button)
            button.deleteLater()
        self._buttons = [self._button(number, code, text) for number, (code, text) in enumerate(choices, 1)]
        self.head.show_text(head)
        self.setAccessibleName(head)
        self._back = back
        self.setFixedWidth(min(360, self._page.width() - 16))
        self.adjustSize()
        page = self._page.rect()
        self.move(
            max(8, min(where.x(), page.right() - self.width() - 8)),
            max(8, min(where.y(), page.bottom() - self.height() - 8)),
        )
        self.show()
        self.raise_()
        first = next(
            (button for button in self._buttons if button.property("code") == current), self._buttons[0]
        )
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def _button(self, number: int, code: str, text: str) -> QPushButton:
        button = QPushButton(f"{number}   {text}")
        button.setObjectName(f"{self.objectName()}.{code}")
        button.setAccessibleName(text)
        button.setProperty("code", code)
        button.setFont(theme.font(14))
        button.setStyleSheet("text-align: left;")
        button.clicked.connect(lambda: self._choose(code))
        button.installEventFilter(self)
        self._column.addWidget(button)
        return button

    def _choose(self, code: str) -> None:
        self.leave()
        self.chosen.emit(code)

    def leave(self) -> None:
        """Close, and give the focus back."""
        if self.isVisible():
            self.hide()
            self._back.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows, digits by their place, Enter and Escape; losing the focus to the page closes it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            to = self.window().focusWidget()
            if self.isVisible() and to not in self._buttons:
                self.hide()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        here = next((number for number, button in enumerate(self._buttons) if button.hasFocus()), 0)
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self._buttons[(here + step) % len(self._buttons)].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return True
        if keys.place(event) in keys.ENTERS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._choose(str(self._buttons[here].property("code")))
            return True
        digit = keys.digit(event)
        if digit and 1 <= int(digit) <= len(self._buttons):
            self._choose(str(self._buttons[int(digit) - 1].property("code")))
            return True
        return False
