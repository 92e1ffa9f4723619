"""The course of the sitting: break, another day, re-registration, the chair handed over, a note, the end.

One menu below the state of the sitting in the top line; what an act needs is asked in a form over the page.
"""

from collections.abc import Callable
from datetime import datetime, timedelta, timezone

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QLabel, QWidget

from assembly_desk.domain.commands import (
    Adjourn,
    BeginRollCall,
    Break,
    Cancel,
    ChangeRoll,
    Close,
    HandOverChair,
    SittingCommand,
    TakeNote,
)
from assembly_desk.domain.state import Sitting
from assembly_desk.projections.roll_sheet import Listed, listed, listed_register
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.page import Page
from assembly_desk.ui.parts.choices import Choices
from assembly_desk.ui.parts.fields import DateField, TextsField, TimeField
from assembly_desk.ui.parts.labels import label
from assembly_desk.ui.parts.panel import Panel
from assembly_desk.ui.people import PeopleField, PersonField
from assembly_desk.ui.preparation.act_field import ActField

_ACTS: dict[str, tuple[str, ...]] = {
    "prepared": ("cancel-sitting", "note"),
    "open": ("break", "adjourn", "re-register", "hand-over", "note", "close", "change-roll"),
    "break": ("adjourn", "hand-over", "note", "close", "change-roll"),
    "adjourned": ("hand-over", "note", "close", "change-roll"),
    "closed": ("note",),
}


def acts(state: Sitting) -> tuple[str, ...]:
    """What may be done with the whole sitting now, by the rows of words `do.…`."""
    offered = _ACTS.get(state.phase, ())
    if state.vote is not None:
        return tuple(act for act in offered if act in ("hand-over", "note"))
    return tuple(act for act in offered if act != "re-register" or state.roll.roll_call is None)


class CourseMenu(QObject):
    """The menu, and the forms of its acts. `page`: gives the page over which a form opens."""

    def __init__(self, window: QWidget, bridge: Bridge, page: Callable[[], Page]) -> None:
        super().__init__(window)
        self._window, self._bridge, self._page = window, bridge, page
        self.menu = Choices(window, "course.menu")
        self.menu.chosen.connect(self._do)

    def open(self, below: QWidget) -> None:
        """Open the menu below that widget; nothing where no act is left."""
        say = self._bridge.words
        choices = [(act, say(f"do.{act}")) for act in acts(self._bridge.state)]
        if choices and self._bridge.accepting:
            corner = below.mapTo(self._window, QPoint(0, below.height() + 4))
            self.menu.open_at(corner, say("course.head"), choices, self._page().home())

    def _do(self, act: str) -> None:
        page, say = self._page(), self._bridge.words
        if act == "re-register":
            page.asked.emit("roll")
            self._page().do(BeginRollCall(), say("roll.calling"))
            return
        form = _FORMS[act](page, self._bridge)
        page.open_panel(form)


class _Form(Panel):
    """A form that gives one command; made when it is asked for, gone when it is left."""

    act: str
    danger = False

    def __init__(self, page: Page, bridge: Bridge) -> None:
        super().__init__(page, f"course.{self.act}")
        self._owner, self._bridge = page, bridge
        self._explained: QLabel | None = None
        self.fill()
        self.show_words(bridge.words, f"do.{self.act}", f"do.{self.act}")
        self.on_done(self._submit)
        self.left.connect(self.deleteLater)

    def explain(self, text: str, role: str = "second") -> None:
        """What will happen, above the fields."""
        self._explained = label(f"course.{self.act}.says", 14, role=role, wrap=True)
        self._explained.setText(text)
        self.body.addWidget(self._explained)

    def fill(self) -> None:
        """The fields."""

    def command(self) -> SittingCommand:
        """What the fields ask for."""
        raise NotImplementedError

    def _submit(self) -> str:
        done = self._owner.do(self.command(), self._bridge.words(f"course.{self.act}-done"))
        return "" if done is not None else self._owner.block.said.text() or self._bridge.say_trouble()


class _Break(_Form):
    act = "break"

    def fill(self) -> None:
        """Until when, and why."""
        self.until = TimeField("course.break.until", "course.until-time")
        now = self._bridge.now() + timedelta(minutes=20)
        rounded = now - timedelta(minutes=now.minute % 5)
        self.until.set_value(self._bridge.time(rounded))
        self.reason = TextsField("course.break.reason", "course.reason", lines=1)
        self.add(self.until)
        self.add(self.reason)

    def command(self) -> SittingCommand:
        """The break."""
        return Break(_moment(self._bridge, None, self.until.clock), self.reason.text)


class _Adjourn(_Form):
    act = "adjourn"

    def fill(self) -> None:
        """To which day and hour, where, and why."""
        self.explain(self._bridge.words("course.adjourn-says"))
        self.day = DateField("course.adjourn.day", "course.until-day")
        self.until = TimeField("course.adjourn.until", "course.until-time")
        self.place = TextsField("course.adjourn.place", "field.place", lines=1)
        self.reason = TextsField("course.adjourn.reason", "course.reason", lines=1)
        self.place.set_text(self._bridge.state.convening.place)
        for field in (self.day, self.until, self.place, self.reason):
            self.add(field)

    def command(self) -> SittingCommand:
        """The adjournment."""
        until = _moment(self._bridge, self.day.iso, self.until.clock or "10:00") if self.day.iso else None
        return Adjourn(until, self.reason.text, self.place.text)


