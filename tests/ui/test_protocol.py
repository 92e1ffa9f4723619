"""The protocol's page: true pages, what is missing, signatures, saving, checking, printing."""

import json
import logging
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from assembly_desk.desk.desk import Desk
from assembly_desk.papers.verdict import examined_bytes
from assembly_desk.papers.window import window_papers
from assembly_desk.signing.training import TrainingKeys, make_training_keys
from assembly_desk.signing.verify import signatures
from assembly_desk.ui.app import open_window
from assembly_desk.ui.play import press, type_text
from assembly_desk.ui.protocol import printing
from assembly_desk.ui.protocol.files import paper_name, write_beside
from assembly_desk.ui.protocol.page import ProtocolPage
from assembly_desk.ui.protocol.papers import Papers
from assembly_desk.ui.window import Window
from assembly_desk.wording.words import Language, words
from tests.played_sitting import COUNCIL, PRESIDING, SECRETARY, played, sample_lines

PLAIN, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SAY = words("kk")
LONG = 20_000  # milliseconds that a busy machine may take


class Room:
    """The window on a desk, at the protocol's page."""

    def __init__(self, desk: Desk, qtbot: QtBot, papers: Papers | None, language: Language = "kk") -> None:
        self.desk, self.qtbot = desk, qtbot
        self.window: Window = open_window(desk, COUNCIL, language, papers=papers)
        self.window.resize(1440, 900)
        qtbot.addWidget(self.window)
        with qtbot.waitActive(self.window):
            self.window.show()
        self.window.show_page("protocol")
        shown = self.window.shown
        assert isinstance(shown, ProtocolPage)
        self.page = shown

    def key(self, pressed: Qt.Key, held: Qt.KeyboardModifier = PLAIN, scan_code: int = 0) -> None:
        press(self.window.focusWidget() or self.window, pressed, held=held, scan_code=scan_code)

    def act(self) -> None:
        """Ctrl+Enter."""
        self.key(Qt.Key.Key_Return, CTRL)

    def type(self, field: QLineEdit | QPlainTextEdit, text: str) -> None:
        field.setFocus()
        field.selectAll()
        type_text(field, text)

    def until_current(self) -> None:
        self.qtbot.waitUntil(lambda: self.page.pdf.current and not self.page.pdf.busy, timeout=LONG)

    def until_drawn(self) -> None:
        self.until_current()
        self.qtbot.waitUntil(lambda: self.page.view.complete, timeout=LONG)

    @property
    def phase(self) -> str:
        return self.window.bridge.state.phase

    @property
    def said(self) -> str:
        return self.page.block.said.text()

    # ---------------------------------------------------------------------------------------------- signing

    def open_key(self, file: Path, password: str) -> None:
        """In the form that is open: the key and its password, Ctrl+Enter, and wait."""
        form = self.page.sign
        self.type(form.key_file.edit, str(file))
        self.type(form.password.edit, password)
        self.act()
        self.qtbot.waitUntil(lambda: not form.busy, timeout=LONG)

    def sign(self) -> None:
        """The key is open: sign, and wait until the form is left."""
        self.act()
        if self.page.sign.done.text() == SAY("do.once-more"):
            self.act()
        self.qtbot.waitUntil(lambda: not self.page.sign.isVisible(), timeout=LONG)
        self.until_current()


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> TrainingKeys:
    folder = tmp_path_factory.mktemp("keys")
    return make_training_keys(folder, {"secretary": SECRETARY, "presiding": PRESIDING}, datetime.now(UTC))


@pytest.fixture
def password(keys: TrainingKeys) -> str:
    return keys.password.read_text(encoding="utf-8").strip()


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    made = Room(played(), qtbot, window_papers())
    yield made
    made.window.close()


def pages_of(data: bytes) -> int:
    document = PdfDocument(data)
    try:
        return len(document)
    finally:
        document.close()


# ------------------------------------------------------------------------------------------------- the pages


def test_the_pages_of_the_pdf_are_shown_side_by_side_and_scrolled_by_keys(room: Room) -> None:
    room.until_drawn()
    view = room.page.view
    assert view.count == pages_of(room.page.pdf.data)
    assert view.seen == (1, 2)
    assert room.page.frame.pages.text() == f"1–2 / {view.count} бет"
    room.key(Qt.Key.Key_PageDown)
    assert view.seen == (3, 4)
    room.key(Qt.Key.Key_PageUp)
    assert view.seen == (1, 2)
    room.key(Qt.Key.Key_End)
    assert view.seen[-1] == view.count
    room.until_drawn()
    shown = view.grab().toImage()
    inks = {shown.pixelColor(x, y).lightness() < 128 for x in range(0, 700, 3) for y in range(40, 600, 3)}
    assert inks == {True, False}, "there is ink on the paper"


