"""The form that ends a mandate: in which body, with which day, by which act."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from assembly_desk.domain.member import Mandate, Member
from assembly_desk.domain.text import Text
from assembly_desk.projections.members_sheet import begins_after_end, ended, standing_bodies
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.members import said
from assembly_desk.ui.members.fields import WordsField
from assembly_desk.ui.members.panel import MembersPanel
from assembly_desk.ui.parts.fields import ChoiceField, DateField
from assembly_desk.ui.parts.labels import label, set_role


class EndForm(MembersPanel):
    """The membership ends with a day; the member stays in the register."""

    def __init__(
        self, page: QWidget, bridge: Bridge, member: Member, record: Callable[[tuple[Mandate, ...]], str]
    ) -> None:
        """`record`: what is done with the terms as they are then; it returns what stands against it."""
        super().__init__(page, "members.end-form")
        self._bridge, self._member, self._record = bridge, member, record
        today = bridge.now().astimezone().date().isoformat()
        self.body_field = ChoiceField("members.end-form.body", "field.body")
        self.until = DateField("members.end-form.until", "members.mandate-until", needed=True)
        self.act = WordsField("members.end-form.act", "members.mandate-act")
        self.reason = WordsField("members.end-form.reason", "members.end-reason")
        for field in (self.body_field, self.until, self.act, self.reason):
            self.add(field)
        self.note = label("members.end-form.note", 13, role="second", wrap=True)
        self.body.addWidget(self.note)
        self._those = standing_bodies(member, today)
        self.show_all()
        self.until.set_iso(today)
        set_role(self.done, "danger")  # no blue for what takes away
        self.on_done(self._do)
        self.left.connect(self.deleteLater)

    def show_all(self) -> None:
        """In the language of the window; what was typed and chosen stays."""
        bridge = self._bridge
        self.show_words(bridge.words, "members.end-title", "members.end-do", name=self._member.person.short)
        self.note.setText(bridge.words("members.end-note"))
        self.body_field.set_choices([(body, said.body_name(bridge, body)) for body in self._those])

    def _do(self) -> str:
        act = Text(self.act.text) if self.act.text else None
        assert self.until.iso is not None
        terms = ended(self._member, self.body_field.value, self.until.iso, act, self.reason.text or None)
        if begins_after_end(terms):
            return self._bridge.words("members.mandate-backwards", until=self.until.value)
        return self._record(terms)
