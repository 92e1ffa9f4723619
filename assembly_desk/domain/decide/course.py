"""Opening, breaks, closing: when the sitting is lawful and when it may go on."""

from assembly_desk.domain import events as e
from assembly_desk.domain.commands import Adjourn, Break, Cancel, Close, HandOverChair, Open, Resume
from assembly_desk.domain.decide.convening import need_complete
from assembly_desk.domain.decide.phases import RUNNING, need, need_no_vote, need_quorum
from assembly_desk.domain.decide.setting import Accepted, Setting, in_hall
from assembly_desk.domain.refusals import Refused
from assembly_desk.domain.state import Sitting


def open_sitting(state: Sitting, command: Open) -> Accepted:
    """Convening complete (p. 5(5), p. 12), roll fixed, quorum there (p. 9, p. 14), who presides too."""
    if state.phase in RUNNING:
        raise Refused("AlreadyOpen")
    need(state, "prepared")
    need_complete(state)
    if not state.roll.members:
        raise Refused("RollNotFixed", rule=state.rules.quorum.point)
    need_quorum(state)
    presiding = state.presiding
    if presiding is None or presiding.member not in state.roll.present:
        raise Refused("PresidingAbsent", name=presiding.name if presiding else "")
    return Accepted((e.Opened(state.quorum, command.reason),))


def close(state: Sitting, command: Close) -> Accepted:
    """The end; an item never finished is not reached. One taken again after it was finished is dealt with."""
    need(state, *RUNNING)
    need_no_vote(state)
    not_reached = tuple(
        item.id
        for item in state.agenda.items.values()
        if item.state in ("offered", "waiting")
        or (item.state == "taken" and item.id not in state.agenda.finished)
    )
    return Accepted((*_end_speech(state), e.Closed(not_reached, command.reason)))


def cancel(state: Sitting, command: Cancel) -> Accepted:
    """Not held: only before opening."""
    need(state, "prepared")
    return Accepted((e.Cancelled(state.quorum if state.roll.members else None, command.reason),))


def pause(state: Sitting, command: Break) -> Accepted:
    """A break keeps presences."""
    need(state, "open")
    need_no_vote(state)
    return Accepted((*_end_speech(state), e.BreakBegun(command.until, command.reason, command.place)))


def adjourn(state: Sitting, command: Adjourn) -> Accepted:
    """To another day: ends all presences."""
    need(state, "open", "break")
    need_no_vote(state)
    return Accepted((*_end_speech(state), e.Adjourned(command.until, command.reason, command.place)))


def resume(state: Sitting, command: Resume) -> Accepted:
    """Go on: the quorum is tested again (A1)."""
    if state.phase == "open":
        raise Refused("AlreadyOpen")
    need(state, "break", "adjourned")
    need_quorum(state)
    return Accepted((e.Resumed(state.quorum, command.place, command.reason),))


def hand_over(state: Sitting, command: HandOverChair, setting: Setting) -> Accepted:
    """The chair passes to a member who is in the hall (A14)."""
    need(state, *RUNNING)
    person = in_hall(state, command.member, setting).person
    return Accepted(() if person == state.presiding else (e.ChairHandedOver(person),))


def _end_speech(state: Sitting) -> tuple[e.FloorEnded, ...]:
    return (e.FloorEnded(state.floor.speech.gist),) if state.floor.speech else ()
