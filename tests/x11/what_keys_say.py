"""A window that prints what it understood of each key."""

import json
import sys

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from assembly_desk.ui import keys


class Box(QLineEdit):
    def __init__(self) -> None:
        super().__init__()
        self.burst = keys.ScannerBurst()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        say({"ready": True})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        scan, at = self.burst.press(event), keys.place(event)
        super().keyPressEvent(event)
        say(
            {
                "place": at.name if at else None,
                "digit": keys.digit(event),
                "typed": event.text(),
                "undo": keys.is_undo(event),
                "print": keys.is_print(event),
                "next": keys.is_next_act(event),
                "scan": [scan.digits, scan.typed] if scan else None,
                "running": self.burst.running,
            }
        )


def say(what: object) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


class FocusMe(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Expose:
            box.activateWindow()
        return super().eventFilter(watched, event)


app = QApplication([])
box = Box()
box.setGeometry(100, 100, 600, 60)
box.show()
focus = FocusMe()
box.windowHandle().installEventFilter(focus)
sys.exit(app.exec())
