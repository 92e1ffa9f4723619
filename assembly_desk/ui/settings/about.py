"""About the program: its version, and whose work it is built on, with the licences."""

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtWidgets import QGridLayout, QWidget

from assembly_desk import __version__
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.labels import Card, Elided, label

PARTS: tuple[tuple[str, str], ...] = (
    ("PySide6-Essentials", "LGPL-3.0-only"),
    ("SQLAlchemy", "MIT"),
    ("alembic", "MIT"),
    ("cattrs", "MIT"),
    ("defusedxml", "PSF-2.0"),
    ("filelock", "MIT"),
    ("fonttools", "MIT"),
    ("openpyxl", "MIT"),
    ("pikepdf", "MPL-2.0"),
    ("platformdirs", "MIT"),
    ("pyHanko", "MIT"),
    ("pypdfium2", "BSD-3-Clause, Apache-2.0"),
    ("python-calamine", "MIT"),
    ("reportlab", "BSD-3-Clause"),
    ("Noto Sans, Noto Serif", "OFL-1.1"),
)
"""What the program is built on, and under which licence (SPDX)."""


def version_of(name: str) -> str:
    """The installed version, empty where there is none (fonts; a source tree)."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


class AboutCard(Card):
    """The card."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("settings.about", margin=24)
        self._bridge = bridge
        self._says = label("settings.about.says", 14, wrap=True)
        self._licences = label("settings.about.licences", 13, role="second", wrap=True)
        self.column.addWidget(self._says)
        self.column.addWidget(self._licences)
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        half = (len(PARTS) + 1) // 2
        for number, (name, licence) in enumerate(PARTS):
            line = Elided(f"settings.about.part.{number}", 13)
            line.show_text(" ".join(part for part in (name, version_of(name), "·", licence) if part))
            grid.addWidget(line, number % half, number // half)
        self.column.addWidget(holder)

    def show_all(self) -> None:
        """In the language of the window."""
        say = self._bridge.words
        self.set_head(say("settings.about"))
        self._says.setText(say("settings.version", version=__version__))
        self._licences.setText(say("settings.licences"))
