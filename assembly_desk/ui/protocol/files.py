"""Where papers are written: proposed names that every system takes, and never over a file of somebody else's."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from assembly_desk.domain.state import Sitting
from assembly_desk.files import write_whole
from assembly_desk.ui import theme
from assembly_desk.ui.parts.fields import LineField, NotUsable
from assembly_desk.wording.words import Language, Words, words

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_LONGEST = 120
_MOST_BESIDE = 999


def paper_name(state: Sitting, kind: str, language: Language = "kk") -> str:
    """The name proposed for a paper: «2026-03-12 Кеңес № 14 хаттама.pdf», legal on Windows too."""
    say = words(language)
    body = say.of("body", state.convening.body)
    if body == state.convening.body:
        body = state.rules.name.in_language(language)
    parts = (
        state.convening.date or "",
        body,
        f"№ {state.convening.number}" if state.convening.number else "",
        say(f"document.{kind}").lower(),
    )
    name = " ".join(part for part in parts if part)
    return _FORBIDDEN.sub("-", name)[:_LONGEST].strip(" .") + ".pdf"


def documents_folder() -> Path:
    """The user's folder of documents, else the home folder."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(place) if place else Path.home()
    return folder if folder.is_dir() else Path.home()


def write_beside(path: Path, data: bytes, *, replace: bool = False) -> Path:
    """Write the file and say where: a file that stands there already stays, and so does one in use elsewhere.

    Then the name gets a number: «… (2).pdf». `replace`: the old file is meant to give way. Raises OSError.
    """
    if replace or not path.exists():
        try:
            write_whole(path, data)
        except PermissionError:
            if not path.exists():
                raise
        else:
            return path
    other = next(one for one in _beside(path) if not one.exists())
    write_whole(other, data)
    return other


def _beside(path: Path) -> Iterator[Path]:
    for number in range(2, _MOST_BESIDE):
        yield path.with_name(f"{path.stem} ({number}){path.suffix}")


def typed_path(typed: str) -> Path:
    """The path that was typed or pasted, also as an address or in quotes; a name alone lies with the documents."""
    plain = typed.strip().strip("\"'").removeprefix("file://")
    path = Path(plain)
    with suppress(RuntimeError):  # no such user
        path = path.expanduser()
    return path if path.is_absolute() else documents_folder() / path


class FileField(LineField):
    """The path of a file: typed, or chosen in the system's dialog."""

    def __init__(
        self, name: str, key: str, *, save: bool = False, kinds: str = "PDF (*.pdf)", needed: bool = True
    ) -> None:
        """`save`: a file to be written; `kinds`: the filter of the dialog."""
        super().__init__(name, key, needed=needed)
        self._save, self._kinds = save, kinds
        self.confirmed = ""
        """The path for which the dialog has asked whether the old file may give way."""
        self.button = QPushButton()
        self.button.setObjectName(f"{name}.choose")
        self.button.setFont(theme.font(14))
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._choose)
        self.column.removeWidget(self.edit)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.edit, 1)
        row.addWidget(self.button)
        self.column.addLayout(row)

    def entries(self) -> list[QWidget]:
        """The line, and the button of the dialog."""
        return [self.edit, self.button]

    def show_words(self, say: Words) -> None:
        """The label and the button."""
        super().show_words(say)
        self.button.setText(say("do.choose-file"))
        self.button.setAccessibleName(f"{say(self.key)}: {say('do.choose-file')}")

    def check(self) -> None:
        """A file to be read must be there, a folder to write to as well."""
        super().check()
        if self.empty:
            return
        if self._save and not self.path.parent.is_dir():
            raise NotUsable("cli.folder-missing", path=self.path.parent)
        if not self._save and not self.path.is_file():
            raise NotUsable("cli.file-missing", path=self.path)

    @property
    def path(self) -> Path:
        """The path that was typed or chosen."""
        path = typed_path(self.edit.text())
        return path.with_name(f"{path.name}.pdf") if self._save and path.suffix.lower() != ".pdf" else path

    @property
    def may_replace(self) -> bool:
        """Whether the user said that the file there may give way."""
        return bool(self.confirmed) and str(self.path) == self.confirmed

    def _choose(self) -> None:
        start = str(self.path) if not self.empty else str(documents_folder())
        ask: Callable[..., tuple[str, str]] = (
            QFileDialog.getSaveFileName if self._save else QFileDialog.getOpenFileName
        )
        chosen, _filter = ask(self.window(), self.label.text(), start, self._kinds)
        if chosen:
            self.set_value(chosen)
            self.confirmed = str(self.path) if self._save else ""
        self.edit.setFocus()
