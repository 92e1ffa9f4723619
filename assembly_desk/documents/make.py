"""One door to the papers of a sitting: a kind and a state in, the bytes of a PDF out."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final, Literal, get_args

from assembly_desk.documents.agenda import agenda
from assembly_desk.documents.attendance import attendance
from assembly_desk.documents.finish import Record
from assembly_desk.documents.named_vote import named_vote
from assembly_desk.documents.protocol import protocol
from assembly_desk.domain.state import Sitting
from assembly_desk.projections.agenda_sheet import agenda_sheet
from assembly_desk.projections.attendance_sheet import attendance_sheet
from assembly_desk.projections.named_vote_sheet import NoNamedVote, named_vote_sheet, named_votes
from assembly_desk.projections.protocol_sheet import protocol_sheet
from assembly_desk.wording.words import Language

Kind = Literal["protocol", "attendance", "named-vote", "agenda"]

KINDS: Final[Sequence[Kind]] = get_args(Kind)

_EPOCH: Final = datetime(2000, 1, 1, tzinfo=UTC)


def document(
    kind: Kind,
    state: Sitting,
    *,
    language: Language = "kk",
    journal: bytes,
    head: str,
    entries: int,
    vote: int | None = None,
) -> bytes:
    """The paper of that kind: the same bytes for the same record.

    `journal` are the exact lines of the sitting's journal, `head` its last hash (64 hex digits), `entries`
    their number. `vote` chooses a named vote by its number; without it all of them are printed. Raises
    NoNamedVote.
    """
    record = Record(journal, head, entries, state.last_at or _EPOCH)
    match kind:
        case "protocol":
            named = [named_vote_sheet(state, number) for number in named_votes(state)]
            return protocol(protocol_sheet(state), attendance_sheet(state), named, record, language)
        case "attendance":
            return attendance(attendance_sheet(state), record, language)
        case "named-vote":
            numbers = named_votes(state) if vote is None else (vote,)
            if not numbers:
                raise NoNamedVote(None, "unknown")
            return named_vote([named_vote_sheet(state, number) for number in numbers], record, language)
        case "agenda":
            return agenda(agenda_sheet(state), record, language)
