"""The figures of the counting commission: one keying at a time, and nothing of the other one.

What stands in the fields was typed in this keying. When it is recorded the fields are emptied for the other
person; nothing is saved on the way, shown elsewhere, or kept where undo could bring it back.
"""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from assembly_desk.domain.ballots import By, Keying
from assembly_desk.domain.commands import KeyBallots, KeyRows, RowCount
from assembly_desk.domain.decide.secret import PAPERS
from assembly_desk.domain.vote import Vote
from assembly_desk.projections.round_sheet import (
    RoundRow,
    first_difference,
    keyed,
    keying_due,
    marks_of,
    mismatch,
    papers_of,
    round_sheet,
    whole,
)
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.labels import Card, Signed, label, rule
from assembly_desk.ui.parts.scroll import scrolled
from assembly_desk.ui.voting.count_field import COLOURS, FigureField
from assembly_desk.wording.words import Words

LOOKS = {"for": ("check", "good"), "against": ("cross", "bad"), "abstain": ("dash", "warn")}
MARKS = ("for", "against", "abstain", "no-mark")
HEADS = {"for": "hall.for", "against": "hall.against", "abstain": "row.abstain", "no-mark": "ballots.no-mark"}


class MarkLine:
    """The fields of one row of the paper, and how many of the valid papers they make."""

    def __init__(self, number: int, row: RoundRow) -> None:
        name = f"voting.secret.{row.motion}"
        self.row = row
        self.number = label(f"{name}.number", 14, role="second")
        self.title = label(f"{name}.title", 14, bold=True, wrap=True)
        self.wrong = label(f"{name}.wrong", 12, role="bad", wrap=True)
        self.wrong.hide()
        self.who = QWidget()
        who = QVBoxLayout(self.who)
        who.setContentsMargins(0, 0, 0, 0)
        who.setSpacing(0)
        who.addWidget(self.title)
        who.addWidget(self.wrong)
        self.number.setText(str(number))
        self.fields = {mark: FigureField(f"{name}.{mark}", COLOURS.get(mark, "ink")) for mark in MARKS}
        for field in self.fields.values():
            field.setFixedHeight(40)
            field.setMaximumWidth(88)
            field.setMinimumWidth(52)
        self.sum = label(f"{name}.sum", 14, role="second")
        self.state = Signed(f"{name}.state", 12)
        self.state.text.hide()  # the sign alone: what it means is read aloud

    @property
    def figures(self) -> tuple[int | None, ...]:
        """What was typed; None: the field is empty."""
        return tuple(field.number for field in self.fields.values())


