"""The secret vote on paper: who counts it, what must reconcile, and that nobody learns a figure before its end."""

import json

import pytest

from assembly_desk.domain.ballots import KEYINGS
from assembly_desk.domain.commands import (
    Cast,
    ChangeRoll,
    CloseVote,
    CommissionElects,
    Count,
    KeyBallots,
    KeyRows,
    Propose,
    Put,
    PutList,
    RowCount,
    StopVote,
    Undo,
)
from assembly_desk.domain.commission import Approval
from assembly_desk.domain.motion import FormChoice, Sets
from assembly_desk.domain.text import Act, Text
from assembly_desk.projections.show import show, vote_row
from tests.domain.evening import Evening, evening, for_each
from tests.domain.hall import session

FIGURES = ("for", "against", "abstain", "no_mark", "invalid", "not_returned", "not_issued", "not_voting")
TEXT = Text("Мәтін")


def held(members: int = 12) -> Evening:
    """Two candidates for one seat are being voted on in secret."""
    return evening(members).goes_secret().rules_list(1).nominates("a", "b").lists("a", "b", seats=1)


def papers(**changes: object) -> KeyBallots:
    figures: dict[str, object] = {"printed": 20, "issued": 13, "spoiled": 1, "returned": 11, "invalid": 1}
    return KeyBallots("first", **(figures | changes))


def rows(a: tuple[object, ...], b: tuple[object, ...]) -> KeyRows:
    return KeyRows("first", {"a": RowCount(*a), "b": RowCount(*b)})


# ----------------------------------------------------------------------------- the commission, and the form


def test_secret_only_after_that_was_decided_for_the_item() -> None:
    hall = evening().elects_commission().nominates("a").refuses(Put("a", "secret"), "FormNotDecided")
    hall.adopts("f", sets=Sets(form=FormChoice("secret")))
    hall.refuses(Put("a", "secret"), "FormNotDecided")  # the Council: for the item, not for the sitting
    hall.adopts("g", sets=Sets(form=FormChoice("secret", "3"))).puts("a", "secret")


def test_the_session_votes_in_secret_where_it_decided_so_for_the_sitting() -> None:
    hall = session(12).takes().adopts("k", sets=Sets(commission=("m2", "m3", "m4")))
    hall.does(CommissionElects("m2", "m3")).adopts("f", sets=Sets(form=FormChoice("secret")))
    hall.proposes().puts("1.1", "secret")


def test_no_secret_vote_before_a_commission_was_elected_and_has_elected_its_chair() -> None:
    hall = evening().adopts("f", sets=Sets(form=FormChoice("secret", "3"))).nominates("a")
    hall.refuses(Put("a", "secret"), "CommissionMissing").refuses(
        PutList(("a",), "secret", 1), "CommissionMissing"
    )
    hall.refuses(CommissionElects("m2", "m3"), "CommissionMissing")
    hall.adopts("k", sets=Sets(commission=("m2", "m3", "m4")))
    hall.refuses(Put("a", "secret"), "CommissionNotConstituted").does(CommissionElects("m2", "m3"))
    hall.puts("a", "secret")


@pytest.mark.parametrize(("members", "count"), [(("m2", "m3"), 2), (("m2", "m3", "m2"), 2)])
def test_a_commission_has_three_members_or_more(members: tuple[str, ...], count: int) -> None:
    motion = Propose("k", "procedural", TEXT, sets=Sets(commission=members))
    refusal = evening().refuses(motion, "CommissionTooSmall").refusal
    assert refusal is not None
    assert refusal.values == {"count": count}


def test_a_commission_of_which_members_are_gone_by_act_is_too_small() -> None:
    hall = evening().goes_secret().nominates("a")
    hall.does(ChangeRoll(Act(number="1"), TEXT, remove=("m4",))).refuses(
        Put("a", "secret"), "CommissionTooSmall"
    )


def test_its_chair_and_secretary_are_two_of_its_members() -> None:
    hall = evening().adopts("k", sets=Sets(commission=("m2", "m3", "m4")))
    hall.refuses(CommissionElects("m2", "m2"), "CommissionNotConstituted")
    hall.refuses(CommissionElects("m2", "m5"), "CommissionNotConstituted")
    hall.refuses(CommissionElects("m2", "m99"), "UnknownMember")
    hall.does(CommissionElects("m2", "m3")).does_nothing(CommissionElects("m2", "m3"))


def test_who_does_not_belong_to_the_sitting_is_not_on_its_commission() -> None:
    motion = Propose("k", "procedural", TEXT, sets=Sets(commission=("m2", "m3", "m99")))
    evening().refuses(motion, "UnknownMember").registers("m99").refuses(motion, "NotOnRoll")


def test_no_candidate_counts_the_votes_whichever_came_first() -> None:
    candidate = Propose("a", "candidate", TEXT, "3", candidate="m4")
    hall = evening().elects_commission().refuses(candidate, "CandidateOnCommission")
    commission = Propose("k", "procedural", TEXT, sets=Sets(commission=("m2", "m3", "m4")))
    evening().does(candidate).refuses(commission, "CandidateOnCommission")
    hall = evening().does(commission, candidate)  # both proposed before either was put
    hall.refuses(Put("k", "show-of-hands"), "CandidateOnCommission")


