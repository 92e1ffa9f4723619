"""The looks of paragraphs, and the one door by which a text enters one."""

from dataclasses import dataclass
from html import escape

from reportlab.lib.colors import Color
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Paragraph

from assembly_desk.documents.binding import bound
from assembly_desk.documents.fonts import SANS, SERIF, SERIF_BOLD, SERIF_ITALIC, text_width
from assembly_desk.documents.hyphens import SHORTEST, hyphenator

PAGE_WIDTH, PAGE_HEIGHT = A4
LEFT, RIGHT, TOP, BOTTOM = 30 * mm, 15 * mm, 20 * mm, 20 * mm
WIDTH, HEIGHT = PAGE_WIDTH - LEFT - RIGHT, PAGE_HEIGHT - TOP - BOTTOM

INK = Color(0, 0, 0)
GREY = Color(0.35, 0.35, 0.35)
HAIRLINE = Color(0.55, 0.55, 0.55)
SHADE = Color(0.93, 0.94, 0.95)
WATERMARK = Color(0.9, 0.9, 0.9)


def _style(name: str, parent: ParagraphStyle | None = None, **looks: object) -> ParagraphStyle:
    return ParagraphStyle(name, parent, **looks)


BODY = _style(
    "body",
    fontName=SERIF,
    fontSize=12,
    leading=16.5,
    alignment=TA_JUSTIFY,
    spaceAfter=4,
    textColor=INK,
    shaping=0,  # Kazakh needs none, and a shaped text cannot be broken or searched reliably
    allowWidows=0,
    allowOrphans=0,
    splitLongWords=1,
    bulletFontName=SERIF,
    hyphenationLang=hyphenator,
    hyphenationMinWordLength=SHORTEST,
    embeddedHyphenation=0,  # «14-отырысының» stays whole
)
BODY_FIGURES = _style("body figures", BODY, alignment=TA_LEFT)  # held together, they would tear a line
INSET = _style("inset", BODY, leftIndent=12.5 * mm)
NUMBERED = _style("numbered", BODY, leftIndent=9 * mm, bulletIndent=0, bulletFontSize=12)
FIGURES = _style("figures", INSET, alignment=TA_LEFT, hyphenationLang="", spaceAfter=2)
FIGURES_KEPT = _style("figures kept", FIGURES, keepWithNext=1)
HEADING = _style(
    "heading",
    BODY,
    fontName=SERIF_BOLD,
    alignment=TA_LEFT,
    hyphenationLang="",
    spaceBefore=8,
    spaceAfter=3,
    keepWithNext=1,
)
LIST_HEADING = _style("list heading", HEADING, keepWithNext=0)  # a list breaks anywhere
SUBHEADING = _style("subheading", HEADING, leftIndent=12.5 * mm, spaceBefore=5)
SAID = _style("said", BODY, fontSize=13, leading=18, alignment=TA_LEFT, spaceAfter=0)
CENTRED = _style("centred", BODY, alignment=TA_CENTER, hyphenationLang="")
OWNER = _style("owner", CENTRED, fontName=SERIF_BOLD, fontSize=13, leading=17, spaceAfter=2)
TITLE = _style("title", CENTRED, fontName=SERIF_BOLD, fontSize=16, leading=21, spaceAfter=2)
SUBTITLE = _style("subtitle", CENTRED, fontName=SERIF_ITALIC, fontSize=11, leading=14, spaceAfter=8)
LEFT_CELL = _style("left", BODY, alignment=TA_LEFT, hyphenationLang="", spaceAfter=0)
ROLE = _style("role", LEFT_CELL, fontName=SERIF_BOLD, hyphenationLang=hyphenator)
CENTRE_CELL = _style("centre", LEFT_CELL, alignment=TA_CENTER)
RIGHT_CELL = _style("right", LEFT_CELL, alignment=TA_RIGHT)
APPENDIX = _style("appendix", RIGHT_CELL, fontSize=11, leading=14, spaceAfter=10)
APPENDIX_TITLE = _style("appendix title", TITLE, fontSize=13, leading=17, spaceAfter=4)
HEXES = _style("hexes", BODY, alignment=TA_LEFT, hyphenationLang="", fontSize=9.5, leading=13)
SMALL = _style("small", BODY, fontSize=10, leading=13, alignment=TA_LEFT, hyphenationLang="", spaceAfter=2)
SMALLEST = _style("smallest", SMALL, fontSize=8, leading=10.5, spaceAfter=1)
SMALL_CENTRED = _style("small centred", SMALL, alignment=TA_CENTER)
MARK = _style("mark", SMALL, fontName=SANS, fontSize=7.5, leading=9, alignment=TA_CENTER, textColor=GREY)


def styled(name: str, size: float, *, centred: bool = False) -> ParagraphStyle:
    """A plain paragraph of letters of that size, for papers that are cut from a sheet."""
    alignment = TA_CENTER if centred else TA_LEFT
    return _style(name, LEFT_CELL, fontSize=size, leading=1.3 * size, alignment=alignment, spaceAfter=2)


def safe(text: str) -> str:
    """A text of the record as paragraph markup that shows exactly this text: nothing in it is markup.

    Spaces at which no line should break are held; in the file they read as plain spaces again.
    """
    return escape(bound(text), quote=False).replace("\n", "<br/>")


@dataclass(frozen=True, slots=True)
class Markup:
    """Markup of the program's own, already safe."""

    text: str


def bold(text: str) -> Markup:
    """The text in bold."""
    return Markup(f"<b>{safe(text)}</b>")


def italic(text: str) -> Markup:
    """The text in italics."""
    return Markup(f"<i>{safe(text)}</i>")


def para(style: ParagraphStyle, *parts: str | Markup, bullet: str | None = None) -> Paragraph:
    """A paragraph of these texts, one after the other. A plain `str` is shown as it is."""
    text = "".join(part.text if isinstance(part, Markup) else safe(part) for part in parts)
    return Paragraph(text, style, bulletText=bullet)


def fitted(style: ParagraphStyle, text: str, width: float) -> Paragraph:
    """A paragraph in a cell of that width, set smaller where a word is too long for a line of it.

    Its words stay whole; only one that no size of at least SMALL's would hold breaks.
    """

    def longest(pieces: list[str]) -> float:
        return max((text_width(piece, style.fontName, style.fontSize) for piece in pieces), default=0.0)

    held = bound(text)
    wide = longest(held.split(" "))
    if wide * SMALL.fontSize > width * style.fontSize:
        held, wide = text, longest(text.split(" "))
    size = min(style.fontSize, max(style.fontSize * width / max(wide, 1), SMALL.fontSize))
    smaller = ParagraphStyle(f"{style.name} fitted", style, fontSize=size, hyphenationLang="")
    return Paragraph(escape(held, quote=False), smaller)
