"""Until a secret vote is closed nobody reads a figure of it: not in `show`, a refusal, an answer, on any screen or paper.

Whatever is shown is the same whichever totals were keyed; and canary figures, 37, 11 and 5, are nowhere among it.
"""

import importlib
import inspect
import json
import pkgutil
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest

import assembly_desk.projections
from assembly_desk.cli import main
from assembly_desk.documents.make import Kind
from assembly_desk.domain import commands as c
from assembly_desk.domain.ballots import KEYINGS, Marks, Papers
from assembly_desk.domain.refusals import Refusal
from assembly_desk.domain.state import Sitting
from assembly_desk.papers.making import paper
from assembly_desk.projections.hall_slide import hall_slide
from assembly_desk.projections.not_made import NotMade
from assembly_desk.projections.show import show
from assembly_desk.projections.vote_sheet import vote_sheet
from assembly_desk.wording.refusals import message
from assembly_desk.wording.words import LANGUAGES
from tests.domain.evening import Evening, evening
from tests.secrecy.ballot_evening import inflated

MEMBERS = 61
FIGURES = ("for", "against", "abstain", "not_voting", "no_mark", "invalid", "not_returned", "not_issued")
CANARIES = {"37", "11", "5", "53", "56", "3", "59", "58", "2"}
"""Of the first world: marks, valid and returned papers, invalid, printed, issued, not returned."""

Rows = Mapping[str, tuple[int, int, int, int]]
WORLDS: Sequence[tuple[Papers, Rows]] = (
    (Papers(59, 58, 0, 56, 3), {"a": (37, 11, 5, 0), "b": (11, 37, 0, 5)}),
    (Papers(61, 61, 0, 60, 1), {"a": (1, 8, 50, 0), "b": (59, 0, 0, 0)}),
)


def put(*motions: str) -> Evening:
    hall = evening(MEMBERS).goes_secret().rules_list(1).nominates("a", "b")
    return hall.puts("a", "secret") if len(motions) == 1 else hall.lists(*motions, seats=1)


def keyings(papers: Papers, rows: Rows, motions: Sequence[str]) -> Iterator[c.Command]:
    """What the two key, one after the other."""
    for by in KEYINGS:
        yield c.KeyBallots(by, papers.printed, papers.issued, papers.spoiled, papers.returned, papers.invalid)
        yield c.KeyRows(by, {motion: c.RowCount(*rows[motion]) for motion in motions})


def projections() -> dict[str, Callable[[Sitting], object]]:
    """Every projection that wants nothing but the sitting."""
    found: dict[str, Callable[[Sitting], object]] = {}
    for module in pkgutil.iter_modules(assembly_desk.projections.__path__, "assembly_desk.projections."):
        for name, made in inspect.getmembers(importlib.import_module(module.name), inspect.isfunction):
            wanted = [one for one in inspect.signature(made).parameters.values() if one.default is one.empty]
            if not name.startswith("_") and [one.annotation for one in wanted] == [Sitting]:
                found[name] = cast(Callable[[Sitting], object], made)
    return found


def seen(hall: Evening) -> dict[str, str]:
    """All that anybody sees of the sitting at this moment, as text."""
    state, told = hall.state, dict[str, str]()
    for name, projection in projections().items():
        try:
            told[name] = repr(projection(state))
        except NotMade as refused:
            told[name] = repr(refused)
    told["show"] = repr(show(state, head="", entries=state.entries))
    told["vote_sheet"] = repr([vote_sheet(state, vote) for vote in state.votes])
    for after in (0, 15, 3600):
        told[f"hall after {after}"] = repr(hall_slide(state, hall.now + timedelta(seconds=after)))
    return told


def test_the_projections_are_found() -> None:
    assert {"protocol_sheet", "next_act", "top_line", "script_sheet", "hall_head"} <= projections().keys()


