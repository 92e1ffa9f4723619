"""The audience window: it shows what its functions tell it, fades from slide to slide, and takes no keys."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QAbstractAnimation, QRectF, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QPixmap, QScreen
from PySide6.QtWidgets import QWidget

from assembly_desk.domain.state import Sitting
from assembly_desk.projections.hall_slide import (
    Blank,
    ItemSlide,
    ResultSlide,
    Slide,
    SpeakerSlide,
    VotingSlide,
    hall_head,
    hall_slide,
)
from assembly_desk.ui.hall.picture import HallView, paint_hall
from assembly_desk.ui.hall.said import in_words
from assembly_desk.ui.theme import load_fonts
from assembly_desk.wording.dates import clock
from assembly_desk.wording.words import Language, words

FADE = 250
"""Milliseconds from one slide to the next: a fade, never a flash."""

TICK = 200
"""Milliseconds between two looks at the clock; painted is only what has changed."""


class HallWindow(QWidget):
    """What the hall sees. `state_of` gives the sitting to be shown, None: nothing; `refresh` looks again.

    Where the window stands is its keeper's to say.
    """

    closed = Signal()
    """The ordinary window was closed by hand."""

    changed = Signal()
    """The picture changed: so does the desk's small copy of it."""

    def __init__(
        self,
        state_of: Callable[[], Sitting | None],
        now: Callable[[], datetime],
        language: Callable[[], Language],
        *,
        fade: int = FADE,
    ) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("hall")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)  # the desk ends the program, not the hall
        load_fonts()
        self._state_of, self._now, self._language = state_of, now, language
        self._view: HallView | None = None
        self._before: QPixmap | None = None  # what fades away
        self._frozen = self._blank = False
        self._fade = QVariantAnimation(self, duration=fade, startValue=0.0, endValue=1.0)
        self._fade.valueChanged.connect(lambda _: self.update())
        self._fade.finished.connect(self._faded)
        self._clock = QTimer(self, interval=TICK)
        self._clock.timeout.connect(self.refresh)
        self._clock.start()
        self.refresh()

    @property
    def view(self) -> HallView | None:
        """What the hall sees now; None: nothing."""
        return self._view

    @property
    def frozen(self) -> bool:
        """Whether the slide is held as it is."""
        return self._frozen

    @property
    def blank(self) -> bool:
        """Whether the hall is shown nothing."""
        return self._blank

    @property
    def fading(self) -> bool:
        """Whether one slide is giving way to another."""
        return self._fade.state() == QAbstractAnimation.State.Running

    def freeze(self, frozen: bool) -> None:
        """Hold the slide as it is, while the desk goes on; the clock goes on too."""
        self._frozen = frozen
        self.refresh()

    def clear(self, blank: bool) -> None:
        """Show nothing, or show it again."""
        self._blank = blank
        self.refresh()

    def refresh(self) -> None:
        """Look at the sitting and the clock again, and paint if that makes a difference."""
        view = self._look()
        if view == self._view:
            return
        if self.isVisible() and _kind(view) != _kind(self._view) and self._fade.duration() > 0:
            self._before = self.grab()
            self._fade.stop()
            self._fade.start()
        self._view = view
        language = self._language()
        name = in_words(view.head, view.slide, language) if view else words(language)("card.hall")
        if name != self.accessibleName():
            self.setAccessibleName(name)
        self.setWindowTitle(words(language)("card.hall"))
        self.update()
        self.changed.emit()

    def _look(self) -> HallView | None:
        state, now = self._state_of(), self._now()
        if state is None:
            return None
        head, language = hall_head(state), self._language()
        time = clock(now, head.offset)
        if self._blank:
            return HallView(head, Blank(), "", language)
        if self._frozen and self._view is not None:
            return replace(self._view, clock=time)
        return HallView(head, hall_slide(state, now), time, language)

    def _faded(self) -> None:
        self._before = None
        self.update()

    def fill(self, screen: QScreen) -> None:
        """Stand on that screen, frameless and over all of it."""
        self._become(frameless=True)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.show()  # showFullScreen would take the focus from the desk

    def stand_aside(self, screen: QScreen) -> None:
        """Be an ordinary window in a corner of the only screen."""
        self._become(frameless=False)
        self.unsetCursor()
        space = screen.availableGeometry()
        self.setScreen(screen)
        self.resize(space.width() * 3 // 5, space.width() * 27 // 80)
        self.move(space.right() - self.width() - 24, space.bottom() - self.height() - 24)
        self.setWindowState(Qt.WindowState.WindowNoState)
        self.show()

    def _become(self, *, frameless: bool) -> None:
        wanted = Qt.WindowType.Window
        if frameless:
            wanted |= Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowDoesNotAcceptFocus
        if self.windowFlags() != wanted:
            self.setWindowFlags(wanted)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the slide, and over it what still fades away."""
        del event
        painter = QPainter(self)
        paint_hall(painter, QRectF(self.rect()), self._view)
        if self._before is not None and self.fading:
            painter.setOpacity(1.0 - float(self._fade.currentValue()))
            painter.drawPixmap(self.rect(), self._before)
        painter.end()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing an ordinary window only hides it."""
        event.accept()
        if event.spontaneous():
            self.closed.emit()


def _kind(view: HallView | None) -> tuple[object, ...]:
    """What makes a slide another one: a count or a second more does not."""
    if view is None:
        return ()
    slide: Slide = view.slide
    match slide:
        case ItemSlide():
            return (ItemSlide, slide.item, slide.title)
        case SpeakerSlide():
            return (SpeakerSlide, slide.name, slide.kind)
        case VotingSlide() | ResultSlide():
            return (type(slide), slide.item, slide.motion)
    return (type(slide),)
