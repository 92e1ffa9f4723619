"""A short list of the page: rows of a number, a text and what stands below it; arrows choose, Enter acts."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QWidget

from assembly_desk.ui import keys, theme
from assembly_desk.ui.parts.icons import paint_icon

_PAD, _LEAD, _SIGN, _GAP = 12, 28, 18, 8
_TITLE, _BELOW = 14, 12.5


@dataclass(frozen=True, slots=True)
class Look:
    """What one row shows. `icon`: a drawn sign at the right and the token of its colour."""

    id: str
    lead: str
    title: str
    below: str
    icon: tuple[str, str] | None = None
    trail: str = ""
    button: str = ""
    indent: int = 0
    marked: bool = False  # the one that the hall sees
    quiet: bool = False  # it is no longer to be dealt with
    lines: int = 4  # of the title: what is left out stands in the tool tip


class Row(QAbstractButton):
    """One row. It takes the focus while it is the chosen one."""

    def __init__(self, owner: "Rows", name: str) -> None:
        super().__init__(owner)
        self.setObjectName(name)
        self._owner = owner
        self.look = Look("", "", "", "")
        self.first = False
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.act = QPushButton(self)
        self.act.setObjectName(f"{name}.act")
        self.act.setFont(theme.font(13, bold=True))
        self.act.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.act.hide()

    def show_look(self, look: Look, *, first: bool) -> None:
        """Show this."""
        if (look, first) == (self.look, self.first):
            return
        self.look, self.first = look, first
        parts = (look.lead, look.title, look.below, look.trail)
        self.setAccessibleName(" · ".join(part for part in parts if part))
        self.act.setText(look.button)
        self.act.setAccessibleName(f"{look.button}: {look.title}")
        self.act.setVisible(bool(look.button))
        self.update()

    def tall(self, width: int) -> int:
        """As tall as its lines."""
        titles, below = self._lines(width)
        tall = len(titles) * _height(_TITLE) + len(below) * _height(_BELOW) + (2 if below else 0)
        return max(tall, self.act.sizeHint().height() if self.look.button else 0) + 2 * _PAD - 4

    def sizeHint(self) -> QSize:
        """For the width that it has."""
        width = max(self.width(), 160)
        return QSize(width, self.tall(width))

    def _text_left(self) -> int:
        return _PAD + (_LEAD if self.look.lead else 0) + self.look.indent

    def _right(self, width: int) -> int:
        """Where the text ends."""
        right = width - _PAD
        if self.look.icon:
            right -= _SIGN + _GAP
        if self.look.button:
            right -= self.act.sizeHint().width() + _GAP
        if self.look.trail:
            right -= theme.metrics(14).horizontalAdvance(self.look.trail) + 2 * _GAP
        return right

    def _lines(self, width: int) -> tuple[list[str], list[str]]:
        room = max(60, self._right(width) - self._text_left())
        return (
            broken(self.look.title, _TITLE, room, bold=True, most=self.look.lines),
            broken(self.look.below, _BELOW, room, bold=False, most=3),
        )

    def place(self) -> None:
        """What stands in the row, now that it has its measures."""
        if self.look.button:
            hint = self.act.sizeHint()
            left, top = self.width() - _PAD - hint.width(), (self.height() - hint.height()) // 2
            self.act.setGeometry(left, top, hint.width(), hint.height())
        shown = self._lines(self.width())[0]
        self.setToolTip(self.look.title if shown and shown[-1].endswith("…") else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground of the chosen one, the number, the text, the sign."""
        now, look = theme.tokens(), self.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if not self.first and not self.isChecked():
            painter.fillRect(QRectF(4, 0, self.width() - 8, 1), QColor(now.line))
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.act_soft if self.isChecked() else now.ground))
            painter.drawRoundedRect(box, 8, 8)
        if self.hasFocus() or (self.isChecked() and now.stroke > 1):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(now.act), 2 if self.hasFocus() else 1))
            painter.drawRoundedRect(box, 8, 8)
        ink = now.act_text if look.marked else now.second if look.quiet else now.ink
        top = float(_PAD - 2)
        titles, below = self._lines(self.width())
        if look.lead:
            lead_ink = now.act_text if look.marked else now.second
            _write(painter, look.lead, _TITLE, True, lead_ink, _PAD + look.indent, top)
        for line in titles:
            _write(painter, line, _TITLE, True, ink, self._text_left(), top)
            top += _height(_TITLE)
        top += 2
        for line in below:
            _write(painter, line, _BELOW, False, now.second, self._text_left(), top)
            top += _height(_BELOW)
        self._paint_right(painter)

    def _paint_right(self, painter: QPainter) -> None:
        now, look, right = theme.tokens(), self.look, float(self.width() - _PAD)
        if look.icon:
            sign = QRectF(right - _SIGN, _PAD - 1, _SIGN, _SIGN)
            paint_icon(painter, look.icon[0], str(getattr(now, look.icon[1])), sign)
            right -= _SIGN + _GAP
        if look.button:
            right -= self.act.width() + _GAP
        if look.trail:
            painter.setFont(theme.brush_font(14))
            painter.setPen(QColor(now.second))
            room = QRect(0, 0, round(right) - _GAP // 2, self.height())
            painter.drawText(
                room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), look.trail
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the list; all others, Space too, are the page's."""
        if not self._owner.take(self.look.id, event):
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """No key presses a row but those of the list."""
        event.ignore()


class Rows(QWidget):
    """The rows, one of them chosen. The chosen one stays chosen as long as it is shown."""

    chosen = Signal(str)
    entered = Signal(str)
    removed = Signal(str)
    added = Signal()
    moved = Signal(str, int)
    beside = Signal(int)
    """The list to the left (-1) or to the right (1) is asked for."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._rows: list[Row] = []
        self._chosen = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def current(self) -> str:
        """The id of the chosen row, empty if there is none."""
        return self._chosen

    @property
    def rows(self) -> list[Row]:
        """Those shown, in their order."""
        return [row for row in self._rows if row.look.id]

    @property
    def widgets(self) -> list[QWidget]:
        """All rows made so far, also those not needed now."""
        return list(self._rows)

    def show_rows(self, looks: Sequence[Look]) -> None:
        """Show these; what is the same already stays as it is."""
        before = [row.look.id for row in self.rows]
        had_focus = any(row.hasFocus() for row in self._rows)
        while len(self._rows) < len(looks):
            row = Row(self, f"{self.objectName()}.{len(self._rows)}")
            row.clicked.connect(lambda _=False, one=row: self._clicked(one))
            row.act.clicked.connect(lambda _=False, one=row: self._act(one))
            self._rows.append(row)
        ids = [look.id for look in looks]
        if self._chosen not in ids:
            place = before.index(self._chosen) if self._chosen in before else 0
            self._chosen = ids[min(place, len(ids) - 1)] if ids else ""
        for number, row in enumerate(self._rows):
            here = number < len(looks)
            row.show_look(looks[number] if here else Look("", "", "", ""), first=number == 0)
            row.setVisible(here)
        self._mark()
        self._arrange()
        if had_focus and self._chosen:
            self.focus()

    def choose(self, id: str) -> None:
        """Choose that row, if it is shown."""
        if id != self._chosen and any(row.look.id == id for row in self.rows):
            had_focus = any(row.hasFocus() for row in self._rows)
            self._chosen = id
            self._mark()
            if had_focus:
                self.focus()
            self.chosen.emit(id)

    def focus(self) -> None:
        """Give the chosen row the focus."""
        self.home().setFocus(Qt.FocusReason.OtherFocusReason)

    def home(self) -> QWidget:
        """The chosen row: what takes the focus."""
        return next((row for row in self.rows if row.look.id == self._chosen), self)

    def _arrange(self) -> None:
        """Each row just as tall as its text at this width, and the list as tall as its rows."""
        top = 0
        for row in self.rows:
            tall = row.tall(self.width())
            row.setGeometry(0, top, self.width(), tall)
            row.place()
            top += tall
        if self.height() != top or self.minimumHeight() != top:
            self.setFixedHeight(top)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, perhaps other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def _mark(self) -> None:
        for row in self._rows:
            chosen = row.look.id == self._chosen and bool(self._chosen)
            row.setChecked(chosen)
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)

    def _clicked(self, row: Row) -> None:
        self._mark()
        self.choose(row.look.id)

    def _act(self, row: Row) -> None:
        self.choose(row.look.id)
        self.entered.emit(row.look.id)

    def take(self, id: str, event: QKeyEvent) -> bool:
        """A key on a row. Returns whether it was the list's."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Home: -len(self.rows),
            Qt.Key.Key_End: len(self.rows),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is not None and held == Qt.KeyboardModifier.NoModifier:
            ids = [row.look.id for row in self.rows]
            self.choose(ids[max(0, min(len(ids) - 1, ids.index(id) + step))])
            self.focus()
        elif step in (-1, 1) and held == Qt.KeyboardModifier.AltModifier:
            self.moved.emit(id, step)
        elif held != Qt.KeyboardModifier.NoModifier:
            return False
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.beside.emit(-1 if event.key() == Qt.Key.Key_Left else 1)
        elif keys.place(event) in keys.ENTERS:
            self.entered.emit(id)
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit(id)
        elif keys.is_insert(event):
            self.added.emit()
        else:
            return False
        return True


def broken(text: str, pixels: float, room: int, *, bold: bool, most: int) -> list[str]:
    """The text in lines of that width, no more than `most`: what is left out ends in «…»."""
    if not text:
        return []
    layout = QTextLayout(text, theme.brush_font(pixels, bold=bold))
    layout.beginLayout()
    lines: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room)
        start = line.textStart()
        if len(lines) == most - 1:
            rest = theme.metrics(pixels, bold=bold).elidedText(
                text[start:], Qt.TextElideMode.ElideRight, room
            )
            lines.append(rest)
            break
        lines.append(text[start : start + line.textLength()].rstrip())
    layout.endLayout()
    return lines


def _height(pixels: float) -> int:
    return theme.metrics(pixels).lineSpacing()


def _write(
    painter: QPainter, text: str, pixels: float, bold: bool, ink: str, left: float, top: float
) -> None:
    painter.setFont(theme.brush_font(pixels, bold=bold))
    painter.setPen(QColor(ink))
    painter.drawText(QPointF(left, top + theme.metrics(pixels, bold=bold).ascent()), text)
