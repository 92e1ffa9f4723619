"""The samples show what they say they show, on the real desk; and they can be made again."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from assembly_desk.desk.desk import Desk
from assembly_desk.desk.rehearsal import Rehearsal
from assembly_desk.domain.member import Register
from assembly_desk.exchange.report import Report, compare
from assembly_desk.exchange.roster import read_roster
from assembly_desk.journal.memory import MemoryJournals
from assembly_desk.resources import resource
from assembly_desk.rules.load import load_profiles

ROOT = Path(__file__).parents[2]
SAMPLES = resource("samples")


def new_desk() -> Desk:
    return Desk(MemoryJournals(), load_profiles(), rehearsal=True)


def play(desk: Desk, lines: list[str]) -> list[dict[str, Any]]:
    """The rows of the votes closed; every line is accepted."""
    votes: list[dict[str, Any]] = []
    for answer in Rehearsal(desk, record=False, language="en").play(lines):
        assert answer.ok, answer.body
        votes += answer.body.get("votes", [])
    return votes


def lines_of(name: str) -> list[str]:
    return (SAMPLES / name).read_text(encoding="utf-8").splitlines()


def outcome(votes: list[dict[str, Any]]) -> dict[str, tuple[int, int | None, int, str]]:
    return {vote["motion"]: (vote["base"], vote["for"], vote["needed"], vote["verdict"]) for vote in votes}


COUNCIL = {
    "a1": (60, 58, 40, "adopted"),
    "1.1": (60, 55, 40, "adopted"),
    "d1": (60, None, 40, "adopted"),
    "3.1-A": (60, 46, 40, "adopted"),
    "3.1": (60, 51, 40, "adopted"),
    "4.1": (60, 39, 40, "not-adopted"),
    "4.2": (60, 52, 40, "adopted"),
    "5.1": (56, 38, 38, "adopted"),
    "6.1": (56, None, 38, "adopted"),
}


def test_a_day_of_the_council() -> None:
    desk = new_desk()
    assert outcome(play(desk, lines_of("council-14.jsonl"))) == COUNCIL
    state = desk.sitting("council-14").state
    assert state.phase == "closed"
    assert [vote.verdict for vote in state.votes].count("stopped") == 1


def test_the_prepared_council_goes_on_from_the_desk() -> None:
    desk = new_desk()
    after = lines_of("council-14-after.jsonl")
    called = after[1].removeprefix("# ").split()
    assert len(called) == 58
    by_hand = [json.dumps({"do": "arrive", "member": member}) for member in called]
    assert play(desk, [*lines_of("council-14-roll.jsonl"), *by_hand, '{"do": "open"}']) == []
    assert outcome(play(desk, after)) == COUNCIL


def test_a_session_of_583() -> None:
    assert outcome(play(new_desk(), lines_of("session-35.jsonl"))) == {
        "a": (401, 399, 201, "adopted"),
        "1.1": (401, 390, 201, "adopted"),
        "2.1": (401, 395, 201, "adopted"),
        "3.1-A": (401, 212, 201, "adopted"),
        "3.1": (401, 359, 201, "adopted"),
        "3.2": (400, 200, 201, "not-adopted"),
        "4.1": (400, 393, 201, "adopted"),
        "5.1": (400, 398, 201, "adopted"),
    }


def test_the_rosters_one_after_the_other() -> None:
    register = Register()

    def take(name: str, body: str | None = None) -> Report:
        nonlocal register
        report = compare(read_roster(SAMPLES / name), register, body)
        assert report.problems == ()
        news = {member.id: member for member in (*report.members_to_add, *report.members_to_change)}
        register = Register({**register.members, **news})
        return report

    assert take("assembly-583.xlsx").added == 583
    assert take("council-84.xlsx", "council").changed == 84
    for name, body, rows in (
        ("council-84.csv", "council", 84),
        ("assembly.ods", None, 30),
        ("assembly-583.xlsx", None, 583),
        ("council-84.xlsx", "council", 84),
    ):
        report = take(name, body)
        assert (report.added, report.changed, report.unchanged) == (0, 0, rows)
    council = register.voting_in("council", "2026-03-12")
    assert len(council) == 84
    assert [register.members[one].office for one in council[:4]] == [
        "chair", "deputy", "deputy", "head-of-secretariat",
    ]  # fmt: skip


def test_the_rehearsals_and_the_rosters_tell_of_the_same_people() -> None:
    desk = new_desk()
    play(desk, lines_of("session-35.jsonl"))
    report = compare(read_roster(SAMPLES / "assembly-583.xlsx"), desk.register)
    assert (report.added, report.changed, report.unchanged) == (0, 0, 583)
    report = compare(read_roster(SAMPLES / "council-84.xlsx"), desk.register, "council")
    assert (report.added, report.changed, report.unchanged) == (0, 0, 84)


@pytest.fixture(scope="module")
def made_again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("samples")
    maker = ROOT / "packaging" / "samples" / "make.py"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run([sys.executable, maker, folder], env=environment, check=True)
    return folder


@pytest.mark.parametrize("name", sorted(one.name for one in SAMPLES.iterdir()))
def test_each_is_what_its_maker_makes(name: str, made_again: Path) -> None:
    assert content(made_again / name) == content(SAMPLES / name)


def content(path: Path) -> object:
    """The parts of a packed file: how they are packed depends on the machine."""
    if path.suffix not in (".xlsx", ".ods"):
        return path.read_bytes()
    with zipfile.ZipFile(path) as packed:
        return [(name, packed.read(name)) for name in packed.namelist()]
