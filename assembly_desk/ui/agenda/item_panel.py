"""The form of a new item, before the agenda is adopted or after it."""

from PySide6.QtWidgets import QWidget

from assembly_desk.domain.commands import AddItem
from assembly_desk.projections.floor_sheet import next_item
from assembly_desk.projections.roll_sheet import Listed, listed
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.fields import ChoiceField, TextsField
from assembly_desk.ui.parts.labels import label
from assembly_desk.ui.parts.panel import Panel
from assembly_desk.ui.people import PeopleField
from assembly_desk.wording.words import rule_words


class ItemPanel(Panel):
    """Title, matter, rapporteurs, draft. What the body may do with the matter is said below its choice."""

    def __init__(self, page: QWidget, bridge: Bridge) -> None:
        super().__init__(page, "agenda.new-item", width=720)
        self._bridge = bridge
        self._pool: tuple[Listed, ...] = ()
        self.text = TextsField("agenda.new-item.title", "field.title", needed=True)
        self.matter = ChoiceField("agenda.new-item.competence", "field.competence", self._matter_chosen)
        self.allowed = label("agenda.new-item.allowed", 13, role="second", wrap=True)
        self.reason = TextsField("agenda.new-item.reason", "field.competence-reason", needed=True, lines=1)
        self.rapporteurs = PeopleField(
            "agenda.new-item.rapporteurs", "field.rapporteurs", bridge, lambda: self._pool, guests=True
        )
        self.draft = TextsField("agenda.new-item.draft", "field.draft")
        self.add(self.text)
        self.add(self.matter)
        self.body.addWidget(self.allowed)
        for field in (self.reason, self.rapporteurs, self.draft):
            self.add(field)

    def begin(self) -> None:
        """A new form, in the language of the window."""
        state, say = self._bridge.state, self._bridge.words
        self._pool = listed(state.roll.members)
        act = "do.add-item-vote" if state.agenda.approved else "do.add-item"
        self.show_words(say, act, "do.add")
        for field in (self.text, self.reason, self.draft):
            field.set_text(None)
        self.rapporteurs.show_people(())
        matters = sorted(state.rules.competence, key=lambda code: code != "C13.6")
        self.matter.set_choices([(code, say.of("competence", code)) for code in matters], matters[0])
        self._matter_chosen(matters[0])

    def _matter_chosen(self, code: str) -> None:
        say, rule = self._bridge.words, self._bridge.state.rules.competence.get(code)
        self.reason.setVisible(rule is not None and rule.reason_needed)
        if rule is not None:
            kinds = ", ".join(say.of("kind", kind) for kind in rule.kinds) or say("kind.discussion")
            point = rule_words(rule.point, self._bridge.language)
            self.allowed.setText(say("agenda.allowed", allowed=kinds, rule=point))
        self.say("")

    @property
    def command(self) -> AddItem:
        """What was filled in, under the next free number."""
        assert self.text.text is not None
        return AddItem(
            item=next_item(self._bridge.state),
            title=self.text.text,
            competence=self.matter.value,
            competence_reason=self.reason.text if self.reason.isVisibleTo(self) else None,
            rapporteurs=self.rapporteurs.people,
            draft=self.draft.text,
        )
