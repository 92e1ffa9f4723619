"""Secret votes and lists at the voting page, by keys: the commission, two keyings, results, and what is never shown."""

import re
from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from assembly_desk.domain import commands as c
from assembly_desk.domain.commission import Approval
from assembly_desk.domain.motion import FormChoice, ListRule, Sets
from assembly_desk.domain.state import Sitting, round_of
from assembly_desk.domain.text import Text
from assembly_desk.domain.vote import Vote
from assembly_desk.projections.hall_slide import hall_head, hall_slide
from assembly_desk.ui.agenda.page import AgendaPage
from assembly_desk.ui.app import open_window
from assembly_desk.ui.hall.said import in_words
from assembly_desk.ui.play import press, type_text
from assembly_desk.ui.voting.page import VotingPage
from assembly_desk.wording.words import LANGUAGES, Language, words
from tests.desk_room import SITTING, done, sitting_desk
from tests.ui.looks import cut_off, texts
from tests.ui.posters import settle

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return
NAMES = ("Үмбетов Айдар", "Әлімжанова Шынар", "Бауэр Виктор")  # not by the alphabet
ITEM = c.AddItem("3", Text("Сенат депутаттығына кандидаттар туралы"), "C13.1")
TAKEN = (ITEM, c.TakeItem("3"))
CANDIDATES = tuple(
    c.Propose(
        f"3.{number}", "candidate", Text("Сенат депутаттығына кандидат"), "3", candidate=c.Guest(Text(name))
    )
    for number, name in enumerate(NAMES, 1)
)
COMMISSION = ("m0010", "m0011", "m0012")
PAPERS = (84, 60, 0, 60, 1)
MARKS = ((30, 20, 5, 4), (45, 10, 4, 0), (41, 15, 2, 1))  # 59 valid, 40 needed
Rows = Sequence[Sequence[int]]


def adopts(motion: str, sets: Sets) -> tuple[c.Command, ...]:
    """A motion of procedure, adopted without objection."""
    propose = c.Propose(motion, "procedural", Text("Рәсім"), sets=sets)
    return propose, c.Put(motion, "no-objection"), c.CloseVote(0)


SECRET = adopts("f", Sets(form=FormChoice("secret", "3")))
ELECTED = adopts("k1", Sets(commission=COMMISSION))
CONSTITUTED = (c.CommissionElects("m0010", "m0011"), *adopts("k2", Sets(approves=Approval("counting-1"))))
TWO_SEATS = adopts("l", Sets(list_rule=ListRule("3", 2)))
READY = (*TAKEN, *CANDIDATES, *SECRET, *ELECTED, *CONSTITUTED, *TWO_SEATS)
ORDER = ("3.2", "3.3", "3.1")
HELD = (*READY, c.PutList(ORDER, "secret", 2))


def keying(by: c.KeyRows, papers: Sequence[int] = PAPERS) -> tuple[c.Command, ...]:
    return c.KeyBallots(by.by, *papers), by


def counted(marks: Rows = MARKS) -> tuple[c.Command, ...]:
    """Both keyed the same, and closed."""
    rows = {motion: c.RowCount(*row) for motion, row in zip(ORDER, marks, strict=True)}
    return (*keying(c.KeyRows("first", rows)), *keying(c.KeyRows("second", rows)), c.CloseVote())


