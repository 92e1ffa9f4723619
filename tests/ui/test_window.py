"""The operator's window: the shell around the pages, by keyboard alone, and for those who hear it read."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QImage, QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from assembly_desk.desk.desk import Desk
from assembly_desk.domain import commands as c
from assembly_desk.domain.member import Member
from assembly_desk.domain.text import Name, Text
from assembly_desk.ui import theme
from assembly_desk.ui.app import application, open_window, run_window
from assembly_desk.ui.play import PlayStopped, play_roll, press, type_text
from assembly_desk.ui.settings.page import SettingsPage
from assembly_desk.ui.window import Window
from assembly_desk.wording.words import LANGUAGES, Language, words
from tests.desk_room import SITTING, done, member, sitting_desk

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    made = show(sitting_desk(84), qtbot)
    yield made
    made.close()


def show(desk: Desk, qtbot: QtBot, width: int = 1440, height: int = 900) -> Window:
    window = open_window(desk, SITTING)
    window.resize(width, height)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    return window


def key(window: Window, pressed: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    press(window.focusWidget() or window, pressed, held=held)


def test_f2_to_f6_look_at_the_steps_and_do_not_move_the_sitting(window: Window) -> None:
    before = window.bridge.opened.entries
    pages = ("preparation", "roll", "agenda", "voting", "protocol")
    keys = (Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F4, Qt.Key.Key_F5, Qt.Key.Key_F6)
    for pressed, page in zip(keys, pages, strict=True):
        key(window, pressed)
        assert window.page == page
        assert window.side.buttons[page].isChecked()
    assert window.bridge.opened.entries == before


def test_f1_lists_the_keys_and_escape_gives_the_search_back(window: Window) -> None:
    key(window, Qt.Key.Key_F1)
    assert window.help.isVisible()
    shown = [label.text() for label in window.help.findChildren(QLabel)]
    assert "Мүше келді деп белгілеу" in shown
    key(window, Qt.Key.Key_Escape)
    assert not window.help.isVisible()
    assert window.roll.search.edit.hasFocus()


def test_ctrl_enter_is_the_next_act_from_any_page(window: Window) -> None:
    done(window.bridge.submit(c.Arrive(tuple(f"m{number:04}" for number in range(1, 57)))))
    key(window, Qt.Key.Key_F6)
    key(window, Qt.Key.Key_Return, CTRL)
    assert window.bridge.state.phase == "open"
    assert window.page == "roll", "what came of it is seen"


def test_enter_on_a_button_presses_it_and_marks_nobody(window: Window) -> None:
    window.roll.list.picker.setFocus()
    key(window, Qt.Key.Key_Return)
    assert window.roll.orders.isVisible()
    key(window, Qt.Key.Key_Escape)
    assert window.roll.search.edit.hasFocus()
    assert window.bridge.state.roll.present == {}


def test_the_program_runs_until_its_window_is_closed(qapp: QApplication) -> None:
    def look_and_close() -> None:
        (window,) = (one for one in qapp.topLevelWidgets() if isinstance(one, Window) and one.isVisible())
        shown.append(window.top.hall.accessibleName())
        window.close()

    shown: list[str] = []
    QTimer.singleShot(0, look_and_close)
    assert run_window(sitting_desk(9), SITTING) == 0
    assert shown == ["Зал экраны: қосулы"]


def test_tab_goes_through_the_page_as_it_is_read(window: Window) -> None:
    window.roll.search.edit.setFocus()
    visited: list[str] = []
    for _ in range(14):
        focused = window.focusWidget()
        assert focused is not None
        visited.append(focused.objectName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    filters = "roll.show.all"  # arrows go on within the filters
    assert visited[:4] == ["roll.search", filters, "roll.order", "roll.table"]
    assert visited.index("roll.table") < visited.index("roll.words.kk") < visited.index("roll.next-act")


def test_everything_that_takes_the_focus_has_a_name(window: Window) -> None:
    done(window.bridge.submit(c.Arrive(("m0001",))))
    focusable = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and widget.focusProxy() is None
    ]
    assert len(focusable) > 15
    for widget in focusable:
        told = QAccessible.queryAccessibleInterface(widget)
        assert told.text(QAccessible.Text.Name), widget.objectName() or type(widget).__name__
        assert widget.objectName(), told.text(QAccessible.Text.Name)
    names = [widget.objectName() for widget in focusable]
    assert len(names) == len(set(names))


def test_the_list_is_a_sound_model_and_is_read_aloud(window: Window) -> None:
    model = window.roll.list.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    first = model.rows[0]
    done(window.bridge.submit(c.Arrive((first.member,))))
    type_text(window, first.name.kk)
    read = [model.index(0, column).data() for column in range(model.columnCount())]
    assert read[0] == str(first.number)
    assert read[1] == first.name.kk
    assert read[4] == "Қатысып отыр"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Аты-жөні"


def long_member(number: int) -> Member:
    made = member(number)
    return Member(
        made.id,
        Name("Абдрахманова-Қожахметова", "Гүлбаршынгүл", "Бекболатқызы"),
        made.bodies,
        made.office,
        made.badge,
        organisation=Text("Қазақстан халқы Ассамблеясының облыстық филиалы"),
        region=Text("Шығыс Қазақстан облысы"),
    )


@pytest.fixture
def longer_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every text of the screens 40 % longer, as a translation may be."""
    say = words("kk")
    filler = "мәтіннің ұзарған бөлігі әрі қарай жалғаса береді "
    longer = {key: text + " " + (filler * 9)[: len(text) * 2 // 5].strip() for key, text in say._rows.items()}
    monkeypatch.setattr(say, "_rows", longer)


SIZES = [(1280, 720), (1440, 900), (3840, 2160)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_nothing_is_cut_off_at_any_size(qtbot: QtBot, language: Language, width: int, height: int) -> None:
    window = show(sitting_desk(84, make=long_member), qtbot, width, height)
    window.foot.languages[language].click()
    nothing_is_cut_off(window, width)


def test_nothing_is_cut_off_in_high_contrast(qtbot: QtBot) -> None:
    theme.apply(application(), "contrast")  # its lines are thicker
    nothing_is_cut_off(show(sitting_desk(84), qtbot), 1440)
    theme.apply(application(), "light")


@pytest.mark.usefixtures("longer_words")
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_nothing_is_cut_off_in_longer_words(qtbot: QtBot, width: int, height: int) -> None:
    nothing_is_cut_off(show(sitting_desk(84, make=long_member), qtbot, width, height), width)


def nothing_is_cut_off(window: Window, width: int) -> None:
    key(window, Qt.Key.Key_Return, CTRL)  # refused, so that the refusal is shown too
    QApplication.processEvents()
    assert window.width() == width
    whole = QRect(QPoint(0, 0), window.size())
    for button in window.findChildren(QPushButton):
        if button.isVisible():
            assert whole.contains(QRect(button.mapTo(window, QPoint(0, 0)), button.size())), (
                button.objectName()
            )
            parent = button.parentWidget()
            assert parent is not None
            assert parent.rect().contains(button.geometry()), button.objectName()
            assert button.width() >= min(button.sizeHint().width(), 120), button.objectName()
    for label in window.findChildren(QLabel):
        if label.isVisible() and label.wordWrap() and label.text():
            needed = label.heightForWidth(label.width())
            assert label.height() >= needed, f"{label.objectName()}: {label.height()} of {needed}"
    window.close()


@pytest.mark.parametrize("scheme", theme.SCHEMES)
def test_the_look_changes_while_the_window_is_open(window: Window, scheme: theme.Scheme) -> None:
    window.side.buttons["settings"].click()
    page = window.shown
    assert isinstance(page, SettingsPage)
    page.looks.buttons[scheme].click()
    window.show_page("roll")
    QApplication.processEvents()
    picture = window.grab().toImage()
    assert (
        picture.pixelColor(window.width() - 4, window.height() // 2).name()
        == theme.THEMES[scheme].ground.lower()
    )
    theme.apply(application(), "light")


def test_the_hall_display_is_shown_frozen_and_released_from_the_desk(window: Window) -> None:
    control = window.hall
    control.start()
    assert window.top.hall.accessibleName() == "Зал экраны: қосулы"
    window.top.hall.click()
    key(window, Qt.Key.Key_1)
    assert control.hall.frozen
    assert window.top.hall.accessibleName() == "Зал экраны: кідіртілген"
    window.top.hall.click()
    key(window, Qt.Key.Key_1)
    assert not control.hall.frozen
    window.close()
    assert not control.hall.isVisible()


def test_the_sample_roll_is_played_by_key_and_photographed(qapp: QApplication, tmp_path: Path) -> None:
    assert qapp
    desk = sitting_desk(9)
    pictures = play_roll(desk, SITTING, [f"m{number:04}" for number in range(1, 7)], tmp_path)
    assert desk.sitting(SITTING).state.phase == "open"
    assert [QImage(str(path)).width() for path in pictures] == [1440, 1920, 1440, 1920, 1440, 1920, 1440]


def test_a_sample_without_a_quorum_stops_with_the_windows_own_sentence(
    qapp: QApplication, tmp_path: Path
) -> None:
    assert qapp
    with pytest.raises(PlayStopped, match="Кворум жоқ"):
        play_roll(sitting_desk(9), SITTING, ["m0001"], tmp_path)


def hold(window: Window, pressed: Qt.Key, held: Qt.KeyboardModifier, *, begin: int = 5_000) -> None:
    """Hold a key for two seconds, as X sends it: releases and presses of one moment, not marked as repeats."""
    for at in (begin, *range(begin + 660, begin + 2_000, 40)):
        for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress):
            if at > begin or kind is QEvent.Type.KeyPress:
                event = QKeyEvent(kind, pressed, held)
                event.setTimestamp(at)
                QApplication.sendEvent(window.focusWidget() or window, event)


def test_a_held_ctrl_enter_never_passes_the_second_press_that_closing_a_vote_takes(window: Window) -> None:
    six_and_fifty = tuple(f"m{number:04}" for number in range(1, 57))
    for command in (
        c.Arrive(six_and_fifty),
        c.Open(),
        c.Propose("p1", "procedural", Text("Үзіліс жариялансын")),
        c.Put("p1", "show-of-hands"),
        c.Count(56, 0, 0),
    ):
        done(window.bridge.submit(command))
    window.show_page("voting")
    before = window.bridge.opened.entries
    hold(window, Qt.Key.Key_Return, CTRL)
    assert window.bridge.opened.entries == before, "one press, however long, only asks"
    for kind, at in ((QEvent.Type.KeyRelease, 7_000), (QEvent.Type.KeyPress, 7_100)):
        event = QKeyEvent(kind, Qt.Key.Key_Return, CTRL)
        event.setTimestamp(at)
        QApplication.sendEvent(window.focusWidget() or window, event)
    assert window.bridge.state.votes[-1].verdict == "adopted"
