"""The small forms of the protocol: its number and date, saving a paper, checking one."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from assembly_desk.domain.commands import NumberProtocol
from assembly_desk.journal.contract import JournalError
from assembly_desk.projections.named_vote_sheet import named_votes
from assembly_desk.ui.page import Page
from assembly_desk.ui.parts.fields import ChoiceField, DateField, LineField
from assembly_desk.ui.parts.labels import Signed, label
from assembly_desk.ui.parts.panel import Panel
from assembly_desk.ui.protocol.files import FileField, documents_folder, paper_name, write_beside
from assembly_desk.ui.protocol.papers import Verdict
from assembly_desk.ui.protocol.pdf import ProtocolPdf
from assembly_desk.ui.protocol.work import Job
from assembly_desk.ui.protocol.working import WorkPanel


class NumberPanel(Panel):
    """The protocol's registration number and date; proposed are those of the sitting."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, "protocol.number", width=480)
        self._desk_page = page
        self.number = LineField("protocol.number.number", "field.protocol-number", needed=True)
        self.date = DateField("protocol.number.date", "field.date", needed=True)
        self.add(self.number)
        self.add(self.date)
        self.on_done(self._give)

    def begin(self) -> None:
        """Open it."""
        state = self._desk_page.bridge.state
        self.show_words(self._desk_page.bridge.words, "protocol.number-title", "do.save")
        self.number.set_value(state.protocol_number or state.convening.number or "")
        self.date.set_iso(state.protocol_date or state.convening.date)
        self._desk_page.open_panel(self)
        self.number.edit.selectAll()

    def _give(self) -> str:
        page, day = self._desk_page, self.date.iso
        assert day is not None
        said = page.bridge.words("protocol.number-given", number=self.number.value)
        if page.do(NumberProtocol(self.number.value, day), said) is not None:
            return ""
        return page.block.said.text() or page.bridge.say_trouble()


class SavePanel(WorkPanel):
    """Where a paper is saved; a file that is there already stays, unless the system's dialog asked."""

    def __init__(self, page: Page, pdf: ProtocolPdf) -> None:
        super().__init__(page, "protocol.save")
        self._pdf = pdf
        self.kind = ChoiceField("protocol.save.kind", "protocol.save-what", self._propose)
        self.file = FileField("protocol.save.file", "protocol.save-where", save=True)
        self.add(self.kind)
        self.add(self.file)
        self.place_note()
        self.body.addStretch(1)
        self._proposed = ""

    def begin_form(self) -> None:
        """Open it."""
        say, papers = self.bridge.words, self._pdf.papers
        self.show_words(say, "protocol.save-title", "do.save")
        kinds = self._kinds(papers.kinds() if papers else ())
        self.kind.set_choices([(kind, say(f"document.{kind}")) for kind in kinds])
        self.file.set_value("")
        self._propose(self.kind.value)
        self.desk_page.open_panel(self)

    def _kinds(self, kinds: Sequence[str]) -> list[str]:
        """Those that have something to print."""
        named = bool(named_votes(self.bridge.state))
        return [kind for kind in kinds if kind != "named-vote" or named]

    def _propose(self, kind: str) -> None:
        if kind and self.file.value in ("", self._proposed):
            name = paper_name(self.bridge.state, kind, self._pdf.language)
            self._proposed = str(documents_folder() / name)
            self.file.set_value(self._proposed)

    def begin(self) -> None:
        """Make the paper and write it."""
        papers, kind, path = self._pdf.papers, self.kind.value, self.file.path
        replace, language, opened = self.file.may_replace, self._pdf.language, self.bridge.opened
        ready = self._pdf.data if kind == "protocol" and self._pdf.current else b""
        if papers is None or self.bridge.sitting_id is None:
            self.say(self.bridge.words("protocol.no-papers"))
            return
        try:
            lines = self.bridge.desk.lines(self.bridge.sitting_id)
        except JournalError as error:
            self.refused(error)
            return

        def work(job: Job) -> object:
            data = ready or papers.make(kind, opened, lines, language)
            job.go_on()
            return write_beside(path, data, replace=replace)

        def saved(where: object) -> None:
            self.leave()
            self.desk_page.block.say(self.bridge.words("shell.done", path=where), "good")

        self.run("protocol.saving", work, saved)


class VerifyPanel(WorkPanel):
    """Check a file; the verdict stands below in plain words."""

    def __init__(self, page: Page, pdf: ProtocolPdf) -> None:
        super().__init__(page, "protocol.verify-form", width=760)
        self._pdf = pdf
        self.file = FileField(
            "protocol.verify-form.file", "protocol.verify-file", kinds="PDF, JSONL (*.pdf *.jsonl);;* (*)"
        )
        self.add(self.file)
        self.place_note()
        self.verdict = Signed("protocol.verify-form.verdict", 16)
        self.sentences = label("protocol.verify-form.sentences", 14, wrap=True)
        self._answer = QWidget()
        column = QVBoxLayout(self._answer)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.verdict)
        column.addWidget(self.sentences)
        self.body.addWidget(self._answer)
        self.body.addStretch(1)
        self._answer.hide()

    def begin_form(self) -> None:
        """Open it, at the file that was signed last."""
        self.show_words(self.bridge.words, "protocol.verify-title", "protocol.verify-now")
        self._answer.hide()
        if self._pdf.signed_file is not None:
            self.file.set_value(str(self._pdf.signed_file.path))
        self.desk_page.open_panel(self)

    def begin(self) -> None:
        """Examine the file."""
        papers, path, language = self._pdf.papers, self.file.path, self.bridge.language
        self._answer.hide()
        if papers is None:
            self.say(self.bridge.words("protocol.no-papers"))
            return

        def work(_job: Job) -> Verdict:
            return papers.examine(path.read_bytes(), language)

        self.run("protocol.verifying", work, self._show)

    def _show(self, verdict: Verdict) -> None:
        first, *others = verdict.sentences
        icon, role = ("check", "good") if verdict.sound else ("cross", "bad")
        self.verdict.show_text(first, icon, role)
        self.sentences.setText("\n".join(f"• {sentence}" for sentence in dict.fromkeys(others)))
        self._answer.show()
        self._place()
