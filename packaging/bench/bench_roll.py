"""The registration page: from a key press to the row that shows what was recorded."""

import statistics
from contextlib import closing
from pathlib import Path

from bench_measure import Figure
from bench_seen import FRAME, Painted, repaint, window_on
from bench_sitting import MORNING, SITTING, Clerk
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from assembly_desk.desk.desk import Desk, journal_of
from assembly_desk.rules import load_profiles
from assembly_desk.store.sqlite import open_journals
from assembly_desk.ui.play import press

PRESSES = 20  # a round


def roll(folder: Path, rounds: int, members: int) -> Figure:
    """Enter on a member: decided, on the disk, folded, the whole window painted; and Qt's own repaint."""
    ours, theirs = [], []
    with closing(open_journals(str(folder / f"roll-{members}.db"))) as journals:
        desk = Desk(journals, load_profiles(), rehearsal=True, clock=lambda: MORNING)
        Clerk(desk).enter(members)
        with window_on(desk) as window:
            viewport, edit = window.roll.list.table.viewport(), window.roll.search.edit
            painted = Painted(viewport)
            for number in range(rounds + 1):
                presses, repaints = [], []
                for _ in range(PRESSES):
                    press(edit, Qt.Key.Key_Down)
                    QApplication.processEvents()
                    presses.append(painted.after(lambda: press(edit, Qt.Key.Key_Return)))
                    repaints.append(repaint(viewport))
                if number:
                    ours.append(statistics.median(presses))
                    theirs.append(statistics.median(repaints))
            marked = len(window.bridge.state.roll.present)
        assert marked == PRESSES * (rounds + 1) == len(journals.read(journal_of(SITTING))) - 4, marked
    return Figure(
        key=f"roll-{members}",
        what=f"Enter to the painted row, {members:,} on the roll",
        against="Qt's repaint of the same list alone",
        ours=ours,
        theirs=theirs,
        limit=FRAME,
    )
