"""The roll call, as the secretary lives it: names, badges, the quorum, the opening, and what can go wrong."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from assembly_desk.desk.desk import Desk
from assembly_desk.domain import commands as c
from assembly_desk.domain.roll import Standing
from assembly_desk.journal.contract import StorageFailed, StorageFull
from assembly_desk.journal.entry import Draft, Entry
from assembly_desk.journal.memory import MemoryJournals
from assembly_desk.ui.app import catch_slips, open_window
from assembly_desk.ui.play import press, type_text
from assembly_desk.ui.window import Window
from assembly_desk.wording.words import Language
from tests.desk_room import BEGIN, SITTING, Clock, done, sitting_desk

SHIFT, ALT, CTRL = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)
Open = Callable[..., "Secretary"]


class Secretary:
    """Somebody at the keyboard, who sees the window and nothing else."""

    def __init__(self, window: Window, desk: Desk) -> None:
        self.window, self.desk = window, desk

    def types(self, text: str) -> None:
        type_text(self.window, text)

    def presses(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        press(self.window.focusWidget() or self.window, key, held=held)

    def clicks(self, button: QPushButton) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def marks(self, name: str) -> None:
        self.types(name)
        self.presses(Qt.Key.Key_Return)

    def calls(self, *numbers: int) -> None:
        for number in numbers:
            member = self.desk.sitting(SITTING).state.roll.members[f"m{number:04}"]
            self.marks(member.person.name.kk)

    def reads(self, name: str) -> str:
        found = self.window.findChild(QWidget, name)
        assert isinstance(found, QLabel | QPushButton), name
        return found.text() if found.isVisible() else ""

    def sees(self) -> list[str]:
        """The names in the list, from above."""
        return [one.name.kk for one in self.window.roll.list.model.rows]

    def standing(self, number: int) -> Standing:
        return self.desk.sitting(SITTING).state.roll.standing(f"m{number:04}")


@pytest.fixture
def sit_down(qtbot: QtBot) -> Iterator[Open]:
    opened: list[Window] = []

    def open_(desk: Desk, language: Language = "kk", *, held_by: str | None = None) -> Secretary:
        window = open_window(desk, SITTING, language, held_by=held_by)
        window.resize(1440, 900)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
        opened.append(window)
        return Secretary(window, desk)

    yield open_
    for window in opened:
        window.close()


@pytest.fixture
def secretary(sit_down: Open) -> Secretary:
    return sit_down(sitting_desk(84))


def test_the_roll_is_called_by_keyboard_until_the_quorum_and_the_sitting_opens_at_it(
    secretary: Secretary,
) -> None:
    secretary.calls(*range(1, 56))
    assert secretary.reads("roll.quorum.figure") == "55"
    assert secretary.reads("roll.words.text").startswith("«Құрметті Кеңес мүшелері!")
    assert "Кворум жоқ" in secretary.reads("roll.words.text")

    secretary.presses(Qt.Key.Key_Return, CTRL)
    refusal = secretary.reads("roll.answer")
    assert "қатысып отырғаны – 55; қажетті кворум – 56" in refusal
    assert "Ереже, 14-тармақ" in refusal
    assert secretary.desk.sitting(SITTING).state.phase == "prepared"

    secretary.calls(56)
    assert secretary.reads("roll.answer") == "", "what was refused for want of a member is said no more"
    assert secretary.reads("roll.quorum.figure") == "56"
    assert "қажетті кворум – 56. Кворум бар" in secretary.reads("roll.words.text")
    assert secretary.reads("roll.next-act") == "Отырысты ашу"

    secretary.presses(Qt.Key.Key_Enter, CTRL | Qt.KeyboardModifier.KeypadModifier)
    state = secretary.desk.sitting(SITTING).state
    assert state.phase == "open"
    assert state.opening is not None
    assert state.opening.quorum.present == 56
    assert secretary.window.top.state.accessibleName().startswith("Отырыс жүріп жатыр")
    assert secretary.window.side.buttons["roll"].done

    secretary.calls(57)
    assert secretary.standing(57) == "present", "who comes late is registered as well"
    secretary.types("Жанұзақов")
    secretary.presses(Qt.Key.Key_Return, SHIFT)
    assert secretary.reads("roll.quorum.figure") == "56"


def test_every_act_is_told_with_its_number_and_time(secretary: Secretary) -> None:
    secretary.marks("Қасым")
    opened = secretary.desk.sitting(SITTING)
    entries, last = opened.entries, opened.state.last_at
    assert last is not None
    time = f"{last + timedelta(hours=5):%H:%M:%S}"
    assert secretary.reads("roll.said").endswith(f"келді · № {entries} жазба, {time}")
    assert "келді" in secretary.reads("roll.last-acts.0")
    assert f"{entries} жазба" in secretary.reads("foot.journal")
    assert secretary.reads("foot.saved") == f"Дискіге сақталды {time}"
    assert secretary.window.roll.search.edit.text() == "", "ready for the next name"


def test_a_name_is_found_as_anybody_types_it(secretary: Secretary) -> None:
    for typed in ("касым", "ҚАСЫМ", "kacым"):
        secretary.types(typed)
        assert all(name.startswith("Қасым") for name in secretary.sees()), typed
        secretary.presses(Qt.Key.Key_Escape)
    assert len(secretary.sees()) == 84


def test_an_unknown_name_marks_nobody_and_says_so(secretary: Secretary) -> None:
    secretary.marks("Щщщ")
    assert secretary.reads("roll.nobody") == "Мұндай мүше табылмады"
    assert secretary.desk.sitting(SITTING).state.roll.present == {}


def test_arriving_twice_is_told_and_recorded_once(secretary: Secretary) -> None:
    secretary.calls(3)
    entries = secretary.desk.sitting(SITTING).entries
    secretary.calls(3)
    assert "бұрын тіркелген" in secretary.reads("roll.said")
    assert secretary.desk.sitting(SITTING).entries == entries


def test_arrows_choose_in_the_list_and_enter_marks_the_chosen(secretary: Secretary) -> None:
    secretary.presses(Qt.Key.Key_Down)
    secretary.presses(Qt.Key.Key_Down)
    third = secretary.window.roll.list.model.rows[2]
    secretary.presses(Qt.Key.Key_Return)
    assert set(secretary.desk.sitting(SITTING).state.roll.present) == {third.member}
    secretary.window.roll.list.table.setFocus()
    secretary.types("Ор")
    assert secretary.window.roll.search.edit.text() == "Ор", "letters typed in the list are a search"


def test_ctrl_z_takes_the_last_act_back_but_first_what_is_typed(secretary: Secretary) -> None:
    secretary.calls(4, 5)
    secretary.types("Әли")
    secretary.presses(Qt.Key.Key_Z, CTRL)
    assert secretary.standing(5) == "present", "with text in the box Ctrl+Z is the text's"
    secretary.presses(Qt.Key.Key_Escape)
    secretary.presses(Qt.Key.Key_Z, CTRL)
    assert secretary.standing(5) == "absent"
    assert "Кері қайтарылды" in secretary.reads("roll.said")
    secretary.presses(Qt.Key.Key_Z, CTRL)
    assert secretary.standing(4) == "absent"
    entries = secretary.desk.sitting(SITTING).entries
    secretary.presses(Qt.Key.Key_Z, CTRL)
    assert secretary.desk.sitting(SITTING).entries == entries, "the roll itself is not taken back by a key"
    assert secretary.desk.sitting(SITTING).state.roll.fixed


def test_an_excuse_takes_its_reason_from_a_small_menu(secretary: Secretary) -> None:
    member = secretary.desk.sitting(SITTING).state.roll.members["m0006"]
    secretary.types(member.person.name.kk)
    secretary.presses(Qt.Key.Key_Return, ALT)
    assert secretary.window.roll.excuses.isVisible()
    secretary.presses(Qt.Key.Key_Down)
    secretary.presses(Qt.Key.Key_Return)
    assert not secretary.window.roll.excuses.isVisible()
    assert secretary.desk.sitting(SITTING).state.roll.excused == {"m0006": "illness"}
    assert secretary.reads("roll.show.excused") == "Дәлелді себеппен 1"
    secretary.calls(6)
    secretary.types(member.person.name.kk)
    secretary.presses(Qt.Key.Key_Return, ALT)
    assert not secretary.window.roll.excuses.isVisible(), "who is in the hall is not excused"
    assert "залда отыр" in secretary.reads("roll.said")


KAZAKH_DIGIT_ROW = {"1": (10, '"'), "0": (19, "ұ"), "7": (16, "ғ"), "4": (13, "ң"), "2": (11, "ә")}


def test_a_scanner_marks_its_badge_whatever_the_layout_types(secretary: Secretary) -> None:
    secretary.types("Ор")  # somebody had begun to type
    for digit in "1042":
        code, letter = KAZAKH_DIGIT_ROW[digit]
        press(secretary.window.roll.search.edit, Qt.Key.Key_unknown, letter, scan_code=code)
    press(secretary.window.roll.search.edit, Qt.Key.Key_Return, "\r", scan_code=36)
    assert secretary.standing(42) == "present"
    assert len(secretary.desk.sitting(SITTING).state.roll.present) == 1
    assert secretary.window.roll.search.edit.text() == ""


def test_a_badge_that_nobody_carries_is_told(secretary: Secretary) -> None:
    secretary.types("7777")
    secretary.presses(Qt.Key.Key_Return)
    assert secretary.reads("roll.said") == "Мұндай бейдж табылмады: № 7777"
    assert secretary.desk.sitting(SITTING).state.roll.present == {}


def test_filters_show_one_group_with_its_count(secretary: Secretary) -> None:
    secretary.calls(1, 2, 3)
    here = secretary.window.findChild(QPushButton, "roll.show.present")
    assert isinstance(here, QPushButton)
    assert here.text() == "Қатысып отыр 3"
    secretary.clicks(here)
    assert len(secretary.sees()) == 3
    secretary.clicks(secretary.window.roll.list.chips["absent"])
    assert len(secretary.sees()) == 81
    secretary.calls(9)
    assert len(secretary.sees()) == 80, "who arrives leaves the list of the absent"


def test_the_list_may_stand_in_the_order_of_arrival(secretary: Secretary) -> None:
    secretary.calls(30, 7)
    secretary.clicks(secretary.window.roll.list.picker)
    secretary.presses(Qt.Key.Key_2)
    members = secretary.desk.sitting(SITTING).state.roll.members
    assert secretary.sees()[:2] == [members[f"m{number:04}"].person.name.kk for number in (30, 7)]


def test_the_language_changes_while_the_roll_is_called(secretary: Secretary) -> None:
    secretary.calls(1, 2)
    before = visible_texts(secretary.window)
    secretary.clicks(secretary.window.foot.languages["ru"])
    russian = visible_texts(secretary.window)
    same = {text for text in before & russian if any(letter.isalpha() for letter in text)}
    words = secretary.window.bridge.words
    names = {words(f"language.short-{one}") for one in ("kk", "ru", "en")}
    spoken = {secretary.reads("roll.words.text")}
    assert same <= names | spoken | {"КВОРУМ"}, "the presiding's words are the hall's"
    assert secretary.reads("roll.next-act") == "Открыть заседание"
    secretary.clicks(secretary.window.foot.languages["en"])
    english = visible_texts(secretary.window) - names - spoken
    cyrillic = {text for text in english if any("\u0400" <= letter <= "\u052f" for letter in text)}
    assert all("arrived" in text or "Secretary" in text or "Астана" in text for text in cyrillic), cyrillic
    assert secretary.reads("roll.next-act") == "Open the sitting"


def visible_texts(window: Window) -> set[str]:
    shown: set[str] = {window.windowTitle(), window.top.state.accessibleName()}
    shown |= {found.text() for found in window.findChildren(QLabel) if found.isVisible()}
    shown |= {found.text().strip() for found in window.findChildren(QPushButton) if found.isVisible()}
    shown |= {button.text() for button in window.side.buttons.values()}
    return shown


class FailingDisk(MemoryJournals):
    """Journals on a disk that can be full or broken."""

    error: Exception | None = None

    def append(self, journal: str, after: int, drafts: object) -> list[Entry]:
        if self.error is not None:
            raise self.error
        assert isinstance(drafts, list | tuple)
        given: list[Draft] = list(drafts)
        return super().append(journal, after, given)


def test_a_full_disk_counts_nobody_and_the_same_act_is_tried_again(sit_down: Open) -> None:
    disk = FailingDisk()
    secretary = sit_down(sitting_desk(84, journals=disk))
    secretary.calls(1)
    disk.error = StorageFull("no room")
    secretary.calls(2)
    assert secretary.reads("trouble").startswith("Дискіде орын жоқ")
    assert secretary.reads("roll.quorum.figure") == "1"
    assert secretary.standing(2) == "absent"
    secretary.calls(3)
    assert secretary.standing(3) == "absent", "no new act is taken"
    disk.error = None
    retry = secretary.window.retry
    assert retry.text() == "Қайталау"
    secretary.clicks(retry)
    assert secretary.standing(2) == "present"
    assert secretary.reads("trouble") == ""
    assert "жазба" in secretary.reads("roll.said")
    secretary.calls(3)
    assert secretary.reads("roll.quorum.figure") == "3"


def test_a_broken_disk_says_what_to_do(sit_down: Open) -> None:
    disk = FailingDisk()
    secretary = sit_down(sitting_desk(9, journals=disk))
    disk.error = StorageFailed("input/output error")
    secretary.calls(1)
    assert secretary.reads("trouble").startswith("Диск жауап бермейді: әрекет жазылмады.")
    assert not secretary.window.roll.block.next.isEnabled()


def test_a_file_held_by_another_desk_is_only_viewed(sit_down: Open) -> None:
    secretary = sit_down(sitting_desk(9), held_by="Айтбаева, desk-2")
    assert "Айтбаева, desk-2" in secretary.reads("trouble")
    secretary.calls(1)
    secretary.presses(Qt.Key.Key_Return, CTRL)
    assert secretary.desk.sitting(SITTING).state.roll.present == {}


class Altered(MemoryJournals):
    """Journals in which somebody changed an entry afterwards."""

    def read(self, journal: str) -> list[Entry]:
        entries = super().read(journal)
        if journal.endswith(SITTING) and len(entries) > 4:
            entries[3] = entries[3]._replace(payload=entries[3].payload.replace("m0001", "m0002"))
        return entries


def test_a_broken_chain_opens_for_viewing_and_names_the_entry(sit_down: Open) -> None:
    journals = Altered()
    desk = sitting_desk(9, journals=journals)
    for number in (1, 3, 5):
        done(desk.submit(c.Arrive((f"m{number:04}",)), sitting=SITTING))
    secretary = sit_down(Desk(journals, {}, clock=Clock()))
    assert secretary.reads("trouble").startswith("Журнал тізбегі үзілген: № 4 жазба.")
    assert "№ 4" in secretary.reads("foot.journal")
    secretary.calls(1)
    assert secretary.desk.sitting(SITTING).state.roll.present == {}


def test_a_slip_of_the_program_is_told_calmly_and_the_work_goes_on(
    secretary: Secretary, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("sys.excepthook", None)
    catch_slips(secretary.window)

    def slip() -> None:
        raise ZeroDivisionError

    secretary.window.top.hall_pressed.connect(slip)
    secretary.window.top.hall.click()
    assert secretary.reads("trouble").startswith("Бағдарламада қате шықты; бұрын жазылғаны сақталған")
    assert "ZeroDivisionError" in caplog.text, "the details are in the log"
    secretary.calls(1)
    assert secretary.standing(1) == "present"


def test_a_lost_quorum_is_never_hidden(secretary: Secretary) -> None:
    secretary.calls(*range(1, 57))
    secretary.presses(Qt.Key.Key_Return, CTRL)
    member = secretary.desk.sitting(SITTING).state.roll.members["m0056"]
    secretary.types(member.person.name.kk)
    secretary.presses(Qt.Key.Key_Return, SHIFT)
    assert "Кворум жоқ" in secretary.reads("top.quorum")
    assert secretary.window.top.quorum.property("role") == "bad"
    assert secretary.reads("roll.words.text").startswith("«Залда кворум жоқ: қатысып отырғаны – 55")


def test_the_roll_of_a_session_is_called_too(sit_down: Open) -> None:
    secretary = sit_down(sitting_desk(583, body="session", number="XXXV"))
    secretary.calls(1, 300, 583)
    assert secretary.reads("roll.quorum.total") == "/ 583 мүше"
    assert secretary.reads("roll.quorum.needed") == "қажеті – 389"
    assert secretary.reads("top.title") == "Ассамблеяның XXXV сессиясы"
    assert secretary.desk.sitting(SITTING).state.last_at is not None
    assert (secretary.desk.sitting(SITTING).state.last_at or BEGIN) > BEGIN
