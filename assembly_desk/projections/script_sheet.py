"""The presiding's script: what to say, step by step, in rows of the official words.

It is made before the sitting: figures that only the hall can give are left to be filled in.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from assembly_desk.domain.agenda import Item
from assembly_desk.domain.motion import Motion
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.text import Person, Text
from assembly_desk.projections.agenda_sheet import AgendaLine, agenda_lines
from assembly_desk.projections.next_act import may_decide
from assembly_desk.projections.sheet_head import SheetHead, sheet_head

Value = str | int | Text | Person | tuple[AgendaLine, ...] | None
"""What fills a row: None is a blank to be filled in by hand."""

When = Literal["adopted", "not-adopted", "no-quorum", "objection"]
"""The case in which a sentence is said, where there are several."""

PartKind = Literal["opening", "agenda", "item", "closing", "other"]


@dataclass(frozen=True, slots=True)
class Saying:
    """One row `say.*`, with its values."""

    key: str
    values: Mapping[str, Value] = field(default_factory=dict)
    when: When | None = None


@dataclass(frozen=True, slots=True)
class ScriptPart:
    """A part of the sitting; of an item its line on the agenda."""

    kind: PartKind
    sayings: tuple[Saying, ...]
    line: AgendaLine | None = None


@dataclass(frozen=True, slots=True)
class ScriptSheet:
    """The script: the opening, the agenda, each item, the closing, and what may be wanted besides."""

    head: SheetHead
    presiding: Person | None
    parts: tuple[ScriptPart, ...]


def script_sheet(state: Sitting) -> ScriptSheet:
    """The script of the sitting as it is prepared."""
    lines = [line for line in agenda_lines(state) if line.state != "postponed"]
    items = (
        ScriptPart("item", tuple(_item(state, line, first=place == 0)), line)
        for place, line in enumerate(lines)
    )
    return ScriptSheet(
        head=sheet_head(state),
        presiding=state.convening.presiding,
        parts=(
            ScriptPart("opening", tuple(_opening(state))),
            ScriptPart("agenda", tuple(_agenda(state, lines))),
            *items,
            ScriptPart("closing", tuple(_closing(state))),
            ScriptPart("other", tuple(_other(state))),
        ),
    )


def _of_body(state: Sitting, key: str) -> str:
    body = state.convening.body
    return f"{key}.{body if body in ('council', 'session') else 'other'}"


def _quorum(state: Sitting) -> dict[str, Value]:
    """The total and the quorum are known once the roll is fixed; who is present, in the hall alone."""
    if not state.roll.fixed:
        return {"total": None, "present": None, "needed": None}
    return {"total": state.quorum.total, "present": None, "needed": state.quorum.needed}


def _opening(state: Sitting) -> Iterator[Saying]:
    yield Saying(_of_body(state, "say.open"), _quorum(state))
    if state.convening.invited:
        yield Saying("say.open.invited")
    yield Saying(_of_body(state, "say.no-quorum"), {**_quorum(state), "time": None}, "no-quorum")
    yield Saying("say.not-held", when="no-quorum")


def _agenda(state: Sitting, lines: Sequence[AgendaLine]) -> Iterator[Saying]:
    yield Saying("say.agenda.read", {"items": tuple(lines)})
    yield Saying("say.agenda.ask")
    yield Saying("say.agenda.put")
    yield from _rule_and_hands(state)
    yield Saying("say.agenda.adopted", when="adopted")
    yield Saying("say.agenda.stands", when="not-adopted")
    matters = {item.competence for item in state.agenda.items.values()}
    if state.rules.decides_own_form and not matters.intersection(state.profile.own_form_matters):
        yield Saying("say.form.put", {"form": None})
        yield from _rule_and_hands(state)
        yield from _verdict("say.result.motion-adopted", "say.result.motion-not-adopted")
    for reglament in state.reglaments.values():
        minutes = {name: state.profile.speech_seconds[name] // 60 for name in _READ}
        minutes |= {name: seconds // 60 for name, seconds in reglament.seconds.items() if name in _READ}
        yield Saying("say.reglament.read", {_READ[name]: number for name, number in minutes.items()})


_READ: Mapping[str, str] = {
    "report": "report",
    "co-report": "co_report",
    "debate": "debate",
    "question": "question",
}


def _item(state: Sitting, line: AgendaLine, *, first: bool) -> Iterator[Saying]:
    item = state.agenda.items[line.item]
    if first:
        yield Saying("say.item.first", {"title": line.title})
    else:
        yield Saying("say.item.next", {"item": line.number, "title": line.title})
    for place, person in enumerate(line.rapporteurs):
        kind, key = ("co-report", "co-rapporteur") if place else ("report", "rapporteur")
        minutes = state.seconds_for(kind) // 60
        yield Saying(f"say.item.{key}", {"name": person, "minutes": minutes})
    if line.rapporteurs:
        yield Saying("say.questions")
    yield Saying("say.debate.open", {"count": None, "minutes": state.seconds_for("debate") // 60})
    yield from _motions(state, item)
    yield Saying("say.item.finished")


_BEFORE_THE_VOTE = ("proposed", "open", "adopted", "not-adopted", "stopped")


def _motions(state: Sitting, item: Item) -> Iterator[Saying]:
    """What is to be put: the amendments before what they amend; a blank where nothing is proposed yet."""
    motions = [
        motion
        for motion in state.motions.values()
        if motion.item == item.id and motion.state in _BEFORE_THE_VOTE
    ]
    amendments = [motion for motion in motions if motion.kind == "amendment"]
    if amendments:
        yield Saying("say.amendments-first")
    for motion in (*amendments, *(one for one in motions if one.kind != "amendment")):
        yield from _motion(state, item, motion)
    if not motions and may_decide(state, item):
        yield Saying("say.motion.put", {"text": item.draft})
        yield from _rule_and_votes(state, item)
        yield from _results()


def _motion(state: Sitting, item: Item, motion: Motion) -> Iterator[Saying]:
    text = motion.texts_before[0] if motion.texts_before else motion.text
    if motion.kind == "take-note":
        yield Saying("say.no-objection.ask", {"text": text})
        yield Saying("say.no-objection.none")
        yield Saying("say.no-objection.some", when="objection")
        return
    if motion.kind == "appeal":
        yield Saying("say.appeal")
    yield Saying("say.motion.put", {"text": text})
    yield from _rule_and_votes(state, item)
    if motion.kind in ("amendment", "procedural"):
        yield from _verdict("say.result.motion-adopted", "say.result.motion-not-adopted")
    else:
        yield from _results()


def _rule_and_votes(state: Sitting, item: Item) -> Iterator[Saying]:
    choice = state.form_for(item.id)
    form = choice.form if choice is not None else "show-of-hands"
    if form == "show-of-hands":
        yield from _rule_and_hands(state)
        return
    yield _rule(state)
    names = {"named": ("start", "again"), "secret": ("start", "how", "count")}
    for name in names.get(form, ()):
        yield Saying(f"say.{form}.{name}")


def _rule(state: Sitting) -> Saying:
    values: dict[str, Value] = {"base": None, "needed": None}
    if _of_body(state, "say.rule").endswith("other"):
        values["rule"] = state.rules.majority.point
    return Saying(_of_body(state, "say.rule"), values)


def _rule_and_hands(state: Sitting) -> Iterator[Saying]:
    yield _rule(state)
    for name in ("start", "for", "against", "abstain", "end"):
        yield Saying(f"say.hands.{name}")


def _results() -> Iterator[Saying]:
    figures: dict[str, Value] = dict.fromkeys(("for", "against", "abstain", "not_voting", "needed"))
    yield Saying("say.result.adopted", figures, "adopted")
    yield Saying("say.result.not-adopted", figures, "not-adopted")


def _verdict(adopted: str, not_adopted: str) -> Iterator[Saying]:
    yield Saying(adopted, when="adopted")
    yield Saying(not_adopted, when="not-adopted")


def _closing(state: Sitting) -> Iterator[Saying]:
    yield Saying(_of_body(state, "say.close"))


def _other(state: Sitting) -> Iterator[Saying]:
    figures: dict[str, Value] = {"present": None, "needed": _quorum(state)["needed"]}
    yield Saying("say.quorum.lost", figures)
    yield Saying("say.quorum.re-register")
    yield Saying("say.quorum.restored", figures)
    yield Saying("say.floor.minute-left")
    yield Saying("say.floor.time-up")
    yield Saying("say.debate.close-ask")
    yield Saying("say.debate.closed")
    yield Saying("say.result.equal")
    yield Saying("say.result.stopped", {"reason": None})
    yield Saying("say.break", {"time": None})
    yield Saying("say.resume", figures)
    yield Saying("say.adjourn", {"date": None, "time": None, "place": None})
    yield Saying("say.hand-over", {"name": None, "position": None})
    yield Saying("say.take-over")
    yield Saying("say.order")
    yield Saying("say.close.not-reached", {"items": None})
