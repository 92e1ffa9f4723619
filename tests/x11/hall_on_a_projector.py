"""A desk's window and the hall window, on the screens of a real X server; prints where they stand."""

import json
import sys
from datetime import UTC, datetime

from PySide6.QtGui import QMoveEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from assembly_desk.ui.hall.keeper import HallKeeper, HallState
from assembly_desk.ui.hall.window import HallWindow


class Dialog(QDialog):
    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        if self.isVisible():
            tell("dialog moved")


def tell(said: str) -> None:
    standing = {
        "said": said,
        "state": keeper.state.value,
        "screens": sorted(screen.name() for screen in app.screens()),
        "hall": hall.geometry().getRect() if hall.isVisible() else None,
        "full": hall.isFullScreen(),
        "desk": desk.geometry().getRect(),
        "dialog": dialog.frameGeometry().getRect(),
    }
    sys.stdout.write(json.dumps(standing) + "\n")
    sys.stdout.flush()


def told(state: HallState) -> None:
    tell(f"hall {state.value}")
    if state is HallState.ON:
        dialog.show()
        dialog.activateWindow()


app = QApplication([])
app.setQuitOnLastWindowClosed(False)
desk = QWidget()
desk.setGeometry(40, 40, 1200, 640)
dialog = Dialog(desk)
dialog.setGeometry(1800, 300, 400, 200)
desk.show()
hall = HallWindow(lambda: None, lambda: datetime.now(UTC), lambda: "kk", fade=0)
keeper = HallKeeper(hall, desk)
keeper.changed.connect(told)
keeper.start()
sys.exit(app.exec())
