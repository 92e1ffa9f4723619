"""The gist of a speech, typed while it is held or after it. Nothing that was typed is lost before it is recorded."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from assembly_desk.domain.alphabet import bad_letter
from assembly_desk.domain.floor import Speech
from assembly_desk.domain.text import Person, Text
from assembly_desk.ui import keys, theme
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.buttons import KeyButton, quiet
from assembly_desk.ui.parts.fields import area_height
from assembly_desk.ui.parts.labels import Elided, label, set_role
from assembly_desk.ui.words_card import SPOKEN
from assembly_desk.wording.words import Words


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed of a speech, whoever held it; an undone and repeated speech finds it again."""

    kk: str
    ru: str
    person: Person
    kind: str

    @property
    def text(self) -> Text | None:
        """The gist as it would be recorded; None: no Kazakh text was typed."""
        kk, ru = (" ".join(part.split()) for part in (self.kk, self.ru))
        return Text(kk, ru or None) if kk else None

    @property
    def empty(self) -> bool:
        """Whether nothing but space was typed."""
        return not (self.kk + self.ru).strip()

    def against(self, say: Words) -> str:
        """Why it cannot be recorded as it is, in one sentence; empty if it can."""
        if self.text is None and not self.empty:
            return say("form.kazakh-first", field=say("field.gist"))
        letter = bad_letter(" ".join((self.kk + " " + self.ru).split()))
        return say("trouble.bad-letter", letter=letter) if letter else ""


