"""The forms of a motion: a new one, and one that is split."""

from collections.abc import Callable, Container

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from assembly_desk.domain.commands import Guest, MotionPart, Propose, Split, Whom
from assembly_desk.domain.profile import MotionKind
from assembly_desk.domain.text import Text
from assembly_desk.projections.election import closing_votes, elected_by, lists_to_close
from assembly_desk.projections.floor_sheet import (
    amendable,
    motion_kinds,
    next_amendment,
    next_motion,
    part_ids,
)
from assembly_desk.projections.roll_sheet import Listed, listed
from assembly_desk.ui import theme
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.buttons import chip
from assembly_desk.ui.parts.fields import AreaField, ChoiceField, DateField, Field, LineField, TextsField
from assembly_desk.ui.parts.flow import Flow
from assembly_desk.ui.parts.labels import label
from assembly_desk.ui.parts.panel import Panel
from assembly_desk.ui.people import PersonField
from assembly_desk.wording.words import Language, Words, words

_DECIDING: tuple[MotionKind, ...] = ("decision", "recommendation", "take-note", "appeal")
_RESTING: tuple[MotionKind, ...] = ("decision", "recommendation")
_CANDIDACIES = {
    "C13.1": "paper.candidate-senate",
    "C13.2": "paper.candidate-membership",
    "C16": "motion-text.candidate-deputy",
}
_PARTS = 5


class SeveralField(Field):
    """Any number of a few: buttons that are pressed or not."""

    changed = Signal()

    def __init__(self, name: str, key: str) -> None:
        super().__init__(name, key)
        self._row = Flow(8)
        self.column.addWidget(self._row)
        self._buttons: dict[str, QPushButton] = {}

    def set_choices(self, choices: list[tuple[str, str, str]], pressed: Container[str] = ()) -> None:
        """Offer these (code, text, whole text); `pressed`: those chosen already."""
        self._row.empty()
        self._buttons = {}
        for code, text, whole in choices:
            made = chip(f"{self.field_name}.{code}")
            made.setText(text)
            made.setFont(theme.font(14, bold=True))
            made.setToolTip(whole)
            made.setAccessibleName(f"{self.label.text()}: {text}. {whole}")
            made.setChecked(code in pressed)
            made.toggled.connect(lambda _on: self.changed.emit())
            self._row.add(made)
            made.show()
            self._buttons[code] = made

    def show_words(self, say: Words) -> None:
        """The label; the choices keep their own words."""
        self.label.setText(say(self.key))

    def entries(self) -> list[QWidget]:
        """The buttons."""
        return list(self._buttons.values()) or [self]

    @property
    def empty(self) -> bool:
        """Whether none is pressed."""
        return not self.values

    @property
    def empty_of_choices(self) -> bool:
        """Whether nothing is offered."""
        return not self._buttons

    @property
    def values(self) -> tuple[str, ...]:
        """The codes of those pressed."""
        return tuple(code for code, button in self._buttons.items() if button.isChecked())


