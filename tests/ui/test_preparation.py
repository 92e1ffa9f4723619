"""The agenda on the preparation page by keys alone, and how the page looks."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QWidget

from assembly_desk.domain import commands as c
from assembly_desk.domain.motion import Sets
from assembly_desk.domain.text import Text
from assembly_desk.ui import theme
from assembly_desk.ui.app import application
from assembly_desk.ui.play import type_text
from assembly_desk.ui.window import Window
from assembly_desk.wording.words import LANGUAGES, Language, words
from tests.desk_room import done, sitting_desk
from tests.preparation_room import (
    ALT,
    CTRL,
    TITLES,
    Prepare,
    convening_form,
    focus,
    item_form,
    items,
    key,
    page,
    prepare,
    tab_to,
)

__all__ = ["prepare"]


def test_an_item_is_added_by_keys_and_gets_the_next_number(prepare: Prepare) -> None:
    window = prepare()
    key(window, Qt.Key.Key_Insert)
    type_text(window, "Жаңа мәселе")
    tab_to(window, "preparation.item-form.rapporteurs")
    type_text(window, "Бауэр")
    key(window, Qt.Key.Key_Return)
    type_text(window, "Сейілханова Р. Т., директор")
    tab_to(window, "preparation.item-form.draft.kk")
    type_text(window, "Бекітілсін")
    key(window, Qt.Key.Key_Return, CTRL)
    item = window.bridge.state.agenda.items["4"]
    assert item.title == Text("Жаңа мәселе")
    assert item.draft == Text("Бекітілсін")
    assert [person.name.kk.split()[0] for person in item.rapporteurs] == ["Бауэр", "Сейілханова"]
    assert item.rapporteurs[1].position == Text("директор")
    assert focus(window) == "preparation.item.3", "the new item has the focus"
    assert "Мәселе қосылды: № 4" in window.shown.block.said.text()


def test_an_item_without_a_title_is_not_added_and_nothing_typed_is_lost(prepare: Prepare) -> None:
    window = prepare()
    key(window, Qt.Key.Key_Insert)
    tab_to(window, "preparation.item-form.draft.kk")
    type_text(window, "Бекітілсін")
    key(window, Qt.Key.Key_Return, CTRL)
    assert item_form(window).said.text() == "Толтыру қажет: Атауы"
    assert item_form(window).draft.text == Text("Бекітілсін")
    assert focus(window) == "preparation.item-form.title.kk"
    key(window, Qt.Key.Key_Escape)
    assert items(window) == list(TITLES)
    assert focus(window) == "preparation.item.0"


def test_what_the_council_may_only_discuss_is_said_as_soon_as_it_is_chosen(prepare: Prepare) -> None:
    window = prepare()
    key(window, Qt.Key.Key_Insert)
    form = item_form(window)
    assert not form.notice.isVisible()
    tab_to(window, "preparation.item-form.competence.C13.6")
    while form.competence.value not in ("S8.1", "INFO"):
        key(window, Qt.Key.Key_Left)
    assert form.competence.value == "S8.1"
    assert form.notice.text().startswith("Кеңес бұл мәселені тек талқылайды")
    form.title_field.set_text(Text("Ұстанымдар", "Подходы"))
    key(window, Qt.Key.Key_Return, CTRL)
    assert "Кеңес бұл мәселені тек талқылайды" in window.shown.block.said.text()
    assert "талқылау ғана" in page(window).agenda.list.rows[3].accessibleName()


def test_the_session_must_say_why_it_takes_up_a_matter_of_the_council(prepare: Prepare) -> None:
    window = prepare(sitting_desk(9, body="session"))
    key(window, Qt.Key.Key_Insert)
    form = item_form(window)
    assert not form.reason.isVisible()
    form.competence.choose("C13.4")
    assert form.reason.isVisible()
    assert "Кеңестің құзыретіне жатады" in form.notice.text()


def test_enter_changes_an_item_and_leaves_the_rest_as_it_was(prepare: Prepare) -> None:
    window = prepare()
    guest = c.Guest(Text("Қонақ А.", "Гость А."), Text("сарапшы", "эксперт"))
    done(window.bridge.submit(c.AmendItem("2", rapporteurs=(guest,))))
    key(window, Qt.Key.Key_Down)
    key(window, Qt.Key.Key_Return)
    assert item_form(window).title.text() == "Мәселені өзгерту: № 2"
    key(window, Qt.Key.Key_Tab)
    type_text(window, "! ")
    key(window, Qt.Key.Key_Return, CTRL)
    item = window.bridge.state.agenda.items["2"]
    assert item.title == Text("Наградалар", "! Вопрос")
    assert item.rapporteurs[0].name == Text("Қонақ А.", "Гость А.")
    assert focus(window) == "preparation.item.1"


def test_saving_a_form_as_it_stood_records_nothing(prepare: Prepare) -> None:
    window = prepare()
    before = window.bridge.opened.entries
    key(window, Qt.Key.Key_Return)
    key(window, Qt.Key.Key_Return, CTRL)
    tab_to(window, "preparation.presiding")
    key(window, Qt.Key.Key_Return)
    key(window, Qt.Key.Key_Return, CTRL)
    assert window.shown.panel is None
    assert window.bridge.opened.entries == before
    assert window.shown.block.said.text() == "Өзгеріс жоқ"


def test_alt_and_the_arrows_move_an_item_and_the_focus_goes_with_it(prepare: Prepare) -> None:
    window = prepare()
    key(window, Qt.Key.Key_Down, ALT)
    assert items(window) == [TITLES[1], TITLES[0], TITLES[2]]
    assert focus(window) == "preparation.item.1"
    key(window, Qt.Key.Key_Down, ALT)
    key(window, Qt.Key.Key_Down, ALT)  # it is the last already
    assert items(window) == [TITLES[1], TITLES[2], TITLES[0]]
    key(window, Qt.Key.Key_Up, ALT)
    assert items(window) == [TITLES[1], TITLES[0], TITLES[2]]
    key(window, Qt.Key.Key_Z, CTRL)
    assert items(window) == [TITLES[1], TITLES[2], TITLES[0]]


@pytest.mark.parametrize(
    ("carried", "onto", "order"), [(0, 2, (1, 2, 0)), (2, 0, (2, 0, 1)), (1, 1, (0, 1, 2))]
)
def test_an_item_is_carried_to_its_place_by_the_mouse(
    prepare: Prepare, carried: int, onto: int, order: tuple[int, ...]
) -> None:
    window = prepare()
    rows = page(window).agenda.list.rows
    down = onto > carried
    edge = rows[onto].height() - 4 if down else 4
    target = rows[carried].mapFrom(page(window).agenda.list, rows[onto].pos() + QPoint(0, edge))
    start = QPoint(12, rows[carried].height() // 2)
    QTest.mousePress(rows[carried], Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(rows[carried], start + QPoint(0, 14 if down else -14))
    QTest.mouseMove(rows[carried], QPoint(12, target.y()))
    QTest.mouseRelease(rows[carried], Qt.MouseButton.LeftButton, pos=QPoint(12, target.y()))
    assert items(window) == [TITLES[at] for at in order]
    assert window.shown.panel is None, "carrying is not opening"


def test_an_item_is_removed_by_a_second_press_only(prepare: Prepare) -> None:
    window = prepare()
    key(window, Qt.Key.Key_Delete)
    assert items(window) == list(TITLES)
    assert "№ 1. Растау үшін тағы бір рет басыңыз" in window.shown.block.said.text()
    key(window, Qt.Key.Key_Down)
    key(window, Qt.Key.Key_Delete)
    assert items(window) == list(TITLES), "it was asked of another item"
    key(window, Qt.Key.Key_Escape)
    key(window, Qt.Key.Key_Delete)
    assert items(window) == list(TITLES), "Escape took it back"
    key(window, Qt.Key.Key_Delete)
    assert items(window) == [TITLES[0], TITLES[2]]
    assert focus(window) == "preparation.item.1"
    key(window, Qt.Key.Key_Z, CTRL)
    assert items(window) == list(TITLES)


def test_the_last_item_gone_leaves_the_way_to_a_new_one(prepare: Prepare) -> None:
    window = prepare(sitting_desk(9), c.AddItem("1", Text("Бір"), "C13.6"))
    key(window, Qt.Key.Key_Delete)
    key(window, Qt.Key.Key_Delete)
    assert page(window).agenda.none.isVisible()
    assert page(window).home().objectName() == "preparation.add-item"


def test_an_approved_agenda_says_so_and_leads_to_its_page(prepare: Prepare) -> None:
    everybody = tuple(f"m{number:04}" for number in range(1, 10))
    adopt = c.Propose("a1", "procedural", Text("Бекітілсін"), sets=Sets(agenda="approved"))
    vote = (c.Put("a1", "no-objection"), c.CloseVote(0))
    window = prepare(None, c.FixRoll(), c.Arrive(everybody), c.Open(), adopt, *vote)
    assert "дауыс беру арқылы ғана" in page(window).agenda.said.text()
    key(window, Qt.Key.Key_Insert)
    key(window, Qt.Key.Key_Delete)
    key(window, Qt.Key.Key_Delete)
    key(window, Qt.Key.Key_Down, ALT)
    assert window.shown.panel is None
    assert items(window) == list(TITLES)
    tab_to(window, "preparation.to-agenda")
    key(window, Qt.Key.Key_Return)
    assert window.page == "agenda"


def test_tab_goes_through_the_page_as_it_is_read(prepare: Prepare) -> None:
    window = prepare()
    tab_to(window, "preparation.invite")
    visited: list[str] = []
    for _ in range(22):
        visited.append(focus(window).removeprefix("preparation."))
        focused = window.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert visited[:4] == ["invite", "body", "number-date", "place"]
    assert visited[8:12] == ["rule", "add-item", "item.0", "edit-item"], "one stop for the whole list"
    assert (
        visited.index("move-down") < visited.index("ready.readiness.roll-missing") < visited.index("next-act")
    )


def test_everything_that_takes_the_focus_has_a_name_of_its_own(prepare: Prepare) -> None:
    window = prepare()
    page(window).change_sitting("number")
    focusable = [
        widget
        for widget in window.shown.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
    ]
    assert len(focusable) > 30
    for widget in focusable:
        told = QAccessible.queryAccessibleInterface(widget)
        assert told.text(QAccessible.Text.Name), widget.objectName()
        assert widget.objectName().startswith("preparation."), told.text(QAccessible.Text.Name)
    names = [widget.objectName() for widget in focusable]
    assert len(names) == len(set(names))


@pytest.fixture
def longer_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every text of the screens 40 % longer, as a translation may be."""
    say = words("kk")
    filler = "мәтіннің ұзарған бөлігі әрі қарай жалғаса береді "
    longer = {key: text + " " + (filler * 9)[: len(text) * 2 // 5].strip() for key, text in say._rows.items()}
    monkeypatch.setattr(say, "_rows", longer)


SIZES = [(1280, 720), (1440, 900), (3840, 2160)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_off_at_any_size(prepare: Prepare, language: Language, size: tuple[int, int]) -> None:
    window = prepare(size=size)
    window.foot.languages[language].click()
    nothing_is_cut_off(window, size)


@pytest.mark.usefixtures("longer_words")
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_off_in_longer_words(prepare: Prepare, size: tuple[int, int]) -> None:
    nothing_is_cut_off(prepare(size=size), size)


def test_nothing_is_cut_off_in_high_contrast(prepare: Prepare) -> None:
    theme.apply(application(), "contrast")
    nothing_is_cut_off(prepare(size=SIZES[0]), SIZES[0])
    theme.apply(application(), "light")


def nothing_is_cut_off(window: Window, size: tuple[int, int]) -> None:
    key(window, Qt.Key.Key_Delete)  # the longest that the page says
    for _ in range(3):  # the rows are as tall as their texts, and then find their places
        QApplication.processEvents()
    assert (window.width(), window.height()) == size
    shown = window.shown
    whole = QRect(QPoint(0, 0), shown.size())
    for button in (*page(window).convening.values.values(), *page(window).agenda.acts, shown.block.next):
        assert whole.contains(QRect(button.mapTo(shown, QPoint(0, 0)), button.size())), button.objectName()
    for button in shown.findChildren(QPushButton):
        parent = button.parentWidget()
        if button.isVisible() and parent is not None:
            assert parent.rect().contains(button.geometry()), button.objectName()
    for line in page(window).readiness.lines.values():
        if line.link.isVisible():
            right = line.link.mapTo(shown, line.link.rect().topRight()).x()
            assert right < shown.width() - 24, line.link.objectName()
    for label in shown.findChildren(QLabel):
        if label.isVisible() and label.wordWrap() and label.text():
            needed = label.heightForWidth(label.width())
            assert label.height() >= needed, f"{label.objectName()}: {label.height()} of {needed}"
    rows = [row for row in page(window).agenda.list.rows if row.isVisible()]
    for row in rows:
        assert all(box.bottom() < row.height() for box in row.boxes)
    for one, then in pairwise(rows):
        assert one.geometry().bottom() < then.geometry().top()


def test_a_long_form_can_be_gone_through_and_each_stop_is_seen(prepare: Prepare) -> None:
    window = prepare(size=(1280, 720))
    page(window).change_sitting("number")
    for _ in range(30):
        focused = window.focusWidget()
        assert focused is not None
        seen = focused.visibleRegion().boundingRect().height()
        assert seen >= min(focused.height(), 30), focused.objectName()
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert isinstance(convening_form(window).place.kk, QPlainTextEdit)
