"""The sample sitting of the Council, played to its end, for tests of what comes after."""

from collections.abc import Sequence

from assembly_desk.desk.desk import Desk
from assembly_desk.desk.rehearsal import Rehearsal
from assembly_desk.journal.contract import Journals
from assembly_desk.journal.memory import MemoryJournals
from assembly_desk.resources import resource
from assembly_desk.rules import load_profiles

COUNCIL = "council-14"
SECRETARY, PRESIDING = "Әбенова С. Қ.", "Қасымхан Бауыржан Ермекұлы"


def sample_lines(name: str = COUNCIL) -> list[str]:
    """The steps of the sample sitting."""
    return resource("samples", f"{name}.jsonl").read_text(encoding="utf-8").splitlines()


def played(lines: Sequence[str] | None = None, journals: Journals | None = None) -> Desk:
    """A desk on which those steps were played, else the whole sample."""
    desk = Desk(journals or MemoryJournals(), load_profiles(), rehearsal=True)
    for answer in Rehearsal(desk, record=False, language="kk").play(lines or sample_lines()):
        assert answer.ok, answer.body
    return desk
