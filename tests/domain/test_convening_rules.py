"""Who convenes what, and what a sitting must have before it opens (p. 5, p. 12)."""

import pytest

from assembly_desk.domain.commands import (
    AmendSitting,
    Arrive,
    Cancel,
    Convene,
    ConveningData,
    FixRoll,
    Guest,
    HandOverChair,
    Invite,
    Open,
    Seal,
)
from assembly_desk.domain.text import Act, Text
from tests.domain.hall import Hall, convened, people

GUEST = Guest(Text("Қонақ Қ."), Text("министрлік өкілі"))


def test_the_session_is_convened_by_the_chair_alone() -> None:
    for deputy in ("m2", "m3", "m4"):
        Hall("session", 6).refuses(
            Convene("s", "session", ConveningData(convened_by=(deputy,))), "MayNotConvene"
        )
    assert convened("session").state.phase == "prepared"


@pytest.mark.parametrize("convener", ["m1", "m2", "m3"])
def test_the_council_is_convened_by_the_chair_or_a_deputy(convener: str) -> None:
    assert convened("council", convened_by=(convener,)).state.phase == "prepared"


@pytest.mark.parametrize("convener", ["m4", GUEST])
def test_nobody_else_convenes_the_council(convener: str) -> None:
    Hall("council", 6).refuses(
        Convene("s", "council", ConveningData(convened_by=("m1", convener))), "MayNotConvene"
    )


def test_a_deputy_needs_the_consent_of_the_chair_before_opening() -> None:
    hall = convened("council", convened_by=("m2",)).does(FixRoll(), Arrive(people(1, 6)))
    hall.refuses(Open(), "ConsentMissing")
    hall.does(AmendSitting(ConveningData(consent=Act(number="8"))), Open())
    assert hall.state.phase == "open"


def test_with_the_chair_among_the_conveners_no_consent_is_needed() -> None:
    assert convened("council", convened_by=("m1", "m2")).opened(6).state.phase == "open"


@pytest.mark.parametrize("field", ["number", "date", "convened_by", "presiding", "secretary", "act"])
def test_an_incomplete_convening_is_saved_but_not_opened(field: str) -> None:
    hall = convened("session", 6, **{field: None}).does(FixRoll(), Arrive(people(1, 6)))
    hall.refuses(Open(), "NotConvened")
    assert hall.refusal is not None
    assert hall.refusal.values["fields"] == (field,)


def test_the_council_needs_no_convening_act() -> None:
    assert convened("council", act=None).opened(6).state.phase == "open"


def test_no_sitting_opens_before_the_roll_is_fixed() -> None:
    hall = convened()
    hall.refuses(Open(), "RollNotFixed").refuses(Arrive(("m1",)), "RollNotFixed")
    hall.does(FixRoll(members=())).refuses(Open(), "RollNotFixed")


def test_the_presiding_person_is_in_the_hall() -> None:
    hall = convened().does(FixRoll(), Arrive(people(2, 6)))
    hall.refuses(Open(), "PresidingAbsent")
    hall.arrive("m1").does(Open())


def test_ids_of_people_bodies_and_sittings() -> None:
    hall = convened()
    hall.refuses(Convene("s", "council", ConveningData()), "DuplicateId")
    hall.refuses(Convene("t", "senate", ConveningData()), "UnknownBody")
    hall.refuses(Convene("t", "council", ConveningData(presiding="m99")), "UnknownMember")
    hall.refuses(Convene("t", "council", ConveningData(profile="kz-apk-1")), "NotInProfile")
    hall.refuses(Convene("t", "council", ConveningData(date="2011-01-01")), "NotInProfile")


def test_everything_may_be_amended_before_opening() -> None:
    hall = convened().does(AmendSitting(ConveningData(number="2", presiding="m2", date="2026-05-21")))
    convening = hall.state.convening
    assert (convening.number, convening.date) == ("2", "2026-05-21")
    assert hall.state.presiding is not None
    assert hall.state.presiding.member == "m2"
    hall.does_nothing(AmendSitting(ConveningData(number="2")))
    hall.refuses(AmendSitting(ConveningData(convened_by=("m5",))), "MayNotConvene")


def test_after_opening_only_secretary_place_and_guests_may_be_amended() -> None:
    hall = convened().opened(6)
    hall.refuses(AmendSitting(ConveningData(presiding="m2")), "AlreadyOpen")
    hall.refuses(AmendSitting(ConveningData(number="2", place=Text("Алматы"))), "AlreadyOpen")
    changed = ConveningData(secretary="m4", place=Text("Алматы"), invited=(GUEST,))
    convening = hall.does(AmendSitting(changed)).state.convening
    assert convening.place == Text("Алматы")
    assert convening.secretary is not None
    assert convening.secretary.member == "m4"
    assert [guest.name.kk for guest in convening.invited] == ["Қонақ Қ."]


def test_guests_are_invited_before_and_after_opening_and_never_counted() -> None:
    hall = convened().does(Invite(GUEST)).does_nothing(Invite(GUEST)).opened(4)
    hall.does(Invite(Guest(Text("Тағы бір қонақ"))))
    assert len(hall.state.convening.invited) == 2
    assert hall.state.quorum.present == 4


def test_the_chair_passes_to_a_member_who_is_in_the_hall() -> None:
    hall = convened()
    hall.refuses(HandOverChair("m2"), "NotOpen")
    hall.opened(5)
    hall.refuses(HandOverChair("m6"), "NotPresent").refuses(HandOverChair("m99"), "UnknownMember")
    hall.does(HandOverChair("m2")).does_nothing(HandOverChair("m2"))
    assert hall.state.presiding is not None
    assert hall.state.presiding.member == "m2"
    assert hall.state.convening.presiding is not None
    assert hall.state.convening.presiding.member == "m1"


def test_a_sitting_without_a_quorum_is_cancelled_before_opening_only() -> None:
    hall = convened().does(FixRoll(), Arrive(people(1, 3)), Cancel(Text("кворум жоқ")))
    assert hall.state.phase == "cancelled"
    hall.refuses(Open(), "AlreadyClosed").refuses(Arrive(("m4",)), "AlreadyClosed")
    hall.does(Seal())
    convened().opened(6).refuses(Cancel(), "AlreadyOpen")
