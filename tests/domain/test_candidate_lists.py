"""Several candidates for several seats: each by the body's own threshold, and never by the order on the paper."""

import pytest

from assembly_desk.domain.commands import Cast, CloseVote, Guest, Propose, Put, PutList, StopVote, Withdraw
from assembly_desk.domain.motion import FormChoice, Sets
from assembly_desk.domain.profile import Form
from assembly_desk.domain.text import Text
from assembly_desk.projections.show import show
from tests.domain.evening import Evening, evening, for_each
from tests.domain.hall import people

TEXT = Text("Мәтін")


def secret(*motions: str, seats: int, members: int = 12) -> Evening:
    hall = evening(members).goes_secret().nominates(*motions)
    if len(motions) > seats:
        hall.rules_list(seats)
    return hall.lists(*motions, seats=seats)


# ------------------------------------------------------------------------------------------ who is elected


@pytest.mark.parametrize(
    ("seats", "votes_for", "verdicts"),
    [
        (2, {"a": 12, "b": 8}, ("adopted", "adopted")),
        (2, {"a": 12, "b": 7}, ("adopted", "not-adopted")),  # 8 of 12 are two thirds
        (1, {"a": 9, "b": 10}, ("outranked", "adopted")),
        (1, {"a": 9, "b": 9}, ("tie", "tie")),
        (1, {"a": 9, "b": 9, "c": 8}, ("tie", "tie", "outranked")),
        (2, {"a": 9, "b": 9, "c": 9}, ("tie", "tie", "tie")),
        (2, {"a": 8, "b": 10, "c": 8}, ("tie", "adopted", "tie")),
        (2, {"a": 10, "b": 9, "c": 8}, ("adopted", "adopted", "outranked")),
        (2, {"a": 9, "b": 9, "c": 8}, ("adopted", "adopted", "outranked")),
        (1, {"a": 7, "b": 7}, ("not-adopted", "not-adopted")),
        (3, {"a": 0, "b": 0, "c": 8}, ("not-adopted", "not-adopted", "adopted")),
    ],
)
def test_the_threshold_first_then_the_most_votes_while_seats_last(
    seats: int, votes_for: dict[str, int], verdicts: tuple[str, ...]
) -> None:
    hall = secret(*votes_for, seats=seats)
    assert hall.counts(for_each(votes_for, 12)) == verdicts
    assert tuple(hall.motion(id) for id in votes_for) == verdicts


def test_a_list_is_one_vote_with_a_row_a_motion_and_the_next_number_follows() -> None:
    hall = secret("a", "b", "c", seats=3)
    number = hall.vote.number
    assert hall.state.vote == hall.rows()[0]
    hall.counts(for_each({"a": 9, "b": 9, "c": 9}, 12))
    assert [(row.number, row.entry) for row in hall.rows()] == [(number, hall.rows()[0].entry)] * 3
    hall.adopts("p")
    assert hall.vote.number == number + 1
    shown = show(hall.state, head="", entries=1)["votes"]
    assert [row["motion"] for row in shown if row["vote"] == number] == ["a", "b", "c"]


def test_more_candidates_than_seats_only_once_the_body_decided_how_many() -> None:
    hall = evening().goes_secret().nominates("a", "b", "c")
    put = PutList(("a", "b", "c"), "secret", 2)
    hall.refuses(put, "ListRuleNotDecided").rules_list(1).refuses(put, "ListRuleNotDecided")
    assert hall.refusal is not None
    assert hall.refusal.values == {"candidates": 3, "seats": 2}
    hall.rules_list(2).refuses(PutList(("a", "b", "c"), "secret", 3), "ListRuleNotDecided").does(put)
    other = evening().goes_secret().nominates("a", "b")
    other.does(PutList(("a", "b"), "secret", 2))  # as many as there are seats


