"""A list of two columns: where or who, and what is said of it; fast with 20,000 lines."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from assembly_desk.ui import theme
from assembly_desk.ui.roll.delegate import ROW_HEIGHT, two_lines

Line = tuple[str, str]
ModelIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class _Lines(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self.lines: Sequence[Line] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: ModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: ModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else 2

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        known = (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        )
        return self.lines[index.row()][index.column()] if index.isValid() and role in known else None


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: ModelIndex) -> QSize:
        return QSize(100, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        now, box = theme.tokens(), QRectF(option.rect)
        painter.save()
        if self._view.hasFocus() and index.row() == self._view.currentIndex().row():
            painter.fillRect(box, QColor(now.act_soft))
        painter.setPen(QPen(QColor(now.line), 1))
        painter.drawLine(QPointF(box.left(), box.bottom() - 0.5), QPointF(box.right(), box.bottom() - 0.5))
        first = index.column() == 0
        painter.setPen(QColor(now.ink if first else now.second))
        two_lines(painter, box.adjusted(8, 0, -8, -1), str(index.data()), 13, bold=first)
        painter.restore()


class RemarkTable(QTableView):
    """The list."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.lines = _Lines()
        self.setModel(self.lines)
        self.setItemDelegate(_Delegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these, from the first."""
        if self.lines.lines != lines:
            self.lines.show_lines(lines)
            if lines:
                self.setCurrentIndex(self.lines.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go along the list; letters, Enter and Escape are none of its keys."""
        moves = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        if event.key() in (*moves, Qt.Key.Key_Home, Qt.Key.Key_End):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: Any) -> None:
        """The chosen line is seen."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: Any) -> None:
        """As before."""
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns share the width."""
        super().resizeEvent(event)
        room = self.viewport().width()
        self.setColumnWidth(0, room * 30 // 100)
        self.setColumnWidth(1, room - room * 30 // 100)

    def viewportEvent(self, event: QEvent) -> bool:
        """A scroll bar that came or went changes the width."""
        if event.type() == QEvent.Type.Resize:
            room = self.viewport().width()
            self.setColumnWidth(1, room - self.columnWidth(0))
        return super().viewportEvent(event)
