"""Which rule decides which command."""

from typing import assert_never

from assembly_desk.domain import commands as c
from assembly_desk.domain.decide import (
    after,
    agenda,
    convening,
    course,
    floor,
    lists,
    motions,
    putting,
    rectify,
    roll,
    secret,
    votes,
)
from assembly_desk.domain.decide.bodies import add_body
from assembly_desk.domain.decide.register import add_member, change_member, import_members
from assembly_desk.domain.decide.setting import Accepted, Setting
from assembly_desk.domain.refusals import Refusal, Refused
from assembly_desk.domain.state import Sitting


def decide_register(command: c.RegisterCommand, setting: Setting) -> Accepted | Refusal:
    """Decide a command of the register."""
    try:
        match command:
            case c.AddMember():
                return add_member(command, setting)
            case c.ImportMembers():
                return import_members(command, setting)
            case c.ChangeMember():
                return change_member(command, setting)
            case c.AddBody():
                return add_body(command, setting)
    except Refused as refused:
        return refused.refusal
    assert_never(command)


def decide_convening(command: c.Convene, setting: Setting) -> Accepted | Refusal:
    """Decide the command that begins a sitting."""
    try:
        return convening.convene(command, setting)
    except Refused as refused:
        return refused.refusal


def decide(state: Sitting, command: c.SittingCommand, setting: Setting) -> Accepted | Refusal:
    """Decide a command of a sitting."""
    try:
        return _decide(state, command, setting)
    except Refused as refused:
        return refused.refusal


def _decide(state: Sitting, command: c.SittingCommand, setting: Setting) -> Accepted:
    match command:
        case c.AmendSitting():
            return convening.amend(state, command, setting)
        case c.Invite():
            return convening.invite(state, command, setting)
        case c.FixRoll():
            return roll.fix(state, command, setting)
        case c.ChangeRoll():
            return roll.change(state, command, setting)
        case c.Arrive():
            return roll.arrive(state, command, setting)
        case c.Leave():
            return roll.leave(state, command, setting)
        case c.ExcuseMembers():
            return roll.excuse(state, command, setting)
        case c.BeginRollCall():
            return roll.begin_roll_call(state)
        case c.EndRollCall():
            return roll.end_roll_call(state)
        case c.Open():
            return course.open_sitting(state, command)
        case c.Close():
            return course.close(state, command)
        case c.Cancel():
            return course.cancel(state, command)
        case c.Break():
            return course.pause(state, command)
        case c.Adjourn():
            return course.adjourn(state, command)
        case c.Resume():
            return course.resume(state, command)
        case c.HandOverChair():
            return course.hand_over(state, command, setting)
        case c.AddItem():
            return agenda.add(state, command, setting)
        case c.AmendItem():
            return agenda.amend(state, command, setting)
        case c.MoveItem():
            return agenda.move(state, command)
        case c.RemoveItem():
            return agenda.remove(state, command)
        case c.TakeItem():
            return agenda.take(state, command)
        case c.FinishItem():
            return agenda.finish(state, command)
        case c.AskFloor():
            return floor.ask(state, command, setting)
        case c.UnaskFloor():
            return floor.unask(state, command, setting)
        case c.GiveFloor():
            return floor.give(state, command, setting)
        case c.ExtendFloor():
            return floor.extend(state, command, setting)
        case c.PauseFloor():
            return floor.pause(state, command, setting)
        case c.GoOnFloor():
            return floor.go_on(state, command, setting)
        case c.EndFloor():
            return floor.end(state, command, setting)
        case c.Propose():
            return motions.propose(state, command, setting)
        case c.Withdraw():
            return motions.withdraw(state, command)
        case c.Split():
            return motions.split(state, command)
        case c.OrderMotions():
            return motions.order(state, command)
        case c.Put():
            return putting.put(state, command, setting)
        case c.PutList():
            return lists.put_list(state, command, setting)
        case c.Cast():
            return votes.cast(state, command, setting)
        case c.Count():
            return votes.count(state, command)
        case c.KeyBallots():
            return secret.key_ballots(state, command)
        case c.KeyRows():
            return secret.key_rows(state, command)
        case c.CommissionElects():
            return secret.commission_elects(state, command, setting)
        case c.CloseVote():
            return votes.close(state, command)
        case c.StopVote():
            return votes.stop(state, command)
        case c.DraftReglament():
            return after.draft_reglament(state, command)
        case c.TakeNote():
            return after.take_note(state, command)
        case c.Undo():
            return after.undo(state)
        case c.Rectify():
            return rectify.rectify(state, command, setting)
        case c.WriteGist():
            return after.write_gist(state, command)
        case c.NumberProtocol():
            return after.number_protocol(state, command)
        case c.Seal():
            return after.seal(state, command)
    assert_never(command)
