"""The sample roll call, played through the real window with real key events, with pictures of it."""

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from assembly_desk.desk.desk import Desk
from assembly_desk.ui.app import application, open_window
from assembly_desk.ui.hall.window import HallWindow
from assembly_desk.ui.hall_button import HALL_LANGUAGE
from assembly_desk.ui.window import Window
from assembly_desk.wording.words import Language

PLAIN, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


class PlayStopped(Exception):
    """The window did not do what a key asked: the sentence that it showed."""


def press(
    widget: QWidget, key: Qt.Key, text: str = "", held: Qt.KeyboardModifier = PLAIN, *, scan_code: int = 0
) -> None:
    """Press and release a key on that widget, as the window system would."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, held, scan_code, 0, 0, text))


def type_text(widget: QWidget, text: str) -> None:
    """Type the letters, Kazakh ones too, wherever the focus in that window is."""
    for letter in text:
        press(widget.window().focusWidget() or widget, Qt.Key.Key_unknown, letter)


def play_roll(
    desk: Desk, sitting_id: str, members: Sequence[str], folder: Path, language: Language = "kk"
) -> list[Path]:
    """Find each member by typing, mark them with Enter, open the sitting with Ctrl+Enter; without a screen.

    Returns the pictures of the window and of the hall: before, half way, the roll called, opened. Raises `PlayStopped` with the
    window's own sentence if an act is refused.
    """
    if QApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = application()
    window = open_window(desk, sitting_id, language)
    window.resize(1440, 900)
    window.show()
    folder.mkdir(parents=True, exist_ok=True)
    hall = HallWindow(lambda: window.bridge.state, window.bridge.now, lambda: HALL_LANGUAGE, fade=0)
    hall.resize(1920, 1080)
    pictures = [_picture(window, folder, "roll-1-begin"), _hall_picture(hall, folder, "hall-1-begin")]
    for number, member in enumerate(members, 1):
        _mark(window, member)
        app.processEvents()
        if number == len(members) // 2:
            pictures.append(_picture(window, folder, "roll-2-half"))
            pictures.append(_hall_picture(hall, folder, "hall-2-half"))
    pictures.append(_picture(window, folder, "roll-3-called"))
    pictures.append(_hall_picture(hall, folder, "hall-3-called"))
    press(window.focusWidget() or window, Qt.Key.Key_Return, held=CTRL)
    app.processEvents()
    if window.bridge.state.phase != "open":
        raise PlayStopped(window.roll.block.said.text() or window.trouble.text())
    pictures.append(_picture(window, folder, "roll-4-open"))
    window.close()
    hall.deleteLater()
    return pictures


def _mark(window: Window, member: str) -> None:
    known = window.bridge.state.roll.members[member].person.name.kk
    shown = window.roll.list
    for word in known.split():
        type_text(window, f"{word} ")
        if shown.current is not None and shown.current.member == member:
            break
    for _ in range(len(shown.model.rows)):  # one of several who bear the same name
        if shown.current is not None and shown.current.member == member:
            break
        press(window.roll.search.edit, Qt.Key.Key_Down)
    press(window.roll.search.edit, Qt.Key.Key_Return)
    if member not in window.bridge.state.roll.present:
        raise PlayStopped(window.trouble.text() or window.roll.search.said.text())


def _hall_picture(hall: HallWindow, folder: Path, name: str) -> Path:
    hall.refresh()
    return _picture(hall, folder, name)


def _picture(window: QWidget, folder: Path, name: str) -> Path:
    QApplication.processEvents()
    path = folder / f"{name}.png"
    if not window.grab().save(str(path)):
        raise OSError(f"{path} cannot be written")
    return path