class _HandOver(_Form):
    act = "hand-over"

    def fill(self) -> None:
        """To whom: somebody who is in the hall."""
        self.member = PersonField(
            "course.hand-over.member", "course.to-whom", self._bridge, self._present, needed=True
        )
        self.add(self.member)

    def _present(self) -> tuple[Listed, ...]:
        roll = self._bridge.state.roll
        return listed({id: roll.members[id] for id in roll.present if id in roll.members})

    def command(self) -> SittingCommand:
        """The chair passes."""
        return HandOverChair(str(self.member.whom))


class _Note(_Form):
    act = "note"

    def fill(self) -> None:
        """The remark for the protocol."""
        self.text = TextsField("course.note.text", "course.note-text", needed=True, lines=3)
        self.add(self.text)

    def command(self) -> SittingCommand:
        """The remark."""
        assert self.text.text is not None
        return TakeNote(self.text.text)


class _ChangeRoll(_Form):
    act = "change-roll"

    def fill(self) -> None:
        """Who is added or removed, by which act and why; and what becomes of total and quorum."""
        bridge = self._bridge
        self.explain(bridge.words("course.change-roll-says"))
        self.came = PeopleField("course.change-roll.add", "course.roll-add", bridge, self._outside)
        self.gone = PeopleField("course.change-roll.remove", "course.roll-remove", bridge, self._inside_roll)
        self.becomes = label("course.change-roll.becomes", 14, role="warning", wrap=True)
        self.by = ActField("course.change-roll.act", "course.roll-act")
        self.by.needed = True
        self.reason = TextsField("course.change-roll.reason", "course.reason", needed=True, lines=1)
        self.add(self.came)
        self.add(self.gone)
        self.body.addWidget(self.becomes)
        self.add(self.by)
        self.add(self.reason)
        for field in (self.came, self.gone):
            field.changed.connect(self._foresee)
        self._foresee()

    def _outside(self) -> tuple[Listed, ...]:
        roll, body = self._bridge.state.roll, self._bridge.state.convening.body
        everybody = listed_register(self._bridge.register, body)
        return tuple(one for one in everybody if one.member not in roll.members)

    def _inside_roll(self) -> tuple[Listed, ...]:
        return listed(self._bridge.state.roll.members)

    def _foresee(self) -> None:
        say, quorum, rule = self._bridge.words, self._bridge.state.quorum, self._bridge.state.rules.quorum
        present = self._bridge.state.roll.present
        then = quorum.total + len(self.came.people) - len(self.gone.people)
        figures = {"total": quorum.total, "then": then, "needed": quorum.needed, "quorum": rule.needed(then)}
        staying = len(present) - sum(one in present for one in self.gone.people)
        self.becomes.setText(say("course.roll-becomes", **figures, present=staying))
        self.becomes.setVisible(bool(self.came.people or self.gone.people))

    def command(self) -> SittingCommand:
        """The roll changes."""
        act, reason = self.by.act, self.reason.text
        assert act is not None
        assert reason is not None
        ids = [tuple(str(one) for one in field.people) for field in (self.came, self.gone)]
        return ChangeRoll(act, reason, add=ids[0], remove=ids[1])

    def _submit(self) -> str:
        if not self.came.people and not self.gone.people:
            self.go_to(self.came.finder.edit)
            return self._bridge.words("course.roll-nobody")
        return super()._submit()


class _Close(_Form):
    act = "close"

    def fill(self) -> None:
        """What is not reached, and why it ends."""
        say, state = self._bridge.words, self._bridge.state
        left = [
            f"№ {number}. {item.title.in_language(self._bridge.language)}"
            for number, item in enumerate(state.agenda.items.values(), 1)
            if item.state in ("waiting", "taken", "offered")
        ]
        if left:
            self.explain(say("course.not-reached", items="; ".join(left)), "bad")
        self.explain(say("course.close-says"))
        self.reason = TextsField("course.close.reason", "course.reason", lines=1)
        self.add(self.reason)

    def command(self) -> SittingCommand:
        """The end."""
        return Close(self.reason.text)


class _Cancel(_Form):
    act = "cancel-sitting"

    def fill(self) -> None:
        """Why it is not held."""
        self.explain(self._bridge.words("course.cancel-says"), "bad")
        self.reason = TextsField("course.cancel.reason", "course.reason", lines=1)
        self.add(self.reason)

    def command(self) -> SittingCommand:
        """Not held."""
        return Cancel(self.reason.text)


_FORMS: dict[str, Callable[[Page, Bridge], _Form]] = {
    form.act: form for form in (_Break, _Adjourn, _HandOver, _Note, _Close, _Cancel, _ChangeRoll)
}


def _moment(bridge: Bridge, day: str | None, clock: str | None) -> datetime | None:
    """That time of day in the sitting's own zone: on that day, else the next time that it comes."""
    if clock is None:
        return None
    zone = timezone(bridge.offset)
    now = bridge.now().astimezone(zone)
    moment = datetime.fromisoformat(f"{day or now.date().isoformat()}T{clock}").replace(tzinfo=zone)
    return moment if day or moment > now else moment + timedelta(days=1)
