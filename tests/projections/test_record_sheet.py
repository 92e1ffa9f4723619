"""The record as a page shows it: votes and what became of them, what may be contested, entries as a log."""

from fractions import Fraction
from typing import get_args

import pytest

from assembly_desk.desk.desk import Desk, Receipt
from assembly_desk.domain import commands as c
from assembly_desk.domain import events as e
from assembly_desk.domain.ballots import Marks, Papers
from assembly_desk.domain.correction import Correction, PresenceTruth
from assembly_desk.domain.member import Body, Register
from assembly_desk.domain.text import Text
from assembly_desk.domain.threshold import Base, Threshold
from assembly_desk.journal.codec import recorded
from assembly_desk.journal.kinds import NAMES
from assembly_desk.projections.bodies_sheet import Example, example, may_sit, new_id, threshold
from assembly_desk.projections.record_log import LogBook, taken_back
from assembly_desk.projections.record_sheet import (
    Mark,
    VoteDetail,
    VoteRow,
    against,
    contest,
    vote_detail,
    vote_rows,
    would_differ,
)
from tests.evenings import EVENING, hard_evening
from tests.journal.test_codec import entry as entry_of
from tests.journal.test_codec import golden

ARRIVED = 8  # the entry by which m25 came


@pytest.fixture(scope="module")
def evening() -> Desk:
    return hard_evening()


def row(desk: Desk, number: int) -> VoteRow:
    return next(row for row in vote_rows(desk.sitting(EVENING).state) if row.vote == number)


def detail(desk: Desk, number: int, motion: str) -> VoteDetail:
    opened = desk.sitting(EVENING)
    found = vote_detail(opened.state, opened.log, number, motion)
    assert found is not None
    return found


# -------------------------------------------------------------------------------------------------- votes


def test_each_vote_tells_what_became_of_it(evening: Desk) -> None:
    marks = {number: list(row(evening, number).marks) for number in (2, 6, 8)}
    assert marks == {
        2: [Mark("annulled", 3), Mark("corrected")],
        6: [Mark("recounted", 8), Mark("doubtful")],
        8: [Mark("again", 6), Mark("corrected")],
    }


def test_the_figures_stay_as_they_were_and_the_correction_stands_beside_them(evening: Desk) -> None:
    found = detail(evening, 6, "2.1")
    assert (found.row.base, found.row.needed, found.row.verdict) == (25, 17, "not-adopted")
    assert found.correction == Correction(24, 16, doubtful=True)


def test_a_list_gives_a_row_a_candidate_with_one_number(evening: Desk) -> None:
    rows = [row for row in vote_rows(evening.sitting(EVENING).state) if row.vote == 9]
    assert [(row.motion, row.verdict, row.candidate and row.candidate.name.kk) for row in rows] == [
        ("3.1", "adopted", "Кандидат 1"),
        ("3.2", "not-adopted", "Кандидат 2"),
    ]


def test_a_named_vote_names_everybody_once(evening: Desk) -> None:
    found = detail(evening, 9, "3.2")
    counted = {answer: len(names) for answer, names in found.names}
    assert counted == {"for": 16, "abstain": 9}
    assert sum(counted.values()) == found.row.base


def test_what_a_vote_brought_about_and_what_rests_on_it_is_told(evening: Desk) -> None:
    assert [line.kind for line in detail(evening, 2, "1.1-A").brought] == ["motion-amended"]
    assert [line.kind for line in detail(evening, 3, "x1").brought] == ["vote-annulled"]
    assert detail(evening, 9, "3.1").resting == (10,)
    assert detail(evening, 10, "3.3").rests_on == (9,)


# --------------------------------------------------------------------------------------------- contesting


def test_whatever_stands_against_contesting_is_known_before_it_is_proposed() -> None:
    state = hard_evening('"do": "finish-item", "item": "3"').sitting(EVENING).state
    codes = {
        number: found.code if (found := against(state, number, "annul")) else None for number in (2, 8, 9, 10)
    }
    assert codes == {2: "AlreadyDecided", 8: None, 9: "OthersRestOnIt", 10: None}


def test_nothing_is_contested_in_a_sitting_that_is_closed(evening: Desk) -> None:
    found = against(evening.sitting(EVENING).state, 8, "recount")
    assert found is not None
    assert found.code == "AlreadyClosed"


