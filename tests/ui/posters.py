"""Every page of the window in its telling states, for tests over all of them and for pictures to look at.

`python -m tests.ui.posters FOLDER [NAME …]` paints them in three languages and two sizes; with names, those only.
"""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from assembly_desk.desk.desk import Desk
from assembly_desk.desk.rehearsal import Rehearsal
from assembly_desk.domain import commands as c
from assembly_desk.journal.contract import Journals
from assembly_desk.journal.memory import MemoryJournals
from assembly_desk.papers.window import window_papers
from assembly_desk.resources import resource
from assembly_desk.rosters.window import window_exchange
from assembly_desk.rules import load_profiles
from assembly_desk.ui.agenda.page import AgendaPage
from assembly_desk.ui.app import application, open_window
from assembly_desk.ui.play import press
from assembly_desk.ui.preparation.page import PreparationPage
from assembly_desk.ui.roll.page import RollPage
from assembly_desk.ui.sittings.page import SittingsPage
from assembly_desk.ui.voting.page import VotingPage
from assembly_desk.ui.window import Window
from assembly_desk.wording.words import LANGUAGES, Language
from tests.ui.scenes_of_the_record import EVENING, RECORD

COUNCIL, SESSION = "council-14", "session-35"
SIZES = ((1280, 720), (1440, 900))
CTRL = Qt.KeyboardModifier.ControlModifier

Doing = Callable[[Window], None]


@cache
def _lines(sitting: str) -> tuple[str, ...]:
    return tuple(resource("samples", f"{sitting}.jsonl").read_text(encoding="utf-8").splitlines())


def until(sitting: str, *marks: str, journals: Journals | None = None) -> Desk:
    """A desk with that sample, played up to the line before the one in which each mark was found in turn.

    Without marks, the whole sample. `journals`: where it is recorded.
    """
    lines = _lines(sitting)
    end = 0 if marks else len(lines)
    for mark in marks:
        end = next(at for at in range(end, len(lines)) if mark in lines[at])
    desk = Desk(journals or MemoryJournals(), load_profiles(), rehearsal=True)
    for answer in Rehearsal(desk, record=False, language="kk").play(lines[:end]):
        assert answer.ok, answer.body
    last = desk.sitting(sitting).state.last_at
    assert last is not None
    desk.clock = lambda: last
    return desk


def nobody() -> Desk:
    """A desk without a sitting and without members."""
    return Desk(MemoryJournals(), load_profiles(), rehearsal=True)


def members_only() -> Desk:
    """A desk without a sitting."""
    lines = [line for line in _lines(COUNCIL) if '"add-member"' in line]
    desk = nobody()
    for answer in Rehearsal(desk, record=False, language="kk").play(lines):
        assert answer.ok, answer.body
    return desk


@dataclass(frozen=True, slots=True)
class Scene:
    """A page in a telling state. `desk`: makes the desk; `do`: what somebody does there, by keys and buttons."""

    name: str
    page: str
    desk: Callable[[], Desk]
    sitting: str | None = COUNCIL
    do: tuple[Doing, ...] = ()
    changes: bool = False
    """Whether what is done there is recorded."""


def clicks(name: str) -> Doing:
    """Press the button of that name."""

    def do(window: Window) -> None:
        button = window.findChild(QAbstractButton, name)
        assert button is not None, name
        assert button.isVisible(), name
        assert button.isEnabled(), name
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    return do


