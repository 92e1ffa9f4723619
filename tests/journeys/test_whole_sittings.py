"""Whole sittings played by keys in the real window come to what a rehearsal of the same lines comes to."""

import json
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from assembly_desk.cli.demo import BEGINS
from assembly_desk.desk.desk import Desk
from assembly_desk.journal.memory import MemoryJournals
from assembly_desk.ui.app import open_window
from assembly_desk.ui.play import Player, PlayStopped
from tests.journeys.played_by_keys import (
    PROFILES,
    desk_on_sample,
    meaning,
    rehearse,
    roll_call,
    state_of,
    whole_sitting,
)

Opener = Callable[[Desk], Player]

SMALL = """
{"do": "convene", "sitting": "s", "body": "council", "number": "1", "date": "2026-05-20", "time": "10:00", "place": "Астана"}
{"do": "amend-sitting", "convened_by": "m1", "act": {"kind": "өкім", "number": "8", "date": "2026-05-01"}}
{"do": "amend-sitting", "presiding": "m1", "secretary": {"name": "Әбенова С. Қ."}}
{"do": "add-item", "item": "1", "title": "Есеп", "competence": "C13.6", "rapporteurs": ["m2"]}
{"do": "add-item", "item": "2", "title": "Ақпарат", "competence": "INFO"}
{"do": "fix-roll"}
"""
SURNAMES = ("Әбішев", "Бауэр", "Вовк", "Ғабдуллин", "Дулатов", "Қасым", "Өтеген", "Һәкімов", "Ібіраев")

EVERY_OTHER_STEP = """
{"do": "excuse", "member": "m9", "reason": "illness"}
{"do": "arrive", "members": ["m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8"]}
{"do": "open"}
{"do": "note", "text": {"kk": "Отырыс бейнежазбаға түсіріледі", "ru": "Заседание записывается"}}
{"do": "hand-over-chair", "member": "m3"}
{"do": "take-item", "item": "1"}
{"do": "ask-floor", "member": "m5", "kind": "order"}
{"do": "ask-floor", "member": "m6", "kind": "debate"}
{"do": "unask-floor", "member": "m5", "kind": "order"}
{"do": "give-floor", "member": "m6", "kind": "debate"}
{"do": "pause-floor"}
{"do": "go-on-floor"}
{"do": "end-floor", "member": "m6", "kind": "debate"}
{"do": "propose", "motion": "1.1", "item": "1", "kind": "decision", "text": "Есеп мақұлдансын"}
{"do": "propose", "motion": "1.2", "item": "1", "kind": "decision", "text": "Есеп қайтарылсын"}
{"do": "withdraw", "motion": "1.1"}
{"do": "put", "motion": "1.2", "form": "named"}
{"do": "cast", "member": "m4", "choice": "against"}
{"do": "cast", "member": "m8", "choice": "for"}
{"do": "undo"}
{"do": "close-vote"}
{"do": "finish-item", "item": "1"}
{"do": "take-item", "item": "2"}
{"do": "propose", "motion": "2.1", "item": "2", "kind": "take-note", "text": "Ақпарат назарға алынсын"}
{"do": "put", "motion": "2.1", "form": "no-objection"}
{"do": "close-vote", "objections": 1}
{"do": "put", "motion": "2.1", "form": "show-of-hands", "sectors": {"1": 5, "2": 3}, "tellers": {"2": "m2"}}
{"do": "count", "sector": "1", "for": 5, "against": 0, "abstain": 0}
{"do": "count", "sector": "2", "for": 3, "against": 0, "abstain": 0}
{"do": "count", "sector": "2", "for": 2, "against": 0, "abstain": 1}
{"do": "close-vote"}
{"do": "finish-item", "item": "2"}
{"do": "roll-call", "begin": true}
{"do": "arrive", "members": ["m1", "m2", "m3", "m4", "m5", "m6", "m9"]}
{"do": "roll-call", "end": true}
{"do": "leave", "member": "m6"}
{"do": "break", "reason": {"kk": "түскі ас", "ru": "обед"}}
{"do": "resume"}
{"do": "adjourn", "until": "2026-05-21T11:00:00+05:00"}
{"do": "arrive", "members": ["m1", "m2", "m3", "m4", "m5", "m9"]}
{"do": "resume"}
{"do": "close", "reason": {"kk": "күн тәртібі қаралды", "ru": "повестка дня рассмотрена"}}
{"do": "number-protocol", "number": "1", "date": "2026-05-21"}
"""


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Opener]:
    """Opens the window on the sitting of a desk, and gives the player of it."""
    windows = []

    def on(desk: Desk) -> Player:
        window = open_window(desk, desk.sittings()[0], "kk")
        window.resize(1440, 900)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
        windows.append(window)
        return Player(window)

    yield on
    for window in windows:
        window.close()


