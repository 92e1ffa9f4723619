"""The desk's window on a Council of nine; prints how the sitting stands after each change."""

import json
import sys

from PySide6.QtCore import QEvent, QObject

from assembly_desk.domain.commands import AddItem
from assembly_desk.domain.text import Text
from assembly_desk.ui.app import application, open_window
from tests.desk_room import SITTING, done, sitting_desk


def tell() -> None:
    """Say it to whoever started this."""
    state = window.bridge.state
    vote = state.votes[-1] if state.votes else None
    standing = {
        "phase": state.phase,
        "present": sorted(state.roll.present),
        "form": vote.form if vote else None,
        "answers": list(vote.answers.values()) if vote else [],
        "verdict": vote.verdict if vote else None,
    }
    sys.stdout.write(json.dumps(standing) + "\n")
    sys.stdout.flush()


class FocusMe(QObject):
    """Without a window manager the window asks for the keys itself, and tells once it has them."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Expose:
            window.activateWindow()
        elif event.type() is QEvent.Type.FocusIn:
            tell()
        return super().eventFilter(watched, event)


app = application()
desk = sitting_desk(9)
done(desk.submit(AddItem("1", Text("Есеп туралы"), "C13.6"), sitting=SITTING))
window = open_window(desk, SITTING)
window.setGeometry(0, 0, 1280, 720)
window.show()
focus = FocusMe()
window.windowHandle().installEventFilter(focus)
window.bridge.changed.connect(tell)
sys.exit(app.exec())
