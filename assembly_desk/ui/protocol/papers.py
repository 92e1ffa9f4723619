"""What the protocol's page needs of those who make, sign and examine papers: functions, wired from outside.

Each is called off the window's thread and raises `NotDone` for whatever stands against it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal

from assembly_desk.desk.desk import Opened
from assembly_desk.journal.entry import Entry
from assembly_desk.wording.words import Language

Role = Literal["secretary", "presiding"]
ROLES: tuple[Role, ...] = ("secretary", "presiding")


class NotDone(Exception):
    """Nothing was done: the sentence that says why, and the stable code where a rule refused."""

    def __init__(self, sentence: str, code: str = "") -> None:
        super().__init__(sentence)
        self.sentence, self.code = sentence, code


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a key says of its holder, shown before it signs. Both dates are aware and inclusive."""

    name: str
    issuer: str
    not_before: datetime
    not_after: datetime
    may_sign: bool
    algorithm: str
    training: bool


@dataclass(frozen=True, slots=True)
class OpenedKey:
    """A key that was opened; it is held while its form is open, and nowhere kept."""

    certificate: Certificate
    key: object = field(repr=False)


@dataclass(frozen=True, slots=True)
class Signer:
    """A signature that a paper has."""

    role: Role | None
    name: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a file proves, in plain words."""

    sound: bool
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Papers:
    """The functions. `kinds`: the papers that can be made; `languages`: those in which they can."""

    kinds: Callable[[], Sequence[str]]
    languages: tuple[Language, ...]
    make: Callable[[str, Opened, Sequence[Entry], Language], bytes]
    """The PDF of that kind."""
    open_key: Callable[[Path, str, Language], OpenedKey]
    """The key of a PKCS#12 file and its password."""
    sign: Callable[[bytes, Role, OpenedKey, bool, Language], bytes]
    """The same PDF with one signature more; True: another name in the certificate is accepted."""
    signers: Callable[[bytes], tuple[Signer, ...]]
    """Who has signed, in their order."""
    begins_with: Callable[[bytes], str | None]
    """The hash of the first entry of the journal in a PDF: which sitting it is of; None: no journal."""
    examine: Callable[[bytes, Language], Verdict]
    """The verdict on a PDF or an exported journal."""
