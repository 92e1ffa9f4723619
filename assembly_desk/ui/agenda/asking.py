"""The form of somebody who asks for the floor."""

from PySide6.QtWidgets import QWidget

from assembly_desk.domain.alphabet import fold
from assembly_desk.domain.commands import AskFloor, Guest, Whom
from assembly_desk.domain.profile import SpeechKind
from assembly_desk.projections.floor_sheet import speakers, whom_of
from assembly_desk.projections.roll_sheet import Listed, found, listed
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.fields import ChoiceField
from assembly_desk.ui.parts.panel import Panel
from assembly_desk.ui.people import PersonField

KINDS: tuple[SpeechKind, ...] = (
    *("debate", "question", "answer", "reference", "reply", "order", "motive"),
    *("second", "report", "co-report", "closing"),
)


class AskPanel(Panel):
    """A surname of those in the hall, or a guest; and what they want to say."""

    def __init__(self, page: QWidget, bridge: Bridge) -> None:
        super().__init__(page, "agenda.ask", width=640)
        self._bridge = bridge
        self._pool: tuple[Listed, ...] = ()
        self.who = PersonField(
            "agenda.ask.who", "agenda.who", bridge, lambda: self._pool, guests=True, needed=True
        )
        self.kind = ChoiceField("agenda.ask.kind", "agenda.speech-kind")
        self.add(self.who)
        self.add(self.kind)

    def begin(self) -> None:
        """A new form: those who may speak now, in the language of the window."""
        state, say = self._bridge.state, self._bridge.words
        self._pool = speakers(state)
        self.show_words(say, "do.queue", "do.add")
        self.title.setText(_capital(say("do.queue")))
        self.who.show_person(None)
        current = state.agenda.items.get(state.agenda.current or "")
        first = "reference" if current is not None and current.debate_closed else "debate"
        self.kind.set_choices([(kind, say(f"floor.{kind}")) for kind in KINDS], first)

    @property
    def command(self) -> AskFloor | str:
        """What was filled in; or why it does not name anybody."""
        whom = self._whom()
        kind = next((kind for kind in KINDS if kind == self.kind.value), KINDS[0])
        if whom is None:
            return self._bridge.words("agenda.which", name=self.who.finder.edit.text().strip())
        return AskFloor(whom, kind)

    def _whom(self) -> Whom | None:
        """The person meant. A name of the roll is always the member, never a guest of that name."""
        state, whom = self._bridge.state, self.who.whom
        if not isinstance(whom, Guest):
            return None if whom is None else whom_of(state, whom)
        here = _named(self._pool, whom.name.kk)
        if len(here) == 1:
            return whom_of(state, here[0].member)
        roll = _named(listed(state.roll.members), whom.name.kk) if not here else []
        if len(roll) == 1:
            return roll[0].member  # not in the hall: the desk says so
        return None if here or roll else whom


def _named(people: tuple[Listed, ...], name: str) -> list[Listed]:
    """Those whose name begins with each of these words."""
    return [one for one in found(people, name) if _begins(one, name)]


def _begins(one: Listed, name: str) -> bool:
    return all(f" {word}" in one.folded for word in fold(name).split())


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
