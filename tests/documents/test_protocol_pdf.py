"""The protocol on paper: complete, in Kazakh, whole to whoever reads, searches, signs or checks it."""

import io
import re
from pathlib import Path

import pikepdf
import pytest

from assembly_desk.domain import commands as c
from assembly_desk.domain.text import Act, Text
from tests.documents.reading_paper import body_of, pages_of, paper, squashed, text_of, words_on_pages
from tests.told_sittings import LONG_GIST, Teller, council, session

MM = 72 / 25.4
LEFT, RIGHT, BOTTOM = 30 * MM, (210 - 15) * MM, 297 * MM


@pytest.fixture(scope="module")
def told() -> Teller:
    return council()


@pytest.fixture(scope="module")
def protocol(told: Teller) -> bytes:
    return paper(told)


@pytest.fixture(scope="module")
def text(protocol: bytes) -> str:
    return " ".join(pages_of(protocol))


@pytest.mark.parametrize(
    "sentence",
    [
        "Қазақстан халқы Ассамблеясы Кеңесінің 14-отырысының ХАТТАМАСЫ толық хаттама",
        "2026 жылғы 20 мамыр",
        "№ 14",
        "Астана қаласы",
        "Шақырған: Мұхамедиұлы Ілияс Петрович, Төраға орынбасары.",
        "Ассамблея Төрағасының келісімі: 2026 жылғы 5 мамырдағы № 8 өкім.",
        "Төрағалық етуші: Мұхамедиұлы Ілияс Петрович, Төраға орынбасары.",
        "Хатшы: Шаймерденова Үміт Серікқызы, Ассамблея Хатшылығының бас консультанты.",
        "Қатысқандар: тізім қоса беріледі (1-қосымша).",
        "Дәлелді себеппен келмегендер: Ким Сәуле Серікқызы (іссапар)",
        "Келмегендер (себебі көрсетілмеген): саны – 18 (1-қосымша).",
        "Шақырылғандар: Смағұлова Рәбиға Тоқтарқызы, Мәдениет және ақпарат министрлігінің өкілі; Петров Иван.",
        "Кеңес мүшелерінің жалпы саны – 84; қатысқаны – 59; қажетті кворум – 56 (жалпы санның кемінде үштен "
        "екісі; Ереже, 14-тармақ). Кворум бар, отырыс заңды.",
        "Отырыс ашық деп жарияланды; уақыты – 2026 жылғы 20 мамыр, 10:04.",
        "КҮН ТӘРТІБІ:",
        "Баяндамашы – Тілеубергенова Светлана, Шығыс Қазақстан облысы.",
        "Дауыс беру тоқтатылды, нәтиже шығарылған жоқ. Себебі – қарсылық білдірілді.",
        "жақтап – 57; қарсы – 0; қалыс қалғандар – 2; дауыс бермегендер – 0. Шешім қабылданды. "
        "Күн тәртібі бекітілді.",
        "Шешім бірауыздан қабылданды.",
        "1. ТЫҢДАЛДЫ:",
        "СӨЗ СӨЙЛЕДІ:",
        "Түзету дауысқа қойылды: «қазанда» деген сөз «қарашада» деген сөзбен ауыстырылсын",
        "Түзетуге дейінгі мәтін: Ассамблеяның кезекті сессиясын 2026 жылғы қазанда шақыру туралы ұсыныс",
        "Түзетілген мәтін: Ассамблеяның кезекті сессиясын 2026 жылғы қарашада шақыру туралы ұсыныс",
        "Себебі – дауыс санау жүйесі дұрыс көрсетілмеді.",
        "ДАУЫС БЕРУ НӘТИЖЕЛЕРІ: № 7 дауыс беру",
        "1-сектор: жақтап – 26; қарсы – 3; қалыс қалғандар – 1 (санаушы – Ә. Б. Құнанбаева).",
        "жақтап – 52; қарсы – 5; қалыс қалғандар – 4; дауыс бермегендер – 0 (жақтап берілген дауыстар шегеру "
        "арқылы есептелді).",
        "«кезекті» деген сөз алып тасталсын (қайтарып алынды)",
        "ШЕШТІ: Ассамблеяның кезекті сессиясын 2026 жылғы қарашада шақыру туралы ұсыныс енгізілсін",
        "Мерзімі – 2026 жылғы 1 қыркүйек.",
        "Үзіліс: басталуы – 10:41; аяқталуы – 12:30. Отырыс жалғасты; уақыты – 12:30.",
        "Төрағалық берілді: Тілеубергенова Светлана",
        "Отырысқа қатысып отырғаны – 61; қажетті дауыс саны – 41 (қатысып отырған Кеңес мүшелерінің кемінде "
        "үштен екісі; Ереже, 15-тармақ).",
        "Атап дауыс беру тізімі қоса беріледі (2-қосымша).",
        "негізі – 2026 жылғы 19 мамырдағы № 812 Жарлық",
        "(жарыссөз; кворумсыз тыңдалды)",
        "Отырыс кейінге қалдырылды; уақыты – 13:25. Жалғасатын күні – 2026 жылғы 21 мамыр. "
        "Себебі – кворум жоқ. Отырыс жалғасты; уақыты – 2026 жылғы 21 мамыр, 10:00.",
        "ҰСЫНДЫ: Тұжырымдаманың жобасын Сессияның қарауына енгізу ұсынылсын",
        "Қарсылық білдірілмеді, дауыстар саналмады. Шешім қабылданды. ШЕШТІ: Ақпарат назарға алынсын",
        "Қаралмай қалған мәселелер: 5. Өзге де мәселелер.",
        "Отырыс жабық деп жарияланды; уақыты – 2026 жылғы 21 мамыр, 11:20.",
        "Бейнежазба мұрағатқа тапсырылды.",
        "Төрағалық етуші С. Тілеубергенова (қолы)",
        "Қосымшалар: 1-қосымша. Қатысқандар тізімі",
        "Қолданылған ереже бейіні: kz-apk-747-2024 (Қазақстан Республикасы Президентінің 2024 жылғы 27 "
        "желтоқсандағы № 747 Жарлығы).",
        "№ 14 хаттамаға 1-қосымша",
        "№ 14 хаттамаға 2-қосымша Атап дауыс беру тізімі",
    ],
)
def test_the_protocol_says(text: str, sentence: str) -> None:
    assert squashed(sentence) in squashed(text)


