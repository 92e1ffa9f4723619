"""The mark across a page, drawn as outlines: it can be seen, but no reader takes it for words of the text."""

from functools import cache
from typing import Any

from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import FILL_NON_ZERO, Canvas

from assembly_desk.documents.styles import PAGE_HEIGHT, PAGE_WIDTH, WATERMARK
from assembly_desk.resources import resource

_WIDEST = 185 * mm
_HIGHEST = 44.0 * mm  # of an em
_SLANT = 55  # degrees, along the diagonal of A4

Outline = tuple[tuple[str, tuple[float, ...]], ...]


class _Pen(BasePen):
    """Keeps the outline in the words of a PDF path."""

    def __init__(self, glyphs: Any) -> None:
        super().__init__(glyphs)
        self.path: list[tuple[str, tuple[float, ...]]] = []

    def _moveTo(self, pt: tuple[float, float]) -> None:  # noqa: N802 - named by fontTools
        self.path.append(("move", pt))

    def _lineTo(self, pt: tuple[float, float]) -> None:  # noqa: N802
        self.path.append(("line", pt))

    def _curveToOne(  # noqa: N802
        self, pt1: tuple[float, float], pt2: tuple[float, float], pt3: tuple[float, float]
    ) -> None:
        self.path.append(("curve", (*pt1, *pt2, *pt3)))

    def _closePath(self) -> None:  # noqa: N802
        self.path.append(("close", ()))


@cache
def _outlines(word: str) -> tuple[tuple[tuple[float, Outline], ...], float, float]:
    """Each letter's place and outline in font units; the word's length; the size of the em."""
    font: Any = TTFont(resource("fonts", "NotoSans-Bold.ttf"))
    glyphs, names, widths = font.getGlyphSet(), font.getBestCmap(), font["hmtx"]
    along, drawn = 0.0, []
    for letter in word:
        pen = _Pen(glyphs)
        glyphs[names[ord(letter)]].draw(pen)
        drawn.append((along, tuple(pen.path)))
        along += widths[names[ord(letter)]][0]
    return tuple(drawn), along, float(font["head"].unitsPerEm)


def make_watermark(canvas: Canvas, name: str, marks: tuple[str, ...]) -> None:
    """Put the marks into the document once, under that name; `draw_watermark` then shows them on a page."""
    if not marks:
        return
    canvas.beginForm(_form(name), 0, 0, PAGE_WIDTH, PAGE_HEIGHT)
    canvas.setFillColor(WATERMARK)
    canvas.translate(PAGE_WIDTH / 2, PAGE_HEIGHT / 2)
    canvas.rotate(_SLANT)
    step = _HIGHEST * 1.1
    for place, mark in enumerate(marks):
        _draw(canvas, mark, step * ((len(marks) - 1) / 2 - place))
    canvas.endForm()


def draw_watermark(canvas: Canvas, name: str, marks: tuple[str, ...]) -> None:
    """Show the marks on this page, behind what is drawn after them."""
    if marks:
        canvas.doForm(_form(name))


def _form(name: str) -> str:
    return f"watermark-{name}"


def _draw(canvas: Canvas, word: str, up: float) -> None:
    letters, length, em = _outlines(word)
    scale = min(_WIDEST / length, _HIGHEST / em)
    path = canvas.beginPath()
    for along, outline in letters:
        for verb, numbers in outline:
            at = [
                round((number + along - length / 2) * scale, 2)
                if place % 2 == 0
                else round((number - 0.36 * em) * scale + up, 2)
                for place, number in enumerate(numbers)
            ]
            if verb == "move":
                path.moveTo(*at)
            elif verb == "line":
                path.lineTo(*at)
            elif verb == "curve":
                path.curveTo(*at)
            else:
                path.close()
    canvas.drawPath(path, stroke=0, fill=1, fillMode=FILL_NON_ZERO)
