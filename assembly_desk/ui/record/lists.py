"""The two lists of the record: votes, and entries; painted row by row, so that 25,000 of them are quick."""

from collections.abc import Sequence
from datetime import timezone
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem

from assembly_desk.projections.record_log import LogLine
from assembly_desk.projections.record_sheet import Mark, VoteRow
from assembly_desk.ui import keys, theme
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.record.said import capital, figures, mark_words, motion_words, subject, told
from assembly_desk.ui.roll.delegate import paint_pill, pill_width

ModelIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)
_T = TypeVar("_T")
VOTE_HEIGHT, MARKS_HEIGHT, LOG_HEIGHT = 62, 22, 36
VERDICT_LOOK = {"adopted": ("for_", "for_soft"), "not-adopted": ("against", "against_soft")}
BAD_MARKS = ("annulled", "doubtful")


class Rows(QAbstractListModel, Generic[_T]):
    """The rows that are shown; what they say is asked for when one is painted or read aloud."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.bridge = bridge
        self.rows: Sequence[_T] = ()

    def show_rows(self, rows: Sequence[_T]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: ModelIndex = _NOWHERE) -> int:
        """As many as are shown."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The whole row in words."""
        texts = (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        )
        return self.text(index.row()) if index.isValid() and role in texts else None

    def text(self, row: int) -> str:
        """The row in words."""
        raise NotImplementedError


class VoteRows(Rows[VoteRow]):
    """Votes."""

    def text(self, row: int) -> str:
        """Number, what was put, form, figures, verdict, marks."""
        say, one = self.bridge.words, self.rows[row]
        parts = [say("record.vote", vote=one.vote), motion_words(say, one.name), subject(one, say)]
        parts += [say(f"form.{one.form}"), figures(one, say), say(f"verdict.{one.verdict}")]
        parts += [mark_words(mark, say) for mark in telling(one)]
        return "; ".join(part for part in parts if part)


class LogRows(Rows[LogLine]):
    """Entries. `back` and `rectified`: those taken back or corrected, each with the entry that says so."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self.back: dict[int, int] = {}
        self.rectified: dict[int, int] = {}

    def text(self, row: int) -> str:
        """Number, time, what happened, and what became of it."""
        say, one = self.bridge.words, self.rows[row]
        parts = [say("record.entry", entry=one.entry), self.time(one)]
        return "; ".join([*parts, self.told(one), *self.fate(one)])

    def time(self, line: LogLine) -> str:
        """The time of day with seconds; on another day than the sitting's, the day and the time."""
        at = line.at.astimezone(timezone(self.bridge.offset))
        day = self.bridge.state.convening.date
        return f"{at:%d.%m %H:%M}" if day and at.date().isoformat() != day else f"{at:%H:%M:%S}"

    def told(self, line: LogLine) -> str:
        """What happened, in words."""
        return told(line, self.bridge.language, self.bridge.offset)

    def fate(self, line: LogLine) -> tuple[str, ...]:
        """Whether it was taken back, or corrected."""
        say, back, better = (
            self.bridge.words,
            self.back.get(line.entry),
            self.rectified.get(line.entry),
        )
        parts = (
            "" if back is None else say("record.is-taken-back", entry=back),
            "" if better is None else say("record.is-rectified", entry=better),
        )
        return tuple(part for part in parts if part)


class RecordList(QListView):
    """A list: arrows go through it, Enter acts, Left and Right go to the other list, letters to the search."""

    chosen = Signal(int)
    acted = Signal()
    turned = Signal()
    typed = Signal(QKeyEvent)

    def __init__(self, name: str, model: Rows[Any], delegate: QStyledItemDelegate) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "list")
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setUniformItemSizes(isinstance(delegate, LogPainter))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentRowChanged.connect(lambda now, _then: self.chosen.emit(now.row()))
        self.doubleClicked.connect(lambda _index: self.acted.emit())

    @property
    def row(self) -> int:
        """The chosen row; -1: none."""
        return self.currentIndex().row()

    def choose(self, row: int) -> None:
        """Choose that row, as far as there is one."""
        count = self.model().rowCount()
        if count:
            index = self.model().index(max(0, min(row, count - 1)), 0)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the list; whatever it does not know is the page's."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.turned.emit()
        elif plain and keys.place(event) in keys.ENTERS:
            if not event.isAutoRepeat():
                self.acted.emit()
        elif event.key() in (
            Qt.Key.Key_Up,
            Qt.Key.Key_Down,
            Qt.Key.Key_PageUp,
            Qt.Key.Key_PageDown,
            Qt.Key.Key_Home,
            Qt.Key.Key_End,
        ):
            super().keyPressEvent(event)
        elif plain and event.text().isprintable() and event.text().strip():
            self.typed.emit(event)
        else:
            event.ignore()


