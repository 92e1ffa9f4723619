"""Rosters as offices really send them are understood; what was mended is told."""

from datetime import date
from pathlib import Path

import pytest

from assembly_desk.domain.text import Name
from assembly_desk.exchange.headings import recognise
from assembly_desk.exchange.problems import SheetError
from assembly_desk.exchange.roster import read_roster
from tests.exchange.exchange_files import csv, xlsx


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Тегі", "surname"),
        ("ТЕГI", "surname"),  # Latin I
        (" фамилия ", "surname"),
        ("Last name", "surname"),
        ("Есімі", "given"),
        ("Имя", "given"),
        ("Әкесінің аты (бар болса)", "patronymic"),
        ("Отчество (при наличии)", "patronymic"),
        ("Ф.И.О.", "name"),
        ("Аты-жөні", "name"),
        ("Тегі, аты, әкесінің аты", "name"),
        ("Тегі / Фамилия", "surname"),
        ("Name", "name"),
        ("Бейдж №", "badge"),
        ("№ бейджа", "badge"),
        ("Badge No.", "badge"),
        ("Лауазымы", "position"),
        ("Должность", "position"),
        ("Ассамблеядағы қызметі", "office"),
        ("Статус", "office"),
        ("Этномәдени бірлестігі", "organisation"),
        ("Место работы", "organisation"),
        ("Облысы", "region"),
        ("Регион", "region"),
        ("Органы", "body"),
        ("ID", "id"),
        ("Идентификатор", "id"),
    ],
)
def test_headings_of_three_languages(heading: str, field: str) -> None:
    found = recognise(heading)
    assert found is not None
    assert found[0] == field


@pytest.mark.parametrize("heading", ["Телефон", "ЖСН", "Туған күні", "№", ""])
def test_other_headings_are_not_taken(heading: str) -> None:
    assert recognise(heading) is None


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Ахметов Серік Болатұлы", Name("Ахметов", "Серік", "Болатұлы")),
        ("  Ахметов,  Серік ", Name("Ахметов", "Серік")),
        ("Алиев Гасан Мамед оглы", Name("Алиев", "Гасан", "Мамед оглы")),
        ("Ким Ен Су Иванович", Name("Ким", "Ен Су", "Иванович")),
        ("ӘБДІ-ӘЛИ Қанат", Name("Әбді-Әли", "Қанат")),
        ("O'Brien John", Name("O'Brien", "John")),
    ],
)
def test_a_whole_name_in_one_cell(cell: str, name: Name, tmp_path: Path) -> None:
    sheet = read_roster(xlsx(tmp_path / "a.xlsx", ["ФИО"], [cell]))
    assert [entry.name for entry in sheet.entries] == [name]


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("Ахметов", "name-incomplete"),
        ("Ахметов С. Б.", "name-initials"),
        ("Ахметов С.Б.", "name-initials"),
        ("Бір Екі Үш Төрт", "name-ambiguous"),
    ],
)
def test_a_name_that_cannot_be_told_apart_is_a_problem(cell: str, code: str, tmp_path: Path) -> None:
    sheet = read_roster(xlsx(tmp_path / "a.xlsx", ["№", "ФИО"], [1, cell]))
    assert [(one.row, one.column, one.code) for one in sheet.problems] == [(2, "B", code)]


def test_titles_empty_rows_numbering_totals_and_merged_cells(tmp_path: Path) -> None:
    path = xlsx(
        tmp_path / "a.xlsx",
        ["МҮШЕЛЕР ТІЗІМІ"],
        [],
        ["№", "Тегі", "Аты", "Өңірі", "Телефон"],
        [1, 2, 3, 4, 5],
        ["Астана қаласы"],
        [1, "Ахметов", "Серік", "Астана қаласы", "+7"],
        [2, "Қасымов", "Әли", None, "+7"],
        [],
        ["№", "Тегі", "Аты", "Өңірі", "Телефон"],
        [3, "Орлов", "Иван", "Абай облысы", "+7"],
        ["Барлығы", 3],
        merge=("A1:E1", "A5:E5", "D6:D7"),
    )
    sheet = read_roster(path)
    assert [(entry.row, entry.name.surname, entry.cells["region"]) for entry in sheet.entries] == [
        (6, "Ахметов", "Астана қаласы"),
        (7, "Қасымов", "Астана қаласы"),
        (10, "Орлов", "Абай облысы"),
    ]
    assert not sheet.problems
    assert [(one.row, one.column, one.code) for one in sheet.notices] == [
        (3, "E", "column-not-kept"),
        (5, None, "row-passed-over"),
        (11, None, "row-passed-over"),
    ]


def test_numbers_and_dates_are_text(tmp_path: Path) -> None:
    path = xlsx(
        tmp_path / "a.xlsx",
        ["Тегі", "Аты", "Бейдж", "Лауазымы"],
        ["Ахметов", "Серік", 12.0, date(2026, 3, 1)],
        ["Қасымов", "Әли", 12.5, 3],
    )
    sheet = read_roster(path)
    assert [(entry.cells["badge"], entry.cells["position"]) for entry in sheet.entries] == [
        ("12", "01.03.2026")
    ]
    assert [(one.row, one.column, one.code) for one in sheet.problems] == [(3, "C", "badge-digits")]


def test_latin_look_alikes_are_mended_with_a_notice(tmp_path: Path) -> None:
    sheet = read_roster(xlsx(tmp_path / "a.xlsx", ["Тегi", "Аты"], ["Aхмeтов", "Cepік"]))
    assert sheet.entries[0].name == Name("Ахметов", "Серік")
    assert [(one.column, one.code) for one in sheet.notices] == [("A", "mended"), ("B", "mended")]


