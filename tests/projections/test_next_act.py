"""The one next act, from preparation to the print."""

from assembly_desk.desk.desk import Desk
from assembly_desk.domain import commands as c
from assembly_desk.domain.commands import Command
from assembly_desk.domain.motion import Sets
from assembly_desk.domain.text import Text
from assembly_desk.projections.next_act import NextAct, next_act
from tests.desk_room import SITTING, done, sitting_desk

SIX = tuple(f"m{number:04}" for number in range(1, 7))


def after(desk: Desk, *commands: Command) -> NextAct:
    for command in commands:
        done(desk.submit(command, sitting=SITTING))
    act = next_act(desk.sitting(SITTING).state)
    assert act is not None
    return act


def test_it_leads_from_the_roll_to_the_protocol() -> None:
    desk = sitting_desk(9, fixed=False)
    item = c.AddItem("1", Text("Жоспар"), "C13.4", rapporteurs=("m0003",), draft=Text("Бекітілсін"))
    assert after(desk, item) == NextAct("do.begin-registration", "roll", c.FixRoll())
    assert after(desk, c.FixRoll()).command == c.Open()
    adopt = after(desk, c.Arrive(SIX), c.Open())
    assert (adopt.words, adopt.page) == ("do.adopt-agenda", "voting")
    agenda = c.Propose("a1", "procedural", Text("Күн тәртібі бекітілсін"), sets=Sets(agenda="approved"))
    assert after(desk, agenda).words == "do.put"
    assert after(desk, c.Put("a1", "no-objection")).words == "do.close-vote"
    take = after(desk, c.CloseVote(0))
    assert take.command == c.TakeItem("1")
    report = after(desk, c.TakeItem("1"))
    assert report.command == c.GiveFloor("m0003", "report")
    assert after(desk, c.GiveFloor("m0003", "report")).command == c.EndFloor()
    debate = after(desk, c.EndFloor(), c.AskFloor("m0004", "debate"))
    assert debate.command == c.GiveFloor("m0004", "debate")
    assert after(desk, c.UnaskFloor("m0004")).words == "do.add-motion"
    assert after(desk, c.Propose("1.1", "decision", Text("Бекітілсін"), item="1")).words == "do.put"
    after(desk, c.Put("1.1", "show-of-hands"), c.Count(6, 0, 0))
    assert after(desk, c.CloseVote()).command == c.FinishItem("1")
    close = after(desk, c.FinishItem("1"))
    assert close.command == c.Close()
    assert close.sure, "a sitting is not closed by one key"
    assert after(desk, c.Close()).words == "do.number-protocol"
    assert after(desk, c.NumberProtocol("14", "2026-05-21")).words == "do.sign"
    assert after(desk, c.Seal()).words == "do.print"


def test_without_a_quorum_it_is_the_re_registration() -> None:
    desk = sitting_desk(9)
    item = c.AddItem("1", Text("Жоспар"), "C13.4")
    after(desk, item, c.Arrive(SIX), c.Open(), c.TakeItem("1"))
    lost = after(desk, c.Leave(("m0006",)))
    assert lost == NextAct("do.re-register", "roll", c.BeginRollCall())
    assert after(desk, c.BeginRollCall()).command == c.EndRollCall()


def test_a_vote_put_with_a_quorum_is_finished_without_one() -> None:
    desk = sitting_desk(9)
    after(desk, c.AddItem("1", Text("Жоспар"), "C13.4"), c.Arrive(SIX), c.Open(), c.TakeItem("1"))
    after(desk, c.Propose("1.1", "decision", Text("Бекітілсін"), item="1"), c.Put("1.1", "named"))
    assert after(desk, c.Leave(("m0006",))).words == "do.close-vote"


def test_after_a_break_or_another_day_it_is_to_resume() -> None:
    desk = sitting_desk(9)
    after(desk, c.Arrive(SIX), c.Open())
    assert after(desk, c.Break()).command == c.Resume()
    assert after(desk, c.Resume(), c.Adjourn()).command == c.Resume()


def test_an_item_that_the_body_may_only_hear_needs_no_motion() -> None:
    desk = sitting_desk(9)
    item = c.AddItem("1", Text("Есептер"), "S8.2")
    act = after(desk, item, c.Arrive(SIX), c.Open(), c.TakeItem("1"))
    assert act.command == c.FinishItem("1")


def test_the_floor_is_offered_to_nobody_who_cannot_take_it() -> None:
    desk = sitting_desk(9)
    after(desk, c.AddItem("1", Text("Жоспар"), "C13.4", rapporteurs=("m0009",)), c.Arrive(SIX), c.Open())
    away = after(desk, c.TakeItem("1"))
    assert away.words == "do.add-motion", "the rapporteur is not in the hall"
    after(desk, c.Arrive(("m0007", "m0008")), c.AskFloor("m0007", "debate"), c.AskFloor("m0008", "debate"))
    assert after(desk, c.Leave(("m0007",))).command == c.GiveFloor("m0008", "debate")
    closing = c.Propose("d1", "procedural", Text("Жарыссөз тоқтатылсын"), sets=Sets(debate_closed=True))
    after(desk, c.AskFloor("m0005", "motive"), closing, c.Put("d1", "no-objection"))
    assert after(desk, c.CloseVote(0)).command == c.GiveFloor("m0005", "motive"), "not in the debate"
