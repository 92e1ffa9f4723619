"""What the hall sees at each moment of a sitting, played through the desk as the secretary would."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from assembly_desk.desk.desk import Desk, Receipt
from assembly_desk.domain import commands as c
from assembly_desk.domain.member import Member, Seat
from assembly_desk.domain.text import Act, Name, Text
from assembly_desk.journal.memory import MemoryJournals
from assembly_desk.projections.hall_slide import (
    AdjournedSlide,
    BreakSlide,
    ClosedSlide,
    ItemSlide,
    QuorumSlide,
    ResultSlide,
    Slide,
    SpeakerSlide,
    VotingSlide,
    Welcome,
    hall_head,
    hall_slide,
)
from assembly_desk.projections.hall_vote import RESULT_STAYS
from assembly_desk.rules import load_profiles

NINE = tuple(f"m{number}" for number in range(1, 10))


class Hall:
    """A Council of nine, its desk, and a clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
        self.desk = Desk(MemoryJournals(), load_profiles(), clock=lambda: self.now, rehearsal=True)
        for id in NINE:
            member = Member(id, Name(f"Тегі{id[1:]}", "Аты"), {"council": Seat()})
            self.do(c.AddMember(replace(member, office="chair") if id == "m1" else member))
        data = c.ConveningData(
            number="14", date="2026-11-23", convened_by=("m1",), act=Act(number="8"), presiding="m1"
        )
        self.do(c.Convene("s", "council", data))
        self.do(c.AmendSitting(c.ConveningData(secretary=c.Guest(Text("Хатшы")))))
        self.do(c.FixRoll())
        for number in ("1", "2"):
            title = Text(f"{number}-тақырып", f"Тема {number}")
            self.do(c.AddItem(number, title, "C13.6", rapporteurs=("m2",)))

    def do(self, *commands: c.Command, after: float = 0) -> None:
        """The commands, so many seconds later."""
        self.now += timedelta(seconds=after)
        for command in commands:
            answer = self.desk.submit(command, sitting="s")
            assert isinstance(answer, Receipt), answer

    def slide(self, after: float = 0) -> Slide:
        """What the hall sees so many seconds later."""
        self.now += timedelta(seconds=after)
        return hall_slide(self.desk.sitting("s").state, self.now)

    def quorum(self) -> QuorumSlide:
        slide = self.slide()
        assert isinstance(slide, QuorumSlide)
        return slide


@pytest.fixture
def hall() -> Hall:
    return Hall()


@pytest.fixture
def opened(hall: Hall) -> Hall:
    """With all nine, the first item taken."""
    hall.do(c.Arrive(NINE), c.Open(), c.TakeItem("1"))
    return hall


def propose(hall: Hall, motion: str = "1.1", item: str | None = "1") -> None:
    hall.do(c.Propose(motion, "decision" if item else "procedural", Text("Бекітілсін"), item))


def test_before_anybody_came_the_hall_is_welcomed(hall: Hall) -> None:
    slide = hall.slide()
    assert isinstance(slide, Welcome)
    assert (slide.body, slide.number, slide.date) == ("council", "14", "2026-11-23")


def test_the_head_names_the_body_and_owns_up_to_a_rehearsal(hall: Hall) -> None:
    head = hall_head(hall.desk.sitting("s").state)
    assert (head.body, head.rehearsal, head.offset) == ("council", True, timedelta(hours=5))


def test_while_members_arrive_the_hall_sees_how_many_are_missing(hall: Hall) -> None:
    hall.do(c.Arrive(NINE[:4]))
    quorum = hall.quorum()
    assert (quorum.present, quorum.total, quorum.needed, quorum.missing) == (4, 9, 6, 2)
    assert (quorum.met, quorum.running, quorum.rule.point) == (False, True, "p.14")
    hall.do(c.Arrive(NINE[4:6]))
    assert (hall.quorum().missing, hall.quorum().met) == (0, True)


def test_an_official_total_counts_those_not_on_the_roll(hall: Hall) -> None:
    hall.do(c.FixRoll(total=12, total_act=Act(number="3")), c.Arrive(NINE[:7]))
    assert (hall.quorum().total, hall.quorum().needed, hall.quorum().missing) == (12, 8, 1)