class Election:
    """The window at the voting page, and hands for it."""

    def __init__(self, qtbot: QtBot, *acts: c.Command, present: int = 60, language: Language = "kk") -> None:
        desk = sitting_desk(84)
        everybody = tuple(f"m{number:04}" for number in range(1, present + 1))
        for act in (c.Arrive(everybody), c.Open(), *acts):
            done(desk.submit(act, sitting=SITTING))
        self.bot, self.desk = qtbot, desk
        self.window = open_window(desk, SITTING, language)
        self.window.resize(1440, 900)
        qtbot.addWidget(self.window)
        with qtbot.waitActive(self.window):
            self.window.show()
        self.window.show_page("voting")
        page = self.window.shown
        assert isinstance(page, VotingPage)
        self.page, self.card = page, page.rounds.secret

    def key(
        self, pressed: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, text: str = ""
    ) -> None:
        press(self.window.focusWidget() or self.window, pressed, text, held)

    def blue(self) -> None:
        self.key(ENTER, CTRL)

    def type(self, text: str) -> None:
        type_text(self.window, text)

    def digits(self, number: int) -> None:
        for digit in str(number):
            self.key(Qt.Key(ord(digit)), text=digit)

    def answer(self, digit: str) -> None:
        """Key an answer, and wait until no scanner can have typed it."""
        before = self.window.bridge.opened.entries
        self.key(Qt.Key(ord(digit)), text=digit)
        self.bot.waitUntil(lambda: self.window.bridge.opened.entries > before)

    def keys_all(self, papers: Sequence[int] = PAPERS, marks: Rows = MARKS) -> None:
        """Type a keying field by field, Enter after each."""
        for figure in (*papers, *(mark for row in marks for mark in row)):
            self.digits(figure)
            self.key(ENTER)

    @property
    def state(self) -> Sitting:
        return self.window.bridge.state

    @property
    def rows(self) -> tuple[Vote, ...]:
        return round_of(self.state, self.state.votes[-1].number)

    @property
    def act(self) -> str:
        return self.page.block.next.text()

    @property
    def answered(self) -> str:
        return self.page.block.said.text()

    @property
    def typed(self) -> list[str]:
        return [field.text() for field in self.card.fields()]

    def said(self, name: str) -> str:
        label = self.window.findChild(QLabel, name)
        assert label is not None
        return label.text()


@pytest.fixture
def held(qtbot: QtBot) -> Iterator[Election]:
    made = Election(qtbot, *HELD)
    yield made
    made.window.close()


# ------------------------------------------------------------------------------------- the commission, the list


def test_ctrl_enter_leads_from_the_commission_to_the_list(qtbot: QtBot) -> None:
    desk = Election(qtbot, *TAKEN, *CANDIDATES, *SECRET)
    assert desk.act == "Есеп комиссиясын сайлау…"
    desk.blue()
    for surname in ("Вовк", "Гасанов", "Дәуренбекова"):
        desk.type(surname)
        desk.key(ENTER)
    wording = desk.page.ways.commission.text.kk.toPlainText()
    assert wording.startswith("Есеп комиссиясы мынадай құрамда сайлансын: ")
    assert wording.count(",") == 2
    desk.blue()
    assert desk.act == "Дауысқа қою…"
    assert "Есеп комиссиясының құрамына мыналар ұсынылады" in desk.said("voting.words.text")
    desk.blue()
    desk.page.put_form.form.choose("no-objection")
    desk.blue()
    desk.blue()
    desk.blue()
    assert desk.state.commission is not None
    assert len(desk.state.commission.members) == 3
    assert desk.act == "Комиссия төрағасы мен хатшысын жазу…"
    desk.blue()
    desk.blue()
    assert desk.state.commission.constituted
    assert desk.act == "№ 1 хаттаманы бекіту…"
    desk.blue()
    desk.page.put_form.form.choose("no-objection")
    desk.blue()
    desk.blue()
    desk.blue()
    assert Approval("counting-1") in desk.state.approvals
    assert desk.act == "Тізімді дауысқа қою…"
    desk.window.close()


@pytest.mark.parametrize(
    ("surnames", "reason"),
    [
        (("Вовк", "Гасанов"), "кемінде үш мүше"),
        (("Вовк", "Гасанов", "Ермеков"), "Кандидат есеп комиссиясының мүшесі бола алмайды"),
    ],
)
def test_a_commission_that_may_not_be_is_refused_in_its_form_and_nothing_typed_is_lost(
    qtbot: QtBot, surnames: tuple[str, ...], reason: str
) -> None:
    both = [  # two members of that name
        c.Propose(f"3.{number}", "candidate", Text("Кандидат"), "3", candidate=f"m{number:04}")
        for number in (12, 54)
    ]
    desk = Election(qtbot, *TAKEN, *both, *SECRET)
    desk.blue()
    for surname in surnames:
        desk.type(surname)
        desk.key(ENTER)
    form = desk.page.ways.commission
    desk.blue()
    assert form.isVisible()
    assert reason in form.said.text()
    assert len(form.people.people) == len(surnames)
    assert "p1" not in desk.state.motions
    desk.window.close()


