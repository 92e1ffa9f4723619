"""Auditing votes: what was put, counted, keyed and closed follows from what was recorded before it."""

from collections.abc import Iterator

from assembly_desk.domain import events as e
from assembly_desk.domain.ballots import KEYINGS, Keying, Marks, Papers
from assembly_desk.domain.commands import PutList
from assembly_desk.domain.decide.effects import need_counters
from assembly_desk.domain.decide.lists import list_rests_on, need_list
from assembly_desk.domain.decide.putting import bootstraps, need_form, rule_base
from assembly_desk.domain.decide.resting import need_none_resting, rests_on
from assembly_desk.domain.decide.votes import closed_rows, verdict_of
from assembly_desk.domain.motion import Motion, with_wholes
from assembly_desk.domain.profile import Form
from assembly_desk.domain.refusals import Refused
from assembly_desk.domain.state import Sitting, round_of
from assembly_desk.domain.vote import Vote

_UNDECIDED = ("proposed", "stopped")
_Answer = (
    e.VoteCast | e.VoteCounted | e.BallotsKeyed | e.RowsKeyed | e.VoteClosed | e.RowsClosed | e.VoteStopped
)


def wrong_put(state: Sitting, event: e.VotePut) -> Iterator[str]:
    """What is wrong with putting this motion so, by code."""
    motion = state.motions.get(event.motion)
    if state.vote is not None or motion is None:
        yield "put"
        return
    if event.again is None:
        if motion.state not in _UNDECIDED:
            yield "put"
        yield from _wrong_form(state, motion, event.form)
    elif not _allowed(state, motion, event.again, event.form) or round_of(state, event.again)[0].is_list:
        yield "put"
    if event.text != motion.put_text:
        yield "text"
    yield from _wrong_figures(state, event)
    yield from _wrong_effects(state, motion)
    bootstrap = event.form in ("show-of-hands", "no-objection") and bootstraps(state, motion)
    yield from _wrong_rest(event, rests_on(state, (motion,), event.form, bootstrap=bootstrap))
    sizes = [sector.size for _, sector in event.sectors]
    if sizes and (sum(sizes) != len(event.electorate) or len(dict(event.sectors)) != len(sizes)):
        yield "sectors"


def _wrong_effects(state: Sitting, motion: Motion) -> Iterator[str]:
    """No verdict is touched on which votes that hold rest."""
    for whole in with_wholes(state.motions, motion.id):
        if whole.sets is None:
            continue
        repeated = None if whole.sets.repeat is None else whole.sets.repeat.vote
        for number in (whole.sets.annuls, whole.sets.recount, repeated):
            try:
                if number is not None:
                    need_none_resting(state, number)
            except Refused:
                yield "rests-on"


def wrong_list(state: Sitting, event: e.ListPut) -> Iterator[str]:
    """What is wrong with putting these candidates so, by code."""
    ids = tuple(id for id, _ in event.rows)
    command = PutList(ids, event.form, event.seats, event.most_for, event.run_off_of)
    if state.vote is not None:
        yield "put"
    try:
        motions, again = need_list(state, command)
    except Refused:
        yield "list"
        return
    if event.again != again:
        yield "put"
    if any(text != one.put_text for (_, text), one in zip(event.rows, motions, strict=True)):
        yield "text"
    yield from _wrong_figures(state, event)
    yield from _wrong_rest(event, list_rests_on(state, command, motions))


def _allowed(state: Sitting, motion: Motion, again: int, form: Form) -> bool:
    allowed = state.again.get(motion.id)
    return allowed is not None and (allowed.of, allowed.form) == (again, form)


def _wrong_form(state: Sitting, motion: Motion, form: Form) -> Iterator[str]:
    try:
        need_form(state, motion, form)
    except Refused:
        yield "form"


def _wrong_figures(state: Sitting, event: e.VotePut | e.ListPut) -> Iterator[str]:
    """Quorum, base and needed number are those of the hall when it was put; who counts in secret is elected."""
    if event.quorum != state.quorum or not state.quorum.met:
        yield "quorum"
    present = set(event.electorate)
    if present != set(state.roll.present) or len(present) != len(event.electorate):
        yield "base"
    if event.rule != state.rules.majority or event.needed != event.rule.needed(
        rule_base(state, event.electorate)
    ):
        yield "needed"
    if event.form == "secret":
        try:
            need_counters(state)
        except Refused:
            yield "commission"


def _wrong_rest(event: e.VotePut | e.ListPut, derived: tuple[int, ...]) -> Iterator[str]:
    """Nothing that it rests on is missing; records of before this was kept name nothing."""
    if event.rests_on and event.rests_on != derived:
        yield "rests-on"


def wrong_vote(state: Sitting, vote: Vote, event: _Answer) -> Iterator[str]:
    """What is wrong with an answer, a count, a keying or the end of the vote being held, by code."""
    rows = round_of(state, vote.number)
    match event:
        case e.VoteCast(member, _, motion):
            ids = {row.motion for row in rows} if vote.is_list else {None}
            there = member in vote.electorate and member in state.roll.present
            if vote.form != "named" or not there or motion not in ids:
                yield "electorate"
        case e.VoteCounted(sector, tally):
            seats = (
                vote.sectors[sector].size if sector in vote.sectors else None if vote.sectors else vote.base
            )
            counts = (tally.in_favour, tally.against, tally.abstain)
            if vote.form != "show-of-hands" or seats is None or tally.sum > seats or min(counts) < 0:
                yield "count"
            elif tally.by_subtraction and tally.sum != vote.stayed(sector):
                yield "rest"
        case e.BallotsKeyed(_, papers):
            if vote.form != "secret" or papers.wrong(vote.base) or min(_figures(papers)) < 0:
                yield "keying"
        case e.RowsKeyed(by, keyed):
            papers_in = state.keyings.get(by, Keying()).papers
            keying = Keying(papers_in, dict(keyed))
            names = [motion for motion, _ in keyed]
            low = any(min(_figures(marks)) < 0 for _, marks in keyed)
            unequal = names != [row.motion for row in rows] or keying.wrong(vote.base, vote.most_for)
            if vote.form != "secret" or low or unequal:
                yield "keying"
        case e.VoteClosed():
            derived = (vote.number, vote.base, vote.needed, vote.tally, vote.not_voting)
            if (event.vote, event.base, event.needed, event.tally, event.not_voting) != derived:
                yield "count"
            in_rows = vote.form == "secret" or vote.is_list
            if in_rows or vote.missing_counts or event.verdict != verdict_of(vote):
                yield "verdict"
        case e.RowsClosed():
            yield from _wrong_rows(state, rows, event)
        case e.VoteStopped(number):
            if number != vote.number:
                yield "no-vote"


def _figures(counted: Papers | Marks) -> list[int]:
    return [getattr(counted, name) for name in counted.__dataclass_fields__]


def _wrong_rows(state: Sitting, rows: tuple[Vote, ...], event: e.RowsClosed) -> Iterator[str]:
    """The totals are those that both keyed, and the verdicts follow from them."""
    if rows[0].form != "secret":
        if not rows[0].is_list or event != closed_rows(state, rows, None, {}):
            yield "verdict"
        return
    first, second = (state.keyings.get(by, Keying()) for by in KEYINGS)
    if first != second or first.papers is None or first.papers != event.papers:
        yield "keying"
        return
    if {row.motion for row in rows} != set(first.rows) or first.wrong(rows[0].base, rows[0].most_for):
        yield "keying"
    elif event != closed_rows(state, rows, first.papers, first.rows):
        yield "verdict"
