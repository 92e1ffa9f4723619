"""The Council's proposal to the President: the closing decision word for word, with exactly the names."""

from collections.abc import Iterator, Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak, Spacer

from assembly_desk.documents.course import decided
from assembly_desk.documents.decision import basis_line
from assembly_desk.documents.fonts import register_fonts
from assembly_desk.documents.keeping import Kept, with_end
from assembly_desk.documents.page import Paper
from assembly_desk.documents.phrases import BLANK, Phrases
from assembly_desk.documents.requisites import date_number_place, prevails, titled
from assembly_desk.documents.signatures import Signer, signatures
from assembly_desk.documents.styles import BODY, CENTRED, RIGHT_CELL, SMALL, SMALLEST, bold, para
from assembly_desk.documents.votes import vote_line
from assembly_desk.projections.proposal_sheet import Election, ProposalSheet
from assembly_desk.wording.words import Language, sentence


def proposal(sheets: Sequence[ProposalSheet], language: Language = "kk", *, second: bool = False) -> Paper:
    """The proposals, each beginning on a page of its own. At least one is wanted."""
    register_fonts()
    words = Phrases(sheets[0].head, language)
    paper = Paper(sheets[0].head, language, f"{words.say('document.proposal')}: {words.sitting}")
    for sheet in sheets:
        if paper.story:
            paper.story.append(PageBreak())
        if second:
            paper.story.append(prevails(words))
        paper.story += with_end(list(_text(words, sheet)), _end(words, sheet, second))
    return paper


def _text(words: Phrases, sheet: ProposalSheet) -> Iterator[Flowable]:
    say = words.say
    yield para(RIGHT_CELL, bold(say("paper.proposal-to")))
    yield Spacer(0, 6 * mm)
    yield from titled(words, say("paper.proposal"))
    yield from date_number_place(words, f"№ {BLANK}")
    yield para(CENTRED, bold(sentence(words.text(sheet.line.title)).removesuffix(".")))
    yield Spacer(0, 2 * mm)
    yield para(BODY, say("paper.proposal-decided"))
    for group in decided(words, (sheet.decision,)):
        yield Kept(group)


def _end(words: Phrases, sheet: ProposalSheet, second: bool) -> list[Flowable]:
    say = words.say
    rests = [line for one in sheet.elections for line in _election(words, one)]
    signed = signatures(words, [Signer("Presiding", sheet.presiding)], "elsewhere" if second else "pen")
    return [
        Spacer(0, 4 * mm),
        signed,
        Spacer(0, 4 * mm),
        para(SMALL, say("paper.protocol-no", number=words.protocol_number)),
        para(SMALL, basis_line(words, sheet.basis)),
        *(para(SMALL, line) for line in rests),
        para(SMALLEST, words.profile),
    ]


def _election(words: Phrases, election: Election) -> Iterator[str]:
    basis = election.basis
    told = words.say("paper.proposal-rests", vote=basis.vote, time=words.full_time(basis.at))
    yield f"{told} {words.vote_base(basis.base, basis.needed, basis.point)}"
    for row in words.ordered(election.elected, lambda row: row.person):
        figures = "" if row.figures is None else sentence(vote_line(words, row.figures))
        yield f"{words.name(row.person)}: {figures}"
