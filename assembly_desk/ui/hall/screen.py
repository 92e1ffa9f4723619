"""Which screen is the hall's, remembered from one day to the next."""

from dataclasses import dataclass

from PySide6.QtGui import QScreen


@dataclass(frozen=True, slots=True)
class HallScreen:
    """A screen as it is remembered: two of one make are told apart by their place."""

    name: str
    geometry: tuple[int, int, int, int]

    @classmethod
    def of(cls, screen: QScreen) -> "HallScreen":
        """The screen, to be known again."""
        place = screen.geometry()
        return cls(screen.name(), (place.x(), place.y(), place.width(), place.height()))
