"""Every kind of paper: its words, its languages, what it refuses, and how it holds together on its pages."""

import io
import re
from collections.abc import Iterator

import pikepdf
import pytest

from assembly_desk.documents import ALL_KINDS, Kind, NotMade, PaperLanguage, kinds_of
from assembly_desk.domain import commands as c
from assembly_desk.domain.motion import FormChoice, Sets
from assembly_desk.domain.text import Act, Name, Text
from tests.documents.reading_paper import pages_of, paper, squashed, text_of
from tests.told_sittings import SECRETARY, Teller, council

REFUSED = {
    "decision": "NotThisBody",
    "appeal": "NotThisBody",
    "counting": "CommissionMissing",
    "ballots": "NothingToPut",
    "no-quorum": "AlreadyOpen",
}
OF_AN_ELECTION = ("counting", "ballots")
OF_A_SITTING = [kind for kind in ALL_KINDS if kind not in OF_AN_ELECTION]
OF_A_COUNCIL = [kind for kind in ALL_KINDS if kind not in REFUSED]
APPEAL = Text(
    "Халықты бірлікке шақырамыз.\nҮндеу жариялансын", "Призываем к единству.\nОпубликовать обращение"
)


def small_session(*, text: str = "Тұжырымдама мақұлдансын", close: bool = True) -> Teller:
    """A Session of thirty that decides its form, decides on a matter, and adopts an Appeal."""
    told = Teller("session-1", "2026-05-20T09:00:00")
    ids = told.members(30, ("session",))
    data = c.ConveningData(
        number="XXXV",
        date="2026-05-20",
        time="10:00",
        place=Text("Астана қаласы", "город Астана"),
        convened_by=("m0001",),
        act=Act("Өкім", "112", "2026-04-30"),
        presiding="m0001",
        secretary=SECRETARY,
        invited=(c.Guest(Text("Петров Иван")),),
    )
    told.do(c.Convene("session-1", "session", data), c.FixRoll())
    told.do(c.AddItem("1", Text("Дауыс беру нысаны туралы", "О форме голосования"), "S10"))
    told.do(c.AddItem("2", Text("Тұжырымдама туралы"), "S8.1"), c.AddItem("3", Text("Үндеу туралы"), "C13.6"))
    told.do(c.Arrive(tuple(ids)), c.Open(), c.TakeItem("1"))
    told.do(
        c.Propose(
            "1.1",
            "decision",
            Text("Ашық дауыс берілсін", "Голосовать открыто"),
            item="1",
            sets=Sets(form=FormChoice("show-of-hands")),
        )
    )
    told.hands("1.1", 30, 0, 0)
    told.do(c.FinishItem("1"), c.TakeItem("2"), c.Propose("2.1", "decision", Text(text), item="2"))
    told.hands("2.1", 20, 6, 4)
    told.do(c.FinishItem("2"), c.TakeItem("3"), c.Propose("3.1", "appeal", APPEAL, item="3"))
    told.hands("3.1", 29, 0, 1)
    told.do(c.FinishItem("3"))
    if close:
        told.do(c.Close(), c.NumberProtocol("35", "2026-05-20"))
    return told


@pytest.fixture(scope="module")
def sitting() -> Teller:
    return council()


@pytest.fixture(scope="module")
def held() -> Teller:
    return small_session()


def flat(pdf: bytes) -> str:
    return squashed(text_of(pdf))


def streams(pdf: bytes) -> Iterator[bytes]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for thing in opened.objects:
            if isinstance(thing, pikepdf.Stream):
                yield thing.read_raw_bytes()


@pytest.mark.parametrize("kind", OF_A_SITTING)
@pytest.mark.parametrize("language", ["kk", "ru", "kk+ru"])
def test_every_paper_is_the_same_for_the_same_record_and_can_be_archived(
    sitting: Teller, held: Teller, kind: Kind, language: PaperLanguage
) -> None:
    told = sitting if kind in ("named-vote", "protocol", "proposal") else held
    if kind == "no-quorum":
        told = cancelled()
    made = paper(told, kind, language)
    assert made == paper(told, kind, language)
    assert not any(stream.endswith(b"\r") for stream in streams(made)), "a stream's end is doubtful"
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert str(pdf.Root.Lang) == ("ru-RU" if language == "ru" else "kk-KZ")
        assert list(pdf.attachments) == ["journal.jsonl"]
        assert pdf.attachments["journal.jsonl"].get_file().read_bytes() == told.journal
        fonts = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/BaseFont" in one]
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)


