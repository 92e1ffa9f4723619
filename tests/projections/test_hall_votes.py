"""The hall during secret votes, lists, run-offs, annulments and recounts: never a figure before the end."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from assembly_desk.domain import commands as c
from assembly_desk.domain.ballots import Keying, Marks, Papers
from assembly_desk.domain.commission import Approval
from assembly_desk.domain.motion import Repeat, Sets
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.text import Text
from assembly_desk.domain.vote import Choice, Tally
from assembly_desk.projections.hall_slide import (
    HallHead,
    ItemSlide,
    ListSlide,
    ResultSlide,
    Slide,
    SpeakerSlide,
    VotingSlide,
    hall_slide,
)
from assembly_desk.projections.hall_vote import PAGE_STAYS, Earlier
from assembly_desk.ui.hall.said import in_words
from tests.domain.evening import Evening, evening, for_each
from tests.domain.test_any_vote import AnyVote

TEXT = Text("Мәтін")


def seen(hall: Evening, after: float = 0) -> Slide:
    """What the hall sees so many seconds after the last act."""
    return hall_slide(hall.state, hall.now + timedelta(seconds=after))


def voting(hall: Evening) -> VotingSlide:
    slide = seen(hall)
    assert isinstance(slide, VotingSlide)
    return slide


def over(hall: Evening, after: float = 0) -> ResultSlide:
    slide = seen(hall, after)
    assert isinstance(slide, ResultSlide)
    return slide


def listed(hall: Evening, after: float = 0) -> ListSlide:
    slide = seen(hall, after)
    assert isinstance(slide, ListSlide)
    return slide


def candidates(many: int) -> tuple[str, ...]:
    return tuple(f"3.{number}" for number in range(1, many + 1))


def secret_list(many: int = 3, seats: int = 2) -> Evening:
    hall = evening(12).goes_secret().rules_list(seats).nominates(*candidates(many))
    return hall.lists(*candidates(many), seats=seats)


# ------------------------------------------------------------------------------------------ while it is held


def test_a_secret_vote_shows_its_form_and_its_candidates_and_no_figure() -> None:
    hall = secret_list()
    slide = voting(hall)
    assert (slide.item, slide.motion, slide.form, slide.answered) == ("3", None, "secret", None)
    assert [name.kk for name in slide.candidates] == ["Кандидат 3.1", "Кандидат 3.2", "Кандидат 3.3"]
    assert (slide.seats, slide.counting, slide.run_off) == (2, False, False)


def test_once_papers_are_keyed_it_is_being_counted_whatever_was_keyed() -> None:
    hall = secret_list()
    before = voting(hall)
    hall.keys("first", for_each({"3.1": 9, "3.2": 3, "3.3": 0}, 12))
    counting = voting(hall)
    assert counting == replace(before, counting=True)
    hall.keys("first", for_each({"3.1": 1, "3.2": 2, "3.3": 12}, 12), returned=12)
    hall.keys("second", for_each({"3.1": 5, "3.2": 5, "3.3": 5}, 12))
    assert voting(hall) == counting


def test_of_a_list_by_name_those_have_answered_who_answered_on_every_row() -> None:
    hall = evening(12).nominates("3.1", "3.2").lists("3.1", "3.2", seats=2, form="named")
    hall.does(c.Cast("m1", "for", "3.1"), c.Cast("m2", "against", "3.1"))
    assert voting(hall).answered == 0
    hall.does(c.Cast("m1", "abstain", "3.2"))
    assert voting(hall).answered == 1


def test_thirty_candidates_turn_their_pages_by_the_clock() -> None:
    hall = secret_list(30, 5)
    pages = [seen(hall, after) for after in (0, 9, 10, 20, 30)]
    shown = []
    for slide in pages:
        assert isinstance(slide, VotingSlide)
        shown.append((slide.page, len(slide.candidates)))
    assert shown == [(0, 10), (0, 10), (1, 10), (2, 10), (0, 10)]
    names = [name.kk for slide in pages[1:4] if isinstance(slide, VotingSlide) for name in slide.candidates]
    assert names == [f"Кандидат {id}" for id in candidates(30)]


def test_a_clock_put_back_still_finds_a_page() -> None:
    slide = seen(secret_list(17, 5), -3605)
    assert isinstance(slide, VotingSlide)
    assert len(slide.candidates) in (8, 9)


# ------------------------------------------------------------------------------------------------- the result


def test_the_result_of_a_list_says_verdict_votes_and_seats_the_elected_first() -> None:
    hall = secret_list(4, 2)
    hall.does(c.Withdraw("3.1"))
    hall.counts(for_each({"3.1": 0, "3.2": 8, "3.3": 11, "3.4": 9}, 12))
    slide = listed(hall)
    assert [(row.name.kk, row.verdict, row.in_favour) for row in slide.rows] == [
        ("Кандидат 3.3", "adopted", 11),
        ("Кандидат 3.4", "adopted", 9),
        ("Кандидат 3.2", "outranked", 8),
        ("Кандидат 3.1", "withdrawn", 0),
    ]
    assert (slide.seats, slide.left, slide.base, slide.needed, slide.point) == (2, 0, 12, 8, "p.15")
    assert slide.shown == slide.rows


@pytest.mark.parametrize(("many", "pages"), [(8, 1), (17, 3), (30, 4)])
def test_every_row_of_a_long_result_has_its_page_and_all_pages_are_seen_twice(many: int, pages: int) -> None:
    hall = secret_list(many, 5)
    hall.counts(for_each({id: number % 13 for number, id in enumerate(candidates(many))}, 12))
    turned = [listed(hall, number * PAGE_STAYS.total_seconds()) for number in range(2 * pages)]
    assert [slide.page for slide in turned] == [*range(pages), *range(pages)]
    assert tuple(row for slide in turned[:pages] for row in slide.shown) == turned[0].rows
    assert len(turned[0].rows) == many


def test_a_run_off_is_said_to_be_one_and_so_are_its_seats() -> None:
    hall = secret_list(3, 1)
    hall.counts(for_each({"3.1": 9, "3.2": 9, "3.3": 2}, 12))
    slide = listed(hall)
    assert ([row.verdict for row in slide.rows], slide.left) == (["tie", "tie", "not-adopted"], 1)
    hall.lists("3.1", "3.2", seats=1, run_off_of=hall.vote.number)
    assert voting(hall).run_off
    hall.counts(for_each({"3.1": 8, "3.2": 4}, 12))
    assert (listed(hall).run_off, listed(hall).left) == (True, 0)


def test_the_result_of_a_single_secret_vote_names_the_candidate_and_all_parts_of_the_base() -> None:
    hall = evening(12).goes_secret().nominates("3.1").puts("3.1", "secret")
    assert voting(hall).text.kk == "Кандидат – Кандидат 3.1"
    hall.counts({"3.1": (8, 1, 1, 0)}, invalid=1)
    slide = over(hall)
    assert slide.secret is not None
    assert (slide.tally, slide.not_voting, slide.verdict) == (Tally(8, 1, 1), None, "adopted")
    papers = slide.secret.papers
    assert (papers.invalid, papers.not_returned, slide.secret.not_issued) == (1, 1, 0)


def test_a_stopped_list_shows_no_rows() -> None:
    hall = secret_list()
    hall.keys("first", for_each({"3.1": 9, "3.2": 3, "3.3": 1}, 12)).does(c.StopVote(TEXT))
    slide = over(hall)
    assert (slide.verdict, slide.tally, slide.secret, slide.motion) == ("stopped", None, None, None)


def test_while_the_commission_reads_its_protocol_the_hall_sees_what_it_reads() -> None:
    hall = secret_list()
    hall.counts(for_each({"3.1": 9, "3.2": 8, "3.3": 1}, 12))
    hall.does(c.GiveFloor("m2", "reference"))
    slide = listed(hall, 600)
    assert slide.reported
    assert slide.papers == Papers(12, 12, 0, 12, 0)
    assert "Есеп комиссиясының № 2 хаттамасы" in in_words_of(slide)
    hall.does(c.EndFloor(), c.GiveFloor("m9", "debate"))
    assert isinstance(seen(hall), SpeakerSlide)
    hall.does(c.EndFloor())
    number = hall.vote.number
    hall.adopts("k3", sets=Sets(approves=Approval("counting-2", number))).does(c.GiveFloor("m2", "debate"))
    assert isinstance(seen(hall), SpeakerSlide)  # the last vote is no secret one


# ------------------------------------------------------------------------------- annulled, counted once more


def test_an_annulment_says_which_verdict_is_gone_and_that_verdict_is_shown_no_more() -> None:
    hall = evening(12).takes("1").proposes("1.1").puts("1.1")
    hall.hands(12, 0, 0)
    assert over(hall).motion == "1.1"
    number = hall.vote.number
    hall.adopts("x", sets=Sets(annuls=number))
    slide = over(hall)
    assert (slide.verdict, slide.brings) == ("adopted", Earlier("annulled", number))
    for after in range(0, 300, 10):
        later = seen(hall, after)
        assert isinstance(later, ItemSlide) or (isinstance(later, ResultSlide) and later.motion != "1.1")


def test_a_result_that_was_annulled_or_replaced_is_never_shown_even_if_nothing_came_after() -> None:
    hall = evening(12).takes("1").proposes("1.1").puts("1.1")
    hall.hands(12, 0, 0)
    for gone in (replace(hall.vote, annulled_by=9), replace(hall.vote, replaced_by=9)):
        state = replace(hall.state, votes=(*hall.state.votes[:-1], gone))
        assert isinstance(hall_slide(state, hall.now), ItemSlide)


def test_a_recount_is_said_while_it_is_held_and_after() -> None:
    hall = evening(12).takes("1").proposes("1.1").puts("1.1")
    hall.hands(7, 5, 0)
    number = hall.vote.number
    hall.adopts("x", sets=Sets(recount=number))
    assert over(hall).brings == Earlier("recount", number)
    hall.puts("1.1")
    assert voting(hall).again == Earlier("recount", number)
    assert hall.hands(8, 4, 0) == "adopted"
    assert (over(hall).again, over(hall).verdict) == (Earlier("recount", number), "adopted")


def test_a_repetition_in_another_form_is_called_so() -> None:
    hall = evening(12).takes("1").proposes("1.1").puts("1.1")
    hall.hands(7, 5, 0)
    number = hall.vote.number
    hall.adopts("x", sets=Sets(repeat=Repeat(number, "named"))).puts("1.1", "named")
    assert (voting(hall).again, voting(hall).answered) == (Earlier("repeat", number), 0)


def test_a_point_of_order_during_a_vote_does_not_take_its_result_away() -> None:
    hall = evening(12).takes("1").proposes("1.1").puts("1.1")
    hall.does(c.GiveFloor("m5", "order"))
    assert isinstance(seen(hall), VotingSlide)
    hall.does(c.EndFloor(), c.Count(12, 0, 0), c.CloseVote())
    assert over(hall).motion == "1.1"
    hall.does(c.GiveFloor("m5", "order"), c.EndFloor())
    assert isinstance(seen(hall), ItemSlide)


def test_what_followed_is_told_by_numbers_also_where_the_clock_was_put_back() -> None:
    hall = evening(12).takes("1").proposes("1.1").puts("1.1")
    hall.hands(12, 0, 0)
    hall.now -= timedelta(hours=1)
    hall.does(c.GiveFloor("m5", "debate"), c.EndFloor())
    assert isinstance(seen(hall), ItemSlide)


# ------------------------------------------------------------------------------------------ nothing interim

FIGURES_OF_A_HELD_VOTE = {"answered", "base", "seats", "page", "pages", "vote"}
"""All numbers that the slide of a held vote has; `vote`: the number of an earlier one that is held again."""


def in_words_of(slide: Slide) -> str:
    return in_words(HallHead("council", Text("Кеңес"), False, timedelta(hours=5)), slide, "kk")


def numbers(value: Any, name: str = "") -> Iterator[str]:
    """The names of all fields in which a number stands."""
    if is_dataclass(value):
        for field in fields(value):
            yield from numbers(getattr(value, field.name), field.name)
    elif isinstance(value, tuple):
        for one in value:
            yield from numbers(one, name)
    elif isinstance(value, int) and not isinstance(value, bool):
        yield name


def other_answers(state: Sitting) -> Sitting:
    """The same moment, had all answered, counted and keyed something else."""
    turned: Mapping[Choice, Choice] = {"for": "against", "against": "abstain", "abstain": "for"}
    assert state.vote is not None
    rows = tuple(
        replace(
            row,
            answers={member: turned[choice] for member, choice in row.answers.items()},
            counts={
                sector: Tally(tally.abstain, tally.in_favour, tally.against + 1)
                for sector, tally in row.counts.items()
            },
        )
        for row in state.votes
        if row.number == state.vote.number
    )
    keyings = {
        by: Keying(
            keying.papers and Papers(41, 37, 5, 11, 3),
            {
                motion: Marks(mark.no_mark, mark.in_favour, mark.against, 7)
                for motion, mark in keying.rows.items()
            },
        )
        for by, keying in state.keyings.items()
    }
    return replace(state, votes=(*state.votes[: -len(rows)], *rows), keyings=keyings)


class HallOfAnyVote(AnyVote):
    """What the hall sees after each act, while votes go as they may."""

    def ask(self, command: c.Command) -> bool:
        done = super().ask(command)
        if self.desk.sittings():
            self.the_hall_learns_nothing_before_the_end()
            self.the_hall_shows_no_result_that_does_not_hold()
        return done

    def the_hall_learns_nothing_before_the_end(self) -> None:
        state = self.state
        slide = hall_slide(state, self.now)
        assert isinstance(slide, VotingSlide) == (state.vote is not None)
        if isinstance(slide, VotingSlide):
            assert set(numbers(slide)) <= FIGURES_OF_A_HELD_VOTE
            assert (slide.answered is None) == (slide.form != "named")
            assert hall_slide(other_answers(state), self.now) == slide

    def the_hall_shows_no_result_that_does_not_hold(self) -> None:
        slide = hall_slide(self.state, self.now)
        if isinstance(slide, ResultSlide | ListSlide):
            assert self.state.votes[-1].holds or self.state.votes[-1].verdict == "stopped"


TestHallOfAnyVote = HallOfAnyVote.TestCase
TestHallOfAnyVote.settings = settings(
    max_examples=12,
    stateful_step_count=15,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


@pytest.mark.parametrize("after", [0, 10])
def test_a_slide_of_a_secret_vote_has_no_figure_in_its_words_either(after: int) -> None:
    """Canary figures: 37, 11 and 5 of 53 papers."""
    hall = evening(61).goes_secret().nominates("3.1").puts("3.1", "secret")
    before = in_words_of(seen(hall, after))
    hall.keys("first", {"3.1": (37, 11, 5, 0)}, invalid=2).keys("second", {"3.1": (37, 11, 5, 0)}, invalid=2)
    said = in_words_of(seen(hall, after))
    assert not {"37", "11", "5", "53", "55", "2"} & set(re.findall(r"\d+", said))
    assert re.findall(r"\d+", said) == re.findall(r"\d+", before)
