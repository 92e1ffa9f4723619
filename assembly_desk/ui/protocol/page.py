"""The protocol: its pages as they will print, what is missing, the signatures, saving and printing."""

from itertools import pairwise

from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from assembly_desk.domain.commands import Seal
from assembly_desk.projections.next_act import NextAct
from assembly_desk.projections.protocol_check import protocol_check
from assembly_desk.ui import keys, theme
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.page import Page
from assembly_desk.ui.parts.buttons import KeyButton
from assembly_desk.ui.parts.scroll import scrolled
from assembly_desk.ui.protocol.cards import CheckCard, LanguageCard, SignCard
from assembly_desk.ui.protocol.files import paper_name
from assembly_desk.ui.protocol.forms import NumberPanel, SavePanel, VerifyPanel
from assembly_desk.ui.protocol.frame import PagesFrame
from assembly_desk.ui.protocol.gists import GistPanel
from assembly_desk.ui.protocol.papers import ROLES, Role, Signer
from assembly_desk.ui.protocol.pdf import ProtocolPdf
from assembly_desk.ui.protocol.printing import PrinterFailed, ask_printer, print_job
from assembly_desk.ui.protocol.signing import SignPanel
from assembly_desk.ui.protocol.work import Job, Stopped
from assembly_desk.ui.protocol.working import say_error

_LOW = 690  # a page less tall than this has smaller margins


