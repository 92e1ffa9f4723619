"""Invitations: one for each who belongs to the sitting or is invited to it, with the agenda."""

from collections.abc import Iterator, Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from assembly_desk.documents.agenda import agenda_rows
from assembly_desk.documents.fonts import register_fonts
from assembly_desk.documents.keeping import Kept
from assembly_desk.documents.page import Paper
from assembly_desk.documents.phrases import BLANK, Phrases
from assembly_desk.documents.styles import BODY, CENTRED, HEADING, OWNER, TITLE, bold, para
from assembly_desk.domain.text import Person
from assembly_desk.projections.invitations_sheet import InvitationsSheet
from assembly_desk.wording.words import Language


def invitations(sheet: InvitationsSheet, languages: Sequence[Language] = ("kk",)) -> list[Paper]:
    """A letter for each; in two languages the Kazakh one comes first, then the same person's Russian one.

    Where nobody is known yet, one with a blank for the name.
    """
    register_fonts()
    spoken = [Phrases(sheet.agenda.head, language) for language in languages]
    return [_letter(words, sheet, person) for person in sheet.invited or (None,) for words in spoken]


def _letter(words: Phrases, sheet: InvitationsSheet, person: Person | None) -> Paper:
    title = f"{words.say('document.invitations')}: {words.sitting}"
    paper = Paper(sheet.agenda.head, words.language, title, numbered=False)
    paper.story += _lines(words, sheet, person)
    return paper


def _lines(words: Phrases, sheet: InvitationsSheet, person: Person | None) -> Iterator[Flowable]:
    say, head = words.say, sheet.agenda.head
    yield Spacer(0, 8 * mm)
    yield para(OWNER, words.sitting)
    yield para(TITLE, say("paper.invitation"))
    yield Spacer(0, 6 * mm)
    name = words.name(person) if person is not None else BLANK * 4
    yield para(CENTRED, bold(say("paper.invitation-dear", name=name)))
    position = words.position(person) if person is not None else ""
    if words.language != "kk" and position:  # an address bears no position in Kazakh
        yield para(CENTRED, position)
    yield Spacer(0, 4 * mm)
    when = {
        "date": words.date(head.date),
        "time": sheet.agenda.time or BLANK,
        "place": words.text(head.place) or BLANK,
    }
    known = head.body in ("council", "session")
    body = head.body if known else "other"
    sitting = {} if known else {"sitting": words.sitting}
    yield para(BODY, say(f"paper.invitation.{body}", **when, **sitting))
    yield Spacer(0, 4 * mm)
    if sheet.agenda.lines:
        yield para(HEADING, say("paper.agenda"))
        yield from agenda_rows(words, sheet.agenda, timed=False)
        yield Spacer(0, 4 * mm)
    by = [para(BODY, words.named("paper.convened", one.person, one.office)) for one in sheet.convened_by]
    yield Kept(by)
