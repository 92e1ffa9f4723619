"""What an import would do to the register: once, and only if every row is understood."""

from pathlib import Path

from assembly_desk.domain.member import Member, Register, Seat
from assembly_desk.domain.text import Name, Text
from assembly_desk.exchange.report import Report, compare, report_json
from assembly_desk.exchange.roster import read_roster
from tests.exchange.exchange_files import csv

AKHMETOV = Member("m0001", Name("Ахметов", "Серік", "Болатұлы"), badge="0007", region=Text("Астана қаласы"))
KASYM = Member("m0002", Name("Қасымов", "Әли"), names={"ru": Name("Касымов", "Али")})


def register(*members: Member) -> Register:
    return Register({member.id: member for member in members})


def written(before: Register, report: Report) -> Register:
    after = {member.id: member for member in (*report.members_to_add, *report.members_to_change)}
    return Register({**before.members, **after})


def imported(path: Path, text: str, before: Register, body: str | None = None) -> Report:
    return compare(read_roster(csv(path / "a.csv", text)), before, body)


def codes(report: Report) -> list[tuple[int | None, str | None, str]]:
    return [(one.row, one.column, one.code) for one in report.problems]


def test_new_members_get_the_next_free_ids_and_a_second_import_changes_nothing(tmp_path: Path) -> None:
    text = "Тегі;Аты;Өңірі\nОрлов;Иван;Абай облысы\nПак;Вера;Абай облысы\n"
    before = register(AKHMETOV, KASYM)
    report = imported(tmp_path, text, before)
    assert [(member.id, member.bodies) for member in report.members_to_add] == [
        ("m0003", {"session": Seat()}),
        ("m0004", {"session": Seat()}),
    ]
    again = imported(tmp_path, text, written(before, report))
    assert (again.added, again.changed, again.unchanged) == (0, 0, 2)


def test_the_ids_of_the_sheet_are_kept(tmp_path: Path) -> None:
    report = imported(tmp_path, "ID;Тегі;Аты\nm0900;Орлов;Иван\n;Пак;Вера\n", Register())
    assert [member.id for member in report.members_to_add] == ["m0900", "m0901"]


def test_a_row_is_the_member_with_its_badge_though_the_cell_lost_its_zeros(tmp_path: Path) -> None:
    report = imported(
        tmp_path, "Бейдж;Тегі;Аты;Әкесінің аты\n7;Ахметов;Серік;Болатович\n", register(AKHMETOV)
    )
    (member,) = report.members_to_change
    assert (member.id, member.badge, member.name.patronymic) == ("m0001", "0007", "Болатович")
    assert member.region == AKHMETOV.region
    assert [one.code for one in report.notices] == ["renamed"]


def test_else_the_only_one_with_the_same_folded_name(tmp_path: Path) -> None:
    before = register(AKHMETOV, KASYM)
    report = imported(tmp_path, "Фамилия;Имя;Бейдж\nКАСЫМОВ;али;15\n", before)
    assert [(member.id, member.badge) for member in report.members_to_change] == [("m0002", "15")]


def test_two_of_that_name_are_a_problem(tmp_path: Path) -> None:
    twin = Member("m0009", AKHMETOV.name)
    before = register(AKHMETOV, twin)
    report = imported(tmp_path, "ФИО;Өңірі\nАхметов Серік Болатұлы;Абай облысы\nОрлов Иван;\n", before)
    assert codes(report) == [(2, "A", "name-of-several")]
    assert (report.added, report.changed, report.members_to_add, report.members_to_change) == (0, 0, (), ())
    told_apart = imported(
        tmp_path, "ФИО;ID\nАхметов Серік Болатұлы;m0009\nАхметов Серік Болатұлы;m0001\n", before
    )
    assert (told_apart.unchanged, told_apart.problems) == (2, ())


def test_the_same_person_twice_in_the_sheet_is_a_problem(tmp_path: Path) -> None:
    twice = "Тегі;Аты;Бейдж\nОрлов;Иван;5\n;;\nОрлов;Иван;{}\n"
    assert codes(imported(tmp_path, twice.format(5), Register())) == [(4, "C", "row-twice")]
    assert codes(imported(tmp_path, twice.format(""), Register())) == [(4, "A", "row-twice")]
    two = imported(tmp_path, twice.format(6), Register())
    assert (two.added, [one.code for one in two.notices]) == (2, ["same-name"])


def test_a_badge_belongs_to_one(tmp_path: Path) -> None:
    report = imported(tmp_path, "ID;Тегі;Аты;Бейдж\nm0002;Қасымов;Әли;7\n", register(AKHMETOV, KASYM))
    assert codes(report) == [(2, "D", "badge-taken")]
    swapped = imported(
        tmp_path,
        "ID;Тегі;Аты;Әкесінің аты;Бейдж\nm0002;Қасымов;Әли;;7\nm0001;Ахметов;Серік;Болатұлы;8\n",
        register(AKHMETOV, KASYM),
    )
    assert {member.id: member.badge for member in swapped.members_to_change} == {"m0002": "7", "m0001": "8"}


def test_members_of_the_council_are_members_of_the_assembly_too(tmp_path: Path) -> None:
    other = Member("m0005", Name("Пак", "Вера"), {"session": Seat(votes=False)}, office="deputy")
    text = "Тегі;Аты\nПак;Вера\nОрлов;Иван\n"
    report = imported(tmp_path, text, register(other), "council")
    assert [dict(member.bodies) for member in report.members_to_change] == [
        {"session": Seat(votes=False), "council": Seat()}
    ]
    assert report.members_to_change[0].office == "deputy"
    assert [set(member.bodies) for member in report.members_to_add] == [{"session", "council"}]


def test_a_body_of_its_own_has_its_own_offices(tmp_path: Path) -> None:
    report = imported(tmp_path, "Тегі;Аты;Статус\nҚасымов;Әли;Төраға\n", register(KASYM), "science")
    (member,) = report.members_to_change
    assert (member.office, member.bodies["science"]) == ("member", Seat(office="chair"))


def test_bodies_named_in_the_sheet(tmp_path: Path) -> None:
    report = imported(tmp_path, "Тегі;Аты;Органы\nОрлов;Иван;Сессия, Кеңес\nПак;Вера;Одақ\n", Register())
    assert codes(report) == [(3, "C", "body-unknown")]


def test_an_empty_cell_says_nothing(tmp_path: Path) -> None:
    report = imported(tmp_path, "ID;Тегі;Аты;Әкесінің аты;Өңірі\nm0001;Ахметов;Серік;;\n", register(AKHMETOV))
    assert (report.unchanged, report.changed) == (1, 0)


def test_a_like_name_is_added_with_a_notice(tmp_path: Path) -> None:
    report = imported(tmp_path, "ФИО\nАхметов Серік\n", register(AKHMETOV))
    assert (report.added, [one.code for one in report.notices]) == (1, ["name-near"])


def test_the_report_speaks_the_users_language(tmp_path: Path) -> None:
    report = imported(tmp_path, "Тегі;Аты;Бейдж;Телефон\nОрлов;Иван;5а;\n", Register())
    assert report_json(report, "ru") == {
        "added": 0,
        "changed": 0,
        "unchanged": 0,
        "problems": [{"row": 2, "column": "C", "problem": "Номер бейджа состоит только из цифр: «5а»."}],
        "notices": [{"row": 1, "column": "D", "problem": "Столбец «Телефон» в реестр не переносится."}],
    }
    assert "5а" in str(report_json(report, "kk"))
    assert "digits" in str(report_json(report, "en"))