def cancelled(came: int = 10) -> Teller:
    told = Teller("council-15", "2026-05-20T09:00:00")
    ids = told.members(30, ("session", "council"))
    data = c.ConveningData(number="15", date="2026-05-20", place=Text("Астана қаласы"), presiding="m0002")
    told.do(c.Convene("council-15", "council", data), c.FixRoll(), c.Arrive(tuple(ids[:came])))
    told.do(c.Cancel(Text("кворум жиналмады")))
    return told


@pytest.mark.parametrize("kind", sorted(REFUSED))
def test_a_council_has_no_decision_of_its_own_and_no_paper_of_a_sitting_not_held(
    sitting: Teller, kind: Kind
) -> None:
    with pytest.raises(NotMade) as refused:
        paper(sitting, kind)
    assert refused.value.code == REFUSED[kind]
    assert list(kinds_of(sitting.opened.state)) == OF_A_COUNCIL


@pytest.mark.parametrize("kind", OF_A_SITTING)
def test_a_paper_made_before_the_closing_is_a_draft_on_every_page(kind: Kind) -> None:
    told = council(close=False) if kind in OF_A_COUNCIL else small_session(close=False)
    if kind == "no-quorum":
        told = Teller("council-16", "2026-05-20T09:00:00")
        told.do(c.Convene("council-16", "council", c.ConveningData(number="16", date="2026-05-20")))
    assert all("ЖОБА" in page for page in pages_of(paper(told, kind)))


def test_an_extract_has_the_decision_and_its_vote_and_no_debate(sitting: Teller) -> None:
    text = flat(paper(sitting, "extract", item="1"))
    assert squashed("№ 14 хаттама") in text
    assert squashed("1. ТЫҢДАЛДЫ:") in text
    assert squashed("2026 жылғы қарашада шақыру туралы ұсыныс енгізілсін") in text
    assert squashed("Көшірме дұрыс") in text
    for other in (
        "СӨЗ СӨЙЛЕДІ",
        "Жарыссөз тоқтатылсын",
        "Дауыс беру тоқтатылды",
        "2. ТЫҢДАЛДЫ",
        "күні туралы сұрады",
    ):
        assert squashed(other) not in text


def test_an_extract_of_what_is_not_on_the_agenda_is_refused(sitting: Teller) -> None:
    with pytest.raises(NotMade) as refused:
        paper(sitting, "extract", item="99")
    assert (refused.value.code, refused.value.values) == ("UnknownItem", {"id": "99"})


def test_a_decision_has_its_point_and_the_vote_and_not_the_appeal(held: Teller) -> None:
    (page,) = pages_of(paper(held, "decision", item="2"))
    assert "ШЕШІМ 2026 жылғы 20 мамыр" in page
    assert "ШЕШТІ: Тұжырымдама мақұлдансын." in page
    assert "жақтап – 20; қарсы – 6; қалыс қалғандар – 4; дауыс бермегендер – 0." in page
    assert "міндетті қарауына жатады" in page.replace("қара- уына", "қарауына")
    assert len(pages_of(paper(held, "decision"))) == 2, "the Appeal is a paper of its own"
    with pytest.raises(NotMade) as refused:
        paper(held, "decision", item="3")
    assert refused.value.code == "NothingAdopted"


def test_an_appeal_is_printed_in_its_own_words(held: Teller) -> None:
    (page,) = pages_of(paper(held, "appeal"))
    assert "ҮНДЕУ" in page
    assert "Халықты бірлікке шақырамыз. Үндеу жариялансын." in page
    assert "Председательствующий" in text_of(paper(held, "appeal", "ru"))


def test_a_short_protocol_names_who_spoke_and_not_what_was_said(sitting: Teller) -> None:
    full, short = flat(paper(sitting)), flat(paper(sitting, short=True))
    gist, speaker = squashed("Жоспардың негізгі бағыттарын таныстырды"), squashed("СӨЗ СӨЙЛЕДІ:")
    assert squashed("толық хаттама") in full
    assert gist in full
    assert squashed("қысқаша хаттама") in short
    assert gist not in short
    assert speaker in short
    assert squashed("жақтап – 48; қарсы – 7") in short


