"""Beside a secret vote: who counts it, and what is kept nowhere."""

from PySide6.QtCore import Signal

from assembly_desk.domain.ballots import By
from assembly_desk.projections.round_sheet import keying_due, whole
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.buttons import KeyButton
from assembly_desk.ui.parts.labels import Card, Signed, label
from assembly_desk.ui.voting.figures import capital
from assembly_desk.ui.voting.hands import surname_of


class CommissionCard(Card):
    """Who counts, and that the figures are keyed twice."""

    again = Signal()
    """The other keying is to be typed."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("voting.commission")
        self._bridge = bridge
        self.who = label("voting.commission.who", 14, wrap=True)
        self.twice = label("voting.commission.twice", 13, role="second", wrap=True)
        self.state = Signed("voting.commission.state", 13)
        self.other = KeyButton("voting.commission.other", pixels=13)
        self.other.clicked.connect(self.again)
        for part in (self.who, self.twice, self.state, self.other):
            self.column.addWidget(part)

    def show_all(self, by: By, *, differs: bool) -> None:
        """The commission as it stands; `by`: the keying in hand; `differs`: the two do not agree."""
        say, state = self._bridge.words, self._bridge.state
        commission = state.commission
        self.set_head(say("voting.commission"))
        if commission is None:
            return
        told = []
        ranks = {commission.chair: "chair", commission.secretary: "secretary"}
        order = sorted(
            commission.members, key=lambda id: list(ranks).index(id) if id in ranks else len(ranks)
        )
        for id in order:
            member = state.roll.members.get(id) or state.roll.gone.get(id)
            name = surname_of(member.person.short.in_language(say.language)) if member is not None else id
            told.append(say(f"vote.commission-{ranks.get(id, 'member')}", name=name))
        self.who.setText("\n".join(told))
        self.twice.setText(say("vote.keyed-twice"))
        both = keying_due(state) is None and not differs
        self.state.setVisible(both)
        self.state.show_text(say("voting.keyed-both"), "check", "good")
        self.other.setVisible(whole(state, "first"))
        self.other.show_text(say(f"voting.key-{'first' if by == 'second' else 'second'}-again"))


class SecrecyCard(Card):
    """What is kept nowhere."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("voting.secrecy")
        self._bridge = bridge
        self.lines = {
            key: Signed(f"voting.secrecy.{key}", 13, bold=False)
            for key in ("vote.secrecy-kept", "vote.no-interim", "vote.invalid-stays")
        }
        for line in self.lines.values():
            self.column.addWidget(line)

    def show_all(self) -> None:
        """In the language of the window."""
        say = self._bridge.words
        self.set_head(say("vote.secrecy"))
        for key, line in self.lines.items():
            line.show_text(say(key), "check", "")
            line.setAccessibleName(capital(say(key)))
