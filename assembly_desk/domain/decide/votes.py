"""Votes: when a motion may be put, what may be counted, and the verdict (p. 10, p. 15)."""

from collections.abc import Mapping

from assembly_desk.domain import events as e
from assembly_desk.domain.commands import Cast, CloseVote, Count, Put, StopVote
from assembly_desk.domain.decide.consequences import consequences
from assembly_desk.domain.decide.motions import motion_known, undecided
from assembly_desk.domain.decide.phases import need, need_item, need_no_vote, need_quorum
from assembly_desk.domain.decide.setting import Accepted, Setting, in_hall, on_roll, somebody
from assembly_desk.domain.motion import Motion
from assembly_desk.domain.profile import Form
from assembly_desk.domain.refusals import Refused
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.vote import Sector, Tally, Verdict, Vote


def put(state: Sitting, command: Put, setting: Setting) -> Accepted:
    """Put a motion: text and electorate freeze, and with them base and needed number (A1, A2).

    Not during a re-registration: who is in the hall is known once it has ended.
    """
    need(state, "open")
    need_no_vote(state)
    if state.roll.roll_call is not None:
        raise Refused("NotOpen", state="registration")
    motion = motion_known(state, command.motion)
    undecided(state, motion)
    if motion.amends is not None:
        motion_known(state, motion.amends)
    if _root(state, motion).kind != "procedural":
        need_item(state, motion.item)
    pending = [
        other.id
        for other in state.motions.values()
        if other.amends == motion.id and other.state in ("proposed", "stopped")
    ]
    if pending:
        raise Refused("AmendmentsPending", motions=pending)
    need_form(state, motion, command.form)
    need_quorum(state)
    electorate = tuple(state.roll.present)
    rule = state.rules.majority
    return Accepted(
        (
            e.VotePut(
                motion=motion.id,
                text=motion.put_text,
                form=command.form,
                electorate=electorate,
                needed=rule.needed(len(electorate)),
                rule=rule,
                quorum=state.quorum,
                sectors=tuple(_sectors(state, command, setting).items()),
            ),
        )
    )


def need_form(state: Sitting, motion: Motion, form: Form) -> None:
    """Refuse a form that this motion may not take.

    Without objection: procedure and taking note only. By hands, before any form is decided: procedure, and
    the body's own decision on the form and the reglament, which a taking note or an appeal is not (A10). All
    else goes in the form that the body decided (p. 10, A11).
    """
    if form == "no-objection":
        if motion.kind not in ("procedural", "take-note"):
            raise Refused("NotThisForm")
        return
    root = _root(state, motion)
    bootstrap = root.kind == "procedural" or (
        root.kind == "decision"
        and motion.item is not None
        and state.agenda.items[motion.item].competence in state.profile.own_form_matters
    )
    if bootstrap and form == "show-of-hands":
        return
    decided = state.form_for(motion.item)
    if decided is None:
        if state.rules.decides_own_form or form == "secret":
            raise Refused("FormNotDecided")
    elif form != decided.form and not (bootstrap and not state.rules.decides_own_form):
        raise Refused("FormNotDecided")


def _root(state: Sitting, motion: Motion) -> Motion:
    """The motion, or the one that an amendment in the end amends: its kind counts for both."""
    while motion.kind == "amendment" and motion.amends is not None:
        motion = state.motions[motion.amends]
    return motion


def cast(state: Sitting, command: Cast, setting: Setting) -> Accepted:
    """A member's answer, of one who was in the hall when the motion was put and is now; again: it replaces.

    Who has left gives and changes none, what they answered before stands; back in the hall they may (A7).
    """
    vote = _held(state)
    if vote.form == "secret":
        raise Refused("SecretByName")
    if vote.form != "named":
        raise Refused("NotThisForm", case="cast")
    if command.member not in vote.electorate:
        raise Refused("NotInElectorate", name=on_roll(state, command.member, setting).person.name)
    if command.member not in state.roll.present:
        member = state.roll.gone.get(command.member) or on_roll(state, command.member, setting)
        raise Refused("NotPresent", name=member.person.name)
    if vote.answers.get(command.member) == command.choice:
        return Accepted()
    return Accepted((e.VoteCast(command.member, command.choice),))


