"""An extract from the protocol for one item: the decision word for word, with the vote that it rests on."""

from collections.abc import Iterator, Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak, Spacer

from assembly_desk.documents.course import item_course
from assembly_desk.documents.fonts import register_fonts
from assembly_desk.documents.keeping import with_end
from assembly_desk.documents.page import Paper
from assembly_desk.documents.phrases import BLANK, Phrases
from assembly_desk.documents.requisites import date_number_place, prevails, titled
from assembly_desk.documents.signatures import Signer, signatures
from assembly_desk.documents.styles import BODY, BODY_FIGURES, HEADING, SMALLEST, para
from assembly_desk.projections.extract_sheet import ExtractSheet
from assembly_desk.wording.words import Language


def extract(sheets: Sequence[ExtractSheet], language: Language = "kk", *, second: bool = False) -> Paper:
    """The extracts, each beginning on a page of its own. At least one is wanted.

    `second`: the text stands after the Kazakh one, which prevails and is the one that is certified.
    """
    register_fonts()
    words = Phrases(sheets[0].head, language)
    paper = Paper(sheets[0].head, language, f"{words.say('document.extract')}: {words.sitting}")
    for sheet in sheets:
        if paper.story:
            paper.story.append(PageBreak())
        if second:
            paper.story.append(prevails(words))
        paper.story += _extract(words, sheet, second)
    return paper


def _extract(words: Phrases, sheet: ExtractSheet, second: bool) -> Iterator[Flowable]:
    say = words.say
    story = [
        *titled(words, say("paper.extract")),
        *date_number_place(words, say("paper.protocol-no", number=words.protocol_number)),
    ]
    if sheet.opening is not None:
        story.append(para(BODY_FIGURES, words.quorum(sheet.opening, sheet.quorum_point)))
    story += item_course(words, sheet.part)
    signed = list[str]()
    for role, person in (("presiding", sheet.presiding), ("secretary", sheet.secretary)):
        if person is not None:
            name = words.signature_name(person)
            signed.append(f"{say(f'paper.signature-{role}')}: {name}")
    certified = signatures(words, [Signer("Secretary", sheet.secretary)], "elsewhere" if second else "pen")
    end = [
        Spacer(0, 3 * mm),
        para(BODY_FIGURES, "; ".join(signed)),
        para(HEADING, say("paper.true-copy")),
        certified,
        Spacer(0, 2 * mm),
        para(BODY, say("paper.certified-on", date=BLANK * 2)),
        para(SMALLEST, words.profile),
    ]
    yield from with_end(story, end)
