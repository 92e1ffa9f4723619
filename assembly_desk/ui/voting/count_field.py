"""A row of counted hands: its fields, and what was typed into them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QIntValidator, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton

from assembly_desk.domain.commands import Count
from assembly_desk.domain.vote import Choice
from assembly_desk.projections.vote_sheet import SectorRow
from assembly_desk.ui import keys, theme
from assembly_desk.ui.parts.labels import Signed, label

COLUMNS: tuple[Choice, ...] = ("for", "against", "abstain")
COLOURS = {"for": "for_", "against": "against", "abstain": "abstain"}


class FigureField(QLineEdit):
    """A whole number; digits by their place, whatever the layout types there. A badge scanner changes nothing.

    `colour`: of the tokens, the ink of its meaning.
    """

    entered = Signal()
    moved = Signal(int)
    scanned = Signal()

    def __init__(self, name: str, colour: str = "ink") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "field")
        self.recorded, self._colour = "", colour
        self._burst, self._before = keys.ScannerBurst(), ""
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMaxLength(5)
        self.setValidator(QIntValidator(0, 99999, self))
        self.setMinimumWidth(56)
        self.setMaximumWidth(120)
        self.setFixedHeight(48)
        self.dress()

    def dress(self) -> None:
        """In the colour of its meaning."""
        self.setFont(theme.font(23, bold=True))
        self.setStyleSheet(f"color: {getattr(theme.tokens(), self._colour)};")

    @property
    def number(self) -> int | None:
        """The number; None: nothing was typed."""
        return int(self.text()) if self.text().isdecimal() else None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What is there is replaced by what is typed."""
        super().focusInEvent(event)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits, Enter and arrows by the field; undo takes back what was typed, else it is the page's."""
        before = self.text()
        scan = self._burst.press(event)
        if scan is not None:
            self.setText(self._before)
            self.scanned.emit()
            return
        digit = keys.digit(event)
        if digit is not None:
            if not self._burst.running:
                self._before = before
            self.insert(digit)
        elif keys.is_next_act(event) or keys.is_escape(event):
            event.ignore()
        elif keys.place(event) in keys.ENTERS:
            if not event.isAutoRepeat():
                self.entered.emit()
        elif keys.is_undo(event):
            if self.text() != self.recorded:
                self.setText(self.recorded)
                self.selectAll()
            else:
                event.ignore()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)


class CountField(FigureField):
    """The hands of one answer."""

    def __init__(self, name: str, column: Choice) -> None:
        super().__init__(name, COLOURS[column])
        self.column = column


class SectorLine:
    """The widgets of one row, and what was typed into them."""

    def __init__(self, row: SectorRow) -> None:
        name = f"voting.hands.{row.sector or 'hall'}"
        self.row = row
        self.title = label(f"{name}.title", 15, bold=True)
        self.teller = label(f"{name}.teller", 12, role="second", wrap=True)
        self.size = label(f"{name}.size", 18)
        self.fields = {column: CountField(f"{name}.{column}", column) for column in COLUMNS}
        self.rest = QPushButton("=")
        self.rest.setObjectName(f"{name}.rest")
        self.rest.setCheckable(True)
        self.rest.setFixedSize(32, 48)
        self.rest.setFont(theme.font(16, bold=True))
        self.not_voting = label(f"{name}.not-voting", 18, role="second")
        self.state = Signed(f"{name}.state", 13)

    @property
    def count(self) -> Count | None:
        """What was typed, as a command; None: not all of it is there."""
        against, abstain = self.fields["against"].number, self.fields["abstain"].number
        in_favour: object = "rest" if self.rest.isChecked() else self.fields["for"].number
        if in_favour is None or against is None or abstain is None:
            return None
        return Count(in_favour, against, abstain, self.row.sector or None)

    @property
    def begun(self) -> Count:
        """What was typed so far; a field still empty counts as nothing, to see whether it is too much already."""
        figures = [0 if field.number is None else field.number for field in self.fields.values()]
        return Count(figures[0], figures[1], figures[2], self.row.sector or None)

    @property
    def touched(self) -> bool:
        """Whether anything differs from what is recorded."""
        recorded = self.row.tally is not None and self.row.tally.by_subtraction
        if self.rest.isChecked() != recorded:
            return True
        shown = self.fields.values() if not recorded else (self.fields["against"], self.fields["abstain"])
        return any(field.text() != field.recorded for field in shown)

    def take(self, row: SectorRow, *, keep: bool) -> None:
        """Show what is recorded; `keep`: what was typed and is not yet recorded stays."""
        self.row = row
        tally = row.tally
        figures = ("", "", "") if tally is None else (tally.in_favour, tally.against, tally.abstain)
        for field, figure in zip(self.fields.values(), figures, strict=True):
            field.recorded = str(figure)
            if not keep:
                field.setText(field.recorded)
        if not keep:
            self.rest.setChecked(tally is not None and tally.by_subtraction)

    @property
    def all_fields(self) -> tuple[CountField, ...]:
        """The fields as they are read."""
        return tuple(self.fields.values())
