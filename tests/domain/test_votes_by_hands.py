"""Counting hands: in the hall, by sectors, by subtraction; and votes without objection (p. 10, p. 15)."""

from dataclasses import replace

import pytest

from assembly_desk.domain.audit import audit
from assembly_desk.domain.commands import (
    Arrive,
    BeginRollCall,
    Cast,
    ChangeRoll,
    CloseVote,
    Count,
    EndRollCall,
    Put,
    StopVote,
    Undo,
)
from assembly_desk.domain.events import VoteCounted
from assembly_desk.domain.text import Act, Text
from assembly_desk.domain.vote import Tally
from tests.domain.hall import PROFILES, Hall, council, people, session


def put(body: Hall) -> Hall:
    return body.takes().proposes().puts()


def session_by_hands(members: int = 6, by_subtraction: bool = False) -> Hall:
    return session(members).decides_form("show-of-hands", by_subtraction=by_subtraction)


def test_the_council_adopts_with_two_thirds_of_those_present_exactly() -> None:
    assert put(council()).hands(4, 2, 0) == "adopted"
    assert put(council()).hands(3, 0, 0) == "not-adopted"


def test_the_session_does_not_adopt_with_one_half_exactly() -> None:
    assert put(session_by_hands()).hands(3, 3, 0) == "not-adopted"
    assert put(session_by_hands()).hands(4, 2, 0) == "adopted"


def test_who_abstains_or_keeps_silent_stays_in_the_base() -> None:
    hall = put(session_by_hands())
    assert hall.hands(3, 0, 2) == "not-adopted"
    assert (hall.vote.base, hall.vote.not_voting) == (6, 1)


def test_with_nobody_for_nothing_is_adopted() -> None:
    assert put(council()).hands(0, 0, 6) == "not-adopted"


def test_a_vote_carries_its_own_rule_and_figures() -> None:
    vote = put(council()).vote
    assert (vote.number, vote.base, vote.needed, vote.rule.point, vote.verdict) == (1, 6, 4, "p.15", "open")
    assert put(session_by_hands()).vote.rule.point == "p.10"


def test_empty_is_not_zero() -> None:
    put(council()).refuses(CloseVote(), "CountMissing")


@pytest.mark.parametrize("value", ["4", "", None, -1, 1.0, True, [], {}, "REST"])
def test_a_count_is_a_whole_number_from_zero_up(value: object) -> None:
    hall = put(council())
    hall.refuses(Count(value, 0, 0), "NotANumber").refuses(Count(0, value, 0), "NotANumber")
    hall.refuses(Count(0, 0, value), "NotANumber")


def test_a_count_is_never_above_the_base() -> None:
    hall = put(council()).refuses(Count(4, 2, 1), "CountExceedsBase")
    assert hall.refusal is not None
    assert hall.refusal.values == {"sum": 7, "base": 6}
    hall.refuses(Count(10**99, 10**99, 0), "CountExceedsBase")


def test_a_count_entered_again_replaces_the_first() -> None:
    hall = put(council()).does(Count(3, 3, 0)).does_nothing(Count(3, 3, 0))
    assert hall.hands(5, 1, 0) == "adopted"
    assert hall.vote.tally is not None
    assert hall.vote.tally.in_favour == 5


def test_one_vote_at_a_time() -> None:
    hall = put(council()).proposes("1.2").refuses(Put("1.2", "show-of-hands"), "VoteInProgress")
    hall.hands(6, 0, 0)
    for step in (Count(1, 0, 0), Cast("m1", "for"), CloseVote(), StopVote(Text("қате"))):
        hall.refuses(step, "NoVoteInProgress")


def test_a_stopped_vote_has_no_verdict_and_the_motion_is_put_again() -> None:
    hall = put(council()).does(StopVote(Text("қате")))
    assert (hall.vote.verdict, hall.motion("1.1")) == ("stopped", "stopped")
    assert hall.puts().hands(6, 0, 0) == "adopted"
    assert [vote.verdict for vote in hall.state.votes] == ["stopped", "adopted"]
    assert [vote.number for vote in hall.state.votes] == [1, 2]


