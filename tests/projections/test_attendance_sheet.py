"""The attendance list's sheet: every stay, every absence, in the order of the Kazakh alphabet."""

from assembly_desk.domain import commands as c
from assembly_desk.domain.alphabet import sort_key
from assembly_desk.projections.attendance_sheet import attendance_sheet
from tests.told_sittings import council


def test_every_member_stands_once_by_the_kazakh_alphabet() -> None:
    sheet = attendance_sheet(council().opened.state)
    came = [one.person.name.kk for one in sheet.came]
    assert came == sorted(came, key=sort_key)
    assert [one.number for one in sheet.came] == list(range(1, 62))
    assert len(sheet.came) + len(sheet.absent) == sheet.total == 83


def test_who_came_on_both_days_has_two_stays_and_times_need_their_date() -> None:
    sheet = attendance_sheet(council().opened.state)
    (one,) = (one for one in sheet.came if one.person.member == "m0002")
    assert [stay.until is None for stay in one.stays] == [False, True]
    assert sheet.several_days


def test_who_left_and_came_back_has_two_stays_on_one_day() -> None:
    told = council(close=False)
    told.do(c.Leave(("m0005",)), c.Arrive(("m0005",)))
    (one,) = (one for one in attendance_sheet(told.opened.state).came if one.person.member == "m0005")
    assert len(one.stays) == 3


def test_a_region_that_fills_the_place_of_a_position_is_not_told_twice() -> None:
    sheet = attendance_sheet(council().opened.state)
    assert all(one.region != one.person.position for one in sheet.came)
    assert all(one.region != one.person.position for one in sheet.absent)
    assert any(one.region is not None for one in sheet.came)
