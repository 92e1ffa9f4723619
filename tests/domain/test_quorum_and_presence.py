"""Who belongs to the sitting, who is in the hall, and whether that makes it lawful (p. 9, p. 14)."""

from assembly_desk.domain.commands import (
    Adjourn,
    Arrive,
    BeginRollCall,
    Break,
    ChangeRoll,
    Close,
    EndRollCall,
    ExcuseMembers,
    FixRoll,
    Leave,
    Open,
    Put,
    Resume,
)
from assembly_desk.domain.text import Act, Text
from tests.domain.hall import convened, council, people, session

ACT, REASON = Act(number="12"), Text("өкілеттігі тоқтатылды")


def test_a_sitting_opens_with_two_thirds_and_not_with_one_fewer() -> None:
    hall = convened(members=84).does(FixRoll(), Arrive(people(1, 55)))
    hall.refuses(Open(), "NoQuorum")
    assert hall.refusal is not None
    assert hall.refusal.values == {"present": 55, "needed": 56, "rule": "p.14"}
    hall.arrive("m56").does(Open())
    opening = hall.state.opening
    assert opening is not None
    assert (opening.quorum.present, opening.quorum.needed, opening.quorum.met) == (56, 56, True)


def test_the_official_number_by_act_raises_the_quorum() -> None:
    hall = convened().does(FixRoll(total=9, total_act=ACT), Arrive(people(1, 5)))
    assert hall.state.roll.total == 9
    hall.refuses(Open(), "NoQuorum").arrive("m6").does(Open())


def test_the_official_number_is_never_below_the_roll() -> None:
    convened().refuses(FixRoll(total=5, total_act=ACT), "TotalBelowRoll").does(
        FixRoll(total=6, total_act=ACT)
    )


def test_the_roll_holds_all_voting_members_unless_they_are_named() -> None:
    hall = convened().registers("adviser", votes=False).does(FixRoll())
    assert tuple(hall.state.roll.members) == people(1, 6)
    hall.does(FixRoll(members=("m1", "m2", "m2")))
    assert tuple(hall.state.roll.members) == ("m1", "m2")
    hall.refuses(FixRoll(members=("m1", "m99")), "UnknownMember")


def test_the_roll_is_fixed_again_until_opening_and_then_by_act_only() -> None:
    hall = convened().does(FixRoll(), Arrive(people(1, 6)), FixRoll(members=people(1, 4)))
    assert hall.present() == people(1, 4)
    hall.refuses(ChangeRoll(ACT, REASON, remove=("m4",)), "NotOpen")
    hall.does(Open())
    hall.refuses(FixRoll(), "AlreadyOpen")
    hall.does(Break()).refuses(FixRoll(), "AlreadyOpen")


def test_a_member_who_is_not_on_the_roll_does_not_arrive() -> None:
    hall = convened(members=7).does(FixRoll(members=people(1, 6)))
    hall.refuses(Arrive(("m1", "m7")), "NotOnRoll").refuses(Arrive(("m99",)), "UnknownMember")
    assert hall.present() == ()
    hall.refuses(Leave(("m7",)), "NotOnRoll").refuses(ExcuseMembers(("m7",)), "NotOnRoll")


def test_arriving_twice_and_leaving_twice_are_no_refusals() -> None:
    hall = convened().does(FixRoll(), Arrive(("m1",)))
    hall.does_nothing(Arrive(("m1",))).leave("m1").does_nothing(Leave(("m1",)))
    assert hall.standing("m1") == "left"


def test_each_member_stands_in_one_group_only() -> None:
    hall = convened().does(FixRoll(), ExcuseMembers(("m4", "m5"), "illness"), Arrive(people(1, 4)))
    assert [hall.standing(member) for member in people(1, 6)] == [
        *("present", "present", "present", "present"),
        *("excused", "absent"),
    ]
    hall.leave("m4").does_nothing(ExcuseMembers(("m1",), "illness"))
    assert hall.standing("m4") == "left"
    assert hall.standing("m1") == "present"


def test_stays_in_the_hall_are_timed() -> None:
    hall = convened().does(FixRoll(), Arrive(("m1",)), Leave(("m1",)), Arrive(("m1",)))
    first, second = hall.state.roll.stays["m1"]
    assert first.until is not None
    assert first.since < first.until < second.since
    assert second.until is None


def test_a_vote_is_not_put_without_a_quorum() -> None:
    hall = council(present=4).takes().proposes()
    hall.leave("m4").refuses(Put("1.1", "show-of-hands"), "NoQuorum")
    hall.arrive("m5").puts()


def test_a_vote_put_with_a_quorum_is_finished_on_it_and_the_next_is_not_put() -> None:
    hall = council(present=4).takes().proposes().proposes("1.2").puts()
    hall.leave("m4", "m3")
    assert not hall.state.quorum.met
    assert hall.hands(3, 0, 0) == "adopted"
    hall.refuses(Put("1.2", "show-of-hands"), "NoQuorum")


