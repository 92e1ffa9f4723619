"""Running the windows: fonts and theme, and calm words for what goes wrong inside."""

import logging
import sys
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from assembly_desk.desk.desk import Desk
from assembly_desk.ui import theme
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.hall_button import HallControl
from assembly_desk.ui.window import Window
from assembly_desk.wording.words import Language

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


def open_window(
    desk: Desk, sitting_id: str, language: Language = "kk", *, held_by: str | None = None
) -> Window:
    """The operator's window on that sitting, not shown yet. `held_by`: the file's holder, to view only."""
    application()
    return Window(Bridge(desk, sitting_id, language, held_by=held_by))


def run_window(
    desk: Desk,
    sitting_id: str,
    language: Language = "kk",
    *,
    hall: bool = True,
    held_by: str | None = None,
) -> int:
    """Open the operator's window, and the hall's where there is one. Returns Qt's exit code when closed."""
    app = application()
    window = open_window(desk, sitting_id, language, held_by=held_by)
    before = sys.excepthook, qInstallMessageHandler(_to_log)
    catch_slips(window)
    window.resize(1440, 900)
    window.showMaximized()
    if hall:
        HallControl(window).start()
    try:
        return app.exec()
    finally:
        sys.excepthook = before[0]
        qInstallMessageHandler(before[1])


def catch_slips(window: Window) -> None:
    """A slip of the program becomes a calm sentence above the page, and the details go to the log."""

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log.error("a slip of the program", exc_info=(kind, error, trace))
        window.say_failure(kind.__name__)

    sys.excepthook = caught


def _to_log(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    if not text.startswith(_NOISE):
        log.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", text)
