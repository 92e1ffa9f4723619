"""Signing the protocol: the key is opened and shown first, and signs at a second act."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt

from assembly_desk.domain.commands import Seal
from assembly_desk.journal.contract import JournalError
from assembly_desk.ui.page import Page
from assembly_desk.ui.parts.fields import LineField, TickField
from assembly_desk.ui.parts.labels import Signed, label, set_role
from assembly_desk.ui.protocol.files import FileField, documents_folder, paper_name, write_beside
from assembly_desk.ui.protocol.papers import NotDone, OpenedKey, Papers, Role
from assembly_desk.ui.protocol.pdf import ProtocolPdf, SignedFile
from assembly_desk.ui.protocol.work import Job
from assembly_desk.ui.protocol.working import WorkPanel
from assembly_desk.wording.dates import local, short_date


@dataclass(frozen=True, slots=True)
class Tried:
    """A key that was opened and tried on the paper as it is now. `against`: what stands against it."""

    key: OpenedKey
    against: NotDone | None


class SignPanel(WorkPanel):
    """The form of one signature. The password leaves the field as soon as it is used and is kept nowhere."""

    def __init__(self, page: Page, pdf: ProtocolPdf) -> None:
        super().__init__(page, "protocol.sign-form", width=680)
        self._pdf = pdf
        self._role: Role = "secretary"
        self._key: OpenedKey | None = None
        self._sure = self._differs = self._sealed_here = False
        self.document = FileField("protocol.sign-form.document", "protocol.document", needed=False)
        self.key_file = FileField(
            "protocol.sign-form.key", "field.key-file", kinds="PKCS#12 (*.p12 *.pfx);;* (*)"
        )
        self.password = LineField("protocol.sign-form.password", "field.password", secret=True)
        self.facts = Signed("protocol.sign-form.certificate", 15, bold=False)
        self.training = label("protocol.sign-form.training", 14, role="warning", wrap=True)
        self.accept_name = TickField("protocol.sign-form.accept-name", "protocol.accept-name")
        self.target = FileField("protocol.sign-form.target", "protocol.target", save=True)
        self.seals = label("protocol.sign-form.seals", 14, role="warning", wrap=True)
        self.kept = label("protocol.sign-form.kept", 13, role="second", wrap=True)
        for field in (self.document, self.key_file, self.password):
            self.add(field)
        self.body.addWidget(self.kept)
        self.body.addWidget(self.facts)
        self.body.addWidget(self.training)
        self.add(self.accept_name)
        self.add(self.target)
        self.body.addWidget(self.seals)
        self.place_note()
        self.body.addStretch(1)
        for part in (self.document, self.key_file, self.password):
            part.edit.textChanged.connect(self._other_key)

    def begin_form(self, role: Role) -> None:
        """Open it for that signature."""
        say, state = self.bridge.words, self.bridge.state
        person = state.convening.secretary if role == "secretary" else state.presiding
        name = person.short if person else "—"
        role_words = say(f"paper.signature-{role}")
        self._role = role
        self.show_words(say, "protocol.sign-title", "protocol.open-key", role=role_words, name=name)
        self.kept.setText(say("signature.not-kept"))
        self.seals.setText(say("protocol.sign-seals"))
        self.training.setText(say("protocol.training-key"))
        self.key_file.set_value("")
        signed = self._pdf.signed_file
        self.document.setVisible(role == "presiding" or signed is not None)
        self.document.set_value(str(signed.path) if signed else "")
        self.target.set_value(str(documents_folder() / paper_name(state, "protocol")))
        self.target.confirmed = ""
        self._other_key()
        self.desk_page.open_panel(self)

    # ------------------------------------------------------------------------------------- first, the key

    def _other_key(self) -> None:
        """Nothing is opened: another key or password is being typed."""
        if self.busy:
            return
        self._key, self._sure, self._differs = None, False, False
        for part in (self.facts, self.training, self.accept_name, self.target, self.seals):
            part.hide()
        self.password.show()
        self.kept.show()
        self.accept_name.box.setChecked(False)
        self.done.show_text(self.bridge.words("protocol.open-key"))
        self.say("")

    def begin(self) -> None:
        """Open the key and try it; at the second act, sign."""
        if self._pdf.papers is None:
            self.say(self.bridge.words("protocol.no-papers"))
        elif self._key is None:
            self._open(self._pdf.papers)
        elif self._differs and not self.accept_name.value:
            self.accept_name.box.setFocus()
        elif self._seals and not self._sure:
            self._sure = True
            self.done.show_text(self.bridge.words("do.once-more"))
        else:
            self._sign(self._pdf.papers, self._key)

    @property
    def _seals(self) -> bool:
        """Whether this signature is the first: the sitting is not sealed yet."""
        return self.bridge.state.phase in ("closed", "cancelled")

    def _open(self, papers: Papers) -> None:
        file, role = self.key_file.path, self._role
        language, document = self.bridge.language, self._document()
        paper = self._paper(papers)
        if paper is None:
            return
        first, say = self._first_entry(), self.bridge.words
        once = [self.password.edit.text()]  # taken out when it is used

        def work(job: Job) -> Tried:
            key = papers.open_key(file, once.pop(), language)
            data = paper() if document is None else document.read_bytes()
            if document is not None and papers.begins_with(data) not in (None, first):
                raise NotDone(say("protocol.other-sitting", path=document))
            job.go_on()
            try:
                papers.sign(data, role, key, False, language)
            except NotDone as against:
                return Tried(key, against)
            return Tried(key, None)

        self.run("protocol.opening-key", work, self._opened)
        self.password.edit.blockSignals(True)  # what was opened stays opened
        self.password.edit.clear()
        self.password.edit.blockSignals(False)

    def _opened(self, tried: Tried) -> None:
        if not self.isVisible():
            return
        say, now = self.bridge.words, tried.key.certificate
        offset = self.bridge.offset
        first, last = (short_date(local(one, offset).date()) for one in (now.not_before, now.not_after))
        usage = "protocol.certificate-usage" if now.may_sign else "protocol.certificate-other-usage"
        lines = (
            say("protocol.certificate-name", name=now.name),
            say("protocol.certificate-issuer", name=now.issuer),
            say("protocol.certificate-dates", first=first, last=last),
            say(usage, algorithm=now.algorithm),
        )
        self._differs = tried.against is not None and tried.against.code == "NameDiffers"
        usable = tried.against is None or self._differs
        icon, role = ("check", "good") if tried.against is None else ("warning", "warn")
        self.facts.show_text("\n".join(lines), icon, role)
        set_role(self.facts.text, "")
        self.facts.text.setAccessibleName("\n".join(lines))
        self.facts.show()
        self.training.setVisible(now.training)
        self.accept_name.setVisible(self._differs)
        if tried.against is not None:
            self.say(tried.against.sentence)
        if not usable:
            self._place()
            self.key_file.edit.setFocus()
            return
        self._key = tried.key
        self.password.hide()  # until another key is chosen
        self.kept.hide()
        self.target.setVisible(self._document() is None)
        self.seals.setVisible(self._seals)
        self.done.show_text(say("protocol.sign-now"))
        self._place()
        (self.accept_name.box if self._differs else self.done).setFocus(Qt.FocusReason.OtherFocusReason)

    def _document(self) -> Path | None:
        """The file to sign; None: the protocol as it is now."""
        return None if self.document.empty or self.document.isHidden() else self.document.path

    def _first_entry(self) -> str:
        assert self.bridge.sitting_id is not None
        return self.bridge.desk.lines(self.bridge.sitting_id)[0].hash

    def _paper(self, papers: Papers) -> Callable[[], bytes] | None:
        """How the protocol of now is made; None: its record cannot be read, and it is said."""
        assert self.bridge.sitting_id is not None
        try:
            lines = self.bridge.desk.lines(self.bridge.sitting_id)
        except JournalError as error:
            self.refused(error)
            return None
        opened = self.bridge.opened
        return lambda: papers.make("protocol", opened, lines, "kk")

    # ----------------------------------------------------------------------------------- then, the signature

    def _sign(self, papers: Papers, key: OpenedKey) -> None:
        """Seal the sitting, so that the paper ends with the closing entry; then make, sign and write it."""
        sealing = self._seals
        if sealing and self.desk_page.do(Seal("signature")) is None:
            self.say(self.desk_page.block.said.text() or self.bridge.say_trouble())
            self._sure = False
            return
        paper = self._paper(papers)
        if paper is None:
            return
        role, accepted, language = self._role, self.accept_name.value, self.bridge.language
        document, target, replace = self._document(), self.target.path, self.target.may_replace

        def work(job: Job) -> SignedFile:
            data = paper() if document is None else document.read_bytes()
            signed = papers.sign(data, role, key, accepted, language)
            signers = papers.signers(signed)
            job.go_on()
            where = write_beside(document or target, signed, replace=replace or document is not None)
            return SignedFile(where, signed, signers)

        self._sealed_here = sealing
        sitting = self.bridge.sitting_id
        self.run("protocol.signing", work, lambda file: self._signed(sitting, file))

    def _signed(self, sitting: str | None, file: SignedFile) -> None:
        self._sealed_here = False
        self._pdf.signed[sitting or ""] = file
        name = file.signers[-1].name
        self.leave()
        said = self.bridge.words("protocol.signed", name=name, path=file.path)
        self.desk_page.show_sitting()
        self.desk_page.calm()
        self.desk_page.block.say(said, "good")

    def reason(self, error: Exception) -> str:
        """What stands against it; after the sealing it says that the sitting is sealed all the same."""
        said = super().reason(error)
        if self._sealed_here:
            self._sealed_here = False
            said = self.bridge.words("protocol.sealed-unsigned", reason=said)
        return said

    def refused(self, error: Exception) -> None:
        """The key may sign again: to another place, or once the disk is well."""
        super().refused(error)
        self._sure = False
        if self._key is not None:
            self.seals.setVisible(self._seals)
            self.done.show_text(self.bridge.words("protocol.sign-now"))

    def leave(self) -> None:
        """Leave; the key is let go."""
        self.password.edit.clear()
        self._key = None
        super().leave()
