"""The protocol's sheet: what happened, in its place, as codes and figures."""

import pytest

from assembly_desk.domain import commands as c
from assembly_desk.domain.floor import Speech
from assembly_desk.domain.motion import Sets
from assembly_desk.domain.roll import RollChange
from assembly_desk.domain.state import HandOver, Pause
from assembly_desk.domain.text import Act, Text
from assembly_desk.projections.protocol_sheet import ItemPart, ProtocolSheet, protocol_sheet
from assembly_desk.projections.vote_entry import VoteEntry
from tests.told_sittings import Teller, council


@pytest.fixture(scope="module")
def sheet() -> ProtocolSheet:
    return protocol_sheet(council().opened.state)


def parts(sheet: ProtocolSheet) -> list[str]:
    return [part.line.item if isinstance(part, ItemPart) else type(part).__name__ for part in sheet.parts]


def item(sheet: ProtocolSheet, id: str) -> ItemPart:
    return next(part for part in sheet.parts if isinstance(part, ItemPart) and part.line.item == id)


def votes(sheet: ProtocolSheet) -> list[VoteEntry]:
    told: list[object] = []
    for part in sheet.parts:
        told += part.happenings if isinstance(part, ItemPart) else [part]
    return [one for one in told if isinstance(one, VoteEntry)]


def small(*items: str) -> Teller:
    """An open Council of six with these items."""
    told = Teller("small", "2026-05-20T09:00:00")
    ids = told.members(6, ("session", "council"))
    data = c.ConveningData(
        number="1", date="2026-05-20", convened_by=("m0001",), presiding="m0001", secretary="m0002"
    )
    told.do(c.Convene("small", "council", data), c.FixRoll(), c.Arrive(tuple(ids)), c.Open())
    told.do(*(c.AddItem(id, Text(id), "C13.6") for id in items))
    return told


def test_what_belongs_to_no_item_stands_between_the_items_in_its_place(sheet: ProtocolSheet) -> None:
    assert parts(sheet) == [
        *("VoteEntry", "VoteEntry", "VoteEntry", "1", "Pause", "HandOver", "2", "Note", "RollChange"),
        *("3", "4"),
    ]


def test_a_procedural_vote_in_the_midst_of_an_item_is_told_there(sheet: ProtocolSheet) -> None:
    inside = [one for one in item(sheet, "1").happenings if isinstance(one, VoteEntry)]
    assert [(vote.number, vote.kind) for vote in inside] == [
        (4, "amendment"),
        (5, "decision"),
        (6, "procedural"),
        (7, "decision"),
    ]


def test_an_adjournment_in_the_midst_of_an_item_is_told_there_with_its_quorum(sheet: ProtocolSheet) -> None:
    (pause,) = (one for one in item(sheet, "3").happenings if isinstance(one, Pause))
    assert pause.kind == "adjourned"
    assert pause.quorum is not None
    assert (pause.quorum.present, pause.quorum.needed, pause.quorum.total) == (57, 56, 83)


def test_every_vote_is_numbered_in_the_order_of_putting(sheet: ProtocolSheet) -> None:
    assert [vote.number for vote in votes(sheet)] == list(range(1, 12))


def test_an_adopted_amendment_shows_the_text_before_and_after(sheet: ProtocolSheet) -> None:
    amendment = votes(sheet)[3]
    assert amendment.text.kk.startswith("«қазанда» деген сөз")
    assert amendment.before is not None
    assert amendment.after is not None
    assert "қазанда" in amendment.before.kk
    assert "қарашада" in amendment.after.kk
    (decision,) = item(sheet, "1").decisions
    assert decision.text == amendment.after
    assert decision.vote == 7


def test_a_stopped_vote_has_a_reason_and_no_figures(sheet: ProtocolSheet) -> None:
    stopped = votes(sheet)[4]
    assert (stopped.verdict, stopped.figures) == ("stopped", None)
    assert stopped.stop_reason == Text("дауыс санау жүйесі дұрыс көрсетілмеді")


def test_counting_by_subtraction_and_by_sectors_is_told(sheet: ProtocolSheet) -> None:
    vote = votes(sheet)[6]
    assert vote.by_subtraction
    assert [(one.name, one.tally.in_favour) for one in vote.sectors] == [("1", 26), ("2", 26)]
    assert not votes(sheet)[3].by_subtraction


def test_the_named_vote_points_to_its_list(sheet: ProtocolSheet) -> None:
    assert {vote.number: vote.appendix for vote in votes(sheet) if vote.appendix} == {9: 2}
    assert [(one.number, one.vote) for one in sheet.appendices] == [(1, None), (2, 9)]


def test_unanimous_is_only_the_whole_base(sheet: ProtocolSheet) -> None:
    assert [vote.number for vote in votes(sheet) if vote.unanimous] == [3, 8]


def test_a_speech_without_a_quorum_is_marked(sheet: ProtocolSheet) -> None:
    speeches = [one for one in item(sheet, "3").happenings if isinstance(one, Speech)]
    assert [speech.quorum for speech in speeches] == [True, False]


