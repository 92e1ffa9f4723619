"""Where the hall window stands: on the hall's screen or nowhere, and never over the operator's."""

from enum import Enum

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QScreen, QWindow
from PySide6.QtWidgets import QWidget

from assembly_desk.ui.hall.screen import HallScreen
from assembly_desk.ui.hall.window import HallWindow


class HallState(Enum):
    """What the desk says of the hall display."""

    ON = "on"
    FROZEN = "frozen"
    OFF = "off"  # the hall's screen is gone, or was never wanted
    ONE_SCREEN = "one-screen"  # there is no second screen: the hall can only be a window


class HallKeeper(QObject):
    """Places the hall window, hides it at once when its screen goes, and brings it back when that returns.

    `desk` is the operator's window: its screen is never taken, and what opens by mistake on the hall's screen
    is moved to it. `remembered`: the screen used the last time.
    """

    changed = Signal(HallState)
    """The new `HallState`, whenever it is another one."""

    def __init__(self, window: HallWindow, desk: QWidget, remembered: HallScreen | None = None) -> None:
        super().__init__(desk)
        self._window, self._desk, self.remembered = window, desk, remembered
        self._wanted = self._told = False
        self._screen: QScreen | None = None  # the one that the window fills
        self._state = HallState.OFF
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self._screen_added)
        app.screenRemoved.connect(self._screen_removed)
        app.primaryScreenChanged.connect(lambda _: self._place())
        app.focusWindowChanged.connect(self._keep_clear)
        window.closed.connect(self.stop)
        for screen in app.screens():
            screen.geometryChanged.connect(self._place)
        handle = desk.windowHandle()
        if handle is None:
            desk.winId()  # makes the handle that tells of a change of screen
            handle = desk.windowHandle()
        handle.screenChanged.connect(lambda _: self._place())

    @property
    def state(self) -> HallState:
        """What the hall display does now."""
        return self._state

    @property
    def wanted(self) -> bool:
        """Whether the hall is to be shown wherever that can be done."""
        return self._wanted

    @property
    def choice(self) -> tuple[QScreen, ...]:
        """The screens that the hall may have: all but the operator's."""
        operators = self._operators()
        return tuple(screen for screen in QGuiApplication.screens() if screen is not operators)

    def start(self) -> None:
        """Show the hall where there is a second screen; with one only, wait for one or for `show`."""
        self._wanted = True
        self._place()

    def show(self) -> None:
        """The operator wants to see it: on the second screen, or else in an ordinary window."""
        self.start()
        if self._screen is None and len(QGuiApplication.screens()) == 1:
            self._window.stand_aside(self._operators())
            self._tell()

    def stop(self) -> None:
        """Take the hall display away until it is wanted again."""
        self._wanted = False
        self._place()

    def freeze(self, frozen: bool) -> None:
        """Hold the slide as it is."""
        self._window.freeze(frozen)
        self._tell()

    def clear(self, blank: bool) -> None:
        """Show the hall nothing, or show it again."""
        self._window.clear(blank)

    def use(self, screen: QScreen) -> None:
        """The operator says which screen is the hall's."""
        self.remembered = HallScreen.of(screen)
        self.start()

    def _operators(self) -> QScreen:
        return self._desk.screen() or QGuiApplication.primaryScreen()

    def _halls(self, gone: QScreen | None = None) -> QScreen | None:
        """The screen for the hall: the known one, else any that is not the operator's."""
        screens = [screen for screen in QGuiApplication.screens() if screen is not gone]
        known = [screen for screen in screens if self._known(screen)]
        exact = [screen for screen in known if HallScreen.of(screen) == self.remembered]
        operators = self._operators()
        free = [screen for screen in exact or known or screens if screen is not operators]
        return free[0] if free else None

    def _known(self, screen: QScreen) -> bool:
        return self.remembered is not None and screen.name() == self.remembered.name

    def _place(self, gone: QScreen | None = None) -> None:
        screen = self._halls(gone) if self._wanted else None
        if screen is None:
            windowed = self._screen is None and self._window.isVisible() and self._wanted
            if not (windowed and len(QGuiApplication.screens()) == 1):
                self._window.hide()
            self._screen = None
        elif not self._fills(screen):
            self._screen, self.remembered = screen, HallScreen.of(screen)
            self._window.fill(screen)
        self._tell(gone)

    def _fills(self, screen: QScreen) -> bool:
        window = self._window
        return (
            screen is self._screen
            and window.isVisible()
            and window.screen() is screen
            and QRect(window.geometry()) == screen.geometry()
        )

    def _tell(self, gone: QScreen | None = None) -> None:
        screens = [screen for screen in QGuiApplication.screens() if screen is not gone]
        if self._screen is not None:
            state = HallState.FROZEN if self._window.frozen else HallState.ON
        elif len(screens) == 1 and (self.remembered is None or self._window.isVisible()):
            state = HallState.ONE_SCREEN
        else:
            state = HallState.OFF
        if state is not self._state or not self._told:
            self._state, self._told = state, True
            self.changed.emit(state)

    def _screen_added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._place_again)
        self._place()

    def _place_again(self) -> None:
        self._place()

    def _screen_removed(self, screen: QScreen) -> None:
        if screen is self._screen:
            self._window.hide()  # before Qt carries it over to the screen that is left
        self._place(screen)

    def _keep_clear(self, focused: QWindow | None) -> None:
        """A dialog that opened on the hall's screen belongs on the desk's."""
        if focused is None or self._screen is None or focused.screen() is not self._screen:
            return
        if focused in (self._window.windowHandle(), self._desk.windowHandle()):
            return
        if focused.type() in (Qt.WindowType.Popup, Qt.WindowType.ToolTip):
            return
        place = QRect(focused.geometry())
        place.moveCenter(self._operators().availableGeometry().center())
        focused.setScreen(self._operators())
        focused.setGeometry(place)
