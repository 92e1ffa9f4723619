"""The preparation page in a real window, for its tests: keys, the focus, the forms."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from assembly_desk.desk.desk import Desk
from assembly_desk.domain import commands as c
from assembly_desk.domain.commands import Command
from assembly_desk.domain.text import Text
from assembly_desk.papers.window import window_papers
from assembly_desk.ui.app import open_window
from assembly_desk.ui.play import press
from assembly_desk.ui.preparation.convening_form import ConveningForm
from assembly_desk.ui.preparation.item_form import ItemForm
from assembly_desk.ui.preparation.page import PreparationPage
from assembly_desk.ui.window import Window
from tests.desk_room import SITTING, done, sitting_desk

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
PLAIN = Qt.KeyboardModifier.NoModifier
TITLES = ("Жұмыс жоспары", "Наградалар", "Ақпарат тыңдау")
Prepare = Callable[..., Window]


def agenda(desk: Desk) -> Desk:
    for number, (title, matter) in enumerate(zip(TITLES, ("C13.4", "C13.5", "INFO"), strict=True), 1):
        item = c.AddItem(str(number), Text(title, "Вопрос"), matter, rapporteurs=("m0003",))
        done(desk.submit(item, sitting=SITTING))
    return desk


@pytest.fixture
def prepare(qtbot: QtBot) -> Iterator[Prepare]:
    opened: list[Window] = []

    def open_(desk: Desk | None = None, *commands: Command, size: tuple[int, int] = (1440, 900)) -> Window:
        desk = desk or agenda(sitting_desk(9, fixed=False))
        for command in commands:
            done(desk.submit(command, sitting=SITTING))
        window = open_window(desk, SITTING, papers=window_papers())
        window.resize(*size)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
        window.show_page("preparation")
        opened.append(window)
        return window

    yield open_
    for window in opened:
        window.close()


def page(window: Window) -> PreparationPage:
    assert isinstance(window.shown, PreparationPage)
    return window.shown


def key(window: Window, pressed: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
    press(window.focusWidget() or window, pressed, held=held)


def focus(window: Window) -> str:
    focused = window.focusWidget()
    return focused.objectName() if focused else ""


def tab_to(window: Window, name: str) -> None:
    for _ in range(60):
        if focus(window) == name:
            return
        focused = window.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    raise AssertionError(f"{name} is not reached by Tab")


def items(window: Window) -> list[str]:
    return [item.title.kk for item in window.bridge.state.agenda.items.values()]


def item_form(window: Window) -> ItemForm:
    panel = window.shown.panel
    assert isinstance(panel, ItemForm)
    return panel


def convening_form(window: Window) -> ConveningForm:
    panel = window.shown.panel
    assert isinstance(panel, ConveningForm)
    return panel