def test_a_motion_with_a_verdict_is_not_put_again() -> None:
    hall = put(council())
    hall.hands(0, 6, 0)
    hall.refuses(Put("1.1", "show-of-hands"), "AlreadyDecided")


# ------------------------------------------------------------------------------------------ sectors


def test_sectors_are_counted_each_and_added_up() -> None:
    hall = council(9).takes().proposes()
    hall.does(Put("1.1", "show-of-hands", {"1": 4, "2": people(5, 9)}, {"1": "m1"}))
    hall.does(Count(4, 0, 0, "1")).refuses(CloseVote(), "CountMissing")
    hall.does(Count(1, 1, 1, "2"), Count(2, 1, 1, "2"), CloseVote())
    tally = hall.vote.tally
    assert tally is not None
    assert (tally.in_favour, tally.against, tally.abstain, hall.vote.not_voting) == (6, 1, 1, 1)
    assert hall.vote.verdict == "adopted"
    teller = hall.vote.sectors["1"].teller
    assert teller is not None
    assert teller.member == "m1"


def test_a_count_names_a_sector_where_there_are_sectors_and_none_where_there_are_none() -> None:
    hall = council().takes().proposes().does(Put("1.1", "show-of-hands", {"1": 3, "2": 3}))
    hall.refuses(Count(1, 0, 0), "SectorMissing").refuses(Count(1, 0, 0, "3"), "SectorMissing")
    hall.refuses(Count(2, 1, 1, "1"), "CountExceedsBase")
    put(council()).refuses(Count(1, 0, 0, "1"), "SectorMissing")


def test_sectors_add_up_to_those_present() -> None:
    hall = council().takes().proposes()

    def sectors(**seats: int | tuple[str, ...]) -> Put:
        return Put("1.1", "show-of-hands", seats)

    hall.refuses(sectors(a=3, b=2), "SectorsDoNotAddUp").refuses(sectors(a=3, b=4), "SectorsDoNotAddUp")
    hall.refuses(sectors(a=people(1, 3), b=("m3", "m4", "m5")), "SectorsDoNotAddUp")
    hall.refuses(sectors(a=-1, b=7), "NotANumber")
    hall.leave("m6").refuses(sectors(a=people(1, 3), b=("m4", "m6")), "NotPresent")
    hall.refuses(sectors(a=people(1, 4), b=("m99",)), "UnknownMember")
    hall.refuses(Put("1.1", "show-of-hands", {"a": 5}, {"b": "m1"}), "SectorMissing")
    hall.refuses(Put("1.1", "named", {"a": 5}), "NotThisForm")
    hall.does(sectors(a=people(1, 3), b=2))


def test_sectors_stand_in_the_order_in_which_they_were_given_also_after_a_restart() -> None:
    hall = council().takes().proposes()
    seats = {"Сол жақ": 1, "10": 2, "2": 3}
    hall.does(Put("1.1", "show-of-hands", seats)).restarts()
    assert list(hall.vote.sectors) == ["Сол жақ", "10", "2"]
    assert hall.vote.missing_counts == ("Сол жақ", "10", "2")


# -------------------------------------------------------------------------------------- subtraction


def test_counting_by_subtraction_is_decided_by_the_body_first() -> None:
    put(session_by_hands()).refuses(Count("rest", 1, 0), "CountByHand")
    put(council()).refuses(Count("rest", 1, 0), "CountByHand")


def test_those_for_are_the_rest_without_who_left() -> None:
    hall = put(session_by_hands(12, by_subtraction=True)).leave("m11", "m12")
    hall.does(Count("rest", 3, 2), CloseVote())
    tally = hall.vote.tally
    assert tally is not None
    assert (tally.in_favour, hall.vote.base, hall.vote.not_voting) == (5, 12, 2)
    assert hall.vote.by_subtraction
    assert hall.vote.verdict == "not-adopted"


