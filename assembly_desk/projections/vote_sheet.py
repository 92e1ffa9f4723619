"""A vote as the voting page shows it: what can be put, how far the count has come, what closing would bring."""

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Literal

from assembly_desk.domain import events as e
from assembly_desk.domain.commands import Count, Propose, Put
from assembly_desk.domain.decide import decide
from assembly_desk.domain.decide.setting import Setting
from assembly_desk.domain.decide.votes import verdict_of
from assembly_desk.domain.member import Register
from assembly_desk.domain.motion import Motion
from assembly_desk.domain.profile import Form
from assembly_desk.domain.refusals import Refusal
from assembly_desk.domain.roll import RollMember
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.text import Person, Text
from assembly_desk.domain.vote import Tally, Verdict, Vote
from assembly_desk.projections.agenda_sheet import item_numbers
from assembly_desk.projections.next_act import waiting_motions
from assembly_desk.projections.roll_sheet import Listed, listed

FORMS: tuple[Form, ...] = ("show-of-hands", "named", "secret", "no-objection")

_NOBODY = Setting(datetime.min.replace(tzinfo=UTC), Register())  # whether a motion may be put asks for no one

Settled = Literal["adopted", "not-adopted"]


@dataclass(frozen=True, slots=True)
class MotionName:
    """How people call a motion: the number of its item, and its own on that item. None: of procedure."""

    item: int | None
    number: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """A motion that can be put to the vote, the forms it may take, and what stands against putting it.

    `chosen`: the form that the body decided, else the first lawful one; None where there is none.
    """

    motion: str
    name: MotionName
    kind: str
    text: Text
    forms: tuple[Form, ...]
    chosen: Form | None
    against: Refusal | None
    stopped: bool
    candidate: Person | None = None


@dataclass(frozen=True, slots=True)
class VoteSheet:
    """The figures of a vote, held or over. Of a vote without objection nothing is counted: all are None.

    `held`: not over yet; `waited_for`: those whose answer or count may still come; `to_call`: those of them whose
    name can be called now, for they are in the hall; `missing`: votes for that adoption still wants;
    `certain`: the verdict that nothing still to come can change; `verdict`: the one that closing now makes;
    `margin`: votes for beyond the needed number, below zero where they fall short.
    """

    vote: int
    motion: str
    name: MotionName
    kind: str
    text: Text
    form: Form
    base: int
    needed: int
    point: str
    in_favour: int | None
    against: int | None
    abstain: int | None
    answered: int
    held: bool
    waited_for: int
    to_call: int
    missing: int
    certain: Settled | None
    verdict: Verdict
    margin: int | None
    missing_counts: tuple[str, ...] = ()
    by_subtraction: bool = False
    stop_reason: Text | None = None

    @property
    def not_voting(self) -> int:
        """Those in the base whose vote is not there: not yet, or once it is over not at all."""
        return self.base - self.answered

    @property
    def unanimous(self) -> bool:
        """Whether all who were present voted for it."""
        return self.in_favour == self.base

    @property
    def equal(self) -> bool:
        """Whether as many were against it as for it: no casting vote exists."""
        return self.in_favour is not None and self.in_favour == self.against


@dataclass(frozen=True, slots=True)
class SectorRow:
    """A sector, or the whole hall (""): who counts there, how many sit there, what was counted."""

    sector: str
    size: int
    teller: Person | None
    tally: Tally | None
    may_subtract: bool

    @property
    def not_voting(self) -> int | None:
        """Those who sit there and gave no vote; None before the count."""
        return None if self.tally is None else self.size - self.tally.sum


def waiting(state: Sitting) -> tuple[Waiting, ...]:
    """What can be put now, in its order, amendments before the motion that they amend."""
    motions = waiting_motions(state)
    ordered: list[Motion] = []

    def take(motion: Motion) -> None:
        if motion in ordered:
            return
        for other in motions:
            if other.amends == motion.id:
                take(other)
        ordered.append(motion)

    for motion in motions:
        take(motion)
    return tuple(_waiting(state, motion) for motion in ordered)


def _waiting(state: Sitting, motion: Motion) -> Waiting:
    free: list[Form] = []
    barred: list[Form] = []  # lawful forms, were it not for something else
    against: Refusal | None = None
    for form in FORMS:
        answer = decide(state, Put(motion.id, form), _NOBODY)
        if not isinstance(answer, Refusal):
            free.append(form)
        elif answer.code not in ("FormNotDecided", "NotThisForm"):
            if not barred:
                against = answer
            barred.append(form)
        elif answer.code == "FormNotDecided" and against is None:
            against = answer
    forms = free or barred
    decided = state.form_for(motion.item)
    chosen = next(iter(forms), None)
    if motion.rests_on and "show-of-hands" in forms:
        chosen = "show-of-hands"  # what it rests on was voted on in the form decided
    elif decided is not None and decided.form in forms:
        chosen = decided.form
    elif "no-objection" in forms and _asked_for_objections(motion):
        chosen = "no-objection"
    return Waiting(
        motion=motion.id,
        name=motion_name(state, motion),
        kind=motion.kind,
        text=motion.put_text,
        forms=tuple(forms),
        chosen=chosen,
        against=None if free else against,
        stopped=motion.state == "stopped",
        candidate=motion.candidate,
    )


def _asked_for_objections(motion: Motion) -> bool:
    """Whether the presiding's words ask for objections first: taking note, and the end of a debate."""
    return motion.kind == "take-note" or (motion.sets is not None and motion.sets.debate_closed)


