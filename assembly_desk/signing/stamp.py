"""The visible card of a signature: the caller's words, wrapped to fit the field in the shipped font."""

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pyhanko.pdf_utils.font.api import FontEngineFactory
from pyhanko.pdf_utils.font.opentype import GlyphAccumulator
from pyhanko.pdf_utils.layout import AxisAlignment, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.text import TextBoxStyle
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.stamp import TextStampStyle

_SIZES: Final = (9, 8, 7, 6, 5, 4)
_LEADING: Final = 1.25
_MARGIN: Final = 2


@dataclass(frozen=True)
class Font(FontEngineFactory):
    """A TrueType file in memory: only the glyphs used are embedded, and no file stays open."""

    data: bytes
    size: int

    def create_font_engine(self, writer: BasePdfFileWriter, obj_stream: object = None) -> GlyphAccumulator:
        """Give pyHanko a font of its own for one document."""
        file = io.BytesIO(self.data)
        return GlyphAccumulator(
            writer, file, font_size=self.size, bcp47_lang_code="kk", obj_stream=obj_stream
        )


def stamp(card: str, width: float, height: float, font: Path, scratch: BasePdfFileWriter) -> TextStampStyle:
    """Lay the card out in the largest size whose lines fit the box (points); a box too small shrinks it.

    `scratch` is a document to measure in, then thrown away. Raises OSError for a font that cannot be read.
    """
    data = font.read_bytes()
    ruler = Font(data, 10).create_font_engine(scratch)
    room = width - 2 * _MARGIN
    for size in _SIZES:
        lines = _wrapped(card, room / size, ruler)
        if len(lines) * size * _LEADING <= height - 2 * _MARGIN:
            break
    return TextStampStyle(
        stamp_text="\n".join(lines).replace(
            "%", "%%"
        ),  # the library would read a lone per cent sign as a blank
        text_box_style=TextBoxStyle(
            font=Font(data, size), font_size=size, leading=round(size * _LEADING), border_width=0
        ),
        inner_content_layout=SimpleBoxLayoutRule(
            AxisAlignment.ALIGN_MIN, AxisAlignment.ALIGN_MID, Margins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        ),
        border_width=0,
        background=None,
    )


def _wrapped(card: str, room: float, ruler: GlyphAccumulator) -> list[str]:
    """Break the lines of the card between words so that none is wider than `room` ems.

    A space that holds together, as between initials and their surname, is no place to break.
    """
    lines: list[str] = []
    for given in card.splitlines():
        line = ""
        for word in given.split(" "):
            longer = f"{line} {word}".lstrip()
            if line and ruler.shape(longer).x_advance > room:
                lines.append(line)
                line = word
            else:
                line = longer
        lines.append(line)
    return [line.replace("\u00a0", " ") for line in lines]
