"""The requisites that papers begin with: whose it is, what it is, its date, number and place."""

from collections.abc import Iterator

from reportlab.platypus import Flowable, HRFlowable, Table, TableStyle

from assembly_desk.documents.fonts import SERIF
from assembly_desk.documents.phrases import BLANK, Phrases
from assembly_desk.documents.styles import (
    BODY,
    CENTRE_CELL,
    HAIRLINE,
    LEFT_CELL,
    OWNER,
    RIGHT_CELL,
    SMALL_CENTRED,
    TITLE,
    WIDTH,
    bold,
    italic,
    para,
)

_ROOM_FOR_A_PLACE = 160  # letters


def titled(words: Phrases, title: str) -> Iterator[Flowable]:
    """Whose paper it is, then what kind of paper: in Russian the body, the kind, and of which sitting it is."""
    if words.language == "kk":
        yield from (para(OWNER, words.sitting), para(TITLE, title))
    else:
        yield from (para(OWNER, words.body), para(TITLE, title), para(OWNER, words.of_sitting))


def date_number_place(words: Phrases, number: str) -> Iterator[Flowable]:
    """The date at the left, the number, the place at the right, a rule under them."""
    place = words.text(words.head.place) or BLANK * 3
    apart = len(place) > _ROOM_FOR_A_PLACE
    cells = [
        para(LEFT_CELL, words.date(words.head.date)),
        para(CENTRE_CELL, number),
        para(RIGHT_CELL, "" if apart else place),
    ]
    yield Table([cells], colWidths=[WIDTH * 0.4, WIDTH * 0.2, WIDTH * 0.4], style=plain())
    if apart:
        yield para(BODY, place)
    yield HRFlowable(WIDTH, 0.6, color=HAIRLINE, spaceBefore=3, spaceAfter=8)


def labelled(sentence: str) -> Flowable:
    """A sentence «label: value» with its label in bold."""
    label, colon, value = sentence.partition(":")
    return para(BODY, bold(label + colon), value) if colon else para(BODY, sentence)


def prevails(words: Phrases) -> Flowable:
    """Over the second text of a paper in two languages: the Kazakh one prevails."""
    return para(SMALL_CENTRED, italic(words.say("paper.kazakh-prevails")))


def plain() -> TableStyle:
    """A table that only puts things side by side."""
    return TableStyle(
        [
            ("FONT", (0, 0), (-1, -1), SERIF, 12, 15),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
        ]
    )
