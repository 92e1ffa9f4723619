"""What can go wrong, on every page: one calm sentence, nothing lost, and the work goes on."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path
from types import TracebackType

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QPlainTextEdit

from assembly_desk.desk.desk import Desk
from assembly_desk.domain import commands as c
from assembly_desk.domain.text import Text
from assembly_desk.journal.contract import ReadOnly, StorageFailed, StorageFull
from assembly_desk.journal.entry import Draft, Entry
from assembly_desk.journal.memory import MemoryJournals
from assembly_desk.main import open_window as open_program
from assembly_desk.main import writer_or_reader
from assembly_desk.store.sqlite import open_journals
from assembly_desk.ui.app import application, catch_slips, open_window
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.page import Page
from assembly_desk.ui.parts.choices import Choices
from assembly_desk.ui.play import press, type_text
from assembly_desk.ui.window import Window
from assembly_desk.wording.words import words
from tests.desk_room import SITTING, done, sitting_desk
from tests.ui.looks import alive, seen
from tests.ui.posters import BY_NAME, COUNCIL, set_up, settle, until

CTRL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier
PAGES = ("preparation", "roll", "agenda", "voting", "protocol", "members", "sittings", "settings")
say = words("kk")


@pytest.fixture(autouse=True)
def program(qapp: QApplication) -> None:
    assert qapp
    application()


@contextmanager
def window_on(desk: Desk, sitting: str = COUNCIL, *, held_by: str | None = None) -> Iterator[Window]:
    window = open_window(desk, sitting, held_by=held_by)
    window.resize(1280, 720)
    window.show()
    window.activateWindow()
    settle()
    try:
        yield window
    finally:
        window.close()
        window.deleteLater()
        settle()


def key(window: Window, pressed: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
    press(window.focusWidget() or window, pressed, held=held)


def click(window: Window, name: str) -> None:
    button = window.findChild(QAbstractButton, name)
    assert button is not None, name
    assert button.isVisible(), name
    button.click()


def said(window: Window) -> str:
    """The sentence above the page."""
    return window.trouble.text() if window.trouble.isVisible() else ""


def takes_a_note(window: Window, text: str) -> None:
    """F9, «note», a text, Ctrl+Enter: from every page."""
    key(window, Qt.Key.Key_F9)
    click(window, "course.menu.note")
    type_text(window, text)
    key(window, Qt.Key.Key_Return, CTRL)


def recorded(desk: Desk, sitting: str = COUNCIL) -> int:
    return len(desk.lines(sitting))


class FailingDisk(MemoryJournals):
    """Journals on a disk that can be full, broken or made read-only."""

    error: Exception | None = None

    def append(self, journal: str, after: int, drafts: Sequence[Draft]) -> list[Entry]:
        if self.error is not None:
            raise self.error
        return super().append(journal, after, drafts)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    ("error", "key_of_words"),
    [
        (StorageFull("no room"), "trouble.disk-full"),
        (StorageFailed("input/output error"), "trouble.disk-failed"),
        (ReadOnly("made read-only meanwhile"), "trouble.read-only"),
    ],
    ids=["full", "failed", "read-only"],
)
def test_a_failing_disk_is_one_sentence_on_every_page_and_nothing_typed_is_lost(
    page: str, error: Exception, key_of_words: str
) -> None:
    disk = FailingDisk()
    desk = until(COUNCIL, '"put", "motion": "1.1"', journals=disk)
    with window_on(desk) as window:
        window.show_page(page)
        before = recorded(desk)
        disk.error = error
        takes_a_note(window, "Қатысушылар суретке түсті")
        assert said(window) == say(key_of_words, retry=say("trouble.retry"))
        assert recorded(desk) == before
        panel = window.shown.panel
        assert panel is not None
        typed = panel.findChild(QPlainTextEdit, "course.note.text.kk")
        assert typed is not None
        assert typed.toPlainText() == "Қатысушылар суретке түсті"
        disk.error = None
        if window.retry.isVisible():
            window.retry.click()
            assert said(window) == ""
            assert recorded(desk) == before + 1, "the same act, once"
            assert window.shown.panel is None, "its form is done with"
        else:
            key(window, Qt.Key.Key_Return, CTRL)
            assert recorded(desk) == before, "the file is only looked at from now on"


@pytest.mark.parametrize("page", PAGES)
def test_a_file_that_another_program_holds_is_only_looked_at(page: str, tmp_path: Path) -> None:
    path = str(tmp_path / "desk.db")
    with writer_or_reader(path) as (journals, nobody):
        assert nobody is None
        sitting_desk(5, journals=journals)
        with writer_or_reader(path) as (reading, holder):
            assert holder is not None
            desk = Desk(reading, {})
            with window_on(desk, SITTING, held_by=holder) as window:
                window.show_page(page)
                assert said(window) == say("trouble.file-held", holder=holder)
                _tries_everything(window)
                assert said(window) == say("trouble.file-held", holder=holder)
                assert desk.lines(SITTING) == journals.read(f"sitting/{SITTING}")


class Altered(MemoryJournals):
    """Journals in which somebody changed an entry afterwards."""

    def read(self, journal: str) -> list[Entry]:
        entries = super().read(journal)
        if journal.endswith(SITTING) and len(entries) > 4:
            entries[3] = entries[3]._replace(payload=entries[3].payload.replace("m0001", "m0002"))
        return entries


@pytest.mark.parametrize("page", PAGES)
def test_a_broken_chain_is_only_looked_at(page: str) -> None:
    journals = Altered()
    whole = sitting_desk(5, journals=journals)
    for number in (1, 2, 3):
        done(whole.submit(c.Arrive((f"m{number:04}",)), sitting=SITTING))
    desk = Desk(journals, whole.profiles)
    before = recorded(desk, SITTING)
    with window_on(desk, SITTING) as window:
        window.show_page(page)
        assert said(window) == say("trouble.chain-broken", entry=4)
        _tries_everything(window)
        assert said(window) == say("trouble.chain-broken", entry=4)
        assert recorded(desk, SITTING) == before


def _tries_everything(window: Window) -> None:
    for pressed, held in (
        (Qt.Key.Key_Return, PLAIN), (Qt.Key.Key_Return, CTRL), (Qt.Key.Key_Return, CTRL), (Qt.Key.Key_1, PLAIN),
        (Qt.Key.Key_Z, CTRL), (Qt.Key.Key_F9, PLAIN), (Qt.Key.Key_Delete, PLAIN),
    ):  # fmt: skip
        page = window.page
        key(window, pressed, held)
        window.show_page(page)


@pytest.mark.parametrize("page", PAGES)
def test_a_clock_that_ran_back_is_told_once(page: str) -> None:
    desk = sitting_desk(5)
    with window_on(desk, SITTING) as window:
        window.show_page(page)
        done(window.bridge.submit(c.Arrive(("m0001",))))
        last = window.bridge.state.last_at
        assert last is not None
        desk.clock = lambda: last - timedelta(minutes=7)
        takes_a_note(window, "Сағат тексерілді")
        time = window.bridge.time
        before, after = time(last, seconds=True), time(desk.clock(), seconds=True)
        assert said(window) == say("trouble.clock-stepped", before=before, after=after)
        takes_a_note(window, "Жазба жалғасты")
        assert said(window) == "", "it was told, and the next act is recorded"


def test_a_sitting_that_was_interrupted_goes_on_and_says_that_nothing_is_lost(tmp_path: Path) -> None:
    path = str(tmp_path / "desk.db")
    journals = open_journals(path)
    desk = sitting_desk(5, journals=journals)
    done(desk.submit(c.Arrive(("m0001", "m0002", "m0003", "m0004")), sitting=SITTING))
    done(desk.submit(c.Open(), sitting=SITTING))
    last = recorded(desk, SITTING)
    journals.close()
    sentences: list[str] = []

    def look() -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, Window) and window.isVisible():
                sentences.append(said(window))
                window.heard.click()
                sentences.append(said(window))
                window.close()

    QTimer.singleShot(0, look)
    assert open_program(path, "kk") == 0
    assert sentences[0].startswith(
        f"Бағдарлама қайта ашылды; соңғы жазба – № {last}, уақыты – 2026 жылғы 20 мамыр"
    )
    assert sentences[0].endswith("Ештеңе жоғалған жоқ.")
    assert sentences[1] == ""


@pytest.mark.parametrize("page", PAGES)
def test_a_projector_that_is_pulled_is_told_over_a_form_too_and_opens_no_dialog(page: str) -> None:
    with window_on(until(COUNCIL, '"put", "motion": "1.1"')) as window:
        window.show_page(page)
        window.hall.start()
        key(window, Qt.Key.Key_F9)
        click(window, "course.menu.break")
        windows = {one for one in QApplication.topLevelWidgets() if one.isVisible()}
        projector = window.hall.hall.screen()
        application().screenRemoved.emit(projector)
        assert said(window) == say("trouble.projector")
        assert {one for one in QApplication.topLevelWidgets() if one.isVisible()} <= windows
        assert window.shown.panel is not None
        click(window, "trouble.heard")
        assert said(window) == ""
        application().screenAdded.emit(projector)


# ------------------------------------------------------------------------------------- slips of the program


class Slip(Exception):
    """A slip of the program, put in on purpose."""


@pytest.fixture
def slips(monkeypatch: pytest.MonkeyPatch) -> list[type[BaseException]]:
    """No system dialog opens, and what nobody caught is noted: `watched` puts it in."""
    monkeypatch.setattr("sys.excepthook", sys.__excepthook__)
    for dialog in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, dialog, lambda *_, **__: ("", ""))
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: 0)
    return []


def watch(window: Window, slips: list[type[BaseException]], monkeypatch: pytest.MonkeyPatch) -> None:
    catch_slips(window)
    tell = sys.excepthook

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        slips.append(kind)
        tell(kind, error, trace)

    monkeypatch.setattr("sys.excepthook", caught)


@contextmanager
def slipping() -> Iterator[None]:
    """Whoever asks for the sitting, or gives an act to the desk, meets a slip."""

    def slip(*_: object, **__: object) -> None:
        raise Slip

    with pytest.MonkeyPatch.context() as patch:
        for name in ("submit", "go", "set_language"):
            patch.setattr(Bridge, name, slip)
        for name in ("state", "opened", "register", "may_undo"):
            patch.setattr(Bridge, name, property(slip))
        yield


FORMS = (
    "sittings", "sittings-convene", "preparation", "preparation-sitting", "preparation-item", "roll-called",
    "roll-order", "agenda-queue", "agenda-speaking", "agenda-motion", "agenda-new-motion", "agenda-split",
    "voting-waits", "voting-put", "voting-ways", "voting-change", "voting-hands", "voting-stop", "voting-objection",
    "voting-named", "protocol", "members", "settings", "help", "tour", "course-menu", "course-break", "course-close",
)  # fmt: skip


KEYED = (
    "sittings", "preparation", "preparation-item", "roll-called", "agenda-speaking", "voting-waits", "voting-put",
    "voting-hands", "voting-named", "protocol", "members", "settings", "tour", "course-menu",
)  # fmt: skip


@pytest.mark.parametrize("scene", FORMS)
def test_a_slip_in_any_button_is_one_calm_sentence_and_the_work_goes_on(
    scene: str, slips: list[type[BaseException]], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = BY_NAME[scene].desk()
    with set_up(BY_NAME[scene], desk=desk) as window:
        watch(window, slips, monkeypatch)
        buttons = [one for one in seen(window) if isinstance(one, QAbstractButton) and one.isEnabled()]
        for button in buttons:
            if alive(button) and not button.objectName().startswith("settings.look."):  # no record behind it
                _slips_once(window, slips, button.click)
        _the_work_goes_on(window, desk)


@pytest.mark.parametrize("scene", KEYED)
def test_a_slip_behind_any_key_is_one_calm_sentence_and_the_work_goes_on(
    scene: str, slips: list[type[BaseException]], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = BY_NAME[scene].desk()
    keys = (
        (Qt.Key.Key_Return, PLAIN), (Qt.Key.Key_Return, CTRL), (Qt.Key.Key_Z, CTRL), (Qt.Key.Key_Insert, PLAIN),
        (Qt.Key.Key_Delete, PLAIN), (Qt.Key.Key_Down, PLAIN), (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier), (Qt.Key.Key_1, PLAIN), (Qt.Key.Key_Space, PLAIN),
        (Qt.Key.Key_F3, PLAIN), (Qt.Key.Key_F8, PLAIN), (Qt.Key.Key_F9, PLAIN), (Qt.Key.Key_Escape, PLAIN),
    )  # fmt: skip
    with set_up(BY_NAME[scene], desk=desk) as window:
        watch(window, slips, monkeypatch)
        for pressed, held in keys:
            _slips_once(window, slips, partial(key, window, pressed, held))
        _the_work_goes_on(window, desk)


@pytest.mark.parametrize("page", PAGES)
def test_a_slip_in_what_shows_the_record_loses_no_entry(
    page: str, slips: list[type[BaseException]], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = until(COUNCIL, '"put", "motion": "1.1"')
    with window_on(desk) as window:
        window.show_page(page)
        watch(window, slips, monkeypatch)
        for name in ("show_sitting", "calm", "show_moment", "next_act"):
            before = recorded(desk)
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(type(window.shown), name, _slip)
                window.bridge.submit(c.TakeNote(Text("Жазба")))
                window._clock.timeout.emit()
            assert recorded(desk) == before + 1, "what was done is recorded, whoever could not show it"
            assert slips, name
            assert said(window).startswith(_FAILED), name
            slips.clear()
        bridge = window.bridge
        for signal in (
            bridge.changed,
            bridge.sitting_changed,
            bridge.register_changed,
            bridge.trouble_changed,
        ):
            with slipping():
                signal.emit()
        with slipping():
            bridge.language_changed.emit("kk")
            bridge.recorded.emit(1, "10:00:00")
            bridge.refused.emit("—")
        assert set(slips) == {Slip}
        assert said(window).startswith(_FAILED)
        window.show_page(page)
        _the_work_goes_on(window, desk)


_FAILED = say("cli.failed", reason="").rstrip(". :")


def _slip(*_: object, **__: object) -> None:
    raise Slip


def _slips_once(window: Window, slips: list[type[BaseException]], act: Callable[[], object]) -> None:
    """Do it while everything slips; then the page is as it was, with a calm sentence above it if it slipped."""
    page, entries = window.page, window.bridge.opened.entries
    with slipping():
        try:
            act()
        except Slip as slip:  # what a key meets goes to the hook, too, where the event loop brings the key
            sys.excepthook(Slip, slip, None)
    assert set(slips) <= {Slip}
    assert window.bridge.opened.entries == entries
    if slips:
        assert said(window).startswith(_FAILED)
        slips.clear()
    for menu in window.findChildren(Choices):
        menu.leave()
    window.tour.leave()
    if window.shown.panel is None and window.page != page:
        window.show_page(page)


def _the_work_goes_on(window: Window, desk: Desk) -> None:
    if window.shown.panel is not None:
        window.shown.panel.leave()
    sitting = window.bridge.sitting_id
    before = recorded(desk, sitting) if sitting else 0
    for page in ("roll", "agenda", "members"):
        window.show_page(page)
    if sitting is None:
        return
    answer = Page.do(window.shown, c.TakeNote(Text("Жұмыс жалғасады")))
    assert answer is not None
    assert recorded(desk, sitting) == before + 1
    assert said(window) == "", "the sentence goes with the next act that is recorded"
