"""The forms of the voting page: putting a motion to the vote, and stopping one."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from assembly_desk.domain.commands import Command, Propose, Put, StopVote
from assembly_desk.domain.profile import Form
from assembly_desk.domain.refusals import Refusal
from assembly_desk.projections.roll_sheet import Listed, listed
from assembly_desk.projections.vote_sheet import FORMS, Waiting
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.fields import ChoiceField, TextsField
from assembly_desk.ui.parts.labels import label
from assembly_desk.ui.parts.panel import Panel
from assembly_desk.ui.voting.head import WholeText, quoted
from assembly_desk.ui.voting.sectors import SectorsField

Try = Callable[[Command, str], str]
"""Do an act: what stands against it in one sentence, empty once it is recorded."""


class PutForm(Panel):
    """How a motion is put: the form, and for a show of hands the sectors with their tellers.

    A motion of procedure that is not recorded yet (`proposes`) is proposed first, in the same press.
    """

    def __init__(self, page: QWidget, bridge: Bridge, attempt: Try) -> None:
        super().__init__(page, "voting.put", width=680)
        self._bridge, self._attempt = bridge, attempt
        self._motion, self._forms = "", FORMS
        self._proposes: Propose | None = None
        self.text = WholeText("voting.put.text", 17)
        self.text.set_room(120)
        self.base = label("voting.put.base", 14, role="second", wrap=True)
        self.form = ChoiceField("voting.put.form", "field.form", self._form_chosen)
        self.sectors = SectorsField("voting.put.sectors", bridge, self._pool, self._grown)
        self.body.addWidget(self.text)
        self.body.addWidget(self.base)
        self.add(self.form)
        self.add(self.sectors)
        self.body.addStretch(1)
        self.on_done(self._put)

    def show_motion(self, waiting: Waiting, proposes: Propose | None = None) -> None:
        """Ask for the form of that motion; the one that the body decided is chosen already."""
        say, state = self._bridge.words, self._bridge.state
        self._motion, self._forms, self._proposes = waiting.motion, waiting.forms or FORMS, proposes
        self.show_words(say, "voting.put-title", "voting.put-act")
        whom = waiting.candidate
        named = "" if whom is None else f"{whom.name.in_language(say.language)}: "
        self.text.show_text(f"{named}{quoted(say, waiting.text)}")
        base = len(state.roll.present)
        needed = state.rules.majority.needed(base)
        self.base.setText(say("voting.base-now", base=base, needed=needed))
        choices = [(form, say(f"form.{form}")) for form in self._forms]
        self.form.set_choices(choices, waiting.chosen or self._forms[0])
        before = next((vote.sectors for vote in reversed(state.votes) if vote.sectors), {})
        divided = waiting.motion in {vote.motion for vote in state.votes if vote.sectors}
        session = state.rules.decides_own_form and sum(one.size for one in before.values()) == base
        self.sectors.begin(base, before if divided or session else {})
        self._form_chosen(self.form.value)

    def _form_chosen(self, form: str) -> None:
        self.sectors.setVisible(form == "show-of-hands")
        self._grown()

    def _grown(self) -> None:
        if self.isVisible():
            self.say("")

    def _pool(self) -> tuple[Listed, ...]:
        return listed(self._bridge.state.roll.members)

    def _put(self) -> str:
        form: Form = next(one for one in self._forms if one == self.form.value)
        command = Put(self._motion, form)
        if form == "show-of-hands" and self.sectors.seated:
            command = Put(self._motion, form, dict(self.sectors.seated), self.sectors.counting)
        if self._proposes is not None and self._motion not in self._bridge.state.motions:
            against = self._attempt(self._proposes, "")
            if against:
                return against
        return self._attempt(command, self._bridge.words("voting.was-put"))


class StopForm(Panel):
    """Why a vote is stopped; what will happen is said."""

    def __init__(self, page: QWidget, bridge: Bridge, attempt: Try) -> None:
        super().__init__(page, "voting.stop-form", width=560)
        self._bridge, self._attempt = bridge, attempt
        self.what = label("voting.stop-form.what", 14, role="warning", wrap=True)
        self.reason = TextsField("voting.stop-form.reason", "vote.stop-reason", needed=True)
        self.body.addWidget(self.what)
        self.add(self.reason)
        self.body.addStretch(1)
        self.done.setProperty("role", "danger")
        self.on_done(self._stop)

    def begin(self) -> None:
        """Ask for the reason."""
        say = self._bridge.words
        self.show_words(say, "voting.stop", "voting.stop")
        self.what.setText(say("voting.stop-what"))
        self.reason.set_text(None)

    def _stop(self) -> str:
        text = self.reason.text
        assert text is not None  # the field was checked
        return self._attempt(StopVote(text), self._bridge.words.of("verdict", "stopped"))


def sentence(bridge: Bridge, refusal: Refusal | None) -> str:
    """What stands against an act, in words; empty where nothing does."""
    return bridge.say_refusal(refusal) if refusal is not None else ""