@pytest.mark.parametrize("motions", [("a",), ("a", "b")])
def test_whatever_is_keyed_all_see_the_same_until_the_vote_is_closed(motions: tuple[str, ...]) -> None:
    one, other = put(*motions), put(*motions)
    for left, right in zip(keyings(*WORLDS[0], motions), keyings(*WORLDS[1], motions), strict=True):
        one.does(left)
        other.does(right)
        assert one.state.keyings != other.state.keyings
        assert seen(one) == seen(other)
    one.does(c.CloseVote())
    other.does(c.CloseVote())
    assert seen(one)["show"] != seen(other)["show"]
    assert seen(one)["hall after 0"] != seen(other)["hall after 0"]


def test_all_figures_of_a_row_are_null_until_it_is_closed() -> None:
    hall = put("a", "b")
    for command in keyings(*WORLDS[0], ("a", "b")):
        hall.does(command)
        rows = [row for row in show(hall.state, head="", entries=1)["votes"] if row["verdict"] == "open"]
        assert len(rows) == 2
        assert all(row[name] is None for row in rows for name in FIGURES)
    hall.does(c.CloseVote())
    closed = show(hall.state, head="", entries=1)["votes"][-2:]
    assert [closed[0][name] for name in FIGURES] == [37, 11, 5, None, 0, 3, 2, 3]


def told_of(refusal: object) -> Iterator[str]:
    assert isinstance(refusal, Refusal)
    yield repr(refusal.values)
    for language in LANGUAGES:
        yield message(refusal.code, refusal.values, language)


def test_no_refusal_tells_a_figure_that_was_keyed() -> None:
    papers, rows = WORLDS[0]
    hall = put("a", "b")
    first, second = list(keyings(papers, rows, ("a", "b")))[:2], list(keyings(papers, rows, ("a", "b")))[2:]
    hall.does(*first)
    key = c.KeyBallots
    wrong: list[c.Command] = [
        c.CloseVote(),
        key("first", 59, 70, 0, 56, 3),
        key("second", 90, 80, 0, 56, 3),
        key("first", 59, 58, 0, 59, 3),
        c.KeyRows("first", {"a": c.RowCount(37, 11, 6, 0), "b": c.RowCount(11, 37, 0, 5)}),
        c.KeyRows("first", {"a": c.RowCount(37, 11, 5, 0)}),
        c.Put("a", "secret"),
        c.Cast("m7", "for", "a"),
        c.Break(),
        c.Close(),
    ]
    for command in wrong:
        for said in told_of(hall.desk.submit(command, sitting="s")):
            assert not CANARIES & set(re.findall(r"\d+", said)), said
    hall.does(second[0], c.KeyRows("second", {"a": c.RowCount(36, 12, 5, 0), "b": c.RowCount(11, 37, 0, 5)}))
    for said in told_of(hall.desk.submit(c.CloseVote(), sitting="s")):
        assert not CANARIES & set(re.findall(r"\d+", said)), said


@pytest.mark.parametrize("kind", ["protocol", "script", "integrity"])
def test_a_paper_made_while_the_vote_is_held_prints_no_figure_of_it(kind: Kind) -> None:
    """Printed are the marks of the record, its hashes, which differ; else it is the same paper."""
    printed = []
    for papers, rows in WORLDS:
        hall = put("a", "b").does(*keyings(papers, rows, ("a", "b")))
        pdf = paper(kind, hall.desk.sitting("s"), hall.desk.lines("s"), language="kk")
        text = " ".join(inflated(kind, pdf)[f"{kind} text"].decode().split())
        printed.append(re.sub(r"\b([0-9A-Fa-f]{64}|[0-9A-Fa-f]{4})\b", "", text))
    assert printed[0] == printed[1]


def lines(papers: Papers, rows: Rows) -> Iterator[Mapping[str, Any]]:
    """The steps of the commission, as a rehearsal writes them; one row of the second keying differs."""
    for by in KEYINGS:
        counted = {"printed": papers.printed, "issued": papers.issued, "spoiled": papers.spoiled}
        yield {"do": "ballots", "by": by, **counted, "returned": papers.returned, "invalid": papers.invalid}
        given = {
            motion: dict(zip(("for", "against", "abstain", "no_mark"), marks, strict=True))
            for motion, marks in rows.items()
        }
        if by == "second":
            given["a"] = {"for": 36, "against": 12, "abstain": 5, "no_mark": 0}
        yield {"do": "count", "by": by, "rows": given}
    yield {"do": "close-vote"}


