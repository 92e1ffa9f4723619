"""The window is seen before the program is loaded, and is then filled."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from assembly_desk.store.sqlite import open_journals
from assembly_desk.ui.app import first_window, run_window
from assembly_desk.ui.ground import Ground
from assembly_desk.ui.window import Window
from tests.desk_room import SITTING, sitting_desk

HEAVY = {"sqlalchemy", "alembic", "reportlab", "pikepdf", "pyhanko", "cryptography", "openpyxl"}

SEEN = """
import sys
from assembly_desk.cli.arguments import parser
from assembly_desk.ui.app import first_window
parser("kk").parse_args([])
picture = first_window().grab().toImage()
print(picture.pixelColor(700, 400).name(), picture.pixelColor(700, 20).name())
print({name for name in sys.modules if name.startswith(("assembly_desk.desk", "assembly_desk.store"))})
"""

WHOLE = """
import sys
from PySide6.QtCore import QThread, QTimer
from assembly_desk.cli import main
from assembly_desk.ui.app import application
app = application()
def close():
    if QThread.currentThread().loopLevel():
        print(*sorted({name.partition(".")[0] for name in sys.modules}))
        timer.stop()
        app.closeAllWindows()
timer = QTimer(interval=5)
timer.timeout.connect(close)
timer.start()
sys.exit(main(["--database", sys.argv[1]]))
"""


def said(program: str, *arguments: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout.splitlines()


def test_the_window_is_painted_before_desk_and_store_are_loaded() -> None:
    assert said(SEEN) == ["#f3f5f7 #ffffff", "set()"]


def test_the_same_window_is_filled_and_closes_with_what_it_holds(qapp: QApplication) -> None:
    ground = first_window("ru")
    seen: list[object] = []

    def look_and_close() -> None:
        if not QThread.currentThread().loopLevel():
            return  # it is being filled
        timer.stop()
        (shown,) = (one for one in qapp.topLevelWidgets() if isinstance(one, Ground) and one.isVisible())
        (window,) = shown.findChildren(Window)
        window.closing.connect(lambda: seen.append("closed"))
        seen.extend([shown is ground, window.size() == shown.size(), shown.windowTitle()])
        shown.close()

    timer = QTimer(interval=5)
    timer.timeout.connect(look_and_close)
    timer.start()
    assert run_window(sitting_desk(9), SITTING, "ru", ground=ground) == 0
    assert seen == [True, True, "Заседание Ассамблеи", "closed"]


def test_a_start_loads_no_library_that_only_papers_tables_or_rosters_need(tmp_path: Path) -> None:
    path = str(tmp_path / "desk.db")
    open_journals(path).close()
    (loaded,) = said(WHOLE, path)
    assert "PySide6" in loaded.split()
    assert HEAVY.isdisjoint(loaded.split())


@pytest.mark.usefixtures("qapp")
def test_what_stands_against_the_start_is_said_in_the_window() -> None:
    ground = first_window("kk")
    ground.tell("Бұл қалтаға жазуға болмайды: desk.db.", "Жабу")
    shown = [label.text() for label in ground.findChildren(QLabel)]
    assert shown == ["Бұл қалтаға жазуға болмайды: desk.db."]
    button = ground.findChild(QPushButton, "ground.leave")
    assert button is not None
    button.click()
    assert not ground.isVisible()
