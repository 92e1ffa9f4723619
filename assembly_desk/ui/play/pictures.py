"""Pictures of the window and of the hall's slide, taken while a sitting is played without a screen."""

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from assembly_desk.desk.desk import Desk
from assembly_desk.ui.app import application, open_window
from assembly_desk.ui.hall.control import HALL_LANGUAGE
from assembly_desk.ui.hall.window import HallWindow
from assembly_desk.ui.play.player import Player
from assembly_desk.ui.protocol.papers import Papers
from assembly_desk.ui.window import Window
from assembly_desk.wording.words import Language

_QUICKLY = 60  # of a PNG: no less of a picture, packed with less care


class Camera:
    """The window on a sitting, the hall beside it, and a folder for pictures of both."""

    def __init__(
        self,
        desk: Desk,
        sitting_id: str,
        folder: Path,
        language: Language = "kk",
        papers: Papers | None = None,
    ) -> None:
        """Opens the window; without a screen if no other was asked for."""
        if QApplication.instance() is None:
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        application()
        self.window: Window = open_window(desk, sitting_id, language, papers=papers)
        self.window.resize(1440, 900)
        self.window.show()
        self.window.activateWindow()
        bridge = self.window.bridge
        self._hall = HallWindow(lambda: bridge.state, bridge.now, lambda: HALL_LANGUAGE, fade=0)
        self._hall.resize(1920, 1080)
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        QApplication.processEvents()

    def take(self, name: str) -> Path:
        """A picture of the window."""
        return _picture(self.window, self._folder, name)

    def take_hall(self, name: str) -> Path:
        """A picture of what the hall sees."""
        self._hall.refresh()
        return _picture(self._hall, self._folder, name)

    def close(self) -> None:
        """Close both for good: no window of a demonstration stays behind."""
        self.window.close()
        for window in (self.window, self._hall):
            window.deleteLater()
            QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)


def play_roll(
    desk: Desk, sitting_id: str, members: Sequence[str], folder: Path, language: Language = "kk"
) -> list[Path]:
    """Find each member by typing, mark them with Enter, open the sitting with Ctrl+Enter; without a screen.

    Returns the pictures of the window and of the hall: before, half way, the roll called, opened. Raises `PlayStopped` with the
    window's own sentence if an act is refused.
    """
    camera = Camera(desk, sitting_id, folder, language)
    player = Player(camera.window)
    try:
        pictures = [camera.take("roll-1-begin"), camera.take_hall("hall-1-begin")]
        for number, member in enumerate(members, 1):
            player.arrive(member)
            if number == len(members) // 2:
                pictures += [camera.take("roll-2-half"), camera.take_hall("hall-2-half")]
        pictures += [camera.take("roll-3-called"), camera.take_hall("hall-3-called")]
        player.open()
        pictures.append(camera.take("roll-4-open"))
    finally:
        camera.close()
    return pictures


def _picture(window: QWidget, folder: Path, name: str) -> Path:
    QApplication.processEvents()
    path = folder / f"{name}.png"
    if not window.grab().save(str(path), "PNG", _QUICKLY):
        raise OSError(f"{path} cannot be written")
    return path