def test_a_secret_form_is_decided_for_an_item_from_the_menu(qtbot: QtBot) -> None:
    desk = Election(qtbot, *TAKEN, *CANDIDATES)
    desk.key(Qt.Key.Key_Insert)
    desk.page.ways.menu.chosen.emit("form")
    desk.page.ways.form.form.choose("secret")
    desk.blue()
    motion = desk.state.motions["p1"]
    assert motion.sets == Sets(form=FormChoice("secret", "3"))
    desk.window.close()


def test_the_list_stands_by_the_kazakh_alphabet_and_is_refused_in_its_form_without_a_rule(
    qtbot: QtBot,
) -> None:
    desk = Election(qtbot, *TAKEN, *CANDIDATES, *SECRET, *ELECTED, *CONSTITUTED)
    assert desk.act == "Тізімді дауысқа қою…"
    desk.blue()
    form = desk.page.ways.list
    assert [tick.one.motion for tick in form.ticks] == list(ORDER)
    assert form.form.value == "secret"
    form.seats.set_value("2")
    desk.blue()
    assert form.isVisible()
    assert "іріктеу тәртібі айқындалмаған" in form.said.text()
    assert form.seats.value == "2"
    desk.key(Qt.Key.Key_Escape)
    desk.page.ways.go("list-rule")
    desk.page.ways.list_rule.seats.set_value("2")
    desk.blue()
    assert desk.state.motions["p1"].sets == Sets(list_rule=ListRule("3", 2))
    desk.window.close()


def test_the_list_is_put_with_the_seats_that_the_body_decided(qtbot: QtBot) -> None:
    desk = Election(qtbot, *READY)
    desk.blue()
    assert desk.page.ways.list.seats.value == "2"
    desk.blue()
    assert [row.motion for row in desk.rows] == list(ORDER)
    assert (desk.rows[0].form, desk.rows[0].seats) == ("secret", 2)
    assert desk.card.papers["printed"].hasFocus()
    desk.window.close()


# ---------------------------------------------------------------------------------------------- two keyings


def test_a_secret_vote_is_keyed_twice_and_closed_by_keys_alone(held: Election) -> None:
    assert held.act == "Бірінші енгізуді аяқтау"
    held.keys_all()
    assert held.said("voting.secret.state") == "сандар сәйкес"
    held.blue()
    assert held.said("voting.keying") == "Екінші енгізу"
    assert held.act == "Екінші енгізуді аяқтау"
    assert set(held.typed) == {""}
    assert held.card.papers["printed"].hasFocus()
    held.keys_all()
    held.blue()
    assert held.act == "Дауыс беруді жабу"
    held.blue()
    assert held.act == "Растау үшін тағы бір рет басыңыз"
    held.blue()
    assert [row.verdict for row in held.rows] == ["not-adopted", "adopted", "adopted"]
    assert held.said("voting.verdict") == "Өткен кандидаттар – 2; орындар – 2"
    assert held.said("voting.results.3.3.for") == "45"
    assert held.act == "№ 2 хаттаманы бекіту…"
    spoken = held.said("voting.words.text")
    assert "Есеп комиссиясының № 2 хаттамасы. Берілген бюллетеньдер – 60" in spoken
    assert "Қажетті дауыс санын жинаған кандидаттар: Бауэр Виктор, Үмбетов Айдар" in spoken
    assert set(held.typed) == {""}


def test_an_empty_field_is_not_zero_and_is_named(held: Election) -> None:
    held.keys_all(marks=(*MARKS[:2], (41, 15, 2)))
    held.blue()
    assert held.state.keyings == {}
    assert held.answered == (
        "Бос өріс бар: Үмбетов Айдар: Белгі қойылмаған. Бос өріс нөл болып есептелмейді."
    )
    assert held.card.lines[-1].fields["no-mark"].hasFocus()
    assert held.typed[0] == "84"


