"""The box of the register: Enter opens the chosen member."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent

from assembly_desk.ui import keys
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.name_search import NameSearch


class MemberSearch(NameSearch):
    """The box."""

    entered = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, "members")
        self.show_all()

    def enter(self, event: QKeyEvent) -> bool:
        """Open the member; Ctrl+Enter is the window's."""
        if keys.is_next_act(event):
            return False
        if not event.isAutoRepeat():
            self.entered.emit()
        return True
