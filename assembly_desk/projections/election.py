"""An election as the desk leads through it: the commission, the lists and run-offs, its protocols, the closing decision."""

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from assembly_desk.domain.alphabet import sort_key
from assembly_desk.domain.commission import SMALLEST, Approval
from assembly_desk.domain.decide.lists import seats_left
from assembly_desk.domain.motion import Motion
from assembly_desk.domain.profile import Form
from assembly_desk.domain.roll import RollMember
from assembly_desk.domain.state import Sitting, round_of
from assembly_desk.domain.text import Text
from assembly_desk.domain.vote import Vote

AT_STAKE = ("proposed", "stopped")
Step = Literal[
    "elect-commission",
    "commission-elects",
    "approve-1",
    "put-list",
    "approve-2",
    "run-off",
    "closing-decision",
]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One who may stand on a list."""

    motion: str
    name: Text
    position: Text | None


@dataclass(frozen=True, slots=True)
class ListOffer:
    """A list that can be put: its candidates by the Kazakh alphabet, the seats, the forms, the one decided."""

    item: str
    candidates: tuple[Candidate, ...]
    seats: int
    forms: tuple[Form, ...]
    form: Form
    most_for: int | None = None
    run_off_of: int | None = None
    tied: bool = False
    again: int | None = None  # the vote that is recounted or repeated


def list_offer(state: Sitting) -> ListOffer | None:
    """The list of the candidates of the item that is taken, who wait; None: nobody does."""
    item = state.agenda.current
    if (again := _again_offer(state)) is not None:
        return again
    waiting = [
        motion
        for motion in state.motions.values()
        if motion.item == item and motion.candidate is not None and motion.state in AT_STAKE
    ]
    if item is None or not waiting:
        return None
    rule = state.lists.get(item)
    return _offer(state, item, waiting, rule.seats if rule is not None else len(waiting))


def _again_offer(state: Sitting) -> ListOffer | None:
    """The list that the body decided to recount or to repeat, as it was put."""
    item = state.agenda.current
    for allowed in state.again.values():
        rows = round_of(state, allowed.of)
        motions = [state.motions[row.motion] for row in rows]
        running = [motion for motion in motions if motion.state not in ("withdrawn", "open")]
        if item is None or not rows[0].is_list or motions[0].item != item or not running:
            continue
        offer = _offer(state, item, running, rows[0].seats or 0)
        return replace(
            offer,
            forms=(allowed.form,),
            form=allowed.form,
            most_for=rows[0].most_for,
            run_off_of=rows[0].run_off_of,
            again=allowed.of,
        )
    return None


def run_off_offer(state: Sitting) -> ListOffer | None:
    """The run-off of the last list of that item: among the tied, or, for empty seats, among all not elected."""
    rows = last_list(state)
    item = state.agenda.current
    if item is None or not rows or not rows[0].holds or seats_left(rows) < 1:
        return None
    tied = [row.motion for row in rows if row.verdict == "tie"]
    if not tied and rows[0].run_off_of is not None:
        return None  # tried once already: the seat stays empty until the body decides
    running = tied or [row.motion for row in rows if row.verdict == "not-adopted"]
    motions = [state.motions[id] for id in running if state.motions[id].state != "withdrawn"]
    if not motions:
        return None
    offer = _offer(state, item, motions, seats_left(rows))
    return replace(offer, run_off_of=rows[0].number, tied=bool(tied))


def _offer(state: Sitting, item: str, motions: Sequence[Motion], seats: int) -> ListOffer:
    decided = state.form_for(item)
    form: Form = "secret" if decided is not None and decided.form == "secret" else "named"
    people = [
        Candidate(motion.id, motion.candidate.name, motion.candidate.position)
        for motion in motions
        if motion.candidate is not None
    ]
    people.sort(key=lambda one: sort_key(one.name.kk))
    return ListOffer(item, tuple(people), seats, ("named", "secret"), form)


def last_list(state: Sitting) -> tuple[Vote, ...]:
    """The rows of the latest list on the item that is taken that came to a verdict."""
    item = state.agenda.current
    for vote in reversed(state.votes):
        if vote.is_list and vote.decided and state.motions[vote.motion].item == item:
            return round_of(state, vote.number)
    return ()


def elected(state: Sitting, item: str) -> dict[str, int]:
    """Who was elected on that item by votes that hold: the motions, each with the number of its vote."""
    return {
        vote.motion: vote.number
        for vote in state.votes
        if vote.verdict == "adopted"
        and vote.holds
        and state.motions[vote.motion].candidate is not None
        and state.motions[vote.motion].item == item
    }


def lists_to_close(state: Sitting, item: str) -> tuple[int, ...]:
    """The votes that elected somebody on that item and on which no closing decision rests yet."""
    rested = {
        number
        for motion in state.motions.values()
        if motion.state not in ("withdrawn", "split", "fallen")
        for number in motion.rests_on
    }
    return tuple(sorted(set(elected(state, item).values()) - rested))


def commission_members(state: Sitting) -> dict[str, RollMember]:
    """Those of the counting commission who are still on the roll."""
    members = state.commission.members if state.commission is not None else ()
    return {id: state.roll.members[id] for id in members if id in state.roll.members}


def protocol_due(state: Sitting) -> Approval | None:
    """The commission's protocol that the body has not approved and was not asked to approve yet, the first first."""
    commission = state.commission
    if commission is None or not commission.constituted:
        return None
    if not _asked(state, "counting-1", commission.vote, None):
        return Approval("counting-1")
    for vote in state.votes:
        counted = vote.form == "secret" and vote.holds and vote.number > commission.vote
        if counted and not _asked(state, "counting-2", vote.number, vote.number):
            return Approval("counting-2", vote.number)
    return None


