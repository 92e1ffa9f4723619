"""The form that puts a list of candidates to the vote: who stands on it, in which form, for how many seats."""

from PySide6.QtWidgets import QWidget

from assembly_desk.domain.commands import PutList
from assembly_desk.domain.profile import Form
from assembly_desk.projections.election import Candidate, ListOffer
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.fields import ChoiceField, NumberField, TickField
from assembly_desk.ui.parts.labels import label
from assembly_desk.ui.parts.panel import Panel
from assembly_desk.ui.voting.forms import Try
from assembly_desk.wording.words import Words


class CandidateField(TickField):
    """One candidate: on the list or not."""

    def __init__(self, one: Candidate, number: int) -> None:
        super().__init__(f"voting.list.{one.motion}", "voting.list-candidates")
        self.one, self._number = one, number

    def show_words(self, say: Words) -> None:
        """The name and the position beside the box."""
        name = self.one.name.in_language(say.language)
        position = self.one.position.in_language(say.language) if self.one.position is not None else ""
        told = f"{self._number}. {name}"
        self.label.setText(f"{told} – {position}" if position.strip("—– ") else told)
        self.box.setAccessibleName(self.label.text())
        self._fit()


class PutListForm(Panel):
    """The candidates stand in the order of the Kazakh alphabet, all ticked; the desk refuses what is not lawful."""

    def __init__(self, page: QWidget, bridge: Bridge, attempt: Try) -> None:
        super().__init__(page, "voting.list", width=720)
        self._bridge, self._attempt = bridge, attempt
        self.offer: ListOffer | None = None
        self.base = label("voting.list.base", 14, role="second", wrap=True)
        self.rule = label("voting.list.rule", 14, role="second", wrap=True)
        self.names = label("voting.list.candidates", 13, role="second", bold=True, wrap=True)
        self.ticks: list[CandidateField] = []
        self.after = ChoiceField("voting.list.after", "voting.list-after")
        self.form = ChoiceField("voting.list.form", "field.form")
        self.seats = NumberField("voting.list.seats", "field.seats", needed=True, digits=3)
        self.most_for = NumberField("voting.list.most-for", "voting.list-most-for", digits=3)
        for part in (self.names, self.after, self.form, self.seats, self.most_for):
            part.setParent(self)  # their places are given when it begins
        self.body.addWidget(self.base)
        self.body.addWidget(self.rule)
        for field in (self.seats, self.most_for):
            field.edit.setMaximumWidth(120)
        self.on_done(self._put)

    def begin(self, offer: ListOffer) -> None:
        """Ask how that list is put; what the body decided stands there already."""
        say, state = self._bridge.words, self._bridge.state
        self.offer = offer
        for field in self.fields:
            self.body.removeWidget(field)
        for tick in self.ticks:
            tick.hide()
            tick.deleteLater()
        self.fields, self.ticks = [], []
        for other in (self.after, self.form, self.seats, self.most_for):
            self.add(other)
        self.body.addWidget(self.names)
        for number, one in enumerate(offer.candidates, 1):
            tick = CandidateField(one, number)
            tick.box.setChecked(True)
            self.ticks.append(tick)
            self.add(tick)
        self.show_words(say, "voting.list-title", "voting.put-act")
        base = len(state.roll.present)
        self.base.setText(say("voting.base-now", base=base, needed=state.rules.majority.needed(base)))
        rule = state.lists.get(offer.item)
        self.rule.setText(say("voting.list-rule-decided", seats=rule.seats) if rule is not None else "")
        self.rule.setVisible(rule is not None)
        self.names.setText(say("voting.list-candidates"))
        self.form.set_choices([(form, say(f"form.{form}")) for form in offer.forms], offer.form)
        self.seats.set_value(str(offer.seats))
        self.most_for.set_value("" if offer.most_for is None else str(offer.most_for))
        run_off = offer.run_off_of
        rounds = [("", say("voting.list-new"))]
        if run_off is not None:
            rounds.insert(0, (str(run_off), say("voting.list-run-off", vote=run_off)))
        self.after.set_choices(rounds, rounds[0][0])
        self.after.setVisible(run_off is not None)

    def _put(self) -> str:
        offer, say = self.offer, self._bridge.words
        assert offer is not None
        motions = tuple(tick.one.motion for tick in self.ticks if tick.value)
        if not motions:
            return say("voting.list-none")
        form: Form = next(one for one in offer.forms if one == self.form.value)
        run_off = offer.run_off_of if self.after.value else None
        command = PutList(motions, form, self.seats.number or 0, self.most_for.number, run_off)
        return self._attempt(command, say("voting.was-put"))