def test_the_opening_shows_its_quorum_for_a_minute_and_then_the_welcome(hall: Hall) -> None:
    hall.do(c.Arrive(NINE), c.Open())
    assert (hall.quorum().running, hall.quorum().met) == (False, True)
    assert isinstance(hall.slide(after=61), Welcome)


def test_an_item_taken_follows_the_opening_at_once(opened: Hall) -> None:
    slide = opened.slide()
    assert isinstance(slide, ItemSlide)
    assert (slide.item, slide.title.kk) == ("1", "1-тақырып")
    assert [person.name.kk for person in slide.rapporteurs] == ["Тегі2 Аты"]


def test_items_whose_ids_are_words_go_by_their_place_on_the_agenda(hall: Hall) -> None:
    hall.do(c.AddItem("senate", Text("Үміткерлер"), "C13.6"), c.Arrive(NINE), c.Open(), c.TakeItem("senate"))
    slide = hall.slide()
    assert isinstance(slide, ItemSlide)
    assert slide.item == "3"


def test_a_quorum_lost_between_items_is_shown(hall: Hall) -> None:
    hall.do(c.Arrive(NINE), c.Open())
    hall.do(c.Leave(NINE[5:]), after=120)
    assert (hall.quorum().met, hall.quorum().missing, hall.quorum().lost) == (False, 1, True)


def test_a_quorum_lost_on_an_item_is_shown_until_it_is_there_again(opened: Hall) -> None:
    opened.do(c.Leave(NINE[5:]))
    assert opened.quorum().lost
    opened.do(c.Arrive(NINE[5:6]))
    assert isinstance(opened.slide(), ItemSlide)


def test_a_lost_quorum_takes_neither_the_speaker_nor_the_last_result_away(opened: Hall) -> None:
    propose(opened)
    opened.do(c.Put("1.1", "show-of-hands"), c.Count(6, 1, 1), c.CloseVote(), c.Leave(NINE[5:]))
    assert isinstance(opened.slide(), ResultSlide)
    opened.do(c.GiveFloor("m3", "order"), after=5)
    assert isinstance(opened.slide(), SpeakerSlide)
    opened.do(c.EndFloor())
    assert opened.quorum().lost


def test_in_a_re_registration_those_count_who_have_answered(opened: Hall) -> None:
    opened.do(c.BeginRollCall(), c.Arrive(NINE[:2]))
    assert (opened.quorum().present, opened.quorum().missing, opened.quorum().running) == (2, 4, True)
    assert opened.quorum().again
    opened.do(c.Arrive(NINE[2:6]), c.EndRollCall())
    assert isinstance(opened.slide(), ItemSlide)


def test_a_speaker_sees_the_time_run_down_and_is_never_cut_off(opened: Hall) -> None:
    opened.do(c.GiveFloor("m2", "report", seconds=120))

    def speaker(after: float) -> tuple[int, bool]:
        slide = opened.slide(after)
        assert isinstance(slide, SpeakerSlide)
        return slide.left, slide.warning

    assert speaker(0) == (120, False)
    assert speaker(59.2) == (61, False)
    assert speaker(0.8) == (60, True)
    assert speaker(60) == (0, True)
    assert speaker(30) == (-30, True)
    opened.do(c.EndFloor())
    assert isinstance(opened.slide(), ItemSlide)


def test_a_paused_clock_stands_still(opened: Hall) -> None:
    opened.do(c.GiveFloor("m2", "report", seconds=120))
    opened.do(c.PauseFloor(), after=20)
    slide = opened.slide(after=50)
    assert isinstance(slide, SpeakerSlide)
    assert (slide.left, slide.paused) == (100, True)


def test_of_a_vote_being_held_only_the_number_of_answers_is_known(opened: Hall) -> None:
    propose(opened)
    opened.do(c.Put("1.1", "named"))
    before = opened.slide()
    assert before == VotingSlide("1", "1.1", Text("Бекітілсін"), "named", 0, 9)
    opened.do(c.Cast("m1", "for"), c.Cast("m2", "against"))
    one = opened.slide()
    opened.do(c.Undo(), c.Cast("m2", "for"))
    assert opened.slide() == one == VotingSlide("1", "1.1", Text("Бекітілсін"), "named", 2, 9)


