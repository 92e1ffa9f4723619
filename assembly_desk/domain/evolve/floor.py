"""How the floor follows from its entries."""

from dataclasses import replace
from datetime import timedelta
from typing import assert_never

from assembly_desk.domain import events as e
from assembly_desk.domain.floor import Floor, Speech
from assembly_desk.domain.text import Text


def evolve_floor(floor: Floor, event: e.FloorEvent, entry: e.Recorded) -> Floor:
    """The floor after one more entry."""
    speech = floor.speech
    match event:
        case e.FloorAsked(waiting):
            return replace(floor, queue=(*floor.queue, waiting))
        case e.FloorUnasked(waiting):
            return replace(floor, queue=tuple(other for other in floor.queue if other != waiting))
        case e.FloorGiven(person, kind, item, seconds, quorum):
            queue = tuple(other for other in floor.queue if (other.person, other.kind) != (person, kind))
            return replace(
                floor, speech=Speech(entry.seq, person, kind, item, seconds, entry.at, quorum), queue=queue
            )
    if speech is None:
        return floor
    match event:
        case e.FloorExtended(seconds):
            return replace(floor, speech=replace(speech, seconds=speech.seconds + seconds))
        case e.FloorPaused():
            return replace(floor, speech=replace(speech, paused_at=entry.at))
        case e.FloorWentOn():
            return replace(floor, speech=_go_on(speech, entry))
        case e.FloorEnded(gist):
            ended = replace(_go_on(speech, entry), until=entry.at, end_entry=entry.seq, gist=gist)
            return replace(floor, speech=None, ended=(*floor.ended, ended))
    assert_never(event)


def _go_on(speech: Speech, entry: e.Recorded) -> Speech:
    waited = entry.at - speech.paused_at if speech.paused_at else timedelta()
    return replace(speech, paused_at=None, paused_for=speech.paused_for + waited)


def write_gist(floor: Floor, entry: int, text: Text) -> Floor:
    """The floor with the gist of the speech that this entry began."""
    return replace(
        floor,
        ended=tuple(replace(one, gist=text) if one.entry == entry else one for one in floor.ended),
        speech=replace(floor.speech, gist=text)
        if floor.speech and floor.speech.entry == entry
        else floor.speech,
    )
