"""Whether a certificate's common name and a name of the protocol are one person's."""

import re
import unicodedata

_LOOKALIKES = str.maketrans("aceopxyihk", "асеорхуіһк")


def same_person(certificate_name: str, name: str) -> bool:
    """Compare by whole words, in any order and any case; the patronymic may be missing on either side.

    Initials in the protocol's name («Ахметова С. Қ.») are compared with the first letters of the words left
    beside the surname, in their order. At least the surname and one more word or initial must agree.
    """
    theirs, ours = _words(certificate_name), _words(name)
    common = 0
    for word in [word for word in ours if len(word) > 1]:
        if word in theirs:
            theirs.remove(word)
            ours.remove(word)
            common += 1
    if ours and all(len(word) == 1 for word in ours):
        pairs = list(zip(ours, theirs, strict=False))
        return common >= 1 and bool(pairs) and all(word.startswith(initial) for initial, word in pairs)
    return common >= 2 and not (theirs and ours)


def _words(name: str) -> list[str]:
    folded = unicodedata.normalize("NFKC", name).casefold()
    return [_one_script(word) for word in re.findall(r"[^\W\d_]+", folded)]


def _one_script(word: str) -> str:
    """Certificates often carry the Latin «i» or «h» in a Kazakh word: there they mean the Kazakh letters."""
    cyrillic = any("\u0400" <= letter <= "\u052f" for letter in word)
    return word.translate(_LOOKALIKES) if cyrillic else word
