"""The list of the roll for Qt: own rows, reset at once; no proxy, no measuring of rows: fast with 10,000."""

from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from assembly_desk.domain.roll import Roll
from assembly_desk.projections.roll_sheet import Listed, Where, where
from assembly_desk.ui.bridge import Bridge

ModelIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """The columns, in reading order."""

    NUMBER = 0
    NAME = 1
    PLACE = 2
    TIME = 3
    STANDING = 4


class RollModel(QAbstractTableModel):
    """The rows that are shown; where each member stands is asked of the roll when a row is painted."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._rows: Sequence[Listed] = ()
        self._roll: Roll = bridge.state.roll

    def show_rows(self, rows: Sequence[Listed], roll: Roll) -> None:
        """Show these rows instead."""
        self.beginResetModel()
        self._rows, self._roll = rows, roll
        self.endResetModel()

    def show_roll(self, roll: Roll, seen: Iterable[int]) -> None:
        """The same rows, standing as this roll says. `seen`: the rows in sight; any other is asked for later."""
        before, self._roll = self._roll, roll
        for row in seen:
            member = self._rows[row].member
            if where(before, member) != where(roll, member):
                ends = self.index(row, Column.NUMBER), self.index(row, Column.STANDING)
                self.dataChanged.emit(*ends, [Qt.ItemDataRole.DisplayRole])

    @property
    def rows(self) -> Sequence[Listed]:
        """The members in the order shown."""
        return self._rows

    def row_of(self, member: str) -> int:
        """In which row that member stands, or -1."""
        return next((row for row, one in enumerate(self._rows) if one.member == member), -1)

    def place(self, row: int) -> tuple[str, ...]:
        """Where the member of that row comes from: the organisation or the position, and the region."""
        return self._rows[row].place(self._bridge.language)

    def where(self, row: int) -> Where:
        """Where the member of that row stands now."""
        return where(self._roll, self._rows[row].member)

    def rowCount(self, parent: ModelIndex = _NOWHERE) -> int:
        """As many as are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: ModelIndex = _NOWHERE) -> int:
        """Number, name, organisation and region, time, standing."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text of a cell, for painting and for those who hear it read."""
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.text(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tip(index.row(), index.column())
        return None

    def text(self, row: int, column: int) -> str:
        """The text of a cell."""
        one = self._rows[row]
        match column:
            case Column.NUMBER:
                return str(one.number)
            case Column.NAME:
                return one.name.in_language(self._bridge.language)
            case Column.PLACE:
                return " · ".join(one.place(self._bridge.language))
            case Column.TIME:
                since = self.where(row).since
                return self._bridge.time(since) if since else "—"
            case _:
                return self._standing(self.where(row))

    def _standing(self, now: Where) -> str:
        say = self._bridge.words
        if now.standing == "left" and now.left is not None:
            return say("roll.left-at", time=self._bridge.time(now.left))
        return say(f"presence.{now.standing}")

    def tip(self, row: int, column: int) -> str:
        """What a cell has no room for: the reason of an excuse, the badge; else the text itself."""
        say, one, now = self._bridge.words, self._rows[row], self.where(row)
        if column == Column.STANDING and now.excuse:
            return say("roll.excused-why", reason=say(f"excuse.{now.excuse}"))
        if column == Column.NUMBER and one.badge:
            return say("roll.badge", badge=one.badge)
        return self.text(row, column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The names of the columns: hidden on the screen, read aloud by a screen reader."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._bridge.words(f"roll.column-{Column(section).name.lower()}")
        return None
