"""The hall display from the desk: its state on the button above, and what may be done with it."""

from PySide6.QtCore import QObject, QPoint

from assembly_desk.ui.hall.keeper import HallKeeper, HallState
from assembly_desk.ui.hall.window import HallWindow
from assembly_desk.ui.parts.choices import Choices
from assembly_desk.ui.window import Window
from assembly_desk.wording.words import Language

HALL_LANGUAGE: Language = "kk"  # the hall's words do not follow the window's language


class HallControl(QObject):
    """Holds the hall window, keeps it on its screen, and lets the operator freeze, blank or show it."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window, bridge = window, window.bridge
        self.hall = HallWindow(lambda: bridge.state, bridge.now, lambda: HALL_LANGUAGE)
        self.keeper = HallKeeper(self.hall, window)
        self.menu = Choices(window, "hall.menu")
        self.menu.chosen.connect(self._do)
        window.top.hall_pressed.connect(self._ask)
        window.closing.connect(self.close)
        bridge.changed.connect(self.hall.refresh)
        self.keeper.changed.connect(self._show)
        self._show()

    def start(self) -> None:
        """Show the hall where there is a second screen."""
        self.keeper.start()
        self._show()

    def _show(self, *_state: HallState) -> None:
        if self.hall.frozen and self.hall.isVisible():
            self._window.show_hall("frozen")
        else:
            self._window.show_hall("on" if self.hall.isVisible() else "off")

    def _ask(self) -> None:
        say, top = self._window.bridge.words, self._window.top
        if not self.hall.isVisible():
            self.keeper.show()
            self._show()
            if self.keeper.state is HallState.ONE_SCREEN:
                self._window.roll.search.say(say("trouble.one-screen"), "warn")
            return
        held = "release" if self.hall.frozen else "freeze"
        choices = [(held, say(f"do.hall-{held}"))]
        choices.append(
            ("show", say("do.hall-release")) if self.hall.blank else ("blank", say("do.hall-blank"))
        )
        corner = top.hall.mapTo(self._window, QPoint(0, top.hall.height() + 4))
        self.menu.open_at(corner, top.hall.accessibleName(), choices, self._window.roll.search.edit)

    def _do(self, what: str) -> None:
        match what:
            case "freeze" | "release":
                self.keeper.freeze(what == "freeze")
            case "blank" | "show":
                self.keeper.clear(what == "blank")
        self._show()

    def close(self) -> None:
        """The desk closes: so does the hall."""
        self.keeper.stop()
        self.hall.close()
