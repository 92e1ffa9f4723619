"""The Kazakh alphabet: the order of names, search without accents, and the letters a record may hold.

The order is that of the Unicode collation for `kk` (CLDR: Е<Ё, Ұ<Ү, Ы<І<Ь; Cyrillic before Latin), written by
hand so that it is the same on every machine and can be kept in a column.
"""

import re
import unicodedata
from functools import lru_cache

ALPHABET = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
"""The 42 letters of Kazakh, in order."""

# The 42 letters, and the letters of other peoples (Tatar, Uyghur, Ukrainian, Serbian …) among them.
_CYRILLIC = "аәӕбвгғдђеёєжҗзѕийјкқҡҝлљмнңҥњоөпрстћуұүфхҳһцчҷҹџшщъыіьэюя"
_SIGNS = " _-–—,;:!?.…·'‘’\"“”«»()[]{}@*/\\&#№%`^+<=>|~$₸"
_PLACE = {
    letter: place
    for place, letter in enumerate(_SIGNS + "0123456789" + _CYRILLIC + "abcdefghijklmnopqrstuvwxyz")
}
_PLACE["\u00a0"] = _PLACE[" "]
_ELSEWHERE = 1000  # all other letters come after these, by their code points
_BASE = {"ґ": "г", "đ": "d", "ł": "l", "ø": "o"}  # variants that Unicode does not decompose

SortKey = tuple[tuple[int, ...], tuple[int, ...], tuple[bool, ...], str]


@lru_cache(4096)  # a region is asked for once a member
def sort_key(text: str) -> SortKey:
    """The key of the Kazakh order: letters, then accents, then small before capital, then the text itself."""
    text = unicodedata.normalize("NFC", text)
    letters: list[int] = []
    accents: list[int] = []
    capitals: list[bool] = []
    for sign in text:
        small = sign.lower()[0]
        if unicodedata.combining(small):
            accents.append(ord(small))
            continue
        base, accent = small, 0
        if small not in _PLACE:
            base = _BASE.get(small) or unicodedata.normalize("NFD", small)[0]
            accent = ord(small)
        letters.append(_PLACE.get(base, _ELSEWHERE + ord(base)))
        accents.append(accent)
        capitals.append(sign != small)
    return tuple(letters), tuple(accents), tuple(capitals), text


# Latin letters that look like Cyrillic ones, as they really stand in rosters: «мемлекеттiк», «жəне».
_LOOK_ALIKE = str.maketrans("aeopcxyihəëkmtAEOPCXYIHƏËKMTB", "аеорсхуіһәёкмтАЕОРСХҮІНӘЁКМТВ")

_WORD = re.compile(r"[^\W\d_]+")


def _is_cyrillic(letter: str) -> bool:
    return "\u0400" <= letter <= "\u052f"


def _mend_word(found: re.Match[str]) -> str:
    word = found[0]
    if word.isascii() or not any(map(_is_cyrillic, word)):
        return word
    mended = word.translate(_LOOK_ALIKE)
    return mended if all(map(_is_cyrillic, mended)) else word


def mend(text: str) -> str:
    """The text in NFC, with Latin look-alikes inside Cyrillic words made Cyrillic; the look does not change.

    A word is mended whole or not at all: «PDFтің» stays as it is, for D and F have no Cyrillic twin.
    """
    return unicodedata.normalize("NFC", _WORD.sub(_mend_word, unicodedata.normalize("NFC", text)))


_FOLDED = str.maketrans("қғңөұүәіһёїaeopcxyihəëkmtb", "кгноууаихеиаеорсхуихаекмтв")


def fold(text: str) -> str:
    """The text as search compares it: «касым» finds «Қасым», Latin look-alikes count as Cyrillic."""
    small = unicodedata.normalize("NFC", mend(text).casefold())
    return "".join(sign for sign in small if not unicodedata.combining(sign)).translate(_FOLDED)


# What the fonts of the program have; a letter beyond would print as a blank box or as nothing.
_PRINTABLE = (
    (0x0020, 0x017F),  # Latin, with the accents of Europe
    (0x02B0, 0x036F),  # modifiers and combining accents
    (0x0400, 0x052F),  # Cyrillic
    (
        0x2000,
        0x206F,
    ),  # dashes, quotation marks, narrow spaces; the format marks among them are left out below
    (0x20A0, 0x20BF),  # currencies: ₸
    (0x2116, 0x2116),  # №
    (0x2122, 0x2122),  # ™
    (0x2212, 0x2212),  # minus
)
_INVISIBLE = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
ALLOWED = frozenset(
    sign
    for first, last in _PRINTABLE
    for sign in map(chr, range(first, last + 1))
    if unicodedata.category(sign) not in _INVISIBLE
) | {"\n"}
"""The characters a record may hold: those the fonts have, and a new line."""


def bad_letter(text: str) -> str | None:
    """The first character that may not enter a record, or None: what the fonts lack, and what cannot be seen.

    Invisible are controls, direction and format marks, zero-width signs, line separators, surrogates, private
    and unassigned code points: with them texts that look the same would differ.
    """
    return next((sign for sign in text if sign not in ALLOWED), None)
