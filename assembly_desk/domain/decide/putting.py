"""Putting a motion to the vote: when it may be, in which form, and what freezes with it (p. 10, p. 15)."""

from collections.abc import Iterable, Mapping, Sequence

from assembly_desk.domain import events as e
from assembly_desk.domain.commands import Put
from assembly_desk.domain.decide.effects import need_counters, need_effects, need_off_commission
from assembly_desk.domain.decide.motions import UNDECIDED, motion_known, undecided
from assembly_desk.domain.decide.phases import need, need_item, need_no_vote, need_quorum
from assembly_desk.domain.decide.resting import need_to_hold, rests_on
from assembly_desk.domain.decide.setting import Accepted, Setting, in_hall, somebody
from assembly_desk.domain.motion import Motion, with_wholes
from assembly_desk.domain.profile import Form
from assembly_desk.domain.refusals import Notice, Refused
from assembly_desk.domain.state import Sitting, round_of
from assembly_desk.domain.vote import Sector

FEW = 10  # papers, or members by whom two electorates differ: fewer give single votes away


def put(state: Sitting, command: Put, setting: Setting) -> Accepted:
    """Put a motion: text and electorate freeze, and with them base and needed number (A1, A2).

    Not during a re-registration: who is in the hall is known once it has ended.
    """
    need_time_to_vote(state)
    motion = motion_known(state, command.motion)
    if command.sectors and command.form == "secret":
        raise Refused("SecretByName")
    again = _again(state, motion, command.form)
    need_ready(state, motion, setting)
    if again is None:
        need_form(state, motion, command.form)
    if command.form == "secret" and motion.candidate is not None:
        need_off_commission(state, (motion.candidate,))
    need_secret(state, command.form)
    need_quorum(state)
    sectors = tuple(_sectors(state, command, setting).items())
    electorate = tuple(state.roll.present)
    rule = state.rules.majority
    event = e.VotePut(
        motion=motion.id,
        text=motion.put_text,
        form=command.form,
        electorate=electorate,
        needed=rule.needed(rule_base(state, electorate)),
        rule=rule,
        quorum=state.quorum,
        sectors=sectors,
        rests_on=rests_on(
            state,
            (motion,),
            command.form,
            bootstrap=command.form in ("show-of-hands", "no-objection") and bootstraps(state, motion),
        ),
        again=again,
    )
    return Accepted((event,), put_notices(state, command.form, electorate, (motion.id,)))


def need_time_to_vote(state: Sitting) -> None:
    """Refuse while another vote is held, or a re-registration."""
    need(state, "open")
    need_no_vote(state)
    if state.roll.roll_call is not None:
        raise Refused("NotOpen", state="registration")


def need_ready(state: Sitting, motion: Motion, setting: Setting) -> None:
    """Refuse a motion whose time has not come: its item, its amendments, what it sets and rests on."""
    if motion.amends is not None:
        motion_known(state, motion.amends)
    if root(state, motion).kind != "procedural":
        need_item(state, motion.item)
    pending = [
        other.id
        for other in state.motions.values()
        if other.amends == motion.id and other.state in ("proposed", "stopped")
    ]
    if pending:
        raise Refused("AmendmentsPending", motions=pending)
    for vote in motion.rests_on:
        need_to_hold(state, vote)
    for whole in with_wholes(state.motions, motion.id):
        need_effects(state, whole.sets, setting)


def need_form(state: Sitting, motion: Motion, form: Form) -> None:
    """Refuse a form that this motion may not take.

    Without objection: procedure and taking note only. By hands, before any form is decided: procedure, and
    the body's own decision on the form and the reglament, which a taking note or an appeal is not (A10). All
    else goes in the form that the body decided (p. 10, A11). Where the law leaves the form open, in secret only
    once it was decided for that item, and a closing decision may then go openly: what it rests on was voted on
    in that form.
    """
    if form == "no-objection":
        _need_uncounted(motion)
        return
    bootstrap = bootstraps(state, motion)
    if bootstrap and form == "show-of-hands":
        return
    decided = state.form_for(motion.item)
    own = state.rules.decides_own_form
    if decided is not None and decided.form == "secret" and decided.item is None and not own:
        decided = None
    if decided is None:
        if own or form == "secret":
            raise Refused("FormNotDecided")
    elif form != decided.form:
        openly = not own and form != "secret" and (bootstrap or motion.rests_on)
        if not openly:
            raise Refused("FormNotDecided")


def need_secret(state: Sitting, form: Form) -> None:
    """Refuse a secret vote that nobody could count."""
    if form == "secret":
        need_counters(state)


def rule_base(state: Sitting, electorate: Sequence[str]) -> int:
    """What the body's majority is a share of: those present, or all members where its own rule says so."""
    return state.roll.total if state.rules.majority.of == "members" else len(electorate)


def put_notices(
    state: Sitting, form: Form, electorate: Sequence[str], motions: Iterable[str]
) -> tuple[Notice, ...]:
    """What the numbers alone may give away of a secret vote, said while it can still be helped."""
    if form != "secret":
        return ()
    notices = []
    if len(electorate) < FEW:
        notices.append(Notice("FewerThanTen", {"base": len(electorate)}))
    on_the_same = [
        set(vote.electorate).symmetric_difference(electorate)
        for vote in state.votes
        if vote.form == "secret" and vote.decided and vote.motion in motions
    ]
    few = [len(differing) for differing in on_the_same if 0 < len(differing) < FEW]
    if few:
        notices.append(Notice("ElectorateDiffersByFew", {"count": min(few)}))
    return tuple(notices)


def root(state: Sitting, motion: Motion) -> Motion:
    """The motion, or the one that an amendment in the end amends: its kind counts for both."""
    seen = set[str]()
    while motion.kind == "amendment" and motion.amends is not None and motion.id not in seen:
        seen.add(motion.id)  # in a false record too it ends
        motion = state.motions[motion.amends]
    return motion


def bootstraps(state: Sitting, motion: Motion) -> bool:
    """Whether it may go by hands before any form is decided (A10)."""
    kind = root(state, motion).kind
    return kind == "procedural" or (
        kind == "decision"
        and motion.item is not None
        and state.agenda.items[motion.item].competence in state.profile.own_form_matters
    )


def _again(state: Sitting, motion: Motion, form: Form) -> int | None:
    """The vote that is recounted or repeated by this one; refused where the body did not decide that."""
    allowed = state.again.get(motion.id)
    if allowed is None or motion.state in UNDECIDED:
        undecided(state, motion)
        return None
    if round_of(state, allowed.of)[0].is_list:
        raise Refused("AlreadyDecided", case="list", vote=allowed.of)
    if form != allowed.form:
        raise Refused("FormNotDecided", case="again", form=allowed.form)
    if form == "no-objection":
        _need_uncounted(motion)
    return allowed.of


def _need_uncounted(motion: Motion) -> None:
    if motion.kind not in ("procedural", "take-note"):
        raise Refused("NotThisForm")


def _sectors(state: Sitting, command: Put, setting: Setting) -> Mapping[str, Sector]:
    if not command.sectors:
        return {}
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
            if seated < 0:
                raise Refused("NotANumber", value=str(seated))
            sectors[name] = Sector(seated, teller=person)
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
