"""Commands that begin a sitting and fill its convening."""

from dataclasses import dataclass

from assembly_desk.domain.state import SittingSort
from assembly_desk.domain.text import Act, Text


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who is no member."""

    name: Text
    position: Text | None = None


Whom = str | Guest


@dataclass(frozen=True, slots=True)
class ConveningData:
    """The data of a convening, as far as they are given; what is None is missing yet, or stays."""

    number: str | None = None
    date: str | None = None
    time: str | None = None
    place: Text | None = None
    convened_by: tuple[Whom, ...] | None = None
    act: Act | None = None
    consent: Act | None = None
    presiding: Whom | None = None
    secretary: Whom | None = None
    invited: tuple[Whom, ...] | None = None
    sort: SittingSort | None = None
    profile: str | None = None


@dataclass(frozen=True, slots=True)
class Convene:
    """Begin a sitting. May be incomplete: what is missing is refused at `Open`."""

    sitting: str
    body: str
    data: ConveningData


@dataclass(frozen=True, slots=True)
class AmendSitting:
    """Change the convening data; after opening only secretary, place and guests."""

    data: ConveningData


@dataclass(frozen=True, slots=True)
class Invite:
    """Name a guest: never counted in the quorum."""

    person: Whom