def test_hands_counted_by_sectors_are_not_shown_before_the_end(opened: Hall) -> None:
    propose(opened)
    opened.do(c.Put("1.1", "show-of-hands"))
    shown = VotingSlide("1", "1.1", Text("Бекітілсін"), "show-of-hands", None, 9)
    assert opened.slide() == shown
    opened.do(c.Count(7, 1, 1))
    counting = opened.slide()
    opened.do(c.Undo(), c.Count(2, 4, 3))
    assert opened.slide() == counting == replace(shown, counting=True)


def test_a_result_stays_until_something_follows(opened: Hall) -> None:
    propose(opened)
    opened.do(c.Put("1.1", "show-of-hands"), c.Count(6, 1, 1), c.CloseVote())
    slide = opened.slide()
    assert isinstance(slide, ResultSlide)
    assert slide.tally is not None
    assert (slide.tally.in_favour, slide.tally.against, slide.tally.abstain, slide.not_voting) == (6, 1, 1, 1)
    assert (slide.verdict, slide.base, slide.needed, slide.point) == ("adopted", 9, 6, "p.15")
    opened.do(c.Leave(("m9",)), after=5)
    assert isinstance(opened.slide(), ResultSlide)
    opened.do(c.GiveFloor("m3", "motive"), after=5)
    assert isinstance(opened.slide(), SpeakerSlide)
    opened.do(c.EndFloor(), after=5)
    assert isinstance(opened.slide(), ItemSlide)


def test_a_result_gives_way_to_the_next_item_and_to_time(opened: Hall) -> None:
    propose(opened)
    opened.do(c.Put("1.1", "show-of-hands"), c.Count(6, 1, 1), c.CloseVote(), c.FinishItem("1"))
    assert isinstance(opened.slide(), ResultSlide)
    opened.do(c.TakeItem("2"))
    assert isinstance(opened.slide(), ItemSlide)
    propose(opened, "2.1", "2")
    opened.do(c.Put("2.1", "show-of-hands"), c.Count(6, 1, 1), c.CloseVote())
    assert isinstance(opened.slide(after=RESULT_STAYS.total_seconds() - 1), ResultSlide)
    assert isinstance(opened.slide(after=1), ItemSlide)


def test_a_stopped_vote_shows_no_figures(opened: Hall) -> None:
    propose(opened)
    opened.do(c.Put("1.1", "named"), c.Cast("m1", "for"), c.StopVote(Text("Мәтін қате")))
    slide = opened.slide()
    assert isinstance(slide, ResultSlide)
    assert (slide.verdict, slide.tally, slide.not_voting) == ("stopped", None, None)


def test_without_objection_nothing_is_counted(opened: Hall) -> None:
    propose(opened, "p", None)
    opened.do(c.Put("p", "no-objection"), c.CloseVote(objections=0))
    slide = opened.slide()
    assert isinstance(slide, ResultSlide)
    assert (slide.verdict, slide.tally, slide.item) == ("adopted", None, None)
    assert isinstance(opened.slide(after=31), ItemSlide)


def test_a_break_says_when_it_goes_on(opened: Hall) -> None:
    until = opened.now + timedelta(minutes=15)
    opened.do(c.Break(until))
    assert opened.slide() == BreakSlide(until)
    opened.do(c.Resume())
    assert isinstance(opened.slide(), ItemSlide)


def test_an_adjourned_sitting_registers_its_members_anew(opened: Hall) -> None:
    opened.do(c.Adjourn())
    assert opened.slide() == AdjournedSlide(None)
    opened.do(c.Arrive(("m1",)), after=86400)
    assert (opened.quorum().present, opened.quorum().running) == (1, True)


def test_the_end_is_said_and_so_is_a_sitting_not_held(opened: Hall) -> None:
    opened.do(c.Close())
    assert opened.slide() == ClosedSlide()
    other = Hall()
    other.do(c.Cancel())
    assert other.slide() == ClosedSlide(held=False)