def test_who_arrives_during_a_vote_joins_at_the_next_one() -> None:
    hall = council(present=4).takes().proposes().proposes("1.2").puts()
    hall.arrive("m5")
    assert (hall.vote.base, hall.vote.needed) == (4, 3)
    assert hall.hands(2, 0, 0) == "not-adopted"
    hall.puts("1.2")
    assert (hall.vote.base, hall.vote.needed) == (5, 4)


def test_who_leaves_during_a_vote_stays_in_its_base() -> None:
    hall = session().decides_form("show-of-hands").takes().proposes().puts()
    hall.leave("m5", "m6")
    assert hall.hands(3, 0, 0) == "not-adopted"
    assert (hall.vote.base, hall.vote.needed, hall.vote.not_voting) == (6, 4, 3)


def test_a_roll_call_counts_out_who_did_not_answer() -> None:
    hall = council().does(BeginRollCall(), Arrive(("m1", "m2")), Arrive(("m2", "m3")))
    assert hall.present() == people(1, 6)
    hall.takes().proposes().does(EndRollCall())
    assert hall.present() == ("m1", "m2", "m3")
    assert [hall.standing(member) for member in people(4, 6)] == ["left"] * 3
    hall.refuses(Put("1.1", "show-of-hands"), "NoQuorum")


def test_no_vote_is_put_while_a_roll_call_is_running() -> None:
    hall = council().takes().proposes().does(BeginRollCall(), Arrive(people(1, 5)))
    hall.refuses(Put("1.1", "show-of-hands"), "NotOpen")
    assert hall.refusal is not None
    assert hall.refusal.values == {"state": "registration"}
    assert hall.does(EndRollCall()).puts().vote.base == 5


def test_who_comes_in_during_a_roll_call_has_answered() -> None:
    hall = council(present=4).does(BeginRollCall()).does_nothing(BeginRollCall())
    hall.does(Arrive(people(3, 6))).does_nothing(Arrive(people(3, 6))).does(EndRollCall())
    assert set(hall.present()) == set(people(3, 6))
    hall.does_nothing(EndRollCall())


def test_a_break_keeps_presences_and_resuming_tests_the_quorum() -> None:
    hall = council().does(Break(reason=Text("түскі ас")))
    assert hall.present() == people(1, 6)
    hall.leave("m4", "m5", "m6").refuses(Resume(), "NoQuorum")
    hall.arrive("m4").does(Resume())
    assert hall.state.phase == "open"
    hall.refuses(Resume(), "AlreadyOpen")


def test_adjourning_ends_all_presences_and_everybody_arrives_anew() -> None:
    hall = council().leave("m6").does(Adjourn(place=Text("Алматы")))
    assert hall.present() == ()
    assert {hall.standing(member) for member in people(1, 6)} == {"absent"}
    assert all(stays[-1].until is not None for stays in hall.state.roll.stays.values())
    hall.arrive("m1", "m2", "m3").refuses(Resume(), "NoQuorum")
    hall.arrive("m4").does(Resume())
    pause = hall.state.pauses[-1]
    assert pause.quorum is not None
    assert (pause.kind, pause.quorum.present) == ("adjourned", 4)
    assert hall.state.convening.place == Text("Алматы")


def test_no_vote_is_left_hanging_by_a_break_an_adjournment_or_the_end() -> None:
    hall = council().takes().proposes().puts()
    for step in (Break(), Adjourn(), Close()):
        hall.refuses(step, "VoteInProgress")


def test_a_change_of_the_roll_by_act_changes_quorum_from_then_on() -> None:
    hall = council(present=5).takes().proposes().puts()
    hall.does(ChangeRoll(ACT, REASON, remove=("m4",)))
    assert hall.hands(4, 0, 0) == "adopted"
    assert (hall.vote.base, hall.state.roll.total) == (5, 5)
    assert "m4" not in hall.present()
    hall.refuses(Arrive(("m4",)), "NotOnRoll").proposes("1.2").puts("1.2")
    assert hall.vote.base == 4


def test_a_member_added_by_act_is_counted_once_they_arrive() -> None:
    hall = convened(members=7).does(
        FixRoll(members=people(1, 6), total=9, total_act=ACT), Arrive(people(1, 6)), Open()
    )
    hall.does(ChangeRoll(ACT, REASON, add=("m7",)))
    assert hall.state.roll.total == 10
    assert hall.standing("m7") == "absent"
    hall.refuses(ChangeRoll(ACT, REASON, add=("m7",)), "DuplicateId")
    hall.refuses(ChangeRoll(ACT, REASON, add=("m99",)), "UnknownMember")
    hall.refuses(ChangeRoll(ACT, REASON, remove=("m99",)), "UnknownMember")
    assert hall.arrive("m7").state.quorum.present == 7


def test_nothing_of_the_course_is_done_before_opening() -> None:
    hall = convened().does(FixRoll(), Arrive(people(1, 6)))
    for step in (Close(), Break(), Adjourn(), Resume()):
        hall.refuses(step, "NotOpen")
    hall.does(Open()).refuses(Open(), "AlreadyOpen")
