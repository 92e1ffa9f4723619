"""The figures of a vote as papers print them: the parts into which its base falls."""

from dataclasses import dataclass

from assembly_desk.domain.vote import Vote


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of votes, together the base. None: a vote of that form has no such part."""

    in_favour: int
    against: int
    abstain: int
    not_voting: int | None = None  # of a vote by hands or by name; the others are parts of a secret one
    no_mark: int | None = None
    invalid: int | None = None
    not_returned: int | None = None
    not_issued: int | None = None


def figures_of(vote: Vote) -> Figures | None:
    """What a paper may show: nothing while the vote is held, nor of one that was stopped or not counted."""
    if vote.verdict in ("open", "stopped") or vote.tally is None:
        return None
    tally, marks, papers = vote.tally, vote.marks, vote.papers
    if marks is None or papers is None:
        return Figures(tally.in_favour, tally.against, tally.abstain, vote.not_voting)
    return Figures(
        marks.in_favour,
        marks.against,
        marks.abstain,
        None,
        marks.no_mark,
        papers.invalid,
        papers.not_returned,
        vote.not_issued,
    )
