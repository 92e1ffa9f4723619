"""What rests on a vote: the later votes that could not have been put, or would read otherwise, without it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from assembly_desk.domain.motion import Motion, with_parts, with_wholes
from assembly_desk.domain.profile import Form
from assembly_desk.domain.refusals import Refused
from assembly_desk.domain.standing import Brought, TakenBack
from assembly_desk.domain.state import Sitting, last_verdict_on, round_of
from assembly_desk.domain.vote import Vote


def rests_on(
    state: Sitting,
    motions: Iterable[Motion],
    form: Form,
    *,
    bootstrap: bool = False,
    by_list_rule: bool = False,
    run_off_of: int | None = None,
) -> tuple[int, ...]:
    """The votes on which one of these motions rests when it is put so, in order.

    `bootstrap`: put by hands as procedure goes, whatever form was decided. `by_list_rule`: a list with more
    candidates than seats.
    """
    found: set[int] = set()
    if run_off_of is not None:
        found.add(run_off_of)
    for motion in motions:
        found.update(motion.rests_on)
        again = state.again.get(motion.id)
        if again is not None:
            found.add(again.by)
        last = last_verdict_on(state, motion.id)
        if last is not None and last.annulled_by is not None:
            found.add(last.annulled_by)
        if by_list_rule and motion.item is not None:
            found.update(_of_list(state, motion.item))
        for whole in with_wholes(state.motions, motion.id):
            if whole.sets is not None and whole.sets.approves is not None:
                found.update(() if whole.sets.approves.vote is None else (whole.sets.approves.vote,))
            if whole is not motion and (whole.sets is not None or whole.excludes):
                found.update(_of_parts(state, whole, motion))
        found.update(_by_what_was_brought(state, motion, form, bootstrap))
    return tuple(sorted(found))


def _by_what_was_brought(state: Sitting, motion: Motion, form: Form, bootstrap: bool) -> Iterator[int]:
    item = motion.item
    own = item if item in state.item_forms else None
    decided = state.form_for(item)
    in_form = not bootstrap and decided is not None and decided.form == form
    sets = [whole.sets for whole in with_wholes(state.motions, motion.id) if whole.sets is not None]
    for number, brought in state.brought.items():
        before = brought.before
        added = {id for id, made in brought.states.items() if made == "waiting"}
        uses = (
            in_form and own in dict(before.forms),
            form == "secret" and before.commission is not None,
            item is not None and item in added,
            motion.id in dict(before.texts) or motion.amends in dict(before.texts),
            before.agenda is not None and any(one.agenda is not None for one in sets),
            any(one.form is not None and one.form.item in dict(before.forms) for one in sets),
            before.reglament is not None and any(one.reglament is not None for one in sets),
            before.commission is not None and any(one.commission or one.approves for one in sets),
            any(one.list_rule is not None and one.list_rule.item in dict(before.lists) for one in sets),
            any(one.office is not None and one.office.member in dict(before.offices) for one in sets),
        )
        if any(uses):
            yield number


def _of_parts(state: Sitting, whole: Motion, motion: Motion) -> Iterator[int]:
    """The votes that adopted the other parts: with the last of them comes about what the whole sets."""
    for part in with_parts(state.motions, whole.id):
        vote = last_verdict_on(state, part.id)
        if part.id != motion.id and vote is not None and vote.holds and vote.verdict == "adopted":
            yield vote.number


def _of_list(state: Sitting, item: str) -> Iterator[int]:
    for number, brought in state.brought.items():
        if item in dict(brought.before.lists):
            yield number


def need_to_hold(state: Sitting, number: int) -> tuple[Vote, ...]:
    """The rows of a vote whose verdict holds, or the refusal that says why it does not."""
    rows = round_of(state, number)
    if not rows or not rows[0].decided:
        raise Refused("UnknownMotion", id=number, case="vote")
    later = rows[0].annulled_by or rows[0].replaced_by
    if later is not None:
        raise Refused("AlreadyDecided", vote=later)
    return rows


def need_none_resting(state: Sitting, number: int) -> None:
    """Refuse while votes that hold rest on that one: first they would have to go."""
    need_to_hold(state, number)
    if annulled := state.brought.get(number, Brought()).annulled:
        raise Refused("OthersRestOnIt", case="annulment", vote=number, votes=annulled)
    resting = {vote.number for vote in state.votes if vote.holds and number in vote.rests_on}
    if resting:
        raise Refused("OthersRestOnIt", vote=number, votes=sorted(resting))


def taken_back(state: Sitting, number: int) -> TakenBack:
    """What is so again once that vote does not hold. An item that has gone on since keeps its state."""
    brought = state.brought.get(number, Brought())
    back = brought.before
    if back.agenda is not None:
        states = tuple(
            (id, was)
            for id, was in back.agenda.states
            if id in state.agenda.items and state.agenda.items[id].state == brought.states.get(id)
        )
        back = replace(back, agenda=replace(back.agenda, states=states))
    used = {vote.again for vote in state.votes if vote.decided}
    return replace(back, again=tuple(of for of in back.again if of not in used))
