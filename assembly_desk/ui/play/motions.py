"""Motions by keys: on an item in the form of the agenda page, of procedure by their short ways."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from assembly_desk.domain.commands import Propose
from assembly_desk.domain.motion import AgendaChange, FormChoice, Sets
from assembly_desk.domain.text import Text
from assembly_desk.ui.play.agenda import AgendaKeys
from assembly_desk.wording.dates import short_date


class MotionKeys(AgendaKeys):
    """Proposing. The window numbers motions itself, so `propose` returns the id under which it is there."""

    def propose(self, motion: Propose) -> str | None:
        """Bring it before the body. None: the window proposes it only in the press that puts it."""
        before = self.state.motions.keys()
        match motion.sets:
            case None:
                self._on_item(motion)
            case Sets(agenda="approved"):
                return None
            case Sets(debate_closed=True):
                self.go("agenda")
                self.push("agenda.close-debate")
            case Sets(agenda=AgendaChange() as change):
                self._change_agenda(change, motion.text)
            case Sets(form=FormChoice() as choice):
                self._choose_form(choice, motion.text)
            case Sets(reglament=str() as reglament):
                self._adopt_reglament(reglament, motion.text)
        new = [one for one in self.state.motions if one not in before]
        self.need(len(new) == 1 and self.state.motions[new[0]].kind == motion.kind)
        return new[0]

    def _on_item(self, motion: Propose) -> None:
        self.look_at(motion.item or self.state.agenda.current or "")
        self.push("agenda.motions.add")
        self.turn("agenda.motion.kind", motion.kind)
        if motion.kind == "amendment":
            self.turn("agenda.motion.amends", motion.amends or "")
            self.fill_texts("agenda.motion.change", motion.text)
            self.fill_texts("agenda.motion.result", motion.result)
        else:
            self.fill_texts("agenda.motion.text", motion.text)
        for rival in motion.excludes:
            self.walk(f"agenda.motion.excludes.{rival}")
            self.key(Qt.Key.Key_Space, " ")
        if motion.responsible is not None:
            self.fill_person("agenda.motion.responsible", motion.responsible)
        if motion.deadline is not None:
            self.fill("agenda.motion.deadline", short_date(date.fromisoformat(motion.deadline)))
        if motion.addressees:
            self.walk("agenda.motion.addressees")
            for number, one in enumerate(motion.addressees):
                if number:
                    self.key(Qt.Key.Key_Return, "\r")
                self.type(one.kk)
        self.submit()

    # ------------------------------------------------------------------------------------------ the short ways

    def open_way(self, way: str) -> None:
        """The menu of motions of procedure, and the choice in it."""
        self.go("voting")
        self.key(Qt.Key.Key_Insert)
        QApplication.processEvents()
        self.pick("voting.ways", way)

    def _change_agenda(self, change: AgendaChange, text: Text) -> None:
        self.open_way("agenda-change")
        fates = {
            **dict.fromkeys(change.add, "add"),
            **dict.fromkeys(change.remove, "remove"),
            **dict.fromkeys(change.postpone, "postpone"),
        }
        for item in self.state.agenda.items:  # as the form asks for them
            if item in fates:
                self.turn(f"voting.agenda-form.{item}", fates[item])
        if change.order:
            numbers = {id: str(number) for number, id in enumerate(self.state.agenda.items, 1)}
            self.fill("voting.agenda-form.order", " ".join(numbers[item] for item in change.order))
        self.fill_texts("voting.agenda-form.text", text)
        self.submit()

    def _choose_form(self, choice: FormChoice, text: Text) -> None:
        self.open_way("form")
        self.turn("voting.form-form.form", choice.form)
        self.turn("voting.form-form.scope", choice.item or "")
        if choice.by_subtraction:
            self.walk("voting.form-form.by-subtraction")
            self.key(Qt.Key.Key_Space, " ")
        self.fill_texts("voting.form-form.text", text)
        self.submit()

    def _adopt_reglament(self, reglament: str, text: Text) -> None:
        self.open_way("reglament")
        draft = self.state.reglaments.get(reglament)
        for kind, seconds in (draft.seconds if draft is not None else {}).items():
            self.fill(f"voting.reglament-form.{kind}", str(seconds // 60))
        self.fill_texts("voting.reglament-form.text", text)
        self.submit()
