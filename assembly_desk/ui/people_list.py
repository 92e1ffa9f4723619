"""What every list of people is: filters with a picker after them, the rows, and words where there is none."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QAbstractTableModel, QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QStyledItemDelegate,
    QTableView,
)

from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.buttons import chip
from assembly_desk.ui.parts.flow import Flow
from assembly_desk.ui.parts.labels import Card, label, rule
from assembly_desk.ui.roll.delegate import ROW_HEIGHT

_Filter = TypeVar("_Filter", bound=str)
NAME_COLUMN = 1  # of every list of people: what a screen reader begins with


class PeopleList(Card):
    """The card. The chosen row stays chosen through filters, as long as it is shown; its keys are the page's."""

    key_pressed = Signal(QKeyEvent)
    picked = Signal(QPoint)
    """The picker was pressed: its lower corner, in global measures."""

    def __init__(self, bridge: Bridge, page: str, model: QAbstractTableModel) -> None:
        super().__init__(f"{page}.list", head=False, margin=0)
        self._bridge, self._page, self._rows = bridge, page, model
        self.column.setContentsMargins(1, 1, 1, 1)
        self.column.setSpacing(0)

    def add_filters(
        self, shows: Sequence[_Filter], picker: str, show: Callable[[_Filter], None]
    ) -> dict[_Filter, QPushButton]:
        """A chip for each filter, the first chosen, and at the right the picker of that name. Returns the chips."""
        bar, group = Flow(6, last_right=True), QButtonGroup(self)
        chips = {one: chip(f"{self._page}.show.{one}") for one in shows}
        for one, button in chips.items():
            button.clicked.connect(lambda _=False, chosen=one: show(chosen))
            group.addButton(button)
            bar.add(button)
        chips[shows[0]].setChecked(True)
        self.picker = chip(f"{self._page}.{picker}")
        self.picker.setCheckable(False)
        self.picker.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the sign after the text
        self.picker.clicked.connect(
            lambda: self.picked.emit(self.picker.mapToGlobal(QPoint(0, self.picker.height() + 4)))
        )
        bar.add(self.picker)
        outer = QHBoxLayout()
        outer.setContentsMargins(16, 12, 16, 12)
        outer.addWidget(bar)
        self.column.addLayout(outer)
        self.column.addWidget(rule())
        return chips

    def add_table(self, delegate: type[QStyledItemDelegate]) -> None:
        """The rows, and in their place a sentence where there are none."""
        self.table = QTableView()
        self.table.setObjectName(f"{self._page}.table")
        self.table.setModel(self._rows)
        self.table.setItemDelegate(delegate(self.table))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.horizontalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.horizontalHeader().setMinimumSectionSize(20)
        header = self.table.verticalHeader()
        header.hide()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultSectionSize(ROW_HEIGHT)
        self.table.installEventFilter(self)
        self.table.viewport().installEventFilter(self)
        self.nobody = label(f"{self._page}.nobody", 16, role="second", wrap=True)
        self.nobody.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.nobody.setContentsMargins(24, 48, 24, 24)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.nobody)
        self.column.addWidget(self.stack, 1)

    def share_width(self) -> None:
        """Give each column its part of the width."""
        raise NotImplementedError

    def choose_row(self, row: int) -> None:
        """Choose the row and bring it into sight."""
        index = self._rows.index(row, NAME_COLUMN)
        self.table.setCurrentIndex(index)
        self.table.scrollTo(index)

    def step(self, by: int) -> None:
        """Go down or up by so many rows."""
        if last := self._rows.rowCount():
            here = max(0, self.table.currentIndex().row())
            self.choose_row(min(max(here + by, 0), last - 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns share the width there is."""
        super().resizeEvent(event)
        self.share_width()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys pressed in the list are the page's: letters go to the search, acts to the chosen row."""
        if watched is self.table.viewport() and event.type() == QEvent.Type.Resize:
            self.share_width()
        if watched is self.table and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            event.ignore()
            self.key_pressed.emit(event)
            taken = event.isAccepted()
            event.accept()  # as every key comes: else a Tab would go on from the parent too, and skip a button
            return taken
        return super().eventFilter(watched, event)
