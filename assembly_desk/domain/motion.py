"""A motion: a text that can be put to the vote, and what its adoption brings about."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from assembly_desk.domain.commission import Approval
from assembly_desk.domain.profile import Form, MotionKind, Office
from assembly_desk.domain.text import Person, Text

MotionState = Literal[
    "proposed",
    "open",
    "adopted",
    "not-adopted",
    "outranked",
    "tie",
    "stopped",
    "withdrawn",
    "split",
    "fallen",
]


@dataclass(frozen=True, slots=True)
class AgendaChange:
    """A change of the agenda by a vote: ids of items. `order` names all that remain, or the first of them."""

    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
    postpone: tuple[str, ...] = ()
    order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FormChoice:
    """The form of voting decided by the body (p. 10, A11): for one item, or for the sitting."""

    form: Form
    item: str | None = None
    by_subtraction: bool = False


@dataclass(frozen=True, slots=True)
class ListRule:
    """The body's decision that among those who reach the threshold the most votes count (A18)."""

    item: str
    seats: int


@dataclass(frozen=True, slots=True)
class Repeat:
    """A vote is held again, in this form."""

    vote: int
    form: Form


@dataclass(frozen=True, slots=True)
class OfficeChoice:
    """A member is elected to an office of the body."""

    member: str
    office: Office


@dataclass(frozen=True, slots=True)
class Sets:
    """What a motion brings about by its own verdict. `annuls` and `recount` are numbers of votes."""

    agenda: Literal["approved"] | AgendaChange | None = None
    form: FormChoice | None = None
    reglament: str | None = None
    debate_closed: bool = False
    commission: tuple[str, ...] = ()  # ids of its members
    approves: Approval | None = None
    list_rule: ListRule | None = None
    annuls: int | None = None
    recount: int | None = None
    repeat: Repeat | None = None
    office: OfficeChoice | None = None


@dataclass(frozen=True, slots=True)
class Motion:
    """A motion before the body."""

    id: str
    kind: MotionKind
    text: Text
    item: str | None = None
    state: MotionState = "proposed"
    amends: str | None = None
    result: Text | None = None  # an amendment's whole text, if adopted
    excludes: tuple[str, ...] = ()
    addressees: tuple[Text, ...] = ()
    responsible: Person | None = None
    deadline: str | None = None
    sets: Sets | None = None
    texts_before: tuple[Text, ...] = ()  # what adopted amendments replaced, oldest first
    part_of: str | None = None  # the motion that was split: what it sets comes about with its last part
    candidate: Person | None = None
    rests_on: tuple[int, ...] = ()  # the votes from which a closing decision takes its names

    @property
    def put_text(self) -> Text:
        """What is put to the vote: of an amendment, the whole text as it would then be."""
        return self.result or self.text if self.kind == "amendment" else self.text


def with_wholes(motions: Mapping[str, Motion], id: str) -> Iterator[Motion]:
    """The motion, then the split one of which it is a part, and so on up; in a false record too it ends."""
    seen = set[str]()
    motion: Motion | None = motions[id]
    while motion is not None and motion.id not in seen:
        yield motion
        seen.add(motion.id)
        motion = motions.get(motion.part_of or "")


def with_parts(motions: Mapping[str, Motion], id: str) -> Iterator[Motion]:
    """The motion, then the parts into which it was split, and theirs."""
    for motion in motions.values():
        if any(whole.id == id for whole in with_wholes(motions, motion.id)):
            yield motion


@dataclass(frozen=True, slots=True)
class Reglament:
    """Speaking times in seconds by kind; a draft until the body adopts it (p. 11)."""

    id: str
    seconds: Mapping[str, int]
    text: Text | None = None
    adopted: bool = False
