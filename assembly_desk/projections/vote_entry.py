"""A vote as the protocol prints it: a motion's own, or a whole list of candidates with a row for each."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from assembly_desk.domain.alphabet import sort_key
from assembly_desk.domain.ballots import Papers
from assembly_desk.domain.commission import Approval, Commission
from assembly_desk.domain.correction import Correction
from assembly_desk.domain.decide.consequences import adopted_with
from assembly_desk.domain.motion import Motion, Sets
from assembly_desk.domain.profile import Form, MotionKind
from assembly_desk.domain.state import Sitting, round_of
from assembly_desk.domain.text import Person, Text
from assembly_desk.domain.vote import Sector, Tally, Verdict, Vote
from assembly_desk.projections.vote_figures import Figures, figures_of

HeldAgain = Literal["recount", "repeat"]


@dataclass(frozen=True, slots=True)
class CountedSector:
    """What the teller of a sector counted."""

    name: str
    teller: Person | None
    tally: Tally


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """A candidate of a list: totals and a verdict, never who gave them."""

    person: Person
    figures: Figures | None
    verdict: Verdict
    correction: Correction | None


@dataclass(frozen=True, slots=True)
class CommissionEntry:
    """A counting commission: its members, and those of them whom it elected (protocol no. 1)."""

    members: tuple[Person, ...]
    chair: Person | None
    secretary: Person | None


@dataclass(frozen=True, slots=True)
class VoteEntry:
    """A vote as the protocol prints it, also one that was stopped, annulled, or held again.

    `text`: the motion as it was put, of an amendment its own words; `before` and `after`: what the amended
    motion said before an adopted amendment, and what it says, or would say, with the amendment.
    `rows`: of a list one a candidate, in the order of the Kazakh alphabet; figures and verdicts are theirs.
    """

    number: int
    at: datetime
    entry: int
    kind: MotionKind
    text: Text
    candidate: Person | None
    before: Text | None
    after: Text | None
    form: Form
    base: int
    needed: int
    point: str
    figures: Figures | None
    by_subtraction: bool
    sectors: tuple[CountedSector, ...]
    papers: Papers | None  # of a secret vote that is closed
    not_issued: int | None
    rows: tuple[CandidateRow, ...]
    seats: int | None
    most_for: int | None
    run_off_of: int | None
    verdict: Verdict
    unanimous: bool
    stop_reason: Text | None
    adopts_agenda: bool
    commission: CommissionEntry | None  # that it elected
    approves: Approval | None
    annuls: int | None
    again_of: int | None  # the vote that is held again by this one
    again: HeldAgain | None  # how
    approved_by: int | None  # the vote that approved the commission's protocol on this one
    annulled_by: int | None
    replaced_by: int | None
    replaced: HeldAgain | None
    correction: Correction | None
    appendix: int | None  # where its list by name stands


def vote_entries(state: Sitting, appendices: Mapping[int, int]) -> Iterator[tuple[str | None, VoteEntry]]:
    """Every vote with the item it was on, a list once. `appendices`: the number of a vote's list by name."""
    for number in dict.fromkeys(vote.number for vote in state.votes):
        rows = round_of(state, number)
        yield state.motions[rows[0].motion].item, _entry(state, rows, appendices.get(number))


def vote_entry(state: Sitting, number: int) -> VoteEntry:
    """The vote of that number, which there must be, without its list by name."""
    return _entry(state, round_of(state, number), None)


