"""A paper that something rests on, in a form: its kind, number and date, or a text."""

from datetime import date

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from assembly_desk.domain.text import Act, Text
from assembly_desk.ui.parts.day_and_time import read_date
from assembly_desk.ui.parts.fields import Field, NotUsable, line_edit
from assembly_desk.ui.parts.labels import label
from assembly_desk.wording.dates import act_reference, short_date
from assembly_desk.wording.words import Language, Words


def act_words(act: Act, language: Language) -> str:
    """How a screen cites the paper: by its text, else by what is known of kind, number and date."""
    if act.text is not None:
        return act.text.in_language(language)
    try:
        day = date.fromisoformat(act.date) if act.date else None
    except ValueError:
        day = None
    return act_reference(act.kind or "", act.number or "", day, language)


class ActField(Field):
    """Kind, number and date side by side; below them a text instead, in Kazakh and in Russian."""

    def __init__(self, name: str, key: str) -> None:
        super().__init__(name, key)
        self.kind, self.number = line_edit(f"{name}.kind"), line_edit(f"{name}.number")
        self.date = line_edit(f"{name}.date")
        self.date.setPlaceholderText("23.11.2026")
        self.kk, self.ru = line_edit(f"{name}.kk"), line_edit(f"{name}.ru")
        self._labels: dict[str, QLabel] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        places = ((self.kind, 0, 0, 2), (self.number, 0, 2, 1), (self.date, 0, 3, 1))
        for part, row, column, wide in (*places, (self.kk, 2, 0, 2), (self.ru, 2, 2, 2)):
            above = label(f"{part.objectName()}.label", 12, role="second", wrap=True)
            self._labels[part.objectName().rpartition(".")[2]] = above
            grid.addWidget(above, row, column, 1, wide)
            grid.addWidget(part, row + 1, column, 1, wide)
        for column in range(4):
            grid.setColumnStretch(column, 1)
        self.column.addLayout(grid)

    def entries(self) -> list[QWidget]:
        """The five lines."""
        return [self.kind, self.number, self.date, self.kk, self.ru]

    def show_words(self, say: Words) -> None:
        """The labels."""
        self.label.setText(say(self.key))
        rows = {
            "kind": "preparation.act-kind",
            "number": "field.number",
            "date": "field.date",
            "kk": "preparation.act-text",
            "ru": "form.in-russian",
        }
        for part, entry in zip(rows, self.entries(), strict=True):
            self._labels[part].setText(say(rows[part]))
            entry.setAccessibleName(f"{say(self.key)}: {say(rows[part])}")

    def check(self) -> None:
        """A day of the calendar; a Russian text only beside a Kazakh one."""
        super().check()
        typed = self.date.text().strip()
        if typed and read_date(typed) is None:
            raise NotUsable("form.not-a-date", value=typed)
        if self.ru.text().strip() and not self.kk.text().strip():
            raise NotUsable("form.kazakh-first", field=self.label.text())

    @property
    def empty(self) -> bool:
        """Whether nothing was typed."""
        return self.act is None

    @property
    def act(self) -> Act | None:
        """The paper; None: nothing was typed."""
        kk, ru = self.kk.text().strip(), self.ru.text().strip()
        act = Act(
            self.kind.text().strip() or None,
            self.number.text().strip() or None,
            read_date(self.date.text()),
            Text(kk, ru or None) if kk else None,
        )
        return None if act == Act() else act

    def set_act(self, act: Act | None) -> None:
        """Show this."""
        act = act or Act()
        self.kind.setText(act.kind or "")
        self.number.setText(act.number or "")
        typed = act.date or ""
        self.date.setText(short_date(date.fromisoformat(typed)) if read_date(typed) else typed)
        self.kk.setText(act.text.kk if act.text else "")
        self.ru.setText(act.text.ru or "" if act.text else "")
        for entry in (self.kind, self.kk, self.ru):
            entry.setCursorPosition(0)
