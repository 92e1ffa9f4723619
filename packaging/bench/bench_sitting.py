"""A long sitting of the Session: 583 invented members, speeches, votes by name and by hands."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count

from assembly_desk.desk.desk import Desk, Receipt, journal_of
from assembly_desk.domain import commands as c
from assembly_desk.domain.member import Member
from assembly_desk.domain.motion import FormChoice, Sets
from assembly_desk.domain.text import Act, Name, Text
from assembly_desk.domain.vote import Choice
from assembly_desk.journal.entry import Draft, Entry
from assembly_desk.journal.memory import MemoryJournals
from assembly_desk.rules import load_profiles

SITTING = "session-35"
MEMBERS = 583
MORNING = datetime(2026, 4, 24, 4, tzinfo=UTC)

_SURNAMES = [
    "Ахметов",
    "Байжанов",
    "Дәулетов",
    "Есенғалиев",
    "Жұмабеков",
    "Қасымов",
    "Құсайынов",
    "Мұқанов",
    "Нұрғалиев",
    "Өмірзақов",
]
_GIVEN = [
    "Айдос",
    "Бауыржан",
    "Ғалымжан",
    "Дәурен",
    "Еркебұлан",
    "Жәнібек",
    "Қуаныш",
    "Нұржан",
    "Рүстем",
    "Шыңғыс",
]
_FATHERS = ["Асқарұлы", "Болатұлы", "Ермекұлы", "Қайратұлы", "Маратұлы", "Сапарұлы", "Төлегенұлы"]
_POSITION = Text("этномәдени бірлестіктің төрағасы", "председатель этнокультурного объединения")
_REGION = Text("Батыс Қазақстан облысы", "Западно-Казахстанская область")
_TITLE = Text("Өңірлік ассамблеялардың жұмысы туралы", "О работе региональных ассамблей")
_MOTION = Text(
    "Өңірлік ассамблеялардың есептері назарға алынсын және медиация кабинеттерін қолдау жалғастырылсын",
    "Принять отчёты региональных ассамблей к сведению и продолжить поддержку кабинетов медиации",
)
_GIST = Text(
    "Өңірде бір жылда атқарылған жұмыс туралы есеп берілді: елу екі іс-шара, жүз отыз медиация рәсімі.",
    "Представлен отчёт о работе в регионе за год: пятьдесят два мероприятия, сто тридцать процедур медиации.",
)


def members(number: int = MEMBERS) -> tuple[Member, ...]:
    """So many invented members, the first of them the chair."""
    return tuple(
        Member(
            id=f"m{place:05}",
            name=Name(
                _SURNAMES[place % len(_SURNAMES)],
                _GIVEN[place // len(_SURNAMES) % len(_GIVEN)],
                _FATHERS[place % len(_FATHERS)],
            ),
            office="member" if place else "chair",
            badge=str(10_000 + place),
            position=_POSITION,
            region=_REGION,
        )
        for place in range(number)
    )


class Clerk:
    """Submits commands to a desk, one a second, and lets none be refused."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.now = desk, MORNING

    def do(self, *commands: c.Command) -> None:
        """Each of the commands in turn."""
        for command in commands:
            self.now += timedelta(seconds=1)
            outcome = self.desk.submit(command, sitting=SITTING, at=self.now)
            if not isinstance(outcome, Receipt):
                raise AssertionError(f"{command}: {outcome}")

    def enter(self, number: int = MEMBERS) -> tuple[str, ...]:
        """The members into the register, a sitting convened and its roll fixed. Returns the ids."""
        people = members(number)
        self.do(
            c.ImportMembers(people),
            c.Convene(
                SITTING,
                "session",
                c.ConveningData(
                    number="XXXV",
                    date="2026-04-24",
                    time="10:00",
                    place=Text("Астана қаласы", "город Астана"),
                    convened_by=(people[0].id,),
                    act=Act("Өкім", "101", "2026-03-27"),
                    presiding=people[0].id,
                    secretary=people[1].id,
                ),
            ),
            c.AddItem("1", Text("Дауыс беру тәртібі туралы", "О порядке голосования"), "S10"),
            c.FixRoll(),
        )
        return tuple(member.id for member in people)

    def register(self, ids: tuple[str, ...]) -> None:
        """Everybody but each twentieth arrives, one by one."""
        self.do(*(c.Arrive((id,)) for place, id in enumerate(ids) if place % 20 != 19))

    def open(self, ids: tuple[str, ...]) -> None:
        """They arrive and the sitting is opened; the body decides to vote by name."""
        self.register(ids)
        self.do(c.Open())
        self.do(
            c.Propose("agenda", "procedural", Text("Күн тәртібі бекітілсін"), sets=Sets(agenda="approved"))
        )
        self._by_hands("agenda")
        self.do(c.TakeItem("1"))
        named = Sets(form=FormChoice("named"))
        self.do(c.Propose("form", "decision", Text("Атап дауыс берілсін"), item="1", sets=named))
        self._by_hands("form")

    def _by_hands(self, motion: str) -> None:
        present = len(self.desk.sitting(SITTING).state.roll.present)
        self.do(c.Put(motion, "show-of-hands"), c.Count(present - 3, 1, 2), c.CloseVote())

    def named_vote(self, motion: str) -> None:
        """A motion on item 1, on which all who are present answer by name."""
        choices: tuple[Choice, ...] = ("for", "for", "for", "for", "against", "for", "for", "abstain")
        self.do(c.Propose(motion, "decision", _MOTION, item="1"), c.Put(motion, "named"))
        present = tuple(self.desk.sitting(SITTING).state.roll.present)
        self.do(*(c.Cast(id, choices[place % len(choices)]) for place, id in enumerate(present)))
        self.do(c.CloseVote())

    def everybody_votes(self, ids: tuple[str, ...], motion: str) -> None:
        """All come, the sitting is opened, and a vote by name is put in which nobody has answered yet."""
        self.open(ids)
        self.do(*(c.Arrive((id,)) for id in ids[19::20]))
        self.do(c.Propose(motion, "decision", _MOTION, item="1"), c.Put(motion, "named"))

    def debate(self, ids: tuple[str, ...], motion: str) -> None:
        """Speeches, coming and going, and procedure decided by hands in three sectors."""
        for place, id in enumerate(ids):
            if place % 3 == 0:
                self.do(c.AskFloor(id, "debate"), c.GiveFloor(id, "debate"), c.EndFloor(gist=_GIST))
            self.do(c.Leave((id,)), c.Arrive((id,)))
        present = len(self.desk.sitting(SITTING).state.roll.present)
        sectors = {"1": 180, "2": 180, "3": present - 360}
        self.do(c.Propose(motion, "procedural", Text("Жарыссөз тоқтатылсын", "Прекратить прения")))
        self.do(c.Put(motion, "show-of-hands", sectors))
        self.do(*(c.Count(size - 3, 1, 2, sector) for sector, size in sectors.items()), c.CloseVote())


def long_sitting(entries: int) -> list[Entry]:
    """The journal of a sitting of so many entries: named votes of 583, and all that comes between them."""
    journals = MemoryJournals()
    clerk = Clerk(Desk(journals, load_profiles(), rehearsal=True))
    ids = clerk.enter()
    clerk.open(ids)
    for number in count(1):
        start = number * 57 % 400
        here = tuple(
            id for id in ids[start : start + 60] if id in clerk.desk.sitting(SITTING).state.roll.present
        )
        clerk.debate(here, f"p{number}")
        clerk.named_vote(f"v{number}")
        if clerk.desk.sitting(SITTING).entries >= entries:
            break
    return journals.read(journal_of(SITTING))[:entries]


def drafts_of(entries: list[Entry]) -> list[Draft]:
    """Entries as they were before they were recorded: to be recorded once more elsewhere."""
    return [Draft(one.kind, one.version, one.at, one.command, one.nth, one.payload) for one in entries]


def in_parts(entries: list[Entry], size: int = 1000) -> Iterator[list[Entry]]:
    """The entries, so many at a time."""
    for start in range(0, len(entries), size):
        yield entries[start : start + size]