def _entry(state: Sitting, rows: tuple[Vote, ...], appendix: int | None) -> VoteEntry:
    vote = rows[0]
    motion = state.motions[vote.motion]
    figures = None if vote.is_list else figures_of(vote)
    before, after = _texts(state, vote, motion)
    sets = [] if vote.verdict != "adopted" else [one.sets for one in adopted_with(state, vote) if one.sets]
    replacing = None if vote.replaced_by is None else round_of(state, vote.replaced_by)[0]
    return VoteEntry(
        number=vote.number,
        at=vote.at,
        entry=vote.entry,
        kind=motion.kind,
        text=motion.text if motion.kind == "amendment" else vote.text,
        candidate=None if vote.is_list else motion.candidate,
        before=before,
        after=after,
        form=vote.form,
        base=vote.base,
        needed=vote.needed,
        point=vote.rule.point,
        figures=figures,
        by_subtraction=figures is not None and vote.by_subtraction,
        sectors=tuple(_sectors(vote.sectors, vote.counts)) if figures else (),
        papers=vote.papers,
        not_issued=vote.not_issued,
        rows=candidate_rows(state, rows) if vote.is_list else (),
        seats=vote.seats,
        most_for=vote.most_for,
        run_off_of=vote.run_off_of,
        verdict=vote.verdict,
        unanimous=figures is not None and figures.in_favour == vote.base,
        stop_reason=vote.stop_reason,
        adopts_agenda=any(one.agenda == "approved" for one in sets),
        commission=next((_elected(state, vote.number, one) for one in sets if one.commission), None),
        approves=next((one.approves for one in sets if one.approves), None),
        annuls=next((one.annuls for one in sets if one.annuls), None),
        again_of=vote.again,
        again=_how(state, vote),
        approved_by=state.approvals.get(Approval("counting-2", vote.number)),
        annulled_by=vote.annulled_by,
        replaced_by=vote.replaced_by,
        replaced=None if replacing is None else _how(state, replacing),
        correction=None if vote.is_list else vote.correction,
        appendix=appendix,
    )


def candidate_rows(state: Sitting, rows: Iterable[Vote]) -> tuple[CandidateRow, ...]:
    """The candidates of a list, or the one of a vote on him alone, with their figures and verdicts."""
    made = [
        CandidateRow(person, figures_of(vote), vote.verdict, vote.correction)
        for vote in rows
        if (person := state.motions[vote.motion].candidate) is not None
    ]
    return tuple(sorted(made, key=lambda row: sort_key(row.person.name.kk)))


def commission_of(state: Sitting, commission: Commission) -> CommissionEntry:
    """The people of a commission by name, in the order in which they were elected."""
    people = {id: member.person for id, member in {**state.roll.gone, **state.roll.members}.items()}
    return CommissionEntry(
        tuple(people[id] for id in commission.members),
        people.get(commission.chair or ""),
        people.get(commission.secretary or ""),
    )


def commissions(state: Sitting) -> dict[int, Commission]:
    """Every counting commission that the sitting has had, by the vote that elected it."""
    earlier = [one.before.commission[0] for one in state.brought.values() if one.before.commission]
    return {one.vote: one for one in (*earlier, state.commission) if one is not None}


def _elected(state: Sitting, vote: int, sets: Sets) -> CommissionEntry:
    return commission_of(state, commissions(state).get(vote) or Commission(sets.commission, vote))


def _how(state: Sitting, vote: Vote) -> HeldAgain | None:
    """Whether an earlier vote is repeated by this one, as the body decided, or only counted again."""
    if vote.again is None:
        return None
    repeats = any(
        motion.sets is not None and motion.sets.repeat is not None and motion.sets.repeat.vote == vote.again
        for motion in state.motions.values()
        if motion.state == "adopted"
    )
    return "repeat" if repeats else "recount"


def _sectors(sectors: Mapping[str, Sector], counts: Mapping[str, Tally]) -> Iterable[CountedSector]:
    for name, sector in sectors.items():
        yield CountedSector(name, sector.teller, counts[name])


def _texts(state: Sitting, vote: Vote, motion: Motion) -> tuple[Text | None, Text | None]:
    """The amended motion's text before and after the amendment that this vote was on.

    Of a vote that adopted nothing, or no longer holds, only what the amendment would have made.
    """
    if motion.kind != "amendment" or motion.amends is None:
        return None, None
    brought = state.brought.get(vote.number)
    if vote.verdict == "adopted" and vote.holds and brought is not None:
        before = dict(brought.before.texts).get(motion.amends)
        if before is not None:
            return before, vote.text
    return None, vote.text if vote.text != motion.text else None
