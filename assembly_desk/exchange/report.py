"""What importing a roster would do to the register: who is added, who changes, and why nothing is written."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from assembly_desk.domain.alphabet import fold
from assembly_desk.domain.member import Member, Register, Seat
from assembly_desk.domain.text import Name, Text
from assembly_desk.exchange.headings import NAME_PARTS
from assembly_desk.exchange.problems import Remark
from assembly_desk.exchange.roster import Entry, Sheet
from assembly_desk.projections.members_sheet import free_ids
from assembly_desk.wording.words import Language

_ASSEMBLY = ("session", "council")  # the bodies in which the office is that of the Assembly


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome. With any problem nothing is written: nobody is counted as added or changed."""

    added: int
    changed: int
    unchanged: int
    problems: tuple[Remark, ...]
    notices: tuple[Remark, ...]
    members_to_add: tuple[Member, ...] = ()
    members_to_change: tuple[Member, ...] = ()


def compare(sheet: Sheet, register: Register, body: str | None = None) -> Report:
    """Set the rows of a sheet against the register.

    A row is the member with the same id or badge, else the only one with the same folded name; two such: a
    problem. An empty cell says nothing: what the register has stays. `body`: of all rows that name none.
    """
    return _Comparison(sheet, register, body).report()


def report_json(report: Report, language: Language) -> dict[str, object]:
    """The report of `members import`, its sentences in that language."""
    return {
        "added": report.added,
        "changed": report.changed,
        "unchanged": report.unchanged,
        "problems": [_remark_json(remark, language) for remark in report.problems],
        "notices": [_remark_json(remark, language) for remark in report.notices],
    }


def _remark_json(remark: Remark, language: Language) -> dict[str, object]:
    return {"row": remark.row, "column": remark.column, "problem": remark.sentence(language)}


def folded_name(name: Name) -> str:
    """The whole name as it is compared: «ҚАСЫМОВ  Әли» and «Касымов Али» are the same."""
    return " ".join(fold(name.full).split())


def _badge_key(badge: str) -> str:
    return badge.lstrip("0") or "0"  # a cell that is a number has lost its zeros


