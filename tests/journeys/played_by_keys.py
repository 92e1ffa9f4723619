"""Sittings that are prepared, to be played by keys; and what a sitting comes to, whatever made its entries."""

import json
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from assembly_desk.cli.demo import BEGINS, Body, prepare, sample_lines
from assembly_desk.desk.desk import Change, Desk
from assembly_desk.desk.rehearsal import Rehearsal
from assembly_desk.domain.state import Sitting
from assembly_desk.journal.contract import Journals
from assembly_desk.journal.memory import MemoryJournals
from assembly_desk.projections.show import show
from assembly_desk.rules import load_profiles

PROFILES = load_profiles()


def desk_on_sample(body: Body, journals: Journals | None = None) -> Desk:
    """The sample sitting before its roll call; its clock goes on by half a minute with each act."""
    at = BEGINS[body]

    def go_on(_change: Change) -> None:
        nonlocal at
        at += timedelta(seconds=30)

    desk = Desk(journals or MemoryJournals(), PROFILES, clock=lambda: at, rehearsal=True)
    prepare(desk, body, "kk")
    desk.subscribe(go_on)
    return desk


def rehearse(desk: Desk, lines: Sequence[str]) -> None:
    """The lines as commands; each is accepted."""
    for answer in Rehearsal(desk, record=False, language="kk").play(lines):
        assert answer.ok, answer.body


def roll_call(body: Body) -> list[str]:
    """A line for each of those who are there at the opening."""
    called = next(line for line in sample_lines(body, "after") if line.startswith("# m"))
    return [json.dumps({"do": "arrive", "member": one}) for one in called.removeprefix("#").split()]


def whole_sitting(body: Body) -> list[str]:
    """The roll call, the opening, and all that follows to the numbered protocol."""
    return [*roll_call(body), '{"do": "open"}', *sample_lines(body, "after")]


def state_of(desk: Desk, sitting: str | None = None) -> Sitting:
    """How the only sitting stands."""
    return desk.sitting(sitting or desk.sittings()[0]).state


def meaning(state: Sitting) -> dict[str, Any]:
    """What `show` holds but times, numbers of entries, and the ids that the window gives to motions itself.

    Besides: who the speeches were by and what they said, who is to do what by when.
    """
    shown = show(state, head="", entries=0)
    places = {motion: place for place, motion in enumerate(state.motions)}
    for row in shown["motions"]:
        row["motion"] = places[row["motion"]]
    for row in shown["votes"]:
        row["motion"] = places[row["motion"]]
        del row["entry"]
    shown["attendance"] = sorted((stay["member"], stay["until"] is None) for stay in shown["attendance"])
    shown["excused"] = dict(state.roll.excused)
    shown["speeches"] = [
        (speech.item, speech.kind, speech.person.name, speech.seconds, speech.gist)
        for speech in state.floor.ended
    ]
    shown["orders"] = [
        (one.responsible, one.deadline, [whom.kk for whom in one.addressees])
        for one in state.motions.values()
    ]
    shown["waiting"] = [(one.person.name, one.kind) for one in state.floor.queue]
    return shown
