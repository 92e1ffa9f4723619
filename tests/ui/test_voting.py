"""The voting page by its keys: putting a motion, names and hands, closing with the result said first."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from assembly_desk.domain import commands as c
from assembly_desk.domain.motion import FormChoice, Sets
from assembly_desk.domain.text import Text
from assembly_desk.domain.vote import Choice, Tally, Vote
from assembly_desk.ui import keys
from assembly_desk.ui.app import open_window
from assembly_desk.ui.play import press, type_text
from assembly_desk.ui.voting.page import VotingPage
from assembly_desk.ui.window import Window
from tests.desk_room import SITTING, done, sitting_desk

CTRL = Qt.KeyboardModifier.ControlModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier
ENTER = Qt.Key.Key_Return
TEXT = Text("Жұмыс жоспары бекітілсін", "Утвердить план работы")
ITEM = (
    c.AddItem("1", Text("Жұмыс жоспары туралы"), "C13.6"),
    c.AddItem("2", Text("Әр түрлі"), "C13.6"),
)
MOTION = (c.TakeItem("1"), c.Propose("1.1", "decision", TEXT, item="1"))


class Desk:
    """The window at the voting page, and hands for it."""

    def __init__(self, qtbot: QtBot, *acts: c.Command, present: int = 60, body: str = "council") -> None:
        desk = sitting_desk(84, body=body)
        everybody = tuple(f"m{number:04}" for number in range(1, present + 1))
        for act in (*ITEM, c.Arrive(everybody), c.Open(), *acts):
            done(desk.submit(act, sitting=SITTING))
        self.bot = qtbot
        self.window = open_window(desk, SITTING)
        self.window.resize(1440, 900)
        qtbot.addWidget(self.window)
        with qtbot.waitActive(self.window):
            self.window.show()
        self.window.show_page("voting")
        page = self.window.shown
        assert isinstance(page, VotingPage)
        self.page = page

    def key(
        self,
        pressed: Qt.Key,
        held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        text: str = "",
        scan_code: int = 0,
    ) -> None:
        press(self.window.focusWidget() or self.window, pressed, text, held, scan_code=scan_code)

    def answer(self, digit: str) -> None:
        """Key an answer, and wait until no scanner can have typed it."""
        before = self.window.bridge.opened.entries
        self.key(Qt.Key(ord(digit)), text=digit)
        self.bot.waitUntil(lambda: self.window.bridge.opened.entries > before)

    def type(self, text: str) -> None:
        type_text(self.window, text)

    @property
    def vote(self) -> Vote:
        return self.window.bridge.state.votes[-1]

    @property
    def blue(self) -> str:
        return self.page.block.next.text()

    def said(self, name: str) -> str:
        label = self.window.findChild(QLabel, name)
        assert label is not None
        return label.text()

    def turn(self) -> int:
        one = self.page.reading.now
        return 0 if one is None else one.number


@pytest.fixture
def named(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(qtbot, *MOTION, c.Put("1.1", "named"))
    yield made
    made.window.close()


@pytest.fixture
def hands(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(qtbot, *MOTION, c.Put("1.1", "show-of-hands"))
    yield made
    made.window.close()


# ------------------------------------------------------------------------------------------------ nothing put


def test_ctrl_enter_asks_for_the_form_and_puts_the_motion(qtbot: QtBot) -> None:
    desk = Desk(qtbot, *MOTION)
    assert desk.blue == "Дауысқа қою…"
    assert desk.page.waiting.text.text.text() == "«Жұмыс жоспары бекітілсін»"
    desk.key(ENTER, CTRL)
    assert desk.page.put_form.isVisible()
    assert desk.page.put_form.form.value == "show-of-hands"
    desk.key(Qt.Key.Key_2)  # a digit by its place chooses
    desk.page.put_form.form.choose("named")
    desk.key(ENTER, CTRL)
    assert not desk.page.put_form.isVisible()
    assert (desk.vote.form, desk.vote.base, desk.vote.needed) == ("named", 60, 40)
    assert desk.page.names.view.hasFocus()
    desk.window.close()


def test_escape_leaves_the_form_and_puts_nothing(qtbot: QtBot) -> None:
    desk = Desk(qtbot, *MOTION)
    desk.key(ENTER, CTRL)
    desk.key(Qt.Key.Key_Escape)
    assert desk.window.bridge.state.votes == ()
    assert desk.blue == "Дауысқа қою…"
    desk.window.close()


def test_the_agenda_is_proposed_and_put_in_one_press(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    assert desk.blue == "Күн тәртібін бекіту"
    desk.key(ENTER, CTRL)
    desk.page.put_form.form.choose("no-objection")
    desk.key(ENTER, CTRL)
    assert desk.vote.form == "no-objection"
    desk.key(ENTER, CTRL)
    assert desk.blue == "Нәтижесі – қабылданды. Жабу үшін тағы бір рет басыңыз"
    desk.key(ENTER, CTRL)
    assert desk.window.bridge.state.agenda.approved
    assert desk.said("voting.verdict") == "Қарсылықсыз қабылданды"
    desk.window.close()


def test_sectors_that_do_not_add_up_are_refused_and_nothing_typed_is_lost(qtbot: QtBot) -> None:
    desk = Desk(qtbot, *MOTION)
    desk.key(ENTER, CTRL)
    form = desk.page.put_form
    form.sectors.number.edit.setFocus()
    for digit in "2":
        desk.key(Qt.Key(ord(digit)), text=digit)
    for size, typed in zip(form.sectors.sizes, ("30", "29"), strict=True):
        size.edit.setFocus()
        for digit in typed:
            desk.key(Qt.Key(ord(digit)), text=digit)
    desk.key(ENTER, CTRL)
    assert form.isVisible()
    assert "секторларда – 59" in form.said.text()
    form.sectors.sizes[1].edit.setFocus()
    form.sectors.sizes[1].edit.selectAll()
    for digit in "30":
        desk.key(Qt.Key(ord(digit)), text=digit)
    desk.key(ENTER, CTRL)
    assert {name: sector.size for name, sector in desk.vote.sectors.items()} == {"1": 30, "2": 30}
    desk.window.close()


def test_what_stands_against_putting_is_said_before(qtbot: QtBot) -> None:
    desk = Desk(qtbot, *MOTION, body="session")
    assert "нысаны айқындалмағандықтан" in desk.page.waiting.against.text()
    desk.key(ENTER, CTRL)
    assert not desk.page.put_form.isVisible()
    assert "нысаны айқындалмағандықтан" in desk.page.block.said.text()
    desk.window.close()


def test_insert_offers_motions_of_procedure_and_the_form_of_voting_is_worded_in_both_languages(
    qtbot: QtBot,
) -> None:
    desk = Desk(qtbot, *MOTION, body="session")
    desk.key(Qt.Key.Key_Insert)
    assert desk.page.ways.menu.isVisible()
    desk.page.ways.menu.chosen.emit("form")
    desk.page.ways.form.form.choose("named")
    desk.key(ENTER, CTRL)
    motion = desk.window.bridge.state.motions["p1"]
    assert motion.sets == Sets(form=FormChoice("named"))
    assert motion.text == Text(
        "Дауыс беру нысаны айқындалсын: атап дауыс беру",
        "Определить форму голосования: поимённое голосование",
    )
    assert desk.page.waiting.chosen is not None
    assert desk.page.waiting.chosen.motion == "p1"
    desk.window.close()


def test_an_agenda_with_an_item_postponed_says_so_and_brings_it_about(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.page.ways.menu.chosen.emit("agenda-change")
    desk.page.ways.agenda.fates["2"].choose("postpone")
    desk.key(ENTER, CTRL)
    motion = desk.window.bridge.state.motions["p1"]
    assert motion.text.kk == "Күн тәртібі мынадай өзгерістермен бекітілсін: кейінге қалдырылсын – 2-мәселе"
    desk.key(ENTER, CTRL)
    desk.key(ENTER, CTRL)
    for digit in ("6", "0"):
        desk.key(Qt.Key(ord(digit)), text=digit)
    for figure in ("0", "0"):
        desk.key(ENTER)
        desk.key(Qt.Key(ord(figure)), text=figure)
    desk.key(ENTER)
    desk.key(ENTER, CTRL)
    desk.key(ENTER, CTRL)
    assert desk.window.bridge.state.agenda.items["2"].state == "postponed"
    desk.window.close()


def test_no_change_of_the_agenda_is_no_motion(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.page.ways.menu.chosen.emit("agenda-change")
    form = desk.page.ways.agenda
    form.text.set_text(Text("Өзгерістермен"))
    desk.key(ENTER, CTRL)
    assert form.said.text() == "Күн тәртібінде өзгеріс көрсетілмеген"
    assert desk.window.bridge.state.motions == {}
    desk.window.close()


# ------------------------------------------------------------------------------------------------------ names


def test_one_key_a_name_answers_and_calls_the_next(named: Desk) -> None:
    first = named.page.reading.people[:3]
    for digit in "123":
        named.answer(digit)
    given = [named.vote.answers[one.member] for one in first]
    assert given == ["for", "against", "abstain"]
    assert named.turn() == 4
    assert named.said("voting.answered") == "3"


def test_the_keypad_answers_and_a_kazakh_layout_that_types_letters_there(named: Desk) -> None:
    named.key(Qt.Key.Key_2, KEYPAD, "2")
    named.bot.waitUntil(lambda: len(named.vote.answers) == 1)
    named.bot.wait(keys.FASTER_THAN_A_HAND + 5)
    named.key(Qt.Key.Key_unknown, text="ә", scan_code=11)  # the key 2 of the digit row: evdev 3, and 8
    named.bot.waitUntil(lambda: len(named.vote.answers) == 2)
    assert set(named.vote.answers.values()) == {"against"}


def test_a_surname_is_looked_for_in_plain_letters_and_the_reading_goes_on_where_it_was(named: Desk) -> None:
    named.answer("1")
    named.type("касым")
    found = named.page.reading.now
    assert found is not None
    assert found.name.kk.startswith("Қасым")
    named.answer("2")
    assert named.vote.answers[found.member] == "against"
    assert named.turn() == 2


def test_escape_ends_the_search(named: Desk) -> None:
    named.type("касым")
    named.key(Qt.Key.Key_Escape)
    assert named.turn() == 1
    assert named.page.reading.typed == ""


def test_nobody_of_that_name_is_said_and_the_turn_stays(named: Desk) -> None:
    named.type("щщ")
    assert "мұндай мүше жоқ" in named.said("voting.reading")
    assert named.vote.answers == {}


def test_a_scanner_finds_the_member_and_never_answers(named: Desk) -> None:
    badge, view = "1021", named.page.names.view
    for number, sign in enumerate(badge):
        event = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key(ord(sign)), Qt.KeyboardModifier.NoModifier, sign)
        event.setTimestamp(100_000 + 5 * number)
        QApplication.sendEvent(view, event)
    event = QKeyEvent(QKeyEvent.Type.KeyPress, ENTER, Qt.KeyboardModifier.NoModifier, "\r")
    event.setTimestamp(100_000 + 5 * len(badge))
    QApplication.sendEvent(view, event)
    named.bot.wait(2 * keys.FASTER_THAN_A_HAND)
    assert named.vote.answers == {}
    now = named.page.reading.now
    assert now is not None
    assert now.member == "m0021"


def test_a_key_held_down_answers_once(named: Desk) -> None:
    named.answer("1")
    for _ in range(5):
        held = QKeyEvent(
            QKeyEvent.Type.KeyPress, Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier, "1", autorep=True
        )
        QApplication.sendEvent(named.page.names.view, held)
    named.bot.wait(2 * keys.FASTER_THAN_A_HAND)
    assert len(named.vote.answers) == 1


def test_enter_passes_over_a_name_and_arrows_move(named: Desk) -> None:
    named.key(ENTER)
    assert named.turn() == 2
    named.key(Qt.Key.Key_Right)
    assert named.turn() == 3
    named.key(Qt.Key.Key_Down)
    assert named.turn() == 3 + named.page.names.view.columns
    assert named.vote.answers == {}


def test_backspace_and_ctrl_z_take_the_answer_back_and_call_the_name_again(named: Desk) -> None:
    named.answer("1")
    named.answer("2")
    named.key(Qt.Key.Key_Backspace)
    assert (len(named.vote.answers), named.turn()) == (1, 2)
    named.key(Qt.Key.Key_Z, CTRL)
    assert (len(named.vote.answers), named.turn()) == (0, 1)
    named.key(Qt.Key.Key_Backspace)
    assert named.vote.verdict == "open", "the put itself is not taken back by Backspace"


def test_an_answer_is_changed_by_going_back_to_the_name(named: Desk) -> None:
    for digit in "11":
        named.answer(digit)
    named.key(Qt.Key.Key_Left)
    named.answer("2")
    second = named.page.reading.people[1].member
    assert named.vote.answers[second] == "against"
    assert named.turn() == 3


def test_those_who_did_not_answer_are_read_once_more_before_the_vote_is_closed(qtbot: QtBot) -> None:
    desk = Desk(qtbot, *MOTION, c.Put("1.1", "named"))
    people = desk.page.reading.people
    for one in people[:57]:
        done(desk.window.bridge.submit(c.Cast(one.member, "for")))
    assert desk.blue == "Жауап бермегендерді қайта атау"
    desk.key(ENTER, CTRL)
    assert desk.turn() == 58
    assert desk.blue == "Дауыс беруді жабу"
    desk.answer("1")
    desk.key(ENTER)
    desk.key(ENTER)
    assert desk.turn() == 0
    assert "Жауап бермегені – 2" in desk.page.names.now.text()
    desk.key(ENTER, CTRL)
    assert desk.blue == "Нәтижесі – қабылданды. Жабу үшін тағы бір рет басыңыз"
    assert desk.vote.verdict == "open"
    desk.key(ENTER, CTRL)
    assert (desk.vote.verdict, desk.vote.not_voting) == ("adopted", 2)
    assert desk.said("voting.verdict") == "Қабылданды"
    assert desk.said("voting.verdict.by") == "қажеттіден артық дауыс – 18"
    assert "Шешім қабылданды" in desk.page.words.text.text()
    desk.window.close()


def test_an_answer_after_the_question_asks_the_question_anew(named: Desk) -> None:
    for one in named.page.reading.people[:59]:
        done(named.window.bridge.submit(c.Cast(one.member, "for")))
    named.key(ENTER, CTRL)
    named.key(ENTER, CTRL)
    assert named.blue.startswith("Нәтижесі")
    named.page.reading.look(59)
    named.answer("2")
    assert named.blue == "Дауыс беруді жабу"


def test_what_is_missing_and_what_is_certain_is_said_while_names_are_keyed(named: Desk) -> None:
    people = named.page.reading.people
    for one in people[:39]:
        done(named.window.bridge.submit(c.Cast(one.member, "for")))
    assert named.page.figures.accessibleName() == "Алдын ала · тағы 1 дауыс қажет"
    assert not named.page.figures.certain.isVisible()
    done(named.window.bridge.submit(c.Cast(people[39].member, "for")))
    assert named.page.figures.certain.text.text() == "Нәтиже анық: қалған жауаптар оны өзгертпейді"
    assert named.page.figures.certain.isVisible()


def test_a_vote_put_with_a_quorum_is_finished_and_the_next_is_not_put(named: Desk) -> None:
    done(named.window.bridge.submit(c.Leave(tuple(f"m{number:04}" for number in range(1, 11)))))
    assert named.page.lost.isVisible()
    named.answer("1")
    done(named.window.bridge.submit(c.CloseVote()))
    assert named.blue == "Қайта тіркеу"
    assert "Қайта тіркеу жарияланады" in named.page.words.text.text()


def test_who_leaves_during_the_vote_is_passed_over_and_says_so(named: Desk) -> None:
    second = named.page.reading.people[1].member
    done(named.window.bridge.submit(c.Leave((second,))))
    named.answer("1")
    assert named.turn() == 3
    model = named.page.names.view.names
    assert str(model.data(model.index(1), Qt.ItemDataRole.AccessibleTextRole)).endswith("жауап жоқ, Кетті")


# ------------------------------------------------------------------------------------------------------ hands


def fill(desk: Desk, *figures: str) -> None:
    """Type figures, an Enter after each."""
    for figure in figures:
        for digit in figure:
            desk.bot.wait(1)
            desk.key(Qt.Key(ord(digit)), text=digit)
        desk.key(ENTER)


def test_a_row_is_recorded_once_it_is_whole_and_closing_says_the_result(hands: Desk) -> None:
    assert "бос өріс нөл болып есептелмейді" in hands.said("voting.hands.missing")
    fill(hands, "45", "10")
    assert hands.vote.counts == {}
    fill(hands, "3")
    assert hands.vote.counts == {"": Tally(45, 10, 3)}
    assert hands.said("voting.hands.hall.not-voting") == "2"
    assert hands.said("voting.hands.hall.state") == "сәйкес"
    hands.key(ENTER, CTRL)
    assert hands.blue.startswith("Нәтижесі – қабылданды")
    hands.key(ENTER, CTRL)
    assert hands.vote.verdict == "adopted"


def test_empty_is_not_zero(hands: Desk) -> None:
    fill(hands, "45")
    hands.key(ENTER, CTRL)
    assert hands.vote.verdict == "open"
    assert "дауыс беру жабылмайды" in hands.page.block.said.text()
    assert hands.page.hands.lines[0].fields["against"].hasFocus()
    assert hands.page.hands.lines[0].fields["for"].text() == "45", "what was typed stays"


def test_more_votes_than_sit_there_are_not_recorded_and_stay_to_be_mended(hands: Desk) -> None:
    fill(hands, "45", "10", "30")
    assert hands.vote.counts == {}
    assert hands.said("voting.hands.hall.state") == "артық"
    assert "дауыстар – 85" in hands.page.block.said.text()
    line = hands.page.hands.lines[0]
    assert [field.text() for field in line.all_fields] == ["45", "10", "30"]


def test_a_count_is_corrected_until_the_vote_is_closed(hands: Desk) -> None:
    fill(hands, "45", "10", "3")
    hands.page.hands.lines[0].fields["against"].setFocus()
    fill(hands, "9")
    assert hands.vote.counts == {"": Tally(45, 9, 3)}
    hands.key(Qt.Key.Key_Z, CTRL)
    assert hands.vote.counts == {"": Tally(45, 10, 3)}
    assert hands.page.hands.lines[0].fields["against"].text() == "10"


def test_digits_count_by_their_place_and_a_scanner_changes_no_figure(hands: Desk) -> None:
    field = hands.page.hands.lines[0].fields["for"]
    hands.key(Qt.Key.Key_unknown, text="ң", scan_code=13)  # the key 4: evdev 5, and 8
    assert field.text() == "4"
    for number, sign in enumerate("1021\r"):
        pressed = ENTER if sign == "\r" else Qt.Key(ord(sign))
        event = QKeyEvent(QKeyEvent.Type.KeyPress, pressed, Qt.KeyboardModifier.NoModifier, sign)
        event.setTimestamp(2_000_000_000 + 5 * number)
        QApplication.sendEvent(field, event)
    assert field.text() == "4"
    assert hands.vote.counts == {}


def test_a_row_that_is_left_is_recorded(qtbot: QtBot) -> None:
    desk = Desk(qtbot, *MOTION, c.Put("1.1", "show-of-hands", {"1": 40, "2": 20}, {"1": "m0003"}))
    one = desk.page.hands.lines[0]
    answers: tuple[tuple[Choice, str], ...] = (("for", "30"), ("against", "5"), ("abstain", "5"))
    for column, figure in answers:
        one.fields[column].setFocus()
        for digit in figure:
            desk.key(Qt.Key(ord(digit)), text=digit)
    assert desk.vote.counts == {}
    desk.page.hands.lines[1].fields["for"].setFocus()
    assert desk.vote.counts == {"1": Tally(30, 5, 5)}
    assert desk.said("voting.hands.missing").startswith("Дауыс саны енгізілмеген сектор – 2.")
    assert desk.said("voting.answered") == "1"
    desk.window.close()


def test_those_for_as_the_rest_are_offered_only_where_the_body_allows_it(hands: Desk, qtbot: QtBot) -> None:
    assert not hands.page.hands.lines[0].rest.isVisible()
    form = Sets(form=FormChoice("show-of-hands", None, by_subtraction=True))
    decided = (
        c.Propose("f", "procedural", Text("Нысан"), sets=form),
        c.Put("f", "show-of-hands"),
        c.Count(60, 0, 0),
        c.CloseVote(),
    )
    desk = Desk(qtbot, *decided, *MOTION, c.Put("1.1", "show-of-hands"))
    line = desk.page.hands.lines[0]
    assert line.rest.isVisible()
    line.rest.click()
    line.fields["against"].setFocus()
    fill(desk, "5", "3")
    assert desk.vote.counts == {"": Tally(52, 5, 3, by_subtraction=True)}
    assert line.fields["for"].text() == "52"
    desk.window.close()


def test_the_presiding_asks_for_the_hands_whose_field_is_open(hands: Desk) -> None:
    assert "Кім жақтап дауыс береді?" in hands.page.words.text.text()
    fill(hands, "45")
    assert "Кім қарсы?" in hands.page.words.text.text()
    fill(hands, "10")
    assert "Кім қалыс қалады?" in hands.page.words.text.text()
    fill(hands, "3")
    assert "Дауыстар саналып жатыр" in hands.page.words.text.text()


# ------------------------------------------------------------------------------- without objection, stopping


def test_an_objection_stops_the_vote_to_be_put_again_and_counted(qtbot: QtBot) -> None:
    desk = Desk(qtbot, c.Propose("p", "procedural", Text("Үзіліс")), c.Put("p", "no-objection"))
    desk.key(Qt.Key.Key_1, text="1")
    desk.key(ENTER, CTRL)
    assert desk.blue.startswith("Нәтижесі – тоқтатылды")
    desk.key(ENTER, CTRL)
    assert desk.vote.verdict == "stopped"
    assert "Қарсылық бар" in desk.page.words.text.text() or desk.page.waiting.chosen is not None
    assert desk.blue == "Дауысқа қою…"
    desk.window.close()


def test_stopping_asks_for_the_reason_and_says_what_happens(named: Desk) -> None:
    named.page.stop.click()
    form = named.page.stop_form
    assert "Нәтиже шығарылмайды" in form.what.text()
    named.key(ENTER, CTRL)
    assert form.said.text() == "Толтыру қажет: Тоқтату себебі"
    named.type("санаушылар келіспеді")
    named.key(ENTER, CTRL)
    assert named.vote.verdict == "stopped"
    assert named.vote.stop_reason == Text("санаушылар келіспеді")
    assert named.said("voting.verdict.by") == "Себебі – санаушылар келіспеді"


# --------------------------------------------------------------------------------------------- for everybody


def test_everything_that_takes_the_focus_has_a_name(named: Desk, hands: Desk) -> None:
    for desk in (named, hands):
        nameless = [
            widget.objectName()
            for widget in desk.page.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.isVisible()
            and not widget.accessibleName()
        ]
        assert nameless == []


def test_the_list_is_read_aloud_with_number_and_answer(named: Desk) -> None:
    named.answer("1")
    model = named.page.names.view.names
    text = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert text is not None
    assert text.startswith("1 ")
    assert text.endswith(": жақтап")


@pytest.mark.parametrize("size", [(1280, 720), (1440, 900)])
def test_nothing_of_the_page_lies_beyond_it(named: Desk, size: tuple[int, int]) -> None:
    named.window.resize(*size)
    QApplication.processEvents()
    inside = named.page.rect()
    for part in (named.page.block.next, named.page.block.undo, named.page.stop, named.page.names):
        corner = part.mapTo(named.page, part.rect().bottomRight())
        assert inside.contains(corner), part.objectName()


def test_the_page_before_the_sitting_opens_says_when_votes_are_held(qtbot: QtBot) -> None:
    window: Window = open_window(sitting_desk(9), SITTING)
    qtbot.addWidget(window)
    window.show_page("voting")
    page = window.shown
    assert isinstance(page, VotingPage)
    assert "Дауыс беру отырыс жүріп жатқанда ғана өткізіледі" in page.waiting.nothing.text()
    window.close()
