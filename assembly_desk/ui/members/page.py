"""The members of the Assembly, whatever sitting is held: find, add, change, import."""

from PySide6.QtWidgets import QVBoxLayout

from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.page import Page
from assembly_desk.ui.parts.labels import label


class MembersPage(Page):
    """The page."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, "members")
        self._title = label("members.title", 22, bold=True, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.addWidget(self._title)
        column.addStretch(1)
        column.addWidget(self.block)

    def show_all(self) -> None:
        """In the language of the window."""
        self._title.setText(self.bridge.words("screen.members"))
        self.show_sitting()

    def show_sitting(self) -> None:
        """The sitting as it stands."""
        self.block.show_act()
