"""A bar with the mark to reach."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from assembly_desk.ui import theme


class MarkBar(QWidget):
    """How much of a whole there is, and the mark that it has to reach. Its accessible name says it."""

    def __init__(self, name: str, height: int = 12) -> None:
        super().__init__()
        self.setObjectName(name)
        self._thick = height
        self._value, self._whole, self._mark, self._met = 0, 1, 0, False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(height + 10)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(160, self._thick + 10)

    def show_share(self, value: int, whole: int, mark: int, met: bool, says: str) -> None:
        """Show `value` of `whole` with the mark at `mark`; `says`: the figures in words."""
        self._value, self._whole, self._mark, self._met = value, max(whole, 1), mark, met
        self.setAccessibleName(says)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The track, the part that is there, and the mark above both."""
        now = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self._thick / 2
        track = QRectF(0.5, 5, self.width() - 1, self._thick)
        outline = QPainterPath()
        outline.addRoundedRect(track, radius, radius)
        painter.fillPath(outline, QColor(now.track))
        painter.save()
        painter.setClipPath(outline)
        share = min(self._value / self._whole, 1.0)
        painter.fillRect(
            QRectF(track.left(), track.top(), track.width() * share, track.height()),
            QColor(now.for_ if self._met else now.against),
        )
        painter.restore()
        if now.stroke > 1:
            painter.setPen(QPen(QColor(now.line), 1))
            painter.drawPath(outline)
        if 0 < self._mark <= self._whole:
            at = track.left() + track.width() * self._mark / self._whole
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.fillRect(QRectF(round(at) - 2, 0, 4, self._thick + 10), QColor(now.surface))
            painter.fillRect(QRectF(round(at) - 1, 0, 2, self._thick + 10), QColor(now.ink))
        painter.setBrush(Qt.BrushStyle.NoBrush)
