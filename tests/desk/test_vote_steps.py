"""The steps of secret votes, lists, the commission, other bodies and rectifying, in the words of the contract."""

import json
from typing import Any

import pytest

from assembly_desk.desk.steps import STEPS
from assembly_desk.domain.commission import Approval
from assembly_desk.domain.correction import PresenceTruth
from assembly_desk.domain.motion import ListRule, OfficeChoice, Repeat
from tests.desk.lines import OPEN, Play, Step

CANDIDATE: Step = {"do": "propose", "item": "1", "kind": "candidate", "text": "Кандидат"}
PAPERS: Step = {"printed": 6, "issued": 6, "spoiled": 0, "returned": 6, "invalid": 0}
LATER = {"send-decision", "reply", "release", "publish", "programme", "attach"}  # of the register


def decides(motion: str, sets: dict[str, Any], in_favour: int = 6) -> list[Step]:
    return [
        {"do": "propose", "motion": motion, "kind": "procedural", "text": "Мәтін", "sets": sets},
        {"do": "put", "motion": motion, "form": "show-of-hands"},
        {"do": "count", "for": in_favour, "against": 0, "abstain": 0},
        {"do": "close-vote"},
    ]


SECRET: list[Step] = [
    *OPEN,
    {"do": "add-item", "item": "1", "title": "Мәселе", "competence": "C13.1"},
    {"do": "take-item", "item": "1"},
    *decides("k", {"commission": {"members": ["m2", "m3", "m4"]}}),
    {"do": "commission-elects", "chair": "m2", "secretary": "m3"},
    *decides("k1", {"approves": "counting-1"}),
    *decides("f", {"form": "secret", "item": "1"}),
    *decides("l", {"list": {"item": "1", "seats": 1}}),
    CANDIDATE | {"motion": "a", "candidate": {"name": "Кандидат А", "position": "—"}},
    CANDIDATE | {"motion": "b", "candidate": "m5"},
    {"do": "put-list", "motions": ["a", "b"], "form": "secret", "seats": 1, "most_for": 2},
]


def rows(a: int, b: int) -> dict[str, Any]:
    return {
        id: {"for": number, "against": 6 - number, "abstain": 0, "no_mark": 0}
        for id, number in (("a", a), ("b", b))
    }


def keyed(a: int, b: int) -> list[Step]:
    return [
        step
        for by in ("first", "second")
        for step in (
            {"do": "ballots", "by": by, **PAPERS},
            {"do": "count", "by": by, "rows": rows(a, b)},
        )
    ]


def test_closing_a_list_answers_with_its_rows_and_notices() -> None:
    play = Play([*SECRET, *keyed(6, 4)])
    answer = play.accepts({"do": "close-vote"})
    shown = [(row["vote"], row["motion"], row["for"], row["verdict"]) for row in answer["votes"]]
    assert shown == [(5, "a", 6, "adopted"), (5, "b", 4, "outranked")]
    assert answer["notices"] == ["SecrecyLostUnanimous", "FewerThanTen"]
    play.accepts(
        {"do": "propose", "motion": "d", "item": "1", "kind": "decision", "text": "Ұсынылсын", "from": [5]}
    )
    assert play.state().motions["d"].rests_on == (5,)


def test_what_differs_is_told_by_its_row_in_words() -> None:
    play = Play([*SECRET, *keyed(6, 4), {"do": "count", "by": "second", "rows": rows(6, 3)}])
    refused = play.refuses_line(json.dumps({"do": "close-vote"}), "CountsDiffer")
    assert refused.body["message"].endswith("– Тегіm5 Аты.")
    play.refuses({"do": "ballots", "by": "first", **PAPERS, "returned": 7}, "BallotsDoNotReconcile")


