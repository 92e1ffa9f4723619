"""The forms of motions of procedure. Each writes the text of its motion itself, until somebody words it otherwise."""

import re

from PySide6.QtWidgets import QWidget

from assembly_desk.domain.commands import DraftReglament, Propose
from assembly_desk.domain.motion import AgendaChange, FormChoice, Reglament, Sets
from assembly_desk.domain.text import Text
from assembly_desk.projections.floor_sheet import next_motion
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.fields import (
    ChoiceField,
    LineField,
    NotUsable,
    NumberField,
    TextsField,
    TickField,
)
from assembly_desk.ui.parts.panel import Panel
from assembly_desk.ui.voting.forms import Try
from assembly_desk.ui.voting.procedural import (
    TIMES,
    agenda_change_text,
    as_form,
    drafted,
    form_text,
    new_motion,
    number_of,
    own_matter,
    reglament_text,
)
from assembly_desk.wording.words import Words


class ProposeForm(Panel):
    """A form that ends in a motion of procedure with a text in both languages."""

    def __init__(self, page: QWidget, name: str, bridge: Bridge, attempt: Try) -> None:
        super().__init__(page, name, width=680)
        self._bridge, self._attempt = bridge, attempt
        self._written: Text | None = None
        self.text = TextsField(f"{name}.text", "voting.text", needed=True)
        self.text.setParent(self)
        self.on_done(self._propose)

    def end(self) -> None:
        """The text stands below the other fields."""
        self.add(self.text)

    def sets(self) -> Sets:
        """What the motion brings about. Raises `NotUsable`."""
        raise NotImplementedError

    def wording(self) -> Text:
        """The text for what is chosen now."""
        raise NotImplementedError

    def write(self) -> None:
        """Word the motion, unless somebody did already."""
        if self.text.text in (None, self._written):
            try:
                self._written = self.wording()
            except NotUsable:
                return
            self.text.set_text(self._written if self._written.kk else None)

    def begin_with(self, title: str) -> None:
        """In the language of the window, and with a text of its own."""
        self.show_words(self._bridge.words, title, "voting.propose")
        self.title.setText(self.title.text().removesuffix("…"))
        self._written = None
        self.text.set_text(None)
        self.write()

    def first(self) -> str:
        """What has to be recorded before the motion."""
        return ""

    def matter(self) -> str | None:
        """The item that the motion belongs to; None: it is of procedure."""
        return None

    def _propose(self) -> str:
        say, text = self._bridge.words, self.text.text
        assert text is not None  # the field was checked
        try:
            sets = self.sets()
        except NotUsable as wrong:
            return say(wrong.words, **wrong.values)
        state, item = self._bridge.state, self.matter()
        if item is None:
            command = Propose(new_motion(state), "procedural", text, sets=sets)
            said = say("voting.was-proposed")
        else:
            command = Propose(next_motion(state, item), "decision", text, item=item, sets=sets)
            said = say("agenda.motion-added", motion=command.motion)
        return self.first() or self._attempt(command, said)


class AgendaForm(ProposeForm):
    """The agenda with items postponed, taken off or taken up, or in another order."""

    def __init__(self, page: QWidget, bridge: Bridge, attempt: Try) -> None:
        super().__init__(page, "voting.agenda-form", bridge, attempt)
        self.fates: dict[str, ItemField] = {}
        self.order = LineField("voting.agenda-form.order", "voting.order")
        self.order.setParent(self)
        self.order.edit.textChanged.connect(lambda _text: self.write())

    def begin(self) -> None:
        """Ask what becomes of each item."""
        state = self._bridge.state
        for field in self.fields:
            self.body.removeWidget(field)
        for fate in self.fates.values():
            fate.hide()
            fate.deleteLater()
        self.fields, self.fates = [], {}
        for id, item in state.agenda.items.items():
            if item.state not in ("offered", "waiting"):
                continue
            field = ItemField(f"voting.agenda-form.{id}", item.state == "offered", self.write)
            field.show_item(
                self._bridge.words, number_of(state, id), item.title.in_language(self._bridge.language)
            )
            self.fates[id] = field
            self.add(field)
        self.order.set_value("")
        self.add(self.order)
        self.end()
        self.begin_with("voting.do-agenda-change")

    def _change(self) -> AgendaChange:
        def of(fate: str) -> tuple[str, ...]:
            return tuple(id for id, field in self.fates.items() if field.value == fate)

        return AgendaChange(of("add"), of("remove"), of("postpone"), self._order())

    def _order(self) -> tuple[str, ...]:
        state = self._bridge.state
        by_number = {str(number_of(state, id)): id for id in state.agenda.items}
        typed = re.findall(r"\w+", self.order.value)
        for number in typed:
            if number not in by_number:
                raise NotUsable("voting.order-wrong", value=number)
        return tuple(dict.fromkeys(by_number[number] for number in typed))

    def sets(self) -> Sets:
        """The change; none at all is no change."""
        change = self._change()
        if change == AgendaChange():
            raise NotUsable("voting.no-change")
        return Sets(agenda=change)

    def wording(self) -> Text:
        """«Күн тәртібі мынадай өзгерістермен бекітілсін: …»."""
        return agenda_change_text(self._bridge.state, self._change())


