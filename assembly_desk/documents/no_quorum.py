"""The paper of a sitting that was not held: the figures, the reason, who came, and two signatures."""

from collections.abc import Iterator

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak, Spacer

from assembly_desk.documents.fonts import register_fonts
from assembly_desk.documents.keeping import Kept
from assembly_desk.documents.lists import attendance_list
from assembly_desk.documents.page import Paper
from assembly_desk.documents.phrases import Phrases
from assembly_desk.documents.requisites import date_number_place, labelled, prevails, titled
from assembly_desk.documents.signatures import Signer, signatures
from assembly_desk.documents.styles import BODY, BODY_FIGURES, SMALL, SMALLEST, bold, para
from assembly_desk.projections.no_quorum_sheet import NoQuorumSheet
from assembly_desk.wording.words import Language


def no_quorum(sheet: NoQuorumSheet, language: Language = "kk", *, second: bool = False) -> Paper:
    """The act, and on a page of its own the list of those who came."""
    register_fonts()
    words = Phrases(sheet.head, language)
    paper = Paper(sheet.head, language, f"{words.say('document.no-quorum')}: {words.sitting}")
    if second:
        paper.story.append(prevails(words))
    paper.story += _act(words, sheet, second)
    paper.story += [PageBreak(), *attendance_list(paper, sheet.attendance, None)]
    return paper


def _act(words: Phrases, sheet: NoQuorumSheet, second: bool) -> Iterator[Flowable]:
    say, convening, quorum = words.say, sheet.convening, sheet.quorum
    yield from titled(words, say("paper.no-quorum"))
    yield from date_number_place(words, "")
    for official in sheet.convened_by:
        yield labelled(words.named("paper.convened", official.person, official.office))
    if convening.act is not None:
        yield labelled(say("paper.convening-act", act=words.act(convening.act)))
    if convening.consent is not None:
        yield labelled(say("paper.consent", act=words.act(convening.consent)))
    if sheet.presiding is not None:
        yield labelled(words.named("paper.presiding", sheet.presiding))
    if sheet.secretary is not None:
        yield labelled(say("paper.secretary", name=words.with_position(sheet.secretary)))
    figures = say(
        "paper.not-opened" if quorum.met else "paper.no-quorum-text",
        total=quorum.total,
        present=quorum.present,
        needed=quorum.needed,
        rule=words.rule(quorum.point),
    )
    yield para(BODY_FIGURES, bold(figures))
    if sheet.reason is not None:
        yield para(BODY, say("paper.reason", reason=words.text(sheet.reason)))
    if sheet.at is not None:
        yield para(BODY, say("paper.no-quorum-at", time=words.full_time(sheet.at)))
    signers = (Signer("Presiding", sheet.presiding), Signer("Secretary", sheet.secretary))
    yield Kept(
        [
            para(SMALL, say("paper.came-list")),
            Spacer(0, 4 * mm),
            signatures(words, signers, "elsewhere" if second else "pen"),
            Spacer(0, 4 * mm),
            para(SMALLEST, words.profile),
        ]
    )
