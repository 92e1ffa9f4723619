"""The hall: from a change of the sitting to the painted slide, and one picture of a fade."""

import statistics
from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from bench_measure import Figure
from bench_seen import Painted, repaint, window_on
from bench_sitting import MORNING, Clerk
from PySide6.QtCore import QVariantAnimation
from PySide6.QtWidgets import QApplication

from assembly_desk.desk.desk import Desk, Receipt
from assembly_desk.domain import commands as c
from assembly_desk.domain.text import Text
from assembly_desk.rules import load_profiles
from assembly_desk.store.sqlite import open_journals
from assembly_desk.ui.hall.control import HALL_LANGUAGE
from assembly_desk.ui.hall.window import FADE, HallWindow
from assembly_desk.ui.window import Window

TWO_FRAMES = 0.033  # seconds: nobody in the hall sees it come late
SPEAKERS, ANSWERS = 5, 8  # a round


def hall(folder: Path, rounds: int) -> Sequence[Figure]:
    """An act: decided, on the disk, folded, desk and hall painted; and Qt's own repaint of the slide."""
    changes: list[tuple[list[float], list[float]]] = []
    fades: list[tuple[list[float], list[float]]] = []
    with closing(open_journals(str(folder / "hall.db"))) as journals:
        desk = Desk(journals, load_profiles(), rehearsal=True, clock=lambda: MORNING)
        clerk = Clerk(desk)
        ids = clerk.enter()
        clerk.open(ids)
        here = [id for place, id in enumerate(ids) if place % 20 != 19]
        with window_on(desk) as window:
            shown = window.hall.hall
            shown.resize(1920, 1080)
            shown.show()
            QApplication.processEvents()
            painted = Painted(shown)
            for number in range(rounds + 1):
                speakers = here[number * SPEAKERS : (number + 1) * SPEAKERS]
                clerk.do(*(c.AskFloor(id, "debate") for id in speakers))
                clerk.do(c.Propose(f"v{number}", "decision", Text("Есеп назарға алынсын"), item="1"))
                acts = [*_speeches(speakers), *_vote(f"v{number}", here[:ANSWERS])]
                changes.append(_changes(window, painted, acts))
                fades.append(_fade(window, shown, speakers[0]))
    against = "Qt's repaint of the slide alone"
    return [
        Figure(
            "hall",
            "an act to the painted slide in the hall, 1920x1080",
            against,
            [statistics.median(ours) for ours, _ in changes[1:]],
            [statistics.median(theirs) for _, theirs in changes[1:]],
            limit=TWO_FRAMES,
            note=f"without the fade, with the desk's window painted too; the slowest "
            f"{statistics.median(max(ours) for ours, _ in changes[1:]) * 1000:.0f} ms",
        ),
        Figure(
            "hall-fade",
            "one picture of a fade in the hall",
            against,
            [statistics.median(ours) for ours, _ in fades[1:]],
            [statistics.median(theirs) for _, theirs in fades[1:]],
            limit=TWO_FRAMES,
        ),
    ]


def _speeches(speakers: Sequence[str]) -> Iterator[c.Command]:
    for id in speakers:
        yield c.GiveFloor(id, "debate")
        yield c.EndFloor()


def _vote(motion: str, answer: Sequence[str]) -> Iterator[c.Command]:
    yield c.Put(motion, "named")
    yield from (c.Cast(id, "for") for id in answer)
    yield c.CloseVote()


def _changes(window: Window, painted: Painted, acts: Sequence[c.Command]) -> tuple[list[float], list[float]]:
    """Each act to the painted slide, the fade off, and a repaint of that slide."""
    _set_fade(window.hall.hall, 0)
    ours, theirs = [], []
    for act in acts:
        ours.append(painted.after(partial(_record, window, act)))
        theirs.append(repaint(window.hall.hall))
    return ours, theirs


def _fade(window: Window, shown: HallWindow, speaker: str) -> tuple[list[float], list[float]]:
    """The pictures of one fade, by turns with those of another window that shows the same slide unfaded."""
    still = HallWindow(lambda: window.bridge.state, window.bridge.now, lambda: HALL_LANGUAGE, fade=0)
    still.resize(shown.size())
    still.show()
    _record(window, c.AskFloor(speaker, "debate"))
    QApplication.processEvents()
    _set_fade(shown, FADE)
    _record(window, c.GiveFloor(speaker, "debate"))
    still.refresh()
    assert shown.fading
    ours, theirs = [], []
    while shown.fading:
        ours.append(repaint(shown))
        theirs.append(repaint(still))
        QApplication.processEvents()
    assert len(ours) > 1
    _set_fade(shown, 0)
    _record(window, c.EndFloor())
    still.close()
    still.deleteLater()
    return ours[1:], theirs[1:]


def _record(window: Window, act: c.Command) -> None:
    answer = window.bridge.submit(act)
    assert isinstance(answer, Receipt), answer


def _set_fade(shown: HallWindow, milliseconds: int) -> None:
    (fade,) = shown.findChildren(QVariantAnimation)
    fade.stop()
    fade.setDuration(milliseconds)
