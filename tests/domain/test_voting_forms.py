"""In which form a motion is put (p. 10, A10, A11), and votes by name."""

import pytest

from assembly_desk.domain.commands import (
    Arrive,
    BeginRollCall,
    Cast,
    ChangeRoll,
    CloseVote,
    Count,
    EndRollCall,
    Put,
    TakeItem,
)
from assembly_desk.domain.motion import FormChoice, Sets
from assembly_desk.domain.profile import Form
from assembly_desk.domain.text import Act, Text
from tests.domain.hall import Hall, council, people, session

FORMS: list[Form] = ["show-of-hands", "named"]


@pytest.mark.parametrize("form", FORMS)
def test_the_session_votes_on_substance_only_once_it_decided_the_form(form: Form) -> None:
    hall = session().takes().proposes().refuses(Put("1.1", form), "FormNotDecided")
    hall.decides_form(form).puts("1.1", form)


def test_the_session_then_votes_in_that_form_only() -> None:
    hall = session().decides_form("named").takes().proposes()
    hall.refuses(Put("1.1", "show-of-hands"), "FormNotDecided").puts("1.1", "named")


@pytest.mark.parametrize("matter", ["S10", "S11"])
def test_the_sessions_own_form_and_reglament_are_voted_by_hands_before_any_form(matter: str) -> None:
    hall = session().takes(competence=matter).proposes().refuses(Put("1.1", "named"), "FormNotDecided")
    assert hall.puts().hands(4, 0, 0) == "adopted"


def test_taking_note_and_an_appeal_on_these_matters_wait_for_the_form() -> None:
    hall = session().takes(competence="S10").proposes("n", "take-note").proposes("a", "appeal")
    for motion in ("n", "a"):
        hall.refuses(Put(motion, "show-of-hands"), "FormNotDecided")
    hall.proposes("d").amendment("A", "d", "Жаңа мәтін").puts("A").hands(6, 0, 0)
    hall.puts("d").hands(6, 0, 0)
    hall.amendment("B", "n", "Жаңа мәтін").refuses(Put("B", "show-of-hands"), "FormNotDecided")
    hall.decides_form("show-of-hands").puts("a")


def test_procedure_goes_by_hands_before_any_form_and_after() -> None:
    hall = session().proposes("p", "procedural", None).refuses(Put("p", "named"), "FormNotDecided")
    hall.puts("p").hands(6, 0, 0)
    hall.decides_form("named").proposes("q", "procedural", None).puts("q")


def test_procedure_takes_no_other_form_than_hands_or_the_one_decided() -> None:
    hall = session().decides_form("show-of-hands").proposes("q", "procedural", None)
    hall.refuses(Put("q", "named"), "FormNotDecided")
    council().decides_form("show-of-hands").proposes("q", "procedural", None).puts("q", "named")


def test_a_form_that_was_rejected_is_not_decided() -> None:
    hall = session().takes().proposes()
    hall.proposes("f", "procedural", None, Sets(form=FormChoice("show-of-hands"))).puts("f").hands(3, 3, 0)
    assert hall.state.form is None
    hall.refuses(Put("1.1", "show-of-hands"), "FormNotDecided")


def test_a_form_for_one_item_holds_for_that_item_alone() -> None:
    hall = session().takes("1").takes("2").decides_form("show-of-hands")
    hall.adopts("g", sets=Sets(form=FormChoice("named", item="2")))
    hall.proposes("2.1", item="2").refuses(Put("2.1", "show-of-hands"), "FormNotDecided")
    hall.does(TakeItem("1")).proposes("1.1").refuses(Put("1.1", "named"), "FormNotDecided").puts()


@pytest.mark.parametrize("form", FORMS)
def test_the_council_votes_openly_without_deciding_a_form(form: Form) -> None:
    council().takes().proposes().puts("1.1", form)


def test_the_council_keeps_to_a_form_that_it_decided() -> None:
    hall = council().takes().decides_form("named", item="1").proposes()
    hall.refuses(Put("1.1", "show-of-hands"), "FormNotDecided").puts("1.1", "named")


def test_secret_in_the_council_only_after_it_was_decided_for_that_item() -> None:
    council().takes().proposes().refuses(Put("1.1", "secret"), "FormNotDecided")


