"""A round of a vote as the voting page shows it: the rows of a list, or of a secret vote, and what follows.

Of a secret vote nothing is told here before it is closed but whose keying comes next: no figure, no difference.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assembly_desk.domain.ballots import KEYINGS, By, Keying, Marks, Papers
from assembly_desk.domain.decide.lists import list_verdicts, seats_left
from assembly_desk.domain.decide.secret import PAPERS, secrecy
from assembly_desk.domain.profile import Form
from assembly_desk.domain.refusals import Notice
from assembly_desk.domain.state import Sitting, round_of
from assembly_desk.domain.text import Person, Text
from assembly_desk.domain.vote import Choice, Verdict, Vote


@dataclass(frozen=True, slots=True)
class RoundRow:
    """A row: the candidate, or the one motion (`candidate` None). The figures are None until they may be known.

    `no_mark`: of a secret vote; `not_voting`: of a vote by name.
    """

    motion: str
    text: Text
    candidate: Person | None
    verdict: Verdict
    in_favour: int | None = None
    against: int | None = None
    abstain: int | None = None
    no_mark: int | None = None
    not_voting: int | None = None
    annulled: bool = False

    @property
    def name(self) -> Text:
        """How the row is called: the candidate, else the text."""
        return self.text if self.candidate is None else self.candidate.name


@dataclass(frozen=True, slots=True)
class RoundSheet:
    """A round. `seats`, `seats_left`: of a list; `papers` and `notices`: of a secret vote that is closed.

    `complete`: of a list by name, how many have answered in every row.
    """

    vote: int
    item: str | None
    form: Form
    is_list: bool
    run_off_of: int | None
    base: int
    needed: int
    point: str
    held: bool
    rows: tuple[RoundRow, ...]
    seats: int | None = None
    most_for: int | None = None
    seats_left: int | None = None
    complete: int = 0
    papers: Papers | None = None
    notices: tuple[Notice, ...] = ()
    stop_reason: Text | None = None

    def with_verdict(self, verdict: Verdict) -> tuple[RoundRow, ...]:
        """The rows of that verdict, in their order."""
        return tuple(row for row in self.rows if row.verdict == verdict)

    @property
    def stopped(self) -> bool:
        """Whether it ended without a verdict."""
        return self.rows[0].verdict == "stopped"


def is_round(vote: Vote) -> bool:
    """Whether the vote is told row by row: a list, or any secret vote."""
    return vote.is_list or vote.form == "secret"


def round_sheet(state: Sitting, number: int) -> RoundSheet:
    """The round of that number as far as it may be known."""
    rows = round_of(state, number)
    first = rows[0]
    held, secret = first.verdict == "open", first.form == "secret"
    shown = tuple(_row(state, row, closed=not held) for row in rows)
    left = None if not first.is_list else seats_left(rows)
    return RoundSheet(
        vote=number,
        item=state.motions[first.motion].item,
        form=first.form,
        is_list=first.is_list,
        run_off_of=first.run_off_of,
        base=first.base,
        needed=first.needed,
        point=first.rule.point,
        held=held,
        rows=shown,
        seats=first.seats,
        most_for=first.most_for,
        seats_left=left,
        complete=len(complete(rows)) if first.is_list and not secret else 0,
        papers=None if held else first.papers,
        notices=_notices(state, number) if secret and not held else (),
        stop_reason=first.stop_reason,
    )


def _row(state: Sitting, row: Vote, *, closed: bool) -> RoundRow:
    told = RoundRow(row.motion, row.text, state.motions[row.motion].candidate, row.verdict)
    tally = row.tally
    if tally is None or row.verdict == "stopped" or (row.form == "secret" and not closed):
        return told
    return replace(
        told,
        in_favour=tally.in_favour,
        against=tally.against,
        abstain=tally.abstain,
        no_mark=None if row.marks is None else row.marks.no_mark,
        not_voting=row.not_voting,
        annulled=row.annulled,
    )


def _notices(state: Sitting, number: int) -> tuple[Notice, ...]:
    """What the numbers of a closed secret vote give away by themselves."""
    rows = round_of(state, number)
    papers = rows[0].papers
    if papers is None:
        return ()
    earlier = (
        len(set(vote.electorate).symmetric_difference(rows[0].electorate))
        for vote in state.votes
        if vote.form == "secret" and vote.number < number and vote.motion in {row.motion for row in rows}
    )
    values: Mapping[str, Mapping[str, object]] = {
        "FewerThanTen": {"base": papers.returned},
        "ElectorateDiffersByFew": {"count": min((few for few in earlier if few), default=0)},
    }
    return tuple(Notice(code, values.get(code, {})) for code in secrecy(state, number))


# --------------------------------------------------------------------------------------------- a list by name


def answers_of(rows: Sequence[Vote], member: str) -> dict[str, Choice]:
    """What that member has answered, by row."""
    return {row.motion: row.answers[member] for row in rows if member in row.answers}


def complete(rows: Sequence[Vote]) -> tuple[str, ...]:
    """Those who have answered in every row."""
    return tuple(id for id in rows[0].electorate if all(id in row.answers for row in rows))


def as_one(rows: Sequence[Vote]) -> Vote:
    """The round as one vote for the reading of the names: who has answered in every row has answered."""
    last = rows[-1]
    return (
        rows[0]
        if len(rows) == 1
        else replace(rows[0], answers={id: last.answers[id] for id in complete(rows)})
    )


def vote_by_name(state: Sitting) -> Vote | None:
    """The vote by name that is held, a list as one vote; None: no such vote is."""
    if state.vote is None or state.vote.form != "named":
        return None
    return as_one(round_of(state, state.vote.number))


def given(rows: Sequence[Vote]) -> dict[str, int]:
    """How many rows each has answered, of those who have answered any."""
    counts: dict[str, int] = {}
    for row in rows:
        for member in row.answers:
            counts[member] = counts.get(member, 0) + 1
    return counts


def row_to_answer(rows: Sequence[Vote], member: str) -> int:
    """The place of the first row in which that member has not answered; the first one if they all are."""
    return next((at for at, row in enumerate(rows) if member not in row.answers), 0)


def would_elect(state: Sitting, rows: Sequence[Vote]) -> dict[str, Verdict]:
    """The verdicts that closing a list by name now would make."""
    votes_for = {row.motion: row.tally.in_favour if row.tally else 0 for row in rows}
    gone = {row.motion for row in rows if state.motions[row.motion].state == "withdrawn"}
    return list_verdicts(rows, votes_for, gone)


# ------------------------------------------------------------------------------------------ a secret vote held


def keying_due(state: Sitting) -> By | None:
    """Whose keying is not whole yet; None: both are in, or no secret vote is held."""
    if state.vote is None or state.vote.form != "secret":
        return None
    return next((by for by in KEYINGS if not whole(state, by)), None)


def whole(state: Sitting, by: By) -> bool:
    """Whether that keying is in: the papers and the rows."""
    keying = state.keyings.get(by)
    return keying is not None and keying.papers is not None and bool(keying.rows)


def keyed(state: Sitting, by: By, typed: Keying) -> bool:
    """Whether just this is recorded as that keying."""
    return state.keyings.get(by) == typed


def mismatch(vote: Vote, typed: Keying) -> str | None:
    """The field or the row, of what is typed now and nothing else, that cannot be so."""
    return typed.wrong(vote.base, vote.most_for)


def first_difference(state: Sitting) -> str | None:
    """The name of the first field or row in which two whole keyings differ: never a number."""
    if not all(whole(state, by) for by in KEYINGS):
        return None
    first, second = (state.keyings[by] for by in KEYINGS)
    for name in PAPERS:
        if getattr(first.papers, name) != getattr(second.papers, name):
            return name
    return next((motion for motion in first.rows if first.rows[motion] != second.rows[motion]), None)


def marks_of(figures: Sequence[int | None]) -> Marks | None:
    """The marks of a row that was typed whole; None while a field is empty: empty is not zero."""
    known = [figure for figure in figures if figure is not None]
    return Marks(*known) if len(known) == len(figures) == 4 else None


def papers_of(figures: Sequence[int | None]) -> Papers | None:
    """The papers, once all five fields are typed."""
    known = [figure for figure in figures if figure is not None]
    return Papers(*known) if len(known) == len(figures) == len(PAPERS) else None