class _Painter(QStyledItemDelegate):
    height = LOG_HEIGHT

    def sizeHint(self, _option: QStyleOptionViewItem, _index: ModelIndex) -> QSize:
        """All rows are of one height."""
        return QSize(100, self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        """One row: its ground, and what it says."""
        view = option.widget
        assert isinstance(view, RecordList)
        now, box = theme.tokens(), QRectF(option.rect)
        painter.save()
        if index.row() == view.row:
            painter.fillRect(box, QColor(now.act_soft))
            painter.fillRect(QRectF(box.left(), box.top(), 4, box.height() - 1), QColor(now.act))
        painter.setPen(QPen(QColor(now.line), 1))
        painter.drawLine(QPointF(box.left(), box.bottom() - 0.5), QPointF(box.right(), box.bottom() - 0.5))
        self.tell(painter, box.adjusted(14, 0, -12, -1), index)
        painter.restore()

    def tell(self, painter: QPainter, box: QRectF, index: ModelIndex) -> None:
        """What the row says."""
        raise NotImplementedError


def _line(
    painter: QPainter,
    box: QRectF,
    text: str,
    pixels: float,
    ink: str,
    *,
    bold: bool = False,
    right: bool = False,
) -> None:
    metrics = theme.metrics(pixels, bold=bold)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.setFont(theme.brush_font(pixels, bold=bold))
    painter.setPen(theme.colour(ink))
    painter.drawText(box, _MIDDLE | int(side), shown)


def telling(row: VoteRow) -> tuple[Mark, ...]:
    """What became of a vote, as far as a list tells it: figures put right that change no verdict are not news."""
    return tuple(mark for mark in row.marks if mark.code != "corrected")


class VotePainter(_Painter):
    """Number, what was put and the verdict; figures and form below; and below them what became of it."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        """A line more where something became of the vote."""
        model = index.model()
        assert isinstance(model, VoteRows)
        more = MARKS_HEIGHT if telling(model.rows[index.row()]) else 0
        return QSize(100, VOTE_HEIGHT + more)

    def tell(self, painter: QPainter, box: QRectF, index: ModelIndex) -> None:
        """One vote."""
        model = index.model()
        assert isinstance(model, VoteRows)
        say, row = model.bridge.words, model.rows[index.row()]
        number = QRectF(box.left(), box.top() + 7, 52, 26)
        _line(painter, number, f"№ {row.vote}", 14, "second", bold=True)
        verdict = say(f"verdict.{row.verdict}")
        wide = min(pill_width(verdict) + 8.0, box.width() / 2)
        pill = QRectF(box.right() - wide, box.top() + 7, wide, 26)
        above = QRectF(number.right() + 4, pill.top(), pill.left() - number.right() - 16, 26)
        _line(
            painter,
            above,
            f"{capital(motion_words(say, row.name))}: {subject(row, say)}",
            14,
            "ink",
            bold=True,
        )
        below = QRectF(above.left(), box.top() + 33, box.right() - above.left(), 22)
        form = capital(say(f"form.{row.form}"))
        said = capital(" · ".join(part for part in (figures(row, say), form) if part))
        _line(painter, below, said, 13, "second")
        if marks := telling(row):
            text = capital(" · ".join(mark_words(mark, say) for mark in marks))
            _line(painter, below.translated(0, MARKS_HEIGHT), text, 13, _ink_of(marks), bold=True)
        ink, ground = VERDICT_LOOK.get(row.verdict, ("abstain", "abstain_soft"))
        paint_pill(painter, pill, verdict, ink, ground)


def _ink_of(marks: Sequence[Mark]) -> str:
    return "against" if any(mark.code in BAD_MARKS for mark in marks) else "abstain"


class LogPainter(_Painter):
    """Number, time, what happened; what was taken back in the second ink, with the words that say so."""

    def tell(self, painter: QPainter, box: QRectF, index: ModelIndex) -> None:
        """One entry."""
        model = index.model()
        assert isinstance(model, LogRows)
        line = model.rows[index.row()]
        number = QRectF(box.left(), box.top(), 64, box.height())
        _line(painter, number, f"№ {line.entry}", 13, "second")
        time = QRectF(number.right(), box.top(), 92, box.height())
        _line(painter, time, model.time(line), 13, "second")
        rest = QRectF(time.right(), box.top(), box.right() - time.right(), box.height())
        if fate := " · ".join(model.fate(line)):
            room = min(theme.metrics(12, bold=True).horizontalAdvance(fate) + 4.0, rest.width() / 2)
            _line(
                painter,
                QRectF(rest.right() - room, rest.top(), room, rest.height()),
                fate,
                12,
                "abstain",
                bold=True,
            )
            rest.setWidth(rest.width() - room - 12)
        ink = "second" if line.entry in model.back else "ink"
        _line(painter, rest, model.told(line), 14, ink)
