"""The desk's keys answer by their place on real keyboard layouts: us, ru, kz, kz with us, us with kz."""

from collections.abc import Callable, Iterator

import pytest

from tests.x11.xserver import Program, Screen

ROW = (10, 11, 12, 13, 14, 15, 16, 17, 18, 19)  # the key codes of 1 … 9, 0
KEYPAD = (87, 88, 89, 83, 84, 85, 79, 80, 81, 90)
ENTER, KP_ENTER, P, Z, SLASH, SPACE, MENU, F1 = 36, 104, 33, 52, 61, 65, 135, 67
LAYOUTS = {  # what the digit row types
    "us": "1234567890",
    "ru": "1234567890",
    "kz": '"әіңғ,.үұқ',
    "kz,us": '"әіңғ,.үұқ',
    "us,kz": "1234567890",
}


@pytest.fixture(scope="module", params=LAYOUTS)
def layout(request: pytest.FixtureRequest, screen: Screen) -> str:
    name = str(request.param)
    screen.layout(name)
    return name


@pytest.fixture(scope="module")
def window(screen: Screen, layout: str) -> Iterator[Program]:
    del layout  # the keyboard stands before the window opens
    window = Program(screen, "what_keys_say.py")
    try:
        assert window.heard() == {"ready": True}
        yield window
    finally:
        window.end()


def test_the_digit_row_gives_digits_whatever_it_types(window: Program, screen: Screen, layout: str) -> None:
    screen.press(*ROW)
    heard = [window.heard() for _ in ROW]
    assert "".join(key["digit"] for key in heard) == "1234567890"
    assert "".join(key["typed"] for key in heard) == LAYOUTS[layout]
    assert not any(key["scan"] or key["running"] for key in heard)  # a hand is no scanner


def test_the_keypad_gives_digits(window: Program, screen: Screen) -> None:
    screen.press(*KEYPAD)
    heard = [window.heard() for _ in KEYPAD]
    assert "".join(key["digit"] for key in heard) == "1234567890"
    assert [key["place"] for key in heard] == [f"KP_{digit}" for digit in "1234567890"]


def test_the_shortcuts_answer_where_they_stand(window: Program, screen: Screen) -> None:
    def pressed(*chord: str | int) -> dict[str, object]:
        screen.press("+".join(map(str, chord)))
        key: dict[str, object] = window.until(lambda key: key["place"] is not None)
        return key

    assert pressed("ctrl", Z)["undo"] is True
    assert pressed("ctrl", "shift", Z)["undo"] is False
    assert pressed(Z)["undo"] is False
    assert pressed("ctrl", P)["print"] is True
    assert pressed("ctrl", ENTER)["next"] is True
    assert pressed("ctrl", KP_ENTER)["next"] is True
    assert pressed(ENTER)["next"] is False
    assert pressed(SLASH)["place"] == "SLASH"
    assert pressed(SPACE)["place"] == "SPACE"
    assert pressed(F1)["place"] == "F1"
    shifted = pressed("shift", ROW[0])
    assert (shifted["place"], shifted["digit"]) == ("DIGIT_1", None)


def test_a_scanners_burst_is_turned_back_into_its_digits(
    window: Program, screen: Screen, layout: str
) -> None:
    screen.press(ROW[3], ROW[9], ROW[0], ROW[6], ROW[6], ENTER, delay=4)
    heard = [window.heard() for _ in range(6)]
    typed = "".join(LAYOUTS[layout][place] for place in (3, 9, 0, 6, 6))
    assert [key["scan"] for key in heard] == [None] * 5 + [["40177", typed]]
    assert [key["running"] for key in heard] == [False, True, True, True, True, False]


def test_a_hand_that_types_a_number_is_no_scanner(window: Program, screen: Screen) -> None:
    screen.press(ROW[3], ROW[9], ROW[0], ROW[6], ENTER, delay=60)
    heard = [window.heard() for _ in range(5)]
    assert [key["scan"] for key in heard] == [None] * 5


def test_the_layout_may_be_changed_in_the_middle(program: Callable[[str], Program], screen: Screen) -> None:
    screen.layout("kz,us", "-option", "grp:menu_toggle")
    window = program("what_keys_say.py")
    assert window.heard() == {"ready": True}
    screen.strike(ROW[1], MENU, ROW[1], MENU, ROW[1])
    heard = [window.heard() for _ in range(5)]
    assert [key["digit"] for key in heard] == ["2", None, "2", None, "2"]
    assert "".join(key["typed"] for key in heard) == "ә2ә"
