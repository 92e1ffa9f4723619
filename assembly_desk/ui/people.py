"""Choosing people in a form: type a surname, take a member with Enter; whoever is no member is named in full."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from assembly_desk.domain.commands import Guest, Whom
from assembly_desk.domain.text import Person, Text
from assembly_desk.projections.roll_sheet import Listed, found
from assembly_desk.ui import keys, theme
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.fields import Field, NotUsable, line_edit
from assembly_desk.ui.parts.flow import Flow
from assembly_desk.wording.words import Words

_OFFERED = 5

Pool = Callable[[], Sequence[Listed]]
"""Those who may be chosen, by the alphabet."""


class Finder(QWidget):
    """A line with the members found below it: arrows choose, Enter takes; with `guests`, any name may be taken."""

    taken = Signal()

    def __init__(self, name: str, bridge: Bridge, pool: Pool, *, guests: bool) -> None:
        super().__init__()
        self._bridge, self._pool, self._guests = bridge, pool, guests
        self.edit = line_edit(name)
        self.edit.textEdited.connect(self._search)
        self.edit.installEventFilter(self)
        self._offers = [QPushButton() for _ in range(_OFFERED)]
        self._found: list[Listed] = []
        self._at = 0
        self.chosen: Listed | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.edit)
        for number, offer in enumerate(self._offers):
            offer.setObjectName(f"{name}.offer.{number}")
            offer.setProperty("role", "offer")
            offer.setFont(theme.font(14))
            offer.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            offer.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # however long the name
            offer.setCheckable(True)
            offer.clicked.connect(lambda _=False, one=number: self._take(one))
            offer.hide()
            column.addWidget(offer)

    @property
    def whom(self) -> Whom | None:
        """Whom the line names: the member taken, or the only one of that name, or a guest; None: nobody."""
        typed = self.edit.text().strip()
        if not typed:
            return None
        if self.chosen is not None:
            return self.chosen.member
        if self._guests:
            name, _, position = (part.strip() for part in typed.partition(","))
            return Guest(Text(name), Text(position) if position else None)
        only = found(self._pool(), typed)
        return only[0].member if len(only) == 1 else None

    def show_person(self, person: Person | None) -> None:
        """Show somebody chosen before."""
        self.clear()
        if person is None:
            return
        self.chosen = next((one for one in self._pool() if one.member == person.member), None)
        name = person.name.in_language(self._bridge.language)
        position = person.position.in_language(self._bridge.language) if person.position else ""
        self.edit.setText(name if person.member or not position else f"{name}, {position}")
        self.edit.setCursorPosition(0)

    def clear(self) -> None:
        """Nobody."""
        self.edit.clear()
        self.chosen = None
        self._offer([])

    def _search(self, typed: str) -> None:
        self.chosen = None
        self._offer(found(self._pool(), typed)[:_OFFERED] if typed.strip() else [])

    def _offer(self, offered: list[Listed]) -> None:
        self._found, self._at = offered, 0
        language = self._bridge.language
        for number, button in enumerate(self._offers):
            button.setVisible(number < len(offered))
            if number < len(offered):
                one = offered[number]
                place = one.place(language)
                name = one.name.in_language(language)
                button.setText(f"{name} · {place[0]}" if place else name)
                button.setChecked(number == 0)
        if (parent := self.parentWidget()) is not None:
            parent.updateGeometry()

    def _take(self, number: int) -> None:
        one = self._found[number]
        self._offer([])
        self.chosen = one
        self.edit.setText(one.name.in_language(self._bridge.language))
        self.taken.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Enter choose among those found; Escape first closes them."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            if event.type() == QEvent.Type.FocusOut:
                self._offer([])
            return super().eventFilter(watched, event)
        enter = keys.place(event) in keys.ENTERS and not keys.is_next_act(event)
        if self._found and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._at = (self._at + (1 if event.key() == Qt.Key.Key_Down else -1)) % len(self._found)
            for number, button in enumerate(self._offers):
                button.setChecked(number == self._at)
            return True
        if self._found and enter:
            self._take(self._at)
            return True
        if self._found and keys.place(event) is keys.Place.ESC:
            self._offer([])
            return True
        if enter and self.edit.text().strip():
            self.taken.emit()
        return False


class PersonField(Field):
    """One person."""

    def __init__(
        self, name: str, key: str, bridge: Bridge, pool: Pool, *, guests: bool = False, needed: bool = False
    ) -> None:
        super().__init__(name, key, needed=needed)
        self.finder = Finder(name, bridge, pool, guests=guests)
        self.column.addWidget(self.finder)

    def entries(self) -> list[QWidget]:
        """The line."""
        return [self.finder.edit]

    def check(self) -> None:
        """Somebody who is known, or nobody where that may be."""
        super().check()
        if self.finder.edit.text().strip() and self.whom is None:
            raise NotUsable("form.unknown-person", name=self.finder.edit.text().strip())

    @property
    def empty(self) -> bool:
        """Whether nobody is named."""
        return not self.finder.edit.text().strip()

    @property
    def whom(self) -> Whom | None:
        """The person as a command names them."""
        return self.finder.whom

    def show_person(self, person: Person | None) -> None:
        """Show somebody chosen before."""
        self.finder.show_person(person)


class PeopleField(Field):
    """Several people: each one taken becomes a button that takes them out again."""

    changed = Signal()
    """Others are taken now: ask `people`."""

    def __init__(
        self, name: str, key: str, bridge: Bridge, pool: Pool, *, guests: bool = False, needed: bool = False
    ) -> None:
        super().__init__(name, key, needed=needed)
        self._bridge, self._pool = bridge, pool
        self.finder = Finder(name, bridge, pool, guests=guests)
        self.finder.taken.connect(self._take)
        self._row = Flow(8)
        self._people: list[tuple[Whom, str]] = []
        self._buttons: list[QPushButton] = []
        self.column.addWidget(self._row)
        self.column.addWidget(self.finder)

    def entries(self) -> list[QWidget]:
        """Those taken, and the line."""
        return [*self._buttons, self.finder.edit]

    def show_words(self, say: Words) -> None:
        """The label; each button says whom it takes out."""
        self.label.setText(say(self.key))
        self.finder.edit.setAccessibleName(say(self.key))
        for button, (_, name) in zip(self._buttons, self._people, strict=True):
            button.setAccessibleName(f"{say('do.remove')}: {name}")

    def check(self) -> None:
        """What stands in the line counts too, once it names somebody."""
        if self.finder.edit.text().strip():
            if self.finder.whom is None:
                raise NotUsable("form.unknown-person", name=self.finder.edit.text().strip())
            self._take()
        super().check()

    @property
    def empty(self) -> bool:
        """Whether nobody is named."""
        return not self._people

    @property
    def people(self) -> tuple[Whom, ...]:
        """Those taken, in that order."""
        return tuple(whom for whom, _ in self._people)

    def show_people(self, people: Sequence[Person]) -> None:
        """Show those chosen before."""
        self._people = []
        for person in people:
            whom = person.member or Guest(person.name, person.position)
            self._people.append((whom, person.name.in_language(self._bridge.language)))
        self.finder.clear()
        self._show()

    def _take(self) -> None:
        whom = self.finder.whom
        if whom is None:
            return
        name = self.finder.edit.text().strip()
        if whom not in self.people:
            self._people.append((whom, name))
        self.finder.clear()
        self._show()

    def _leave_out(self, whom: Whom) -> None:
        self._people = [pair for pair in self._people if pair[0] != whom]
        self._show()
        self.finder.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        self._row.empty()
        self._buttons = []
        say = self._bridge.words
        for number, (whom, name) in enumerate(self._people):
            button = QPushButton(f"{name}  ×")
            button.setObjectName(f"{self.field_name}.{number}")
            button.setProperty("role", "chip")
            button.setFont(theme.font(13))
            button.setAccessibleName(f"{say('do.remove')}: {name}")
            button.clicked.connect(lambda _=False, one=whom: self._leave_out(one))
            self._row.add(button)
            button.show()
            self._buttons.append(button)
        self._row.setVisible(bool(self._people))
        self.changed.emit()
