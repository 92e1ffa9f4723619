"""The agenda's sheet: numbered items, those off the agenda left out, a postponed one keeping its number."""

from assembly_desk.domain import commands as c
from assembly_desk.domain.motion import AgendaChange, Sets
from assembly_desk.domain.text import Text
from assembly_desk.projections.agenda_sheet import agenda_sheet
from tests.told_sittings import council


def test_the_adopted_agenda_is_numbered_with_its_rapporteurs() -> None:
    sheet = agenda_sheet(council().opened.state)
    assert sheet.approved
    assert [(line.number, line.item) for line in sheet.lines] == [(n, str(n)) for n in range(1, 6)]
    assert [one.name.kk for one in sheet.lines[3].rapporteurs] == ["Смағұлова Рәбиға Тоқтарқызы"]
    assert not sheet.head.draft


def test_an_offered_and_a_removed_item_are_off_the_agenda_and_a_postponed_one_keeps_its_number() -> None:
    told = council(close=False)
    told.do(c.AddItem("6", Text("Кешіккен мәселе"), "C13.6"))
    change = AgendaChange(postpone=("5",))
    told.do(c.Propose("p8", "procedural", Text("Кейінге қалдырылсын"), sets=Sets(agenda=change)))
    told.hands("p8", 57, 0, 0)
    sheet = agenda_sheet(told.opened.state)
    assert [(line.item, line.state) for line in sheet.lines][-1] == ("5", "postponed")
    assert sheet.head.draft
