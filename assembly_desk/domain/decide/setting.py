"""What a decision may look at besides the state, and what comes of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from assembly_desk.domain.commands import Guest, Whom
from assembly_desk.domain.events import Event
from assembly_desk.domain.member import Member, Register
from assembly_desk.domain.profile import Profile
from assembly_desk.domain.refusals import Notice, Refused
from assembly_desk.domain.roll import RollMember
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.text import Person, Text


@dataclass(frozen=True, slots=True)
class Setting:
    """The world around a decision: the time, the register, the laws known, a nonce for a new journal."""

    now: datetime
    register: Register
    profiles: Mapping[str, Profile] = field(default_factory=dict)
    nonce: str = ""
    rehearsal: bool = False


@dataclass(frozen=True, slots=True)
class Accepted:
    """The command is lawful: this is what happens. No events: it was so already."""

    events: tuple[Event, ...] = ()
    notices: tuple[Notice, ...] = ()


Decide = Callable[[Sitting, Setting], Accepted]


def registered(setting: Setting, id: str) -> Member:
    """The member of the register, or `UnknownMember`."""
    member = setting.register.members.get(id)
    if member is None:
        raise Refused("UnknownMember", id=id)
    return member


def on_roll(state: Sitting, id: str, setting: Setting) -> RollMember:
    """The member of this sitting's roll, or `NotOnRoll` (`UnknownMember` if nobody knows the id)."""
    member = state.roll.members.get(id)
    if member is None:
        raise Refused("NotOnRoll", name=registered(setting, id).name.full)
    return member


def in_hall(state: Sitting, id: str, setting: Setting) -> RollMember:
    """The member of this sitting's roll who is in the hall, or `NotPresent`."""
    member = on_roll(state, id, setting)
    if id not in state.roll.present:
        raise Refused("NotPresent", name=member.person.name)
    return member


def somebody(whom: Whom, state: Sitting | None, setting: Setting) -> Person:
    """The person meant, as they are named now: from the roll, else from the register, else a guest."""
    if isinstance(whom, Guest):
        return Person(whom.name, whom.name, whom.position)
    if state is not None and (member := state.roll.members.get(whom)):
        return member.person
    return registered(setting, whom).person


def heard(whom: Whom, state: Sitting, setting: Setting) -> Person:
    """The person meant, who must be in the hall if they belong to the roll; guests are not registered."""
    if isinstance(whom, str) and whom in state.roll.members:
        return in_hall(state, whom, setting).person
    return somebody(whom, state, setting)


def copied(member: Member, body: str) -> RollMember:
    """What the sitting copies of a member: what a public paper may carry, nothing else."""
    return RollMember(
        person=member.person,
        office=member.office_in(body),
        badge=member.badge,
        organisation=member.organisation,
        region=member.region,
    )


def texts_without_russian(*texts: tuple[str, Text | None]) -> tuple[Notice, ...]:
    """One notice for each named text that a paper in Russian would lack."""
    return tuple(
        Notice("RussianMissing", {"field": name}) for name, text in texts if text is not None and not text.ru
    )