def count(state: Sitting, command: Count) -> Accepted:
    """The hands counted, never more than those who sit there; for = "rest" where the body allows it.

    The rest is counted as at the moment of counting: whoever left at any time since the motion was put is not
    in it, also when they came back (A7). A leaving after the count changes no count: it is counted again, or
    stands.
    """
    vote = _held(state)
    if vote.form != "show-of-hands":
        raise Refused("NotThisForm", case="count")
    sector = command.sector or ""
    if (sector not in vote.sectors) if vote.sectors else command.sector is not None:
        raise Refused("SectorMissing", sector=command.sector or "—")
    size = vote.sectors[sector].size if vote.sectors else vote.base
    against, abstain = _number(command.against), _number(command.abstain)
    if command.in_favour == "rest":
        _need_subtraction(state, vote, sector)
        in_favour, rest = vote.stayed(sector) - against - abstain, True
    else:
        in_favour, rest = _number(command.in_favour), False
    tally = Tally(in_favour, against, abstain, rest)
    if tally.sum > size or in_favour < 0:
        raise Refused("CountExceedsBase", sum=against + abstain + max(in_favour, 0), base=size)
    return Accepted(() if vote.counts.get(sector) == tally else (e.VoteCounted(sector, tally),))


def close(state: Sitting, command: CloseVote) -> Accepted:
    """End the vote: the verdict by the body's threshold, and what it brings about."""
    vote = _held(state)
    if vote.form == "no-objection":
        objections = 0 if command.objections is None else _number(command.objections)
        if objections:
            return Accepted((e.VoteStopped(vote.number, objections=objections),))
    elif command.objections is not None:
        raise Refused("NotThisForm", case="objections")
    if vote.missing_counts:
        raise Refused("CountMissing", missing=[name for name in vote.missing_counts if name] or "—")
    verdict = verdict_of(vote)
    closed = e.VoteClosed(vote.number, vote.base, vote.needed, vote.tally, vote.not_voting, verdict)
    if verdict != "adopted":
        return Accepted((closed,))
    return Accepted((closed, *consequences(state, vote)))


def verdict_of(vote: Vote) -> Verdict:
    """The verdict that the votes so far give: those for against the threshold of the base, nothing else."""
    if vote.form == "no-objection":
        return "adopted"
    in_favour = vote.tally.in_favour if vote.tally else 0
    return "adopted" if vote.rule.met(in_favour, vote.base) else "not-adopted"


def stop(state: Sitting, command: StopVote) -> Accepted:
    """No verdict; the motion may be put again."""
    return Accepted((e.VoteStopped(_held(state).number, command.reason),))


def _held(state: Sitting) -> Vote:
    need(state, "open")
    if state.vote is None:
        raise Refused("NoVoteInProgress")
    return state.vote


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise Refused("NotANumber", value=str(value))
    return value


def _need_subtraction(state: Sitting, vote: Vote, sector: str) -> None:
    choice = state.form_for(state.motions[vote.motion].item)
    if choice is None or not choice.by_subtraction:
        raise Refused("CountByHand")
    if vote.sectors and vote.sectors[sector].members is None:
        raise Refused("CountByHand")  # who left this sector is not known, and must not be counted


def _sectors(state: Sitting, command: Put, setting: Setting) -> Mapping[str, Sector]:
    if not command.sectors:
        return {}
    if command.form == "secret":
        raise Refused("SecretByName")
    if command.form != "show-of-hands":
        raise Refused("NotThisForm", case="sectors")
    for name in command.tellers:
        if name not in command.sectors:
            raise Refused("SectorMissing", sector=name)
    sectors: dict[str, Sector] = {}
    for name, seated in command.sectors.items():
        teller = command.tellers.get(name)
        person = None if teller is None else somebody(teller, state, setting)
        if isinstance(seated, int):
            sectors[name] = Sector(_number(seated), teller=person)
        else:
            for id in seated:
                in_hall(state, id, setting)
            sectors[name] = Sector(len(seated), seated, person)
    base, total = len(state.roll.present), sum(sector.size for sector in sectors.values())
    named = [id for sector in sectors.values() for id in sector.members or ()]
    if twice := [id for id in dict.fromkeys(named) if named.count(id) > 1]:
        names = [state.roll.members[id].person.name for id in twice]
        raise Refused("SectorsDoNotAddUp", case="twice", name=names)
    if total != base:
        raise Refused("SectorsDoNotAddUp", sum=total, base=base)
    return sectors