def test_a_speech_can_be_searched_though_its_words_break_at_the_ends_of_lines(text: str) -> None:
    assert squashed(text).count(squashed(LONG_GIST)) == 3


def test_the_items_stand_in_the_order_in_which_they_were_taken(text: str) -> None:
    heads = re.findall(r"(\d)\. ТЫҢДАЛДЫ:", text)
    assert heads == ["1", "2", "3", "4"]


def test_every_page_bears_its_number_and_the_head_of_the_journal(told: Teller, protocol: bytes) -> None:
    pages, head = pages_of(protocol), told.opened.head
    short = " ".join(head[place : place + 4] for place in range(0, 32, 4))
    for number, page in enumerate(pages, 1):
        assert f"Журнал {short}" in page
        assert f"{number} / {len(pages)} бет" in page
        assert page.startswith(f"{number} ") is (number > 1)


def test_the_list_of_appendices_counts_their_sheets(protocol: bytes) -> None:
    pages = pages_of(protocol)
    starts = [number for number, page in enumerate(pages) if "хаттамаға" in page[:60]]
    sheets = [after - before for before, after in zip(starts, [*starts[1:], len(pages)], strict=True)]
    assert [int(count) for count in re.findall(r"парақ саны – (\d+)", " ".join(pages))] == sheets


def test_the_attendance_list_tells_every_stay_and_every_reason(protocol: bytes) -> None:
    text = squashed(text_of(protocol, "-layout"))
    assert squashed("20.05 09:31 20.05 13:25") in text
    assert squashed("21.05 09:40 –") in text
    assert squashed("көрсетілмеген") in text
    assert squashed("науқастану") in text


def test_before_the_closing_it_is_a_draft_and_after_it_no_more() -> None:
    draft = paper(council(close=False))
    assert all("ЖОБА" in page for page in pages_of(draft))
    assert not any("ЖАТТЫҒУ" in page for page in pages_of(draft))
    assert "ЖОБА" not in text_of(paper(council()))


