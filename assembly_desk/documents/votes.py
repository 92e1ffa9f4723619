"""A vote in the protocol: what was put, in which form and when, the base, the figures, the verdict."""

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable

from assembly_desk.documents.keeping import Kept
from assembly_desk.documents.phrases import Phrases
from assembly_desk.documents.styles import (
    FIGURES,
    FIGURES_KEPT,
    INSET,
    SUBHEADING,
    Markup,
    bold,
    italic,
    para,
    safe,
)
from assembly_desk.domain.text import Text
from assembly_desk.domain.vote import Tally, Verdict
from assembly_desk.projections.protocol_sheet import CountedSector, VoteEntry
from assembly_desk.wording.ordinals import nth
from assembly_desk.wording.words import sentence


def vote_block(words: Phrases, vote: VoteEntry, decided: Sequence[Flowable] = ()) -> Flowable:
    """One vote, its motion on the page of its figures, its verdict on that of what was `decided` by it."""
    return Kept([*_motion(words, vote)], [*_result(words, vote, followed=bool(decided)), *decided])


def _motion(words: Phrases, vote: VoteEntry) -> Iterator[Flowable]:
    say = words.say
    number = say("paper.vote-number", vote=vote.number)
    yield para(SUBHEADING, f"{say('paper.vote-results')} {number}")
    put = "paper.put-amendment" if vote.kind == "amendment" else "paper.put"
    yield para(INSET, filled(say.template(put), text=italic(sentence(words.text(vote.text)))))
    for key, text in (("paper.text-before", vote.before), ("paper.text-after", vote.after)):
        if text is not None:
            yield para(INSET, filled(say.template(key), text=italic(sentence(words.text(text)))))


def _result(words: Phrases, vote: VoteEntry, followed: bool) -> Iterator[Flowable]:
    say = words.say
    form = say.of("form", vote.form)
    yield para(FIGURES_KEPT, say("paper.vote-form", form=form, time=words.clock(vote.at)))
    if vote.form != "no-objection":
        yield para(FIGURES_KEPT, words.vote_base(vote.base, vote.needed, vote.point))
    for sector in vote.sectors:
        yield para(FIGURES_KEPT, _sector(words, sector))
    if vote.tally is not None:
        note = f" ({say('paper.by-subtraction')})" if vote.by_subtraction else ""
        line = say("paper.vote-line", **figures(vote.tally, vote.not_voting))
        yield para(FIGURES_KEPT, bold(line), f"{note}.")
    elif vote.form == "no-objection" and vote.verdict == "adopted":
        yield para(FIGURES_KEPT, say("paper.no-objection"))
    yield para(FIGURES_KEPT if followed else FIGURES, *_verdict(words, vote))


def _verdict(words: Phrases, vote: VoteEntry) -> Iterator[str | Markup]:
    objected = vote.form == "no-objection" and vote.verdict == "stopped"
    yield bold(verdict_sentence(words, vote.verdict, vote.stop_reason, vote.unanimous, objected))
    if vote.adopts_agenda:
        yield f" {words.say('paper.agenda-adopted')}"
    if vote.appendix is not None:
        yield f" {words.say('paper.see-appendix', appendix=words.appendix(vote.appendix))}"


def _sector(words: Phrases, sector: CountedSector) -> str:
    name = nth(sector.name, "sector", words.language)
    line = words.say("paper.sector-line", sector=name, **figures(sector.tally, None))
    if sector.teller is None:
        return f"{line}."
    return f"{line} ({words.say('paper.sector-teller', name=words.signature_name(sector.teller))})."


def figures(tally: Tally, not_voting: int | None) -> dict[str, object]:
    """The counts by the names that the table gives them."""
    return {
        "for": tally.in_favour,
        "against": tally.against,
        "abstain": tally.abstain,
        "not_voting": not_voting,
    }


def verdict_sentence(
    words: Phrases,
    verdict: Verdict,
    stop_reason: Text | None,
    unanimous: bool = False,
    objected: bool = False,
) -> str:
    """The verdict as a sentence; of a stopped vote that there is none, and why."""
    say = words.say
    if verdict == "adopted":
        return say("paper.adopted-unanimously" if unanimous else "paper.adopted")
    if verdict == "not-adopted":
        return say("paper.not-adopted")
    if verdict == "stopped":
        reason = say("paper.objected") if objected and stop_reason is None else words.text(stop_reason)
        return say("paper.stopped", reason=reason or say("paper.no-reason"))
    word = say.of("verdict", verdict)
    return f"{word[0].upper()}{word[1:]}."


def filled(template: str, **parts: Markup) -> Markup:
    """A row of the table whose values are markup of the program's own; the row itself is plain text."""
    return Markup(safe(template).format(**{name: part.text for name, part in parts.items()}))
