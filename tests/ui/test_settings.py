"""Settings, the keys of a page, the tour, the course of the sitting: by keys, through the real window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from assembly_desk.domain import commands as c
from assembly_desk.domain.text import Text
from assembly_desk.ui import theme
from assembly_desk.ui.app import application, open_window
from assembly_desk.ui.hall.screen import HallScreen
from assembly_desk.ui.play import press, type_text
from assembly_desk.ui.settings.about import PARTS
from assembly_desk.ui.settings.page import SettingsPage
from assembly_desk.ui.settings.remembered import Memory, Remembered
from assembly_desk.ui.tour import STOPS
from assembly_desk.ui.window import Window
from tests.desk_room import SITTING, done, sitting_desk

CTRL = Qt.KeyboardModifier.ControlModifier
SIX = tuple(f"m{number:04}" for number in range(1, 7))


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    desk = sitting_desk(9)
    for command in (c.AddItem("1", Text("Жоспар туралы"), "C13.4"), c.Arrive(SIX), c.Open()):
        done(desk.submit(command, sitting=SITTING))
    made = open_window(desk, SITTING)
    made.resize(1440, 900)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    yield made
    made.close()
    theme.apply(application(), "light")


def key(window: Window, pressed: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    press(window.focusWidget() or window, pressed, held=held)


def phase(window: Window) -> str:
    return window.bridge.state.phase


def test_what_is_chosen_is_remembered_at_the_next_start(window: Window, tmp_path: Path) -> None:
    kept = str(tmp_path / "window.ini")
    window.show_page("settings")
    page = window.shown
    assert isinstance(page, SettingsPage)
    page.remember_in(Memory(kept))
    page.languages.buttons["ru"].click()
    page.looks.buttons["contrast"].click()
    assert window.windowTitle() == "Заседание Ассамблеи"
    assert theme.tokens().scheme == "contrast"
    assert Memory(kept).read() == Remembered("ru", "contrast", "100", None)


def test_a_damaged_file_of_preferences_is_as_at_the_first_start(tmp_path: Path) -> None:
    kept = tmp_path / "window.ini"
    kept.write_bytes(b"\x00[General\nlanguage=xx\nlook=\xff\nsize=900\nhall=1x2xthree HDMI\n")
    assert Memory(str(kept)).read() == Remembered()


def test_the_halls_screen_is_known_again(tmp_path: Path) -> None:
    hall = Remembered(hall=HallScreen("HDMI 1 left", (1440, 0, 1920, 1080)))
    Memory(str(tmp_path / "window.ini")).write(hall)
    assert Memory(str(tmp_path / "window.ini")).read() == hall


def test_the_program_names_whose_work_it_is_built_on(window: Window) -> None:
    window.show_page("settings")
    shown = " ".join(label.text() for label in window.shown.findChildren(QLabel))
    for name, licence in PARTS:
        assert name in shown
        assert licence in shown


def test_f1_lists_the_keys_of_the_page_that_is_seen(window: Window) -> None:
    listed = {}
    for step, page in ((Qt.Key.Key_F3, "roll"), (Qt.Key.Key_F5, "voting")):
        key(window, step)
        key(window, Qt.Key.Key_F1)
        listed[page] = {label.text() for label in window.help.findChildren(QLabel) if label.isVisible()}
        key(window, Qt.Key.Key_F1)
        assert not window.help.isVisible()
    assert "Жақтап" in listed["voting"] - listed["roll"]
    assert "Мүше келді деп белгілеу" in listed["roll"] - listed["voting"]


def test_the_tour_goes_through_the_pages_by_enter_and_moves_nothing(window: Window) -> None:
    before = window.bridge.opened.entries
    key(window, Qt.Key.Key_F1)
    window.help.tour.click()
    seen = []
    while window.tour.isVisible():
        seen.append(window.page)
        assert window.tour.text.text()
        key(window, Qt.Key.Key_Return)
    assert seen == [page for page, _ in STOPS]
    assert window.bridge.opened.entries == before


def test_a_break_is_announced_from_any_page_by_keys_and_ended_by_the_blue_button(window: Window) -> None:
    key(window, Qt.Key.Key_F4)
    key(window, Qt.Key.Key_F9)
    key(window, Qt.Key.Key_1)
    panel = window.shown.panel
    assert panel is not None
    key(window, Qt.Key.Key_Return, CTRL)
    assert phase(window) == "break"
    assert window.bridge.state.pauses[-1].planned is not None
    key(window, Qt.Key.Key_Return, CTRL)
    assert phase(window) == "open"


def test_the_chair_is_handed_over_to_somebody_found_by_surname(window: Window) -> None:
    key(window, Qt.Key.Key_F9)
    key(window, Qt.Key.Key_4)
    type_text(window, "Ауез")
    key(window, Qt.Key.Key_Return)
    key(window, Qt.Key.Key_Return, CTRL)
    presiding = window.bridge.state.presiding
    assert presiding is not None
    assert presiding.member == "m0003"


def test_whoever_is_not_in_the_hall_does_not_take_the_chair(window: Window) -> None:
    key(window, Qt.Key.Key_F9)
    key(window, Qt.Key.Key_4)
    type_text(window, "Гасанов")  # on the roll, not present
    key(window, Qt.Key.Key_Return, CTRL)
    panel = window.shown.panel
    assert panel is not None
    assert panel.said.text() == "Мұндай мүше табылмады: Гасанов"
    key(window, Qt.Key.Key_Escape)
    assert window.bridge.state.presiding == window.bridge.state.convening.presiding


def test_closing_says_what_is_not_reached_before_it_is_done(window: Window) -> None:
    key(window, Qt.Key.Key_F9)
    key(window, Qt.Key.Key_6)
    panel = window.shown.panel
    assert panel is not None
    shown = " ".join(label.text() for label in panel.findChildren(QLabel))
    assert "Қаралмаған мәселелер: № 1. Жоспар туралы" in shown
    assert phase(window) == "open"
    key(window, Qt.Key.Key_Return, CTRL)
    assert phase(window) == "closed"


def test_a_re_registration_begins_and_ends_with_who_answered(window: Window) -> None:
    key(window, Qt.Key.Key_F9)
    key(window, Qt.Key.Key_3)
    assert window.page == "roll"
    assert window.bridge.state.roll.roll_call is not None
    for number in range(1, 7):
        type_text(window, window.bridge.state.roll.members[f"m{number:04}"].person.name.kk)
        key(window, Qt.Key.Key_Return)
    key(window, Qt.Key.Key_Return, CTRL)
    assert window.bridge.state.roll.roll_call is None
    assert set(window.bridge.state.roll.present) == set(SIX)


def test_the_hall_is_frozen_by_f8_and_told_a_message(window: Window) -> None:
    window.hall.start()
    key(window, Qt.Key.Key_F8)
    assert window.hall.hall.frozen
    key(window, Qt.Key.Key_F8)
    assert not window.hall.hall.frozen
    window.hall.message_asked.emit()
    type_text(window, "Үзіліс 15 минут")
    key(window, Qt.Key.Key_Return, CTRL)
    assert window.hall.hall.message == "Үзіліс 15 минут"
    assert window.shown.panel is None