def test_zoom_answers_by_the_place_of_the_keys_in_a_kazakh_layout(room: Room) -> None:
    room.until_drawn()
    view, before = room.page.view, room.page.view.percent
    room.key(Qt.Key.Key_unknown, CTRL, scan_code=0x0D + 8)
    assert view.percent > before
    assert len(view.seen) == 1
    room.key(Qt.Key.Key_unknown, CTRL, scan_code=0x0C + 8)
    room.key(Qt.Key.Key_unknown, CTRL, scan_code=0x0C + 8)
    assert view.percent < before
    room.key(Qt.Key.Key_unknown, CTRL, scan_code=0x0B + 8)
    assert view.percent == before
    room.until_drawn()


def test_after_a_change_the_old_pages_stay_until_the_new_ones_are_there(room: Room) -> None:
    room.until_drawn()
    old, count = room.page.pdf.data, room.page.view.count
    room.page.number.begin()
    room.type(room.page.number.number.edit, "14-қ")
    room.act()
    assert room.window.bridge.state.protocol_number == "14-қ"
    assert room.page.pdf.data is old
    assert room.page.view.count == count
    room.until_drawn()
    assert room.page.pdf.data != old


def test_making_can_be_stopped_and_begun_again(room: Room) -> None:
    assert room.page.pdf.busy
    assert room.page.frame.stop.isVisible()
    room.page.frame.stop.click()
    assert not room.page.pdf.busy
    assert room.page.frame.working.text() == SAY("protocol.stale")
    room.page.frame.again.click()
    room.until_drawn()
    assert room.page.frame.working.text() == ""


def test_the_pages_can_be_read_in_russian(room: Room) -> None:
    room.until_current()
    kazakh = room.page.pdf.data
    room.page.language.buttons["ru"].click()
    assert room.page.pdf.data is kazakh
    room.until_drawn()
    assert room.page.pdf.data != kazakh
    assert paper_name(room.window.bridge.state, "protocol", "ru") == "2026-03-12 Совет № 14 протокол.pdf"


def test_a_window_without_papers_says_so(qtbot: QtBot) -> None:
    room = Room(played(), qtbot, None)
    assert room.page.view.message == SAY("protocol.no-papers")
    room.act()
    room.key(Qt.Key.Key_P, CTRL)
    assert room.said == SAY("protocol.no-papers")
    room.window.close()


# --------------------------------------------------------------------------------------------- what is missing


def without_gists() -> Desk:
    lines = []
    for line in sample_lines():
        if line.startswith("{"):
            step = json.loads(line)
            step.pop("gist", None)
            line = json.dumps(step, ensure_ascii=False)
        if "number-protocol" not in line:
            lines.append(line)
    return played(lines)


def test_gists_are_written_one_after_the_other_by_keys(qtbot: QtBot) -> None:
    room = Room(without_gists(), qtbot, window_papers())
    speeches = room.window.bridge.state.floor.ended
    room.page.check.rows.link("gists").click()
    form = room.page.gists
    assert form.gist.kk.hasFocus()
    room.act()
    assert form.said.text(), "an empty gist is not recorded"
    for number, _ in enumerate(speeches):
        assert form.isVisible()
        type_text(room.window, f"Қысқаша мазмұны {number}")
        room.key(Qt.Key.Key_Tab)
        type_text(room.window, f"Кратко {number}")
        room.act()
    assert not form.isVisible(), "none is left"
    written = [speech.gist for speech in room.window.bridge.state.floor.ended]
    assert [(gist.kk, gist.ru) for gist in written if gist] == [
        (f"Қысқаша мазмұны {number}", f"Кратко {number}") for number in range(len(speeches))
    ]
    assert room.page.view.hasFocus()
    room.window.close()


def test_what_was_typed_for_a_gist_waits_while_another_speech_is_looked_at(qtbot: QtBot) -> None:
    room = Room(without_gists(), qtbot, window_papers())
    form = room.page.gists
    room.page.check.rows.link("gists").click()
    type_text(room.window, "Басталған сөйлем")
    form.speeches.list.setFocus()
    room.key(Qt.Key.Key_Down)
    assert form.gist.kk.toPlainText() == ""
    room.key(Qt.Key.Key_Up)
    assert form.gist.kk.toPlainText() == "Басталған сөйлем"
    room.key(Qt.Key.Key_Escape)
    assert not form.isVisible()
    room.page.check.rows.link("gists").click()
    assert form.gist.kk.toPlainText() == "Басталған сөйлем"
    room.window.close()


