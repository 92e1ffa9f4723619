"""A small sitting by the keys of a real X server: the roll, the opening, a vote by name; on us and on kz."""

from collections.abc import Callable

import pytest

from tests.x11.xserver import Program, Screen

ENTER, INSERT, F5 = 36, 118, 71  # key codes
DIGIT = dict(zip("1234567890", range(10, 20), strict=True))
LETTERS = {  # of the Cyrillic layouts; on the Kazakh one «ә» stands where the 2 is
    **dict(zip("йцукенгшщз", range(24, 34), strict=True)),
    **dict(zip("фывапролджэ", range(38, 49), strict=True)),
    **dict(zip("ячсмитьбю", range(52, 61), strict=True)),
    "ә": DIGIT["2"],
}
NEXT = f"ctrl+{ENTER}"
ANSWERS = "11213111"


def call_the_roll_by_badges(screen: Screen) -> None:
    for number in range(1001, 1009):
        screen.press(*(DIGIT[digit] for digit in str(number)), ENTER)


def call_the_roll_by_names(screen: Screen) -> None:
    for name in ("вов", "әл", "әб", "абд", "айт", "ауе", "бау", "бай"):
        screen.press(*(LETTERS[letter] for letter in name), ENTER)


ROLLS: dict[str, Callable[[Screen], None]] = {
    "us": call_the_roll_by_badges,
    "kz": call_the_roll_by_names,
}


@pytest.mark.parametrize("layout", ROLLS)
def test_roll_opening_and_a_vote_by_name(
    program: Callable[[str], Program], screen: Screen, layout: str
) -> None:
    screen.layout(layout)
    desk = program("council_of_nine.py")
    desk.heard()
    ROLLS[layout](screen)
    called = desk.until(lambda told: len(told["present"]) == 8)
    assert called["present"] == [f"m{number:04}" for number in range(1, 9)]
    screen.press(NEXT)
    desk.until(lambda told: told["phase"] == "open")
    screen.press(F5, INSERT, DIGIT["1"], DIGIT["2"], NEXT)  # adopt the agenda, by name
    put = desk.until(lambda told: told["form"] is not None)
    assert (put["form"], put["answers"]) == ("named", [])
    for number, answer in enumerate(ANSWERS, 1):
        screen.press(DIGIT[answer])
        answered = desk.heard()
        assert len(answered["answers"]) == number
    screen.press(NEXT, NEXT)
    closed = desk.until(lambda told: told["verdict"] != "open")
    assert closed["verdict"] == "adopted"
    tally = [closed["answers"].count(choice) for choice in ("for", "against", "abstain")]
    assert tally == [6, 1, 1]
