"""What the program relies on in this build of Qt."""

import sys

import pytest
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from assembly_desk.resources import resource


def test_calling_qt_does_not_use_up_none(qtbot: QtBot) -> None:
    """Some builds lose a reference to None at each call, and a long sitting then ends in an abort."""
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(500):
        label.setText("а")
    assert before - sys.getrefcount(None) <= 20


def test_the_tests_see_a_laptop_and_a_hall(qapp: QGuiApplication) -> None:
    shown = [(screen.name(), screen.geometry().getRect()) for screen in qapp.screens()]
    assert shown == [("1-LAPTOP", (0, 0, 1440, 900)), ("2-HALL", (1440, 0, 1920, 1080))]


@pytest.mark.usefixtures("qapp")
def test_qt_takes_the_shipped_fonts() -> None:
    for path in resource("fonts").glob("*.ttf"):
        assert QFontDatabase.addApplicationFont(str(path)) >= 0
    for family in ("Noto Sans", "Noto Serif"):
        assert {"Regular", "Bold", "Italic", "Bold Italic"} <= set(QFontDatabase.styles(family))
