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
    ListSlide,
    MessageSlide,
    QuorumSlide,
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

    The operator may hold the slide, show nothing, or show a message instead: that is of this evening only, and
    enters no record. Where the window stands is its keeper's to say.
    """

    closed = Signal()
    """The ordinary window was closed by hand."""

    changed = Signal()
    """What is out changed, or what would come: so do the desk's small copies."""

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
        self._coming: HallView | None = None
        self._held: HallView | None = None  # the slide of the moment in which it was frozen
        self._before: QPixmap | None = None  # what fades away
        self._message = ""
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
    def language(self) -> Language:
        """The language of the hall."""
        return self._language()

    @property
    def coming(self) -> HallView | None:
        """What the hall would see now if nothing were held back; the same as `view` if nothing is."""
        return self._coming

    @property
    def held(self) -> bool:
        """Whether the hall is kept from what would come: frozen, or shown nothing."""
        return self._frozen or self._blank

    @property
    def message(self) -> str:
        """The message shown instead of the sitting's slide; empty: none."""
        return self._message

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
        self.refresh()
        if frozen and not self._frozen:
            self._held = self._coming
        self._frozen = frozen
        self.refresh()

    def clear(self, blank: bool) -> None:
        """Show nothing, or show it again."""
        self._blank = blank
        self.refresh()

    def say(self, message: str) -> None:
        """Show a message instead of the sitting's slide; empty: take it away. A frozen slide stays."""
        self._message = message
        self.refresh()

    def refresh(self) -> None:
        """Look at the sitting and the clock again, and paint if that makes a difference."""
        coming = self._sees()
        view = self._let_out(coming)
        if (view, coming) == (self._view, self._coming):
            return
        if self.isVisible() and _kind(view) != _kind(self._view) and self._fade.duration() > 0:
            self._before = self.grab()
            self._fade.stop()
            self._fade.start()
        if view != self._view:
            self.update()
        self._view, self._coming = view, coming
        name = say_view(view, self._language())
        if name != self.accessibleName():
            self.setAccessibleName(name)
        self.setWindowTitle(words(self._language())("card.hall"))
        self.changed.emit()

    def _sees(self) -> HallView | None:
        """The message, else the slide of this moment."""
        state, now = self._state_of(), self._now()
        if state is None:
            return None
        head = hall_head(state)
        slide = MessageSlide(self._message) if self._message else hall_slide(state, now)
        return HallView(head, slide, clock(now, head.offset), self._language())

    def _let_out(self, coming: HallView | None) -> HallView | None:
        """Of what comes, what the operator lets the hall see."""
        if self._blank and coming is not None:
            return replace(coming, slide=Blank(), clock="")
        if self._frozen:
            return self._held and replace(self._held, clock=coming.clock if coming else "")
        return coming

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


def say_view(view: HallView | None, language: Language) -> str:
    """What is seen, for those who hear it: the slide in words."""
    return in_words(view.head, view.slide, view.language) if view else words(language)("card.hall")


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
        case QuorumSlide():
            return (QuorumSlide, slide.running, slide.again, slide.lost)
        case VotingSlide():
            return (VotingSlide, slide.item, slide.motion, slide.counting, slide.page)
        case ResultSlide():
            return (ResultSlide, slide.item, slide.motion)
        case ListSlide():
            return (ListSlide, slide.item, slide.page)
        case MessageSlide():
            return (MessageSlide, slide.text)
    return (type(slide),)
