"""The forms around a secret vote: the counting commission, its chair and secretary, how candidates are selected."""

from PySide6.QtWidgets import QWidget

from assembly_desk.domain.commands import CommissionElects
from assembly_desk.domain.motion import ListRule, Sets
from assembly_desk.domain.text import Text
from assembly_desk.projections.election import commission_members
from assembly_desk.projections.roll_sheet import Listed, listed
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.fields import ChoiceField, NotUsable, NumberField
from assembly_desk.ui.parts.panel import Panel
from assembly_desk.ui.people import PeopleField
from assembly_desk.ui.voting.forms import Try
from assembly_desk.ui.voting.names import surname_first
from assembly_desk.ui.voting.procedural import commission_text, list_rule_items, list_rule_text, number_of
from assembly_desk.ui.voting.procedural_forms import ProposeForm


class CommissionForm(ProposeForm):
    """The members of the counting commission, elected by the body."""

    def __init__(self, page: QWidget, bridge: Bridge, attempt: Try) -> None:
        super().__init__(page, "voting.commission-form", bridge, attempt)
        self._pool: tuple[Listed, ...] = ()
        self.people = PeopleField(
            "voting.commission-form.members",
            "voting.commission-field",
            bridge,
            lambda: self._pool,
            needed=True,
        )
        self.people.finder.taken.connect(self.write)
        self.add(self.people)
        self.end()

    def begin(self) -> None:
        """Ask for the members."""
        self._pool = listed(self._bridge.state.roll.members)
        self.people.show_people(())
        self.begin_with("voting.do-commission")

    @property
    def _ids(self) -> tuple[str, ...]:
        return tuple(whom for whom in self.people.people if isinstance(whom, str))

    def sets(self) -> Sets:
        """The commission."""
        return Sets(commission=self._ids)

    def wording(self) -> Text:
        """«Есеп комиссиясы мынадай құрамда сайлансын: …»; nothing before anybody is named."""
        members = self._bridge.state.roll.members
        names = [members[id].person.short for id in self._ids if id in members]
        if not names:
            raise NotUsable("voting.commission-field")
        return commission_text(names)

    def accept(self) -> None:
        """Whoever was taken out or typed last is in the text too."""
        if self.people.finder.edit.text().strip() and self.people.finder.whom is not None:
            self.people.check()
        self.write()
        super().accept()


class ElectsForm(Panel):
    """The chair and the secretary that the commission elected among its members (protocol no. 1)."""

    def __init__(self, page: QWidget, bridge: Bridge, attempt: Try) -> None:
        super().__init__(page, "voting.elects-form", width=640)
        self._bridge, self._attempt = bridge, attempt
        self.chair = ChoiceField("voting.elects-form.chair", "voting.commission-chair")
        self.secretary = ChoiceField("voting.elects-form.secretary", "voting.commission-secretary")
        self.add(self.chair)
        self.add(self.secretary)
        self.on_done(self._record)

    def begin(self) -> None:
        """Ask whom it elected; what is recorded stands there already."""
        self.show_words(self._bridge.words, "voting.do-commission-elects", "voting.commission-elects-act")
        self.title.setText(self.title.text().removesuffix("…"))
        commission, language = self._bridge.state.commission, self._bridge.language
        people = listed(commission_members(self._bridge.state))
        choices = [(one.member, surname_first(one, language)) for one in people]
        chosen = (commission.chair, commission.secretary) if commission is not None else (None, None)
        ids = [one.member for one in people]
        first, second = ids[0] if ids else "", ids[1] if len(ids) > 1 else ""
        self.chair.set_choices(choices, chosen[0] or first)
        self.secretary.set_choices(choices, chosen[1] or second)

    def _record(self) -> str:
        command = CommissionElects(self.chair.value, self.secretary.value)
        return self._attempt(command, self._bridge.words("voting.commission-elected"))


class ListRuleForm(ProposeForm):
    """That among those who reach the threshold the most votes count, and for how many seats (A18)."""

    def __init__(self, page: QWidget, bridge: Bridge, attempt: Try) -> None:
        super().__init__(page, "voting.list-rule-form", bridge, attempt)
        self.item = ChoiceField("voting.list-rule-form.item", "voting.item", lambda _code: self.write())
        self.seats = NumberField("voting.list-rule-form.seats", "field.seats", needed=True, digits=3)
        self.seats.edit.setMaximumWidth(120)
        self.seats.edit.textChanged.connect(lambda _text: self.write())
        self.add(self.item)
        self.add(self.seats)
        self.end()

    def begin(self) -> None:
        """Ask for the seats of an item on candidates."""
        state, language = self._bridge.state, self._bridge.language
        items = list_rule_items(state)
        choices = [
            (id, f"{number_of(state, id)}. {state.agenda.items[id].title.in_language(language)}"[:60])
            for id in items
        ]
        current = state.agenda.current
        self.item.set_choices(choices, current if current in items and current else items[0] if items else "")
        self.seats.set_value("")
        self.begin_with("voting.do-list-rule")

    def sets(self) -> Sets:
        """The rule."""
        if not self.seats.number or not self.item.value:
            raise NotUsable("form.needed", field=self.seats.label.text())
        return Sets(list_rule=ListRule(self.item.value, self.seats.number))

    def wording(self) -> Text:
        """«3-мәселе: қажетті дауыс санын жинаған …»; nothing before the seats are known."""
        if not self.seats.number or not self.item.value:
            raise NotUsable("form.needed", field=self.seats.label.text())
        return list_rule_text(self._bridge.state, self.item.value, self.seats.number)
