"""Where a Kazakh or Russian word may break at the end of a line.

One vowel makes a syllable; of the consonants between two vowels the last goes over with the next one; «у»
after a vowel, or before one at the beginning of a word, is a consonant; «ь» and «ъ» stay with the letter
before; «Қазақ-стан», «пред-ставитель» break where their parts meet; at least two letters stay and at least
three go over.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from reportlab.platypus import paragraph

from assembly_desk.documents.binding import HELD

SHORTEST = 7
"""A word of fewer letters stays whole."""

LONGEST = 40
"""More letters are no word: they break anywhere, without a hyphen that nobody wrote."""

_VOWELS = frozenset("аәеёиоөуұүыіэюя")
_WORD = re.compile(r"([«„“(\[\"']*)([^\W\d_]+)(.*)", re.DOTALL)
_SEAM = re.compile("(?<=[зкқх])(?=стан)|(?<=пред)(?=ст)|(?<=ассам)(?=бл)")


@lru_cache(20000)
def break_points(word: str) -> tuple[int, ...]:
    """The places in the word before which it may break."""
    letters = word.lower()
    vowels = [
        place
        for place, letter in enumerate(letters)
        if letter in _VOWELS and not (letter == "у" and _is_consonant(letters, place))
    ]
    points = []
    for one, following in pairwise(vowels):
        point = following if following == one + 1 else following - 1
        while point < len(letters) and letters[point] in "ьъ":
            point += 1
        if (seam := _SEAM.search(letters, one)) and seam.start() < following:
            point = seam.start()
        if 2 <= point <= len(letters) - 3:
            points.append(point)
    return tuple(points)


def _is_consonant(letters: str, place: int) -> bool:
    before, after = letters[max(place - 1, 0) : place], letters[place + 1 : place + 2]
    return (before in _VOWELS and before != "у") if before else after in _VOWELS


def hyphenator(word: str) -> Iterator[tuple[str, str]]:
    """Every way to break the word in two, the longest head first, as the library asks for it.

    Words held together with others break too: «орынба-сары –».
    """
    pieces, end = word.split(HELD), len(word)
    for piece in reversed(pieces):
        start = end - len(piece)
        found = _WORD.fullmatch(piece)
        if found is not None and SHORTEST <= len(found[2]) <= LONGEST:
            for point in reversed(break_points(found[2])):
                place = start + len(found[1]) + point
                yield word[:place], word[place:]
        end = start - 1


def let_kazakh_words_break() -> None:
    """Widen the library's notion of a letter: its own ends at «я», so that «әлеуметтік» would never break.

    What may stand in words that are held together is let through as well; `hyphenator` decides.
    """
    letters = paragraph._hy_letters + "\u0400-\u052f" + HELD + "0-9№–—.,;:()«»"
    paragraph._hy_letters_pat = re.compile(f"^[{letters}]+$")
    paragraph._hy_shy_letters_pat = re.compile(f"^[{paragraph._hy_shy}{letters}]+$")
    paragraph._hy_pfx_pat = re.compile("^['\"([{\xbf\xab\u2018\u201a\u201c\u201e]+")
    paragraph._hy_sfx_pat = re.compile("[]'\")}?!.,;:\xbb\u2026\u2019\u201b\u201d\u201f]+$")
