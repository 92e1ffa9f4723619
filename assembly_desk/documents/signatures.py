"""Where a paper is signed: the role, room for the signature, the name."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Table, TableStyle

from assembly_desk.documents.fonts import text_width
from assembly_desk.documents.page import SignatureLine
from assembly_desk.documents.phrases import Phrases, shortened
from assembly_desk.documents.requisites import plain
from assembly_desk.documents.styles import LEFT_CELL, MARK, ROLE, WIDTH, fitted, para
from assembly_desk.domain.text import Person

SIGNATURE_WIDTH, SIGNATURE_HEIGHT, PEN_HEIGHT = 70 * mm, 20 * mm, 14 * mm
_WIDEST_ROLE = 56 * mm
_ROOM_FOR_A_NAME = 120  # letters

BLANK_NAME = "—"

Signing = Literal["field", "pen", "elsewhere"]
"""How a text is signed: by a key in its field, or by the pen; by the pen alone; under the Kazakh text."""


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs, in which role. The last one's signature locks the paper."""

    role: Literal["Presiding", "Secretary"]
    person: Person | None
    last: bool = False


def signatures(words: Phrases, signers: Sequence[Signer], signing: Signing) -> Flowable:
    """The block of signatures, one under the other; never to be parted from the lines above it."""
    return _block([_row(words, signer, signing) for signer in signers])


def pens(words: Phrases, signers: Sequence[tuple[str, Person]], *, elsewhere: bool = False) -> Flowable:
    """The same for the pen alone: what each of the people signs as, and room. `elsewhere`: under the Kazakh text."""
    mark = para(MARK, words.say("paper.signed-in-kazakh" if elsewhere else "paper.signature-mark"))
    rows: list[tuple[str, Flowable, str]] = []
    for role, person in signers:
        line = mark if elsewhere else SignatureLine("", "", mark, SIGNATURE_WIDTH, PEN_HEIGHT, last=False)
        rows.append((role, line, shortened(words.signature_name(person), _ROOM_FOR_A_NAME)))
    return _block(rows)


def _block(rows: Sequence[tuple[str, Flowable, str]]) -> Flowable:
    gap = 3 * mm
    widest = max(text_width(role, ROLE.fontName, ROLE.fontSize) for role, _, _ in rows) + 1
    left = min(max(widest, (WIDTH - SIGNATURE_WIDTH) / 2 - 2 * gap), _WIDEST_ROLE)
    right = WIDTH - left - SIGNATURE_WIDTH - 2 * gap
    return Table(
        [[fitted(ROLE, role, left), line, fitted(LEFT_CELL, name, right)] for role, line, name in rows],
        colWidths=[left, SIGNATURE_WIDTH + 2 * gap, right],
        style=TableStyle(
            [
                *plain().getCommands(),
                ("LEFTPADDING", (1, 0), (1, -1), gap),
                ("RIGHTPADDING", (1, 0), (1, -1), gap),
                ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
                ("BOTTOMPADDING", (0, 0), (0, -1), 10),
                ("BOTTOMPADDING", (2, 0), (2, -1), 10),
                ("TOPPADDING", (0, 1), (-1, -1), 1 * mm),
            ]
        ),
    )


def _row(words: Phrases, signer: Signer, signing: Signing) -> tuple[str, Flowable, str]:
    say, person = words.say, signer.person
    role = say(f"paper.signature-{signer.role.lower()}")
    name = shortened(words.signature_name(person) if person else "", _ROOM_FOR_A_NAME)
    readable = say("paper.signature-of", role=role, name=words.name(person) if person else BLANK_NAME)
    if signing == "elsewhere":
        return role, para(MARK, say("paper.signed-in-kazakh")), name
    field, mark = signer.role if signing == "field" else "", para(MARK, say("paper.signature-mark"))
    height = SIGNATURE_HEIGHT if field else PEN_HEIGHT
    return role, SignatureLine(field, readable, mark, SIGNATURE_WIDTH, height, signer.last), name
