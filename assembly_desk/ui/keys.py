"""Keys by their place on the keyboard, whatever the layout types there, and the bursts of a badge scanner.

On a Kazakh layout the digit row types letters, and so does a scanner, which is a keyboard of its own but
speaks through the same layout. So the desk's keys are known by the native scan code of the key; where the
platform gives none, by what the key means to Qt.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent


class Place(Enum):
    """A key that the desk uses, named by what an American keyboard prints on it."""

    DIGIT_1 = auto()
    DIGIT_2 = auto()
    DIGIT_3 = auto()
    DIGIT_4 = auto()
    DIGIT_5 = auto()
    DIGIT_6 = auto()
    DIGIT_7 = auto()
    DIGIT_8 = auto()
    DIGIT_9 = auto()
    DIGIT_0 = auto()
    KP_1 = auto()
    KP_2 = auto()
    KP_3 = auto()
    KP_4 = auto()
    KP_5 = auto()
    KP_6 = auto()
    KP_7 = auto()
    KP_8 = auto()
    KP_9 = auto()
    KP_0 = auto()
    KP_MINUS = auto()
    KP_PLUS = auto()
    MINUS = auto()
    EQUAL = auto()
    P = auto()
    Z = auto()
    SLASH = auto()
    SPACE = auto()
    ENTER = auto()
    KP_ENTER = auto()
    ESC = auto()
    INSERT = auto()
    F1 = auto()
    F2 = auto()
    F3 = auto()
    F4 = auto()
    F5 = auto()
    F6 = auto()
    F7 = auto()
    F8 = auto()
    F9 = auto()
    F10 = auto()

    @property
    def digit(self) -> str | None:
        """The digit printed on the key, in the row or on the keypad; None on any other key."""
        kind, _, name = self.name.partition("_")
        return name if kind in ("DIGIT", "KP") and name.isdecimal() else None


ENTERS = frozenset((Place.ENTER, Place.KP_ENTER))

# The scan codes of the first PC keyboard: Windows and the evdev of Linux both still count by them.
_MAIN: Mapping[int, Place] = {
    0x01: Place.ESC,
    **{0x02 + number: Place[f"DIGIT_{digit}"] for number, digit in enumerate("1234567890")},
    0x0C: Place.MINUS,
    0x0D: Place.EQUAL,
    0x19: Place.P,
    0x1C: Place.ENTER,
    0x2C: Place.Z,
    0x35: Place.SLASH,
    0x39: Place.SPACE,
    **{0x3B + number: Place[f"F{1 + number}"] for number in range(10)},
    **{0x47 + number: Place[f"KP_{digit}"] for number, digit in enumerate("789")},
    0x4A: Place.KP_MINUS,
    0x4E: Place.KP_PLUS,
    **{0x4B + number: Place[f"KP_{digit}"] for number, digit in enumerate("456")},
    **{0x4F + number: Place[f"KP_{digit}"] for number, digit in enumerate("1230")},
}
_WINDOWS: Mapping[int, Place] = {**_MAIN, 0x11C: Place.KP_ENTER, 0x152: Place.INSERT}
_EVDEV = {**_MAIN, 96: Place.KP_ENTER, 110: Place.INSERT}
_X: Mapping[int, Place] = {code + 8: place for code, place in _EVDEV.items()}  # X and Wayland: evdev and 8

_BY_KEY: Mapping[int, Place] = {
    **{ord(digit): Place[f"DIGIT_{digit}"] for digit in "0123456789"},
    Qt.Key.Key_Minus: Place.MINUS,
    Qt.Key.Key_Plus: Place.EQUAL,
    Qt.Key.Key_Equal: Place.EQUAL,
    Qt.Key.Key_P: Place.P,
    Qt.Key.Key_Z: Place.Z,
    Qt.Key.Key_Slash: Place.SLASH,
    Qt.Key.Key_Space: Place.SPACE,
    Qt.Key.Key_Return: Place.ENTER,
    Qt.Key.Key_Enter: Place.KP_ENTER,
    Qt.Key.Key_Escape: Place.ESC,
    Qt.Key.Key_Insert: Place.INSERT,
    **{Qt.Key.Key_F1 + number: Place[f"F{1 + number}"] for number in range(10)},
}


def place(event: QKeyEvent, platform: str | None = None) -> Place | None:
    """The place of the key; None: the desk does not use it. `platform`: Qt's name, default the one in use."""
    code, platform = event.nativeScanCode(), platform or QGuiApplication.platformName()
    table = _WINDOWS if platform == "windows" else {} if platform in ("cocoa", "ios") else _X
    if code in table:
        return table[code]
    found = _BY_KEY.get(event.key())
    if found is not None and found.digit and event.modifiers() & Qt.KeyboardModifier.KeypadModifier:
        return Place[f"KP_{found.digit}"]
    return found


