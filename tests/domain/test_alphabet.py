import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCollator, QLocale

from assembly_desk.domain.alphabet import ALPHABET, bad_letter, fold, mend, sort_key

KAZAKH = ALPHABET + ALPHABET.upper()
NAMES = st.text(st.sampled_from(KAZAKH + "ґїўђєҗӣabcxyzABCXYZéüçł 0123456789-–.,'«»()"), max_size=8)
ANY_TEXT = st.text(st.characters(codec="utf-8"), max_size=20) | st.text(
    st.sampled_from(KAZAKH + "aeopcxyihəëkmtAEOPCXYIHƏËKMTBFsËёі\u0306\u0308\u030b\u0301 -1"), max_size=12
)


def test_the_forty_two_letters_come_in_their_order() -> None:
    letters = list(ALPHABET)
    random.Random(42).shuffle(letters)
    assert "".join(sorted(letters, key=sort_key)) == ALPHABET
    assert len(ALPHABET) == 42


def test_names_of_a_roll_come_in_the_order_a_secretary_expects() -> None:
    names = [
        "Яковлев",
        "Іңкәрбек",
        "Ыбырай",
        "Үмбет",
        "Ұлан",
        "Қасым",
        "Касымов",
        "Әбіл",
        "Ауезханов",
        "ауезханов",
        "Smith",
    ]
    assert sorted(names, key=sort_key) == [
        "ауезханов", "Ауезханов", "Әбіл", "Касымов", "Қасым", "Ұлан", "Үмбет", "Ыбырай", "Іңкәрбек",
        "Яковлев", "Smith",
    ]  # fmt: skip


@given(NAMES, NAMES)
def test_the_order_is_the_one_of_unicode_for_kazakh(one: str, other: str) -> None:
    collator = QCollator(QLocale("kk_KZ"))
    expected = collator.compare(one, other)
    ours = (sort_key(one) > sort_key(other)) - (sort_key(one) < sort_key(other))
    assert expected == 0 or (expected > 0) == (ours > 0)


@given(ANY_TEXT, ANY_TEXT)
def test_the_order_is_total(one: str, other: str) -> None:
    same = unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)
    assert (sort_key(one) == sort_key(other)) == same


@pytest.mark.parametrize("typed", ["касым", "ҚАСЫМ", "Қасым", "қaсым", "Kасым", "кaсым"])
def test_search_finds_a_name_from_a_russian_layout_and_from_latin_twins(typed: str) -> None:
    assert fold(typed) in fold("Қасымов Нұрлан")


@pytest.mark.parametrize(
    ("typed", "name"),
    [("уміт", "Үміт"), ("умит", "Ұмiт"), ("ангар", "Әңғар"), ("ахмет", "Əhмет"), ("семен", "Семён")],
)
def test_search_folds_every_kazakh_letter(typed: str, name: str) -> None:
    assert fold(typed) == fold(name)


def test_search_in_latin_ignores_capitals() -> None:
    assert fold("SMITH") == fold("smith")


@given(ANY_TEXT)
def test_fold_and_mend_change_nothing_the_second_time(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert mend(mend(text)) == mend(text)
    assert fold(mend(text)) == fold(text)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("мемлекеттiк жəне", "мемлекеттік және"),
        ("Hұрлан Yмбет Kәрім Бaтыр", "Нұрлан Үмбет Кәрім Батыр"),
        ("гаhарман", "гаһарман"),
        ("и\u0306", "й"),
        ("XXXV сессия, Smith, PDFтің, A4", "XXXV сессия, Smith, PDFтің, A4"),
    ],
)
def test_latin_twins_inside_kazakh_words_become_kazakh(typed: str, kept: str) -> None:
    assert mend(typed) == kept


@pytest.mark.parametrize(
    "sign",
    ["\t", "\r", "\x00", "\x7f", "\xad", "\u200b", "\u200d", "\u202e", "\u2066", "\u2069", "\ufeff", "\u2028",
     chr(0xD800), "\ue000", "\u0378", "\u2065", "\ufffd", "漢", "ا", "😀", "ə", "✓", "→", "≤"],
)  # fmt: skip
def test_what_cannot_be_seen_or_printed_does_not_enter_a_record(sign: str) -> None:
    assert bad_letter(f"Қасым{sign}ов") == sign


def test_what_a_protocol_is_written_with_enters() -> None:
    assert bad_letter(KAZAKH + "«№ 747» – “x” ‘y’ — … 5 000 ₸ −1 é Łódź ґїўђ\nn’\u00a0\u202f·") is None
    assert bad_letter("") is None
