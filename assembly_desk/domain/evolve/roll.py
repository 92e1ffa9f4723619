"""How the roll follows from its entries."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import assert_never

from assembly_desk.domain import events as e
from assembly_desk.domain.roll import Presence, Roll, RollCall, RollChange, RollMember


def by_id(members: Iterable[RollMember]) -> dict[str, RollMember]:
    """Members of a roll by their id, in its order."""
    return {member.person.member: member for member in members if member.person.member is not None}


def evolve_roll(roll: Roll, event: e.RollEvent, at: datetime) -> Roll:
    """The roll after one more entry."""
    match event:
        case e.RollFixed(members, total, act):
            fixed = by_id(members)
            gone = [member for member in roll.present if member not in fixed]
            roll = _leave(roll, gone, at)
            return replace(roll, members=fixed, fixed=True, official_total=total, total_act=act)
        case e.RollChanged():
            return _change(roll, event, at)
        case e.Arrived(members):
            return _arrive(roll, members, at)
        case e.Left(members):
            return _leave(roll, members, at)
        case e.Excused(members, reason):
            return replace(roll, excused={**roll.excused, **dict.fromkeys(members, reason)})
        case e.RollCallBegun():
            return replace(roll, roll_call=RollCall(at))
        case e.Answered(members):
            call = roll.roll_call or RollCall(at)
            return replace(roll, roll_call=replace(call, answered=call.answered.union(members)))
        case e.RollCallEnded(members):
            return replace(_leave(roll, members, at), roll_call=None)
    assert_never(event)


def end_presences(roll: Roll, at: datetime) -> Roll:
    """The roll when the sitting is adjourned: all presences end, nobody counts as having left."""
    return replace(_leave(roll, tuple(roll.present), at), left={}, roll_call=None)


def _arrive(roll: Roll, members: Iterable[str], at: datetime) -> Roll:
    present, left = dict(roll.present), dict(roll.left)
    stays, excused = dict(roll.stays), dict(roll.excused)
    for member in members:
        present[member] = at
        stays[member] = (*stays.get(member, ()), Presence(at))
        left.pop(member, None)
        excused.pop(member, None)
    call = roll.roll_call
    if call is not None:
        call = replace(call, answered=call.answered.union(members))
    return replace(roll, present=present, left=left, stays=stays, excused=excused, roll_call=call)


def _leave(roll: Roll, members: Iterable[str], at: datetime) -> Roll:
    present, left, stays = dict(roll.present), dict(roll.left), dict(roll.stays)
    for member in members:
        if present.pop(member, None) is not None:
            left[member] = at
            stays[member] = (*stays[member][:-1], replace(stays[member][-1], until=at))
    return replace(roll, present=present, left=left, stays=stays)


def _change(roll: Roll, event: e.RollChanged, at: datetime) -> Roll:
    roll = _leave(roll, event.removed, at)
    members = {id: member for id, member in roll.members.items() if id not in event.removed}
    gone = {id: member for id, member in roll.members.items() if id in event.removed}
    left = {id: when for id, when in roll.left.items() if id not in event.removed}
    total = roll.official_total
    if total is not None:
        total += len(event.added) - len(event.removed)
    change = RollChange(at, event.added, tuple(gone.values()), event.act, event.reason)
    return replace(
        roll,
        members=members | by_id(event.added),
        gone={**roll.gone, **gone},
        left=left,
        official_total=total,
        changes=(*roll.changes, change),
    )
