"""The card of the convening data: eight fields to read, each the way to the form at that place."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from assembly_desk.domain.state import Sitting
from assembly_desk.domain.text import Act, Person
from assembly_desk.projections.preparation_sheet import PreparationSheet
from assembly_desk.ui import theme
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.icons import paint_icon
from assembly_desk.ui.parts.labels import Card, label
from assembly_desk.ui.preparation.act_field import act_words
from assembly_desk.wording.dates import short_date
from assembly_desk.wording.words import Language

READ = ("body", "number-date", "place", "convened-on", "presiding", "secretary", "invited", "rule")
"""The eight fields, as they are read."""

FORM_FIELD = dict(
    zip(
        READ,
        ("sort", "number", "place", "convened_by", "presiding", "secretary", "invited", "profile"),
        strict=True,
    )
)
"""The field of the form to which each one leads."""


class ValueButton(QPushButton):
    """A value on one line, elided where it is long; what is missing yet stands in the colour of missing.

    `end`: where it is long, its end is seen.
    """

    def __init__(self, name: str, *, end: bool = False) -> None:
        super().__init__()
        self._elided = Qt.TextElideMode.ElideLeft if end else Qt.TextElideMode.ElideRight
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._pixels, self._missing, self._tall = 14, False, 38
        self._whole = ""

    def show_value(self, label_text: str, value: str, whole: str, missing: bool) -> None:
        """Show the value; `whole`: as it is read aloud and told on hovering."""
        self.setText(value)
        self._whole, self._missing = whole or value, missing
        self.setAccessibleName(f"{label_text}: {self._whole}")
        self._tell()
        self.update()

    def sizeHint(self) -> QSize:
        """The height of a field."""
        return QSize(120, self._tall)

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(80, self._tall)

    def set_compact(self, compact: bool) -> None:
        """Less tall, for a low screen."""
        self._tall = 34 if compact else 38
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the whole where it does not fit."""
        super().resizeEvent(event)
        self._tell()

    def _tell(self) -> None:
        fits = theme.metrics(self._pixels, bold=True).horizontalAdvance(self.text()) <= self.width() - 26
        self.setToolTip("" if fits and self._whole == self.text() else self._whole)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The frame by the style sheet, then the value at the left."""
        now = theme.tokens()
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = 13
        if self._missing:
            paint_icon(painter, "warning", now.abstain, QRectF(left, self.height() / 2 - 8, 16, 16))
            left += 22
        painter.setFont(theme.brush_font(self._pixels, bold=True))
        painter.setPen(QColor(now.abstain if self._missing else now.ink if self.isEnabled() else now.second))
        room = QRectF(left, 0, self.width() - left - 12, self.height())
        shown = theme.metrics(self._pixels, bold=True).elidedText(
            self.text(), self._elided, int(room.width())
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)


class ConveningCard(Card):
    """«Отырыс»: four fields in a row, two rows."""

    asked = Signal(str)
    """Change what this field shows: the name of the form's field."""
    invite_asked = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("preparation.sitting")
        self._bridge = bridge
        self.invite = QPushButton()
        self.invite.setObjectName("preparation.invite")
        self.invite.setProperty("role", "link")
        self.invite.setFont(theme.font(13, bold=True))
        self.invite.clicked.connect(self.invite_asked)
        self.column.removeWidget(self.head)
        head = QHBoxLayout()
        head.addWidget(self.head, 1)
        head.addWidget(self.invite)
        self.column.addLayout(head)
        self._grid = grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        self.values: dict[str, ValueButton] = {}
        self._labels = {}
        for number, name in enumerate(READ):
            above = label(f"preparation.{name}.label", 12, role="second", wrap=True)
            button = ValueButton(f"preparation.{name}", end=name == "rule")
            button.clicked.connect(lambda _=False, one=FORM_FIELD[name]: self.asked.emit(one))
            cell = QVBoxLayout()
            cell.setSpacing(4)
            cell.addWidget(above, 1, Qt.AlignmentFlag.AlignBottom)
            cell.addWidget(button)
            grid.addLayout(cell, number // 4, number % 4)
            self.values[name], self._labels[name] = button, above
        for column in range(4):
            grid.setColumnStretch(column, 1)
        self.column.addLayout(grid)

    @property
    def stops(self) -> list[QWidget]:
        """All that takes the focus, as it is read."""
        return [self.invite, *self.values.values()]

    def set_compact(self, compact: bool) -> None:
        """Less tall, for a low screen."""
        tall = 8 if compact else 14
        self.column.setContentsMargins(20, tall, 20, tall)
        self.column.setSpacing(0 if compact else 4)
        self._grid.setVerticalSpacing(4 if compact else 8)
        for button in self.values.values():
            button.set_compact(compact)

    def show_sitting(self, state: Sitting, sheet: PreparationSheet) -> None:
        """The convening as it stands."""
        say = self._bridge.words
        self.set_head(say("preparation.sitting"))
        self.invite.setText(say("preparation.invite"))
        self.invite.setAccessibleName(say("preparation.invite"))
        self.invite.setVisible("invited" in sheet.open_fields)
        told = self._told(state)
        for name in READ:
            key = "preparation.convened-on" if name == "convened-on" else f"field.{name}"
            value, whole = told[name]
            above = say(key)
            self._labels[name].setText(above)
            self.values[name].show_value(above, value or say("readiness.fill"), whole, not value)
            self.values[name].setEnabled(bool(sheet.open_fields))

    def _told(self, state: Sitting) -> dict[str, tuple[str, str]]:
        """Each value as it is shown, and in full."""
        say, language, convening = self._bridge.words, self._bridge.language, state.convening
        body = say.of("body", convening.body)
        kind = say(f"sort.{convening.sort}") if convening.sort else ""
        invited = str(len(convening.invited))
        note = say("field.invited-note")
        told = say("preparation.invited-count", count=invited, note=note) if convening.invited else ""
        names = ", ".join(person.name.in_language(language) for person in convening.invited)
        number_date = " · ".join(
            part for part in (convening.number, _short(convening.date), convening.time) if part
        )
        missing_number = not (convening.number and convening.date)
        rule = state.profile.act.in_language(language)
        return {
            "body": _line((body, kind), (state.rules.name.in_language(language), kind)),
            "number-date": ("" if missing_number else number_date, number_date),
            "place": _same(convening.place.in_language(language) if convening.place else ""),
            "convened-on": self._convened(convening.convened_by, convening.act, convening.consent),
            "presiding": self._person(convening.presiding),
            "secretary": self._person(convening.secretary),
            "invited": (told or say("preparation.invited-none"), f"{told}: {names}" if told else ""),
            "rule": _same(rule),
        }

    def _convened(self, by: Sequence[Person], act: Act | None, consent: Act | None) -> tuple[str, str]:
        language = self._bridge.language
        if not by:
            return "", ""
        shown = [", ".join(person.short.in_language(language) for person in by)]
        whole = [", ".join(person.name.in_language(language) for person in by)]
        for paper in (act, consent):
            if paper is not None:
                shown.append(self._number_of(paper))
                whole.append(act_words(paper, language))
        return _line(shown, whole)

    def _number_of(self, paper: Act) -> str:
        if paper.text is not None or not paper.number:
            return act_words(paper, self._bridge.language)
        number = self._bridge.words("act.number", number=paper.number)
        return f"{paper.kind} {number}" if paper.kind else number

    def _person(self, person: Person | None) -> tuple[str, str]:
        if person is None:
            return "", ""
        language: Language = self._bridge.language
        name = person.name.in_language(language)
        position = person.position.in_language(language) if person.position else ""
        return person.short.in_language(language), ", ".join(part for part in (name, position) if part)


def _same(value: str) -> tuple[str, str]:
    return value, value


def _line(shown: Sequence[str], whole: Sequence[str]) -> tuple[str, str]:
    return " · ".join(part for part in shown if part), " · ".join(part for part in whole if part)


def _short(day: str | None) -> str:
    try:
        return short_date(date.fromisoformat(day)) if day else ""
    except ValueError:
        return day or ""