class MotionPanel(Panel):
    """A new motion on an item: only of the kinds that the body may take on its matter."""

    def __init__(self, page: QWidget, bridge: Bridge) -> None:
        super().__init__(page, "agenda.motion", width=720)
        self._bridge, self._item = bridge, ""
        self._pool: tuple[Listed, ...] = ()
        self._written: Text | None = None  # a text of the form's own, that another may take the place of
        self.kind = ChoiceField("agenda.motion.kind", "agenda.motion-kind", self._kind_chosen)
        self.candidate = PersonField(
            "agenda.motion.candidate",
            "voting.candidate",
            bridge,
            lambda: self._pool,
            guests=True,
            needed=True,
        )
        self.candidate.finder.edit.textChanged.connect(lambda _text: self._write_candidacy())
        self.candidate.finder.taken.connect(self._write_candidacy)
        self.position = LineField("agenda.motion.position", "voting.candidate-position")
        self.rests_on = SeveralField("agenda.motion.from", "voting.closing-from")
        self.rests_on.changed.connect(self._write_closing)
        self.text = TextsField("agenda.motion.text", "field.text", needed=True, lines=3)
        self.amends = ChoiceField("agenda.motion.amends", "agenda.amends", self._amends_chosen)
        self.amended = label("agenda.motion.amended", 13, role="second", wrap=True)
        self.change = TextsField("agenda.motion.change", "agenda.change", needed=True)
        self.result = TextsField("agenda.motion.result", "field.result", needed=True, lines=3)
        self.excludes = SeveralField("agenda.motion.excludes", "agenda.excludes")
        self.responsible = PersonField(
            "agenda.motion.responsible", "agenda.responsible", bridge, lambda: self._pool, guests=True
        )
        self.deadline = DateField("agenda.motion.deadline", "agenda.deadline")
        self.addressees = AreaField("agenda.motion.addressees", "agenda.addressees", lines=2)
        self.add(self.kind)
        self.add(self.candidate)
        self.add(self.position)
        self.add(self.rests_on)
        self.add(self.text)
        self.add(self.amends)
        self.body.addWidget(self.amended)
        for field in (
            self.change,
            self.result,
            self.excludes,
            self.responsible,
            self.deadline,
            self.addressees,
        ):
            self.add(field)

    def begin(self, item_id: str, *, closing: bool = False) -> None:
        """A new form for that item, its text taken from the draft where that was not moved yet.

        `closing`: for the decision that rests on the votes on candidates.
        """
        state, say = self._bridge.state, self._bridge.words
        self._item, item = item_id, state.agenda.items[item_id]
        self._pool = listed(state.roll.members)
        self.show_words(say, "do.add-motion", "do.add")
        moved = {motion.text for motion in state.motions.values() if motion.item == item_id}
        moved |= {text for motion in state.motions.values() for text in motion.texts_before}
        self.text.set_text(item.draft if item.draft not in moved else None)
        self.change.set_text(None)
        self._written = None
        self.candidate.show_person(None)
        self.position.set_value("")
        open_votes = lists_to_close(state, item_id) if closing else ()
        self.rests_on.set_choices(
            [
                (
                    str(vote),
                    f"№ {vote}",
                    ", ".join(str(say.text(name)) for name in elected_by(state, item_id, (vote,))),
                )
                for vote in closing_votes(state, item_id)
            ],
            {str(vote) for vote in open_votes},
        )
        self.responsible.show_person(None)
        self.deadline.set_iso(None)
        self.addressees.set_value("")
        pending = amendable(state, item_id)
        self.amends.set_choices(
            [(one.id, f"№ {one.id}") for one in pending], pending[0].id if pending else ""
        )
        kinds = motion_kinds(state, item)
        candidates = "candidate" in kinds and not closing and not closing_votes(state, item_id)
        first: MotionKind = "candidate" if candidates else kinds[0]
        self.kind.set_choices([(kind, say(f"kind.{kind}")) for kind in kinds], first)
        self._kind_chosen(first)

    def _kind_chosen(self, kind: str) -> None:
        amendment, deciding = kind == "amendment", kind in _DECIDING
        self.text.setVisible(not amendment)
        self.candidate.setVisible(kind == "candidate")
        self.position.setVisible(kind == "candidate")
        self.rests_on.setVisible(kind in _RESTING and not self.rests_on.empty_of_choices)
        if kind == "candidate":
            self._write_candidacy()
        elif kind in _RESTING:
            self._write_closing()
        for part in (self.amends, self.amended, self.change, self.result):
            part.setVisible(amendment)
        alone = kind in ("procedural", "candidate")
        self._offer_rivals(self.amends.value if amendment else None, alone=alone)
        for field in (self.responsible, self.deadline, self.addressees):
            field.setVisible(deciding)
        if amendment:
            self._amends_chosen(self.amends.value)
        self.say("")

    def _write_candidacy(self) -> None:
        """«Сенат депутаттығына кандидат: …», by the matter of the item, once somebody is named."""
        whom = self.candidate.whom
        member = next((one for one in self._pool if one.member == whom), None)
        name = whom.name if isinstance(whom, Guest) else member.name if member is not None else None
        if self.kind.value != "candidate" or name is None:
            return
        key = _CANDIDACIES.get(
            self._bridge.state.agenda.items[self._item].competence, "motion-text.candidate"
        )
        self._write(Text(words("kk")(key, name=name), words("ru")(key, name=name)))

    def _write_closing(self) -> None:
        """The names of those whom the chosen votes elected, as the text begins."""
        votes = {int(code) for code in self.rests_on.values}
        state = self._bridge.state
        names = elected_by(state, self._item, votes)
        if not names:
            return
        senate = state.agenda.items[self._item].competence == "C13.1"
        key = "motion-text.closing-senate" if senate else "motion-text.closing"

        def told(language: Language) -> str:
            return words(language)(key, names=", ".join(name.in_language(language) for name in names))

        self._write(Text(told("kk"), told("ru")))

    def _write(self, text: Text) -> None:
        """Word the motion, unless somebody did already."""
        if self.text.text in (None, self._written):
            self._written = text
            self.text.set_text(text)

    @property
    def _candidate(self) -> Whom | None:
        whom, position = self.candidate.whom, self.position.value
        if isinstance(whom, Guest) and position:
            return Guest(whom.name, Text(position))
        return whom

    def _offer_rivals(self, amends: str | None, *, alone: bool) -> None:
        """Those that could fall: other motions, or for an amendment others of the same motion."""
        say, pending = self._bridge.words, amendable(self._bridge.state, self._item)
        rivals = [one for one in pending if one.amends == amends and not alone]
        self.excludes.set_choices([(one.id, f"№ {one.id}", str(say.text(one.text))) for one in rivals])
        self.excludes.setVisible(bool(rivals))

    def _amends_chosen(self, motion_id: str) -> None:
        """The whole text as it would be begins as what is amended; a text typed already is kept."""
        motion = self._bridge.state.motions.get(motion_id)
        if motion is None:
            return
        shown = str(self._bridge.words.text(motion.put_text))
        texts = [one.put_text for one in amendable(self._bridge.state, self._item)]
        if self.result.text is None or self.result.text in texts:
            self.result.set_text(motion.put_text)
        self.amended.setText(f"№ {motion.id}: {shown}")
        if self.kind.value == "amendment":
            self._offer_rivals(motion.id, alone=False)
        self.say("")

    @property
    def command(self) -> Propose:
        """What was filled in, under the next free number."""
        state = self._bridge.state
        kind = next(
            one for one in motion_kinds(state, state.agenda.items[self._item]) if one == self.kind.value
        )
        deciding = kind in _DECIDING
        text = self.change.text if kind == "amendment" else self.text.text
        assert text is not None
        amends = self.amends.value if kind == "amendment" else None
        lines = (" ".join(line.split()) for line in self.addressees.edit.toPlainText().splitlines())
        item = None if kind == "procedural" and self._plain_procedure else self._item
        return Propose(
            motion=next_amendment(state, amends) if amends else next_motion(state, item),
            kind=kind,
            text=text,
            item=item,
            amends=amends,
            result=self.result.text if amends else None,
            candidate=self._candidate if kind == "candidate" else None,
            rests_on=tuple(int(code) for code in self.rests_on.values) if kind in _RESTING else (),
            excludes=self.excludes.values if self.excludes.isVisibleTo(self) else (),
            addressees=tuple(Text(line) for line in lines if line) if deciding else (),
            responsible=self.responsible.whom if deciding else None,
            deadline=self.deadline.iso if deciding else None,
        )

    @property
    def _plain_procedure(self) -> bool:
        """Whether a procedural motion belongs to no item: on a matter of procedure it is the item's own."""
        state = self._bridge.state
        rule = state.rules.competence.get(state.agenda.items[self._item].competence)
        return rule is None or "procedural" not in rule.kinds


