"""A vote in the protocol: what was put, in which form and when, the base, the figures, the verdict."""

from collections.abc import Iterator, Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from assembly_desk.documents.keeping import Kept
from assembly_desk.documents.phrases import Phrases
from assembly_desk.documents.rows import Column, Rows
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
from assembly_desk.domain.ballots import Papers
from assembly_desk.domain.correction import Correction
from assembly_desk.domain.text import Text
from assembly_desk.domain.vote import Tally, Verdict
from assembly_desk.projections.vote_entry import CandidateRow, CommissionEntry, CountedSector, VoteEntry
from assembly_desk.projections.vote_figures import Figures
from assembly_desk.wording.ordinals import nth
from assembly_desk.wording.words import sentence


def vote_block(words: Phrases, vote: VoteEntry, decided: Sequence[Flowable] = ()) -> Flowable:
    """One vote, its motion on the page of its figures, its verdict on that of what was `decided` by it."""
    return Kept([*_motion(words, vote)], [*_result(words, vote, followed=bool(decided)), *decided])


def _motion(words: Phrases, vote: VoteEntry) -> Iterator[Flowable]:
    say = words.say
    number = say("paper.vote-number", vote=vote.number)
    yield para(SUBHEADING, f"{say('paper.vote-results')} {number}")
    if vote.again is not None:
        yield para(FIGURES_KEPT, say(f"paper.held-{vote.again}", vote=vote.again_of))
    if vote.run_off_of is not None:
        yield para(FIGURES_KEPT, say("paper.list-run-off", vote=vote.run_off_of))
    if vote.seats is not None:
        yield para(INSET, say("paper.list-put", count=len(vote.rows), seats=vote.seats))
        if vote.most_for is not None:
            yield para(INSET, say("paper.most-for", most_for=vote.most_for))
        return
    put = "paper.put-amendment" if vote.kind == "amendment" else "paper.put"
    yield para(INSET, filled(say.template(put), text=italic(sentence(words.text(vote.text)))))
    if vote.candidate is not None:
        yield para(INSET, words.named("paper.candidate", vote.candidate))
    for key, text in (("paper.text-before", vote.before), ("paper.text-after", vote.after)):
        if text is not None:
            yield para(INSET, filled(say.template(key), text=italic(sentence(words.text(text)))))


def _result(words: Phrases, vote: VoteEntry, followed: bool) -> Iterator[Flowable]:
    say = words.say
    form = say.of("form", vote.form)
    yield para(FIGURES_KEPT, say("paper.vote-form", form=form, time=words.clock(vote.at)))
    if vote.form != "no-objection":
        yield para(FIGURES_KEPT, words.vote_base(vote.base, vote.needed, vote.point))
    if vote.papers is not None:
        yield para(FIGURES_KEPT, papers_line(words, vote.papers, vote.not_issued))
    for sector in vote.sectors:
        yield para(FIGURES_KEPT, _sector(words, sector))
    if vote.figures is not None:
        note = f" ({say('paper.by-subtraction')})" if vote.by_subtraction else ""
        yield para(FIGURES_KEPT, bold(vote_line(words, vote.figures)), f"{note}.")
    elif vote.form == "no-objection" and vote.verdict == "adopted":
        yield para(FIGURES_KEPT, say("paper.no-objection"))
    if vote.rows and vote.verdict not in ("open", "stopped"):
        yield Spacer(0, 1.5 * mm)
        yield candidates(words, vote.rows)
        yield Spacer(0, 2.5 * mm)
    last = [*_verdict(words, vote)]
    further = [*_standing(words, vote)]
    if last:
        yield para(FIGURES_KEPT if followed or further else FIGURES, *last)
    for place, line in enumerate(further, 1):
        yield para(FIGURES_KEPT if followed or place < len(further) else FIGURES, line)


def _verdict(words: Phrases, vote: VoteEntry) -> Iterator[str | Markup]:
    if not vote.rows or vote.verdict in ("open", "stopped"):
        objected = vote.form == "no-objection" and vote.verdict == "stopped"
        yield bold(verdict_sentence(words, vote.verdict, vote.stop_reason, vote.unanimous, objected))
    if vote.adopts_agenda:
        yield f" {words.say('paper.agenda-adopted')}"
    if vote.appendix is not None:
        yield f" {words.say('paper.see-appendix', appendix=words.appendix(vote.appendix))}"