class ItemField(ChoiceField):
    """What becomes of one item."""

    def __init__(self, name: str, offered: bool, changed: object) -> None:
        super().__init__(name, "nth.item", lambda _code: changed() if callable(changed) else None)
        self._fates = ("not-added", "add") if offered else ("keep", "postpone", "remove")
        self._title = ""

    def show_item(self, say: Words, number: int, title: str) -> None:
        """The item by its number and title."""
        self._title = f"{number}. {title}"
        self.show_words(say)

    def show_words(self, say: Words) -> None:
        """The title of the item, and what may become of it."""
        self.label.setText(self._title)
        self.set_choices([(fate, say(f"voting.{fate}")) for fate in self._fates])


class VotingFormForm(ProposeForm):
    """The form of voting, of the sitting or of the item that is taken (p. 10)."""

    def __init__(self, page: QWidget, bridge: Bridge, attempt: Try) -> None:
        super().__init__(page, "voting.form-form", bridge, attempt)
        self.form = ChoiceField("voting.form-form.form", "field.form", self._form_chosen)
        self.scope = ChoiceField("voting.form-form.scope", "voting.scope", lambda _code: self.write())
        self.subtraction = TickField("voting.form-form.by-subtraction", "voting.by-subtraction")
        self.subtraction.box.toggled.connect(lambda _on: self.write())
        for field in (self.form, self.scope, self.subtraction):
            self.add(field)
        self.end()

    def begin(self) -> None:
        """Ask for the form."""
        say, state = self._bridge.words, self._bridge.state
        self.form.set_choices([(form, say(f"form.{form}")) for form in ("show-of-hands", "named", "secret")])
        scopes = [("", say("voting.whole-sitting"))]
        for id, item in state.agenda.items.items():
            if item.state in ("waiting", "taken"):
                scopes.append((id, f"{number_of(state, id)}. {item.title.in_language(say.language)}"[:60]))
        self.scope.set_choices(scopes, scopes[0][0])
        self.subtraction.box.setChecked(False)
        self.begin_with("voting.do-form")

    def _form_chosen(self, form: str) -> None:
        """Where the law leaves the form open, in secret one item at a time: the one that is taken, or the next."""
        state = self._bridge.state
        self.subtraction.setVisible(form == "show-of-hands")
        if form == "secret" and not self.scope.value and not state.rules.decides_own_form:
            items = [id for id, item in state.agenda.items.items() if item.state in ("taken", "waiting")]
            if items:
                self.scope.choose(state.agenda.current or items[0])
        self.write()

    def _choice(self) -> FormChoice:
        hands = self.form.value == "show-of-hands"
        return FormChoice(
            as_form(self.form.value), self.scope.value or None, hands and self.subtraction.value
        )

    def sets(self) -> Sets:
        """The form."""
        choice = self._choice()
        if choice.form == "secret" and choice.item is None and not self._bridge.state.rules.decides_own_form:
            raise NotUsable("voting.secret-item")
        return Sets(form=choice)

    def matter(self) -> str | None:
        """The item on the form of voting, where the body decides it as such (p. 10)."""
        return own_matter(self._bridge.state)

    def wording(self) -> Text:
        """«Дауыс беру нысаны айқындалсын: …»."""
        return form_text(self._bridge.state, self._choice())


class ReglamentForm(ProposeForm):
    """Speaking times: a draft, and the motion that adopts it (p. 11)."""

    def __init__(self, page: QWidget, bridge: Bridge, attempt: Try) -> None:
        super().__init__(page, "voting.reglament-form", bridge, attempt)
        self.times = {
            kind: NumberField(f"voting.reglament-form.{kind}", f"floor.{kind}", needed=True, digits=3)
            for kind in TIMES
        }
        for field in self.times.values():
            field.edit.setMaximumWidth(120)
            field.edit.textChanged.connect(lambda _text: self.write())
            self.add(field)
        self._next = ""  # the id of a new draft
        self.end()

    def begin(self) -> None:
        """Ask for the minutes; those drafted, else those in use, stand there already."""
        say, state = self._bridge.words, self._bridge.state
        draft = drafted(state)
        given = draft.seconds if draft is not None else {}
        for kind, field in self.times.items():
            field.set_value(str(given.get(kind, state.seconds_for(kind)) // 60))
        self.begin_with("voting.do-reglament")
        for kind, field in self.times.items():
            field.label.setText(say("voting.minutes", kind=say(f"floor.{kind}")))
        number = 1
        while f"r{number}" in state.reglaments:
            number += 1
        self._next = f"r{number}"

    def _minutes(self) -> dict[str, int]:
        return {kind: field.number or 0 for kind, field in self.times.items()}

    @property
    def _draft(self) -> Reglament | None:
        """The draft that says just this already."""
        draft = drafted(self._bridge.state)
        seconds = {kind: 60 * minutes for kind, minutes in self._minutes().items()}
        return draft if draft is not None and dict(draft.seconds) == seconds else None

    def first(self) -> str:
        """The draft, unless there is one that says the same."""
        if self._draft is not None:
            return ""
        return self._attempt(DraftReglament(self._next, self._minutes()), "")

    def matter(self) -> str | None:
        """The item on the reglament, where the body decides it as such (p. 11)."""
        return own_matter(self._bridge.state)

    def sets(self) -> Sets:
        """The draft is adopted."""
        draft = self._draft
        return Sets(reglament=draft.id if draft is not None else self._next)

    def wording(self) -> Text:
        """«Мынадай сөйлеу уақыты бекітілсін: …»."""
        return reglament_text(self._minutes())
