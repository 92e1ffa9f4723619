"""The form of an item of the agenda: its title, the matter, who reports, the draft."""

from collections.abc import Callable

from assembly_desk.domain.agenda import Item
from assembly_desk.domain.commands import AddItem, AmendItem
from assembly_desk.domain.text import Text
from assembly_desk.projections.next_act import whom
from assembly_desk.projections.preparation_sheet import (
    OTHER_MATTER,
    matter_notice,
    next_item_id,
    reason_needed,
)
from assembly_desk.ui.page import Page
from assembly_desk.ui.parts.fields import ChoiceField, Field, TextsField
from assembly_desk.ui.parts.labels import label
from assembly_desk.ui.people import PeopleField
from assembly_desk.ui.preparation.form import Form, People

_NAME = "preparation.item-form"


class ItemForm(Form):
    """A new item, or one that stands on the agenda. Its id is a number that the program gives.

    `saved` is told the id once the item is recorded.
    """

    def __init__(self, page: Page, people: People, number: int, saved: Callable[[str], None]) -> None:
        super().__init__(page, _NAME, width=760)
        self._number, self._saved = number, saved
        self._item: Item | None = None
        bridge = self._bridge
        self.title_field = TextsField(f"{_NAME}.title", "field.title", needed=True, lines=2)
        self.competence = ChoiceField(f"{_NAME}.competence", "field.competence", self._show_matter)
        self.reason = TextsField(f"{_NAME}.reason", "field.competence-reason", lines=1)
        self.rapporteurs = PeopleField(
            f"{_NAME}.rapporteurs", "field.rapporteurs", bridge, people, guests=True
        )
        self.draft = TextsField(f"{_NAME}.draft", "field.draft", lines=3)
        self.notice = label(f"{_NAME}.notice", 13.5, role="warning", wrap=True)
        self.add(self.title_field)
        self.add(self.competence)
        self.body.addWidget(self.notice)
        for field in (self.reason, self.rapporteurs, self.draft):
            self.add(field)
        self.show_words(bridge.words, "do.add-item", "do.add")
        matters = tuple(bridge.state.rules.competence)
        self.competence.set_choices([(code, bridge.words.of("competence", code)) for code in matters])
        if OTHER_MATTER in matters:
            self.competence.choose(OTHER_MATTER)
        self._show_matter(self.competence.value)

    def show_item(self, item: Item) -> None:
        """Change this item."""
        self._item = item
        self.show_words(self._bridge.words, "preparation.edit-item", "do.save", item=self._number)
        self.title_field.set_text(item.title)
        if item.competence in self._bridge.state.rules.competence:
            self.competence.choose(item.competence)
        self.reason.set_text(item.competence_reason)
        self.rapporteurs.show_people(item.rapporteurs)
        self.draft.set_text(item.draft)
        if item.draft is not None:
            self.keep(self.draft, lambda: self.draft.set_text(item.draft))
        self._show_matter(self.competence.value)

    def field(self, part: str) -> Field:
        """The field where something of that name is supplied."""
        return {"rapporteur": self.rapporteurs, "draft": self.draft}.get(part, self.title_field)

    def _show_matter(self, code: str) -> None:
        """What this body may do with the matter is said as soon as it is chosen."""
        notice = matter_notice(self._bridge.state, code)
        says = self._bridge.say_notice(notice) if notice else ""
        self.notice.setText(says)
        self.notice.setAccessibleName(says)
        self.notice.setVisible(bool(says))
        self.reason.setVisible(reason_needed(self._bridge.state, code) or not self.reason.empty)
        if self.isVisible():
            self._place()

    def submit(self) -> str:
        """Add the item, or change it."""
        title = self.title_field.text
        assert title is not None
        return self._add(title) if self._item is None else self._amend(self._item, title)

    def _add(self, title: Text) -> str:
        id = next_item_id(self._bridge.state)
        command = AddItem(
            id,
            title,
            self.competence.value,
            self.reason.text,
            self.rapporteurs.people,
            self.draft.text,
        )
        against = self.do(command, self._bridge.words("preparation.item-added", item=self._number))
        if not against:
            self._saved(id)
        return against

    def _amend(self, item: Item, title: Text) -> str:
        people, matter = self.rapporteurs.people, self.competence.value
        same = people == tuple(whom(person) for person in item.rapporteurs)
        command = AmendItem(
            item.id,
            title=title if title != item.title else None,
            competence=matter if matter != item.competence else None,
            competence_reason=self.reason.text if self.reason.text != item.competence_reason else None,
            rapporteurs=None if same else people,
            draft=self.draft.text if self.draft.text != item.draft else None,
        )
        against = self.do(command, self._bridge.words("preparation.item-changed", item=self._number))
        if not against:
            self._saved(item.id)
        return against
