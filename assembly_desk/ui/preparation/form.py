"""What the forms of this page have in common: they open at a field, and change only what was typed anew."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from assembly_desk.domain.commands import SittingCommand
from assembly_desk.projections.roll_sheet import Listed
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.page import Page
from assembly_desk.ui.parts.fields import Field
from assembly_desk.ui.parts.panel import Panel
from assembly_desk.ui.people import PeopleField

People = Callable[[], tuple[Listed, ...]]


class Form(Panel):
    """A form that is made when it is asked for and gone when it is left."""

    def __init__(self, page: Page, name: str, *, width: int = 720) -> None:
        super().__init__(page, name, width=width)
        self._owner: Page = page
        self._bridge: Bridge = page.bridge
        self._kept: list[tuple[Field, Callable[[], None]]] = []
        self.on_done(self._try)
        self.left.connect(self.deleteLater)

    def keep(self, field: Field, restore: Callable[[], None]) -> None:
        """A field that was filled and cannot be emptied: how to show again what stood there."""
        self._kept.append((field, restore))

    def submit(self) -> str:
        """Do the act; what stands against it, or nothing."""
        raise NotImplementedError

    def open_at(self, field: Field | None, entry: QWidget | None = None, back: QWidget | None = None) -> None:
        """Open with the focus in that field, as far as it may be changed."""
        self._owner.open_panel(self, back)
        if field is not None and field.isEnabled() and field.isVisibleTo(self):
            layout = self._inside.layout()
            if layout is not None:
                layout.activate()
            line = field.finder.edit if isinstance(field, PeopleField) else field.entry()
            self.go_to(entry or line)
            QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(field, 0, 12))

    def give_back_to(self, widget: QWidget) -> None:
        """Where the focus goes at the end, if not where it was."""
        self._back = widget

    def leave(self) -> None:
        """The focus goes back; where what was missing is supplied, its link is gone, so to the page's own place."""
        if not self._back.isVisibleTo(self._owner):
            self._back = self._owner.home()
        super().leave()

    def do(self, command: SittingCommand, said: str) -> str:
        """Give the command to the desk; what stands against it, or nothing."""
        receipt = self._owner.do(command, said)
        if receipt is None:
            return self._owner.block.said.text() or self._bridge.say_trouble()
        if not receipt.entries:
            self._owner.block.say(self._bridge.words("preparation.unchanged"), "")
        return ""

    def _try(self) -> str:
        for field, restore in self._kept:
            if field.empty:
                restore()
                self.go_to(field.entry())
                return self._bridge.words("preparation.stays", field=field.label.text())
        return self.submit()
