"""What each body may do with each matter (p. 8, 10, 11, 13, 16, 31), row by row of the contract."""

from typing import get_args

import pytest

from assembly_desk.domain.commands import AddItem, AmendItem, Propose, RemoveItem
from assembly_desk.domain.profile import MotionKind
from assembly_desk.domain.text import Text
from tests.domain.hall import BODIES, council, session

TABLE = """
S8.1   | decision take-note | recommendation
S8.2   | decision take-note |
S10    | decision take-note |
S11    | decision take-note |
P31    | decision           | recommendation
C13.1  | recommendation     | decision candidate
C13.2  | recommendation     | decision candidate
C16    | recommendation     | decision candidate
C13.3  | decision           | decision
C13.4  | decision           | decision
C13.5  | decision           | decision
C13.6  | decision           | decision
PROC   | procedural         | procedural
INFO   | take-note          | take-note
"""
ROWS = [[cell.strip() for cell in row.split("|")] for row in TABLE.strip().splitlines()]
KINDS = [kind for kind in get_args(MotionKind) if kind not in ("amendment", "appeal", "procedural")]
CASES = [
    (body, row[0], kind, kind in row[column].split())
    for row in ROWS
    for column, body in ((1, "session"), (2, "council"))
    for kind in KINDS
]
NOTICES = {
    "session": {
        **dict.fromkeys(("C13.1", "C13.2", "C16", "C13.3", "C13.4", "C13.5"), "SessionBeware"),
    },
    "council": dict.fromkeys(("S8.1", "S8.2", "S10", "S11", "P31"), "CouncilDiscussesOnly"),
}


@pytest.mark.parametrize(("body", "matter", "kind", "allowed"), CASES)
def test_each_body_decides_only_what_is_its_own(
    body: str, matter: str, kind: MotionKind, allowed: bool
) -> None:
    hall = BODIES[body]().takes(competence=matter, reason=Text("негіздеме"))
    candidate = "m4" if kind == "candidate" else None
    propose = Propose("1.1", kind, Text("Мәтін"), "1", candidate=candidate)
    if allowed:
        hall.does(propose)
    else:
        hall.refuses(propose, "OutsideCompetence")


@pytest.mark.parametrize("matter", [row[0] for row in ROWS])
def test_an_appeal_is_a_form_of_what_the_session_may_decide(matter: str) -> None:
    appeal = Propose("1.1", "appeal", Text("Үндеу"), "1")
    decides = "decision" in next(row[1] for row in ROWS if row[0] == matter)
    hall = session().takes(competence=matter, reason=Text("негіздеме"))
    if decides:
        hall.does(appeal)
    else:
        hall.refuses(appeal, "OutsideCompetence")
    council().takes(competence=matter).refuses(appeal, "OutsideCompetence")


@pytest.mark.parametrize("body", ["session", "council"])
@pytest.mark.parametrize("matter", [row[0] for row in ROWS])
def test_entering_an_item_tells_what_the_body_may_not_do_with_it(body: str, matter: str) -> None:
    hall = BODIES[body]().does(AddItem("1", Text("Мәселе", "Вопрос"), matter))
    expected = NOTICES[body].get(matter)
    assert hall.notices == ((expected,) if expected else ())


@pytest.mark.parametrize("matter", ["C13.3", "C13.4", "C13.5"])
def test_the_session_decides_on_the_councils_matters_with_a_reason(matter: str) -> None:
    decision = Propose("1.1", "decision", Text("Мәтін"), "1")
    hall = session().takes(competence=matter).refuses(decision, "ReasonMissing")
    hall.does(AmendItem("1", competence_reason=Text("негіздеме")), decision)
    council().takes(competence=matter).does(decision)


@pytest.mark.parametrize("body", ["session", "council"])
def test_a_matter_that_the_profile_does_not_know_is_refused(body: str) -> None:
    hall = BODIES[body]().refuses(AddItem("1", Text("Мәселе"), "C99"), "NotInProfile")
    hall.takes().refuses(AmendItem("1", competence="c13.6"), "NotInProfile")


def test_a_motion_of_substance_belongs_to_an_item() -> None:
    hall = council().refuses(Propose("1.1", "decision", Text("Мәтін")), "UnknownItem")
    hall.refuses(Propose("1.1", "decision", Text("Мәтін"), "9"), "UnknownItem")
    hall.does(Propose("p", "procedural", Text("Мәтін")))


def test_the_matter_of_an_item_does_not_change_under_its_motions() -> None:
    hall = council().takes(competence="C13.6").proposes()
    hall.refuses(AmendItem("1", competence="S8.1"), "OthersRestOnIt")
    hall.refuses(RemoveItem("1"), "AlreadyOpen")
    hall.does(AmendItem("1", title=Text("Басқа атау")))
