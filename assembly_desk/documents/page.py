"""The furniture of a page: margins, page number, marks, the short head of the journal; whole papers of it."""

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
)

from assembly_desk.documents.finish import Record, SignatureBox, finish
from assembly_desk.documents.fonts import SANS, SANS_BOLD, SERIF, register_fonts
from assembly_desk.documents.styles import (
    BOTTOM,
    GREY,
    HAIRLINE,
    HEIGHT,
    INK,
    LEFT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RIGHT,
    TOP,
    WIDTH,
)
from assembly_desk.documents.watermark import draw_watermark, make_watermark
from assembly_desk.journal.entry import short_head
from assembly_desk.projections.sheet_head import SheetHead
from assembly_desk.wording.words import Language, words

COLUMN_GAP = 4 * mm
COLUMN_WIDTH = (WIDTH - COLUMN_GAP) / 2

_FOOT = 11 * mm
_NUMBER = PAGE_HEIGHT - 12 * mm


class PaperCanvas(Canvas):
    """A canvas that knows, when it is saved, how many pages there are, and then completes each of them.

    `starts` holds the page on which each named part began, `later` what is to be written once all are known.
    """

    def __init__(self, *args: Any, complete: Callable[["PaperCanvas", int], None], **options: Any) -> None:
        super().__init__(*args, **options)
        self._pages: list[dict[str, Any]] = []
        self._complete = complete
        self.starts: dict[str, int] = {}
        self.later: list[tuple[int, Callable[[PaperCanvas, int], None]]] = []
        self.boxes: list[SignatureBox] = []
        self.paper: Paper | None = None  # whose page this is
        self._texts: dict[tuple[str, str, float], str] = {}

    def show_text(self, text: str, font: str, size: float, x: float, y: float) -> None:
        """Write a line of text; one that was written before costs nothing to write again."""
        code = self._texts.get((text, font, size))
        if code is None:
            written = self.beginText(0, 0)
            written.setFont(font, size)
            written.textOut(text)
            code = self._texts[text, font, size] = written.getCode()
        self.addLiteral(f"q 1 0 0 1 {x:.2f} {y:.2f} cm {code} Q")

    def showPage(self) -> None:  # noqa: N802 - named by reportlab
        """Keep the page until its furniture can be drawn."""
        self._pages.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        """Complete every page, then write the file."""
        pages = len(self._pages)
        for page in self._pages:
            self.__dict__.update(page)
            self._complete(self, pages)
            for number, write in self.later:
                if number == self.getPageNumber():
                    write(self, pages)
            super().showPage()
        super().save()


