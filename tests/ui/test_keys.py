"""Keys without a real keyboard: by the native code that an event carries, else by what Qt makes of it."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from assembly_desk.ui.keys import FASTER_THAN_A_HAND, Place, ScannerBurst, digit, is_next_act, is_undo, place

NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
KEYPAD, SHIFT = Qt.KeyboardModifier.KeypadModifier, Qt.KeyboardModifier.ShiftModifier
KAZAKH = dict(zip("1234567890", '"әіңғ,.үұқ', strict=True))
ROW = {digit: 10 + number for number, digit in enumerate("1234567890")}  # X key codes

pytestmark = pytest.mark.usefixtures("qapp")


def key(
    key: int = 0,
    modifiers: Qt.KeyboardModifier = NONE,
    *,
    code: int = 0,
    text: str = "",
    again: bool = False,
) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, code, 0, 0, text, again)


def scanned(
    burst: ScannerBurst, digits: str, gap: int, *, start: int = 1000, again: bool = False
) -> list[object]:
    """What the burst says of each key of a scanner on a Kazakh layout, and of the Enter after them."""
    said: list[object] = [
        burst.press(key(code=ROW[one], text=KAZAKH[one], again=again), start + gap * number)
        for number, one in enumerate(digits)
    ]
    enter = key(Qt.Key.Key_Return, code=36, text="\r")
    return [*said, burst.press(enter, start + gap * len(digits))]


@pytest.mark.parametrize(
    ("platform", "code", "expected"),
    [
        ("xcb", 10, Place.DIGIT_1),
        ("wayland", 19, Place.DIGIT_0),
        ("xcb", 52, Place.Z),
        ("xcb", 33, Place.P),
        ("xcb", 104, Place.KP_ENTER),
        ("xcb", 118, Place.INSERT),
        ("windows", 0x02, Place.DIGIT_1),
        ("windows", 0x2C, Place.Z),
        ("windows", 0x11C, Place.KP_ENTER),
        ("windows", 0x52, Place.KP_0),
        ("windows", 0x152, Place.INSERT),
    ],
)
def test_the_native_code_says_where_a_key_stands(platform: str, code: int, expected: Place) -> None:
    kazakh = key(Qt.Key.Key_unknown, code=code, text="ә")
    assert place(kazakh, platform) is expected


def test_without_a_native_code_the_key_is_what_qt_makes_of_it() -> None:
    assert place(key(Qt.Key.Key_1, text="1")) is Place.DIGIT_1
    assert place(key(Qt.Key.Key_1, KEYPAD, text="1")) is Place.KP_1
    assert place(key(Qt.Key.Key_Return)) is Place.ENTER
    assert place(key(Qt.Key.Key_Insert)) is Place.INSERT
    assert place(key(Qt.Key.Key_A, text="a")) is None
    assert place(key(Qt.Key.Key_2, code=11), "cocoa") is Place.DIGIT_2


def test_shortcuts_want_just_their_modifier() -> None:
    assert is_undo(key(Qt.Key.Key_Z, CTRL))
    assert is_undo(key(0x042F, CTRL, code=52))  # я on that key
    assert not is_undo(key(Qt.Key.Key_Z, CTRL | SHIFT))
    assert is_next_act(key(Qt.Key.Key_Enter, CTRL | KEYPAD))
    assert not is_next_act(key(Qt.Key.Key_Return))


def test_a_digit_with_a_modifier_is_no_answer() -> None:
    assert digit(key(code=10, text='"')) == "1"
    assert digit(key(Qt.Key.Key_3, KEYPAD, code=89)) == "3"
    assert digit(key(code=10, modifiers=CTRL)) is None
    assert digit(key(Qt.Key.Key_Insert, code=118)) is None


def test_a_burst_ends_with_its_digits_and_what_the_layout_typed() -> None:
    *before, scan = scanned(burst := ScannerBurst(), "40177", gap=8)
    assert before == [None] * 5
    assert scan is not None
    assert (getattr(scan, "digits", ""), getattr(scan, "typed", "")) == ("40177", 'ңқ"..')
    assert not burst.running


@pytest.mark.parametrize(
    ("digits", "gap"), [("40177", FASTER_THAN_A_HAND), ("40177", 120), ("401", 8), ("", 8)]
)
def test_a_hand_and_a_short_burst_are_typing(digits: str, gap: int) -> None:
    assert scanned(ScannerBurst(), digits, gap) == [None] * (len(digits) + 1)


def test_a_key_held_down_is_no_scanner() -> None:
    assert scanned(ScannerBurst(), "11111", gap=20, again=True) == [None] * 6


def test_a_burst_after_typing_is_taken_alone() -> None:
    burst = ScannerBurst()
    burst.press(key(code=ROW["7"], text="."), 100)
    assert getattr(scanned(burst, "0042", gap=8)[-1], "digits", "") == "0042"


def test_a_letter_within_makes_it_typing() -> None:
    burst = ScannerBurst()
    for number, (code, text) in enumerate([(10, "1"), (11, "2"), (38, "a"), (12, "3"), (13, "4")]):
        burst.press(key(code=code, text=text), 1000 + 8 * number)
    assert burst.running
    assert burst.press(key(Qt.Key.Key_Return, code=36), 1048) is None


def test_while_a_burst_runs_no_answer_is_taken() -> None:
    burst = ScannerBurst()
    burst.press(key(code=10), 1000)
    assert not burst.running  # one key may be a hand: the answer waits as long as a hand needs
    burst.press(key(code=11), 1008)
    assert burst.running
    burst.press(key(code=12), 1500)
    assert not burst.running


def test_a_scan_in_a_box_can_be_told_from_the_name_before_it(qtbot: QtBot) -> None:
    box, burst = QLineEdit("Қас"), ScannerBurst()
    qtbot.addWidget(box)
    for number, one in enumerate("1204"):
        event = key(code=ROW[one], text=KAZAKH[one])
        burst.press(event, 1000 + 6 * number)
        box.keyPressEvent(event)
    scan = burst.press(key(Qt.Key.Key_Return, code=36), 1030)
    assert scan is not None
    assert box.text().removesuffix(scan.typed) == "Қас"
