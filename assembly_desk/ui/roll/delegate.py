"""How a row of the roll is painted: number, name, where from, the time, and a pill that says the standing."""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from assembly_desk.domain.roll import Standing
from assembly_desk.ui import theme
from assembly_desk.ui.roll.model import Column, RollModel

ROW_HEIGHT = 44
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)

_PILLS: dict[Standing, tuple[str, str]] = {
    "present": ("for_", "for_soft"),
    "absent": ("second", "quiet"),
    "excused": ("abstain", "abstain_soft"),
    "left": ("act_text", "act_soft"),
}
PILL_FONT, NAME_FONT, PLACE_FONT = 13, 14, 13


def pill_width(text: str) -> int:
    """How wide the pill of that text is."""
    return theme.metrics(PILL_FONT, bold=True).horizontalAdvance(text) + 22


class RollDelegate(QStyledItemDelegate):
    """Paints the cells. What is too long for a line goes over two, in smaller letters."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All rows are of one height."""
        return QSize(100, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One cell."""
        model = index.model()
        assert isinstance(model, RollModel)
        now, row, column = theme.tokens(), index.row(), index.column()
        box = QRectF(option.rect)
        chosen = row == self._view.currentIndex().row()
        painter.save()
        if chosen:
            painter.fillRect(box, QColor(now.act_soft))
            if column == Column.NUMBER:
                painter.fillRect(QRectF(box.left(), box.top(), 4, box.height() - 1), QColor(now.act))
        painter.setPen(QPen(QColor(now.line), 1))
        painter.drawLine(QPointF(box.left(), box.bottom() - 0.5), QPointF(box.right(), box.bottom() - 0.5))
        text = model.text(row, column)
        if column == Column.STANDING:
            self._pill(painter, box, text, model.where(row).standing, chosen)
        elif column == Column.NAME:
            painter.setPen(QColor(now.ink))
            two_lines(painter, box.adjusted(0, 0, -12, -1), text, NAME_FONT, bold=True)
        elif column == Column.PLACE:
            painter.setPen(QColor(now.second))
            place_lines(painter, box.adjusted(0, 0, -12, -1), model.place(row))
        else:
            painter.setPen(QColor(now.second))
            painter.setFont(theme.brush_font(PLACE_FONT))
            left = 16 if column == Column.NUMBER else 0
            painter.drawText(box.adjusted(left, 0, 0, -1), _MIDDLE, text)
        painter.restore()

    def _pill(self, painter: QPainter, box: QRectF, text: str, standing: Standing, chosen: bool) -> None:
        ink, ground = _PILLS[standing]
        paint_pill(painter, box, text, ink, ground, outlined=chosen and standing == "left")


def paint_pill(
    painter: QPainter, box: QRectF, text: str, ink: str, ground: str, *, outlined: bool = False
) -> None:
    """A pill at the left of the box, in the colours of those names."""
    now = theme.tokens()
    width = min(pill_width(text), box.width() - 8)
    pill = QRectF(box.left(), box.center().y() - 13.5, width, 26)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour(ink), now.stroke) if outlined or now.stroke > 1 else Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(ground))
    painter.drawRoundedRect(pill, 13, 13)
    painter.setPen(theme.colour(ink))
    painter.setFont(theme.brush_font(PILL_FONT, bold=True))
    shown = theme.metrics(PILL_FONT, bold=True).elidedText(
        text, Qt.TextElideMode.ElideRight, round(width) - 16
    )
    painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), shown)


def two_lines(painter: QPainter, box: QRectF, text: str, pixels: int, *, bold: bool = False) -> None:
    """The text on one line, or smaller on two, or on three; only what is longer still ends in «…»."""
    if theme.metrics(pixels, bold=bold).horizontalAdvance(text) <= box.width():
        painter.setFont(theme.brush_font(pixels, bold=bold))
        painter.drawText(box, _MIDDLE, text)
        return
    lines = _broken(text, pixels - 1, bold, int(box.width()), 2)
    if lines[-1].endswith("…"):
        _lines(painter, box, _broken(text, pixels - 3, bold, int(box.width()), 3), pixels - 3, bold=bold)
    else:
        _lines(painter, box, lines, pixels - 1, bold=bold)


def place_lines(painter: QPainter, box: QRectF, parts: tuple[str, ...]) -> None:
    """The organisation, and the region below it."""
    if len(parts) < 2:
        two_lines(painter, box, "".join(parts), PLACE_FONT)
        return
    metrics = theme.metrics(PLACE_FONT - 1)
    shown = [metrics.elidedText(part, Qt.TextElideMode.ElideRight, int(box.width())) for part in parts[:2]]
    _lines(painter, box, shown, PLACE_FONT - 1)


def _lines(
    painter: QPainter, box: QRectF, lines: Sequence[str], pixels: float, *, bold: bool = False
) -> None:
    painter.setFont(theme.brush_font(pixels, bold=bold))
    height = min(theme.metrics(pixels, bold=bold).height(), int(box.height()) // len(lines))
    top = box.center().y() - height * len(lines) / 2
    for number, line in enumerate(lines):
        painter.drawText(QRectF(box.left(), top + number * height, box.width() + 1, height), _MIDDLE, line)


@lru_cache(maxsize=4096)
def _broken(text: str, pixels: int, bold: bool, width: int, most: int) -> tuple[str, ...]:
    layout = QTextLayout(text, theme.font(pixels, bold=bold))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        lines.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    if len(lines) > most:
        metrics = theme.metrics(pixels, bold=bold)
        rest = " ".join(lines[most - 1 :])
        lines[most - 1 :] = [metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)]
    return tuple(lines)
