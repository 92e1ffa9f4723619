"""What the operator may do with the hall display: hold it, look ahead, let go, blank it, say something."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from assembly_desk.domain import commands as c
from assembly_desk.projections.hall_slide import Blank, MessageSlide, QuorumSlide, Slide, Welcome
from assembly_desk.ui.app import application
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.hall.card import HallCard
from assembly_desk.ui.hall.control import HallControl
from assembly_desk.ui.hall.copy import HallCopy
from assembly_desk.ui.hall.picture import HallView
from assembly_desk.ui.play import press
from assembly_desk.ui.top_line import HallState, TopBar
from assembly_desk.wording.words import words
from tests.desk_room import SITTING, done, sitting_desk


class Operators(QWidget):
    """As much of the operator's window as the hall display needs, and a box to type in."""

    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        application()
        self.desk = sitting_desk(9)
        self.bridge = Bridge(self.desk, SITTING)
        self.top = TopBar(self.bridge)
        self.box = QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.top)
        column.addWidget(self.box)
        column.addStretch(1)
        self.resize(1200, 700)

    def show_hall(self, hall: HallState) -> None:
        self.top.show_hall(hall)

    def arrive(self, *numbers: int) -> None:
        for number in numbers:
            done(self.desk.submit(c.Arrive((f"m{number:04}",)), sitting=SITTING))

    @property
    def says(self) -> str:
        return self.top.hall.accessibleName()

    def press(self, key: Qt.Key) -> None:
        press(self.focusWidget() or self, key)

    def choose(self, code: str) -> None:
        """Open the menu with the button, and press that choice."""
        self._ask()
        choice = self.findChild(QPushButton, f"hall.menu.{code}")
        assert choice is not None
        choice.click()

    def _ask(self) -> None:
        self.top.hall.click()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # what was offered before

    def offered(self) -> list[str]:
        self._ask()
        buttons = self.findChildren(QPushButton)
        codes = [one.property("code") for one in buttons if one.property("code") and one.isVisible()]
        self.press(Qt.Key.Key_Escape)
        return codes


@pytest.fixture
def operators(qtbot: QtBot) -> Operators:
    window = Operators()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


@pytest.fixture
def control(operators: Operators) -> Iterator[HallControl]:
    made = HallControl(operators)
    yield made
    made.close()


def slide(view: HallView | None) -> Slide:
    assert view is not None
    return view.slide


def present(view: HallView | None) -> int:
    shown = slide(view)
    assert isinstance(shown, QuorumSlide)
    return shown.present


def only(screen: QScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QGuiApplication, "screens", lambda *_: [screen])


# ------------------------------------------------------------------------------------------- hold and let go


def test_held_the_hall_stays_and_the_operator_sees_what_would_come(
    control: HallControl, operators: Operators
) -> None:
    control.start()
    operators.arrive(1)
    control.freeze(True)
    operators.arrive(2, 3)
    assert (present(control.hall.view), present(control.hall.coming)) == (1, 3)
    assert operators.says == "Зал экраны: кідіртілген"
    control.release()
    assert (present(control.hall.view), present(control.hall.coming)) == (3, 3)
    assert operators.says == "Зал экраны: қосулы"


def test_one_key_holds_and_lets_go(control: HallControl) -> None:
    control.toggle_freeze()
    assert control.hall.frozen
    control.toggle_freeze()
    assert not control.hall.frozen


def test_blank_goes_out_at_once_and_gives_a_held_slide_back(
    control: HallControl, operators: Operators
) -> None:
    operators.arrive(1)
    control.freeze(True)
    operators.arrive(2)
    control.blank(True)
    assert isinstance(slide(control.hall.view), Blank)
    assert present(control.hall.coming) == 2
    control.release()
    assert present(control.hall.view) == 1, "still held"
    control.release()
    assert present(control.hall.view) == 2


def test_held_while_blank_it_holds_what_was_behind(control: HallControl, operators: Operators) -> None:
    operators.arrive(1)
    control.blank(True)
    control.freeze(True)
    operators.arrive(2)
    control.blank(False)
    assert present(control.hall.view) == 1


# -------------------------------------------------------------------------------------------------- a message


def test_a_message_stands_instead_of_the_sitting_until_it_is_taken_away(
    control: HallControl, operators: Operators
) -> None:
    before = operators.bridge.opened.head
    assert control.message("  Түскі ас – бірінші қабатта  ") == ""
    assert operators.bridge.opened.head == before, "it enters no record"
    operators.arrive(1)
    assert slide(control.hall.view) == MessageSlide("Түскі ас – бірінші қабатта")
    assert "Түскі ас – бірінші қабатта" in control.hall.accessibleName()
    control.message(None)
    assert present(control.hall.view) == 1


def test_a_message_is_seen_first_and_then_let_out(control: HallControl) -> None:
    control.freeze(True)
    control.message("Құжаттар кіреберісте")
    assert isinstance(slide(control.hall.view), Welcome)
    assert slide(control.hall.coming) == MessageSlide("Құжаттар кіреберісте")
    control.freeze(False)
    assert slide(control.hall.view) == MessageSlide("Құжаттар кіреберісте")


@pytest.mark.parametrize("text", ["Қош келдіңіздер \N{WAVING HAND SIGN}", "кіру\N{RIGHT-TO-LEFT OVERRIDE}"])
def test_a_letter_that_no_font_has_is_named_and_changes_nothing(control: HallControl, text: str) -> None:
    control.message("Бірінші")
    assert control.message(text).startswith("Бұл таңба қаріпте жоқ")
    assert slide(control.hall.view) == MessageSlide("Бірінші")


def test_nothing_but_spaces_takes_the_message_away(control: HallControl) -> None:
    control.message("Бірінші")
    assert control.message(" \n ") == ""
    assert isinstance(slide(control.hall.view), Welcome)


