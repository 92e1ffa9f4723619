"""The thirty-fifth Session: 583 members, 401 in the hall, hands counted by sectors."""

from collections.abc import Sequence

from sample_lines import EXPERT, SECRETARY, SPEAKER, Lines, guest, text
from sample_people import Sample

DAY = "2026-04-24"


def whole(people: Sequence[Sample]) -> str:
    """The Session from the register to the number of its protocol."""
    lines = Lines(DAY)
    lines.say("The thirty-fifth Session of the Assembly. All people are invented.")
    _until_the_roll(lines, people)
    lines.say("401 of 583 are present; the quorum is 389.")
    lines.do("arrive", "09:30", members=_present(people))
    lines.do("open", "10:02")
    _opened(lines, people)
    return str(lines)


def roll(people: Sequence[Sample]) -> str:
    """The same Session, prepared: the roll is fixed, nobody has come yet."""
    lines = Lines(DAY, clock=False)
    lines.say("The thirty-fifth Session, prepared up to the roll call. All people are invented.")
    _until_the_roll(lines, people)
    return str(lines)


def after(people: Sequence[Sample]) -> str:
    """The same Session from its opening on, whoever called the roll."""
    lines = Lines(DAY, clock=False)
    lines.say("The thirty-fifth Session after it was opened with exactly these 401 present:")
    lines.say(" ".join(_present(people)))
    _opened(lines, people)
    return str(lines)


def _until_the_roll(lines: Lines, people: Sequence[Sample]) -> None:
    lines.members(people, council=True)
    _prepare(lines, people)
    excused = [person.id for person in people if person.id in _absent(people)][:40]
    lines.do("excuse", "09:00", members=excused[:25], reason="duty-trip")
    lines.do("excuse", "09:00", members=excused[25:], reason="illness")


def _opened(lines: Lines, people: Sequence[Sample]) -> None:
    present = _present(people)
    _first_decisions(lines)
    _approaches(lines, people, present)
    _reports_and_appeal(lines, present)
    lines.do("close", "13:20")
    lines.do("number-protocol", "17:00", number="35", date=DAY)


def _absent(people: Sequence[Sample]) -> set[str]:
    others = [person.id for person in people[4:]]
    return set(others[2::3][: len(people) - 401])  # every third seat is empty


def _present(people: Sequence[Sample]) -> list[str]:
    absent = _absent(people)
    return [person.id for person in people if person.id not in absent]


def _prepare(lines: Lines, people: Sequence[Sample]) -> None:
    lines.say("A Session is convened by the Chair, by an act (p. 5(5)).")
    lines.do(
        "convene", "08:00", sitting="session-35", body="session", number="XXXV", date=DAY, time="10:00",
        place=text("Астана қаласы, Бейбітшілік және келісім сарайы", "город Астана, Дворец мира и согласия"),
        convened_by=people[0].id, act={"kind": "Өкім", "number": "101", "date": "2026-03-27"},
        presiding=people[0].id,
        secretary=SECRETARY,
        invited=[SPEAKER, EXPERT],
    )  # fmt: skip
    items = (
        ("1", "S10", "Дауыс беру тәртібі мен нысаны туралы", "О порядке и форме голосования"),
        ("2", "S11", "Сессия регламентін бекіту туралы", "Об утверждении регламента Сессии"),
        (
            "3", "S8.1",
            "Ассамблеяны дамытудың тұжырымдамалық ұстанымдары туралы",
            "О концептуальных подходах к развитию Ассамблеи",
        ),
        ("4", "S8.2", "Ассамблея мүшелерінің есептері", "Отчёты членов Ассамблеи"),
        ("5", "C13.6", "Ассамблеяның үндеуі туралы", "Об обращении Ассамблеи"),
    )  # fmt: skip
    for item, competence, kk, ru in items:
        lines.do("add-item", "08:10", item=item, title=text(kk, ru), competence=competence)
    lines.do(
        "draft-reglament", "08:15", reglament="r1",
        times={"report": 20, "co-report": 10, "debate": 5, "question": 1, "answer": 3},
    )  # fmt: skip
    lines.do("fix-roll", "08:20")


