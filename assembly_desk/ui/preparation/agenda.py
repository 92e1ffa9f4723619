"""The agenda before it is approved: the items in their order, to add, change, move and remove."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from assembly_desk.projections.preparation_sheet import PlannedItem, PreparationSheet
from assembly_desk.ui import theme
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.buttons import KeyButton
from assembly_desk.ui.parts.keycap import ARROWS, ENTER
from assembly_desk.ui.parts.labels import Card, label, rule
from assembly_desk.ui.parts.scroll import scrolled
from assembly_desk.ui.preparation.row import ItemRow, Mark, RowLook
from assembly_desk.wording.words import Words, rule_words

_NAMED = 3
_ALT = Qt.KeyboardModifier.AltModifier


class AgendaList(QWidget):
    """The rows. One of them is the current one and has the place in the tab order; arrows go on from there."""

    edit_asked = Signal(str)
    remove_asked = Signal(str)
    move_asked = Signal(str, int)
    """The item, and the place among the others where it shall stand, from 0."""
    current_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[ItemRow] = []
        self.items: tuple[PlannedItem, ...] = ()
        self.current = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setSpacing(2)
        self._column.addStretch(1)
        self._mark = QFrame(self)
        self._mark.setFixedHeight(4)
        self._mark.hide()
        self.reveal: Callable[[QWidget], None] = lambda _row: None

    @property
    def place(self) -> int:
        """The place of the current item, from 0; -1: there is none."""
        return next((at for at, line in enumerate(self.items) if line.item == self.current), -1)

    @property
    def row(self) -> ItemRow | None:
        """The current row."""
        return self.rows[self.place] if self.place >= 0 else None

    def show_items(self, items: tuple[PlannedItem, ...], looks: Sequence[RowLook]) -> bool:
        """Show the items; whether there are other rows than before. The current item stays the current one."""
        at, held = self.place, any(row.hasFocus() for row in self.rows)
        self.items = items
        while len(self.rows) < len(items):
            self._add_row(len(self.rows))
        for number, row in enumerate(self.rows):
            if number < len(items):
                row.show_look(looks[number])
            row.setHidden(number >= len(items))
        if self.place < 0:
            self.current = items[max(0, min(at, len(items) - 1))].item if items else ""
        self._let_tab_in()
        if held and self.row is not None:
            self.row.setFocus(Qt.FocusReason.OtherFocusReason)
        return at != self.place

    def choose(self, at: int, *, focus: bool = True) -> None:
        """Make the item at that place the current one."""
        if not self.items:
            return
        at = max(0, min(at, len(self.items) - 1))
        other = self.items[at].item != self.current
        self.current = self.items[at].item
        self._let_tab_in()
        if focus:
            self.rows[at].setFocus(Qt.FocusReason.OtherFocusReason)
            self.reveal(self.rows[at])
        if other:
            self.current_changed.emit()

    def choose_item(self, item: str) -> None:
        """Make that item the current one; the focus stays where it is."""
        self.choose(next((at for at, line in enumerate(self.items) if line.item == item), 0), focus=False)

    def _let_tab_in(self) -> None:
        here = self.place
        for number, row in enumerate(self.rows):
            way = Qt.FocusPolicy.StrongFocus if number == here else Qt.FocusPolicy.ClickFocus
            row.setFocusPolicy(way)

    def _add_row(self, number: int) -> None:
        row = ItemRow(f"preparation.item.{number}")
        row.clicked.connect(lambda: self.edit_asked.emit(self.items[number].item))
        row.chosen.connect(lambda: self.choose(number))
        row.key_pressed.connect(lambda event: self._key(event, number))
        row.dragged.connect(lambda y: self._carry(row.y() + y))
        row.dropped.connect(lambda y: self._drop(number, row.y() + y))
        self.rows.append(row)
        self._column.insertWidget(number, row)

    def _key(self, event: QKeyEvent, at: int) -> None:
        pressed, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self.items) - 1}
        if pressed in steps and held == _ALT:
            self.move_asked.emit(self.current, at + steps[Qt.Key(pressed)])
        elif pressed in steps and not held:
            self.choose(at + steps[Qt.Key(pressed)])
        elif pressed in ends and not held:
            self.choose(ends[Qt.Key(pressed)])
        elif pressed == Qt.Key.Key_Delete and not held:
            if not event.isAutoRepeat():
                self.remove_asked.emit(self.current)
        elif pressed == Qt.Key.Key_Space and not held:
            self.edit_asked.emit(self.current)
        else:
            return
        event.accept()

    def _gap(self, y: int) -> int:
        """Before which row, counted from 0, that height lies."""
        shown = self.rows[: len(self.items)]
        return sum(y > row.y() + row.height() // 2 for row in shown)

    def _carry(self, y: int) -> None:
        gap = self._gap(y)
        last = self.rows[len(self.items) - 1]
        top = self.rows[gap].y() if gap < len(self.items) else last.y() + last.height()
        self._mark.setStyleSheet(f"background: {theme.tokens().act}; border-radius: 2px;")
        self._mark.setGeometry(QRect(0, max(0, top - 3), self.width() - 6, 4))
        self._mark.show()
        self._mark.raise_()
        self.reveal(self._mark)

    def _drop(self, at: int, y: int) -> None:
        self._mark.hide()
        gap = self._gap(y)
        to = gap if gap <= at else gap - 1
        if to != at:
            self.move_asked.emit(self.items[at].item, to)


class AgendaCard(Card):
    """The list between its head and the acts on the current item."""

    add_asked = Signal()
    to_agenda = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("preparation.agenda")
        self._bridge = bridge
        self._sure, self._compact = "", False
        self.add = KeyButton("preparation.add-item", "Insert", pixels=14)
        self.add.setSizePolicy(self.add.sizePolicy().Policy.Maximum, self.add.sizePolicy().Policy.Fixed)
        self.add.clicked.connect(self.add_asked)
        self.column.removeWidget(self.head)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.head, 1)
        head.addWidget(self.add)
        self.said = label("preparation.agenda.said", 14, role="warning", wrap=True)
        self.link = QPushButton()
        self.link.setObjectName("preparation.to-agenda")
        self.link.setProperty("role", "link")
        self.link.setFont(theme.font(14, bold=True))
        self.link.clicked.connect(self.to_agenda)
        self.none = label("preparation.none", 14, role="second", wrap=True)
        self.list = AgendaList()
        self._sheet: PreparationSheet | None = None
        self._scroll = scrolled(self.list)
        self.list.reveal = self._reveal
        self.note = label("preparation.by-reports", 12, role="second", wrap=True)
        self.edit = KeyButton("preparation.edit-item", ENTER, pixels=13)
        self.remove = KeyButton("preparation.remove-item", "Del", role="danger", pixels=13)
        self.up = KeyButton("preparation.move-up", f"Alt {ARROWS}", pixels=13)
        self.down = KeyButton("preparation.move-down", f"Alt {ARROWS}", pixels=13)
        self.edit.clicked.connect(lambda: self.list.edit_asked.emit(self.list.current))
        self.remove.clicked.connect(lambda: self.list.remove_asked.emit(self.list.current))
        self.up.clicked.connect(lambda: self.list.move_asked.emit(self.list.current, self.list.place - 1))
        self.down.clicked.connect(lambda: self.list.move_asked.emit(self.list.current, self.list.place + 1))
        self.list.current_changed.connect(self._show_acts)
        self._acts = QWidget()
        acts = QHBoxLayout(self._acts)
        acts.setContentsMargins(0, 0, 0, 0)
        acts.setSpacing(8)
        for button in self.acts:
            acts.addWidget(button)
        self.column.addLayout(head)
        self.column.addWidget(rule())
        self.column.addWidget(self.said)
        self.column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.none)
        self.column.addWidget(self._scroll, 1)
        self.column.addWidget(self.note)
        self.column.addWidget(self._acts)

    @property
    def acts(self) -> tuple[KeyButton, ...]:
        """What may be done with the current item."""
        return self.edit, self.remove, self.up, self.down

    @property
    def stops(self) -> list[QWidget]:
        """All that takes the focus, as it is read."""
        return [self.add, self.link, *self.list.rows, *self.acts]

    def _reveal(self, widget: QWidget) -> None:
        def reveal() -> None:
            top = widget.mapTo(self.list, QPoint(0, 0)).y()
            for y in (top + widget.height(), top):
                self._scroll.ensureVisible(0, y, 0, 4)

        QTimer.singleShot(0, widget, reveal)  # once the rows have their places

    def show_sheet(self, sheet: PreparationSheet) -> bool:
        """The agenda as it stands; whether rows came or went."""
        say = self._bridge.words
        self._sheet = sheet
        heads = [say("screen.agenda")]
        if sheet.items and sheet.until:
            heads.append(say("field.items-until", count=len(sheet.items), time=sheet.until))
        elif sheet.items:
            heads.append(say("preparation.items", count=len(sheet.items)))
        self.set_head(heads[0])
        self.head.setText(" · ".join([heads[0].upper(), *heads[1:]]))
        self.add.show_text(say("do.add-item"))
        self.add.setVisible(sheet.changeable)
        for shown, text, seen in (
            (self.said, say("refusal.AgendaApproved") if sheet.approved else "", sheet.approved),
            (self.none, say("preparation.no-items"), not sheet.items),
        ):
            shown.setText(text)
            shown.setVisible(seen)
        self._show_note()
        self.link.setText(say("readiness.to-agenda"))
        self.link.setAccessibleName(say("readiness.to-agenda"))
        self.link.setVisible(sheet.approved)
        buttons = ("do.edit", "do.remove", "do.up", "do.down")
        for button, words in zip(self.acts, buttons, strict=True):
            button.show_text(say(words))
        return self._show_rows()

    def set_compact(self, compact: bool) -> None:
        """Less tall, for a low screen: how the time was reckoned is told on hovering only."""
        tall = 8 if compact else 14
        self.column.setContentsMargins(20, tall, 20, tall)
        self._compact = compact
        self._show_note()

    def _show_note(self) -> None:
        says = self._bridge.words("preparation.by-reports")
        timed = bool(self._sheet.until) if self._sheet else False
        self.note.setText(says)
        self.note.setVisible(timed and not self._compact)
        self.head.setToolTip(says if timed else "")
        self.head.setAccessibleDescription(says if timed else "")

    def ask_sure(self, item: str) -> None:
        """The item would go: ask once more, in its row. Empty: nothing is asked."""
        if item != self._sure:
            self._sure = item
            self._show_rows()

    @property
    def sure_of(self) -> str:
        """The item of which it was asked."""
        return self._sure

    def _show_rows(self) -> bool:
        rows = len(self.list.rows)
        if self._sheet is None:
            return False
        looks = [self._look(line, movable=self._sheet.changeable) for line in self._sheet.items]
        moved = self.list.show_items(self._sheet.items, looks)
        self._show_acts()
        if moved and self.list.row is not None:
            self._reveal(self.list.row)
        return rows != len(self.list.rows)

    def _show_acts(self) -> None:
        at, last = self.list.place, len(self.list.items) - 1
        changeable = self._sheet is not None and self._sheet.changeable
        self._acts.setVisible(changeable and bool(self.list.items))
        self.up.setEnabled(at > 0)
        self.down.setEnabled(0 <= at < last)

    def _look(self, line: PlannedItem, *, movable: bool) -> RowLook:
        say, language = self._bridge.words, self._bridge.language
        matter = [say.of("competence", line.competence)]
        if line.point:
            matter.append(rule_words(line.point, language))
        names = [person.short.in_language(language) for person in line.rapporteurs]
        if len(names) > _NAMED:
            more = say("preparation.others", count=len(names) - _NAMED + 1)
            names = [*names[: _NAMED - 1], more]
        return RowLook(
            number=str(line.number),
            title=line.title.in_language(language),
            under=" · ".join(matter),
            people=tuple(names) or ("—",),
            starts=line.starts or "",
            marks=tuple(_marks(line, say)),
            movable=movable,
            sure=say("do.once-more") if line.item == self._sure else "",
        )


def _marks(line: PlannedItem, say: Words) -> list[Mark]:
    marks = [Mark(say(f"preparation.no-{lack}"), "warn") for lack in line.lacks]
    if line.draft:
        marks.insert(0, Mark(say("preparation.draft"), "good"))
    if line.discussed_only:
        marks.insert(0, Mark(say("kind.discussion")))
    return marks
