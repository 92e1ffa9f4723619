"""The hall display from the desk, under its first name."""

from assembly_desk.ui.hall.control import HALL_LANGUAGE, HallControl

__all__ = ["HALL_LANGUAGE", "HallControl"]
