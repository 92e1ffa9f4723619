"""How the course of the sitting (opening, breaks, closing) follows from its entries."""

from dataclasses import replace
from typing import assert_never

from assembly_desk.domain import events as e
from assembly_desk.domain.correction import Rectification
from assembly_desk.domain.evolve.agenda import set_state
from assembly_desk.domain.evolve.floor import write_gist
from assembly_desk.domain.evolve.roll import end_presences
from assembly_desk.domain.motion import Reglament
from assembly_desk.domain.state import HandOver, Note, Opening, Pause, Sitting
from assembly_desk.domain.text import Text


def evolve_course(state: Sitting, event: e.CourseEvent, entry: e.Recorded) -> Sitting:
    """The sitting after one more entry of its course."""
    match event:
        case e.SittingAmended(convening, profile):
            return replace(state, convening=convening, profile=profile)
        case e.Invited(person):
            convening = replace(state.convening, invited=(*state.convening.invited, person))
            return replace(state, convening=convening)
        case e.Opened(quorum, _):
            return replace(state, phase="open", opening=Opening(entry.at, quorum))
        case e.BreakBegun(until, reason, place):
            pause = Pause(entry.seq, "break", entry.at, until, reason)
            return _at_place(replace(state, phase="break", pauses=(*state.pauses, pause)), place)
        case e.Adjourned(until, reason, place):
            pause = Pause(entry.seq, "adjourned", entry.at, until, reason)
            state = replace(state, phase="adjourned", pauses=(*state.pauses, pause))
            state = replace(state, roll=end_presences(state.roll, entry))
            return _at_place(state, place)
        case e.Resumed(quorum, place, _):
            *before, pause = state.pauses
            pause = replace(pause, until=entry.at, quorum=quorum)
            return _at_place(replace(state, phase="open", pauses=(*before, pause)), place)
        case e.Closed(not_reached, reason):
            agenda = state.agenda
            for item in not_reached:
                agenda = set_state(agenda, item, "not-reached")
            for item in [item for item, one in agenda.items.items() if one.state == "taken"]:
                agenda = set_state(agenda, item, "finished")  # taken again after it was finished
            agenda = replace(agenda, current=None)
            return _ended(replace(state, phase="closed", agenda=agenda), entry, reason)
        case e.Cancelled(_, reason):
            return _ended(replace(state, phase="cancelled"), entry, reason)
        case e.ChairHandedOver(person):
            return replace(state, hand_overs=(*state.hand_overs, HandOver(entry.seq, entry.at, person)))
        case e.ReglamentDrafted(reglament, seconds, text):
            drafted = Reglament(reglament, seconds, text)
            return replace(state, reglaments={**state.reglaments, reglament: drafted})
        case e.ClockStepped():
            return state
        case e.Noted(text):
            return replace(state, notes=(*state.notes, Note(entry.seq, entry.at, text)))
        case e.GistWritten(speech, text):
            return replace(state, floor=write_gist(state.floor, speech, text))
        case e.ProtocolNumbered(number, date):
            return replace(state, protocol_number=number, protocol_date=date)
        case e.CommissionConstituted(chair, secretary):
            if state.commission is None:
                raise ValueError(chair)  # of a commission that there is not
            constituted = replace(state.commission, chair=chair, secretary=secretary)
            return replace(state, commission=constituted)
        case e.Rectified():
            return _rectify(state, event, entry)
        case e.Sealed():
            return replace(state, phase="sealed")
    assert_never(event)


def _ended(state: Sitting, entry: e.Recorded, reason: Text | None) -> Sitting:
    return replace(state, closed_at=entry.at, closing=entry.seq, close_reason=reason)


def _rectify(state: Sitting, event: e.Rectified, entry: e.Recorded) -> Sitting:
    """What was found later stands beside the votes, none of which changes."""
    found = Rectification(entry.seq, entry.at, event.entry, event.reason, event.truth, event.presence)
    corrected = {(number, motion): correction for number, motion, correction in event.votes}
    votes = tuple(
        replace(vote, correction=corrected.get((vote.number, vote.motion), vote.correction))
        for vote in state.votes
    )
    return replace(state, rectified=(*state.rectified, found), votes=votes)


def _at_place(state: Sitting, place: Text | None) -> Sitting:
    return replace(state, convening=replace(state.convening, place=place)) if place else state
