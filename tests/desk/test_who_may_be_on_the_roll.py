"""Only who has a vote in the body counts in its quorum and its votes (A6)."""

import json

import pytest

from assembly_desk.desk.desk import Desk
from assembly_desk.desk.rehearsal import Rehearsal
from assembly_desk.journal.memory import MemoryJournals
from assembly_desk.rules import load_profiles

CHAIR = {"do": "add-member", "member": "m1", "surname": "Сыдықов", "given": "Ерлан", "bodies": ["council"]}
CONVENE = {"do": "convene", "sitting": "s", "body": "council", "date": "2026-05-20"}


@pytest.mark.parametrize(
    "bodies",
    [["session"], {"council": {"votes": False}}],
    ids=["of another body", "without a vote"],
)
def test_the_roll_takes_nobody_who_has_no_vote_in_the_body(bodies: object) -> None:
    other = {**CHAIR, "member": "m2", "given": "Айгүл", "bodies": bodies}
    steps = [CHAIR, other, CONVENE, {"do": "fix-roll", "members": ["m1", "m2"]}, {"do": "fix-roll"}]
    desk = Desk(MemoryJournals(), load_profiles(), rehearsal=True)
    lines = [json.dumps(step, ensure_ascii=False) for step in steps]
    answers = list(Rehearsal(desk, record=False, language="kk").play(lines, keep_going=True))
    assert [answer.body.get("refused") for answer in answers] == [None, None, None, "NotOnRoll", None]
    assert list(desk.sitting("s").state.roll.members) == ["m1"]
