"""The one next act of a sitting: what the blue button says and Ctrl+Enter does, from preparation to the print."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from assembly_desk.domain.agenda import Item
from assembly_desk.domain.commands import (
    BeginRollCall,
    Close,
    EndFloor,
    EndRollCall,
    FinishItem,
    FixRoll,
    GiveFloor,
    Guest,
    Open,
    Resume,
    SittingCommand,
    TakeItem,
    Whom,
)
from assembly_desk.domain.decide.floor import DEBATE
from assembly_desk.domain.floor import Waiting
from assembly_desk.domain.motion import Motion
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.text import Person
from assembly_desk.projections.election import election_step


@dataclass(frozen=True, slots=True)
class NextAct:
    """The row of words that names the act, the page where it is done, and its command.

    Without a command the page asks for more first. `sure`: the row of words that asks for a second press;
    `done`: what is said once it is recorded, if not its name.
    """

    words: str
    page: str
    command: SittingCommand | None = None
    sure: str | None = None
    done: str | None = None
    values: Mapping[str, object] = field(default_factory=dict)


def next_act(state: Sitting) -> NextAct | None:
    """The act that brings the sitting on; None where nothing is left to do."""
    match state.phase:
        case "prepared" if not state.roll.fixed:
            return NextAct("do.begin-registration", "roll", FixRoll())
        case "prepared":
            return NextAct("do.open", "roll", Open(), done="roll.opened")
        case "break" | "adjourned":
            return NextAct("do.resume", "roll", Resume())
        case "open":
            return _open(state)
        case "closed" if state.protocol_number is None:
            return NextAct("do.number-protocol", "protocol")
        case "closed":
            return NextAct("do.sign", "protocol")
        case "sealed":
            return NextAct("do.print", "protocol")
        case _:
            return None


def _open(state: Sitting) -> NextAct:
    if state.vote is not None:
        return NextAct("do.close-vote", "voting")
    if state.roll.roll_call is not None:
        return NextAct("do.end-roll-call", "roll", EndRollCall())
    if state.floor.speech is not None:
        return NextAct("do.end-floor", "agenda", EndFloor())
    if not state.quorum.met:
        return NextAct("do.re-register", "roll", BeginRollCall())
    procedural = [motion for motion in waiting_motions(state) if motion.item is None]
    if procedural:
        return NextAct("do.put", "voting")
    if not agenda_settled(state):
        return NextAct("do.adopt-agenda", "voting")
    current = state.agenda.items.get(state.agenda.current or "")
    return _between(state) if current is None else _item(state, current)


def _item(state: Sitting, item: Item) -> NextAct:
    if (person := rapporteur_to_come(state, item)) is not None:
        return NextAct("do.give-floor", "agenda", GiveFloor(whom(person), "report"))
    if (first := next_waiting(state, item)) is not None:
        return NextAct("do.give-floor", "agenda", GiveFloor(whom(first.person), first.kind))
    if (step := election_step(state, item.id)) is not None:
        return NextAct(f"do.{step}", "agenda" if step == "closing-decision" else "voting")
    if waiting_motions(state):
        return NextAct("do.put", "voting")
    decided = any(motion.item == item.id for motion in state.motions.values())
    if not decided and may_decide(state, item):
        return NextAct("do.add-motion", "agenda")
    return NextAct("do.finish-item", "agenda", FinishItem(item.id))


def _between(state: Sitting) -> NextAct:
    item = next((item for item in state.agenda.items.values() if item.state == "waiting"), None)
    if item is not None:
        return NextAct("do.take-item", "agenda", TakeItem(item.id))
    return NextAct("do.close", "agenda", Close(), sure="do.once-more")


def agenda_settled(state: Sitting) -> bool:
    """Whether the agenda was adopted, or the sitting goes by the one of its convening already."""
    if state.agenda.approved or not state.agenda.items:
        return True
    touched = {"taken", "finished"}
    put = any(_is_of_agenda(state.motions[vote.motion]) for vote in state.votes)
    return put or any(item.state in touched for item in state.agenda.items.values())


def _is_of_agenda(motion: Motion) -> bool:
    return motion.sets is not None and motion.sets.agenda is not None


def waiting_motions(state: Sitting) -> list[Motion]:
    """What can be put to the vote now, in its order: the item's motions, and those of procedure."""
    current = state.agenda.current
    return [
        motion
        for motion in state.motions.values()
        if motion.item in (None, current)
        and (motion.state in ("proposed", "stopped") or held_again(state, motion))
    ]


def held_again(state: Sitting, motion: Motion) -> bool:
    """Whether the body decided that the vote on it is recounted or repeated, and that is still to come."""
    return motion.id in state.again and motion.state in ("adopted", "not-adopted", "outranked", "tie")


def rapporteur_to_come(state: Sitting, item: Item) -> Person | None:
    """The first rapporteur of the item who is here and has not spoken on it."""
    heard = {(speech.item, speech.person.member, speech.person.name) for speech in state.floor.ended}
    return next(
        (
            one
            for one in item.rapporteurs
            if (item.id, one.member, one.name) not in heard and in_hall(state, one)
        ),
        None,
    )


def in_hall(state: Sitting, person: Person) -> bool:
    """Whether the person can be given the floor: a member of the roll who is here, or a guest."""
    return person.member not in state.roll.members or person.member in state.roll.present


def next_waiting(state: Sitting, item: Item) -> Waiting | None:
    """The first of the queue who may still speak on the item: once the debate is closed, not in the debate."""
    return next(
        (
            one
            for one in state.floor.queue
            if one.item in (None, item.id)
            and not (item.debate_closed and one.kind in DEBATE)
            and in_hall(state, one.person)
        ),
        None,
    )


def may_decide(state: Sitting, item: Item) -> bool:
    """Whether this body may take anything to the vote on a matter of that competence (p. 8, 13, 16, 31)."""
    rule = state.rules.competence.get(item.competence)
    return rule is not None and bool(rule.kinds)


def whom(person: Person) -> Whom:
    """That person as a command names them: a member by id, anybody else by name."""
    return person.member if person.member is not None else Guest(person.name, person.position)
