import re
import string
import unicodedata

import pytest

from assembly_desk.domain.text import Text
from assembly_desk.wording.words import (
    FILES,
    LANGUAGES,
    Language,
    WordingError,
    fill,
    read_rows,
    rule_words,
    sentence,
    words,
)

ROWS = [row for name in FILES for row in read_rows(name)]
FOREIGN = {"Enter", "Ctrl", "F1", "Z", "PDF", "JSON", "UTF", "XLSX", "ODS", "CSV", "XXXV", "ENG"}


def placeholders(template: str) -> list[str]:
    return sorted({name for _, name, _, _ in string.Formatter().parse(template) if name is not None})


def plain(template: str) -> str:
    return re.sub(r"\{\w*\}", " ", template)


@pytest.fixture(scope="module", params=FILES)
def rows(request: pytest.FixtureRequest) -> list[list[str]]:
    return read_rows(request.param)


def test_every_row_has_a_key_a_place_and_three_languages(rows: list[list[str]]) -> None:
    assert [row for row in rows if not all(cell.strip() for cell in row[:5])] == []
    assert [row for row in rows if any(cell != cell.strip() for cell in row)] == []
    assert {row[1] for row in rows} <= {
        "say", "refusal", "notice", "readiness", "hall", "screen", "paper", "key", "trouble", "signature",
    }  # fmt: skip


def test_no_key_stands_twice() -> None:
    keys = [row[0] for row in ROWS]
    assert sorted(keys) == sorted(set(keys))


def test_the_three_languages_want_the_same_values(rows: list[list[str]]) -> None:
    assert [row[0] for row in rows if len({tuple(placeholders(cell)) for cell in row[2:5]}) > 1] == []
    names = {name for row in rows for cell in row[2:5] for name in placeholders(cell)}
    assert all(re.fullmatch(r"[a-z_]+", name) for name in names)


def test_no_suffix_touches_a_value(rows: list[list[str]]) -> None:
    assert [row[0] for row in rows for cell in row[2:5] if re.search(r"\}[-’']?\w|\w\{", cell)] == []


def test_the_words_hold_only_letters_that_can_be_seen_and_printed(rows: list[list[str]]) -> None:
    for row in rows:
        for cell in row[2:5]:
            assert not {sign for sign in cell if unicodedata.category(sign)[0] == "C"}, row[0]
            assert unicodedata.is_normalized("NFC", cell), row[0]


def test_no_latin_letter_hides_in_kazakh_or_russian(rows: list[list[str]]) -> None:
    for row in rows:
        for cell in row[2:4]:
            latin = set(re.findall(r"\b\w*[A-Za-z\u0180-\u02af]\w*\b", plain(cell)))
            assert latin <= FOREIGN, row[0]
        assert not re.search(r"[\u0400-\u04ff]", plain(row[4])) or row[0].startswith("language.short"), row[0]


def test_every_row_can_be_filled_in_every_language() -> None:
    for language in LANGUAGES:
        say = words(language)
        for row in ROWS:
            values = dict.fromkeys(placeholders(say.template(row[0])), "7")
            assert "{" not in say(row[0], **values)


def test_a_sentence_takes_its_values() -> None:
    assert words("kk")("readiness.roll-fixed", total=84) == "Тізім айқындалған: 84 мүше"
    assert words("ru")("paper.date-number-place", date="1 мая", number=4, place="{x}") == "1 мая · № 4 · {x}"


def test_a_value_that_ends_a_sentence_takes_the_place_of_the_full_stop() -> None:
    assert fill("{name}. {other}.", {"name": "Қ. С.", "other": "Неге?"}, "x") == "Қ. С. Неге?"
    assert fill("{name}...", {"name": "а"}, "x") == "а..."


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("бекітілсін", "бекітілсін."),
        ("бекітілсін. ", "бекітілсін."),
        ("Неге?", "Неге?"),
        ("«Бар.»", "«Бар.»"),
        ("«Нұр»", "«Нұр»."),
        ("мынадай:", "мынадай:"),
        ("", ""),
    ],
)
def test_a_text_ends_as_a_sentence(text: str, ended: str) -> None:
    assert sentence(text) == ended


def test_a_human_text_is_taken_in_the_language_and_in_kazakh_where_russian_is_missing() -> None:
    title = Text("Жоспар", "План")
    assert words("ru")("say.item.first", title=title).endswith("вопросу повестки дня. План.")
    assert words("ru")("say.item.first", title=Text("Жоспар")).endswith("Жоспар.")
    assert "Жоспар" in words("en")("say.item.first", title=title)


def test_an_unknown_row_or_a_missing_value_is_named() -> None:
    with pytest.raises(WordingError, match=r"no words for say\.nothing"):
        words("kk")("say.nothing")
    with pytest.raises(WordingError, match=r"say\.item\.next wants a value for title"):
        words("kk")("say.item.next", item=2)


def test_a_coded_value_has_its_word_and_an_unknown_code_stays() -> None:
    assert words("kk").of("state", "open") == "Отырыс жүріп жатыр"
    assert words("kk").of("state", "elsewhere") == "elsewhere"
    assert "state.open" in words("ru")


@pytest.mark.parametrize(
    ("rule", "language", "expected"),
    [
        ("p.9", "kk", "Ереже, 9-тармақ"),
        ("p.14", "ru", "Положение, пункт 14"),
        ("p.5-5", "kk", "Ереже, 5-тармақтың 5) тармақшасы"),
        ("p.5(5)", "en", "Regulation, p. 5(5)"),
        ("p.31", "kk", "Ереже, 31 және 32-тармақтар"),
        ("p.31, p.32", "kk", "Ереже, 31 және 32-тармақтар"),
        ("Кеңес ережесі, 7-тармақ", "kk", "Кеңес ережесі, 7-тармақ"),
        ("p.99", "kk", "p.99"),
    ],
)
def test_a_point_of_the_regulation_is_named(rule: str, language: Language, expected: str) -> None:
    assert rule_words(rule, language) == expected
