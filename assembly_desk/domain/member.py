"""The register: who the members are, whatever sitting is held."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from assembly_desk.domain.profile import Office
from assembly_desk.domain.text import Name, Person, Text
from assembly_desk.domain.threshold import Threshold


@dataclass(frozen=True, slots=True)
class Seat:
    """A place in a body: the office there, if it differs, and whether it carries a vote."""

    office: Office | None = None
    votes: bool = True


@dataclass(frozen=True, slots=True)
class Mandate:
    """A time of membership in a body, by an act. Dates are ISO; `until` is the last day."""

    body: str
    since: str | None = None
    until: str | None = None
    act: Text | None = None
    end_reason: str | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """A member of the Assembly, as the register knows them now."""

    id: str
    name: Name
    bodies: Mapping[str, Seat] = field(default_factory=lambda: {"session": Seat()})
    office: Office = "member"
    badge: str | None = None
    position: Text | None = None
    organisation: Text | None = None
    region: Text | None = None
    names: Mapping[str, Name] = field(default_factory=dict)  # by language, where it differs
    mandates: tuple[Mandate, ...] = ()

    def office_in(self, body: str) -> Office:
        """The office held in that body: its own, else the one in the Assembly."""
        seat = self.bodies.get(body)
        return seat.office if seat and seat.office else self.office

    def votes_in(self, body: str, date: str) -> bool:
        """Whether the member belongs to that body with a vote on that day (ISO date)."""
        seat = self.bodies.get(body)
        if seat is None or not seat.votes:
            return False
        terms = [mandate for mandate in self.mandates if mandate.body == body]
        return not terms or any(
            (not term.since or term.since <= date) and (not term.until or date <= term.until)
            for term in terms
        )

    @property
    def person(self) -> Person:
        """The member as a paper names them."""
        ru = self.names.get("ru")
        return Person(
            name=Text(self.name.full, ru.full if ru else None),
            short=Text(self.name.short, ru.short if ru else None),
            position=self.position or self.organisation or self.region,
            member=self.id,
        )


@dataclass(frozen=True, slots=True)
class Body:
    """A body that the profile gives no rule (p. 18-26): its quorum and majority, with their source.

    No quorum and no threshold is invented: a body without them holds no sitting (A20).
    """

    id: str
    name: Text
    quorum: Threshold | None = None
    majority: Threshold | None = None
    source: Text | None = None
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Register:
    """All members by id, and the bodies besides those of the law: the fold of the register's journal."""

    members: Mapping[str, Member] = field(default_factory=dict)
    bodies: Mapping[str, Body] = field(default_factory=dict)

    def voting_in(self, body: str, date: str) -> tuple[str, ...]:
        """The ids of those who belong to the body with a vote on that day, in the order they were added."""
        return tuple(id for id, member in self.members.items() if member.votes_in(body, date))
