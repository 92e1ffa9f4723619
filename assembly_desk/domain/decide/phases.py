"""In which state of the sitting a step may be taken."""

from assembly_desk.domain.refusals import Refused
from assembly_desk.domain.state import Phase, Sitting

RUNNING: tuple[Phase, ...] = ("open", "break", "adjourned")


def need(state: Sitting, *phases: Phase) -> None:
    """Refuse unless the sitting is in one of these states, with the code that says why."""
    if state.phase in phases:
        return
    if state.phase == "sealed":
        raise Refused("Sealed")
    if state.phase in ("closed", "cancelled"):
        raise Refused("AlreadyClosed")
    if "closed" in phases and not {"open", "prepared"}.intersection(phases):
        raise Refused("NotClosed")
    if state.phase != "open" and phases != ("prepared",):
        raise Refused("NotOpen", state=state.phase)
    raise Refused("AlreadyOpen")


def need_before_closing(state: Sitting) -> None:
    """Refuse once the sitting is closed or was cancelled."""
    need(state, "prepared", *RUNNING)


def need_unsealed(state: Sitting) -> None:
    """Refuse once the journal is sealed."""
    if state.phase == "sealed":
        raise Refused("Sealed")


def need_no_vote(state: Sitting) -> None:
    """Refuse while a vote is held."""
    if state.vote is not None:
        raise Refused("VoteInProgress")


def need_item(state: Sitting, item: str | None) -> None:
    """Refuse unless that item is taken: what is put or said belongs to an item under consideration."""
    if item is None or state.agenda.items[item].state != "taken":
        found = f"item.{state.agenda.items[item].state}" if item else state.phase
        raise Refused("NotOpen", state=found, case="item")


def need_quorum(state: Sitting, **case: str) -> None:
    """Refuse without a quorum in the hall (p. 9, p. 14; A1: at opening, at resuming and at every vote).

    A8: in mid-sitting no item is begun and no report or speech either, which is a `case` of its own.
    """
    quorum = state.quorum
    if not quorum.met:
        raise Refused("NoQuorum", present=quorum.present, needed=quorum.needed, rule=quorum.point, **case)
