"""A list or a secret vote as the page shows it: what may be known, the keying that is due, what comes next."""

from dataclasses import replace

from assembly_desk.domain.ballots import Keying, Marks, Papers
from assembly_desk.domain.commands import (
    Cast,
    CloseVote,
    CommissionElects,
    KeyBallots,
    Propose,
    Put,
    Withdraw,
)
from assembly_desk.domain.commission import Approval
from assembly_desk.domain.motion import FormChoice, Repeat, Sets
from assembly_desk.domain.state import round_of
from assembly_desk.domain.text import Text
from assembly_desk.projections.election import (
    elected_by,
    election_step,
    list_offer,
    lists_to_close,
    protocol_due,
    run_off_offer,
)
from assembly_desk.projections.next_act import next_act
from assembly_desk.projections.round_sheet import (
    first_difference,
    keying_due,
    mismatch,
    round_sheet,
    row_to_answer,
    vote_by_name,
    would_elect,
)
from assembly_desk.projections.vote_sheet import waiting
from tests.domain.evening import Evening, evening, for_each

THREE = ("3.1", "3.2", "3.3")


def ready(seats: int = 2) -> Evening:
    """Three candidates for two seats, to be voted on in secret by twelve."""
    return evening().nominates(*THREE).goes_secret().rules_list(seats)


def held(seats: int = 2) -> Evening:
    return ready(seats).lists(*THREE, seats=seats)


def figures(hall: Evening) -> set[object]:
    sheet = round_sheet(hall.state, hall.vote.number)
    return {
        figure
        for row in sheet.rows
        for figure in (row.in_favour, row.against, row.abstain, row.no_mark, row.not_voting)
    }


def test_nothing_of_a_secret_vote_is_told_before_it_is_closed() -> None:
    hall = held().keys("first", for_each({"3.1": 9, "3.2": 8, "3.3": 2}, 12))
    sheet = round_sheet(hall.state, hall.vote.number)
    assert figures(hall) == {None}
    assert (sheet.papers, sheet.notices, sheet.complete) == (None, (), 0)
    assert {row.verdict for row in sheet.rows} == {"open"}


def test_the_second_keying_is_due_after_the_first_and_none_after_both() -> None:
    hall, rows = held(), for_each({"3.1": 9, "3.2": 8, "3.3": 2}, 12)
    assert keying_due(hall.state) == "first"
    hall.does(KeyBallots("first", 12, 12, 0, 12, 0))
    assert keying_due(hall.state) == "first", "the rows are missing yet"
    hall.keys("first", rows)
    assert keying_due(hall.state) == "second"
    hall.keys("second", rows)
    assert keying_due(hall.state) is None
    assert first_difference(hall.state) is None


def test_a_difference_is_told_by_its_name_the_papers_first() -> None:
    hall = held().keys("first", for_each({"3.1": 9, "3.2": 8, "3.3": 2}, 12))
    hall.keys("second", for_each({"3.1": 9, "3.2": 7, "3.3": 2}, 12))
    assert first_difference(hall.state) == "3.2"
    hall.does(KeyBallots("second", 13, 12, 0, 12, 0))
    assert first_difference(hall.state) == "printed"


def test_only_what_is_typed_now_decides_what_does_not_reconcile() -> None:
    hall = held().keys("first", for_each({"3.1": 9, "3.2": 8, "3.3": 2}, 12))
    vote = hall.vote
    assert mismatch(vote, Keying()) is None
    assert mismatch(vote, Keying(Papers(12, 12, 0, 11, 0), {"3.1": Marks(9, 2, 0, 0)})) is None
    assert mismatch(vote, Keying(Papers(12, 12, 0, 11, 0), {"3.1": Marks(9, 3, 0, 0)})) == "3.1"
    assert mismatch(vote, Keying(Papers(12, 13, 0, 11, 0))) == "printed"


