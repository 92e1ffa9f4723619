"""The agenda: entered freely before it is adopted, changed by a vote alone afterwards."""

from assembly_desk.domain.commands import (
    AddItem,
    AmendItem,
    Command,
    Count,
    FinishItem,
    MoveItem,
    Propose,
    Put,
    RemoveItem,
    Split,
    TakeItem,
)
from assembly_desk.domain.commands.voting import MotionPart
from assembly_desk.domain.motion import AgendaChange, Sets
from assembly_desk.domain.text import Text
from tests.domain.hall import Hall, convened, council

APPROVED = Sets(agenda="approved")


def with_items(hall: Hall, *ids: str) -> Hall:
    return hall.does(*(AddItem(id, Text(f"Мәселе {id}"), "C13.6") for id in ids))


def order(hall: Hall) -> list[str]:
    return list(hall.state.agenda.items)


def test_items_are_entered_changed_moved_and_struck_before_the_agenda_is_adopted() -> None:
    hall = with_items(convened(), "1", "2", "3", "4")
    hall.does(MoveItem("4", before="2"), MoveItem("1"), RemoveItem("3"), AmendItem("2", Text("Басқа")))
    assert order(hall) == ["4", "2", "1"]
    assert hall.state.agenda.items["2"].title.kk == "Басқа"
    hall.does_nothing(AmendItem("2", Text("Басқа")))


def test_ids_of_items() -> None:
    hall = with_items(convened(), "1")
    hall.refuses(AddItem("1", Text("Мәселе"), "C13.6"), "DuplicateId")
    for step in (AmendItem("9"), MoveItem("9"), MoveItem("1", before="9"), RemoveItem("9")):
        hall.refuses(step, "UnknownItem")


def test_an_item_is_taken_once_the_sitting_is_open() -> None:
    hall = with_items(convened(), "1").refuses(TakeItem("1"), "NotOpen")
    hall.opened(6).refuses(TakeItem("9"), "UnknownItem")
    hall.does(TakeItem("1")).does_nothing(TakeItem("1"))
    assert hall.item("1") == "taken"


def test_without_an_adopted_agenda_that_of_the_convening_stands() -> None:
    hall = with_items(council(), "1").does(TakeItem("1"), FinishItem("1")).does_nothing(FinishItem("1"))
    assert hall.item("1") == "finished"
    assert not hall.state.agenda.approved


def test_an_adopted_agenda_is_changed_by_a_vote_alone() -> None:
    hall = with_items(council(), "1", "2").adopts("a", sets=APPROVED)
    assert hall.state.agenda.approved
    for step in (AmendItem("1", Text("Басқа")), MoveItem("2", before="1"), RemoveItem("1")):
        hall.refuses(step, "AgendaApproved")


CHANGES: list[Command] = [
    AddItem("3", Text("Мәселе"), "C13.6"),
    AmendItem("1", Text("Басқа")),
    MoveItem("2", before="1"),
    RemoveItem("2"),
]


def test_the_agenda_does_not_change_while_it_is_voted_on() -> None:
    hall = with_items(council(), "1", "2").proposes("a", "procedural", None, APPROVED).puts("a")
    for step in CHANGES:
        hall.refuses(step, "VoteInProgress")
    assert hall.hands(3, 3, 0) == "not-adopted"
    hall.does(*CHANGES)


def test_nor_while_a_part_of_the_motion_that_sets_it_is_voted_on() -> None:
    hall = with_items(council(), "1", "2").proposes("a", "procedural", None, APPROVED)
    hall.does(Split("a", (MotionPart("b", Text("б")), MotionPart("c", Text("в"))))).puts("c")
    for step in CHANGES:
        hall.refuses(step, "VoteInProgress")


def test_a_vote_on_something_else_leaves_the_agenda_open() -> None:
    with_items(council(), "1", "2").proposes("a", "procedural", None).puts("a").does(*CHANGES)


def test_an_item_is_offered_also_while_an_adopted_agenda_is_changed_by_a_vote() -> None:
    hall = with_items(council(), "1", "2").adopts("a", sets=APPROVED)
    hall.proposes("b", "procedural", None, Sets(agenda=AgendaChange(remove=("2",)))).puts("b")
    hall.refuses(RemoveItem("2"), "AgendaApproved").does(CHANGES[0], Count(6, 0, 0))
    assert hall.item("3") == "offered"


def test_without_a_quorum_no_item_is_taken_and_the_one_taken_may_be_finished() -> None:
    hall = with_items(council(present=4), "1", "2").does(TakeItem("1")).leave("m4")
    hall.refuses(TakeItem("2"), "NoQuorum").does_nothing(TakeItem("1")).does(FinishItem("1"))
    hall.refuses(TakeItem("1"), "NoQuorum").arrive("m4").does(TakeItem("2"))


def test_a_new_item_is_then_only_offered_until_the_body_adds_it() -> None:
    hall = with_items(council(), "1").adopts("a", sets=APPROVED)
    with_items(hall, "2").refuses(TakeItem("2"), "AgendaApproved")
    assert hall.item("2") == "offered"
    hall.adopts("b", sets=Sets(agenda=AgendaChange(add=("2",)))).does(TakeItem("2"))


def test_the_body_adds_removes_postpones_and_orders() -> None:
    hall = with_items(council(), "1", "2", "3", "4")
    change = AgendaChange(remove=("2",), postpone=("3",), order=("4", "1"))
    hall.adopts("a", sets=Sets(agenda=change))
    assert order(hall) == ["4", "1", "2", "3"]
    assert [hall.item(id) for id in order(hall)] == ["waiting", "waiting", "removed", "postponed"]
    hall.refuses(TakeItem("2"), "AgendaApproved").refuses(TakeItem("3"), "AgendaApproved")


def test_a_rejected_change_changes_nothing() -> None:
    hall = with_items(council(), "1")
    hall.proposes("a", "procedural", None, Sets(agenda=AgendaChange(remove=("1",)))).puts("a")
    assert hall.hands(3, 3, 0) == "not-adopted"
    assert hall.item("1") == "waiting"
    assert not hall.state.agenda.approved


def test_a_change_of_unknown_items_is_not_proposed() -> None:
    change = Sets(agenda=AgendaChange(add=("9",)))
    council().refuses(Propose("a", "procedural", Text("Мәтін"), sets=change), "UnknownItem")


def test_an_item_is_finished_when_taken_and_not_while_it_is_voted_on() -> None:
    hall = with_items(council(), "1", "2").refuses(FinishItem("1"), "NotOpen")
    hall.does(TakeItem("1")).proposes().puts().refuses(FinishItem("1"), "VoteInProgress")
    hall.refuses(FinishItem("9"), "UnknownItem")
    assert hall.hands(6, 0, 0) == "adopted"
    hall.does(FinishItem("1"))


def test_an_item_with_motions_is_not_struck() -> None:
    hall = with_items(council(), "1", "2").does(TakeItem("1")).proposes().does(TakeItem("2"))
    hall.proposes("2.1", item="2").does(FinishItem("1"))
    hall.refuses(RemoveItem("1"), "OthersRestOnIt").refuses(RemoveItem("2"), "AlreadyOpen")


def test_a_motion_is_put_only_on_an_item_that_is_taken() -> None:
    hall = with_items(council(), "1").proposes()
    hall.refuses(Put("1.1", "show-of-hands"), "NotOpen")
    hall.does(TakeItem("1"), FinishItem("1")).refuses(Put("1.1", "show-of-hands"), "NotOpen")
    hall.does(TakeItem("1")).puts()
