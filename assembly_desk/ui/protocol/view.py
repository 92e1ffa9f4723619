"""The pages as they will print: side by side where there is room, each drawn when it comes to be seen."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from assembly_desk.ui import keys, theme
from assembly_desk.ui.protocol import pdfium
from assembly_desk.ui.protocol.work import Job

GAP = 20
LEAST = 280  # a page less wide than this stands alone
MOST = 820  # and none grows wider by itself
ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0)
_KEPT = 24  # pictures
_PIXELS_TO_POINTS = 96 / pdfium.POINTS


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page drawn: which PDF it is of, how wide, and the picture."""

    of: int
    width: int
    picture: QImage


class PagesView(QAbstractScrollArea):
    """Shows a PDF. Old pages stay until the new ones are drawn."""

    moved = Signal()
    """Other pages are seen, or at another size."""
    focused = Signal()
    """The keys began or ceased to scroll here."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("protocol.pages")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)
        self._data, self._of = b"", 0
        self._sizes: tuple[pdfium.Size, ...] = ()
        self._drawn: dict[int, Drawn] = {}
        self._drawing: Job | None = None
        self._zoom = ZOOMS.index(1.0)
        self._places: list[QRect] = []
        self.message = ""
        """What is said where there is no page yet."""
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    # ----------------------------------------------------------------------------------------- what is shown

    def show_pdf(self, data: bytes, sizes: tuple[pdfium.Size, ...]) -> None:
        """Show this PDF from now on, at the place where the old one was."""
        self._data, self._sizes, self._of = data, sizes, self._of + 1
        self._drawn = {number: drawn for number, drawn in self._drawn.items() if number < len(sizes)}
        self._arrange()
        self._draw_next()

    def clear(self) -> None:
        """Show no page."""
        self._data, self._sizes, self._drawn = b"", (), {}
        self._of += 1
        self._arrange()

    def say(self, message: str) -> None:
        """Say this where there is no page."""
        if message != self.message:
            self.message = message
            self.viewport().update()

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    @property
    def seen(self) -> tuple[int, ...]:
        """The numbers of the pages in sight, from 1."""
        window = self._window()
        seen = [number for number, place in enumerate(self._places, 1) if place.intersects(window)]
        whole = [number for number in seen if window.contains(self._places[number - 1])]
        return tuple(whole or seen)

    @property
    def percent(self) -> int:
        """The size of the pages; 100: as large as on paper."""
        if not self._places:
            return 100
        return round(100 * self._places[0].width() / (self._sizes[0][0] * _PIXELS_TO_POINTS))

    @property
    def complete(self) -> bool:
        """Whether all that is in sight is drawn as it is now."""
        return self._next() is None

    def zoom(self, step: int) -> None:
        """Larger or smaller by so many steps; 0: as large as fits."""
        at = ZOOMS.index(1.0) if step == 0 else max(0, min(len(ZOOMS) - 1, self._zoom + step))
        if at != self._zoom:
            bar = self.verticalScrollBar()
            where = bar.value() / max(1, bar.maximum())
            self._zoom = at
            self._arrange()
            bar.setValue(round(where * bar.maximum()))
            self._scrolled()

    # ---------------------------------------------------------------------------------------------- the places

    def _window(self) -> QRect:
        shown = self.viewport().rect()
        return shown.translated(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _arrange(self) -> None:
        """Say where each page stands, in pixels from the top of all."""
        room = self.viewport().width()
        two = self.count > 1 and (room - 3 * GAP) / 2 >= LEAST
        fitting = min(MOST, (room - 3 * GAP) // 2 if two else room - 2 * GAP)
        width = max(80, round(fitting * ZOOMS[self._zoom]))
        columns = 2 if self.count > 1 and 2 * width + 3 * GAP <= room else 1
        whole = columns * width + (columns - 1) * GAP
        left = max(GAP, (room - whole) // 2)
        self._places, top = [], GAP
        for first in range(0, self.count, columns):
            heights = []
            for column, (wide, high) in enumerate(self._sizes[first : first + columns]):
                height = round(width * high / wide)
                self._places.append(QRect(left + column * (width + GAP), top, width, height))
                heights.append(height)
            top += max(heights) + GAP
        view = self.viewport().height()
        self.verticalScrollBar().setRange(0, max(0, top - view))
        self.verticalScrollBar().setPageStep(view)
        self.verticalScrollBar().setSingleStep(40)
        self.horizontalScrollBar().setRange(0, max(0, whole + 2 * GAP - room))
        self.horizontalScrollBar().setPageStep(room)
        self.horizontalScrollBar().setSingleStep(40)
        self.viewport().update()
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another room, perhaps other columns."""
        super().resizeEvent(event)
        self._arrange()
        self._draw_next()

    def _scrolled(self) -> None:
        self.moved.emit()
        self._draw_next()

    # ------------------------------------------------------------------------------------------------ drawing

    def _next(self) -> int | None:
        """The first page in sight, or just below, that is not drawn as it is now."""
        window = self._window()
        below = window.adjusted(0, 0, 0, window.height() // 2)
        for sight in (window, below):
            for number, place in enumerate(self._places):
                if place.intersects(sight) and not self._is_drawn(number, place):
                    return number
        return None

    def _is_drawn(self, number: int, place: QRect) -> bool:
        drawn = self._drawn.get(number)
        return drawn is not None and drawn.of == self._of and drawn.width == place.width()

    def _draw_next(self) -> None:
        """One page at a time, on pdfium's own thread; what is no longer wanted is not begun."""
        if self._drawing is not None or not self._data or not self.isVisible():
            return
        number = self._next()
        if number is None:
            return
        data, of, width = self._data, self._of, self._places[number].width()
        dots = width * self.devicePixelRatioF() / self._sizes[number][0] * pdfium.POINTS

        def arrived(picture: QImage) -> None:
            self._drawing = None
            if of == self._of and number < self.count:
                self._drawn.pop(number, None)
                self._drawn[number] = Drawn(of, width, picture)
                self._forget_far()
                self.viewport().update()
            self._draw_next()

        def failed(error: Exception) -> None:
            self._drawing = None
            raise error

        self._drawing = Job(
            self, lambda _job: pdfium.page_picture(data, number, dots), arrived, failed, thread=pdfium.THREAD
        )

    def _forget_far(self) -> None:
        window = self._window()
        for number in list(self._drawn):
            if len(self._drawn) <= _KEPT:
                return
            if not self._places[number].intersects(window):
                del self._drawn[number]

    def showEvent(self, event: QEvent) -> None:
        """Draw what was not drawn while nobody looked."""
        del event
        self._draw_next()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The pages in sight: white paper with a soft shadow, in every theme."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self.count and self.message:
            painter.setPen(QColor(theme.tokens().second))
            painter.setFont(theme.font(15))
            room = QRectF(self.viewport().rect()).adjusted(32, 32, -32, -32)
            painter.drawText(
                room, int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap), self.message
            )
        window = self._window()
        painter.translate(-window.topLeft())
        for number, place in enumerate(self._places):
            if place.adjusted(-6, -6, 6, 6).intersects(window):
                self._paint_page(painter, number, place)

    def _paint_page(self, painter: QPainter, number: int, place: QRect) -> None:
        for spread in range(1, 5):
            shade = QColor(0, 0, 0, 12)
            painter.fillRect(place.adjusted(-spread // 2, spread // 2, spread // 2, spread), shade)
        painter.fillRect(place, Qt.GlobalColor.white)
        if (drawn := self._drawn.get(number)) is not None:
            painter.drawImage(place, drawn.picture)

    # --------------------------------------------------------------------------------------------------- keys

    def take_key(self, event: QKeyEvent) -> bool:
        """Page Up and Down, Home and End, the arrows; Ctrl+plus, minus and 0 by their places."""
        step = keys.zoom_step(event)
        if step is not None:
            self.zoom(step)
            return True
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        down, right = self.verticalScrollBar(), self.horizontalScrollBar()
        match event.key():
            case Qt.Key.Key_PageDown:
                down.setValue(self._row(1))
            case Qt.Key.Key_PageUp:
                down.setValue(self._row(-1))
            case Qt.Key.Key_Down:
                down.setValue(down.value() + down.singleStep())
            case Qt.Key.Key_Up:
                down.setValue(down.value() - down.singleStep())
            case Qt.Key.Key_Right:
                right.setValue(right.value() + right.singleStep())
            case Qt.Key.Key_Left:
                right.setValue(right.value() - right.singleStep())
            case Qt.Key.Key_Home:
                down.setValue(0)
            case Qt.Key.Key_End:
                down.setValue(down.maximum())
            case _:
                return False
        return True

    def _row(self, step: int) -> int:
        """Where the next row of pages begins; a page taller than the window goes by a window's height."""
        here, room = self.verticalScrollBar().value(), self.viewport().height()
        if not self._places or self._places[0].height() + 2 * GAP > room:
            return here + step * (room - 2 * GAP)
        pitch = self._places[0].height() + GAP
        return (math.floor(here / pitch) + 1 if step > 0 else math.ceil(here / pitch) - 1) * pitch

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll; what is not the view's goes on to the page."""
        event.setAccepted(self.take_key(event))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls, with Ctrl it zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys scroll here."""
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keys go elsewhere."""
        super().focusOutEvent(event)
        self.focused.emit()
