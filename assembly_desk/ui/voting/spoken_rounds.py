"""The presiding's words around a list, a secret vote and the counting commission."""

from collections.abc import Iterable

from assembly_desk.domain.motion import Motion
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.text import Text
from assembly_desk.domain.vote import Vote
from assembly_desk.projections.election import list_offer, protocol_due, run_off_offer
from assembly_desk.projections.round_sheet import RoundRow, RoundSheet, is_round, round_sheet
from assembly_desk.wording.words import Words


def put_words(say: Words, state: Sitting, motion: Motion) -> str | None:
    """Putting a motion of the commission, or a closing decision; None: the words are those of any motion."""
    sets = motion.sets
    if sets is not None and sets.commission:
        members = state.roll.members
        names = [members[id].person.short for id in sets.commission if id in members]
        return say("say.commission.elect", names=_joined(say, names))
    if sets is not None and sets.approves is not None:
        approve = say("say.commission.approve", number=sets.approves.approves.removeprefix("counting-"))
        first = sets.approves.approves == "counting-1"
        return f"{constituted_words(say, state)} {approve}" if first else approve
    return say("say.list.closing", text=motion.put_text) if motion.rests_on else None


def constituted_words(say: Words, state: Sitting) -> str:
    """Whom the commission elected."""
    commission = state.commission
    if commission is None or commission.chair is None or commission.secretary is None:
        return ""
    return say(
        "say.commission.first",
        chair=_short(state, commission.chair),
        secretary=_short(state, commission.secretary),
    )


def idle_words(say: Words, state: Sitting) -> str:
    """What is said before the next step of an election: the protocol that was made, the list that is put."""
    due = protocol_due(state)
    if due is not None and due.approves == "counting-1":
        return constituted_words(say, state)
    run_off = run_off_offer(state)
    if run_off is not None and run_off.tied and (due is None):
        needed = state.rules.majority.needed(len(state.roll.present))
        names = _joined(say, [one.name for one in run_off.candidates])
        return say("say.list.run-off", names=names, seats=run_off.seats, needed=needed)
    offer = list_offer(state)
    if offer is not None and len(offer.candidates) > 1:
        names = _joined(say, [one.name for one in offer.candidates])
        return say("say.list.put", names=names, seats=offer.seats)
    return ""


def held_words(say: Words, state: Sitting, vote: Vote, rule: str, *, counting: bool) -> str:
    """A list or a secret vote that is held. `counting`: the papers are being counted."""
    sheet = round_sheet(state, vote.number)
    if counting:
        return say("say.secret.count")
    if sheet.is_list:
        names = _joined(say, [row.name for row in sheet.rows])
        if sheet.run_off_of is not None:
            asked = say("say.list.run-off", names=names, seats=sheet.seats, needed=sheet.needed)
        else:
            asked = say("say.list.put", names=names, seats=sheet.seats)
    else:
        asked = say("say.motion.put", text=vote.text)
    if vote.form == "secret":
        return f"{asked} {rule} {say('say.secret.start')} {say('say.secret.how')}"
    return f"{asked} {rule} {say('say.named.start')}"


def result_words(say: Words, state: Sitting) -> str:
    """The words that announce the round that was just over; empty where it was none."""
    vote = state.votes[-1] if state.votes else None
    if vote is None or not is_round(vote) or vote.verdict == "open":
        return ""
    sheet = round_sheet(state, vote.number)
    if sheet.stopped:
        return say("say.result.stopped", reason=sheet.stop_reason or "—")
    parts: list[str] = []
    papers, commission = sheet.papers, state.commission
    if papers is not None:
        if commission is not None and commission.chair is not None:
            parts.append(say("say.commission.floor", name=_short(state, commission.chair)))
        parts.append(
            say(
                "say.commission.report",
                issued=papers.issued,
                returned=papers.returned,
                valid=papers.valid,
                invalid=papers.invalid,
            )
        )
    parts += [_row(say, row) for row in sheet.rows]
    parts += _outcome(say, sheet)
    return "\n".join(parts)


def _row(say: Words, row: RoundRow) -> str:
    figures = {"for": row.in_favour, "against": row.against, "abstain": row.abstain}
    name = row.name if row.candidate is not None else f"«{row.text.in_language(say.language)}»"
    if row.no_mark is not None:
        return say("say.commission.row", name=name, no_mark=row.no_mark, **figures)
    return say("say.list.row", name=name, not_voting=row.not_voting, **figures)


def _outcome(say: Words, sheet: RoundSheet) -> list[str]:
    if not sheet.is_list:
        return [say(f"paper.{sheet.rows[0].verdict}")]
    parts: list[str] = []
    if through := sheet.with_verdict("adopted"):
        parts.append(say("say.list.adopted", names=_joined(say, [row.name for row in through])))
    left = sheet.seats_left
    if tied := sheet.with_verdict("tie"):
        parts.append(say("say.list.tie", names=_joined(say, [row.name for row in tied]), seats=left))
    elif left:
        parts.append(say("say.list.empty", seats=left))
    return parts


def _joined(say: Words, names: Iterable[Text]) -> str:
    return ", ".join(name.in_language(say.language) for name in names)


def _short(state: Sitting, id: str) -> Text:
    member = state.roll.members.get(id) or state.roll.gone.get(id)
    return member.person.short if member is not None else Text(id)