def test_a_row_that_does_not_make_the_valid_papers_is_marked_while_it_is_typed_and_refused(
    held: Election,
) -> None:
    held.keys_all(marks=(MARKS[0], (45, 10, 5, 0), MARKS[2]))
    line = held.card.lines[1]
    assert line.sum.text() == "60 / 59"
    assert "сәйкес емес" in line.state.accessibleName()
    assert "сәйкес" in held.card.lines[0].state.accessibleName()
    held.blue()
    assert "қайта тексерілетіні – Бауэр Виктор" in held.answered
    assert line.fields["for"].hasFocus()
    assert line.fields["abstain"].text() == "5"
    line.fields["abstain"].setFocus()
    held.digits(4)
    held.blue()
    assert held.said("voting.keying") == "Екінші енгізу"


@pytest.mark.parametrize(
    ("papers", "name"),
    [
        ((84, 61, 0, 60, 1), "Берілген бюллетень"),
        ((59, 60, 0, 60, 1), "Басып шығарылған"),
        ((84, 60, 0, 61, 1), "Жәшіктен алынған"),
    ],
)
def test_papers_that_cannot_be_are_named_at_once(held: Election, papers: tuple[int, ...], name: str) -> None:
    held.keys_all(papers=papers)
    assert held.said("voting.secret.state") == f"сәйкес емес: {name}"
    held.blue()
    assert f"қайта тексерілетіні – {name}" in held.answered
    assert held.state.keyings == {}


def test_nothing_of_the_first_keying_can_be_brought_back_into_the_fields(held: Election) -> None:
    held.keys_all()
    held.blue()
    for field in held.card.fields():
        assert isinstance(field, QLineEdit)
        assert not field.isUndoAvailable()
        assert not field.isRedoAvailable()
        field.undo()
        field.redo()
    assert set(held.typed) == {""}
    held.digits(7)
    held.key(Qt.Key.Key_Z, CTRL)  # takes back what was typed into the field
    assert set(held.typed) == {""}
    held.window.show_page("agenda")
    held.window.show_page("voting")
    assert set(held.typed) == {""}
    assert held.said("voting.keying") == "Екінші енгізу"


def test_undo_takes_no_keying_back_while_figures_are_typed_and_then_begins_the_first_anew(
    held: Election,
) -> None:
    held.keys_all()
    held.blue()
    held.digits(84)
    held.key(ENTER)
    entries = held.window.bridge.opened.entries
    held.key(Qt.Key.Key_Z, CTRL)
    assert held.window.bridge.opened.entries == entries
    assert held.typed[0] == "84"
    held.card.papers["printed"].setFocus()
    held.key(Qt.Key.Key_Z, CTRL)
    assert set(held.typed) == {""}
    held.key(Qt.Key.Key_Z, CTRL)
    assert held.window.bridge.opened.entries > entries
    assert held.said("voting.keying") == "Бірінші енгізу"
    assert set(held.typed) == {""}


def test_where_the_two_differ_the_row_is_named_and_never_a_number(held: Election) -> None:
    held.keys_all()
    held.blue()
    held.keys_all(marks=(MARKS[0], (44, 11, 4, 0), MARKS[2]))
    held.blue()
    held.blue()
    held.blue()
    assert held.state.vote is not None
    assert held.answered.endswith("қайта саналатыны – Бауэр Виктор.")
    assert re.findall(r"\d", held.answered) == []
    assert held.said("voting.secret.3.3.wrong") == "екі енгізу сәйкес емес, қайта саналады"
    assert held.card.lines[1].fields["for"].hasFocus()
    for figure in (45, 10):
        held.digits(figure)
        held.key(ENTER)
    assert held.act == "Екінші енгізуді аяқтау"
    held.blue()
    held.blue()
    held.blue()
    assert held.state.vote is None