def would_wait(state: Sitting, command: Propose) -> Waiting:
    """How a motion of procedure would stand if it were proposed now."""
    motion = Motion(command.motion, command.kind, command.text, sets=command.sets)
    return _waiting(replace(state, motions={**state.motions, motion.id: motion}), motion)


def motion_name(state: Sitting, motion: Motion) -> MotionName:
    """The numbers of the motion and of its item; a motion of procedure has a number of its own."""
    siblings = [other.id for other in state.motions.values() if other.item == motion.item]
    number = siblings.index(motion.id) + 1 if motion.id in siblings else len(siblings) + 1
    return MotionName(None if motion.item is None else item_numbers(state).get(motion.item), number)


def vote_sheet(state: Sitting, vote: Vote) -> VoteSheet:
    """The figures of that vote as far as they are known."""
    motion = state.motions[vote.motion]
    tally, waited_for = _so_far(vote)
    in_favour = None if tally is None else tally.in_favour
    held = vote.verdict == "open"
    return VoteSheet(
        vote=vote.number,
        motion=vote.motion,
        name=motion_name(state, motion),
        kind=motion.kind,
        text=vote.text,
        form=vote.form,
        base=vote.base,
        needed=vote.needed,
        point=vote.rule.point,
        in_favour=in_favour,
        against=None if tally is None else tally.against,
        abstain=None if tally is None else tally.abstain,
        answered=0 if tally is None else tally.sum,
        held=held,
        waited_for=waited_for if held else 0,
        to_call=_to_call(state, vote) if held else 0,
        missing=max(0, vote.needed - (in_favour or 0)),
        certain=_certain(vote, in_favour, waited_for) if held else None,
        verdict=verdict_of(vote) if held else vote.verdict,
        margin=None if in_favour is None else in_favour - vote.needed,
        missing_counts=vote.missing_counts if held else (),
        by_subtraction=vote.by_subtraction,
        stop_reason=vote.stop_reason,
    )


def _so_far(vote: Vote) -> tuple[Tally | None, int]:
    """What was answered or counted, and how many may still be; a vote without objection counts nobody.

    A secret vote shows nothing before it is over.
    """
    if vote.form == "no-objection" or (vote.form == "secret" and vote.verdict == "open"):
        return None, 0
    if vote.form == "show-of-hands":
        counts = vote.counts.values()
        tally = Tally(
            sum(count.in_favour for count in counts),
            sum(count.against for count in counts),
            sum(count.abstain for count in counts),
        )
        return tally, sum(_size(vote, sector) for sector in vote.missing_counts)
    tally = vote.tally or Tally(0, 0, 0)
    return tally, vote.base - tally.sum


def _to_call(state: Sitting, vote: Vote) -> int:
    if vote.form != "named":
        return 0
    return sum(id not in vote.answers and id in state.roll.present for id in vote.electorate)


def _certain(vote: Vote, in_favour: int | None, waited_for: int) -> Settled | None:
    if in_favour is None:
        return None
    if vote.rule.met(in_favour, vote.base):
        return "adopted"
    return None if vote.rule.met(in_favour + waited_for, vote.base) else "not-adopted"


def _size(vote: Vote, sector: str) -> int:
    return vote.sectors[sector].size if vote.sectors else vote.base


def sector_rows(state: Sitting, vote: Vote) -> tuple[SectorRow, ...]:
    """The rows of a vote by show of hands: one a sector, or one for the hall."""
    return tuple(
        SectorRow(
            sector=name,
            size=_size(vote, name),
            teller=vote.sectors[name].teller if vote.sectors else None,
            tally=vote.counts.get(name),
            may_subtract=_may_subtract(state, name),
        )
        for name in (tuple(vote.sectors) or ("",))
    )


def _may_subtract(state: Sitting, sector: str) -> bool:
    answer = decide(state, Count("rest", 0, 0, sector or None), _NOBODY)
    return not (isinstance(answer, Refusal) and answer.code == "CountByHand")


def tried(state: Sitting, vote: Vote, count: Count) -> Tally | Refusal:
    """What recording that count would make of it: the tally, or what stands against it. Records nothing."""
    answer = decide(state, count, _NOBODY)
    if isinstance(answer, Refusal):
        return answer
    counted = (event.tally for event in answer.events if isinstance(event, e.VoteCounted))
    return next(counted, None) or vote.counts[count.sector or ""]


def electorate(state: Sitting, vote: Vote) -> tuple[Listed, ...]:
    """Those who may answer in that vote, by the Kazakh alphabet, numbered in it."""
    everybody = {**state.roll.gone, **state.roll.members}
    members: dict[str, RollMember] = {id: everybody[id] for id in vote.electorate}
    return listed(members)


def next_to_call(
    people: Sequence[Listed], vote: Vote, present: Container[str], after: int = -1
) -> int | None:
    """The place of the next member in the hall who has not answered, below that place; None: the list is done.

    Who has left gives no answer, unless they come back (A7).
    """
    for at in range(after + 1, len(people)):
        if people[at].member not in vote.answers and people[at].member in present:
            return at
    return None


def last_result(state: Sitting) -> VoteSheet | None:
    """The vote that was just over, while the sitting is still at its matter."""
    vote = state.votes[-1] if state.votes else None
    if vote is None or vote.verdict == "open":
        return None
    item, current = state.motions[vote.motion].item, state.agenda.current
    if item is not None and current not in (None, item):
        return None
    return vote_sheet(state, vote)
