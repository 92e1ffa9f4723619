"""A key as it is drawn beside what it does."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from assembly_desk.ui import theme
from assembly_desk.ui.parts.icons import paint_icon

ENTER, ARROWS = "↵", "↕"  # drawn, not written: the fonts have no such signs
_DRAWN = {ENTER: "enter", ARROWS: "arrows"}
_PAD, _HEIGHT, _SIGN = 6, 22, 14


def _parts(keys: str) -> tuple[str, float, str, float]:
    """The written part and its width, the drawn sign after it, and the width of both."""
    sign = _DRAWN.get(keys[-1:], "")
    text = keys[:-1].strip() if sign else keys
    written = theme.metrics(11.5, bold=True).horizontalAdvance(text) if text else 0
    return text, written, sign, written + (_SIGN + (4 if text else 0) if sign else 0)


def cap_width(keys: str) -> float:
    """How wide the cap of «Shift ↵» is."""
    return max(2 * _PAD + _parts(keys)[3], 26)


def paint_cap(painter: QPainter, keys: str, left: float, middle: float, ink: str, line: str) -> float:
    """Paint the cap with its left edge and its middle there; returns its width."""
    width = cap_width(keys)
    box = QRectF(left + 0.5, middle - _HEIGHT / 2 + 0.5, width - 1, _HEIGHT - 1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(line), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(QColor(ink))
    painter.setFont(theme.font(11.5, bold=True))
    text, written, sign, whole = _parts(keys)
    start = box.left() + (box.width() - whole) / 2
    if text:
        room = QRectF(start, box.top(), written + 1, box.height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), text)
    if sign:
        paint_icon(painter, sign, ink, QRectF(start + whole - _SIGN, middle - _SIGN / 2, _SIGN, _SIGN))
    painter.restore()
    return width


class KeyCap(QWidget):
    """The cap of a key."""

    def __init__(self, keys: str) -> None:
        super().__init__()
        self.keys = keys
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(keys.replace(ENTER, "Enter"))

    def sizeHint(self) -> QSize:
        """Just the cap."""
        return QSize(round(cap_width(self.keys)) + 1, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the cap."""
        painter = QPainter(self)
        now = theme.tokens()
        paint_cap(painter, self.keys, 0, self.height() / 2, now.second, now.second)