def test_the_first_keying_is_keyed_again_with_empty_fields(held: Election) -> None:
    held.keys_all(marks=(MARKS[0], (44, 11, 4, 0), MARKS[2]))
    held.blue()
    held.keys_all()
    held.blue()
    held.page.rounds.commission.other.click()
    assert held.said("voting.keying") == "Бірінші енгізу"
    assert set(held.typed) == {""}
    held.keys_all()
    held.blue()
    assert held.act == "Дауыс беруді жабу"
    held.blue()
    held.blue()
    assert held.state.vote is None


# ------------------------------------------------------------------------------------------------ secrecy

CANARY_PAPERS = (919, 907, 847, 58, 3)  # 907 - 847 = 60 in the hands of members
CANARY_MARKS = ((43, 9, 2, 1), (37, 13, 4, 1), (31, 17, 6, 1))
CANARIES = ("919", "907", "847", "43", "37", "31", "13", "17", "58", "55")


def shown(window: QWidget) -> list[str]:
    """Every text that is seen or read aloud, with what stands in fields."""
    everything = [text for _, text in texts(window)]
    everything += [edit.text() for edit in window.findChildren(QLineEdit)]
    everything += [part.accessibleDescription() for part in window.findChildren(QWidget)]
    return everything


def leaked(everything: list[str]) -> set[str]:
    return {canary for canary in CANARIES for text in everything if re.search(rf"\b{canary}\b", text)}


def test_no_figure_of_an_open_secret_vote_is_seen_or_read_aloud_anywhere(held: Election) -> None:
    before = leaked(shown(held.window))
    held.keys_all(papers=CANARY_PAPERS, marks=CANARY_MARKS)
    in_hand = leaked(shown(held.window))
    assert in_hand >= {"919", "43", "37"}, "what is typed now is seen: the search finds it"
    held.blue()
    assert held.state.keyings["first"].papers is not None
    later: list[str] = []
    for language in LANGUAGES:
        held.window.bridge.set_language(language)
        for name in (
            "preparation",
            "roll",
            "agenda",
            "voting",
            "protocol",
            "members",
            "sittings",
            "settings",
        ):
            held.window.show_page(name)
            later += shown(held.window)
    for language in LANGUAGES:
        slide = hall_slide(held.state, held.desk.clock())
        later += [
            repr(slide.tally) if hasattr(slide, "tally") else "",
            in_words(hall_head(held.state), slide, language),
        ]
    held.window.bridge.set_language("kk")
    held.window.show_page("voting")
    assert leaked(later) - before - _innocent(held) == set()


def _innocent(held: Election) -> set[str]:
    """Numbers of the roll, of the entries and of the clock that happen to be the same."""
    without = Election(held.bot, *HELD)
    everything: list[str] = []
    for name in ("preparation", "roll", "agenda", "voting", "protocol", "members", "sittings", "settings"):
        without.window.show_page(name)
        everything += shown(without.window)
    without.window.close()
    return leaked(everything) - {"919", "907", "847"}


def test_the_words_while_it_is_held_say_nothing_of_a_result(held: Election) -> None:
    assert "Жасырын дауыс беруге көшеміз" in held.said("voting.words.text")
    held.keys_all()
    assert "Есеп комиссиясынан дауыстарды санауға" in held.said("voting.words.text")
    assert held.said("voting.secrecy.vote.secrecy-kept") == "Кімнің қалай дауыс бергені еш жерде сақталмайды"
    assert not held.page.figures.isVisible()


# --------------------------------------------------------------------------------------------- what follows


