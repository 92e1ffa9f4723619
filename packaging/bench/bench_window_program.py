"""The program's own window on a database, opened as a user opens it: says when it is painted, and ends."""

import sys

from bench_window_bare import FirstPaint
from PySide6.QtCore import QTimer

from assembly_desk.cli import main as command_line
from assembly_desk.ui.app import application


def main(database: str, part: str = "roll.table") -> int:
    """Open the window on that database until that part of it is painted."""
    app = application()
    window, state = FirstPaint("painted"), FirstPaint("shown", part)
    app.installEventFilter(window)
    app.installEventFilter(state)
    end = QTimer()
    end.timeout.connect(lambda: app.quit() if window.seen and state.seen else None)
    end.start(5)
    return command_line(["--database", database])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
