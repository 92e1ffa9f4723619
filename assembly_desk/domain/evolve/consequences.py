"""How the sitting follows from what an adopted motion brought about, and from taking that back."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import assert_never

from assembly_desk.domain import events as e
from assembly_desk.domain.agenda import Agenda, ItemState
from assembly_desk.domain.commission import Commission
from assembly_desk.domain.evolve.agenda import adopt, set_state
from assembly_desk.domain.evolve.voting import in_state
from assembly_desk.domain.motion import Motion
from assembly_desk.domain.standing import Again, AgendaBack, Brought, TakenBack, agenda_before
from assembly_desk.domain.state import Sitting, round_of
from assembly_desk.domain.text import Text
from assembly_desk.domain.vote import Vote


def evolve_consequence(state: Sitting, event: e.Consequence) -> Sitting:
    """The sitting after something that an adopted motion brought about; what stood before is kept beside it."""
    match event:
        case e.AgendaSet(vote, change):
            named = () if change is None else (*change.add, *change.remove, *change.postpone)
            before = agenda_before(state.agenda, tuple(dict.fromkeys(named)))
            after = replace(state, agenda=adopt(state.agenda, change))
            made = {id: after.agenda.items[id].state for id, _ in before.states}
            return _brought(after, vote, lambda back: replace(back, agenda=back.agenda or before), made)
        case e.FormDecided(vote, choice):
            was = state.form if choice.item is None else state.item_forms.get(choice.item)
            if choice.item is None:
                after = replace(state, form=choice)
            else:
                after = replace(state, item_forms={**state.item_forms, choice.item: choice})
            return _brought(after, vote, lambda back: replace(back, forms=(*back.forms, (choice.item, was))))
        case e.ReglamentAdopted(vote, reglament):
            before_it = (reglament, state.reglament)
            adopted = replace(state.reglaments[reglament], adopted=True)
            after = replace(state, reglament=reglament, reglaments={**state.reglaments, reglament: adopted})
            return _brought(after, vote, lambda back: replace(back, reglament=before_it))
        case e.DebateClosed(vote, item):
            if item is None or state.agenda.items[item].debate_closed:
                return state
            after = replace(state, agenda=_debate(state.agenda, item, closed=True))
            return _brought(after, vote, lambda back: replace(back, debates=(*back.debates, item)))
        case e.MotionAmended(vote, amended, text):
            motion = state.motions[amended]
            before_text = motion.put_text
            motion = _reworded(motion, text, (*motion.texts_before, before_text))
            after = replace(state, motions={**state.motions, amended: motion})
            return _brought(
                after, vote, lambda back: replace(back, texts=(*back.texts, (amended, before_text)))
            )
        case e.MotionsFell(vote, fallen):
            motions = state.motions
            states = tuple((id, motions[id].state) for id in fallen)
            for id in fallen:
                motions = in_state(motions, id, "fallen")
            after = replace(state, motions=motions)
            return _brought(after, vote, lambda back: replace(back, fallen=(*back.fallen, *states)))
        case e.CommissionElected(vote, members):
            after = replace(state, commission=Commission(members, vote))
            return _brought(after, vote, lambda back: replace(back, commission=(state.commission,)))
        case e.ProtocolApproved(vote, approval):
            after = replace(state, approvals={**state.approvals, approval: vote})
            return _brought(after, vote, lambda back: replace(back, approvals=(*back.approvals, approval)))
        case e.ListDecided(vote, rule):
            ruled = state.lists.get(rule.item)
            after = replace(state, lists={**state.lists, rule.item: rule})
            return _brought(after, vote, lambda back: replace(back, lists=(*back.lists, (rule.item, ruled))))
        case e.OfficeGiven(vote, elected):
            member = state.roll.members[elected.member]
            holders = {**state.roll.members, elected.member: replace(member, office=elected.office)}
            after = replace(state, roll=replace(state.roll, members=holders))
            held = (elected.member, member.office)
            return _brought(after, vote, lambda back: replace(back, offices=(*back.offices, held)))
        case e.VoteAnnulled():
            return _annul(state, event)
        case e.AgainAllowed(vote, of, form):
            allowed = {row.motion: Again(of, vote, form) for row in round_of(state, of)}
            after = replace(state, again={**state.again, **allowed})
            return _brought(after, vote, lambda back: replace(back, again=(*back.again, of)))
        case e.VoteReplaced():
            return _replace(state, event)
    assert_never(event)


def _brought(
    state: Sitting,
    vote: int,
    more: Callable[[TakenBack], TakenBack],
    made: Mapping[str, ItemState] | None = None,
) -> Sitting:
    before = state.brought.get(vote, Brought())
    after = replace(before, before=more(before.before), states={**before.states, **(made or {})})
    return replace(state, brought={**state.brought, vote: after})


def _annul(state: Sitting, event: e.VoteAnnulled) -> Sitting:
    """The vote keeps its figures; its motions may be put again, for nothing of it stands."""
    motions = state.motions
    for row in round_of(state, event.annulled):
        if motions[row.motion].state != "withdrawn":
            motions = in_state(motions, row.motion, "proposed")
    state = _rows_of(state, event.annulled, lambda row: replace(row, annulled_by=event.vote))
    state = take_back(replace(state, motions=motions), event.back)
    brought = {number: one for number, one in state.brought.items() if number != event.annulled}
    own = brought.get(event.vote, Brought())
    brought[event.vote] = replace(own, annulled=(*own.annulled, event.annulled))
    again = {motion: one for motion, one in state.again.items() if one.of != event.annulled}
    return replace(state, brought=brought, again=again)


def _replace(state: Sitting, event: e.VoteReplaced) -> Sitting:
    state = _rows_of(state, event.replaced, lambda row: replace(row, replaced_by=event.vote))
    state = take_back(state, event.back)
    brought = dict(state.brought)
    before = brought.pop(event.replaced, None)
    if event.kept and before is not None:
        brought[event.vote] = before
    return replace(state, brought=brought)


def _rows_of(state: Sitting, number: int, change: Callable[[Vote], Vote]) -> Sitting:
    return replace(
        state, votes=tuple(change(vote) if vote.number == number else vote for vote in state.votes)
    )


def take_back(state: Sitting, back: TakenBack) -> Sitting:
    """The sitting where all this is again as it was."""
    agenda = state.agenda if back.agenda is None else _agenda(state.agenda, back.agenda)
    for item in back.debates:
        agenda = _debate(agenda, item, closed=False)
    form, item_forms = state.form, dict(state.item_forms)
    for item_or_none, choice in reversed(back.forms):
        if item_or_none is None:
            form = choice
        elif choice is None:
            item_forms.pop(item_or_none, None)
        else:
            item_forms[item_or_none] = choice
    motions = state.motions
    for id, text in reversed(back.texts):
        motions = {**motions, id: _reworded(motions[id], text, motions[id].texts_before[:-1])}
    for id, motion_state in back.fallen:
        motions = in_state(motions, id, motion_state)
    lists = dict(state.lists)
    for item, rule in reversed(back.lists):
        if rule is None:
            lists.pop(item, None)
        else:
            lists[item] = rule
    state = replace(
        state,
        agenda=agenda,
        form=form,
        item_forms=item_forms,
        motions=motions,
        lists=lists,
        commission=state.commission if back.commission is None else back.commission[0],
        approvals={one: vote for one, vote in state.approvals.items() if one not in back.approvals},
        again={motion: one for motion, one in state.again.items() if one.of not in back.again},
    )
    if back.reglament is not None:
        adopted, before = back.reglament
        draft = replace(state.reglaments[adopted], adopted=False)
        state = replace(state, reglament=before, reglaments={**state.reglaments, adopted: draft})
    members = dict(state.roll.members)
    for id, office in reversed(back.offices):
        if id in members:
            members[id] = replace(members[id], office=office)
    return replace(state, roll=replace(state.roll, members=members)) if back.offices else state


def _agenda(agenda: Agenda, back: AgendaBack) -> Agenda:
    for id, state in back.states:
        agenda = set_state(agenda, id, state)
    order = [id for id in back.order if id in agenda.items]
    order += [id for id in agenda.items if id not in order]
    return replace(agenda, items={id: agenda.items[id] for id in order}, approved=back.approved)


def _debate(agenda: Agenda, item: str, *, closed: bool) -> Agenda:
    return replace(agenda, items={**agenda.items, item: replace(agenda.items[item], debate_closed=closed)})


def _reworded(motion: Motion, text: Text, before: tuple[Text, ...]) -> Motion:
    if motion.kind == "amendment":
        return replace(motion, result=text, texts_before=before)
    return replace(motion, text=text, texts_before=before)
