"""What the page of the agenda and the floor shows, in codes and figures."""

from datetime import timedelta

import pytest

from assembly_desk.desk.desk import Desk
from assembly_desk.domain import commands as c
from assembly_desk.domain.motion import AgendaChange, Sets
from assembly_desk.domain.profile import MotionKind
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.text import Text
from assembly_desk.projections.floor_sheet import (
    Meant,
    adopted_at,
    amendable,
    clock_sheet,
    extended_by,
    item_rows,
    item_sheet,
    meant,
    motion_kinds,
    motion_rows,
    next_amendment,
    next_item,
    next_motion,
    part_ids,
    queue_rows,
    reordered,
    speakers,
    whom_of,
)
from assembly_desk.projections.next_act import next_act
from tests.desk_room import SITTING, Clock, done, sitting_desk

GUEST = c.Guest(Text("Орманбекұлы Т."), Text("БАҚ өкілі"))


def in_debate(*more: c.Command, body: str = "council") -> Desk:
    """Sixty of eighty-four in the hall; four items, the first under consideration."""
    desk = sitting_desk(84, body=body, clock=Clock(0))
    submit(
        desk,
        c.AddItem("1", Text("Сессияны шақыру туралы"), "C13.3", Text("негізі"), ("m0002", "m0003")),
        c.AddItem("2", Text("Тұжырымдама туралы"), "S8.1"),
        c.AddItem("3", Text("Ақпарат"), "INFO"),
        c.AddItem("4", Text("Есептер"), "S8.2"),
        c.Arrive(tuple(f"m{number:04}" for number in range(1, 61))),
        c.Open(),
        c.TakeItem("1"),
        *more,
    )
    return desk


def submit(desk: Desk, *commands: c.Command) -> None:
    for command in commands:
        done(desk.submit(command, sitting=SITTING))


def state(*more: c.Command, body: str = "council") -> Sitting:
    return in_debate(*more, body=body).sitting(SITTING).state


def motion(id: str, kind: MotionKind = "decision", amends: str | None = None) -> c.Propose:
    result = Text("Басқаша шешілсін") if amends else None
    return c.Propose(id, kind, Text(f"{id} шешілсін"), item="1", amends=amends, result=result)


def voted(id: str, in_favour: int, against: int, abstain: int) -> tuple[c.Command, ...]:
    return c.Put(id, "show-of-hands"), c.Count(in_favour, against, abstain), c.CloseVote()


def test_a_finished_item_tells_the_figures_of_the_last_vote_on_it_and_not_of_an_amendment() -> None:
    now = state(
        motion("1.1"),
        motion("1.1-A", kind="amendment", amends="1.1"),
        *voted("1.1-A", 50, 5, 5),
        *voted("1.1", 45, 10, 5),
        c.FinishItem("1"),
    )
    first = item_rows(now)[0]
    assert (first.state, first.current) == ("finished", False)
    assert first.figures is not None
    assert first.figures.verdict == "adopted"
    assert first.figures.tally is not None
    assert (first.figures.tally.in_favour, first.figures.tally.against, first.figures.tally.abstain) == (
        45,
        10,
        5,
    )


def test_an_item_offered_after_the_adoption_has_no_number_and_stands_last() -> None:
    adopt = c.Propose("a", "procedural", Text("Бекітілсін"), sets=Sets(agenda=AgendaChange(postpone=("3",))))
    now = state(adopt, *voted("a", 60, 0, 0), c.AddItem("5", Text("Жаңа мәселе"), "C13.6"))
    assert [(row.number, row.state) for row in item_rows(now)] == [
        (1, "taken"),
        (2, "waiting"),
        (3, "postponed"),
        (4, "waiting"),
        (None, "offered"),
    ]
    assert adopted_at(now) is not None
    assert next_item(now) == "6"


def test_what_may_be_done_with_the_item_looked_at() -> None:
    now = state()
    taken, waiting = item_sheet(now, "1"), item_sheet(now, "2")
    assert taken is not None
    assert waiting is not None
    assert (taken.may_take, taken.may_finish, taken.point) == (False, True, "p.13")
    assert (waiting.may_take, waiting.may_finish, waiting.kinds) == (True, False, ("recommendation",))
    assert item_sheet(now, "no such item") is None


