"""Keys among buttons that stand side by side in several lines: arrows go from one to the next, a digit chooses."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from assembly_desk.ui import keys

_STEPS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class Turning(QObject):
    """An event filter for each of the buttons. `buttons`: all of them, in their order."""

    def __init__(self, parent: QObject, buttons: Callable[[], Sequence[QPushButton]]) -> None:
        super().__init__(parent)
        self._buttons = buttons

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """An arrow goes to the one before or after, round the ends; a digit by its place chooses."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            buttons, step, digit = self._buttons(), _STEPS.get(event.key()), keys.digit(event)
            if step is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                here = next((at for at, button in enumerate(buttons) if button is watched), 0)
                return _turn_to(buttons[(here + step) % len(buttons)])
            if digit is not None and 1 <= int(digit) <= len(buttons):
                return _turn_to(buttons[int(digit) - 1])
        return super().eventFilter(watched, event)


def _turn_to(button: QPushButton) -> bool:
    button.setChecked(True)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    return True
