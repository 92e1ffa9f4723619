"""What a protocol still lacks before it is signed: items, gists, Russian texts, its number, those who sign."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from assembly_desk.domain.agenda import Item
from assembly_desk.domain.floor import Speech
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.text import Person, Text
from assembly_desk.projections.agenda_sheet import item_numbers
from assembly_desk.projections.named_vote_sheet import named_votes
from assembly_desk.projections.next_act import may_decide

Where = Literal["item", "motion", "gist", "note", "place"]

DECIDED = ("adopted", "not-adopted")


@dataclass(frozen=True, slots=True)
class ProtocolCheck:
    """The check of one protocol. Tuples are empty where nothing is missing."""

    undecided: tuple[int, ...]
    """The numbers of the items that were dealt with, might have been decided, and came to no verdict."""
    speeches: tuple[Speech, ...]
    """All that ended, in their order."""
    without_gist: tuple[Speech, ...]
    without_russian: tuple[Where, ...]
    """Where a protocol in Russian would have to print Kazakh, once for each text."""
    votes_within: bool
    """No count is above its base."""
    number: str | None
    date: str | None
    secretary: Person | None
    presiding: Person | None
    named_votes: tuple[int, ...]
    """The votes whose lists are appended, after the attendance list."""
    entries: int
    may_number: bool
    may_write: bool
    """Gists are still taken: the record is not sealed."""
    may_seal: bool
    may_sign: bool

    @property
    def number_missing(self) -> bool:
        """Whether the sitting is over and its protocol has no number yet."""
        return self.may_number and self.number is None


def protocol_check(state: Sitting) -> ProtocolCheck:
    """The check of the sitting's protocol as it stands."""
    ended = state.floor.ended
    return ProtocolCheck(
        undecided=tuple(_undecided(state)),
        speeches=ended,
        without_gist=tuple(speech for speech in ended if speech.gist is None),
        without_russian=tuple(where for where, text in _texts(state) if not text.ru),
        votes_within=all(vote.tally is None or vote.tally.sum <= vote.base for vote in state.votes),
        number=state.protocol_number,
        date=state.protocol_date,
        secretary=state.convening.secretary,
        presiding=state.presiding,
        named_votes=tuple(named_votes(state)),
        entries=state.entries,
        may_number=state.phase == "closed",
        may_write=state.phase != "sealed",
        may_seal=state.phase in ("closed", "cancelled"),
        may_sign=state.phase in ("closed", "sealed", "cancelled"),
    )


def _undecided(state: Sitting) -> Iterator[int]:
    decided = {motion.item for motion in state.motions.values() if motion.state in DECIDED}
    for id, number in item_numbers(state).items():
        item = state.agenda.items[id]
        if _dealt_with(item) and may_decide(state, item) and id not in decided:
            yield number


def _dealt_with(item: Item) -> bool:
    return item.state == "finished"


def _texts(state: Sitting) -> Iterator[tuple[Where, Text]]:
    """The human texts that the protocol prints, in its order."""
    if state.convening.place is not None:
        yield "place", state.convening.place
    for item in state.agenda.items.values():
        yield "item", item.title
    for motion in state.motions.values():
        yield "motion", motion.text
        if motion.result is not None:
            yield "motion", motion.result
    for speech in state.floor.ended:
        if speech.gist is not None:
            yield "gist", speech.gist
    for note in state.notes:
        yield "note", note.text
