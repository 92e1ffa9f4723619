"""Badges: the sitting, the name, the office, and the number as a code for the scanner."""

from collections.abc import Sequence

from reportlab.lib.units import mm

from assembly_desk.documents.cards import CardSheet, Draw, Lines, in_room
from assembly_desk.documents.codes import draw_bars
from assembly_desk.documents.fonts import SANS, SANS_BOLD, register_fonts
from assembly_desk.documents.page import Paper, PaperCanvas
from assembly_desk.documents.phrases import Phrases
from assembly_desk.projections.cards_sheet import CardLine, CardsSheet
from assembly_desk.wording.words import Language

WIDTH, HEIGHT = 90 * mm, 60 * mm
_COLUMNS, _ROWS = 2, 4
_MARGIN = 4 * mm
_ROOM = WIDTH - 2 * _MARGIN
_CODE = 9 * mm


def badges(sheet: CardsSheet, languages: Sequence[Language] = ("kk",)) -> Paper:
    """Eight badges a sheet; in two languages both stand on the same badge, the Kazakh words first."""
    register_fonts()
    spoken = [Phrases(sheet.head, language) for language in languages]
    words = spoken[0]
    title = f"{words.say('document.badges')}: {words.sitting}"
    paper = Paper(sheet.head, words.language, title, across=False)
    paper.whole_page(_COLUMNS * WIDTH, _ROWS * HEIGHT)
    cards = [_badge(spoken, line) for line in sheet.cards]
    for first in range(0, len(cards), _COLUMNS * _ROWS):
        paper.story.append(CardSheet(_COLUMNS, _ROWS, WIDTH, HEIGHT, cards[first : first + _COLUMNS * _ROWS]))
    return paper


def _badge(spoken: Sequence[Phrases], line: CardLine) -> Draw:
    two = len(spoken) > 1
    top = [in_room(words.sitting, SANS, _ROOM, 2, 7.5, 6) for words in spoken]
    middle = [in_room(spoken[0].name(line.person), SANS_BOLD, _ROOM, 2 if two else 3, 13 if two else 17, 8)]
    for place, words in enumerate(spoken):
        if place and words.name(line.person) != spoken[0].name(line.person):
            middle.append(in_room(words.name(line.person), SANS_BOLD, _ROOM, 1, 9.5, 7))
    for place, words in enumerate(spoken):
        role = _role(words, line)
        if role:
            middle.append(in_room(role, SANS, _ROOM, 2, 7.5 if place else 9, 6.5))
    last = [in_room(" · ".join(_bearer(words, line) for words in spoken), SANS_BOLD, _ROOM, 1, 9, 6)]
    code = Lines((line.badge or "",), SANS, 8)
    missing = None
    if line.badge is None and line.bearer != "guest":
        missing = in_room(" ".join(words.say("paper.no-badge") for words in spoken), SANS, _ROOM, 1, 8, 6)

    def draw(canvas: PaperCanvas) -> None:
        centre, head = WIDTH / 2, HEIGHT - _MARGIN
        for one in top:
            head = one.draw(canvas, centre, head)
        foot = _MARGIN
        if line.badge is not None:
            code.draw(canvas, centre, foot + code.height)
            draw_bars(canvas, line.badge, centre, foot + code.height + 1, _ROOM, _CODE)
            foot += code.height + _CODE + 1.5 * mm
        elif missing is not None:
            missing.draw(canvas, centre, foot + missing.height)
            foot += missing.height + 1.5 * mm
        for one in last:
            one.draw(canvas, centre, foot + one.height)
            foot += one.height
        at = head - max(0.0, head - foot - sum(one.height for one in middle)) / 2
        for one in middle:
            at = one.draw(canvas, centre, at)

    return draw


def _role(words: Phrases, line: CardLine) -> str:
    """The position or office, and the region."""
    return ", ".join(
        part for part in (words.position(line.person, line.office), words.text(line.region)) if part
    )


def _bearer(words: Phrases, line: CardLine) -> str:
    if line.bearer == "other":
        word = words.say.of("office", "member")
        return f"{word[0].upper()}{word[1:]}"
    return words.say(f"paper.badge-{line.bearer}")
