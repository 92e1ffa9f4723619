"""A desk with a synthetic sitting, for the tests of the windows."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from assembly_desk.desk.desk import Desk, Receipt
from assembly_desk.domain.commands import AddMember, Convene, ConveningData, FixRoll
from assembly_desk.domain.member import Member, Seat
from assembly_desk.domain.text import Act, Name, Text
from assembly_desk.journal.contract import Journals
from assembly_desk.journal.memory import MemoryJournals
from assembly_desk.rules import load_profiles

BEGIN = datetime(2026, 5, 20, 4, 30, tzinfo=UTC)  # 09:30 in Astana
SITTING = "council-14"

_SURNAMES = (
    "Абдрахманов",
    "Айтбаева",
    "Ауезханов",
    "Әбілқасымов",
    "Әлімжанова",
    "Бауэр",
    "Баймұханов",
    "Вовк",
    "Гасанов",
    "Ғабдуллин",
    "Дәуренбекова",
    "Ермеков",
    "Жанұзақов",
    "Жұмабаева",
    "Зейнолла",
    "Иванова",
    "Исмаилов",
    "Йорданов",
    "Кәрімов",
    "Ким",
    "Қасым",
    "Қожахметова",
    "Ли",
    "Мұқанов",
    "Нұрпейісов",
    "Ораз",
    "Өтегенова",
    "Петренко",
    "Рахымжанов",
    "Сәрсенбаева",
    "Тлеубергенов",
    "Ұзақова",
    "Үмбетов",
    "Фишер",
    "Хасанов",
    "Һәкімов",
    "Цой",
    "Чернова",
    "Шәріпова",
    "Ыбыраев",
    "Ізтілеуов",
    "Югай",
)
_GIVEN = (
    "Ерлан",
    "Гүлнар",
    "Мұрат",
    "Нұрлан",
    "Шынар",
    "Виктор",
    "Өмірзақ",
    "Анна",
    "Эльдар",
    "Қайрат",
    "Ұлжан",
    "Серік",
    "Ілияс",
)
_PATRONYMICS = (
    "Қанатұлы",
    "Сәкенқызы",
    "Бекболатұлы",
    "Ерғалиұлы",
    "Ғабитқызы",
    "Андреевич",
    None,
    "Петровна",
)
_PLACES = (
    ("«Возрождение» неміс бірлестігі", "Алматы қаласы"),
    ("Корей қауымдастығы", "Қызылорда облысы"),
    ("Татар-башқұрт орталығы", "Астана қаласы"),
    ("Украин мәдени орталығы", "Қостанай облысы"),
    ("Әзербайжан бірлестігі", "Шымкент қаласы"),
    ("Түркістан облысының ассамблеясы", "Түркістан облысы"),
)


class Clock:
    """A clock that goes on by some seconds at each look."""

    def __init__(self, step: float = 4) -> None:
        self.at, self.step = BEGIN, timedelta(seconds=step)

    def __call__(self) -> datetime:
        self.at += self.step
        return self.at


def member(number: int) -> Member:
    """The member of that number, from 1: badge 1001 and up."""
    at = number - 1
    organisation, region = _PLACES[at % len(_PLACES)]
    surname = _SURNAMES[at % len(_SURNAMES)]
    given = _GIVEN[(at + at // len(_SURNAMES)) % len(_GIVEN)]
    return Member(
        id=f"m{number:04}",
        name=Name(surname, given, _PATRONYMICS[(at // 3) % len(_PATRONYMICS)]),
        bodies={"session": Seat(), "council": Seat()},
        office="chair" if number == 1 else "member",
        badge=str(1000 + number),
        organisation=Text(organisation),
        region=Text(region),
    )


def done(answer: object) -> None:
    """The act was taken."""
    assert isinstance(answer, Receipt), answer


def sitting_desk(
    members: int = 84,
    *,
    body: str = "council",
    number: str = "14",
    fixed: bool = True,
    journals: Journals | None = None,
    clock: Callable[[], datetime] | None = None,
    make: Callable[[int], Member] = member,
) -> Desk:
    """A desk with a convened sitting and, unless told otherwise, a fixed roll."""
    desk = Desk(journals or MemoryJournals(), load_profiles(), clock=clock or Clock(0))
    for one in range(1, members + 1):
        done(desk.submit(AddMember(make(one))))
    data = ConveningData(
        number=number,
        date="2026-05-20",
        time="09:30",
        place=Text("Астана, Достық үйі", "Астана, Дом дружбы"),
        convened_by=("m0001",),
        act=Act("өкім", "8", "2026-05-01"),
        presiding="m0001",
        secretary="m0002",
    )
    done(desk.submit(Convene(SITTING, body, data)))
    if fixed:
        done(desk.submit(FixRoll(), sitting=SITTING))
    desk.clock = Clock() if clock is None else clock
    return desk