# --------------------------------------------------------------------------------------------------- the menu


def test_the_menu_offers_what_can_be_done_now(
    control: HallControl, operators: Operators, qtbot: QtBot
) -> None:
    control.start()
    assert operators.offered() == ["freeze", "blank", "message"]
    operators.choose("freeze")
    operators.choose("blank")
    control.message("Үзіліс ұзартылды")
    assert operators.offered() == ["release", "show", "message", "message-away"]
    operators.choose("message-away")
    assert not control.hall.message
    operators.choose("show")
    operators.choose("release")
    assert not control.hall.held
    with qtbot.waitSignal(control.message_asked):
        operators.choose("message")


def test_the_menu_gives_the_focus_back_to_where_it_was(control: HallControl, operators: Operators) -> None:
    control.start()
    operators.box.setFocus()
    operators.top.hall.setFocus(Qt.FocusReason.MouseFocusReason)
    operators.top.hall.click()
    operators.press(Qt.Key.Key_Escape)
    assert operators.box.hasFocus()


def test_with_three_screens_the_operator_says_which_is_the_halls(
    control: HallControl, operators: Operators, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop, projector = sorted(QGuiApplication.screens(), key=lambda one: one.name())
    control.start()
    assert not any(code.startswith("screen") for code in operators.offered())
    monkeypatch.setattr(QGuiApplication, "screens", lambda *_: [laptop, projector, projector])
    assert operators.offered()[-2:] == ["screen-1", "screen-2"]
    operators.choose("screen-2")
    assert control.hall.screen() is projector


# -------------------------------------------------------------------------------------------------- hot-plug


def test_the_operator_is_told_when_the_projector_goes(
    control: HallControl, operators: Operators, qtbot: QtBot
) -> None:
    control.start()
    projector = control.hall.screen()
    with qtbot.waitSignal(control.said) as told:
        application().screenRemoved.emit(projector)
    assert told.args == [words("kk")("trouble.projector")]
    assert operators.says == "Зал экраны: қосылмаған"
    application().screenAdded.emit(projector)
    assert operators.says == "Зал экраны: қосулы"


def test_closing_the_desk_is_no_trouble(control: HallControl, operators: Operators, qtbot: QtBot) -> None:
    control.start()
    with qtbot.assertNotEmitted(control.said):
        operators.closing.emit()
    assert not control.hall.isVisible()


def test_left_with_one_screen_the_hall_opens_in_a_window_when_asked_and_returns_to_the_projector(
    control: HallControl, operators: Operators, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    control.start()
    projector = control.hall.screen()
    with monkeypatch.context() as unplugged:
        only(operators.screen(), unplugged)
        application().screenRemoved.emit(projector)
        with qtbot.waitSignal(control.said) as told:
            operators.top.hall.click()
        assert told.args == [words("kk")("trouble.one-screen")]
        assert control.hall.isVisible()
        assert not control.hall.isFullScreen()
        assert operators.says == "Зал экраны: қосулы"
    application().screenAdded.emit(projector)
    assert control.hall.geometry() == projector.geometry()


# ---------------------------------------------------------------------------------------------- small copies


def test_a_copy_is_the_halls_picture_whether_the_hall_is_shown_or_not(
    control: HallControl, operators: Operators, qtbot: QtBot
) -> None:
    copy = HallCopy(control.hall, "agenda.hall")
    qtbot.addWidget(copy)
    copy.resize(480, 270)
    for _ in range(2):
        assert not copy.grab().toImage().isNull()
        before = copy.grab().toImage()
        operators.arrive(1 + present_or_none(copy))
        assert copy.grab().toImage() != before
        assert copy.accessibleName() == f"Зал экранында: {control.hall.accessibleName()}"
        control.start()
    assert copy.objectName() == "agenda.hall"
    assert (copy.width(), copy.height()) == (480, 270)


def present_or_none(copy: HallCopy) -> int:
    shown = slide(copy.view)
    return shown.present if isinstance(shown, QuorumSlide) else 0


def test_a_copy_keeps_the_proportions_of_the_halls_screen(control: HallControl, qtbot: QtBot) -> None:
    copy = HallCopy(control.hall, "voting.hall")
    qtbot.addWidget(copy)
    copy.resize(480, 270)
    control.hall.resize(1400, 1050)
    control.hall.show()
    picture = copy.grab().toImage()
    middle, side = QPoint(240, 135), QPoint(30, 135)
    assert picture.pixelColor(middle).name() == "#0c1922"
    assert picture.pixelColor(side).name() != "#0c1922", "4:3 leaves room at its sides"


def test_the_card_shows_a_second_copy_only_while_something_is_held_back(
    control: HallControl, operators: Operators, qtbot: QtBot
) -> None:
    card = HallCard(control, "agenda")
    qtbot.addWidget(card)
    card.resize(420, 300)
    card.show()
    control.start()
    assert card.out.isVisible()
    assert not card.coming.isVisible()
    assert not card.release.isVisible()
    control.freeze(True)
    operators.arrive(1)
    assert card.coming.isVisible()
    assert isinstance(slide(card.out.view), Welcome)
    assert present(card.coming.view) == 1
    assert "Тіркеу жүріп жатыр" in card.coming.accessibleName()
    card.release.click()
    assert present(card.out.view) == 1
    assert not card.coming.isVisible()


def test_the_card_says_when_no_hall_display_is_there(control: HallControl, qtbot: QtBot) -> None:
    card = HallCard(control, "agenda")
    qtbot.addWidget(card)
    card.show()
    assert card.under_out.text() == "Зал экраны: қосылмаған"
    control.start()
    assert not card.under_out.isVisible()
    card.show_words(words("ru"))
    assert card.accessibleName() == "На экране зала"
