"""CSV: which letters, which separator, which rows. Wrong letters are refused, never taken in silence."""

import codecs
import csv
from collections import Counter
from itertools import pairwise

from assembly_desk.domain.alphabet import ALPHABET
from assembly_desk.exchange import limits
from assembly_desk.exchange.problems import SheetError

_KAZAKH = set(ALPHABET + ALPHABET.upper())
_MARKS = set("«»№–—’“”…\u00a0")
_EIGHT_BIT = ("cp1251", "kz1048", "cp866")
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for a formula at the start of a cell (OWASP ASVS 1.2.10)."""


def read_text(data: bytes) -> tuple[str, str | None]:
    """The text of the file, and the encoding if it had to be guessed. SheetError: none fits."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            try:
                return data.decode(encoding), None
            except UnicodeDecodeError:
                raise SheetError("encoding") from None
    if data.startswith(b"PK\x03\x04") or data.count(0) * 10 > len(data):
        raise SheetError("wrong-suffix", suffix=".csv")
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        return _guess(data)


def _guess(data: bytes) -> tuple[str, str]:
    """The eight-bit encoding whose letters are Kazakh. Plain Russian reads alike in the first two."""
    best, text, encoding = 0.0, "", ""
    for candidate in _EIGHT_BIT:
        try:
            decoded = data.decode(candidate)
        except UnicodeDecodeError:
            continue
        if (score := _likeness(decoded)) > best:
            best, text, encoding = score, decoded, candidate
    if best < 0.9:
        raise SheetError("encoding")
    return text, encoding


def _likeness(text: str) -> float:
    """Up to 1: the share of letters beyond ASCII that are Kazakh, less capitals inside a word."""
    foreign = [sign for sign in text if sign > "\x7f" and sign not in _MARKS]
    if not foreign:
        return 0.0
    right = sum(sign in _KAZAKH for sign in foreign)
    odd = sum(first.islower() and second.isupper() for first, second in pairwise(text))
    return (right - odd) / len(foreign)


def read_commas(text: str) -> list[list[str]]:
    """The rows; the separator is the one of comma, semicolon and tab that makes them equally wide."""
    text = text.removeprefix("\ufeff")
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:  # a hint that Excel writes
        return [[first.strip()], *_split(rest, first.strip()[4])]
    best = max((_split(text, separator) for separator in ";\t,"), key=_evenness)
    if not any(cell.strip() for row in best for cell in row):
        raise SheetError("empty")
    return best


def _split(text: str, separator: str) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        for row in csv.reader(text.splitlines(keepends=True), delimiter=separator):
            if len(rows) == limits.ROWS:
                raise SheetError("too-many-rows", most=limits.ROWS)
            rows.append([_unguarded(cell)[: limits.CELL + 1] for cell in row[: limits.COLUMNS + 1]])
    except csv.Error:
        raise SheetError("unreadable") from None
    return rows


def _evenness(rows: list[list[str]]) -> tuple[int, int]:
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return max(((count, width) for width, count in widths.items()), default=(0, 0))


def guarded(cell: str) -> str:
    """The cell with an apostrophe before what a spreadsheet would run as a formula."""
    return f"'{cell}" if cell.lstrip("'").startswith(FORMULA) else cell


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(FORMULA) else cell