def test_the_body_approves_the_protocols_of_the_commission() -> None:
    first = Propose("x", "procedural", TEXT, sets=Sets(approves=Approval("counting-1")))
    hall = evening().refuses(first, "CommissionMissing")
    hall.adopts("k", sets=Sets(commission=("m2", "m3", "m4"))).refuses(first, "CommissionNotConstituted")
    hall = held()
    second = Sets(approves=Approval("counting-2", hall.vote.number))
    hall.refuses(Propose("x", "procedural", TEXT, sets=second), "UnknownMotion")  # not closed yet
    hall.counts(for_each({"a": 9, "b": 3}, 12))
    number = hall.vote.number
    hall.adopts("x", sets=second)
    assert hall.state.approvals[Approval("counting-2", number)] == hall.vote.number
    hall.refuses(
        Propose("y", "procedural", TEXT, sets=Sets(approves=Approval("counting-2", 1))), "UnknownMotion"
    )


# ------------------------------------------------------------------------------------ papers, marks, keyings


@pytest.mark.parametrize(
    ("changes", "row"),
    [
        ({"issued": 14}, "issued"),  # less the spoiled one 13, of 12 in the base
        ({"issued": 21, "printed": 20}, "printed"),
        ({"spoiled": 14}, "spoiled"),
        ({"returned": 13}, "returned"),
        ({"invalid": 12}, "invalid"),
    ],
)
def test_papers_that_cannot_be_so_are_named_by_their_field_and_never_by_a_number(
    changes: dict[str, object], row: str
) -> None:
    hall = held()
    hall.refuses(papers(**changes), "BallotsDoNotReconcile")
    assert hall.refusal is not None
    assert hall.refusal.values == {"row": row}


@pytest.mark.parametrize("value", [None, "", "5", 1.5, True, -1])
def test_what_is_no_whole_number_is_no_count(value: object) -> None:
    hall = held()
    hall.refuses(papers(returned=value), "NotANumber")
    hall.refuses(rows((1, 1, 1, value), (1, 1, 1, 1)), "NotANumber")


def test_a_row_whose_marks_are_not_the_valid_papers_is_named() -> None:
    hall = held()
    hall.does(papers()).refuses(rows((8, 2, 0, 0), (8, 2, 0, 1)), "BallotsDoNotReconcile")
    assert hall.refusal is not None
    assert hall.refusal.values == {"row": Text("Кандидат b")}
    hall.does(rows((8, 2, 0, 0), (8, 1, 0, 1)))


def test_more_marks_for_than_the_papers_may_bear_are_refused() -> None:
    hall = evening().goes_secret().rules_list(1).nominates("a", "b")
    hall.does(PutList(("a", "b"), "secret", 1, most_for=1), papers())
    hall.refuses(rows((6, 4, 0, 0), (5, 5, 0, 0)), "BallotsDoNotReconcile")
    hall.does(rows((6, 4, 0, 0), (4, 6, 0, 0)))


def test_rows_are_keyed_whole_or_not_at_all() -> None:
    hall = held()
    hall.refuses(KeyRows("first", {"a": RowCount(1, 0, 0, 0)}), "CountMissing")
    hall.refuses(KeyRows("first", {"a": RowCount(1, 0, 0, 0), "c": RowCount(1, 0, 0, 0)}), "UnknownMotion")
    assert not hall.state.keyings


def test_two_keyings_must_be_in_and_agree_and_only_the_row_is_named() -> None:
    hall = held().refuses(CloseVote(), "CountMissing")
    hall.keys("first", for_each({"a": 9, "b": 3}, 12)).refuses(CloseVote(), "CountMissing")
    hall.keys("second", for_each({"a": 9, "b": 4}, 12)).refuses(CloseVote(), "CountsDiffer")
    assert hall.refusal is not None
    assert hall.refusal.values == {"row": Text("Кандидат b")}
    hall.keys("second", for_each({"a": 9, "b": 3}, 12), returned=12)
    hall.does(KeyBallots("second", 19, 12, 0, 12, 0)).refuses(CloseVote(), "CountsDiffer")
    assert hall.refusal is not None
    assert hall.refusal.values == {"row": "printed"}
    hall.does(KeyBallots("second", 12, 12, 0, 12, 0), CloseVote())
    assert [row.verdict for row in hall.rows()] == ["adopted", "not-adopted"]


def test_papers_keyed_again_after_the_rows_must_still_reconcile_at_the_end() -> None:
    hall = held().keys("first", for_each({"a": 9, "b": 3}, 12)).keys("second", for_each({"a": 9, "b": 3}, 12))
    hall.does(KeyBallots("first", 12, 12, 0, 11, 0), KeyBallots("second", 12, 12, 0, 11, 0))
    hall.refuses(CloseVote(), "BallotsDoNotReconcile")


