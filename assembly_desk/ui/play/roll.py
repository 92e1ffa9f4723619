"""The roll by keys: a surname until its row is chosen, then Enter."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from assembly_desk.domain.roll import Excuse
from assembly_desk.ui.play.hand import ALT, CTRL, PLAIN, SHIFT, Hand


class RollKeys(Hand):
    """The registration page."""

    def arrive(self, member: str) -> None:
        """The member is in the hall."""
        self._find(member)
        self.enter()
        self.need(member in self.state.roll.present)

    def leave(self, member: str) -> None:
        """The member has left."""
        self._find(member)
        self.enter(SHIFT)
        self.need(member not in self.state.roll.present)

    def excuse(self, member: str, reason: Excuse) -> None:
        """The member is absent for that reason."""
        self._find(member)
        self.enter(ALT)
        self.pick("roll.excuses", reason)
        self.need(self.state.roll.excused.get(member) == reason)

    def begin_roll_call(self) -> None:
        """Register all anew."""
        self.key(Qt.Key.Key_F9)
        QApplication.processEvents()
        self.pick("course.menu", "re-register")
        self.need(self.state.roll.roll_call is not None)

    def end_roll_call(self) -> None:
        """Who did not answer has left."""
        self.go("roll")
        self.enter(CTRL)
        self.need(self.state.roll.roll_call is None)

    def _find(self, member: str) -> None:
        """Type until the row of that member is the chosen one."""
        self.go_on("roll")
        shown = self.window.roll.list
        known = self.state.roll.members.get(member)
        self.need(known is not None)
        assert known is not None
        for letter in known.person.name.kk:
            self.type(letter)
            if shown.current is not None and shown.current.member == member:
                return
        for _ in shown.model.rows:  # one of several who bear the same name
            if shown.current is not None and shown.current.member == member:
                return
            self.key(Qt.Key.Key_Down, held=PLAIN)
        self.need(shown.current is not None and shown.current.member == member)
