"""The cards beside the list: the quorum with its rule, the last acts, the presiding's words."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

from assembly_desk.domain.state import Sitting
from assembly_desk.projections.roll_sheet import Act, last_acts
from assembly_desk.ui import theme
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.bar import MarkBar
from assembly_desk.ui.parts.buttons import KeyButton
from assembly_desk.ui.parts.labels import Card, Elided, Signed, label, set_role
from assembly_desk.ui.words_card import WordsCard as SpokenCard
from assembly_desk.wording.words import Language, rule_words, words

BLANK = "__:__"  # a time that the chair names


class QuorumCard(Card):
    """The figure of those present, the bar with the mark, and the rule in words with its point."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("roll.quorum")
        self._bridge = bridge
        self.figure = label("roll.quorum.figure", 64, bold=True, role="good")
        self.figure.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._total = label("roll.quorum.total", 15, role="second", wrap=True)
        self._needed = label("roll.quorum.needed", 15, bold=True, wrap=True)
        self.bar = MarkBar("roll.quorum.bar", 14)
        self._verdict = Signed("roll.quorum.verdict", 14)
        self._rule = label("roll.quorum.rule", 13, role="second", wrap=True)
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addStretch(1)
        beside.addWidget(self._total)
        beside.addWidget(self._needed)
        beside.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.figure)
        row.addLayout(beside, 1)
        self.column.addLayout(row)
        self.column.addWidget(self.bar)
        self.column.addWidget(self._verdict)
        self.column.addWidget(self._rule)

    def set_compact(self, compact: bool) -> None:
        """Less tall, for a low screen."""
        pixels = 44 if compact else 64
        self.figure.setFont(theme.font(pixels, bold=True))
        self.figure.setFixedHeight(round(pixels * 1.08))
        self.column.setSpacing(4 if compact else 8)

    def show_all(self) -> None:
        """The quorum as it is now."""
        state, say = self._bridge.state, self._bridge.words
        self.setVisible(state.roll.fixed)
        quorum, rule = state.quorum, state.rules.quorum
        self.set_head(say("roll.quorum"))
        self.figure.setText(str(quorum.present))
        set_role(self.figure, "good" if quorum.met else "bad")
        self._total.setText(say("roll.of-total", total=quorum.total))
        self._needed.setText(say("roll.needed", needed=quorum.needed))
        key = "top.quorum-yes" if quorum.met else "top.quorum-no"
        figures = say(key, present=quorum.present, total=quorum.total, needed=quorum.needed)
        self.bar.show_share(quorum.present, quorum.total, quorum.needed, quorum.met, figures)
        if not quorum.met:
            says = say("roll.quorum-lacking", missing=quorum.needed - quorum.present)
            self._verdict.show_text(says, "cross", "bad")
        else:
            two_thirds = rule.at_least and (rule.fraction.numerator, rule.fraction.denominator) == (2, 3)
            self._verdict.show_text(say("top.lawful" if two_thirds else "hall.quorum-yes"), "check", "good")
        counted = say("roll.rule", total=quorum.total, fraction=str(rule.fraction), needed=quorum.needed)
        self._rule.setText(f"{counted} · {rule_words(rule.point, self._bridge.language)}")


class LastActs(Card):
    """What was recorded last, newest first, and the way to take it back."""

    LINES = 4

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("roll.last-acts")
        self._bridge = bridge
        self.undo = KeyButton("roll.undo", "Ctrl Z", pixels=13)
        self.undo.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.column.removeWidget(self.head)
        top = QHBoxLayout()
        top.addWidget(self.head, 1)
        top.addWidget(self.undo)
        self.column.addLayout(top)
        self._lines: list[tuple[QLabel, Elided]] = []
        self._shown = self.LINES
        for number in range(self.LINES):
            row = QHBoxLayout()
            row.setSpacing(10)
            time = label(f"roll.last-acts.{number}.time", 13, role="second")
            text = Elided(f"roll.last-acts.{number}", 13)
            row.addWidget(time)
            row.addWidget(text, 1)
            self.column.addLayout(row)
            self._lines.append((time, text))
        self._none = label("roll.last-acts.none", 13, role="second")
        self.column.addWidget(self._none)

    def set_compact(self, compact: bool) -> None:
        """Fewer lines, for a low screen."""
        self._shown = 1 if compact else self.LINES
        self.column.setSpacing(4 if compact else 8)
        self.show_all()

    def show_all(self) -> None:
        """The acts that stand."""
        say, state = self._bridge.words, self._bridge.state
        acts = last_acts(state, self._bridge.opened.log, self._shown)
        self.set_head(say("roll.last-acts"))
        for number, (time, text) in enumerate(self._lines):
            here = number < len(acts)
            time.setVisible(here)
            text.setVisible(here)
            if here:
                time.setText(self._bridge.time(acts[number].at))
                text.show_text(told(acts[number], self._bridge.language))
        self._none.setText(say("shell.not-yet"))
        self._none.setVisible(not acts)
        self.undo.show_text(say("do.undo"))
        self.undo.setEnabled(self._bridge.may_undo)


def told(act: Act, language: Language) -> str:
    """An act in words: «Қ. С. Тегі – келді»."""
    say = words(language)
    match act.code:
        case "opened":
            return say("roll.opened")
        case "roll-call":
            return say("roll.calling")
        case "roll-call-ended":
            return say("roll.calling-ended")
    name = act.names[0].in_language(language) if act.names else "—"
    if len(act.names) > 1:
        name = say("roll.and-more", name=name, count=len(act.names) - 1)
    return say(f"roll.{act.code}", name=name)


class WordsCard(SpokenCard):
    """What the presiding says on the registration page."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, "roll.words", lambda language: spoken_now(bridge.state, language))


def spoken_now(state: Sitting, language: Language) -> str:
    """The presiding's words on the registration page; none where another page has them."""
    say, quorum = words(language), state.quorum
    figures = {"total": quorum.total, "present": quorum.present, "needed": quorum.needed}
    body = state.convening.body if state.convening.body in ("council", "session") else "other"
    if state.phase == "prepared":
        if not state.roll.fixed:
            return ""
        return (
            say(f"say.open.{body}", **figures)
            if quorum.met
            else say(f"say.no-quorum.{body}", **figures, time=BLANK)
        )
    if state.phase == "open" and state.roll.roll_call is not None:
        return say("say.quorum.re-register")
    if state.phase == "open" and not quorum.met:
        return say("say.quorum.lost", **figures)
    if state.phase in ("break", "adjourned"):
        return say("say.resume", **figures) if quorum.met else say("say.quorum.lost", **figures)
    if state.phase == "open" and state.agenda.items and not state.agenda.approved and not state.votes:
        titles = (item.title.in_language(language) for item in state.agenda.items.values())
        return say(
            "say.agenda.read", items="; ".join(f"{number}) {title}" for number, title in enumerate(titles, 1))
        )
    return ""
