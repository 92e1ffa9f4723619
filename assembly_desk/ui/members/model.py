"""The list of the register for Qt: own rows, reset at once; no proxy, no measuring of rows: fast with 10,000."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from assembly_desk.projections.members_sheet import MemberLine
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.members import said

ModelIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """The columns, in reading order."""

    NUMBER = 0
    NAME = 1
    PLACE = 2
    BODIES = 3
    OFFICE = 4
    BADGE = 5


class MembersModel(QAbstractTableModel):
    """The members that are shown."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self.rows: Sequence[MemberLine] = ()

    def show_rows(self, rows: Sequence[MemberLine]) -> None:
        """Show these rows instead."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def row_of(self, member: str) -> int:
        """In which row that member stands, or -1."""
        return next((row for row, line in enumerate(self.rows) if line.member.id == member), -1)

    def place(self, row: int) -> tuple[str, ...]:
        """Where the member of that row comes from: the organisation or the position, and the region."""
        return self.rows[row].listed.place(self._bridge.language)

    def in_council(self, row: int) -> bool:
        """Whether the member of that row belongs to the Council."""
        return "council" in self.rows[row].member.bodies

    def rowCount(self, parent: ModelIndex = _NOWHERE) -> int:
        """As many as are shown."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: ModelIndex = _NOWHERE) -> int:
        """Number, name, organisation and region, body, office, badge."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text of a cell, for painting and for those who hear it read."""
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.text(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            if index.column() == Column.BODIES:
                return said.seats(self._bridge, self.rows[index.row()].member)
            return self.text(index.row(), index.column())
        return None

    def text(self, row: int, column: int) -> str:
        """The text of a cell."""
        line = self.rows[row]
        match column:
            case Column.NUMBER:
                return str(line.listed.number)
            case Column.NAME:
                return line.listed.name.in_language(self._bridge.language)
            case Column.PLACE:
                return " · ".join(self.place(row))
            case Column.BODIES:
                return said.pill(self._bridge, line.member)
            case Column.OFFICE:
                return said.offices(self._bridge, line.member)
            case _:
                return line.member.badge or "—"

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The names of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._bridge.words(f"members.column-{Column(section).name.lower()}")
        return None
