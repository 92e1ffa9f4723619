"""How the roll follows from its entries."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self, assert_never

from assembly_desk.domain import events as e
from assembly_desk.domain.roll import Excuse, Presence, Roll, RollCall, RollChange, RollMember


def by_id(members: Iterable[RollMember]) -> dict[str, RollMember]:
    """Members of a roll by their id, in its order."""
    return {member.person.member: member for member in members if member.person.member is not None}


def evolve_roll(roll: Roll, event: e.RollEvent, entry: e.Recorded) -> Roll:
    """The roll after one more entry."""
    at = entry.at
    match event:
        case e.RollFixed(members, total, act):
            fixed = by_id(members)
            gone = [member for member in roll.present if member not in fixed]
            roll = _leave(roll, gone, entry)
            return replace(roll, members=fixed, fixed=True, official_total=total, total_act=act)
        case e.RollChanged():
            return _change(roll, event, entry)
        case e.Arrived() | e.Left():
            return evolve_presences(roll, (entry,))
        case e.Excused(members, reason):
            return replace(roll, excused={**roll.excused, **dict.fromkeys(members, reason)})
        case e.RollCallBegun():
            return replace(roll, roll_call=RollCall(at))
        case e.Answered(members):
            call = roll.roll_call or RollCall(at)
            return replace(roll, roll_call=replace(call, answered=call.answered.union(members)))
        case e.RollCallEnded(members):
            return replace(_leave(roll, members, entry), roll_call=None)
    assert_never(event)


def evolve_presences(roll: Roll, entries: Iterable[e.Recorded]) -> Roll:
    """The roll after members came and left, one entry after the other."""
    hall = _Hall.of(roll)
    for entry in entries:
        match entry.event:
            case e.Arrived(members):
                hall.arrive(members, entry)
            case e.Left(members):
                hall.leave(members, entry)
    return hall.put_into(roll)


def end_presences(roll: Roll, entry: e.Recorded) -> Roll:
    """The roll when the sitting is adjourned: all presences end, nobody counts as having left."""
    return replace(_leave(roll, tuple(roll.present), entry), left={}, roll_call=None)


@dataclass(slots=True)
class _Hall:
    """Who is in the hall, open to change: so many entries copy the members of the roll only once."""

    present: dict[str, datetime]
    left: dict[str, datetime]
    stays: dict[str, tuple[Presence, ...]]
    excused: dict[str, Excuse]
    answered: set[str]

    @classmethod
    def of(cls, roll: Roll) -> Self:
        answered = roll.roll_call.answered if roll.roll_call else ()
        return cls(dict(roll.present), dict(roll.left), dict(roll.stays), dict(roll.excused), set(answered))

    def put_into(self, roll: Roll) -> Roll:
        call = roll.roll_call
        if call is not None:
            call = replace(call, answered=frozenset(self.answered))
        return replace(
            roll,
            present=self.present,
            left=self.left,
            stays=self.stays,
            excused=self.excused,
            roll_call=call,
        )

    def arrive(self, members: Iterable[str], entry: e.Recorded) -> None:
        stay = Presence(entry.at, entry=entry.seq)
        for member in members:
            self.present[member] = entry.at
            self.stays[member] = (*self.stays.get(member, ()), stay)
            self.left.pop(member, None)
            self.excused.pop(member, None)
        self.answered.update(members)

    def leave(self, members: Iterable[str], entry: e.Recorded) -> None:
        for member in members:
            if self.present.pop(member, None) is not None:
                self.left[member] = entry.at
                *before, stay = self.stays[member]
                self.stays[member] = (*before, replace(stay, until=entry.at, until_entry=entry.seq))


def _leave(roll: Roll, members: Iterable[str], entry: e.Recorded) -> Roll:
    hall = _Hall.of(roll)
    hall.leave(members, entry)
    return hall.put_into(roll)


def _change(roll: Roll, event: e.RollChanged, entry: e.Recorded) -> Roll:
    roll = _leave(roll, event.removed, entry)
    members = {id: member for id, member in roll.members.items() if id not in event.removed}
    gone = {id: member for id, member in roll.members.items() if id in event.removed}
    left = {id: when for id, when in roll.left.items() if id not in event.removed}
    total = roll.official_total
    if total is not None:
        total += len(event.added) - len(event.removed)
    change = RollChange(entry.seq, entry.at, event.added, tuple(gone.values()), event.act, event.reason)
    return replace(
        roll,
        members=members | by_id(event.added),
        gone={**roll.gone, **gone},
        left=left,
        official_total=total,
        changes=(*roll.changes, change),
    )
