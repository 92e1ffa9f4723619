"""How the agenda follows from its entries."""

from dataclasses import replace
from typing import assert_never

from assembly_desk.domain import events as e
from assembly_desk.domain.agenda import Agenda, Item, ItemState
from assembly_desk.domain.motion import AgendaChange


def evolve_agenda(agenda: Agenda, event: e.AgendaEvent, entry: e.Recorded) -> Agenda:
    """The agenda after one more entry."""
    match event:
        case e.ItemAdded(item) | e.ItemAmended(item):
            return replace(agenda, items={**agenda.items, item.id: item})
        case e.ItemMoved(item, before):
            rest = [id for id in agenda.items if id != item]
            rest.insert(rest.index(before) if before in rest else len(rest), item)
            return replace(agenda, items={id: agenda.items[id] for id in rest})
        case e.ItemRemoved(removed):
            items = {id: item for id, item in agenda.items.items() if id != removed}
            return replace(agenda, items=items, finished=agenda.finished - {removed})
        case e.ItemTaken(item):
            taken = {item: entry.seq, **agenda.taken}
            return replace(set_state(agenda, item, "taken"), current=item, taken=taken)
        case e.ItemFinished(item):
            current = None if agenda.current == item else agenda.current
            finished = agenda.finished | {item}
            return replace(set_state(agenda, item, "finished"), current=current, finished=finished)
    assert_never(event)


def set_state(agenda: Agenda, item: str, state: ItemState) -> Agenda:
    """The agenda with one item in another state."""
    return replace(agenda, items={**agenda.items, item: replace(agenda.items[item], state=state)})


def adopt(agenda: Agenda, change: AgendaChange | None) -> Agenda:
    """The agenda as adopted by the body: added, removed, postponed, then in the order named."""
    if change is None:
        return replace(agenda, approved=True)
    states: dict[str, ItemState] = {}
    states.update((id, "waiting") for id in change.add)
    states.update((id, "removed") for id in change.remove)
    states.update((id, "postponed") for id in change.postpone)
    items: dict[str, Item] = {
        id: replace(item, state=states.get(id, item.state)) for id, item in agenda.items.items()
    }
    order = [id for id in change.order if id in items]
    order += [id for id in items if id not in order]
    return replace(agenda, items={id: items[id] for id in order}, approved=True)
