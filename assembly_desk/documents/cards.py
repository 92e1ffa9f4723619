"""Cards printed several on a sheet and cut: lines of text in the largest size that their room takes."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportlab.platypus import Flowable

from assembly_desk.documents.binding import bound, let_go
from assembly_desk.documents.fonts import text_width
from assembly_desk.documents.page import PaperCanvas
from assembly_desk.documents.styles import HAIRLINE, INK

LEADING = 1.2
"""Of the size of the letters."""

Draw = Callable[[PaperCanvas], None]
"""Draws one card; the canvas stands at its lower left corner."""


class CardSheet(Flowable):
    """One page of cards: their outlines to be cut along, and in each what `cards` draw, from the top left."""

    def __init__(self, columns: int, rows: int, width: float, height: float, cards: Sequence[Draw]) -> None:
        super().__init__()
        self.columns, self.rows, self.cards = columns, rows, cards
        self.card_width, self.card_height = width, height

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The room of a full page, also where the last one has fewer cards."""
        self.width, self.height = self.columns * self.card_width, self.rows * self.card_height
        return self.width, self.height

    def draw(self) -> None:
        """Draw the cards row by row."""
        for place, card in enumerate(self.cards):
            row, column = divmod(place, self.columns)
            self.canv.saveState()
            self.canv.translate(column * self.card_width, self.height - (row + 1) * self.card_height)
            self.canv.setStrokeColor(HAIRLINE)
            self.canv.setLineWidth(0.3)
            self.canv.rect(0, 0, self.card_width, self.card_height)
            self.canv.setFillColor(INK)
            card(self.canv)
            self.canv.restoreState()


@dataclass(frozen=True, slots=True)
class Lines:
    """A text on a card: its lines and the size that they took."""

    lines: tuple[str, ...]
    font: str
    size: float

    @property
    def height(self) -> float:
        """Of all lines, in points."""
        return len(self.lines) * self.size * LEADING

    def draw(self, canvas: PaperCanvas, middle: float, top: float) -> float:
        """Draw them centred about `middle`, from `top` down. Returns where they end."""
        for line in self.lines:
            top -= self.size * LEADING
            x = middle - text_width(line, self.font, self.size) / 2
            canvas.show_text(line, self.font, self.size, x, top + 0.3 * self.size)
        return top


@lru_cache(10_000)
def in_room(text: str, font: str, width: float, most: int, largest: float, smallest: float) -> Lines:
    """The text on at most `most` lines of `width` points, as large as that allows.

    Words stay whole; one breaks at its hyphens if that makes all much larger. A text too long even at the
    smallest size breaks anywhere, and ends with «…».
    """
    words = bound(text).split(" ")
    whole = _largest([(word,) for word in words], font, width, most, largest, smallest)
    if "-" in text:
        parted = _largest([_PART.findall(word) for word in words], font, width, most, largest, smallest)
        if parted is not None and (whole is None or parted.size > _MUCH * whole.size):
            return parted
    return whole or _cut(text, font, width, most, smallest)


_MUCH = 1.25
_PART = re.compile(r"[^-]+-*|-+")

Word = Sequence[str]
"""The pieces of a word: between them a line may break."""


def _largest(
    words: Sequence[Word], font: str, width: float, most: int, largest: float, smallest: float
) -> Lines | None:
    size = largest
    while size >= smallest:
        lines = _wrapped(words, font, size, width)
        if lines is not None and len(lines) <= most:
            return Lines(lines, font, size)
        size -= 0.5
    return None


def _cut(text: str, font: str, width: float, most: int, size: float) -> Lines:
    lines = _wrapped([_pieces(word, font, size, width) for word in text.split()], font, size, width) or ()
    if len(lines) > most:
        last = lines[most - 1]
        while last and text_width(f"{last}…", font, size) > width:
            last = last[:-1]
        lines = (*lines[: most - 1], f"{last}…")
    return Lines(lines, font, size)


def _wrapped(words: Sequence[Word], font: str, size: float, width: float) -> tuple[str, ...] | None:
    """The lines; None where a piece is wider than one."""
    lines, line = list[str](), ""
    for word in words:
        for place, piece in enumerate(word):
            if text_width(piece, font, size) > width:
                return None
            longer = f"{line}{' ' if line and not place else ''}{piece}"
            if text_width(longer, font, size) > width:
                lines.append(line)
                longer = piece
            line = longer
    return tuple(let_go(one) for one in (*lines, line))


def _pieces(word: str, font: str, size: float, width: float) -> list[str]:
    pieces = []
    while text_width(word, font, size) > width:
        fitting = max(
            1, next(n for n in range(1, len(word) + 1) if text_width(word[:n], font, size) > width) - 1
        )
        hyphen = word.rfind("-", 0, fitting)
        fitting = hyphen + 1 if hyphen > 0 else fitting
        pieces.append(word[:fitting])
        word = word[fitting:]
    return [*pieces, word]
