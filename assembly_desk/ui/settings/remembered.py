"""What the window remembers from one start to the next: language, look, size of letters, the hall's screen.

Kept beside the user's settings of other programs, never in the record. A file that cannot be read or written
loses a preference, nothing else.
"""

from dataclasses import dataclass
from typing import Literal, get_args

from PySide6.QtCore import QSettings

from assembly_desk.ui.hall.screen import HallScreen
from assembly_desk.ui.theme import SCHEMES, Scheme
from assembly_desk.wording.words import LANGUAGES, Language

Size = Literal["100", "110", "125", "150"]
SIZES: tuple[Size, ...] = get_args(Size)
"""Sizes of letters and all else, in percent."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """The preferences of this place of work."""

    language: Language | None = None
    scheme: Scheme = "light"
    size: Size = "100"
    hall: HallScreen | None = None


class Memory:
    """Reads and writes the preferences. `path`: an INI file; None: the user's own place."""

    def __init__(self, path: str | None = None) -> None:
        ini = QSettings.Format.IniFormat
        self._kept = (
            QSettings(path, ini)
            if path
            else QSettings(ini, QSettings.Scope.UserScope, "assembly-desk", "window")
        )

    def read(self) -> Remembered:
        """What is remembered; anything unreadable is as at the first start."""
        kept = self._kept
        language = str(kept.value("language", ""))
        scheme, size = str(kept.value("look", "")), str(kept.value("size", ""))
        return Remembered(
            language=next((one for one in LANGUAGES if one == language), None),
            scheme=next((one for one in SCHEMES if one == scheme), "light"),
            size=next((one for one in SIZES if one == size), "100"),
            hall=_screen(str(kept.value("hall", ""))),
        )

    def write(self, now: Remembered) -> None:
        """Remember this."""
        self._kept.setValue("language", now.language or "")
        self._kept.setValue("look", now.scheme)
        self._kept.setValue("size", now.size)
        place = "x".join(str(number) for number in now.hall.geometry) if now.hall else ""
        self._kept.setValue("hall", f"{place} {now.hall.name}" if now.hall else "")
        self._kept.sync()


def _screen(text: str) -> HallScreen | None:
    place, _, name = text.partition(" ")
    try:
        x, y, width, height = (int(number) for number in place.split("x"))
    except ValueError:
        return None
    return HallScreen(name, (x, y, width, height)) if name else None
