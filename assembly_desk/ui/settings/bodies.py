"""Other bodies (p. 18-26): entered once, each with a rule of its own and its source; the rule is shown at work first."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from assembly_desk.domain.commands import AddBody
from assembly_desk.domain.member import Body
from assembly_desk.domain.text import Text
from assembly_desk.domain.threshold import Base, Threshold
from assembly_desk.projections.bodies_sheet import bodies, example, new_id, threshold
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.members.fields import Beside, TwoLanguages
from assembly_desk.ui.page import Page
from assembly_desk.ui.parts.buttons import KeyButton
from assembly_desk.ui.parts.fields import ChoiceField, LineField, NotUsable
from assembly_desk.ui.parts.labels import Card, label, set_role
from assembly_desk.ui.parts.panel import Panel
from assembly_desk.wording.words import Words

_AT_LEAST, _MORE = "at-least", "more"


def rule_sentences(quorum: Threshold, majority: Threshold, say: Words) -> str:
    """The rule in words, and what it makes of a body of thirty."""
    found = example(quorum, majority)
    lines = [
        say(f"settings.body-quorum-{_how(quorum)}", fraction=str(quorum.fraction)),
        say(f"settings.body-{majority.of}-{_how(majority)}", fraction=str(majority.fraction)),
        say("settings.body-example", members=found.members, quorum=found.quorum, needed=found.needed),
    ]
    return " ".join(lines)


def _how(rule: Threshold) -> str:
    return _AT_LEAST if rule.at_least else _MORE


class BodiesCard(Card):
    """The bodies entered, and the way to enter one more."""

    asked = Signal(object)
    """Ask for a body: the one whose rule is missing yet, or None for a new one."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("settings.bodies", margin=24)
        self._bridge = bridge
        self._says = label("settings.bodies.says", 13, role="second", wrap=True)
        self.said = label("settings.bodies.said", 14, role="good", wrap=True)
        self.said.hide()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        self._shown: list[tuple[QWidget, QLabel, QLabel, KeyButton]] = []
        self.add_button = KeyButton("settings.bodies.add", pixels=14)
        self.add_button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.add_button.clicked.connect(lambda: self.asked.emit(None))
        self.column.addWidget(self._says)
        self.column.addLayout(self._rows)
        self.column.addWidget(self.add_button)
        self.column.addWidget(self.said)

    def show_all(self) -> None:
        """In the language of the window."""
        say, known = self._bridge.words, bodies(self._bridge.register)
        self.set_head(say("settings.bodies"))
        self._says.setText(say("settings.bodies-says"))
        self.add_button.show_text(say("settings.body-add"))
        self.add_button.setEnabled(self._bridge.accepting)
        while len(self._shown) < len(known):
            self._add_row(len(self._shown))
        for number, (row, name, rule, button) in enumerate(self._shown):
            row.setVisible(number < len(known))
            if number >= len(known):
                continue
            body = known[number]
            name.setText(body.name.in_language(say.language))
            sits = body.quorum is not None and body.majority is not None
            rule.setText(_told(body, say))
            set_role(rule, "second" if sits else "bad")
            button.show_text(say("settings.body-rule"))
            button.setAccessibleName(f"{button.text()} {name.text()}")
            button.setVisible(not sits)

    def _add_row(self, number: int) -> None:
        row = QWidget()
        name = label(f"settings.bodies.{number}.name", 15, bold=True, wrap=True)
        rule = label(f"settings.bodies.{number}.rule", 13, role="second", wrap=True)
        button = KeyButton(f"settings.bodies.{number}.enter-rule", pixels=13)
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self.asked.emit(bodies(self._bridge.register)[number]))
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(name)
        texts.addWidget(rule)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addLayout(texts, 1)
        line.addWidget(button)
        self._rows.addWidget(row)
        self._shown.append((row, name, rule, button))

    def say_saved(self, text: str) -> None:
        """What was recorded."""
        self.said.setText(text)
        self.said.setVisible(bool(text))


def _told(body: Body, say: Words) -> str:
    if body.quorum is None or body.majority is None:
        return say("settings.body-no-rule")
    source = body.source.in_language(say.language) if body.source else ""
    return "\n".join(part for part in (rule_sentences(body.quorum, body.majority, say), source) if part)


