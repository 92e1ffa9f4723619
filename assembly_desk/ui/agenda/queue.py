"""The card of those who asked for the floor."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from assembly_desk.domain.floor import Waiting
from assembly_desk.projections.floor_sheet import QueueRow, queue_rows
from assembly_desk.ui.agenda.rows import Look, Rows
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.buttons import KeyButton
from assembly_desk.ui.parts.flow import Flow
from assembly_desk.ui.parts.labels import Card, label
from assembly_desk.wording.words import Words


class QueueCard(Card):
    """The queue in its order; Enter gives the floor to the chosen one, Delete takes them out."""

    asked = Signal()
    given = Signal(Waiting)
    removed = Signal(Waiting)
    closed = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("agenda.queue-card")
        self._bridge = bridge
        self.rows = Rows("agenda.queue")
        self.none = label("agenda.queue.none", 14, role="second", wrap=True)
        self.add = KeyButton("agenda.queue.add", "Insert", pixels=13)
        self.add.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.close_debate = KeyButton("agenda.close-debate")
        self.remove = KeyButton("agenda.queue.remove", "Delete")
        self.column.removeWidget(self.head)
        self.column.setContentsMargins(8, 12, 8, 14)
        top = QHBoxLayout()
        top.setContentsMargins(12, 0, 12, 0)
        top.addWidget(self.head, 1)
        top.addWidget(self.add)
        self.column.addLayout(top)
        self.none.setContentsMargins(12, 0, 12, 0)
        self.column.addWidget(self.none)
        self.column.addWidget(self.rows)
        acts = Flow(8)
        acts.add(self.close_debate)
        acts.add(self.remove)
        below = QHBoxLayout()
        below.setContentsMargins(12, 0, 12, 0)
        below.addWidget(acts)
        self.column.addLayout(below)
        for button in (self.add, self.close_debate, self.remove):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.add.clicked.connect(self.asked)
        self.close_debate.clicked.connect(self.closed)
        self.remove.clicked.connect(lambda: self._remove(self.rows.current))
        self.rows.added.connect(self.asked)
        self.rows.entered.connect(self._give)
        self.rows.removed.connect(self._remove)

    def _give(self, id: str) -> None:
        if (waiting := self._waiting(id)) is not None:
            self.given.emit(waiting)

    def _remove(self, id: str) -> None:
        if (waiting := self._waiting(id)) is not None:
            self.removed.emit(waiting)

    def _waiting(self, id: str) -> Waiting | None:
        return next((one for one in self._bridge.state.floor.queue if _id(one) == id), None)

    def show_all(self) -> None:
        """The queue as it stands."""
        state, say = self._bridge.state, self._bridge.words
        rows = queue_rows(state)
        looks = [
            _look(row, number, _id(waiting), say)
            for number, (row, waiting) in enumerate(zip(rows, state.floor.queue, strict=True), 1)
        ]
        self.set_head(say("card.queue") + (f" · {len(rows)}" if rows else ""))
        self.rows.setAccessibleName(say("card.queue"))
        self.rows.show_rows(looks)
        self.none.setText(say("agenda.queue-empty"))
        self.none.setVisible(not rows)
        self.add.show_text(say("do.queue"))
        self.close_debate.show_text(say("do.close-debate"))
        self.remove.show_text(say("do.remove"))
        self.remove.setVisible(bool(rows))
        current = state.agenda.items.get(state.agenda.current or "")
        is_open = state.phase == "open"
        self.add.setVisible(is_open)
        self.close_debate.setVisible(is_open and current is not None and not current.debate_closed)
        for button in (self.add, self.close_debate, self.remove):
            button.setEnabled(self._bridge.accepting)


def _id(waiting: Waiting) -> str:
    person = waiting.person
    return f"{waiting.kind}/{waiting.item}/{person.member or ''}/{person.name.kk}"


def _look(row: QueueRow, number: int, id: str, say: Words) -> Look:
    parts = [str(say.text(row.place)) if row.place else "", say.of("floor", row.kind)]
    if row.refused:
        parts.append(say("agenda.debate-closed"))
    return Look(
        id=id,
        lead=str(number),
        title=str(say.text(row.person.name)),
        below=" · ".join(part for part in parts if part),
        trail=f"{row.seconds // 60}:{row.seconds % 60:02}",
        button=say("do.give-floor"),
        quiet=row.refused,
    )
