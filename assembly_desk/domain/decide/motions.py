"""What may be proposed: the competence of the body (p. 8, 10, 11, 13, 16, 31), links between motions."""

from dataclasses import replace

from assembly_desk.domain import events as e
from assembly_desk.domain.commands import OrderMotions, Propose, Split, Withdraw
from assembly_desk.domain.decide.agenda import known
from assembly_desk.domain.decide.effects import need_effects, need_off_commission
from assembly_desk.domain.decide.phases import need
from assembly_desk.domain.decide.resting import need_to_hold
from assembly_desk.domain.decide.setting import Accepted, Setting, somebody, texts_without_russian
from assembly_desk.domain.motion import Motion
from assembly_desk.domain.profile import Competence, MotionKind
from assembly_desk.domain.refusals import Refused
from assembly_desk.domain.state import Sitting, last_verdict_on
from assembly_desk.domain.text import Person

UNDECIDED = ("proposed", "stopped")


def propose(state: Sitting, command: Propose, setting: Setting) -> Accepted:
    """Bring a motion before the body, within its competence."""
    need(state, "open")
    if command.motion in state.motions:
        raise Refused("DuplicateId", id=command.motion)
    if command.item is not None:
        known(state, command.item)
    item = command.item
    if command.kind == "amendment":
        amended = motion_known(state, command.amends or "")
        if amended.state not in UNDECIDED:
            raise Refused("AlreadyDecided", vote=_vote_on(state, amended.id))
        if command.result is None:
            raise Refused("ResultMissing")  # adopted, it would put its own words in place of the whole text
        item = amended.item
    elif command.kind != "procedural":
        _need_competence(state, command.kind, item)
    for rival in command.excludes:
        motion_known(state, rival)
    for vote in command.rests_on:
        need_to_hold(state, vote)
    candidate = _candidate(state, command, setting)
    need_effects(state, command.sets, setting)
    motion = Motion(
        id=command.motion,
        kind=command.kind,
        text=command.text,
        item=item,
        amends=command.amends,
        result=command.result,
        excludes=command.excludes,
        addressees=command.addressees,
        responsible=None if command.responsible is None else somebody(command.responsible, state, setting),
        deadline=command.deadline,
        sets=command.sets,
        candidate=candidate,
        rests_on=tuple(dict.fromkeys(command.rests_on)),
    )
    notices = texts_without_russian(("text", command.text), ("result", command.result))
    return Accepted((e.MotionProposed(motion),), notices)


def withdraw(state: Sitting, command: Withdraw) -> Accepted:
    """Take a motion back before it has a verdict.

    A candidate may also withdraw while the list is held, and before a run-off: the marks are counted none the less.
    """
    need(state, "open")
    motion = motion_known(state, command.motion)
    on_list = state.vote is not None and state.vote.is_list and motion.state == "open"
    if not on_list and not (motion.candidate is not None and motion.state in ("tie", "not-adopted")):
        undecided(state, motion)
    return Accepted((e.MotionWithdrawn(motion.id),))


def split(state: Sitting, command: Split) -> Accepted:
    """Put a motion in parts, each a motion of its own, of the same kind, with the same addressees and term.

    What the motion sets and excludes stays with it, and comes about once every part is adopted. An amendment
    has no parts: each would need the whole text that it makes, and is an amendment of its own.
    """
    need(state, "open")
    motion = _undecided(state, command.motion)
    if motion.kind == "amendment":
        raise Refused("ResultMissing")
    parts: list[Motion] = []
    for part in command.into:
        if part.motion in state.motions or part.motion in {other.id for other in parts}:
            raise Refused("DuplicateId", id=part.motion)
        parts.append(
            replace(
                motion,
                id=part.motion,
                text=part.text,
                state="proposed",
                excludes=(),
                sets=None,
                texts_before=(),
                part_of=motion.id,
            )
        )
    if not parts:
        return Accepted()
    notices = texts_without_russian(*(("text", part.text) for part in parts))
    return Accepted((e.MotionSplit(motion.id, tuple(parts)),), notices)


def order(state: Sitting, command: OrderMotions) -> Accepted:
    """The order in which motions are put."""
    need(state, "open")
    for id in command.motions:
        motion_known(state, id)
    return Accepted((e.MotionsOrdered(tuple(dict.fromkeys(command.motions))),))


def motion_known(state: Sitting, id: str) -> Motion:
    """The motion, or `UnknownMotion`; one that fell, was split or withdrawn is no motion any more."""
    motion = state.motions.get(id)
    if motion is None:
        raise Refused("UnknownMotion", id=id)
    if motion.state in ("withdrawn", "split", "fallen"):
        raise Refused("UnknownMotion", id=id, case=motion.state)
    return motion


def undecided(state: Sitting, motion: Motion) -> None:
    """Refuse if the motion has a verdict, or is being voted on."""
    if motion.state == "open":
        raise Refused("VoteInProgress")
    if motion.state not in UNDECIDED:
        raise Refused("AlreadyDecided", vote=_vote_on(state, motion.id))


def _undecided(state: Sitting, id: str) -> Motion:
    motion = motion_known(state, id)
    undecided(state, motion)
    return motion


def _vote_on(state: Sitting, motion: str) -> int:
    vote = last_verdict_on(state, motion)
    return 0 if vote is None else vote.number


def _candidate(state: Sitting, command: Propose, setting: Setting) -> Person | None:
    """The person proposed, who is not on the commission that would count their votes."""
    if command.candidate is None:
        if command.kind == "candidate":
            raise Refused("UnknownMember", id="—")
        return None
    person = somebody(command.candidate, state, setting)
    need_off_commission(state, (person,))
    return person


def _need_competence(state: Sitting, kind: MotionKind, item_id: str | None) -> None:
    if item_id is None:
        raise Refused("UnknownItem", id="—")
    item = state.agenda.items[item_id]
    competence = state.rules.competence[item.competence]
    if kind not in competence.kinds and not (kind == "appeal" and _may_appeal(state, competence)):
        raise Refused(
            "OutsideCompetence", matter=item.competence, allowed=competence.kinds, rule=competence.point
        )
    if competence.reason_needed and item.competence_reason is None:
        raise Refused("ReasonMissing")


def _may_appeal(state: Sitting, competence: Competence) -> bool:
    return state.rules.appeals and "decision" in competence.kinds
