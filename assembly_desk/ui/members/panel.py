"""A long form of the page: what has the focus is in sight, and Enter presses a button within it."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from assembly_desk.ui import keys
from assembly_desk.ui.parts.panel import Panel


class MembersPanel(Panel):
    """A panel that scrolls to its focus."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses a button of the form; a choice and a line go on to the next as everywhere."""
        focused = self.focusWidget()
        plain = keys.place(event) in keys.ENTERS and not keys.is_next_act(event)
        if plain and isinstance(focused, QPushButton) and not focused.isCheckable():
            if not event.isAutoRepeat():
                focused.click()
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round within the form, and what it comes to is seen."""
        gone = super().focusNextPrevChild(forward)
        self._bring_into_sight()
        return gone

    def accept(self) -> None:
        """Do the act; what stands against it is seen."""
        super().accept()
        if self.isVisible():
            self._bring_into_sight()

    def _bring_into_sight(self) -> None:
        focused = self.focusWidget()
        if focused is not None and self._inside.isAncestorOf(focused):
            self._scroll.ensureWidgetVisible(focused, 0, 40)