def test_a_rehearsal_says_so_on_every_page_and_its_text_is_not_broken_by_the_mark(text: str) -> None:
    rehearsed = paper(council(rehearsal=True))
    assert all(page.count("ЖАТТЫҒУ") == 1 for page in pages_of(rehearsed))
    same = re.compile(r"(ЖАТТЫҒУ|Журнал( [0-9a-f]{4}){8}|[0-9a-f]{64})")
    bare = [squashed(same.sub("", told)) for told in (" ".join(pages_of(rehearsed)), text)]
    assert bare[0] == bare[1]


def test_the_same_record_gives_the_same_bytes(told: Teller, protocol: bytes) -> None:
    assert paper(told) == protocol


def test_the_journal_is_attached_as_it_is(told: Teller, protocol: bytes) -> None:
    with pikepdf.open(io.BytesIO(protocol)) as pdf:
        attached = pdf.attachments["journal.jsonl"]
        assert attached.get_file().read_bytes() == told.journal
        assert attached.relationship == pikepdf.Name.Data
        assert pdf.Root.AF[0].objgen == attached.obj.objgen


def test_every_font_is_embedded_and_maps_back_to_letters(protocol: bytes) -> None:
    with pikepdf.open(io.BytesIO(protocol)) as pdf:
        fonts = [
            thing
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == pikepdf.Name.Font
        ]
        assert fonts
        for font in fonts:
            assert "/FontFile2" in font.FontDescriptor
            assert b"<0000>" not in font.ToUnicode.read_bytes()


def test_it_is_a_kazakh_document_with_a_title(protocol: bytes) -> None:
    with pikepdf.open(io.BytesIO(protocol)) as pdf:
        assert str(pdf.Root.Lang) == "kk-KZ"
        assert str(pdf.docinfo["/Title"]) == "Қазақстан халқы Ассамблеясы Кеңесінің 14-отырысының ХАТТАМАСЫ"
        assert b"<pdfaid:part>3</pdfaid:part>" in pdf.Root.Metadata.read_bytes()
        assert "/OutputIntents" in pdf.Root


STRANGE = (
    "<b>",
    "<img src=x>",
    "&",
    "&amp;",
    "</para>",
    "Ә" * 300,
    "{name}",
    "%s",
    "<font color='red'>қызыл</font>",
    "<!-- a -->",
    "]]>",
    "№ 5",
)


def strange() -> Teller:
    """A sitting whose texts look like markup, or are words that no line can hold."""
    told = Teller("strange", "2026-05-20T09:00:00")
    ids = told.members(12, ("session", "council"))
    for id, word in zip(ids, STRANGE, strict=True):
        position = Text(f"лауазымы {word}")
        told.do(c.ChangeMember(id, surname=word, given="Аты", patronymic="", position=position))
    data = c.ConveningData(
        number="1",
        date="2026-05-20",
        place=Text(f"Орны {STRANGE[5]}"),
        convened_by=("m0002",),
        consent=Act(text=Text("<i>келісім</i>")),
        presiding="m0002",
        secretary=c.Guest(Text("<i>Хатшы</i>"), Text(STRANGE[5])),
    )
    told.do(c.Convene("strange", "council", data), c.FixRoll())
    told.do(c.AddItem("1", Text(f"<a href='x'>{STRANGE[5]}"), "C13.6", rapporteurs=("m0006",)))
    told.do(c.Arrive(tuple(ids)), c.Open(), c.TakeItem("1"))
    for id, word in zip(ids, STRANGE, strict=True):
        told.speech(id, "debate", f"Айтты: {word}!")
    told.do(c.Propose("1.1", "decision", Text(f"Шешім {STRANGE[5]} <b>"), item="1"))
    told.hands("1.1", 12, 0, 0)
    told.do(c.Close())
    return told


@pytest.fixture(scope="module")
def strange_paper() -> bytes:
    return paper(strange())


@pytest.mark.parametrize("word", STRANGE, ids=[word[:12] for word in STRANGE])
def test_what_was_typed_is_printed_as_it_is(strange_paper: bytes, word: str) -> None:
    text = squashed(body_of(strange_paper, "-raw"))
    name = f"{word} Аты"
    assert squashed(f"{name}, лауазымы {word} (жарыссөз): Айтты: {word}!") in text


