"""The drawn signs: ✓ ✗ – and the like, from `resources/icons`, in any colour and size."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from assembly_desk.resources import resource

_DRAWN_IN = b"#000000"


@cache
def _drawing(name: str) -> bytes:
    return resource("icons", f"{name}.svg").read_bytes()


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_drawing(name).replace(_DRAWN_IN, colour.encode())))


def paint_icon(painter: QPainter, name: str, colour: str, target: QRectF) -> None:
    """Paint the sign into that square."""
    _renderer(name, colour).render(painter, target)


@cache
def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """The sign as a picture of that many logical pixels."""
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_icon(painter, name, colour, QRectF(0, 0, size, size))
    painter.end()
    return picture


def icon(name: str, colour: str, size: int = 20) -> QIcon:
    """The sign for a button, sharp on a screen of double density too."""
    made = QIcon(pixmap(name, colour, size))
    made.addPixmap(pixmap(name, colour, size, 2.0))
    return made
