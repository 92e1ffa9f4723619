"""A projector that is plugged in, pulled out and plugged in again, with real windows."""

from collections.abc import Callable

from tests.x11.xserver import Program, Screen

PROJECTOR = ("xrandr", "--setmonitor", "2-HALL", "1920/508x1080/286+1366+0", "none")
LAPTOP = (0, 0, 1366, 768)


def meets(place: list[int], screen: tuple[int, int, int, int]) -> bool:
    return all(
        place[side] < screen[side] + screen[side + 2] and screen[side] < place[side] + place[side + 2]
        for side in (0, 1)
    )


def test_the_hall_follows_the_projector_and_never_covers_the_desk(
    program: Callable[[str], Program], screen: Screen
) -> None:
    window = program("hall_on_a_projector.py")
    first = window.heard()
    assert (first["state"], first["hall"]) == ("one-screen", None)
    for _ in range(2):
        screen.run(*PROJECTOR)
        on = window.until(lambda told: told["said"] == "hall on")
        assert on["hall"] == [1366, 0, 1920, 1080]
        assert on["full"]
        assert not meets(on["hall"], LAPTOP)
        screen.run("xrandr", "--delmonitor", "2-HALL")
        off = window.until(lambda told: told["said"] == "hall off")
        assert off["hall"] is None


def test_a_dialog_that_opens_on_the_projector_is_moved_to_the_desk(
    program: Callable[[str], Program], screen: Screen
) -> None:
    screen.run(*PROJECTOR)
    window = program("hall_on_a_projector.py")
    try:
        told = window.until(lambda told: meets(told["dialog"], LAPTOP))
    finally:
        screen.run("xrandr", "--delmonitor", "2-HALL")
    assert not meets(told["dialog"], (1366, 0, 1920, 1080))
