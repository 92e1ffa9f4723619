"""The figures of a vote for the voting page: certain only where nothing can change it, missing, margin, forms."""

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembly_desk.domain import commands as c
from assembly_desk.domain.decide.votes import verdict_of
from assembly_desk.domain.motion import AgendaChange, FormChoice, Motion, Sets
from assembly_desk.domain.refusals import Refusal
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.text import Text
from assembly_desk.domain.threshold import Threshold
from assembly_desk.domain.vote import Choice, Sector, Tally, Vote
from assembly_desk.projections.vote_sheet import (
    electorate,
    last_result,
    next_to_call,
    sector_rows,
    tried,
    vote_sheet,
    waiting,
    would_wait,
)
from tests.desk_room import SITTING, done, sitting_desk

CHOICES: tuple[Choice, ...] = ("for", "against", "abstain")
thresholds = st.builds(
    Threshold,
    st.sampled_from(("1/2", "2/3", "3/5", "1/1")).map(Fraction),
    st.booleans(),
    st.just("present"),
    st.just("p.15"),
)


def sitting() -> Sitting:
    return sitting_desk(3).sitting(SITTING).state


STATE = replace(sitting(), motions={"1": Motion("1", "procedural", Text("Мәтін"))})


def a_vote(base: int, rule: Threshold, **others: Any) -> Vote:
    people = tuple(f"m{number:04}" for number in range(1, base + 1))
    made = Vote(1, 9, "1", Text("Мәтін"), "named", people, rule.needed(base), rule, datetime.now(UTC))
    return replace(made, **others)


@st.composite
def named_votes(draw: st.DrawFn) -> tuple[Vote, dict[str, Choice]]:
    """A vote half way, and how the rest would answer."""
    base = draw(st.integers(1, 40))
    vote = a_vote(base, draw(thresholds))
    said = draw(st.integers(0, base))
    answers = {id: draw(st.sampled_from(CHOICES)) for id in vote.electorate[:said]}
    rest = {id: draw(st.sampled_from(CHOICES)) for id in vote.electorate[said:] if draw(st.booleans())}
    return replace(vote, answers=answers), rest


@given(named_votes())
def test_a_certain_outcome_of_names_is_what_the_vote_ends_with_whatever_the_rest_answers(
    case: tuple[Vote, dict[str, Choice]],
) -> None:
    vote, rest = case
    sheet = vote_sheet(STATE, vote)
    ended = replace(vote, answers={**vote.answers, **rest})
    if sheet.certain is not None:
        assert verdict_of(ended) == sheet.certain
    else:
        everybody: dict[str, Choice] = {**dict.fromkeys(vote.electorate, CHOICES[0]), **vote.answers}
        assert verdict_of(replace(vote, answers=everybody)) == "adopted"
        assert sheet.verdict == "not-adopted"


@given(named_votes())
def test_missing_votes_are_just_enough_and_figures_add_up(case: tuple[Vote, dict[str, Choice]]) -> None:
    vote, _ = case
    sheet = vote_sheet(STATE, vote)
    assert sheet.in_favour is not None
    assert sheet.against is not None
    assert sheet.abstain is not None
    assert sheet.in_favour + sheet.against + sheet.abstain + sheet.not_voting == sheet.base
    assert vote.rule.met(sheet.in_favour + sheet.missing, sheet.base) or sheet.needed > sheet.base
    assert not sheet.missing or not vote.rule.met(sheet.in_favour + sheet.missing - 1, sheet.base)
    assert (sheet.verdict == "adopted") == (sheet.missing == 0) == (sheet.certain == "adopted")


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.booleans()), min_size=1), thresholds)
def test_a_certain_outcome_of_hands_is_what_any_count_of_the_other_sectors_ends_with(
    sectors: list[tuple[int, int, bool]], rule: Threshold
) -> None:
    sizes = {str(number): size for number, (size, _, _) in enumerate(sectors, 1)}
    base = sum(sizes.values())
    counted = {
        str(number): Tally(min(votes, size), 0, 0)
        for number, (size, votes, known) in enumerate(sectors, 1)
        if known
    }
    vote = a_vote(
        base,
        rule,
        form="show-of-hands",
        sectors={name: Sector(size) for name, size in sizes.items()},
        counts=counted,
    )
    sheet = vote_sheet(STATE, vote)
    none = {name: counted.get(name, Tally(0, 0, 0)) for name in sizes}
    all_for = {name: counted.get(name, Tally(size, 0, 0)) for name, size in sizes.items()}
    ends = {verdict_of(replace(vote, counts=counts)) for counts in (none, all_for)}
    assert (sheet.certain is not None) == (len(ends) == 1)
    assert sheet.certain is None or ends == {sheet.certain}


