"""A number stays on the line of its word, a figure on that of its dash, initials with their surname."""

import pytest

from assembly_desk.documents.binding import HELD, bound


@pytest.mark.parametrize(
    "text",
    [
        "дауыс бермегендер_–_3.",
        "жақтап_–_57; қарсы_–_0; қалыс қалғандар_–_2",
        "Мерзімі_–_2026_жылғы 1_маусым.",
        "40_дауыс",
        "№_8",
        "келісім_№_8 от 26_февраля 2026_года",
        "Әбенова С._Қ.".replace(" ", "_"),
        "Қ._С._Тоқаев",
        "Председатель А._Сарсенов",
        "Положение, пункт_15).",
        "в_пункте_5 слова «три года»",
        "XXXV_сессия",
        "уақыты_–_10:04.",
        "1_000_000_теңге",
        "Себебі_– кворум жоқ",
    ],
)
def test_no_line_breaks_at_these_spaces_and_any_may_at_the_others(text: str) -> None:
    plain = text.replace("_", " ")
    assert bound(plain).replace(HELD, "_") == text


@pytest.mark.parametrize("text", ["Ә" * 60 + " – 5", "7 " + "б" * 60, " ".join(["5 – 6"] * 40)])
def test_what_no_line_could_hold_is_let_go(text: str) -> None:
    assert bound(text).replace(HELD, " ") == text
    assert max(len(piece) for piece in bound(text).split(" ")) <= 61
