"""The fourteenth sitting of the Council: an ordinary day with everything that goes wrong on one."""

from collections.abc import Sequence

from sample_lines import EXPERT, SECRETARY, SPEAKER, Lines, text
from sample_people import Sample

DAY = "2026-03-12"


class Hall:
    """Who is where: the Council's ids, those who come in time, late or not at all."""

    def __init__(self, people: Sequence[Sample]) -> None:
        self.people = [person for person in people if person.council]
        ids = [person.id for person in self.people]
        self.excused = [ids[0], ids[29], ids[61]]  # the Chair among them
        missing = set(ids[7:84:4][:19]) - set(self.excused)
        missing |= {one for one in ids[8:84:9] if one not in self.excused}
        absent = [one for one in ids if one in missing][:21]
        coming = [one for one in ids if one not in absent and one not in self.excused]
        self.late = [coming[17], coming[40]]
        self.in_time = [one for one in coming if one not in self.late]
        self.leaving = [coming[21], coming[33], coming[45], coming[58]]
        self.all = coming


def whole(people: Sequence[Sample]) -> str:
    """The sitting from the register to the number of its protocol."""
    hall, lines = Hall(people), Lines(DAY)
    lines.say("The fourteenth sitting of the Council, one whole day. All people are invented.")
    _prepare(lines, hall)
    lines.say("58 of 84 come in time; the quorum is 56.")
    lines.do("arrive", "09:40", members=hall.in_time)
    lines.do("open", "10:00")
    _sitting(lines, hall)
    return str(lines)


def roll(people: Sequence[Sample]) -> str:
    """The same sitting, prepared: the roll is fixed, nobody has come yet."""
    hall, lines = Hall(people), Lines(DAY, clock=False)
    lines.say("The fourteenth sitting of the Council, prepared up to the roll call. All people are invented.")
    _prepare(lines, hall)
    return str(lines)


def after(people: Sequence[Sample]) -> str:
    """The same sitting from its opening on, for a desk that has called these 58 and opened it."""
    hall, lines = Hall(people), Lines(DAY, clock=False)
    lines.say("The fourteenth sitting of the Council after it was opened with exactly these 58 present:")
    lines.say(" ".join(hall.in_time))
    _sitting(lines, hall)
    return str(lines)


def _prepare(lines: Lines, hall: Hall) -> None:
    lines.members(hall.people, council=True)
    deputy, head = hall.people[1].id, hall.people[3].id
    lines.say("A deputy convenes, so the Chair's consent is named (p. 12).")
    lines.do(
        "convene", "08:30", sitting="council-14", body="council", number="14", date=DAY, time="10:00",
        place=text("Астана қаласы, Достық үйі", "город Астана, Дом дружбы"), convened_by=deputy,
        consent={"kind": "келісім", "number": "8", "date": "2026-02-26"}, presiding=deputy,
        secretary=SECRETARY,
        invited=[SPEAKER, EXPERT],
    )  # fmt: skip
    items = (
        (
            "1", "C13.3", head,
            "Кезекті сессияны шақыру және оның күн тәртібі туралы ұсыныстар",
            "Предложения о созыве очередной сессии и её повестке дня",
        ),
        (
            "2", "C13.2", head,
            "Ассамблея мүшелігіне кандидатуралар туралы",
            "О кандидатурах в члены Ассамблеи",
        ),
        (
            "3", "C13.5", hall.in_time[4],
            "Қоғамдық награда туралы ережені бекіту туралы",
            "Об утверждении положения об общественной награде",
        ),
        (
            "4", "C13.4", head,
            "Хатшылықтың жұмыс жоспарына ұсыныстар",
            "Предложения к плану работы Секретариата",
        ),
        (
            "5", "S8.1", hall.in_time[9],
            "Ассамблеяны дамытудың тұжырымдамалық ұстанымдарының жобасын талқылау",
            "Обсуждение проекта концептуальных подходов к развитию Ассамблеи",
        ),
        (
            "6", "INFO", SPEAKER,
            "Шешімдердің орындалу барысы туралы ақпарат",
            "Информация о ходе исполнения решений",
        ),
    )  # fmt: skip
    for item, competence, rapporteur, kk, ru in items:
        if item == "5":
            lines.say("The Session's own right: the Council may discuss it and recommend, not decide (p. 8).")
        lines.do(
            "add-item",
            "08:40",
            item=item,
            title=text(kk, ru),
            competence=competence,
            rapporteurs=[rapporteur],
        )
    lines.do("fix-roll", "08:50")
    lines.do("excuse", "09:00", members=hall.excused[:2], reason="duty-trip")
    lines.do("excuse", "09:00", members=hall.excused[2:], reason="illness")