class Start(Flowable):
    """Marks, without a trace on paper, that a part of the document begins on this page."""

    def __init__(self, part: str) -> None:
        super().__init__()
        self.part = part

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Takes no room."""
        return 0, 0

    def draw(self) -> None:
        """Note the page."""
        self.canv.starts.setdefault(self.part, self.canv.getPageNumber())


class SheetCount(Flowable):
    """A line whose words need the number of sheets of a part: written when all pages are laid out.

    The part ends where `following` starts, or with the document if nothing of that name does.
    """

    def __init__(self, part: str, following: str, style: ParagraphStyle, say: Callable[[int], str]):
        super().__init__()
        self.part, self.following, self.style, self.say = part, following, style, say

    def wrap(self, available_width: float, _height: float) -> tuple[float, float]:
        """Takes one line."""
        self.width, self.height = available_width, self.style.leading
        return self.width, self.height

    def draw(self) -> None:
        """Come back to it later."""
        x, y = self.canv.absolutePosition(self.width, self.height - self.style.fontSize)

        def write(canvas: PaperCanvas, pages: int) -> None:
            end = canvas.starts.get(self.following, pages + 1)
            canvas.setFillColor(INK)
            canvas.setFont(self.style.fontName, self.style.fontSize)
            canvas.drawRightString(x, y, self.say(end - canvas.starts[self.part]))

        self.canv.later.append((self.canv.getPageNumber(), write))


class SignatureLine(Flowable):
    """Room for a signature: a line for the pen, and above it the box of the field that a key fills.

    Without a `name` there is no field: the paper is signed by hand only.
    """

    def __init__(self, name: str, readable: str, mark: Paragraph, width: float, height: float, last: bool):
        super().__init__()
        self.name, self.readable, self.mark, self.last = name, readable, mark, last
        self.width, self.box_height = width, height

    def wrap(self, _width: float, available_height: float) -> tuple[float, float]:
        """The box and the small words under the line."""
        self.mark_height = self.mark.wrap(self.width, available_height)[1]
        self.height = self.box_height + self.mark_height + 1
        return self.width, self.height

    def draw(self) -> None:
        """Draw the line, and note where the box stands."""
        foot = self.mark_height + 1
        self.canv.setLineWidth(0.6)
        self.canv.setStrokeColor(INK)
        self.canv.line(0, foot, self.width, foot)
        self.mark.drawOn(self.canv, 0, 0)
        if not self.name:
            return
        x, y = self.canv.absolutePosition(0, foot + 1)
        box = (round(x, 2), round(y, 2), round(x + self.width, 2), round(y + self.box_height - 1, 2))
        page = self.canv.getPageNumber() - 1
        self.canv.boxes.append(SignatureBox(self.name, self.readable, page, box, self.last))


@dataclass(slots=True)
class Paper:
    """A document in the making: what it is, and its story of flowables with the page layouts they name.

    `across`: a draft bears its mark across the page. Cards to be cut bear it in the margin alone, for a card
    must be usable before the sitting; that of a rehearsal is on everything. `numbered`: with the page number
    and the head of the journal, as every paper but a letter to one person has them.
    """

    head: SheetHead
    language: Language
    title: str
    story: list[Flowable] = field(default_factory=list)
    layouts: list[PageTemplate] = field(default_factory=list)
    first_layout: str = ""
    across: bool = True
    numbered: bool = True

    def __post_init__(self) -> None:
        self.first_layout = self.first_layout or self.body

    @property
    def body(self) -> str:
        """The name of the plain layout."""
        return f"body {self.language}"

    @property
    def marks(self) -> tuple[str, ...]:
        """The words that the paper bears: rehearsal for ever, draft until the sitting is closed."""
        say = words(self.language)
        given = ((self.head.rehearsal, "paper.rehearsal"), (self.head.draft, "paper.draft"))
        return tuple(say(key) for bears, key in given if bears)

    @property
    def marks_across(self) -> tuple[str, ...]:
        """Those of them that stand across the page."""
        return self.marks if self.across else self.marks[:1] if self.head.rehearsal else ()

    def columns(self, name: str, top: Sequence[Flowable]) -> tuple[str, str]:
        """Lay out pages of two columns; the first bears `top` over them. Returns both layouts' names."""
        used = sum(_height(one) for one in top) + 2
        register_fonts()
        names = f"{name} first {self.language}", f"{name} next {self.language}"
        for layout, head in zip(names, (used, 0.0), strict=True):
            frames = [_frame(f"{layout} top", LEFT, PAGE_HEIGHT - TOP - head, WIDTH, head)] if head else []
            frames += [
                _frame(f"{layout} {side}", x, BOTTOM, COLUMN_WIDTH, HEIGHT - head)
                for side, x in (("left", LEFT), ("right", LEFT + COLUMN_WIDTH + COLUMN_GAP))
            ]
            self.layouts.append(PageTemplate(layout, frames, onPage=self._begin))
        return names

    def whole_page(self, width: float, height: float) -> None:
        """Lay out pages of one frame in the middle between the marks and the foot, not in a letter's margins."""
        name = f"whole page {self.language}"
        foot = (_FOOT + 9 + _NUMBER - 4 - height) / 2
        frame = _frame(name, (PAGE_WIDTH - width) / 2, foot, width, height)
        self.layouts.append(PageTemplate(name, [frame], onPage=self._begin))
        self.first_layout = name

    def render(self, record: Record, *others: "Paper") -> bytes:
        """Lay out the pages, then those of the others, and make the file: the same bytes for the same record.

        The title and the language of the file are those of this paper.
        """
        register_fonts()
        out = io.BytesIO()
        document = BaseDocTemplate(
            out,
            pagesize=A4,
            leftMargin=LEFT,
            rightMargin=RIGHT,
            topMargin=TOP,
            bottomMargin=BOTTOM,
            title=self.title,
            author=self.head.body_name.in_language(self.language),
            subject=self.title,
            creator="assembly_desk",
            producer="assembly_desk",
            lang=_TAGS[self.language],
            invariant=1,
            pageCompression=1,
            initialFontName=SERIF,
        )
        papers = (self, *others)
        layouts = {layout.id: layout for paper in papers for layout in (paper._plain(), *paper.layouts)}
        document.addPageTemplates(sorted(layouts.values(), key=lambda one: one.id != self.first_layout))
        story = list(self.story)
        for before, paper in pairwise(papers):
            story += [NextPageTemplate(paper.first_layout), PageBreak(), Start(end_of(before)), *paper.story]
        made: list[PaperCanvas] = []

        def canvas(*args: Any, **options: Any) -> PaperCanvas:
            canvas = PaperCanvas(*args, complete=_complete(record), **options)
            for paper in {paper.language: paper for paper in papers}.values():
                make_watermark(canvas, paper.language, paper.marks_across)
            made.append(canvas)
            return canvas

        document.build(story, canvasmaker=canvas)
        return finish(out.getvalue(), self.title, _TAGS[self.language], record, made[0].boxes)

    def _plain(self) -> PageTemplate:
        return PageTemplate(self.body, [_frame(self.body, LEFT, BOTTOM, WIDTH, HEIGHT)], onPage=self._begin)

    def _begin(self, canvas: PaperCanvas, _document: object) -> None:
        canvas.paper = self
        draw_watermark(canvas, self.language, self.marks_across)


