"""The presiding's words for this moment of the debate, ready to be read aloud."""

from datetime import datetime

from assembly_desk.domain.agenda import Item
from assembly_desk.domain.floor import Speech
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.text import Person
from assembly_desk.projections.agenda_sheet import agenda_lines, item_numbers
from assembly_desk.projections.floor_sheet import clock_sheet, extended_by, place_of, speeches_on
from assembly_desk.projections.next_act import (
    agenda_settled,
    may_decide,
    rapporteur_to_come,
    waiting_motions,
)
from assembly_desk.wording.words import Language, Words, fill, words

_BY_KIND = {"order": "say.floor.order", "reference": "say.floor.reference", "closing": "say.floor.closing"}
_DEBATED = ("debate", "second")


def spoken(state: Sitting, now: datetime, language: Language) -> str:
    """What the presiding says now; empty where another page has the words."""
    say, quorum = words(language), state.quorum
    if state.phase != "open" or state.vote is not None or state.roll.roll_call is not None:
        return ""
    if state.floor.speech is not None:
        return _during(state, state.floor.speech, now, say)
    if not quorum.met:
        return say("say.quorum.lost", present=quorum.present, needed=quorum.needed, total=quorum.total)
    procedural = [motion for motion in waiting_motions(state) if motion.item is None]
    if procedural:
        sets, text = procedural[0].sets, procedural[0].text
        if sets is not None and sets.debate_closed:
            return say("say.debate.close-ask")
        changes = sets is not None and sets.agenda not in (None, "approved")
        return say("say.agenda.change" if changes else "say.motion.put", text=text)
    if not agenda_settled(state):
        titles = [f"{line.number}) {say.text(line.title)}" for line in agenda_lines(state)]
        return f"{say('say.agenda.read', items='; '.join(titles))} {say('say.agenda.ask')}"
    current = state.agenda.items.get(state.agenda.current or "")
    return _between(state, say) if current is None else _on(state, current, say)


def _during(state: Sitting, speech: Speech, now: datetime, say: Words) -> str:
    match clock_sheet(state, speech, now).pace:
        case "over":
            return say("say.floor.time-up")
        case "warning" if speech.seconds > state.profile.warning_seconds:
            return say("say.floor.minute-left")
    if more := extended_by(state, speech):
        return say("say.floor.extended", minutes=_minutes(more))
    return _give(state, speech.person, speech.kind, say)


def _give(state: Sitting, person: Person, kind: str, say: Words) -> str:
    values = {"name": person.name, "minutes": _minutes(state.seconds_for(kind))}
    match kind:
        case "report":
            return _naming(state, "say.item.rapporteur", person, values, say)
        case "co-report":
            return _naming(state, "say.item.co-rapporteur", person, values, say)
        case "order" | "reference" | "closing":
            return say(_BY_KIND[kind], **values)
    return _naming(state, "say.floor.give", person, values, say)


def _naming(state: Sitting, key: str, person: Person, values: dict[str, object], say: Words) -> str:
    """The row with the person's position, or without it where none is known."""
    place = person.position or place_of(state, person)
    template = say.template(key) if place else say.template(key).replace(", {position}", "")
    shown = {name: say.text(value) for name, value in {**values, "position": place}.items()}
    return fill(template, shown, key)


def _between(state: Sitting, say: Words) -> str:
    lines = agenda_lines(state)
    item = next((line for line in lines if line.state == "waiting"), None)
    if item is not None:
        return _next(state, state.agenda.items[item.item], say)
    body = state.convening.body if state.convening.body in ("council", "session") else "other"
    return say(f"say.close.{body}") if lines else ""


def _next(state: Sitting, item: Item, say: Words) -> str:
    number = item_numbers(state).get(item.id, item.id)
    touched = any(one.state in ("taken", "finished") for one in state.agenda.items.values() if one != item)
    if touched:
        return say("say.item.next", item=number, title=item.title)
    return say("say.item.first", title=item.title)


def _on(state: Sitting, item: Item, say: Words) -> str:
    speeches = speeches_on(state, item.id)
    person = rapporteur_to_come(state, item)
    if person is not None:
        opening = say("say.floor.thanks") if speeches else _next(state, item, say)
        return f"{opening} {_give(state, person, 'report', say)}"
    motions = [motion for motion in waiting_motions(state) if motion.item == item.id]
    if state.floor.queue and not item.debate_closed:
        return _queue(state, speeches, say)
    if motions:
        if any(motion.kind == "amendment" for motion in motions):
            return say("say.amendments-first")
        opening = f"{say('say.debate.closed')} " if item.debate_closed else ""
        return opening + say("say.motion.put", text=motions[0].put_text)
    decided = any(motion.item == item.id for motion in state.motions.values())
    if decided or not may_decide(state, item):
        return say("say.item.finished")
    if item.debate_closed:
        return say("say.debate.closed")
    if speeches and speeches[0].kind in ("report", "co-report"):
        return f"{say('say.floor.thanks')} {say('say.questions')}"
    return say("say.floor.thanks") if speeches else _next(state, item, say)


def _queue(state: Sitting, speeches: tuple[Speech, ...], say: Words) -> str:
    first = state.floor.queue[0]
    said = [say("say.floor.thanks")] if speeches else []
    if first.kind in _DEBATED and not any(speech.kind in _DEBATED for speech in speeches):
        count = sum(waiting.kind in _DEBATED for waiting in state.floor.queue)
        minutes = _minutes(state.seconds_for(first.kind))
        said.append(say("say.debate.open", count=count, minutes=minutes))
    said.append(_give(state, first.person, first.kind, say))
    if len(state.floor.queue) > 1:
        said.append(say("say.floor.next", name=state.floor.queue[1].person.name))
    return " ".join(said)


def _minutes(seconds: int) -> str:
    whole, rest = divmod(seconds, 60)
    return f"{whole}:{rest:02}" if rest else str(whole)
