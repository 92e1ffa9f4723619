"""The agenda as a paper shows it: the items numbered in their order, with those who report."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from assembly_desk.domain.agenda import ItemState
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.text import Person, Text
from assembly_desk.projections.sheet_head import SheetHead, sheet_head

OFF_THE_AGENDA: tuple[ItemState, ...] = ("offered", "removed")


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """An item in its place. A postponed one keeps its number, so that no later item changes its own."""

    number: int
    item: str
    title: Text
    state: ItemState
    rapporteurs: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class AgendaSheet:
    """The agenda of a sitting. `approved`: adopted by the body, no longer the convening's proposal.

    `times`: when each line is expected to come up, «10:20»; empty where the time of the beginning is not
    known, None where the day would be over.
    """

    head: SheetHead
    time: str | None
    lines: tuple[AgendaLine, ...]
    approved: bool
    times: tuple[str | None, ...] = ()


def agenda_sheet(state: Sitting) -> AgendaSheet:
    """The agenda of the sitting as it stands."""
    lines, begins = agenda_lines(state), state.convening.time
    times = tuple(_times(state, lines, begins)) if begins else ()
    return AgendaSheet(sheet_head(state), begins, lines, state.agenda.approved, times)


def _times(state: Sitting, lines: Sequence[AgendaLine], begins: str) -> Iterator[str | None]:
    """An item is given the time of its reports by the reglament, and that of one speech in the debate.

    One report is reckoned with where nobody is named yet, but none on a matter of procedure.
    """
    try:
        moment = datetime.combine(date.min, time.fromisoformat(begins))
    except ValueError:
        return
    for line in lines:
        if line.state == "postponed":
            yield None
            continue
        yield f"{moment:%H:%M}" if moment.date() == date.min else None
        procedure = state.agenda.items[line.item].competence in ("PROC", *state.profile.own_form_matters)
        reports = [] if procedure and not line.rapporteurs else ["report"]
        reports += ["co-report" for _ in line.rapporteurs[1:]]
        moment += timedelta(seconds=sum(state.seconds_for(kind) for kind in (*reports, "debate")))


def agenda_lines(state: Sitting) -> tuple[AgendaLine, ...]:
    """The numbered items, without those only offered and those taken off."""
    items = [item for item in state.agenda.items.values() if item.state not in OFF_THE_AGENDA]
    return tuple(
        AgendaLine(number, item.id, item.title, item.state, item.rapporteurs)
        for number, item in enumerate(items, 1)
    )


def item_numbers(state: Sitting) -> Mapping[str, int]:
    """The number of each item on the papers of the sitting."""
    return {line.item: line.number for line in agenda_lines(state)}
