"""What can be put to the vote now: the motions in their order, the chosen one in full, and what stands against it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from assembly_desk.projections.vote_sheet import Waiting
from assembly_desk.ui import keys, theme
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.buttons import KeyButton
from assembly_desk.ui.parts.labels import Card, label, rule
from assembly_desk.ui.voting.figures import capital
from assembly_desk.ui.voting.forms import sentence
from assembly_desk.ui.voting.head import WholeText, motion_words, quoted
from assembly_desk.wording.words import Words


class MotionButton(QPushButton):
    """A motion in the list: its name and the beginning of its text."""

    moved = Signal(int)

    def __init__(self, number: int) -> None:
        super().__init__()
        self.setObjectName(f"voting.waiting.{number}")
        self.setProperty("role", "offer")
        self.setCheckable(True)
        self.setFont(theme.font(14))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(36)
        self._whole = ""

    def show_text(self, text: str, tip: str) -> None:
        """Show as much of it as there is room for; the whole is read aloud."""
        self._whole = text
        self.setAccessibleName(text)
        self.setToolTip(tip)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - 28
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: perhaps more of the text."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the motion above or below."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif keys.place(event) in keys.ENTERS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class WaitingCard(Card):
    """The list. Choosing puts nothing: the blue button does."""

    chosen_changed = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("voting.waiting")
        self._bridge = bridge
        self.motions: tuple[Waiting, ...] = ()
        self._chosen, self._short = "", False
        self.buttons: list[MotionButton] = []
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self._line = rule()
        self.name = label("voting.waiting.name", 13, role="second", bold=True, wrap=True)
        self.text = WholeText("voting.waiting.text", 21)
        self.again = label("voting.waiting.again", 14, role="warning", wrap=True)
        self.against = label("voting.waiting.against", 14, role="warning", wrap=True)
        self.nothing = label("voting.waiting.nothing", 18, bold=True, wrap=True)
        self.why = label("voting.waiting.why", 14, role="second", wrap=True)
        self.procedural = KeyButton("voting.procedural", "Insert", pixels=14)
        self.procedural.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        for part in (
            self.nothing,
            self.why,
            self._list,
            self._line,
            self.name,
            self.text,
            self.again,
            self.against,
        ):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.column.addWidget(self.procedural)

    @property
    def chosen(self) -> Waiting | None:
        """The motion that is put next."""
        return next((one for one in self.motions if one.motion == self._chosen), None)

    def home(self) -> QWidget | None:
        """Where the focus goes: the chosen one of several motions, or the way to propose one."""
        if len(self.motions) == 1:
            return None
        return next((one for one in self.buttons if one.isChecked()), self.procedural)

    def set_short(self, short: bool) -> None:
        """Beside a table of results: no word where nothing waits."""
        self._short = short

    def choose(self, motion: str) -> None:
        """Choose that motion."""
        if motion != self._chosen:
            self._chosen = motion
            self._show_chosen()
            self.chosen_changed.emit()

    def show_motions(self, motions: tuple[Waiting, ...], hint: str) -> None:
        """Show these; the one chosen stays while it is there. `hint`: what comes first where nothing waits."""
        say = self._bridge.words
        self.motions = motions
        self.set_head(say("voting.waiting"))
        self.nothing.setText(hint or say("voting.nothing"))
        self.nothing.setVisible(not motions and not self._short)
        self.why.setText(say("voting.nothing-why", step_key="F4", add_key="Insert"))
        self.why.setVisible(not motions and not hint and not self._short)
        self.procedural.show_text(say("voting.procedural"))
        if self.chosen is None:
            self._chosen = motions[0].motion if motions else ""
        while len(self.buttons) < len(motions):
            self._add()
        for number, button in enumerate(self.buttons):
            button.setVisible(number < len(motions))
            if number < len(motions):
                one = motions[number]
                named = capital(motion_words(say, one.name))
                kind = f" · {say('kind.amendment')}" if one.kind == "amendment" else ""
                text = put_words(say, one)
                button.show_text(f"{named}{kind}: {text}", text)
        self._list.setVisible(len(motions) > 1)
        self._line.setVisible(len(motions) > 1)
        self._show_chosen()

    def _add(self) -> None:
        button = MotionButton(len(self.buttons))
        number = len(self.buttons)
        button.clicked.connect(lambda: self.choose(self.motions[number].motion))
        button.moved.connect(lambda by: self._move(number + by))
        self.buttons.append(button)
        self._rows.addWidget(button)

    def _move(self, to: int) -> None:
        if 0 <= to < len(self.motions):
            self.choose(self.motions[to].motion)
            self.buttons[to].setFocus(Qt.FocusReason.TabFocusReason)

    def _show_chosen(self) -> None:
        say, one = self._bridge.words, self.chosen
        for number, button in enumerate(self.buttons):
            button.setChecked(number < len(self.motions) and self.motions[number] is one)
        for part in (self.name, self.text):
            part.setVisible(one is not None)
        self.again.setVisible(one is not None and one.stopped)
        self.again.setText(say("voting.again"))
        state = self._bridge.state
        lost = state.phase == "open" and not state.quorum.met  # said above, with what to do
        against = sentence(self._bridge, one.against) if one is not None and not lost else ""
        self.against.setText(against)
        self.against.setVisible(bool(against))
        if one is not None:
            self.name.setText(f"{capital(motion_words(say, one.name))} · {say.of('kind', one.kind)}")
            self.text.show_text(quoted(say, one.text) if one.candidate is None else put_words(say, one))


def put_words(say: Words, one: Waiting) -> str:
    """What is put: the text, of a candidate after the name."""
    text = one.text.in_language(say.language)
    return (
        text if one.candidate is None else say("voting.candidate-named", name=one.candidate.name, text=text)
    )
