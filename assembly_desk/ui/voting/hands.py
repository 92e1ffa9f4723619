"""Counting hands: a row a sector, or one for the hall; empty is not zero, and a row is recorded once it is whole."""

from typing import Literal

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from assembly_desk.domain.refusals import Refusal
from assembly_desk.domain.vote import Choice, Tally, Vote
from assembly_desk.projections.vote_sheet import SectorRow, sector_rows, tried
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.labels import Card, label, rule
from assembly_desk.ui.parts.scroll import scrolled
from assembly_desk.ui.voting.count_field import CountField, SectorLine
from assembly_desk.wording.ordinals import nth
from assembly_desk.wording.words import Words


class HandsCard(Card):
    """The rows. It records nothing itself: a whole row asks the page to."""

    count_asked = Signal(object, str)
    """Record this count; what is said then."""
    moment_changed = Signal()
    """Another question is asked of the hall: `moment`."""
    typed = Signal()
    said = Signal(str)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("voting.hands")
        self._bridge, self._vote_number = bridge, 0
        self.lines: list[SectorLine] = []
        self.moment: Choice | Literal["end"] = "for"
        self._heads = {
            key: label(f"voting.hands.head.{number}", 12, role="second", bold=True, wrap=True)
            for number, key in enumerate(
                (
                    "vote.sector-teller",
                    "voting.present",
                    "hall.for",
                    "hall.against",
                    "hall.abstain",
                    "voting.not-voting",
                )
            )
        }
        self._inside = QWidget()
        for head in self._heads.values():
            head.setParent(self._inside)
        self._grid = QGridLayout(self._inside)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        scroll = scrolled(self._inside)
        self._scroll = scroll
        self.missing = label("voting.hands.missing", 14, role="warning", wrap=True)
        self.column.addWidget(scroll, 1)
        self.column.addWidget(self.missing)

    # --------------------------------------------------------------------------------------------- what shows

    def show_vote(self, vote: Vote) -> None:
        """The rows of that vote as they are recorded; what was typed into a row stays until it is."""
        rows = sector_rows(self._bridge.state, vote)
        if vote.number != self._vote_number or len(rows) != len(self.lines):
            self._build(vote, rows)
        for line, row in zip(self.lines, rows, strict=True):
            recorded = row.tally != line.row.tally
            line.take(row, keep=line.touched and not recorded)
        self.show_words()
        self._show_states()

    def _build(self, vote: Vote, rows: tuple[SectorRow, ...]) -> None:
        self._vote_number, self.moment = vote.number, "for"
        for line in self.lines:
            for field in line.all_fields:
                field.removeEventFilter(self)
        while (item := self._grid.takeAt(0)) is not None:
            part = item.widget()
            if part is not None and part not in self._heads.values():
                part.hide()
                part.deleteLater()
        for number, head in enumerate(self._heads.values()):
            self._grid.addWidget(head, 0, number, Qt.AlignmentFlag.AlignBottom)
        for number, stretch in enumerate((3, 2, 3, 3, 3, 2, 3)):
            self._grid.setColumnStretch(number, stretch)
        self.lines = [SectorLine(row) for row in rows]
        for number, line in enumerate(self.lines):
            self._add(line, 2 * number + 1)
        self._grid.setRowStretch(2 * len(rows) + 2, 1)

    def _add(self, line: SectorLine, at: int) -> None:
        self._grid.addWidget(rule(), at, 0, 1, 7)
        name = QVBoxLayout()
        name.setSpacing(0)
        holder = QWidget()
        holder.setLayout(name)
        name.setContentsMargins(0, 4, 0, 4)
        name.addWidget(line.title)
        name.addWidget(line.teller)
        self._grid.addWidget(holder, at + 1, 0)
        self._grid.addWidget(line.size, at + 1, 1)
        first = QWidget()
        row = QHBoxLayout(first)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(line.fields["for"], 1)
        row.addWidget(line.rest)
        self._grid.addWidget(first, at + 1, 2)
        self._grid.addWidget(line.fields["against"], at + 1, 3)
        self._grid.addWidget(line.fields["abstain"], at + 1, 4)
        self._grid.addWidget(line.not_voting, at + 1, 5)
        self._grid.addWidget(line.state, at + 1, 6, Qt.AlignmentFlag.AlignVCenter)
        for field in line.all_fields:
            field.entered.connect(lambda one=line, here=field: self._entered(one, here))
            field.moved.connect(lambda by, one=line, here=field: self._move(one, here, by))
            field.textChanged.connect(lambda _text: self._typed())
            field.scanned.connect(lambda: self.said.emit(self._bridge.words("voting.scan-here")))
            field.installEventFilter(self)
        line.rest.toggled.connect(lambda on, one=line: self._rest(one, on))
        line.rest.setVisible(line.row.may_subtract)

    def show_words(self) -> None:
        """In the language of the window and the colours of the theme."""
        say, language = self._bridge.words, self._bridge.language
        by_sectors = any(line.row.sector for line in self.lines)
        head = say("voting.hands-head")
        self.set_head(f"{head} · {say('voting.hands-sectors')}" if by_sectors else head)
        for key, part in self._heads.items():
            part.setText(say(key) if by_sectors or key != "vote.sector-teller" else "")
        for line in self.lines:
            line.title.setText(sector_name(say, line.row.sector))
            teller = line.row.teller
            line.teller.setText(surname_of(teller.short.in_language(language)) if teller else "")
            line.teller.setVisible(teller is not None)
            line.size.setText(str(line.row.size))
            for column, field in line.fields.items():
                field.setAccessibleName(f"{line.title.text()}: {say(f'hall.{column}')}")
                field.dress()
            line.rest.setAccessibleName(f"{line.title.text()}: {say('voting.rest')}")
            line.rest.setToolTip(say("voting.rest"))
            line.state.repaint_sign()

    def _show_states(self) -> None:
        say, state = self._bridge.words, self._bridge.state
        vote = state.vote
        if vote is None:
            return
        for line in self.lines:
            answer = tried(state, vote, line.count or line.begun)
            whole = line.count is not None
            if isinstance(answer, Refusal):
                line.state.show_text(say("voting.exceeds"), "cross", "bad")
                line.not_voting.setText("—")
                continue
            if line.rest.isChecked():
                self._show_rest(line, answer if whole else None)
            line.not_voting.setText(str(line.row.size - answer.sum) if whole else "—")
            if whole and not line.touched:
                line.state.show_text(say("vote.agrees"), "check", "good")
            else:
                line.state.show_text(say("vote.awaited"), "clock", "second")
        empty = [line for line in self.lines if line.row.tally is None]
        self.missing.setVisible(bool(empty))
        if empty and empty[0].row.sector:
            names = ", ".join(line.row.sector for line in empty)
            self.missing.setText(say("vote.sector-empty", sector=names))
        elif empty:
            self.missing.setText(say("voting.hall-empty"))

    def _show_rest(self, line: SectorLine, tally: Tally | None) -> None:
        field = line.fields["for"]
        shown = str(tally.in_favour) if tally is not None else ""
        if field.text() != shown:
            field.blockSignals(True)
            field.setText(shown)
            field.blockSignals(False)

    # ----------------------------------------------------------------------------------------------- the acts

    def flush(self) -> None:
        """Record each row that is whole and not recorded yet."""
        for line in self.lines:
            self._record(line)

    def first_missing(self) -> QWidget | None:
        """The first field that is still empty in a row that is not recorded."""
        for line in self.lines:
            if line.row.tally is None:
                empty = (field for field in line.all_fields if not field.text() and field.isEnabled())
                return next(empty, line.fields["for"])
        return None

    def home(self) -> QWidget | None:
        """Where typing goes on."""
        return self.first_missing() or (self.lines[0].fields["for"] if self.lines else None)

    def _record(self, line: SectorLine) -> bool:
        count = line.count
        if count is None or not line.touched:
            return False
        name = sector_name(self._bridge.words, line.row.sector)
        self.count_asked.emit(count, self._bridge.words("voting.counted", sector=name))
        return not line.touched

    def _entered(self, line: SectorLine, field: CountField) -> None:
        if line.count is not None and line.touched:
            if not self._record(line):
                return
        elif line.count is None:
            after = line.all_fields[line.all_fields.index(field) :]
            empty = [one for one in (*after, *line.all_fields) if not one.text() and one.isEnabled()]
            to = next((one for one in empty if one is not field), field)
            to.setFocus(Qt.FocusReason.TabFocusReason)
            return
        missing = self.first_missing()
        if missing is not None:
            missing.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._ask("end")

    def _move(self, line: SectorLine, field: CountField, by: int) -> None:
        to = self.lines.index(line) + by
        if 0 <= to < len(self.lines):
            self.lines[to].fields[field.column].setFocus(Qt.FocusReason.TabFocusReason)

    def _rest(self, line: SectorLine, on: bool) -> None:
        field = line.fields["for"]
        field.setEnabled(not on)
        field.clear()
        self._typed()

    def _typed(self) -> None:
        self._show_states()
        self.typed.emit()

    def _ask(self, moment: Choice | Literal["end"]) -> None:
        if moment != self.moment:
            self.moment = moment
            self.moment_changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving a row that is whole records it; the field with the focus is what the hall is asked."""
        if isinstance(watched, CountField) and isinstance(event, QFocusEvent):
            line = next((one for one in self.lines if watched in one.all_fields), None)
            to = self.window().focusWidget()
            if event.gotFocus():
                self._ask(watched.column)
                self._scroll.ensureWidgetVisible(watched)
            elif line is not None and to not in (*line.all_fields, line.rest):
                self._record(line)
        return super().eventFilter(watched, event)


def sector_name(say: Words, sector: str) -> str:
    """«2-сектор», or the whole hall."""
    return nth(sector, "sector", say.language) if sector else say("voting.hall")


def surname_of(short: str) -> str:
    """«Қ. С. Тегі» as lists have it: «Тегі Қ. С.»."""
    words = short.split()
    initials = [word for word in words if word.endswith(".") and len(word) == 2]
    return " ".join([*(word for word in words if word not in initials), *initials])
