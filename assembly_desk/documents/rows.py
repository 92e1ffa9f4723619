"""Long lists, drawn fast: cells of plain text that wraps, repeated heads, breaks between rows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import floor

from reportlab.platypus import Flowable

from assembly_desk.documents.binding import HELD, bound
from assembly_desk.documents.fonts import SANS, SANS_BOLD, text_width
from assembly_desk.documents.hyphens import LONGEST, hyphenator
from assembly_desk.documents.styles import HAIRLINE, INK, SHADE

SIZE, SMALLEST, LEADING, PADDING = 8.5, 7.0, 11.0, 3.0
_ABOVE, _BELOW = 1.5, 2.5  # inside a cell
_RISE = 0.24 * SIZE  # from the foot of a line to where its letters stand
_TALL = 70.0  # a row that may stand alone under the heads
MOST_LINES = 20
"""A cell of more lines goes on in a row of its own: a row must fit a page."""

_NO_WORD = re.compile(rf"[^\W\d_]{{{LONGEST + 1}}}")  # its remains would look like one
_WORD_OR_PART = re.compile(r"[^\s-]+-?|-")

Line = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width in points, whether its texts stand in the middle.

    `close`: a text a little too long is set smaller rather than broken, as a name should stay on one line.
    """

    head: str
    width: float
    centred: bool = False
    close: bool = False


@dataclass(frozen=True, slots=True)
class _Cell:
    lines: Line = ()
    size: float = SIZE


@dataclass(frozen=True, slots=True)
class _Row:
    cells: tuple[_Cell, ...]
    height: float


class Rows(Flowable):
    """A list of rows under heads, which stand again on every page. `least`: no row is lower than this."""

    def __init__(self, columns: Sequence[Column], rows: Sequence[Sequence[str]], least: float = 0.0) -> None:
        super().__init__()
        self.columns = columns
        self.head = _row([_cell(replace(one, close=False), one.head, SANS_BOLD) for one in columns], 0)
        self.rows = [row for texts in rows for row in _laid(columns, texts, least)]
        self.width = sum(one.width for one in columns)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The room of all rows."""
        self.height = self.head.height + sum(row.height for row in self.rows)
        return self.width, self.height

    def split(self, _width: float, available_height: float) -> list[Flowable]:
        """The rows that fit, and the others; neither the heads nor a single row is left alone."""
        room, fitting = available_height - self.head.height, 0
        for row in self.rows:
            room -= row.height
            if room < 0:
                break
            fitting += 1
        alone = fitting == 1 < len(self.rows) and self.rows[1].height < _TALL
        if fitting == 0 or alone:
            return []
        if fitting == len(self.rows):
            return [self]
        return [self._part(self.rows[:fitting]), self._part(self.rows[fitting:])]

    def draw(self) -> None:
        """Draw from the top down."""
        canvas, top = self.canv, self.height
        canvas.setFillColor(SHADE)
        canvas.rect(0, top - self.head.height, self.width, self.head.height, stroke=0, fill=1)
        canvas.setFillColor(INK)
        lines = [top]
        for row, font in [(self.head, SANS_BOLD), *((row, SANS) for row in self.rows)]:
            self._draw_row(row, font, top)
            top -= row.height
            lines.append(top)
        canvas.setStrokeColor(HAIRLINE)
        canvas.setLineWidth(0.4)
        canvas.grid([0.0, *_running(one.width for one in self.columns)], lines)

    def _draw_row(self, row: _Row, font: str, top: float) -> None:
        left = 0.0
        for column, cell in zip(self.columns, row.cells, strict=True):
            foot = top - (row.height - len(cell.lines) * LEADING + _ABOVE - _BELOW) / 2 - LEADING + _RISE
            for line in cell.lines:
                x = left + PADDING
                if column.centred or row is self.head:
                    x = left + (column.width - _width(line, font)) / 2
                self.canv.show_text(line, font, cell.size, x, foot)
                foot -= LEADING
            left += column.width

    def _part(self, rows: list[_Row]) -> "Rows":
        part = Rows(self.columns, ())
        part.rows = rows
        return part


def _laid(columns: Sequence[Column], texts: Sequence[str], least: float) -> Iterator[_Row]:
    cells = [_cell(one, text) for one, text in zip(columns, texts, strict=True)]
    while any(cell.lines for cell in cells):
        yield _row([replace(cell, lines=cell.lines[:MOST_LINES]) for cell in cells], least)
        cells = [replace(cell, lines=cell.lines[MOST_LINES:]) for cell in cells]


@lru_cache(20_000)
def _cell(column: Column, text: str, font: str = SANS) -> _Cell:
    """A text is set smaller where else a word of it, or of a `close` column the whole, would have to break."""
    room = column.width - 2 * PADDING
    if column.close and "\n" not in text and (size := _size(text, room, font)) is not None:
        return _Cell((text,), size)
    words = _WORD_OR_PART.findall(text)
    size = _size(max(words, key=lambda word: _width(word, font), default=""), room, font) or SIZE
    return _Cell(_wrapped(bound(text), room * SIZE / size, font), size)


def _size(text: str, room: float, font: str) -> float | None:
    """The size at which the text fits: that of every list, or a smaller one; None: it would be too small."""
    size = SIZE * room / max(_width(text, font), 1)
    return None if size < SMALLEST else min(SIZE, floor(size * 10) / 10)


def _row(cells: Sequence[_Cell], least: float) -> _Row:
    lines = max(len(one.lines) for one in cells)
    return _Row(tuple(cells), max(least, lines * LEADING + _ABOVE + _BELOW))


def _running(widths: Iterator[float]) -> Iterator[float]:
    total = 0.0
    for width in widths:
        total += width
        yield total


@lru_cache(50_000)
def _width(text: str, font: str) -> float:
    return text_width(text, font, SIZE)


@lru_cache(20_000)
def _wrapped(text: str, room: float, font: str) -> Line:
    """The lines of a text: it breaks between words; a word too long for a line at its hyphens or syllables."""
    lines = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}" if line else word
            if _width(longer, font) <= room:
                line = longer
                continue
            if line:
                lines.append(line)
            line = word
            a_word = not _NO_WORD.search(word)
            while _width(line, font) > room:
                whole, line = _cut(line, room, font, a_word)
                lines.append(whole)
        lines.append(line)
    return tuple(lines) if text else ()


def _cut(word: str, room: float, font: str, a_word: bool) -> tuple[str, str]:
    """As much of a word longer than a line as fits, and the rest: parted where words held together meet, at a
    hyphen, between syllables, else anywhere.
    """
    if HELD in word:
        head, _, tail = word.partition(HELD)
        return head, tail
    for hyphen in reversed([place for place, letter in enumerate(word) if letter == "-"]):
        if hyphen + 1 < len(word) and _width(word[: hyphen + 1], font) <= room:
            return word[: hyphen + 1], word[hyphen + 1 :]
    for head, tail in hyphenator(word) if a_word else ():
        if _width(f"{head}-", font) <= room:
            return f"{head}-", tail
    fitting = 1
    while fitting < len(word) - 1 and _width(word[: fitting + 1], font) <= room:
        fitting += 1
    return word[:fitting], word[fitting:]
