"""The attendance list as a document of its own, and the list on which a ballot paper is signed for."""

from assembly_desk.documents.fonts import register_fonts
from assembly_desk.documents.lists import attendance_list, recipients_list
from assembly_desk.documents.page import Paper
from assembly_desk.documents.phrases import Phrases
from assembly_desk.projections.attendance_sheet import AttendanceSheet
from assembly_desk.projections.ballot_sheet import RecipientsSheet
from assembly_desk.wording.words import Language


def attendance(sheet: AttendanceSheet, language: Language = "kk") -> Paper:
    """The list with room to sign in; also before the opening, for those who sign when they come."""
    register_fonts()
    words = Phrases(sheet.head, language)
    paper = Paper(sheet.head, language, f"{words.say('paper.attendance')}: {words.sitting}")
    paper.story += attendance_list(paper, sheet, None)
    return paper


def recipients(sheet: RecipientsSheet, language: Language = "kk") -> Paper:
    """The list of those who receive the papers of a secret vote, to be signed by hand."""
    register_fonts()
    words = Phrases(sheet.head, language)
    paper = Paper(sheet.head, language, f"{words.say('paper.ballot-list')}: {words.sitting}")
    paper.story += recipients_list(paper, sheet)
    return paper