def test_the_latin_schwa_of_old_keyboards_is_mended_too(tmp_path: Path) -> None:
    sheet = read_roster(csv(tmp_path / "a.csv", "Тегі,Аты\nС\u0259улебаев,\u018fли\n"))
    assert not sheet.problems
    assert sheet.entries[0].name == Name("Сәулебаев", "Әли")
    assert [one.code for one in sheet.notices] == ["mended", "mended"]


def test_a_second_column_in_russian_is_the_russian_name(tmp_path: Path) -> None:
    path = xlsx(
        tmp_path / "a.xlsx",
        ["Тегі", "Аты", "Фамилия", "Имя", "Лауазымы", "Лауазымы (орысша)"],
        ["Қасымов", "Әли", "Касымов", "Али", "төраға", "председатель"],
    )
    entry = read_roster(path).entries[0]
    assert (entry.name, entry.ru_name) == (Name("Қасымов", "Әли"), Name("Касымов", "Али"))
    assert (entry.cells["position"], entry.cells["ru:position"]) == ("төраға", "председатель")


def test_two_columns_of_one_field_are_a_problem(tmp_path: Path) -> None:
    sheet = read_roster(csv(tmp_path / "a.csv", "Тегі,Аты,Бейдж,Badge\nАхметов,Серік,1,2\n"))
    assert [(one.row, one.code) for one in sheet.problems] == [(1, "heading-twice")]


@pytest.mark.parametrize(
    ("word", "office"),
    [
        ("Төраға", "chair"),
        ("Төраға орынбасары", "deputy"),
        ("Ассамблея Төрағасының орынбасары – Хатшылық меңгерушісі", "head-of-secretariat"),
        ("Заместитель Председателя", "deputy"),
        ("зам. председателя", "deputy"),
        ("Заведующий Секретариатом", "head-of-secretariat"),
        ("Член Совета", "member"),
        ("Deputy Chairman", "deputy"),
        ("мүше", "member"),
    ],
)
def test_offices_in_words(word: str, office: str, tmp_path: Path) -> None:
    sheet = read_roster(csv(tmp_path / "a.csv", f"Тегі;Аты;Мәртебесі\nАхметов;Серік;{word}\n"))
    assert sheet.entries[0].office == office


def test_an_unknown_office_is_a_problem_and_a_head_of_something_else_is_no_chair(tmp_path: Path) -> None:
    sheet = read_roster(csv(tmp_path / "a.csv", "Тегі;Аты;Мәртебесі\nАхметов;Серік;бастық\n"))
    assert [one.code for one in sheet.problems] == ["office-unknown"]
    sheet = read_roster(
        csv(
            tmp_path / "b.csv",
            "Тегі;Аты;Лауазымы\nАхметов;Серік;төраға\nҚасымов;Әли;Ассамблея Төрағасының орынбасары\n",
        )
    )
    assert [entry.office for entry in sheet.entries] == [None, "deputy"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "kz1048"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_in_any_encoding_and_with_any_separator(encoding: str, separator: str, tmp_path: Path) -> None:
    rows = (["Тегі", "Аты", "Ұйымы"], ["Қасымов", "Әли", "Бірлік"], ["Ғалымов", "Өмірбек", "Һауа"])
    text = "\r\n".join(separator.join(row) for row in rows) + "\r\n"
    sheet = read_roster(csv(tmp_path / "a.csv", text, encoding))
    assert [entry.name.full for entry in sheet.entries] == ["Қасымов Әли", "Ғалымов Өмірбек"]
    assert [one.values["encoding"] for one in sheet.notices] == (["kz1048"] if encoding == "kz1048" else [])


@pytest.mark.parametrize("encoding", ["cp1251", "cp866"])
def test_russian_csv_of_old_programs(encoding: str, tmp_path: Path) -> None:
    text = "№;Фамилия;Имя;Должность\n1;Орлов;Иван;старший преподаватель\n2;Фёдорова;Юлия;врач\n"
    sheet = read_roster(csv(tmp_path / "a.csv", text.replace("№", "N"), encoding))
    assert [entry.name.full for entry in sheet.entries] == ["Орлов Иван", "Фёдорова Юлия"]


def test_kazakh_letters_lost_in_an_old_encoding_are_a_problem_not_a_name(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("Фамилия;Имя\nҚасымов;Әли\nОрлов;Иван\n".encode("cp1251", "replace"))
    sheet = read_roster(path)
    assert [(one.row, one.column, one.code) for one in sheet.problems] == [
        (2, "A", "lost-letters"),
        (2, "B", "lost-letters"),
    ]


def test_separators_inside_quotes_and_excels_hint(tmp_path: Path) -> None:
    path = csv(tmp_path / "a.csv", 'sep=,\nТегі,Аты,Ұйымы\nАхметов,Серік,"«Бірлік»; Астана, ""Мұра"""\n')
    entry = read_roster(path).entries[0]
    assert (entry.row, entry.cells["organisation"]) == (3, '«Бірлік»; Астана, "Мұра"')


def test_the_first_visible_sheet_that_holds_anything(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.title = "құпия"
    book.active.append(["Тегі", "Аты"])
    book.active.append(["Жасырын", "Адам"])
    book.active.sheet_state = "hidden"
    book.create_sheet("бос")
    shown = book.create_sheet("тізім")
    shown.append(["Тегі", "Аты"])
    shown.append(["Ахметов", "Серік"])
    book.save(tmp_path / "a.xlsx")
    assert [entry.name.surname for entry in read_roster(tmp_path / "a.xlsx").entries] == ["Ахметов"]


def test_a_surname_alone_is_no_roster(tmp_path: Path) -> None:
    with pytest.raises(SheetError) as refused:
        read_roster(csv(tmp_path / "a.csv", "Тегі;Телефон\nАхметов;7\n"))
    assert refused.value.code == "no-heading"
