"""Long lists, drawn fast: cells of plain text that wraps, repeated heads, breaks between rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import floor

from reportlab.platypus import Flowable

from assembly_desk.documents.fonts import SANS, SANS_BOLD, text_width
from assembly_desk.documents.styles import HAIRLINE, INK, SHADE

SIZE, SMALLEST, LEADING, PADDING = 8.5, 7.0, 11.0, 3.0
_ABOVE, _BELOW = 1.5, 2.5  # inside a cell
_RISE = 0.24 * SIZE  # from the foot of a line to where its letters stand
_TALL = 70.0  # a row that may stand alone under the heads
MOST_LINES = 20
"""A cell of more lines goes on in a row of its own: a row must fit a page."""

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
        self.head = _row([_Cell(_wrapped(one.head, one.width, SANS_BOLD)) for one in columns], 0)
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


def _cell(column: Column, text: str) -> _Cell:
    if column.close and "\n" not in text:
        size = SIZE * (column.width - 2 * PADDING) / max(_width(text, SANS), 1)
        if SMALLEST <= size < SIZE:
            return _Cell((text,), floor(size * 10) / 10)
    return _Cell(_wrapped(text, column.width, SANS))


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
def _wrapped(text: str, width: float, font: str) -> Line:
    """The lines of a text; it breaks between words, and a word too long for a line wherever it must."""
    room, lines = width - 2 * PADDING, []
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
            if _width(line, font) > room:
                *whole, line = _cut(line, room, font)
                lines += whole
        lines.append(line)
    return tuple(lines) if text else ()


def _cut(word: str, room: float, font: str) -> list[str]:
    """A word longer than a line in pieces that fit."""
    pieces, used = [""], 0.0
    for letter in word:
        used += _width(letter, font)
        if used > room and pieces[-1]:
            pieces.append("")
            used = _width(letter, font)
        pieces[-1] += letter
    return pieces
