"""The real window on a sitting, without a screen, and what tells that a part of it was painted."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from bench_sitting import SITTING
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from assembly_desk.desk.desk import Desk
from assembly_desk.papers.window import window_papers
from assembly_desk.ui.app import application, open_window
from assembly_desk.ui.window import Window

FRAME = 0.016  # seconds, at sixty pictures a second


class Painted(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let everything pass."""
        self.times += event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)

    def after(self, act: Callable[[], object]) -> float:
        """Seconds from the act until it was painted, with all else that is painted in the same picture."""
        before, began = self.times, time.perf_counter()
        act()
        self.wait(before)
        return time.perf_counter() - began

    def wait(self, before: int = 0) -> None:
        """Until it was painted more often than `before`."""
        while self.times == before:
            QApplication.processEvents()


def repaint(widget: QWidget) -> float:
    """Seconds that Qt takes to paint the widget, and all that is in it, once more."""
    began = time.perf_counter()
    widget.repaint()
    return time.perf_counter() - began


@contextmanager
def window_on(desk: Desk) -> Iterator[Window]:
    """The operator's window on the sitting, as large as on a small laptop, with all that it can do."""
    application()
    window = open_window(desk, SITTING, papers=window_papers())
    window.resize(1440, 900)
    window.show()
    QApplication.processEvents()
    try:
        yield window
    finally:
        window.close()