def _asked(state: Sitting, protocol: str, since: int, vote: int | None) -> bool:
    """Whether a motion to approve it waits, or came to a verdict after that vote."""
    asking = {
        motion.id
        for motion in state.motions.values()
        if motion.sets is not None
        and motion.sets.approves is not None
        and motion.sets.approves.approves == protocol
        and (vote is None or motion.sets.approves.vote == vote)
    }
    waits = any(state.motions[id].state in (*AT_STAKE, "open") for id in asking)
    return waits or any(one.motion in asking and one.decided and one.number > since for one in state.votes)


def goes_secret(state: Sitting, item: str) -> bool:
    """Whether the body decided that the item is voted on in secret."""
    decided = state.form_for(item)
    if decided is None or decided.form != "secret":
        return False
    return decided.item is not None or state.rules.decides_own_form


def election_step(state: Sitting, item: str) -> Step | None:
    """What comes next on an item with candidates or in secret; None: nothing of this kind."""
    offer, run_off = list_offer(state), run_off_offer(state)
    due = protocol_due(state)
    if due is not None and due.approves == "counting-2":
        return "approve-2"
    tied = run_off is not None and run_off.tied
    waits = any(one.item == item and one.state in AT_STAKE for one in state.motions.values())
    if goes_secret(state, item) and (waits or tied):
        if len(commission_members(state)) < SMALLEST:
            return "elect-commission"
        if state.commission is not None and not state.commission.constituted:
            return "commission-elects"
        if due is not None:
            return "approve-1"
    if tied and (offer is None or offer.again is None):
        return "run-off"
    if offer is not None and (len(offer.candidates) > 1 or offer.again is not None):
        return "put-list"
    return "closing-decision" if not waits and lists_to_close(state, item) else None


def closing_votes(state: Sitting, item: str) -> tuple[int, ...]:
    """The votes on candidates of that item that hold: a closing decision may rest on them."""
    numbers = (
        vote.number
        for vote in state.votes
        if vote.holds
        and state.motions[vote.motion].item == item
        and state.motions[vote.motion].candidate is not None
    )
    return tuple(dict.fromkeys(numbers))


def elected_by(state: Sitting, item: str, votes: Container[int]) -> tuple[Text, ...]:
    """The names of those whom these votes elected, by the Kazakh alphabet."""
    people = (state.motions[id].candidate for id, vote in elected(state, item).items() if vote in votes)
    names = [person.name for person in people if person is not None]
    return tuple(sorted(names, key=lambda name: sort_key(name.kk)))
