"""The protocol's PDF as it is now: made again, off the window's thread, when the sitting or the language is another."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from assembly_desk.journal.contract import JournalError
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.protocol import pdfium
from assembly_desk.ui.protocol.papers import Papers, Signer
from assembly_desk.ui.protocol.work import Job, Stopped
from assembly_desk.wording.words import Language

QUIET = 400
"""Milliseconds without a change before the pages are made again."""

Key = tuple[str | None, str, str]


@dataclass(frozen=True, slots=True)
class SignedFile:
    """A protocol that was signed while this window was open: where it lies, what it holds, who signed it."""

    path: Path
    data: bytes
    signers: tuple[Signer, ...]


class ProtocolPdf(QObject):
    """Holds the PDF that is shown, and makes it."""

    made = Signal()
    """`data` and `sizes` are new."""
    working = Signal()
    """It began or ceased to work: ask `busy`, `trouble`."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self.language: Language = "kk"
        self.signed: dict[str, SignedFile] = {}
        """By sitting."""
        self.data: bytes = b""
        self.sizes: tuple[pdfium.Size, ...] = ()
        self._key: Key | None = None
        self._making: Key | None = None
        self._job: Job | None = None
        self.trouble: Exception | None = None
        """Why the pages are not those of now."""
        self._given_up: Key | None = None
        self._waiting: list[Callable[[bytes], None]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(QUIET)
        self._timer.timeout.connect(self._make)

    @property
    def papers(self) -> Papers | None:
        """Who makes papers; None: nobody does here."""
        return self._bridge.papers

    @property
    def signed_file(self) -> SignedFile | None:
        """The signed protocol of the sitting that is shown, if one was signed here."""
        return self.signed.get(self._bridge.sitting_id or "")

    @property
    def busy(self) -> bool:
        """Whether it is being made."""
        return self._job is not None

    @property
    def current(self) -> bool:
        """Whether `data` is the PDF of now."""
        return bool(self.data) and self._key == self._wanted()

    @property
    def of_this_sitting(self) -> bool:
        """Whether `data` is of the sitting that is shown, be it older."""
        return self._key is not None and self._key[0] == self._bridge.sitting_id

    def _wanted(self) -> Key:
        signed = self.signed_file if self.language == "kk" else None
        which = f"{signed.path} {len(signed.data)}" if signed else self._bridge.opened.head
        return (self._bridge.sitting_id, which, self.language)

    def refresh(self) -> None:
        """See to it that the PDF is the one of now: soon, and at once where there is none."""
        if self.papers is None or self._bridge.opened.broken is not None or not self._bridge.sitting_id:
            return
        wanted = self._wanted()
        if self.current or wanted in (self._making, self._given_up):
            return
        if self._job is not None or self.of_this_sitting:
            self._timer.start()
        else:
            self._make()

    def again(self) -> None:
        """Make it although it was stopped or failed before."""
        self._given_up = None
        self._make()

    def stop(self) -> None:
        """Leave the pages as they are."""
        if self._job is not None:
            self._job.stop()
            self._over(Stopped())

    def when_current(self, then: Callable[[bytes], None]) -> None:
        """Call it with the PDF of now, once there is one; not at all if it cannot be made."""
        if self.current:
            then(self.data)
        elif self.papers is not None:
            self._waiting.append(then)
            self._given_up = None
            if self._job is None:
                self._make()

    def _make(self) -> None:
        self._timer.stop()
        papers, opened, sitting = self.papers, self._bridge.opened, self._bridge.sitting_id
        if papers is None or sitting is None or self.current:
            return
        if self._job is not None:
            self._job.stop()
        wanted, signed, language = self._wanted(), self.signed_file, self.language
        try:
            lines = self._bridge.desk.lines(sitting)
        except JournalError as error:
            self._making = wanted
            self._over(error)
            return

        def work(job: Job) -> tuple[bytes, tuple[pdfium.Size, ...]]:
            use_signed = signed is not None and language == "kk"
            data = signed.data if signed and use_signed else papers.make("protocol", opened, lines, language)
            job.go_on()
            return data, pdfium.on_its_thread(lambda: pdfium.page_sizes(data)).result()

        def done(result: tuple[bytes, tuple[pdfium.Size, ...]]) -> None:
            if self._job is job and not job.stopped:
                self._job, self._making, self.trouble = None, None, None
                self._key = wanted
                self.data, self.sizes = result
                self.made.emit()
                self.working.emit()
                self._serve()

        def failed(error: Exception) -> None:
            if self._job is job:
                self._over(error)

        job = self._job = Job(self, work, done, failed)
        self._making, self.trouble = wanted, None
        self.working.emit()

    def _serve(self) -> None:
        if not self.current:
            self.refresh()
            return
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then(self.data)

    def _over(self, error: Exception) -> None:
        self._given_up, self._making, self._job = self._making, None, None
        self.trouble, self._waiting = error, []
        self.working.emit()
