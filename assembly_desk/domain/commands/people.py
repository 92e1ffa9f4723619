"""Commands of the register."""

from collections.abc import Mapping
from dataclasses import dataclass

from assembly_desk.domain.member import Body, Mandate, Member, Seat
from assembly_desk.domain.profile import Office
from assembly_desk.domain.text import Name, Text


@dataclass(frozen=True, slots=True)
class AddMember:
    """Enter a member in the register."""

    member: Member


@dataclass(frozen=True, slots=True)
class ImportMembers:
    """Enter and change many members at once: all or none."""

    add: tuple[Member, ...]
    change: tuple[Member, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangeMember:
    """Change what the register says of a member; what is None stays."""

    member: str
    surname: str | None = None
    given: str | None = None
    patronymic: str | None = None
    badge: str | None = None
    bodies: Mapping[str, Seat] | None = None
    office: Office | None = None
    position: Text | None = None
    organisation: Text | None = None
    region: Text | None = None
    names: Mapping[str, Name] | None = None
    mandates: tuple[Mandate, ...] | None = None


@dataclass(frozen=True, slots=True)
class AddBody:
    """Enter a body besides those of the law, with its own quorum and majority and their source (A20)."""

    body: Body
