"""The page of the record: the votes of the sitting, its entries, and how a result or an entry is put right."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from assembly_desk.domain.alphabet import fold
from assembly_desk.projections.record_log import SORTS, LogBook, LogLine, taken_back
from assembly_desk.projections.record_sheet import WAYS, VoteRow, Way, vote_detail, vote_rows
from assembly_desk.ui import keys, theme
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.page import Page
from assembly_desk.ui.parts.buttons import KeyButton, chip
from assembly_desk.ui.parts.choices import Choices
from assembly_desk.ui.parts.fields import line_edit
from assembly_desk.ui.parts.flow import Flow
from assembly_desk.ui.parts.keycap import ENTER
from assembly_desk.ui.parts.labels import label
from assembly_desk.ui.record.detail import DetailCard
from assembly_desk.ui.record.forms import ContestForm, RectifyForm
from assembly_desk.ui.record.lists import (
    LogPainter,
    LogRows,
    RecordList,
    VotePainter,
    VoteRows,
)
from assembly_desk.ui.record.said import told

_TABS = ("votes", "entries")
_FILTERS = ("all", *SORTS, "changed")


class RecordPage(Page):
    """The page. It shows what is recorded; what it brings about goes by a motion, or by an entry of its own."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, "record")
        self.votes, self.log = VoteRows(bridge), LogRows(bridge)
        self.vote_list = RecordList("record.vote-list", self.votes, VotePainter())
        self.entry_list = RecordList("record.entry-list", self.log, LogPainter())
        for view in (self.vote_list, self.entry_list):
            view.itemDelegate().setParent(view)
        self.detail = DetailCard(bridge)
        self.tabs = {tab: chip(f"record.tab.{tab}") for tab in _TABS}
        self.filters = {one: chip(f"record.sort.{one}") for one in _FILTERS}
        self.search = line_edit("record.search", 14)
        self.contest = KeyButton("record.contest-ways", ENTER, pixels=14)
        self.rectify = KeyButton("record.rectify-entry", ENTER, pixels=14)
        self.ways = Choices(self, "record.ways")
        self._lines: tuple[LogLine, ...] = ()
        self._folded: dict[int, str] = {}  # by entry, in the language of the window
        self._named: tuple[object, ...] = ()  # what the lines name
        self._read: tuple[object, ...] = ()  # what the lists were read from
        self._lay_out()
        self._connect()
        self.show_all()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        group = QButtonGroup(self)
        for button in self.tabs.values():
            button.setFont(theme.font(14, bold=True))
            group.addButton(button)
            head.addWidget(button)
        head.addStretch(1)
        self.tabs["votes"].setChecked(True)
        self._none = {tab: self._nothing(tab) for tab in _TABS}
        self._stack = QStackedWidget()
        for part in (self.vote_list, self._none["votes"], self._entries(), self._none["entries"]):
            self._stack.addWidget(part)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addLayout(head)
        left.addWidget(self._bar)
        left.addWidget(self._stack, 1)
        self.block.add(self.contest)
        self.block.add(self.rectify)
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(12)
        right.addWidget(self.detail, 1)
        right.addWidget(self.block)
        page = QHBoxLayout(self)
        page.setContentsMargins(24, 20, 24, 20)
        page.setSpacing(16)
        page.addLayout(left, 1)
        page.addWidget(self._right)

    def _entries(self) -> QWidget:
        self._bar = QWidget()
        bar = QVBoxLayout(self._bar)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(8)
        bar.addWidget(self.search)
        row = Flow(6)
        group = QButtonGroup(self)
        for button in self.filters.values():
            group.addButton(button)
            row.add(button)
        self.filters["all"].setChecked(True)
        bar.addWidget(row)
        return self.entry_list

    def _nothing(self, tab: str) -> QLabel:
        made = label(f"record.no-{tab}", 16, role="second", wrap=True)
        made.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        made.setContentsMargins(24, 48, 24, 24)
        return made

    def _connect(self) -> None:
        for tab, button in self.tabs.items():
            button.clicked.connect(lambda _=False, one=tab: self.turn(one))
        for button in self.filters.values():
            button.clicked.connect(lambda: self._filter())
        self.search.textChanged.connect(lambda _text: self._filter())
        for view in (self.vote_list, self.entry_list):
            view.chosen.connect(lambda _row: self._show_chosen())
            view.turned.connect(lambda: self.turn("entries" if self.tab == "votes" else "votes", focus=True))
            view.acted.connect(self.act)
            view.typed.connect(self._type)
        self.contest.clicked.connect(self.act)
        self.rectify.clicked.connect(self.act)
        self.ways.chosen.connect(self._contest)

    # ------------------------------------------------------------------------------------------- what is chosen

    @property
    def tab(self) -> str:
        """Which of the two lists is shown."""
        return "votes" if self.tabs["votes"].isChecked() else "entries"

    @property
    def vote(self) -> VoteRow | None:
        """The chosen vote."""
        row = self.vote_list.row
        return self.votes.rows[row] if 0 <= row < len(self.votes.rows) else None

    @property
    def line(self) -> LogLine | None:
        """The chosen entry."""
        row = self.entry_list.row
        return self.log.rows[row] if 0 <= row < len(self.log.rows) else None

    def turn(self, tab: str, *, focus: bool = False) -> None:
        """Show that list."""
        self.tabs[tab].setChecked(True)
        self.show_sitting()
        if focus:
            self.home().setFocus(Qt.FocusReason.OtherFocusReason)

    def act(self) -> None:
        """Contest the chosen result, or put the chosen entry right."""
        state, say = self.bridge.state, self.bridge.words
        if not self.bridge.accepting or state.phase == "sealed":
            return
        if self.tab == "entries":
            if self.line is not None:
                self.open_panel(RectifyForm(self, self.line))
        elif self.vote is not None and self.contest.isEnabled():
            choices = [(way, say(f"record.do-{way}")) for way in WAYS]
            corner = self.contest.mapTo(self, QPoint(0, -56 - 44 * len(choices)))
            self.ways.open_at(corner, say("record.vote", vote=self.vote.vote), choices, self.vote_list)

    def _contest(self, code: str) -> None:
        way: Way | None = next((one for one in WAYS if one == code), None)
        if way is not None and self.vote is not None:
            self.open_panel(ContestForm(self, self.vote, way, self._lead_on))

    def _lead_on(self, motion: str) -> None:
        """To the voting page, where that motion is the chosen one: it is put there."""
        from assembly_desk.ui.voting.page import VotingPage

        self.asked.emit("voting")
        shell = self.window()
        for page in shell.findChildren(VotingPage):
            page.waiting.choose(motion)
            page.calm()
            page.block.say(self.block.said.text(), "good")

    # --------------------------------------------------------------------------------------------- what shows

    def home(self) -> QWidget:
        """The list that is shown."""
        lists: dict[str, QWidget] = {"votes": self.vote_list, "entries": self.entry_list}
        shown = lists[self.tab]
        return shown if shown.isVisibleTo(self) else self.tabs[self.tab]

    def show_all(self) -> None:
        """In the language of the window and the colours of the theme."""
        say = self.bridge.words
        self._read, self._folded = (), {}
        for one, button in self.filters.items():
            button.setText(say(f"record.sort-{one}"))
            button.setAccessibleName(button.text())
        self.search.setPlaceholderText(say("record.search"))
        self.search.setAccessibleName(say("record.search"))
        self.vote_list.setAccessibleName(say("screen.voting"))
        self.entry_list.setAccessibleName(say("screen.record"))
        self._none["votes"].setText(say("record.no-votes"))
        self._none["entries"].setText(say("record.no-entries"))
        self.contest.show_text(say("do.contest"))
        self.rectify.show_text(say("do.rectify"))
        self.show_sitting()

    def show_sitting(self) -> None:
        """The sitting as it stands now."""
        opened, say = self.bridge.opened, self.bridge.words
        read = (self.bridge.sitting_id, opened.head, self.bridge.language)
        if read != self._read:
            self._read_all(read)
        self.tabs["votes"].setText(say("record.votes", count=len({row.vote for row in self.votes.rows})))
        self.tabs["entries"].setText(say("record.entries", count=len(self._lines)))
        for button in self.tabs.values():
            button.setAccessibleName(button.text())
        votes = self.tab == "votes"
        self._bar.setVisible(not votes)
        self.contest.setVisible(votes)
        self.rectify.setVisible(not votes)
        self._show_list()
        self._show_chosen()

    def _read_all(self, read: tuple[object, ...]) -> None:
        state, log = self.bridge.state, self.bridge.opened.log
        another = not self._read or self._read[0] != read[0]
        vote, line = (None, None) if another else (self.vote, self.line)
        self._read, self._folded = read, {}
        rows = tuple(reversed(vote_rows(state)))
        self.votes.show_rows(rows)
        same = (
            at for at, row in enumerate(rows) if vote and (row.vote, row.motion) == (vote.vote, vote.motion)
        )
        self.vote_list.choose(next(same, 0))
        self._read_lines()
        self.log.back = dict(taken_back(log))
        self.log.rectified = {one.entry: one.seq for one in state.rectified}
        self._filter(line)

    def _read_lines(self) -> None:
        """Tell the entries, only the new ones where nothing that the others name is called otherwise now."""
        state, log = self.bridge.state, self.bridge.opened.log
        names = (state.nonce, state.agenda, state.motions, state.roll.members, state.roll.gone)
        known = len(names) == len(self._named) and all(
            now is before for now, before in zip(names, self._named, strict=True)
        )
        old = self._lines if known and len(log) >= len(self._lines) else ()
        new = LogBook(state).lines(log[len(old) :])
        self._lines, self._named = (*reversed(new), *old), names

    def _filter(self, chosen: LogLine | None = None) -> None:
        """Show the entries behind the filter in which every word searched for stands."""
        chosen = chosen or self.line
        sort = next((one for one, button in self.filters.items() if button.isChecked()), "all")
        wanted = fold(self.search.text()).split()
        rows = [
            line
            for line in self._lines
            if (sort in ("all", line.sort) or (sort == "changed" and self._changed(line)))
            and (not wanted or all(word in self._words_of(line) for word in wanted))
        ]
        self.log.show_rows(rows)
        here = next((at for at, line in enumerate(rows) if chosen and line.entry == chosen.entry), 0)
        self.entry_list.choose(here)
        self._show_list()
        self._show_chosen()

    def _changed(self, line: LogLine) -> bool:
        known = line.entry in self.log.back or line.entry in self.log.rectified
        return known or line.kind in ("rectified", "undone")

    def _words_of(self, line: LogLine) -> str:
        if line.entry not in self._folded:
            text = told(line, self.bridge.language, self.bridge.offset, whole=True)
            self._folded[line.entry] = fold(f"{line.entry} {text}")
        return self._folded[line.entry]

    def _show_list(self) -> None:
        lists: dict[str, tuple[int, QWidget]] = {
            "votes": (len(self.votes.rows), self.vote_list),
            "entries": (len(self.log.rows), self.entry_list),
        }
        count, view = lists[self.tab]
        self._stack.setCurrentWidget(view if count else self._none[self.tab])

    def _show_chosen(self) -> None:
        state, log = self.bridge.state, self.bridge.opened.log
        vote, line = self.vote, self.line
        if self.tab == "votes" and vote is not None:
            detail = vote_detail(state, log, vote.vote, vote.motion)
            if detail is not None:
                self.detail.show_vote(detail)
        elif self.tab == "entries" and line is not None:
            book = LogBook(state)
            said = [one.seq for one in state.rectified if one.entry == line.entry]
            self.detail.show_entry(line, self.log.fate(line), [book.line(log[seq - 1]) for seq in said])
        else:
            self.detail.show_nothing("")
        may = self.bridge.accepting
        self.contest.setEnabled(
            may and state.phase == "open" and vote is not None and vote.verdict not in ("open", "stopped")
        )
        self.rectify.setEnabled(may and line is not None and state.phase != "sealed")

    # ----------------------------------------------------------------------------------------------- the keys

    def _type(self, event: QKeyEvent) -> None:
        """Letters typed in the list of entries go on in the search."""
        if self.tab == "entries":
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
            self.search.setText(self.search.text() + event.text())

    def take_key(self, event: QKeyEvent) -> bool:
        """From the search arrows and Enter go to the list, Escape empties it."""
        if not self.search.hasFocus():
            return False
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) or keys.place(event) in keys.ENTERS:
            self.home().setFocus(Qt.FocusReason.OtherFocusReason)
        elif keys.place(event) is keys.Place.ESC and self.search.text():
            self.search.clear()
        else:
            return False
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A wide page has a wider right column, a low one less room between."""
        super().resizeEvent(event)
        self._right.setFixedWidth(max(340, min(600, self.width() * 36 // 100)))