def _sitting(lines: Lines, hall: Hall) -> None:
    lines.say("Two come late: 60 present, so 40 votes are needed.")
    lines.do("arrive", "10:04", members=hall.late)
    lines.say("The agenda, with one change: the candidates for membership are postponed.")
    lines.do(
        "propose", "10:06", motion="a1", kind="procedural",
        text=text(
            "Күн тәртібі 2-мәселе кейінге қалдырылып, осы өзгеріспен бекітілсін",
            "Утвердить повестку дня с изменением: рассмотрение вопроса 2 отложить",
        ),
        sets={"agenda": {"postpone": ["2"]}},
    )  # fmt: skip
    lines.hands("a1", "10:07", "10:09", (58, 1, 1))
    _item_1(lines, hall)
    _item_3(lines, hall)
    _item_4(lines, hall)
    _break(lines)
    _item_5(lines, hall)
    _item_6(lines)
    lines.do("close", "13:06")
    lines.do("number-protocol", "16:30", number="14", date=DAY)


def _item_1(lines: Lines, hall: Hall) -> None:
    head, asker, first, second = hall.people[3].id, hall.in_time[12], hall.in_time[15], hall.in_time[26]
    lines.do("take-item", "10:10", item="1")
    lines.speech(
        head, "report", "10:11", "10:22",
        text(
            "Кезекті сессияны 2026 жылғы 24 сәуірде Астана қаласында шақыру және оның күн тәртібіне бес "
            "мәселе енгізу "
            "ұсынылды. Сессияға дайындық жоспары мен шығыстар сметасы таныстырылды.",
            "Предложено созвать очередную сессию 24 апреля 2026 года в городе Астане и включить в её "
            "повестку дня пять "
            "вопросов. Представлены план подготовки и смета расходов.",
        ),
    )  # fmt: skip
    lines.speech(
        asker,
        "question",
        "10:23",
        "10:24",
        "Өңірлерден келетін мүшелердің жол шығысы қалай өтелетіні сұралды.",
    )
    lines.speech(
        head,
        "answer",
        "10:24",
        "10:26",
        "Жол шығысын жіберуші тарап көтеретіні, тұру шығысы сметада көзделгені айтылды.",
    )
    lines.do("ask-floor", "10:26", member=first, kind="debate")
    lines.do("ask-floor", "10:26", member=second, kind="debate")
    lines.speech(first, "debate", "10:27", "10:31", "Күн тәртібіне мүшелердің есептерін енгізу қолдау тапты.")
    lines.speech(
        second, "debate", "10:31", "10:35",
        text(
            "Сессия материалдары мүшелерге он күн бұрын жіберілуге тиіс екені айтылды.",
            "Сказано, что материалы сессии должны направляться членам за десять дней.",
        ),
    )  # fmt: skip
    lines.do(
        "propose", "10:36", motion="1.1", item="1", kind="decision",
        text=text(
            "Қазақстан Республикасының Президентіне кезекті сессияны 2026 жылғы 24 сәуірде Астана қаласында "
            "шақыру және "
            "оның күн тәртібі туралы ұсыныстар енгізілсін",
            "Внести Президенту Республики Казахстан предложения о созыве очередной сессии 24 апреля 2026 "
            "года в городе "
            "Астане и её повестке дня",
        ),
        responsible=head, deadline="2026-03-20",
    )  # fmt: skip
    lines.hands("1.1", "10:37", "10:39", (55, 1, 4))
    lines.do("finish-item", "10:39", item="1")