@pytest.mark.parametrize(
    ("sets", "name", "value"),
    [
        ({"approves": "counting-1"}, "approves", Approval("counting-1")),
        ({"list": {"item": "1", "seats": 2}}, "list_rule", ListRule("1", 2)),
        ({"annuls": 5}, "annuls", 5),
        ({"recount": 5}, "recount", 5),
        ({"repeat": 5, "form": "named"}, "repeat", Repeat(5, "named")),
        ({"office": {"member": "m4", "office": "deputy"}}, "office", OfficeChoice("m4", "deputy")),
        ({"commission": {"members": ["m4", "m5", "m6"]}}, "commission", ("m4", "m5", "m6")),
    ],
)
def test_what_a_motion_sets(sets: dict[str, Any], name: str, value: object) -> None:
    play = Play([*SECRET[:-3], *decides("p", {"debate": "closed"})])
    play.accepts({"do": "propose", "motion": "q", "kind": "procedural", "text": "Мәтін", "sets": sets})
    assert getattr(play.state().motions["q"].sets, name) == value


@pytest.mark.parametrize(
    ("truth", "presence"),
    [
        ("Дұрысы осылай", ()),
        ({"kk": "Дұрысы", "ru": "Верно"}, ()),
        ({"member": "m2", "present": False}, (PresenceTruth(("m2",), False),)),
        ({"members": ["m2", "m3"], "present": True}, (PresenceTruth(("m2", "m3"), True),)),
        (
            [{"member": "m2", "present": False, "text": "Болмаған"}, {"member": "m3", "present": True}],
            (PresenceTruth(("m2",), False), PresenceTruth(("m3",), True)),
        ),
    ],
)
def test_a_truth_is_a_text_or_a_presence(truth: object, presence: tuple[PresenceTruth, ...]) -> None:
    play = Play(OPEN)
    step: Step = {"do": "rectify", "entry": 4, "truth": truth, "reason": "бейнежазба"}
    assert play.accepts(step)["entries"]
    assert play.accepts(step)["entries"] == []
    assert play.state().rectified[-1].presence == presence


def test_a_body_is_entered_with_its_rule_and_source() -> None:
    rule = {"fraction": "1/2", "at_least": False, "of": "members"}
    body: Step = {
        "do": "add-body",
        "body": "experts",
        "name": {"kk": "Ғылыми-сарапшылық кеңес", "ru": "Научно-экспертный совет"},
        "quorum": rule,
        "majority": rule | {"of": "present"},
        "source": "Ереже, 12-тармақ",
        "parent": "council",
    }
    play = Play([])
    play.refuses({"do": "convene", "sitting": "s", "body": "experts"}, "UnknownBody")
    play.accepts({"do": "add-body", "body": "experts", "name": body["name"]})
    refused = play.refuses_line('{"do": "convene", "sitting": "s", "body": "experts"}', "RuleMissing")
    assert "Ғылыми-сарапшылық кеңес" in refused.body["message"]
    play.accepts(body)
    play.accepts({"do": "convene", "sitting": "s", "body": "experts"})
    assert play.state().rules.quorum.needed(9) == 5


def test_every_step_of_the_contract_is_known_but_those_of_the_register() -> None:
    contract = {
        *("add-member", "change-member", "add-body", "convene", "amend-sitting", "fix-roll", "change-roll"),
        *("invite", "arrive", "leave", "excuse", "roll-call", "open", "close", "cancel", "break", "adjourn"),
        *("resume", "add-item", "amend-item", "move-item", "remove-item", "take-item", "finish-item"),
        *("hand-over-chair", "ask-floor", "unask-floor", "give-floor", "extend-floor", "pause-floor"),
        *("go-on-floor", "end-floor", "draft-reglament", "note", "propose", "withdraw", "split"),
        *("order-motions", "put", "put-list", "cast", "count", "ballots", "close-vote", "stop-vote"),
        *("commission-elects", "undo", "rectify", "gist", "number-protocol", "seal"),
    }
    assert contract <= set(STEPS)
    assert not LATER & set(STEPS)
