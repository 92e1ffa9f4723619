"""The voting page: from an answer by name that is taken to the name that shows it."""

import statistics
import time
from contextlib import closing
from pathlib import Path

from bench_measure import Figure
from bench_seen import FRAME, Painted, repaint, window_on
from bench_sitting import MEMBERS, MORNING, SITTING, Clerk
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from assembly_desk.desk.desk import Desk, journal_of
from assembly_desk.rules import load_profiles
from assembly_desk.store.sqlite import open_journals
from assembly_desk.ui.keys import FASTER_THAN_A_HAND
from assembly_desk.ui.play import press
from assembly_desk.ui.voting.page import VotingPage

PRESSES = 20  # a round
KEYS = ((Qt.Key.Key_1, "1"), (Qt.Key.Key_1, "1"), (Qt.Key.Key_2, "2"), (Qt.Key.Key_3, "3"))


class _Taken(QObject):
    """Knows when an answer was taken: the moment in which the wait for a scanner's next digit ends."""

    def __init__(self, wait: QTimer, painted: Painted) -> None:
        super().__init__()
        self._painted, self.at, self.painted_before = painted, 0.0, 0
        wait.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let everything pass."""
        if event.type() == QEvent.Type.Timer:
            self.at, self.painted_before = time.perf_counter(), self._painted.times
        return super().eventFilter(watched, event)


def named_vote(folder: Path, rounds: int) -> Figure:
    """1, 2 or 3 on a name: decided, on the disk, folded, the whole window painted; and Qt's own repaint."""
    ours, theirs = [], []
    with closing(open_journals(str(folder / "vote.db"))) as journals:
        desk = Desk(journals, load_profiles(), rehearsal=True, clock=lambda: MORNING)
        clerk = Clerk(desk)
        clerk.everybody_votes(clerk.enter(), "v1")
        entries = len(journals.read(journal_of(SITTING)))
        with window_on(desk) as window:
            page = window.shown
            assert isinstance(page, VotingPage)
            viewport = page.names.view.viewport()
            painted = Painted(viewport)
            (wait,) = page.calling.findChildren(QTimer)
            taken = _Taken(wait, painted)
            for number in range(rounds + 1):
                presses, repaints = [], []
                for place in range(PRESSES):
                    taken.at = 0.0
                    press(page.names.view, *KEYS[place % len(KEYS)])
                    while not taken.at:
                        QApplication.processEvents()
                    painted.wait(taken.painted_before)
                    presses.append(time.perf_counter() - taken.at)
                    repaints.append(repaint(viewport))
                if number:
                    ours.append(statistics.median(presses))
                    theirs.append(statistics.median(repaints))
            vote = window.bridge.state.vote
            assert vote is not None
            assert vote.base == MEMBERS
            assert len(vote.answers) == PRESSES * (rounds + 1)
        assert len(journals.read(journal_of(SITTING))) == entries + PRESSES * (rounds + 1)
    return Figure(
        key="vote",
        what=f"an answer by name to the painted name, {MEMBERS:,} names",
        against="Qt's repaint of the same names alone",
        ours=ours,
        theirs=theirs,
        limit=FRAME,
        note=f"counted from when the answer is taken; {FASTER_THAN_A_HAND} ms pass between the key and that, "
        "in which a scanner would have sent its next digit",
    )
