"""The settings: language, look, size of letters, screens."""

from PySide6.QtWidgets import QApplication, QButtonGroup, QHBoxLayout, QVBoxLayout

from assembly_desk.ui import theme
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.page import Page
from assembly_desk.ui.parts.buttons import chip
from assembly_desk.ui.parts.labels import Card, label


class SettingsPage(Page):
    """The look of the window. Its language stands in the bottom line, at hand on every page."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, "settings")
        self._title = label("settings.title", 22, bold=True, wrap=True)
        self._card = Card("settings.look", margin=24)
        row = QHBoxLayout()
        row.setSpacing(8)
        group = QButtonGroup(self)
        self.schemes = {scheme: chip(f"settings.look.{scheme}") for scheme in theme.SCHEMES}
        for scheme, button in self.schemes.items():
            button.clicked.connect(lambda _=False, one=scheme: self._dress(one))
            group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        self._card.column.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(self._title)
        column.addWidget(self._card)
        column.addStretch(1)

    def _dress(self, scheme: theme.Scheme) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, scheme)
        self.bridge.language_changed.emit(self.bridge.language)  # all that is painted, once more

    def show_all(self) -> None:
        """In the language of the window."""
        say = self.bridge.words
        self._title.setText(say("screen.settings"))
        self._card.set_head(say("settings.look"))
        for scheme, button in self.schemes.items():
            button.setText(say(f"settings.{scheme}"))
            button.setAccessibleName(f"{say('settings.look')}: {button.text()}")
            button.setChecked(scheme == theme.tokens().scheme)
