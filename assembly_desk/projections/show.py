"""The state of a sitting as one JSON object: the public form of `show`."""

from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from typing import Any

from assembly_desk.domain.decide.secret import secrecy
from assembly_desk.domain.floor import Speech
from assembly_desk.domain.motion import Motion
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
        "commission": _commission(state),
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
        "motions": [_motion(motion) for motion in state.motions.values()],
        "votes": [vote_row(vote) for vote in state.votes],
        "attendance": [
            {"member": member, "from": _local(stay.since, zone), "until": _local(stay.until, zone)}
            for member, stays in state.roll.stays.items()
            for stay in stays
        ],
        "protocol": {"number": state.protocol_number, "date": state.protocol_date},
        "notices": list(_notices(state)),
        "journal": journal,
    } | ({"rectified": _rectified(state, zone)} if state.rectified else {})


def vote_row(vote: Vote) -> dict[str, Any]:
    """One vote as `show` and `close-vote` give it. Nothing counted is null, which is not zero.

    A list gives one row a motion, with the same number. All figures of a secret vote are null until it is closed;
    then the base is for + against + abstain + no_mark + invalid + not_returned + not_issued in each row.
    """
    tally, marks, papers, correction = vote.tally, vote.marks, vote.papers, vote.correction
    row: dict[str, Any] = {
        "vote": vote.number,
        "motion": vote.motion,
        "form": vote.form,
        "base": vote.base,
        "for": tally.in_favour if tally else None,
        "against": tally.against if tally else None,
        "abstain": tally.abstain if tally else None,
        "not_voting": vote.not_voting,
        "no_mark": marks.no_mark if marks else None,
        "invalid": papers.invalid if papers else None,
        "not_returned": papers.not_returned if papers else None,
        "not_issued": vote.not_issued,
        "needed": vote.needed,
        "verdict": vote.verdict,
        "rule": vote.rule.point,
        "annulled": vote.annulled,
        "doubtful": vote.doubtful,
        "by_subtraction": vote.by_subtraction,
        "entry": vote.entry,
    }
    linked = {
        "annulled_by": vote.annulled_by,
        "again": vote.again,
        "replaced_by": vote.replaced_by,
        "seats": vote.seats,
        "run_off_of": vote.run_off_of,
        "corrected": {"base": correction.base, "needed": correction.needed} if correction else None,
    }
    row |= {name: value for name, value in linked.items() if value is not None}
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


def _motion(motion: Motion) -> dict[str, Any]:
    row: dict[str, Any] = {
        "motion": motion.id,
        "item": motion.item,
        "kind": motion.kind,
        "text": text(motion.text),
        "state": motion.state,
    }
    if motion.candidate is not None:
        row["candidate"] = person(motion.candidate)
    if motion.rests_on:
        row["from"] = list(motion.rests_on)
    return row


def _rectified(state: Sitting, zone: timezone) -> list[dict[str, Any]]:
    """What was found later: of which entry (`by`: the entry that says so), what is true, and why."""
    return [
        {
            "entry": one.entry,
            "truth": text(one.truth),
            "reason": text(one.reason),
            "by": one.seq,
            "presence": [
                {"members": list(truth.members), "present": truth.present, "at": _local(truth.at, zone)}
                for truth in one.presence
            ],
        }
        for one in state.rectified
    ]


def _commission(state: Sitting) -> dict[str, Any] | None:
    """The counting commission, and which of its protocols the body approved by which vote."""
    commission = state.commission
    if commission is None:
        return None
    return {
        "members": list(commission.members),
        "chair": commission.chair,
        "secretary": commission.secretary,
        "approved": [
            {"protocol": approval.approves, "vote": approval.vote, "by": vote}
            for approval, vote in state.approvals.items()
        ],
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
    for number in dict.fromkeys(vote.number for vote in state.votes if vote.form == "secret"):
        codes.update(dict.fromkeys(secrecy(state, number)))
    return list(codes)
