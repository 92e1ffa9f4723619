"""Kazakh words break at the ends of lines where a Kazakh would break them."""

import pytest
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from assembly_desk.documents.fonts import register_fonts
from assembly_desk.documents.hyphens import break_points, hyphenator
from assembly_desk.documents.styles import BODY


@pytest.mark.parametrize(
    "word",
    [
        "қа-ты-су-шы-ларға",
        "мәс-ли-хат-тың",
        "әлеу-мет-тік",
        "жа-уап-кер-ші-лік",
        "тә-уел-сіз-дік",
        "объ-ек-тісі",
        "қу-а-ныш",
        "кон-цеп-ту-аль-ных",
        "Қа-зақ-стан",
        "пред-ста-ви-тель",
    ],
)
def test_the_syllables(word: str) -> None:
    whole, pieces, last = word.replace("-", ""), [], 0
    for point in (*break_points(whole), len(whole)):
        pieces.append(whole[last:point])
        last = point
    assert "-".join(pieces) == word


def test_words_that_are_held_together_break_too() -> None:
    assert ("орынба", "сары\u00a0–") in list(hyphenator("орынбасары\u00a0–"))
    assert list(hyphenator("2026\u00a0жылғы")) == []


def test_marks_around_a_word_stay_with_it() -> None:
    assert ("«қатысу", "шыларға»,") in list(hyphenator("«қатысушыларға»,"))


@pytest.mark.parametrize("word", ["14-отырысының", "2026", "ән", "Ә" * 60])
def test_numbers_and_what_is_no_word_stay_whole(word: str) -> None:
    assert list(hyphenator(word)) == []


def test_the_library_breaks_a_word_with_kazakh_letters() -> None:
    register_fonts()
    paragraph = Paragraph("әлеуметтендірілмегендіктен", ParagraphStyle("narrow", BODY))
    paragraph.wrap(100, 1000)
    (_, height) = paragraph.wrap(100, 1000)
    assert height == 2 * BODY.leading
