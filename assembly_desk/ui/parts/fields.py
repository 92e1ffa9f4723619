"""The fields of forms: a label above, the entry below, a value that can be used or a sentence that says why not."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from assembly_desk.domain.text import Text
from assembly_desk.ui import keys, theme
from assembly_desk.ui.parts.buttons import chip
from assembly_desk.ui.parts.day_and_time import read_date, read_time
from assembly_desk.ui.parts.flow import Flow
from assembly_desk.ui.parts.labels import label
from assembly_desk.ui.parts.turning import Turning
from assembly_desk.wording.dates import short_date
from assembly_desk.wording.words import Words


class NotUsable(Exception):
    """What was typed cannot be used: the row of words that says why, and its values."""

    def __init__(self, words: str, **values: object) -> None:
        super().__init__(words)
        self.words, self.values = words, values


class Field(QWidget):
    """A label and an entry below it. `key`: the row of words of the label; `needed`: it may not stay empty."""

    def __init__(self, name: str, key: str, *, needed: bool = False) -> None:
        super().__init__()
        self.setObjectName(f"{name}.field")
        self.field_name, self.key, self.needed = name, key, needed
        self.label = label(f"{name}.label", 13, role="second", wrap=True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        self.column.addWidget(self.label)

    def entry(self) -> QWidget:
        """What takes the focus first."""
        return self.entries()[0]

    def entries(self) -> list[QWidget]:
        """All that takes the focus, as it is read."""
        raise NotImplementedError

    def show_words(self, say: Words) -> None:
        """The label, in the language of the window."""
        text = say(self.key)
        self.label.setText(text)
        for entry in self.entries():
            entry.setAccessibleName(text)

    def check(self) -> None:
        """Raises `NotUsable` where what was typed cannot be used."""
        if self.needed and self.empty:
            raise NotUsable("form.needed", field=self.label.text())

    @property
    def empty(self) -> bool:
        """Whether nothing was typed."""
        raise NotImplementedError


def line_edit(name: str, pixels: float = 15) -> QLineEdit:
    """A line to type into."""
    made = QLineEdit()
    made.setObjectName(name)
    made.setProperty("role", "field")
    made.setFont(theme.font(pixels))
    return made


class LineField(Field):
    """One line of text."""

    def __init__(self, name: str, key: str, *, needed: bool = False, secret: bool = False) -> None:
        super().__init__(name, key, needed=needed)
        self.edit = line_edit(name)
        if secret:
            self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.column.addWidget(self.edit)

    def entries(self) -> list[QWidget]:
        """The line."""
        return [self.edit]

    @property
    def empty(self) -> bool:
        """Whether nothing but space was typed."""
        return not self.edit.text().strip()

    @property
    def value(self) -> str:
        """What was typed, without space around it."""
        return self.edit.text().strip()

    def set_value(self, value: str) -> None:
        """Show this."""
        self.edit.setText(value)


class NumberField(LineField):
    """A whole number from 0; empty is None and never zero. The digits answer by their place in every layout."""

    def __init__(self, name: str, key: str, *, needed: bool = False, digits: int = 6) -> None:
        super().__init__(name, key, needed=needed)
        self.edit.setMaxLength(digits)
        self.edit.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A digit by its place, whatever letter the layout types there."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            digit = keys.digit(event)
            if digit is not None:
                self.edit.insert(digit)
                return True
        return super().eventFilter(watched, event)

    def check(self) -> None:
        """A whole number, or nothing where nothing is allowed."""
        super().check()
        if not self.empty and not self.value.isdecimal():
            raise NotUsable("refusal.NotANumber", value=self.value)

    @property
    def number(self) -> int | None:
        """The number; None: nothing was typed."""
        return int(self.value) if self.value.isdecimal() else None


class DateField(LineField):
    """A day as «23.11.2026», also 2026-11-23."""

    def __init__(self, name: str, key: str, *, needed: bool = False) -> None:
        super().__init__(name, key, needed=needed)
        self.edit.setPlaceholderText("23.11.2026")

    def check(self) -> None:
        """A day of the calendar."""
        super().check()
        if not self.empty and self.iso is None:
            raise NotUsable("form.not-a-date", value=self.value)

    @property
    def iso(self) -> str | None:
        """The day, ISO; None: nothing that can be read as one."""
        return read_date(self.value)

    def set_iso(self, value: str | None) -> None:
        """Show this day."""
        self.set_value(short_date(date.fromisoformat(value)) if value else "")


class TimeField(LineField):
    """A time of day as «10:00»."""

    def __init__(self, name: str, key: str, *, needed: bool = False) -> None:
        super().__init__(name, key, needed=needed)
        self.edit.setPlaceholderText("10:00")

    def check(self) -> None:
        """A time of day."""
        super().check()
        if not self.empty and self.clock is None:
            raise NotUsable("form.not-a-time", value=self.value)

    @property
    def clock(self) -> str | None:
        """The time as HH:MM; None: nothing that can be read as one."""
        return read_time(self.value)


class AreaField(Field):
    """A text of several lines; Tab goes on, Enter begins a line."""

    def __init__(self, name: str, key: str, *, needed: bool = False, lines: int = 3) -> None:
        super().__init__(name, key, needed=needed)
        self.edit = _area(name, lines)
        self.column.addWidget(self.edit)

    def entries(self) -> list[QWidget]:
        """The box."""
        return [self.edit]

    @property
    def empty(self) -> bool:
        """Whether nothing but space was typed."""
        return not self.value

    @property
    def value(self) -> str:
        """What was typed: runs of space are one."""
        return " ".join(self.edit.toPlainText().split())

    @property
    def lines(self) -> str:
        """What was typed, line by line."""
        return self.edit.toPlainText()

    def set_value(self, value: str) -> None:
        """Show this."""
        self.edit.setPlainText(value)


def _area(name: str, lines: int) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setObjectName(name)
    made.setProperty("role", "field")
    made.setFont(theme.font(15))
    made.setTabChangesFocus(True)
    made.setFixedHeight(area_height(15, lines))
    return made


def area_height(pixels: float, lines: int) -> int:
    """How tall a box is that holds so many lines and shows no scroll bar for them."""
    return lines * (theme.metrics(pixels).lineSpacing() + 1) + 23


class TextsField(Field):
    """A human text in Kazakh, and below it in Russian where there is one."""

    def __init__(self, name: str, key: str, *, needed: bool = False, lines: int = 2) -> None:
        super().__init__(name, key, needed=needed)
        self.kk, self.ru = _area(f"{name}.kk", lines), _area(f"{name}.ru", lines)
        self._ru_label = label(f"{name}.ru.label", 12, role="second")
        self.column.addWidget(self.kk)
        self.column.addWidget(self._ru_label)
        self.column.addWidget(self.ru)

    def entries(self) -> list[QWidget]:
        """The two boxes."""
        return [self.kk, self.ru]

    def show_words(self, say: Words) -> None:
        """The labels."""
        super().show_words(say)
        self._ru_label.setText(say("form.in-russian"))
        self.ru.setAccessibleName(f"{say(self.key)}: {say('language.ru')}")

    def check(self) -> None:
        """Kazakh first: a Russian text alone cannot be used."""
        super().check()
        if not self._kk and self._ru:
            raise NotUsable("form.kazakh-first", field=self.label.text())

    @property
    def _kk(self) -> str:
        return " ".join(self.kk.toPlainText().split())

    @property
    def _ru(self) -> str:
        return " ".join(self.ru.toPlainText().split())

    @property
    def empty(self) -> bool:
        """Whether no Kazakh text was typed."""
        return not self._kk

    @property
    def text(self) -> Text | None:
        """The text; None: nothing was typed."""
        return Text(self._kk, self._ru or None) if self._kk else None

    def set_text(self, text: Text | None) -> None:
        """Show this."""
        self.kk.setPlainText(text.kk if text else "")
        self.ru.setPlainText(text.ru or "" if text else "")


class ChoiceField(Field):
    """One of a few: buttons side by side; arrows go from one to the next, a digit by its place chooses."""

    def __init__(self, name: str, key: str, changed: Callable[[str], None] | None = None) -> None:
        super().__init__(name, key)
        self._row = Flow(8)
        self.column.addWidget(self._row)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self._keys = Turning(self, lambda: list(self._buttons.values()))
        self._changed = changed

    def set_choices(self, choices: Sequence[tuple[str, str]], chosen: str = "") -> None:
        """Offer these (code, text). A choice made before stays where it is still offered."""
        before = chosen or self.value
        if tuple(self._buttons) != tuple(code for code, _ in choices):
            for button in self._buttons.values():
                self._group.removeButton(button)
            self._row.empty()
            self._buttons = {code: self._button(code) for code, _ in choices}
        for code, text in choices:
            self._buttons[code].setText(text)
            self._buttons[code].setAccessibleName(f"{self.label.text()}: {text}")
        if self._buttons:
            self._buttons.get(before, next(iter(self._buttons.values()))).setChecked(True)

    def _button(self, code: str) -> QPushButton:
        made = chip(f"{self.field_name}.{code}")
        made.setProperty("code", code)
        made.setFont(theme.font(14, bold=True))
        made.toggled.connect(lambda on, one=code: self._tell(one) if on else None)
        made.installEventFilter(self._keys)
        self._group.addButton(made)
        self._row.add(made)
        made.show()
        return made

    def _tell(self, code: str) -> None:
        if self._changed is not None:
            self._changed(code)

    def choose(self, code: str) -> None:
        """Choose this one."""
        self._buttons[code].setChecked(True)

    def show_words(self, say: Words) -> None:
        """The label; the choices keep their own words."""
        self.label.setText(say(self.key))

    def entries(self) -> list[QWidget]:
        """The chosen button: arrows go to the others."""
        chosen = [button for button in self._buttons.values() if button.isChecked()]
        return list(chosen or self._buttons.values()) or [self]

    @property
    def empty(self) -> bool:
        """Whether nothing is chosen."""
        return not self.value

    @property
    def value(self) -> str:
        """The code of what is chosen."""
        return next((code for code, button in self._buttons.items() if button.isChecked()), "")


class TickField(Field):
    """Yes or no."""

    def __init__(self, name: str, key: str) -> None:
        super().__init__(name, key)
        self.label.hide()
        self.box = QCheckBox()
        self.box.setObjectName(name)
        self.box.setFont(theme.font(14))
        self.box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.column.addWidget(self.box)

    def show_words(self, say: Words) -> None:
        """The words beside the box."""
        super().show_words(say)
        self._fit()

    def _fit(self) -> None:
        """The words in as many lines as they need: the box itself would be as wide as they are."""
        lines: list[str] = []
        room, measure = self.width() - 48, self.box.fontMetrics().horizontalAdvance
        for word in self.label.text().split():
            if lines and measure(f"{lines[-1]} {word}") <= room:
                lines[-1] += f" {word}"
            else:
                lines.append(word)
        self.box.setText("\n".join(lines))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, perhaps other lines."""
        super().resizeEvent(event)
        self._fit()

    def entries(self) -> list[QWidget]:
        """The box."""
        return [self.box]

    @property
    def empty(self) -> bool:
        """Never: no is an answer."""
        return False

    @property
    def value(self) -> bool:
        """Whether it is ticked."""
        return self.box.isChecked()
