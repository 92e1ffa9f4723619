"""Candidates in the hall: their names while they are voted on, a row for each once there is a result."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from assembly_desk.domain.vote import Verdict
from assembly_desk.projections.hall_slide import ListSlide, VotingSlide
from assembly_desk.ui.hall import said
from assembly_desk.ui.hall.letters import CAP, Fitted, fit
from assembly_desk.ui.hall.sheet import Sheet, Sign
from assembly_desk.ui.theme import HALL

ONE_COLUMN = 6
"""So many names stand one below the other; more in two columns."""

TALLEST = 130
"""The height of a row where there are few, in units."""

INKS: Mapping[Verdict, tuple[Sign, str]] = {
    "adopted": ("for", HALL.for_),
    "tie": ("abstain", HALL.abstain),
    "outranked": ("abstain", HALL.abstain),
    "withdrawn": ("abstain", HALL.second),
    "not-adopted": ("against", HALL.against),
}


def paint_candidates(sheet: Sheet, slide: VotingSlide, top: float, foot: float) -> None:
    """The item, and the candidates of this page below it, in the order of the paper."""
    u = sheet.u
    top = _title(sheet, slide.text.in_language(sheet.language), top)
    names = [name.in_language(sheet.language) for name in slide.candidates]
    many = len(names) > ONE_COLUMN or slide.pages > 1
    rows = -(-len(names) // 2) if many else len(names)
    gap = 60 * u
    column = (sheet.inner - gap) / 2 if many else sheet.inner
    high = _height(sheet, rows, top, foot)
    fitted = _alike(names, column, high * 0.9, min(64 * u, high * 0.7))
    for place, name in enumerate(fitted):
        x = sheet.left + (place // rows) * (column + gap)
        y = top + (place % rows) * high
        name.draw(sheet.painter, x, y + (high - name.height) / 2, HALL.ink)


def paint_rows(sheet: Sheet, slide: ListSlide) -> None:
    """The rows of this page: the sign, the name, the verdict in words, the votes for; what holds for all below."""
    u, language = sheet.u, sheet.language
    foot = _facts(sheet, slide)
    top = sheet.label(said.label(slide, language), said.page(slide, language))
    head = sheet.fit(sheet.say("hall.for"), sheet.inner * 0.2, 50, 40)
    top = _title(sheet, slide.text.in_language(language), top, beside=head.width + 60 * u)
    head.draw(sheet.painter, sheet.right, top - 20 * u - head.height, HALL.second, right=True)
    rows = slide.shown
    high = _height(sheet, -(-len(slide.rows) // slide.pages), top, foot - 26 * u)
    size = min(72 * u, high * 0.66)
    figures = [str(row.in_favour) if row.in_favour is not None else "–" for row in rows]
    figure = max(fit(text, sheet.inner, high, size * 1.1, bold=True).width for text in figures) + 30 * u
    words = [said.row_verdict(row, language) for row in rows]
    verdicts = _alike(words, sheet.inner * 0.3, high * 0.86, size * 0.84)
    verdict = max((word.width for word in verdicts), default=0.0) + 40 * u
    names = [row.name.in_language(language) for row in rows]
    sign_room = size * 1.25
    fitted = _alike(names, sheet.inner - figure - verdict - sign_room - 30 * u, high * 0.86, size)
    for place, row in enumerate(rows):
        y, middle = top + place * high, top + (place + 0.5) * high
        sheet.painter.fillRect(QRectF(sheet.left, y, sheet.inner, max(1.0, 2 * u)), QColor(HALL.line))
        sign, ink = INKS.get(row.verdict, ("abstain", HALL.second))
        sheet.sign(sign, sheet.left, middle - size * CAP / 2, size, ink)
        _middle(sheet, fitted[place], sheet.left + sign_room, middle, HALL.ink)
        _middle(sheet, verdicts[place], sheet.right - figure - verdict + 40 * u, middle, ink)
        count = fit(figures[place], figure, high, size * 1.1, bold=True)
        count.draw(sheet.painter, sheet.right, middle - count.size * CAP / 2, ink, right=True)


def _facts(sheet: Sheet, slide: ListSlide) -> float:
    """What holds for all candidates, at the foot. Returns its upper edge."""
    u = sheet.u
    y = sheet.height - 64 * u
    for place, fact in reversed(list(enumerate(said.list_facts(slide, sheet.language)))):
        line = sheet.fit(fact, sheet.inner, 50, 42 if place == 0 else 38)
        y -= line.height
        line.draw(sheet.painter, sheet.left, y, HALL.ink if place == 0 else HALL.second)
        y -= 16 * u
    return y


def _title(sheet: Sheet, text: str, top: float, *, beside: float = 0.0) -> float:
    """The item, in two lines at most: whoever reads the rows has seen it whole. Returns where the rows begin."""
    u = sheet.u
    title = fit(text, sheet.inner - beside, 90 * u, 52 * u, bold=True, least=1.4)
    return title.draw(sheet.painter, sheet.left, top, HALL.ink) + 26 * u


def _height(sheet: Sheet, rows: int, top: float, foot: float) -> float:
    """How high each of the rows may be."""
    return min(TALLEST * sheet.u, (foot - top) / max(1, rows))


def _alike(texts: list[str], width: float, height: float, biggest: float) -> list[Fitted]:
    """The texts in one size: that of the longest, unless it stands out; then only that one is smaller."""
    alone = [fit(text, width, height, biggest) for text in texts]
    sizes = sorted(one.size for one in alone)
    usual = sizes[len(sizes) // 4] if sizes else biggest
    return [fit(text, width, height, min(biggest, usual)) for text in texts]


def _middle(sheet: Sheet, text: Fitted, x: float, middle: float, colour: str) -> None:
    high = text.height - text.size * 0.28
    text.draw(sheet.painter, x, middle - high / 2, colour)
