"""A result is contested: annulled, recounted, repeated. Everything stands, and nothing rests on what does not."""

import pytest

from assembly_desk.domain.audit import audit
from assembly_desk.domain.commands import (
    AddItem,
    CloseVote,
    CommissionElects,
    Count,
    DraftReglament,
    MotionPart,
    Propose,
    Put,
    Split,
    StopVote,
    TakeItem,
    Undo,
)
from assembly_desk.domain.motion import AgendaChange, FormChoice, ListRule, OfficeChoice, Repeat, Sets
from assembly_desk.domain.text import Text
from assembly_desk.journal.codec import read_all
from assembly_desk.projections.show import vote_row
from tests.domain.evening import evening, for_each
from tests.domain.hall import PROFILES, Hall, council, people, session

TEXT = Text("Мәтін")


def decided(in_favour: int = 6) -> Hall:
    """A motion on item 1 has its verdict: vote no. 1."""
    hall = council().takes().proposes().puts()
    hall.hands(in_favour, 6 - in_favour, 0)
    return hall


def annul(hall: Hall, number: int, motion: str = "x") -> Hall:
    return hall.adopts(motion, sets=Sets(annuls=number))


# ------------------------------------------------------------------------------------------- annulled


def test_a_motion_with_a_verdict_is_put_again_only_after_the_body_annulled_it() -> None:
    hall = decided().refuses(Put("1.1", "show-of-hands"), "AlreadyDecided")
    hall.proposes("x", "procedural", None, Sets(annuls=1)).refuses(
        Put("1.1", "show-of-hands"), "AlreadyDecided"
    )
    hall.puts("x")
    hall.hands(6, 0, 0)
    assert hall.puts().vote.rests_on == (2,)


def test_an_annulled_vote_keeps_its_figures() -> None:
    hall = decided()
    before = vote_row(hall.vote)
    after = vote_row(annul(hall, 1).state.votes[0])
    assert after == before | {"annulled": True, "annulled_by": 2}
    assert hall.motion("1.1") == "proposed"


def test_an_annulment_that_the_body_rejects_changes_nothing() -> None:
    hall = decided().proposes("x", "procedural", None, Sets(annuls=1)).puts("x")
    hall.hands(3, 3, 0)
    assert not hall.state.votes[0].annulled
    hall.refuses(Put("1.1", "show-of-hands"), "AlreadyDecided")


def test_only_a_vote_that_holds_is_annulled_and_once() -> None:
    hall = council().takes().proposes().puts().does(StopVote(TEXT))
    hall.refuses(Propose("x", "procedural", TEXT, sets=Sets(annuls=1)), "UnknownMotion")
    hall.refuses(Propose("x", "procedural", TEXT, sets=Sets(annuls=9)), "UnknownMotion")
    again = Propose("y", "procedural", TEXT, sets=Sets(annuls=1))
    annul(decided(), 1).refuses(again, "AlreadyDecided")


def test_an_annulment_itself_stands() -> None:
    hall = annul(decided(), 1).refuses(
        Propose("y", "procedural", TEXT, sets=Sets(annuls=2)), "OthersRestOnIt"
    )
    assert hall.refusal is not None
    assert hall.refusal.values == {"case": "annulment", "vote": 2, "votes": (1,)}


def test_no_vote_is_annulled_while_later_ones_rest_on_it() -> None:
    hall = council().takes().proposes().amendment("A", "1.1", "Жаңа мәтін").puts("A")
    hall.hands(6, 0, 0)
    hall.puts().hands(6, 0, 0)
    annulment = Propose("x", "procedural", TEXT, sets=Sets(annuls=1))
    hall.refuses(annulment, "OthersRestOnIt")
    assert hall.refusal is not None
    assert hall.refusal.values == {"vote": 1, "votes": [2]}
    annul(hall, 2, "y").does(annulment)


def test_what_came_between_proposing_and_putting_an_annulment_counts_too() -> None:
    hall = council().takes().proposes().amendment("A", "1.1", "Жаңа мәтін").puts("A")
    hall.hands(6, 0, 0)
    hall.proposes("x", "procedural", None, Sets(annuls=1)).puts().hands(6, 0, 0)
    hall.refuses(Put("x", "show-of-hands"), "OthersRestOnIt")


def test_the_text_before_it_comes_back_with_an_annulled_amendment() -> None:
    hall = council().takes().proposes()
    hall.amendment("C", "1.1", "Үшінші").amendment("B", "1.1", "Екінші", excludes=("C",)).puts("B")
    hall.hands(6, 0, 0)
    assert (hall.text("1.1"), hall.motion("C")) == ("Екінші", "fallen")
    annul(hall, 1)
    assert (hall.text("1.1"), hall.motion("C"), hall.motion("B")) == ("Мәтін 1.1", "proposed", "proposed")


