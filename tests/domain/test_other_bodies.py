"""Bodies that the Regulation gives no quorum and no majority (p. 18-26): their own rule, with its source, or none."""

from dataclasses import replace
from fractions import Fraction

import pytest

from assembly_desk.domain.audit import audit
from assembly_desk.domain.commands import (
    AddBody,
    AddMember,
    Arrive,
    Convene,
    FixRoll,
    Open,
    Propose,
)
from assembly_desk.domain.member import Body, Member, Seat
from assembly_desk.domain.text import Name, Text
from assembly_desk.domain.threshold import Base, Threshold
from assembly_desk.journal.codec import read_all
from tests.domain.hall import CONVENING, PROFILES, Hall

SOURCE = Text("Ғылыми-сарапшылық кеңес туралы ереже, 12-тармақ")
NAME = Text("Ғылыми-сарапшылық кеңес")


def share(fraction: str, of: Base, *, at_least: bool = False) -> Threshold:
    return Threshold(Fraction(fraction), at_least, of, SOURCE.kk)


def body(quorum: Threshold | None = None, majority: Threshold | None = None) -> Body:
    return Body(
        "experts",
        NAME,
        quorum or share("1/2", "members"),
        majority or share("1/2", "present"),
        SOURCE,
    )


def experts(members: int, rule: Body) -> Hall:
    hall = Hall("experts", 1).does(AddBody(rule))
    for number in range(2, members + 2):
        hall.does(AddMember(Member(f"e{number}", Name(f"Сарапшы {number}", "Аты"), {"experts": Seat()})))
    return hall


def test_until_its_rule_is_entered_the_body_holds_no_sitting() -> None:
    hall = Hall("experts", 1).refuses(Convene("s", "experts", CONVENING), "UnknownBody")
    hall.does(AddBody(Body("experts", NAME))).refuses(Convene("s", "experts", CONVENING), "RuleMissing")
    hall.does(AddBody(body()), Convene("s", "experts", CONVENING))


def test_a_rule_is_entered_once() -> None:
    hall = Hall("experts", 1).does(AddBody(body()))
    entries = len(hall.journals.read("register"))
    hall.does(AddBody(body()))
    assert len(hall.journals.read("register")) == entries
    hall.refuses(AddBody(body(majority=share("2/3", "present"))), "DuplicateId")


@pytest.mark.parametrize("id", ["session", "council"])
def test_the_bodies_of_the_law_keep_their_rule(id: str) -> None:
    Hall("council", 1).refuses(AddBody(Body(id, NAME)), "DuplicateId")


def test_a_parent_is_a_body_that_is_known() -> None:
    hall = Hall("council", 1).refuses(AddBody(Body("x", NAME, parent="y")), "UnknownBody")
    hall.does(AddBody(Body("y", NAME)), AddBody(Body("x", NAME, parent="y")))


def test_members_may_belong_to_it_once_it_is_known() -> None:
    member = AddMember(Member("e1", Name("Сарапшы", "Аты"), {"experts": Seat()}))
    Hall("council", 1).refuses(member, "UnknownBody").does(AddBody(Body("experts", NAME)), member)


def test_it_sits_and_votes_by_its_own_rule_which_the_sitting_freezes() -> None:
    hall = experts(9, body()).does(Convene("s", "experts", replace(CONVENING, presiding="e2")))
    hall.does(FixRoll(), Arrive(("e2", "e3", "e4", "e5"))).refuses(Open(), "NoQuorum")  # 5 of 9 needed
    assert hall.refusal is not None
    assert hall.refusal.values["rule"] == SOURCE.kk
    hall.does(Arrive(("e6",)), Open()).takes().proposes().puts()
    assert (hall.vote.base, hall.vote.needed) == (5, 3)
    assert hall.hands(3, 2, 0) == "adopted"
    assert audit(read_all(hall.desk.lines("s")), "s", PROFILES).sound
    before = hall.state
    assert hall.restarts().state == before


def test_a_majority_of_all_members_is_of_all_members() -> None:
    hall = experts(9, body(majority=share("1/2", "members"))).does(
        Convene("s", "experts", replace(CONVENING, presiding="e2"))
    )
    hall.does(FixRoll(), Arrive(tuple(f"e{number}" for number in range(2, 8))), Open())
    hall.takes().proposes().puts()
    assert (hall.vote.base, hall.vote.needed) == (6, 5)  # 6 present, more than half of 9
    assert hall.hands(4, 2, 0) == "not-adopted"
    hall.proposes("1.2").puts("1.2")
    assert hall.hands(5, 1, 0) == "adopted"
    assert audit(read_all(hall.desk.lines("s")), "s", PROFILES).sound


def test_it_decides_on_its_own_matters_and_advises_on_others() -> None:
    hall = experts(3, body()).does(Convene("s", "experts", replace(CONVENING, presiding="e2")))
    hall.does(FixRoll(), Arrive(("e2", "e3", "e4")), Open()).takes(competence="P31")
    hall.refuses(Propose("1.1", "decision", Text("Мәтін"), "1"), "OutsideCompetence")
    hall.does(Propose("1.1", "recommendation", Text("Мәтін"), "1"))