def test_a_closed_list_tells_rows_seats_papers_and_what_the_numbers_give_away() -> None:
    hall = held()
    hall.counts(for_each({"3.1": 9, "3.2": 8, "3.3": 8}, 12))
    sheet = round_sheet(hall.state, hall.vote.number)
    assert [row.verdict for row in sheet.rows] == ["adopted", "tie", "tie"]
    assert [(row.in_favour, row.no_mark, row.not_voting) for row in sheet.rows] == [
        (9, 0, None),
        (8, 0, None),
        (8, 0, None),
    ]
    assert (sheet.seats, sheet.seats_left) == (2, 1)
    assert sheet.papers == Papers(12, 12, 0, 12, 0)
    assert [notice.code for notice in sheet.notices] == []


def test_a_list_by_name_is_answered_row_by_row() -> None:
    hall = evening().nominates(*THREE).rules_list(2).lists(*THREE, seats=2, form="named")
    rows = round_of(hall.state, hall.vote.number)
    assert row_to_answer(rows, "m1") == 0
    hall.does(Cast("m1", "for", "3.1"), Cast("m1", "for", "3.3"))
    rows = round_of(hall.state, hall.vote.number)
    assert row_to_answer(rows, "m1") == 1
    one = vote_by_name(hall.state)
    assert one is not None
    assert one.answers == {}
    hall.does(Cast("m1", "against", "3.2"))
    one = vote_by_name(hall.state)
    assert one is not None
    assert set(one.answers) == {"m1"}
    assert round_sheet(hall.state, hall.vote.number).complete == 1
    assert set(would_elect(hall.state, round_of(hall.state, hall.vote.number)).values()) == {"not-adopted"}


# ------------------------------------------------------------------------------------------- what comes next


def test_it_leads_from_the_commission_to_the_closing_decision() -> None:
    hall = evening().nominates(*THREE).adopts("f", sets=Sets(form=FormChoice("secret", "3")))
    assert step(hall) == "elect-commission"
    hall.adopts("k1", sets=Sets(commission=("m2", "m3", "m4")))
    assert step(hall) == "commission-elects"
    hall.does(CommissionElects("m2", "m3"))
    assert step(hall) == "approve-1"
    hall.adopts("k2", sets=Sets(approves=Approval("counting-1")))
    assert step(hall) == "put-list"
    hall.rules_list(2).lists(*THREE, seats=2)
    act = next_act(hall.state)
    assert act is not None
    assert act.words == "do.close-vote"
    hall.counts(for_each({"3.1": 9, "3.2": 8, "3.3": 8}, 12))
    first = hall.vote.number
    assert protocol_due(hall.state) == Approval("counting-2", first)
    assert step(hall) == "approve-2"
    hall.adopts("k3", sets=Sets(approves=Approval("counting-2", first)))
    assert step(hall) == "run-off"
    offer = run_off_offer(hall.state)
    assert offer is not None
    assert ([one.motion for one in offer.candidates], offer.seats, offer.form) == (
        ["3.2", "3.3"],
        1,
        "secret",
    )
    hall.lists("3.2", "3.3", seats=1, run_off_of=first)
    hall.counts(for_each({"3.2": 10, "3.3": 2}, 12))
    second = hall.vote.number
    hall.adopts("k4", sets=Sets(approves=Approval("counting-2", second)))
    assert step(hall) == "closing-decision"
    assert lists_to_close(hall.state, "3") == (first, second)
    names = [name.kk for name in elected_by(hall.state, "3", (first, second))]
    assert names == ["Кандидат 3.1", "Кандидат 3.2"]
    hall.does(Propose("3.9", "decision", Text("Ұсынылсын"), "3", rests_on=(first, second)))
    assert step(hall) is None
    act = next_act(hall.state)
    assert act is not None
    assert act.words == "do.put"


def step(hall: Evening) -> str | None:
    """The step, as the blue button has it."""
    act = next_act(hall.state)
    assert act is not None
    code = election_step(hall.state, "3")
    assert act.words == f"do.{code}" or code is None
    return code


