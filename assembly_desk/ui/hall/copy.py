"""The desk's small copies of the hall display: what is out, and what would come."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from assembly_desk.ui import theme
from assembly_desk.ui.hall.picture import HallView, paint_hall
from assembly_desk.ui.hall.window import HallWindow, say_view
from assembly_desk.wording.words import words

_UNPLACED = QSize(1920, 1080)  # the measures of a hall that stands on no screen
_ROUND = 6
_WIDEST = 640


class HallCopy(QWidget):
    """A true small copy of what the hall sees, by the same painter and in the hall's own proportions.

    `coming`: of what would go out if nothing were held back. It follows the hall window, shown or not.
    """

    def __init__(self, hall: HallWindow, name: str, *, coming: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self._hall, self._of_what_comes = hall, coming
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(_WIDEST)
        hall.changed.connect(self._follow)
        self._follow()

    @property
    def view(self) -> HallView | None:
        """What is seen in the copy."""
        return self._hall.coming if self._of_what_comes else self._hall.view

    def _follow(self) -> None:
        language = self._hall.language
        name = f"{words(language)('card.hall')}: {say_view(self.view, language)}"
        if name != self.accessibleName():
            self.setAccessibleName(name)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As high as its width asks for: 16:9."""
        super().resizeEvent(event)
        self.setFixedHeight(self.width() * 9 // 16)

    def sizeHint(self) -> QSize:
        """As on a card of the desk."""
        return QSize(320, 180)

    def minimumSizeHint(self) -> QSize:
        """Small, yet to be told apart."""
        return QSize(112, 63)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The hall's own picture, only smaller; a line around it so that a dark theme shows its edge."""
        whole = self._hall.size() if self._hall.isVisible() else _UNPLACED
        scale = min(self.width() / whole.width(), self.height() / whole.height())
        box = QRectF(0, 0, whole.width() * scale, whole.height() * scale)
        box.moveCenter(QRectF(self.rect()).center())
        edge = QPainterPath()
        edge.addRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.setClipPath(edge)
        painter.translate(box.topLeft())
        painter.scale(scale, scale)
        paint_hall(painter, QRectF(0, 0, whole.width(), whole.height()), self.view)
        painter.restore()
        painter.setPen(QPen(QColor(theme.tokens().line), theme.tokens().stroke))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(edge)
