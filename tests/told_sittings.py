"""Two whole sittings for papers, told through the desk: a Council over two days, a Session voting by name."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta, timezone
from itertools import count
from typing import Any

from assembly_desk.desk.desk import Desk, Opened, Receipt
from assembly_desk.domain import commands as c
from assembly_desk.domain.member import Member, Seat
from assembly_desk.domain.motion import FormChoice, Sets
from assembly_desk.domain.profile import Office
from assembly_desk.domain.text import Act, Name, Text
from assembly_desk.journal.entry import line
from assembly_desk.journal.memory import MemoryJournals
from assembly_desk.rules import load_profiles

ALMATY = timezone(timedelta(hours=5))

SURNAMES = (
    "Әбдіғаппаров", "Ахметова", "Бауэр", "Бекмұхамбетов", "Ғабитова", "Дүйсенбайұлы",
    "Ермеков", "Жұмабекова", "Зейнуллин", "Ибрагимов", "Ким", "Қасымов",
    "Құнанбаева", "Лукпанова", "Мұхамедиұлы", "Нұрпейісова", "Оразалиев", "Өмірзақова",
    "Пак", "Рахимжанова", "Сейдахметов", "Тілеубергенова", "Уәлиханов", "Ұзақбаева",
    "Үсенов", "Фазылова", "Хасенов", "Һәкімова", "Цой", "Шаймерденова",
    "Ысқақов", "Ілиясова",
)  # fmt: skip
GIVEN = (
    "Айгүл", "Құрманғазы", "Светлана", "Ерлан", "Нұрсұлтан", "Гүлнәр",
    "Өмірзақ", "Үміт", "Виктор", "Әсел", "Ілияс", "Жанна",
    "Сәуле",
)  # fmt: skip
PATRONYMICS = ("Серікқызы", "Өмірзақұлы", None, "Владимировна", "Бекмұратқызы", "Тұрсынбайұлы", "Петрович")
REGIONS = ("Астана қаласы", "Алматы облысы", "Түркістан облысы", "Шығыс Қазақстан облысы", "Жетісу облысы")
POSITIONS = (
    "этномәдени бірлестіктің төрағасы",
    "Қазақстан халқы Ассамблеясының мүшесі, профессор",
    "облыстық Ассамблеяның хатшылық меңгерушісі",
    None,
    "«Жаңғыру» қоғамдық қорының директоры",
)


class Teller:
    """Tells a sitting to a desk, step by step, and stops at the first refusal."""

    def __init__(self, sitting: str, at: str, *, rehearsal: bool = False) -> None:
        numbers = count()
        self.desk = Desk(
            MemoryJournals(),
            load_profiles(),
            clock=lambda: self.now,
            new_id=lambda: f"c{next(numbers):06}",
            nonce=lambda: "00" * 16,
            rehearsal=rehearsal,
        )
        self.sitting = sitting
        self.at(at)

    def at(self, moment: str) -> None:
        """It is this time in Astana."""
        self.now = datetime.fromisoformat(moment).replace(tzinfo=ALMATY)

    def later(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)

    def do(self, *commands: c.Command) -> None:
        for command in commands:
            answer = self.desk.submit(command, sitting=self.sitting)
            assert isinstance(answer, Receipt), (command, answer)
            self.now += timedelta(seconds=20)

    def hands(self, motion: str, in_favour: object, against: int, abstain: int) -> None:
        self.do(c.Put(motion, "show-of-hands"), c.Count(in_favour, against, abstain), c.CloseVote())

    def speech(self, person: c.Whom, kind: Any, gist: str | None = None, minutes: int = 3) -> None:
        self.do(c.GiveFloor(person, kind))
        self.later(minutes)
        self.do(c.EndFloor(gist=None if gist is None else Text(gist)))

    def members(self, number: int, bodies: Sequence[str]) -> list[str]:
        """Enter so many synthetic members; the first are the chair, a deputy, the head of the Secretariat."""
        offices: dict[int, Office] = {1: "chair", 2: "deputy", 3: "head-of-secretariat"}
        ids = [f"m{place:04}" for place in range(1, number + 1)]
        for place, id in enumerate(ids, 1):
            surname = SURNAMES[(place * 7) % len(SURNAMES)]
            if number > 100:
                surname = f"{surname[:-1]}{'аеиоуы'[place % 6]}{surname[-1]}"
            position = POSITIONS[place % len(POSITIONS)]
            member = Member(
                id=id,
                name=Name(
                    surname, GIVEN[(place * 5) % len(GIVEN)], PATRONYMICS[(place * 3) % len(PATRONYMICS)]
                ),
                bodies={body: Seat() for body in bodies},
                office=offices.get(place, "member"),
                position=Text(position) if position and place > 3 else None,
                region=Text(REGIONS[place % len(REGIONS)]),
            )
            self.do(c.AddMember(member))
        return ids

    @property
    def opened(self) -> Opened:
        return self.desk.sitting(self.sitting)

    @property
    def journal(self) -> bytes:
        return b"".join(line(entry).encode() + b"\n" for entry in self.desk.lines(self.sitting))


GUEST = c.Guest(Text("Смағұлова Рәбиға Тоқтарқызы"), Text("Мәдениет және ақпарат министрлігінің өкілі"))
SECRETARY = c.Guest(Text("Шаймерденова Үміт Серікқызы"), Text("Ассамблея Хатшылығының бас консультанты"))

REPORTING: Mapping[str, tuple[c.Whom, ...]] = {"1": ("m0003",), "4": (GUEST,)}

LONG_GIST = (
    "Қоғамдық келісім кеңестерінің жұмысын үйлестіру, этномәдени бірлестіктердің қызметін қолдау және "
    "мемлекеттік тілді меңгеру жөніндегі іс-шаралар туралы баяндады. Өңірлердегі достық үйлерінің "
    "материалдық-техникалық базасын нығайтуды, медиация кабинеттерінің тәжірибесін жалпыға қолжетімді етуді және жастар қанатының "
    "бастамаларын қаржыландыру тәртібін айқындауды ұсынды."
)


def council(*, rehearsal: bool = False, close: bool = True) -> Teller:
    """Sitting no. 14 of the Council: 84 members, a stopped vote, an amendment, a break, a second day."""
    told = Teller("council-14", "2026-05-20T09:00:00", rehearsal=rehearsal)
    ids = told.members(84, ("session", "council"))
    data = c.ConveningData(
        number="14",
        date="2026-05-20",
        time="10:00",
        place=Text("Астана қаласы, Бейбітшілік және келісім сарайы", "город Астана, Дворец мира и согласия"),
        convened_by=("m0002",),
        consent=Act("өкім", "8", "2026-05-05"),
        presiding="m0002",
        secretary=SECRETARY,
        invited=(GUEST, c.Guest(Text("Петров Иван"))),
        sort="regular",
    )
    told.do(c.Convene("council-14", "council", data), c.FixRoll())
    items = (
        (
            "1",
            "Қазақстан халқы Ассамблеясының кезекті сессиясын шақыру және оның күн тәртібі туралы",
            "C13.3",
        ),
        ("2", "Хатшылықтың 2026 жылға арналған жұмыс жоспарын бекіту туралы", "C13.4"),
        ("3", "Ассамблеяны дамытудың тұжырымдамалық тәсілдері туралы", "S8.1"),
        ("4", "Этномәдени бірлестіктердің қызметі туралы ақпарат", "INFO"),
        ("5", "Өзге де мәселелер", "C13.6"),
    )
    for id, title, matter in items:
        told.do(c.AddItem(id, Text(title), matter, rapporteurs=REPORTING.get(id, ())))
    told.do(
        c.ExcuseMembers(("m0070", "m0071"), "duty-trip"),
        c.ExcuseMembers(("m0072",), "illness"),
        c.ExcuseMembers(("m0073",), "leave"),
        c.Arrive(tuple(ids[1:60])),
    )
    told.at("2026-05-20T10:04:00")
    told.do(c.Open())
    told.do(c.Propose("p1", "procedural", Text("Күн тәртібі бекітілсін"), sets=Sets(agenda="approved")))
    told.do(c.Put("p1", "no-objection"), c.CloseVote(objections=1))
    told.hands("p1", 57, 0, 2)
    told.do(
        c.Propose(
            "p2",
            "procedural",
            Text("Дауыстарды шегеру арқылы есептеуге рұқсат етілсін"),
            sets=Sets(form=FormChoice("show-of-hands", by_subtraction=True)),
        )
    )
    told.hands("p2", 59, 0, 0)
    told.do(c.TakeItem("1"))
    told.speech("m0003", "report", LONG_GIST, 17)
    told.do(c.Arrive(("m0061", "m0062")))
    told.speech("m0010", "question", "Сессияның өткізілетін күні туралы сұрады.", 1)
    told.speech("m0003", "answer", "Күні Ассамблея Төрағасымен келісілетінін айтты.", 1)
    told.speech("m0012", "debate", "Күн тәртібіне тіл саясаты туралы мәселені қосуды ұсынды. " + LONG_GIST, 5)
    told.do(
        c.Propose(
            "1.1",
            "decision",
            Text("Ассамблеяның кезекті сессиясын 2026 жылғы қазанда шақыру туралы ұсыныс енгізілсін"),
            item="1",
            responsible="m0003",
            deadline="2026-09-01",
            addressees=(Text("Ассамблея Хатшылығы"),),
        ),
        c.Propose(
            "1.2",
            "amendment",
            Text("«қазанда» деген сөз «қарашада» деген сөзбен ауыстырылсын"),
            amends="1.1",
            result=Text("Ассамблеяның кезекті сессиясын 2026 жылғы қарашада шақыру туралы ұсыныс енгізілсін"),
        ),
        c.Propose(
            "1.3",
            "amendment",
            Text("«кезекті» деген сөз алып тасталсын"),
            amends="1.1",
            result=Text("Ассамблеяның сессиясын 2026 жылғы қазанда шақыру туралы ұсыныс енгізілсін"),
        ),
        c.Withdraw("1.3"),
    )
    told.hands("1.2", 45, 10, 4)
    told.do(c.Put("1.1", "show-of-hands"), c.StopVote(Text("дауыс санау жүйесі дұрыс көрсетілмеді")))
    told.do(c.Propose("p3", "procedural", Text("Жарыссөз тоқтатылсын"), sets=Sets(debate_closed=True)))
    told.hands("p3", 50, 5, 6)
    half = tuple(told.opened.state.roll.present)
    told.do(
        c.Put("1.1", "show-of-hands", {"1": half[:30], "2": half[30:]}, {"1": "m0020", "2": "m0021"}),
        c.Count(26, 3, 1, "1"),
        c.Count("rest", 2, 3, "2"),
        c.CloseVote(),
        c.FinishItem("1"),
    )
    told.do(c.Break(until=told.now + timedelta(minutes=30)))
    told.at("2026-05-20T12:30:00")
    told.do(c.Resume(), c.HandOverChair("m0003"), c.TakeItem("2"))
    told.speech("m0003", "report", "Жоспардың негізгі бағыттарын таныстырды.", 9)
    told.do(
        c.Propose(
            "p4",
            "procedural",
            Text("2-мәселе бойынша атап дауыс берілсін"),
            item="2",
            sets=Sets(form=FormChoice("named", item="2")),
        )
    )
    told.hands("p4", 61, 0, 0)
    told.do(
        c.Propose(
            "2.1", "decision", Text("Хатшылықтың 2026 жылға арналған жұмыс жоспары бекітілсін"), item="2"
        ),
        c.Put("2.1", "named"),
    )
    present = list(told.opened.state.roll.present)
    for place, id in enumerate(present[:-2]):
        told.do(c.Cast(id, "against" if place % 9 == 4 else "abstain" if place % 11 == 7 else "for"))
    told.do(c.CloseVote(), c.FinishItem("2"))
    told.do(c.TakeNote(Text("Мүше Ким В. дауыс беру кезінде залдан шықты.")))
    told.do(
        c.ChangeRoll(Act("Жарлық", "812", "2026-05-19"), Text("өкілеттігі тоқтатылды"), remove=("m0084",))
    )
    told.do(c.TakeItem("3"))
    told.speech("m0015", "report", LONG_GIST, 15)
    told.do(
        c.Propose(
            "3.1",
            "recommendation",
            Text("Тұжырымдаманың жобасын Сессияның қарауына енгізу ұсынылсын"),
            item="3",
        ),
        c.GiveFloor("m0016", "debate"),
        c.Leave(tuple(ids[50:60])),
    )
    told.later(4)
    told.do(c.EndFloor(gist=Text("Өңірлік ерекшеліктерді ескеруді сұрады.")))
    told.do(c.Adjourn(until=datetime(2026, 5, 21, 10, tzinfo=ALMATY), reason=Text("кворум жоқ")))
    told.at("2026-05-21T09:40:00")
    told.do(c.Arrive(tuple(ids[1:58])))
    told.at("2026-05-21T10:00:00")
    told.do(c.Resume())
    told.hands("3.1", 38, 19, 0)
    told.do(c.FinishItem("3"), c.TakeItem("4"))
    told.speech(GUEST, "report", "Ақпарат берді.", 12)
    told.do(c.Propose("4.1", "take-note", Text("Ақпарат назарға алынсын"), item="4"))
    told.do(c.Put("4.1", "no-objection"), c.CloseVote(objections=0), c.FinishItem("4"))
    if close:
        told.at("2026-05-21T11:20:00")
        told.do(c.Close())
        told.do(c.TakeNote(Text("Бейнежазба мұрағатқа тапсырылды.")))
        told.do(c.NumberProtocol("14", "2026-05-21"))
    return told


def session(votes: int = 20, members: int = 583) -> Teller:
    """A Session that decides to vote by name, and then does so."""
    told = Teller("session-35", "2026-10-23T08:00:00")
    ids = told.members(members, ("session",))
    data = c.ConveningData(
        number="XXXV",
        date="2026-10-23",
        place=Text("Астана қаласы"),
        convened_by=("m0001",),
        act=Act("Өкім", "112", "2026-09-30"),
        presiding="m0001",
        secretary=SECRETARY,
    )
    told.do(
        c.Convene("session-35", "session", data), c.FixRoll(total=members, total_act=Act(text=Text("№ 747")))
    )
    told.do(c.AddItem("1", Text("Дауыс беру нысаны туралы"), "S10"))
    told.do(c.AddItem("2", Text("Ассамблеяны дамытудың тұжырымдамалық тәсілдері туралы"), "S8.1"))
    told.do(c.Arrive(tuple(ids[: members * 9 // 10])))
    told.at("2026-10-23T10:00:00")
    told.do(c.Open(), c.TakeItem("1"))
    told.do(
        c.Propose(
            "1.1",
            "decision",
            Text("Барлық мәселе бойынша атап дауыс берілсін"),
            item="1",
            sets=Sets(form=FormChoice("named")),
        )
    )
    here = len(told.opened.state.roll.present)
    told.hands("1.1", here, 0, 0)
    told.do(c.FinishItem("1"), c.TakeItem("2"))
    for number in range(1, votes + 1):
        motion = f"2.{number}"
        told.do(
            c.Propose(motion, "decision", Text(f"Тұжырымдаманың {number}-бөлімі мақұлдансын"), item="2"),
            c.Put(motion, "named"),
        )
        for place, id in enumerate(ids[: here - 3]):
            told.desk.submit(
                c.Cast(id, ("for", "for", "against", "for", "abstain")[(place + number) % 5]),
                sitting=told.sitting,
            )
        told.do(c.CloseVote())
    told.do(c.FinishItem("2"), c.Close(), c.NumberProtocol("35", "2026-10-23"))
    return told
