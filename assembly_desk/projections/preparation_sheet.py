"""The preparation of a sitting: its agenda with planned times, what may still be changed, what is missing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from assembly_desk.domain.agenda import Item
from assembly_desk.domain.decide.convening import AFTER_OPENING, consent_missing, missing
from assembly_desk.domain.decide.phases import RUNNING
from assembly_desk.domain.member import Register
from assembly_desk.domain.refusals import Notice
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.text import Person, Text
from assembly_desk.projections.agenda_sheet import OFF_THE_AGENDA

FIELDS = (
    "sort",
    "number",
    "date",
    "time",
    "place",
    "convened_by",
    "act",
    "consent",
    "presiding",
    "secretary",
    "invited",
    "profile",
)
"""The convening data, in the order of the form."""

OTHER_MATTER = "C13.6"  # any other matter: what a new item is until another one is chosen

DECIDING = frozenset(("decision", "recommendation"))  # the kinds of motion that a draft is written for

Lack = Literal["rapporteur", "draft", "russian"]
LACKS: tuple[Lack, ...] = ("rapporteur", "draft", "russian")
Where = Literal["field", "item", "new-item", "page", "hall"]


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """An item in its place, with the time of day at which it is planned to begin, if that is known."""

    number: int
    item: str
    title: Text
    competence: str
    point: str | None  # of the law, for this body and matter
    rapporteurs: tuple[Person, ...]
    starts: str | None  # HH:MM
    draft: bool
    discussed_only: bool  # this body takes no decision on that matter
    lacks: tuple[Lack, ...]


@dataclass(frozen=True, slots=True)
class Goal:
    """Where what is missing can be supplied: a field of the convening, an item and its field, a page."""

    where: Where
    name: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Ready:
    """One line of the readiness: the row of words, whether it is in order, and where to supply it."""

    words: str
    good: bool
    goal: Goal | None = None
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Around:
    """What is known of the desk beside the record; None: not known, and then nothing is said of it."""

    hall: bool | None = None
    printer: bool | None = None
    broken: int | None = None  # the first broken entry of the journal


@dataclass(frozen=True, slots=True)
class PreparationSheet:
    """What the page shows."""

    items: tuple[PlannedItem, ...]
    until: str | None  # HH:MM, when the last report is planned to end
    approved: bool
    changeable: bool  # the agenda, without a vote
    open_fields: frozenset[str]  # the convening data that may be changed now
    readiness: tuple[Ready, ...]


def preparation_sheet(state: Sitting, register: Register, around: Around) -> PreparationSheet:
    """The preparation as it stands."""
    items, until = _planned(state)
    running = state.phase == "prepared" or state.phase in RUNNING
    return PreparationSheet(
        items=items,
        until=until if items else None,
        approved=state.agenda.approved,
        changeable=running and not state.agenda.approved,
        open_fields=open_fields(state),
        readiness=tuple(_readiness(state, items, register, around)),
    )


def open_fields(state: Sitting) -> frozenset[str]:
    """The convening data that may be changed: all before opening, then three, none after the end."""
    if state.phase == "prepared":
        return frozenset(FIELDS)
    return frozenset(AFTER_OPENING) if state.phase in RUNNING else frozenset()


# ------------------------------------------------------------------------------------------------- the agenda


def _planned(state: Sitting) -> tuple[tuple[PlannedItem, ...], str | None]:
    """The items, each beginning when the reports before it have ended by the reglament; debate is not counted."""
    at = _time_of_day(state.convening.time) if state.phase == "prepared" else None
    planned: list[PlannedItem] = []
    shown = [item for item in state.agenda.items.values() if item.state not in OFF_THE_AGENDA]
    for number, item in enumerate(shown, 1):
        planned.append(_item(state, item, number, f"{at:%H:%M}" if at else None))
        if at:
            others = max(0, len(item.rapporteurs) - 1)
            at += timedelta(seconds=state.seconds_for("report") + others * state.seconds_for("co-report"))
    return tuple(planned), f"{at:%H:%M}" if at else None


def _time_of_day(time: str | None) -> datetime | None:
    try:
        return datetime.strptime(time, "%H:%M") if time else None
    except ValueError:
        return None  # a rehearsal may say it in words


def _item(state: Sitting, item: Item, number: int, starts: str | None) -> PlannedItem:
    rule = state.rules.competence.get(item.competence)
    kinds = frozenset(rule.kinds) if rule else frozenset()
    lacks: list[Lack] = []
    if not item.rapporteurs and item.competence != "PROC":
        lacks.append("rapporteur")
    if item.draft is None and kinds & DECIDING:
        lacks.append("draft")
    if not item.title.ru or (item.draft and not item.draft.ru):
        lacks.append("russian")
    return PlannedItem(
        number=number,
        item=item.id,
        title=item.title,
        competence=item.competence,
        point=rule.point if rule else None,
        rapporteurs=item.rapporteurs,
        starts=starts,
        draft=item.draft is not None,
        discussed_only=rule is not None and rule.notice == "CouncilDiscussesOnly",
        lacks=tuple(lacks),
    )


def next_item_id(state: Sitting) -> str:
    """The id for a new item: the number after the highest one in use."""
    used = [int(id) for id in state.agenda.items if id.isdecimal()]
    return str(max(used, default=0) + 1)


def before_which(ids: Sequence[str], item: str, to: int) -> str | None:
    """Before which item that one comes to stand at place `to`, from 0; None: at the end."""
    rest = [id for id in ids if id != item]
    return rest[to] if 0 <= to < len(rest) else None


def matter_notice(state: Sitting, competence: str) -> Notice | None:
    """What will be said when an item of that matter is entered for this body."""
    rule = state.rules.competence.get(competence)
    if rule is None or rule.notice is None:
        return None
    return Notice(rule.notice, {"allowed": rule.kinds, "rule": rule.point})


def reason_needed(state: Sitting, competence: str) -> bool:
    """Whether this body must say why it takes up a matter of that competence."""
    rule = state.rules.competence.get(competence)
    return rule is not None and rule.reason_needed


# ---------------------------------------------------------------------------------------------- the readiness


def _readiness(
    state: Sitting, items: Sequence[PlannedItem], register: Register, around: Around
) -> Iterator[Ready]:
    if state.phase == "prepared":
        yield from _people(state, register)
        yield from _convening(state)
        yield from _roll(state)
    elif state.phase in RUNNING:
        yield from _roll(state)
    if state.phase == "prepared" or (state.phase in RUNNING and not state.agenda.approved):
        yield from _agenda(items)
    if around.broken is None:
        yield Ready("readiness.journal-intact", True, values={"count": state.entries})
    else:
        yield Ready("trouble.chain-broken", False, values={"entry": around.broken})
    if around.hall is not None:
        name = "connected" if around.hall else "missing"
        yield Ready(f"readiness.hall-{name}", around.hall, None if around.hall else Goal("hall"))
    if around.printer is False:
        yield Ready("readiness.printer-missing", False)


def _people(state: Sitting, register: Register) -> Iterator[Ready]:
    if not register.members:
        yield Ready("shell.no-members", False, Goal("page", "members"))
        return
    convening = state.convening
    voting = set(state.roll.members)
    if not voting and convening.date:
        voting.update(register.voting_in(convening.body, convening.date))
    if not voting and convening.date:
        yield Ready("preparation.no-voters", False, Goal("page", "members"))
    elif voting and convening.presiding is not None and convening.presiding.member not in voting:
        yield Ready("preparation.presiding-off-roll", False, Goal("field", "presiding"))


def _convening(state: Sitting) -> Iterator[Ready]:
    convening, rules = state.convening, state.rules
    if convening.by_office and not set(rules.consent_unless).intersection(convening.by_office):
        if consent_missing(convening, rules):
            yield Ready("readiness.consent-missing", False, Goal("field", "consent"))
        else:
            yield Ready("readiness.consent-stated", True)
    if lacking := missing(convening, rules):
        goal = Goal("field", lacking[0])
        yield Ready("readiness.convening-missing", False, goal, {"fields": lacking})
    else:
        yield Ready("readiness.convening-complete", True)


def _roll(state: Sitting) -> Iterator[Ready]:
    if state.roll.members:
        yield Ready("readiness.roll-fixed", True, values={"total": state.roll.total})
    else:
        yield Ready("readiness.roll-missing", False, Goal("page", "roll"))


def _agenda(items: Sequence[PlannedItem]) -> Iterator[Ready]:
    if not items:
        yield Ready("preparation.no-items", False, Goal("new-item"))
    for lack in LACKS:
        without = [line for line in items if lack in line.lacks]
        if without:
            goal = Goal("item", without[0].item, lack)
            numbers = tuple(line.number for line in without)
            yield Ready(f"readiness.{lack}-missing", False, goal, {"items": numbers})