class SecretCard(QWidget):
    """The papers and the rows of the keying in hand. It records nothing itself."""

    typed = Signal()
    said = Signal(str)
    ended = Signal()
    """Enter in the last field."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.setObjectName("voting.secret")
        self._bridge, self._vote = bridge, 0
        self.by: By = "first"
        """Whose keying is in hand."""
        self.lines: list[MarkLine] = []
        self._named = ""  # the row in which the two keyings differ, once the desk said so
        self.papers = {name: FigureField(f"voting.secret.{name}") for name in PAPERS}
        self._labels = {name: self._label(name) for name in (*PAPERS, "valid")}
        self.valid = label("voting.secret.valid", 23, bold=True)
        self.state = Signed("voting.secret.state", 13)
        self._paper_card = Card("voting.secret.papers", head=False)
        self._table = Card("voting.secret.marks", head=False)
        self._inside = QWidget()
        self._grid = QGridLayout(self._inside)
        self._heads: dict[str, QLabel | Signed] = {}
        self._lay_out()
        for field in self.papers.values():
            self._listen(field)

    @staticmethod
    def _label(name: str) -> QLabel:
        return label(f"voting.secret.{name}.label", 12, role="second", wrap=True)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for column, name in enumerate((*PAPERS, "valid")):
            self._labels[name].setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
            grid.addWidget(self._labels[name], 0, column)
            grid.addWidget(self.papers.get(name) or self.valid, 1, column)
            grid.setColumnStretch(column, 1)
        for field in self.papers.values():
            field.setFixedHeight(40)
        self._paper_card.column.addLayout(grid)
        self._paper_card.column.addWidget(self.state)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        scroll = scrolled(self._inside)
        self._scroll = scroll
        self._table.column.addWidget(scroll, 1)
        cards = QVBoxLayout(self)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(12)
        cards.addWidget(self._paper_card)
        cards.addWidget(self._table, 1)

    def set_compact(self, compact: bool) -> None:
        """Less room between, for a low screen."""
        vertical = 8 if compact else 14
        for card in (self._paper_card, self._table):
            card.column.setContentsMargins(20, vertical, 20, vertical)
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(8 if compact else 16)

    # --------------------------------------------------------------------------------------------- what shows

    def show_vote(self, vote: Vote | None) -> None:
        """The vote that is held; None: no secret vote is, and nothing that was typed stays."""
        if vote is None:
            if self._vote:
                self._vote = 0
                self.empty()
            return
        state = self._bridge.state
        if vote.number != self._vote:
            self._build(vote)
            self.begin(keying_due(state) or "second")
        elif self.by == "second" and not whole(state, "first"):
            self.begin("first")
        self.show_words()

    def _build(self, vote: Vote) -> None:
        self._vote = vote.number
        for line in self.lines:
            for field in line.fields.values():
                field.removeEventFilter(self)
        while (item := self._grid.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()
        rows = round_sheet(self._bridge.state, vote.number).rows
        self._heads = {
            name: Signed(f"voting.secret.head.{name}", 12)
            if name in LOOKS
            else label(f"voting.secret.head.{name}", 12, role="second", bold=True, wrap=True)
            for name in ("row", *MARKS, "sum")
        }
        for at, head in enumerate(self._heads.values()):
            where = Qt.AlignmentFlag.AlignBottom
            self._grid.addWidget(head, 0, at + 1, where)
        for at, stretch in enumerate((0, 7, 3, 3, 3, 3, 2, 0)):
            self._grid.setColumnStretch(at, stretch)
        self.lines = [MarkLine(number, row) for number, row in enumerate(rows, 1)]
        for number, line in enumerate(self.lines):
            self._add(line, 2 * number + 1)
        self._grid.setRowStretch(2 * len(self.lines) + 2, 1)
        for one, then in pairwise(self.fields()):
            QWidget.setTabOrder(one, then)

    def _add(self, line: MarkLine, at: int) -> None:
        self._grid.addWidget(rule(), at, 0, 1, 8)
        parts = (line.number, line.who, *line.fields.values(), line.sum, line.state)
        for column, part in enumerate(parts):
            self._grid.addWidget(part, at + 1, column)
        self._grid.setAlignment(line.state, Qt.AlignmentFlag.AlignVCenter)
        for field in line.fields.values():
            self._listen(field)
            field.moved.connect(lambda by, one=line, here=field: self._move(one, here, by))

    def _listen(self, field: FigureField) -> None:
        field.entered.connect(lambda here=field: self._entered(here))
        field.textChanged.connect(lambda _text: self._changed())
        field.scanned.connect(lambda: self.said.emit(self._bridge.words("voting.scan-here")))
        field.installEventFilter(self)

    def show_words(self) -> None:
        """In the language of the window and the colours of the theme."""
        say, language = self._bridge.words, self._bridge.language
        self._paper_card.setAccessibleName(say("voting.papers"))
        for name, text in self._labels.items():
            text.setText(say(f"ballots.{name}"))
        for name, paper in self.papers.items():
            paper.setAccessibleName(say(f"ballots.{name}"))
            paper.dress()
        for name, head in self._heads.items():
            key = {"row": self._row_key, "sum": "voting.of-valid"}.get(name) or HEADS[name]
            if isinstance(head, Signed):
                head.show_text(say(key), *LOOKS[name])
            else:
                head.setText(say(key))
        for line in self.lines:
            line.title.setText(line.row.name.in_language(language))
            for mark, field in line.fields.items():
                field.setAccessibleName(f"{line.title.text()}: {say(HEADS[mark])}")
                field.dress()
            line.state.repaint_sign()
        self._show_states()

    @property
    def _row_key(self) -> str:
        return "vote.candidate-row" if self.lines and self.lines[0].row.candidate else "voting.motion-row"

    def _show_states(self) -> None:
        """Sums and signs, of what is typed now and nothing else."""
        say, typed, vote = self._bridge.words, self.keying, self._bridge.state.vote
        if vote is None or vote.form != "secret":
            return
        valid = self._valid
        self.valid.setText("—" if valid is None else str(valid))
        self.valid.setAccessibleName(f"{say('ballots.valid')}: {self.valid.text()}")
        papers = papers_of([field.number for field in self.papers.values()])
        wrong = mismatch(vote, typed)
        done = papers is not None and len(typed.rows) == len(self.lines)
        if self._named in PAPERS:
            text = f"{say(f'ballots.{self._named}')}: {say('voting.key-differs')}"
            self.state.show_text(text, "cross", "bad")
        elif wrong in (*PAPERS, "for"):
            name = say(f"ballots.{wrong}") if wrong in PAPERS else say("hall.for")
            self.state.show_text(say("voting.key-wrong", field=name), "cross", "bad")
        elif done and wrong is None:
            self.state.show_text(say("ballots.agree"), "check", "good")
        else:
            self.state.show_text(say("vote.awaited"), "clock", "second")
        for line in self.lines:
            self._show_line(say, line, valid)

    def _show_line(self, say: Words, line: MarkLine, valid: int | None) -> None:
        figures = [figure for figure in line.figures if figure is not None]
        line.sum.setText(f"{sum(figures)} / {'—' if valid is None else valid}" if figures else "")
        line.sum.setAccessibleName(f"{line.title.text()}: {line.sum.text()}" if figures else "")
        marks = marks_of(line.figures)
        named = line.row.motion == self._named
        line.wrong.setText(say("voting.key-differs") if named else "")
        line.wrong.setVisible(named)
        if named:
            line.state.show_text("", "cross", "bad")
            line.state.setAccessibleName(f"{line.title.text()}: {line.wrong.text()}")
            return
        over = valid is not None and sum(figures) > valid
        if over or (marks is not None and valid is not None and marks.sum != valid):
            line.state.show_text("", "cross", "bad")
            line.state.setAccessibleName(say("voting.key-wrong", field=line.title.text()))
        elif marks is not None and valid is not None:
            line.state.show_text("", "check", "good")
            line.state.setAccessibleName(say("vote.agrees"))
        else:
            line.state.show_text("", "", "second")
            line.state.sign.clear()
            line.state.setAccessibleName("")

    @property
    def _valid(self) -> int | None:
        returned, invalid = self.papers["returned"].number, self.papers["invalid"].number
        if returned is None or invalid is None or invalid > returned:
            return None
        return returned - invalid

    # ------------------------------------------------------------------------------------------- what is typed

    @property
    def keying(self) -> Keying:
        """What is typed now, as far as it is whole."""
        rows = ((line.row.motion, marks_of(line.figures)) for line in self.lines)
        return Keying(
            papers_of([field.number for field in self.papers.values()]),
            {motion: marks for motion, marks in rows if marks is not None},
        )

    @property
    def ready(self) -> bool:
        """Whether both keyings are in and nothing typed waits to be recorded."""
        state = self._bridge.state
        if keying_due(state) is not None:
            return False
        return not self.begun or keyed(state, self.by, self.keying)

    @property
    def differs(self) -> bool:
        """Whether the desk said that the two keyings differ, and nothing was typed since."""
        return bool(self._named)

    @property
    def begun(self) -> bool:
        """Whether anything is typed."""
        return any(field.text() for field in self.fields())

    @property
    def unrecorded(self) -> bool:
        """Whether something is typed that is not recorded."""
        return self.begun and not keyed(self._bridge.state, self.by, self.keying)

    def commands(self) -> tuple[KeyBallots, KeyRows]:
        """The keying in hand, to be recorded."""
        papers = [field.number for field in self.papers.values()]
        rows = {line.row.motion: RowCount(*line.figures) for line in self.lines}
        return KeyBallots(self.by, *papers), KeyRows(self.by, rows)

    def fields(self) -> list[FigureField]:
        """All fields, as they are read."""
        return [*self.papers.values(), *self._marks()]

    def _marks(self) -> Iterator[FigureField]:
        for line in self.lines:
            yield from line.fields.values()

    def first_empty(self) -> FigureField | None:
        """The first field in which nothing is typed."""
        return next((field for field in self.fields() if field.number is None), None)

    def empty(self) -> None:
        """Nothing is typed: what stood there cannot be brought back."""
        self._named = ""
        for field in self.fields():
            field.setText("")  # unlike clear(), which the field's own undo would take back
        self.valid.setText("—")
        self.valid.setAccessibleName("")
        for line in self.lines:
            line.sum.setText("")
            line.sum.setAccessibleName("")

    def begin(self, by: By) -> None:
        """That keying comes: with empty fields."""
        self.by = by
        self.empty()
        self._show_states()

    def show_refused(self, *, closing: bool) -> FigureField | None:
        """Mark what the desk refused, by its name alone, and where to put the focus."""
        vote = self._bridge.state.vote
        if vote is None:
            return None
        named = first_difference(self._bridge.state) if closing else mismatch(vote, self.keying)
        self._named = (named or "") if closing else ""
        self._show_states()
        line = next((line for line in self.lines if line.row.motion == named), None)
        return self.papers.get(named or "") or (line.fields["for"] if line is not None else None)

    def home(self) -> QWidget:
        """Where typing goes on."""
        return self.first_empty() or self.papers["printed"]

    def _entered(self, field: FigureField) -> None:
        fields = self.fields()
        at = fields.index(field) + 1
        if at < len(fields):
            fields[at].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.ended.emit()

    def _move(self, line: MarkLine, field: FigureField, by: int) -> None:
        to = self.lines.index(line) + by
        column = list(line.fields.values()).index(field)
        if 0 <= to < len(self.lines):
            list(self.lines[to].fields.values())[column].setFocus(Qt.FocusReason.TabFocusReason)

    def _changed(self) -> None:
        self._named = ""
        self._show_states()
        self.typed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field with the focus is seen."""
        if isinstance(watched, FigureField) and isinstance(event, QFocusEvent) and event.gotFocus():
            self._scroll.ensureWidgetVisible(watched, 0, 24)
        return super().eventFilter(watched, event)
