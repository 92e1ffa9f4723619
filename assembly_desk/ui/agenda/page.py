"""The agenda: the items, who speaks and for how long, the queue, the motions, what the hall sees."""

from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from assembly_desk.domain.commands import EndFloor, FinishItem, GiveFloor, TakeItem
from assembly_desk.domain.floor import Speech
from assembly_desk.projections.floor_sheet import clock_sheet, item_sheet, meant, speeches_on
from assembly_desk.projections.next_act import NextAct
from assembly_desk.ui import keys
from assembly_desk.ui.agenda.acts import Acts
from assembly_desk.ui.agenda.items import ItemHead, ItemsCard
from assembly_desk.ui.agenda.motions import MotionsCard
from assembly_desk.ui.agenda.queue import QueueCard
from assembly_desk.ui.agenda.rows import Rows
from assembly_desk.ui.agenda.speaker import SpeakerCard
from assembly_desk.ui.agenda.spoken import spoken
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.hall.card import HallCard
from assembly_desk.ui.hall.control import HallControl
from assembly_desk.ui.page import Page
from assembly_desk.ui.parts.choices import Choices
from assembly_desk.ui.parts.labels import label
from assembly_desk.ui.parts.scroll import scrolled
from assembly_desk.ui.words_card import WordsCard

_LOW, _NARROW = 690, 1150  # a page less tall or less wide than this shows smaller letters
_MOST_SPEECHES = 12


