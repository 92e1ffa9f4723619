"""The registration page: a surname or a badge, Enter, and the member is in the hall."""

from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assembly_desk.desk.desk import Receipt
from assembly_desk.domain.commands import Arrive, ExcuseMembers, Leave, Undo
from assembly_desk.domain.refusals import Refusal
from assembly_desk.domain.roll import Excuse
from assembly_desk.projections.roll_sheet import ORDERS, Listed, by_badge
from assembly_desk.ui import keys, theme
from assembly_desk.ui.bridge import Bridge, Trouble, new_act
from assembly_desk.ui.page import Page
from assembly_desk.ui.parts.choices import Choices
from assembly_desk.ui.parts.scroll import scrolled
from assembly_desk.ui.roll.cards import LastActs, QuorumCard, WordsCard
from assembly_desk.ui.roll.list import RollList
from assembly_desk.ui.roll.search import SearchBox

EXCUSES: tuple[Excuse, ...] = ("duty-trip", "illness", "leave", "other")
_LOW = 690  # a page less tall than this shows less tall cards
_TALL = 880  # and only one as tall as this has room for all cards and a refusal


class RollPage(Page):
    """The page. It marks nobody by itself: the desk's answer does, once the act is on the disk."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, "roll")
        self.search = SearchBox(bridge)
        self.list = RollList(bridge)
        self.quorum = QuorumCard(bridge)
        self.acts = LastActs(bridge)
        self.words = WordsCard(bridge)
        self.block.undo_shown = False  # it stands beside the last acts
        self.excuses = Choices(self, "roll.excuses")
        self.orders = Choices(self, "roll.orders")
        self._lay_out()
        self._connect()
        self.show_all()

    def _lay_out(self) -> None:
        self._side = QWidget()
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for card in (self.quorum, self.acts, self.words):
            column.addWidget(card)
        column.addStretch(1)
        self._scroll = scrolled(self._side)
        self._right = self.acts_below(self._scroll)
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addWidget(self.list, 1)
        below.addWidget(self._right)
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 20, 24, 20)
        page.setSpacing(16)
        page.addWidget(self.search)
        page.addLayout(below, 1)
        order = [self.search.edit, *self.list.chips.values(), self.list.picker, self.list.table]
        order += [self.list.arrive, self.list.leave, self.list.excuse, self.acts.undo]
        order += [*self.words.languages.values(), self.block.next]
        for one, then in pairwise(order):
            QWidget.setTabOrder(one, then)
        self.setFocusProxy(self.search.edit)

    def _connect(self) -> None:
        self.search.searched.connect(self.list.search)
        self.search.moved.connect(self.list.step)
        self.search.scanned.connect(self._scanned)
        self.search.undone.connect(self.undo)
        for part in (self.search, self.list):
            part.arrived.connect(self.arrive)
            part.left.connect(self.leave)
            part.excused.connect(self.ask_excuse)
        self.list.key_pressed.connect(self._key_in_list)
        self.list.picked.connect(self._ask_order)
        self.excuses.chosen.connect(self._excuse)
        self.orders.chosen.connect(self._order)
        self.acts.undo.clicked.connect(self.undo)

    # ----------------------------------------------------------------------------------------------- the acts

    def arrive(self) -> None:
        """The chosen member is in the hall."""
        one = self._who()
        if one is None:
            return
        answer = self.bridge.submit(Arrive((one.member,)), new_act())
        self._answered(answer, one, "roll.already-here", "roll.arrived")

    def leave(self) -> None:
        """The chosen member has left the hall."""
        one = self._who()
        if one is None:
            return
        answer = self.bridge.submit(Leave((one.member,)), new_act())
        self._answered(answer, one, "roll.not-here", "roll.left")

    def ask_excuse(self) -> None:
        """Why the chosen member is absent: a small menu within the page."""
        one = self._who()
        if one is None:
            return
        say = self.bridge.words
        if one.member in self.bridge.state.roll.present:
            self.search.say(say("roll.here-not-excused", name=self._short(one)), "warn")
            return
        choices = [(reason, _capital(say(f"excuse.{reason}"))) for reason in EXCUSES]
        where = self.list.excuse.mapTo(self, QPoint(0, -200))
        head = say("roll.excused", name=self._short(one))
        self.excuses.open_at(where, head, choices, self.search.edit)

    def _excuse(self, reason: str) -> None:
        one = self.list.current
        code = next((known for known in EXCUSES if known == reason), None)
        if one is not None and code is not None:
            answer = self.bridge.submit(ExcuseMembers((one.member,), code), new_act())
            self._answered(answer, one, "roll.excused", "roll.excused")

    def undo(self) -> None:
        """Take the last act back."""
        if not self.bridge.may_undo:
            if self.bridge.accepting:
                self._refused(self.bridge.say_refusal(Refusal("NotUndoable")))
            return
        answer = self.bridge.submit(Undo(), new_act())
        if isinstance(answer, Receipt) and answer.entries:
            self.search.say(self.bridge.words("shell.undone", entry=answer.entries[-1]))
        elif isinstance(answer, Refusal):
            self._refused(self.bridge.say_refusal(answer))

    def _refused(self, sentence: str) -> None:
        """A refusal with its reason is longer than the search box: it stands beside the blue button."""
        self.block.say(sentence, "bad")
        self._make_room()

    def recorded_at_last(self, said: str) -> None:
        """The act that could not be recorded is recorded now."""
        super().recorded_at_last("")
        self.search.clear()
        self.search.say(said)

    def do_next(self) -> None:
        """The next act; what became of it is said in the search box, a refusal beside the button."""
        before = self.bridge.opened.entries
        super().do_next()
        if self.bridge.opened.entries > before:
            self.search.say(self.block.said.text())
            self.block.say("", "")
        self._make_room()

    def _make_room(self) -> None:
        refused = bool(self.block.said.text()) and self.height() < _TALL
        self.acts.set_compact(refused or self.height() < _LOW)

    def _scanned(self, digits: str) -> None:
        self.search.clear()
        one = by_badge(self.list.people, digits)
        if one is None:
            self.search.say(self.bridge.words("roll.unknown-badge", badge=digits), "warn")
            return
        self._reach(one)
        self.arrive()

    def _who(self) -> Listed | None:
        """Whom an act means: the badge that was typed, else the chosen row; nobody while no act is taken."""
        if not self.bridge.accepting:
            self.bridge.trouble_changed.emit()
            return None
        typed = self.search.edit.text().strip()
        if typed.isdecimal():
            one = by_badge(self.list.people, typed)
            if one is None:
                self.search.edit.selectAll()
                self.search.say(self.bridge.words("roll.unknown-badge", badge=typed), "warn")
                return None
            self.search.clear()
            self._reach(one)
            return one
        if self.list.current is None and self.bridge.state.roll.members:
            self.search.say(self.bridge.words("roll.nobody"), "warn")
        return self.list.current

    def _reach(self, one: Listed) -> None:
        """Choose the member, behind whatever filter they stand."""
        if self.list.model.row_of(one.member) < 0:
            self.list.show_only("all")
        self.list.choose(one.member)

    def _answered(self, answer: Receipt | Refusal | Trouble, one: Listed, unchanged: str, done: str) -> None:
        say = self.bridge.words
        match answer:
            case Receipt(entries=()):
                self._again(one)
                self.search.say(say(unchanged, name=self._short(one)), "warn")
            case Receipt():
                self._again(one)
                self._say_recorded(answer, say(done, name=self._short(one)))
            case Refusal():
                self.search.say(self.bridge.say_refusal(answer), "warn")
            case Trouble():
                pass  # said above the page; what was typed stays for another try

    def _again(self, one: Listed) -> None:
        self.search.clear()
        self.list.choose(one.member)

    def _say_recorded(self, answer: Receipt, what: str) -> None:
        if answer.entries:
            last = self.bridge.state.last_at or self.bridge.now()
            time = self.bridge.time(last, seconds=True)
            recorded = self.bridge.words("foot.recorded", entry=answer.entries[-1], time=time)
            self.search.say(f"{what} · {recorded}" if what else recorded)

    def _short(self, one: Listed) -> str:
        return one.short.in_language(self.bridge.language)

    # ----------------------------------------------------------------------------------------- order and keys

    def _ask_order(self, corner: QPoint) -> None:
        head = self.bridge.words("roll.sort")
        choices = self.list.order_choices()
        self.orders.open_at(self.mapFromGlobal(corner), head, choices, self.search.edit, self.list.order)

    def _order(self, order: str) -> None:
        self.list.order_by(next((one for one in ORDERS if one == order), "alphabet"))

    def _key_in_list(self, event: QKeyEvent) -> None:
        if keys.is_next_act(event) or event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.list.step(
                -len(self.list.people) if event.key() == Qt.Key.Key_Home else len(self.list.people)
            )
            event.accept()
        else:
            event.setAccepted(self.take_key(event))

    def take_key(self, event: QKeyEvent) -> bool:
        """A key pressed anywhere on the page. Letters, Enter and arrows belong to the search box."""
        if not self.search.isVisible():
            return False
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.ShiftModifier
        plain = held == Qt.KeyboardModifier.NoModifier
        written = bool(event.text()) and event.text().isprintable() and event.text() != " "
        acts = keys.place(event) in keys.ENTERS and not keys.is_next_act(event)
        moves = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        if (plain and (written or moves)) or acts or keys.is_undo(event):
            self.search.type(event)
            return True
        return False

    # --------------------------------------------------------------------------------------------- what shows

    def show_sitting(self) -> None:
        """The sitting as it stands now."""
        self.block.say("", "")
        self._make_room()
        self.list.read()
        self.list.show_accepting()
        self.quorum.show_all()
        self.acts.show_all()
        self.words.show_all()

    def hear(self, says: str) -> None:
        """Said where what was recorded is said."""
        self.search.say(says, "warn")

    def home(self) -> QWidget:
        """The search box."""
        return self.search.edit

    def show_all(self) -> None:
        """In the language of the window and the colours of the theme."""
        self.search.say("")
        self.search.show_all()
        self.list.show_all()
        self.quorum.show_all()
        self.acts.show_all()
        self.words.show_all()
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A wide page has a wider right column, a low one has lower cards."""
        super().resizeEvent(event)
        self._right.setFixedWidth(max(316, min(560, self.width() * 31 // 100)))
        low = self.height() < _LOW
        self._make_room()
        for card in (self.quorum, self.words):
            card.set_compact(low)
        self.search.setFixedHeight(48 if low else 60)
        if (page := self.layout()) is not None:
            page.setContentsMargins(24, *((12, 24, 12) if low else (20, 24, 20)))
        for layout in (self._side.layout(), self.layout()):
            if layout is not None:
                layout.setSpacing(2 * theme.STEP if low else 4 * theme.STEP)


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
