"""Who belongs to the sitting, and who is in the hall."""

from collections.abc import Iterable

from assembly_desk.domain import events as e
from assembly_desk.domain.commands import Arrive, ChangeRoll, ExcuseMembers, FixRoll, Leave
from assembly_desk.domain.decide.phases import RUNNING, need, need_before_closing
from assembly_desk.domain.decide.setting import Accepted, Setting, copied, on_roll, registered
from assembly_desk.domain.refusals import Refused
from assembly_desk.domain.state import Sitting


def fix(state: Sitting, command: FixRoll, setting: Setting) -> Accepted:
    """Copy the roll; again until opening. The official number is never below it (A5)."""
    need(state, "prepared")
    body, date = state.convening.body, state.convening.date or setting.now.date().isoformat()
    ids = setting.register.voting_in(body, date) if command.members is None else command.members
    listed = [registered(setting, id) for id in dict.fromkeys(ids)]
    for member in listed:
        if not member.votes_in(
            body, date
        ):  # who has no vote there would make quorums and verdicts wrong (A6)
            raise Refused("NotOnRoll", name=member.name.full)
    members = tuple(copied(member, body) for member in listed)
    if command.total is not None and command.total < len(members):
        raise Refused(
            "TotalBelowRoll", total=command.total, listed=len(members), rule=state.rules.quorum.point
        )
    return Accepted((e.RollFixed(members, command.total, command.total_act),))


def change(state: Sitting, command: ChangeRoll, setting: Setting) -> Accepted:
    """By an act, after opening: total and quorum change from then on, closed votes keep theirs (A5)."""
    need(state, *RUNNING)
    for id in command.add:
        if id in state.roll.members:
            raise Refused("DuplicateId", id=id)
    added = tuple(copied(registered(setting, id), state.convening.body) for id in dict.fromkeys(command.add))
    for id in command.remove:
        on_roll(state, id, setting)
    removed = tuple(dict.fromkeys(command.remove))
    if not added and not removed:
        return Accepted()
    return Accepted((e.RollChanged(added, removed, command.act, command.reason),))


def arrive(state: Sitting, command: Arrive, setting: Setting) -> Accepted:
    """Into the hall; arriving twice is no refusal. In a roll-call the one who is present has answered."""
    members = _all_on_roll(state, command.members, setting)
    new = tuple(id for id in members if id not in state.roll.present)
    events: list[e.Event] = [e.Arrived(new)] if new else []
    call = state.roll.roll_call
    if call is not None:
        answered = tuple(id for id in members if id in state.roll.present and id not in call.answered)
        if answered:
            events.append(e.Answered(answered))
    return Accepted(tuple(events))


def leave(state: Sitting, command: Leave, setting: Setting) -> Accepted:
    """Out of the hall; who is not there cannot leave it, which is no refusal."""
    members = _all_on_roll(state, command.members, setting)
    gone = tuple(id for id in members if id in state.roll.present)
    return Accepted((e.Left(gone),) if gone else ())


def excuse(state: Sitting, command: ExcuseMembers, setting: Setting) -> Accepted:
    """Absent for a good reason; who is in the hall is not absent."""
    members = _all_on_roll(state, command.members, setting)
    new = tuple(
        id for id in members if id not in state.roll.present and state.roll.excused.get(id) != command.reason
    )
    return Accepted((e.Excused(new, command.reason),) if new else ())


def begin_roll_call(state: Sitting) -> Accepted:
    """Begin a re-registration (A8)."""
    _need_roll(state)
    return Accepted(() if state.roll.roll_call else (e.RollCallBegun(),))


def end_roll_call(state: Sitting) -> Accepted:
    """End it: whoever is present and did not answer has left."""
    _need_roll(state)
    call = state.roll.roll_call
    if call is None:
        return Accepted()
    left = tuple(id for id in state.roll.present if id not in call.answered)
    return Accepted((e.RollCallEnded(left),))


def _need_roll(state: Sitting) -> None:
    need_before_closing(state)
    if not state.roll.fixed:
        raise Refused("RollNotFixed", rule=state.rules.quorum.point)


def _all_on_roll(state: Sitting, ids: Iterable[str], setting: Setting) -> tuple[str, ...]:
    _need_roll(state)
    for id in ids:
        on_roll(state, id, setting)
    return tuple(dict.fromkeys(ids))
