"""`members import` and `members export`."""

from pathlib import Path

from assembly_desk.resources import resource
from tests.cli.commands import Terminal


def test_a_roster_comes_in_once_and_again_unchanged(terminal: Terminal, tmp_path: Path) -> None:
    roster = resource("samples", "assembly-583.xlsx")
    trial = terminal("members", "import", roster, "--dry-run")
    assert (trial.code, trial.rows[0]["added"]) == (0, 583)
    assert terminal("members", "import", roster).rows[0]["added"] == 583
    again = terminal("members", "import", roster).rows[0]
    assert (again["added"], again["changed"], again["unchanged"]) == (0, 0, 583)
    for name in ("members.xlsx", "members.csv"):
        assert terminal("members", "export", tmp_path / name).code == 0
        back = terminal("members", "import", tmp_path / name).rows[0]
        assert (back["added"], back["changed"], back["problems"]) == (0, 0, [])


def test_a_roster_with_a_problem_writes_nothing(terminal: Terminal, tmp_path: Path) -> None:
    sheet = tmp_path / "list.csv"
    sheet.write_text("Тегі;Аты;Бейдж\nСыдықов;Ерлан;11\n;Айгүл;12\n", encoding="utf-8")
    said = terminal("members", "import", sheet)
    assert said.code == 1
    assert [problem["row"] for problem in said.rows[0]["problems"]] == [3]
    good = "Тегі;Аты;Бейдж\nСыдықов;Ерлан;11\nАхметова;Айгүл;12\n"
    sheet.write_text(good, encoding="utf-8")
    assert terminal("members", "import", sheet).rows[0]["added"] == 2


def test_an_unknown_body_is_refused(terminal: Terminal) -> None:
    said = terminal("members", "import", resource("samples", "council-84.csv"), "--body", "senate")
    assert said.code == 1
    assert said.err.startswith("UnknownBody")


def test_a_dry_run_makes_no_database(terminal: Terminal) -> None:
    roster = resource("samples", "council-84.xlsx")
    said = terminal("members", "import", roster, "--dry-run")
    assert (said.code, said.rows[0]["added"]) == (0, 84)
    assert not Path(terminal.database).exists()
