"""The card of readiness: what is in order and what is missing, each missing one with the way to it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from assembly_desk.projections.preparation_sheet import Goal, Ready
from assembly_desk.ui import theme
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.labels import Card, Signed, set_role


class ReadyLine(QWidget):
    """One line: a sign, a sentence, and a link where it leads somewhere."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.signed = Signed(f"preparation.ready.{words}.text", 13.5, bold=False)
        self.link = QPushButton()
        self.link.setObjectName(f"preparation.ready.{words}")
        self.link.setProperty("role", "link")
        self.link.setFont(theme.font(13, bold=True))
        self.link.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.goal: Goal | None = None
        row = QHBoxLayout(self)
        self.signed.text.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.signed.setContentsMargins(0, 3, 0, 2)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.signed, 1)
        row.addWidget(self.link, 0, Qt.AlignmentFlag.AlignTop)

    def show_line(self, text: str, good: bool, goal: Goal | None, link: str) -> None:
        """Show the sentence and the link."""
        self.goal = goal
        self.signed.show_text(text, "check" if good else "warning", "good" if good else "warn")
        set_role(self.signed.text, "")
        self.link.setText(link)
        self.link.setAccessibleName(f"{text}: {link}")
        self.link.setVisible(goal is not None)


class ReadinessCard(Card):
    """The lines, each known by its row of words."""

    asked = Signal(object)
    """Go there: a `Goal`."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("preparation.readiness")
        self._bridge = bridge
        self.column.setContentsMargins(20, 12, 20, 12)
        self.column.setSpacing(0)
        self.column.insertSpacing(1, 6)
        self.lines: dict[str, ReadyLine] = {}
        self._shown: Sequence[Ready] = ()

    @property
    def stops(self) -> list[QWidget]:
        """The links, as they are read."""
        return [self.lines[ready.words].link for ready in self._shown]

    def show_readiness(self, readiness: Sequence[Ready]) -> bool:
        """Show these lines; whether the order of the links is another one."""
        before = [ready.words for ready in self._shown]
        self._shown = readiness
        self.set_head(self._bridge.words("preparation.readiness"))
        for number, ready in enumerate(readiness, 2):
            line = self.lines.get(ready.words) or self._add(ready.words)
            if self.column.indexOf(line) != number:
                self.column.removeWidget(line)
                self.column.insertWidget(number, line)
            line.show_line(self._text(ready), ready.good, ready.goal, self._link(ready))
            line.show()
        shown = {ready.words for ready in readiness}
        for words, line in self.lines.items():
            line.setVisible(words in shown)
        return before != [ready.words for ready in readiness]

    def repaint_signs(self) -> None:
        """The signs in the colours of the theme in use."""
        for line in self.lines.values():
            line.signed.repaint_sign()

    def _add(self, words: str) -> ReadyLine:
        line = self.lines[words] = ReadyLine(words)
        line.link.clicked.connect(lambda: self.asked.emit(line.goal))
        return line

    def _text(self, ready: Ready) -> str:
        say = self._bridge.words
        values = dict(ready.values)
        match values.get("fields"):
            case [*fields]:
                names = [say(f"field.{str(name).replace('_', '-')}") for name in fields]
                values["fields"] = ", ".join(names)
        match values.pop("items", None):
            case [*numbers]:
                values["item"] = runs([int(str(number)) for number in numbers])
        return say(ready.words, **values)

    def _link(self, ready: Ready) -> str:
        say = self._bridge.words
        match ready.goal:
            case Goal("page", page):
                return say(f"preparation.to-{page}")
            case Goal("hall"):
                return say("preparation.to-hall")
            case Goal():
                return say("readiness.fill")
        return ""


def runs(numbers: Sequence[int]) -> str:
    """The numbers in a row; three or more that follow each other as «2–5»."""
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    told = (
        f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(str(number) for number in run) for run in found
    )
    return ", ".join(told)