@pytest.mark.parametrize("way", ["recount", "repeat", "annul"])
def test_each_way_of_contesting_is_taken_by_the_desk_once_adopted(way: str) -> None:
    desk = hard_evening('"do": "finish-item", "item": "2"')
    command = contest(
        8, next(one for one in ("recount", "repeat", "annul") if one == way), Text("Мәтін"), "x9"
    )
    for one in (command, c.Put("x9", "show-of-hands"), c.Count(25, 0, 0), c.CloseVote()):
        assert isinstance(desk.submit(one, sitting=EVENING), Receipt)
    state = desk.sitting(EVENING).state
    assert state.votes[7].annulled == (way == "annul")
    assert (dict(state.again) != {}) == (way != "annul")


# --------------------------------------------------------------------------------------------- rectifying


def test_the_votes_that_a_truth_would_change_are_those_that_are_recorded_with_it() -> None:
    desk = hard_evening('"do": "rectify"')
    truth = PresenceTruth(("m25",), present=False)
    before = would_differ(desk.sitting(EVENING).state, ARRIVED, truth)
    assert {one.vote: one.correction.doubtful for one in before}[6]
    assert isinstance(
        desk.submit(c.Rectify(ARRIVED, Text("Себеп"), presence=(truth,)), sitting=EVENING), Receipt
    )
    state = desk.sitting(EVENING).state
    assert {(one.vote, one.correction) for one in before} == {
        (vote.number, vote.correction) for vote in state.votes if vote.correction
    }
    assert would_differ(state, ARRIVED, truth) == ()


# ------------------------------------------------------------------------------------------------ the log


def test_every_kind_of_entry_is_a_line_of_its_own_name(evening: Desk) -> None:
    book, seen = LogBook(evening.sitting(EVENING).state), set()
    for draft in golden():
        event = recorded(entry_of(draft.kind, draft.payload, draft.version))
        line = book.line(event)
        seen.add(type(event.event))
        assert line.kind.removesuffix("-row") == NAMES[type(event.event)]
    assert seen == set(get_args(e.Event))


def test_the_log_holds_every_entry_with_those_it_speaks_of(evening: Desk) -> None:
    opened = evening.sitting(EVENING)
    lines = LogBook(opened.state).lines(opened.log)
    assert [line.entry for line in lines] == list(range(1, opened.entries + 1))
    assert lines[ARRIVED - 1].members == ("m25",)
    assert lines[ARRIVED - 1].of_presence


def test_what_was_keyed_of_a_secret_vote_tells_no_figure(evening: Desk) -> None:
    book, at = LogBook(evening.sitting(EVENING).state), evening.clock()
    for event in (
        e.BallotsKeyed("first", Papers(77, 66, 3, 55, 44)),
        e.RowsKeyed("second", (("3.1", Marks(33, 22, 11, 5)),)),
    ):
        values = book.line(e.Recorded(9, at, "k", event)).values
        assert set(values) == {"by"}


def test_an_entry_taken_back_is_known_with_the_one_that_says_so() -> None:
    desk = hard_evening('"do": "close", "at"')
    receipts = [desk.submit(one, sitting=EVENING) for one in (c.Leave(("m24",)), c.Undo())]
    left, undone = (one.entries[-1] for one in receipts if isinstance(one, Receipt))
    assert taken_back(desk.sitting(EVENING).log) == {left: undone}


# ------------------------------------------------------------------------------------------- other bodies


@pytest.mark.parametrize(
    ("quorum", "majority", "of", "found"),
    [
        ("2/3", "1/2", "present", Example(30, 20, 11)),
        ("1/2", "1/2", "members", Example(30, 15, 16)),
        ("1/1", "2/3", "present", Example(30, 30, 21)),
    ],
)
def test_the_worked_example_goes_by_the_threshold(
    quorum: str, majority: str, of: Base, found: Example
) -> None:
    first, then = threshold(quorum, True, "members", "—"), threshold(majority, False, of, "—")
    assert first == Threshold(Fraction(quorum), True, "members", "—")
    assert first is not None
    assert then is not None
    assert example(first, then) == found


@pytest.mark.parametrize("typed", ["", "2", "0/3", "4/3", "2/0", "а/б", "1/2/3", "0.5", "²/3"])
def test_what_is_no_share_is_none(typed: str) -> None:
    assert threshold(typed, True, "members", "—") is None


def test_more_than_the_whole_is_never_reached_and_so_no_rule() -> None:
    assert threshold("3/3", False, "members", "—") is None


def test_a_body_gets_an_id_that_none_has_and_sits_once_it_has_a_rule() -> None:
    first = Body("body-1", Text("Кеңес"))
    assert new_id(Register()) == "body-1"
    assert new_id(Register(bodies={"body-1": first})) == "body-2"
    assert not may_sit(first)