def open_council(present: int = 60) -> list[c.SittingCommand]:
    everybody = tuple(f"m{number:04}" for number in range(1, present + 1))
    return [
        c.AddItem("1", Text("Бірінші мәселе"), "C13.6"),
        c.AddItem("2", Text("Екінші мәселе"), "C13.6"),
        c.Arrive(everybody),
        c.Open(),
    ]


def played(*commands: c.Command, present: int = 60, body: str = "council") -> Sitting:
    desk = sitting_desk(84, body=body)
    for command in (*open_council(present), *commands):
        done(desk.submit(command, sitting=SITTING))
    return desk.sitting(SITTING).state


TAKEN = (
    c.TakeItem("1"),
    c.Propose("1.1", "decision", Text("Шешім"), item="1"),
    c.Propose("1.2", "amendment", Text("Түзету"), amends="1.1", result=Text("Түзетілген шешім")),
)


def test_an_amendment_waits_before_its_motion_which_says_what_stands_against_it() -> None:
    amendment, motion = waiting(played(*TAKEN))
    assert (amendment.motion, amendment.kind, amendment.text.kk) == ("1.2", "amendment", "Түзетілген шешім")
    assert amendment.against is None
    assert motion.against == Refusal("AmendmentsPending", {"motions": ["1.2"]})
    assert (motion.name.item, motion.name.number) == (1, 1)


def test_a_decision_of_the_council_may_go_by_hands_or_by_name_and_never_without_objection() -> None:
    (motion,) = waiting(played(*TAKEN[:2]))
    assert motion.forms == ("show-of-hands", "named")
    assert motion.chosen == "show-of-hands"


def test_the_form_that_the_body_decided_is_chosen_already() -> None:
    named = c.Propose("f", "procedural", Text("Атап"), sets=Sets(form=FormChoice("named", "1")))
    state = played(*TAKEN[:2], named, c.Put("f", "show-of-hands"), c.Count(60, 0, 0), c.CloseVote())
    (motion,) = waiting(state)
    assert (motion.forms, motion.chosen) == (("named",), "named")


def test_the_session_decides_its_form_first() -> None:
    (motion,) = waiting(played(*TAKEN[:2], body="session"))
    assert (motion.forms, motion.chosen) == ((), None)
    assert motion.against == Refusal("FormNotDecided")


def test_without_quorum_it_is_said_before_anything_is_put() -> None:
    (motion,) = waiting(played(*TAKEN[:2], c.Leave(("m0001", "m0002", "m0003", "m0004", "m0005"))))
    assert motion.against is not None
    assert motion.against.code == "NoQuorum"


def test_a_motion_not_yet_proposed_is_asked_for_by_the_same_rules() -> None:
    agenda = would_wait(
        played(), c.Propose("a", "procedural", Text("Бекітілсін"), sets=Sets(agenda="approved"))
    )
    assert agenda.forms == ("show-of-hands", "named", "no-objection")
    assert (agenda.chosen, agenda.against) == ("show-of-hands", None)
    end = would_wait(
        played(), c.Propose("d", "procedural", Text("Тоқтатылсын"), sets=Sets(debate_closed=True))
    )
    assert end.chosen == "no-objection"


