"""The sentence of a refusal says the case: one code, and what is so here in each language."""

from typing import Any

import pytest

from assembly_desk.journal.memory import MemoryJournals
from assembly_desk.wording.words import LANGUAGES, Language, words
from tests.desk.lines import CONVENE, MEMBERS, OPEN, VOTE, Play, Step, said

ITEM: Step = {"do": "add-item", "item": "1", "title": "Мәселе", "competence": "C13.6"}
PROPOSE: Step = {"do": "propose", "motion": "p", "kind": "procedural", "text": "Мәтін"}
PUT: Step = {"do": "put", "motion": "p", "form": "show-of-hands"}
MOTION: list[Step] = [*OPEN, ITEM, {"do": "take-item", "item": "1"}, PROPOSE | {"item": "1"}]
NAMED: list[Step] = [*MOTION, PUT | {"form": "named"}]
RIVAL: Step = {"do": "propose", "motion": "q", "kind": "procedural", "text": "Мәтін", "excludes": ["p"]}
ADOPT: list[Step] = [
    RIVAL,
    PUT | {"motion": "q", "form": "no-objection"},
    {"do": "close-vote"},
]
SPLIT: Step = {
    "do": "split",
    "motion": "p",
    "into": [{"motion": "p1", "text": "а"}, {"motion": "p2", "text": "б"}],
}
NO_QUORUM: list[Step] = [*MOTION, ITEM | {"item": "2"}, {"do": "leave", "members": ["m1", "m2", "m3"]}]

CASES: list[tuple[list[Step], Step, str, dict[str, Any]]] = [
    ([*MOTION, {"do": "withdraw", "motion": "p"}], PUT, "UnknownMotion.withdrawn", {"id": "p"}),
    ([*MOTION, SPLIT], PUT, "UnknownMotion.split", {"id": "p"}),
    ([*MOTION, *ADOPT], PUT, "UnknownMotion.fallen", {"id": "p"}),
    (OPEN, PUT, "UnknownMotion", {"id": "p"}),
    (OPEN, PROPOSE | {"sets": {"reglament": "r"}}, "UnknownItem.reglament", {"id": "r"}),
    (OPEN, {"do": "gist", "entry": 3, "text": "Мәтін"}, "UnknownItem.speech", {"id": 3}),
    (OPEN, {"do": "take-item", "item": "9"}, "UnknownItem", {"id": "9"}),
    (VOTE[:-3], {"do": "give-floor", "member": "m2", "kind": "report"}, "NotOpen.item", {}),
    (VOTE[:-3], {"do": "finish-item", "item": "1"}, "NotOpen.item", {}),
    ([*VOTE[:-3], VOTE[-2]], VOTE[-1], "NotOpen.item", {}),
    (MOTION[:-1], {"do": "remove-item", "item": "1"}, "AlreadyOpen.item", {}),
    ([*MOTION, {"do": "finish-item", "item": "1"}], {"do": "remove-item", "item": "1"}, "OthersRestOnIt.item",
     {"motions": "p"}),
    (VOTE, {"do": "cast", "member": "m1", "choice": "for"}, "NotThisForm.cast", {}),
    (NAMED, {"do": "count", "for": 1, "against": 0, "abstain": 0}, "NotThisForm.count", {}),
    (NAMED, {"do": "close-vote", "objections": 0}, "NotThisForm.objections", {}),
    (MOTION, PUT | {"form": "named", "sectors": {"1": 6}}, "NotThisForm.sectors", {}),
    (MOTION, PUT | {"sectors": {"1": ["m1", "m2", "m3"], "2": ["m3", "m4", "m5"]}}, "SectorsDoNotAddUp.twice",
     {"name": "Тегіm3 Аты"}),
    (MOTION, PUT | {"sectors": {"1": 5}}, "SectorsDoNotAddUp", {"sum": 5, "base": 6}),
    (NO_QUORUM, {"do": "take-item", "item": "2"}, "NoQuorum.item", {"present": 3, "needed": 4}),
    (NO_QUORUM, {"do": "give-floor", "member": "m4", "kind": "debate"}, "NoQuorum.item",
     {"present": 3, "needed": 4}),
]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("before", "step", "sentence", "values"), CASES, ids=lambda value: str(value)[:40])
def test_the_sentence_says_the_case(
    before: list[Step], step: Step, sentence: str, values: dict[str, Any], language: Language
) -> None:
    message = said(Play(before, language=language), step, sentence.partition(".")[0])
    rule = {"kk": "Ереже, 14-тармақ", "ru": "Положение, пункт 14", "en": "Regulation, p. 14"}[language]
    assert message == words(language)(f"refusal.{sentence}", **{"rule": rule, **values})


def test_a_registration_that_is_running_is_named_as_the_state() -> None:
    play = Play([*MOTION, {"do": "roll-call", "begin": True}])
    assert "Тіркеу жүріп жатыр" in said(play, PUT, "NotOpen")


def test_which_of_rehearsal_and_record_was_met_is_said() -> None:
    journals = MemoryJournals()
    rehearsal = Play([*MEMBERS, CONVENE], journals=journals)
    record = Play([CONVENE | {"sitting": "t"}], record=True, journals=journals)
    note = {"do": "note", "text": "Мәтін"}
    say = words("kk")
    for play, step, case in (
        (record, note | {"sitting": "s"}, ".rehearsal"),
        (rehearsal, note | {"sitting": "t"}, ".record"),
        (rehearsal, MEMBERS[0] | {"member": "x"}, ".register"),
        (record, note | {"sitting": "t", "at": "2026-05-20T10:00:00+05:00"}, ""),
    ):
        assert said(play, step, "NotInRehearsal") == say(f"refusal.NotInRehearsal{case}")
