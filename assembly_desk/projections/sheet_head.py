"""What every paper of a sitting bears: whose it is, its date and number, whether a draft or a rehearsal."""

from dataclasses import dataclass
from datetime import timedelta

from assembly_desk.domain.state import Sitting
from assembly_desk.domain.text import Text


@dataclass(frozen=True, slots=True)
class SheetHead:
    """The requisites that all papers of a sitting share. Dates are ISO; `offset` is from UTC."""

    body: str
    body_name: Text
    number: str | None
    date: str | None
    place: Text | None
    protocol_number: str | None
    draft: bool  # until the sitting is closed
    rehearsal: bool
    profile: str
    profile_act: Text
    offset: timedelta


def sheet_head(state: Sitting) -> SheetHead:
    """The head of a sitting's papers. The date of a protocol is that of its sitting."""
    convening, profile = state.convening, state.profile
    return SheetHead(
        body=convening.body,
        body_name=state.rules.name,
        number=convening.number,
        date=convening.date or state.protocol_date,
        place=convening.place,
        protocol_number=state.protocol_number,
        draft=state.phase not in ("closed", "sealed", "cancelled"),
        rehearsal=state.rehearsal,
        profile=profile.id,
        profile_act=profile.act,
        offset=timedelta(minutes=profile.utc_offset_minutes),
    )
