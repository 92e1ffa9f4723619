"""The program is killed in the middle of a roll call, and is back where it was."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from assembly_desk.desk.desk import Desk
from assembly_desk.rules import load_profiles
from assembly_desk.store.sqlite import open_journals
from assembly_desk.ui.app import open_window
from assembly_desk.ui.play import press, type_text
from tests.desk_room import SITTING, Clock

HERE = Path(__file__).parent
BEFORE_THE_ROLL = 3  # the entries of convening and of fixing the roll


def test_a_killed_program_is_back_where_it_was(tmp_path: Path, qtbot: QtBot) -> None:
    database = tmp_path / "desk.db"
    path = os.pathsep.join([str(HERE.parents[1]), str(HERE.parent)])
    environment = {**os.environ, "PYTHONPATH": path, "QT_QPA_PLATFORM": "offscreen"}
    child = subprocess.Popen(
        [sys.executable, str(HERE / "roll_office.py"), str(database)],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )
    assert child.stdout is not None
    told = [int(child.stdout.readline()) for _ in range(30)]
    child.send_signal(signal.SIGKILL)
    child.wait()
    told += [int(line) for line in child.stdout.read().split() if line.isdecimal()]
    child.stdout.close()

    journals = open_journals(str(database))
    desk = Desk(journals, load_profiles(), clock=Clock())
    opened = desk.sitting(SITTING)
    assert opened.broken is None
    assert opened.entries >= told[-1], "what was told is on the disk"
    assert len(opened.state.roll.present) == opened.entries - BEFORE_THE_ROLL

    window = open_window(desk, SITTING)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    present = len(opened.state.roll.present)
    assert window.roll.quorum.figure.text() == str(present)
    assert window.roll.search.edit.hasFocus(), "the next name can be typed at once"
    absent = next(
        member
        for id, member in opened.state.roll.members.items()
        if opened.state.roll.standing(id) == "absent"
    )
    type_text(window, absent.person.name.kk)
    press(window.roll.search.edit, Qt.Key.Key_Return)
    assert window.roll.quorum.figure.text() == str(present + 1)
    window.close()
    journals.close()
