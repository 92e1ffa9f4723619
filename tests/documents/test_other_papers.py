"""The lists and the agenda as papers of their own."""

import pytest

from assembly_desk.documents import KINDS, Kind, NoNamedVote, kinds_of
from assembly_desk.domain import commands as c
from tests.documents.reading_paper import pages_of, paper, squashed, text_of
from tests.told_sittings import Teller, council


@pytest.fixture(scope="module")
def told() -> Teller:
    return council()


def test_the_agenda_names_items_and_rapporteurs(told: Teller) -> None:
    text = squashed(text_of(paper(told, "agenda")))
    assert squashed("Қазақстан халқы Ассамблеясы Кеңесінің 14-отырысының КҮН ТӘРТІБІ") in text
    assert squashed("Басталуы – 10:00.") in text
    assert (
        squashed("Этномәдени бірлестіктердің қызметі туралы ақпарат. Баяндамашы – Смағұлова Рәбиға") in text
    )
    assert squashed("5. Өзге де мәселелер.") in text


def test_the_attendance_list_stands_alone(told: Teller) -> None:
    first = pages_of(paper(told, "attendance"))[0]
    assert "Қатысқандар тізімі" in first
    assert "Мүшелердің жалпы саны – 83; қатысқаны – 61." in first
    assert "хаттамаға" not in first


def test_a_named_vote_stands_alone_and_begins_on_the_first_page(told: Teller) -> None:
    first = pages_of(paper(told, "named-vote", vote=9))[0]
    assert first.startswith("Атап дауыс беру тізімі")
    assert "№ 9 дауыс беру" in first
    assert "жақтап – 48; қарсы – 7; қалыс қалғандар – 4; дауыс бермегендер – 2." in first
    assert first.count("дауыс бермеді") + first.count("қалыс қалды") > 1


def test_without_a_number_every_named_vote_is_printed(told: Teller) -> None:
    assert paper(told, "named-vote") == paper(told, "named-vote", vote=9)


@pytest.mark.parametrize(("number", "why"), [(8, "not-named"), (99, "unknown"), (0, "unknown")])
def test_no_list_is_made_of_what_is_no_named_vote(told: Teller, number: int, why: str) -> None:
    with pytest.raises(NoNamedVote) as refused:
        paper(told, "named-vote", vote=number)
    assert (refused.value.vote, refused.value.why) == (number, why)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "named-vote"])
def test_every_paper_of_a_rehearsal_in_preparation_says_so(kind: Kind) -> None:
    told = Teller("new", "2026-05-20T09:00:00", rehearsal=True)
    told.members(3, ("session", "council"))
    told.do(c.Convene("new", "council", c.ConveningData(number="1", date="2026-05-20")), c.FixRoll())
    assert kind in kinds_of(told.opened.state)
    assert all("ЖАТТЫҒУ · ЖОБА" in page for page in pages_of(paper(told, kind)))
