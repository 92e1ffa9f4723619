"""The sittings: which one is running, a new one, and going from one to another; all by keys."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from assembly_desk.desk.desk import Desk
from assembly_desk.domain import commands as c
from assembly_desk.domain.text import Text
from assembly_desk.journal.memory import MemoryJournals
from assembly_desk.rules import load_profiles
from assembly_desk.ui.app import open_window
from assembly_desk.ui.play import press, type_text
from assembly_desk.ui.window import Window
from tests.desk_room import SITTING, Clock, done, sitting_desk

CTRL = Qt.KeyboardModifier.ControlModifier
Open = Callable[..., Window]


@pytest.fixture
def sit_down(qtbot: QtBot) -> Iterator[Open]:
    opened: list[Window] = []

    def open_(desk: Desk, sitting: str | None = None) -> Window:
        window = open_window(desk, sitting)
        window.resize(1440, 900)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
        opened.append(window)
        return window

    yield open_
    for window in opened:
        window.close()


def key(window: Window, pressed: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    press(window.focusWidget() or window, pressed, held=held)


def test_without_a_sitting_the_window_shows_the_sittings_and_no_step_can_be_gone_to(sit_down: Open) -> None:
    window = sit_down(Desk(MemoryJournals(), load_profiles(), clock=Clock()))
    assert window.page == "sittings"
    assert window.top.title.text() == "Ассамблея отырысы"
    assert not window.top.state.isVisible()
    key(window, Qt.Key.Key_F4)
    assert window.page == "sittings"
    assert window.shown.block.next.text() == "Тізімді жүктеу…", "first of all, the members"


def test_a_new_sitting_is_convened_by_keys_and_its_preparation_is_shown(sit_down: Open) -> None:
    window = sit_down(sitting_desk(9))
    key(window, Qt.Key.Key_Insert)
    assert window.shown.panel is not None
    key(window, Qt.Key.Key_Tab)
    assert window.focusWidget().objectName() == "sittings.convene.number"
    key(window, Qt.Key.Key_Return, CTRL)
    state = window.bridge.state
    assert (state.id, state.convening.body, state.convening.number) == ("council-15", "council", "15")
    assert window.page == "preparation"
    assert "15-отырысы" in window.top.title.text()


def test_a_date_that_is_none_is_said_and_nothing_typed_is_lost(sit_down: Open) -> None:
    window = sit_down(sitting_desk(9))
    key(window, Qt.Key.Key_Insert)
    for _ in range(2):
        key(window, Qt.Key.Key_Tab)
    window.focusWidget().setProperty("text", "")
    type_text(window, "31.02.2026")
    key(window, Qt.Key.Key_Return, CTRL)
    panel = window.shown.panel
    assert panel is not None
    assert panel.said.text().startswith("Күн оқылмады: 31.02.2026")
    assert window.bridge.sitting_id is None
    key(window, Qt.Key.Key_Escape)
    assert window.shown.panel is None


def test_a_sitting_that_was_interrupted_says_in_what_and_is_gone_on_with(sit_down: Open) -> None:
    desk = sitting_desk(9)
    for command in (
        c.AddItem("1", Text("Жоспар"), "C13.4"),
        c.Arrive(tuple(f"m{number:04}" for number in range(1, 7))),
        c.Open(),
        c.TakeItem("1"),
        c.Propose("1.1", "decision", Text("Жоспар бекітілсін"), item="1"),
        c.Put("1.1", "named"),
        c.Cast("m0001", "for"),
    ):
        done(desk.submit(command, sitting=SITTING))
    window = sit_down(desk)
    row = window.focusWidget()
    assert "Дауыс беру жүріп жатыр: «Жоспар бекітілсін»" in row.accessibleName()
    key(window, Qt.Key.Key_Return, CTRL)
    assert window.page == "voting"
    assert window.bridge.state.vote is not None
    assert dict(window.bridge.state.vote.answers) == {"m0001": "for"}


def test_another_sitting_takes_the_whole_window_with_it(sit_down: Open) -> None:
    desk = sitting_desk(9)
    done(desk.submit(c.Convene("council-15", "council", c.ConveningData(number="15", date="2026-06-01"))))
    window = sit_down(desk, SITTING)
    assert window.page == "roll"
    window.show_page("sittings")
    assert "15-отырысы" in window.focusWidget().accessibleName(), "the newest first"
    key(window, Qt.Key.Key_Down)
    assert "14-отырысы" in window.focusWidget().accessibleName()
    key(window, Qt.Key.Key_Up)
    key(window, Qt.Key.Key_Return)
    assert window.bridge.sitting_id == "council-15"
    assert window.page == "preparation"
    assert "15-отырысы" in window.top.title.text()