def test_the_blue_button_numbers_signs_and_prints_in_that_order(
    qtbot: QtBot, keys: TrainingKeys, password: str, tmp_path: Path
) -> None:
    room = Room(without_gists(), qtbot, window_papers())
    page = room.page
    assert page.block.next.text() == SAY("do.number-protocol")
    room.act()
    assert page.number.isVisible()
    room.act()
    assert (page.bridge.state.protocol_number, page.bridge.state.protocol_date) == ("14", "2026-03-12")
    assert page.block.next.text() == SAY("protocol.sign-secretary")
    for file in (keys.secretary, keys.presiding):
        room.act()
        assert page.sign.isVisible()
        page.sign.target.set_value(str(tmp_path / "protocol.pdf"))
        room.open_key(file, password)
        room.sign()
    assert page.block.next.text() == SAY("do.print")
    room.window.close()


# ------------------------------------------------------------------------------------------------- signatures


def test_both_sign_and_the_first_signature_seals(
    room: Room, keys: TrainingKeys, password: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    page, file = room.page, tmp_path / "хаттама.pdf"
    room.act()
    form = page.sign
    room.open_key(keys.secretary, password)
    assert form.password.edit.text() == ""
    assert SECRETARY in form.facts.text.text()
    assert form.training.isVisible()
    assert form.seals.isVisible()
    assert form.seals.text() == SAY("protocol.sign-seals")
    form.target.set_value(str(file))
    room.act()
    assert room.phase == "closed", "said before, done at the second press"
    room.act()
    qtbot_done(room)
    assert room.phase == "sealed"
    assert signatures(file.read_bytes()).signed == "secretary"
    assert str(file) in room.said

    room.act()
    assert form.document.path == file
    room.open_key(keys.presiding, password)
    assert not form.seals.isVisible()
    room.sign()
    report = signatures(file.read_bytes())
    assert report.signed == "both"
    assert report.unchanged
    assert page.pdf.data == file.read_bytes(), "what is shown is what was signed"
    verdict = examined_bytes(file.read_bytes(), "kk")
    assert verdict.sound
    assert SAY("verify.not-sealed") not in verdict.sentences, "the closing entry is in the paper"
    assert password not in caplog.text
    assert form.password.edit.text() == ""


def qtbot_done(room: Room) -> None:
    room.qtbot.waitUntil(lambda: not room.page.sign.isVisible(), timeout=LONG)
    room.until_current()


def test_a_wrong_password_is_refused_and_only_the_password_is_typed_again(
    room: Room, keys: TrainingKeys, password: str
) -> None:
    before = room.window.bridge.opened.entries
    room.act()
    room.open_key(keys.secretary, "қате құпиясөз")
    form = room.page.sign
    assert form.isVisible()
    assert form.said.text() == SAY("refusal.WrongPassword")
    assert form.password.edit.text() == ""
    assert form.key_file.edit.text() == str(keys.secretary)
    assert not form.facts.isVisible()
    room.type(form.password.edit, password)
    room.act()
    room.qtbot.waitUntil(lambda: not form.busy, timeout=LONG)
    assert form.facts.isVisible()
    assert room.window.bridge.opened.entries == before


@pytest.mark.parametrize(
    ("years", "words_of"), [(-2, "refusal.CertificateExpired"), (2, "refusal.CertificateNotYetValid")]
)
def test_a_certificate_out_of_its_time_is_shown_and_refused(
    room: Room, tmp_path: Path, years: int, words_of: str
) -> None:
    then = datetime.now(UTC) + timedelta(days=365 * years)
    made = make_training_keys(tmp_path, {"secretary": SECRETARY, "presiding": PRESIDING}, then)
    room.act()
    room.open_key(made.secretary, made.password.read_text(encoding="utf-8").strip())
    form = room.page.sign
    assert form.facts.isVisible()
    assert form.said.text().startswith(SAY.template(words_of).split("{")[0])
    assert form.done.text() == SAY("protocol.open-key")
    assert room.phase == "closed"


def test_another_name_is_signed_with_only_if_it_is_accepted(
    room: Room, keys: TrainingKeys, password: str, tmp_path: Path
) -> None:
    room.act()
    room.open_key(keys.presiding, password)
    form = room.page.sign
    assert PRESIDING in form.said.text()
    assert form.accept_name.isVisible()
    form.target.set_value(str(tmp_path / "a.pdf"))
    room.act()
    assert form.isVisible()
    assert room.phase == "closed"
    room.key(Qt.Key.Key_Space)
    assert form.accept_name.value
    room.sign()
    assert signatures((tmp_path / "a.pdf").read_bytes()).signed == "secretary"


def test_the_presiding_person_comes_second(room: Room, keys: TrainingKeys, password: str) -> None:
    room.page.signatures.rows.link("presiding").click()
    room.open_key(keys.presiding, password)
    assert room.page.sign.said.text() == SAY("refusal.SecretaryFirst")
    assert room.phase == "closed"


def test_a_file_signed_before_is_not_signed_again_nor_one_of_another_sitting(
    room: Room, keys: TrainingKeys, password: str, tmp_path: Path
) -> None:
    both = tmp_path / "both.pdf"
    papers, opened = window_papers(), room.desk.sitting(COUNCIL)
    data = papers.make("protocol", opened, room.desk.lines(COUNCIL), "kk")
    for role, file in (("secretary", keys.secretary), ("presiding", keys.presiding)):
        key = papers.open_key(file, password, "kk")
        data = papers.sign(data, "secretary" if role == "secretary" else "presiding", key, False, "kk")
    both.write_bytes(data)
    room.page.signatures.rows.link("presiding").click()
    form = room.page.sign
    form.document.set_value(str(both))
    room.open_key(keys.presiding, password)
    assert form.said.text() == SAY("refusal.AlreadySigned", name=PRESIDING)
    other_desk = played()
    other = papers.make("protocol", other_desk.sitting(COUNCIL), other_desk.lines(COUNCIL), "kk")
    (tmp_path / "other.pdf").write_bytes(other)
    form.document.set_value(str(tmp_path / "other.pdf"))
    room.open_key(keys.presiding, password)
    assert form.said.text() == SAY("protocol.other-sitting", path=tmp_path / "other.pdf")
    assert both.read_bytes() == data


def test_a_signature_that_cannot_be_written_leaves_the_key_and_says_that_the_sitting_is_sealed(
    room: Room, keys: TrainingKeys, password: str, tmp_path: Path
) -> None:
    room.act()
    room.open_key(keys.secretary, password)
    form = room.page.sign
    form.target.set_value(str(tmp_path / f"{'ұ' * 200}.pdf"))  # longer than a name may be
    room.act()
    room.act()
    room.qtbot.waitUntil(lambda: not form.busy, timeout=LONG)
    assert form.isVisible()
    assert form.said.text().startswith(SAY.template("protocol.sealed-unsigned").split("{")[0])
    form.target.set_value(str(tmp_path / "b.pdf"))
    room.sign()
    assert signatures((tmp_path / "b.pdf").read_bytes()).signed == "secretary"


def test_sealing_without_a_signature_takes_two_presses(room: Room) -> None:
    room.page.signatures.seal.click()
    assert room.phase == "closed"
    assert room.said == SAY("protocol.seal-sure")
    room.page.signatures.seal.click()
    assert room.phase == "sealed"
    assert not room.page.signatures.seal.isVisible()


# ----------------------------------------------------------------------------------- saving, checking, printing


def test_saving_lies_beside_a_file_that_is_there_already(room: Room, tmp_path: Path) -> None:
    taken = tmp_path / "хаттама.pdf"
    taken.write_bytes(b"somebody else's")
    room.until_current()
    room.page.save_button.click()
    form = room.page.save
    form.file.set_value(str(taken))
    room.act()
    room.qtbot.waitUntil(lambda: not form.isVisible(), timeout=LONG)
    assert taken.read_bytes() == b"somebody else's"
    assert (tmp_path / "хаттама (2).pdf").read_bytes() == room.page.pdf.data
    assert room.said == SAY("shell.done", path=tmp_path / "хаттама (2).pdf")


def test_other_papers_are_saved_too_and_a_missing_folder_loses_no_typing(room: Room, tmp_path: Path) -> None:
    room.page.save_button.click()
    form = room.page.save
    form.kind.choose("attendance")
    assert form.file.path.name == "2026-03-12 Кеңес № 14 қатысқандар тізімі.pdf"
    form.file.set_value(str(tmp_path / "жоқ" / "a.pdf"))
    room.act()
    assert form.said.text() == SAY("cli.folder-missing", path=tmp_path / "жоқ")
    assert form.file.edit.text() == str(tmp_path / "жоқ" / "a.pdf")
    form.file.set_value(str(tmp_path / "a"))
    room.act()
    room.qtbot.waitUntil(lambda: not form.isVisible(), timeout=LONG)
    assert pages_of((tmp_path / "a.pdf").read_bytes()) < pages_of(room.page.pdf.data or b"")


def test_a_file_in_use_elsewhere_is_left_alone(tmp_path: Path) -> None:
    there = tmp_path / "a.pdf"
    assert write_beside(there, b"1") == there
    assert write_beside(there, b"2") == tmp_path / "a (2).pdf"
    assert write_beside(there, b"3") == tmp_path / "a (3).pdf"
    assert write_beside(there, b"4", replace=True) == there
    assert there.read_bytes() == b"4"


def test_the_verdict_on_a_file_stands_in_plain_words(room: Room, tmp_path: Path) -> None:
    room.until_current()
    sound, changed = tmp_path / "sound.pdf", tmp_path / "changed.jsonl"
    sound.write_bytes(room.page.pdf.data)
    journal = "".join(
        json.dumps({"broken": number}) + "\n" for number in range(3)
    )  # reads as lines, but is no journal
    changed.write_text(journal, encoding="utf-8")
    room.page.signatures.verify.click()
    form = room.page.verify
    for path in (sound, changed):
        room.type(form.file.edit, str(path))
        room.act()
        room.qtbot.waitUntil(lambda: not form.busy, timeout=LONG)
        if path is sound:
            assert form.verdict.text.text() == SAY("verify.sound")
            assert SAY("verify.unsigned") in form.sentences.text()
            assert SAY("signature.journal-sound") in form.sentences.text()
    assert not form.verdict.isVisible()
    assert form.said.text() == SAY("verify.unreadable")


def test_printing_puts_out_every_page_at_its_size(room: Room, tmp_path: Path) -> None:
    room.until_current()
    printer = printing.new_printer("хаттама")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    room.page.print_to(printer, room.page.pdf.data)
    assert room.page.frame.stop.isVisible()
    room.qtbot.waitUntil(lambda: bool(room.said), timeout=LONG)
    assert room.said == SAY("protocol.printed", count=2)
    document = PdfDocument((tmp_path / "printed.pdf").read_bytes())
    assert len(document) == 2
    width, height = document[0].get_size()
    document.close()
    assert (round(width), round(height)) == (595, 842)


def test_printing_can_be_stopped(room: Room, tmp_path: Path) -> None:
    room.until_current()
    printer = printing.new_printer("хаттама")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    room.page.print_to(printer, room.page.pdf.data)
    room.page.frame.stop.click()
    room.qtbot.waitUntil(lambda: bool(room.said), timeout=LONG)
    assert room.said == SAY("shell.stopped")


def test_no_printer_is_one_calm_sentence(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    room.key(Qt.Key.Key_unknown, CTRL, scan_code=0x19 + 8)
    room.qtbot.waitUntil(lambda: bool(room.said), timeout=LONG)
    assert room.said == SAY("trouble.printer", printer="—")


def test_a_proposed_name_is_legal_everywhere(room: Room) -> None:
    name = paper_name(room.window.bridge.state, "protocol")
    assert name == "2026-03-12 Кеңес № 14 хаттама.pdf"


# ---------------------------------------------------------------------------------------------- for everybody


def test_every_control_can_be_named_and_found(room: Room) -> None:
    controls = [
        one
        for one in room.page.findChildren(QWidget)
        if isinstance(one, QAbstractButton | QLineEdit | QPlainTextEdit) and one.isVisible()
    ]
    names = [one.objectName() for one in controls]
    assert len(names) == len(set(names))
    assert all(name.startswith("protocol.") for name in names)
    assert [one.objectName() for one in controls if not one.accessibleName()] == []


def test_tab_goes_as_one_reads(room: Room) -> None:
    room.until_drawn()
    names = []
    for _ in range(14):
        focused = room.window.focusWidget()
        assert focused is not None
        names.append(focused.objectName().removeprefix("protocol."))
        room.key(Qt.Key.Key_Tab)
    assert names == [
        *("pages", "smaller", "larger"),
        *("check.gists.link", "check.number.link", "check.russian.link"),
        *("sign.secretary.link", "sign.presiding.link", "verify", "seal", "language.kk"),
        *("next-act", "save-pdf", "print"),
    ]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_nothing_is_cut_in_a_small_window(qtbot: QtBot, language: Language) -> None:
    room = Room(played(), qtbot, window_papers(), language)
    room.window.resize(1280, 720)
    room.until_drawn()
    (area,) = room.page.findChildren(QScrollArea, "protocol.cards")
    viewport = area.viewport()
    for part in viewport.findChildren(QWidget):
        if part.isVisible():
            right = part.mapTo(viewport, part.rect().topRight()).x()
            assert right <= viewport.width(), part.objectName()
    assert room.page.block.next.height() >= room.page.block.next.sizeHint().height()
    room.window.close()
