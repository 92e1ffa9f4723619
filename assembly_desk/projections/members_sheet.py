"""The register as the members' page shows it: the list behind its filters, and what a change would change."""

import re
from bisect import insort
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Literal

from assembly_desk.domain.alphabet import sort_key
from assembly_desk.domain.commands import ChangeMember, ImportMembers
from assembly_desk.domain.member import Mandate, Member, Register, Seat
from assembly_desk.domain.profile import Office
from assembly_desk.domain.text import Name, Text
from assembly_desk.projections.roll_sheet import Listed, found, listed_register

Show = Literal["all", "council", "session-only"]
SHOWS: tuple[Show, ...] = ("all", "council", "session-only")
OFFICES: tuple[Office, ...] = ("chair", "deputy", "head-of-secretariat", "member")
TEXTS = ("position", "organisation", "region")
_FEW = 100  # so many are put into the list one by one; more, and it is made anew
_NUMBERED = re.compile(r"m[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A member on the list."""

    listed: Listed
    member: Member

    @property
    def voteless(self) -> bool:
        """Whether there is a body to which the member belongs without a vote."""
        return any(not seat.votes for seat in self.member.bodies.values())


@dataclass(frozen=True, slots=True)
class Changed:
    """One thing that a member's record would say differently: the row of words that names it, before and after.

    `ru`: it is the Russian of it. A value is a human text, or codes: bodies, an office, terms of membership.
    """

    field: str
    old: object
    new: object
    ru: bool = False


def lines(register: Register, before: Sequence[MemberLine] = ()) -> tuple[MemberLine, ...]:
    """The members by the Kazakh alphabet, numbered. `before`: the list as it was, where little has changed."""
    known = {line.member.id: line for line in before}
    fresh = [
        member
        for id, member in register.members.items()
        if (line := known.get(id)) is None or line.member.name != member.name
    ]
    if not before or len(fresh) > _FEW:
        return tuple(MemberLine(one, register.members[one.member]) for one in listed_register(register))
    moved = {member.id for member in fresh}
    listed = [
        _again(line, register.members[line.member.id])
        for line in before
        if line.member.id in register.members and line.member.id not in moved
    ]
    for member in fresh:
        insort(listed, _line(member), key=lambda line: sort_key(line.listed.name.kk))
    return tuple(_numbered(line, number) for number, line in enumerate(listed, 1))


def _line(member: Member) -> MemberLine:
    (one,) = listed_register(Register({member.id: member}))
    return MemberLine(one, member)


def _again(line: MemberLine, member: Member) -> MemberLine:
    return line if line.member is member else _line(member)


def _numbered(line: MemberLine, number: int) -> MemberLine:
    if line.listed.number == number:
        return line
    return MemberLine(replace(line.listed, number=number), line.member)


def belongs(member: Member, show: Show) -> bool:
    """Whether a member stands behind that filter."""
    if show == "council":
        return "council" in member.bodies
    return show == "all" or ("session" in member.bodies and "council" not in member.bodies)


def holds(member: Member, office: Office) -> bool:
    """Whether the member holds that office, in the Assembly or in a body."""
    return office == member.office or any(seat.office == office for seat in member.bodies.values())


def shown(
    people: Sequence[MemberLine], show: Show = "all", office: Office | None = None, search: str = ""
) -> list[MemberLine]:
    """The list behind a filter; `search`: the beginnings of names, or of a badge's number."""
    chosen = [
        line
        for line in people
        if belongs(line.member, show) and (office is None or holds(line.member, office))
    ]
    typed = search.strip()
    if typed.isdecimal():
        return [line for line in chosen if _carries(line.member, typed)]
    by_id = {line.member.id: line for line in chosen}
    return [by_id[one.member] for one in found([line.listed for line in chosen], typed)]


def _carries(member: Member, typed: str) -> bool:
    """Whether the badge begins so; zeros before a number may be left out, or typed where the badge has none."""
    badge = member.badge or ""
    bare, number = badge.lstrip("0"), typed.lstrip("0")
    return badge.startswith(typed) or (bare.startswith(typed) if number == typed else bare == number != "")


def counts(people: Iterable[MemberLine]) -> Mapping[Show, int]:
    """How many stand behind each filter."""
    members = [line.member for line in people]
    return {show: sum(belongs(member, show) for member in members) for show in SHOWS}


def office_counts(people: Iterable[MemberLine]) -> Mapping[Office, int]:
    """How many hold each office."""
    members = [line.member for line in people]
    return {office: sum(holds(member, office) for member in members) for office in OFFICES}


def free_ids(used: Collection[str]) -> Iterator[str]:
    """m0585, m0586 …: after the last such id among those."""
    last = max((int(one[1:]) for one in used if _NUMBERED.fullmatch(one)), default=0)
    return (f"m{number:04}" for number in count(last + 1))


# ------------------------------------------------------------------------------------------------- what changes


def change(before: Member, after: Member) -> ChangeMember | ImportMembers | None:
    """The command that makes the one the other, naming only what differs; None: nothing does.

    A text or a badge that is taken away has no place in a change of single fields: then the record is given whole.
    """
    if after == before:
        return None
    taken_away = any(getattr(before, field) and not getattr(after, field) for field in ("badge", *TEXTS))
    if taken_away:
        return ImportMembers((), (after,))
    differs = {
        field: getattr(after, field)
        for field in ("badge", "bodies", "office", *TEXTS, "names", "mandates")
        if getattr(after, field) != getattr(before, field)
    }
    old, new = before.name, after.name
    return ChangeMember(
        before.id,
        surname=new.surname if new.surname != old.surname else None,
        given=new.given if new.given != old.given else None,
        patronymic=(new.patronymic or "") if new.patronymic != old.patronymic else None,
        **differs,
    )


def differences(old: Member, new: Member) -> tuple[Changed, ...]:
    """What the record of a member would say differently, in the order of the form."""
    found_: list[Changed] = []

    def hold(field: str, before: object, after: object, *, ru: bool = False) -> None:
        if before != after:
            found_.append(Changed(field, before, after, ru))

    hold("field.name", old.name.full, new.name.full)
    hold("field.name", _russian(old.names), _russian(new.names), ru=True)
    hold("field.badge", old.badge or "", new.badge or "")
    hold("field.body", _seats(old.bodies), _seats(new.bodies))
    hold("field.office", old.office, new.office)
    for field in TEXTS:
        before, after = getattr(old, field) or Text(""), getattr(new, field) or Text("")
        hold(f"field.{field}", before.kk, after.kk)
        hold(f"field.{field}", before.ru or "", after.ru or "", ru=True)
    hold("members.mandates", old.mandates, new.mandates)
    return tuple(found_)


def _russian(names: Mapping[str, Name]) -> str:
    name = names.get("ru")
    return name.full if name else ""


def _seats(bodies: Mapping[str, Seat]) -> tuple[tuple[str, bool], ...]:
    return tuple(sorted((body, seat.votes) for body, seat in bodies.items()))


# ------------------------------------------------------------------------------------------------- membership


def standing_bodies(member: Member, date: str) -> tuple[str, ...]:
    """The bodies whose membership has not ended by that day (ISO)."""
    return tuple(body for body in member.bodies if any(_runs(one, date) for one in _terms(member, body)))


def _terms(member: Member, body: str) -> tuple[Mandate, ...]:
    """The terms in that body; without any on record membership has neither beginning nor end."""
    return tuple(term for term in member.mandates if term.body == body) or (Mandate(body),)


def _runs(term: Mandate, date: str) -> bool:
    return not term.until or date < term.until


def ended(member: Member, body: str, until: str, act: Text | None, reason: str | None) -> tuple[Mandate, ...]:
    """The terms of a member whose membership in that body ends with that day (ISO)."""
    last = max(_terms(member, body), key=lambda term: term.since or "")
    over = replace(last, until=until, act=act or last.act, end_reason=reason)
    if any(term is last for term in member.mandates):
        return tuple(over if term is last else term for term in member.mandates)
    return (*member.mandates, over)


def begins_after_end(mandates: Iterable[Mandate]) -> Mandate | None:
    """The first term that would end before it begins; None: there is none."""
    return next((one for one in mandates if one.since and one.until and one.until < one.since), None)
