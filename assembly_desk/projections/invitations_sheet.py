"""The invitations to a sitting: whom, when and where, and what will be dealt with."""

from dataclasses import dataclass

from assembly_desk.domain.alphabet import sort_key
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.text import Person
from assembly_desk.projections.agenda_sheet import AgendaSheet, agenda_sheet
from assembly_desk.projections.protocol_sheet import Official, protocol_sheet


@dataclass(frozen=True, slots=True)
class InvitationsSheet:
    """One invitation for each: the members in the order of the Kazakh alphabet, then the guests."""

    agenda: AgendaSheet
    invited: tuple[Person, ...]
    convened_by: tuple[Official, ...]


def invitations_sheet(state: Sitting) -> InvitationsSheet:
    """The invitations of the sitting as it was convened."""
    members = sorted(state.roll.members.values(), key=lambda one: sort_key(one.person.name.kk))
    return InvitationsSheet(
        agenda=agenda_sheet(state),
        invited=(*(member.person for member in members), *state.convening.invited),
        convened_by=protocol_sheet(state).convened_by,
    )
