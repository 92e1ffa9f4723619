"""Auditing: every figure and verdict of a record is derived again from what was recorded before it.

A stranger who has nothing but the journal can so see that the quorum was there, that each vote's base was all who
were present, that the counts give the verdict, and that what followed is what the motion said.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assembly_desk.domain import events as e
from assembly_desk.domain.decide.consequences import consequences
from assembly_desk.domain.decide.votes import verdict_of
from assembly_desk.domain.evolve import evolve, fold
from assembly_desk.domain.profile import Profile
from assembly_desk.domain.state import Phase, Sitting
from assembly_desk.domain.vote import Vote


@dataclass(frozen=True, slots=True)
class Finding:
    """An entry that does not follow from those before it, and what is wrong with it."""

    entry: int
    code: str


@dataclass(frozen=True, slots=True)
class Audit:
    """What an audit found: the findings, and how many votes were derived again."""

    findings: tuple[Finding, ...]
    votes: int
    state: Sitting  # after the last entry that could be folded

    @property
    def sound(self) -> bool:
        """Everything follows."""
        return not self.findings


_WHEN_OPEN = (e.VoteEvent, e.FloorEvent, e.MotionEvent, e.Consequence, e.ItemTaken | e.ItemFinished)
_AFTER_CLOSING = (e.GistWritten, e.Noted, e.ProtocolNumbered, e.Sealed, e.ClockStepped)


def audit(log: Sequence[e.Recorded], sitting: str, profiles: Mapping[str, Profile]) -> Audit:
    """Derive the sitting again, entry by entry. `profiles`: the laws known here, to compare the frozen one with.

    Raises `NoSitting` if the entries do not begin one.
    """
    findings: list[Finding] = []
    votes = 0
    state = fold(log[:2], sitting)
    known = profiles.get(state.profile.id)
    if known is not None and known != state.profile:
        findings.append(Finding(2, "profile"))
    expected: list[e.Consequence] = []
    for place, entry in enumerate(log[2:], start=3):
        codes = [*_wrong(state, entry), *_wrong_consequence(expected, entry)]
        findings.extend(Finding(entry.seq, code) for code in codes)
        votes += isinstance(entry.event, e.VoteClosed)
        try:
            undone = isinstance(entry.event, e.Undone)
            state = fold(log[:place], sitting) if undone else evolve(state, entry)
        except (KeyError, IndexError, TypeError, AttributeError, ValueError):
            findings.append(Finding(entry.seq, "unknown"))  # it speaks of what there is not
            return Audit(tuple(findings), votes, state)
        if isinstance(entry.event, e.VoteClosed) and entry.event.verdict == "adopted":
            expected = list(consequences(state, state.votes[-1]))
    if expected:
        findings.append(Finding(len(log), "consequence"))
    return Audit(tuple(findings), votes, state)


def _wrong(state: Sitting, entry: e.Recorded) -> Iterator[str]:
    event = entry.event
    if not _in_phase(state.phase, event):
        yield "phase"
    match event:
        case e.Opened(quorum, _) | e.Resumed(quorum, _, _):
            if quorum != state.quorum or not state.quorum.met:
                yield "quorum"
        case e.Begun() | e.Convened():
            yield "begun"
        case e.Undone(entries):
            last = state.last
            if last is None or last.entries != entries or not last.undoable:
                yield "undone"
        case e.Arrived(members) | e.Left(members) | e.Excused(members, _) | e.RollCallEnded(members):
            if not set(members) <= set(state.roll.members):
                yield "member"
        case e.MotionProposed(motion):
            if motion.part_of is not None:
                yield "split"
        case e.MotionSplit(whole, into):
            if any(part.part_of not in (None, whole) or part.id in state.motions for part in into):
                yield "split"
        case e.VotePut():
            yield from _wrong_put(state, event)
        case e.VoteCast() | e.VoteCounted() | e.VoteClosed() | e.VoteStopped():
            if state.vote is None:
                yield "no-vote"
            else:
                yield from _wrong_vote(state, state.vote, event)


def _in_phase(phase: Phase, event: e.Event) -> bool:
    if phase == "sealed":
        return False
    if phase in ("closed", "cancelled"):
        return isinstance(event, _AFTER_CLOSING)
    if any(isinstance(event, kinds) for kinds in _WHEN_OPEN):
        return phase == "open"
    return True


def _wrong_put(state: Sitting, event: e.VotePut) -> Iterator[str]:
    motion = state.motions.get(event.motion)
    if state.vote is not None or motion is None or motion.state not in ("proposed", "stopped"):
        yield "put"
        return
    if event.text != motion.put_text:
        yield "text"
    if event.quorum != state.quorum or not state.quorum.met:
        yield "quorum"
    if set(event.electorate) != set(state.roll.present) or len(set(event.electorate)) != len(
        event.electorate
    ):
        yield "base"
    if event.rule != state.rules.majority or event.needed != event.rule.needed(len(event.electorate)):
        yield "needed"
    sizes = [sector.size for _, sector in event.sectors]
    if sizes and (sum(sizes) != len(event.electorate) or len(dict(event.sectors)) != len(sizes)):
        yield "sectors"
    if event.form == "no-objection" and motion.kind not in ("procedural", "take-note"):
        yield "form"


def _wrong_vote(
    state: Sitting, vote: Vote, event: e.VoteCast | e.VoteCounted | e.VoteClosed | e.VoteStopped
) -> Iterator[str]:
    match event:
        case e.VoteCast(member, _):
            if vote.form != "named" or member not in vote.electorate or member not in state.roll.present:
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
        case e.VoteClosed():
            derived = (vote.number, vote.base, vote.needed, vote.tally, vote.not_voting)
            if (event.vote, event.base, event.needed, event.tally, event.not_voting) != derived:
                yield "count"
            if vote.missing_counts or event.verdict != verdict_of(vote):
                yield "verdict"
        case e.VoteStopped(number):
            if number != vote.number:
                yield "no-vote"


def _wrong_consequence(expected: list[e.Consequence], entry: e.Recorded) -> Iterator[str]:
    """Consequences come at once after the verdict, in their order, and never without one."""
    if expected:
        if entry.event != expected.pop(0):
            expected.clear()
            yield "consequence"
    elif isinstance(entry.event, e.Consequence):
        yield "consequence"
