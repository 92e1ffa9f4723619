"""The record in the window: results contested, entries put right, the roll changed by an act, other bodies; by keys."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from assembly_desk.desk.desk import Desk
from assembly_desk.domain.threshold import Threshold
from assembly_desk.journal.codec import recorded
from assembly_desk.projections.record_log import Code, LogBook
from assembly_desk.ui.app import open_window
from assembly_desk.ui.play import press, type_text
from assembly_desk.ui.record.page import RecordPage
from assembly_desk.ui.record.said import told
from assembly_desk.ui.voting.page import VotingPage
from assembly_desk.ui.window import Window
from assembly_desk.wording.words import LANGUAGES, Language, words
from tests.desk_room import sitting_desk
from tests.evenings import EVENING, hard_evening
from tests.journal.test_codec import entry as entry_of
from tests.journal.test_codec import golden

CTRL = Qt.KeyboardModifier.ControlModifier
ITEM_2_DONE, ITEM_3_DONE = '"do": "finish-item", "item": "2"', '"do": "finish-item", "item": "3"'
Open = Callable[..., Window]


@pytest.fixture
def sit_down(qtbot: QtBot) -> Iterator[Open]:
    opened: list[Window] = []

    def open_(desk: Desk, sitting: str | None = EVENING, language: Language = "kk") -> Window:
        window = open_window(desk, sitting, language)
        window.resize(1440, 900)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
        opened.append(window)
        return window

    yield open_
    for window in opened:
        window.close()


def key(window: Window, pressed: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    press(window.focusWidget() or window, pressed, held=held)


def tab_to(window: Window, name: str) -> None:
    for _ in range(40):
        if window.focusWidget().objectName() == name:
            return
        key(window, Qt.Key.Key_Tab)
    raise AssertionError(name)


def record(window: Window) -> RecordPage:
    key(window, Qt.Key.Key_F7)
    page = window.shown
    assert isinstance(page, RecordPage)
    return page


def go_to_vote(window: Window, number: int) -> RecordPage:
    page = record(window)
    key(window, Qt.Key.Key_Home)
    while page.vote is not None and page.vote.vote != number:
        key(window, Qt.Key.Key_Down)
    return page


def shown(window: Window) -> str:
    return "\n".join(label.text() for label in window.shown.findChildren(QLabel) if label.isVisible())


# -------------------------------------------------------------------------------------------------- votes


def test_the_votes_are_listed_newest_first_with_what_became_of_them(sit_down: Open) -> None:
    page = record(sit_down(hard_evening()))
    texts = [page.votes.text(row) for row in range(page.votes.rowCount())]
    assert [text.split(";")[0] for text in texts] == [
        f"№ {number} дауыс беру" for number in (10, 9, 9, 8, 7, 6, 5, 4, 3, 2, 1)
    ]
    assert "нәтиженің күші жойылды: № 3 дауыс беру" in texts[9]
    assert "қайта саналды: № 8 дауыс беру; күмәнді нәтиже" in texts[5]


def test_a_doubtful_vote_shows_base_and_needed_as_they_should_have_been(sit_down: Open) -> None:
    window = sit_down(hard_evening())
    go_to_vote(window, 6)
    said = shown(window)
    assert "Қатысып отырғаны – 25; қажетті дауыс саны – 17" in said
    assert "қатысып отырғаны – 24; қажетті дауыс саны – 16. Нәтиже күмәнді." in said


def test_a_result_is_annulled_by_keys_alone(sit_down: Open) -> None:
    window = sit_down(hard_evening(ITEM_2_DONE))
    go_to_vote(window, 8)
    key(window, Qt.Key.Key_Return)
    key(window, Qt.Key.Key_3)
    type_text(window, "сан қате жазылды")
    key(window, Qt.Key.Key_Return, CTRL)
    assert window.page == "voting"
    motion = window.bridge.state.motions["p1"]
    assert motion.text.kk == "№ 8 дауыс беру нәтижесінің күші жойылсын; себебі – сан қате жазылды"
    assert motion.sets is not None
    assert motion.sets.annuls == 8
    voting = window.shown
    assert isinstance(voting, VotingPage)
    assert voting.waiting.chosen is not None
    assert voting.waiting.chosen.motion == "p1"
    key(window, Qt.Key.Key_Return, CTRL)  # how it is put is asked for
    key(window, Qt.Key.Key_Return, CTRL)
    vote = window.bridge.state.vote
    assert vote is not None
    assert vote.motion == "p1"


def test_an_annulment_wants_a_reason(sit_down: Open) -> None:
    window = sit_down(hard_evening(ITEM_2_DONE))
    go_to_vote(window, 8)
    key(window, Qt.Key.Key_Return)
    key(window, Qt.Key.Key_3)
    key(window, Qt.Key.Key_Return, CTRL)
    panel = window.shown.panel
    assert panel is not None
    assert panel.said.text() == "Толтыру қажет: Себебі"
    assert "p1" not in window.bridge.state.motions


@pytest.mark.parametrize(("digit", "way"), [(Qt.Key.Key_1, "recount"), (Qt.Key.Key_2, "repeat")])
def test_a_recount_and_a_repetition_by_name_are_proposed_with_words_of_their_own(
    sit_down: Open, digit: Qt.Key, way: str
) -> None:
    window = sit_down(hard_evening(ITEM_2_DONE))
    go_to_vote(window, 8)
    key(window, Qt.Key.Key_Return)
    key(window, digit)
    key(window, Qt.Key.Key_Return, CTRL)
    motion = window.bridge.state.motions["p1"]
    assert motion.sets is not None
    assert motion.text.ru
    if way == "recount":
        assert motion.sets.recount == 8
    else:
        assert motion.sets.repeat is not None
        assert (motion.sets.repeat.vote, motion.sets.repeat.form) == (8, "named")


def test_what_stands_against_contesting_is_said_in_the_form_and_nothing_is_proposed(sit_down: Open) -> None:
    window = sit_down(hard_evening(ITEM_3_DONE))
    go_to_vote(window, 9)
    entries = window.bridge.opened.entries
    key(window, Qt.Key.Key_Return)
    key(window, Qt.Key.Key_3)
    assert "оған кейінгі дауыс берулер негізделген: 10" in shown(window)
    panel = window.shown.panel
    assert panel is not None
    assert not panel.done.isEnabled()
    key(window, Qt.Key.Key_Return, CTRL)
    assert window.bridge.opened.entries == entries
    key(window, Qt.Key.Key_Escape)
    assert window.focusWidget().objectName() == "record.vote-list"


# ------------------------------------------------------------------------------------------------ entries


def test_every_event_has_words_in_every_language() -> None:
    state = hard_evening().sitting(EVENING).state
    book = LogBook(state)
    for draft in golden():
        line = book.line(recorded(entry_of(draft.kind, draft.payload, draft.version)))
        for language in LANGUAGES:
            for whole in (False, True):
                said = told(line, language, timedelta(hours=5), whole=whole)
                assert said.strip()
                assert "{" not in said
                assert "None" not in said
            for value in line.values.values():
                if isinstance(value, Code) and value.group != "sector":
                    assert f"{value.group}.{value.code}" in words(language)


def test_a_presence_is_put_right_after_closing_and_the_votes_in_doubt_are_seen_before(sit_down: Open) -> None:
    window = sit_down(hard_evening('"do": "rectify"'))
    page = record(window)
    key(window, Qt.Key.Key_Right)
    type_text(window, "тегі25")
    key(window, Qt.Key.Key_Down)
    key(window, Qt.Key.Key_End)
    assert page.line is not None
    assert page.line.entry == 8
    key(window, Qt.Key.Key_Return)
    assert "№ 6 дауыс беру: қатысып отырғаны – 24; қажетті дауыс саны – 16; күмәнді нәтиже" in shown(window)
    tab_to(window, "record.rectify.reason.kk")
    type_text(window, "қол басқа адамдікі")
    key(window, Qt.Key.Key_Return, CTRL)
    state = window.bridge.state
    assert [(one.entry, one.presence[0].members) for one in state.rectified] == [(8, ("m25",))]
    assert [vote.number for vote in state.votes if vote.doubtful] == [6]
    assert page.line is not None
    assert page.line.entry == 8, "the same entry stays chosen"
    assert f"түзетілді: № {state.rectified[0].seq} жазба" in page.log.text(page.entry_list.row)


def test_a_slip_of_writing_is_put_right_by_a_text(sit_down: Open) -> None:
    window = sit_down(hard_evening())
    page = record(window)
    key(window, Qt.Key.Key_Right)
    key(window, Qt.Key.Key_Home)
    key(window, Qt.Key.Key_Return)
    key(window, Qt.Key.Key_Return, CTRL)
    panel = window.shown.panel
    assert panel is not None
    assert panel.said.text() == "Толтыру қажет: Себебі"
    type_text(window, "тексеруден анықталды")
    key(window, Qt.Key.Key_Return, CTRL)
    assert panel.said.text() == "Дұрысын жазу немесе мүшелерді көрсету қажет"
    type_text(window, "хаттама нөмірі – 16")
    key(window, Qt.Key.Key_Return, CTRL)
    (_, found) = window.bridge.state.rectified
    assert found.truth is not None
    assert (found.truth.kk, found.reason.kk) == ("хаттама нөмірі – 16", "тексеруден анықталды")
    assert window.shown is page


def test_the_log_is_narrowed_to_what_was_changed_later(sit_down: Open) -> None:
    window = sit_down(hard_evening())
    page = record(window)
    key(window, Qt.Key.Key_Right)
    page.filters["changed"].click()
    assert [line.kind for line in page.log.rows] == ["rectified", "arrived"]


def test_an_act_of_the_window_comes_to_the_log_at_once(sit_down: Open) -> None:
    window = sit_down(hard_evening(ITEM_3_DONE))
    page = record(window)
    key(window, Qt.Key.Key_Right)
    before = len(page.log.rows)
    key(window, Qt.Key.Key_F9)
    key(window, Qt.Key.Key_5)
    type_text(window, "Зал ауыстырылды")
    key(window, Qt.Key.Key_Return, CTRL)
    assert len(page.log.rows) == before + 1
    assert "Хаттамаға белгі: Зал ауыстырылды" in page.log.text(0)


# ------------------------------------------------------------------------------------- the roll, by an act


def test_a_member_who_is_gone_is_taken_off_the_roll_by_an_act(sit_down: Open) -> None:
    window = sit_down(hard_evening(ITEM_2_DONE))
    key(window, Qt.Key.Key_F9)
    key(window, Qt.Key.Key_7)
    tab_to(window, "course.change-roll.remove")
    for letter in "Тегі30":
        type_text(window, letter)
    key(window, Qt.Key.Key_Return)
    assert "қазір – 30, болады – 29" in shown(window)
    key(window, Qt.Key.Key_Return, CTRL)
    panel = window.shown.panel
    assert panel is not None
    assert panel.said.text() == "Толтыру қажет: Негізі (акт)"
    type_text(window, "Жарлық")
    tab_to(window, "course.change-roll.reason.kk")
    type_text(window, "өкілеттігі тоқтатылды")
    key(window, Qt.Key.Key_Return, CTRL)
    roll = window.bridge.state.roll
    assert "m30" in roll.gone
    assert (roll.total, roll.changes[0].act.kind) == (29, "Жарлық")


def test_a_change_of_the_roll_names_somebody(sit_down: Open) -> None:
    window = sit_down(hard_evening(ITEM_2_DONE))
    key(window, Qt.Key.Key_F9)
    key(window, Qt.Key.Key_7)
    tab_to(window, "course.change-roll.act.kind")
    type_text(window, "Жарлық")
    tab_to(window, "course.change-roll.reason.kk")
    type_text(window, "себеп")
    key(window, Qt.Key.Key_Return, CTRL)
    panel = window.shown.panel
    assert panel is not None
    assert panel.said.text() == "Енгізілетін немесе шығарылатын мүшені көрсету қажет"


# ------------------------------------------------------------------------------------------- other bodies


def test_another_body_is_entered_once_its_rule_was_seen_at_work_and_then_convenes(sit_down: Open) -> None:
    window = sit_down(sitting_desk(9), None)
    window.show_page("settings")
    tab_to(window, "settings.bodies.add")
    key(window, Qt.Key.Key_Return)
    type_text(window, "Ғылыми-сарапшылық кеңес")
    tab_to(window, "settings.body.quorum")
    type_text(window, "2/3")
    tab_to(window, "settings.body.majority")
    type_text(window, "1/2")
    example = "Мысалы, мүшелер – 30: қажетті кворум – 20; қатысып отырғаны – 20: қажетті дауыс саны – 11."
    assert example in shown(window)
    key(window, Qt.Key.Key_Return, CTRL)
    panel = window.shown.panel
    assert panel is not None
    assert "дереккөзі де қажет" in panel.said.text()
    assert window.bridge.register.bodies == {}
    type_text(window, "Кеңес туралы ереже, 12-тармақ")
    key(window, Qt.Key.Key_Return, CTRL)
    body = window.bridge.register.bodies["body-1"]
    assert body.quorum == Threshold(Fraction(2, 3), True, "members", "Кеңес туралы ереже, 12-тармақ")
    assert body.majority == Threshold(Fraction(1, 2), False, "present", "Кеңес туралы ереже, 12-тармақ")
    assert example in shown(window)
    window.show_page("sittings")
    key(window, Qt.Key.Key_Insert)
    while window.focusWidget().objectName() != "sittings.convene.body.body-1":
        key(window, Qt.Key.Key_Right)
    key(window, Qt.Key.Key_Tab)
    type_text(window, "1")
    key(window, Qt.Key.Key_Return, CTRL)
    assert window.bridge.state.convening.body == "body-1"
    assert "Ғылыми-сарапшылық кеңес" in window.top.title.text()


def test_a_body_without_a_rule_is_not_offered_for_convening_until_its_rule_follows(sit_down: Open) -> None:
    window = sit_down(sitting_desk(9), None)
    window.show_page("settings")
    tab_to(window, "settings.bodies.add")
    key(window, Qt.Key.Key_Return)
    key(window, Qt.Key.Key_Return, CTRL)
    assert window.shown.panel is not None
    assert window.shown.panel.said.text() == "Толтыру қажет: Органның атауы"
    type_text(window, "Жұмыс тобы")
    key(window, Qt.Key.Key_Return, CTRL)
    assert "Ережесі енгізілмеген" in shown(window)
    window.show_page("sittings")
    key(window, Qt.Key.Key_Insert)
    panel = window.shown.panel
    assert panel is not None
    offered = [button.text() for button in panel.findChildren(type(panel.done)) if button.isVisible()]
    assert "Жұмыс тобы" not in offered
    key(window, Qt.Key.Key_Escape)
    window.show_page("settings")
    tab_to(window, "settings.bodies.0.enter-rule")
    key(window, Qt.Key.Key_Return)
    tab_to(window, "settings.body.quorum")
    type_text(window, "1/2")
    tab_to(window, "settings.body.majority")
    type_text(window, "5/4")
    tab_to(window, "settings.body.source.kk")
    type_text(window, "Ереже")
    key(window, Qt.Key.Key_Return, CTRL)
    form = window.shown.panel
    assert form is not None
    assert form.said.text() == "Бөлік оқылмады: 5/4. Үлгі: 2/3"
    assert window.bridge.register.bodies["body-1"].quorum is None