def test_the_agenda_comes_back_but_an_item_that_went_on_keeps_its_state() -> None:
    hall = council().does(*(AddItem(id, TEXT, "C13.6") for id in ("1", "2", "3")))
    hall.adopts("a", sets=Sets(agenda=AgendaChange(postpone=("2",), order=("3", "1"))))
    annul(hall, 1)
    assert not hall.state.agenda.approved
    assert [(item.id, item.state) for item in hall.state.agenda.items.values()] == [
        *(("1", "waiting"), ("2", "waiting"), ("3", "waiting")),
    ]
    other = council().does(AddItem("1", TEXT, "C13.6")).adopts("a", sets=Sets(agenda="approved"))
    other.does(AddItem("2", TEXT, "C13.6")).adopts("b", sets=Sets(agenda=AgendaChange(add=("2",))))
    annul(other.does(TakeItem("2")), 2, "y")
    assert other.item("2") == "taken"
    assert other.state.agenda.approved


def test_a_vote_on_an_item_rests_on_the_vote_that_added_it() -> None:
    hall = council().adopts("a", sets=Sets(agenda="approved")).does(AddItem("2", TEXT, "C13.6"))
    hall.adopts("b", sets=Sets(agenda=AgendaChange(add=("2",)))).does(TakeItem("2"))
    hall.proposes("2.1", item="2").puts("2.1").hands(6, 0, 0)
    hall.refuses(Propose("x", "procedural", TEXT, sets=Sets(annuls=2)), "OthersRestOnIt")


def test_form_reglament_debate_list_office_and_commission_come_back() -> None:
    hall = session().does(DraftReglament("r1", {"report": 15})).takes(competence="S11")
    before = hall.state
    for motion, sets in {
        "form": Sets(form=FormChoice("named")),
        "reglament": Sets(reglament="r1"),
        "debate": Sets(debate_closed=True),
        "list": Sets(list_rule=ListRule("1", 2)),
        "office": Sets(office=OfficeChoice("m4", "deputy")),
        "commission": Sets(commission=("m2", "m3", "m4")),
    }.items():
        hall.adopts(motion, sets=sets)
        number = hall.vote.number
        annul(hall, number, f"x{number}")
    after = hall.state
    assert (after.form, after.reglament, after.lists, after.commission) == (None, None, {}, None)
    assert (after.reglaments, after.agenda, after.roll) == (before.reglaments, before.agenda, before.roll)


def test_a_secret_vote_rests_on_the_election_of_its_commission_and_on_its_form() -> None:
    hall = evening().goes_secret().nominates("a").puts("a", "secret")
    commission = hall.state.commission
    assert commission is not None
    assert commission.vote in hall.vote.rests_on
    hall.counts(for_each({"a": 9}, 12))
    for number in (commission.vote, hall.vote.number - 1):
        hall.refuses(Propose("x", "procedural", TEXT, sets=Sets(annuls=number)), "OthersRestOnIt")
    annul(hall, hall.vote.number, "y")
    hall.does(Propose("z", "procedural", TEXT, sets=Sets(annuls=commission.vote + 2)))


def test_a_list_is_annulled_in_all_its_rows() -> None:
    hall = evening().nominates("a", "b").rules_list(1).lists("a", "b", seats=1, form="named")
    hall.does(CloseVote())
    number = hall.vote.number
    annul(hall, number)
    assert all(row.annulled for row in hall.rows(number))
    hall.lists("a", "b", seats=1, form="named")


# ----------------------------------------------------------------------------------- recounted, repeated


def test_a_recount_allows_one_more_put_in_the_same_form() -> None:
    hall = decided().adopts("r", sets=Sets(recount=1)).refuses(Put("1.1", "named"), "FormNotDecided")
    hall.puts()
    assert (hall.vote.again, hall.vote.rests_on) == (1, (2,))
    assert hall.hands(3, 3, 0) == "not-adopted"
    assert hall.motion("1.1") == "not-adopted"
    assert hall.state.votes[0].replaced_by == 3
    assert not hall.state.votes[0].annulled
    hall.refuses(Put("1.1", "show-of-hands"), "AlreadyDecided")


def test_a_repetition_is_in_the_form_that_was_named() -> None:
    hall = decided(3).adopts("r", sets=Sets(repeat=Repeat(1, "named")))
    hall.refuses(Put("1.1", "show-of-hands"), "FormNotDecided").puts("1.1", "named")
    hall.casts("for", *people(1, 4)).does(CloseVote())
    assert hall.motion("1.1") == "adopted"


def test_a_recount_that_is_stopped_may_still_be_held_and_the_first_result_stands_till_then() -> None:
    hall = decided().adopts("r", sets=Sets(recount=1)).puts().does(StopVote(TEXT))
    assert hall.motion("1.1") == "adopted"
    hall.puts().does(Undo())
    assert hall.puts().hands(2, 4, 0) == "not-adopted"