class ProtocolPage(Page):
    """The page."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, "protocol")
        self.pdf = ProtocolPdf(bridge)
        self.pdf.setParent(self)
        self.frame = PagesFrame(bridge)
        self.view = self.frame.view
        self.check = CheckCard(bridge)
        self.language = LanguageCard(bridge)
        self.signatures = SignCard(bridge)
        self.gists = GistPanel(self)
        self.number = NumberPanel(self)
        self.save = SavePanel(self, self.pdf)
        self.verify = VerifyPanel(self, self.pdf)
        self.sign = SignPanel(self, self.pdf)
        self._printing: Job | None = None
        self._seal_sure = False
        self._chain: list[QWidget] = []
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.save_button = KeyButton("protocol.save-pdf", pixels=14)
        self.print_button = KeyButton("protocol.print", "Ctrl P", pixels=14)
        self.block.undo_shown = False  # Ctrl+Z answers all the same
        self.block.add(self.save_button)
        self.block.add(self.print_button)
        self.block.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        inside = QWidget()
        cards = QVBoxLayout(inside)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(12)
        for card in (self.check, self.signatures, self.language):
            cards.addWidget(card)
        cards.addStretch(1)
        self._cards = scrolled(inside)
        self._cards.setObjectName("protocol.cards")
        self._cards.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)  # what is left
        self._right = self.acts_below(self._cards)
        page = QHBoxLayout(self)
        page.setSpacing(16)
        page.addWidget(self.frame, 1)
        page.addWidget(self._right)

    def _connect(self) -> None:
        self.bridge.sitting_changed.connect(self._other_sitting)
        self.pdf.made.connect(self._show_pages)
        self.pdf.working.connect(self._show_work)
        self.frame.stop_asked.connect(self.stop)
        self.frame.again_asked.connect(self.pdf.again)
        self.check.asked.connect(self._go)
        self.language.chosen.connect(self._speak)
        self.signatures.asked.connect(self._go)
        self.signatures.seal_asked.connect(self._seal)
        self.save_button.clicked.connect(self.save.begin_form)
        self.print_button.clicked.connect(self.print_pages)

    # --------------------------------------------------------------------------------------------- what shows

    def show_all(self) -> None:
        """In the language of the window and the colours of the theme."""
        say = self.bridge.words
        self.save_button.show_text(say("do.save-pdf"))
        self.print_button.show_text(say("do.print"))
        self.frame.show_words()
        self.check.rows.repaint_signs()
        self.signatures.rows.repaint_signs()
        self.show_sitting()
        self.frame.update()

    def show_sitting(self) -> None:
        """The sitting as it stands; its pages follow once nothing changed for a moment."""
        if not self.bridge.sitting_id:
            return
        check = protocol_check(self.bridge.state)
        self.check.show_check(check, short=self.height() < _LOW)
        papers = self.pdf.papers
        self.language.show_languages(papers.languages if papers else (), self.pdf.language)
        self.language.show_appendices(check.named_votes)
        self._show_signatures()
        self.block.show_act()
        act = self.next_act()
        self.print_button.setVisible(act is None or act.words != "do.print")  # else it is the blue one
        if not self.pdf.of_this_sitting:
            self.view.clear()
        self.pdf.refresh()
        self._show_work()
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Tab goes as one reads; lines that were made anew stand at the end of Qt's own order."""
        block, signatures = self.block, self.signatures
        chain = [
            *(self.view, self.frame.smaller, self.frame.larger, self.frame.stop, self.frame.again),
            *(*self.check.rows.links, *signatures.rows.links, signatures.verify, signatures.seal),
            *(*self.language.buttons.values(), block.next, self.save_button, self.print_button),
        ]
        if chain != self._chain:
            self._chain = chain
            for one, following in pairwise(chain):
                QWidget.setTabOrder(one, following)

    def _other_sitting(self) -> None:
        """A form belongs to the sitting for which it was opened."""
        if self.panel is not None:
            self.panel.leave()
        self.block.say("", "")

    def _show_signatures(self) -> None:
        signed = self.pdf.signed_file
        self.signatures.show_signatures(
            protocol_check(self.bridge.state),
            signed.signers if signed else (),
            signed.path if signed else None,
            sure=self._seal_sure,
            able=self.pdf.papers is not None,
            time=self._time,
        )

    def _time(self, signer: Signer) -> str:
        return self.bridge.time(signer.at) if signer.at else "—"

    def _show_pages(self) -> None:
        self.view.show_pdf(self.pdf.data, self.pdf.sizes)
        self.frame.show_place()

    def _show_work(self) -> None:
        """What goes on off the window's thread; or why the pages are not those of now."""
        say = self.bridge.words
        if self._printing is not None:
            self.frame.show_work(say("shell.working", what=say("protocol.printing")))
        elif self.pdf.busy:
            self.frame.show_work(say("shell.working", what=say("protocol.making")))
        elif isinstance(self.pdf.trouble, Stopped):
            self.frame.show_work(say("protocol.stale"), again=True)
        elif self.pdf.trouble is not None:
            reason = say_error(self.pdf.trouble, say)
            self.frame.show_work(say("protocol.not-made", reason=reason), again=True)
        else:
            self.frame.show_work("")
        self.view.say(self._message())

    def _message(self) -> str:
        """What stands in place of the pages while there are none."""
        say = self.bridge.words
        if self.pdf.papers is None:
            return say("protocol.no-papers")
        if self.bridge.opened.broken is not None:
            return self.bridge.say_trouble()
        return say("shell.working", what=say("protocol.making")) if self.pdf.busy else ""

    def stop(self) -> None:
        """Stop the long work that goes on."""
        if self._printing is not None:
            self._printing.stop()
        else:
            self.pdf.stop()

    # ------------------------------------------------------------------------------------------------ the acts

    def next_act(self) -> NextAct | None:
        """As the sitting has it; and the second signature, once the first was given here."""
        act = super().next_act()
        if act is None or act.page != "protocol" or act.words == "do.number-protocol":
            return act
        role = self._to_sign()
        signed = self.pdf.signed_file is not None
        if role is not None and (act.words == "do.sign" or signed):
            return NextAct(f"protocol.sign-{role}", "protocol")
        return NextAct("do.print", "protocol")

    def _to_sign(self) -> Role | None:
        """Who is to sign next in the file that was signed here."""
        signed = self.pdf.signed_file
        have = {one.role for one in signed.signers} if signed else set()
        return next((role for role in ROLES if role not in have), None)

    def prepare(self, act: NextAct) -> None:
        """Open the form of the act, or print."""
        match act.words:
            case "do.number-protocol":
                self.number.begin()
            case "protocol.sign-secretary" | "protocol.sign-presiding":
                self._go(self._to_sign() or "secretary")
            case "do.print":
                self.print_pages()

    def _go(self, where: str) -> None:
        """A link was followed: to a form, or to another page."""
        match where:
            case "gists":
                self.gists.begin()
            case "number":
                self.number.begin()
            case "secretary" | "presiding" if self.pdf.papers is None:
                self.block.say(self.bridge.words("protocol.no-papers"), "warn")
            case "secretary":
                self.sign.begin_form("secretary")
            case "presiding":
                self.sign.begin_form("presiding")
            case "verify":
                self.verify.begin_form()
            case _:
                self.asked.emit(where)

    def _speak(self, language: str) -> None:
        self.pdf.language = "ru" if language == "ru" else "kk"
        self.show_sitting()

    def _seal(self) -> None:
        """Seal without a signature: it says what follows, and does it at a second press."""
        if not self._seal_sure:
            self._seal_sure = True
            self.block.say(self.bridge.words("protocol.seal-sure"), "warn")
            self._show_signatures()
            return
        self._seal_sure = False
        self.do(Seal(), self.bridge.words("state.sealed"))
        self._show_signatures()

    def calm(self) -> None:
        """A change came, or another page was looked at: no second press is half done."""
        if self._seal_sure:
            self._seal_sure = False
            self._show_signatures()
        super().calm()

    # ------------------------------------------------------------------------------------------------ printing

    def print_pages(self) -> None:
        """Ask for the printer, in the system's own dialog, once the pages are those of now."""
        if self.pdf.papers is None:
            self.block.say(self.bridge.words("protocol.no-papers"), "warn")
        elif self._printing is None:
            self.pdf.when_current(self._ask_printer)

    def _ask_printer(self, data: bytes) -> None:
        name = paper_name(self.bridge.state, "protocol", self.pdf.language)
        try:
            printer = ask_printer(self.window(), name.removesuffix(".pdf"), len(self.pdf.sizes))
        except PrinterFailed as failed:
            self.block.say(say_error(failed, self.bridge.words), "bad")
            return
        if printer is not None:
            self.print_to(printer, data)

    def print_to(self, printer: QPrinter, data: bytes) -> None:
        """Print that PDF there, off the window's thread."""

        def over(count: int) -> None:
            self._printing = None
            self._show_work()
            self.block.say(self.bridge.words("protocol.printed", count=count), "good")

        def failed(error: Exception) -> None:
            self._printing = None
            self._show_work()
            stopped = isinstance(error, Stopped)
            self.block.say(say_error(error, self.bridge.words), "warn" if stopped else "bad")

        self.block.say("", "")
        self._printing = Job(self, print_job(data, printer), over, failed, self.frame.show_step)
        self._show_work()

    # --------------------------------------------------------------------------------------------------- keys

    def home(self) -> QWidget:
        """The pages: the keys scroll them."""
        return self.view

    def take_key(self, event: QKeyEvent) -> bool:
        """Ctrl+P prints; what scrolls and zooms does so from anywhere on the page."""
        if keys.is_print(event):
            if not event.isAutoRepeat():
                self.print_pages()
            return True
        return self.view.take_key(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A wide page has a wider right column, a low one smaller margins."""
        super().resizeEvent(event)
        self._right.setFixedWidth(max(344, min(480, self.width() * 30 // 100)))
        low = self.height() < _LOW
        if (event.oldSize().height() < _LOW) != low and self.bridge.sitting_id:
            self.check.show_check(protocol_check(self.bridge.state), short=low)
        if (page := self.layout()) is not None:
            page.setContentsMargins(24, *((12, 24, 12) if low else (20, 24, 20)))
            page.setSpacing((3 if low else 4) * theme.STEP)

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page is looked at: nothing is asked twice any more."""
        super().hideEvent(event)
        self._seal_sure = False