class AgendaPage(Page):
    """The page. The item that is looked at is not the one under consideration: the hall shows that one."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, "agenda")
        self.items = ItemsCard(bridge)
        self.item = ItemHead(bridge)
        self.no_quorum = label("agenda.no-quorum", 14, role="warning", wrap=True)
        self.speaker = SpeakerCard(bridge)
        self.queue = QueueCard(bridge)
        self.motions = MotionsCard(bridge)
        self.words = WordsCard(bridge, "agenda.words", lambda one: spoken(bridge.state, bridge.now(), one))
        self.hall: HallCard | None = None
        self.meant = label("agenda.meant", 13, role="second", wrap=True)
        self.speeches = Choices(self, "agenda.speeches")
        self.acts = Acts(self)
        self._current: str | None = None
        self._asked_speech: int | None = None
        self._spoke: int | None = None
        self._pace = ""
        self._rows_ordered = -1
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.queue)
        below.addStretch(1)
        middle = QVBoxLayout()
        for part in (self.item, self.speaker):
            middle.addWidget(part)
        self._below_scroll = scrolled(self._below)
        middle.addWidget(self._below_scroll, 1)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        for card in (self.motions, self.words):
            side.addWidget(card)
        side.addStretch(1)
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        self._side_scroll = scrolled(self._side)
        right.addWidget(self._side_scroll, 1)
        right.addWidget(self.block)
        block = self.block.layout()
        if isinstance(block, QBoxLayout):
            block.insertWidget(0, self.no_quorum)  # why the next act is what it is
            block.insertWidget(2, self.meant)
        page = QHBoxLayout(self)
        page.setContentsMargins(24, 20, 24, 20)
        page.addWidget(self.items)
        page.addLayout(middle, 1)
        page.addWidget(self._right)
        self._columns = (page, middle, below, side, right)
        self.block.next.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves Space to the clock
        self.block.undo.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _connect(self) -> None:
        acts = self.acts
        for one in self._lists:
            one.beside.connect(lambda step, rows=one: self._go_beside(rows, step))
        self.items.rows.chosen.connect(self._show_item)
        self.items.rows.entered.connect(lambda _: acts.take())
        self.items.taken.connect(acts.take)
        self.items.finished.connect(acts.finish)
        self.items.added.connect(acts.ask_item)
        self.items.rows.added.connect(acts.insert)
        self.speaker.extended.connect(acts.extend)
        self.speaker.paused.connect(acts.pause)
        self.speaker.ended.connect(acts.end)
        self.speaker.gist.saved.connect(acts.record_gists)
        self.speaker.gist.left.connect(lambda: self.home().setFocus(Qt.FocusReason.OtherFocusReason))
        self.speaker.gist.undone.connect(self.undo)
        self.speaker.gist.list_asked.connect(self._ask_speech)
        self.speeches.chosen.connect(self._show_speech)
        self.queue.asked.connect(acts.ask_floor)
        self.queue.given.connect(acts.give)
        self.queue.removed.connect(acts.unask)
        self.queue.closed.connect(acts.close_debate)
        for rows, area in ((self.queue.rows, self._below_scroll), (self.motions.rows, self._side_scroll)):
            rows.chosen.connect(
                lambda _, some=rows, within=area: within.ensureWidgetVisible(some.home(), 0, 8)
            )
        self.motions.asked.connect(acts.ask_motion)
        self.motions.withdrawn.connect(acts.withdraw)
        self.motions.split.connect(acts.ask_split)
        self.motions.moved.connect(acts.order)

    @property
    def _lists(self) -> tuple[Rows, ...]:
        return self.items.rows, self.queue.rows, self.motions.rows

    def _go_beside(self, rows: Rows, step: int) -> None:
        """From one list to the next one that has anything in it."""
        filled = [one for one in self._lists if one.current]
        filled[(filled.index(rows) + step) % len(filled)].focus()

    # ------------------------------------------------------------------------------------------------ the acts

    @property
    def looked_at(self) -> str:
        """The id of the item that is looked at; empty without an agenda."""
        return self.items.rows.current

    def do_next(self) -> None:
        """The next act. What was typed of a speech goes on the record with it."""
        act = self.next_act()
        command = act.command if act is not None else None
        if isinstance(command, EndFloor):
            self.acts.end()
            return
        self.acts.record_gists()
        if isinstance(command, GiveFloor | TakeItem | FinishItem):
            self.do(command, self.acts.told(command))
        else:
            super().do_next()

    def prepare(self, act: NextAct) -> None:
        """A motion on the item under consideration."""
        if act.words in ("do.add-motion", "do.closing-decision"):
            self.items.rows.choose(self.bridge.state.agenda.current or "")
            self.acts.ask_motion(closing=act.words == "do.closing-decision")

    def take_key(self, event: QKeyEvent) -> bool:
        """Space stops the speaker's clock or lets it go on, Insert adds to the queue, Escape goes back."""
        if keys.is_space(event) and self.bridge.state.floor.speech is not None:
            if not event.isAutoRepeat():
                self.acts.pause()
        elif keys.is_insert(event):
            self.acts.insert()
        elif keys.is_escape(event):
            self.home().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            return False
        return True

    # ----------------------------------------------------------------------------------------------- what shows

    def home(self) -> QWidget:
        """The item that is looked at."""
        return self.items.rows.home() if self.looked_at else self.block.next

    def show_all(self) -> None:
        """In the language of the window and the colours of the theme."""
        if self.hall is not None:
            self.hall.show_words(self.bridge.words)
        self.show_sitting()
        self.speaker.repaint_signs()

    def show_sitting(self) -> None:
        """The sitting as it stands now."""
        state, say = self.bridge.state, self.bridge.words
        self.items.show_all()
        if state.agenda.current not in (None, self._current):
            self.items.rows.choose(state.agenda.current or "")
        self._current = state.agenda.current
        lost = state.phase == "open" and not state.quorum.met
        self.no_quorum.setVisible(lost)
        if lost:
            self.no_quorum.setText(say("agenda.no-quorum"))
        self.queue.show_all()
        self._show_item()
        self._show_words()
        self.block.show_act()
        self._show_meant()
        self._order_tabs()
        self._keep_focus()

    def _show_item(self) -> None:
        """What belongs to the item that is looked at."""
        sheet = item_sheet(self.bridge.state, self.looked_at)
        self.items.show_acts(sheet)
        self.item.show_item(sheet)
        self.motions.show_all(sheet)
        self._show_floor()

    def _show_floor(self) -> None:
        state = self.bridge.state
        live = state.floor.speech
        if live is not None and live.entry != self._spoke:
            self._asked_speech = None
        self._spoke = live.entry if live else None
        ended = speeches_on(state, self.looked_at or None)
        self.speaker.show_all(self._speech_of_gist(live, ended), len(ended))

    def _speech_of_gist(self, live: Speech | None, ended: tuple[Speech, ...]) -> Speech | None:
        asked = next((one for one in ended if one.entry == self._asked_speech), None)
        return asked or live or next(iter(ended), None)

    def _show_words(self) -> None:
        speech, now = self.bridge.state.floor.speech, self.bridge.now()
        self._pace = clock_sheet(self.bridge.state, speech, now).pace if speech else ""
        self.words.show_all()

    def show_moment(self) -> None:
        """The clock of the speech; the presiding's words change with it in the last minute and at its end."""
        state, now = self.bridge.state, self.bridge.now()
        self.speaker.show_moment(now)
        if state.floor.speech and clock_sheet(state, state.floor.speech, now).pace != self._pace:
            self._show_words()

    def _show_meant(self) -> None:
        act, say = self.next_act(), self.bridge.words
        means = meant(self.bridge.state, act) if act is not None else None
        self.meant.setVisible(means is not None)
        if means is None:
            return
        text = str(say.text(means.text))
        if means.kind is not None:
            text = f"{text} · {say.of('floor', means.kind)}"
        elif means.item is not None:
            text = f"{say('hall.item', item=means.item)}. {text}"
        elif means.motion is not None:
            text = f"{means.motion}. {text}"
        most = 80 if self.height() < _LOW else 160
        shown = text if len(text) <= most else text[: most - 1] + "…"
        self.meant.setText(shown)
        self.meant.setToolTip(text)
        self.block.next.setAccessibleDescription(text)

    # ---------------------------------------------------------------------------------- the gists of speeches

    def _ask_speech(self) -> None:
        """Another speech on the item, those without a gist first: a small menu within the page."""
        say = self.bridge.words
        ended = sorted(speeches_on(self.bridge.state, self.looked_at), key=lambda one: one.gist is not None)
        choices = [(str(one.entry), self._told_speech(one)) for one in ended[:_MOST_SPEECHES]]
        if choices:
            corner = self.speaker.gist.others.mapTo(self, QPoint(0, self.speaker.gist.others.height()))
            head = say("agenda.speeches", count=len(ended))
            self.speeches.open_at(corner, head, choices, self.speaker.gist.area)

    def _told_speech(self, speech: Speech) -> str:
        say = self.bridge.words
        parts = [str(say.text(speech.person.short)), say.of("floor", speech.kind)]
        return " · ".join(parts if speech.gist else [*parts, say("agenda.gist-none")])

    def _show_speech(self, entry: str) -> None:
        self._asked_speech = int(entry)
        self._show_floor()
        self.speaker.gist.area.setFocus(Qt.FocusReason.OtherFocusReason)

    # -------------------------------------------------------------------------------------- focus and measures

    def place_hall(self, hall: HallControl) -> None:
        """The hall's small copy, in the right column."""
        self.hall = HallCard(hall, "agenda")
        if isinstance(side := self._side.layout(), QBoxLayout):
            side.insertWidget(2, self.hall)

    def _order_tabs(self) -> None:
        """Tab goes through the page as it is read, also through rows that came later."""
        rows = [one.widgets for one in self._lists]
        if sum(len(some) for some in rows) == self._rows_ordered:
            return
        self._rows_ordered = sum(len(some) for some in rows)
        speaker, queue, motions, words = self.speaker, self.queue, self.motions, self.words
        order: list[QWidget] = [*rows[0], self.items.take, self.items.finish, self.items.add]
        order += [speaker.extend, speaker.pause, speaker.end, *speaker.gist.stops]
        order += [queue.add, *rows[1], queue.close_debate, queue.remove]
        order += [*rows[2], motions.withdraw, motions.divide, motions.up, motions.down, motions.add]
        order += [*words.languages.values()]
        order += [self.hall.release] if self.hall else []
        for one, then in pairwise([*order, self.block.next, self.block.undo]):
            QWidget.setTabOrder(one, then)

    def _keep_focus(self) -> None:
        """What had the focus may be gone with the act: it never leaves the page."""
        focused = self.window().focusWidget()
        gone = focused is None or not focused.isEnabled() or not focused.isVisible()
        if self.isVisible() and gone and self.panel is None:
            self.home().setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Three columns at any width; a low or narrow page has smaller letters and less room between."""
        super().resizeEvent(event)
        width, low = self.width(), self.height() < _LOW
        compact = low or width < _NARROW
        self.items.setFixedWidth(max(224, min(520, width * 22 // 100)))
        self._right.setFixedWidth(max(316, min(640, width * 25 // 100)))
        self.item.set_compact(compact, low=low)
        self.speaker.set_compact(compact)
        self.words.set_compact(compact)
        for column in self._columns:
            column.setSpacing(8 if low else 12)
        self._columns[0].setSpacing(12 if compact else 16)
        self._columns[0].setContentsMargins(24, *((12, 24, 12) if low else (20, 24, 20)))
