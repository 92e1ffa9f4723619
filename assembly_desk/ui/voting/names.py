"""The names of a vote by name, in as many columns as fit: one model, painted cells, quick with 583 names."""

from collections.abc import Container, Mapping, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from assembly_desk.domain.roll import Roll
from assembly_desk.domain.vote import Choice, Vote
from assembly_desk.projections.roll_sheet import Listed
from assembly_desk.ui import theme
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.icons import paint_icon
from assembly_desk.ui.parts.keycap import ENTER, KeyCap
from assembly_desk.ui.parts.labels import Card, Elided, label
from assembly_desk.ui.voting.reading import Reading

ModelIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_NARROWEST, _TALL, _GAP = 200, 38, 6
_BAR = 14  # room for the scroll bar
LOOKS: dict[Choice, tuple[str, str]] = {
    "for": ("check", "for"),
    "against": ("cross", "against"),
    "abstain": ("dash", "abstain"),
}
_OVER_TWO = int(Qt.TextFlag.TextWordWrap)
_END = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_MIDDLE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def surname_first(one: Listed, language: str) -> str:
    """The name as lists have it: «Абдрахманов Е. Қ.»."""
    surname, *others = one.name.in_language(language).split()
    return " ".join([surname, *(f"{word[0]}." for word in others)])


class NamesModel(QAbstractListModel):
    """The electorate by the alphabet, and what each has answered, as it is recorded.

    An answer changes no size, so it is told by a signal of its own: a list view lays all rows out again when
    data changes.
    """

    answered = Signal(int)
    """The answer in that row is another one."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self.people: Sequence[Listed] = ()
        self._answers: dict[str, Choice] = {}
        self._present: Container[str] = ()
        self._names: list[str] = []
        self._given: Mapping[str, int] = {}
        self.rows = 1
        """How many answers one gives: on a list one a row."""
        self.left_words = ""

    def show_vote(self, people: Sequence[Listed], vote: Vote, roll: Roll) -> None:
        """Show another list."""
        self.beginResetModel()
        self.people, self._answers, self._present = people, dict(vote.answers), roll.present
        self.name_all()
        self.endResetModel()

    def name_all(self) -> None:
        """The names in the language of the window."""
        self.left_words = self._bridge.words("presence.left")
        self._names = [surname_first(one, self._bridge.language) for one in self.people]

    def show_answers(self, vote: Vote, roll: Roll) -> None:
        """The same list with these answers: only the cells that differ are painted anew."""
        before, here = self._answers, self._present
        now, present = self._answers, self._present = dict(vote.answers), roll.present
        for row, one in enumerate(self.people):
            id = one.member
            if before.get(id) != now.get(id) or (here is not present and (id in here) != (id in present)):
                self.answered.emit(row)

    def show_given(self, given: Mapping[str, int], rows: int) -> None:
        """How many rows of a list each has answered; `rows` 1: it is no list."""
        before, self._given, self.rows = self._given, given, rows
        for row, one in enumerate(self.people):
            if before.get(one.member) != given.get(one.member):
                self.answered.emit(row)

    def given(self, row: int) -> int:
        """How many rows of a list the member of that row has answered."""
        return self._given.get(self.people[row].member, 0)

    def gone(self, row: int) -> bool:
        """Whether the member of that row has left since the vote was put, and so cannot answer now."""
        return self.people[row].member not in self._present

    def choice(self, row: int) -> Choice | None:
        """What the member of that row has answered."""
        return self._answers.get(self.people[row].member)

    def name(self, row: int) -> str:
        """The name as the list shows it."""
        return self._names[row]

    def rowCount(self, parent: ModelIndex = _NOWHERE) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self.people)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The name; read aloud with its number and the answer; in full where the mouse rests."""
        if not index.isValid():
            return None
        row = index.row()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._names[row]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            say, choice = self._bridge.words, self.choice(row)
            answer = say(f"choice.{choice}") if choice else say("voting.no-answer")
            if self.rows > 1 and self.given(row):
                answer = f"{self.given(row)} / {self.rows}"
            if self.gone(row):
                answer += f", {say('presence.left')}"
            return f"{self.people[row].number} {self._names[row]}: {answer}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.people[row].name.in_language(self._bridge.language)
        return None


