"""What the record proves: each vote with its needed number and verdict derived again from what was recorded."""

from dataclasses import dataclass

from assembly_desk.domain.profile import Form
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.vote import Verdict, Vote
from assembly_desk.projections.sheet_head import SheetHead, sheet_head
from assembly_desk.projections.vote_figures import figures_of


@dataclass(frozen=True, slots=True)
class DerivedVote:
    """A vote as recorded. `derived`: the number needed, by its rule; `agrees`: verdict and number follow."""

    number: int
    entry: int
    form: Form
    base: int
    in_favour: int | None
    needed: int
    derived: int
    verdict: Verdict
    agrees: bool


@dataclass(frozen=True, slots=True)
class IntegritySheet:
    """The votes of the sitting in their order."""

    head: SheetHead
    votes: tuple[DerivedVote, ...]

    @property
    def agrees(self) -> bool:
        """Whether every verdict follows."""
        return all(one.agrees for one in self.votes)


def integrity_sheet(state: Sitting) -> IntegritySheet:
    """Every vote that came to an end, also one that was stopped."""
    return IntegritySheet(
        sheet_head(state), tuple(_derived(vote) for vote in state.votes if vote.verdict != "open")
    )


def _derived(vote: Vote) -> DerivedVote:
    figures, derived = figures_of(vote), vote.rule.needed(vote.whole)
    agrees = vote.needed == derived
    if figures is not None and vote.verdict in ("adopted", "not-adopted"):
        agrees = agrees and vote.rule.met(figures.in_favour, vote.whole) == (vote.verdict == "adopted")
    return DerivedVote(
        number=vote.number,
        entry=vote.entry,
        form=vote.form,
        base=vote.base,
        in_favour=None if figures is None else figures.in_favour,
        needed=vote.needed,
        derived=derived,
        verdict=vote.verdict,
        agrees=agrees,
    )
