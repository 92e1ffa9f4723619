"""The Session's decision on an item, and its Appeal: papers of their own, signed by who presided (p. 10, 11)."""

from collections.abc import Iterator, Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak, Spacer

from assembly_desk.documents.course import decided
from assembly_desk.documents.fonts import register_fonts
from assembly_desk.documents.keeping import Kept, with_end
from assembly_desk.documents.page import Paper
from assembly_desk.documents.phrases import BLANK, Phrases
from assembly_desk.documents.requisites import date_number_place, prevails, titled
from assembly_desk.documents.signatures import Signer, signatures
from assembly_desk.documents.styles import BODY, CENTRED, SMALL, SMALLEST, bold, para
from assembly_desk.documents.votes import vote_line
from assembly_desk.projections.decision_sheet import Basis, DecisionSheet
from assembly_desk.wording.words import Language, sentence


def decision(sheets: Sequence[DecisionSheet], language: Language = "kk", *, second: bool = False) -> Paper:
    """The decisions, each beginning on a page of its own. At least one is wanted.

    The number of a decision is given by whoever registers it: there is a blank for it.
    """
    return _paper("decision", sheets, language, second)


def appeal(sheets: Sequence[DecisionSheet], language: Language = "kk", *, second: bool = False) -> Paper:
    """The Appeal; if a Session adopted several, each begins on a page of its own. At least one is wanted."""
    return _paper("appeal", sheets, language, second)


def _paper(kind: str, sheets: Sequence[DecisionSheet], language: Language, second: bool) -> Paper:
    register_fonts()
    words = Phrases(sheets[0].head, language)
    paper = Paper(sheets[0].head, language, f"{words.say(f'document.{kind}')}: {words.sitting}")
    for sheet in sheets:
        if paper.story:
            paper.story.append(PageBreak())
        if second:
            paper.story.append(prevails(words))
        paper.story += titled(words, words.say(f"paper.{kind}"))
        paper.story += date_number_place(words, f"№ {BLANK}" if kind == "decision" else "")
        text = _text(words, sheet) if kind == "appeal" else _decisions(words, sheet)
        paper.story += with_end(list(text), _end(words, sheet, kind, second))
    return paper


def _decisions(words: Phrases, sheet: DecisionSheet) -> Iterator[Flowable]:
    yield para(CENTRED, bold(sentence(words.text(sheet.line.title)).removesuffix(".")))
    yield Spacer(0, 2 * mm)
    for group in decided(words, sheet.decisions):
        yield Kept(group)


def _text(words: Phrases, sheet: DecisionSheet) -> Iterator[Flowable]:
    for one in sheet.decisions:
        for paragraph in words.text(one.text).split("\n"):
            yield para(BODY, sentence(paragraph))


def _end(words: Phrases, sheet: DecisionSheet, kind: str, second: bool) -> list[Flowable]:
    say = words.say
    signed = signatures(words, [Signer("Presiding", sheet.presiding)], "elsewhere" if second else "pen")
    consider = [para(BODY, say("paper.decision-consider"))] if kind == "decision" else []
    return [
        *consider,
        Spacer(0, 4 * mm),
        signed,
        Spacer(0, 4 * mm),
        para(SMALL, say("paper.protocol-no", number=words.protocol_number)),
        *(para(SMALL, basis_line(words, basis)) for basis in sheet.bases),
        para(SMALLEST, words.profile),
    ]


def basis_line(words: Phrases, basis: Basis) -> str:
    """By which vote it was adopted, with its figures."""
    say = words.say
    told = [say("paper.decision-basis", vote=basis.vote, time=words.full_time(basis.at))]
    if basis.figures is None:
        told.append(say("paper.no-objection"))
    else:
        told.append(words.vote_base(basis.base, basis.needed, basis.point))
        told.append(sentence(vote_line(words, basis.figures)))
    return " ".join(told)