def _item_3(lines: Lines, hall: Hall) -> None:
    rapporteur, mover, other = hall.in_time[4], hall.in_time[19], hall.in_time[33]
    lines.do("take-item", "10:40", item="3")
    lines.speech(
        rapporteur, "report", "10:41", "10:50",
        text(
            "Ереженің жобасы таныстырылды: наградаға ұсыну тәртібі, қажетті өтіл және комиссияның құрамы "
            "айқындалған.",
            "Представлен проект положения: определены порядок представления к награде, необходимый стаж и "
            "состав комиссии.",
        ),
    )  # fmt: skip
    lines.speech(
        mover,
        "debate",
        "10:51",
        "10:55",
        "Наградаға ұсыну үшін қажетті өтілді бес жылға дейін арттыру ұсынылды.",
    )
    lines.speech(
        other,
        "debate",
        "10:55",
        "10:58",
        "Үш жылдық өтіл жеткілікті екені, жастарға жол ашық болуға тиіс екені айтылды.",
    )
    lines.do(
        "propose", "10:59", motion="d1", kind="procedural",
        text=text("Жарыссөз тоқтатылсын", "Прекратить прения"), sets={"debate": "closed"},
    )  # fmt: skip
    lines.unopposed("d1", "10:59")
    lines.do(
        "propose", "11:00", motion="3.1", item="3", kind="decision",
        text=text("Қоғамдық награда туралы ереже бекітілсін", "Утвердить положение об общественной награде"),
    )  # fmt: skip
    lines.say("An amendment is put before the motion that it amends; adopted, it becomes the motion's text.")
    lines.do(
        "propose", "11:00", motion="3.1-A", item="3", kind="amendment", amends="3.1",
        text=text(
            "Ереженің 5-тармағындағы «үш жыл» деген сөздер «бес жыл» деген сөздермен ауыстырылсын",
            "В пункте 5 положения слова «три года» заменить словами «пять лет»",
        ),
        result=text(
            "Қоғамдық награда туралы ереже 5-тармағындағы «үш жыл» деген сөздер «бес жыл» деген сөздермен "
            "ауыстырылып, "
            "бекітілсін",
            "Утвердить положение об общественной награде, заменив в пункте 5 слова «три года» словами «пять "
            "лет»",
        ),
    )  # fmt: skip
    lines.hands("3.1-A", "11:01", "11:03", (46, 8, 6))
    lines.say("The tellers' figures do not agree: the vote is stopped, without a verdict, and put again.")
    lines.do("put", "11:04", motion="3.1", form="show-of-hands")
    lines.do(
        "stop-vote", "11:06",
        reason=text("санаушылардың сандары сәйкес келмеді", "данные счётчиков не сошлись"),
    )  # fmt: skip
    lines.hands("3.1", "11:07", "11:09", (51, 4, 5))
    lines.do("finish-item", "11:09", item="3")


def _item_4(lines: Lines, hall: Hall) -> None:
    head, speaker = hall.people[3].id, hall.in_time[22]
    lines.do("take-item", "11:10", item="4")
    lines.speech(
        head, "report", "11:11", "11:19",
        "Хатшылықтың 2026 жылға арналған жұмыс жоспарына он төрт ұсыныс түскені, оның ішінде екі жаңа "
        "орталық құру туралы "
        "ұсыныс бар екені баяндалды.",
    )  # fmt: skip
    lines.speech(
        speaker, "debate", "11:20", "11:24", "Жаңа орталықтарды қаржыландыру көзі көрсетілмегені айтылды."
    )
    lines.do(
        "propose", "11:25", motion="4.1", item="4", kind="decision",
        text=text(
            "Хатшылықтың 2026 жылға арналған жұмыс жоспарына екі жаңа орталық құру туралы ұсыныс енгізілсін",
            "Внести в план работы Секретариата на 2026 год предложение о создании двух новых центров",
        ),
    )  # fmt: skip
    lines.say("By name: 60 in the base, 40 needed.")
    lines.do("put", "11:26", motion="4.1", form="named")
    present = hall.all
    silent = [present[14], present[37], present[52]]
    changing = present[25]
    against = {present[place] for place in (3, 6, 11, 16, 20, 24, 30, 35, 41, 46, 50, 56)}
    abstain = {present[place] for place in (8, 18, 28, 39, 48, 57)}
    for member in present:
        if member not in silent:
            choice = "against" if member in against else "abstain" if member in abstain else "for"
            lines.do("cast", "11:27", member=member, choice=choice)
    lines.say("One answers anew before the vote is closed: the later answer counts.")
    lines.do("cast", "11:32", member=changing, choice="against")
    lines.say("Those who did not answer are read again; one stays silent and is counted as not voting.")
    lines.do("cast", "11:33", member=silent[0], choice="for")
    lines.do("cast", "11:33", member=silent[1], choice="abstain")
    lines.say("39 for, 13 against, 7 abstain, 1 not voting: one short of two thirds, not adopted.")
    lines.do("close-vote", "11:34")
    lines.do(
        "propose", "11:35", motion="4.2", item="4", kind="decision",
        text=text(
            "Жұмыс жоспарына ұсыныстарды қаржыландыру көздерін көрсете отырып пысықтау Хатшылыққа "
            "тапсырылсын",
            "Поручить Секретариату доработать предложения к плану работы с указанием источников "
            "финансирования",
        ),
        addressees=[text("Хатшылық", "Секретариат")], responsible=head, deadline="2026-06-01",
    )  # fmt: skip
    lines.hands("4.2", "11:36", "11:38", (52, 3, 5))
    lines.do("finish-item", "11:38", item="4")


