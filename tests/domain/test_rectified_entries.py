"""A presence, or a slip of writing, found later: no vote changes, and what should have been is told beside it."""

from datetime import timedelta

import pytest

from assembly_desk.domain.audit import audit
from assembly_desk.domain.commands import Cast, Close, CloseVote, Leave, Rectify, Seal
from assembly_desk.domain.correction import Correction, PresenceTruth
from assembly_desk.domain.text import Text
from assembly_desk.journal.codec import read_all
from assembly_desk.projections.show import show, vote_row
from tests.domain.evening import evening, for_each
from tests.domain.hall import PROFILES, Hall, council, people

WHY = Text("бейнежазбадан анықталды")


def absent(entry: int, *members: str) -> Rectify:
    return Rectify(entry, WHY, presence=(PresenceTruth(members, False),))


def voted(in_favour: int, members: int = 12) -> Hall:
    """One vote by hands of all members, who arrived with entry `arrived`."""
    hall = council(members).takes().proposes().puts()
    hall.hands(in_favour, members - in_favour, 0)
    return hall


def arrived(hall: Hall) -> int:
    return hall.state.roll.stays["m1"][0].entry


def test_a_slip_of_writing_is_kept_with_its_truth_and_reason() -> None:
    hall = voted(8)
    before = hall.state.votes
    hall.does(Rectify(3, WHY, Text("Дұрысы осылай", "Верно так")))
    assert hall.state.votes == before
    (found,) = hall.state.rectified
    assert (found.entry, found.truth, found.reason) == (3, Text("Дұрысы осылай", "Верно так"), WHY)


def test_a_vote_whose_base_would_differ_is_marked_with_what_it_should_have_been() -> None:
    hall = voted(8)
    before = vote_row(hall.vote)
    hall.does(absent(arrived(hall), "m12"))
    assert hall.vote.correction == Correction(11, 8, doubtful=False)
    assert vote_row(hall.vote) == before | {"corrected": {"base": 11, "needed": 8}}


def test_a_verdict_that_would_differ_is_doubtful_and_stays() -> None:
    hall = voted(7)  # 8 of 12 needed; of 10 it would be 7
    hall.does(absent(arrived(hall), "m11", "m12"))
    assert hall.vote.correction == Correction(10, 7, doubtful=True)
    assert (hall.vote.verdict, hall.vote.base, hall.vote.needed) == ("not-adopted", 12, 8)
    assert vote_row(hall.vote)["doubtful"] is True


def test_a_vote_that_had_no_quorum_in_truth_is_doubtful() -> None:
    hall = voted(12)
    hall.does(absent(arrived(hall), *people(8, 12)))  # 7 of 12 are below two thirds
    assert hall.vote.correction == Correction(7, 5, doubtful=True)


def test_an_answer_of_somebody_who_was_not_there_is_none_in_truth() -> None:
    hall = council(12).takes().proposes().puts("1.1", "named")
    hall.does(*(Cast(id, "for") for id in people(1, 8)), CloseVote())
    assert hall.vote.verdict == "adopted"
    hall.does(absent(arrived(hall), "m8"))
    assert hall.vote.correction == Correction(11, 8, doubtful=True)  # 7 of 11
    assert hall.vote.answers["m8"] == "for"


def test_somebody_who_was_there_and_not_recorded_widens_the_base() -> None:
    hall = council(12, present=11).takes().proposes().puts()
    hall.hands(8, 3, 0)
    hall.does(Rectify(arrived(hall), WHY, presence=(PresenceTruth(("m12",), True),)))
    assert hall.vote.correction == Correction(12, 8, doubtful=False)


def test_it_holds_until_the_record_next_speaks_of_the_member() -> None:
    hall = voted(8)
    hall.leave("m12").arrive("m12").proposes("1.2").puts("1.2").hands(12, 0, 0)
    hall.does(absent(arrived(hall), "m12"))
    first, second = hall.state.votes
    assert first.correction == Correction(11, 8, doubtful=False)
    assert second.correction is None


@pytest.mark.parametrize(("minutes", "bases"), [(1, [None, None]), (60, [11, 11])])
def test_a_wrong_time_of_coming_holds_from_the_true_time_on(minutes: int, bases: list[int | None]) -> None:
    hall = voted(12)
    hall.proposes("1.2").puts("1.2").hands(12, 0, 0)
    entry = arrived(hall)
    came = hall.state.roll.stays["m12"][0].since + timedelta(minutes=minutes)
    hall.does(Rectify(entry, WHY, presence=(PresenceTruth(("m12",), True, came),)))
    found = [vote.correction.base if vote.correction else None for vote in hall.state.votes]
    assert found == bases


def test_a_member_who_in_truth_left_earlier_was_not_at_the_vote_before() -> None:
    hall = voted(8)
    put = hall.vote.at
    hall.does(Leave(("m12",)))
    left = hall.state.roll.stays["m12"][0].until_entry
    assert left is not None
    hall.does(Rectify(left, WHY, presence=(PresenceTruth(("m12",), False, put - timedelta(seconds=1)),)))
    assert hall.vote.correction == Correction(11, 8, doubtful=False)


def test_without_members_it_is_said_of_those_whom_the_entry_names() -> None:
    hall = council(12, present=11).arrive("m12")
    entry = hall.last_entry
    hall.takes().proposes().puts().hands(8, 4, 0)
    hall.does(Rectify(entry, WHY, presence=(PresenceTruth((), False),)))
    assert hall.vote.correction == Correction(11, 8, doubtful=False)
    hall.refuses(Rectify(1, WHY, presence=(PresenceTruth((), False),)), "UnknownItem")


def test_a_later_truth_replaces_the_earlier_and_the_same_one_is_no_entry() -> None:
    hall = voted(7)
    wrong = absent(arrived(hall), "m11", "m12")
    hall.does(wrong).does_nothing(wrong)
    hall.does(Rectify(arrived(hall), WHY, presence=(PresenceTruth(("m11", "m12"), True),)))
    assert hall.vote.correction == Correction(12, 8, doubtful=False)


def test_a_list_is_in_doubt_row_by_row() -> None:
    hall = evening(12).goes_secret().rules_list(1).nominates("a", "b").lists("a", "b", seats=1)
    hall.counts(for_each({"a": 9, "b": 7}, 12))
    hall.does(absent(arrived(hall), "m11", "m12"))
    assert [row.correction for row in hall.rows()] == [
        Correction(10, 7, doubtful=False),
        Correction(10, 7, doubtful=True),  # 7 of 10 would have reached the threshold, and been outranked
    ]


def test_it_is_also_written_after_closing_and_never_after_sealing() -> None:
    hall = voted(7).does(Close())
    found = absent(arrived(hall), "m11", "m12")
    hall.does(found)
    assert show(hall.state, head="", entries=1)["rectified"][0]["presence"][0]["present"] is False
    assert audit(read_all(hall.desk.lines("s")), "s", PROFILES).sound
    hall.does(Seal()).refuses(Rectify(3, WHY, Text("Дұрысы")), "Sealed")


def test_only_an_entry_of_the_record_and_members_of_the_roll() -> None:
    hall = voted(8)
    hall.refuses(Rectify(0, WHY, Text("Дұрысы")), "UnknownItem")
    hall.refuses(Rectify(9999, WHY, Text("Дұрысы")), "UnknownItem")
    hall.refuses(absent(3, "m99"), "UnknownMember")
