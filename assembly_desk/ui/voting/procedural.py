"""Motions of procedure by a short way: the agenda, the form of voting, the reglament, the end of the debate."""

from collections.abc import Sequence
from typing import Literal

from assembly_desk.domain.commands import Propose
from assembly_desk.domain.commission import Approval
from assembly_desk.domain.motion import AgendaChange, FormChoice, Reglament, Sets
from assembly_desk.domain.profile import Form
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.text import Text
from assembly_desk.projections.agenda_sheet import item_numbers
from assembly_desk.projections.election import protocol_due, run_off_offer
from assembly_desk.wording.ordinals import nth
from assembly_desk.wording.words import Language, words

Way = Literal[
    "agenda",
    "agenda-change",
    "form",
    "reglament",
    "debate",
    "commission",
    "commission-elects",
    "approve-1",
    "approve-2",
    "list-rule",
    "run-off",
]
Fate = Literal["keep", "postpone", "remove", "add", "not-added"]
TIMES = ("report", "co-report", "debate", "question", "answer")
"""The kinds of speech that a reglament names first."""


def ways(state: Sitting) -> tuple[Way, ...]:
    """What may be proposed now."""
    items = state.agenda.items.values()
    current = state.agenda.items.get(state.agenda.current or "")
    agenda: tuple[Way, ...] = () if state.agenda.approved or not items else ("agenda",)
    change: tuple[Way, ...] = ("agenda-change",) if items else ()
    debate: tuple[Way, ...] = ("debate",) if current is not None and not current.debate_closed else ()
    return (*agenda, *change, "form", "reglament", *debate, *_of_elections(state))


def _of_elections(state: Sitting) -> tuple[Way, ...]:
    """What belongs to secret votes and to candidates."""
    constitutes: tuple[Way, ...] = ("commission-elects",) if state.commission is not None else ()
    due = protocol_due(state)
    approves: tuple[Way, ...] = ()
    if due is not None:
        approves = ("approve-1",) if due.approves == "counting-1" else ("approve-2",)
    rules: tuple[Way, ...] = ("list-rule",) if list_rule_items(state) else ()
    again: tuple[Way, ...] = ("run-off",) if run_off_offer(state) is not None else ()
    return ("commission", *constitutes, *approves, *rules, *again)


def list_rule_items(state: Sitting) -> tuple[str, ...]:
    """The items on candidates that are still to come."""
    return tuple(
        id
        for id, item in state.agenda.items.items()
        if item.state in ("waiting", "taken")
        and (rule := state.rules.competence.get(item.competence)) is not None
        and "candidate" in rule.kinds
    )


def approve_protocol(state: Sitting, approval: Approval) -> Propose:
    """Approve a protocol of the counting commission."""
    number = approval.approves.removeprefix("counting-")
    text = Text(*(words(language)("motion-text.approve", number=number) for language in ("kk", "ru")))
    return Propose(new_motion(state), "procedural", text, sets=Sets(approves=approval))


def commission_text(names: Sequence[Text]) -> Text:
    """The text of a motion that elects the counting commission."""

    def told(language: Language) -> str:
        joined = ", ".join(name.in_language(language) for name in names)
        return words(language)("motion-text.commission", names=joined)

    return Text(told("kk"), told("ru"))


def list_rule_text(state: Sitting, item: str, seats: int) -> Text:
    """The text of a motion by which the most votes count."""

    def told(language: Language) -> str:
        named = nth(number_of(state, item), "item", language)
        text = words(language)("motion-text.list-rule", item=named, seats=seats)
        return text[0].upper() + text[1:]

    return Text(told("kk"), told("ru"))


def new_motion(state: Sitting) -> str:
    """An id that no motion of the sitting has."""
    taken, number = state.motions.keys(), 1
    while f"p{number}" in taken:
        number += 1
    return f"p{number}"


def own_matter(state: Sitting) -> str | None:
    """The item that is taken, if it is the body's own decision on form or reglament; None: it is procedure."""
    item = state.agenda.items.get(state.agenda.current or "")
    if item is None or item.competence not in state.profile.own_form_matters:
        return None
    rule = state.rules.competence.get(item.competence)
    return item.id if rule is not None and "decision" in rule.kinds else None


def drafted(state: Sitting) -> Reglament | None:
    """The reglament that was drafted last and is not adopted yet."""
    return next((one for one in reversed(list(state.reglaments.values())) if not one.adopted), None)


def adopt_agenda(state: Sitting) -> Propose:
    """Adopt the agenda as it stands."""
    return Propose(new_motion(state), "procedural", _both("motion-text.agenda"), sets=Sets(agenda="approved"))


def close_debate(state: Sitting) -> Propose:
    """End the debate on the item that is taken."""
    return Propose(
        new_motion(state), "procedural", _both("motion-text.debate"), sets=Sets(debate_closed=True)
    )


def _both(key: str) -> Text:
    return Text(words("kk")(key), words("ru")(key))


def agenda_change_text(state: Sitting, change: AgendaChange) -> Text:
    """The text of a change of the agenda, put together from its parts."""

    def told(language: Language) -> str:
        say = words(language)
        parts = [
            say(f"motion-text.{code}", items=_items(state, ids, language))
            for code, ids in (
                ("add", change.add),
                ("remove", change.remove),
                ("postpone", change.postpone),
                ("order", change.order),
            )
            if ids
        ]
        return say("motion-text.agenda-change", changes="; ".join(parts)) if parts else ""

    return Text(told("kk"), told("ru") or None)


def _items(state: Sitting, ids: Sequence[str], language: Language) -> str:
    return ", ".join(nth(number_of(state, id), "item", language) for id in ids)


def number_of(state: Sitting, item: str) -> int:
    """The number of the item on the agenda; one that was only offered comes after them."""
    numbers = item_numbers(state)
    if item in numbers:
        return numbers[item]
    others = [id for id in state.agenda.items if id not in numbers]
    return len(numbers) + others.index(item) + 1


def form_text(state: Sitting, choice: FormChoice) -> Text:
    """The text of a motion on the form of voting."""

    def told(language: Language) -> str:
        say = words(language)
        form = say(f"form.{choice.form}")
        if choice.item is None:
            text = say("motion-text.form", form=form)
        else:
            item = nth(number_of(state, choice.item), "item", language)
            text = say("motion-text.form-item", item=item, form=form)
            text = text[0].upper() + text[1:]
        return f"{text}; {say('motion-text.subtraction')}" if choice.by_subtraction else text

    return Text(told("kk"), told("ru"))


def reglament_text(minutes: dict[str, int]) -> Text:
    """The text of a motion that adopts these speaking times."""

    def told(language: Language) -> str:
        say = words(language)
        times = "; ".join(
            say("motion-text.time", kind=say(f"floor.{kind}"), minutes=number)
            for kind, number in minutes.items()
        )
        return say("motion-text.reglament", times=times)

    return Text(told("kk"), told("ru"))


def as_form(code: str) -> Form:
    """The form of that code."""
    forms: tuple[Form, ...] = ("named", "secret")
    return next((form for form in forms if form == code), "show-of-hands")
