"""What the registration page shows, and the lines above and below it."""

from datetime import timedelta

from assembly_desk.desk.desk import Desk
from assembly_desk.domain import commands as c
from assembly_desk.domain.member import Member, Seat
from assembly_desk.domain.text import Name, Text
from assembly_desk.projections.desk_line import bottom_line, done_pages, page_of, top_line
from assembly_desk.projections.roll_sheet import (
    Listed,
    by_badge,
    counts,
    found,
    last_acts,
    listed,
    rows,
    where,
)
from tests.desk_room import BEGIN, SITTING, done, member, sitting_desk


def named(*names: str) -> tuple[Listed, ...]:
    """A list of members by these surnames."""

    def make(number: int) -> Member:
        return Member(
            f"m{number:04}",
            Name(names[number - 1], "Аты"),
            {"council": Seat()},
            office="chair" if number == 1 else "member",
            badge=f"0{number}",
            region=Text("Ұлытау облысы" if number % 2 else "Абай облысы"),
        )

    return listed(sitting_desk(len(names), make=make).sitting(SITTING).state.roll.members)


def surnames(people: list[Listed] | tuple[Listed, ...]) -> list[str]:
    return [one.name.kk.split()[0] for one in people]


def submit(desk: Desk, *commands: c.Command) -> None:
    for command in commands:
        done(desk.submit(command, sitting=SITTING))


def test_the_list_stands_in_the_kazakh_alphabet_with_its_numbers() -> None:
    people = named("Үмбетов", "Ұзақова", "Іздеу", "Иванов", "Һәкім", "Хасен", "Әли", "Айтбай", "Яков")
    assert surnames(people) == [
        "Айтбай",
        "Әли",
        "Иванов",
        "Ұзақова",
        "Үмбетов",
        "Хасен",
        "Һәкім",
        "Іздеу",
        "Яков",
    ]
    assert [one.number for one in people] == list(range(1, 10))


def test_search_finds_kasym_without_his_kazakh_letters_and_in_latin_ones() -> None:
    people = named("Қасым", "Касымов", "Әбілқасымов", "Иванов")
    assert surnames(found(people, "касым")) == ["Касымов", "Қасым"]
    assert surnames(found(people, "қасым"))[0] == "Қасым"
    assert surnames(found(people, "kacым"))[:2] == ["Касымов", "Қасым"]
    assert surnames(found(people, "ілқас")) == ["Әбілқасымов"], "inside a name, if none begins so"
    assert surnames(found(people, "касым ат")) == ["Касымов", "Қасым"], "the given name narrows it"
    assert found(people, "зззз") == []
    assert len(found(people, "  ")) == 4


def test_a_badge_is_found_exactly_and_without_its_zeros() -> None:
    people = named("Айтбай", "Әли", "Бауэр")
    assert [one.name.kk.split()[0] for one in (by_badge(people, "02"), by_badge(people, "2")) if one] == [
        "Әли"
    ] * 2
    assert by_badge(people, "9999") is None


def test_each_member_stands_in_one_group_and_the_counts_add_up() -> None:
    desk = sitting_desk(10)
    submit(
        desk,
        c.Arrive(("m0001", "m0002", "m0003")),
        c.Leave(("m0003",)),
        c.ExcuseMembers(("m0004",), "illness"),
        c.ExcuseMembers(("m0003",), "other"),
    )
    roll = desk.sitting(SITTING).state.roll
    now = counts(roll)
    assert (now.all, now.present, now.absent, now.excused, now.left) == (10, 2, 6, 1, 1)
    people = listed(roll.members)
    for show in ("present", "absent", "excused", "left"):
        assert len(rows(people, roll, show)) == now.of(show)
    assert where(roll, "m0004").excuse == "illness"
    gone = where(roll, "m0003")
    assert gone.standing == "left"
    assert gone.since is not None
    assert gone.left is not None
    assert gone.since < gone.left


def test_the_order_of_arrival_has_those_who_never_came_last() -> None:
    desk = sitting_desk(5)
    submit(desk, c.Arrive(("m0004",)), c.Arrive(("m0002",)))
    roll = desk.sitting(SITTING).state.roll
    ids = [one.member for one in rows(listed(roll.members), roll, order="arrival")]
    assert ids[:2] == ["m0004", "m0002"]
    assert set(ids[2:]) == {"m0001", "m0003", "m0005"}


def test_the_order_by_region_keeps_the_alphabet_within_a_region() -> None:
    people = named("Әли", "Бауэр", "Айтбай", "Вовк")
    roll = sitting_desk(4).sitting(SITTING).state.roll
    assert surnames(rows(people, roll, order="region")) == ["Бауэр", "Вовк", "Айтбай", "Әли"]


def test_the_last_acts_leave_out_what_was_taken_back() -> None:
    desk = sitting_desk(5)
    submit(desk, c.Arrive(("m0001",)), c.Arrive(("m0002", "m0003")), c.Arrive(("m0004",)), c.Undo())
    opened = desk.sitting(SITTING)
    acts = last_acts(opened.state, opened.log)
    assert [(act.code, len(act.names)) for act in acts] == [("arrived", 2), ("arrived", 1)]
    assert acts[1].names[0].kk == member(1).name.short
    assert acts[0].entry > acts[1].entry


def test_the_top_line_shows_the_quorum_and_that_it_is_lost() -> None:
    desk = sitting_desk(9)
    line = top_line(desk.sitting(SITTING).state)
    assert (line.body, line.number, line.standing, line.offset) == (
        "council",
        "14",
        "registration",
        timedelta(hours=5),
    )
    assert line.quorum is not None
    assert (line.quorum.present, line.quorum.needed, line.quorum.total) == (0, 6, 9)
    assert not line.quorum_lost, "before opening nothing is lost"
    submit(desk, c.Arrive(tuple(f"m{number:04}" for number in range(1, 7))), c.Open())
    assert not top_line(desk.sitting(SITTING).state).quorum_lost
    submit(desk, c.Leave(("m0006",)))
    assert top_line(desk.sitting(SITTING).state).quorum_lost


def test_the_steps_behind_the_sitting_are_done() -> None:
    desk = sitting_desk(9, fixed=False)
    state = desk.sitting(SITTING).state
    assert page_of(state) == "preparation"
    submit(desk, c.FixRoll())
    state = desk.sitting(SITTING).state
    assert page_of(state) == "roll"
    assert done_pages(state) == {"preparation"}
    submit(desk, c.Arrive(tuple(f"m{number:04}" for number in range(1, 7))), c.Open())
    assert done_pages(desk.sitting(SITTING).state) == {"preparation", "roll"}


def test_the_bottom_line_has_sixteen_digits_of_the_head_in_groups_of_four() -> None:
    line = bottom_line(58, "7c1ea90f44d20b1c" + "0" * 48, BEGIN)
    assert line.head == "7c1e·a90f·44d2·0b1c"