def test_a_tie_leads_to_a_run_off_among_the_tied_and_then_to_the_closing_decision(qtbot: QtBot) -> None:
    tie = ((41, 15, 2, 1), (45, 10, 4, 0), (41, 15, 2, 1))
    approve = adopts("k3", Sets(approves=Approval("counting-2", 5)))
    desk = Election(qtbot, *HELD, *counted(tie), *approve)
    assert desk.act == "Келесі кезеңді дауысқа қою…"
    assert "Дауыс берудің келесі кезеңіне көшеміз" in desk.said("voting.words.text")
    desk.blue()
    form = desk.page.ways.list
    assert [tick.one.motion for tick in form.ticks] == ["3.2", "3.1"]
    assert form.seats.value == "1"
    desk.blue()
    assert (desk.rows[0].run_off_of, len(desk.rows)) == (5, 2)
    for _ in range(2):
        desk.keys_all(marks=((43, 12, 3, 1), (39, 18, 2, 0)))
        desk.blue()
    desk.blue()
    desk.blue()
    assert [row.verdict for row in desk.rows] == ["adopted", "not-adopted"]
    assert desk.act == "№ 2 хаттаманы бекіту…"
    desk.blue()
    desk.page.put_form.form.choose("no-objection")
    desk.blue()
    desk.blue()
    desk.blue()
    assert desk.act == "Қорытынды шешімді енгізу…"
    desk.blue()
    agenda = desk.window.shown
    assert isinstance(agenda, AgendaPage)
    desk.blue()
    panel = agenda.acts.new_motion
    assert panel.rests_on.values == ("5", "7")
    desk.blue()
    motion = desk.state.motions["3.4"]
    assert (motion.kind, motion.rests_on) == ("decision", (5, 7))
    assert motion.text.kk.endswith("Әлімжанова Шынар, Бауэр Виктор")
    desk.window.show_page("voting")
    assert desk.page.waiting.chosen is not None
    assert desk.page.waiting.chosen.chosen == "show-of-hands"
    desk.window.close()


def test_what_the_numbers_give_away_is_said_calmly_beside_the_result(qtbot: QtBot) -> None:
    desk = Election(qtbot, *HELD, *counted(((59, 0, 0, 0), (45, 10, 4, 0), (41, 15, 2, 1))))
    assert desk.said("voting.results.notices").startswith("Барлық дауыс бірдей болғандықтан")
    assert desk.said("voting.results.3.1.verdict") == "дауыс жеткілікті, орын жетпеді"
    desk.window.close()


def test_a_motion_alone_is_voted_on_in_secret_too(qtbot: QtBot) -> None:
    motion = c.Propose("3.1", "decision", Text("Ұсыныс енгізілсін"), "3")
    desk = Election(qtbot, *TAKEN, motion, *SECRET, *ELECTED, *CONSTITUTED)
    assert desk.act == "Дауысқа қою…"
    desk.blue()
    assert desk.page.put_form.form.value == "secret"
    desk.blue()
    for _ in range(2):
        desk.keys_all(marks=((45, 10, 4, 0),))
        desk.blue()
    desk.blue()
    desk.blue()
    assert desk.rows[0].verdict == "adopted"
    assert desk.said("voting.verdict") == "Қабылданды"
    assert "жақтап – 45; қарсы – 10" in desk.said("voting.words.text")
    desk.window.close()


# ------------------------------------------------------------------------------------------- a list by name


@pytest.fixture
def named(qtbot: QtBot) -> Iterator[Election]:
    made = Election(qtbot, *TAKEN, *CANDIDATES, *TWO_SEATS, c.PutList(ORDER, "named", 2))
    yield made
    made.window.close()


def test_each_name_answers_for_each_candidate_and_then_the_next_name_is_called(named: Election) -> None:
    first, second = named.page.reading.people[:2]
    assert named.said("voting.rows.now") == "1 / 3: Әлімжанова Шынар"
    for digit, after in zip(
        "123", ("2 / 3: Бауэр Виктор", "3 / 3: Үмбетов Айдар", "1 / 3: Әлімжанова Шынар"), strict=True
    ):
        assert named.page.reading.now is first
        named.answer(digit)
        assert named.said("voting.rows.now") == after
    given = [row.answers[first.member] for row in named.rows]
    assert given == ["for", "against", "abstain"]
    assert named.page.reading.now is second
    assert named.said("voting.answered") == "1"


