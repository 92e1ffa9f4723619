"""The state of a sitting as one JSON object: the public form of `show`."""

from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from typing import Any

from assembly_desk.domain.floor import Speech
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.text import Act, Person, Text
from assembly_desk.domain.vote import Vote


def show(state: Sitting, *, head: str, entries: int, broken: int | None = None) -> dict[str, Any]:
    """Everything of the sitting that an outsider may rely on. Times are local to the profile."""
    zone = timezone(timedelta(minutes=state.profile.utc_offset_minutes))
    convening, quorum = state.convening, state.quorum
    journal: dict[str, Any] = {"entries": entries, "head": head}
    if broken is not None:
        journal["broken"] = broken
    return {
        "sitting": state.id,
        "body": convening.body,
        "number": convening.number,
        "date": convening.date,
        "time": convening.time,
        "place": text(convening.place),
        "sort": convening.sort,
        "state": state.phase,
        "rehearsal": state.rehearsal,
        "profile": state.profile.id,
        "convened": {
            "by": [person(one) for one in convening.convened_by],
            "act": act(convening.act),
            "consent": act(convening.consent),
        },
        "presiding": person(state.presiding),
        "secretary": person(convening.secretary),
        "invited": [person(one) for one in convening.invited],
        "roll": _roll(state),
        "quorum": {"needed": quorum.needed, "met": quorum.met, "rule": quorum.point},
        "agenda": {"approved": state.agenda.approved},
        "form": state.form.form if state.form else None,
        "reglament": state.reglament,
        "commission": None,
        "floor": _floor(state.floor.speech, zone),
        "items": [
            {
                "item": item.id,
                "title": text(item.title),
                "state": item.state,
                "competence": item.competence,
            }
            for item in state.agenda.items.values()
        ],
        "motions": [
            {
                "motion": motion.id,
                "item": motion.item,
                "kind": motion.kind,
                "text": text(motion.text),
                "state": motion.state,
            }
            for motion in state.motions.values()
        ],
        "votes": [vote_row(vote) for vote in state.votes],
        "attendance": [
            {"member": member, "from": _local(stay.since, zone), "until": _local(stay.until, zone)}
            for member, stays in state.roll.stays.items()
            for stay in stays
        ],
        "protocol": {"number": state.protocol_number, "date": state.protocol_date},
        "notices": list(_notices(state)),
        "journal": journal,
    }


def vote_row(vote: Vote) -> dict[str, Any]:
    """One vote as `show` and `close-vote` give it. Nothing counted is null, which is not zero."""
    tally = vote.tally
    row: dict[str, Any] = {
        "vote": vote.number,
        "motion": vote.motion,
        "form": vote.form,
        "base": vote.base,
        "for": tally.in_favour if tally else None,
        "against": tally.against if tally else None,
        "abstain": tally.abstain if tally else None,
        "not_voting": vote.not_voting,
        "no_mark": None,
        "invalid": None,
        "not_returned": None,
        "not_issued": None,
        "needed": vote.needed,
        "verdict": vote.verdict,
        "rule": vote.rule.point,
        "annulled": False,
        "doubtful": False,
        "by_subtraction": vote.by_subtraction,
        "entry": vote.entry,
    }
    if vote.form == "named":
        row["names"] = names(vote)
    return row


def names(vote: Vote) -> dict[str, list[str]]:
    """Who answered what in a named vote, and who did not, in the order of the electorate."""
    groups: dict[str, list[str]] = {"for": [], "against": [], "abstain": [], "not_voting": []}
    for member in vote.electorate:
        groups[vote.answers.get(member, "not_voting")].append(member)
    return groups


def text(value: Text | None) -> Mapping[str, str] | None:
    """A human text by language."""
    if value is None:
        return None
    return {"kk": value.kk} if value.ru is None else {"kk": value.kk, "ru": value.ru}


def person(value: Person | None) -> str | dict[str, Any] | None:
    """A member by id, anybody else by name."""
    if value is None:
        return None
    if value.member is not None:
        return value.member
    named: dict[str, Any] = {"name": value.name.kk}
    if value.position is not None:
        named["position"] = value.position.kk
    return named


def act(value: Act | None) -> str | None:
    """A paper by its number, or as it was worded."""
    if value is None:
        return None
    if value.text is not None:
        return value.text.kk
    return f"№ {value.number}" if value.number else value.kind


def _roll(state: Sitting) -> dict[str, int]:
    roll = state.roll
    standings = [roll.standing(member) for member in roll.members]
    return {
        "total": roll.total,
        "listed": len(roll.members),
        "present": standings.count("present"),
        "excused": standings.count("excused"),
        "left": standings.count("left"),
        "absent": standings.count("absent"),
    }


def _floor(speech: Speech | None, zone: timezone) -> dict[str, Any] | None:
    if speech is None:
        return None
    return {
        "member": person(speech.person),
        "kind": speech.kind,
        "item": speech.item,
        "seconds": speech.seconds,
        "from": _local(speech.since, zone),
        "paused": speech.paused_at is not None,
        "entry": speech.entry,
    }


def _local(at: datetime | None, zone: timezone) -> str | None:
    return None if at is None else at.astimezone(zone).isoformat()


def _notices(state: Sitting) -> list[str]:
    """The codes of what still stands: a text without its Russian, an item that this body may only discuss."""
    codes: dict[str, None] = {}
    if any(not item.title.ru for item in state.agenda.items.values()) or any(
        not motion.text.ru for motion in state.motions.values()
    ):
        codes["RussianMissing"] = None
    for item in state.agenda.items.values():
        rule = state.rules.competence.get(item.competence)
        if rule is not None and rule.notice is not None:
            codes[rule.notice] = None
    return list(codes)