def _with(event: QKeyEvent, *held: Qt.KeyboardModifier) -> bool:
    """Whether just these modifiers are held; being on the keypad is none."""
    wanted = Qt.KeyboardModifier.NoModifier
    for one in held:
        wanted |= one
    return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == wanted


def is_undo(event: QKeyEvent) -> bool:
    """Ctrl+Z: take the last act back."""
    return place(event) is Place.Z and _with(event, Qt.KeyboardModifier.ControlModifier)


def is_print(event: QKeyEvent) -> bool:
    """Ctrl+P: print."""
    return place(event) is Place.P and _with(event, Qt.KeyboardModifier.ControlModifier)


def zoom_step(event: QKeyEvent) -> int | None:
    """Ctrl+plus: 1, Ctrl+minus: -1, Ctrl+0: 0, back to what fits; None: no such key. Shift may be held."""
    if event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier & ~Qt.KeyboardModifier.KeypadModifier != (
        Qt.KeyboardModifier.ControlModifier
    ):
        return None
    steps = {Place.EQUAL: 1, Place.KP_PLUS: 1, Place.MINUS: -1, Place.KP_MINUS: -1}
    zero = {Place.DIGIT_0: 0, Place.KP_0: 0}
    at = place(event)
    return None if at is None else {**steps, **zero}.get(at)


def is_next_act(event: QKeyEvent) -> bool:
    """Ctrl+Enter, on the keypad too: the one next act of the sitting."""
    return place(event) in ENTERS and _with(event, Qt.KeyboardModifier.ControlModifier)


def digit(event: QKeyEvent) -> str | None:
    """The digit of an unmodified key of the digit row or the keypad, whatever the layout types there."""
    at = place(event)
    return at.digit if at is not None and _with(event) else None


def is_escape(event: QKeyEvent) -> bool:
    """Escape, alone."""
    return place(event) is Place.ESC and _with(event)


def is_insert(event: QKeyEvent) -> bool:
    """Insert, alone: add something to what the page lists."""
    return place(event) is Place.INSERT and _with(event)


def is_space(event: QKeyEvent) -> bool:
    """Space, alone."""
    return place(event) is Place.SPACE and _with(event)


FASTER_THAN_A_HAND = 35
"""Milliseconds: keys that follow each other sooner come from a scanner. An answer by digit waits as long."""


class Held:
    """Tells Enter held down from Enter pressed again.

    X sends a release and a press of one moment for each repeat, and Qt does not always mark them as repeats. No
    hand presses again so soon; a confirmation must never be passed by the press that it asks to confirm.
    """

    def __init__(self) -> None:
        self._released = 0

    def released(self, event: QKeyEvent) -> None:
        """A key was released: give it every one."""
        if place(event) in ENTERS:
            self._released = event.timestamp()

    def repeats(self, event: QKeyEvent) -> bool:
        """Whether this press of Enter is only the key still held."""
        since = event.timestamp() - self._released
        return event.isAutoRepeat() or (self._released > 0 and 0 <= since < FASTER_THAN_A_HAND)


HELD = Held()
"""There is one keyboard, whichever widget hears it."""


LEAST_DIGITS = 4
"""A burst of fewer digits may be two fingers at once."""

ENTER_WITHIN = 200
"""Milliseconds: some scanners take a breath before the Enter that ends a burst."""


@dataclass(frozen=True, slots=True)
class Scan:
    """A badge that was scanned: its digits, and what the layout typed for them (to be taken out of a box)."""

    digits: str
    typed: str


class ScannerBurst:
    """Tells a scanner from a hand by its speed. Give it every key press; it holds back nothing.

    Digits by their place that follow each other faster than a hand, at least four, and then Enter: a scan.
    Anything else is somebody typing, and stays what it is.
    """

    def __init__(self) -> None:
        self._digits, self._typed, self._last = "", "", 0

    @property
    def running(self) -> bool:
        """Whether the last keys came faster than a hand: no answer to a vote may be taken from them."""
        return len(self._digits) > 1

    def press(self, event: QKeyEvent, at: int | None = None) -> Scan | None:
        """The scan that this key press ends, else None. `at`: milliseconds, default the time of the event."""
        if at is None:  # the window system's own time: the keys wait for us, their times do not
            at = event.timestamp() or round(time.monotonic() * 1000)
        since, self._last = at - self._last, at
        found = None if event.isAutoRepeat() else digit(event)
        if found is not None and self._digits and 0 <= since < FASTER_THAN_A_HAND:
            self._digits, self._typed = self._digits + found, self._typed + event.text()
            return None
        digits, typed = self._digits, self._typed
        self._digits, self._typed = (found, event.text()) if found is not None else ("", "")
        ended = place(event) in ENTERS and _with(event) and not event.isAutoRepeat()
        if ended and len(digits) >= LEAST_DIGITS and 0 <= since < ENTER_WITHIN:
            return Scan(digits, typed)
        return None
