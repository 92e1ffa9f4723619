"""The list of one named vote, or of all of a sitting, as a document of its own."""

from collections.abc import Sequence

from reportlab.platypus import NextPageTemplate, PageBreak

from assembly_desk.documents.fonts import register_fonts
from assembly_desk.documents.lists import named_vote_list
from assembly_desk.documents.page import Paper
from assembly_desk.documents.phrases import Phrases
from assembly_desk.projections.named_vote_sheet import NamedVoteSheet
from assembly_desk.wording.words import Language


def named_vote(sheets: Sequence[NamedVoteSheet], language: Language = "kk") -> Paper:
    """The lists, each beginning on a page of its own. At least one sheet is wanted."""
    register_fonts()
    words = Phrases(sheets[0].head, language)
    paper = Paper(sheets[0].head, language, f"{words.say('paper.named-vote')}: {words.sitting}")
    for sheet in sheets:
        layout, pages = named_vote_list(paper, sheet, None)
        if paper.story:
            paper.story += [NextPageTemplate(layout), PageBreak()]
        else:
            paper.first_layout = layout
        paper.story += pages
    return paper
