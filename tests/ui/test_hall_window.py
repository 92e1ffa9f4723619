"""The hall window and where it stands: two screens, one desk, and the record as the only source."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from assembly_desk.desk.desk import Desk, Receipt
from assembly_desk.domain import commands as c
from assembly_desk.domain.member import Member, Seat
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.text import Name
from assembly_desk.journal.memory import MemoryJournals
from assembly_desk.projections.hall_slide import Blank, QuorumSlide, Welcome
from assembly_desk.rules import load_profiles
from assembly_desk.ui.hall.keeper import HallKeeper, HallState
from assembly_desk.ui.hall.screen import HallScreen
from assembly_desk.ui.hall.window import HallWindow
from assembly_desk.wording.words import Language


class House:
    """A desk with a Council of nine, and the hall window on it."""

    def __init__(self, fade: int = 0) -> None:
        self.now = datetime(2026, 11, 23, 4, 48, tzinfo=UTC)
        self.language: Language = "kk"
        self.desk = Desk(MemoryJournals(), load_profiles(), clock=lambda: self.now)
        for number in range(1, 10):
            name = Name(f"Тегі{number}", "Аты")
            self.do(c.AddMember(Member(f"m{number}", name, {"council": Seat()})))
        self.do(c.Convene("s", "council", c.ConveningData(number="14", date="2026-11-23")), c.FixRoll())
        self.hall = HallWindow(self.state, lambda: self.now, lambda: self.language, fade=fade)
        self.desk.subscribe(lambda _: self.hall.refresh())

    def state(self) -> Sitting | None:
        return self.desk.sitting("s").state

    def do(self, *commands: c.Command) -> None:
        for command in commands:
            assert isinstance(self.desk.submit(command, sitting="s"), Receipt)


@pytest.fixture
def house(qtbot: QtBot) -> House:
    house = House()
    qtbot.addWidget(house.hall)
    return house


@pytest.fixture
def operator(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.setGeometry(50, 50, 900, 600)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.fixture
def keeper(house: House, operator: QWidget) -> Iterator[HallKeeper]:
    keeper = HallKeeper(house.hall, operator)
    yield keeper
    keeper.stop()


@pytest.fixture
def laptop(qapp: QGuiApplication) -> QScreen:
    return next(screen for screen in qapp.screens() if screen.name() == "1-LAPTOP")


@pytest.fixture
def projector(qapp: QGuiApplication) -> QScreen:
    return next(screen for screen in qapp.screens() if screen.name() == "2-HALL")


def test_the_hall_shows_what_is_recorded_as_soon_as_it_is(house: House) -> None:
    assert isinstance(house.hall.view and house.hall.view.slide, Welcome)
    house.do(c.Arrive(("m1", "m2")))
    slide = house.hall.view and house.hall.view.slide
    assert isinstance(slide, QuorumSlide)
    assert (slide.present, slide.missing) == (2, 4)
    assert "кворумға тағы 4 мүше қажет" in house.hall.accessibleName()


def test_its_clock_is_that_of_the_sitting(house: House) -> None:
    assert house.hall.view is not None
    assert house.hall.view.clock == "09:48"
    house.now += timedelta(minutes=1)
    house.hall.refresh()
    assert house.hall.view.clock == "09:49"


def test_frozen_it_holds_the_slide_while_the_desk_and_the_clock_go_on(house: House) -> None:
    house.do(c.Arrive(("m1",)))
    house.hall.freeze(True)
    house.do(c.Arrive(("m2", "m3")))
    house.now += timedelta(minutes=2)
    house.hall.refresh()
    assert house.hall.view is not None
    assert isinstance(house.hall.view.slide, QuorumSlide)
    assert (house.hall.view.slide.present, house.hall.view.clock) == (1, "09:50")
    house.hall.freeze(False)
    assert isinstance(house.hall.view.slide, QuorumSlide)
    assert house.hall.view.slide.present == 3


def test_cleared_it_shows_nothing_and_then_the_sitting_again(house: House) -> None:
    house.hall.clear(True)
    assert isinstance(house.hall.view and house.hall.view.slide, Blank)
    house.do(c.Arrive(("m1",)))
    assert isinstance(house.hall.view and house.hall.view.slide, Blank)
    house.hall.clear(False)
    assert isinstance(house.hall.view and house.hall.view.slide, QuorumSlide)


def test_it_speaks_the_language_it_is_told(house: House) -> None:
    house.language = "ru"
    house.hall.refresh()
    assert "Добро пожаловать на заседание Совета" in house.hall.accessibleName()


def test_a_new_slide_fades_in_and_a_count_does_not(qtbot: QtBot) -> None:
    house = House(fade=30)
    qtbot.addWidget(house.hall)
    house.hall.resize(640, 360)
    with qtbot.waitExposed(house.hall):
        house.hall.show()
    house.do(c.Arrive(("m1",)))
    assert house.hall.fading
    qtbot.waitUntil(lambda: not house.hall.fading)
    house.do(c.Arrive(("m2",)))
    assert not house.hall.fading


def test_the_hall_stands_on_the_second_screen(
    house: House, keeper: HallKeeper, qtbot: QtBot, projector: QScreen
) -> None:
    with qtbot.waitSignal(keeper.changed) as told:
        keeper.start()
    assert told.args == [HallState.ON]
    assert house.hall.geometry() == projector.geometry()
    assert house.hall.isFullScreen()
    assert keeper.remembered == HallScreen.of(projector)


def test_pulled_out_it_hides_at_once_and_plugged_in_it_returns(
    house: House, keeper: HallKeeper, qapp: QGuiApplication, projector: QScreen, laptop: QScreen
) -> None:
    keeper.start()
    for _ in range(2):
        qapp.screenRemoved.emit(projector)
        assert keeper.state is HallState.OFF
        assert not house.hall.isVisible()
        qapp.screenAdded.emit(projector)
        assert keeper.state.value == "on"
        assert house.hall.isVisible()
        assert not house.hall.geometry().intersects(laptop.geometry())


def test_it_leaves_when_the_desk_comes_to_its_screen(
    house: House, keeper: HallKeeper, operator: QWidget, projector: QScreen, laptop: QScreen
) -> None:
    keeper.start()
    operator.setScreen(projector)
    operator.move(projector.geometry().center())
    assert not house.hall.isVisible()
    assert keeper.state is HallState.OFF
    operator.setScreen(laptop)
    operator.move(50, 50)
    assert house.hall.geometry() == projector.geometry()
    assert keeper.state.value == "on"


def test_a_screen_it_knows_comes_before_any_other(
    house: House, operator: QWidget, projector: QScreen, laptop: QScreen
) -> None:
    operator.setScreen(projector)
    operator.move(projector.geometry().center())
    keeper = HallKeeper(house.hall, operator, HallScreen.of(laptop))
    keeper.start()
    assert house.hall.geometry() == laptop.geometry()
    keeper.stop()


def test_frozen_is_said_of_the_hall_and_stopped_is_off(house: House, keeper: HallKeeper) -> None:
    keeper.start()
    keeper.freeze(True)
    assert keeper.state.value == "frozen"
    keeper.freeze(False)
    keeper.stop()
    assert keeper.state is HallState.OFF
    assert not house.hall.isVisible()


def test_with_one_screen_it_is_an_ordinary_window_when_asked_for(
    house: House, keeper: HallKeeper, monkeypatch: pytest.MonkeyPatch, laptop: QScreen
) -> None:
    monkeypatch.setattr(QGuiApplication, "screens", lambda *_: [laptop])
    keeper.start()
    assert keeper.state is HallState.ONE_SCREEN
    assert not house.hall.isVisible()
    keeper.show()
    assert house.hall.isVisible()
    assert not house.hall.isFullScreen()
    assert house.hall.height() < laptop.geometry().height()
    assert keeper.state is HallState.ONE_SCREEN


def test_the_desk_keeps_the_keyboard_and_ends_the_program(
    keeper: HallKeeper, house: House, operator: QWidget, qtbot: QtBot
) -> None:
    with qtbot.waitActive(operator):
        operator.activateWindow()
    keeper.start()
    assert operator.isActiveWindow()
    assert not house.hall.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)


def test_a_dialog_on_the_projector_is_brought_to_the_desk(
    keeper: HallKeeper, operator: QWidget, qtbot: QtBot, projector: QScreen, laptop: QScreen
) -> None:
    keeper.start()
    dialog = QDialog(operator)
    dialog.setGeometry(projector.geometry().x() + 300, 300, 400, 200)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    qtbot.waitUntil(lambda: laptop.geometry().contains(dialog.geometry()))
    dialog.close()