def test_who_left_during_the_vote_is_never_in_the_rest_also_when_they_came_back() -> None:
    hall = put(session_by_hands(12, by_subtraction=True)).leave("m11", "m12").arrive("m11")
    hall.does(BeginRollCall(), Arrive(people(1, 9)), Arrive(("m11",)), EndRollCall()).arrive("m10")
    hall.does(ChangeRoll(Act(number="12"), Text("өкілеттігі тоқтатылды"), remove=("m9",)))
    hall.does(Count("rest", 1, 0))
    assert hall.vote.gone == {"m9", "m10", "m11", "m12"}
    assert hall.vote.counts[""].in_favour == 7
    assert hall.restarts().does(CloseVote()).vote.not_voting == 4


def test_the_rest_is_that_of_the_moment_of_counting() -> None:
    hall = put(session_by_hands(12, by_subtraction=True)).does(Count("rest", 0, 0)).leave("m12")
    assert hall.vote.counts[""].in_favour == 12
    assert hall.does(Count("rest", 0, 0)).vote.counts[""].in_favour == 11
    hall.does(Undo(), Undo(), CloseVote())
    assert (hall.vote.gone, hall.vote.counts[""].in_favour) == (frozenset(), 12)


def test_who_left_before_the_vote_or_came_during_it_changes_no_rest() -> None:
    hall = (
        session_by_hands(12, by_subtraction=True).takes().proposes().leave("m12").arrive("m12").leave("m11")
    )
    hall.puts().arrive("m11").leave("m11").does(Count("rest", 0, 0))
    assert (hall.vote.base, hall.vote.gone, hall.vote.counts[""].in_favour) == (11, frozenset(), 11)


def test_a_record_whose_rest_counts_one_who_left_does_not_prove_itself() -> None:
    hall = put(session_by_hands(12, by_subtraction=True)).leave("m12").arrive("m12").does(Count("rest", 3, 2))
    *before, last = hall.desk.sitting("s").log
    assert audit([*before, last], "s", PROFILES).sound
    one_more = replace(last, event=VoteCounted("", Tally(7, 3, 2, by_subtraction=True)))
    (finding,) = audit([*before, one_more], "s", PROFILES).findings
    assert finding.entry == last.seq


def test_the_rest_is_never_below_nobody() -> None:
    put(session_by_hands(by_subtraction=True)).refuses(Count("rest", 4, 3), "CountExceedsBase")


def test_the_rest_of_a_sector_needs_to_know_who_sits_there() -> None:
    hall = session_by_hands(by_subtraction=True).takes().proposes()
    hall.does(Put("1.1", "show-of-hands", {"1": people(1, 3), "2": 3})).leave("m3")
    hall.does(Count("rest", 1, 0, "1")).refuses(Count("rest", 1, 0, "2"), "CountByHand")
    assert hall.vote.counts["1"].in_favour == 1


# ------------------------------------------------------------------------------------------ without objection


def test_without_objection_nothing_is_counted() -> None:
    hall = council().proposes("p", "procedural", None).puts("p", "no-objection")
    hall.refuses(Count(6, 0, 0), "NotThisForm").refuses(Cast("m1", "for"), "NotThisForm")
    hall.refuses(CloseVote(objections="0"), "NotANumber").does(CloseVote(objections=0))
    assert (hall.vote.verdict, hall.vote.tally, hall.vote.not_voting) == ("adopted", None, None)


def test_where_no_objections_are_named_nobody_objected() -> None:
    hall = council().proposes("p", "procedural", None).puts("p", "no-objection")
    hall.does(CloseVote())
    assert hall.vote.verdict == "adopted"


def test_an_objection_stops_the_vote_and_the_motion_is_then_counted() -> None:
    hall = council().proposes("p", "procedural", None).puts("p", "no-objection").does(CloseVote(objections=1))
    assert hall.vote.verdict == "stopped"
    assert hall.puts("p").hands(3, 3, 0) == "not-adopted"


def test_objections_belong_to_that_form_alone() -> None:
    put(council()).does(Count(6, 0, 0)).refuses(CloseVote(objections=0), "NotThisForm")