def test_an_undone_keying_gives_way_to_the_earlier_one() -> None:
    hall = held().keys("first", for_each({"a": 9, "b": 3}, 12))
    before = hall.state.keyings
    hall.does(KeyBallots("first", 20, 12, 0, 12, 1), Undo())
    assert hall.state.keyings == before


def test_after_closing_the_seven_parts_are_the_base_in_each_row() -> None:
    hall = held()
    for by in KEYINGS:
        hall.does(
            KeyBallots(by, 20, 12, 1, 10, 2),
            KeyRows(by, {"a": RowCount(8, 0, 0, 0), "b": RowCount(1, 4, 2, 1)}),
        )
    hall.does(CloseVote())
    shown = [vote_row(row) for row in hall.rows()]
    assert [[row[name] for name in FIGURES] for row in shown] == [
        [8, 0, 0, 0, 2, 1, 1, None],
        [1, 4, 2, 1, 2, 1, 1, None],
    ]
    assert [row["base"] for row in shown] == [12, 12]
    assert [row["verdict"] for row in shown] == ["adopted", "not-adopted"]  # 8 of 12 is two thirds


def test_all_but_those_for_work_against() -> None:
    hall = held()
    for by in KEYINGS:
        hall.does(
            KeyBallots(by, 12, 12, 0, 7, 0),
            KeyRows(by, {"a": RowCount(7, 0, 0, 0), "b": RowCount(0, 7, 0, 0)}),
        )
    hall.does(CloseVote())
    assert hall.rows()[0].verdict == "not-adopted"  # 7 of 7 papers, but of 12 in the base


# -------------------------------------------------------------------------------------------------- secrecy


def test_all_figures_are_null_until_the_vote_is_closed() -> None:
    hall = held().keys("first", for_each({"a": 9, "b": 3}, 12)).keys("second", for_each({"a": 9, "b": 3}, 12))
    shown = show(hall.state, head="", entries=hall.state.entries)
    for row in shown["votes"]:
        if row["form"] == "secret":
            assert [row[name] for name in FIGURES] == [None] * len(FIGURES)
    hall.does(StopVote(TEXT))
    assert [vote_row(hall.vote)[name] for name in FIGURES] == [None] * len(FIGURES)
    assert not hall.state.keyings


def test_nobody_votes_by_name_in_a_secret_vote_and_no_hands_are_counted() -> None:
    hall = held().refuses(Cast("m1", "for", "a"), "SecretByName").refuses(Count(1, 1, 1), "NotThisForm")
    other = evening().goes_secret().nominates("a")
    other.refuses(Put("a", "secret", sectors={"1": 12}), "SecretByName")
    hall.counts(for_each({"a": 9, "b": 3}, 12))
    hall.refuses(papers(), "NoVoteInProgress")
    council_by_hands = evening().takes("1").proposes().puts()
    council_by_hands.refuses(papers(), "NotThisForm").refuses(rows((1, 0, 0, 0), (1, 0, 0, 0)), "NotThisForm")


def test_no_entry_of_the_record_joins_a_member_to_a_paper_or_a_choice() -> None:
    hall = held()
    put = hall.last_entry
    hall.counts(for_each({"a": 9, "b": 3}, 12))
    for entry in hall.desk.lines("s")[put:]:
        assert entry.kind in ("ballots-keyed", "rows-keyed", "rows-closed")
        text = json.dumps(json.loads(entry.payload), ensure_ascii=False)
        assert not any(f'"m{number}"' in text for number in range(1, 13))


def test_it_is_said_what_the_numbers_alone_give_away() -> None:
    hall = held(12)
    assert "FewerThanTen" not in hall.notices
    hall.counts({"a": (12, 0, 0, 0), "b": (3, 9, 0, 0)})
    assert hall.notices == ("SecrecyLostUnanimous",)
    small = held(9)
    assert small.notices == ("FewerThanTen",)
    small.counts({"a": (7, 2, 0, 0), "b": (3, 6, 0, 0)})
    assert small.notices == ("FewerThanTen",)


def test_it_is_said_when_the_electorate_differs_by_few_from_an_earlier_vote_on_the_same() -> None:
    hall = held().keys("first", for_each({"a": 8, "b": 8}, 12)).keys("second", for_each({"a": 8, "b": 8}, 12))
    hall.does(CloseVote())
    number = hall.vote.number
    same = PutList(("a", "b"), "secret", 1, None, number)
    hall.does(same)
    assert "ElectorateDiffersByFew" not in hall.notices  # the same members: nothing is learnt of one
    hall.does(StopVote(TEXT)).leave("m12").does(same)
    assert "ElectorateDiffersByFew" in hall.notices
    assert "ElectorateDiffersByFew" in show(hall.state, head="", entries=1)["notices"]


def test_the_same_survives_a_restart() -> None:
    hall = held().keys("first", for_each({"a": 9, "b": 3}, 12))
    before = hall.state
    assert hall.restarts().state == before