def test_motions_that_were_not_put_and_items_not_reached_are_not_lost(sheet: ProtocolSheet) -> None:
    assert [motion.state for motion in item(sheet, "1").unput] == ["withdrawn"]
    assert [line.number for line in sheet.left_over["not-reached"]] == [5]


def test_a_recommendation_is_no_decision(sheet: ProtocolSheet) -> None:
    assert [decision.kind for decision in item(sheet, "3").decisions] == ["recommendation"]


def test_an_office_is_known_where_no_position_is(sheet: ProtocolSheet) -> None:
    assert sheet.opened_by is not None
    assert (sheet.opened_by.person.position, sheet.opened_by.office) == (None, "deputy")
    assert sheet.closed_by is not None
    assert sheet.closed_by.member == "m0003"


def test_who_gave_no_reason_is_apart_from_who_is_excused(sheet: ProtocolSheet) -> None:
    assert [one.excuse for one in sheet.excused] == ["duty-trip", "duty-trip", "illness", "leave"]
    assert len(sheet.absent) == 18
    assert sheet.attended == 61


def test_a_remark_after_the_closing_stands_after_it(sheet: ProtocolSheet) -> None:
    assert [note.text.kk for note in sheet.late_notes] == ["Бейнежазба мұрағатқа тапсырылды."]


def test_the_roll_change_and_the_new_chair_stand_in_their_place(sheet: ProtocolSheet) -> None:
    loose = [part for part in sheet.parts if isinstance(part, HandOver | RollChange)]
    assert [type(part) for part in loose] == [HandOver, RollChange]


def test_items_taken_in_another_order_and_in_silence_keep_their_numbers() -> None:
    told = small("a", "b", "c")
    told.do(c.TakeItem("c"))
    told.speech("m0003", "report")
    told.do(c.FinishItem("c"), c.TakeItem("a"))
    told.speech("m0003", "report")
    told.do(c.FinishItem("a"), c.TakeItem("b"), c.FinishItem("b"), c.Close())
    sheet = protocol_sheet(told.opened.state)
    assert [(part.line.item, part.line.number) for part in sheet.parts if isinstance(part, ItemPart)] == [
        ("c", 3),
        ("a", 1),
        ("b", 2),
    ]


def test_a_clock_that_steps_back_changes_no_order() -> None:
    told = small("a", "b")
    told.do(c.TakeItem("a"))
    told.speech("m0003", "report")
    told.do(c.FinishItem("a"))
    told.later(-30)
    told.do(c.Break())
    told.later(-30)
    told.do(c.Resume(), c.HandOverChair("m0003"), c.TakeItem("b"))
    told.speech("m0004", "report")
    told.later(-90)
    told.do(c.ChangeRoll(Act(number="7"), Text("өкілеттігі тоқтатылды"), remove=("m0006",)))
    told.speech("m0005", "debate")
    told.later(-90)
    told.do(c.FinishItem("b"), c.TakeNote(Text("Соңғы сөз")), c.Close())
    told.later(-90)
    told.do(c.TakeNote(Text("Жабылғаннан кейін")))
    sheet = protocol_sheet(told.opened.state)
    assert parts(sheet) == ["a", "Pause", "HandOver", "b", "Note"]
    assert [type(one).__name__ for one in item(sheet, "b").happenings] == ["Speech", "RollChange", "Speech"]
    assert [note.text.kk for note in sheet.late_notes] == ["Жабылғаннан кейін"]


def test_an_item_dealt_with_in_silence_stands_where_it_was_taken_up() -> None:
    told = small("a", "b", "c")
    told.do(c.TakeItem("c"), c.FinishItem("c"), c.TakeNote(Text("Бейнежазба қосылды")))
    told.do(c.TakeItem("a"), c.TakeNote(Text("Материал таратылды")))
    told.speech("m0003", "report")
    told.do(c.FinishItem("a"), c.HandOverChair("m0003"), c.TakeItem("b"), c.FinishItem("b"), c.Close())
    sheet = protocol_sheet(told.opened.state)
    assert parts(sheet) == ["c", "Note", "a", "HandOver", "b"]
    assert [type(one).__name__ for one in item(sheet, "a").happenings] == ["Note", "Speech"]


def test_an_agenda_adopted_in_parts_is_adopted_by_the_last_of_them() -> None:
    told = small("a")
    told.do(
        c.Propose("p", "procedural", Text("Күн тәртібі бекітілсін"), sets=Sets(agenda="approved")),
        c.Split("p", (c.MotionPart("p1", Text("Бірінші")), c.MotionPart("p2", Text("Екінші")))),
    )
    for motion in ("p2", "p1"):
        told.hands(motion, 6, 0, 0)
    assert [vote.adopts_agenda for vote in votes(protocol_sheet(told.opened.state))] == [False, True]


def test_a_vote_that_is_held_shows_no_figures_in_a_draft() -> None:
    told = council(close=False)
    told.do(
        c.TakeItem("5"),
        c.Propose("p9", "procedural", Text("Жарыссөз тоқтатылсын"), sets=Sets(debate_closed=True)),
        c.Put("p9", "show-of-hands"),
        c.Count(57, 0, 0),
    )
    vote = votes(protocol_sheet(told.opened.state))[-1]
    assert (vote.verdict, vote.figures) == ("open", None)
