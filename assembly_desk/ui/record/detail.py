"""The chosen vote or entry in full."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from assembly_desk.projections.record_log import LogLine
from assembly_desk.projections.record_sheet import ANSWERS, VoteDetail
from assembly_desk.ui import theme
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.labels import Card, label, set_role
from assembly_desk.ui.record.lists import BAD_MARKS
from assembly_desk.ui.record.said import (
    capital,
    figures,
    mark_words,
    motion_words,
    numbers,
    rule_of,
    subject,
    told,
)


@dataclass(frozen=True, slots=True)
class Fact:
    """A paragraph: its text, its look, the size of its letters, and whether a head of its own stands above."""

    text: str
    role: str = ""
    pixels: float = 14
    bold: bool = False
    head: str = ""


class DetailCard(Card):
    """Paragraphs below each other. It takes the focus, so that the arrows scroll it."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("record.detail", head=False, margin=0)
        self._bridge = bridge
        self.setProperty("role", "search")  # a frame that shows the focus
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(8)
        self._column.addWidget(self.head)
        self._column.addStretch(1)
        self._labels: list[tuple[QLabel, QLabel, QLabel]] = []
        self.area = _Scroll(self)
        self.area.setWidget(self._inside)
        self._inside.setAutoFillBackground(False)
        self.column.setContentsMargins(2, 2, 2, 2)
        self.column.addWidget(self.area, 1)

    def show_nothing(self, text: str) -> None:
        """Nothing is chosen."""
        self.set_head("")
        self.head.hide()
        self._show((Fact(text, "second"),) if text else ())

    def show_vote(self, detail: VoteDetail) -> None:
        """A vote: text, figures, rule, verdict, what became of it, what it brought about, names."""
        bridge, say, row = self._bridge, self._bridge.words, detail.row
        self._head(f"{say('record.vote', vote=row.vote)} · {capital(motion_words(say, row.name))}")
        facts = [Fact(subject(row, say), "", 17, bold=True)]
        role = {"adopted": "good", "not-adopted": "bad"}.get(row.verdict, "warn")
        facts.append(Fact(capital(say(f"verdict.{row.verdict}")), role, 17, bold=True))
        for mark in row.marks:
            if mark.code not in ("doubtful", "corrected"):
                look = "bad" if mark.code in BAD_MARKS else "warn"
                facts.append(Fact(capital(mark_words(mark, say)), look, 14, bold=True))
        if (found := detail.correction) is not None:
            key = "paper.doubtful" if found.doubtful else "record.corrected"
            facts.append(Fact(say(key, base=found.base, needed=found.needed), "warning"))
        if detail.stop_reason is not None:
            reason = detail.stop_reason.in_language(say.language)
            facts.append(Fact(say("voting.stopped-why", reason=reason)))
        facts.append(Fact(capital(say(f"form.{row.form}"))))
        if counted := figures(row, say):
            facts.append(Fact(counted, "", 15, bold=True))
        facts.append(Fact(say("record.base-rule", base=row.base, needed=row.needed)))
        facts.append(Fact(rule_of(detail, say), "second", 13))
        entry = say("record.entry", entry=detail.entry)
        put = say("record.put-at", entry=entry, time=bridge.moment(row.at))
        facts.append(Fact(put, "second", 13))
        brought = [told(line, say.language, bridge.offset, whole=True) for line in detail.brought]
        annulled = any(mark.code == "annulled" for mark in row.marks)
        head = say("record.brought-back" if annulled else "record.brought")
        facts += [Fact(text, head="" if at else head) for at, text in enumerate(brought)]
        if detail.rests_on:
            facts.append(Fact(numbers(detail.rests_on, say), head=say("record.rests-on")))
        if detail.resting:
            facts.append(Fact(numbers(detail.resting, say), head=say("record.resting")))
        for answer, names in sorted(detail.names, key=lambda pair: ANSWERS.index(pair[0])):
            head = say("record.names", answer=say(f"choice.{answer}"), count=len(names))
            facts.append(
                Fact(", ".join(name.in_language(say.language) for name in names), head=head, pixels=13)
            )
        self._show(facts)

    def show_entry(self, line: LogLine, fate: Sequence[str], corrections: Sequence[LogLine]) -> None:
        """An entry: its time, every name, what became of it."""
        bridge, say = self._bridge, self._bridge.words
        self._head(f"{say('record.entry', entry=line.entry)} · {say(f'record.sort-{line.sort}')}")
        facts = [Fact(told(line, say.language, bridge.offset, whole=True), "", 15)]
        facts.append(Fact(bridge.moment(line.at), "second", 13))
        if line.vote is not None:
            facts.append(Fact(capital(say("record.of-vote", vote=line.vote)), "second", 13))
        facts += [Fact(capital(text), "warn", 14, bold=True) for text in fate]
        facts += [
            Fact(told(one, say.language, bridge.offset, whole=True), "warning", 14) for one in corrections
        ]
        self._show(facts)

    def _head(self, text: str) -> None:
        self.set_head(text)
        self.head.show()

    def _show(self, facts: Sequence[Fact]) -> None:
        while len(self._labels) < len(facts):
            number = len(self._labels)
            head = label(f"record.detail.{number}.head", 12, role="head", bold=True, spaced=0.4, wrap=True)
            text = label(f"record.detail.{number}", wrap=True)
            boxed = label(f"record.detail.{number}.boxed", role="warning", wrap=True)
            self._labels.append((head, text, boxed))
            for part in self._labels[-1]:
                self._column.insertWidget(self._column.count() - 1, part)
        for number, (head, text, boxed) in enumerate(self._labels):
            fact = facts[number] if number < len(facts) else Fact("")
            head.setText(fact.head.upper())
            head.setVisible(bool(fact.head))
            for part, seen in ((text, fact.role != "warning"), (boxed, fact.role == "warning")):
                part.setVisible(seen and bool(fact.text))
                part.setText(fact.text if seen else "")
            text.setFont(theme.font(fact.pixels, bold=fact.bold))
            set_role(text, fact.role if fact.role != "warning" else "")
        says = ". ".join(fact.text for fact in facts)
        self.area.setAccessibleName(f"{self.accessibleName()}. {says}")
        self.area.verticalScrollBar().setValue(0)


class _Scroll(QScrollArea):
    """Scrolls by the arrows while it has the focus; its card shows that it has."""

    def __init__(self, card: QFrame) -> None:
        super().__init__()
        self._card = card
        self.setObjectName("record.detail.scroll")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        super().focusInEvent(event)
        self._mark(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Without it."""
        super().focusOutEvent(event)
        self._mark(False)

    def _mark(self, focused: bool) -> None:
        self._card.setProperty("focused", focused)
        self._card.style().unpolish(self._card)
        self._card.style().polish(self._card)
