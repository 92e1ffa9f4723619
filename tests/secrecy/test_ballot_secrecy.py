"""The secrecy of the vote, attacked: nothing that the program leaves behind tells who chose what.

A control goes with it: the same attack on programs that leak, each in a way that real ones did, finds everybody.
"""

import json
import re
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Any, get_args

import pytest

from assembly_desk.domain import commands as c
from assembly_desk.domain import events as e
from assembly_desk.domain.refusals import Refusal
from assembly_desk.domain.vote import Choice
from tests.secrecy.attack import Known, Night, Scores, attack, ways_of
from tests.secrecy.ballot_evening import CANDIDATES, VOTERS, BallotEvening, Box, canary

NIGHTS = 12
MEMBER = re.compile(r'"m\d+"|Канар\d\dев')
CHOICE_IN_WORDS = re.compile(
    "жақта|қарсы|қалыс|белгі|жарамсыз|бюллетень|за –|против|воздерж|без отметки|недействит"
)


@dataclass(frozen=True)
class Spent:
    """An evening that is over: what is left of it, the box, and the order in which members came."""

    left: Mapping[str, bytes]
    box: Box
    came: Sequence[str]

    @cached_property
    def ways(self) -> Mapping[str, Scores]:
        """Every way of guessing from what is left."""
        return self.ways_with(self.left)

    def ways_with(self, left: Mapping[str, bytes]) -> Mapping[str, Scores]:
        """Every way of guessing from these bytes. The attacker does not see the box."""
        names = {member: canary(member) for member in VOTERS}
        return ways_of(left, Known(names, {"the roll": VOTERS, "arrival": self.came}))

    def night(self, more: Mapping[str, bytes] | None = None) -> Night:
        """For the attack; `more`: what a program that leaks leaves behind besides."""
        truth = {member: self.box.choices[member] == "for" for member in VOTERS}
        return Night({**self.ways, **self.ways_with(more or {})}, truth)


def spend(folder: Path, course: Random, hands: Random) -> Spent:
    """An evening whose course and whose hands are by chance, each by its own."""
    folder.mkdir()
    box = Box.of(hands)
    evening = BallotEvening(folder, course).played(box).closed()
    left = evening.left_behind()
    evening.ends()
    left |= {f"{path.name} at the end": path.read_bytes() for path in folder.iterdir() if path.is_file()}
    return Spent(left, box, evening.arrivals)


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory) -> list[Spent]:
    """Evenings with the same totals, each with other hands."""
    folder, hands = tmp_path_factory.mktemp("nights"), Random(1711)
    return [spend(folder / str(number), Random(number), hands) for number in range(NIGHTS)]


# ------------------------------------------------------------------------------------------- the statistics


def test_whoever_has_all_bytes_of_many_evenings_guesses_no_better_than_blindly(nights: list[Spent]) -> None:
    success = attack([spent.night() for spent in nights])
    assert success.sigmas < 3, success


def paper_by_paper(spent: Spent, folder: Path) -> Mapping[str, bytes]:
    """An entry a paper, with its time, in the order in which members were called to the box."""
    del folder
    lines = (
        json.dumps(
            {
                "kind": "paper",
                "at": f"2026-05-20T06:{at:02}:00Z",
                "payload": {"choice": spent.box.choices[member]},
            }
        )
        for at, member in enumerate(VOTERS)
    )
    return {"journal": spent.left["journal"] + "\n".join(lines).encode()}


def paper_by_paper_as_they_came(spent: Spent, folder: Path) -> Mapping[str, bytes]:
    """The same in the order in which they had come, as those at the door vote first."""
    del folder
    lines = (json.dumps({"choice": spent.box.choices[member]}) for member in spent.came)
    return {"log": "\n".join(lines).encode()}


