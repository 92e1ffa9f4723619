"""The registration page: from a key press to the row that shows what was recorded."""

import statistics
import time
from contextlib import closing
from pathlib import Path

from bench_measure import Figure
from bench_sitting import MORNING, SITTING, Clerk
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication

from assembly_desk.desk.desk import Desk, journal_of
from assembly_desk.rules import load_profiles
from assembly_desk.store.sqlite import open_journals
from assembly_desk.ui.app import application, open_window
from assembly_desk.ui.play import press

PRESSES = 20  # a round
FRAME = 0.016  # seconds, at sixty pictures a second


class _Painted(QObject):
    """Counts how often a widget was painted."""

    times = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let everything pass."""
        self.times += event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)


def roll(folder: Path, rounds: int, members: int) -> Figure:
    """Enter on a member: decided, on the disk, folded, the whole window painted; and Qt's own repaint."""
    with closing(open_journals(str(folder / f"roll-{members}.db"))) as journals:
        desk = Desk(journals, load_profiles(), rehearsal=True, clock=lambda: MORNING)
        Clerk(desk).enter(members)
        application()
        window = open_window(desk, SITTING)
        window.resize(1440, 900)
        window.show()
        shown, edit = window.roll.list, window.roll.search.edit
        viewport, painted = shown.table.viewport(), _Painted()
        viewport.installEventFilter(painted)
        ours, theirs = [], []
        for number in range(rounds + 1):
            presses, repaints = [], []
            for _ in range(PRESSES):
                press(edit, Qt.Key.Key_Down)
                QApplication.processEvents()
                before, began = painted.times, time.perf_counter()
                press(edit, Qt.Key.Key_Return)
                while painted.times == before:
                    QApplication.processEvents()
                presses.append(time.perf_counter() - began)
                began = time.perf_counter()
                viewport.repaint()
                repaints.append(time.perf_counter() - began)
            if number:
                ours.append(statistics.median(presses))
                theirs.append(statistics.median(repaints))
        marked = len(window.bridge.state.roll.present)
        assert marked == PRESSES * (rounds + 1) == len(journals.read(journal_of(SITTING))) - 4, marked
        window.close()
    return Figure(
        key=f"roll-{members}",
        what=f"Enter to the painted row, {members:,} on the roll",
        against="Qt's repaint of the same list alone",
        ours=ours,
        theirs=theirs,
        limit=FRAME,
    )
