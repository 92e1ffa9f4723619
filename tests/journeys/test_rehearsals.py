"""Whole rehearsals lead to what their comments say: small cases one by one, a Session of 583 members, and two Councils."""

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


# ------------------------------------------------------------------------- a Council over two days, in secret


@pytest.fixture(scope="module")
def council() -> Played:
    return Played(lines_of("council.jsonl"))


def figures(played: Played, sitting: str, *names: str) -> list[list[Any]]:
    return [[row[name] for name in names] for row in played.show(sitting)["votes"]]


def test_every_line_of_the_council_is_accepted(council: Played) -> None:
    assert [answer.body for answer in council.answers if not answer.ok] == []


def test_the_votes_of_the_council(council: Played) -> None:
    names = ("vote", "motion", "base", "needed", "for", "verdict")
    assert figures(council, "council-14", *names) == [
        [1, "a1", 60, 40, 60, "adopted"],
        [2, "k1", 60, 40, 60, "adopted"],
        [3, "k2", 60, 40, None, "adopted"],
        [4, "f1", 60, 40, 55, "adopted"],
        [5, "f2", 60, 40, 58, "adopted"],
        [6, "1.1", 60, 40, 53, "adopted"],
        [7, "4.1-A", 60, 40, 45, "adopted"],
        [8, "4.1", 60, 40, 0, "stopped"],
        [9, "4.1", 60, 40, 50, "adopted"],
        [10, "3.1", 60, 40, 53, "adopted"],
        [10, "3.2", 60, 40, 50, "adopted"],
        [10, "3.3", 60, 40, 49, "adopted"],
        [10, "3.4", 60, 40, 44, "adopted"],
        [10, "3.5", 60, 40, 40, "tie"],
        [10, "3.6", 60, 40, 40, "tie"],
        [10, "3.7", 60, 40, 31, "not-adopted"],
        [10, "3.8", 60, 40, 28, "not-adopted"],
        [11, "k3", 60, 40, 60, "adopted"],
        [12, "3.5", 59, 40, 41, "adopted"],
        [12, "3.6", 59, 40, 38, "not-adopted"],
        [13, "3.9", 59, 40, 57, "adopted"],
        [14, "5.2", 57, 38, 38, "adopted"],
        [15, "6.1", 57, 38, None, "adopted"],
    ]


def test_the_papers_of_the_council_make_the_base(council: Played) -> None:
    names = ("for", "against", "abstain", "no_mark", "invalid", "not_returned", "not_issued")
    rows = [row for row in council.show("council-14")["votes"] if row["form"] == "secret"]
    assert [sum(row[name] for name in names) for row in rows] == [60] * 8 + [59] * 2
    assert rows[0]["invalid"] == 1
    assert rows[-1]["not_returned"] == 1


def test_what_the_council_brought_about(council: Played) -> None:
    shown = council.show("council-14")
    assert shown["commission"] == {
        "members": ["m0010", "m0011", "m0012"],
        "chair": "m0010",
        "secretary": "m0011",
        "approved": [
            {"protocol": "counting-1", "vote": None, "by": 3},
            {"protocol": "counting-2", "vote": 10, "by": 11},
        ],
    }
    assert [(item["item"], item["state"]) for item in shown["items"]] == [
        *((id, "finished") for id in ("1", "4", "3", "5", "6")),
        ("2", "removed"),
    ]
    closing = council.desk.sitting("council-14").state.votes[-3]
    assert closing.motion == "3.9"
    assert {10, 12} <= set(closing.rests_on)
    assert shown["protocol"] == {"number": "14", "date": "2026-05-21"}


def test_the_record_of_the_council_proves_itself(council: Played) -> None:
    proof = prove(council.journals.read("sitting/council-14"), PROFILES)
    assert proof.sound
    assert proof.votes == 14  # one was stopped


# ---------------------------------------------------------- a hard evening: annulled, recounted, in doubt


@pytest.fixture(scope="module")
def evening() -> Played:
    return Played(lines_of("hard-evening.jsonl"))


def test_every_line_of_the_hard_evening_is_accepted(evening: Played) -> None:
    assert [answer.body for answer in evening.answers if not answer.ok] == []


def test_the_votes_of_the_hard_evening(evening: Played) -> None:
    names = ("vote", "motion", "for", "verdict", "annulled", "doubtful")
    assert figures(evening, "council-15", *names) == [
        [1, "a", None, "adopted", False, False],
        [2, "1.1-A", 18, "adopted", True, False],
        [3, "x1", 24, "adopted", False, False],
        [4, "1.1-A", 10, "not-adopted", False, False],
        [5, "1.1", 25, "adopted", False, False],
        [6, "2.1", 16, "not-adopted", False, True],
        [7, "x2", 20, "adopted", False, False],
        [8, "2.1", 17, "adopted", False, False],
        [9, "3.1", 17, "adopted", False, False],
        [9, "3.2", 16, "not-adopted", False, False],
        [10, "3.3", 20, "adopted", False, False],
    ]
    shown = evening.show("council-15")
    assert {row["needed"] for row in shown["votes"]} == {17}
    assert [row["corrected"] for row in shown["votes"]] == [{"base": 24, "needed": 16}] * 11
    assert (shown["votes"][5]["replaced_by"], shown["votes"][7]["again"]) == (8, 6)
    texts = {motion["motion"]: motion["text"]["kk"] for motion in shown["motions"]}
    assert "5-тармақсыз" not in texts["1.1"]


def test_the_record_of_the_hard_evening_proves_itself(evening: Played) -> None:
    assert prove(evening.journals.read("sitting/council-15"), PROFILES).sound
