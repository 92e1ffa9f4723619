"""The rest of the record: reglament drafts, notes, undoing, and what is written up after closing."""

from itertools import chain

from assembly_desk.domain import events as e
from assembly_desk.domain.commands import DraftReglament, NumberProtocol, Seal, TakeNote, WriteGist
from assembly_desk.domain.decide.phases import need, need_before_closing, need_unsealed
from assembly_desk.domain.decide.setting import Accepted, texts_without_russian
from assembly_desk.domain.motion import with_wholes
from assembly_desk.domain.refusals import Refused
from assembly_desk.domain.state import Sitting


def draft_reglament(state: Sitting, command: DraftReglament) -> Accepted:
    """A draft of speaking times; an adopted one is not drafted again (p. 11)."""
    need_before_closing(state)
    known = state.reglaments.get(command.reglament)
    if known is not None and known.adopted:
        raise Refused("DuplicateId", id=command.reglament)
    at_stake = (motion.id for motion in state.motions.values() if motion.state in ("open", "adopted"))
    for motion in chain.from_iterable(with_wholes(state.motions, id) for id in at_stake):
        if motion.sets is not None and motion.sets.reglament == command.reglament:
            raise Refused("VoteInProgress")  # what is put, or adopted in part, does not change
    seconds = {kind: minutes * 60 for kind, minutes in command.times.items()}
    return Accepted((e.ReglamentDrafted(command.reglament, seconds, command.text),))


def take_note(state: Sitting, command: TakeNote) -> Accepted:
    """A remark for the protocol."""
    need_unsealed(state)
    return Accepted((e.Noted(command.text),), texts_without_russian(("text", command.text)))


def undo(state: Sitting) -> Accepted:
    """Take back the last step not yet taken back. Nothing is erased: the entry names what it takes back.

    Steps are taken back one by one, newest first, and a closed vote is none that may be: so nothing on which
    a closed vote rests can be reached.
    """
    need_before_closing(state)
    if state.last is None or not state.last.undoable:
        raise Refused("NotUndoable")
    return Accepted((e.Undone(state.last.entries),))


def write_gist(state: Sitting, command: WriteGist) -> Accepted:
    """The gist of a speech, found by the entry that gave or ended the floor."""
    need_unsealed(state)
    for speech in state.floor.ended:
        if command.entry in (speech.entry, speech.end_entry):
            notices = texts_without_russian(("gist", command.text))
            written = (e.GistWritten(speech.entry, command.text),) if speech.gist != command.text else ()
            return Accepted(written, notices)
    raise Refused("UnknownItem", id=command.entry, case="speech")


def number_protocol(state: Sitting, command: NumberProtocol) -> Accepted:
    """The protocol's number and date."""
    need(state, "closed")
    if (command.number, command.date) == (state.protocol_number, state.protocol_date):
        return Accepted()
    return Accepted((e.ProtocolNumbered(command.number, command.date),))


def seal(state: Sitting, command: Seal) -> Accepted:
    """End all change."""
    if state.phase != "cancelled":
        need(state, "closed")
    return Accepted((e.Sealed(command.by),))
