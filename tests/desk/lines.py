"""A rehearsal in steps, each a JSON object; a small Council to play them in."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from assembly_desk.desk.desk import Desk
from assembly_desk.desk.rehearsal import Answer, Rehearsal
from assembly_desk.domain.state import Sitting
from assembly_desk.journal.memory import MemoryJournals
from assembly_desk.projections.show import show
from assembly_desk.rules import load_profiles
from assembly_desk.wording.words import Language

Step = dict[str, Any]
PROFILES = load_profiles()
NOW = datetime(2026, 5, 20, 5, 0, tzinfo=UTC)
IDS = ["m1", "m2", "m3", "m4", "m5", "m6"]

MEMBERS: list[Step] = [
    {
        "do": "add-member",
        "member": id,
        "surname": f"Тегі{id}",
        "given": "Аты",
        "bodies": ["session", "council"],
        "office": "chair" if id == "m1" else "member",
    }
    for id in IDS
]
CONVENE: Step = {
    "do": "convene",
    "sitting": "s",
    "body": "council",
    "number": "1",
    "date": "2026-05-20",
    "convened_by": "m1",
    "presiding": "m1",
    "secretary": {"name": "Хатшы"},
}
ROLL: list[Step] = [{"do": "fix-roll"}, {"do": "arrive", "members": IDS}]
OPEN: list[Step] = [*MEMBERS, CONVENE, *ROLL, {"do": "open"}]
VOTE: list[Step] = [
    *OPEN,
    {"do": "add-item", "item": "1", "title": "Мәселе", "competence": "C13.6"},
    {"do": "take-item", "item": "1"},
    {"do": "propose", "motion": "1.1", "item": "1", "kind": "decision", "text": "Мәтін"},
    {"do": "put", "motion": "1.1", "form": "show-of-hands"},
]


class Play:
    """A rehearsal at a desk of its own, or at one that others used before."""

    def __init__(
        self,
        steps: Sequence[Step] = (),
        *,
        record: bool = False,
        language: Language = "kk",
        journals: MemoryJournals | None = None,
    ) -> None:
        self.journals = journals or MemoryJournals()
        self.now = NOW
        self.desk = Desk(self.journals, PROFILES, clock=lambda: self.now, rehearsal=not record)
        self.rehearsal = Rehearsal(self.desk, record=record, language=language)
        for step in steps:
            self.accepts(step)

    def line(self, text: str) -> Answer:
        """The answer to one line."""
        (answer,) = self.rehearsal.play([text], keep_going=True)
        return answer

    def accepts(self, step: Step) -> dict[str, Any]:
        answer = self.line(json.dumps(step))
        assert answer.ok, answer.body
        return answer.body

    def refuses(self, step: Step, code: str) -> None:
        """Refused with this code; nothing of it is recorded."""
        self.refuses_line(json.dumps(step), code)

    def refuses_line(self, text: str, code: str) -> Answer:
        before = self.recorded()
        answer = self.line(text)
        assert not answer.ok, text
        assert answer.body["refused"] == code, answer.body
        assert answer.readable == (code != "Unreadable")
        assert isinstance(answer.body["message"], str)
        assert answer.body["message"]
        json.dumps(answer.body, ensure_ascii=False).encode()
        assert self.recorded() == before
        return answer

    def recorded(self) -> dict[str, int]:
        return {name: len(self.journals.read(name)) for name in self.journals.names()}

    def state(self, sitting: str = "s") -> Sitting:
        return self.desk.sitting(sitting).state

    def show(self, sitting: str = "s") -> dict[str, Any]:
        opened = self.desk.sitting(sitting)
        return show(opened.state, head=opened.head, entries=opened.entries)


def said(play: Play, step: Step, code: str) -> str:
    """The sentence with which this step is refused."""
    return str(play.refuses_line(json.dumps(step), code).body["message"])