class _Comparison:
    """One comparison, step by step: match, tell twins in the sheet, build the members, check the badges."""

    def __init__(self, sheet: Sheet, register: Register, body: str | None) -> None:
        self.sheet, self.register, self.body = sheet, register, body
        self.problems: list[Remark] = list(sheet.problems)
        self.notices: list[Remark] = list(sheet.notices)
        self.by_badge: dict[str, list[str]] = {}
        self.by_name: dict[str, list[str]] = {}
        self.by_two_names: dict[str, list[str]] = {}
        for member in register.members.values():
            if member.badge:
                self.by_badge.setdefault(_badge_key(member.badge), []).append(member.id)
            names = {folded_name(name) for name in (member.name, *member.names.values())}
            for name in names:
                self.by_name.setdefault(name, []).append(member.id)
                self.by_two_names.setdefault(" ".join(name.split()[:2]), []).append(member.id)
        self.bodies = {*_ASSEMBLY, *([body] if body else [])}
        self.bodies.update(name for member in register.members.values() for name in member.bodies)

    def report(self) -> Report:
        self._check_bodies()
        found = self._match()
        self._tell_twins(found)
        added: list[Member] = []
        changed: list[Member] = []
        ids = free_ids({*self.register.members, *(one.cells.get("id", "") for one in self.sheet.entries)})
        result = dict(self.register.members)
        rows: dict[str, Entry] = {}
        for entry in self.sheet.entries:
            if entry.row not in found:
                continue
            member_id = found[entry.row]
            old = self.register.members[member_id] if member_id else None
            new = self._member(entry, old or Member(entry.cells.get("id") or next(ids), entry.name, {}))
            result[new.id], rows[new.id] = new, entry
            if old is None:
                added.append(new)
            elif new != old:
                changed.append(new)
        self._check_badges(result, rows)
        unchanged = len(rows) - len(added) - len(changed)
        notices = tuple(sorted(self.notices, key=lambda remark: remark.row or 0))
        if self.problems:
            problems = tuple(sorted(self.problems, key=lambda remark: remark.row or 0))
            return Report(0, 0, unchanged, problems, notices)
        return Report(len(added), len(changed), unchanged, (), notices, tuple(added), tuple(changed))

    def _check_bodies(self) -> None:
        for entry in self.sheet.entries:
            for body in entry.bodies:
                if body not in self.bodies:
                    self.problems.append(entry.remark("body", "body-unknown", text=body[:60]))

    def _match(self) -> dict[int, str | None]:
        """The member of each row by its number; None: a new one. Rows in doubt are left out."""
        found: dict[int, str | None] = {}
        for entry in self.sheet.entries:
            if (member_id := entry.cells.get("id", "")) in self.register.members:
                found[entry.row] = member_id
        taken = {member_id for member_id in found.values() if member_id}
        for entry in self.sheet.entries:
            badge = entry.cells.get("badge")
            holders = self.by_badge.get(_badge_key(badge), []) if badge else []
            if entry.row in found or not holders:
                continue
            if len(holders) > 1:
                self.problems.append(entry.remark("badge", "badge-of-several", badge=badge))
            elif holders[0] not in taken:
                found[entry.row] = holders[0]
                taken.add(holders[0])
        in_doubt = {remark.row for remark in self.problems if remark.code == "badge-of-several"}
        for entry in self.sheet.entries:
            if entry.row in found or entry.row in in_doubt:
                continue
            self._match_by_name(entry, taken, found)
        self._tell_of_matches(found)
        return found

    def _match_by_name(self, entry: Entry, taken: set[str], found: dict[int, str | None]) -> None:
        same = [one for one in self.by_name.get(folded_name(entry.name), []) if one not in taken]
        field = "name" if "name" in entry.columns else "surname"
        if len(same) > 1:
            self.problems.append(entry.remark(field, "name-of-several", name=entry.name.full))
            return
        found[entry.row] = same[0] if same else None
        near = self.by_two_names.get(" ".join(folded_name(entry.name).split()[:2]), [])
        if not same and (others := [one for one in near if one not in taken]):
            known = self.register.members[others[0]].name.full
            self.notices.append(entry.remark(field, "name-near", name=entry.name.full, known=known))

    def _tell_of_matches(self, found: Mapping[int, str | None]) -> None:
        for entry in self.sheet.entries:
            member_id = found.get(entry.row)
            if not member_id:
                continue
            old = self.register.members[member_id]
            if (given := entry.cells.get("id")) and given != member_id:
                self.notices.append(entry.remark("id", "id-kept", given=given[:60], id=member_id))
            names = {folded_name(name) for name in (old.name, *old.names.values())}
            if folded_name(entry.name) not in names:
                field = "name" if "name" in entry.columns else "surname"
                values = {"old": old.name.full, "new": entry.name.full}
                self.notices.append(Remark(entry.row, entry.columns.get(field), "renamed", values))

    def _tell_twins(self, found: dict[int, str | None]) -> None:
        """One person twice is a problem; two of one name are two only if an id or badge says so."""
        ids: dict[str, int] = {}
        badges: dict[str, int] = {}
        members: dict[str, int] = {}
        names: dict[str, Entry] = {}
        for entry in self.sheet.entries:
            own_id, badge = entry.cells.get("id"), entry.cells.get("badge")
            first = None
            field = "name" if "name" in entry.columns else "surname"
            if own_id:
                first, field = ids.setdefault(own_id, entry.row), "id"
            if badge and first in (None, entry.row):
                first, field = badges.setdefault(_badge_key(badge), entry.row), "badge"
            member_id = found.get(entry.row)
            if member_id and first in (None, entry.row):
                first = members.setdefault(member_id, entry.row)
            other = names.setdefault(folded_name(entry.name), entry)
            if first in (None, entry.row) and other is not entry:
                field = "name" if "name" in entry.columns else "surname"
                if _told_apart(entry, other):
                    self.notices.append(entry.remark(field, "same-name", row=other.row))
                else:
                    first = other.row
            if first not in (None, entry.row):
                self.problems.append(entry.remark(field, "row-twice", row=first))
                found.pop(entry.row, None)

    def _member(self, entry: Entry, old: Member) -> Member:
        """The member as the row says, keeping what it does not say and what only looks different."""
        badge = entry.cells.get("badge") or None
        if old.badge and badge and _badge_key(badge) == _badge_key(old.badge):
            badge = old.badge
        names = dict(old.names)
        if entry.ru_name:
            names["ru"] = _kept_name(entry, "ru:", entry.ru_name, old.names.get("ru"))
        bodies = self._seats(entry, old)
        own_office = None if self._foreign else entry.office
        return replace(
            old,
            name=_kept_name(entry, "", entry.name, old.name),
            bodies=bodies,
            office=own_office or old.office,
            badge=badge or old.badge,
            names=names,
            position=_kept_text(entry, "position", old.position),
            organisation=_kept_text(entry, "organisation", old.organisation),
            region=_kept_text(entry, "region", old.region),
        )

    @property
    def _foreign(self) -> bool:
        """Whether the roster is that of a body whose offices are its own, not the Assembly's."""
        return self.body is not None and self.body not in _ASSEMBLY

    def _seats(self, entry: Entry, old: Member) -> Mapping[str, Seat]:
        bodies = entry.bodies
        if not bodies and self.body:
            bodies = _ASSEMBLY if self.body == "council" else (self.body,)
        if not bodies and not old.bodies:
            bodies = ("session",)
        seats = dict(old.bodies)
        for body in bodies:
            seats.setdefault(body, Seat())
        if self._foreign and self.body in seats and entry.office and self.body:
            seats[self.body] = replace(seats[self.body], office=entry.office)
        return seats

    def _check_badges(self, result: Mapping[str, Member], rows: Mapping[str, Entry]) -> None:
        """No badge may belong to two after the import, as far as the sheet has a say in it."""
        holders: dict[str, str] = {}
        for member in sorted(result.values(), key=lambda member: member.id in rows):
            if not member.badge:
                continue
            other = holders.setdefault(_badge_key(member.badge), member.id)
            if other != member.id and member.id in rows and rows[member.id].cells.get("badge"):
                name = result[other].name.full
                self.problems.append(
                    rows[member.id].remark("badge", "badge-taken", badge=member.badge, name=name)
                )


