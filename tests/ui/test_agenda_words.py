"""The presiding's words follow the debate, in the hall's language, from one act to the next."""

from datetime import timedelta

import pytest

from assembly_desk.domain import commands as c
from assembly_desk.domain.motion import Sets
from assembly_desk.domain.profile import SpeechKind
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.text import Text
from assembly_desk.ui.agenda.spoken import spoken
from assembly_desk.wording.words import Language, words
from tests.desk_room import SITTING, Clock, done, sitting_desk

REPORTED = (c.TakeItem("1"), c.GiveFloor("m0007", "report"), c.EndFloor())
MOVED = c.Propose("1.1", "decision", Text("Шақырылсын", "Созвать"), item="1")


def after(*more: c.Command) -> Sitting:
    desk = sitting_desk(84, clock=Clock(0))
    here = c.Arrive(tuple(f"m{number:04}" for number in range(1, 61)))
    items = (
        c.AddItem("1", Text("Сессия туралы", "О Сессии"), "C13.3", rapporteurs=("m0007",)),
        c.AddItem("2", Text("Тұжырымдама туралы"), "S8.1"),
    )
    for command in (*items, here, c.Open(), *more):
        done(desk.submit(command, sitting=SITTING))
    return desk.sitting(SITTING).state


def said(state: Sitting, language: Language = "kk", *, later: int = 0) -> str:
    assert state.last_at is not None
    return spoken(state, state.last_at + timedelta(seconds=later), language)


def test_the_agenda_is_read_until_it_is_settled() -> None:
    assert "1) Сессия туралы; 2) Тұжырымдама туралы" in said(after())
    assert "1) О Сессии" in said(after(), "ru")


def test_the_rapporteur_is_called_with_the_time_and_then_asked_about() -> None:
    name = after().roll.members["m0007"].person.name.kk
    called = said(after(c.TakeItem("1")))
    assert "бірінші мәселесіне" in called
    assert name in called
    assert "20 минут" in called
    assert said(after(*REPORTED)).endswith(words("kk")("say.questions"))


def test_the_queue_opens_the_debate_and_names_who_is_next() -> None:
    state = after(*REPORTED, c.AskFloor("m0010", "debate"), c.AskFloor("m0011", "debate"))
    first, then = (state.roll.members[id].person.name.kk for id in ("m0010", "m0011"))
    text = said(state)
    assert "Сөз сұрағандар саны – 2" in text
    assert text.index(first) < text.index(then)


@pytest.mark.parametrize(
    ("kind", "row"),
    [("order", "say.floor.order"), ("reference", "say.floor.reference"), ("closing", "say.floor.closing")],
)
def test_each_kind_of_speech_is_given_in_its_own_words(kind: SpeechKind, row: str) -> None:
    state = after(*REPORTED, c.GiveFloor("m0010", kind))
    assert said(state) == words("kk")(row, name=state.roll.members["m0010"].person.name)


def test_the_time_speaks_in_its_last_minute_when_it_is_over_and_when_it_grows() -> None:
    state = after(*REPORTED, c.GiveFloor("m0010", "debate"))
    assert said(state, later=245) == words("kk")("say.floor.minute-left")
    assert said(state, later=301) == words("kk")("say.floor.time-up")
    more = after(*REPORTED, c.GiveFloor("m0010", "debate"), c.ExtendFloor())
    assert said(more) == words("kk")("say.floor.extended", minutes=2)
    question = after(*REPORTED, c.GiveFloor("m0010", "question"))
    assert "Сөз беріледі" in said(question), "a minute is all that it has"


def test_a_guest_without_a_position_is_called_by_name_alone() -> None:
    state = after(*REPORTED, c.GiveFloor(c.Guest(Text("Орманбекұлы Т.")), "debate"))
    assert said(state) == "Сөз беріледі: Орманбекұлы Т."


def test_amendments_come_first_and_the_motion_is_read() -> None:
    amendment = c.Propose(
        "1.1-A", "amendment", Text("Өзгертілсін"), item="1", amends="1.1", result=Text("Кейін шақырылсын")
    )
    assert said(after(*REPORTED, MOVED), "ru") == words("ru")("say.motion.put", text="Созвать")
    assert said(after(*REPORTED, MOVED, amendment)) == words("kk")("say.amendments-first")


def test_closing_the_debate_is_asked_and_then_told() -> None:
    close = c.Propose("p1", "procedural", Text("Жарыссөз тоқтатылсын"), sets=Sets(debate_closed=True))
    assert said(after(*REPORTED, close)) == words("kk")("say.debate.close-ask")
    closed = after(*REPORTED, close, c.Put("p1", "no-objection"), c.CloseVote(0))
    assert said(closed) == words("kk")("say.debate.closed")


def test_a_vote_an_item_dealt_with_and_the_end() -> None:
    put = (*REPORTED, MOVED, c.Put("1.1", "show-of-hands"))
    assert said(after(*put)) == "", "the voting page has the words"
    decided = (*put, c.Count(60, 0, 0), c.CloseVote())
    assert said(after(*decided)) == words("kk")("say.item.finished")
    assert said(after(*decided, c.FinishItem("1"))).endswith("№ 2. Тұжырымдама туралы.")
    over = (c.FinishItem("1"), c.TakeItem("2"), c.FinishItem("2"))
    assert said(after(*decided, *over)) == words("kk")("say.close.council")


def test_a_lost_quorum_is_said_between_the_speeches() -> None:
    state = after(*REPORTED, c.Leave(("m0059", "m0060", "m0058", "m0057", "m0056")))
    assert said(state).startswith("Залда кворум жоқ: қатысып отырғаны – 55")