def _sectors(
    lines: Lines,
    motion: str,
    begins: str,
    ends: str,
    sizes: Sequence[int],
    counts: Sequence[tuple[int, int, int]],
) -> None:
    lines.do(
        "put", begins, motion=motion, form="show-of-hands",
        sectors={str(number): size for number, size in enumerate(sizes, 1)},
    )  # fmt: skip
    for number, (in_favour, against, abstain) in enumerate(counts, 1):
        lines.do("count", ends, sector=str(number), **{"for": in_favour}, against=against, abstain=abstain)
    lines.do("close-vote", ends)


def _first_decisions(lines: Lines) -> None:
    lines.do(
        "invite", "10:03",
        person=guest("Орманбекұлы Т.", text("БАҚ өкілі", "представитель СМИ"), "Орманбекулы Т."),
    )  # fmt: skip
    lines.do(
        "propose", "10:04", motion="a", kind="procedural",
        text=text("Күн тәртібі бекітілсін", "Утвердить повестку дня"), sets={"agenda": "approved"},
    )  # fmt: skip
    lines.hands("a", "10:05", "10:08", (399, 0, 2))
    lines.say(
        "The Session decides the form of voting before it votes on anything else (p. 10); by hands, by "
        "sectors."
    )
    lines.do("take-item", "10:09", item="1")
    lines.do(
        "propose", "10:09", motion="1.1", item="1", kind="decision",
        text=text(
            "Ашық, қол көтеру арқылы, секторлар бойынша дауыс берілсін",
            "Голосовать открыто, поднятием рук, по секторам",
        ),
        sets={"form": "show-of-hands", "order": {"by_subtraction": True}},
    )  # fmt: skip
    _sectors(lines, "1.1", "10:10", "10:14", (134, 134, 133), ((130, 1, 2), (131, 1, 1), (129, 2, 1)))
    lines.do("finish-item", "10:15", item="1")
    lines.do("take-item", "10:16", item="2")
    lines.do(
        "propose", "10:17", motion="2.1", item="2", kind="decision",
        text=text("Сессия регламенті бекітілсін", "Утвердить регламент Сессии"), sets={"reglament": "r1"},
    )  # fmt: skip
    lines.hands("2.1", "10:18", "10:22", (395, 1, 3))
    lines.do("finish-item", "10:22", item="2")