class BodyForm(Panel):
    """A body with its rule, or without one yet. Sentence and worked example stand there before it is saved."""

    def __init__(self, page: Page, card: BodiesCard, body: Body | None) -> None:
        super().__init__(page, "settings.body", width=720)
        self._owner, self._bridge, self._card, self._body = page, page.bridge, card, body
        say = page.bridge.words
        self.name = TwoLanguages("settings.body.name", "settings.body-name")
        self.quorum = LineField("settings.body.quorum", "settings.body-quorum")
        self.quorum_how = ChoiceField("settings.body.quorum-how", "settings.body-quorum-how", self._chosen)
        self.majority = LineField("settings.body.majority", "settings.body-majority")
        self.majority_how = ChoiceField(
            "settings.body.majority-how", "settings.body-majority-how", self._chosen
        )
        self.majority_of = ChoiceField("settings.body.majority-of", "settings.body-of", self._chosen)
        self.source = TwoLanguages("settings.body.source", "settings.body-source")
        self.rule = label("settings.body.rule", 15, role="warning", wrap=True)
        whole = Beside("settings.body.quorum-row", self.quorum, self.quorum_how)
        how = Beside("settings.body.majority-row", self.majority, self.majority_how)
        for field in (self.name, whole, how, self.majority_of, self.source):
            self.add(field)
        self.body.insertWidget(self.body.indexOf(self.source), self.rule)
        self.show_words(say, "settings.body-title", "do.save")
        hows = [(how, say(f"settings.body-{how}")) for how in (_AT_LEAST, _MORE)]
        self.quorum_how.set_choices(hows, _AT_LEAST)
        self.majority_how.set_choices(hows, _MORE)
        ofs = [(of, say(f"settings.body-of-{of}")) for of in ("present", "members")]
        self.majority_of.set_choices(ofs, "present")
        for line in (self.quorum, self.majority):
            line.edit.setPlaceholderText("2/3" if line is self.quorum else "1/2")
            line.edit.setMaxLength(9)
            line.edit.textChanged.connect(lambda _text: self._show_rule())
        if body is not None:
            self.name.set_text(body.name)
            self.source.set_text(body.source)
        self._show_rule()
        self.on_done(self._save)
        self.left.connect(self.deleteLater)

    def _chosen(self, _code: str) -> None:
        self._show_rule()

    def _thresholds(self) -> tuple[Threshold, Threshold] | None:
        """Quorum and majority as typed; None: neither was. Raises `NotUsable`."""
        if self.quorum.empty and self.majority.empty:
            return None
        source = self.source.text
        of: Base = "members" if self.majority_of.value == "members" else "present"
        asked: list[tuple[LineField, ChoiceField, Base]] = [
            (self.quorum, self.quorum_how, "members"),
            (self.majority, self.majority_how, of),
        ]
        found: list[Threshold] = []
        for line, how, base in asked:
            if line.empty:
                raise NotUsable("settings.body-both")
            made = threshold(line.value, how.value == _AT_LEAST, base, source.kk if source else "")
            if made is None:
                raise NotUsable("settings.body-not-share", value=line.value)
            found.append(made)
        return found[0], found[1]

    def _show_rule(self) -> None:
        """The sentence and the example, as soon as both shares can be read."""
        try:
            found = self._thresholds()
        except NotUsable:
            found = None
        say = self._bridge.words
        text = rule_sentences(*found, say) if found is not None else say("settings.body-no-rule")
        self.rule.setText(text)

    def _save(self) -> str:
        say, name, source = self._bridge.words, self.name.text, self.source.text
        if name is None:
            self.go_to(self.name.kk)
            return say("form.needed", field=self.name.label.text())
        try:
            found = self._thresholds()
        except NotUsable as wrong:
            return say(wrong.words, **wrong.values)
        if (found is None) != (source is None):
            self.go_to(self.source.kk if source is None else self.quorum.edit)
            return say("settings.body-both")
        quorum, majority = found or (None, None)
        id, parent = (
            (self._body.id, self._body.parent) if self._body else (new_id(self._bridge.register), None)
        )
        receipt = self._owner.do(AddBody(Body(id, name, quorum, majority, source, parent)))
        if receipt is None:
            return self._owner.block.said.text() or self._bridge.say_trouble()
        self._card.say_saved(say("settings.body-saved", name=_in(name, say)))
        self._card.show_all()
        return ""


def _in(text: Text, say: Words) -> str:
    return text.in_language(say.language)