@pytest.mark.parametrize("made", ["council", "strange", "session"])
def test_nothing_is_written_beyond_the_margins(made: str, tmp_path: Path, strange_paper: bytes) -> None:
    pdf = {"council": lambda: paper(council()), "strange": lambda: strange_paper, "session": a_session}[
        made
    ]()
    words = words_on_pages(pdf, tmp_path)
    assert words
    outside = [
        word
        for word in words
        if word[1] < LEFT - 1 or word[3] > RIGHT + 1 or word[2] < 0 or word[4] > BOTTOM - 5 * MM
    ]
    assert outside == []


def a_session() -> bytes:
    return paper(session(votes=2, members=583))


def test_a_session_of_583_lists_every_member_of_every_named_vote() -> None:
    told = session(votes=3, members=583)
    text = squashed(body_of(paper(told)))
    assert "Қазақстан халқы Ассамблеясының XXXV сессиясының".replace(" ", "") in text
    for person in told.opened.state.roll.members.values():
        came = bool(told.opened.state.roll.stays.get(person.person.member or ""))
        surname_and_given = "".join(person.person.name.kk.split()[:2])
        assert text.count(surname_and_given) >= (4 if came else 1)


def test_texts_of_any_length_find_room() -> None:
    long, word = "сөз " * 3000, "Ә" * 3000
    told = Teller("long", "2026-05-20T09:00:00")
    ids = told.members(12, ("session", "council"))
    told.do(c.ChangeMember("m0002", surname=word, position=Text(long)))
    data = c.ConveningData(
        number=word,
        date="2026-05-20",
        place=Text(long),
        convened_by=("m0002",),
        consent=Act(text=Text(long)),
        presiding="m0002",
        secretary=c.Guest(Text(word), Text(long)),
    )
    told.do(c.Convene("long", "council", data), c.FixRoll(), c.AddItem("1", Text(long), "C13.6"))
    told.do(c.Arrive(tuple(ids)), c.Open(), c.TakeItem("1"))
    told.speech("m0002", "report", long + word)
    told.do(c.Propose("1.1", "decision", Text(long), item="1"))
    told.do(c.Put("1.1", "show-of-hands"), c.StopVote(Text(long)), c.Close(Text(long)))
    assert squashed(text_of(paper(told))).count("сөз") > 10 * 3000


def test_a_sitting_just_convened_has_a_draft_already() -> None:
    told = Teller("new", "2026-05-20T09:00:00")
    told.do(c.Convene("new", "council", c.ConveningData()))
    assert "ХАТТАМАСЫ" in text_of(paper(told))


def test_in_russian_the_words_are_russian_and_a_missing_text_is_shown_as_missing(told: Teller) -> None:
    text = squashed(text_of(paper(told, language="ru")))
    assert squashed("Совет Ассамблеи народа Казахстана ПРОТОКОЛ заседания № 14") in text
    assert squashed("Кворум имеется, заседание правомочно.") in text
    assert squashed("город Астана") in text
    assert squashed("Согласие Председателя Ассамблеи: распоряжение № 8 от 5 мая 2026 года.") in text
    assert squashed("РЕШИЛИ: [нет русского текста].") in text
    assert squashed("Секретарь: Шаймерденова Үміт Серікқызы [каз.], [нет русского текста].") in text
    assert squashed("Приложение 1. Список присутствующих") in text
    assert squashed("Ақпарат назарға алынсын") not in text


def test_the_head_of_the_journal_stands_in_the_metadata_too(told: Teller, protocol: bytes) -> None:
    with pikepdf.open(io.BytesIO(protocol)) as pdf:
        assert str(pdf.docinfo["/AssemblyDeskJournalHead"]) == told.opened.head
        metadata = pdf.open_metadata()
        assert metadata["{urn:assembly-desk:record:}journalHead"] == told.opened.head
        assert metadata["{urn:assembly-desk:record:}journalEntries"] == str(told.opened.entries)


def test_a_decision_ends_with_a_full_stop_and_a_name_does_not_double_it(text: str) -> None:
    assert squashed("ШЕШТІ: Ақпарат назарға алынсын.") in squashed(text)
    assert squashed("шақыру туралы ұсыныс енгізілсін.") in squashed(text)
    assert not re.search(r"(?<!\.)\.\.(?!\.)", text)
