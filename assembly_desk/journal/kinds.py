"""The stored name and version of each kind of entry: literals, so that renaming a class touches no record.

A new version of a payload gets the next number here and one step in `UPCASTS`; what was signed stays.
A default in an event class is part of the stored form (it is left out): changing one needs a new version. A new
field with a default does not: what was stored reads as it did.
"""

from collections.abc import Callable, Mapping
from typing import Any

from assembly_desk.domain import events as e

KINDS: Mapping[str, tuple[int, type[e.Event]]] = {
    "member-added": (1, e.MemberAdded),
    "member-changed": (1, e.MemberChanged),
    "body-added": (1, e.BodyAdded),
    "begun": (1, e.Begun),
    "convened": (1, e.Convened),
    "sitting-amended": (1, e.SittingAmended),
    "roll-fixed": (1, e.RollFixed),
    "roll-changed": (1, e.RollChanged),
    "invited": (1, e.Invited),
    "arrived": (1, e.Arrived),
    "left": (1, e.Left),
    "excused": (1, e.Excused),
    "roll-call-begun": (1, e.RollCallBegun),
    "answered": (1, e.Answered),
    "roll-call-ended": (1, e.RollCallEnded),
    "opened": (1, e.Opened),
    "break-begun": (1, e.BreakBegun),
    "adjourned": (1, e.Adjourned),
    "resumed": (1, e.Resumed),
    "closed": (1, e.Closed),
    "cancelled": (1, e.Cancelled),
    "clock-stepped": (1, e.ClockStepped),
    "item-added": (1, e.ItemAdded),
    "item-amended": (1, e.ItemAmended),
    "item-moved": (1, e.ItemMoved),
    "item-removed": (1, e.ItemRemoved),
    "item-taken": (1, e.ItemTaken),
    "item-finished": (1, e.ItemFinished),
    "chair-handed-over": (1, e.ChairHandedOver),
    "floor-asked": (1, e.FloorAsked),
    "floor-unasked": (1, e.FloorUnasked),
    "floor-given": (1, e.FloorGiven),
    "floor-extended": (1, e.FloorExtended),
    "floor-paused": (1, e.FloorPaused),
    "floor-went-on": (1, e.FloorWentOn),
    "floor-ended": (1, e.FloorEnded),
    "reglament-drafted": (1, e.ReglamentDrafted),
    "noted": (1, e.Noted),
    "motion-proposed": (1, e.MotionProposed),
    "motion-withdrawn": (1, e.MotionWithdrawn),
    "motion-split": (2, e.MotionSplit),
    "motions-ordered": (1, e.MotionsOrdered),
    "vote-put": (2, e.VotePut),
    "list-put": (1, e.ListPut),
    "vote-cast": (1, e.VoteCast),
    "vote-counted": (1, e.VoteCounted),
    "ballots-keyed": (1, e.BallotsKeyed),
    "rows-keyed": (1, e.RowsKeyed),
    "vote-closed": (1, e.VoteClosed),
    "rows-closed": (1, e.RowsClosed),
    "vote-stopped": (1, e.VoteStopped),
    "agenda-set": (1, e.AgendaSet),
    "form-decided": (1, e.FormDecided),
    "reglament-adopted": (1, e.ReglamentAdopted),
    "debate-closed": (1, e.DebateClosed),
    "motion-amended": (1, e.MotionAmended),
    "motions-fell": (1, e.MotionsFell),
    "commission-elected": (1, e.CommissionElected),
    "commission-constituted": (1, e.CommissionConstituted),
    "protocol-approved": (1, e.ProtocolApproved),
    "list-decided": (1, e.ListDecided),
    "office-given": (1, e.OfficeGiven),
    "vote-annulled": (1, e.VoteAnnulled),
    "again-allowed": (1, e.AgainAllowed),
    "vote-replaced": (1, e.VoteReplaced),
    "undone": (1, e.Undone),
    "gist-written": (1, e.GistWritten),
    "rectified": (1, e.Rectified),
    "protocol-numbered": (1, e.ProtocolNumbered),
    "sealed": (1, e.Sealed),
}

NAMES: Mapping[type[e.Event], str] = {kind: name for name, (_, kind) in KINDS.items()}


def _split_apart(payload: dict[str, Any]) -> dict[str, Any]:
    """Parts did not name the motion that they are of: they stand for themselves."""
    return payload


def _sectors_by_name(payload: dict[str, Any]) -> dict[str, Any]:
    """Sectors were a mapping, whose keys the record sorts: their order is not known."""
    sectors = payload.get("sectors", {})
    return {**payload, "sectors": list(sectors.items())} if sectors else payload


UPCASTS: Mapping[tuple[str, int], Callable[[dict[str, Any]], dict[str, Any]]] = {
    ("motion-split", 1): _split_apart,
    ("vote-put", 1): _sectors_by_name,
}
"""From (kind, version) to the payload of the next version."""
