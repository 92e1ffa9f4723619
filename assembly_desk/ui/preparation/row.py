"""An item of the agenda on the preparation page: painted, taken by key or by mouse."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy

from assembly_desk.ui import theme
from assembly_desk.ui.parts.icons import paint_icon

_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)
_GAP, _PAD, _HANDLE, _NUMBER = 12, 9, 20, 28
_TITLE, _SMALL, _TEXT = 14, 12, 13


@dataclass(frozen=True, slots=True)
class Mark:
    """A short word at the right: in order (`good`), missing (`warn`), or only said (``)."""

    text: str
    hue: str = ""


@dataclass(frozen=True, slots=True)
class RowLook:
    """What the row shows, in words."""

    number: str
    title: str
    under: str
    people: tuple[str, ...]
    starts: str
    marks: tuple[Mark, ...]
    movable: bool
    sure: str = ""
    """Asked once more before the item goes: then this stands below the title."""

    @property
    def told(self) -> str:
        """The row as it is read aloud."""
        marks = (mark.text for mark in self.marks)
        parts = (f"{self.number}. {self.title}", self.under, ", ".join(self.people), self.starts, *marks)
        return " · ".join(part for part in (*parts, self.sure) if part)


_EMPTY = RowLook("", "", "", (), "", (), movable=False)


class ItemRow(QAbstractButton):
    """Enter or a double click asks for the item's form; the list hears of the other keys and of a drag."""

    key_pressed = Signal(QKeyEvent)
    chosen = Signal()
    dragged = Signal(int)
    """Carried by the mouse: how far from the row's own top, in pixels."""
    dropped = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.look = _EMPTY
        self._pressed_at: int | None = None
        self._carried = False

    def show_look(self, look: RowLook) -> None:
        """Show these words; nothing is painted anew where they are the same."""
        if look != self.look:
            self.look = look
            self.setAccessibleName(look.told)
            self._fit()
            self.update()

    # --------------------------------------------------------------------------------------- room and paint

    def sizeHint(self) -> QSize:
        """As tall as the tallest column."""
        return QSize(400, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: perhaps other lines."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        tall = max((box.bottom() for box in self.boxes), default=0)
        if self.height() != tall + _PAD + 2:
            self.setFixedHeight(tall + _PAD + 2)

    @property
    def boxes(self) -> list[QRect]:
        """Where the texts stand."""
        boxes = [*self._boxes(), self._people_box(), *self._mark_boxes()]
        return [box for box in boxes if not box.isEmpty()]

    def _columns(self) -> tuple[int, int, int, int, int]:
        """The left edges of title, people, time and marks, and the right edge."""
        width = self.width()
        right = width - 8
        marks = right - max(104, min(240, width * 19 // 100))
        starts = marks - (56 if self.look.starts else 0)
        people = starts - max(116, min(280, width * 21 // 100)) - _GAP
        return 4 + (_HANDLE if self.look.movable else 0) + _NUMBER, people, starts, marks, right

    def _boxes(self) -> tuple[QRect, QRect, QRect]:
        left, people, *_ = self._columns()
        wide = max(80, people - left - _GAP)
        title = _wrapped(self.look.title, left, _PAD, wide, _TITLE, bold=True)
        under = _wrapped(self.look.under, left, title.bottom() + 3, wide, _SMALL)
        sure = _wrapped(self.look.sure, left, under.bottom() + 3, wide, _TEXT, bold=True)
        return title, under, sure

    def _people_box(self) -> QRect:
        _, people, starts, *_ = self._columns()
        line = theme.metrics(_TEXT).lineSpacing()
        return QRect(people, _PAD, starts - people - _GAP, line * len(self.look.people))

    def _mark_boxes(self) -> list[QRect]:
        *_, marks, right = self._columns()
        boxes: list[QRect] = []
        top = _PAD + 1
        for mark in self.look.marks:
            boxes.append(_wrapped(mark.text, marks + 18, top, right - marks - 18, _SMALL))
            top = boxes[-1].bottom() + 3
        return boxes

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground, the line below, the columns."""
        now, look = theme.tokens(), self.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ground = now.against_soft if look.sure else now.act_soft if self._lit else now.surface
        painter.setBrush(QColor(ground))
        painter.setPen(QPen(QColor(now.act), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, 8, 8)
        if not self.hasFocus():
            painter.setPen(QPen(QColor(now.line), now.stroke))
            painter.drawLine(4, self.height() - 1, self.width() - 4, self.height() - 1)
        left, people, starts, marks, _ = self._columns()
        if look.movable:
            _dots(painter, QColor(now.second), 8, _PAD + 3)
        ink = QColor(now.ink)
        number = QRect(left - _NUMBER, _PAD, _NUMBER - 8, 20)
        _write(painter, number, look.number, _TITLE, ink, bold=True)
        title, under, sure = self._boxes()
        _write(painter, title, look.title, _TITLE, ink, bold=True)
        _write(painter, under, look.under, _SMALL, QColor(now.second))
        _write(painter, sure, look.sure, _TEXT, QColor(now.against), bold=True)
        line = theme.metrics(_TEXT).lineSpacing()
        for number_of, name in enumerate(look.people):
            room = QRect(people, _PAD + number_of * line, starts - people - _GAP, line)
            shown = theme.metrics(_TEXT).elidedText(name, Qt.TextElideMode.ElideRight, room.width())
            _write(painter, room, shown, _TEXT, ink, wrap=False)
        _write(painter, QRect(starts, _PAD, 52, line), look.starts, _TEXT, QColor(now.second), wrap=False)
        for mark, room in zip(look.marks, self._mark_boxes(), strict=True):
            colour = {"good": now.for_, "warn": now.abstain}.get(mark.hue, now.second)
            sign = {"good": "check", "warn": "warning"}.get(mark.hue, "dash")
            paint_icon(painter, sign, colour, QRectF(marks, room.top(), 14, 14))
            said = now.abstain if mark.hue == "warn" else now.second
            _write(painter, room, mark.text, _SMALL, QColor(said))

    @property
    def _lit(self) -> bool:
        return self.hasFocus() or self.underMouse() or self._carried

    def enterEvent(self, _event: object) -> None:
        """Show that it can be taken."""
        self.update()

    def leaveEvent(self, _event: object) -> None:
        """As before."""
        self.update()

    # --------------------------------------------------------------------------------------- keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The list knows what a key means; what it does not take goes up to the window."""
        event.ignore()
        self.key_pressed.emit(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press chooses the row, and may begin a drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = round(event.position().y())
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.chosen.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Far enough, it is a drag."""
        if self._pressed_at is None or not self.look.movable:
            return
        at = round(event.position().y())
        if self._carried or abs(at - self._pressed_at) >= QApplication.startDragDistance():
            self._carried = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The drag ends where the mouse is."""
        carried, self._carried, self._pressed_at = self._carried, False, None
        self.unsetCursor()
        self.update()
        if carried:
            self.dropped.emit(round(event.position().y()))

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """As Enter."""
        self._pressed_at = None
        self.click()


def _wrapped(text: str, left: int, top: int, wide: int, pixels: int, *, bold: bool = False) -> QRect:
    """The room that the text takes at that width."""
    if not text:
        return QRect(left, top, 0, -2)
    metrics: QFontMetrics = theme.metrics(pixels, bold=bold)
    tall = metrics.boundingRect(QRect(0, 0, wide, 10_000), _WRAP, text).height()
    return QRect(left, top, wide, tall)


def _write(
    painter: QPainter,
    box: QRect,
    text: str,
    pixels: int,
    ink: QColor,
    *,
    bold: bool = False,
    wrap: bool = True,
) -> None:
    if not text:
        return
    font: QFont = theme.brush_font(pixels, bold=bold)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(box, _WRAP if wrap else int(Qt.AlignmentFlag.AlignLeft), text)


def _dots(painter: QPainter, colour: QColor, left: int, top: int) -> None:
    """Six dots: the row can be carried."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for number in range(6):
        painter.drawEllipse(QRectF(left + number % 2 * 5, top + number // 2 * 5, 2.4, 2.4))
