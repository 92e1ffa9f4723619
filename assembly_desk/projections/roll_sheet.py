"""The roll as the registration page shows it: the list, where each stands, search, filters, order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from assembly_desk.domain import events as e
from assembly_desk.domain.alphabet import SortKey, fold, sort_key
from assembly_desk.domain.decide.setting import copied
from assembly_desk.domain.member import Register
from assembly_desk.domain.roll import Excuse, Roll, RollMember, Standing
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.text import Text

Show = Literal["all", "present", "absent", "excused", "left"]
SHOWS: tuple[Show, ...] = ("all", "present", "absent", "excused", "left")
Order = Literal["alphabet", "arrival", "region"]
ORDERS: tuple[Order, ...] = ("alphabet", "arrival", "region")


@dataclass(frozen=True, slots=True)
class Listed:
    """A member on the list: what does not change while the roll stands."""

    member: str
    number: int  # by the Kazakh alphabet, from 1
    name: Text
    short: Text
    badge: str | None
    organisation: Text | None
    region: Text | None
    plain: str  # the name in small letters
    folded: str  # all names in a search's letters, each word after a space
    region_key: SortKey

    def place(self, language: str) -> tuple[str, ...]:
        """Where the member comes from: the organisation or the position, and the region, as far as known."""
        texts = (self.organisation, self.region)
        return tuple(dict.fromkeys(text.in_language(language) for text in texts if text))


@dataclass(frozen=True, slots=True)
class Where:
    """Where one member stands now."""

    standing: Standing
    since: datetime | None = None  # the last arrival
    left: datetime | None = None
    excuse: Excuse | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many stand where; together they make the list."""

    all: int
    present: int
    absent: int
    excused: int
    left: int

    def of(self, show: Show) -> int:
        """The number behind one filter."""
        return int(getattr(self, show))


@dataclass(frozen=True, slots=True)
class Act:
    """A recorded act, newest first in a list: what happened to whom, and when."""

    entry: int
    at: datetime
    code: Literal["arrived", "left", "excused", "opened", "roll-call", "roll-call-ended"]
    names: tuple[Text, ...] = ()  # short ones


def listed(members: Mapping[str, RollMember]) -> tuple[Listed, ...]:
    """The members in the order of the Kazakh alphabet, numbered; two of one name in the order of the roll."""
    in_order = sorted(members.items(), key=lambda pair: sort_key(pair[1].person.name.kk))
    return tuple(_listed(id, member, number) for number, (id, member) in enumerate(in_order, 1))


def listed_register(register: Register, body: str | None = None) -> tuple[Listed, ...]:
    """The members of the register, or of one body in it, in the same order."""
    return listed(
        {
            id: copied(member, body or "session")
            for id, member in register.members.items()
            if body is None or body in member.bodies
        }
    )


def _listed(id: str, member: RollMember, number: int) -> Listed:
    person = member.person
    folded = " ".join(["", fold(person.name.kk), *([fold(person.name.ru)] if person.name.ru else [])])
    region = member.region
    return Listed(
        member=id,
        number=number,
        name=person.name,
        short=person.short,
        badge=member.badge,
        organisation=member.organisation or person.position,
        region=region,
        plain=person.name.kk.casefold(),
        folded=folded,
        region_key=sort_key(region.kk if region else "\U0010ffff"),
    )


def where(roll: Roll, member: str) -> Where:
    """Where that member stands."""
    stays = roll.stays.get(member)
    since = stays[-1].since if stays else None
    match standing := roll.standing(member):
        case "present":
            return Where(standing, roll.present[member])
        case "left":
            return Where(standing, since, roll.left[member])
        case "excused":
            return Where(standing, None, None, roll.excused[member])
        case _:
            return Where(standing)


def counts(roll: Roll) -> Counts:
    """How many stand where."""
    members = roll.members.keys()
    present = len(roll.present)
    left = len(roll.left.keys() & members)
    excused = len((roll.excused.keys() & members) - roll.left.keys() - roll.present.keys())
    return Counts(len(members), present, len(members) - present - left - excused, excused, left)


def rows(people: Sequence[Listed], roll: Roll, show: Show = "all", order: Order = "alphabet") -> list[Listed]:
    """The list behind a filter, in an order; by arrival, who never came is last. `people`: by alphabet."""
    chosen = people if show == "all" else [one for one in people if roll.standing(one.member) == show]
    if order == "region":
        return sorted(chosen, key=lambda one: one.region_key)
    if order == "arrival":
        never = max(roll.present.values(), default=None)
        return sorted(chosen, key=lambda one: _arrival(roll, one.member, never))
    return list(chosen)


def _arrival(roll: Roll, member: str, never: datetime | None) -> tuple[bool, datetime | None]:
    stays = roll.stays.get(member)
    return (False, stays[-1].since) if stays else (True, never)


def found(shown: Iterable[Listed], search: str) -> list[Listed]:
    """Those with names that begin with each word searched for; failing that, those who have it anywhere.

    First stand those whose surname begins so letter by letter, then those for whom «қ» may be «к».
    """
    words = fold(search).split()
    if not words:
        return list(shown)
    shown = list(shown)
    begun = [f" {word}" for word in words]
    hits = [one for one in shown if all(word in one.folded for word in begun)]
    hits = hits or [one for one in shown if all(word in one.folded for word in words)]
    exact, first = search.strip().casefold(), begun[0]
    return sorted(hits, key=lambda one: (not one.plain.startswith(exact), not one.folded.startswith(first)))


def by_badge(people: Iterable[Listed], badge: str) -> Listed | None:
    """Whoever carries that badge; zeros before a number do not count where no badge has just these signs."""
    carriers = {one.badge: one for one in people if one.badge}
    bare = {number.lstrip("0"): one for number, one in carriers.items()}
    return carriers.get(badge) or bare.get(badge.lstrip("0"))


def last_acts(state: Sitting, log: Sequence[e.Recorded], number: int = 4) -> list[Act]:
    """The newest acts of the roll that stand, newest first; those taken back are left out."""
    acts: list[Act] = []
    passed_over: set[int] = set()
    for entry in reversed(log):
        if isinstance(entry.event, e.Undone):
            passed_over.update(entry.event.entries)
        elif entry.seq not in passed_over and (act := _act(state, entry)):
            acts.append(act)
            if len(acts) == number:
                break
    return acts


def _act(state: Sitting, entry: e.Recorded) -> Act | None:
    match entry.event:
        case e.Arrived(members) | e.Answered(members):
            return Act(entry.seq, entry.at, "arrived", _names(state.roll, members))
        case e.Left(members):
            return Act(entry.seq, entry.at, "left", _names(state.roll, members))
        case e.Excused(members, _):
            return Act(entry.seq, entry.at, "excused", _names(state.roll, members))
        case e.Opened():
            return Act(entry.seq, entry.at, "opened")
        case e.RollCallBegun():
            return Act(entry.seq, entry.at, "roll-call")
        case e.RollCallEnded(members):
            return Act(entry.seq, entry.at, "roll-call-ended", _names(state.roll, members))
    return None


def _names(roll: Roll, ids: Iterable[str]) -> tuple[Text, ...]:
    everybody = {**roll.gone, **roll.members} if roll.gone else roll.members
    return tuple(everybody[id].person.short for id in ids if id in everybody)