def presses(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Doing:
    """Press a key, wherever the focus is."""

    def do(window: Window) -> None:
        press(window.focusWidget() or window, key, held=held)

    return do


def submits(command: c.Command) -> Doing:
    """Do an act as the page would."""

    def do(window: Window) -> None:
        window.shown.do(command)

    return do


def _loses_the_quorum(window: Window) -> None:
    present = tuple(window.bridge.state.roll.present)
    gone = present[-len(present) // 4 :]
    window.shown.do(c.Leave(gone))


def _edits_the_sitting(window: Window) -> None:
    assert isinstance(window.shown, PreparationPage)
    window.shown.change_sitting("")


def _edits_an_item(window: Window) -> None:
    assert isinstance(window.shown, PreparationPage)
    window.shown.edit_item("2")


def _asks(what: str) -> Doing:
    def do(window: Window) -> None:
        assert isinstance(window.shown, AgendaPage)
        acts = window.shown.acts
        match what:
            case "item":
                acts.ask_item()
            case "floor":
                acts.ask_floor()
            case "motion":
                acts.ask_motion()
            case _:
                acts.ask_split(what)

    return do


def _stops(window: Window) -> None:
    assert isinstance(window.shown, VotingPage)
    window.shown.ask_stop()


def _searches(text: str) -> Doing:
    def do(window: Window) -> None:
        assert isinstance(window.shown, RollPage)
        window.shown.search.edit.setText(text)

    return do


def _convenes(window: Window) -> None:
    assert isinstance(window.shown, SittingsPage)
    window.shown.convene()


def _course(act: str) -> tuple[Doing, ...]:
    return presses(Qt.Key.Key_F9), clicks(f"course.menu.{act}")


def _begins_tour(window: Window) -> None:
    window.tour.begin()


def _at(*marks: str, sitting: str = COUNCIL) -> Callable[[], Desk]:
    return lambda: until(sitting, *marks)


_PREPARED = _at('"fix-roll"')
_ASKED = _at('"give-floor", "member": "m0120"')
_WAITS = _at('"put", "motion": "1.1"')
_HANDS = _at('"put", "motion": "1.1"', '"count"')
_NAMED = _at('"put", "motion": "4.1"', '"m0205"')
_READ = _at('"put", "motion": "4.1"', '"m0088"')
_OPEN = _at('"motion": "a1"')
_WHOLE = _at()
_CALLED = _at('{"do": "open"')

SCENES: tuple[Scene, ...] = (
    Scene("sittings-none", "sittings", nobody, None),
    Scene("sittings-members-only", "sittings", members_only, None),
    Scene("sittings", "sittings", _NAMED),
    Scene("sittings-convene", "sittings", _NAMED, do=(_convenes,)),
    Scene("preparation-empty", "preparation", _at('"add-item"')),
    Scene("preparation", "preparation", _PREPARED),
    Scene("preparation-sitting", "preparation", _PREPARED, do=(_edits_the_sitting,)),
    Scene("preparation-invite", "preparation", _PREPARED, do=(clicks("preparation.invite"),)),
    Scene("preparation-item", "preparation", _PREPARED, do=(_edits_an_item,)),
    Scene("preparation-open", "preparation", _OPEN),
    Scene("roll-begin", "roll", _at('"excuse"')),
    Scene("roll-refused", "roll", _at('"arrive"'), do=(presses(Qt.Key.Key_Return, CTRL),)),
    Scene("roll-called", "roll", _CALLED),
    Scene("roll-found", "roll", _CALLED, do=(_searches("ж"),)),
    Scene("roll-order", "roll", _CALLED, do=(clicks("roll.order"),)),
    Scene("roll-lost", "roll", _OPEN, do=(_loses_the_quorum,), changes=True),
    Scene("roll-583", "roll", _at('"do": "open"', sitting=SESSION), SESSION),
    Scene("agenda-opened", "agenda", _OPEN),
    Scene("agenda-queue", "agenda", _ASKED),
    Scene("agenda-speaking", "agenda", _at('"end-floor", "member": "m0120"')),
    Scene("agenda-motion", "agenda", _WAITS),
    Scene("agenda-lost", "agenda", _WAITS, do=(_loses_the_quorum,), changes=True),
    Scene("agenda-break", "agenda", _at('"resume"')),
    Scene("agenda-new-item", "agenda", _OPEN, do=(_asks("item"),)),
    Scene("agenda-ask-floor", "agenda", _ASKED, do=(_asks("floor"),)),
    Scene("agenda-new-motion", "agenda", _WAITS, do=(_asks("motion"),)),
    Scene("agenda-split", "agenda", _WAITS, do=(_asks("1.1"),)),
    Scene("agenda-583", "agenda", _at('"put", "motion": "3.1-A"', sitting=SESSION), SESSION),
    Scene("voting-before", "voting", _PREPARED),
    Scene("voting-agenda", "voting", _OPEN),
    Scene("voting-waits", "voting", _WAITS),
    Scene("voting-put", "voting", _WAITS, do=(presses(Qt.Key.Key_Return, CTRL),)),
    Scene("voting-ways", "voting", _WAITS, do=(clicks("voting.procedural"),)),
    Scene(
        "voting-change",
        "voting",
        _WAITS,
        do=(clicks("voting.procedural"), clicks("voting.ways.agenda-change")),
    ),
    Scene("voting-form", "voting", _WAITS, do=(clicks("voting.procedural"), clicks("voting.ways.form"))),
    Scene(
        "voting-reglament",
        "voting",
        _WAITS,
        do=(clicks("voting.procedural"), clicks("voting.ways.reglament")),
    ),
    Scene("voting-hands", "voting", _HANDS),
    Scene("voting-stop", "voting", _HANDS, do=(_stops,)),
    Scene("voting-objection", "voting", _at('"put", "motion": "d1"', '"close-vote"')),
    Scene("voting-named", "voting", _NAMED),
    Scene("voting-read-again", "voting", _READ, do=(presses(Qt.Key.Key_Return, CTRL),)),
    Scene(
        "voting-sure",
        "voting",
        _at('"put", "motion": "4.1"', '"close-vote"'),
        do=(presses(Qt.Key.Key_Return, CTRL),) * 2,
    ),
    Scene("voting-result", "voting", _at('"put", "motion": "4.1"', '"motion": "4.2"')),
    Scene("voting-lost", "voting", _WAITS, do=(_loses_the_quorum,), changes=True),
    Scene("voting-583", "voting", _at('"put", "motion": "3.1-A"', '"sector": "2"', sitting=SESSION), SESSION),
    Scene("protocol-before", "protocol", _OPEN),
    Scene("protocol", "protocol", _WHOLE),
    Scene("members-none", "members", nobody, None),
    Scene("members", "members", members_only, None),
    Scene("settings", "settings", _OPEN),
    Scene("help", "roll", _CALLED, do=(presses(Qt.Key.Key_F1),)),
    Scene("help-voting", "voting", _NAMED, do=(presses(Qt.Key.Key_F1),)),
    Scene("tour", "roll", _CALLED, do=(_begins_tour,)),
    Scene("course-menu", "agenda", _WAITS, do=(presses(Qt.Key.Key_F9),)),
    Scene("course-break", "agenda", _WAITS, do=_course("break")),
    Scene("course-adjourn", "agenda", _WAITS, do=_course("adjourn")),
    Scene("course-hand-over", "agenda", _WAITS, do=_course("hand-over")),
    Scene("course-note", "agenda", _WAITS, do=_course("note")),
    Scene("course-close", "agenda", _WAITS, do=_course("close")),
    Scene("course-cancel", "preparation", _PREPARED, do=_course("cancel-sitting")),
    *(Scene(name, page, desk, EVENING, do) for name, page, desk, do in RECORD),
)
BY_NAME = {scene.name: scene for scene in SCENES}


_kept = cache(lambda make: make())  # a desk that nobody changes serves every scene on it


@contextmanager
def set_up(
    scene: Scene, language: Language = "kk", size: tuple[int, int] = (1280, 720), *, desk: Desk | None = None
) -> Iterator[Window]:
    """The window in that scene; closed at the end. `desk`: one of one's own, to be changed."""
    application()
    desk = desk or (scene.desk() if scene.changes else _kept(scene.desk))
    window = open_window(desk, scene.sitting, language, papers=window_papers(), exchange=window_exchange())
    window.resize(*size)
    window.show()
    window.activateWindow()
    window.show_page(scene.page)
    settle()
    for do in scene.do:
        do(window)
        settle()
    _wait_for_pages(window)
    try:
        yield window
    finally:
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _wait_for_pages(window: Window) -> None:
    """Until the paper on the protocol's page is made: its button to stop is gone."""
    stop, patience = window.findChild(QAbstractButton, "protocol.stop"), QDeadlineTimer(60_000)
    while stop is not None and stop.isVisible() and not patience.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 100)
    settle()


def settle() -> None:
    """Let the layouts come to rest: a part that changed its size asks its neighbours, and they theirs."""
    for _ in range(4):
        QApplication.processEvents()


def main(folder: Path, names: Sequence[str]) -> None:
    """Paint the scenes."""
    folder.mkdir(parents=True, exist_ok=True)
    for scene in SCENES:
        if names and not any(scene.name.startswith(name) for name in names):
            continue
        for language in LANGUAGES:
            for size in SIZES:
                with set_up(scene, language, size) as window:
                    path = folder / f"{scene.name}-{size[0]}-{language}.png"
                    if not window.grab().save(str(path)):
                        raise OSError(f"{path} cannot be written")


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main(Path(sys.argv[1]), sys.argv[2:])
