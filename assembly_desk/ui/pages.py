"""The pages of the window by their names, each loaded when it is first looked at: a start shows one of them."""

from collections.abc import Callable

from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.page import Page


def page_class(name: str) -> Callable[[Bridge], Page]:
    """What makes the page of that name. Raises `KeyError` if there is none."""
    match name:
        case "preparation":
            from assembly_desk.ui.preparation.page import PreparationPage

            return PreparationPage
        case "roll":
            from assembly_desk.ui.roll.page import RollPage

            return RollPage
        case "agenda":
            from assembly_desk.ui.agenda.page import AgendaPage

            return AgendaPage
        case "voting":
            from assembly_desk.ui.voting.page import VotingPage

            return VotingPage
        case "protocol":
            from assembly_desk.ui.protocol.page import ProtocolPage

            return ProtocolPage
        case "record":
            from assembly_desk.ui.record.page import RecordPage

            return RecordPage
        case "members":
            from assembly_desk.ui.members.page import MembersPage

            return MembersPage
        case "sittings":
            from assembly_desk.ui.sittings.page import SittingsPage

            return SittingsPage
        case "settings":
            from assembly_desk.ui.settings.page import SettingsPage

            return SettingsPage
        case _:
            raise KeyError(name)