@pytest.mark.parametrize(
    ("after", "left", "pace"),
    [(0, 300, "running"), (241, 59, "warning"), (300, 0, "over"), (335, -35, "over")],
)
def test_the_clock_warns_in_the_last_minute_and_counts_on_below_zero(
    after: int, left: int, pace: str
) -> None:
    now = state(c.GiveFloor("m0007", "debate"))
    speech = now.floor.speech
    assert speech is not None
    sheet = clock_sheet(now, speech, speech.since + timedelta(seconds=after))
    assert (sheet.left, sheet.pace) == (left, pace)
    assert 0 <= sheet.spent <= 1


def test_a_paused_clock_stands_and_more_time_is_told() -> None:
    now = state(c.GiveFloor("m0007", "debate"), c.ExtendFloor(), c.PauseFloor())
    speech = now.floor.speech
    assert speech is not None
    later = clock_sheet(now, speech, speech.since + timedelta(hours=1))
    assert (later.pace, later.left) == ("paused", 420)
    assert extended_by(now, speech) == 120


def test_the_queue_tells_where_each_comes_from_and_who_may_speak_no_more() -> None:
    close = c.Propose("d", "procedural", Text("Тоқтатылсын"), sets=Sets(debate_closed=True))
    now = state(
        c.AskFloor("m0007", "debate"),
        c.AskFloor(GUEST, "reference"),
        close,
        c.Put("d", "no-objection"),
        c.CloseVote(0),
    )
    member, guest = queue_rows(now)
    assert (member.seconds, member.refused) == (300, True)
    assert (guest.place, guest.refused) == (Text("БАҚ өкілі"), False)


def test_those_in_the_hall_and_the_invited_may_speak_and_nobody_else() -> None:
    now = state(c.Invite(GUEST))
    offered = {one.member: one for one in speakers(now)}
    assert "m0060" in offered
    assert "m0061" not in offered, "not in the hall"
    assert len(offered) == 61
    (guest,) = (id for id in offered if not id.startswith("m"))
    assert whom_of(now, guest) == GUEST
    assert whom_of(now, "m0060") == "m0060"


def test_only_what_the_body_may_do_is_offered_as_a_kind_of_motion() -> None:
    council, session = state(), state(body="session")
    assert motion_kinds(council, council.agenda.items["1"]) == ("decision", "procedural")
    assert motion_kinds(council, council.agenda.items["2"]) == ("recommendation", "procedural")
    assert motion_kinds(council, council.agenda.items["4"]) == ("procedural",)
    assert motion_kinds(session, session.agenda.items["1"]) == ("decision", "appeal", "procedural")
    amended = state(motion("1.1"))
    assert "amendment" in motion_kinds(amended, amended.agenda.items["1"])
    assert [one.id for one in amendable(amended, "1")] == ["1.1"]


def test_ids_are_made_free_ones() -> None:
    now = state(motion("1.1"), motion("1.1-A", kind="amendment", amends="1.1"), motion("1.3"))
    assert next_motion(now, "1") == "1.2"
    assert next_motion(now, None) == "p1"
    assert next_amendment(now, "1.1") == "1.1-B"
    assert part_ids(now, "1.3", 2) == ("1.3.1", "1.3.2")


def test_an_amendment_stands_below_its_motion_and_is_put_before_it() -> None:
    now = state(
        motion("1.1"),
        motion("1.2"),
        motion("1.1-A", kind="amendment", amends="1.1"),
        motion("1.1-B", kind="amendment", amends="1.1"),
    )
    assert [row.motion for row in motion_rows(now, "1")] == ["1.1", "1.1-A", "1.1-B", "1.2"]
    assert reordered(now, "1.2", -1) == ("1.2", "1.1-A", "1.1-B", "1.1")
    assert reordered(now, "1.1-B", -1) == ("1.1-B", "1.1-A", "1.1", "1.2")
    assert reordered(now, "1.1", -1) is None


def test_the_blue_button_tells_whom_it_means() -> None:
    def next_meant(now: Sitting) -> Meant | None:
        act = next_act(now)
        assert act is not None
        return meant(now, act)

    now = state()
    rapporteur = now.roll.members["m0002"].person.name
    assert next_meant(now) == Meant(rapporteur, kind="report")
    now = state(c.GiveFloor("m0002", "report"))
    assert next_meant(now) == Meant(rapporteur, kind="report")
    now = state(c.FinishItem("1"))
    assert next_meant(now) == Meant(Text("Тұжырымдама туралы"), item=2)
    heard = (c.GiveFloor("m0002", "report"), c.EndFloor(), c.GiveFloor("m0003", "report"), c.EndFloor())
    now = state(*heard, motion("1.1"), motion("1.1-A", kind="amendment", amends="1.1"))
    assert next_meant(now) == Meant(Text("1.1-A шешілсін"), motion="1.1-A")