def _break(lines: Lines) -> None:
    lines.say("A break keeps who is present.")
    until = f"{DAY}T12:00:00+05:00" if lines.clock else None
    lines.do("break", "11:40", until=until)
    lines.do("resume", "12:00")


def _item_5(lines: Lines, hall: Hall) -> None:
    rapporteur, speaker = hall.in_time[9], hall.in_time[5]
    lines.do("take-item", "12:01", item="5")
    lines.speech(
        rapporteur, "report", "12:02", "12:23",
        text(
            "Тұжырымдамалық ұстанымдардың жобасы бойынша өңірлерде өткен талқылаудың қорытындысы баяндалды; "
            "жоба "
            "Ғылыми-сарапшылық кеңестің сараптамалық қорытындысымен толықтырылған.",
            "Доложены итоги обсуждения проекта концептуальных подходов в регионах; проект дополнен "
            "экспертным заключением "
            "Научно-экспертного совета.",
        ),
        extended="12:21",
    )  # fmt: skip
    lines.speech(speaker, "debate", "12:24", "12:29", "Жобаны Сессияның қарауына енгізу қолдау тапты.")
    lines.say("Four leave: 56 of 84 present, the quorum exactly; 38 votes are needed.")
    lines.do("leave", "12:30", members=hall.leaving)
    lines.do(
        "propose", "12:31", motion="5.1", item="5", kind="recommendation",
        text=text(
            "Ассамблеяны дамытудың тұжырымдамалық ұстанымдарының жобасын Сессияның қарауына енгізу ұсынылсын",
            "Рекомендовать внести проект концептуальных подходов к развитию Ассамблеи на рассмотрение Сессии",
        ),
    )  # fmt: skip
    lines.say("38 of 56: two thirds are 37 1/3, so 38 is the smallest number that passes. Adopted.")
    lines.hands("5.1", "12:32", "12:35", (38, 12, 6))
    lines.do("finish-item", "12:35", item="5")


def _item_6(lines: Lines) -> None:
    lines.do("take-item", "12:36", item="6")
    lines.speech(
        SPEAKER, "report", "12:37", "12:50",
        text(
            "Кеңестің өткен отырысындағы жеті шешімнің бесеуі орындалғаны, екеуінің мерзімі өтпегені "
            "хабарланды.",
            "Сообщено, что из семи решений прошлого заседания Совета пять исполнены, по двум срок не истёк.",
        ),
    )  # fmt: skip
    lines.do(
        "propose", "12:52", motion="6.1", item="6", kind="take-note",
        text=text("Ақпарат назарға алынсын", "Принять информацию к сведению"),
    )  # fmt: skip
    lines.say("Taken note of, nobody objects: nothing is counted.")
    lines.unopposed("6.1", "12:53")
    lines.do("finish-item", "12:53", item="6")
