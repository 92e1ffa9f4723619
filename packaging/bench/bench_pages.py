"""The steps of the window: from F2 to F6 to the painted page, each from each."""

import statistics
import time
from collections.abc import Sequence
from contextlib import closing
from itertools import permutations
from pathlib import Path

from bench_measure import Figure
from bench_seen import Painted, repaint, window_on
from bench_sitting import MORNING, Clerk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from assembly_desk.desk.desk import Desk
from assembly_desk.rules import load_profiles
from assembly_desk.store.sqlite import open_journals
from assembly_desk.ui.play import press
from assembly_desk.ui.protocol.page import ProtocolPage
from assembly_desk.ui.window import Window

AT_ONCE = 0.1  # seconds: what is felt as an answer to the key
KEYS = {
    "preparation": Qt.Key.Key_F2,
    "roll": Qt.Key.Key_F3,
    "agenda": Qt.Key.Key_F4,
    "voting": Qt.Key.Key_F5,
    "protocol": Qt.Key.Key_F6,
}


def pages(folder: Path, rounds: int) -> Sequence[Figure]:
    """The key of a step: the sitting as it stands, the page painted; and Qt's own repaint of that page."""
    ways = list(permutations(KEYS, 2))
    ours: dict[tuple[str, str], list[float]] = {way: [] for way in ways}
    theirs: dict[tuple[str, str], list[float]] = {way: [] for way in ways}
    with closing(open_journals(str(folder / "pages.db"))) as journals:
        desk = Desk(journals, load_profiles(), rehearsal=True, clock=lambda: MORNING)
        clerk = Clerk(desk)
        ids = clerk.enter()
        clerk.open(ids)
        clerk.debate(tuple(id for place, id in enumerate(ids[:60]) if place % 20 != 19), "p1")
        clerk.named_vote("v1")
        with window_on(desk) as window:
            first = {name: _switch(window, name) for name in KEYS if name != window.page}
            protocol = window.by_name["protocol"]
            assert isinstance(protocol, ProtocolPage)
            while not (protocol.pdf.current and protocol.view.complete):  # made off the window's thread
                assert protocol.pdf.trouble is None, protocol.pdf.trouble
                QTest.qWait(50)
            for _ in range(rounds):
                for before, after in ways:
                    if window.page != before:
                        _switch(window, before)
                    ours[before, after].append(_switch(window, after))
                    theirs[before, after].append(repaint(window.shown))
    slowest = max(ways, key=lambda way: statistics.median(ours[way]))
    against = "Qt's repaint of the page alone"
    return [
        Figure(
            "pages",
            f"a step's key to its painted page, the middle of {len(ways)} ways",
            against,
            [statistics.median(times) for times in zip(*ours.values(), strict=True)],
            [statistics.median(times) for times in zip(*theirs.values(), strict=True)],
            limit=AT_ONCE,
        ),
        Figure(
            "pages-slowest",
            f"the slowest of these, {' to '.join(slowest)}",
            against,
            ours[slowest],
            theirs[slowest],
            limit=AT_ONCE,
            note="the first time, when the page is made, "
            + ", ".join(f"{name} {took * 1000:.0f} ms" for name, took in first.items()),
        ),
    ]


def _switch(window: Window, name: str) -> float:
    began = time.perf_counter()
    press(window.focusWidget() or window, KEYS[name])
    Painted(window.shown).wait()
    took = time.perf_counter() - began
    assert window.page == name
    return took
