"""Without objection: the question, and a field for the objections; nothing is counted."""

from PySide6.QtCore import Signal

from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.fields import NumberField
from assembly_desk.ui.parts.labels import Card, Signed, label


class ObjectionCard(Card):
    """No objection: the motion is adopted. One or more: the vote is stopped, to be put again and counted."""

    typed = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("voting.objection")
        self._bridge = bridge
        self.question = label("voting.objection.question", 16, wrap=True)
        self.field = NumberField("voting.objections", "voting.objections", digits=4)
        self.field.edit.setMaximumWidth(160)
        self.field.edit.textChanged.connect(lambda _text: self._typed())
        self.says = Signed("voting.objection.says", 14)
        self.column.setSpacing(16)
        for part in (self.question, self.field, self.says):
            self.column.addWidget(part)
        self.column.addStretch(1)

    @property
    def objections(self) -> int:
        """How many objected; nothing typed: nobody."""
        return self.field.number or 0

    def show_words(self, question: str) -> None:
        """In the language of the window; `question`: what the hall is asked."""
        say = self._bridge.words
        self.set_head(say("voting.question"))
        self.question.setText(question)
        self.field.show_words(say)
        self._show_outcome()

    def _typed(self) -> None:
        self._show_outcome()
        self.typed.emit()

    def _show_outcome(self) -> None:
        say, some = self._bridge.words, self.objections > 0
        key, icon, role = (
            ("voting.objected", "cross", "bad") if some else ("voting.not-objected", "check", "good")
        )
        self.says.show_text(say(key), icon, role)
