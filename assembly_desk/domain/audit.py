"""Auditing: every figure and verdict of a record is derived again from what was recorded before it.

A stranger who has nothing but the journal can so see that the quorum was there, that each vote's base was all who
were present, that the counts give the verdict, and that what followed is what the motion said.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assembly_desk.domain import events as e
from assembly_desk.domain.audit_votes import wrong_list, wrong_put, wrong_vote
from assembly_desk.domain.decide.consequences import followed
from assembly_desk.domain.decide.rectify import corrections
from assembly_desk.domain.evolve import evolve, fold
from assembly_desk.domain.profile import Profile
from assembly_desk.domain.state import Phase, Sitting, round_of


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
_AFTER_CLOSING = (e.GistWritten, e.Noted, e.Rectified, e.ProtocolNumbered, e.Sealed, e.ClockStepped)


def audit(log: Sequence[e.Recorded], sitting: str, profiles: Mapping[str, Profile]) -> Audit:
    """Derive the sitting again, entry by entry. `profiles`: the laws known here, to compare the frozen one with.

    Raises `NoSitting` if the entries do not begin one.
    """
    findings: list[Finding] = []
    votes = 0
    state = fold(log[:2], sitting)
    known = profiles.get(state.profile.id)
    if known is not None and known != _as_given(state, known):
        findings.append(Finding(2, "profile"))
    expected: list[e.Consequence] = []
    for place, entry in enumerate(log[2:], start=3):
        votes += isinstance(entry.event, e.VoteClosed | e.RowsClosed)
        codes: list[str] = []
        try:
            codes.extend(_wrong(state, entry))
            codes.extend(_wrong_consequence(expected, entry))
            undone = isinstance(entry.event, e.Undone)
            after = fold(log[:place], sitting) if undone else evolve(state, entry)
            if isinstance(entry.event, e.VoteClosed | e.RowsClosed):
                rows = round_of(after, after.votes[-1].number)
                expected = list(followed(after, rows, {row.motion: row.verdict for row in rows}))
        except (KeyError, IndexError, TypeError, AttributeError, ValueError):
            codes.append("unknown")  # it speaks of what there is not
            findings.extend(Finding(entry.seq, code) for code in codes)
            return Audit(tuple(findings), votes, state)
        findings.extend(Finding(entry.seq, code) for code in codes)
        state = after
    if expected:
        findings.append(Finding(len(log), "consequence"))
    return Audit(tuple(findings), votes, state)


def _as_given(state: Sitting, known: Profile) -> Profile:
    """The frozen profile without the body that was entered with a rule of its own, and its source."""
    own = state.convening.body
    if own in known.bodies:
        return state.profile
    bodies = {id: rules for id, rules in state.profile.bodies.items() if id != own}
    return replace(state.profile, bodies=bodies)


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
            yield from wrong_put(state, event)
        case e.ListPut():
            yield from wrong_list(state, event)
        case e.CommissionConstituted(chair, secretary):
            members = () if state.commission is None else state.commission.members
            if chair == secretary or not {chair, secretary} <= set(members):
                yield "commission"
        case e.Rectified(number, _, _, presence, found):
            if not 1 <= number <= state.entries or found != tuple(corrections(state, number, presence)):
                yield "rectified"
        case (
            e.VoteCast()
            | e.VoteCounted()
            | e.BallotsKeyed()
            | e.RowsKeyed()
            | e.VoteClosed()
            | e.RowsClosed()
            | e.VoteStopped()
        ):
            if state.vote is None:
                yield "no-vote"
            else:
                yield from wrong_vote(state, state.vote, event)


def _in_phase(phase: Phase, event: e.Event) -> bool:
    if phase == "sealed":
        return False
    if phase in ("closed", "cancelled"):
        return isinstance(event, _AFTER_CLOSING)
    if any(isinstance(event, kinds) for kinds in _WHEN_OPEN):
        return phase == "open"
    return True


def _wrong_consequence(expected: list[e.Consequence], entry: e.Recorded) -> Iterator[str]:
    """Consequences come at once after the verdict, in their order, and never without one."""
    if expected:
        if entry.event != expected.pop(0):
            expected.clear()
            yield "consequence"
    elif isinstance(entry.event, e.Consequence):
        yield "consequence"
