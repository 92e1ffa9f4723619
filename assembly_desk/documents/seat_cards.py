"""Seat cards: a name to stand on the table, printed twice on a strip that is folded in the middle."""

from collections.abc import Sequence

from reportlab.lib.units import mm

from assembly_desk.documents.cards import CardSheet, Draw, in_room
from assembly_desk.documents.fonts import SANS, SANS_BOLD, register_fonts
from assembly_desk.documents.page import Paper, PaperCanvas
from assembly_desk.documents.phrases import Phrases
from assembly_desk.projections.cards_sheet import CardLine, CardsSheet
from assembly_desk.wording.words import Language

WIDTH, FACE = 190 * mm, 65 * mm
_MARGIN = 8 * mm
_ROOM = WIDTH - 2 * _MARGIN


def seat_cards(sheet: CardsSheet, languages: Sequence[Language] = ("kk",)) -> Paper:
    """Two cards a sheet; in two languages both names stand on each face, the Kazakh one first."""
    register_fonts()
    spoken = [Phrases(sheet.head, language) for language in languages]
    words = spoken[0]
    title = f"{words.say('document.seat-cards')}: {words.sitting}"
    paper = Paper(sheet.head, words.language, title, across=False)
    paper.whole_page(WIDTH, 4 * FACE)
    cards = [_card(spoken, line) for line in sheet.cards]
    for first in range(0, len(cards), 2):
        paper.story.append(CardSheet(1, 2, WIDTH, 2 * FACE, cards[first : first + 2]))
    return paper


def _card(spoken: Sequence[Phrases], line: CardLine) -> Draw:
    lines = [in_room(spoken[0].name(line.person), SANS_BOLD, _ROOM, 2, 36, 14)]
    for place, words in enumerate(spoken):
        if place and words.name(line.person) != spoken[0].name(line.person):
            lines.append(in_room(words.name(line.person), SANS_BOLD, _ROOM, 1, 20, 10))
    for words in spoken:
        role = words.position(line.person, line.office)
        if role:
            lines.append(in_room(role, SANS, _ROOM, 2, 13 if len(spoken) == 1 else 11, 8))

    def draw_face(canvas: PaperCanvas) -> None:
        at = (FACE + sum(one.height for one in lines)) / 2
        for one in lines:
            at = one.draw(canvas, WIDTH / 2, at)

    def draw(canvas: PaperCanvas) -> None:
        canvas.setDash(2, 3)
        canvas.line(0, FACE, WIDTH, FACE)
        canvas.setDash()
        draw_face(canvas)
        canvas.saveState()
        canvas.translate(WIDTH, 2 * FACE)
        canvas.rotate(180)
        draw_face(canvas)
        canvas.restoreState()

    return draw
