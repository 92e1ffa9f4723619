"""An event becomes canonical JSON, and is read back from the very text that was hashed."""

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from fractions import Fraction
from functools import cache
from typing import Any, Literal

from cattrs import Converter
from cattrs.errors import CattrsError

from assembly_desk.domain.events import Event, Recorded
from assembly_desk.domain.motion import AgendaChange
from assembly_desk.journal.chain import Break, Head, first_break
from assembly_desk.journal.entry import Draft, Entry, Unreadable, canonical
from assembly_desk.journal.kinds import KINDS, NAMES, UPCASTS


def _converter() -> Converter:
    converter = Converter(omit_if_default=True, forbid_extra_keys=True, detailed_validation=False)
    converter.register_unstructure_hook(datetime, stamp)
    converter.register_structure_hook(datetime, lambda text, _: moment(text))
    converter.register_unstructure_hook(Fraction, str)
    converter.register_structure_hook(Fraction, lambda text, _: Fraction(text))

    def agenda(value: Any, _: object) -> object:
        return value if value is None or value == "approved" else converter.structure(value, AgendaChange)

    converter.register_structure_hook(Literal["approved"] | AgendaChange | None, agenda)
    return converter


def stamp(at: datetime) -> str:
    """A time as it is stored: UTC, RFC 3339, microseconds, `Z`."""
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def moment(text: str) -> datetime:
    """The time that was stored so. Raises `ValueError`."""
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError(text)
    return at


_CONVERTER = _converter()
_JSON = json.JSONDecoder()
_OUT_OF_RANGE = (ArithmeticError, RecursionError)  # a share of 1/0, a payload nested without end


@cache  # looking it up for each entry takes as long as reading the entry
def _reader(kind: str) -> Callable[[Any, type[Event]], Any]:
    return _CONVERTER.get_structure_hook(KINDS[kind][1])


def drafts(events: Iterable[Event], *, command: str, at: datetime) -> list[Draft]:
    """The events of one command, ready to be recorded."""
    time = stamp(at)
    ready = []
    for nth, event in enumerate(events):
        kind = NAMES[type(event)]
        payload = canonical(_CONVERTER.unstructure(event))
        ready.append(Draft(kind, KINDS[kind][0], time, command, nth, payload))
    return ready


def recorded(entry: Entry) -> Recorded:
    """The event of an entry in its place. Raises `Unreadable` if its kind or form is not known here."""
    try:
        version, (payload, end) = entry.version, _JSON.raw_decode(entry.payload)
        if end != len(entry.payload):  # canonical JSON stands alone, without spaces
            raise ValueError(entry.payload[end:])
        known, kind = KINDS[entry.kind]
        while version < known:
            payload = UPCASTS[entry.kind, version](payload)
            version += 1
        if version != known:
            raise Unreadable(f"entry {entry.seq}: {entry.kind} version {entry.version} is not known")
        event = _reader(entry.kind)(payload, kind)
        return Recorded(entry.seq, moment(entry.at), entry.command, event)
    except (CattrsError, LookupError, TypeError, ValueError, AttributeError, *_OUT_OF_RANGE) as error:
        raise Unreadable(f"entry {entry.seq}: {entry.kind} cannot be read: {error}") from error


def read_all(entries: Sequence[Entry]) -> list[Recorded]:
    """The events of all entries, in order. Raises `Unreadable`."""
    return [recorded(entry) for entry in entries]


def read_whole(
    entries: Sequence[Entry], remembered: Head | None = None
) -> tuple[list[Recorded], Break | None]:
    """The events up to the end or to the first entry that is broken, and that break."""
    broken = first_break(entries, remembered)
    log: list[Recorded] = []
    for entry in entries if broken is None else entries[: broken.seq - 1]:
        try:
            log.append(recorded(entry))
        except Unreadable:
            return log, Break(entry.seq, "unreadable")
    return log, broken