def _told_apart(one: Entry, other: Entry) -> bool:
    """Both carry an id, or both a badge: equal ones were found before."""
    return any(one.cells.get(field) and other.cells.get(field) for field in ("id", "badge"))


def _same(text: str, cell: str | None, written: str | None) -> bool:
    """Whether the register already has the text, as the cell stands or as it was mended."""
    return bool(cell) and " ".join(text.split()) in (cell, written)


def _kept_name(entry: Entry, language: str, new: Name, old: Name | None) -> Name:
    if old is None:
        return new
    whole = language + "name"
    if entry.cells.get(whole) and _same(old.full, entry.cells[whole], entry.written.get(whole)):
        return old
    parts = {}
    for part in NAME_PARTS:
        known, field = getattr(old, part), language + part
        kept = known and _same(known, entry.cells.get(field), entry.written.get(field))
        parts[part] = known if kept else getattr(new, part)
    if not parts["patronymic"] and not entry.cells.get(whole):
        parts["patronymic"] = old.patronymic  # an empty cell says nothing
    return Name(**parts)


def _kept_text(entry: Entry, field: str, old: Text | None) -> Text | None:
    kk, ru = entry.cells.get(field), entry.cells.get(f"ru:{field}")
    if old is None:
        return Text(kk or ru or "", ru if kk else None) if kk or ru else None
    if kk and not any(_same(text, kk, entry.written.get(field)) for text in (old.kk, old.ru) if text):
        old = Text(kk, ru or None)
    if ru and not any(_same(text, ru, entry.written.get(f"ru:{field}")) for text in (old.kk, old.ru) if text):
        old = replace(old, ru=ru)
    return old
