"""The page of the agenda and the floor, by keys alone: who speaks, who waits, what is moved; nothing typed is lost."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from assembly_desk.domain import commands as c
from assembly_desk.domain.motion import Sets
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.text import Text
from assembly_desk.projections.hall_slide import ItemSlide, hall_slide
from assembly_desk.ui.agenda.page import AgendaPage
from assembly_desk.ui.app import open_window
from assembly_desk.ui.play import press, type_text
from assembly_desk.ui.window import Window
from assembly_desk.wording.words import LANGUAGES, Language, words
from tests.desk_room import SITTING, Clock, done, sitting_desk

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
DRAFT = Text("Сессия 24 сәуірде шақырылсын", "Созвать Сессию 24 апреля")
ITEMS = (
    c.AddItem("1", Text("Кезекті сессияны шақыру туралы"), "C13.3", rapporteurs=("m0007",), draft=DRAFT),
    c.AddItem("2", Text("Тұжырымдама туралы"), "S8.1"),
    c.AddItem("3", Text("Орындалу барысы туралы"), "INFO"),
)


class Room:
    """A window that shows the page, its desk and its clock."""

    def __init__(self, qtbot: QtBot, *more: c.Command, size: tuple[int, int] = (1440, 900)) -> None:
        self.clock = Clock(0)
        self.desk = sitting_desk(84, clock=self.clock)
        here = c.Arrive(tuple(f"m{number:04}" for number in range(1, 61)))
        self.submit(*ITEMS, here, c.Open(), c.TakeItem("1"), *more)
        self.window: Window = open_window(self.desk, SITTING)
        self.window.resize(*size)
        qtbot.addWidget(self.window)
        with qtbot.waitActive(self.window):
            self.window.show()
        self.window.show_page("agenda")
        page = self.window.shown
        assert isinstance(page, AgendaPage)
        self.page = page

    def submit(self, *commands: c.Command) -> None:
        for command in commands:
            done(self.desk.submit(command, sitting=SITTING))

    @property
    def state(self) -> Sitting:
        return self.desk.sitting(SITTING).state

    def key(self, pressed: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        press(self.window.focusWidget() or self.window, pressed, held=held)

    def type(self, text: str) -> None:
        type_text(self.window, text)

    def next(self) -> None:
        self.key(Qt.Key.Key_Return, CTRL)

    def pass_time(self, seconds: int) -> None:
        self.clock.at += timedelta(seconds=seconds)
        self.page.show_moment()


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    made = Room(qtbot)
    yield made
    made.window.close()


@pytest.fixture
def speaking(qtbot: QtBot) -> Iterator[Room]:
    made = Room(qtbot, c.GiveFloor("m0007", "report"))
    yield made
    made.window.close()


# ------------------------------------------------------------------------------------------------- the items


def test_looking_at_an_item_does_not_take_it_and_the_hall_keeps_the_one_taken(room: Room) -> None:
    before = room.desk.sitting(SITTING).entries
    room.key(Qt.Key.Key_Down)
    assert room.page.looked_at == "2"
    assert room.page.item.title.text() == "Тұжырымдама туралы"
    assert room.page.item.elsewhere.isVisible()
    assert room.desk.sitting(SITTING).entries == before
    slide = hall_slide(room.state, room.clock())
    assert isinstance(slide, ItemSlide)
    assert slide.item == "1"


def test_enter_takes_the_item_looked_at(room: Room) -> None:
    room.key(Qt.Key.Key_Down)
    room.key(Qt.Key.Key_Return)
    assert room.state.agenda.current == "2"
    assert not room.page.item.elsewhere.isVisible()


def test_a_refusal_is_said_and_the_page_stays(qtbot: QtBot) -> None:
    adopt = c.Propose("a", "procedural", Text("Бекітілсін"), sets=Sets(agenda="approved"))
    room = Room(qtbot, adopt, c.Put("a", "show-of-hands"), c.Count(60, 0, 0), c.CloseVote())
    room.submit(c.AddItem("4", Text("Ұсынылған мәселе"), "C13.6"))
    room.key(Qt.Key.Key_End)
    assert room.page.looked_at == "4"
    room.key(Qt.Key.Key_Return)
    assert room.state.agenda.current == "1"
    assert room.page.block.said.text() == words("kk")("refusal.AgendaApproved")


def test_finishing_is_never_blue_while_something_else_comes_first(room: Room) -> None:
    assert room.page.block.next.text() == words("kk")("do.give-floor")
    room.page.items.finish.click()
    assert room.state.agenda.items["1"].state == "finished"
    assert room.page.block.next.text() == words("kk")("do.take-item")


def test_before_the_adoption_an_item_is_added_plainly(room: Room) -> None:
    room.page.items.add.click()
    room.type("Жаңа мәселе")
    room.next()
    assert room.page.panel is None
    assert (room.state.agenda.items["4"].state, room.page.looked_at) == ("waiting", "4")
    assert room.state.motions == {}


def test_after_it_an_item_is_offered_and_a_motion_adds_it(qtbot: QtBot) -> None:
    adopt = c.Propose("a", "procedural", Text("Бекітілсін"), sets=Sets(agenda="approved"))
    room = Room(qtbot, adopt, c.Put("a", "show-of-hands"), c.Count(60, 0, 0), c.CloseVote())
    room.page.items.add.click()
    room.type("Жаңа мәселе")
    room.next()
    assert room.state.agenda.items["4"].state == "offered"
    motion = room.state.motions["p1"]
    assert motion.text.kk == "Күн тәртібіне мынадай мәселе енгізілсін: Жаңа мәселе"
    assert room.window.page == "voting", "where it is put"


# ------------------------------------------------------------------------------------------------- the floor


def test_the_blue_button_gives_the_floor_to_the_rapporteur_and_says_whom(room: Room) -> None:
    name = room.state.roll.members["m0007"].person.name.kk
    assert room.page.meant.text() == f"{name} · баяндама"
    room.next()
    assert room.state.floor.speech is not None
    assert room.page.speaker.name.text() == name
    assert room.page.speaker.clock.text() == "20:00"


def test_insert_and_a_surname_join_the_queue_and_enter_gives_the_floor(room: Room) -> None:
    room.key(Qt.Key.Key_Insert)
    room.type("бауэр")
    room.key(Qt.Key.Key_Return)
    room.next()
    assert [one.person.member for one in room.state.floor.queue] == ["m0006"]
    room.page.queue.rows.focus()
    room.key(Qt.Key.Key_Return)
    assert room.state.floor.speech is not None
    assert (room.state.floor.speech.person.member, room.state.floor.queue) == ("m0006", ())
    focused = room.window.focusWidget()
    assert focused is not None
    assert focused.isVisible(), "the focus is never lost with what it was on"


def test_who_is_not_in_the_hall_is_refused_and_what_was_typed_stays(room: Room) -> None:
    room.submit(c.Leave(("m0006",)), c.Leave(("m0048",)))  # both of that surname
    room.submit(c.Arrive(("m0048",)))
    room.submit(c.Leave(("m0048",)))
    absent = room.state.roll.members["m0006"].person.name.kk
    room.page.acts.ask_floor()
    room.type(absent)
    room.next()
    assert room.page.panel is room.page.acts.asking
    assert room.page.acts.asking.said.text() == words("kk")("refusal.NotPresent", name=absent)
    assert room.page.acts.asking.who.finder.edit.text() == absent
    assert room.state.floor.queue == ()
    room.key(Qt.Key.Key_Escape)
    assert room.page.panel is None


def test_a_guest_is_named_in_full_and_a_name_of_several_is_not_guessed(room: Room) -> None:
    room.page.acts.ask_floor()
    room.type("Орманбекұлы Т., БАҚ өкілі")
    room.next()
    (guest,) = room.state.floor.queue
    assert (guest.person.name.kk, guest.person.position) == ("Орманбекұлы Т.", Text("БАҚ өкілі"))
    room.page.acts.ask_floor()
    room.type("абдрахманов")  # the name of two in the hall, and neither was chosen
    room.next()
    assert len(room.state.floor.queue) == 1
    assert room.page.panel is room.page.acts.asking
    assert room.page.acts.asking.said.text() == words("kk")("agenda.which", name="абдрахманов")


def test_delete_takes_out_of_the_queue(qtbot: QtBot) -> None:
    room = Room(qtbot, c.AskFloor("m0010", "debate"), c.AskFloor("m0011", "question"))
    room.page.queue.rows.focus()
    room.key(Qt.Key.Key_Down)
    room.key(Qt.Key.Key_Delete)
    assert [one.person.member for one in room.state.floor.queue] == ["m0010"]
    assert room.page.queue.rows.current.startswith("debate/")


def test_space_stops_the_clock_and_lets_it_go_on(speaking: Room) -> None:
    speaking.key(Qt.Key.Key_Space)
    assert speaking.state.floor.speech is not None
    assert speaking.state.floor.speech.paused_at is not None
    assert speaking.page.speaker.says.text.text() == words("kk")("hall.time-paused")
    speaking.key(Qt.Key.Key_Space)
    assert speaking.state.floor.speech is not None
    assert speaking.state.floor.speech.paused_at is None


def test_the_clock_warns_then_counts_on_below_zero_and_ends_nothing(speaking: Room) -> None:
    speaking.pass_time(19 * 60 + 1)
    card = speaking.page.speaker
    assert (card.clock.text(), card.clock.property("role")) == ("00:59", "warn")
    assert "бір минут" in speaking.page.words.text.text()
    speaking.pass_time(60 + 34)
    assert (card.clock.text(), card.clock.property("role")) == ("−00:35", "bad")
    assert card.says.text.text() == words("kk")("hall.time-up")
    assert speaking.state.floor.speech is not None
    card.extend.click()
    assert (card.clock.text(), card.clock.property("role")) == ("01:25", "")


def test_a_moment_changes_only_the_clock(speaking: Room) -> None:
    rows = [row.look for row in speaking.page.items.rows.rows]
    speaking.page.items.rows.rows[0].setAccessibleName("as it was")
    speaking.pass_time(5)
    assert speaking.page.items.rows.rows[0].accessibleName() == "as it was"
    assert [row.look for row in speaking.page.items.rows.rows] == rows


# ------------------------------------------------------------------------------------------------- the gists


def area(room: Room) -> QPlainTextEdit:
    return room.page.speaker.gist.area


def test_ctrl_enter_in_the_gist_ends_the_speech_and_records_it(speaking: Room) -> None:
    area(speaking).setFocus()
    speaking.type("Шығын сметасы таныстырылды")
    speaking.next()
    (speech,) = speaking.state.floor.ended
    assert speech.gist == Text("Шығын сметасы таныстырылды")
    assert area(speaking).toPlainText() == "Шығын сметасы таныстырылды"


def test_a_gist_typed_after_the_speech_goes_with_the_next_act(speaking: Room) -> None:
    speaking.next()
    area(speaking).setFocus()
    speaking.type("Кейін жазылды")
    assert speaking.page.speaker.gist.save.isVisible()
    speaking.submit(c.AskFloor("m0010", "debate"))
    speaking.next()
    assert speaking.state.floor.speech is not None, "the floor went to the next one"
    assert speaking.state.floor.ended[0].gist == Text("Кейін жазылды")
    assert area(speaking).toPlainText() == "", "the box is the next speaker's"


def test_a_gist_that_cannot_be_recorded_ends_the_speech_and_is_kept(speaking: Room) -> None:
    area(speaking).setFocus()
    speaking.type("Рахмет \U0001f600")
    speaking.next()
    (speech,) = speaking.state.floor.ended
    assert speech.gist is None
    assert area(speaking).toPlainText() == "Рахмет \U0001f600"
    assert "\U0001f600" in speaking.page.block.said.text()
    area(speaking).setPlainText("Рахмет")
    speaking.page.speaker.gist.save.click()
    assert speaking.state.floor.ended[0].gist == Text("Рахмет")


def test_an_undone_speech_that_is_given_again_finds_what_was_typed(speaking: Room) -> None:
    area(speaking).setFocus()
    speaking.type("Жартысы")
    speaking.page.undo()
    assert speaking.state.floor.speech is None
    speaking.submit(c.GiveFloor("m0007", "report"))
    assert area(speaking).toPlainText() == "Жартысы"


def test_ctrl_z_is_the_texts_while_there_is_text_and_else_the_desks(speaking: Room) -> None:
    area(speaking).setFocus()
    speaking.type("Ө")
    press(area(speaking), Qt.Key.Key_unknown, "Я", CTRL, scan_code=0x2C + 8)  # by its place, in any layout
    assert area(speaking).toPlainText() == ""
    assert speaking.state.floor.speech is not None
    press(area(speaking), Qt.Key.Key_unknown, "Я", CTRL, scan_code=0x2C + 8)
    assert speaking.state.floor.speech is None


def test_the_gist_of_an_earlier_speech_is_written_from_the_list(speaking: Room) -> None:
    speaking.submit(c.EndFloor(), c.GiveFloor("m0010", "debate"))
    speaking.page.speaker.gist.others.click()
    assert speaking.page.speeches.isVisible()
    speaking.key(Qt.Key.Key_1)
    speaking.type("Баяндаманың мазмұны")
    speaking.page.speaker.gist.save.click()
    assert speaking.state.floor.ended[0].gist == Text("Баяндаманың мазмұны")
    assert speaking.state.floor.speech is not None


# ------------------------------------------------------------------------------------------------ the debate


def test_closing_the_debate_is_a_motion_put_on_the_next_page(room: Room) -> None:
    room.page.queue.close_debate.click()
    motion = room.state.motions["p1"]
    assert motion.sets == Sets(debate_closed=True)
    assert room.window.page == "voting"
    room.window.show_page("agenda")
    room.page.queue.close_debate.click()
    assert list(room.state.motions) == ["p1"], "one that waits is not repeated"


def test_without_a_quorum_the_page_says_what_follows_and_marks_what_is_heard(room: Room) -> None:
    room.submit(c.Leave(tuple(f"m{number:04}" for number in range(50, 61))))
    assert room.page.no_quorum.isVisible()
    assert "басталған сөз аяқталады" in room.page.no_quorum.text()
    assert room.page.block.next.text() == words("kk")("do.re-register")
    room.submit(c.GiveFloor("m0010", "order"))
    assert room.page.speaker.unlawful.isVisible()
    assert room.page.speaker.unlawful.text.text() == words("kk")("paper.without-quorum")


# ----------------------------------------------------------------------------------------------- the motions


def states(room: Room) -> list[str]:
    return [motion.state for motion in room.state.motions.values()]


def test_a_motion_begins_as_the_draft_and_gets_its_number(room: Room) -> None:
    room.page.acts.ask_motion()
    form = room.page.acts.new_motion
    assert form.text.text == DRAFT
    form.deadline.set_value("24.04.2026")
    form.addressees.edit.setPlainText("Хатшылық\n\nАстана қаласының әкімдігі")
    room.next()
    motion = room.state.motions["1.1"]
    assert (motion.kind, motion.item, motion.deadline) == ("decision", "1", "2026-04-24")
    assert motion.addressees == (Text("Хатшылық"), Text("Астана қаласының әкімдігі"))
    assert room.page.motions.rows.current == "1.1"


def test_an_amendment_asks_for_the_whole_text_and_stands_below_its_motion(room: Room) -> None:
    room.submit(c.Propose("1.1", "decision", DRAFT, item="1"))
    room.page.acts.ask_motion()
    form = room.page.acts.new_motion
    form.kind.choose("amendment")
    assert form.result.text == DRAFT
    form.change.kk.setPlainText("Күні өзгертілсін")
    form.result.kk.setPlainText("Сессия 25 сәуірде шақырылсын")
    room.next()
    amendment = room.state.motions["1.1-A"]
    assert (amendment.amends, amendment.result) == (
        "1.1",
        Text("Сессия 25 сәуірде шақырылсын", "Созвать Сессию 24 апреля"),
    )
    assert [row.look.id for row in room.page.motions.rows.rows] == ["1.1", "1.1-A"]


def test_a_refused_motion_stays_in_its_form(room: Room) -> None:
    room.page.acts.ask_motion()
    form = room.page.acts.new_motion
    form.text.kk.setPlainText("")
    form.text.ru.setPlainText("")
    room.next()
    assert room.page.panel is form
    assert form.said.isVisible()
    assert room.state.motions == {}
    form.text.kk.setPlainText("Шешілсін")
    room.submit(c.Close())
    room.next()
    assert form.said.text() == words("kk")("refusal.AlreadyClosed")
    assert form.text.text == Text("Шешілсін")


def test_delete_withdraws_once_it_was_asked_again(room: Room) -> None:
    room.submit(c.Propose("1.1", "decision", DRAFT, item="1"))
    room.page.motions.rows.focus()
    room.key(Qt.Key.Key_Delete)
    assert states(room) == ["proposed"]
    assert room.page.motions.withdraw.text() == words("kk")("do.once-more")
    room.key(Qt.Key.Key_Delete)
    assert states(room) == ["withdrawn"]


def test_alt_and_an_arrow_order_and_a_motion_is_split(room: Room) -> None:
    room.submit(c.Propose("1.1", "decision", DRAFT, item="1"), c.Propose("1.2", "decision", DRAFT, item="1"))
    room.page.motions.rows.choose("1.2")
    room.page.motions.rows.focus()
    room.key(Qt.Key.Key_Up, ALT)
    assert list(room.state.motions) == ["1.2", "1.1"]
    assert room.page.motions.rows.current == "1.2"
    room.page.motions.divide.click()
    parts = room.page.acts.splitting.parts
    parts[0].set_text(Text("Бірінші"))
    parts[1].set_text(Text("Екінші"))
    room.next()
    assert room.state.motions["1.2"].state == "split"
    assert [room.state.motions[id].text.kk for id in ("1.2.1", "1.2.2")] == ["Бірінші", "Екінші"]


# -------------------------------------------------------------------------------------------- for eye and ear


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_speaker_and_the_blue_button_stay_in_view_on_a_small_screen(
    qtbot: QtBot, language: Language
) -> None:
    motions = (c.Propose(f"1.{number}", "decision", DRAFT, item="1") for number in range(1, 5))
    queue = (c.AskFloor(f"m{number:04}", "debate") for number in range(10, 30))
    room = Room(qtbot, *motions, *queue, c.GiveFloor("m0007", "report"), size=(1280, 720))
    room.window.bridge.set_language(language)
    QApplication.processEvents()
    page = room.page
    assert room.window.width() == 1280
    whole = QRect(QPoint(0, 0), page.size())
    for part in (page.speaker, page.speaker.end, page.block.next, page.items.add, page.speaker.gist.area):
        assert whole.contains(QRect(part.mapTo(page, QPoint(0, 0)), part.size())), part.objectName()
    assert page.queue.visibleRegion().boundingRect().height() > 60


def test_tab_goes_through_the_page_as_it_is_read_and_each_stop_has_a_name(qtbot: QtBot) -> None:
    room = Room(qtbot, c.Propose("1.1", "decision", DRAFT, item="1"), c.AskFloor("m0010", "debate"))
    room.submit(c.GiveFloor("m0007", "report"))
    room.page.show_all()
    room.page.home().setFocus()
    visited: list[str] = []
    for _ in range(24):
        focused = room.window.focusWidget()
        assert focused is not None
        visited.append(focused.objectName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    stops = ["agenda.items.0", "agenda.finish", "agenda.add-item", "agenda.speaker.extend"]
    stops += ["agenda.speaker.end", "agenda.gist.kk", "agenda.queue.0", "agenda.motions.0"]
    stops += ["agenda.motions.add", "agenda.next-act"]
    assert [stop for stop in visited if stop in stops][: len(stops)] == stops
    names = []
    for widget in room.page.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            told = QAccessible.queryAccessibleInterface(widget)
            assert told.text(QAccessible.Text.Name), widget.objectName() or type(widget).__name__
            names.append(widget.objectName())
    assert len(names) == len(set(names))
    assert all(names)


def test_arrows_go_from_list_to_list(qtbot: QtBot) -> None:
    room = Room(qtbot, c.Propose("1.1", "decision", DRAFT, item="1"), c.AskFloor("m0010", "debate"))
    seen = []
    for _ in range(4):
        focused = room.window.focusWidget()
        seen.append(focused.objectName() if focused else "")
        room.key(Qt.Key.Key_Right)
    assert seen == ["agenda.items.0", "agenda.queue.0", "agenda.motions.0", "agenda.items.0"]


def test_a_sitting_without_an_agenda_and_one_that_is_over_are_shown(qtbot: QtBot) -> None:
    window = open_window(sitting_desk(9), SITTING)
    qtbot.addWidget(window)
    window.show_page("agenda")
    page = window.shown
    assert isinstance(page, AgendaPage)
    assert page.items.none.text() == words("kk")("agenda.empty")
    assert page.looked_at == ""
    window.close()
    room = Room(qtbot, c.GiveFloor("m0007", "report"), c.EndFloor(), c.Close())
    assert "қаралмай қалды" in room.page.items.rows.rows[1].look.below
    assert not room.page.items.take.isVisible()
    area(room).setPlainText("Жабылғаннан кейін")
    room.page.speaker.gist.save.click()
    assert room.state.floor.ended[0].gist == Text("Жабылғаннан кейін")


def test_a_change_does_not_build_the_rows_anew(room: Room) -> None:
    rows = room.page.items.rows.rows
    room.submit(c.AskFloor("m0010", "debate"), c.GiveFloor("m0010", "debate"))
    assert room.page.items.rows.rows == rows
