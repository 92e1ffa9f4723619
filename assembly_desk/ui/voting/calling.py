"""The keys of a vote by name: 1 2 3 answer for the name at hand, a letter begins a search, a scanner only finds."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from assembly_desk.domain.state import round_of
from assembly_desk.domain.vote import Choice, Vote
from assembly_desk.projections.roll_sheet import by_badge, listed
from assembly_desk.projections.round_sheet import given, vote_by_name
from assembly_desk.ui import keys
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.voting.names import NamesCard
from assembly_desk.ui.voting.reading import Reading

ANSWERS: dict[str, Choice] = {"1": "for", "2": "against", "3": "abstain"}


class Calling(QObject):
    """Turns key presses into answers and moves. An answer waits until no scanner can have typed it."""

    answered = Signal(object, object)
    """The member who answered (`Listed`), and the choice."""
    said = Signal(str, str)
    undo_asked = Signal()

    def __init__(self, bridge: Bridge, names: NamesCard) -> None:
        super().__init__(names)
        self._bridge, self.names = bridge, names
        self.reading, self._burst = Reading(), keys.ScannerBurst()
        self._answer: Choice | None = None  # keyed, and waiting whether it is the beginning of a scan
        self._hand = QTimer(self)
        self._hand.setSingleShot(True)
        self._hand.setTimerType(Qt.TimerType.PreciseTimer)
        self._hand.setInterval(keys.FASTER_THAN_A_HAND)
        self._hand.timeout.connect(self.take_answer)
        names.looked.connect(self._look)

    def show(self) -> None:
        """Whose turn it is now."""
        vote = vote_by_name(self._bridge.state)
        if vote is not None:
            self.names.show_reading(self.reading, vote)

    def _look(self, at: int) -> None:
        self.reading.look(at)
        self.show()

    def key(self, event: QKeyEvent, vote: Vote) -> bool:
        """A key of the page; returns whether it was one of these."""
        scan = self._burst.press(event)
        if self._burst.running or scan is not None:
            self._hand.stop()
            self._answer = None  # a scanner never answers a vote
            if scan is not None:
                self._scanned(scan.digits)
            return True
        self.take_answer()
        if keys.is_undo(event):
            self.undo_asked.emit()
            return True
        digit = keys.digit(event)
        if digit in ANSWERS:
            if not event.isAutoRepeat():
                self.names.view.setFocus(Qt.FocusReason.OtherFocusReason)
                self._answer = ANSWERS[digit]
                self._hand.start()
            return True
        return self._move(event, vote) or self._search(event)

    def _move(self, event: QKeyEvent, vote: Vote) -> bool:
        wide = self.names.view.columns
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -wide,
            Qt.Key.Key_Down: wide,
            Qt.Key.Key_PageUp: -5 * wide,
            Qt.Key.Key_PageDown: 5 * wide,
            Qt.Key.Key_Home: -len(vote.electorate),
            Qt.Key.Key_End: len(vote.electorate),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            self.reading.step(step)
        elif keys.place(event) in keys.ENTERS:
            self.reading.pass_on(vote)
        elif keys.is_escape(event) and self.reading.typed:
            self.reading.search("")
        elif event.key() == Qt.Key.Key_Backspace:
            if self.reading.typed:
                self.reading.search(self.reading.typed[:-1])
            elif given(round_of(self._bridge.state, vote.number)):
                self.undo_asked.emit()
        else:
            return False
        self.show()
        return True

    def _search(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        text = event.text()
        begins = bool(text) and (text.isalpha() or (bool(self.reading.typed) and text in " -"))
        if held or not begins:
            return False
        self.names.view.setFocus(Qt.FocusReason.OtherFocusReason)
        typed = self.reading.typed + text
        if self.reading.search(typed):
            self.show()
        else:
            self.show()
            self.names.said.setText(self._bridge.words("voting.found-none", typed=typed))
        return True

    def _scanned(self, digits: str) -> None:
        people = listed(self._bridge.state.roll.members)
        one = by_badge(people, digits)
        say = self._bridge.words
        if one is None:
            self.said.emit(say("roll.unknown-badge", badge=digits), "warn")
        elif self.reading.reach(one.member):
            self.said.emit("", "")
        else:
            name = one.name.in_language(self._bridge.language)
            self.said.emit(say("refusal.NotInElectorate", name=name), "warn")
        self.show()

    def take_answer(self) -> None:
        """The answer that was keyed: no scanner typed it."""
        self._hand.stop()
        choice, self._answer = self._answer, None
        vote = self._bridge.state.vote
        if choice is None or vote is None or vote.form != "named":
            return
        one = self.reading.now
        if one is None:
            self.said.emit(self._bridge.words("voting.choose-name"), "warn")
            return
        self.answered.emit(one, choice)