def receipts_sorted_by_paper(spent: Spent, folder: Path) -> Mapping[str, bytes]:
    """Who took part, and no choice at all; but as the papers lay when they were counted, those for first."""
    del folder
    took_part = sorted(VOTERS, key=lambda member: spent.box.choices[member] != "for")
    return {"receipts": json.dumps(took_part).encode()}


def name_beside_choice(spent: Spent, folder: Path) -> Mapping[str, bytes]:
    """As a named vote is kept."""
    del folder
    pairs = [{"member": member, "choice": spent.box.choices[member]} for member in spent.came]
    return {"show": spent.left["show"] + json.dumps(pairs).encode()}


def counters_only(spent: Spent, folder: Path) -> Mapping[str, bytes]:
    """Nothing but a counter for each choice, in a database: its write-ahead log keeps every state of it."""
    path = folder / "counters.db"
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode=wal")
        database.execute("CREATE TABLE counted (choice TEXT PRIMARY KEY, number INTEGER) WITHOUT ROWID")
        choices = sorted(set(spent.box.choices.values()))
        database.executemany("INSERT INTO counted VALUES (?, 100)", [(choice,) for choice in choices])
        for member in VOTERS:
            chosen = (spent.box.choices[member],)
            database.execute("UPDATE counted SET number = number + 1 WHERE choice = ?", chosen)
        wal = Path(f"{path}-wal").read_bytes()
    return {"counters.db-wal": wal}


@pytest.mark.parametrize(
    "leak",
    [
        paper_by_paper,
        paper_by_paper_as_they_came,
        receipts_sorted_by_paper,
        name_beside_choice,
        counters_only,
    ],
)
def test_the_same_attack_finds_everybody_where_a_program_leaks(
    nights: list[Spent], leak: Callable[[Spent, Path], Mapping[str, bytes]], tmp_path: Path
) -> None:
    """The control: were the attack too weak to see anything, it would say nothing of the program either."""
    success = attack([spent.night(leak(spent, tmp_path)) for spent in nights])
    assert success.share == 1, success


def test_other_hands_with_the_same_totals_leave_the_same_bytes(tmp_path: Path) -> None:
    """All but the salts of SQLite's write-ahead log, which are drawn anew for each file."""
    one, other = (spend(tmp_path / str(hands), Random(5), Random(hands)) for hands in (1, 2))
    assert one.box.choices != other.box.choices
    assert one.left.keys() == other.left.keys()
    assert {"desk.db-wal", "copy.db", "journal", "show", "protocol inflated"} <= one.left.keys()
    for name, blob in one.left.items():
        if name == "desk.db-wal":
            assert pages(blob) == pages(other.left[name])
        elif name not in ("desk.db-shm", "desk.db.holder"):  # the log's index; when the program began
            assert blob == other.left[name], name


def pages(wal: bytes) -> list[tuple[bytes, bytes]]:
    """The number and the content of each page in the log, without salts and checksums."""
    frames = [wal[start : start + 4096 + 24] for start in range(32, len(wal), 4096 + 24)]
    return [(frame[:8], frame[24:]) for frame in frames]


# --------------------------------------------------------------------------------------------- the canaries


def test_no_entry_joins_a_member_to_a_secret_vote_but_as_one_of_its_electorate(nights: list[Spent]) -> None:
    rounds = 0
    for spent in nights:
        secret = False
        for line in spent.left["journal"].decode().splitlines():
            entry = json.loads(line)
            payload = json.loads(entry["payload"])
            match entry["kind"]:
                case "vote-put" | "list-put":
                    secret = payload["form"] == "secret"
                    rounds += secret
                    assert sorted(payload.pop("electorate")) == sorted(VOTERS)
                    assert not secret or not MEMBER.search(json.dumps(payload, ensure_ascii=False))
                case "left" | "arrived":
                    assert payload.keys() == {"members"}
                case _ if secret:
                    assert entry["kind"] in {"ballots-keyed", "rows-keyed", "rows-closed", "vote-closed"}
                    assert not MEMBER.search(entry["payload"])
                    secret = "closed" not in entry["kind"]
    assert rounds == 2 * NIGHTS


