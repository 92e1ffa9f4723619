"""The presiding's words around a vote, at each of its moments, as the official table has them."""

from assembly_desk.domain.motion import AgendaChange, Motion
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.vote import Vote
from assembly_desk.projections.next_act import agenda_settled
from assembly_desk.projections.round_sheet import is_round
from assembly_desk.projections.vote_sheet import VoteSheet, last_result
from assembly_desk.ui.voting.figures import rule_sentence
from assembly_desk.ui.voting.spoken_rounds import held_words, idle_words, put_words, result_words
from assembly_desk.wording.words import Language, Words, words


def spoken_now(
    state: Sitting, language: Language, *, motion: str | None = None, moment: str = "", again: bool = False
) -> str:
    """What is said now. `motion`: the one chosen to be put; `moment`: whose hands are asked for (`for`,
    `against`, `abstain`, `end`), of a list by name `answers` once one came, of a secret vote `counting`;
    `again`: the names are read once more. Empty: nothing is said, as while names are called.
    """
    say = words(language)
    if state.phase != "open":
        return ""
    if state.vote is not None:
        return _held(say, state, state.vote, moment, again)
    if not state.quorum.met:
        quorum = state.quorum
        lost = say("say.quorum.lost", present=quorum.present, needed=quorum.needed)
        result = "" if motion else _last(say, state)
        return f"{result} {lost}" if result else lost
    if motion is not None and motion in state.motions:
        candidate = state.motions[motion].candidate is not None
        return (idle_words(say, state) if candidate else "") or _put(say, state.motions[motion], state)
    told = [one for one in (_last(say, state), idle_words(say, state)) if one]
    if told:
        return "\n".join(told)
    if not agenda_settled(state):
        titles = [item.title.in_language(language) for item in state.agenda.items.values()]
        items = "; ".join(f"{number}) {title}" for number, title in enumerate(titles, 1))
        return f"{say('say.agenda.read', items=items)} {say('say.agenda.ask')}"
    return ""


def _last(say: Words, state: Sitting) -> str:
    """The result that was just over; empty where there is none."""
    sheet = last_result(state)
    if sheet is None:
        return ""
    return result_words(say, state) or _result(say, state, sheet)


def question(motion: Motion, language: Language) -> str:
    """What the hall is asked where nothing is counted unless somebody objects."""
    say = words(language)
    if motion.kind == "take-note":
        return say("say.take-note")
    if motion.sets is not None and motion.sets.debate_closed:
        return say("say.debate.close-ask")
    return say("say.no-objection.ask", text=motion.put_text)


def _put(say: Words, motion: Motion, state: Sitting) -> str:
    sets = motion.sets
    if (told := put_words(say, state, motion)) is not None:
        return told
    if sets is not None and sets.agenda == "approved":
        return say("say.agenda.put")
    if sets is not None and isinstance(sets.agenda, AgendaChange):
        return say("say.agenda.change", text=motion.put_text)
    if sets is not None and sets.form is not None:
        return say("say.form.put", form=say(f"form.{sets.form.form}"))
    if motion.kind == "take-note" or (sets is not None and sets.debate_closed):
        return question(motion, say.language)
    if motion.kind == "appeal":
        return say("say.appeal")
    put = say("say.motion.put", text=motion.put_text)
    return f"{say('say.amendments-first')} {put}" if motion.kind == "amendment" else put


def _held(say: Words, state: Sitting, vote: Vote, moment: str, again: bool) -> str:
    motion = state.motions[vote.motion]
    if vote.form == "no-objection":
        return question(motion, say.language)
    rule = rule_sentence(say, state, vote.base, vote.needed, vote.rule)
    if is_round(vote):
        return (
            "" if moment == "answers" else held_words(say, state, vote, rule, counting=moment == "counting")
        )
    if vote.form == "named":
        if again:
            return say("say.named.again")
        start = say("say.named.start")
        return f"{_put(say, motion, state)} {rule} {start}" if not vote.answers else ""
    match moment:
        case "against" | "abstain" | "end":
            return say(f"say.hands.{moment}")
    asks = say("say.hands.for")
    if vote.counts:
        return asks
    return f"{_put(say, motion, state)} {rule} {say('say.hands.start')} {asks}"


def _result(say: Words, state: Sitting, sheet: VoteSheet) -> str:
    motion = state.motions[sheet.motion]
    if sheet.verdict == "stopped":
        if sheet.form == "no-objection" and sheet.stop_reason is None:
            return say("say.no-objection.some")
        return say("say.result.stopped", reason=sheet.stop_reason or "—")
    adopted = sheet.verdict == "adopted"
    if sheet.form == "no-objection":
        parts = [say("say.no-objection.none")]
    elif motion.kind in ("procedural", "amendment"):
        parts = [_figures(say, sheet), say(f"say.result.motion-{sheet.verdict}")]
    else:
        parts = [_counted(say, f"say.result.{sheet.verdict}", sheet)]
        if adopted and sheet.unanimous:
            parts.append(say("say.result.unanimous"))
        if not adopted and sheet.equal:
            parts.append(say("say.result.equal"))
    sets = motion.sets
    if adopted and sets is not None and sets.agenda is not None:
        parts.append(say("say.agenda.adopted"))
    if adopted and sets is not None and sets.debate_closed:
        parts.append(say("say.debate.closed"))
    return " ".join(parts)


def _counted(say: Words, key: str, sheet: VoteSheet) -> str:
    figures = {"for": sheet.in_favour, "against": sheet.against, "abstain": sheet.abstain}
    return say(key, not_voting=sheet.not_voting, needed=sheet.needed, **figures)


def _figures(say: Words, sheet: VoteSheet) -> str:
    line = _counted(say, "paper.vote-line", sheet)
    return f"{say('hall.result')}: {line}."
