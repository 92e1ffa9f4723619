"""Running the windows: fonts and theme, and calm words for what goes wrong inside.

The first window is painted before the rest of the program is loaded, so what belongs to the rest is imported
where it is used.
"""

import logging
import os
import sys
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from assembly_desk.ui import theme
from assembly_desk.ui.ground import Ground
from assembly_desk.ui.settings.remembered import Memory, Remembered
from assembly_desk.wording.words import Language, words

if TYPE_CHECKING:
    from assembly_desk.desk.desk import Desk
    from assembly_desk.ui.members.exchange import Exchange
    from assembly_desk.ui.protocol.papers import Papers
    from assembly_desk.ui.window import Window

log = logging.getLogger("assembly_desk.ui")

_NOISE = ("This plugin does not support propagateSizeHints",)
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def application() -> QApplication:
    """The program's QApplication, dressed; made at the first call."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
        app.setApplicationName("assembly-desk")
        app.setDesktopFileName("assembly-desk")
    if not app.styleSheet():
        theme.apply(app)
    return app


def first_window(language: Language = "kk", remembered: Remembered | None = None) -> Ground:
    """The program's window, seen at once and still without its content: for `run_window`."""
    dress(remembered or Remembered())
    ground = Ground(words(language)("shell.program"))
    ground.show_now()
    return ground


def dress(remembered: Remembered) -> None:
    """The size of all letters and the look, as they are remembered. The size only before Qt begins."""
    if remembered.size != "100" and QApplication.instance() is None:
        os.environ.setdefault("QT_SCALE_FACTOR", f"{int(remembered.size) / 100}")
    app = application()
    if remembered.scheme != theme.tokens().scheme:
        theme.apply(app, remembered.scheme)


def say_instead(ground: Ground, sentence: str, language: Language) -> None:
    """Say in the window why the program cannot begin, until it is closed."""
    ground.tell(sentence, words(language)("do.leave"))
    application().exec()


def open_window(
    desk: "Desk",
    sitting_id: str | None,
    language: Language = "kk",
    *,
    held_by: str | None = None,
    ground: Ground | None = None,
    papers: "Papers | None" = None,
    exchange: "Exchange | None" = None,
) -> "Window":
    """The operator's window on that sitting, not shown yet. `held_by`: the file's holder, to view only.

    `ground`: what is to hold it; `papers`: who makes, signs and examines papers; `exchange`: who reads and
    writes rosters.
    """
    from assembly_desk.ui.bridge import Bridge
    from assembly_desk.ui.window import Window

    application()
    bridge = Bridge(desk, sitting_id, language, held_by=held_by)
    bridge.papers, bridge.exchange = papers, exchange
    return Window(bridge, ground)


def run_window(
    desk: "Desk",
    sitting_id: str | None,
    language: Language = "kk",
    *,
    hall: bool = True,
    held_by: str | None = None,
    ground: Ground | None = None,
    papers: "Papers | None" = None,
    exchange: "Exchange | None" = None,
    memory: Memory | None = None,
    reopened: bool = False,
) -> int:
    """Open the operator's window, and the hall's where there is one. Returns Qt's exit code when closed.

    `ground`: the window that is seen already, to be filled; `memory`: where the settings are kept; `reopened`:
    say of a sitting that is under way that it goes on and nothing is lost.
    """
    app = application()
    window = open_window(
        desk, sitting_id, language, held_by=held_by, ground=ground, papers=papers, exchange=exchange
    )
    before = sys.excepthook, qInstallMessageHandler(_to_log)
    catch_slips(window)
    if ground is None:
        window.resize(1440, 900)
        window.showMaximized()
    else:
        ground.hold(window)
    if memory is not None:
        window.remember_in(memory)
    if hall:
        window.hall.start()
    if reopened:
        window.tell(window.bridge.say_restored())
    try:
        return app.exec()
    finally:
        sys.excepthook = before[0]
        qInstallMessageHandler(before[1])


def catch_slips(window: "Window") -> None:
    """A slip of the program becomes a calm sentence above the page, and the details go to the log."""

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log.error("a slip of the program", exc_info=(kind, error, trace))
        try:
            window.say_failure(kind.__name__)
        except Exception:  # the page that slipped may slip again while it makes room for the sentence
            log.exception("a slip while it was told")

    sys.excepthook = caught


def _to_log(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    if not text.startswith(_NOISE):
        log.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", text)
