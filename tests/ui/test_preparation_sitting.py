"""The convening on the preparation page by keys alone, and the way to what is missing."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from assembly_desk.desk.desk import Desk
from assembly_desk.domain import commands as c
from assembly_desk.domain.text import Act, Text
from assembly_desk.journal.memory import MemoryJournals
from assembly_desk.rules import load_profiles
from assembly_desk.ui.play import type_text
from assembly_desk.ui.preparation.documents import DocumentForm
from assembly_desk.ui.preparation.readiness import runs
from tests.desk_room import SITTING, Clock, done, sitting_desk
from tests.preparation_room import CTRL, Prepare, convening_form, focus, key, page, prepare, tab_to

__all__ = ["prepare"]


def test_each_field_opens_the_form_at_its_place(prepare: Prepare) -> None:
    window = prepare()
    leads = {
        "body": "sort.none",
        "number-date": "number",
        "place": "place.kk",
        "convened-on": "convened-by",
        "presiding": "presiding",
        "secretary": "secretary",
        "invited": "invited",
    }
    for name, entry in leads.items():
        tab_to(window, f"preparation.{name}")
        key(window, Qt.Key.Key_Return)
        assert focus(window) == f"preparation.convening.{entry}"
        focused = window.focusWidget()
        assert focused is not None
        assert not focused.visibleRegion().isEmpty(), f"{entry} is scrolled out of sight"
        key(window, Qt.Key.Key_Escape)
        assert focus(window) == f"preparation.{name}"


def test_the_convening_is_changed_and_a_day_that_is_none_is_said(prepare: Prepare) -> None:
    window = prepare()
    page(window).change_sitting("date")
    form = convening_form(window)
    form.day.edit.clear()
    type_text(window, "31.02.2026")
    key(window, Qt.Key.Key_Return, CTRL)
    assert form.said.text().startswith("Күн оқылмады: 31.02.2026")
    form.day.edit.clear()
    type_text(window, "1.6.26")
    tab_to(window, "preparation.convening.consent.number")
    type_text(window, "12")
    tab_to(window, "preparation.convening.secretary")
    form.secretary.finder.edit.clear()
    type_text(window, "Әбенова С. Қ., сарапшы")
    key(window, Qt.Key.Key_Return, CTRL)
    convening = window.bridge.state.convening
    assert (convening.date, convening.time, convening.number) == ("2026-06-01", "09:30", "14")
    assert convening.consent == Act(number="12")
    assert convening.act == Act("өкім", "8", "2026-05-01")
    assert convening.secretary is not None
    assert convening.secretary.name == Text("Әбенова С. Қ.")
    assert page(window).convening.values["number-date"].text() == "14 · 01.06.2026 · 09:30"


def test_a_field_that_was_filled_is_not_emptied_unawares(prepare: Prepare) -> None:
    window = prepare()
    page(window).change_sitting("place")
    form = convening_form(window)
    form.place.set_text(None)
    key(window, Qt.Key.Key_Return, CTRL)
    assert form.said.text().endswith("бұрынғысы қалдырылды: Орны")
    assert form.place.text == Text("Астана, Достық үйі", "Астана, Дом дружбы")


def test_a_refusal_leaves_the_form_open_with_what_was_typed(prepare: Prepare) -> None:
    window = prepare()
    page(window).change_sitting("convened_by")
    type_text(window, "Бауэр")
    key(window, Qt.Key.Key_Return)
    key(window, Qt.Key.Key_Return, CTRL)  # a plain member may not convene
    form = convening_form(window)
    assert form.said.text()
    assert len(form.convened_by.people) == 2
    assert len(window.bridge.state.convening.convened_by) == 1


def test_after_opening_only_secretary_place_and_guests_are_changed(prepare: Prepare) -> None:
    everybody = tuple(f"m{number:04}" for number in range(1, 10))
    window = prepare(None, c.FixRoll(), c.Arrive(everybody), c.Open())
    page(window).change_sitting("number")
    form = convening_form(window)
    said = [label.text() for label in form.findChildren(QLabel)]
    assert "Отырыс ашылғаннан кейін хатшы, орны және шақырылғандар ғана өзгертіледі" in said
    assert [name for name, field in form.by_name.items() if field.isEnabled()] == [
        "place",
        "secretary",
        "invited",
    ]
    assert focus(window) == "preparation.convening.place.kk"
    type_text(window, "Жаңа орын, ")
    key(window, Qt.Key.Key_Return, CTRL)
    place = window.bridge.state.convening.place
    assert place is not None
    assert place.kk.startswith("Жаңа орын, ")


def test_a_guest_is_invited_after_opening_too(prepare: Prepare) -> None:
    everybody = tuple(f"m{number:04}" for number in range(1, 10))
    window = prepare(None, c.FixRoll(), c.Arrive(everybody), c.Open())
    tab_to(window, "preparation.invite")
    key(window, Qt.Key.Key_Return)
    type_text(window, "Сейілханова Р. Т., директор")
    key(window, Qt.Key.Key_Return, CTRL)
    (guest,) = window.bridge.state.convening.invited
    assert guest.position == Text("директор")
    assert page(window).convening.values["invited"].text() == "1 адам (кворумға есептелмейді)"


def test_what_is_missing_leads_to_where_it_is_supplied(prepare: Prepare) -> None:
    desk = sitting_desk(9, fixed=False)
    done(desk.submit(c.AddItem("1", Text("Жоспар", "План"), "C13.4"), sitting=SITTING))
    window = prepare(desk)
    tab_to(window, "preparation.ready.readiness.rapporteur-missing")
    key(window, Qt.Key.Key_Return)
    assert focus(window) == "preparation.item-form.rapporteurs"
    type_text(window, "Бауэр")
    key(window, Qt.Key.Key_Return)
    key(window, Qt.Key.Key_Return, CTRL)
    assert not page(window).readiness.lines["readiness.rapporteur-missing"].isVisible()
    assert focus(window) == "preparation.item.0"
    tab_to(window, "preparation.ready.readiness.roll-missing")
    key(window, Qt.Key.Key_Return)
    assert window.page == "roll"


def test_data_that_the_convening_lacks_are_named_and_led_to(prepare: Prepare) -> None:
    desk = Desk(MemoryJournals(), load_profiles(), clock=Clock())
    for member in sitting_desk(9).register.members.values():
        done(desk.submit(c.AddMember(member)))
    data = c.ConveningData(number="15", date="2026-06-01", convened_by=("m0001",), presiding="m0001")
    done(desk.submit(c.Convene(SITTING, "council", data)))
    window = prepare(desk)
    line = page(window).readiness.lines["readiness.convening-missing"]
    assert line.signed.text.text() == "Шақыру деректері толық емес: Хатшы"
    assert page(window).convening.values["secretary"].text() == "толтыру"
    tab_to(window, line.link.objectName())
    key(window, Qt.Key.Key_Return)
    assert focus(window) == "preparation.convening.secretary"
    type_text(window, "Әбенова С. Қ.")
    key(window, Qt.Key.Key_Return, CTRL)
    assert page(window).readiness.lines["readiness.convening-complete"].isVisible()
    assert not line.isVisible()


def test_an_empty_register_is_said_and_leads_to_the_members(prepare: Prepare) -> None:
    desk = Desk(MemoryJournals(), load_profiles(), clock=Clock())
    done(desk.submit(c.Convene(SITTING, "council", c.ConveningData(number="1", date="2026-06-01"))))
    window = prepare(desk)
    assert page(window).readiness.lines["shell.no-members"].isVisible()
    assert window.shown.block.next.text() == "Тізімді жүктеу…"
    key(window, Qt.Key.Key_Return, CTRL)
    assert window.page == "members"


def test_the_hall_is_said_to_be_connected_once_it_is(prepare: Prepare) -> None:
    window = prepare()
    lines = page(window).readiness.lines
    assert lines["readiness.hall-missing"].isVisible()
    lines["readiness.hall-missing"].link.click()
    assert lines["readiness.hall-connected"].isVisible()
    assert not lines["readiness.hall-missing"].isVisible()


def test_numbers_that_follow_each_other_are_told_as_a_run() -> None:
    assert runs([1, 2, 4, 5, 6, 9]) == "1, 2, 4–6, 9"


def test_the_agenda_is_saved_as_a_paper(prepare: Prepare, qtbot: QtBot, tmp_path: Path) -> None:
    window = prepare()
    tab_to(window, "preparation.document.agenda")
    key(window, Qt.Key.Key_Return)
    form = window.shown.panel
    assert isinstance(form, DocumentForm)
    assert form.file.path.name == "2026-05-20 Кеңес № 14 күн тәртібі.pdf"
    form.language.choose("ru")
    form.file.set_value(str(tmp_path / "agenda.pdf"))
    key(window, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: window.shown.panel is None, timeout=30_000)
    assert (tmp_path / "agenda.pdf").read_bytes().startswith(b"%PDF")
    assert str(tmp_path / "agenda.pdf") in window.shown.block.said.text()
    window.bridge.papers = None
    window.show_page("preparation")
    assert not page(window).documents.isVisible(), "nobody makes papers here"


@pytest.mark.parametrize("by_mouse", [True, False])
def test_the_blue_button_fixes_the_roll_and_goes_to_it(prepare: Prepare, by_mouse: bool) -> None:
    window = prepare()
    if by_mouse:
        window.shown.block.next.click()
    else:
        key(window, Qt.Key.Key_Return, CTRL)
    assert len(window.bridge.state.roll.members) == 9
    assert window.page == "roll"
