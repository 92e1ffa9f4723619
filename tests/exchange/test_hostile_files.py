"""A file from a stranger is refused with one sentence, soon, and nothing of it is taken."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from assembly_desk.domain.member import Register
from assembly_desk.exchange.problems import SheetError
from assembly_desk.exchange.report import compare, report_json
from assembly_desk.exchange.roster import read_roster
from tests.exchange.exchange_files import HEAD, WHOLE_FILES, csv, ods, xlsx


@pytest.mark.parametrize("name", WHOLE_FILES)
def test_refused_as_a_whole_with_one_sentence(name: str, tmp_path: Path) -> None:
    suffix, content, code = WHOLE_FILES[name]
    path = tmp_path / f"roster{suffix}"
    path.write_bytes(content())
    begun = time.monotonic()
    with pytest.raises(SheetError) as refused:
        read_roster(path)
    assert time.monotonic() - begun < 30  # it ends by itself: no bomb holds the program
    assert refused.value.code == code
    for language in ("kk", "ru", "en"):
        sentence = refused.value.sentence(language)
        assert sentence.endswith(".")
        assert "\n" not in sentence


def test_what_the_file_does_to_its_reader_is_not_written_to_the_users_terminal(tmp_path: Path) -> None:
    _, content, _ = WHOLE_FILES["the last cell there is"]
    path = tmp_path / "roster.xlsx"
    path.write_bytes(content())
    script = tmp_path / "read.py"
    script.write_text(
        "import sys\nfrom pathlib import Path\nfrom assembly_desk.exchange.problems import SheetError\n"
        "from assembly_desk.exchange.roster import read_roster\n"
        "if __name__ == '__main__':\n    try:\n        read_roster(Path(sys.argv[1]))\n"
        "    except SheetError as error:\n        print(error.code)\n"
    )
    root = Path(__file__).parents[2]
    ran = subprocess.run(
        [sys.executable, script, path],
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(root)},
        check=True,
    )
    assert (ran.stdout, ran.stderr) == ("unreadable\n", "")


@pytest.mark.parametrize(
    ("surname", "code"),
    [
        ("А" * 5000, "too-long"),
        ("Ахметов\u202eкіреС", "bad-letter"),
        ("Ахме\u200bтов", "bad-letter"),
        ("\u0000Ахметов", "bad-letter"),
        ("阿赫梅托夫", "bad-letter"),
        ("Ах?етов", "lost-letters"),
        ("Ахмето\ufffd", "lost-letters"),
        ("=HYPERLINK(1)", "name-letters"),
        ("+7 700 000 00 00", "name-letters"),
        ("12.05.1960", "name-letters"),
        ("@SUM(A1)", "name-letters"),
        ("", "surname-missing"),
    ],
)
def test_a_bad_cell_is_a_problem_at_its_place_and_nobody_is_added(
    surname: str, code: str, tmp_path: Path
) -> None:
    path = csv(tmp_path / "a.csv", f"Тегі;Аты\nОрлов;Иван\n{surname};Серік\n")
    report = compare(read_roster(path), Register())
    assert [(one.row, one.column, one.code) for one in report.problems] == [(3, "A", code)]
    assert (report.added, report.members_to_add) == (0, ())
    problems = report_json(report, "en")["problems"]
    assert isinstance(problems, list)
    assert problems[0].keys() == {"row", "column", "problem"}


def test_a_formula_in_a_workbook_brings_no_name(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", HEAD, ["=1+1", "Серік", None, 7])
    assert [one.code for one in read_roster(path).problems] == ["surname-missing"]


def test_a_missing_file_is_the_systems_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_roster(tmp_path / "none.xlsx")


def test_open_document_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.ods"
    path.write_bytes(
        ods([["Members"], ["Surname", "Given name"], ["Ахметов", "Серік"], ["O'Brien & <b>", "Ann"]])
    )
    sheet = read_roster(path)
    assert [entry.name.full for entry in sheet.entries] == ["Ахметов Серік"]
    assert [(one.row, one.column, one.code) for one in sheet.problems] == [(4, "A", "name-letters")]