class _NameDelegate(QStyledItemDelegate):
    """Paints a cell: number, name, the sign of the answer on the ground of its meaning."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: ModelIndex) -> QSize:
        """All cells are of one size."""
        return self._view.gridSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        """One cell."""
        model = index.model()
        assert isinstance(model, NamesModel)
        now, row = theme.tokens(), index.row()
        listed = model.rows > 1
        choice = None if listed else model.choice(row)
        box = QRectF(option.rect).adjusted(1, 1, -_GAP, -_GAP + 1)
        here = row == self._view.currentIndex().row()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = QColor(now.ink)
        ground, line = now.surface, now.line
        if listed and model.given(row) == model.rows:
            ground = now.act_soft
        if choice is not None:
            ground = str(getattr(now, f"{LOOKS[choice][1]}_soft"))
            line = ground if now.stroke == 1 else _colour(choice)
        painter.setBrush(QColor(ground))
        painter.setPen(QPen(QColor(now.act if here else line), 2.5 if here else now.stroke))
        painter.drawRoundedRect(box, 7, 7)
        if here and self._view.hasFocus():
            painter.setPen(QPen(QColor(now.ink), 1))
            painter.drawRoundedRect(box.adjusted(2.5, 2.5, -2.5, -2.5), 5, 5)
        painter.setFont(theme.brush_font(13))
        painter.setPen(QColor(now.second))
        painter.drawText(box.adjusted(10, 0, 0, 0), _MIDDLE, str(model.people[row].number))
        room = box.adjusted(46, 0, -30, 0)
        if listed and model.given(row):
            done = f"{model.given(row)}/{model.rows}"
            painter.setFont(theme.brush_font(12, bold=True))
            painter.drawText(box.adjusted(0, 0, -10, 0), _END, done)
            room.setRight(box.right() - theme.metrics(12, bold=True).horizontalAdvance(done) - 16)
        painter.setPen(QColor(now.second) if model.gone(row) else ink)
        if choice is None and model.gone(row) and not model.given(row):
            left = model.left_words
            wide = theme.metrics(11, bold=True).horizontalAdvance(left)
            painter.setFont(theme.brush_font(11, bold=True))
            painter.drawText(box.adjusted(0, 0, -10, 0), _END, left)
            room.setRight(box.right() - wide - 16)
        pixels, text = 14, model.name(row)
        while pixels > 12 and theme.metrics(pixels, bold=here).horizontalAdvance(text) > room.width():
            pixels -= 1
        over = theme.metrics(pixels, bold=here).horizontalAdvance(text) > room.width()
        if over:  # over two lines, at a blank or a hyphen
            pixels, parts = 11, text.replace("-", "- ").split()
            while (
                pixels > 8
                and max(map(theme.metrics(pixels, bold=here).horizontalAdvance, parts)) > room.width()
            ):
                pixels -= 1
        painter.setFont(theme.brush_font(pixels, bold=here))
        painter.setClipRect(room)
        painter.drawText(room, _MIDDLE | _OVER_TWO if over else _MIDDLE, text)
        painter.setClipping(False)
        if choice is not None:
            sign = QRectF(box.right() - 25, box.center().y() - 7.5, 15, 15)
            paint_icon(painter, LOOKS[choice][0], _colour(choice), sign)
        painter.restore()


def _colour(choice: Choice) -> str:
    now = theme.tokens()
    return {"for": now.for_, "against": now.against, "abstain": now.abstain}[choice]


class NamesView(QListView):
    """The cells. Its keys belong to the page, so that they answer wherever the focus is."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.setObjectName("voting.names")
        self.names = NamesModel(bridge)
        self.setModel(self.names)
        self.names.answered.connect(lambda row: self.update(self.names.index(row)))
        self.setAutoScroll(False)  # the card scrolls, by whole rows
        self.setItemDelegate(_NameDelegate(self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setStyleSheet("QListView { background: transparent; border: 0; }")  # the cell shows the focus
        self.viewport().setAutoFillBackground(False)
        self.columns = 3

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as fit."""
        room = max(_NARROWEST, self.width() - _BAR)
        self.columns = max(1, room // _NARROWEST)
        self.setGridSize(QSize(room // self.columns, _TALL + _GAP))
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The page's."""
        event.ignore()


class NamesCard(Card):
    """The list with its keys, and above it whose turn it is, in full, to be read aloud."""

    looked = Signal(int)
    """A name was pressed with the mouse: its place."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("voting.names-card")
        self._bridge = bridge
        self._reading: Reading | None = None
        self.view = NamesView(bridge)
        self.view.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self._keep_ahead())
        self.view.clicked.connect(lambda index: self.looked.emit(index.row()))
        self.now = Elided("voting.now", 20, bold=True)
        self.said = label("voting.reading", 13, role="second", bold=True)
        self.column.removeWidget(self.head)
        self.head.setWordWrap(False)
        self._hint = QWidget()
        hint = QHBoxLayout(self._hint)
        hint.setContentsMargins(0, 0, 0, 0)
        hint.setSpacing(5)
        self._hints: list[tuple[str, QLabel]] = []
        for key, cap in (
            ("hall.for", "1"),
            ("hall.against", "2"),
            ("hall.abstain", "3"),
            ("voting.next-name", ENTER),
        ):
            text = label(f"voting.hint.{key}", 12, role="second")
            hint.addWidget(KeyCap(cap))
            hint.addWidget(text)
            self._hints.append((key, text))
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.head, 1)
        top.addWidget(self._hint)
        turn = QHBoxLayout()
        turn.setSpacing(12)
        turn.addWidget(self.now, 1)
        turn.addWidget(self.said)
        self.column.addLayout(top)
        self.column.addLayout(turn)
        self.column.addWidget(self.view, 1)

    def place_rows(self, strip: QWidget) -> None:
        """The candidates of a list, above the names."""
        self.column.insertWidget(self.column.count() - 1, strip)

    def show_words(self) -> None:
        """In the language of the window."""
        say = self._bridge.words
        for key, text in self._hints:
            text.setText(say(key))
        self.view.setAccessibleName(say("document.named-vote"))
        self.view.setAccessibleDescription(say("key.search"))
        self.view.names.name_all()
        self.view.viewport().update()

    def show_reading(self, reading: Reading, vote: Vote) -> None:
        """Whose turn it is, or what is searched for, or that the list is done."""
        say, language = self._bridge.words, self._bridge.language
        body = self._bridge.state.convening.body
        key = f"voting.members.{body}"
        whose = say(key if key in say else "voting.members.other")
        self.head.setText(f"{whose.upper()} · {say('voting.present-count', count=vote.base)}")
        self.setAccessibleName(self.head.text())
        one, left = reading.now, vote.base - len(vote.answers)
        if one is not None:
            self.now.show_text(f"{one.number} · {one.name.in_language(language)}")
        elif left:
            self.now.show_text(say("voting.list-ended", count=left))
        else:
            self.now.show_text(say("voting.all-answered"))
        says = say("voting.second-reading") if reading.again and left else say("voting.find-name")
        if reading.typed:
            says = say("voting.finding", typed=reading.typed)
        self.said.setText(says)
        row = self.view.names.index(reading.at) if reading.at is not None else QModelIndex()
        if row.row() != self.view.currentIndex().row():
            before = self.view.currentIndex()
            self.view.setCurrentIndex(row)
            self.view.update(before)
            self.view.update(row)
        self._reading = reading
        self._keep_ahead()

    def _keep_ahead(self) -> None:
        """Scroll by whole rows, so that the row before and the names to come are seen too."""
        reading = self._reading
        if reading is None or reading.at is None:
            return
        cell, bar = _TALL + _GAP, self.view.verticalScrollBar()
        row, seen = reading.at // self.view.columns, max(3, self.view.viewport().height() // cell)
        first = min(max(bar.value() // cell, row - seen + 3), max(0, row - 1))
        bar.setValue(first * cell)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The list takes the focus."""
        self.view.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The keys are named where there is room."""
        super().resizeEvent(event)
        room = self.width() - 52 - self.head.sizeHint().width()
        keys = sum(part.sizeHint().width() + 5 for part in self._hint.findChildren(QWidget))
        self._hint.setVisible(keys <= room)