def _standing(words: Phrases, vote: VoteEntry) -> Iterator[str | Markup]:
    """What the vote brought about that the protocol names, and what became of its verdict."""
    say = words.say
    if vote.commission is not None:
        yield commission_line(words, vote.commission)
    if vote.approves is not None:
        number = 1 if vote.approves.approves == "counting-1" else 2
        yield say("paper.commission-approved", number=number)
    if vote.annuls is not None:
        yield say("paper.annulled", vote=vote.annuls)
    if vote.approved_by is not None:
        yield say("paper.commission-approved-by", vote=vote.approved_by)
    if vote.annulled_by is not None:
        yield bold(say("paper.annulled-by", vote=vote.annulled_by))
    if vote.replaced is not None:
        yield bold(say(f"paper.replaced-{vote.replaced}", vote=vote.replaced_by))
    if vote.correction is not None:
        yield corrected(words, vote.correction)
    if len({row.correction for row in vote.rows}) == 1:
        yield from (corrected(words, one) for one in {row.correction for row in vote.rows} if one)
    else:
        for row in vote.rows:
            if row.correction is not None:
                yield from (f"{words.name(row.person)}:", corrected(words, row.correction))


def corrected(words: Phrases, correction: Correction) -> str | Markup:
    """The base and the needed number as they should have been, and whether that puts the verdict in doubt."""
    key = "paper.doubtful" if correction.doubtful else "paper.corrected"
    told = words.say(key, base=correction.base, needed=correction.needed)
    return bold(told) if correction.doubtful else told


def commission_line(words: Phrases, commission: CommissionEntry) -> str:
    """Who was elected to the counting commission, and whom it elected."""
    names = ", ".join(words.name(person) for person in commission.members)
    if commission.chair is None or commission.secretary is None:
        return words.say("paper.commission-elected", names=names)
    chair, secretary = words.name(commission.chair), words.name(commission.secretary)
    return words.say("paper.commission-1-text", names=names, chair=chair, secretary=secretary)


def papers_line(words: Phrases, papers: Papers, not_issued: int | None) -> str:
    """How many papers there were, and what became of them."""
    printed = words.say(
        "paper.commission-2-ballots",
        printed=papers.printed,
        issued=papers.issued,
        spoiled=papers.spoiled,
        returned=papers.returned,
        valid=papers.valid,
        invalid=papers.invalid,
        unused=papers.printed - papers.issued,
    )
    missing = words.say("paper.ballots-missing", not_returned=papers.not_returned, not_issued=not_issued)
    return f"{printed} {missing}"


_CANDIDATES = ("number", "candidate", "for", "against", "abstain", "no-mark", "verdict")
_WIDTHS = (9, 54, 16, 16, 19, 20, 31)  # mm


def candidates(words: Phrases, rows: Sequence[CandidateRow]) -> Flowable:
    """The candidates of a list, a row each: totals and the verdict."""
    secret = any(row.figures is not None and row.figures.no_mark is not None for row in rows)
    names = [name if secret or name != "no-mark" else "not-voting" for name in _CANDIDATES]
    columns = [
        Column(words.say(f"paper.column-{name}"), width * mm, name not in ("candidate", "verdict"))
        for name, width in zip(names, _WIDTHS, strict=True)
    ]
    ordered = words.ordered(rows, lambda row: row.person)
    return Rows(columns, [_candidate(words, number, row) for number, row in enumerate(ordered, 1)])


def _candidate(words: Phrases, number: int, row: CandidateRow) -> tuple[str, ...]:
    counts, figures = ("–",) * 4, row.figures
    if figures is not None:
        rest = figures.not_voting if figures.no_mark is None else figures.no_mark
        counts = (str(figures.in_favour), str(figures.against), str(figures.abstain), str(rest))
    verdict = words.say.of("verdict", row.verdict)
    if row.correction is not None and row.correction.doubtful:
        verdict += f" ({words.say('verdict.doubtful')})"
    return (str(number), words.name(row.person), *counts, verdict)


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


def vote_line(words: Phrases, figures: Figures) -> str:
    """All parts of the base in a row, without a full stop."""
    key = "paper.vote-line" if figures.no_mark is None else "paper.vote-line-secret"
    counts = {
        "for": figures.in_favour,
        "against": figures.against,
        "abstain": figures.abstain,
        "not_voting": figures.not_voting,
        "no_mark": figures.no_mark,
        "invalid": figures.invalid,
        "not_returned": figures.not_returned,
        "not_issued": figures.not_issued,
    }
    return words.say(key, **counts)


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