def test_a_protocol_that_the_body_did_not_approve_is_not_asked_for_for_ever() -> None:
    hall = evening().nominates(*THREE).adopts("f", sets=Sets(form=FormChoice("secret", "3")))
    hall.adopts("k1", sets=Sets(commission=("m2", "m3", "m4"))).does(CommissionElects("m2", "m3"))
    motion = Propose("k2", "procedural", Text("Бекітілсін"), sets=Sets(approves=Approval("counting-1")))
    hall.does(motion, Put("k2", "named"), CloseVote())
    assert protocol_due(hall.state) is None
    assert step(hall) == "put-list"


def test_an_empty_seat_without_a_tie_is_no_run_off_by_itself() -> None:
    hall = held()
    hall.counts(for_each({"3.1": 9, "3.2": 2, "3.3": 2}, 12))
    hall.adopts("k3", sets=Sets(approves=Approval("counting-2", hall.vote.number)))
    assert step(hall) == "closing-decision"
    offer = run_off_offer(hall.state)
    assert offer is not None
    assert [one.motion for one in offer.candidates] == ["3.2", "3.3"]


def test_a_candidate_who_withdrew_is_offered_no_more() -> None:
    hall = ready().does(Withdraw("3.2"))
    offer = list_offer(hall.state)
    assert offer is not None
    assert [one.motion for one in offer.candidates] == ["3.1", "3.3"]
    assert offer.seats == 2


def test_candidates_stand_by_the_kazakh_alphabet() -> None:
    hall = ready()
    names = {"3.1": "Үмбетов", "3.2": "Әлімжанова", "3.3": "Бауэр"}
    motions = dict(hall.state.motions)
    for id, name in names.items():
        person = motions[id].candidate
        assert person is not None
        motions[id] = replace(motions[id], candidate=replace(person, name=Text(name)))
    offer = list_offer(replace(hall.state, motions=motions))
    assert offer is not None
    assert [one.name.kk for one in offer.candidates] == ["Әлімжанова", "Бауэр", "Үмбетов"]


def test_a_motion_on_a_secret_item_is_put_in_secret_and_what_rests_on_it_openly() -> None:
    hall = evening().goes_secret().does(Propose("3.1", "decision", Text("Ұсыныс"), "3"))
    (one,) = waiting(hall.state)
    assert (one.forms, one.chosen, one.against) == (("secret",), "secret", None)
    hall.does(Put("3.1", "secret"))
    hall.counts(for_each({"3.1": 9}, 12))
    hall.does(Propose("3.2", "decision", Text("Қорытынды"), "3", rests_on=(hall.vote.number,)))
    (one,) = waiting(hall.state)
    assert one.chosen == "show-of-hands"


def test_without_a_commission_it_is_said_what_stands_against_putting_it() -> None:
    hall = evening().adopts("f", sets=Sets(form=FormChoice("secret", "3")))
    hall.does(Propose("3.1", "decision", Text("Ұсыныс"), "3"))
    (one,) = waiting(hall.state)
    assert one.against is not None
    assert one.against.code == "CommissionMissing"


def test_a_list_that_the_body_repeats_is_offered_whole_and_in_the_form_decided() -> None:
    hall = held()
    hall.counts(for_each({"3.1": 9, "3.2": 8, "3.3": 2}, 12))
    first = hall.vote.number
    hall.adopts("r", sets=Sets(repeat=Repeat(first, "named")))
    offer = list_offer(hall.state)
    assert offer is not None
    assert ([one.motion for one in offer.candidates], offer.seats, offer.forms) == (
        list(THREE),
        2,
        ("named",),
    )
    assert offer.again == first
    hall.lists(*THREE, seats=2, form="named")
    assert list_offer(hall.state) is None


def test_a_motion_whose_vote_is_recounted_can_be_put_again_and_then_no_more() -> None:
    hall = evening().does(Propose("3.1", "decision", Text("Ұсыныс"), "3"), Put("3.1", "named"), CloseVote())
    assert waiting(hall.state) == ()
    hall.adopts("r", sets=Sets(recount=hall.vote.number))
    (one,) = waiting(hall.state)
    assert (one.motion, one.forms, one.chosen) == ("3.1", ("named",), "named")
    hall.does(Put("3.1", "named"), CloseVote())
    assert waiting(hall.state) == ()
