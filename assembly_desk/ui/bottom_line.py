"""The line of the record below every page: entries, head of the chain, last saved, the window's language."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QWidget

from assembly_desk.projections.desk_line import bottom_line, top_line
from assembly_desk.ui import theme
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.buttons import quiet
from assembly_desk.ui.parts.icons import pixmap
from assembly_desk.ui.parts.labels import Elided
from assembly_desk.wording.words import LANGUAGES


class BottomBar(QWidget):
    """The line itself."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.setObjectName("foot")
        self.setProperty("role", "foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(34)
        self._bridge = bridge
        self.sign = QLabel()
        self.sign.setFixedSize(16, 16)
        self.journal = Elided("foot.journal", 12, role="second")
        self.saved = Elided("foot.saved", 12, role="second")
        self.secretary = Elided("foot.secretary", 12, role="second")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 20, 0)
        row.setSpacing(24)
        record = QHBoxLayout()
        record.setSpacing(6)
        record.addWidget(self.sign)
        record.addWidget(self.journal)
        row.addLayout(record)
        row.addWidget(self.saved)
        row.addStretch(1)
        row.addWidget(self.secretary)
        group = QButtonGroup(self)
        switch = QHBoxLayout()
        switch.setSpacing(0)
        self.languages = {language: quiet(f"foot.language.{language}") for language in LANGUAGES}
        for language, button in self.languages.items():
            button.setCheckable(True)
            button.setFont(theme.font(12))
            button.clicked.connect(lambda _=False, one=language: self._bridge.set_language(one))
            group.addButton(button)
            switch.addWidget(button)
        row.addLayout(switch)
        self.show_all()

    def show_all(self) -> None:
        """Show the record as it stands on the disk."""
        opened, say = self._bridge.opened, self._bridge.words
        line = bottom_line(opened.entries, opened.head, opened.state.last_at)
        broken = opened.broken is not None
        if broken and self._bridge.trouble is not None:
            self.journal.show_text(
                say("verify.chain-broken", entry=self._bridge.trouble.values.get("entry", "—"))
            )
        else:
            known = bool(self._bridge.sitting_id)
            self.journal.show_text(say("foot.journal", count=line.entries, head=line.head) if known else "")
            self.sign.setVisible(known)
        now = theme.tokens()
        self.sign.setPixmap(
            pixmap(
                "cross" if broken else "check",
                now.against if broken else now.for_,
                16,
                self.devicePixelRatioF(),
            )
        )
        time = self._bridge.time(line.last, seconds=True) if line.last is not None else ""
        self.saved.show_text(say("foot.saved", time=time) if time else "")
        secretary = top_line(opened.state).secretary
        named = secretary.in_language(self._bridge.language) if secretary else ""
        self.secretary.show_text(f"{say('field.secretary')}: {named}" if named else "")
        for language, button in self.languages.items():
            button.setText(say(f"language.short-{language}"))
            name = say(f"language.{language}")
            button.setAccessibleName(f"{say('language.window')}: {name}")
            button.setToolTip(name)
            button.setChecked(language == self._bridge.language)
