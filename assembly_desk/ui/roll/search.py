"""The box of the roll: Enter marks arrival, Shift+Enter departure, Alt+Enter an excuse; the hints say so."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.name_search import NameSearch
from assembly_desk.ui.parts.keycap import ENTER, KeyCap
from assembly_desk.ui.parts.labels import Elided, label, set_role


class SearchBox(NameSearch):
    """The box with its hints, as far as there is room for them."""

    arrived = Signal()
    left = Signal()
    excused = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, "roll")
        self.setFixedHeight(60)
        self.hint = Elided("roll.search-hint", 14, role="second")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.hint.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._arrived = label("roll.hint-arrived", 14, role="second")
        self._left = label("roll.hint-left", 14, role="second")
        self._caps: list[QWidget] = [KeyCap(ENTER), self._arrived, KeyCap(f"Shift {ENTER}"), self._left]
        self.row.addWidget(self.hint, 4)
        for part in self._caps:
            self.row.addWidget(part)
        self.show_all()

    def show_all(self) -> None:
        """The hints too."""
        say = self._bridge.words
        self.hint.show_text(say("roll.search"))
        self._arrived.setText(say("do.mark-arrived"))
        self._left.setText(say("do.mark-left"))
        super().show_all()

    def arrange(self) -> None:
        """What was recorded, else the hints."""
        self.said.show_text(self._says)
        set_role(self.said, self._role or "good")
        self.said.setVisible(bool(self._says))
        self.hint.setVisible(not self._says)
        for part in self._caps:
            part.setVisible(not self._says and self.width() > 720)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hints as far as there is room."""
        super().resizeEvent(event)
        self.arrange()

    def enter(self, event: QKeyEvent) -> bool:
        """What Enter means with the keys that are held; none of it while it is only held down."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        acts = {
            Qt.KeyboardModifier.NoModifier: self.arrived,
            Qt.KeyboardModifier.ShiftModifier: self.left,
            Qt.KeyboardModifier.AltModifier: self.excused,
        }
        if event.isAutoRepeat():
            return True
        if held not in acts:
            return False
        acts[held].emit()
        return True
