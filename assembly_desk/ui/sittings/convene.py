"""The form that begins a sitting: the body, its number, the day and the hour. The rest is preparation."""

from collections.abc import Sequence

from assembly_desk.domain.commands import Convene, ConveningData
from assembly_desk.projections.bodies_sheet import may_sit
from assembly_desk.projections.sittings_sheet import SittingLine, next_number
from assembly_desk.ui.page import Page
from assembly_desk.ui.parts.fields import ChoiceField, DateField, LineField, TimeField
from assembly_desk.ui.parts.panel import Panel


class ConveneForm(Panel):
    """Saved incomplete: what is missing yet is said on the preparation page, and refused at opening."""

    def __init__(self, page: Page, lines: Sequence[SittingLine]) -> None:
        super().__init__(page, "sittings.convene")
        self._owner, self._bridge, self._lines = page, page.bridge, lines
        law, entered = page.bridge.state.profile.bodies, page.bridge.register.bodies.values()
        language = page.bridge.language
        self.body_field = ChoiceField("sittings.convene.body", "field.body", self._propose_number)
        self.number = LineField("sittings.convene.number", "sittings.number", needed=True)
        self.day = DateField("sittings.convene.day", "sittings.date", needed=True)
        self.time = TimeField("sittings.convene.time", "sittings.time")
        for field in (self.body_field, self.number, self.day, self.time):
            self.add(field)
        self.show_words(page.bridge.words, "do.convene", "sittings.begin")
        names = [(id, body.name.in_language(language)) for id, body in law.items()]
        names += [(body.id, body.name.in_language(language)) for body in entered if may_sit(body)]
        self.body_field.set_choices(names, "council")
        self._propose_number(self.body_field.value)
        self.day.set_iso(page.bridge.now().astimezone().date().isoformat())
        self.time.set_value("10:00")
        self.on_done(self._submit)
        self.left.connect(self.deleteLater)

    def _propose_number(self, body: str) -> None:
        self.number.set_value(next_number(self._lines, body))

    def _submit(self) -> str:
        body = self.body_field.value
        taken = set(self._bridge.desk.sittings())
        plain = f"{body}-{self.number.value}"
        id = next(
            one
            for one in (plain, *(f"{plain}-{number}" for number in range(2, len(taken) + 3)))
            if one not in taken
        )
        data = ConveningData(number=self.number.value, date=self.day.iso, time=self.time.clock)
        if self._owner.do(Convene(id, body, data)) is None:
            return self._owner.block.said.text() or self._bridge.say_trouble()
        self._bridge.go(id)
        return ""
