"""Preparation: the sitting, its agenda, and what is still missing."""

from itertools import pairwise

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assembly_desk.domain.commands import MoveItem, RemoveItem
from assembly_desk.projections.next_act import NextAct
from assembly_desk.projections.preparation_sheet import (
    Around,
    Goal,
    PreparationSheet,
    before_which,
    preparation_sheet,
)
from assembly_desk.projections.roll_sheet import Listed, listed_register
from assembly_desk.ui import keys
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.hall.control import HallControl
from assembly_desk.ui.hall.keeper import HallState
from assembly_desk.ui.page import Page
from assembly_desk.ui.parts.scroll import scrolled
from assembly_desk.ui.preparation.agenda import AgendaCard
from assembly_desk.ui.preparation.convening import ConveningCard
from assembly_desk.ui.preparation.convening_form import ConveningForm, InviteForm
from assembly_desk.ui.preparation.documents import DocumentForm, DocumentsCard
from assembly_desk.ui.preparation.item_form import ItemForm
from assembly_desk.ui.preparation.readiness import ReadinessCard

_LOW = 690  # a page less tall than this has narrower margins


class PreparationPage(Page):
    """The page. What is asked for in its forms goes to the desk; what the desk recorded is shown."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, "preparation")
        self._hall: HallControl | None = None
        self._printer: bool | None = None
        self._people: tuple[Listed, ...] | None = None
        self.convening = ConveningCard(bridge)
        self.agenda = AgendaCard(bridge)
        self.readiness = ReadinessCard(bridge)
        self.documents = DocumentsCard(bridge)
        self._lay_out()
        self.convening.asked.connect(self.change_sitting)
        self.convening.invite_asked.connect(self._invite)
        self.agenda.add_asked.connect(self.add_item)
        self.agenda.to_agenda.connect(lambda: self.asked.emit("agenda"))
        self.agenda.list.edit_asked.connect(self.edit_item)
        self.agenda.list.remove_asked.connect(self.remove_item)
        self.agenda.list.move_asked.connect(self.move_item)
        self.agenda.list.current_changed.connect(lambda: self.agenda.ask_sure(""))
        self.readiness.asked.connect(self._go)
        self.documents.asked.connect(self._save_document)
        bridge.register_changed.connect(self._register_changed)
        bridge.sitting_changed.connect(self._forget_people)

    def _lay_out(self) -> None:
        side = QWidget()
        self._side = QVBoxLayout(side)
        self._side.setContentsMargins(0, 0, 0, 0)
        self._side.setSpacing(12)
        self._side.addWidget(self.readiness)
        self._side.addWidget(self.documents)
        self._side.addStretch(1)
        self._right = self.acts_below(scrolled(side))
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addWidget(self.agenda, 1)
        below.addWidget(self._right)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.convening)
        self._column.addLayout(below, 1)

    def _order_stops(self) -> None:
        """Tab goes through the page as it is read."""
        stops = [*self.convening.stops, *self.agenda.stops, *self.readiness.stops]
        stops += self.documents.stops
        for one, then in pairwise([*stops, self.block.next, self.block.undo]):
            QWidget.setTabOrder(one, then)

    # --------------------------------------------------------------------------------------------- what shows

    @property
    def sheet(self) -> PreparationSheet:
        """What is shown, in codes and figures."""
        broken = self.bridge.opened.broken
        hall = None
        if self._hall is not None:
            hall = self._hall.keeper.state in (HallState.ON, HallState.FROZEN)
        around = Around(hall, self._printer, broken.seq if broken else None)
        return preparation_sheet(self.bridge.state, self.bridge.register, around)

    def show_all(self) -> None:
        """Everything, in the language of the window and the colours of the theme."""
        self.block.say("", "")
        self.agenda.ask_sure("")
        self.show_sitting()
        self.readiness.repaint_signs()
        self.documents.show_all()
        if self._printer is None:
            QTimer.singleShot(0, self, self._look_for_printers)

    def show_sitting(self) -> None:
        """The sitting as it stands now."""
        sheet = self.sheet
        self.convening.show_sitting(self.bridge.state, sheet)
        rows = self.agenda.show_sheet(sheet)
        links = self.readiness.show_readiness(sheet.readiness)
        if rows or links:
            self._order_stops()
        self.block.show_act()

    def place_hall(self, hall: HallControl) -> None:
        """The readiness says whether the hall's display is connected."""
        self._hall = hall
        hall.changed.connect(self._show_readiness)

    def _show_readiness(self) -> None:
        if self.isVisible() and self.readiness.show_readiness(self.sheet.readiness):
            self._order_stops()

    def _look_for_printers(self) -> None:
        self._printer = bool(QPrinterInfo.availablePrinterNames())
        self._show_readiness()

    def _register_changed(self) -> None:
        self._forget_people()
        if self.isVisible():
            self.show_sitting()

    def _forget_people(self) -> None:
        self._people = None

    def calm(self) -> None:
        """A change came: a second press is no longer half done."""
        super().calm()
        self.agenda.ask_sure("")

    def home(self) -> QWidget:
        """The current item; before there is one, the way to the first."""
        if not self.bridge.register.members:
            return self.block.next
        return self.agenda.list.row or self.agenda.add

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A wide page has a wider right column, a low one narrower margins."""
        super().resizeEvent(event)
        self._right.setFixedWidth(max(320, min(560, self.width() * 31 // 100)))
        low = self.height() < _LOW
        self._column.setContentsMargins(24, *((12, 24, 12) if low else (20, 24, 20)))
        self._column.setSpacing(12 if low else 16)
        self.convening.set_compact(low)
        self.agenda.set_compact(low)

    # ----------------------------------------------------------------------------------------------- the acts

    def next_act(self) -> NextAct | None:
        """The sitting's; first of all, the members."""
        if not self.bridge.register.members and self.bridge.state.phase == "prepared":
            return NextAct("do.import", "members")
        return super().next_act()

    def do_next(self) -> None:
        """The next act, and to the page where it goes on."""
        act, before = self.next_act(), self.bridge.opened.entries
        super().do_next()
        if act is not None and act.page != self.name and self.bridge.opened.entries > before:
            self.asked.emit(act.page)

    def change_sitting(self, name: str) -> None:
        """Ask for the convening data, beginning with that field."""
        back = self.window().focusWidget()
        form = ConveningForm(self, self.people)
        form.open_at(form.by_name.get(name), back=back)

    def _invite(self) -> None:
        InviteForm(self, self.people).open_at(None, back=self.convening.invite)

    def add_item(self) -> None:
        """Ask for a new item."""
        if not self.sheet.changeable:
            return
        form = ItemForm(self, self.people, len(self.agenda.list.items) + 1, self._saved)
        form.open_at(None, back=self.home())

    def edit_item(self, item: str, part: str = "") -> None:
        """Ask for the item's data, beginning with what is named."""
        sheet = self.sheet
        number = next((line.number for line in sheet.items if line.item == item), None)
        if number is None:
            return
        if not sheet.changeable:
            self.asked.emit("agenda")
            return
        self.agenda.list.choose_item(item)
        form = ItemForm(self, self.people, number, self._saved)
        form.show_item(self.bridge.state.agenda.items[item])
        field = form.field(part)
        russian = form.title_field.ru if part == "russian" and not form.title_field.ru.toPlainText() else None
        if part == "russian" and russian is None:
            field, russian = form.draft, form.draft.ru
        form.open_at(field, russian, back=self.home())

    def _saved(self, item: str) -> None:
        self.agenda.list.choose_item(item)
        row = self.agenda.list.row
        if row is not None and isinstance(self.panel, ItemForm):
            self.panel.give_back_to(row)

    def remove_item(self, item: str) -> None:
        """Strike the item; asked once more by a second press."""
        line = next((line for line in self.sheet.items if line.item == item), None)
        if line is None or not self.sheet.changeable:
            return
        say = self.bridge.words
        if self.agenda.sure_of != item:
            self.agenda.ask_sure(item)
            self.block.say(say("preparation.remove-sure", item=line.number), "warn")
            return
        self.agenda.ask_sure("")
        self.do(RemoveItem(item), say("preparation.item-removed", title=line.title))

    def move_item(self, item: str, to: int) -> None:
        """Move the item to that place, from 0."""
        sheet = self.sheet
        ids = [line.item for line in sheet.items]
        if sheet.changeable and item in ids and 0 <= to < len(ids):
            self.agenda.list.choose_item(item)
            said = self.bridge.words("preparation.item-moved", item=to + 1)
            self.do(MoveItem(item, before_which(ids, item, to)), said)

    def take_key(self, event: QKeyEvent) -> bool:
        """Insert adds an item; any other key ends the asking for a second press."""
        if keys.is_insert(event):
            self.add_item()
            return True
        if self.agenda.sure_of and event.key() != Qt.Key.Key_Delete:
            self.agenda.ask_sure("")
            self.block.say("", "")
            return keys.is_escape(event)
        return False

    def _save_document(self, kind: str) -> None:
        self.open_panel(DocumentForm(self, kind), self.documents.buttons[kind])

    def _go(self, goal: object) -> None:
        match goal:
            case Goal("field", name):
                self.change_sitting(name)
            case Goal("item", item, part):
                self.edit_item(item, part)
            case Goal("new-item"):
                self.add_item()
            case Goal("page", page):
                self.asked.emit(page)
            case Goal("hall") if self._hall is not None:
                self._hall.show()

    def people(self) -> tuple[Listed, ...]:
        """Those who may be named: the members of the body, by the alphabet."""
        if self._people is None:
            members, convening = self.bridge.register.members, self.bridge.state.convening
            presiding = convening.presiding.member if convening.presiding else None
            self._people = tuple(
                one
                for one in listed_register(self.bridge.register)
                if convening.body in members[one.member].bodies or one.member == presiding
            )
        return self._people