def _approaches(lines: Lines, people: Sequence[Sample], present: Sequence[str]) -> None:
    deputy, head, first, second = people[1].id, people[3].id, present[60], present[140]
    lines.do("take-item", "10:25", item="3")
    lines.speech(
        deputy, "report", "10:26", "10:47",
        text(
            "Ассамблеяны 2030 жылға дейін дамытудың тұжырымдамалық ұстанымдары баяндалды: ынтымақ пен "
            "келісім, медиация, "
            "жастармен жұмыс, ана тілдерін сақтау.",
            "Доложены концептуальные подходы к развитию Ассамблеи до 2030 года: единство и согласие, "
            "медиация, работа с "
            "молодёжью, сохранение родных языков.",
        ),
        extended="10:45",
    )  # fmt: skip
    lines.do("ask-floor", "10:48", member=first, kind="debate")
    lines.do("ask-floor", "10:48", member=second, kind="debate")
    lines.speech(
        first,
        "debate",
        "10:49",
        "10:54",
        "Өңірлердегі медиация кабинеттерін қолдау 4-бағытқа енгізілсін деген ұсыныс айтылды.",
    )
    lines.speech(
        second, "debate", "10:54", "10:58",
        text(
            "Жобаны қабылдау қолдау тапты; орындалу мерзімдерін нақтылау сұралды.",
            "Проект поддержан; высказана просьба уточнить сроки исполнения.",
        ),
    )  # fmt: skip
    lines.do(
        "propose", "11:00", motion="3.1", item="3", kind="decision",
        text=text(
            "Ассамблеяны дамытудың тұжырымдамалық ұстанымдары мақұлданып, Қазақстан Республикасы "
            "Президентінің қарауына "
            "енгізілсін",
            "Одобрить концептуальные подходы к развитию Ассамблеи и внести их на рассмотрение Президента "
            "Республики "
            "Казахстан",
        ),
    )  # fmt: skip
    lines.say("The amendment is voted before its motion: 401 in the base, 201 needed, 212 for.")
    lines.do(
        "propose", "11:00", motion="3.1-A", item="3", kind="amendment", amends="3.1",
        text=text(
            "4-бағыт «медиация кабинеттерін қолдау» деген сөздермен толықтырылсын",
            "Направление 4 дополнить словами «поддержка кабинетов медиации»",
        ),
        result=text(
            "Ассамблеяны дамытудың тұжырымдамалық ұстанымдары 4-бағыты «медиация кабинеттерін қолдау» деген "
            "сөздермен "
            "толықтырылып мақұлдансын және Қазақстан Республикасы Президентінің қарауына енгізілсін",
            "Одобрить концептуальные подходы к развитию Ассамблеи, дополнив направление 4 словами "
            "«поддержка кабинетов "
            "медиации», и внести их на рассмотрение Президента Республики Казахстан",
        ),
    )  # fmt: skip
    _sectors(lines, "3.1-A", "11:02", "11:07", (134, 134, 133), ((72, 41, 20), (70, 44, 19), (70, 43, 18)))
    _sectors(lines, "3.1", "11:08", "11:13", (134, 134, 133), ((121, 8, 4), (118, 9, 6), (120, 7, 5)))
    lines.say(
        "One leaves. Exactly half is not more than half: 200 of 400, 201 needed, not adopted; no casting "
        "vote."
    )
    lines.do("leave", "11:14", member=present[300])
    lines.do(
        "propose", "11:15", motion="3.2", item="3", kind="decision",
        text=text(
            "Тұжырымдамалық ұстанымдардың орындалуы туралы аралық есеп жылына екі рет тыңдалсын",
            "Заслушивать промежуточный отчёт об исполнении концептуальных подходов два раза в год",
        ),
        responsible=head,
    )  # fmt: skip
    _sectors(lines, "3.2", "11:16", "11:21", (134, 133, 133), ((70, 50, 14), (66, 48, 19), (64, 52, 17)))
    lines.do("finish-item", "11:21", item="3")
    lines.do("break", "11:25", until=f"{DAY}T11:45:00+05:00")
    lines.do("resume", "11:45")


def _reports_and_appeal(lines: Lines, present: Sequence[str]) -> None:
    lines.do("take-item", "11:46", item="4")
    lines.speech(
        present[200], "report", "11:47", "12:02",
        text(
            "Өңірде бір жылда атқарылған жұмыс туралы есеп берілді: елу екі іс-шара, жүз отыз медиация "
            "рәсімі.",
            "Представлен отчёт о работе в регионе за год: пятьдесят два мероприятия, сто тридцать процедур "
            "медиации.",
        ),
    )  # fmt: skip
    lines.speech(
        present[250], "report", "12:03", "12:15", "Ана тілдерін оқыту курстарының жұмысы туралы есеп берілді."
    )
    lines.do(
        "propose", "12:16", motion="4.1", item="4", kind="take-note",
        text=text(
            "Ассамблея мүшелерінің есептері назарға алынсын", "Принять отчёты членов Ассамблеи к сведению"
        ),
    )  # fmt: skip
    lines.say("By subtraction, as the voting order allows: 400 less those against and abstaining.")
    lines.do("put", "12:17", motion="4.1", form="show-of-hands")
    lines.do("count", "12:20", **{"for": "rest"}, against=2, abstain=5)
    lines.do("close-vote", "12:20")
    lines.do("finish-item", "12:20", item="4")
    lines.do("take-item", "12:22", item="5")
    lines.speech(present[90], "report", "12:23", "12:34", "Үндеудің жобасы оқылды.")
    lines.do(
        "propose", "12:36", motion="5.1", item="5", kind="appeal",
        text=text(
            "Қазақстан халқы Ассамблеясының бірлік пен келісімді нығайтуға шақыратын үндеуі қабылдансын",
            "Принять обращение Ассамблеи народа Казахстана с призывом к укреплению единства и согласия",
        ),
    )  # fmt: skip
    _sectors(lines, "5.1", "12:37", "12:42", (134, 133, 133), ((134, 0, 0), (133, 0, 0), (131, 0, 2)))
    lines.do("finish-item", "12:42", item="5")
