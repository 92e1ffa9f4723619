"""The chosen member at the right of the register, and below the list what may be done with the whole of it."""

from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from assembly_desk.projections.members_sheet import MemberLine
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.members import said
from assembly_desk.ui.parts.buttons import KeyButton
from assembly_desk.ui.parts.flow import Flow
from assembly_desk.ui.parts.keycap import ENTER
from assembly_desk.ui.parts.labels import Card, label


class MemberCard(Card):
    """What the register says of the chosen member, and the two acts on them."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("members.chosen")
        self._bridge = bridge
        self.name = label("members.chosen.name", 18, bold=True, wrap=True)
        self._lines: list[QLabel] = []
        self.column.addWidget(self.name)
        for field in ("ru", "office", "bodies", "position", "organisation", "region", "id", "mandates"):
            role = "" if field in ("office", "bodies") else "second"
            line = label(f"members.chosen.{field}", 14, role=role, wrap=True)
            self._lines.append(line)
            self.column.addWidget(line)
        self.column.addSpacing(4)
        self.change = KeyButton("members.change", ENTER, pixels=14)
        self.end = KeyButton("members.end", pixels=14, role="danger")
        self.column.addWidget(self.change)
        self.column.addWidget(self.end)

    def show_member(self, line: MemberLine | None, accepting: bool) -> None:
        """Show this member; None: nobody is chosen."""
        bridge = self._bridge
        say, language = bridge.words, bridge.language
        self.set_head(say("members.chosen"))
        self.change.show_text(say("members.change"))
        self.end.show_text(say("members.end"))
        self.change.setEnabled(line is not None and accepting)
        self.end.setEnabled(line is not None and accepting and bool(line.member.bodies))
        why = "" if accepting else say("members.view-only")
        self.change.setToolTip(why)
        self.end.setToolTip(why)
        if line is None:
            self.name.setText(say("members.nobody-chosen"))
            texts = [""] * len(self._lines)
        else:
            member, names = line.member, line.listed.name
            other = names.kk if language == "ru" else names.ru or ""
            self.name.setText(names.in_language(language))
            badge = say("roll.badge", badge=member.badge) if member.badge else ""
            texts = [
                other if other != self.name.text() else "",
                said.offices(bridge, member),
                said.seats(bridge, member),
                *(
                    text.in_language(language) if text else ""
                    for text in (member.position, member.organisation, member.region)
                ),
                " · ".join(part for part in (member.id, badge) if part),
                "\n".join(said.term(bridge, term) for term in member.mandates),
            ]
        for shown, text in zip(self._lines, texts, strict=True):
            shown.setText(text)
            shown.setVisible(bool(text))


class RegisterStrip(QWidget):
    """Below the list: add a member, bring in a roster, write the register out."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self.why = label("members.why", 13, role="warning", wrap=True)
        self.add = KeyButton("members.add", "Insert", pixels=13)
        self.load = KeyButton("members.import", pixels=13)
        self.write = KeyButton("members.export", pixels=13)
        flow = Flow(8)
        for button in (self.add, self.load, self.write):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            flow.add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(8)
        column.addWidget(self.why)
        column.addWidget(flow)

    def show_state(self, accepting: bool, *, members: bool) -> None:
        """Whether anything may be changed, and why not."""
        say, exchange = self._bridge.words, self._bridge.exchange is not None
        self.add.show_text(say("members.add"))
        self.load.show_text(say("do.import"))
        self.write.show_text(say("do.export"))
        self.add.setEnabled(accepting)
        self.load.setEnabled(accepting and exchange)
        self.write.setEnabled(exchange and members)
        self.why.setText("" if accepting else say("members.view-only"))
        self.why.setVisible(not accepting)
