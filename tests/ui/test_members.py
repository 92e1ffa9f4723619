"""The members' page: find, add, change, end a mandate, import with a preview, export; all by keys."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from assembly_desk.desk.desk import Desk
from assembly_desk.domain.member import Seat
from assembly_desk.domain.text import Text
from assembly_desk.journal.memory import MemoryJournals
from assembly_desk.projections.next_act import NextAct
from assembly_desk.resources import resource
from assembly_desk.rosters.window import window_exchange
from assembly_desk.rules import load_profiles
from assembly_desk.ui.app import open_window
from assembly_desk.ui.members.ending import EndForm
from assembly_desk.ui.members.form import MemberForm
from assembly_desk.ui.members.page import MembersPage
from assembly_desk.ui.members.preview import ImportPanel
from assembly_desk.ui.play import press, type_text
from assembly_desk.ui.window import Window
from assembly_desk.wording.words import words
from tests.desk_room import SITTING, Clock, sitting_desk

CTRL = Qt.KeyboardModifier.ControlModifier
Open = Callable[..., MembersPage]


@pytest.fixture
def look_at(qtbot: QtBot) -> Iterator[Open]:
    opened: list[Window] = []

    def open_(desk: Desk, sitting: str | None = SITTING, *, held_by: str | None = None) -> MembersPage:
        window = open_window(desk, sitting, held_by=held_by, exchange=window_exchange())
        window.resize(1280, 720)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
        opened.append(window)
        window.show_page("members")
        page = window.shown
        assert isinstance(page, MembersPage)
        return page

    yield open_
    for window in opened:
        window.close()


def empty_desk() -> Desk:
    return Desk(MemoryJournals(), load_profiles(), clock=Clock())


def key(
    page: MembersPage, pressed: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    press(page.window().focusWidget() or page, pressed, held=held)


def focused(page: MembersPage) -> QWidget:
    found = page.window().focusWidget()
    assert found is not None
    return found


def go_to(page: MembersPage, name: str) -> QWidget:
    """Tab until that part has the focus."""
    for _ in range(60):
        if focused(page).objectName() == name:
            return focused(page)
        key(page, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not come to {name}")


def retype(page: MembersPage, name: str, text: str) -> None:
    line = go_to(page, name)
    assert isinstance(line, QLineEdit)
    line.selectAll()
    type_text(page, text)


def form(page: MembersPage) -> MemberForm:
    assert isinstance(page.panel, MemberForm)
    return page.panel


def names(page: MembersPage) -> list[str]:
    return [line.member.name.surname for line in page.list.model.rows]


# ------------------------------------------------------------------------------------------------ finding


def test_a_surname_typed_anywhere_and_a_badge_find_the_member(look_at: Open) -> None:
    page = look_at(sitting_desk(84))
    page.list.table.setFocus()
    type_text(page, "касым")
    assert names(page) == ["Қасым", "Қасым"]
    assert page.card.name.text().startswith("Қасым")
    key(page, Qt.Key.Key_Escape)
    assert len(names(page)) == 84
    type_text(page, "1021")
    assert [line.member.id for line in page.list.model.rows] == ["m0021"]
    type_text(page, "7")
    assert page.list.nobody.text() == "Мұндай мүше табылмады"
    assert not page.card.change.isEnabled()


def test_the_filters_say_how_many_stand_behind_them(look_at: Open) -> None:
    page = look_at(sitting_desk(9))
    assert page.list.chips["all"].text() == "Барлығы 9"
    page.list.chips["session-only"].click()
    assert names(page) == []
    page.list.chips["council"].click()
    assert len(names(page)) == 9
    page.list.picker.setFocus()
    key(page, Qt.Key.Key_Return)
    key(page, Qt.Key.Key_2)
    assert [line.member.id for line in page.list.model.rows] == ["m0001"], "the Chair"


def test_a_scanned_badge_chooses_the_member_behind_any_filter(look_at: Open) -> None:
    page = look_at(sitting_desk(9))
    page.list.chips["session-only"].click()
    page.search.scanned.emit("1005")
    assert page.list.current is not None
    assert page.list.current.member.id == "m0005"
    page.search.scanned.emit("777777")
    assert "777777" in page.search.said.text()


# ------------------------------------------------------------------------------------------------ one member


def test_insert_adds_a_member_under_the_next_free_id(look_at: Open) -> None:
    page = look_at(sitting_desk(9))
    key(page, Qt.Key.Key_Insert)
    assert focused(page).objectName() == "members.form.surname"
    type_text(page, "Жаңабаева")
    retype(page, "members.form.given", "Гүлнар")
    retype(page, "members.form.badge", "2001")
    retype(page, "members.form.region.kk", "Абай облысы")
    retype(page, "members.form.region.ru", "область Абай")
    assert form(page).id.value == "m0010"
    key(page, Qt.Key.Key_Return, CTRL)
    member = page.bridge.register.members["m0010"]
    assert member.name.full == "Жаңабаева Гүлнар"
    assert (member.badge, member.region, member.bodies) == (
        "2001",
        Text("Абай облысы", "область Абай"),
        {"session": Seat()},
    )
    assert page.panel is None
    assert page.list.current is not None
    assert page.list.current.member.id == "m0010"
    assert page.search.said.text().startswith("Тізілімге қосылды: Г. Жаңабаева · ")


def test_what_stands_against_it_is_said_and_nothing_typed_is_lost(look_at: Open) -> None:
    page = look_at(sitting_desk(9))
    key(page, Qt.Key.Key_Insert)
    key(page, Qt.Key.Key_Return, CTRL)
    assert form(page).said.text() == "Толтыру қажет: Тегі"
    type_text(page, "Жаңабаева")
    retype(page, "members.form.given", "Гүл🌷нар")
    key(page, Qt.Key.Key_Return, CTRL)
    assert "🌷" in form(page).said.text()
    assert focused(page).objectName() == "members.form.given"
    retype(page, "members.form.given", "Гүлнар")
    retype(page, "members.form.badge", "1003")
    key(page, Qt.Key.Key_Return, CTRL)
    assert form(page).said.text().startswith("№ 1003 бейдж басқа мүшеде: Ауезханов")
    retype(page, "members.form.badge", "2003")
    retype(page, "members.form.id", "m0003")
    key(page, Qt.Key.Key_Return, CTRL)
    assert "m0003" in form(page).said.text()
    assert form(page).surname.value == "Жаңабаева"
    assert len(page.bridge.register.members) == 9


def test_another_language_keeps_what_was_typed(look_at: Open) -> None:
    page = look_at(sitting_desk(9))
    key(page, Qt.Key.Key_Insert)
    type_text(page, "Жаңабаева")
    form(page).seats["council"].choose("votes")
    page.bridge.set_language("ru")
    assert form(page).surname.label.text() == "Фамилия"
    assert form(page).title.text() == "Новый член"
    assert (form(page).surname.value, form(page).seats["council"].value) == ("Жаңабаева", "votes")


def test_latin_letters_that_look_cyrillic_are_mended(look_at: Open) -> None:
    page = look_at(sitting_desk(9))
    key(page, Qt.Key.Key_Insert)
    type_text(page, "Cыдықов")
    retype(page, "members.form.given", "Epлан")
    key(page, Qt.Key.Key_Return, CTRL)
    assert page.bridge.register.members["m0010"].name.full == "Сыдықов Ерлан"


def test_enter_changes_the_chosen_member_and_a_change_of_nothing_is_no_entry(look_at: Open) -> None:
    page = look_at(sitting_desk(9))
    type_text(page, "вовк")
    before = page.bridge.register
    key(page, Qt.Key.Key_Return)
    assert not form(page).id.isEnabled()
    key(page, Qt.Key.Key_Return, CTRL)
    assert page.bridge.register is before or page.bridge.register == before
    assert page.search.said.text().startswith("Өзгеріс жоқ")
    key(page, Qt.Key.Key_Return)
    retype(page, "members.form.organisation.kk", "")
    key(page, Qt.Key.Key_Backspace)
    key(page, Qt.Key.Key_Return, CTRL)
    member = page.bridge.register.members["m0008"]
    assert member.organisation is None, "what was emptied is taken away"
    assert member.badge == "1008"


def test_a_seat_without_a_vote_and_a_term_of_mandate(look_at: Open) -> None:
    page = look_at(sitting_desk(9))
    type_text(page, "вовк")
    key(page, Qt.Key.Key_Return)
    form(page).seats["council"].choose("voteless")
    go_to(page, "members.form.mandates.add")
    key(page, Qt.Key.Key_Return)
    type_text(page, "20.05.2026")
    retype(page, "members.form.mandates.1.until", "19.05.2026")
    key(page, Qt.Key.Key_Return, CTRL)
    assert "19.05.2026" in form(page).said.text()
    retype(page, "members.form.mandates.1.until", "19.05.2030")
    key(page, Qt.Key.Key_Return, CTRL)
    member = page.bridge.register.members["m0008"]
    assert member.bodies == {"session": Seat(), "council": Seat(votes=False)}
    (term,) = member.mandates
    assert (term.body, term.since, term.until) == ("council", "2026-05-20", "2030-05-19")
    page.list.reach("m0008")
    shown = page.card.findChild(QLabel, "members.chosen.bodies")
    assert isinstance(shown, QLabel)
    assert shown.text() == "Сессия, Кеңес (дауыссыз)"


def test_a_mandate_is_ended_by_keys_and_the_member_stays(look_at: Open) -> None:
    page = look_at(sitting_desk(9))
    type_text(page, "вовк")
    go_to(page, "members.end")
    key(page, Qt.Key.Key_Return)
    assert isinstance(page.panel, EndForm)
    page.panel.body_field.choose("council")
    retype(page, "members.end-form.until", "20.05.2026")
    retype(page, "members.end-form.reason", "ротация")
    key(page, Qt.Key.Key_Return, CTRL)
    member = page.bridge.register.members["m0008"]
    assert member.votes_in("council", "2026-05-20")
    assert not member.votes_in("council", "2026-05-21")
    assert member.votes_in("session", "2026-05-21")
    assert page.search.said.text().startswith("Өкілеттігі тоқтатылды")


def test_a_change_of_the_register_is_not_undone_and_no_step_of_the_sitting_either(look_at: Open) -> None:
    page = look_at(sitting_desk(9))
    before = page.bridge.opened.entries
    key(page, Qt.Key.Key_Z, CTRL)
    assert page.bridge.opened.entries == before
    assert "кері қайтарылмайды" in page.search.said.text()


def test_a_record_for_viewing_only_says_why_nothing_can_be_changed(look_at: Open) -> None:
    page = look_at(sitting_desk(9), held_by="assembly-desk (office, 12)")
    for button in (page.register.add, page.register.load, page.card.change, page.card.end):
        assert not button.isEnabled()
    assert page.register.write.isEnabled(), "an export changes nothing"
    assert page.register.why.isVisible()
    key(page, Qt.Key.Key_Insert)
    key(page, Qt.Key.Key_Return)
    assert page.panel is None
    assert page.search.said.text() == "Мұнда тек қарауға болады"


# ------------------------------------------------------------------------------------------------ rosters


def roster(folder: Path, *rows: str) -> Path:
    file = folder / "list.csv"
    file.write_text("Тегі;Аты;Бейдж;Ұйымы\n" + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return file


def preview(page: MembersPage, qtbot: QtBot, file: Path) -> ImportPanel:
    page.import_file(file)
    return read(page, qtbot)


def read(page: MembersPage, qtbot: QtBot) -> ImportPanel:
    panel = page.panel
    assert isinstance(panel, ImportPanel)
    qtbot.waitUntil(lambda: not panel.reading, timeout=15000)
    return panel


def test_with_an_empty_register_the_blue_button_is_the_import(look_at: Open, qtbot: QtBot) -> None:
    page = look_at(empty_desk(), None)
    assert page.list.nobody.text() == "Мүшелер тізілімі бос. Тізімді жүктеңіз немесе мүше қосыңыз."
    assert page.next_act() == NextAct("do.import", "members")
    assert page.block.next.isVisible()
    panel = preview(page, qtbot, resource("samples", "assembly-583.xlsx"))
    assert panel.chips["added"].text() == "Қосылады 583"
    assert not page.bridge.register.members, "nothing is written before it is said"
    key(page, Qt.Key.Key_Return, CTRL)
    assert len(page.bridge.register.members) == 583
    assert page.panel is None
    assert page.next_act() is None
    assert not page.block.next.isVisible()
    assert page.list.chips["session-only"].text() == "Тек Сессия 583"


def test_problems_are_told_with_their_place_and_nothing_can_be_written(
    look_at: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    page = look_at(sitting_desk(9))
    before = dict(page.bridge.register.members)
    file = roster(tmp_path, "Сыдықов;Eрлан;2001;Орталық", ";Айгүл;2002;", "Ким;Анна;20x;")
    panel = preview(page, qtbot, file)
    assert list(panel.table.lines.lines) == [
        ("жол 3, баған A", "Тегі көрсетілмеген."),
        ("жол 4, баған C", "Бейдж нөмірі цифрлардан ғана тұрады: «20x»."),
    ]
    assert not panel.done.isEnabled()
    key(page, Qt.Key.Key_Return, CTRL)
    assert page.panel is panel
    assert page.bridge.register.members == before
    go_to(page, "members.import-panel.notices")
    key(page, Qt.Key.Key_Space)
    assert panel.table.lines.lines[0][1].endswith("«Ерлан».")
    roster(tmp_path, "Сыдықов;Ерлан;2001;Орталық", "Ахметова;Айгүл;2002;")
    go_to(page, "members.import-panel.again")
    key(page, Qt.Key.Key_Return)
    assert read(page, qtbot).chips["added"].text() == "Қосылады 2"
    key(page, Qt.Key.Key_Escape)
    assert page.panel is None
    assert page.bridge.register.members == before, "leaving writes nothing"


def test_what_changes_is_shown_before_and_after(look_at: Open, qtbot: QtBot, tmp_path: Path) -> None:
    page = look_at(sitting_desk(9))
    same = page.bridge.register.members["m0001"]
    assert same.organisation is not None
    file = roster(
        tmp_path,
        "Вовк;Анна;1008;Жаңа орталық",
        f"{same.name.surname};{same.name.given};1001;{same.organisation.kk}",
        "Сыдықов;Ерлан;2001;Орталық",
    )
    panel = preview(page, qtbot, file)
    figures = [button.text() for button in (panel.chips["added"], panel.chips["changed"], panel.unchanged)]
    assert figures == ["Қосылады 1", "Өзгереді 1", "Өзгермейді 1"]
    assert [said for _, said in panel.table.lines.lines] == [
        "Ұйымы: бұрын – Корей қауымдастығы; енді – Жаңа орталық"
    ]
    page.bridge.set_language("ru")
    assert panel.chips["changed"].text() == "Изменятся 1"
    key(page, Qt.Key.Key_Return, CTRL)
    assert page.bridge.register.members["m0008"].organisation == Text("Жаңа орталық")
    assert page.search.said.text().startswith(words("ru")("members.import-done", added=1, changed=1))


def test_rows_that_name_no_body_may_be_of_the_council(look_at: Open, qtbot: QtBot, tmp_path: Path) -> None:
    page = look_at(sitting_desk(9))
    panel = preview(page, qtbot, roster(tmp_path, "Сыдықов;Ерлан;2001;"))
    assert panel.table.lines.lines == [("Сыдықов Ерлан", "Сессия")]
    panel.bodies.choose("council")
    read(page, qtbot)
    key(page, Qt.Key.Key_Return, CTRL)
    assert set(page.bridge.register.members["m0010"].bodies) == {"session", "council"}


def test_a_file_that_is_no_roster_is_one_sentence(look_at: Open, qtbot: QtBot, tmp_path: Path) -> None:
    page = look_at(sitting_desk(9))
    hostile = tmp_path / "list.xlsx"
    hostile.write_bytes(b"PK\x03\x04 but no workbook")
    panel = preview(page, qtbot, hostile)
    assert panel.said.text() == words("kk")("import.wrong-suffix", suffix=".xlsx")
    assert not panel.done.isEnabled()
    key(page, Qt.Key.Key_Escape)
    panel = preview(page, qtbot, tmp_path / "nowhere.csv")
    assert panel.said.text().startswith("Мұндай файл жоқ")


def test_reading_can_be_stopped(look_at: Open, qtbot: QtBot) -> None:
    page = look_at(empty_desk(), None)
    page.import_file(resource("samples", "assembly-583.xlsx"))
    panel = page.panel
    assert isinstance(panel, ImportPanel)
    assert panel.reading
    assert panel.back.text() == "Тоқтату"
    key(page, Qt.Key.Key_Return, CTRL)
    key(page, Qt.Key.Key_Escape)
    assert page.panel is None
    assert page.search.said.text() == "Файлды оқу тоқтатылды, ештеңе жазылған жоқ"
    preview(page, qtbot, resource("samples", "council-84.csv"))  # behind it in the same thread
    assert not page.bridge.register.members


def test_an_export_is_read_back_unchanged(look_at: Open, qtbot: QtBot, tmp_path: Path) -> None:
    page = look_at(sitting_desk(9))
    file = tmp_path / "members.xlsx"
    page.export_file(file)
    qtbot.waitUntil(lambda: str(file) in page.search.said.text(), timeout=15000)
    panel = preview(page, qtbot, file)
    assert panel.unchanged.text() == "Өзгермейді 9"
    assert not panel.done.isEnabled()
    key(page, Qt.Key.Key_Escape)
    page.export_file(tmp_path / "no" / "members.csv")
    qtbot.waitUntil(lambda: "Мұндай қалта жоқ" in page.search.said.text(), timeout=15000)
    assert page.register.write.isEnabled()


# ------------------------------------------------------------------------------------------------ for all


def test_everything_that_takes_the_focus_has_a_name(look_at: Open) -> None:
    page = look_at(sitting_desk(9))
    page.change()
    form(page).mandates.add.click()
    page.show_all()
    parts = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and not widget.focusProxy()
    ]
    assert len(parts) > 20
    for part in parts:
        told = QAccessible.queryAccessibleInterface(part)
        assert told.text(QAccessible.Text.Name), part.objectName()
    objects = [part.objectName() for part in parts]
    assert all(name.startswith("members.") for name in objects), objects
    assert len(objects) == len(set(objects))


def test_tab_goes_round_the_form_and_what_it_comes_to_is_in_sight(look_at: Open) -> None:
    page = look_at(sitting_desk(9))
    key(page, Qt.Key.Key_Insert)
    panel = form(page)
    view = panel.findChildren(QScrollArea)[0].viewport()
    visited: list[str] = []
    for _ in range(24):
        here = focused(page)
        visited.append(here.objectName())
        if view.isAncestorOf(here):
            assert view.rect().contains(here.mapTo(view, here.rect().center())), here.objectName()
        key(page, Qt.Key.Key_Tab)
    assert visited.index("members.form.surname") < visited.index("members.form.badge")
    assert visited.index("members.form.region.ru") < visited.index("members.form.mandates.add")
    assert visited.count("members.form.surname") > 1


def test_the_list_is_a_sound_model_and_is_read_aloud(look_at: Open) -> None:
    page = look_at(sitting_desk(9))
    model = page.list.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    type_text(page, "абдрахманов")
    read_aloud = [model.index(0, column).data() for column in range(model.columnCount())]
    assert read_aloud[0] == "1"
    assert read_aloud[3:] == ["Кеңес", "Төраға", "1001"]
    assert model.headerData(5, Qt.Orientation.Horizontal) == "Бейдж"
