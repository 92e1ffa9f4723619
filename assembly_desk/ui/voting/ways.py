"""The small menu «Рәсімдік ұсыныс…» and the forms behind it."""

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from assembly_desk.projections.election import list_offer, protocol_due, run_off_offer
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.choices import Choices
from assembly_desk.ui.parts.panel import Panel
from assembly_desk.ui.voting.election_forms import CommissionForm, ElectsForm, ListRuleForm
from assembly_desk.ui.voting.forms import Try
from assembly_desk.ui.voting.list_form import PutListForm
from assembly_desk.ui.voting.procedural import adopt_agenda, approve_protocol, close_debate, ways
from assembly_desk.ui.voting.procedural_forms import AgendaForm, ReglamentForm, VotingFormForm


class Ways(QObject):
    """What needs no words of its own is put at once (`drafted`), all else asks for more first (`form_asked`)."""

    drafted = Signal(object)
    """A motion of procedure (`Propose`), to be proposed and put in one press."""
    form_asked = Signal(object)

    def __init__(self, page: QWidget, bridge: Bridge, attempt: Try) -> None:
        super().__init__(page)
        self._page, self._bridge = page, bridge
        self.menu = Choices(page, "voting.ways")
        self.agenda = AgendaForm(page, bridge, attempt)
        self.form = VotingFormForm(page, bridge, attempt)
        self.reglament = ReglamentForm(page, bridge, attempt)
        self.commission = CommissionForm(page, bridge, attempt)
        self.elects = ElectsForm(page, bridge, attempt)
        self.list_rule = ListRuleForm(page, bridge, attempt)
        self.list = PutListForm(page, bridge, attempt)
        self.menu.chosen.connect(self.go)

    @property
    def forms(self) -> tuple[Panel, ...]:
        """The forms behind the menu."""
        return (
            self.agenda,
            self.form,
            self.reglament,
            self.commission,
            self.elects,
            self.list_rule,
            self.list,
        )

    def ask(self, above: QWidget, back: QWidget) -> None:
        """Open the menu above that button; nothing is proposed while a vote is held."""
        state, say = self._bridge.state, self._bridge.words
        if state.phase != "open" or state.vote is not None:
            return
        choices = [(way, say(f"voting.do-{way}")) for way in ways(state)]
        where = above.mapTo(self._page, QPoint(0, -60 - 44 * len(choices)))
        self.menu.open_at(where, say("voting.procedural"), choices, back)

    def go(self, way: str) -> None:
        """One of the ways, by its code."""
        state = self._bridge.state
        match way:
            case "agenda":
                self.drafted.emit(adopt_agenda(self._bridge.state))
            case "debate":
                self.drafted.emit(close_debate(self._bridge.state))
            case "agenda-change":
                self.agenda.begin()
                self.form_asked.emit(self.agenda)
            case "form":
                self.form.begin()
                self.form_asked.emit(self.form)
            case "reglament":
                self.reglament.begin()
                self.form_asked.emit(self.reglament)
            case "commission" | "elect-commission":
                self.commission.begin()
                self.form_asked.emit(self.commission)
            case "commission-elects":
                self.elects.begin()
                self.form_asked.emit(self.elects)
            case "approve-1" | "approve-2":
                if (due := protocol_due(state)) is not None:
                    self.drafted.emit(approve_protocol(state, due))
            case "list-rule":
                self.list_rule.begin()
                self.form_asked.emit(self.list_rule)
            case "put-list" | "run-off":
                offer = run_off_offer(state) if way == "run-off" else list_offer(state)
                if offer is not None:
                    self.list.begin(offer)
                    self.form_asked.emit(self.list)