@pytest.mark.parametrize("hall", [council(), session()])
def test_without_objection_only_procedure_and_taking_note(hall: Hall) -> None:
    hall.takes("1", "INFO").proposes("1.1", "take-note").puts("1.1", "no-objection").does(
        CloseVote(objections=0)
    )
    hall.takes("2").proposes("2.1", item="2").refuses(Put("2.1", "no-objection"), "NotThisForm")
    hall.proposes("p", "procedural", None).puts("p", "no-objection")


def test_a_form_for_an_unknown_item_is_not_proposed() -> None:
    hall = council().takes()
    with pytest.raises(AssertionError, match="UnknownItem"):
        hall.proposes("f", "procedural", None, Sets(form=FormChoice("named", item="9")))


# ------------------------------------------------------------------------------------------ by name


def named(hall: Hall) -> Hall:
    return hall.takes().proposes().puts("1.1", "named")


def test_a_named_vote_holds_names_and_who_gave_no_answer_did_not_vote() -> None:
    hall = named(council()).casts("for", "m1", "m2", "m3", "m4").casts("against", "m5").does(CloseVote())
    assert hall.vote.verdict == "adopted"
    assert hall.vote.answers == {"m1": "for", "m2": "for", "m3": "for", "m4": "for", "m5": "against"}
    assert hall.vote.not_voting == 1


def test_an_answer_given_again_replaces_the_first_until_the_vote_is_closed() -> None:
    hall = named(council()).casts("for", "m1").casts("against", "m1").does_nothing(Cast("m1", "against"))
    hall.does(CloseVote())
    assert hall.vote.answers == {"m1": "against"}
    hall.refuses(Cast("m1", "for"), "NoVoteInProgress")


def test_nobody_answers_but_those_who_were_there_when_it_was_put() -> None:
    hall = named(council(present=5)).arrive("m6").refuses(Cast("m6", "for"), "NotInElectorate")
    hall.refuses(Cast("m99", "for"), "UnknownMember")
    hall.registers("m7").refuses(Cast("m7", "for"), "NotOnRoll")


def test_who_left_after_answering_has_voted() -> None:
    hall = named(council()).casts("for", "m1", "m2", "m3", "m4").leave("m4").does(CloseVote())
    assert (hall.vote.verdict, hall.vote.base) == ("adopted", 6)


def test_who_is_not_in_the_hall_gives_no_answer_and_back_there_may_give_one() -> None:
    hall = named(council()).casts("for", "m5").leave("m5", "m6")
    for member in ("m5", "m6"):
        hall.refuses(Cast(member, "against"), "NotPresent").refuses(Cast(member, "for"), "NotPresent")
    assert hall.vote.answers == {"m5": "for"}
    hall.arrive("m5", "m6").casts("against", "m5", "m6")
    assert hall.vote.answers == {"m5": "against", "m6": "against"}


def test_who_was_counted_out_or_removed_during_the_vote_gives_no_answer() -> None:
    hall = named(council()).does(BeginRollCall(), Arrive(people(1, 5)), EndRollCall())
    hall.refuses(Cast("m6", "for"), "NotPresent")
    hall.does(ChangeRoll(Act(number="12"), Text("өкілеттігі тоқтатылды"), remove=("m5",)))
    hall.refuses(Cast("m5", "for"), "NotPresent").casts("for", *people(1, 4)).does(CloseVote())
    assert (hall.vote.base, hall.vote.not_voting, hall.vote.verdict) == (6, 2, "adopted")


def test_hands_are_not_counted_in_a_named_vote_nor_names_taken_in_one_by_hands() -> None:
    named(council()).refuses(Count(6, 0, 0), "NotThisForm")
    council().takes().proposes().puts().refuses(Cast("m1", "for"), "NotThisForm")


def test_a_named_vote_may_close_without_any_answer() -> None:
    assert named(council()).does(CloseVote()).vote.verdict == "not-adopted"


def test_the_text_put_is_frozen_in_the_vote() -> None:
    hall = council().takes().proposes()
    hall.amendment("A", "1.1", "Жаңа мәтін").puts("A").hands(6, 0, 0)
    hall.puts()
    assert hall.state.votes[0].text == Text("Жаңа мәтін")
    assert hall.vote.text == Text("Жаңа мәтін")