def test_a_list_holds_candidates_of_one_item_each_once_in_a_form_that_lists_have() -> None:
    hall = evening().goes_secret().nominates("a").takes("4", "C13.2").nominates("z", item="4")
    hall.proposes("d", "decision", "3")
    hall.refuses(PutList(("a",), "show-of-hands", 1), "NotThisForm")
    hall.refuses(PutList(("a",), "no-objection", 1), "NotThisForm")
    hall.refuses(PutList(("d",), "secret", 1), "NotThisForm")
    hall.refuses(PutList(("a", "z"), "secret", 2), "UnknownMotion")
    hall.refuses(PutList(("a", "a"), "secret", 2), "DuplicateId")
    hall.refuses(PutList((), "secret", 1), "UnknownMotion")
    hall.refuses(PutList(("q",), "secret", 1), "UnknownMotion")
    hall.refuses(PutList(("a",), "named", 1), "FormNotDecided")  # the body decided: in secret


def test_a_candidate_is_a_person() -> None:
    evening().refuses(Propose("a", "candidate", TEXT, "3"), "UnknownMember")


def test_one_candidate_alone_may_be_put_as_any_motion() -> None:
    hall = evening().nominates("a").puts("a")
    assert hall.hands(8, 0, 0) == "adopted"


def test_candidates_are_judged_in_the_session_by_more_than_half() -> None:
    hall = evening(body="session").adopts("f", sets=Sets(form=FormChoice("named")))
    recommended = Propose("a", "decision", TEXT, "3", candidate=Guest(Text("Кандидат")))
    hall.does(recommended, PutList(("a",), "named", 1))
    hall.does(*(Cast(id, "for", "a") for id in people(1, 6)), CloseVote())
    assert hall.motion("a") == "not-adopted"  # 6 of 12 is not more than half


# --------------------------------------------------------------------------------------------- by name


def named(seats: int = 1, most_for: int | None = None) -> Evening:
    hall = evening().nominates("a", "b").rules_list(1)
    return hall.does(PutList(("a", "b"), "named", seats, most_for))


def test_by_name_each_row_has_its_answers() -> None:
    hall = named()
    hall.refuses(Cast("m1", "for"), "UnknownMotion").refuses(Cast("m1", "for", "c"), "UnknownMotion")
    hall.does(*(Cast(id, "for", "a") for id in people(1, 9)), *(Cast(id, "for", "b") for id in people(5, 12)))
    hall.does(Cast("m9", "against", "a"), CloseVote())
    first, second = hall.rows()
    assert (first.verdict, second.verdict) == ("tie", "tie")  # 8 of 12 each
    assert first.answers["m9"] == "against"
    assert (first.not_voting, second.not_voting) == (3, 4)


def test_nobody_says_more_often_for_than_was_put() -> None:
    hall = named(most_for=1).does(Cast("m1", "for", "a"))
    hall.refuses(Cast("m1", "for", "b"), "BallotsDoNotReconcile")
    hall.does(Cast("m1", "against", "a"), Cast("m1", "for", "b"))


# ------------------------------------------------------------------------------------------ withdrawn


def test_who_withdraws_while_the_list_is_held_gets_no_seat_though_the_marks_are_counted() -> None:
    hall = secret("a", "b", seats=1).does(Withdraw("b"))
    assert hall.counts(for_each({"a": 8, "b": 12}, 12)) == ("adopted", "withdrawn")
    assert hall.motion("b") == "withdrawn"
    hall.refuses(PutList(("b",), "secret", 1), "UnknownMotion")


def test_a_candidate_may_withdraw_before_a_run_off() -> None:
    hall = secret("a", "b", seats=1)
    hall.counts(for_each({"a": 9, "b": 9}, 12))
    number = hall.vote.number
    hall.does(Withdraw("b")).lists("a", seats=1, run_off_of=number)
    assert hall.counts(for_each({"a": 8}, 12)) == ("adopted",)


def test_a_stopped_list_leaves_all_to_be_put_again() -> None:
    hall = secret("a", "b", seats=1).does(StopVote(TEXT))
    assert (hall.motion("a"), hall.motion("b")) == ("stopped", "stopped")
    hall.lists("a", "b", seats=1)


