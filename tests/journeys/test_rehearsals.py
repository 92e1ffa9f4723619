"""Whole rehearsals lead to what their comments say: small cases one by one, and a Session of 583 members."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from assembly_desk.desk.desk import Desk
from assembly_desk.desk.proof import prove
from assembly_desk.desk.rehearsal import Answer, Rehearsal
from assembly_desk.journal.memory import MemoryJournals
from assembly_desk.projections.show import show
from assembly_desk.rules import load_profiles

FOLDER = Path(__file__).parent.parent / "rehearsals"
PROFILES = load_profiles()
NOW = datetime(2026, 4, 1, 5, 0, tzinfo=UTC)


def lines_of(name: str) -> list[str]:
    return (FOLDER / name).read_text(encoding="utf-8").splitlines()


CASES = [json.loads(line) for line in lines_of("conformance.jsonl")]


class Played:
    """A rehearsal played into journals of its own."""

    def __init__(self, lines: list[str]) -> None:
        self.journals = MemoryJournals()
        self.desk = Desk(self.journals, PROFILES, clock=lambda: NOW, rehearsal=True)
        rehearsal = Rehearsal(self.desk, record=False, language="kk")
        self.answers: list[Answer] = list(rehearsal.play(lines, keep_going=True))

    def show(self, sitting: str) -> dict[str, Any]:
        opened = self.desk.sitting(sitting)
        return show(opened.state, head=opened.head, entries=opened.entries)


def at_path(shown: Any, path: str) -> Any:
    """What stands there: `votes.-1.needed`."""
    for part in path.split("."):
        shown = shown[int(part)] if isinstance(shown, list) else shown[part]
    return shown


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_a_case_of_the_contract(case: dict[str, Any]) -> None:
    played = Played([json.dumps(step, ensure_ascii=False) for step in case["steps"]])
    *before, last = played.answers
    assert all(answer.ok for answer in before), [answer.body for answer in before if not answer.ok]
    assert last.body.get("refused") == case["refused"]
    for path, value in case["show"].items():
        assert at_path(played.show("s"), path) == value, path


@pytest.fixture(scope="module")
def session() -> Played:
    return Played(lines_of("session.jsonl"))


def test_every_line_of_the_session_is_accepted(session: Played) -> None:
    assert [answer.body for answer in session.answers if not answer.ok] == []
    lines = lines_of("session.jsonl")
    assert len(session.answers) == sum(not line.startswith("#") for line in lines)


def test_the_session_is_lawful_with_401_of_583(session: Played) -> None:
    opening = session.desk.sitting("session-35").state.opening
    assert opening is not None
    assert (opening.quorum.present, opening.quorum.needed, opening.quorum.total) == (401, 389, 583)
    shown = session.show("session-35")
    assert shown["roll"] == {
        "total": 583,
        "listed": 583,
        "present": 389,
        "excused": 0,
        "left": 12,
        "absent": 182,
    }
    assert shown["quorum"] == {"needed": 389, "met": True, "rule": "p.9"}


def test_the_votes_of_the_session(session: Played) -> None:
    rows = [
        [
            row[name]
            for name in ("motion", "base", "needed", "for", "against", "abstain", "not_voting", "verdict")
        ]
        for row in session.show("session-35")["votes"]
    ]
    assert rows == [
        ["a", 401, 201, 399, 0, 0, 2, "adopted"],
        ["1.1", 401, 201, 390, 4, 4, 3, "adopted"],  # of three sectors
        ["2.1", 401, 201, 395, 1, 3, 2, "adopted"],
        ["d", 401, 201, 300, 20, 10, 71, "adopted"],
        ["3.1-A", 401, 201, 150, 180, 40, 31, "not-adopted"],
        ["3.1", 401, 201, 195, 123, 71, 12, "not-adopted"],  # by subtraction, twelve had left
        ["4.1", 389, 195, 380, 0, 0, 9, "adopted"],  # 389 present of 389 needed: just lawful
        ["5.1", 389, 195, 389, 0, 0, 0, "adopted"],
    ]
    assert [row["by_subtraction"] for row in session.show("session-35")["votes"]] == [
        *(False, False, False, False, False, True, False, False),
    ]


def test_what_the_session_brought_about(session: Played) -> None:
    shown = session.show("session-35")
    assert (shown["state"], shown["rehearsal"], shown["profile"]) == ("closed", True, "kz-apk-747-2024")
    assert (shown["agenda"], shown["form"], shown["reglament"]) == ({"approved": True}, "show-of-hands", "r1")
    assert [item["state"] for item in shown["items"]] == ["finished"] * 5
    assert shown["protocol"] == {"number": "35", "date": "2026-04-24"}
    assert shown["convened"] == {"by": ["m0001"], "act": "№ 101", "consent": None}
    speech = session.desk.sitting("session-35").state.floor.ended[0]
    assert speech.seconds == 20 * 60 + 120
    (stay,) = [stay for stay in shown["attendance"] if stay["member"] == "m0401"]
    assert stay["until"] == "2026-04-24T11:40:00+05:00"


def test_the_record_of_the_session_proves_itself(session: Played) -> None:
    proof = prove(session.journals.read("sitting/session-35"), PROFILES)
    assert proof.sound
    assert proof.votes == 8
    assert proof.head == session.show("session-35")["journal"]["head"]
