"""What stands above and below every page: the sitting, its state, the quorum, the record, the next act."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from assembly_desk.domain.roll import Quorum
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.text import Text

Standing = Literal[
    "preparation", "registration", "open", "break", "adjourned", "closed", "sealed", "cancelled"
]
Page = Literal["preparation", "roll", "agenda", "voting", "protocol"]
PAGES: tuple[Page, ...] = ("preparation", "roll", "agenda", "voting", "protocol")

_GROUPS, _GROUP = 4, 4  # sixteen hex digits of the head on a screen, in groups of four


@dataclass(frozen=True, slots=True)
class ItemLine:
    """The item being considered: its place among all, and its title."""

    number: int
    of: int
    title: Text


@dataclass(frozen=True, slots=True)
class TopLine:
    """The line above every page. It never hides that the quorum is lost."""

    body: str
    body_name: Text
    number: str
    date: str | None  # ISO
    place: Text | None
    standing: Standing
    item: ItemLine | None
    quorum: Quorum | None  # None until the roll is fixed
    rehearsal: bool
    secretary: Text | None
    offset: timedelta  # of the profile, from UTC

    @property
    def quorum_lost(self) -> bool:
        """Whether the sitting is under way without a quorum: nothing can be put to the vote."""
        return self.standing == "open" and self.quorum is not None and not self.quorum.met


@dataclass(frozen=True, slots=True)
class BottomLine:
    """The line of the record: how many entries, the short head of the chain, the last entry's time."""

    entries: int
    head: str
    last: datetime | None


def top_line(state: Sitting) -> TopLine:
    """The line above every page."""
    convening, current = state.convening, state.agenda.current
    item = None
    if current is not None and current in state.agenda.items:
        place = list(state.agenda.items).index(current) + 1
        item = ItemLine(place, len(state.agenda.items), state.agenda.items[current].title)
    return TopLine(
        body=convening.body,
        body_name=state.rules.name,
        number=convening.number or "",
        date=convening.date,
        place=convening.place,
        standing=standing(state),
        item=item,
        quorum=state.quorum if state.roll.fixed else None,
        rehearsal=state.rehearsal,
        secretary=convening.secretary.short if convening.secretary else None,
        offset=timedelta(minutes=state.profile.utc_offset_minutes),
    )


def standing(state: Sitting) -> Standing:
    """The state of the sitting as the desk says it: before opening, registration begins with a fixed roll."""
    if state.phase != "prepared":
        return state.phase
    return "registration" if state.roll.fixed else "preparation"


def bottom_line(entries: int, head: str, last: datetime | None) -> BottomLine:
    """The line of the record. `head`: the whole hash, of which a screen shows sixteen digits."""
    groups = [head[start : start + _GROUP] for start in range(0, _GROUPS * _GROUP, _GROUP)]
    return BottomLine(entries, "·".join(groups), last)


def page_of(state: Sitting) -> Page:
    """The step where the sitting is."""
    match standing(state):
        case "preparation":
            return "preparation"
        case "registration":
            return "roll"
        case "closed" | "sealed" | "cancelled":
            return "protocol"
        case _:
            return "voting" if state.vote else "agenda"


def done_pages(state: Sitting) -> frozenset[Page]:
    """The steps that lie behind the sitting."""
    here = PAGES.index(page_of(state))
    if state.phase == "sealed":
        here += 1
    return frozenset(PAGES[:here])
