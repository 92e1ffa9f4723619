"""Each code of the contract's table is met by a line of a rehearsal; those of documents and signing elsewhere."""

from typing import Any

import pytest

from tests.desk.lines import CONVENE, MEMBERS, OPEN, ROLL, VOTE, Play, Step
from tests.desk.test_vote_steps import CANDIDATE, PAPERS, SECRET, decides, keyed, rows

ITEM: Step = {"do": "add-item", "item": "2", "title": "Мәселе", "competence": "C13.6"}
PROPOSE: Step = {"do": "propose", "motion": "p", "kind": "procedural", "text": "Мәтін"}
PUT: Step = {"do": "put", "motion": "1.1", "form": "show-of-hands"}
COUNT: Step = {"do": "count", "for": 6, "against": 0, "abstain": 0}
CLOSE: Step = {"do": "close-vote"}
DEPUTY = {**MEMBERS[1], "office": "deputy"}
PREPARED = [*MEMBERS, CONVENE, *ROLL]
BEFORE_PUT = VOTE[:-1]
DECIDED = [*VOTE, COUNT, CLOSE]
CLOSED: list[Step] = [*OPEN, {"do": "close"}]
COMMISSION = {"commission": {"members": ["m2", "m3", "m4"]}}
SESSION = [*MEMBERS, CONVENE | {"body": "session", "act": "№ 1"}, *ROLL, {"do": "open"}]
AMENDED: list[Step] = [
    *BEFORE_PUT,
    {"do": "propose", "motion": "A", "kind": "amendment", "amends": "1.1", "text": "Т", "result": "Мәтін"},
]
CANDIDATES: list[Step] = [
    *OPEN,
    ITEM | {"item": "1", "competence": "C13.2"},
    {"do": "take-item", "item": "1"},
    CANDIDATE | {"motion": "a", "candidate": {"name": "Кандидат А"}},
    CANDIDATE | {"motion": "b", "candidate": "m5"},
]
TAKEN: list[Step] = [*OPEN, ITEM, {"do": "take-item", "item": "2"}]


def sets(what: dict[str, Any], motion: str = "q") -> Step:
    return PROPOSE | {"motion": motion, "sets": what}