def test_an_answer_taken_back_is_asked_again_in_its_row(named: Election) -> None:
    first = named.page.reading.people[0]
    for digit in "123":
        named.answer(digit)
    named.key(Qt.Key.Key_Z, CTRL)
    assert named.page.reading.now is first
    assert named.said("voting.rows.now") == "3 / 3: Үмбетов Айдар"
    named.answer("1")
    assert named.rows[2].answers[first.member] == "for"


def test_the_outcome_of_a_list_by_name_is_said_before_it_is_closed(qtbot: QtBot) -> None:
    votes = tuple(
        c.Cast(f"m{number:04}", "for" if motion != "3.1" else "against", motion)
        for number in range(1, 61)
        for motion in ORDER
    )
    desk = Election(qtbot, *TAKEN, *CANDIDATES, *TWO_SEATS, c.PutList(ORDER, "named", 2), *votes)
    desk.blue()
    assert desk.act == "Өткен кандидаттар – 2; орындар – 2. Жабу үшін тағы бір рет басыңыз"
    desk.blue()
    assert [row.verdict for row in desk.rows] == ["adopted", "adopted", "not-adopted"]
    assert desk.said("voting.results.3.2.for") == "60"
    assert desk.act == "Қорытынды шешімді енгізу…"
    desk.window.close()


# ---------------------------------------------------------------------------------------------- the agenda


def test_a_candidate_is_proposed_with_a_position_in_the_form_of_the_agenda(qtbot: QtBot) -> None:
    desk = Election(qtbot, *TAKEN)
    desk.window.show_page("agenda")
    agenda = desk.window.shown
    assert isinstance(agenda, AgendaPage)
    agenda.acts.ask_motion()
    panel = agenda.acts.new_motion
    assert panel.kind.value == "candidate"
    panel.candidate.entry().setFocus()
    desk.type("Жаңа Кандидат")
    panel.position.edit.setFocus()
    desk.type("ректор")
    desk.blue()
    motion = desk.state.motions["3.1"]
    assert motion.candidate is not None
    assert (motion.candidate.name, motion.candidate.position) == (Text("Жаңа Кандидат"), Text("ректор"))
    assert motion.text.kk == "Сенат депутаттығына кандидат: Жаңа Кандидат"
    desk.window.close()


# ---------------------------------------------------------------------------------------------------- looks


BY_NAME = (*TAKEN, *CANDIDATES, *TWO_SEATS, c.PutList(ORDER, "named", 2))
MOMENTS = {
    "list": READY,
    "keying": HELD,
    "result": (*HELD, *counted()),
    "named": BY_NAME,
    "elects": READY,
    "rule": READY,
}


def at_moment(qtbot: QtBot, moment: str, language: Language) -> Election:
    desk = Election(qtbot, *MOMENTS[moment], language=language)
    match moment:
        case "list":
            desk.blue()
        case "keying":
            desk.keys_all()
        case "elects":
            desk.page.ways.go("commission-elects")
        case "rule":
            desk.page.ways.go("list-rule")
    return desk


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("moment", list(MOMENTS))
def test_nothing_is_cut_off(qtbot: QtBot, language: Language, moment: str) -> None:
    desk = at_moment(qtbot, moment, language)
    for size in ((1440, 900), (1280, 720), (3840, 2160)):
        desk.window.resize(*size)
        settle()
        assert cut_off(desk.page) == [], size
    desk.window.close()


@pytest.fixture
def longer_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every text of the screens 40 % longer, as a translation may be."""
    say = words("kk")
    filler = "мәтіннің ұзарған бөлігі әрі қарай жалғаса береді "
    longer = {key: text + " " + (filler * 9)[: len(text) * 2 // 5].strip() for key, text in say._rows.items()}
    monkeypatch.setattr(say, "_rows", longer)


@pytest.mark.usefixtures("longer_words")
@pytest.mark.parametrize("moment", list(MOMENTS))
def test_longer_words_have_room(qtbot: QtBot, moment: str) -> None:
    desk = at_moment(qtbot, moment, "kk")
    for size in ((1440, 900), (1280, 720)):
        desk.window.resize(*size)
        settle()
        assert cut_off(desk.page) == [], size
    desk.window.close()
