"""What a vote brought about, and what stands again once that vote no longer holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from assembly_desk.domain.agenda import Agenda, ItemState
from assembly_desk.domain.commission import Approval, Commission
from assembly_desk.domain.motion import FormChoice, ListRule, MotionState
from assembly_desk.domain.profile import Form, Office
from assembly_desk.domain.text import Text


@dataclass(frozen=True, slots=True)
class AgendaBack:
    """The agenda as it stands again: whether adopted, its order, and items with the state that they have again."""

    approved: bool
    order: tuple[str, ...]
    states: tuple[tuple[str, ItemState], ...] = ()


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What is so again. A pair names what was changed, and what it is again (None: nothing).

    The record carries it with the annulment, so that no rule enters when it is folded.
    """

    agenda: AgendaBack | None = None
    forms: tuple[tuple[str | None, FormChoice | None], ...] = ()  # by item; None: of the sitting
    reglament: tuple[str, str | None] | None = None
    debates: tuple[str, ...] = ()  # items on which the debate is open again
    texts: tuple[tuple[str, Text], ...] = ()
    fallen: tuple[tuple[str, MotionState], ...] = ()
    commission: tuple[Commission | None] | None = None
    approvals: tuple[Approval, ...] = ()  # not given any more
    lists: tuple[tuple[str, ListRule | None], ...] = ()
    offices: tuple[tuple[str, Office], ...] = ()
    again: tuple[int, ...] = ()  # votes whose motions may not be put again any more


@dataclass(frozen=True, slots=True)
class Brought:
    """What stood before a vote changed it, kept as long as that vote holds."""

    before: TakenBack = field(default_factory=TakenBack)
    states: Mapping[str, ItemState] = field(default_factory=dict)  # of the agenda: what the vote made of them
    annulled: tuple[int, ...] = ()  # the votes that it annulled


@dataclass(frozen=True, slots=True)
class Again:
    """A motion with a verdict may be put once more: a recount in the same form, a repetition in the named one."""

    of: int  # the vote that is held again
    by: int  # the vote that allowed it
    form: Form


def agenda_before(agenda: Agenda, items: tuple[str, ...]) -> AgendaBack:
    """The agenda as it stands now, with the states of these items."""
    states = tuple((id, agenda.items[id].state) for id in items if id in agenda.items)
    return AgendaBack(agenda.approved, tuple(agenda.items), states)