def small_desk() -> Desk:
    """A Council of nine that waits for its roll call."""
    desk = Desk(MemoryJournals(), PROFILES, clock=lambda: BEGINS["council"], rehearsal=True)
    people = [
        {
            "do": "add-member",
            "member": f"m{number}",
            "surname": surname,
            "given": "Ерлан",
            "bodies": ["council"],
        }
        | ({"office": "chair"} if number == 1 else {})
        for number, surname in enumerate(SURNAMES, 1)
    ]
    rehearse(desk, [*(json.dumps(one) for one in people), *SMALL.splitlines()])
    return desk


def test_a_sitting_of_the_council_by_keys(opened: Opener) -> None:
    rehearsed, desk = desk_on_sample("council"), desk_on_sample("council")
    rehearse(rehearsed, whole_sitting("council"))
    for _ in opened(desk).play(whole_sitting("council")):
        pass
    assert meaning(state_of(desk)) == meaning(state_of(rehearsed))


def test_a_session_of_583_by_keys(opened: Opener) -> None:
    rehearsed, desk = desk_on_sample("session"), desk_on_sample("session")
    rehearse(rehearsed, whole_sitting("session"))
    called = roll_call("session")
    rehearse(desk, called[:-30])  # the last thirty come in by keys
    for _ in opened(desk).play(whole_sitting("session")[len(called) - 30 :]):
        pass
    assert meaning(state_of(desk)) == meaning(state_of(rehearsed))


def test_all_other_steps_by_keys(opened: Opener) -> None:
    lines = EVERY_OTHER_STEP.splitlines()
    rehearsed, desk = small_desk(), small_desk()
    rehearse(rehearsed, lines)
    player = opened(desk)
    for _ in player.play(lines):
        pass
    assert meaning(state_of(desk)) == meaning(state_of(rehearsed))


def test_a_sitting_without_a_quorum_stops_the_play_with_the_sentence_on_the_screen(opened: Opener) -> None:
    desk = small_desk()
    player = opened(desk)
    with pytest.raises(PlayStopped, match="Кворум жоқ"):
        list(player.play(['{"do": "arrive", "members": ["m1", "m2"]}', '{"do": "open"}']))
    assert state_of(desk).phase == "prepared"


def test_a_count_above_the_base_stops_the_play_and_nothing_is_counted(opened: Opener) -> None:
    desk = small_desk()
    lines = EVERY_OTHER_STEP.splitlines()
    player = opened(desk)
    to_the_vote = [*lines[2:4], *(one for one in lines if '"take-item", "item": "2"' in one)]
    put = '{"do": "put", "motion": "2.1", "form": "show-of-hands"}'
    list(player.play([*to_the_vote, *(one for one in lines if '"take-note"' in one), put]))
    with pytest.raises(PlayStopped, match="8"):
        list(player.play(['{"do": "count", "for": 9, "against": 0, "abstain": 0}']))
    vote = state_of(desk).vote
    assert vote is not None
    assert not vote.counts
