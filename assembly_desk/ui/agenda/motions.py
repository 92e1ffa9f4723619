"""The card of the motions on the item that is looked at."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from assembly_desk.projections.floor_sheet import ItemSheet, MotionRow, motion_rows
from assembly_desk.ui.agenda.rows import Look, Rows
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.buttons import KeyButton, quiet
from assembly_desk.ui.parts.flow import Flow
from assembly_desk.ui.parts.labels import Card, label
from assembly_desk.wording.words import Words

_SIGNS: dict[str, tuple[str, str]] = {
    "adopted": ("check", "for_"),
    "not-adopted": ("cross", "against"),
    "open": ("play", "act_text"),
    "stopped": ("warning", "abstain"),
    "withdrawn": ("undo", "second"),
    "fallen": ("dash", "second"),
    "split": ("dash", "second"),
}


class MotionsCard(Card):
    """The motions, an amendment below its motion. Delete withdraws, Alt with an arrow orders."""

    asked = Signal()
    withdrawn = Signal(str)
    split = Signal(str)
    moved = Signal(str, int)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("agenda.motions-card")
        self._bridge = bridge
        self.rows = Rows("agenda.motions")
        self.none = label("agenda.motions.none", 14, role="second", wrap=True)
        self.add = KeyButton("agenda.motions.add", "Insert")
        self.withdraw = KeyButton("agenda.motions.withdraw", "Delete", pixels=13)
        self.divide = KeyButton("agenda.motions.split", pixels=13)
        self.up = quiet("agenda.motions.up")
        self.down = quiet("agenda.motions.down")
        for order in (self.up, self.down):
            order.setMinimumHeight(self.divide.sizeHint().height())  # in one line with it
        self.column.setContentsMargins(8, 12, 8, 14)
        self.head.setContentsMargins(12, 0, 12, 0)
        self.none.setContentsMargins(12, 0, 12, 0)
        self.column.addWidget(self.none)
        self.column.addWidget(self.rows)
        self._acts = Flow(8)
        for button in (self.withdraw, self.divide, self.up, self.down):
            self._acts.add(button)
        below = QVBoxLayout()
        below.setContentsMargins(12, 0, 12, 0)
        below.setSpacing(8)
        below.addWidget(self._acts)
        below.addWidget(self.add)
        self.column.addLayout(below)
        for button in (self.add, self.withdraw, self.divide, self.up, self.down):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.add.clicked.connect(self.asked)
        self.withdraw.clicked.connect(lambda: self.withdrawn.emit(self.rows.current))
        self.divide.clicked.connect(lambda: self.split.emit(self.rows.current))
        self.up.clicked.connect(lambda: self.moved.emit(self.rows.current, -1))
        self.down.clicked.connect(lambda: self.moved.emit(self.rows.current, 1))
        self.rows.added.connect(self.asked)
        self.rows.removed.connect(self.withdrawn)
        self.rows.moved.connect(self.moved)
        self.rows.chosen.connect(lambda _: self.show_acts())
        self._sure = ""
        self._open: dict[str, bool] = {}
        self._whole: set[str] = set()  # may be split: an amendment is another text as a whole
        self._many = False

    def show_all(self, sheet: ItemSheet | None) -> None:
        """The motions on that item, and what waits of procedure."""
        state, say = self._bridge.state, self._bridge.words
        rows = motion_rows(state, sheet.row.item if sheet else None)
        number = sheet.row.number if sheet else None
        self.set_head(say("agenda.motions-of", item=number) if number is not None else say("card.motions"))
        self.rows.setAccessibleName(say("card.motions"))
        self.rows.show_rows([_look(row, say) for row in rows])
        self._open = {row.motion: row.open_to_change for row in rows}
        self._whole = {row.motion for row in rows if row.kind != "amendment"}
        self._many = sum(row.kind != "procedural" for row in rows) > 1
        self._sure = ""
        self.none.setText(say("agenda.no-motions"))
        self.none.setVisible(not rows)
        self.add.show_text(say("agenda.add-motion"))
        self.add.setAccessibleName(say("do.add-motion"))
        self.add.setVisible(state.phase == "open")
        self.show_acts()

    def show_acts(self, sure: str = "") -> None:
        """What may be done with the chosen motion. `sure`: this one is about to be withdrawn."""
        say = self._bridge.words
        self._sure = sure
        changes = self._open.get(self.rows.current, False) and self._bridge.state.phase == "open"
        self._acts.setVisible(changes)
        self.divide.setVisible(changes and self.rows.current in self._whole)
        for order in (self.up, self.down):
            order.setVisible(changes and self._many)
        sure_now = bool(sure) and sure == self.rows.current
        self.withdraw.show_text(say("do.once-more" if sure_now else "do.withdraw"))
        self.divide.show_text(say("agenda.split"))
        self.up.setText(say("do.up"))
        self.down.setText(say("do.down"))
        buttons: tuple[QPushButton, ...] = (self.add, self.withdraw, self.divide, self.up, self.down)
        for button in buttons:
            button.setEnabled(self._bridge.accepting)

    def is_sure(self, motion: str) -> bool:
        """Whether withdrawing it was asked for once already."""
        return self._sure == motion


def _look(row: MotionRow, say: Words) -> Look:
    parts = [say.of("kind", row.kind)]
    if row.amends is not None and row.open_to_change:
        parts.append(say("agenda.put-before", motion=row.amends))
    parts.append(say.of("motion", row.state))
    return Look(
        id=row.motion,
        lead="",
        title=f"{row.motion}. {say.text(row.text)}",
        below=" · ".join(parts),
        icon=_SIGNS.get(row.state),
        indent=16 if row.amends is not None else 0,
        quiet=row.state in ("withdrawn", "fallen", "split"),
        lines=4 if row.open_to_change else 2,
    )