def test_in_two_languages_the_kazakh_text_comes_first_and_is_the_one_signed(held: Teller) -> None:
    made = paper(held, language="kk+ru")
    pages = pages_of(made)
    kazakh = len(pages_of(paper(held)))
    assert "ХАТТАМАСЫ" in pages[0]
    assert "ПРОТОКОЛ" in pages[kazakh]
    assert "преимущество имеет текст на казахском языке" in pages[kazakh]
    with pikepdf.open(io.BytesIO(made)) as pdf:
        fields = {str(field.T): field.P.objgen for field in pdf.Root.AcroForm.Fields}
        kazakh_pages = [page.obj.objgen for page in pdf.pages][:kazakh]
    assert set(fields) == {"Secretary", "Presiding"}
    assert set(fields.values()) <= set(kazakh_pages)
    (count,) = {re.findall(r"парақ саны – (\d+)|листов – (\d+)", " ".join(pages))[0][0]}
    assert f"листов – {count}" in " ".join(pages[kazakh:])


def test_what_has_no_russian_text_is_marked_and_never_printed_in_kazakh(held: Teller) -> None:
    text = " ".join(pages_of(paper(held, "decision", "ru", item="2")))
    assert "[нет русского текста]" in text
    assert "Тұжырымдама" not in text
    assert "[каз.]" in " ".join(pages_of(paper(held, "invitations", "ru")))


def test_everyone_gets_an_invitation_and_a_card(held: Teller) -> None:
    letters = pages_of(paper(held, "invitations"))
    assert len(letters) == 31
    assert "Құрметті Петров Иван!" in letters[-1]
    assert all("Күні – 2026 жылғы 20 мамыр; уақыты – 10:00" in page for page in letters)
    names = [page.split("!")[0].split("Құрметті ")[1] for page in letters]
    badges = " ".join(pages_of(paper(held, "badges")))
    seats = " ".join(pages_of(paper(held, "seat-cards")))
    for name in names:
        assert name in badges
        assert seats.count(name) >= 2 or name in seats.replace("\n", " ")
    assert badges.count("Ассамблея мүшесі") == 30
    assert badges.count("[бейдж нөмірі жоқ]") == 30, "none of these members has a badge"
    assert "Шақырылған адам" in badges


def test_in_two_languages_each_person_has_both_letters_side_by_side(held: Teller) -> None:
    letters = pages_of(paper(held, "invitations", "kk+ru"))
    assert len(letters) == 62
    assert "ШАҚЫРУ ҚАҒАЗЫ" in letters[0]
    assert "ПРИГЛАШЕНИЕ" in letters[1]
    assert "Петров Иван" in letters[-2]
    assert "Петров Иван" in letters[-1]


def test_the_script_says_the_official_words_with_blanks_for_what_the_hall_will_tell() -> None:
    told = Teller("council-17", "2026-05-20T09:00:00")
    told.members(12, ("session", "council"))
    told.do(c.Convene("council-17", "council", c.ConveningData(number="17", date="2026-05-20")), c.FixRoll())
    told.do(c.AddItem("1", Text("Жоспар туралы"), "C13.4", rapporteurs=("m0003",)))
    text = flat(paper(told, "script"))
    assert (
        squashed("Кеңес мүшелерінің жалпы саны – 12; қатысып отырғаны – ______; қажетті кворум – 8.") in text
    )
    assert squashed("Күн тәртібінің бірінші мәселесіне көшеміз. Жоспар туралы.") in text
    assert squashed("Баяндамаға берілетін уақыт –") in text
    assert squashed("Отырысты жабық деп жариялаймын.") in text


def test_the_integrity_sheet_names_the_head_and_derives_every_verdict(sitting: Teller) -> None:
    text = flat(paper(sitting, "integrity"))
    assert sitting.opened.head in text
    assert squashed("Барлық сан мен нәтиже жазылған дауыстар бойынша қайта есептелді") in text
    assert squashed("сәйкес емес") not in text


def test_the_paper_of_a_sitting_not_held_has_the_figures_and_who_came() -> None:
    first, *rest = pages_of(paper(cancelled(), "no-quorum"))
    assert "ОТЫРЫСТЫҢ ӨТКІЗІЛМЕГЕНІ ТУРАЛЫ АКТ" in first
    assert "Мүшелердің жалпы саны – 30; келгені – 10; қажетті кворум – 20" in first
    assert "Кворум жиналмағандықтан, отырыс ашылған жоқ." in first
    assert first.count("(қолы)") == 2
    assert "Қатысқандар тізімі" in rest[0]


def test_a_sitting_cancelled_with_a_quorum_is_not_said_to_have_had_none() -> None:
    first = pages_of(paper(cancelled(25), "no-quorum"))[0]
    assert "келгені – 25; қажетті кворум – 20" in first
    assert "Кворум жиналмағандықтан" not in first