def put_by_hands(*, subtraction: bool = False) -> Sitting:
    form = c.Propose(
        "f", "procedural", Text("Нысан"), sets=Sets(form=FormChoice("show-of-hands", None, True))
    )
    decided = (form, c.Put("f", "show-of-hands"), c.Count(60, 0, 0), c.CloseVote()) if subtraction else ()
    return played(*decided, *TAKEN[:2], c.Put("1.1", "show-of-hands"))


@pytest.mark.parametrize("allowed", [False, True])
def test_those_for_are_counted_as_the_rest_only_where_the_body_allows_it(allowed: bool) -> None:
    state = put_by_hands(subtraction=allowed)
    assert state.vote is not None
    (row,) = sector_rows(state, state.vote)
    assert (row.size, row.tally, row.may_subtract) == (60, None, allowed)


def test_a_count_is_tried_before_it_is_recorded() -> None:
    state = put_by_hands(subtraction=True)
    assert state.vote is not None
    assert tried(state, state.vote, c.Count("rest", 5, 6)) == Tally(49, 5, 6, by_subtraction=True)
    too_many = tried(state, state.vote, c.Count(50, 8, 6))
    assert too_many == Refusal("CountExceedsBase", {"sum": 64, "base": 60})
    assert state.vote.counts == {}


def test_those_who_may_answer_stand_in_the_alphabet_and_the_next_is_one_who_did_not() -> None:
    state = played(*TAKEN[:2], c.Put("1.1", "named"), c.Cast("m0001", "for"), c.Cast("m0008", "against"))
    assert state.vote is not None
    people = electorate(state, state.vote)
    assert [one.number for one in people] == list(range(1, 61))
    present = state.roll.present
    first = next_to_call(people, state.vote, present)
    assert first is not None
    assert people[first].member not in state.vote.answers
    assert next_to_call(people, state.vote, present, len(people) - 1) is None


def test_a_result_is_shown_until_the_sitting_turns_to_another_item() -> None:
    votes = (c.Put("1.1", "show-of-hands"), c.Count(45, 10, 3), c.CloseVote())
    result = last_result(played(*TAKEN[:2], *votes))
    assert result is not None
    assert (result.verdict, result.margin, result.not_voting, result.held) == ("adopted", 5, 2, False)
    assert last_result(played(*TAKEN[:2], *votes, c.FinishItem("1"), c.TakeItem("2"))) is None


def test_a_stopped_vote_has_no_figures_that_could_be_read_as_a_result() -> None:
    state = played(*TAKEN[:2], c.Put("1.1", "show-of-hands"), c.StopVote(Text("Санаушылар келіспеді")))
    result = last_result(state)
    assert result is not None
    assert (result.verdict, result.stop_reason) == ("stopped", Text("Санаушылар келіспеді"))
    (motion,) = waiting(state)
    assert motion.stopped
    assert motion.against is None


def test_a_change_of_the_agenda_is_a_motion_of_procedure_with_a_number_of_its_own() -> None:
    change = c.Propose("p1", "procedural", Text("Өзгеріс"), sets=Sets(agenda=AgendaChange(postpone=("2",))))
    (motion,) = waiting(played(change))
    assert (motion.name.item, motion.name.number) == (None, 1)


def test_who_has_left_is_not_called_and_may_yet_come_back() -> None:
    state = played(*TAKEN[:2], c.Put("1.1", "named"), c.Leave(("m0001", "m0002", "m0003")))
    assert state.vote is not None
    people = electorate(state, state.vote)
    first = next_to_call(people, state.vote, state.roll.present)
    assert first is not None
    assert people[first].member not in ("m0001", "m0002", "m0003")
    sheet = vote_sheet(state, state.vote)
    assert (sheet.base, sheet.to_call, sheet.waited_for, sheet.certain) == (60, 57, 60, None)
