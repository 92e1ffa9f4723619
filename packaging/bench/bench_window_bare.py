"""A bare PySide6 window with one word in it: says when it is painted, and ends."""

import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget


class FirstPaint(QObject):
    """Prints a word once the first window, or the widget of that name, was painted."""

    def __init__(self, word: str, name: str | None = None) -> None:
        super().__init__()
        self._word, self._name, self._waits, self.seen = word, name, True, False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let everything pass; the word comes after the picture has been given to the window system."""
        if self._waits and event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            inside = watched.parent()
            if watched.isWindow() if self._name is None else inside and inside.objectName() == self._name:
                self._waits = False
                QTimer.singleShot(0, self._say)
        return super().eventFilter(watched, event)

    def _say(self) -> None:
        print(self._word, flush=True)
        self.seen = True


def main() -> int:
    """Show the window until it is painted."""
    app = QApplication(sys.argv[:1])
    first = FirstPaint("painted")
    app.installEventFilter(first)
    window = QWidget()
    window.resize(1440, 900)
    QLabel("Қазақстан", window)
    window.show()
    while not first.seen:
        app.processEvents()
    QTimer.singleShot(1, app.quit)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