REFUSED: dict[str, tuple[list[Step], Step]] = {
    "NoQuorum": ([*BEFORE_PUT, {"do": "leave", "members": ["m2", "m3", "m4"]}], PUT),
    "NotOpen": (PREPARED, PROPOSE),
    "AlreadyOpen": (OPEN, {"do": "open"}),
    "AlreadyClosed": (CLOSED, PROPOSE),
    "NotClosed": (OPEN, {"do": "seal"}),
    "Sealed": ([*CLOSED, {"do": "seal"}], {"do": "note", "text": "х"}),
    "MayNotConvene": (MEMBERS, CONVENE | {"convened_by": "m4"}),
    "NotConvened": ([*MEMBERS, CONVENE | {"number": None}, *ROLL], {"do": "open"}),
    "ConsentMissing": (
        [MEMBERS[0], DEPUTY, *MEMBERS[2:], CONVENE | {"convened_by": "m2"}, *ROLL],
        {"do": "open"},
    ),
    "RollNotFixed": ([*MEMBERS, CONVENE], {"do": "open"}),
    "PresidingAbsent": ([*PREPARED, {"do": "leave", "member": "m1"}], {"do": "open"}),
    "DuplicateId": (MEMBERS, MEMBERS[0]),
    "UnknownMember": (PREPARED, {"do": "arrive", "member": "m99"}),
    "UnknownItem": (OPEN, {"do": "take-item", "item": "9"}),
    "UnknownMotion": (OPEN, PUT),
    "UnknownBody": (MEMBERS, CONVENE | {"body": "senate"}),
    "UnknownSitting": (MEMBERS, {"do": "open", "sitting": "t"}),
    "WhichSitting": (MEMBERS, {"do": "open"}),
    "NotOnRoll": ([*PREPARED, MEMBERS[0] | {"member": "m9"}], {"do": "arrive", "member": "m9"}),
    "NotPresent": ([*OPEN, {"do": "leave", "member": "m2"}], {"do": "hand-over-chair", "member": "m2"}),
    "NotInElectorate": (
        [
            *BEFORE_PUT,
            {"do": "leave", "member": "m6"},
            PUT | {"form": "named"},
            {"do": "arrive", "member": "m6"},
        ],
        {"do": "cast", "member": "m6", "choice": "for"},
    ),
    "TotalBelowRoll": ([*MEMBERS, CONVENE], {"do": "fix-roll", "total": 5, "total_act": "№ 1"}),
    "RuleMissing": (
        [*MEMBERS, {"do": "add-body", "body": "experts", "name": "Кеңес"}],
        CONVENE | {"body": "experts"},
    ),
    "NotInProfile": (OPEN, ITEM | {"competence": "S9"}),
    "OutsideCompetence": (
        [*OPEN, ITEM | {"competence": "S8.2"}, {"do": "take-item", "item": "2"}],
        PROPOSE | {"item": "2", "kind": "decision"},
    ),
    "ReasonMissing": (
        [*SESSION, ITEM | {"competence": "C13.3"}, {"do": "take-item", "item": "2"}],
        PROPOSE | {"item": "2", "kind": "decision"},
    ),
    "FormNotDecided": (
        [*SESSION, ITEM, {"do": "take-item", "item": "2"}, PROPOSE | {"item": "2", "kind": "decision"}],
        PUT | {"motion": "p"},
    ),
    "AgendaApproved": (
        [*OPEN, ITEM, *decides("a", {"agenda": "approved"})],
        {"do": "remove-item", "item": "2"},
    ),
    "AmendmentsPending": (AMENDED, PUT),
    "ListRuleNotDecided": (
        CANDIDATES,
        {"do": "put-list", "motions": ["a", "b"], "form": "named", "seats": 1},
    ),
    "NotThisForm": (BEFORE_PUT, PUT | {"form": "no-objection"}),
    "AlreadyDecided": (DECIDED, PUT),
    "OthersRestOnIt": (
        [*AMENDED, PUT | {"motion": "A"}, COUNT, CLOSE, PUT, COUNT, CLOSE],
        sets({"annuls": 1}),
    ),
    "VoteInProgress": (VOTE, PUT),
    "NoVoteInProgress": (OPEN, CLOSE),
    "FloorTaken": (
        [*TAKEN, {"do": "give-floor", "member": "m2", "kind": "report"}],
        {"do": "give-floor", "member": "m3", "kind": "report"},
    ),
    "DebateClosed": (
        [*TAKEN, *decides("d", {"debate": "closed"})],
        {"do": "give-floor", "member": "m2", "kind": "debate"},
    ),
    "CountExceedsBase": (VOTE, COUNT | {"for": 7}),
    "SectorMissing": (VOTE, COUNT | {"sector": "1"}),
    "SectorsDoNotAddUp": (BEFORE_PUT, PUT | {"sectors": {"1": 5}}),
    "CountByHand": (VOTE, COUNT | {"for": "rest"}),
    "CountMissing": (VOTE, CLOSE),
    "NotANumber": (VOTE, COUNT | {"for": "6"}),
    "CommissionMissing": (
        [*CANDIDATES, *decides("f", {"form": "secret", "item": "1"})],
        PUT | {"motion": "a", "form": "secret"},
    ),
    "CommissionTooSmall": (OPEN, sets({"commission": {"members": ["m2", "m3"]}})),
    "CommissionNotConstituted": (
        [*CANDIDATES, *decides("f", {"form": "secret", "item": "1"}), *decides("k", COMMISSION)],
        PUT | {"motion": "a", "form": "secret"},
    ),
    "CandidateOnCommission": (CANDIDATES, sets({"commission": {"members": ["m3", "m4", "m5"]}})),
    "BallotsDoNotReconcile": (SECRET, {"do": "ballots", "by": "first", **PAPERS, "invalid": 7}),
    "CountsDiffer": ([*SECRET, *keyed(6, 4), {"do": "count", "by": "first", "rows": rows(6, 5)}], CLOSE),
    "SecretByName": (SECRET, {"do": "cast", "member": "m1", "choice": "for", "motion": "a"}),
    "NotUndoable": (OPEN, {"do": "undo"}),
    "TimeRunsBack": (OPEN, {"do": "note", "text": "х", "at": "2020-01-01T10:00:00+05:00"}),
}
ELSEWHERE = {"NotThisBody", "NotInRehearsal", "SecretaryFirst"}  # documents, `--record`, signing


@pytest.mark.parametrize("code", REFUSED)
def test_the_code_is_met(code: str) -> None:
    before, step = REFUSED[code]
    Play(before).refuses(step, code)


def test_no_code_of_the_table_is_forgotten() -> None:
    table = """
    NoQuorum NotOpen AlreadyOpen AlreadyClosed NotClosed Sealed MayNotConvene NotConvened ConsentMissing
    RollNotFixed PresidingAbsent DuplicateId UnknownMember UnknownItem UnknownMotion UnknownBody UnknownSitting
    WhichSitting NotOnRoll NotPresent NotInElectorate TotalBelowRoll RuleMissing NotInProfile OutsideCompetence
    ReasonMissing NotThisBody FormNotDecided AgendaApproved AmendmentsPending ListRuleNotDecided NotThisForm
    AlreadyDecided OthersRestOnIt VoteInProgress NoVoteInProgress FloorTaken DebateClosed CountExceedsBase
    SectorMissing SectorsDoNotAddUp CountByHand CountMissing NotANumber CommissionMissing CommissionTooSmall
    CommissionNotConstituted CandidateOnCommission BallotsDoNotReconcile CountsDiffer SecretByName NotUndoable
    TimeRunsBack NotInRehearsal SecretaryFirst
    """
    assert set(REFUSED) | ELSEWHERE == set(table.split())
