"""An entry of a journal, its canonical form, and the line by which a stranger reads it.

The hash of an entry is SHA-256 over the canonical JSON array of all its other columns, in the order of
`COLUMNS`: UTF-8, NFC, no spaces, no floats. An array is length-safe: no two entries share a form. The payload
enters as the very text that was hashed and is never serialised again.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

GENESIS = "0" * 64
COLUMNS = ("journal", "seq", "kind", "version", "at", "command", "nth", "payload", "previous")
_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


class Unreadable(Exception):
    """A line or a file that is no journal."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What is to be recorded: an event in its stored form, not yet in its place in the chain.

    `at` is UTC in RFC 3339 with microseconds and `Z`; `command` is the id of the command that led to it,
    `nth` its place among the entries of that command, from 0.
    """

    kind: str
    version: int
    at: str
    command: str
    nth: int
    payload: str


class Entry(NamedTuple):
    """A recorded entry: numbered from 1 within its journal, bound to the one before.

    A tuple, for it is a row of the store: a long journal is read a tenth faster than into frozen dataclasses.
    """

    journal: str
    seq: int
    kind: str
    version: int
    at: str
    command: str
    nth: int
    payload: str
    previous: str
    hash: str

    @property
    def derived_hash(self) -> str:
        """The hash that the other columns give."""
        return digest(self[:-1])


def canonical(value: object) -> str:
    """Canonical JSON: keys sorted, no spaces, letters as they are."""
    return _CANONICAL.encode(value)


def digest(columns: Sequence[object]) -> str:
    """SHA-256, in hex, of the canonical JSON array of the columns."""
    return hashlib.sha256(canonical(list(columns)).encode()).hexdigest()


def chained(journal: str, seq: int, previous: str, drafts: Sequence[Draft]) -> list[Entry]:
    """The drafts as the entries that follow entry number `seq`, whose hash is `previous`."""
    entries = []
    for place, draft in enumerate(drafts, start=seq + 1):
        unsealed = Entry(
            journal,
            place,
            draft.kind,
            draft.version,
            draft.at,
            draft.command,
            draft.nth,
            draft.payload,
            previous,
            "",
        )
        entry = unsealed._replace(hash=unsealed.derived_hash)
        entries.append(entry)
        previous = entry.hash
    return entries


def line(entry: Entry) -> str:
    """The entry as one line of an export."""
    return canonical({name: getattr(entry, name) for name in (*COLUMNS, "hash")})


_TYPES = {"seq": int, "version": int, "nth": int}


def from_line(text: str) -> Entry:
    """The entry of a line of an export, which must be in canonical form. Raises `Unreadable`."""
    try:
        columns = json.loads(text)
    except (ValueError, RecursionError):
        raise Unreadable("no journal entry") from None
    if not isinstance(columns, dict) or set(columns) != {*COLUMNS, "hash"}:
        raise Unreadable("no journal entry")
    if any(type(value) is not _TYPES.get(name, str) for name, value in columns.items()):
        raise Unreadable("no journal entry")
    entry = Entry(**columns)
    try:
        canonical_form = line(entry).encode()
    except UnicodeEncodeError:
        raise Unreadable("no journal entry") from None
    if canonical_form != text.encode(errors="surrogatepass"):
        raise Unreadable("a journal entry in another form")
    return entry


def short_head(head: str, digits: int = 16) -> str:
    """The beginning of a hash in groups of four: 16 digits on screens, 32 on paper."""
    return " ".join(head[place : place + 4] for place in range(0, digits, 4))
