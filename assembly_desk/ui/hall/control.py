"""The hall display from the desk: what may be done with it, and the menu of that on the line above."""

from datetime import datetime
from typing import Literal, Protocol

from PySide6.QtCore import QObject, QPoint, Signal, SignalInstance
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from assembly_desk.domain.alphabet import bad_letter, mend
from assembly_desk.domain.state import Sitting
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.hall.keeper import HallKeeper, HallState
from assembly_desk.ui.hall.screen import HallScreen
from assembly_desk.ui.hall.window import HallWindow
from assembly_desk.ui.parts.choices import Choices
from assembly_desk.wording.words import Language, Words

HALL_LANGUAGE: Language = "kk"  # the hall's words do not follow the window's language


class LineAbove(Protocol):
    """Of the line above every page: the button of the hall display."""

    @property
    def hall(self) -> QPushButton:
        """The button; the menu opens below it."""

    @property
    def hall_pressed(self) -> "SignalInstance[tuple[()]]":
        """It was pressed."""


class Operators(Protocol):
    """What the hall display needs of the operator's window."""

    @property
    def bridge(self) -> Bridge:
        """The sitting, and the words in the window's language."""

    @property
    def top(self) -> LineAbove:
        """The line above every page."""

    @property
    def closing(self) -> "SignalInstance[tuple[()]]":
        """The desk closes."""

    def show_hall(self, hall: Literal["on", "frozen", "off"]) -> None:
        """Say what the hall display does."""


class HallControl(QObject):
    """Holds the hall window, keeps it on its screen, and lets the operator freeze, blank, use or show it.

    `window` is the operator's window; `remembered`: the screen the hall had the last time.
    """

    changed = Signal()
    """The display came or went, was frozen, blanked, given a message, or let go."""
    said = Signal(str)
    """A sentence for the operator: there is one screen only; the projector is gone."""
    message_asked = Signal()
    """The operator wants to type a message for the hall: `message` takes it."""

    def __init__(self, window: Operators, remembered: HallScreen | None = None) -> None:
        assert isinstance(window, QWidget)
        super().__init__(window)
        self._desk, self._bridge = window, window.bridge
        self._show_hall, self._button = window.show_hall, window.top.hall
        self._back: QWidget = self._button
        self.hall = HallWindow(self._state, self._now, lambda: HALL_LANGUAGE)
        window.destroyed.connect(self.hall.deleteLater)
        self.keeper = HallKeeper(self.hall, window.window(), remembered)
        self._before = self.keeper.state
        self.menu = Choices(window, "hall.menu")
        self.menu.chosen.connect(self._do)
        window.top.hall_pressed.connect(self._ask)
        window.closing.connect(self.close)
        self._bridge.changed.connect(self.hall.refresh)
        self._bridge.sitting_changed.connect(self.hall.refresh)
        self.keeper.changed.connect(self._moved)
        self.hall.closed.connect(self._tell)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)
        self._tell()

    def _state(self) -> Sitting | None:
        return self._bridge.state if self._bridge.sitting_id else None

    def _now(self) -> datetime:
        return self._bridge.now()

    @property
    def words(self) -> Words:
        """The words in the window's language."""
        return self._bridge.words

    # ------------------------------------------------------------------------------------- what may be done

    def start(self) -> None:
        """Show the hall where there is a second screen."""
        self.keeper.start()
        self._tell()

    def show(self) -> None:
        """Show the hall: on the second screen, or where there is one screen only in a window of its own."""
        self.keeper.show()
        self._tell()
        if self.hall.isVisible() and not self.hall.isFullScreen():
            self.said.emit(self.words("trouble.one-screen"))

    def freeze(self, frozen: bool) -> None:
        """Hold the slide as it is, to see first what would come; or let that out."""
        self.keeper.freeze(frozen)
        self._tell()

    def toggle_freeze(self) -> None:
        """Hold the slide, or let go: one key for both."""
        self.freeze(not self.hall.frozen)

    def blank(self, blank: bool) -> None:
        """Show the hall nothing at once, frozen or not; or show it again what it saw."""
        self.keeper.clear(blank)
        self._tell()

    def release(self) -> None:
        """One step back towards the sitting: show again what was blanked, else let go what is frozen."""
        if self.hall.blank:
            self.blank(False)
        else:
            self.freeze(False)

    def message(self, text: str | None) -> str:
        """Show a message instead of the sitting's slide; None, or nothing but spaces: take it away.

        Returns what stands against it in one sentence (a letter that the fonts lack), empty if it is done.
        """
        text = "\n".join(line.strip() for line in mend(text or "").strip().splitlines())
        if letter := bad_letter(text):
            return self.words("trouble.bad-letter", letter=letter if letter.isprintable() else repr(letter))
        self.hall.say(text)
        self._tell()
        return ""

    def use(self, screen: QScreen) -> None:
        """Show the hall on that screen."""
        self.keeper.use(screen)
        self._tell()

    def close(self) -> None:
        """The desk closes: so does the hall."""
        self.keeper.stop()
        self.hall.close()

    # ------------------------------------------------------------------------------------------- what is said

    def _tell(self) -> None:
        if not self.hall.isVisible():
            self._show_hall("off")
        else:
            self._show_hall("frozen" if self.hall.frozen else "on")
        self.changed.emit()

    def _moved(self, state: HallState) -> None:
        shown = (HallState.ON, HallState.FROZEN)
        if self._before in shown and state not in shown and self.keeper.wanted:
            self.said.emit(self.words("trouble.projector"))
        self._before = state
        self._tell()

    # ------------------------------------------------------------------------------------------------ the menu

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is self._button and old is not None and not self.menu.isAncestorOf(old):
            self._back = old

    def _ask(self) -> None:
        if not self.hall.isVisible():
            self.show()
            return
        back, self._back = self._back, self._button
        if not self._button.hasFocus():
            back = self._desk.focusWidget() or self._button
        elif back not in self._desk.findChildren(QWidget) or not back.isVisible():
            back = self._button  # what had the focus before is gone
        corner = self._button.mapTo(self._desk, QPoint(0, self._button.height() + 4))
        self.menu.open_at(corner, self._button.accessibleName(), self._choices(), back)

    def _choices(self) -> list[tuple[str, str]]:
        say, hall = self.words, self.hall
        held, blank = "release" if hall.frozen else "freeze", "show" if hall.blank else "blank"
        choices = [(held, say(f"do.hall-{held}")), (blank, say(f"do.hall-{blank}"))]
        choices.append(("message", say("do.hall-message")))
        if hall.message:
            choices.append(("message-away", say("do.hall-message-away")))
        screens = self.keeper.choice
        if len(screens) > 1:
            choices += [
                (f"screen-{number}", say("do.hall-screen", screen=_named(screen)))
                for number, screen in enumerate(screens, 1)
            ]
        return choices

    def _do(self, what: str) -> None:
        match what:
            case "freeze" | "release":
                self.freeze(what == "freeze")
            case "blank" | "show":
                self.blank(what == "blank")
            case "message":
                self.message_asked.emit()
            case "message-away":
                self.message(None)
            case _:
                number, screens = int(what.removeprefix("screen-")), self.keeper.choice
                if number <= len(screens):  # else it was unplugged meanwhile
                    self.use(screens[number - 1])


def _named(screen: QScreen) -> str:
    """A screen as the operator may know it: its name and its measures."""
    ratio, size = screen.devicePixelRatio(), screen.size()
    return f"{screen.name()}, {round(size.width() * ratio)}×{round(size.height() * ratio)}"
