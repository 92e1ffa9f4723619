"""How a row of the register is painted."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from assembly_desk.ui import theme
from assembly_desk.ui.members.model import Column, MembersModel
from assembly_desk.ui.roll.delegate import (
    NAME_FONT,
    PLACE_FONT,
    ROW_HEIGHT,
    paint_pill,
    place_lines,
    two_lines,
)

_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)


class MembersDelegate(QStyledItemDelegate):
    """Paints the cells: number, name, where from, a pill with the body, the office, the badge."""

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
        assert isinstance(model, MembersModel)
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
        inner = box.adjusted(0, 0, -12, -1)
        painter.setPen(QColor(now.second))
        match column:
            case Column.NAME:
                painter.setPen(QColor(now.ink))
                two_lines(painter, inner, text, NAME_FONT, bold=True)
            case Column.PLACE:
                place_lines(painter, inner, model.place(row))
            case Column.BODIES:
                ink, ground = ("act_text", "act_soft") if model.in_council(row) else ("second", "quiet")
                paint_pill(painter, box, text, ink, ground, outlined=chosen)
            case Column.OFFICE:
                two_lines(painter, inner, text, PLACE_FONT)
            case _:
                painter.setFont(theme.brush_font(PLACE_FONT))
                left = 16 if column == Column.NUMBER else 0
                painter.drawText(box.adjusted(left, 0, 0, -1), _MIDDLE, text)
        painter.restore()
