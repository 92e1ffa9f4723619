"""What a motion may set: checked when it is proposed, and again when it is put, for much may come between."""

from collections.abc import Iterable

from assembly_desk.domain.commission import SMALLEST, Approval
from assembly_desk.domain.decide.agenda import known
from assembly_desk.domain.decide.resting import need_none_resting
from assembly_desk.domain.decide.setting import Setting, on_roll
from assembly_desk.domain.motion import AgendaChange, Sets
from assembly_desk.domain.refusals import Refused
from assembly_desk.domain.state import Sitting, round_of
from assembly_desk.domain.text import Person

AT_STAKE = ("proposed", "open", "stopped", "tie")  # a candidate whose vote is still to come


def need_effects(state: Sitting, sets: Sets | None, setting: Setting) -> None:
    """Refuse what no verdict could bring about."""
    if sets is None:
        return
    if isinstance(sets.agenda, AgendaChange):
        for id in (*sets.agenda.add, *sets.agenda.remove, *sets.agenda.postpone, *sets.agenda.order):
            known(state, id)
    if sets.form is not None and sets.form.item is not None:
        known(state, sets.form.item)
    if sets.reglament is not None and sets.reglament not in state.reglaments:
        raise Refused("UnknownItem", id=sets.reglament, case="reglament")
    if sets.commission:
        _need_commission(state, sets.commission, setting)
    if sets.approves is not None:
        _need_approvable(state, sets.approves)
    if sets.list_rule is not None:
        known(state, sets.list_rule.item)
    if sets.office is not None:
        on_roll(state, sets.office.member, setting)
    for number in (sets.annuls, sets.recount):
        if number is not None:
            need_none_resting(state, number)
    if sets.repeat is not None:
        need_none_resting(state, sets.repeat.vote)
        first = round_of(state, sets.repeat.vote)[0]
        if first.is_list and sets.repeat.form not in ("named", "secret"):
            raise Refused("NotThisForm")


def need_off_commission(state: Sitting, candidates: Iterable[Person]) -> None:
    """Refuse a candidate who would count the votes on themselves."""
    if state.commission is not None:
        _need_apart(state, state.commission.members, candidates)


def need_counters(state: Sitting) -> None:
    """Refuse a secret vote before the commission stands: elected, three or more still there, constituted."""
    commission = state.commission
    if commission is None:
        raise Refused("CommissionMissing")
    there = [id for id in commission.members if id in state.roll.members]
    if len(there) < SMALLEST:
        raise Refused("CommissionTooSmall", count=len(there))
    if not commission.constituted:
        raise Refused("CommissionNotConstituted")


def _need_commission(state: Sitting, members: tuple[str, ...], setting: Setting) -> None:
    chosen = tuple(dict.fromkeys(members))
    for id in chosen:
        on_roll(state, id, setting)
    if len(chosen) < SMALLEST:
        raise Refused("CommissionTooSmall", count=len(chosen))
    candidates = (
        motion.candidate
        for motion in state.motions.values()
        if motion.candidate is not None and motion.state in AT_STAKE
    )
    _need_apart(state, chosen, candidates)


def _need_apart(state: Sitting, commission: Iterable[str], candidates: Iterable[Person]) -> None:
    ids = set(commission)
    names = {state.roll.members[id].person.name.kk for id in ids if id in state.roll.members}
    for person in candidates:
        if person.member in ids or (person.member is None and person.name.kk in names):
            raise Refused("CandidateOnCommission", name=person.name)


def _need_approvable(state: Sitting, approval: Approval) -> None:
    commission = state.commission
    if commission is None:
        raise Refused("CommissionMissing")
    if not commission.constituted:
        raise Refused("CommissionNotConstituted")
    if approval.approves == "counting-1":
        found = approval.vote in (None, commission.vote)
    else:
        rows = () if approval.vote is None else round_of(state, approval.vote)
        found = bool(rows) and rows[0].form == "secret" and rows[0].decided
    if not found:
        raise Refused("UnknownMotion", id=approval.vote, case="vote")