def test_each_vote_leaves_as_many_entries_whatever_the_papers(nights: list[Spent]) -> None:
    """No entry a paper: two keyings of papers and of rows, one slip, one end."""
    for spent in nights:
        kinds = [json.loads(line)["kind"] for line in spent.left["journal"].decode().splitlines()]
        assert (kinds.count("ballots-keyed"), kinds.count("rows-keyed")) == (2 * 3, 2 * 2)


def test_wherever_a_member_stands_in_the_bytes_an_entry_of_the_record_says_so(nights: list[Spent]) -> None:
    """No page of a database holds a member but in an entry, as it is exported: nothing is kept beside the record."""
    spent = nights[0]
    with sqlite3.connect(":memory:") as copy:
        copy.deserialize(spent.left["copy.db"])
        recorded = "\0".join(payload for (payload,) in copy.execute("SELECT payload FROM entry"))
    for name in ("desk.db", "desk.db-wal", "copy.db", "desk.db at the end"):
        blob = spent.left[name].decode(errors="replace")
        found = list(MEMBER.finditer(blob))
        assert found or name == "desk.db"
        for match in found:
            around = blob[match.start() - 1 : match.end() + 1]
            assert around in recorded, (name, around)


def test_no_object_that_is_shown_holds_a_member_and_a_secret_figure(nights: list[Spent]) -> None:
    for spent in nights:
        shown = json.loads(spent.left["show"])
        secret = [row for row in shown["votes"] if row["form"] == "secret"]
        assert len(secret) == 1 + len(CANDIDATES)
        assert not any(MEMBER.search(json.dumps(row, ensure_ascii=False)) or "names" in row for row in secret)


def test_no_line_of_a_paper_names_a_member_beside_a_choice(tmp_path: Path) -> None:
    evening = BallotEvening(tmp_path, Random(3)).played(Box.of(Random(4))).closed()
    left = evening.left_behind("kk+ru")
    evening.ends()
    lines = left["protocol text"].decode().splitlines()
    named = [line for line in lines if MEMBER.search(line)]
    assert len(named) >= 2 * len(VOTERS)
    assert any(CHOICE_IN_WORDS.search(line) for line in lines)
    assert not [line for line in named if CHOICE_IN_WORDS.search(line)]


# ----------------------------------------------------------------------------------- what can be told at all


def test_no_command_of_a_secret_vote_takes_a_member_or_one_paper() -> None:
    """Only the answer by name joins a member to a choice; what the commission keys are totals by row."""
    assert {one.__name__ for one in flat(c.Command) if takes_a_choice(one)} == {"Cast"}
    assert {one.__name__ for one in flat(e.Event) if takes_a_choice(one)} == {"VoteCast"}
    keyed = {field.name for one in (c.KeyBallots, c.KeyRows, c.RowCount) for field in fields(one)}
    assert keyed == {
        *("by", "printed", "issued", "spoiled", "returned", "invalid", "rows"),
        *("in_favour", "against", "abstain", "no_mark"),
    }


def takes_a_choice(one: Any) -> bool:
    return any(field.type == Choice for field in fields(one))


def flat(union: Any) -> Iterator[Any]:
    """The classes of a union of unions."""
    if parts := get_args(union):
        for part in parts:
            yield from flat(part)
    else:
        yield union


def test_an_answer_by_name_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    evening = BallotEvening(tmp_path, Random(3)).prepared()
    evening.does(c.Put("s1", "secret"))
    before = evening.left_behind()
    for command in (c.Cast("m5", "against"), c.Cast("m6", "for", "s1"), c.Count(8, 4, 2)):
        assert isinstance(evening.desk.submit(command, sitting="s"), Refusal)
    after = evening.left_behind()
    evening.ends()
    before.pop("desk.db-shm")  # who reads is marked there
    assert {name: after[name] for name in before} == before
