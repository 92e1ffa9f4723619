"""The card «Зал экранында»: what the hall sees, and beside it what would come while that is held back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assembly_desk.ui.hall.control import HallControl
from assembly_desk.ui.hall.copy import HallCopy
from assembly_desk.ui.parts.buttons import KeyButton
from assembly_desk.ui.parts.labels import Card, label
from assembly_desk.wording.words import Words


class HallCard(Card):
    """One copy while the hall follows the sitting; two, with the act that lets it out, while it is held.

    `name`: of the page, before `hall-card`. `show_words` gives it the language of the window.
    """

    def __init__(self, control: HallControl, name: str) -> None:
        super().__init__(f"{name}.hall-card", margin=16)
        self._control, self._say = control, control.words
        self.out = HallCopy(control.hall, f"{name}.hall-now")
        self.coming = HallCopy(control.hall, f"{name}.hall-next", coming=True)
        self.under_out = label(f"{name}.hall-now.says", 12, role="second", wrap=True)
        self.under_coming = label(f"{name}.hall-next.says", 12, role="second", wrap=True)
        self.release = KeyButton(f"{name}.hall-release", pixels=13)
        self.release.clicked.connect(control.release)
        row = QHBoxLayout()
        row.setSpacing(12)
        self._second = QWidget()
        for copy, under, holder in (
            (self.out, self.under_out, QWidget()),
            (self.coming, self.under_coming, self._second),
        ):
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(4)
            column.addWidget(copy)
            column.addWidget(under)
            row.addWidget(holder, 1, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)
        self.column.addWidget(self.release)
        control.changed.connect(self._show)
        self._show()

    def show_words(self, say: Words) -> None:
        """In that language from now on."""
        self._say = say
        self._show()

    def _show(self) -> None:
        say, hall = self._say, self._control.hall
        self.set_head(say("card.hall"))
        off = "" if hall.isVisible() else say("top.hall-off")
        self.under_out.setText(off or (say("hall.now") if hall.held else ""))
        self.under_out.setVisible(bool(self.under_out.text()))
        self.under_coming.setText(say("hall.next"))
        self._second.setVisible(hall.held)
        self.release.show_text(say("do.hall-show" if hall.blank else "do.hall-release"))
        self.release.setVisible(hall.held)
