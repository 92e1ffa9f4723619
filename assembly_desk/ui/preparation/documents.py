"""The papers that can be made before a sitting, each saved as a PDF; nothing of this where no papers are made."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assembly_desk.journal.contract import JournalError
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.page import Page
from assembly_desk.ui.parts.buttons import KeyButton
from assembly_desk.ui.parts.fields import ChoiceField
from assembly_desk.ui.parts.labels import Card
from assembly_desk.ui.protocol.files import FileField, documents_folder, paper_name, write_beside
from assembly_desk.ui.protocol.work import Job
from assembly_desk.ui.protocol.working import WorkPanel
from assembly_desk.wording.words import Language

BEFORE = ("agenda", "attendance")
"""The papers that are of use before a sitting."""

_NAME = "preparation.document-form"


class DocumentsCard(Card):
    """A button for each paper; without anybody who makes them the card is not seen."""

    asked = Signal(str)
    """Save that paper."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("preparation.documents")
        self._bridge = bridge
        self.column.setContentsMargins(20, 10, 20, 12)
        self.buttons: dict[str, KeyButton] = {}
        row = QHBoxLayout()
        row.setSpacing(8)
        for kind in BEFORE:
            button = KeyButton(f"preparation.document.{kind}", pixels=13)
            button.clicked.connect(lambda _=False, one=kind: self.asked.emit(one))
            row.addWidget(button)
            self.buttons[kind] = button
        self.column.addLayout(row)

    @property
    def stops(self) -> list[QWidget]:
        """The buttons."""
        return list(self.buttons.values())

    def show_all(self) -> None:
        """The buttons, in the language of the window."""
        say = self._bridge.words
        self.set_head(say("card.documents"))
        for kind, button in self.buttons.items():
            button.show_text(say(f"document.{kind}"))
            button.setAccessibleName(f"{say('do.save-pdf')}: {say(f'document.{kind}')}")
        self.setVisible(self._bridge.papers is not None)


class DocumentForm(WorkPanel):
    """In which language, and where the paper is saved; a file that is there already stays."""

    def __init__(self, page: Page, kind: str) -> None:
        super().__init__(page, _NAME)
        self._kind, self._proposed = kind, ""
        self.language = ChoiceField(f"{_NAME}.language", "language.document", self._propose)
        self.file = FileField(f"{_NAME}.file", "protocol.save-where", save=True)
        self.add(self.language)
        self.add(self.file)
        self.place_note()
        say, papers = self.bridge.words, self.bridge.papers
        self.show_words(say, f"document.{kind}", "do.save")
        languages = papers.languages if papers else ()
        own = self.bridge.language if self.bridge.language in languages else "kk"
        self.language.set_choices([(one, say(f"language.{one}")) for one in languages], own)
        self._propose(self.language.value)
        self.left.connect(self.deleteLater)

    @property
    def _in(self) -> Language:
        return "ru" if self.language.value == "ru" else "kk"

    def _propose(self, _language: str) -> None:
        if self.file.value in ("", self._proposed):
            name = paper_name(self.bridge.state, self._kind, self._in)
            self._proposed = str(documents_folder() / name)
            self.file.set_value(self._proposed)

    def begin(self) -> None:
        """Make the paper and write it."""
        papers, kind, language, path = self.bridge.papers, self._kind, self._in, self.file.path
        replace, opened = self.file.may_replace, self.bridge.opened
        if papers is None or self.bridge.sitting_id is None:
            return
        try:
            lines = self.bridge.desk.lines(self.bridge.sitting_id)
        except JournalError as error:
            self.refused(error)
            return

        def work(job: Job) -> object:
            data = papers.make(kind, opened, lines, language)
            job.go_on()
            return write_beside(path, data, replace=replace)

        def saved(where: object) -> None:
            self.leave()
            self.desk_page.block.say(self.bridge.words("shell.done", path=where), "good")

        self.run("protocol.saving", work, saved)
