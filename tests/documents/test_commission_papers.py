"""Secret votes and elections on paper: the protocol, the commission's own, the proposal, ballots, and what went wrong."""

import json
from functools import cache
from pathlib import Path
from typing import Literal

import pytest

from assembly_desk.desk.desk import Desk
from assembly_desk.desk.rehearsal import Rehearsal
from assembly_desk.documents import Choice, Kind, NotMade, PaperLanguage, document
from assembly_desk.journal.entry import line
from assembly_desk.journal.memory import MemoryJournals
from assembly_desk.rules import load_profiles
from tests.documents.reading_paper import pages_of, squashed
from tests.evenings import EVENING, hard_evening

COUNCIL = "council-14"


@cache
def council() -> Desk:
    file = Path(__file__).parents[1] / "rehearsals" / "council.jsonl"
    desk = Desk(MemoryJournals(), load_profiles(), rehearsal=True)
    lines = file.read_text(encoding="utf-8").splitlines()
    for answer in Rehearsal(desk, record=False, language="kk").play(lines):
        assert answer.ok, answer.body
    return desk


def printed(
    desk: Desk,
    sitting: str,
    kind: Kind,
    language: PaperLanguage = "kk",
    *,
    number: Literal[1, 2] | None = None,
    vote: int | None = None,
    item: str | None = None,
    copies: int | None = None,
) -> list[str]:
    opened = desk.sitting(sitting)
    pdf = document(
        kind,
        opened.state,
        language=language,
        journal=b"".join(line(entry).encode() + b"\n" for entry in desk.lines(sitting)),
        head=opened.head,
        entries=opened.entries,
        chosen=Choice(vote=vote, item=item, number=number, copies=copies),
    )
    return pages_of(pdf)


def flat(pages: list[str]) -> str:
    return squashed(" ".join(pages))


def test_the_protocol_has_the_papers_and_every_row_of_a_secret_list() -> None:
    text = flat(printed(council(), COUNCIL, "protocol"))
    for told in (
        "Кандидаттар тізімі дауысқа қойылды: кандидаттар саны – 8; орын саны – 5.",
        "Басып шығарылған бюллетеньдер – 84; берілгені – 61; бүлінгені (ауыстырылғаны) – 1; жәшіктен алынғаны – 60;",
        "1 Кандидат 1 53 4 2 0 қабылданды",
        "5 Кандидат 5 40 17 2 0 дауыс саны тең",
        "Дауыс берудің келесі кезеңі: № 10 дауыс беруден кейін.",
        "1 Кандидат 5 41 15 2 0 қабылданды 2 Кандидат 6 38 18 2 0 қабылданбады",
        "комиссия төрағасы – Тегі0010 Аты; комиссия хатшысы – Тегі0011 Аты.",
        "Есеп комиссиясының № 1 хаттамасы бекітілді.",
        "Есеп комиссиясының № 2 хаттамасы бекітілген дауыс беру – № 11.",
    ):
        assert squashed(told) in text, told


def test_a_closing_decision_names_exactly_those_elected() -> None:
    text = flat(printed(council(), COUNCIL, "proposal", item="3"))
    assert squashed("Қазақстан Республикасының Президентіне бес кандидат бойынша ұсыныс енгізілсін.") in text
    names = [f"Кандидат {number}" for number in range(1, 9) if squashed(f"– Кандидат {number}") in text]
    assert names == [f"Кандидат {number}" for number in range(1, 6)]
    assert squashed("Кандидат 6") not in text
    assert squashed("Шешімнің негізі – № 12 дауыс беру нәтижелері") in text
    assert (
        squashed("Кандидат 5: жақтап – 41; қарсы – 15; қалыс қалғандар – 2; белгі қойылмағаны – 0;") in text
    )


def test_the_commission_signs_its_protocols_and_they_say_who_approved_them() -> None:
    (first,) = printed(council(), COUNCIL, "counting", "ru", number=1)
    assert "Протокол счётной комиссии № 1" in first
    assert first.count("(подпись)") == 3
    assert "Протокол утверждён голосованием № 3." in first
    second = " ".join(printed(council(), COUNCIL, "counting", number=2, vote=10))
    assert "жарамсызы – 1; пайдаланылмағаны – 23." in second
    assert "Хаттама бекітілген дауыс беру – № 11." in second
    assert second.count("(қолы)") == 3
    run_off = " ".join(printed(council(), COUNCIL, "counting", number=2, vote=12))
    assert "Хаттама бекітілген жоқ." in run_off


def test_a_commission_has_no_protocol_of_a_vote_that_it_did_not_count() -> None:
    with pytest.raises(NotMade, match="UnknownVote"):
        printed(council(), COUNCIL, "counting", number=2, vote=1)
    with pytest.raises(NotMade, match="SecretByName"):
        printed(council(), COUNCIL, "named-vote", vote=10)
    with pytest.raises(NotMade, match="CommissionMissing"):
        printed(hard_evening(), EVENING, "counting", number=1)


@pytest.mark.parametrize(("copies", "sheets"), [(1, 1), (5, 2), (8, 2), (60, 15)])
def test_ballots_are_as_many_as_ordered_and_all_the_same(copies: int, sheets: int) -> None:
    pages = printed(council(), COUNCIL, "ballots", vote=12, copies=copies)
    assert len(pages) == sheets
    assert sum(page.count("ДАУЫС БЕРУ БЮЛЛЕТЕНІ") for page in pages) == copies
    assert len(set(pages[:-1])) <= 1, "a full sheet is the same as any other"
    assert not any("Журнал" in page for page in pages)


