"""The floor: one speaker at a time, each on an item, within the debate."""

from assembly_desk.domain import events as e
from assembly_desk.domain.commands import (
    AskFloor,
    EndFloor,
    ExtendFloor,
    GiveFloor,
    GoOnFloor,
    PauseFloor,
    UnaskFloor,
    Whom,
)
from assembly_desk.domain.decide.phases import need, need_item, need_quorum
from assembly_desk.domain.decide.setting import Accepted, Setting, heard, somebody
from assembly_desk.domain.floor import Speech, Waiting
from assembly_desk.domain.profile import SpeechKind
from assembly_desk.domain.refusals import Refused
from assembly_desk.domain.state import Sitting

DEBATE: tuple[SpeechKind, ...] = ("debate", "second")


def ask(state: Sitting, command: AskFloor, setting: Setting) -> Accepted:
    """Join the queue."""
    need(state, "open")
    person = heard(command.person, state, setting)
    _debate_open(state, command.kind)
    waiting = Waiting(person, command.kind, state.agenda.current)
    return Accepted(() if waiting in state.floor.queue else (e.FloorAsked(waiting),))


def unask(state: Sitting, command: UnaskFloor, setting: Setting) -> Accepted:
    """Leave the queue."""
    need(state, "open")
    person = somebody(command.person, state, setting)
    gone = (
        waiting
        for waiting in state.floor.queue
        if waiting.person == person and command.kind in (None, waiting.kind)
    )
    return Accepted(tuple(e.FloorUnasked(waiting) for waiting in gone))


def give(state: Sitting, command: GiveFloor, setting: Setting) -> Accepted:
    """Give the floor on the item taken, with a quorum (A8).

    A point of order needs neither item nor quorum, and is all that a vote allows.
    """
    need(state, "open")
    if state.floor.speech is not None:
        raise Refused("FloorTaken", name=state.floor.speech.person.name)
    if command.kind != "order":
        if state.vote is not None:
            raise Refused("VoteInProgress")
        need_item(state, state.agenda.current)
        need_quorum(state, case="item")
    _debate_open(state, command.kind)
    person = heard(command.person, state, setting)
    seconds = state.seconds_for(command.kind) if command.seconds is None else command.seconds
    given = e.FloorGiven(person, command.kind, state.agenda.current, seconds, state.quorum.met)
    return Accepted((given,))


def extend(state: Sitting, command: ExtendFloor, setting: Setting) -> Accepted:
    """More time for the speaker."""
    if _speech(state, command.person, setting) is None:
        return Accepted()
    seconds = state.profile.extension_seconds if command.seconds is None else command.seconds
    return Accepted((e.FloorExtended(seconds),))


def pause(state: Sitting, command: PauseFloor, setting: Setting) -> Accepted:
    """Stop the clock."""
    speech = _speech(state, command.person, setting)
    return Accepted((e.FloorPaused(),) if speech and speech.paused_at is None else ())


def go_on(state: Sitting, command: GoOnFloor, setting: Setting) -> Accepted:
    """Let the clock run again."""
    speech = _speech(state, command.person, setting)
    return Accepted((e.FloorWentOn(),) if speech and speech.paused_at is not None else ())


def end(state: Sitting, command: EndFloor, setting: Setting) -> Accepted:
    """The speech is over."""
    speech = _speech(state, command.person, setting)
    return Accepted((e.FloorEnded(command.gist or speech.gist),) if speech else ())


def _speech(state: Sitting, whom: Whom | None, setting: Setting) -> Speech | None:
    need(state, "open")
    speech = state.floor.speech
    if speech is not None and whom is not None and somebody(whom, state, setting) != speech.person:
        raise Refused("FloorTaken", name=speech.person.name)
    return speech


def _debate_open(state: Sitting, kind: SpeechKind) -> None:
    current = state.agenda.current
    if kind in DEBATE and current is not None and state.agenda.items[current].debate_closed:
        raise Refused("DebateClosed")