class GistBox(QWidget):
    """A box to type into, about one speech: the one being held, else the last one, else the one asked for."""

    saved = Signal()
    left = Signal()
    undone = Signal()
    list_asked = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._drafts: dict[tuple[str | None, int], Draft] = {}
        self._about: Speech | None = None
        self._live = False
        self._lay_out()

    def _lay_out(self) -> None:
        self.head = Elided("agenda.gist.head", 13, role="second")
        self.status = label("agenda.gist.status", 12, role="second", wrap=True)
        self.others = quiet("agenda.gist.others")
        self.others.clicked.connect(self.list_asked)
        self.save = KeyButton("agenda.gist.save", pixels=13)
        self.save.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.save.clicked.connect(self.saved)
        self.areas = {language: _area(f"agenda.gist.{language}") for language in SPOKEN}
        self.languages = {language: quiet(f"agenda.gist.in-{language}") for language in SPOKEN}
        group = QButtonGroup(self)
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.head, 1)
        top.addWidget(self.others)
        for language, button in self.languages.items():
            button.setCheckable(True)
            button.setFont(theme.font(12))
            button.clicked.connect(lambda _=False, one=language: self._type_in(one))
            group.addButton(button)
            top.addWidget(button)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.status, 1)
        below.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        for area in self.areas.values():
            column.addWidget(area)
            area.textChanged.connect(self._typed)
            area.installEventFilter(self)
        column.addLayout(below)
        self._type_in("kk")

    def _type_in(self, language: str) -> None:
        for one, area in self.areas.items():
            area.setVisible(one == language)
            self.languages[one].setChecked(one == language)

    @property
    def area(self) -> QPlainTextEdit:
        """The box that is seen: of the language chosen."""
        return next(area for area in self.areas.values() if area.isVisibleTo(self))

    @property
    def stops(self) -> list[QWidget]:
        """What takes the focus, as it is read."""
        return [*self.languages.values(), *self.areas.values(), self.others, self.save]

    # ------------------------------------------------------------------------------------------ what was typed

    def _key(self, speech: Speech) -> tuple[str | None, int]:
        return self._bridge.sitting_id, speech.entry

    def draft(self, speech: Speech) -> Draft:
        """What was typed of that speech: not recorded yet where it differs from the speech's own gist."""
        known = self._drafts.get(self._key(speech))
        if known is not None:
            return known
        gist = speech.gist
        return Draft(gist.kk if gist else "", (gist.ru or "") if gist else "", speech.person, speech.kind)

    def waiting(self, speech: Speech) -> bool:
        """Whether something was typed of it that is not recorded."""
        draft = self.draft(speech)
        return not draft.empty and draft.text != speech.gist

    def _typed(self) -> None:
        if self._about is not None:
            kk, ru = (self.areas[language].toPlainText() for language in ("kk", "ru"))
            self._drafts[self._key(self._about)] = Draft(kk, ru, self._about.person, self._about.kind)
            self._say()

    def _find_again(self, speech: Speech) -> None:
        """A speech that was taken back and given anew under another number keeps what was typed of it."""
        floor = self._bridge.state.floor
        known = {one.entry for one in (*floor.ended, *([floor.speech] if floor.speech else []))}
        if self._key(speech) in self._drafts:
            return
        for key, draft in list(self._drafts.items()):
            lost = key[0] == self._bridge.sitting_id and key[1] not in known
            if lost and (draft.person, draft.kind) == (speech.person, speech.kind):
                self._drafts[self._key(speech)] = self._drafts.pop(key)

    # ---------------------------------------------------------------------------------------------- what shows

    def show_speech(self, speech: Speech | None, *, live: bool, others: int) -> None:
        """Of this speech. `live`: it is being held; `others`: how many speeches on the item have ended."""
        self.setVisible(speech is not None)
        self._about, self._live = speech, live
        say = self._bridge.words
        self.others.setVisible(others > 0)
        self.others.setText(say("agenda.speeches", count=others))
        self.others.setAccessibleName(self.others.text())
        if speech is None:
            return
        self._find_again(speech)
        draft = self.draft(speech)
        for language, typed in (("kk", draft.kk), ("ru", draft.ru)):
            area = next(area for one, area in self.areas.items() if one == language)
            if area.toPlainText() != typed:
                area.blockSignals(True)
                area.setPlainText(typed)
                area.blockSignals(False)
        self._show_words(speech)
        self._say()

    def _show_words(self, speech: Speech) -> None:
        say = self._bridge.words
        name = speech.person.short
        self.head.show_text(say("agenda.gist-of", name=name))
        for language, button in self.languages.items():
            button.setText(say(f"language.short-{language}"))
            button.setAccessibleName(f"{say('field.gist')}: {say(f'language.{language}')}")
            self.areas[language].setPlaceholderText(say("agenda.gist-hint"))
            self.areas[language].setAccessibleName(f"{self.head.text()} · {say(f'language.{language}')}")
        self.save.show_text(say("do.save"))

    def _say(self) -> None:
        speech, say = self._about, self._bridge.words
        if speech is None:
            return
        waits = self.waiting(speech)
        self.save.setVisible(waits and not self._live)
        against = self.draft(speech).against(say)
        if against:
            said, role = against, "warn"
        elif waits:
            said, role = say("agenda.gist-with-end" if self._live else "agenda.gist-typed"), "warn"
        else:
            said, role = say("agenda.gist-recorded") if speech.gist else "", "good"
        self.status.setText(said)
        self.status.setVisible(bool(said))
        set_role(self.status, role)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape leaves the box, with what was typed; Ctrl+Z is the text's, in an empty box the desk's."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if keys.is_escape(event):
                self.left.emit()
                return True
            if keys.is_undo(event):
                if self.area.toPlainText():
                    self.area.undo()
                elif not event.isAutoRepeat():
                    self.undone.emit()
                return True
        return super().eventFilter(watched, event)

    def set_compact(self, compact: bool) -> None:
        """Less tall, for a low screen."""
        for area in self.areas.values():
            area.setFixedHeight(area_height(14, 1 if compact else 2))


def _area(name: str) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setObjectName(name)
    made.setProperty("role", "field")
    made.setFont(theme.font(14))
    made.setTabChangesFocus(True)
    made.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    return made