def list_of(candidates: int) -> Desk:
    """A sitting in which a list of so many candidates waits."""
    desk = hard_evening('"do": "take-item", "item": "3"')
    letters = "ЯҺҰҮУІӨОҢНҚКҒГӘАЭШЫЮЧЦХФТСРПМЛ"[:candidates]
    steps: list[dict[str, object]] = [{"do": "take-item", "item": "3", "sitting": EVENING}]
    steps += [
        {
            "do": "propose",
            "motion": f"3.{letter}",
            "item": "3",
            "kind": "candidate",
            "text": "Ассамблея мүшелігіне кандидат",
            "candidate": {"name": f"{letter}тегі Аты", "position": "облыстық бірлестіктің төрағасы"},
        }
        for letter in letters
    ]
    for answer in Rehearsal(desk, record=False, language="kk").play([json.dumps(one) for one in steps]):
        assert answer.ok, answer.body
    return desk


@pytest.mark.parametrize("candidates", [8, 17, 30])
def test_a_list_stands_in_the_order_of_the_kazakh_alphabet_whole_on_one_paper(candidates: int) -> None:
    first, *_ = printed(list_of(candidates), EVENING, "ballots", item="3", copies=4)
    assert "ЖОБА" in first
    ballot = first.split("ДАУЫС БЕРУ БЮЛЛЕТЕНІ")[1]
    names = [word for word in ballot.split() if word.endswith("тегі")]
    assert len(names) == candidates
    order = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
    assert names == sorted(names, key=lambda name: order.index(name[0].lower()))
    assert "Есеп комиссиясының екі мүшесінің қолы" in ballot


def test_recipients_sign_a_list_that_says_nothing_of_how_or_when() -> None:
    text = " ".join(printed(council(), COUNCIL, "attendance", vote=10))
    assert "Бюллетень алғандардың тізімі" in text
    assert text.count("Тегі0") == 60
    assert "Келген уақыты" not in text


def test_what_went_wrong_stands_in_the_protocol() -> None:
    text = flat(printed(hard_evening(), EVENING, "protocol"))
    for told in (
        "Осы дауыс беру нәтижесінің күші жойылды; негізі – № 3 дауыс беру.",
        "Нәтиженің күші жойылды: № 2 дауыс беру.",
        "Дауыстар қайта саналды; күші бар нәтиже – № 8 дауыс беру.",
        "Дауыстарды қайта санау: № 6 дауыс беру.",
        "Жазбаны түзету: № 8 жазба; дұрысы – m25 мүше залда болған жоқ; себебі – тіркеу парағындағы қол басқа адамдікі.",
        "Жазылғаны – келді: Тегі25 Аты; уақыты – 14:52.",
        "№ 6 дауыс беру. Жазба түзетілгеннен кейінгі есеп: қатысып отырғаны – 24; қажетті дауыс саны – 16. "
        "Нәтиже күмәнді.",
        "ШЕШТІ: Кандидатура Ассамблея мүшелігіне ұсынылсын. – Кандидат 1",
    ):
        assert squashed(told) in text, told
    assert squashed("– Кандидат 2") not in text
    assert squashed("Дауысқа қойылмаған") not in text


def test_a_named_list_has_a_column_for_each_candidate() -> None:
    (page,) = printed(hard_evening(), EVENING, "named-vote", vote=9)
    assert "Тегі01 Аты қарсы қалыс қалды" in page
    assert "Тегі09 Аты жақтап қалыс қалды" in page
    assert "Тегі25 Аты жақтап жақтап" in page
    assert len(printed(hard_evening(), EVENING, "named-vote")) == 1, "a list is printed once"


@pytest.mark.parametrize("language", ["kk", "ru", "kk+ru"])
@pytest.mark.parametrize(
    ("kind", "number", "vote"), [("counting", 1, None), ("counting", 2, 10), ("ballots", None, 10)]
)
def test_the_papers_of_an_election_are_made_in_every_language_and_are_always_the_same(
    kind: Kind, number: Literal[1, 2] | None, vote: int | None, language: PaperLanguage
) -> None:
    first, second = (printed(council(), COUNCIL, kind, language, number=number, vote=vote) for _ in range(2))
    assert first == second
    assert all("РЕПЕТИЦИЯ" in page or "ЖАТТЫҒУ" in page for page in first)


def test_a_name_that_looks_like_markup_stands_on_the_ballot_as_it_was_written() -> None:
    desk = list_of(3)
    step: dict[str, object] = {
        "do": "propose",
        "motion": "3.x",
        "item": "3",
        "kind": "candidate",
        "text": "Кандидат",
        "candidate": {"name": "<b>&amp; {name} %s </para>"},
        "sitting": EVENING,
    }
    (answer,) = Rehearsal(desk, record=False, language="kk").play([json.dumps(step)])
    assert answer.ok, answer.body
    assert squashed("<b>&amp; {name} %s </para>") in flat(
        printed(desk, EVENING, "ballots", item="3", copies=1)
    )


def test_a_russian_paper_begins_with_the_body_and_the_secretary_signs_with_initials_first() -> None:
    first, *_ = printed(council(), COUNCIL, "protocol", "ru")
    assert "Совет Ассамблеи народа Казахстана ПРОТОКОЛ заседания № 14" in first
    last = " ".join(printed(council(), COUNCIL, "protocol"))
    assert "С. Қ. Ахметова" in last, "at the signature the initials come first"
