"""The window as it is first seen: its ground, the top line with the program's name, the bottom line."""

import time

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from assembly_desk.ui import theme

TOP, FOOT = 72, 34  # the heights of the lines above and below every page
_NO_INPUT = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents  # keys and closing wait for the whole program
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_PATIENCE = 0.5  # seconds for the window system to show it; a window that stays hidden stops nobody


class Ground(QWidget):
    """The window of the program. It is painted at once, and holds what is laid on it once that is there."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.resize(1440, 900)
        self._content: QWidget | None = None
        self._seen = False

    def show_now(self) -> None:
        """Show it over the whole screen; it has been painted when this returns, or the screen does not let it."""
        self.showMaximized()
        end = time.monotonic() + _PATIENCE
        while not self._seen and time.monotonic() < end:
            QApplication.processEvents(_NO_INPUT)

    def hold(self, content: QWidget) -> None:
        """Fill it with that widget, whose title and sign it takes over and which is closed with it, and paint."""
        self._content = content
        self.setWindowTitle(content.windowTitle())
        self.setWindowIcon(content.windowIcon())
        content.windowTitleChanged.connect(self.setWindowTitle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(content)
        QApplication.processEvents(_NO_INPUT)

    def tell(self, sentence: str, leave: str) -> None:
        """Say in the window why there is nothing to show; the button, named `leave`, closes it."""
        says = QLabel(sentence)
        says.setObjectName("ground.says")
        says.setTextFormat(Qt.TextFormat.PlainText)
        says.setFont(theme.font(18))
        says.setWordWrap(True)
        says.setMaximumWidth(720)
        button = QPushButton(leave)
        button.setObjectName("ground.leave")
        button.setFont(theme.font(15, bold=True))
        button.setDefault(True)
        button.clicked.connect(self.close)
        content = QWidget()
        content.setWindowTitle(self.windowTitle())
        column = QVBoxLayout(content)
        column.setSpacing(24)
        column.addStretch(1)
        column.addWidget(says, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.hold(content)
        self.setAccessibleName(sentence)
        button.setFocus()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """What is there before the content."""
        if self._content is None:
            now, width, height = theme.tokens(), self.width(), self.height()
            painter = QPainter(self)
            painter.fillRect(self.rect(), theme.colour("ground"))
            painter.fillRect(0, 0, width, TOP, theme.colour("surface"))
            painter.fillRect(0, TOP - now.stroke, width, now.stroke, theme.colour("line"))
            painter.fillRect(0, height - FOOT, width, FOOT, theme.colour("foot"))
            painter.fillRect(0, height - FOOT, width, now.stroke, theme.colour("line"))
            painter.setPen(theme.colour("ink"))
            painter.setFont(theme.font(16, bold=True))
            painter.drawText(24, 0, width - 48, TOP, int(_MIDDLE), self.windowTitle())
            QTimer.singleShot(0, self._was_seen)  # the picture goes to the screen when this returns

    def _was_seen(self) -> None:
        self._seen = True

    def closeEvent(self, event: QCloseEvent) -> None:
        """What it holds closes too."""
        if self._content is not None:
            self._content.close()
        super().closeEvent(event)