class _MoreField(Field):
    """The button that shows one part more."""

    def __init__(self, more: Callable[[], None]) -> None:
        super().__init__("agenda.split.more", "agenda.more-parts")
        self.label.hide()
        self.button = QPushButton()
        self.button.setObjectName("agenda.split.more")
        self.button.setFont(theme.font(14, bold=True))
        self.button.clicked.connect(more)
        self.column.addWidget(self.button)

    def show_words(self, say: Words) -> None:
        """The words on the button."""
        super().show_words(say)
        self.button.setText(say(self.key))

    def entries(self) -> list[QWidget]:
        """The button."""
        return [self.button]

    @property
    def empty(self) -> bool:
        """Never: there is nothing to fill in."""
        return False


class SplitPanel(Panel):
    """A motion in two or more parts, each put by itself."""

    def __init__(self, page: QWidget, bridge: Bridge) -> None:
        super().__init__(page, "agenda.split", width=720)
        self._bridge, self._motion = bridge, ""
        self.whole = label("agenda.split.whole", 14, role="second", wrap=True)
        self.body.addWidget(self.whole)
        self.parts = [
            TextsField(f"agenda.split.part-{number}", f"agenda.part-{number}", needed=number <= 2)
            for number in range(1, _PARTS + 1)
        ]
        for part in self.parts:
            self.add(part)
        self.more = _MoreField(self._show_more)
        self.add(self.more)

    def begin(self, motion_id: str) -> None:
        """A new form for that motion, with two parts, the first one beginning as the whole."""
        self._motion, motion = motion_id, self._bridge.state.motions[motion_id]
        self.show_words(self._bridge.words, "agenda.split-title", "agenda.split-do", motion=motion_id)
        self.whole.setText(str(self._bridge.words.text(motion.text)))
        for number, part in enumerate(self.parts):
            part.set_text(motion.text if number == 0 else None)
            part.setVisible(number < 2)
        self.more.setVisible(True)

    def _show_more(self) -> None:
        hidden = next(part for part in self.parts if not part.isVisibleTo(self))
        hidden.setVisible(True)
        self.more.setVisible(hidden is not self.parts[-1])
        self.say("")
        hidden.entry().setFocus()

    @property
    def command(self) -> Split:
        """What was filled in."""
        texts = [part.text for part in self.parts if part.isVisibleTo(self)]
        given = [text for text in texts if text is not None]
        ids = part_ids(self._bridge.state, self._motion, len(given))
        return Split(self._motion, tuple(MotionPart(id, text) for id, text in zip(ids, given, strict=True)))