def end_of(paper: Paper) -> str:
    """The name of the part that starts where the paper ends."""
    return f"after {paper.language}"


def _complete(record: Record) -> Callable[[PaperCanvas, int], None]:
    short = short_head(record.head, 32)

    def complete(canvas: PaperCanvas, pages: int) -> None:
        paper, page = canvas.paper, canvas.getPageNumber()
        assert paper is not None, "every layout names its paper"
        say, marks = words(paper.language), " · ".join(paper.marks)
        canvas.setFillColor(INK)
        if page > 1 and paper.numbered:
            canvas.setFont(SERIF, 11)
            canvas.drawCentredString(LEFT + WIDTH / 2, _NUMBER, str(page))
        if marks:
            canvas.setFont(SANS_BOLD, 9)
            canvas.drawRightString(PAGE_WIDTH - RIGHT, _NUMBER, marks)
        if not paper.numbered:
            return
        canvas.setStrokeColor(HAIRLINE)
        canvas.setLineWidth(0.4)
        canvas.line(LEFT, _FOOT + 9, PAGE_WIDTH - RIGHT, _FOOT + 9)
        canvas.setFillColor(GREY)
        canvas.setFont(SANS, 7.5)
        canvas.drawString(LEFT, _FOOT, say("paper.journal-head", head=short))
        canvas.drawRightString(PAGE_WIDTH - RIGHT, _FOOT, say("paper.page", page=page, pages=pages))

    return complete


_TAGS: Mapping[Language, str] = {"kk": "kk-KZ", "ru": "ru-RU", "en": "en-GB"}


def _frame(name: str, x: float, y: float, width: float, height: float) -> Frame:
    return Frame(x, y, width, height, 0, 0, 0, 0, id=name)


def _height(flowable: Flowable) -> float:
    return flowable.wrap(WIDTH, HEIGHT)[1] + flowable.getSpaceBefore() + flowable.getSpaceAfter()
