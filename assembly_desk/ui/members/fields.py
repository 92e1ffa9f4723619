"""Fields of the member's form: several side by side, a text in two languages on one line, terms of mandate."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from assembly_desk.domain.alphabet import bad_letter, mend
from assembly_desk.domain.member import Mandate
from assembly_desk.domain.text import Text
from assembly_desk.projections.members_sheet import begins_after_end
from assembly_desk.ui import theme
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.members.said import bodies, body_name
from assembly_desk.ui.parts.buttons import quiet
from assembly_desk.ui.parts.fields import ChoiceField, DateField, Field, LineField, NotUsable, line_edit
from assembly_desk.ui.parts.labels import label
from assembly_desk.wording.words import Words


def cleaned(typed: str) -> str:
    """What was typed as it is recorded: runs of space are one, Latin look-alikes Cyrillic.

    Raises NotUsable: a sign that no paper could print.
    """
    text = mend(" ".join(typed.split()))
    if letter := bad_letter(text):
        shown = letter if letter.isprintable() else f"U+{ord(letter):04X}"
        raise NotUsable("trouble.bad-letter", letter=shown)
    return text


class WordsField(LineField):
    """A line whose text is recorded: mended, and refused where it has signs that no paper could print."""

    def check(self) -> None:
        """Signs that can be printed."""
        super().check()
        cleaned(self.value)

    @property
    def text(self) -> str:
        """What was typed, as it is recorded."""
        return cleaned(self.value)


class Beside(Field):
    """Fields side by side; `key`: the row of words above them all, if there is one."""

    def __init__(self, name: str, *fields: Field, key: str = "") -> None:
        super().__init__(name, key)
        self.label.setVisible(bool(key))
        self.inner = fields
        self._wrong: Field | None = None
        row = QHBoxLayout()
        row.setSpacing(12)
        for field in fields:
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignBottom)
        self.column.addLayout(row)

    def entry(self) -> QWidget:
        """The first entry, or that of the field that cannot be used."""
        return (self._wrong or self.inner[0]).entry()

    def entries(self) -> list[QWidget]:
        """Those of all fields."""
        return [entry for field in self.inner if field.isEnabled() for entry in field.entries()]

    def show_words(self, say: Words) -> None:
        """The labels; those who hear them read hear the one above too."""
        above = say(self.key) if self.key else ""
        self.label.setText(above)
        for field in self.inner:
            field.show_words(say)
            if above:
                field.entry().setAccessibleName(f"{above}: {field.label.text()}")

    def check(self) -> None:
        """Each of them."""
        for field in self.inner:
            self._wrong = field
            field.check()
        self._wrong = None

    @property
    def empty(self) -> bool:
        """Whether all are."""
        return all(field.empty for field in self.inner)


class TwoLanguages(Field):
    """A short human text: Kazakh, and beside it Russian where there is one."""

    def __init__(self, name: str, key: str) -> None:
        super().__init__(name, key)
        self.kk, self.ru = line_edit(f"{name}.kk"), line_edit(f"{name}.ru")
        self._beside = label(f"{name}.ru.label", 13, role="second", wrap=True)
        self.column.removeWidget(self.label)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for column, parts in enumerate(((self.label, self.kk), (self._beside, self.ru))):
            grid.addWidget(parts[0], 0, column, Qt.AlignmentFlag.AlignBottom)
            grid.addWidget(parts[1], 1, column)
            grid.setColumnStretch(column, 1)
        self.column.addLayout(grid)

    def entries(self) -> list[QWidget]:
        """The two lines."""
        return [self.kk, self.ru]

    def show_words(self, say: Words) -> None:
        """The labels."""
        super().show_words(say)
        self._beside.setText(say("language.ru"))
        for edit, language in ((self.kk, "language.kk"), (self.ru, "language.ru")):
            edit.setAccessibleName(f"{say(self.key)}: {say(language)}")

    def check(self) -> None:
        """Kazakh first, and signs that can be printed."""
        if cleaned(self.ru.text()) and not cleaned(self.kk.text()):
            raise NotUsable("form.kazakh-first", field=self.label.text())

    @property
    def empty(self) -> bool:
        """Whether no Kazakh text was typed."""
        return not self.kk.text().strip()

    @property
    def text(self) -> Text | None:
        """The text; None: nothing was typed."""
        kk, ru = cleaned(self.kk.text()), cleaned(self.ru.text())
        return Text(kk, ru or None) if kk else None

    def set_text(self, text: Text | None) -> None:
        """Show this."""
        self.kk.setText(text.kk if text else "")
        self.ru.setText((text.ru or "") if text else "")


class _Term(QWidget):
    """One term: the body, the first and the last day, the act."""

    def __init__(self, name: str, bridge: Bridge, mandate: Mandate) -> None:
        super().__init__()
        self._before = mandate
        self.body = ChoiceField(f"{name}.body", "field.body")
        self.since = DateField(f"{name}.from", "members.mandate-from")
        self.until = DateField(f"{name}.until", "members.mandate-until")
        self.act = WordsField(f"{name}.act", "members.mandate-act")
        self.remove = quiet(f"{name}.remove")
        self.fields: tuple[Field, ...] = (self.body, self.since, self.until, self.act)
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.addWidget(self.body, 0, 0, 1, 2)
        grid.addWidget(self.remove, 0, 2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(self.since, 1, 0, Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(self.until, 1, 1, Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(self.act, 1, 2, Qt.AlignmentFlag.AlignBottom)
        grid.setColumnStretch(2, 2)
        self.show_words(bridge.words)
        known = dict.fromkeys((*bodies(bridge), mandate.body))
        self.body.set_choices([(body, body_name(bridge, body)) for body in known], mandate.body)
        self.since.set_iso(mandate.since)
        self.until.set_iso(mandate.until)
        self.act.set_value(mandate.act.in_language(bridge.language) if mandate.act else "")
        self._act_before = self.act.value

    def show_words(self, say: Words) -> None:
        for field in self.fields:
            field.show_words(say)
        self.remove.setText(say("do.remove"))
        self.remove.setAccessibleName(say("members.mandate-remove"))

    @property
    def mandate(self) -> Mandate:
        """The term; what is not on the form stays as it was."""
        act = self._before.act
        if self.act.value != self._act_before:
            act = Text(self.act.text) if self.act.text else None
        return Mandate(self.body.value, self.since.iso, self.until.iso, act, self._before.end_reason)


class MandatesField(Field):
    """The terms of mandate, each on lines of its own; they may be none."""

    def __init__(self, name: str, key: str, bridge: Bridge) -> None:
        super().__init__(name, key)
        self._bridge, self._made = bridge, 0
        self._terms: list[_Term] = []
        self._wrong: Field | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        self.add = QPushButton()
        self.add.setObjectName(f"{name}.add")
        self.add.setFont(theme.font(14))
        self.add.setAutoDefault(False)
        self.add.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.add.clicked.connect(self._add)
        self.column.addLayout(self._rows)
        self.column.addWidget(self.add)

    def entry(self) -> QWidget:
        """The entry that cannot be used, else the first."""
        return self._wrong.entry() if self._wrong else super().entry()

    def entries(self) -> list[QWidget]:
        """Those of each term, and the button for another one."""
        found: list[QWidget] = []
        for term in self._terms:
            for field in term.fields:
                found += field.entries()
            found.append(term.remove)
        return [*found, self.add]

    def show_words(self, say: Words) -> None:
        """The label and the button."""
        self.label.setText(say(self.key))
        self.add.setText(say("members.mandate-add"))
        self.add.setAccessibleName(say("members.mandate-add"))
        for term in self._terms:
            term.show_words(say)

    def show_mandates(self, mandates: Sequence[Mandate]) -> None:
        """Show these."""
        while self._terms:
            self._take_away(self._terms[0])
        for mandate in mandates:
            self._put(mandate)

    def _put(self, mandate: Mandate) -> _Term:
        self._made += 1
        term = _Term(f"{self.field_name}.{self._made}", self._bridge, mandate)
        term.remove.clicked.connect(lambda: self._removed(term))
        self._terms.append(term)
        self._rows.addWidget(term)
        term.show()
        return term

    def _add(self) -> None:
        term = self._put(Mandate("council" if "council" in bodies(self._bridge) else "session"))
        term.since.entry().setFocus(Qt.FocusReason.OtherFocusReason)

    def _removed(self, term: _Term) -> None:
        self._take_away(term)
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_away(self, term: _Term) -> None:
        self._terms.remove(term)
        self._rows.removeWidget(term)
        term.hide()
        term.deleteLater()

    def check(self) -> None:
        """Days that are days, none that ends before it begins, none that says nothing."""
        for term in self._terms:
            for field in term.fields:
                self._wrong = field
                field.check()
            self._wrong = term.since
            mandate = term.mandate
            if not (mandate.since or mandate.until or mandate.act):
                raise NotUsable("members.mandate-nameless")
            if begins_after_end((mandate,)):
                self._wrong = term.until
                raise NotUsable("members.mandate-backwards", until=term.until.value)
        self._wrong = None

    @property
    def empty(self) -> bool:
        """Whether there are none."""
        return not self._terms

    @property
    def mandates(self) -> tuple[Mandate, ...]:
        """The terms."""
        return tuple(term.mandate for term in self._terms)
