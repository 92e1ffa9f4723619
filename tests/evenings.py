"""The hard evening of the Council among the rehearsals, played up to where a test wants it."""

from functools import cache
from pathlib import Path

from assembly_desk.desk.desk import Desk
from assembly_desk.desk.rehearsal import Rehearsal
from assembly_desk.journal.memory import MemoryJournals
from assembly_desk.rules import load_profiles

EVENING = "council-15"


@cache
def _lines() -> tuple[str, ...]:
    file = Path(__file__).parent / "rehearsals" / "hard-evening.jsonl"
    return tuple(file.read_text(encoding="utf-8").splitlines())


def hard_evening(before: str = "") -> Desk:
    """A desk with that sitting, up to the line in which the mark stands; without one, the whole of it."""
    lines = _lines()
    end = next(at for at, line in enumerate(lines) if before in line) if before else len(lines)
    desk = Desk(MemoryJournals(), load_profiles(), rehearsal=True)
    for answer in Rehearsal(desk, record=False, language="kk").play(lines[:end]):
        assert answer.ok, answer.body
    last = desk.sitting(EVENING).state.last_at
    assert last is not None
    desk.clock = lambda: last
    return desk