def test_a_recount_that_overturns_takes_back_and_one_that_confirms_does_nothing_twice() -> None:
    def amended() -> Hall:
        hall = council().takes().proposes().amendment("A", "1.1", "Жаңа мәтін").puts("A")
        hall.hands(6, 0, 0)
        return hall.adopts("r", sets=Sets(recount=1)).puts("A")

    overturned = amended()
    assert overturned.hands(1, 5, 0) == "not-adopted"
    assert overturned.text("1.1") == "Мәтін 1.1"
    confirmed = amended()
    assert confirmed.hands(5, 1, 0) == "adopted"
    assert confirmed.text("1.1") == "Жаңа мәтін"
    assert len(confirmed.state.motions["1.1"].texts_before) == 1
    annul(confirmed, 3)  # what the first brought about is now the recount's
    assert confirmed.text("1.1") == "Мәтін 1.1"


def test_a_recount_brings_about_what_the_first_count_had_missed() -> None:
    hall = council().proposes("f", "procedural", None, Sets(form=FormChoice("named"))).puts("f")
    hall.hands(3, 3, 0)
    hall.adopts("r", sets=Sets(recount=1)).puts("f").hands(4, 2, 0)
    assert hall.state.form == FormChoice("named")


@pytest.mark.parametrize("sets", [Sets(recount=1), Sets(repeat=Repeat(1, "named"))])
def test_nothing_is_counted_again_while_later_votes_rest_on_it(sets: Sets) -> None:
    hall = council().takes().proposes().amendment("A", "1.1", "Жаңа мәтін").puts("A")
    hall.hands(6, 0, 0)
    hall.puts().hands(6, 0, 0)
    hall.refuses(Propose("x", "procedural", TEXT, sets=sets), "OthersRestOnIt")


def test_a_list_is_held_again_as_a_list_of_the_same() -> None:
    hall = evening().goes_secret().nominates("a", "b").rules_list(1).lists("a", "b", seats=1)
    hall.counts(for_each({"a": 9, "b": 8}, 12))
    number = hall.vote.number
    hall.adopts("r", sets=Sets(recount=number)).refuses(Put("a", "secret"), "AlreadyDecided")
    hall.lists("a", "b", seats=1)
    assert hall.counts(for_each({"a": 8, "b": 9}, 12)) == ("outranked", "adopted")
    assert all(row.replaced_by == hall.vote.number for row in hall.rows(number))
    assert (hall.motion("a"), hall.motion("b")) == ("outranked", "adopted")


def test_a_list_is_not_repeated_by_hands() -> None:
    hall = evening().nominates("a").lists("a", seats=1, form="named").does(CloseVote())
    by_hands = Sets(repeat=Repeat(hall.vote.number, "show-of-hands"))
    hall.refuses(Propose("r", "procedural", TEXT, sets=by_hands), "NotThisForm")


def test_a_vote_on_a_decision_whose_ground_was_annulled_is_not_put() -> None:
    hall = evening().nominates("a").lists("a", seats=1, form="named").does(CloseVote())
    number = hall.vote.number
    hall.does(Propose("d", "decision", TEXT, "3", rests_on=(number,)))
    annul(hall, number).refuses(Put("d", "show-of-hands"), "AlreadyDecided")


def test_every_such_record_proves_itself() -> None:
    hall = decided().adopts("r", sets=Sets(recount=1)).puts()
    hall.hands(3, 3, 0)
    annul(hall, 3, "y").puts().does(Count(6, 0, 0), CloseVote())
    assert audit(read_all(hall.desk.lines("s")), "s", PROFILES).sound
    before = hall.state
    assert hall.restarts().state == before


def test_a_commission_elected_anew_has_to_constitute_itself() -> None:
    hall = evening().elects_commission().adopts("k", sets=Sets(commission=("m5", "m6", "m7")))
    assert hall.state.commission is not None
    assert not hall.state.commission.constituted
    hall.refuses(CommissionElects("m2", "m3"), "CommissionNotConstituted").does(CommissionElects("m5", "m6"))


def test_the_last_part_of_a_split_motion_rests_on_the_parts_before() -> None:
    hall = council().proposes("f", "procedural", None, Sets(form=FormChoice("named")))
    hall.does(Split("f", (MotionPart("f1", TEXT), MotionPart("f2", TEXT)))).puts("f1").hands(6, 0, 0)
    hall.puts("f2").hands(6, 0, 0)
    assert hall.state.form == FormChoice("named")
    hall.refuses(Propose("x", "procedural", TEXT, sets=Sets(recount=1)), "OthersRestOnIt")
    annul(hall, 2)
    assert hall.state.form is None
