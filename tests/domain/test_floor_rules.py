"""The floor: one speaker at a time, on an item, for a time that warns and never ends a speech."""

from datetime import timedelta

from assembly_desk.domain.commands import (
    Arrive,
    AskFloor,
    Break,
    Close,
    EndFloor,
    ExtendFloor,
    FixRoll,
    GiveFloor,
    GoOnFloor,
    Guest,
    PauseFloor,
    UnaskFloor,
    Undo,
    WriteGist,
)
from assembly_desk.domain.text import Text
from tests.domain.hall import convened, council, people

GUEST = Guest(Text("Смағұлова Р. Т."), Text("министрлік өкілі"))


def test_one_speaker_at_a_time() -> None:
    hall = council().takes().does(GiveFloor("m2", "report")).refuses(GiveFloor("m3", "debate"), "FloorTaken")
    hall.refuses(EndFloor("m3"), "FloorTaken").does(EndFloor("m2"), GiveFloor("m3", "debate"))
    assert [speech.person.member for speech in hall.state.floor.ended] == ["m2"]


def test_the_floor_is_given_on_an_item_and_for_a_point_of_order_without_one() -> None:
    hall = council().refuses(GiveFloor("m2", "report"), "NotOpen")
    hall.does(GiveFloor("m2", "order"), EndFloor()).takes().does(GiveFloor("m2", "report"))


def test_while_a_vote_is_held_only_a_point_of_order_is_heard() -> None:
    hall = council().takes().proposes().puts().refuses(GiveFloor("m2", "debate"), "VoteInProgress")
    hall.does(GiveFloor("m2", "order"))


def test_a_speaker_is_in_the_hall_and_a_guest_needs_no_registration() -> None:
    hall = council(present=5).takes().refuses(GiveFloor("m6", "debate"), "NotPresent")
    hall.refuses(AskFloor("m6", "debate"), "NotPresent").refuses(GiveFloor("m99", "debate"), "UnknownMember")
    hall.does(GiveFloor(GUEST, "report"), EndFloor(GUEST))
    assert hall.state.floor.ended[0].person.name == Text("Смағұлова Р. Т.")


def test_nobody_has_the_floor_before_opening_or_in_a_break() -> None:
    convened().does(FixRoll(), Arrive(people(1, 6))).refuses(GiveFloor("m1", "order"), "NotOpen")
    council().takes().does(Break()).refuses(AskFloor("m1", "debate"), "NotOpen")


def test_the_queue_keeps_its_order_and_loses_who_is_heard() -> None:
    hall = council().takes().does(AskFloor("m2", "debate"), AskFloor("m3", "debate"), AskFloor("m4", "reply"))
    hall.does_nothing(AskFloor("m3", "debate"))
    hall.does(GiveFloor("m3", "debate"), EndFloor(), UnaskFloor("m4")).does_nothing(UnaskFloor("m5"))
    assert [waiting.person.member for waiting in hall.state.floor.queue] == ["m2"]


def test_times_are_those_of_the_reglament_unless_given() -> None:
    hall = council().takes().does(GiveFloor("m2", "report"))
    assert hall.state.floor.speech is not None
    assert hall.state.floor.speech.seconds == 20 * 60
    hall.does(ExtendFloor(), ExtendFloor(seconds=30), EndFloor(), GiveFloor("m3", "debate", 45))
    assert hall.state.floor.ended[0].seconds == 20 * 60 + 120 + 30
    assert hall.state.floor.speech is not None
    assert hall.state.floor.speech.seconds == 45


def test_the_clock_of_a_speech_stops_and_goes_on() -> None:
    hall = council().takes().does(GiveFloor("m2", "report")).does_nothing(GoOnFloor())
    hall.does(PauseFloor()).does_nothing(PauseFloor())
    hall.now += timedelta(minutes=10)
    hall.does(GoOnFloor())
    speech = hall.state.floor.speech
    assert speech is not None
    assert speech.left(hall.now) == 18 * 60
    assert speech.left(hall.now + timedelta(minutes=18, seconds=5)) == -5


def test_a_speech_held_without_a_quorum_is_marked_so() -> None:
    hall = council(present=4).takes().leave("m4").does(GiveFloor("m2", "order"), EndFloor())
    hall.arrive("m4").does(GiveFloor("m2", "debate"), EndFloor())
    assert [speech.quorum for speech in hall.state.floor.ended] == [False, True]


def test_a_speech_during_which_the_quorum_is_lost_is_marked_so_too() -> None:
    hall = (
        council(present=4).takes().does(GiveFloor("m2", "report")).leave("m4").arrive("m4").does(EndFloor())
    )
    hall.does(GiveFloor("m2", "report")).leave("m4").does(Undo(), EndFloor())
    for told in (hall, hall.restarts()):
        assert [speech.quorum for speech in told.state.floor.ended] == [False, True]


def test_without_a_quorum_no_speech_begins_and_the_one_being_held_is_finished() -> None:
    hall = council(present=4).takes().does(GiveFloor("m2", "report")).leave("m4")
    hall.does(ExtendFloor(), PauseFloor(), GoOnFloor(), AskFloor("m3", "debate"), EndFloor())
    hall.refuses(GiveFloor("m3", "debate"), "NoQuorum").does(GiveFloor("m3", "order"), EndFloor())
    hall.arrive("m4").does(GiveFloor("m3", "debate"))


def test_with_nobody_speaking_there_is_nothing_to_end() -> None:
    for step in (EndFloor(), PauseFloor(), GoOnFloor(), ExtendFloor()):
        council().does_nothing(step)


def test_a_break_and_the_end_of_the_sitting_end_the_speech() -> None:
    assert council().takes().does(GiveFloor("m2", "report"), Break()).state.floor.speech is None
    hall = council().takes().does(GiveFloor("m2", "report"), Close())
    assert hall.state.floor.ended[0].until is not None


def test_the_gist_is_written_at_the_end_or_later_by_the_number_of_the_entry() -> None:
    hall = council().takes().does(GiveFloor("m2", "report"))
    given = hall.last_entry
    hall.does(EndFloor(gist=Text("Қысқаша")))
    ended = hall.last_entry
    assert hall.state.floor.ended[0].gist == Text("Қысқаша")
    hall.does(Close(), WriteGist(given, Text("Толығырақ"))).does_nothing(WriteGist(given, Text("Толығырақ")))
    hall.does(WriteGist(ended, Text("Нақты")))
    assert hall.state.floor.ended[0].gist == Text("Нақты")
    hall.refuses(WriteGist(1, Text("Қате")), "UnknownItem")
