"""A key press is a painted row within one frame of the screen, with a Session and with ten thousand names."""

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assembly_desk.domain.member import Member
from assembly_desk.domain.text import Name
from assembly_desk.ui.app import open_window
from assembly_desk.ui.play import press
from tests.desk_room import SITTING, member, sitting_desk

FRAME = 0.016  # seconds


def told_apart(number: int) -> Member:
    made = member(number)
    return replace(made, name=Name(f"{made.name.surname}{number}", made.name.given, made.name.patronymic))


@pytest.mark.parametrize("members", [583, 10_000])
def test_a_key_press_is_painted_within_a_frame(qtbot: QtBot, members: int) -> None:
    """Its own time counts, and the quickest of several presses: what else runs here is not its doing."""
    desk = sitting_desk(members, body="session", number="XXXV", make=told_apart)
    window = open_window(desk, SITTING)
    window.resize(1440, 900)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    box = window.roll.search.edit

    def took(key: Qt.Key, text: str = "") -> float:
        begun = time.process_time()
        press(box, key, text)
        QApplication.processEvents()
        return time.process_time() - begun

    letters: list[float] = []
    arrivals: list[float] = []
    for number in range(1, 13):
        name = desk.sitting(SITTING).state.roll.members[f"m{number * 40:04}"].person.name.kk
        letters += [took(Qt.Key.Key_unknown, letter) for letter in name.split()[0]]
        arrivals.append(took(Qt.Key.Key_Return))
    assert len(desk.sitting(SITTING).state.roll.present) == 12
    assert min(letters) < FRAME
    assert min(arrivals) < FRAME
    window.close()
