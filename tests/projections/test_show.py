"""`show` is a public form: its keys, and that its figures add up."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from assembly_desk.desk.desk import Desk, Receipt
from assembly_desk.domain import commands as c
from assembly_desk.domain.member import Member, Seat
from assembly_desk.domain.motion import Sets
from assembly_desk.domain.text import Act, Name, Text
from assembly_desk.journal.memory import MemoryJournals
from assembly_desk.projections.show import show
from assembly_desk.rules import load_profiles

NOW = datetime(2026, 5, 20, 5, 0, tzinfo=UTC)
IDS = tuple(f"m{number}" for number in range(1, 8))
GUEST = c.Guest(Text("Хатшы С."), Text("Хатшылық қызметкері"))
BEFORE: list[c.Command] = [
    *(
        c.AddMember(Member(id, Name("Тегі", id), {"council": Seat()}, "deputy" if id == "m2" else "member"))
        for id in IDS
    ),
    c.Convene(
        "s",
        "council",
        c.ConveningData(
            number="14",
            date="2026-05-20",
            time="10:00",
            place=Text("Астана", "Астана"),
            convened_by=("m2",),
            consent=Act("келісім", "8"),
            presiding="m2",
            secretary=GUEST,
            invited=("m1", GUEST),
            sort="extended",
        ),
    ),
    c.FixRoll(total=8, total_act=Act(text=Text("№ 3"))),
]
OPEN: list[c.Command] = [*BEFORE, c.ExcuseMembers(("m7",)), c.Arrive(IDS[:6]), c.Open()]
VOTE: list[c.Command] = [
    *OPEN,
    c.AddItem("1", Text("Мәселе", "Вопрос"), "C13.3"),
    c.TakeItem("1"),
    c.Propose("1.1", "decision", Text("Мәтін", "Текст"), "1"),
]


class Desked:
    """What is shown after these commands, a minute between them."""

    def __init__(self, commands: Sequence[c.Command]) -> None:
        self.now = NOW
        self.desk = Desk(MemoryJournals(), load_profiles(), clock=lambda: self.now, rehearsal=True)
        self.then(*commands)

    def then(self, *commands: c.Command) -> dict[str, Any]:
        for command in commands:
            self.now += timedelta(minutes=1)
            assert isinstance(self.desk.submit(command, sitting="s"), Receipt), command
        opened = self.desk.sitting("s")
        shown = show(opened.state, head=opened.head, entries=opened.entries)
        assert json.loads(json.dumps(shown)) == shown
        return shown


def test_a_sitting_that_is_convened_shows_everything_that_the_contract_names() -> None:
    shown = Desked(BEFORE[:-1]).then()
    assert shown == {
        "sitting": "s",
        "body": "council",
        "number": "14",
        "date": "2026-05-20",
        "time": "10:00",
        "place": {"kk": "Астана", "ru": "Астана"},
        "sort": "extended",
        "state": "prepared",
        "rehearsal": True,
        "profile": "kz-apk-747-2024",
        "convened": {"by": ["m2"], "act": None, "consent": "№ 8"},
        "presiding": "m2",
        "secretary": {"name": "Хатшы С.", "position": "Хатшылық қызметкері"},
        "invited": ["m1", {"name": "Хатшы С.", "position": "Хатшылық қызметкері"}],
        "roll": {"total": 0, "listed": 0, "present": 0, "excused": 0, "left": 0, "absent": 0},
        "quorum": {"needed": 1, "met": False, "rule": "p.14"},
        "agenda": {"approved": False},
        **dict.fromkeys(("form", "reglament", "commission", "floor")),
        "items": [],
        "motions": [],
        "votes": [],
        "attendance": [],
        "notices": [],
        "protocol": {"number": None, "date": None},
        "journal": {"entries": 2, "head": shown["journal"]["head"]},
    }
    assert len(shown["journal"]["head"]) == 64


def test_a_sitting_that_is_barely_convened_is_shown_too() -> None:
    shown = Desked([c.Convene("s", "session", c.ConveningData())]).then()
    assert (shown["presiding"], shown["secretary"], shown["place"], shown["number"]) == (
        None,
        None,
        None,
        None,
    )
    assert shown["convened"] == {"by": [], "act": None, "consent": None}


def test_the_groups_of_the_roll_add_up_to_the_listed() -> None:
    desk = Desked(OPEN)
    shown = desk.then(c.Leave(("m6",)))
    assert shown["roll"] == {"total": 8, "listed": 7, "present": 5, "excused": 1, "left": 1, "absent": 0}
    assert shown["quorum"] == {"needed": 6, "met": False, "rule": "p.14"}
    shown = desk.then(c.Adjourn())
    assert shown["state"] == "adjourned"
    assert shown["roll"] == {"total": 8, "listed": 7, "present": 0, "excused": 1, "left": 0, "absent": 6}


def test_stays_are_shown_in_local_time() -> None:
    shown = Desked(OPEN).then(c.Leave(("m6",)))
    assert shown["attendance"][0] == {"member": "m1", "from": "2026-05-20T10:11:00+05:00", "until": None}
    assert shown["attendance"][-1] == {
        "member": "m6",
        "from": "2026-05-20T10:11:00+05:00",
        "until": "2026-05-20T10:13:00+05:00",
    }


def test_a_vote_by_hands_is_null_until_it_is_counted() -> None:
    desk = Desked([*VOTE, c.Put("1.1", "show-of-hands", {"1": 4, "2": 2})])
    (row,) = desk.then(c.Count(4, 0, 0, "1"))["votes"]
    assert row == {
        "vote": 1,
        "motion": "1.1",
        "form": "show-of-hands",
        "base": 6,
        "needed": 4,
        "rule": "p.15",
        **dict.fromkeys(("for", "against", "abstain", "not_voting")),
        **dict.fromkeys(("no_mark", "invalid", "not_returned", "not_issued")),
        "verdict": "open",
        "annulled": False,
        "doubtful": False,
        "by_subtraction": False,
        "entry": row["entry"],
    }
    assert desk.desk.lines("s")[row["entry"] - 1].kind == "vote-put"
    (row,) = desk.then(c.Count(0, 1, 0, "2"), c.CloseVote())["votes"]
    figures = [row[name] for name in ("for", "against", "abstain", "not_voting", "verdict")]
    assert figures == [4, 1, 0, 1, "adopted"]
    assert "names" not in row


def test_a_named_vote_shows_names_in_the_order_of_the_electorate() -> None:
    answers = [c.Cast("m5", "for"), c.Cast("m2", "for"), c.Cast("m1", "abstain"), c.Cast("m3", "against")]
    (row,) = Desked([*VOTE, c.Put("1.1", "named"), *answers]).then(c.CloseVote())["votes"]
    assert row["names"] == {
        "for": ["m2", "m5"],
        "against": ["m3"],
        "abstain": ["m1"],
        "not_voting": ["m4", "m6"],
    }
    assert row["for"] + row["against"] + row["abstain"] + row["not_voting"] == row["base"] == 6


def test_without_objection_no_figure_is_shown() -> None:
    procedural = c.Propose("p", "procedural", Text("Мәтін"), sets=Sets(agenda="approved"))
    shown = Desked([*OPEN, procedural, c.Put("p", "no-objection")]).then(c.CloseVote(0))
    (row,) = shown["votes"]
    assert [row[name] for name in ("for", "against", "abstain", "not_voting")] == [None] * 4
    assert (row["verdict"], shown["agenda"]) == ("adopted", {"approved": True})


def test_items_and_motions_are_shown_with_their_states() -> None:
    shown = Desked(VOTE).then(c.Withdraw("1.1"))
    assert shown["items"] == [
        {"item": "1", "title": {"kk": "Мәселе", "ru": "Вопрос"}, "state": "taken", "competence": "C13.3"}
    ]
    assert shown["motions"] == [
        {
            "motion": "1.1",
            "item": "1",
            "kind": "decision",
            "text": {"kk": "Мәтін", "ru": "Текст"},
            "state": "withdrawn",
        }
    ]
    assert shown["notices"] == []


def test_the_floor_is_shown_while_somebody_speaks() -> None:
    desk = Desked(VOTE)
    shown = desk.then(c.GiveFloor("m2", "report"), c.PauseFloor())
    assert shown["floor"] == {
        "member": "m2",
        "kind": "report",
        "item": "1",
        "seconds": 1200,
        "paused": True,
        "from": "2026-05-20T10:16:00+05:00",
        "entry": shown["journal"]["entries"] - 1,
    }
    assert desk.then(c.EndFloor())["floor"] is None


def test_notices_that_still_stand_are_shown() -> None:
    shown = Desked(OPEN).then(c.AddItem("1", Text("Мәселе"), "S8.1"))
    assert set(shown["notices"]) == {"RussianMissing", "CouncilDiscussesOnly"}


def test_the_chair_shown_is_the_one_who_presides_now() -> None:
    assert Desked(OPEN).then(c.HandOverChair("m3"))["presiding"] == "m3"


def test_a_broken_journal_is_shown_as_far_as_it_is_whole() -> None:
    opened = Desked(OPEN).desk.sitting("s")
    shown = show(opened.state, head=opened.head, entries=opened.entries, broken=7)
    assert shown["journal"] == {"entries": opened.entries, "head": opened.head, "broken": 7}