def rehearsed() -> list[Mapping[str, Any]]:
    """A Council of 61 up to a secret list."""
    ids = [f"m{number}" for number in range(1, MEMBERS + 1)]
    steps: list[Mapping[str, Any]] = [
        {
            "do": "add-member",
            "member": id,
            "surname": f"Тегі{id}",
            "given": "Аты",
            "bodies": ["council"],
            "office": "chair" if id == "m1" else "member",
        }
        for id in ids
    ]
    steps += [
        {
            "do": "convene",
            "sitting": "s",
            "body": "council",
            "number": "1",
            "date": "2026-05-20",
            "convened_by": "m1",
            "presiding": "m1",
            "secretary": {"name": "Хатшы"},
        },
        {"do": "add-item", "item": "3", "title": "Кандидаттар", "competence": "C13.2"},
        {"do": "fix-roll"},
        {"do": "arrive", "members": ids},
        {"do": "open"},
        {"do": "take-item", "item": "3"},
    ]
    decided: list[tuple[str, Mapping[str, Any]]] = [
        ("k", {"commission": {"members": ["m2", "m3", "m4"]}}),
        ("f", {"form": "secret", "item": "3"}),
        ("l", {"list": {"item": "3", "seats": 1}}),
    ]
    for motion, sets in decided:
        steps.append({"do": "propose", "motion": motion, "kind": "procedural", "text": "Мәтін", "sets": sets})
        steps.append({"do": "put", "motion": motion, "form": "show-of-hands"})
        steps.append({"do": "count", "for": MEMBERS, "against": 0, "abstain": 0})
        steps.append({"do": "close-vote"})
    steps.append({"do": "commission-elects", "chair": "m2", "secretary": "m3"})
    for motion in ("a", "b"):
        person = {"name": f"Кандидат {motion}", "position": "—"}
        steps.append(
            {
                "do": "propose",
                "motion": motion,
                "item": "3",
                "kind": "candidate",
                "text": "К",
                "candidate": person,
            }
        )
    return [*steps, {"do": "put-list", "motions": ["a", "b"], "form": "secret", "seats": 1}]


def test_the_command_line_says_no_figure_before_the_end(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    database, file = str(tmp_path / "desk.db"), tmp_path / "steps.jsonl"

    def play(steps: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        file.write_text(
            "".join(json.dumps(step, ensure_ascii=False) + "\n" for step in steps), encoding="utf-8"
        )
        main(["play", str(file), "--keep-going", "--database", database])
        said = capsys.readouterr()
        assert said.err == ""
        return [json.loads(line) for line in said.out.splitlines()]

    assert all(answer["ok"] for answer in play(rehearsed()))
    answers = play(list(lines(*WORLDS[0])))
    assert [answer.get("refused") for answer in answers] == [None, None, None, None, "CountsDiffer"]
    for answer in answers:
        kept = {name: value for name, value in answer.items() if name not in ("line", "entries")}
        assert not CANARIES & set(re.findall(r"\d+", json.dumps(kept))), answer
    assert main(["show", "s", "--database", database]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert all(row[name] is None for row in shown["votes"][-2:] for name in FIGURES)


def test_a_keyed_mark_in_a_projection_would_be_found() -> None:
    """The control: a screen that showed the first keying differs between the two worlds."""
    halls = [put("a").does(*keyings(papers, rows, ("a",))) for papers, rows in WORLDS]
    leaking = [
        replace(
            hall.vote, marks=hall.state.keyings["first"].rows["a"], papers=hall.state.keyings["first"].papers
        )
        for hall in halls
    ]
    assert isinstance(leaking[0].marks, Marks)
    states = [
        replace(hall.state, votes=(*hall.state.votes[:-1], vote))
        for hall, vote in zip(halls, leaking, strict=True)
    ]
    shown = [show(state, head="", entries=1) for state in states]
    assert shown[0] != shown[1]
