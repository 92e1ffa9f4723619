"""A form whose act is long work: it says so, can be left at any time, and keeps what was typed on a refusal."""

from collections.abc import Callable
from typing import Any

from assembly_desk.journal.contract import JournalError
from assembly_desk.ui.page import Page
from assembly_desk.ui.parts.fields import NotUsable
from assembly_desk.ui.parts.labels import label
from assembly_desk.ui.parts.panel import Panel
from assembly_desk.ui.protocol.papers import NotDone
from assembly_desk.ui.protocol.printing import PrinterFailed
from assembly_desk.ui.protocol.work import Job, Stopped
from assembly_desk.wording.words import Words


def say_error(error: Exception, say: Words) -> str:
    """What stands against the work, in one sentence; a slip of the program is raised again."""
    match error:
        case NotDone():
            return error.sentence
        case Stopped():
            return say("shell.stopped")
        case PrinterFailed():
            return say("trouble.printer", printer=error.args[0])
        case JournalError():
            return say("trouble.disk-failed")
        case OSError():
            return say("protocol.file-failed", path=error.filename or "—", reason=error.strerror or "")
        case _:
            raise error


class WorkPanel(Panel):
    """The form. While it works its act is not offered; Escape stops the work and leaves."""

    def __init__(self, page: Page, name: str, *, width: int = 640) -> None:
        super().__init__(page, name, width=width)
        self.desk_page, self.bridge = page, page.bridge
        self._job: Job | None = None
        self.note = label(f"{name}.note", 14, role="second", wrap=True)
        self.note.hide()

    def place_note(self) -> None:
        """The line that says what is being done stands below the fields."""
        self.body.addWidget(self.note)

    @property
    def busy(self) -> bool:
        """Whether it works now."""
        return self._job is not None

    def run(self, what: str, work: Callable[[Job], Any], done: Callable[[Any], None]) -> None:
        """Do it off the window's thread. `what`: the row of words that names it."""
        self.say("")
        self._show_note(self.bridge.words("shell.working", what=self.bridge.words(what)))
        self.done.setEnabled(False)

        def over(result: Any) -> None:
            self._end(job)
            done(result)

        def failed(error: Exception) -> None:
            self._end(job)
            self.refused(error)

        job = self._job = Job(self, work, over, failed)

    def refused(self, error: Exception) -> None:
        """Say what stands against it, on the page where the form was left already; what was typed stays."""
        said = self.reason(error)
        if self.isVisible():
            self.say(said)
        else:
            self.desk_page.block.say(said, "warn" if isinstance(error, Stopped) else "bad")

    def reason(self, error: Exception) -> str:
        """The sentence that says why it was not done."""
        return say_error(error, self.bridge.words)

    def _end(self, job: Job | None) -> None:
        if self._job is job:
            self._job = None
            self._show_note("")
            self.done.setEnabled(True)

    def _show_note(self, text: str) -> None:
        self.note.setText(text)
        self.note.setVisible(bool(text))
        self._place()

    def usable(self) -> bool:
        """Whether every field that is seen can be used; else it says why not and goes there."""
        for field in self.fields:
            if not field.isVisibleTo(self):
                continue
            try:
                field.check()
            except NotUsable as wrong:
                self.say(self.bridge.words(wrong.words, **wrong.values))
                field.entry().setFocus()
                return False
        return True

    def accept(self) -> None:
        """Begin the work, unless it goes on already."""
        if not self.busy and self.usable():
            self.begin()

    def begin(self) -> None:
        """What the form does: the fields can be used."""
        raise NotImplementedError

    def leave(self) -> None:
        """Leave; work that goes on is stopped."""
        if self._job is not None:
            self._job.stop()
            self._end(self._job)
        super().leave()