# -------------------------------------------------------------------------------------------- run-offs


def test_a_tie_is_run_off_among_the_tied_for_the_seats_left() -> None:
    hall = secret("a", "b", "c", "d", seats=2)
    hall.counts(for_each({"a": 10, "b": 9, "c": 9, "d": 8}, 12))
    number = hall.vote.number
    hall.refuses(PutList(("b", "c"), "secret", 1), "AlreadyDecided")
    hall.refuses(PutList(("b", "d"), "secret", 1, None, number), "AlreadyDecided")  # d was outranked
    hall.refuses(PutList(("a", "b", "c"), "secret", 1, None, number), "AlreadyDecided")  # a is elected
    hall.refuses(PutList(("b",), "secret", 1, None, number), "ListRuleNotDecided")  # c may not be left out
    hall.refuses(PutList(("b", "c"), "secret", 2, None, number), "ListRuleNotDecided")  # one seat is left
    hall.leave("m12").lists("b", "c", seats=1, run_off_of=number)
    assert (hall.vote.base, hall.vote.needed) == (11, 8)  # the threshold of its own base
    assert hall.counts(for_each({"b": 8, "c": 7}, 11)) == ("adopted", "not-adopted")


def test_a_tie_may_be_run_off_again_and_again() -> None:
    hall = secret("a", "b", seats=1)
    for _ in range(3):
        hall.counts(for_each({"a": 9, "b": 9}, 12))
        hall.lists("a", "b", seats=1, run_off_of=hall.vote.number)
    assert hall.counts(for_each({"a": 9, "b": 8}, 12)) == ("adopted", "outranked")


def test_seats_left_empty_are_run_off_among_all_not_elected_and_then_stay_until_the_body_decides() -> None:
    hall = secret("a", "b", "c", seats=2)
    hall.counts(for_each({"a": 10, "b": 5, "c": 4}, 12))
    first = hall.vote.number
    hall.refuses(PutList(("b",), "secret", 1, None, first), "ListRuleNotDecided")
    hall.lists("b", "c", seats=1, run_off_of=first)
    hall.counts(for_each({"b": 6, "c": 6}, 12))
    second = hall.vote.number
    again = PutList(("b", "c"), "secret", 1, None, second)
    hall.refuses(again, "ListRuleNotDecided").rules_list(1).does(again)


def test_a_run_off_is_of_a_list_that_holds() -> None:
    hall = secret("a", "b", seats=1)
    hall.refuses(PutList(("a", "b"), "secret", 1, None, 1), "VoteInProgress")
    hall.counts(for_each({"a": 9, "b": 9}, 12))
    hall.refuses(PutList(("a", "b"), "secret", 1, None, 99), "UnknownMotion")
    hall.refuses(PutList(("a", "b"), "secret", 1, None, 1), "UnknownMotion")  # that was no list


# ------------------------------------------------------------------------------------ the closing decision


def test_the_closing_decision_rests_on_the_votes_and_may_go_openly() -> None:
    hall = secret("a", "b", seats=1)
    decision = Propose("d", "decision", TEXT, "3", rests_on=(hall.vote.number,))
    hall.refuses(decision, "UnknownMotion")  # no verdict yet
    hall.counts(for_each({"a": 9, "b": 8}, 12))
    number = hall.vote.number
    hall.does(decision)
    assert hall.puts("d").vote.rests_on == (number,)
    assert hall.hands(8, 0, 0) == "adopted"
    hall.refuses(Propose("x", "procedural", TEXT, sets=Sets(annuls=number)), "OthersRestOnIt")
    shown = show(hall.state, head="", entries=1)
    assert shown["motions"][-1]["from"] == [number]


@pytest.mark.parametrize("form", ["show-of-hands", "named"])
def test_other_motions_on_an_item_voted_in_secret_do_not_go_openly(form: Form) -> None:
    evening().goes_secret().proposes("d", "decision", "3").refuses(Put("d", form), "FormNotDecided")
