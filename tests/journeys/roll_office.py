"""A registration that goes on until it is killed: the real window on a real file, told entry by entry."""

import sys

from PySide6.QtCore import Qt

from assembly_desk.store.sqlite import open_journals
from assembly_desk.ui.app import application, open_window
from assembly_desk.ui.play import press, type_text
from tests.desk_room import SITTING, sitting_desk


def tell(what: object) -> None:
    """Say it to whoever started this."""
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


def call_the_roll(database: str) -> None:
    """Convene, then mark one after the other, and print each entry once the window knows of it."""
    desk = sitting_desk(84, journals=open_journals(database))
    app = application()
    window = open_window(desk, SITTING)
    window.show()
    window.bridge.recorded.connect(lambda entry, _time: tell(entry))
    for member in desk.sitting(SITTING).state.roll.members.values():
        type_text(window, member.person.name.kk)
        press(window.roll.search.edit, Qt.Key.Key_Return)
        app.processEvents()
    tell("all")
    app.exec()


if __name__ == "__main__":
    call_the_roll(sys.argv[1])
