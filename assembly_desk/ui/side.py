"""The steps of a sitting at the left, and below them what outlives a sitting."""

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assembly_desk.projections.desk_line import PAGES, done_pages
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.buttons import StepButton
from assembly_desk.ui.parts.labels import rule

PageName = Literal[
    "preparation", "roll", "agenda", "voting", "protocol", "record", "members", "sittings", "settings"
]

STEP_KEYS: dict[str, str] = {page: f"F{number}" for number, page in enumerate(PAGES, 2)}
RECORD_KEY = "F7"
_BELOW: tuple[tuple[PageName, str], ...] = (
    ("record", "sheet"),
    ("members", "people"),
    ("sittings", "calendar"),
)


class Side(QWidget):
    """The navigation. Looking elsewhere does not move the sitting."""

    asked = Signal(str)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setProperty("role", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._bridge = bridge
        self.buttons: dict[str, StepButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 16, 12, 16)
        column.setSpacing(2)
        for page in PAGES:
            column.addWidget(self._button(page, "", STEP_KEYS[page]))
        column.addSpacing(10)
        column.addWidget(rule())
        column.addSpacing(10)
        for below, sign in _BELOW:
            column.addWidget(self._button(below, sign, RECORD_KEY if below == "record" else ""))
        column.addStretch(1)
        column.addWidget(self._button("settings", "gear"))
        self.setMinimumWidth(208)
        self.show_all()

    def _button(self, page: str, sign: str, keys: str = "") -> StepButton:
        button = StepButton(f"side.{page}", sign, keys)
        button.clicked.connect(lambda: self.asked.emit(page))
        self.buttons[page] = button
        return button

    def show_page(self, page: str) -> None:
        """Mark the page that is shown."""
        self.buttons[page].setChecked(True)

    def show_all(self) -> None:
        """Name the steps and mark what lies behind the sitting."""
        say, sitting = self._bridge.words, self._bridge.sitting_id
        done = done_pages(self._bridge.state) if sitting else frozenset()
        self.setAccessibleName(say("shell.steps"))
        for page, button in self.buttons.items():
            button.show_text(say(f"screen.{page}"))
            button.set_done(page in done)
            button.setEnabled(bool(sitting) or page not in (*STEP_KEYS, "record"))
