"""The course of the sitting by keys: opened, interrupted, gone on with, closed, its protocol numbered."""

from datetime import datetime, timedelta, timezone

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from assembly_desk.domain.commands import Guest
from assembly_desk.domain.text import Text
from assembly_desk.ui.play.hand import CTRL, Hand
from assembly_desk.ui.protocol.page import ProtocolPage
from assembly_desk.wording.dates import short_date


class CourseKeys(Hand):
    """The menu of the sitting (F9), and the blue act."""

    def open(self) -> None:
        """Open the sitting."""
        self.go("roll")
        self.enter(CTRL)
        self.need(self.state.phase == "open")

    def break_off(self, until: datetime | None = None, reason: Text | None = None) -> None:
        """A break."""
        self._menu("break")
        self.fill("course.break.until", self._local(until).strftime("%H:%M") if until else "")
        self.fill_texts("course.break.reason", reason)
        self.submit()
        self.need(self.state.phase == "break")

    def adjourn(
        self, until: datetime | None = None, reason: Text | None = None, place: Text | None = None
    ) -> None:
        """To another day."""
        self._menu("adjourn")
        moment = self._local(until) if until else None
        self.fill("course.adjourn.day", short_date(moment.date()) if moment else "")
        self.fill("course.adjourn.until", moment.strftime("%H:%M") if moment else "")
        if place is not None:
            self.fill_texts("course.adjourn.place", place)
        self.fill_texts("course.adjourn.reason", reason)
        self.submit()
        self.need(self.state.phase == "adjourned")

    def resume(self) -> None:
        """Go on."""
        self.go("roll")
        self.enter(CTRL)
        self.need(self.state.phase == "open")

    def hand_over(self, member: str) -> None:
        """Another takes the chair."""
        self._menu("hand-over")
        self.fill_person("course.hand-over.member", member)
        self.submit()
        presiding = self.state.presiding
        self.need(presiding is not None and presiding.member == member)

    def note(self, text: Text) -> None:
        """A remark for the protocol."""
        before = self.window.bridge.opened.entries
        self._menu("note")
        self.fill_texts("course.note.text", text)
        self.submit()
        self.need(self.window.bridge.opened.entries > before)

    def close(self, reason: Text | None = None) -> None:
        """The end."""
        self._menu("close")
        self.fill_texts("course.close.reason", reason)
        self.submit()
        self.need(self.state.phase == "closed")

    def cancel(self, reason: Text | None = None) -> None:
        """The sitting is not held."""
        self._menu("cancel-sitting")
        self.fill_texts("course.cancel-sitting.reason", reason)
        self.submit()
        self.need(self.state.phase == "cancelled")

    def invite(self, person: Guest) -> None:
        """One guest more."""
        self.go("preparation")
        self.push("preparation.invite")
        self.fill_person("preparation.guest.person", person)
        self.submit()
        self.need(any(one.name.kk == person.name.kk for one in self.state.convening.invited))

    def number_protocol(self, number: str, date: str) -> None:
        """The number and the date of the protocol."""
        self.go("protocol")
        self.enter(CTRL)
        self.need(self.window.shown.panel is not None)
        self.fill("protocol.number.number", number)
        self.fill("protocol.number.date", short_date(datetime.fromisoformat(date).date()))
        self.submit()
        self.need((self.state.protocol_number, self.state.protocol_date) == (number, date))

    def see_protocol(self) -> None:
        """Look at the protocol until its pages are those of now, or it is said why they are not."""
        self.go("protocol")
        page = self.window.shown
        assert isinstance(page, ProtocolPage)
        pdf = page.pdf
        self.wait_until(lambda: pdf.papers is None or pdf.current or pdf.trouble is not None)

    def undo(self) -> None:
        """Take the last act back, from the home of the page that is seen."""
        before = self.window.bridge.opened.entries
        self.go(self.window.page)
        self.key(Qt.Key.Key_Z, held=CTRL)
        QApplication.processEvents()
        self.need(self.window.bridge.opened.entries > before)

    def _menu(self, act: str) -> None:
        if self.window.shown.panel is not None:
            self.go(self.window.page)
        self.key(Qt.Key.Key_F9)
        QApplication.processEvents()
        self.pick("course.menu", act)
        self.need(self.window.shown.panel is not None)

    def _local(self, moment: datetime) -> datetime:
        """A moment in the sitting's own zone."""
        offset: timedelta = self.window.bridge.offset
        return moment.astimezone(timezone(offset))
