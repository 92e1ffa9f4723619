"""The register as the members' page shows it: filters, search, what a change changes, terms."""

from dataclasses import replace

import pytest

from assembly_desk.domain.commands import ChangeMember, ImportMembers
from assembly_desk.domain.member import Mandate, Member, Register, Seat
from assembly_desk.domain.profile import Office
from assembly_desk.domain.text import Name, Text
from assembly_desk.projections.members_sheet import (
    Changed,
    Show,
    begins_after_end,
    change,
    counts,
    differences,
    ended,
    free_ids,
    lines,
    office_counts,
    shown,
    standing_bodies,
)

QASYM = Member("m1", Name("Қасым", "Әли"), {"session": Seat(), "council": Seat()}, "deputy", "0011")
ABAI = Member("m2", Name("Абаев", "Ерлан", "Сәкенұлы"), badge="112", names={"ru": Name("Абаев", "Ерлан")})
UAZHAN = Member("m3", Name("Ұзақ", "Анна"), {"council": Seat(office="head-of-secretariat", votes=False)})
ALL = Register({one.id: one for one in (QASYM, ABAI, UAZHAN)})
COUNCIL = "council"


def ids(show: Show = "all", office: Office | None = None, search: str = "") -> list[str]:
    return [line.member.id for line in shown(lines(ALL), show, office, search)]


def test_the_list_stands_by_the_kazakh_alphabet_behind_filters_with_their_counts() -> None:
    assert [line.listed.number for line in lines(ALL)] == [1, 2, 3]
    assert ids() == ["m2", "m1", "m3"], "Абаев, Қасым, Ұзақ"
    assert ids("council") == ["m1", "m3"]
    assert ids("session-only") == ["m2"]
    assert ids(office="head-of-secretariat") == ["m3"], "an office of the body counts"
    assert dict(counts(lines(ALL))) == {"all": 3, "council": 2, "session-only": 1}
    assert office_counts(lines(ALL))["deputy"] == 1


@pytest.mark.parametrize(
    ("typed", "found"),
    [("касым", ["m1"]), ("11", ["m2", "m1"]), ("0011", ["m1"]), ("99", []), ("АЛИ", ["m1"])],
)
def test_search_finds_names_in_plain_letters_and_badges_from_their_beginning(
    typed: str, found: list[str]
) -> None:
    assert ids(search=typed) == found


def test_a_list_made_from_the_one_before_is_the_list_made_anew() -> None:
    before = lines(ALL)
    renamed = replace(QASYM, name=Name("Ааев", "Әли"))
    moved = replace(ABAI, organisation=Text("Корей қауымдастығы"))
    for members in (
        {"m1": renamed, "m2": ABAI, "m3": UAZHAN},
        {"m1": QASYM, "m2": moved, "m3": UAZHAN},
        {**ALL.members, "m4": Member("m4", Name("Бауэр", "Виктор"))},
        {"m2": ABAI, "m3": UAZHAN},
    ):
        assert lines(Register(members), before) == lines(Register(members))


def test_ids_go_on_after_the_last_one_of_their_kind() -> None:
    given = free_ids({"m0583", "x9", "m12", "chair"})
    assert [next(given), next(given)] == ["m0584", "m0585"]
    assert next(free_ids(())) == "m0001"


def test_a_change_names_only_what_differs() -> None:
    assert change(ABAI, ABAI) is None
    assert change(ABAI, replace(ABAI, region=Text("Абай облысы"))) == ChangeMember(
        "m2", region=Text("Абай облысы")
    )
    plain = replace(ABAI, name=Name("Абаев", "Ерлан"))
    assert change(ABAI, plain) == ChangeMember("m2", patronymic=""), "taken away, not left as it is"
    bare = replace(ABAI, badge=None)
    assert change(ABAI, bare) == ImportMembers((), (bare,)), "a badge that is given back"


def test_what_differs_is_told_before_and_after() -> None:
    new = replace(
        ABAI,
        name=Name("Абай", "Ерлан", "Сәкенұлы"),
        names={},
        badge="7",
        bodies={"council": Seat(), "session": Seat()},
        organisation=Text("Орталық", "Центр"),
    )
    told = differences(ABAI, new)
    assert told[0] == Changed("field.name", "Абаев Ерлан Сәкенұлы", "Абай Ерлан Сәкенұлы")
    assert told[1] == Changed("field.name", "Абаев Ерлан", "", ru=True)
    assert told[2] == Changed("field.badge", "112", "7")
    assert [one.field for one in told[3:]] == ["field.body", "field.organisation", "field.organisation"]
    assert differences(ABAI, ABAI) == ()


def test_a_mandate_that_ends_takes_the_vote_from_the_next_day_on() -> None:
    over = replace(QASYM, mandates=ended(QASYM, COUNCIL, "2026-05-20", Text("Өкім № 8"), "ротация"))
    assert over.votes_in(COUNCIL, "2026-05-20")
    assert not over.votes_in(COUNCIL, "2026-05-21")
    assert over.votes_in("session", "2026-05-21"), "the other body is another matter"
    assert standing_bodies(over, "2026-05-21") == ("session",)


def test_the_last_term_is_the_one_that_ends_and_keeps_its_beginning() -> None:
    first = Mandate(COUNCIL, "2020-01-01", "2023-12-31")
    last = Mandate(COUNCIL, "2024-01-01", None, Text("Жарлық № 1"))
    member = replace(QASYM, mandates=(first, last))
    assert ended(member, COUNCIL, "2026-05-20", None, "ротация") == (
        first,
        Mandate(COUNCIL, "2024-01-01", "2026-05-20", Text("Жарлық № 1"), "ротация"),
    )


def test_a_term_that_ends_before_it_begins_is_found() -> None:
    wrong = Mandate(COUNCIL, "2026-05-20", "2026-05-19")
    assert begins_after_end((Mandate(COUNCIL, "2026-05-20", "2026-05-20"), wrong)) is wrong
    assert begins_after_end((Mandate(COUNCIL, None, "2026-05-19"),)) is None
