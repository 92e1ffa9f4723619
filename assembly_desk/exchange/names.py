"""A whole name in one cell: «Тегі Аты Әкесінің аты», with the untidiness of real rosters."""

import re

from assembly_desk.domain.alphabet import fold
from assembly_desk.domain.text import Name

_OF_FATHER = ("ұлы", "қызы", "улы", "кызы", "оглы", "оғлы", "ulı", "qyzy")  # standing as a word of its own
_ENDINGS = tuple(map(fold, ("ұлы", "қызы", "ович", "евич", "ич", "овна", "евна", "ична", "инична")))
_WELL_FORMED = re.compile(r"[^\W\d_][\w .,'’‘ʼ()\-–]*")
_INITIAL = re.compile(r"[^\W\d_]\.?")
_NONE = {"-", "–", "—", "жоқ", "нет", "none"}


class UnclearNameError(Exception):
    """Why a cell is no whole name: a code of the table of words."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def split_name(cell: str) -> Name:
    """Surname, given name, patronymic if there is one. UnclearNameError: a part is missing or in doubt."""
    words = cell.replace(",", " ").split()
    if len(words) < 2:
        raise UnclearNameError("name-incomplete")
    if any(_INITIAL.fullmatch(word) or re.fullmatch(r"(?:[^\W\d_]\.)+", word) for word in words):
        raise UnclearNameError("name-initials")
    surname, *rest = words
    if len(rest) > 2 and fold(rest[-1]) in map(fold, _OF_FATHER):
        return Name(surname, " ".join(rest[:-2]), " ".join(rest[-2:]))
    if len(rest) > 2:
        if not is_patronymic(rest[-1]):
            raise UnclearNameError("name-ambiguous")
        return Name(surname, " ".join(rest[:-1]), rest[-1])
    return Name(surname, rest[0], rest[1] if len(rest) == 2 else None)


def is_patronymic(word: str) -> bool:
    """Whether the ending is that of a patronymic; many lawful ones have none."""
    return fold(word).endswith(_ENDINGS)


def is_none(cell: str) -> bool:
    """Whether the cell says in words that there is no patronymic."""
    return cell.lower() in _NONE


def well_formed(part: str) -> bool:
    """Whether it can be a part of a name: it begins with a letter and has no signs of a formula or a date."""
    return _WELL_FORMED.fullmatch(part) is not None


def without_capitals(part: str) -> str:
    """«ӘБДІ-ӘЛИ» as «Әбді-Әли»; a part that is not all capitals stays as it is."""
    letters = [sign for sign in part if sign.isalpha()]
    if len(letters) < 2 or not all(sign.isupper() for sign in letters):
        return part
    return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), part)
