"""Entries that were not so, as the protocol tells them: what was recorded, what is true, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from assembly_desk.domain.correction import Correction, Rectification
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.text import Person, Text

What = Literal["arrived", "left", "vote", "spoke", "note"]


@dataclass(frozen=True, slots=True)
class RecordedEntry:
    """What the entry had said: whose coming, going or speech, which vote, which remark, and when."""

    what: What
    at: datetime
    people: tuple[Person, ...] = ()
    vote: int | None = None
    text: Text | None = None


@dataclass(frozen=True, slots=True)
class TruePresence:
    """Who was in the hall in truth, or was not; `at`: the true time, where only that was wrong."""

    people: tuple[Person, ...]
    present: bool
    at: datetime | None


@dataclass(frozen=True, slots=True)
class RectifiedEntry:
    """One correction. `recorded` is None where the entry is of a kind that the protocol tells nothing of."""

    entry: int
    at: datetime
    recorded: RecordedEntry | None
    truth: Text | None
    presence: tuple[TruePresence, ...]
    reason: Text


@dataclass(frozen=True, slots=True)
class CorrectedVote:
    """A vote, or a row of a list, whose base would have been another."""

    vote: int
    candidate: Person | None
    correction: Correction


def rectified_entries(state: Sitting) -> tuple[RectifiedEntry, ...]:
    """The corrections in the order in which they were written down."""
    return tuple(_rectified(state, one) for one in state.rectified)


def corrected_votes(state: Sitting) -> tuple[CorrectedVote, ...]:
    """The votes as they should have been, each row of a list on its own."""
    return tuple(
        CorrectedVote(
            vote.number, state.motions[vote.motion].candidate if vote.is_list else None, vote.correction
        )
        for vote in state.votes
        if vote.correction is not None
    )


def _rectified(state: Sitting, one: Rectification) -> RectifiedEntry:
    people = {id: member.person for id, member in {**state.roll.gone, **state.roll.members}.items()}
    presence = tuple(
        TruePresence(tuple(people[id] for id in truth.members if id in people), truth.present, truth.at)
        for truth in one.presence
    )
    return RectifiedEntry(
        one.entry, one.at, next(_recorded(state, one.entry), None), one.truth, presence, one.reason
    )


def _recorded(state: Sitting, entry: int) -> Iterator[RecordedEntry]:
    everybody = {**state.roll.gone, **state.roll.members}
    stays = [(id, stay) for id, own in state.roll.stays.items() for stay in own if id in everybody]
    came = [(everybody[id].person, stay.since) for id, stay in stays if stay.entry == entry]
    left = [(everybody[id].person, stay.until) for id, stay in stays if stay.until_entry == entry]
    if came:
        yield RecordedEntry("arrived", came[0][1], tuple(person for person, _ in came))
    if left and left[0][1] is not None:
        yield RecordedEntry("left", left[0][1], tuple(person for person, _ in left))
    for vote in state.votes:
        if vote.entry == entry:
            yield RecordedEntry("vote", vote.at, vote=vote.number)
    for speech in state.floor.ended:
        if entry in (speech.entry, speech.end_entry):
            yield RecordedEntry("spoke", speech.since, (speech.person,))
    for note in state.notes:
        if note.entry == entry:
            yield RecordedEntry("note", note.at, text=note.text)
