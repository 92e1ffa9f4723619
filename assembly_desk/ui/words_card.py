"""The card «Төрағалық етушінің сөзі»: what the presiding says at this moment, ready to read aloud."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout

from assembly_desk.ui import theme
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.buttons import quiet
from assembly_desk.ui.parts.labels import Card, label
from assembly_desk.wording.words import Language

SPOKEN: tuple[Language, ...] = ("kk", "ru")


class WordsCard(Card):
    """The words in the hall's own language, Kazakh or Russian; hidden where there is nothing to say.

    `name`: of the card; `spoken`: the words of this moment in that language, empty for none.
    """

    def __init__(self, bridge: Bridge, name: str, spoken: Callable[[Language], str]) -> None:
        super().__init__(name)
        self._bridge, self._spoken = bridge, spoken
        self._language: Language = "kk"
        self.text = label(f"{name}.text", 15, wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout()
        row.setSpacing(0)
        self.column.removeWidget(self.head)
        row.addWidget(self.head, 1)
        group = QButtonGroup(self)
        self.languages = {language: quiet(f"{name}.{language}") for language in SPOKEN}
        for language, button in self.languages.items():
            button.setCheckable(True)
            button.setFont(theme.font(12))
            button.clicked.connect(lambda _=False, one=language: self._speak(one))
            group.addButton(button)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)
        self.column.addWidget(self.text)

    def _speak(self, language: Language) -> None:
        self._language = language
        self.show_all()

    def set_compact(self, compact: bool) -> None:
        """Smaller letters, for a low screen."""
        self.text.setFont(theme.font(14 if compact else 15))
        self.column.setSpacing(4 if compact else 8)

    def show_all(self) -> None:
        """The words of this moment."""
        say = self._bridge.words
        self.set_head(say("card.presiding-words"))
        for language, button in self.languages.items():
            button.setText(say(f"language.short-{language}"))
            button.setAccessibleName(f"{say('card.presiding-words')}: {say(f'language.{language}')}")
            button.setChecked(language == self._language)
        spoken = self._spoken(self._language)
        shown = f"«{spoken}»" if spoken else ""
        if shown != self.text.text():
            self.text.setText(shown)
            self.text.setAccessibleName(spoken)
        self.setVisible(bool(spoken))
