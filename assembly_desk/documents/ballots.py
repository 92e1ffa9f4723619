"""Ballot papers: as many as ordered, all the same, four or two to a sheet that is cut, or one."""

from collections.abc import Iterator, Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer, Table, TableStyle

from assembly_desk.documents.binding import HELD
from assembly_desk.documents.cards import CardSheet, Draw
from assembly_desk.documents.fonts import register_fonts
from assembly_desk.documents.page import Paper, PaperCanvas
from assembly_desk.documents.phrases import BLANK, Phrases
from assembly_desk.documents.styles import HAIRLINE, INK, SHADE, Markup, bold, para, styled
from assembly_desk.domain.text import Person
from assembly_desk.projections.ballot_sheet import BallotSheet
from assembly_desk.wording.words import Language, sentence

SHEET_WIDTH, SHEET_HEIGHT = 190 * mm, 260 * mm
_LAYOUTS = ((2, 2, 8.5), (1, 2, 10.0), (1, 1, 11.0))
"""Columns and rows of papers on a sheet, and the size of the letters: the first in which all fits is taken."""
_MARGIN = 5 * mm
_CHOICES = ("for", "against", "abstain")
_SMALLEST_BOX = 9 * mm  # room for a mark by pen


def ballots(sheets: Sequence[BallotSheet], languages: Sequence[Language] = ("kk",)) -> Paper:
    """The papers of each vote; in two languages both stand on the same paper, the Kazakh words first.

    Nothing on a paper tells it from another: no number, no page, no head of the journal.
    """
    register_fonts()
    spoken = [Phrases(sheets[0].head, language) for language in languages]
    words = spoken[0]
    title = f"{words.say('document.ballots')}: {words.sitting}"
    paper = Paper(sheets[0].head, words.language, title, across=False, numbered=False)
    paper.whole_page(SHEET_WIDTH, SHEET_HEIGHT)
    for sheet in sheets:
        columns, rows, size = next(
            one for one in _LAYOUTS if one == _LAYOUTS[-1] or _fits(spoken, sheet, one)
        )
        width, height = SHEET_WIDTH / columns, SHEET_HEIGHT / rows
        card = _card(list(_ballot(spoken, sheet, width - 2 * _MARGIN, size)), width, height)
        for first in range(0, sheet.copies, columns * rows):
            cards = [card] * min(columns * rows, sheet.copies - first)
            paper.story.append(CardSheet(columns, rows, width, height, cards))
    return paper


def _fits(spoken: Sequence[Phrases], sheet: BallotSheet, layout: tuple[int, int, float]) -> bool:
    columns, rows, size = layout
    width = SHEET_WIDTH / columns - 2 * _MARGIN
    return _height(list(_ballot(spoken, sheet, width, size)), width) <= SHEET_HEIGHT / rows - 2 * _MARGIN


def _height(ballot: Sequence[Flowable], width: float) -> float:
    return sum(one.wrap(width, SHEET_HEIGHT)[1] + one.getSpaceAfter() for one in ballot)


def _card(ballot: Sequence[Flowable], width: float, height: float) -> Draw:
    """Draws the paper from the top; one too high even for a whole sheet is drawn smaller."""
    room = width - 2 * _MARGIN
    scale = min(1.0, (height - 2 * _MARGIN) / _height(ballot, room))

    def draw(canvas: PaperCanvas) -> None:
        canvas.translate(_MARGIN, height - _MARGIN)
        canvas.scale(scale, scale)
        foot = 0.0
        for one in ballot:
            foot -= one.wrapOn(canvas, room, SHEET_HEIGHT)[1]
            one.drawOn(canvas, 0, foot)
            foot -= one.getSpaceAfter()

    return draw


def _ballot(spoken: Sequence[Phrases], sheet: BallotSheet, width: float, size: float) -> Iterator[Flowable]:
    centred, plain = styled("ballot title", size, centred=True), styled("ballot", size)
    small = styled("ballot small", 0.85 * size)
    for words in spoken:
        yield para(centred, words.sitting, f", {words.date(sheet.head.date)}")
    for words in spoken:
        yield para(styled("ballot head", 1.25 * size, centred=True), bold(words.say("paper.ballot")))
    for words in spoken:
        yield para(plain, words.say("paper.ballot-question", text=sentence(words.text(sheet.question))))
    yield Spacer(0, 1 * mm)
    yield _boxes(spoken, sheet.candidates, width, size)
    yield Spacer(0, 2 * mm)
    for words in spoken:
        how = [words.say("paper.ballot-how")]
        if sheet.most_for is not None:
            how.append(words.say("paper.ballot-most-for", most_for=sheet.most_for))
        yield para(small, " ".join(how))
    for words in spoken:
        yield para(small, words.say("paper.ballot-signed"))
    yield para(plain, f"{BLANK * 2}{HELD * 6}{BLANK * 2}")


def _boxes(spoken: Sequence[Phrases], people: Sequence[Person], width: float, size: float) -> Flowable:
    """A row for each candidate, or one for the only question, with three boxes to mark."""
    cell, head = styled("ballot cell", size), styled("ballot column", 0.8 * size, centred=True)
    heads = [
        para(head, *_lines([bold(words.say(f"paper.ballot-{one}")) for words in spoken])) for one in _CHOICES
    ]
    rows: list[list[Flowable | str]] = [[*heads]]
    widths = [width / 3] * 3
    if people:
        rows[0].insert(0, para(head, *_lines([bold(w.say("paper.column-candidate")) for w in spoken])))
        rows += [[_candidate(spoken, cell, person), "", "", ""] for person in people]
        box = max(0.16 * width, 19 * mm)
        widths = [width - 3 * box, box, box, box]
    else:
        rows.append(["", "", ""])
    return Table(
        rows,
        colWidths=widths,
        rowHeights=[None, *(_row_height(row, widths[0]) for row in rows[1:])],
        style=TableStyle(
            [
                ("GRID", (0, 0), (-1, -1), 0.8, INK if not people else HAIRLINE),
                ("BOX", (0, 0), (-1, -1), 0.8, INK),
                ("BACKGROUND", (0, 0), (-1, 0), SHADE),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                ("LEFTPADDING", (0, 0), (-1, -1), 2),
                ("RIGHTPADDING", (0, 0), (-1, -1), 2),
                ("TOPPADDING", (0, 0), (-1, -1), 1.5),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
            ]
        ),
    )


def _row_height(row: Sequence[Flowable | str], width: float) -> float:
    first = row[0]
    if isinstance(first, str):
        return 1.3 * _SMALLEST_BOX
    return max(_SMALLEST_BOX if len(row) < 4 else 6.5 * mm, first.wrap(width - 4, SHEET_HEIGHT)[1] + 4)


def _candidate(spoken: Sequence[Phrases], style: ParagraphStyle, person: Person) -> Flowable:
    """The name and position in each language; a name without a Russian spelling stands once."""
    told: list[Markup | str] = []
    for words in spoken:
        name, position = person.name.in_language(words.language), words.position(person)
        if told and person.name.ru is None and position == spoken[0].position(person):
            continue
        told += ["\n" if told else "", bold(name), f", {position}" if position else ""]
    return para(style, *told)


def _lines(parts: Sequence[Markup]) -> Iterator[Markup | str]:
    for place, part in enumerate(dict.fromkeys(parts)):
        if place:
            yield "\n"
        yield part
