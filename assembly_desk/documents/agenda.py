"""The agenda as a document of its own."""

from reportlab.lib.units import mm
from reportlab.platypus import Spacer

from assembly_desk.documents.finish import Record
from assembly_desk.documents.fonts import register_fonts
from assembly_desk.documents.page import Paper
from assembly_desk.documents.phrases import Phrases
from assembly_desk.documents.protocol import agenda_line
from assembly_desk.documents.styles import CENTRED, OWNER, TITLE, para
from assembly_desk.projections.agenda_sheet import AgendaSheet
from assembly_desk.wording.words import Language


def agenda(sheet: AgendaSheet, record: Record, language: Language = "kk") -> bytes:
    """The agenda as it stands; before the body adopts it, the convening's proposal."""
    register_fonts()
    words = Phrases(sheet.head, language)
    title = words.say("paper.agenda-title")
    paper = Paper(sheet.head, language, f"{words.say('document.agenda')}: {words.sitting}")
    owner = para(OWNER, words.owner)
    paper.story += [owner, para(TITLE, title)] if language == "kk" else [para(TITLE, title), owner]
    when = [words.date(sheet.head.date), words.text(sheet.head.place)]
    paper.story.append(para(CENTRED, ", ".join(part for part in when if part)))
    if sheet.time:
        paper.story.append(para(CENTRED, words.say("paper.time-of", time=sheet.time)))
    paper.story.append(Spacer(0, 6 * mm))
    paper.story += [agenda_line(words, line) for line in sheet.lines]
    return paper.render(record)
