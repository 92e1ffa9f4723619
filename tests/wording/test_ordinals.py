import pytest

from assembly_desk.wording.ordinals import nth, sitting_of, sitting_title
from assembly_desk.wording.words import Language, words


@pytest.mark.parametrize(
    ("number", "noun", "language", "expected"),
    [
        (4, "item", "kk", "4-мәселе"),
        ("4", "nth.item", "ru", "вопрос 4"),
        (4, "item", "en", "item 4"),
        ("1.1", "motion", "kk", "1.1-ұсыныс"),
        ("1", "appendix", "kk", "1-қосымша"),
        ("1", "appendix", "ru", "приложение 1"),
        ("14", "sitting", "ru", "заседание № 14"),
        ("14", "sitting-poss", "kk", "14-отырысы"),
        ("14", "sitting-gen", "kk", "14-отырысының"),
        ("14", "sitting-gen", "ru", "заседания № 14"),
        ("14", "sitting", "en", "sitting no. 14"),
        ("XXXV", "session-poss", "kk", "XXXV сессиясы"),
        ("XXXV", "session-gen", "kk", "XXXV сессиясының"),
        ("XXXV", "session-poss", "ru", "XXXV сессия"),
        ("XXXV", "session-poss", "en", "Session XXXV"),
        ("35", "session-poss", "kk", "35-сессиясы"),
        ("35", "session-gen", "ru", "сессии № 35"),
        ("қосымша", "item", "kk", "қосымша мәселе"),
    ],
)
def test_a_number_and_its_noun(number: str | int, noun: str, language: Language, expected: str) -> None:
    assert nth(number, noun, language) == expected


@pytest.mark.parametrize(
    ("body", "number", "language", "expected"),
    [
        ("council", 14, "kk", "Қазақстан халқы Ассамблеясы Кеңесінің 14-отырысының"),
        ("council", 14, "ru", "заседания № 14 Совета Ассамблеи народа Казахстана"),
        ("council", 14, "en", "sitting no. 14 of the Council of the Assembly of People of Kazakhstan"),
        ("session", "XXXV", "kk", "Қазақстан халқы Ассамблеясының XXXV сессиясының"),
        ("session", "XXXV", "ru", "XXXV сессии Ассамблеи народа Казахстана"),
        ("session", "XXXV", "en", "Session XXXV of the Assembly of People of Kazakhstan"),
    ],
)
def test_the_head_of_a_protocol(body: str, number: str | int, language: Language, expected: str) -> None:
    assert words(language)(f"paper.head.{body}", sitting_of=sitting_of(body, number, language)) == expected


def test_the_title_of_a_sitting() -> None:
    assert sitting_title("council", "14", "kk") == "Ассамблея Кеңесінің 14-отырысы"
    assert sitting_title("session", "XXXV", "kk") == "Ассамблеяның XXXV сессиясы"
    assert sitting_title("council", "14", "ru") == "Заседание № 14 Совета Ассамблеи"
    assert sitting_title("session", "XXXV", "ru") == "XXXV сессия Ассамблеи"
    assert sitting_title("session", "XXXV", "en") == "Session XXXV of the Assembly"
    assert sitting_title("council", 14, "kk", full=True) == "Қазақстан халқы Ассамблеясы Кеңесінің 14-отырысы"
    assert (
        sitting_title("sec", 3, "kk", name="Ғылыми-сарапшылық кеңес") == "Ғылыми-сарапшылық кеңес: 3-отырыс"
    )
