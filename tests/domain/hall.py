"""A sitting as the chair and the secretary live it: what they do, what is refused, what then is so."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, Self

from assembly_desk.desk.desk import Desk, Receipt
from assembly_desk.domain.agenda import ItemState
from assembly_desk.domain.commands import (
    AddItem,
    AddMember,
    Arrive,
    Cast,
    CloseVote,
    Command,
    Convene,
    ConveningData,
    Count,
    FixRoll,
    Guest,
    Leave,
    Open,
    Propose,
    Put,
    TakeItem,
)
from assembly_desk.domain.member import Member, Seat
from assembly_desk.domain.motion import FormChoice, MotionState, Sets
from assembly_desk.domain.profile import Form, MotionKind, Office
from assembly_desk.domain.refusals import Refusal
from assembly_desk.domain.roll import Standing
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.text import Act, Name, Text
from assembly_desk.domain.vote import Choice, Verdict, Vote
from assembly_desk.journal.memory import MemoryJournals
from assembly_desk.rules import load_profiles

PROFILES = load_profiles()
MORNING = datetime(2026, 5, 20, 5, 0, tzinfo=UTC)  # ten o'clock in Astana
CONVENING = ConveningData(
    number="1",
    date="2026-05-20",
    convened_by=("m1",),
    act=Act(number="7"),
    presiding="m1",
    secretary=Guest(Text("Хатшы")),
)
OFFICES: dict[int, Office] = {1: "chair", 2: "deputy", 3: "head-of-secretariat"}


def people(first: int, last: int) -> tuple[str, ...]:
    """The ids of these members, the last among them."""
    return tuple(f"m{number}" for number in range(first, last + 1))


class Hall:
    """A desk with one sitting, and a clock that goes on by a minute with each act."""

    def __init__(self, body: str, members: int) -> None:
        self.now = MORNING
        self.journals = MemoryJournals()
        self.restarts()
        self.refusal: Refusal | None = None
        self.notices: tuple[str, ...] = ()
        for number in range(1, members + 1):
            self.registers(f"m{number}", office=OFFICES.get(number, "member"))
        self.body = body

    def clock(self) -> datetime:
        return self.now

    # ----------------------------------------------------------------- what is done, what is refused

    def does(self, *commands: Command) -> Self:
        """All of these are accepted."""
        for command in commands:
            self.now += timedelta(minutes=1)
            outcome = self.desk.submit(command, sitting="s")
            assert isinstance(outcome, Receipt), (command, outcome)
            self.notices = tuple(notice.code for notice in outcome.notices)
        return self

    def does_nothing(self, command: Command) -> Self:
        """It is no refusal, and nothing is recorded: it was so already."""
        before = self.state
        self.does(command)
        assert self.state == before
        return self

    def refuses(self, command: Command, code: str) -> Self:
        """It is refused with this code, and nothing is recorded of it."""
        entries = self.desk.sitting("s").entries if self.desk.sittings() else 0
        outcome = self.desk.submit(command, sitting="s")
        assert isinstance(outcome, Refusal), f"accepted: {command}"
        assert outcome.code == code
        assert not entries or self.desk.sitting("s").entries == entries
        self.refusal = outcome
        return self

    # -------------------------------------------------------------------------- usual acts, in short

    def registers(self, id: str, office: Office = "member", votes: bool = True) -> Self:
        seats = {"session": Seat(votes=votes), "council": Seat(votes=votes)}
        return self.does(AddMember(Member(id, Name(f"Тегі {id}", "Аты"), seats, office)))

    def convened(self, **changes: Any) -> Self:
        """Convened by the Chair, who presides; `changes` are other convening data."""
        return self.does(Convene("s", self.body, replace(CONVENING, **changes)))

    def opened(self, present: int) -> Self:
        return self.does(FixRoll(), Arrive(people(1, present)), Open())

    def takes(self, item: str = "1", competence: str = "C13.6", reason: Text | None = None) -> Self:
        return self.does(AddItem(item, Text("Мәселе"), competence, reason), TakeItem(item))

    def proposes(
        self,
        motion: str = "1.1",
        kind: MotionKind = "decision",
        item: str | None = "1",
        sets: Sets | None = None,
    ) -> Self:
        return self.does(Propose(motion, kind, Text(f"Мәтін {motion}"), item, sets=sets))

    def amendment(self, motion: str, amends: str, result: str, excludes: tuple[str, ...] = ()) -> Self:
        changed = Propose(
            motion,
            "amendment",
            Text("Түзету"),
            amends=amends,
            result=Text(result),
            excludes=excludes,
        )
        return self.does(changed)

    def puts(self, motion: str = "1.1", form: Form = "show-of-hands") -> Self:
        return self.does(Put(motion, form))

    def hands(self, in_favour: int, against: int, abstain: int) -> Verdict:
        """They are counted, the vote is closed: its verdict."""
        self.does(Count(in_favour, against, abstain), CloseVote())
        return self.vote.verdict

    def casts(self, choice: Choice, *members: str) -> Self:
        return self.does(*(Cast(member, choice) for member in members))

    def adopts(
        self,
        motion: str,
        kind: MotionKind = "procedural",
        item: str | None = None,
        sets: Sets | None = None,
    ) -> Self:
        """A motion is proposed, put, and adopted by all."""
        self.proposes(motion, kind, item, sets).puts(motion)
        assert self.hands(self.vote.base, 0, 0) == "adopted"
        return self

    def decides_form(self, form: Form, item: str | None = None, by_subtraction: bool = False) -> Self:
        return self.adopts("form", sets=Sets(form=FormChoice(form, item, by_subtraction)))

    def leave(self, *members: str) -> Self:
        return self.does(Leave(members))

    def arrive(self, *members: str) -> Self:
        return self.does(Arrive(members))

    def restarts(self) -> Self:
        """The program ends and begins anew on the same record."""
        self.desk = Desk(self.journals, PROFILES, clock=self.clock, nonce=lambda: "00ff")
        return self

    # ------------------------------------------------------------------------------------ what is so

    @property
    def state(self) -> Sitting:
        return self.desk.sitting("s").state

    @property
    def vote(self) -> Vote:
        """The vote put last."""
        return self.state.votes[-1]

    @property
    def last_entry(self) -> int:
        return self.state.entries

    def present(self) -> tuple[str, ...]:
        return tuple(self.state.roll.present)

    def standing(self, member: str) -> Standing:
        return self.state.roll.standing(member)

    def item(self, id: str) -> ItemState:
        return self.state.agenda.items[id].state

    def motion(self, id: str) -> MotionState:
        return self.state.motions[id].state

    def text(self, motion: str) -> str:
        return self.state.motions[motion].text.kk


def convened(body: str = "council", members: int = 6, **changes: Any) -> Hall:
    """A sitting that is convened and not yet open."""
    return Hall(body, members).convened(**changes)


def council(members: int = 6, present: int | None = None) -> Hall:
    """An open sitting of the Council."""
    return convened("council", members).opened(members if present is None else present)


def session(members: int = 6, present: int | None = None) -> Hall:
    """An open sitting of the Session."""
    return convened("session", members).opened(members if present is None else present)


BODIES: dict[str, Callable[[], Hall]] = {"session": session, "council": council}