def test_before_the_opening_the_attendance_list_is_a_form_with_a_line_for_everyone() -> None:
    told = Teller("council-18", "2026-05-20T09:00:00")
    ids = told.members(12, ("session", "council"))
    told.do(c.Convene("council-18", "council", c.ConveningData(number="18", date="2026-05-20")), c.FixRoll())
    told.do(c.Arrive((ids[0],)))
    (page,) = pages_of(paper(told, "attendance"))
    assert "Келмегендер" not in page
    assert "Мүшелердің жалпы саны – 12." in page
    assert "қатысқаны" not in page
    assert page.count("09:0") == 1, "who is in the hall has the time"


@pytest.mark.parametrize("lines", range(1, 60, 4))
@pytest.mark.parametrize("kind", ["extract", "decision"])
def test_a_signature_never_stands_on_a_page_without_the_text_it_signs(kind: Kind, lines: int) -> None:
    told = small_session(text="\n".join(f"{n}-тармақ орындалсын;" for n in range(lines)) + "\nсоңғы тармақ")
    (page,) = [page for page in pages_of(paper(told, kind, item="2")) if "(қолы)" in page]
    assert "соңғы тармақ" in page


HOSTILE = ("<b>", "</para>", "&amp;", "{name}", "%s", "<img src='file:///etc/passwd'>", "]]>", "Ә" * 300)


@pytest.fixture(scope="module")
def hostile() -> Teller:
    """A sitting whose names, positions and texts look like markup, or are words that no line can hold."""
    told = Teller("hostile", "2026-05-20T09:00:00")
    ids = told.members(len(HOSTILE), ("session", "council"))
    for id, word in zip(ids, HOSTILE, strict=True):
        position = Text(f"қызметі {word}")
        told.do(c.ChangeMember(id, surname=word, given="Аты", patronymic="", position=position))
    data = c.ConveningData(
        number="1",
        date="2026-05-20",
        time="10:00",
        place=Text(HOSTILE[0]),
        convened_by=("m0002",),
        consent=Act(text=Text(HOSTILE[1])),
        presiding="m0002",
        secretary=c.Guest(Text(HOSTILE[2]), Text(HOSTILE[7])),
    )
    told.do(c.Convene("hostile", "council", data), c.FixRoll(), c.Arrive(tuple(ids)))
    for number, word in enumerate(HOSTILE, 1):
        told.do(c.AddItem(str(number), Text(f"Мәселе {word}"), "C13.6", rapporteurs=(ids[number - 1],)))
    told.do(c.Open(), c.TakeItem("1"))
    for number, word in enumerate(HOSTILE, 1):
        told.do(c.Propose(f"1.{number}", "decision", Text(f"Мәтін {word}"), item="1"))
        told.hands(f"1.{number}", len(ids), 0, 0)
    told.do(c.FinishItem("1"), c.Close())
    return told


@pytest.mark.parametrize(
    "kind", [kind for kind in OF_A_COUNCIL if kind not in ("named-vote", "integrity", "proposal")]
)
@pytest.mark.parametrize("language", ["kk", "kk+ru"])
def test_what_looks_like_markup_is_printed_as_it_was_written(
    hostile: Teller, kind: Kind, language: PaperLanguage
) -> None:
    text = flat(paper(hostile, kind, language))
    for word in HOSTILE[:7]:
        assert squashed(word) in text


def test_a_sitting_without_a_place_has_a_line_to_write_it_on() -> None:
    told = Teller("council-19", "2026-05-20T09:00:00")
    told.members(12, ("session", "council"))
    told.do(c.Convene("council-19", "council", c.ConveningData(number="19", date="2026-05-20")), c.FixRoll())
    assert "__________________" in pages_of(paper(told))[0]


def test_a_russian_list_stands_in_the_order_of_the_russian_alphabet() -> None:
    told = Teller("council-20", "2026-05-20T09:00:00")
    ids = told.members(4, ("session", "council"))
    names = {"Әбенов": "Абенов", "Алиев": "Алиев", "Ёлкин": "Ёлкин", "Жанов": "Жанов"}
    for id, (surname, russian) in zip(ids, names.items(), strict=True):
        told.do(
            c.ChangeMember(
                id, surname=surname, given="Аты", patronymic="", names={"ru": Name(russian, "Имя")}
            )
        )
    told.do(c.Convene("council-20", "council", c.ConveningData(number="20", date="2026-05-20")), c.FixRoll())
    orders: dict[PaperLanguage, list[str]] = {"kk": ["Алиев", "Әбенов"], "ru": ["Абенов", "Алиев"]}
    for language, first in orders.items():
        (page,) = pages_of(paper(told, "attendance", language))
        listed = [word for word in page.split() if word in {*names, *names.values()}]
        assert listed[:2] == first
