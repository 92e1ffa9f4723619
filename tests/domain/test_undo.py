"""Undo: the last step is taken back by one more entry; a closed vote and the course of the sitting stay."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from assembly_desk.domain.audit import audit
from assembly_desk.domain.commands import (
    AddItem,
    AmendItem,
    Arrive,
    AskFloor,
    BeginRollCall,
    Break,
    Cast,
    ChangeRoll,
    Close,
    CloseVote,
    Command,
    Count,
    EndFloor,
    EndRollCall,
    ExcuseMembers,
    ExtendFloor,
    FinishItem,
    FixRoll,
    GiveFloor,
    HandOverChair,
    Leave,
    MoveItem,
    OrderMotions,
    PauseFloor,
    Propose,
    Put,
    RemoveItem,
    Split,
    StopVote,
    TakeItem,
    TakeNote,
    Undo,
    Withdraw,
)
from assembly_desk.domain.commands.voting import MotionPart
from assembly_desk.domain.evolve import fold
from assembly_desk.domain.motion import Sets
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.text import Act, Text
from tests.domain.hall import PROFILES, Hall, convened, council, people

ACT, TEXT = Act(number="12"), Text("Мәтін")


def without_the_record(state: Sitting) -> str:
    """All that is so, and in which order, but for how many entries led to it."""
    return repr(
        (
            *(
                state.phase,
                state.convening,
                state.roll,
                state.agenda,
                state.floor,
                state.motions,
                state.votes,
            ),
            *(state.form, state.item_forms, state.reglament, state.hand_overs, state.notes),
        )
    )


def prepared() -> Hall:
    return convened(members=7).does(FixRoll(members=people(1, 6)), Arrive(people(1, 6)))


def running() -> Hall:
    hall = council().registers("m7").takes("1").takes("2").does(AddItem("3", TEXT, "C13.6"), TakeItem("1"))
    return hall.proposes("1.1").proposes("1.2")


def speaking() -> Hall:
    return running().does(AskFloor("m3", "debate"), GiveFloor("m2", "report"))


def by_hands() -> Hall:
    return running().puts()


def by_name() -> Hall:
    return running().puts("1.1", "named")


STEPS: list[tuple[Callable[[], Hall], Command]] = [
    (convened, FixRoll()),
    (prepared, FixRoll(members=people(1, 3))),
    (prepared, Leave(("m1", "m2"))),
    (prepared, BeginRollCall()),
    (lambda: prepared().leave("m6"), Arrive(("m6",))),
    (lambda: prepared().leave("m6"), ExcuseMembers(("m6",), "illness")),
    (lambda: prepared().does(BeginRollCall()), Arrive(("m1",))),
    (lambda: prepared().does(BeginRollCall()), EndRollCall()),
    (running, ChangeRoll(ACT, TEXT, add=("m7",), remove=("m2",))),
    (running, AddItem("4", TEXT, "C13.6")),
    (running, AmendItem("3", Text("Басқа"))),
    (running, MoveItem("3", "1")),
    (running, RemoveItem("3")),
    (running, TakeItem("3")),
    (running, FinishItem("1")),
    (running, AskFloor("m2", "debate")),
    (running, GiveFloor("m2", "debate")),
    (speaking, ExtendFloor()),
    (speaking, PauseFloor()),
    (speaking, EndFloor(gist=TEXT)),
    (running, Propose("1.3", "decision", TEXT, "1")),
    (running, Withdraw("1.1")),
    (running, Split("1.1", (MotionPart("a", TEXT), MotionPart("b", TEXT)))),
    (running, OrderMotions(("1.2",))),
    (running, Put("1.1", "show-of-hands")),
    (by_hands, Count(6, 0, 0)),
    (lambda: by_hands().does(Count(1, 0, 0)), Count(6, 0, 0)),
    (by_name, Cast("m1", "for")),
    (lambda: by_name().casts("against", "m1"), Cast("m1", "for")),
]


@pytest.mark.parametrize(("before", "step"), STEPS, ids=lambda value: type(value).__name__)
def test_a_step_taken_back_leaves_what_was_before_and_stays_in_the_record(
    before: Callable[[], Hall], step: Command
) -> None:
    hall = before()
    was, entries = without_the_record(hall.state), hall.last_entry
    hall.does(step)
    assert without_the_record(hall.state) != was
    hall.does(Undo())
    assert without_the_record(hall.state) == was
    assert hall.last_entry == entries + 2


@pytest.mark.parametrize(
    "step",
    [
        TakeNote(TEXT),
        Break(),
        HandOverChair("m2"),
        CloseVote(),
        StopVote(TEXT),
    ],
    ids=lambda step: type(step).__name__,
)
def test_the_course_of_the_sitting_and_an_ended_vote_are_not_taken_back(step: Command) -> None:
    hall = by_hands() if isinstance(step, StopVote | CloseVote) else running()
    if isinstance(step, CloseVote):
        hall.does(Count(6, 0, 0))
    hall.does(step).refuses(Undo(), "NotUndoable")


def test_opening_is_not_taken_back_and_so_nothing_before_it() -> None:
    convened().refuses(Undo(), "NotUndoable").opened(6).refuses(Undo(), "NotUndoable")


def test_after_a_closed_vote_only_what_came_later_is_taken_back() -> None:
    hall = by_hands()
    hall.hands(6, 0, 0)
    hall.leave("m6").does(Undo())
    assert "m6" in hall.present()
    hall.refuses(Undo(), "NotUndoable")


def test_again_takes_back_the_one_before() -> None:
    hall = convened().does(FixRoll(), Arrive(("m1",)), Arrive(("m2",)), Undo(), Undo())
    assert hall.present() == ()
    hall.does(Arrive(("m3",)), Undo(), Undo())
    assert not hall.state.roll.fixed


def test_what_was_taken_back_may_be_done_again() -> None:
    hall = convened().does(FixRoll(), Arrive(("m1",)), Undo(), Arrive(("m1",)))
    assert hall.present() == ("m1",)


def test_an_undone_answer_gives_way_to_the_earlier_one() -> None:
    hall = by_name().casts("against", "m1").casts("for", "m1").does(Undo())
    assert hall.vote.answers == {"m1": "against"}
    hall.does(Undo())
    assert hall.vote.answers == {}
    hall.does(Undo())
    assert hall.state.votes == ()
    assert hall.motion("1.1") == "proposed"


def test_an_undone_count_gives_way_to_the_earlier_one() -> None:
    hall = by_hands().does(Count(1, 2, 3), Count(6, 0, 0), Undo())
    assert hall.vote.tally is not None
    assert hall.vote.tally.in_favour == 1
    hall.does(Undo()).refuses(CloseVote(), "CountMissing")


def test_a_step_for_many_is_taken_back_as_one() -> None:
    hall = convened().does(FixRoll(), Arrive(people(1, 6)), Undo())
    assert hall.present() == ()


def test_nothing_is_taken_back_after_closing() -> None:
    running().does(Close()).refuses(Undo(), "AlreadyClosed")


def test_a_step_recorded_beside_a_step_of_the_clock_is_taken_back_too() -> None:
    hall = convened().does(FixRoll(), Arrive(("m1",)))
    hall.now -= timedelta(hours=1)  # the laptop's clock was set back
    hall.arrive("m2").does(Undo())
    assert hall.present() == ("m1",)


def test_the_number_of_a_vote_that_was_taken_back_is_not_given_again() -> None:
    hall = running().puts().does(Undo()).puts()
    assert [vote.number for vote in hall.state.votes] == [2]
    assert hall.vote.entry == hall.last_entry
    assert hall.hands(6, 0, 0) == "adopted"
    hall.puts("1.2").does(Undo(), Put("1.2", "named"), Undo()).puts("1.2")
    assert [vote.number for vote in hall.state.votes] == [2, 5]
    log = hall.desk.sitting("s").log
    assert fold(log, "s") == hall.state == hall.restarts().state
    assert audit(log, "s", PROFILES).sound


def test_a_motion_split_between_votes_that_were_taken_back_still_comes_about_with_its_last_part() -> None:
    hall = council().proposes("p", "procedural", None, Sets(agenda="approved"))
    hall.does(Split("p", (MotionPart("a", TEXT), MotionPart("b", TEXT))))
    hall.puts("a").does(Undo()).puts("a").hands(6, 0, 0)
    assert not hall.state.agenda.approved
    hall.puts("b").hands(6, 0, 0)
    assert hall.state.agenda.approved


def test_a_long_sitting_may_be_compared_and_printed() -> None:
    hall = convened().does(FixRoll())
    for _ in range(600):
        hall.arrive("m1").leave("m1")
    again = fold(hall.desk.sitting("s").log, "s")
    assert again == hall.state
    assert repr(again) == repr(hall.state)
