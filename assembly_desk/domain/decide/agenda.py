"""The agenda: what may be entered, and that only a vote changes it once it is adopted."""

from dataclasses import replace

from assembly_desk.domain import events as e
from assembly_desk.domain.agenda import Item
from assembly_desk.domain.commands import AddItem, AmendItem, FinishItem, MoveItem, RemoveItem, TakeItem
from assembly_desk.domain.decide.phases import need, need_before_closing, need_quorum
from assembly_desk.domain.decide.setting import Accepted, Setting, somebody, texts_without_russian
from assembly_desk.domain.motion import with_wholes
from assembly_desk.domain.refusals import Notice, Refused
from assembly_desk.domain.state import Sitting


def add(state: Sitting, command: AddItem, setting: Setting) -> Accepted:
    """A new item, with a matter that the profile knows."""
    need_before_closing(state)
    if command.item in state.agenda.items:
        raise Refused("DuplicateId", id=command.item)
    if not state.agenda.approved:  # else it is only offered, and the agenda stays as it is
        _not_voted_on(state)
    item = Item(
        id=command.item,
        title=command.title,
        competence=command.competence,
        state="offered" if state.agenda.approved else "waiting",
        competence_reason=command.competence_reason,
        rapporteurs=tuple(somebody(one, state, setting) for one in command.rapporteurs),
        draft=command.draft,
    )
    return Accepted((e.ItemAdded(item),), _notices(state, item))


def amend(state: Sitting, command: AmendItem, setting: Setting) -> Accepted:
    """Change an item before the agenda is adopted."""
    item = _open_to_change(state, command.item)
    changes = {
        name: value
        for name in ("title", "competence", "competence_reason", "draft")
        if (value := getattr(command, name)) is not None
    }
    amended = replace(item, **changes)
    if command.rapporteurs is not None:
        rapporteurs = tuple(somebody(one, state, setting) for one in command.rapporteurs)
        amended = replace(amended, rapporteurs=rapporteurs)
    if amended == item:
        return Accepted()
    if amended.competence != item.competence:
        _without_motions(state, item.id)  # they were proposed within the competence that it had
    return Accepted((e.ItemAmended(amended),), _notices(state, amended))


def move(state: Sitting, command: MoveItem) -> Accepted:
    """Another place, before the agenda is adopted."""
    _open_to_change(state, command.item)
    if command.before is not None:
        known(state, command.before)
    return Accepted((e.ItemMoved(command.item, command.before),))


def remove(state: Sitting, command: RemoveItem) -> Accepted:
    """Strike an item, before the agenda is adopted."""
    if _open_to_change(state, command.item).state == "taken":
        raise Refused("AlreadyOpen", case="item")
    _without_motions(state, command.item)
    return Accepted((e.ItemRemoved(command.item),))


def take(state: Sitting, command: TakeItem) -> Accepted:
    """Go over to an item of the agenda, of the adopted one, else of the convening's; with a quorum (A8)."""
    need(state, "open")
    item = known(state, command.item)
    if item.state in ("offered", "removed", "postponed"):
        raise Refused("AgendaApproved")
    if state.agenda.current == item.id:
        return Accepted()
    need_quorum(state, case="item")
    return Accepted((e.ItemTaken(item.id),))


def finish(state: Sitting, command: FinishItem) -> Accepted:
    """The item is dealt with; not while a vote on it is held."""
    need(state, "open")
    item = known(state, command.item)
    if state.vote is not None and state.motions[state.vote.motion].item == item.id:
        raise Refused("VoteInProgress")
    if item.state == "finished":
        return Accepted()
    if item.state != "taken":
        raise Refused("NotOpen", state=f"item.{item.state}", case="item")
    return Accepted((e.ItemFinished(item.id),))


def known(state: Sitting, id: str) -> Item:
    """The item, or `UnknownItem`."""
    if id not in state.agenda.items:
        raise Refused("UnknownItem", id=id)
    return state.agenda.items[id]


def _open_to_change(state: Sitting, id: str) -> Item:
    need_before_closing(state)
    item = known(state, id)
    if state.agenda.approved:
        raise Refused("AgendaApproved")
    _not_voted_on(state)
    return item


def _not_voted_on(state: Sitting) -> None:
    """Refuse while a motion that sets the agenda is voted on: it does not change under the vote."""
    if state.vote is None:
        return
    for motion in with_wholes(state.motions, state.vote.motion):
        if motion.sets is not None and motion.sets.agenda is not None:
            raise Refused("VoteInProgress")


def _without_motions(state: Sitting, item: str) -> None:
    if motions := [motion.id for motion in state.motions.values() if motion.item == item]:
        raise Refused("OthersRestOnIt", case="item", motions=motions)


def _notices(state: Sitting, item: Item) -> tuple[Notice, ...]:
    competence = state.rules.competence.get(item.competence)
    if competence is None:
        raise Refused("NotInProfile", code=item.competence)
    notices = texts_without_russian(("title", item.title))
    if competence.notice is None:
        return notices
    values = {"allowed": competence.kinds, "rule": competence.point}
    return (*notices, Notice(competence.notice, values))
