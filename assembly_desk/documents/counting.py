"""The counting commission's protocols no. 1 and no. 2, signed by all its members and approved by the body."""

from collections.abc import Iterator, Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak, Spacer

from assembly_desk.documents.fonts import register_fonts
from assembly_desk.documents.keeping import with_end
from assembly_desk.documents.page import Paper
from assembly_desk.documents.phrases import Phrases
from assembly_desk.documents.requisites import date_number_place, prevails, titled
from assembly_desk.documents.signatures import pens
from assembly_desk.documents.styles import BODY, BODY_FIGURES, SMALL, SMALLEST, SUBTITLE, bold, italic, para
from assembly_desk.documents.votes import (
    candidates,
    commission_line,
    filled,
    papers_line,
    verdict_sentence,
    vote_line,
)
from assembly_desk.projections.counting_sheet import CountingSheet
from assembly_desk.projections.vote_entry import VoteEntry
from assembly_desk.wording.words import Language, sentence


def counting(sheets: Sequence[CountingSheet], language: Language = "kk", *, second: bool = False) -> Paper:
    """The protocols, each beginning on a page of its own. At least one is wanted."""
    register_fonts()
    words = Phrases(sheets[0].head, language)
    paper = Paper(sheets[0].head, language, f"{words.say('document.counting')}: {words.sitting}")
    for sheet in sheets:
        if paper.story:
            paper.story.append(PageBreak())
        if second:
            paper.story.append(prevails(words))
        paper.story += titled(words, words.say(f"paper.commission-{sheet.number}"))
        paper.story += with_end(list(_protocol(words, sheet)), _end(words, sheet, second))
    return paper


def _protocol(words: Phrases, sheet: CountingSheet) -> Iterator[Flowable]:
    say = words.say
    if sheet.vote is not None:
        yield para(SUBTITLE, say("paper.vote-number", vote=sheet.vote.number))
    yield from date_number_place(words, "")
    elected = say("paper.commission-elected-by", vote=sheet.elected_by, time=words.clock(sheet.elected_at))
    yield para(BODY, elected)
    yield para(BODY, commission_line(words, sheet.commission))
    if sheet.vote is not None:
        yield from _result(words, sheet.vote)


def _result(words: Phrases, vote: VoteEntry) -> Iterator[Flowable]:
    say = words.say
    if vote.seats is None:
        yield para(BODY, filled(say.template("paper.put"), text=italic(sentence(words.text(vote.text)))))
        if vote.candidate is not None:
            yield para(BODY, words.named("paper.candidate", vote.candidate))
    else:
        yield para(BODY, say("paper.list-put", count=len(vote.rows), seats=vote.seats))
        if vote.run_off_of is not None:
            yield para(BODY, say("paper.list-run-off", vote=vote.run_off_of))
        if vote.most_for is not None:
            yield para(BODY, say("paper.most-for", most_for=vote.most_for))
    form = say.of("form", vote.form)
    yield para(BODY_FIGURES, say("paper.vote-form", form=form, time=words.clock(vote.at)))
    yield para(BODY_FIGURES, words.vote_base(vote.base, vote.needed, vote.point))
    if vote.papers is not None:
        yield para(BODY_FIGURES, papers_line(words, vote.papers, vote.not_issued))
    if vote.rows:
        yield Spacer(0, 2 * mm)
        yield candidates(words, vote.rows)
        yield Spacer(0, 3 * mm)
    elif vote.figures is not None:
        yield para(BODY_FIGURES, bold(f"{sentence(vote_line(words, vote.figures))}"))
        yield para(BODY_FIGURES, bold(verdict_sentence(words, vote.verdict, None, vote.unanimous)))
    yield para(BODY, say("paper.commission-unused"))
    yield para(BODY, say("paper.commission-sealed"))


def _end(words: Phrases, sheet: CountingSheet, second: bool) -> list[Flowable]:
    say, commission = words.say, sheet.commission
    officers = [("chair", commission.chair), ("secretary", commission.secretary)]
    signers = [(say(f"paper.commission-{role}"), person) for role, person in officers if person is not None]
    others = words.ordered(sheet.others, lambda person: person)
    signers += [(say("paper.commission-member"), person) for person in others]
    if sheet.approved_by is None:
        approval = say("paper.commission-not-approved")
    else:
        approval = say("paper.commission-approval", vote=sheet.approved_by)
    return [
        Spacer(0, 4 * mm),
        pens(words, signers, elsewhere=second),
        Spacer(0, 3 * mm),
        para(SMALL, say("paper.protocol-no", number=words.protocol_number)),
        para(SMALL, approval),
        para(SMALLEST, words.profile),
    ]
