"""Rules of the register: ids and badges are each one member's."""

from collections import Counter
from dataclasses import replace

from assembly_desk.domain import events as e
from assembly_desk.domain.commands import AddMember, ChangeMember, ImportMembers
from assembly_desk.domain.decide.bodies import known_bodies
from assembly_desk.domain.decide.setting import Accepted, Setting, registered
from assembly_desk.domain.member import Member
from assembly_desk.domain.refusals import Refused
from assembly_desk.domain.text import Name


def add_member(command: AddMember, setting: Setting) -> Accepted:
    """A new id, and a badge that nobody else carries."""
    member = command.member
    if member.id in setting.register.members:
        raise Refused("DuplicateId", id=member.id)
    _known_bodies(member, setting)
    _own_badge(member, setting)
    return Accepted((e.MemberAdded(member),))


def change_member(command: ChangeMember, setting: Setting) -> Accepted:
    """What is given replaces what was; a change of nothing is no entry."""
    before = registered(setting, command.member)
    name = Name(
        command.surname or before.name.surname,
        command.given or before.name.given,
        before.name.patronymic if command.patronymic is None else command.patronymic or None,
    )
    changes = {
        field: value
        for field in ("badge", "bodies", "office", "position", "organisation", "region", "names", "mandates")
        if (value := getattr(command, field)) is not None
    }
    member = replace(before, name=name, **changes)
    _known_bodies(member, setting)
    _own_badge(member, setting)
    return Accepted((e.MemberChanged(member),) if member != before else ())


def import_members(command: ImportMembers, setting: Setting) -> Accepted:
    """Many at once, all or none, each by the rules for one; whose badge is whose counts when all is done."""
    members = dict(setting.register.members)
    events: list[e.Event] = []
    for member in command.add:
        if member.id in members:
            raise Refused("DuplicateId", id=member.id)
        events.append(e.MemberAdded(member))
        members[member.id] = member
    for member in command.change:
        if member != registered(setting, member.id):
            events.append(e.MemberChanged(member))
        members[member.id] = member
    holders = Counter(member.badge for member in members.values())
    for member in (*command.add, *command.change):
        _known_bodies(member, setting)
        if member.badge and holders[member.badge] > 1:
            raise Refused("DuplicateId", id=member.badge)
    return Accepted(tuple(events))


def _own_badge(member: Member, setting: Setting) -> None:
    if member.badge and any(
        other.badge == member.badge and other.id != member.id for other in setting.register.members.values()
    ):
        raise Refused("DuplicateId", id=member.badge)


def _known_bodies(member: Member, setting: Setting) -> None:
    known = known_bodies(setting)
    for body in member.bodies:
        if known and body not in known:
            raise Refused("UnknownBody", id=body)
