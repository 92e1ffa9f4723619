"""The agenda and the floor by keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from assembly_desk.domain.commands import Guest, Whom
from assembly_desk.domain.profile import SpeechKind
from assembly_desk.domain.text import Person, Text
from assembly_desk.projections.floor_sheet import item_rows, motion_rows
from assembly_desk.projections.next_act import whom as named
from assembly_desk.ui.play.hand import CTRL, Hand


class AgendaKeys(Hand):
    """The page of the agenda."""

    def take_item(self, item: str) -> None:
        """Go over to the item."""
        self.look_at(item)
        self.enter()
        self.need(self.state.agenda.current == item)

    def finish_item(self, item: str) -> None:
        """The item is dealt with."""
        self.look_at(item)
        self.push("agenda.finish")
        self.need(self.state.agenda.items[item].state == "finished")

    def look_at(self, item: str) -> None:
        """Choose the item in the list; it need not be the one under consideration."""
        self.go("agenda")
        ids = [row.item for row in item_rows(self.state)]
        self.need(item in ids)
        self.row("agenda.items", ids.index(item))

    # --------------------------------------------------------------------------------------------- the floor

    def ask_floor(self, person: Whom, kind: SpeechKind) -> None:
        """Somebody joins the queue."""
        self.go("agenda")
        self.key(Qt.Key.Key_Insert)
        self.fill_person("agenda.ask.who", person)
        self.turn("agenda.ask.kind", kind)
        self.submit()
        self.need(self._place(person, kind) is not None)

    def unask_floor(self, person: Whom, kind: SpeechKind | None) -> None:
        """Somebody leaves the queue."""
        self._choose_waiting(person, kind)
        self.key(Qt.Key.Key_Delete)
        self.need(self._place(person, kind) is None)

    def give_floor(self, person: Whom, kind: SpeechKind) -> None:
        """By the blue act where it means this speech; else from the queue, which they join first."""
        self.go("agenda")
        if self._meant(person, kind):
            self.enter(CTRL)
        else:
            if self._place(person, kind) is None:
                self.ask_floor(person, kind)
            self._choose_waiting(person, kind)
            self.enter()
        speech = self.state.floor.speech
        self.need(speech is not None and speech.kind == kind and _is(speech.person, person))

    def extend_floor(self, seconds: int | None) -> None:
        """More time, as much as one press gives; `seconds`: what it should come to, in so many presses."""
        one = self.state.profile.extension_seconds
        speech = self.state.floor.speech
        wanted = (speech.seconds if speech else 0) + (seconds or one)
        self.go("agenda")
        self.walk("agenda.speaker.extend")
        for _ in range(max(1, (seconds or one) // one)):
            self.enter()
        speech = self.state.floor.speech
        self.need(speech is not None and speech.seconds == wanted)

    def turn_clock(self, *, runs: bool) -> None:
        """Stop the speaker's clock, or let it go on: the space bar."""
        self.go("agenda")
        self.key(Qt.Key.Key_Space, " ")
        speech = self.state.floor.speech
        self.need(speech is not None and (speech.paused_at is None) == runs)

    def end_floor(self, person: Whom | None = None, gist: Text | None = None) -> None:
        """The speech is over; its gist was typed while it was held."""
        speech = self.state.floor.speech
        self.go("agenda")
        self.need(speech is not None and (person is None or _is(speech.person, person)))
        if gist is not None:
            self._type_gist("kk", gist.kk)
            if gist.ru:
                self._type_gist("ru", gist.ru)
        self.enter(CTRL)
        ended = self.state.floor.ended
        self.need(self.state.floor.speech is None and bool(ended) and ended[-1].gist == gist)

    def _type_gist(self, language: str, text: str) -> None:
        self.walk("agenda.gist.in-", back=self.at("agenda.gist.kk"))
        self.key(Qt.Key.Key_Left if language == "kk" else Qt.Key.Key_Right)
        self.need(self.at(f"agenda.gist.in-{language}"))
        self.fill(f"agenda.gist.{language}", text)

    def _place(self, person: Whom, kind: SpeechKind | None) -> int | None:
        """Their place in the queue, from 0."""
        for place, one in enumerate(self.state.floor.queue):
            if _is(one.person, person) and kind in (None, one.kind):
                return place
        return None

    def _choose_waiting(self, person: Whom, kind: SpeechKind | None) -> None:
        """From the items to the queue by an arrow, and down to their row."""
        self.go("agenda")
        place = self._place(person, kind)
        self.need(place is not None)
        assert place is not None
        self.key(Qt.Key.Key_Right)
        self.row("agenda.queue", place)

    def _meant(self, person: Whom, kind: SpeechKind) -> bool:
        """Whether the blue act gives the floor to that speech: its name, and what stands below it."""
        page, say = self.window.shown, self.window.bridge.words
        below = page.findChild(QLabel, "agenda.meant")
        name = self.person(person).partition(" · ")[0]
        wanted = f"{name} · {say.of('floor', kind)}"
        shown = below.text() if isinstance(below, QLabel) and below.isVisible() else ""
        return page.block.next.text() == say("do.give-floor") and shown == wanted

    # ------------------------------------------------------------------------------------------- the motions

    def withdraw(self, motion: str) -> None:
        """A motion is taken back: asked once more first."""
        item = self.state.motions[motion].item or self.state.agenda.current
        self.look_at(item or "")
        self.walk("agenda.motions.")
        ids = [row.motion for row in motion_rows(self.state, item)]
        self.row("agenda.motions", ids.index(motion))
        for _ in range(2):
            self.key(Qt.Key.Key_Delete)
            QApplication.processEvents()
        self.need(self.state.motions[motion].state == "withdrawn")


def _is(person: Person, whom: Whom) -> bool:
    """Whether the two are one."""
    known = named(person)
    if isinstance(known, Guest) and isinstance(whom, Guest):
        return known.name.kk == whom.name.kk
    return known == whom
