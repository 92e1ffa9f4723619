"""The fonts of the papers: the program's own Noto files, embedded as subsets. No other enters a paper."""

from functools import cache

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from assembly_desk.documents.hyphens import let_kazakh_words_break
from assembly_desk.resources import resource

SERIF, SERIF_BOLD, SERIF_ITALIC = "Serif", "Serif-Bold", "Serif-Italic"
SANS, SANS_BOLD = "Sans", "Sans-Bold"

_FACES = ("Regular", "Bold", "Italic", "BoldItalic")


@cache
def register_fonts() -> None:
    """Make the fonts known to the library, once."""
    for family, file in (("Serif", "NotoSerif"), ("Sans", "NotoSans")):
        names = []
        for face in _FACES:
            name = family if face == "Regular" else f"{family}-{face}"
            pdfmetrics.registerFont(TTFont(name, str(resource("fonts", f"{file}-{face}.ttf"))))
            names.append(name)
        pdfmetrics.registerFontFamily(family, *names)
    rl_config.canvas_basefontname = SERIF  # else every page declares Helvetica, which is not embedded
    rl_config.useA85 = 0  # binary streams: smaller, and made faster
    let_kazakh_words_break()


def text_width(text: str, font: str, size: float) -> float:
    """The width of a line of text, in points."""
    return pdfmetrics.stringWidth(text, font, size)
