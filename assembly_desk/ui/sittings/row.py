"""A sitting on the list: its name, when and where, how far it has come."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from assembly_desk.ui import theme

_HUES = {
    "open": ("for_", "for_soft"),
    "closed": ("second", "quiet"),
    "sealed": ("second", "quiet"),
    "cancelled": ("against", "against_soft"),
    "broken": ("against", "against_soft"),
}


class SittingRow(QAbstractButton):
    """The row is a button: Enter or a click goes to the sitting."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._title, self._under, self._state, self._doing, self._hue = "", "", "", "", "open"

    def show_line(self, title: str, under: str, state: str, doing: str, hue: str) -> None:
        """Show the name, the line below it, the state in a pill, and what it was interrupted in."""
        self._title, self._under, self._state, self._doing, self._hue = title, under, state, doing, hue
        self.setAccessibleName(" · ".join(part for part in (title, under, state, doing) if part))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines, three where it was interrupted."""
        return QSize(400, 92 if self._doing else 70)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The card, the texts, the pill."""
        now = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        focused = self.hasFocus()
        painter.setPen(QPen(QColor(now.act if focused else now.line), 2 if focused else now.stroke))
        painter.setBrush(QColor(now.act_soft if focused or self.underMouse() else now.surface))
        painter.drawRoundedRect(box, 10, 10)
        ink, ground = (str(getattr(now, name)) for name in _HUES.get(self._hue, ("abstain", "abstain_soft")))
        metrics = theme.metrics(13, bold=True)
        pill = QRectF(0, 0, metrics.horizontalAdvance(self._state) + 28, 28)
        pill.moveRight(box.right() - 16)
        pill.moveTop(box.top() + 20)
        painter.setPen(QPen(QColor(ink), 2) if now.stroke > 1 else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(pill, 14, 14)
        painter.setPen(QColor(ink))
        painter.setFont(theme.font(13, bold=True))
        painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), self._state)
        room = pill.left() - 40
        self._line(painter, QRectF(20, 12, room, 24), self._title, 16, now.ink, bold=True)
        self._line(painter, QRectF(20, 37, room, 22), self._under, 13.5, now.second)
        if self._doing:
            self._line(
                painter, QRectF(20, 60, box.width() - 40, 22), self._doing, 13.5, now.act_text, bold=True
            )

    def _line(
        self, painter: QPainter, box: QRectF, text: str, pixels: float, ink: str, *, bold: bool = False
    ) -> None:
        painter.setFont(theme.font(pixels, bold=bold))
        painter.setPen(QColor(ink))
        shown = theme.metrics(pixels, bold=bold).elidedText(
            text, Qt.TextElideMode.ElideRight, int(box.width())
        )
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def enterEvent(self, _event: object) -> None:
        """Show that it can be pressed."""
        self.update()

    def leaveEvent(self, _event: object) -> None:
        """As before."""
        self.update()
