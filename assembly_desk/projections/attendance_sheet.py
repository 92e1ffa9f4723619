"""The attendance list: who came, from when until when, and who did not."""

from dataclasses import dataclass, replace

from assembly_desk.domain.alphabet import sort_key
from assembly_desk.domain.roll import Excuse, Presence, RollMember
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.text import Person, Text
from assembly_desk.projections.sheet_head import SheetHead, sheet_head


@dataclass(frozen=True, slots=True)
class Attendee:
    """A member who came: every stay in the hall. A stay without an end lasted until the closing."""

    number: int
    person: Person
    region: Text | None
    stays: tuple[Presence, ...]


@dataclass(frozen=True, slots=True)
class Absentee:
    """A member of the roll who did not come; `excuse` is None where no reason was given."""

    number: int
    person: Person
    region: Text | None
    excuse: Excuse | None


@dataclass(frozen=True, slots=True)
class AttendanceSheet:
    """The members in the order of the Kazakh alphabet. `several_days`: times need their date.

    `form`: the list to be signed on coming in: every member has a line, those in the hall with their time.
    """

    head: SheetHead
    total: int
    came: tuple[Attendee, ...]
    absent: tuple[Absentee, ...]
    several_days: bool
    form: bool = False


def attendance_sheet(state: Sitting) -> AttendanceSheet:
    """Who attended the sitting; those gone by an act while it lasted are listed if they had come."""
    roll = state.roll
    everybody = {**roll.gone, **roll.members}
    ids = sorted(everybody, key=lambda id: sort_key(everybody[id].person.name.kk))
    came = [id for id in ids if roll.stays.get(id)]
    absent = [id for id in ids if not roll.stays.get(id) and id in roll.members]
    head = sheet_head(state)
    days = {
        (moment + head.offset).date()
        for id in came
        for stay in roll.stays[id]
        for moment in (stay.since, stay.until)
        if moment is not None
    }
    return AttendanceSheet(
        head=head,
        total=roll.total,
        came=tuple(
            Attendee(number, everybody[id].person, region_of(everybody[id]), roll.stays[id])
            for number, id in enumerate(came, 1)
        ),
        absent=tuple(
            Absentee(number, everybody[id].person, region_of(everybody[id]), roll.excused.get(id))
            for number, id in enumerate(absent, 1)
        ),
        several_days=len(days) > 1,
    )


def attendance_form(state: Sitting) -> AttendanceSheet:
    """The form for signatures in ink, made before the sitting opens: a line for every member of the roll."""
    members = sorted(state.roll.members.items(), key=lambda one: sort_key(one[1].person.name.kk))
    return replace(
        attendance_sheet(state),
        came=tuple(
            Attendee(number, member.person, region_of(member), state.roll.stays.get(id, ()))
            for number, (id, member) in enumerate(members, 1)
        ),
        absent=(),
        form=True,
    )


def region_of(member: RollMember) -> Text | None:
    """The member's region, unless it stands in place of a position already."""
    return None if member.region == member.person.position else member.region
