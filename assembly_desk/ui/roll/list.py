"""The list itself: filters with their counts, the order, the rows, what may be done with the chosen one."""

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QWidget,
)

from assembly_desk.projections.roll_sheet import (
    ORDERS,
    SHOWS,
    Listed,
    Order,
    Show,
    counts,
    found,
    listed,
    rows,
)
from assembly_desk.ui import theme
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.buttons import KeyButton
from assembly_desk.ui.parts.flow import Flow
from assembly_desk.ui.parts.icons import icon
from assembly_desk.ui.parts.keycap import ENTER
from assembly_desk.ui.parts.labels import rule
from assembly_desk.ui.people_list import PeopleList
from assembly_desk.ui.roll.delegate import RollDelegate, pill_width
from assembly_desk.ui.roll.model import Column, RollModel

ORDER_WORDS: dict[Order, str] = {
    "alphabet": "roll.by-alphabet",
    "arrival": "roll.by-arrival",
    "region": "roll.by-region",
}


class RollList(PeopleList):
    """The list. The chosen member stays chosen through filters and orders, as long as they are shown."""

    arrived = Signal()
    left = Signal()
    excused = Signal()

    def __init__(self, bridge: Bridge) -> None:
        self.model = RollModel(bridge)
        super().__init__(bridge, "roll", self.model)
        self._members: object = None  # the roll for which the people were listed
        self._people: tuple[Listed, ...] = ()
        self._show: Show = "all"
        self.order: Order = "alphabet"
        self._search = ""
        self.chips = self.add_filters(SHOWS, "order", self.show_only)
        self.add_table(RollDelegate)
        self.table.selectionModel().currentRowChanged.connect(self._choice_moved)
        self._strip()
        self.read()

    def _strip(self) -> None:
        strip = QWidget()
        flow = Flow(8)
        inner = QHBoxLayout(strip)
        inner.setContentsMargins(16, 10, 16, 10)
        inner.addWidget(flow)
        self.arrive = KeyButton("roll.mark-arrived", ENTER, pixels=13)
        self.leave = KeyButton("roll.mark-left", f"Shift {ENTER}", pixels=13)
        self.excuse = KeyButton("roll.mark-excused", f"Alt {ENTER}", pixels=13)
        for button, signal in (
            (self.arrive, self.arrived),
            (self.leave, self.left),
            (self.excuse, self.excused),
        ):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            button.clicked.connect(signal)
            flow.add(button)
        self.column.addWidget(rule())
        self.column.addWidget(strip)

    # ------------------------------------------------------------------------------------------ what is shown

    def read(self) -> None:
        """The sitting changed: list the people anew if the roll did, and show where they stand."""
        roll = self._bridge.state.roll
        if roll.members is not self._members:
            self._members, self._people = roll.members, listed(roll.members)
            self._fill()
        elif self._show != "all" or self.order == "arrival":
            self._fill()
        else:
            self.model.show_roll(roll, self._in_sight())
        self._count()

    def search(self, text: str) -> None:
        """Show those whose names hold the words; the first of them is chosen."""
        self._search = text
        self._fill(first=bool(text.strip()))

    def show_only(self, show: Show) -> None:
        """Show one group."""
        self._show = show
        self.chips[show].setChecked(True)
        self._fill()

    def order_by(self, order: Order) -> None:
        """Show the list in another order."""
        self.order = order
        self._name_order()
        self._fill()

    def _fill(self, *, first: bool = False) -> None:
        chosen = self.current
        roll = self._bridge.state.roll
        shown = rows(self._people, roll, self._show, self.order)
        self.model.show_rows(found(shown, self._search), roll)
        self.stack.setCurrentWidget(self.table if self.model.rows else self.nobody)
        if not self.model.rows:
            self._say_nobody()
            self._chosen()
        elif first or chosen is None:
            self.choose_row(0)
        else:
            self.choose_row(max(0, self.model.row_of(chosen.member)))

    @property
    def people(self) -> tuple[Listed, ...]:
        """All on the roll, by the alphabet."""
        return self._people

    @property
    def current(self) -> Listed | None:
        """The chosen member."""
        row = self.table.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def choose(self, member: str) -> None:
        """Choose that member, as far as they are shown."""
        if (row := self.model.row_of(member)) >= 0:
            self.choose_row(row)

    def _in_sight(self) -> range:
        first, last = self.table.rowAt(0), self.table.rowAt(self.table.viewport().height() - 1)
        return range(max(0, first), last + 1 if last >= 0 else len(self.model.rows))

    def _choice_moved(self, now: QModelIndex, before: QModelIndex) -> None:
        """Both rows are painted anew, and no other."""
        self._chosen()
        for row in {now.row(), before.row()} - {-1}:
            top, height = self.table.rowViewportPosition(row), self.table.rowHeight(row)
            self.table.viewport().update(0, top, self.table.viewport().width(), height)

    def _chosen(self) -> None:
        may = self.current is not None and self._bridge.accepting
        for button in (self.arrive, self.leave, self.excuse):
            button.setEnabled(may)

    def show_accepting(self) -> None:
        """Whether acts are taken now."""
        self._chosen()

    # ---------------------------------------------------------------------------------------------- the words

    def show_all(self) -> None:
        """In the language of the window and the colours of the theme."""
        say = self._bridge.words
        self.table.setAccessibleName(say("roll.list"))
        self.setAccessibleName(say("roll.list"))
        for button, key in (
            (self.arrive, "do.mark-arrived"),
            (self.leave, "do.mark-left"),
            (self.excuse, "presence.excused"),
        ):
            text = say(key)
            button.show_text(text[0].upper() + text[1:])
        for button, key in (
            (self.arrive, "roll.mark-arrived"),
            (self.leave, "roll.mark-left"),
            (self.excuse, "roll.mark-excused"),
        ):
            button.setAccessibleName(say(key))
        self._name_order()
        self._count()
        self._say_nobody()
        self.share_width()
        self._chosen()
        self.table.viewport().update()

    def _name_order(self) -> None:
        say = self._bridge.words
        text = say(ORDER_WORDS[self.order])
        self.picker.setAccessibleName(f"{say('roll.sort')}: {text}")
        self.picker.setToolTip(self.picker.accessibleName())
        self.picker.setText(text)
        taken = sum(button.sizeHint().width() + 6 for button in self.chips.values())
        if taken + self.picker.sizeHint().width() > self.width() - 34:
            self.picker.setText("")  # the sign alone, for a narrow list
        self.picker.setIcon(icon("chevron" if self.picker.text() else "arrows", theme.tokens().ink, 14))

    def order_choices(self) -> list[tuple[str, str]]:
        """The orders by code and name."""
        return [(order, self._bridge.words(ORDER_WORDS[order])) for order in ORDERS]

    def _count(self) -> None:
        now, say, longer = counts(self._bridge.state.roll), self._bridge.words, False
        for show, button in self.chips.items():
            text = f"{say(f'presence.{show}')} {now.of(show)}"
            if button.text() != text:
                button.setText(text)
                button.setAccessibleName(text)
                longer = True
        if longer:
            self._name_order()

    def _say_nobody(self) -> None:
        say = self._bridge.words
        if not self._bridge.state.roll.fixed:
            says = say("readiness.roll-missing")
        elif not self._people:
            says = say("roll.empty")
        else:
            says = say("roll.nobody" if self._search.strip() else "shell.not-yet")
        self.nobody.setText(says)

    # ----------------------------------------------------------------------------------------------- the view

    def share_width(self) -> None:
        """Name and place get most of the width; what is short keeps its own."""
        say = self._bridge.words
        pills = [say(f"presence.{show}") for show in SHOWS] + [say("roll.left-at", time="00:00")]
        room = self.table.viewport().width()
        figures = theme.metrics(13).horizontalAdvance(str(max(len(self._people), 99)))
        number, time = figures + 32, 60
        standing = min(max(map(pill_width, pills)) + 16, max(110, room // 3))
        rest = max(room - number - time - standing, 120)
        name = min(rest * 57 // 100, 420)
        place = min(rest - name, 560)
        for column, width in (
            (Column.NUMBER, number),
            (Column.NAME, name),
            (Column.PLACE, place),
            (Column.TIME, time),
            (Column.STANDING, room - number - name - place - time),
        ):
            self.table.setColumnWidth(column, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sign alone, where there is no room for the order's name."""
        super().resizeEvent(event)
        self._name_order()
