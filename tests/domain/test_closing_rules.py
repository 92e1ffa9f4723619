"""The end: what was not reached, the protocol's number, the seal."""

from assembly_desk.domain.commands import (
    AddItem,
    AddMember,
    AmendSitting,
    Arrive,
    ChangeMember,
    Close,
    CloseVote,
    Command,
    ConveningData,
    DraftReglament,
    FinishItem,
    FixRoll,
    GiveFloor,
    ImportMembers,
    Invite,
    NumberProtocol,
    Open,
    Propose,
    RemoveItem,
    Resume,
    Seal,
    TakeItem,
    TakeNote,
    Undo,
    WriteGist,
)
from assembly_desk.domain.member import Mandate, Member, Seat
from assembly_desk.domain.motion import Sets
from assembly_desk.domain.text import Name, Text
from tests.domain.hall import Hall, convened, council

TEXT = Text("Мәтін")


def with_agenda() -> Hall:
    hall = council()
    return hall.does(*(AddItem(id, TEXT, "C13.6") for id in ("1", "2", "3")))


def test_items_not_finished_are_not_reached() -> None:
    hall = with_agenda().adopts("a", sets=Sets(agenda="approved")).does(AddItem("4", TEXT, "C13.6"))
    hall.does(TakeItem("1"), FinishItem("1"), TakeItem("2"), Close(TEXT))
    assert [hall.item(id) for id in ("1", "2", "3", "4")] == ["finished", *["not-reached"] * 3]
    assert hall.state.closed_at == hall.now


def test_an_item_that_was_finished_and_taken_again_was_dealt_with() -> None:
    hall = with_agenda().does(TakeItem("1"), FinishItem("1"), TakeItem("2"), TakeItem("1"), Close())
    assert [hall.item(id) for id in ("1", "2", "3")] == ["finished", "not-reached", "not-reached"]
    assert hall.restarts().item("1") == "finished"


def test_an_item_struck_and_entered_anew_under_its_id_is_not_yet_dealt_with() -> None:
    hall = with_agenda().does(TakeItem("1"), FinishItem("1"), RemoveItem("1"), AddItem("1", TEXT, "C13.6"))
    assert hall.does(TakeItem("1"), Close()).item("1") == "not-reached"


def test_after_closing_nothing_of_the_course_goes_on() -> None:
    hall = with_agenda().does(Close())
    steps: list[Command] = [
        *(Open(), Close(), Resume(), Arrive(("m1",)), FixRoll(), TakeItem("1"), Undo(), CloseVote()),
        *(AddItem("9", TEXT, "C13.6"), GiveFloor("m1", "order"), Propose("p", "procedural", TEXT)),
        *(DraftReglament("r", {"report": 5}), AmendSitting(ConveningData(secretary="m2")), Invite("m2")),
    ]
    for step in steps:
        hall.refuses(step, "AlreadyClosed")


def test_the_protocol_is_numbered_after_closing_only() -> None:
    number = NumberProtocol("14", "2026-05-21")
    convened().refuses(number, "NotClosed")
    hall = with_agenda().refuses(number, "NotClosed").refuses(Seal(), "NotClosed")
    hall.does(Close(), number).does_nothing(number)
    assert (hall.state.protocol_number, hall.state.protocol_date) == ("14", "2026-05-21")
    hall.does(NumberProtocol("15", "2026-05-22"))
    assert hall.state.protocol_number == "15"


def test_notes_are_written_before_and_after_closing() -> None:
    hall = convened().does(TakeNote(Text("бір")))
    hall.opened(6).does(TakeNote(Text("екі")), Close(), TakeNote(Text("үш")))
    assert [note.text.kk for note in hall.state.notes] == ["бір", "екі", "үш"]


def test_after_the_seal_nothing_changes_any_more() -> None:
    hall = with_agenda().does(Close(), Seal())
    assert hall.state.phase == "sealed"
    for step in (
        *(TakeNote(TEXT), WriteGist(1, TEXT), NumberProtocol("1", "2026-05-21"), Seal(), Undo()),
        *(Open(), Close(), Arrive(("m1",)), CloseVote()),
    ):
        hall.refuses(step, "Sealed")


# ------------------------------------------------------------------------------------- the register


def member(id: str, badge: str | None = None) -> Member:
    return Member(id, Name("Тегі", "Аты"), badge=badge)


def test_an_id_and_a_badge_belong_to_one_member() -> None:
    hall = Hall("council", 3).does(AddMember(member("a", "1")))
    hall.refuses(AddMember(member("a")), "DuplicateId").refuses(AddMember(member("b", "1")), "DuplicateId")
    hall.does(AddMember(member("b", "2"))).refuses(ChangeMember("b", badge="1"), "DuplicateId")
    hall.does(ChangeMember("b", badge="2", surname="Жаңа"))
    assert hall.desk.register.members["b"].name.full == "Жаңа Аты"
    hall.refuses(ChangeMember("z", badge="3"), "UnknownMember")


def test_a_member_belongs_to_bodies_that_are_known() -> None:
    senator = Member("a", Name("Тегі", "Аты"), bodies={"senate": Seat()})
    Hall("council", 3).refuses(AddMember(senator), "UnknownBody").refuses(
        ChangeMember("m1", bodies={"senate": Seat()}), "UnknownBody"
    ).refuses(ImportMembers((senator,)), "UnknownBody")


def test_an_import_is_whole_or_nothing() -> None:
    hall = Hall("council", 3)
    hall.refuses(ImportMembers((member("a", "1"), member("b", "1"))), "DuplicateId")
    hall.refuses(ImportMembers((member("a"),), change=(member("z"),)), "UnknownMember")
    assert set(hall.desk.register.members) == {"m1", "m2", "m3"}
    hall.does(ImportMembers((member("a", "1"),), change=(member("m1", "2"),)))
    assert hall.desk.register.members["m1"].badge == "2"


def test_a_mandate_counts_on_its_days_only() -> None:
    mandates = (Mandate("council", "2026-05-01", "2026-05-19"), Mandate("session", until="2026-05-20"))
    bodies = {"council": Seat(), "session": Seat()}
    hall = Hall("council", 3).does(AddMember(Member("a", Name("Т", "А"), bodies, mandates=mandates)))
    register = hall.desk.register
    for date, inside in (
        ("2026-04-30", False),
        ("2026-05-01", True),
        ("2026-05-19", True),
        ("2026-05-20", False),
    ):
        assert ("a" in register.voting_in("council", date)) == inside
    assert "a" in register.voting_in("session", "2026-05-20")
    assert "a" not in register.voting_in("session", "2026-05-21")


def test_a_running_sitting_reads_nothing_from_the_register() -> None:
    hall = council().does(ChangeMember("m2", surname="Басқа"))
    assert hall.state.roll.members["m2"].person.name.kk == "Тегі m2 Аты"
