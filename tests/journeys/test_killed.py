"""The whole program is killed in the middle of a sitting, and is back where the sitting was, with every answer."""

import os
import random
import shutil
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from threading import Timer

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from assembly_desk.desk.desk import Desk
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.text import Text
from assembly_desk.main import latest
from assembly_desk.projections.desk_line import page_of
from assembly_desk.rules import load_profiles
from assembly_desk.store.sqlite import open_journals
from assembly_desk.ui.app import open_window
from assembly_desk.ui.play import Player
from assembly_desk.ui.voting.page import VotingPage
from assembly_desk.ui.window import Window
from tests.journeys.played_by_keys import desk_on_sample

HERE = Path(__file__).parent
MOMENTS = (("Arrived", 58), ("VoteCast", 58), ("FloorGiven", 12), ("VoteCounted", 6), ("VoteCast", 58))
"""In turn: the kind of entry after which the program is killed, and how many such entries a sitting has."""
A_MOMENT = 0.03  # seconds: longer than an act takes


def played_until_killed(database: Path, kind: str, after: int, moment: float) -> list[tuple[int, str]]:
    """What the program told before it was killed: numbers of entries, and the head of the chain at each."""
    environment = {**os.environ, "PYTHONPATH": str(HERE.parents[1]), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.journeys.sitting_office", str(database)]
    told: list[tuple[int, str]] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as program:
        assert program.stdout is not None
        killing = Timer(moment, program.kill)
        for line in program.stdout:
            seq, event, head = line.split()
            told.append((int(seq), head))
            after -= event == kind
            if after == 0:
                killing.start()
                after = -1
    assert program.returncode == -signal.SIGKILL, "the program ended before it was killed"
    return told


def test_a_killed_program_is_back_where_the_sitting_was(tmp_path: Path, qtbot: QtBot, kills: int) -> None:
    prepared = tmp_path / "prepared.db"
    with closing(open_journals(str(prepared))) as journals:
        desk_on_sample("council", journals)
    moments = random.Random()
    held = 0
    for life in range(max(5, kills // 4)):
        database = tmp_path / f"{life}.db"
        shutil.copy(prepared, database)
        kind, number = MOMENTS[life % len(MOMENTS)]
        after, moment = moments.randint(1, number), moments.uniform(0, A_MOMENT)
        told = played_until_killed(database, kind, after, moment)
        with closing(open_journals(str(database))) as journals:
            desk = Desk(journals, load_profiles(), rehearsal=True)
            sitting = latest(desk)
            assert sitting is not None
            lines, opened = desk.lines(sitting), desk.sitting(sitting)
            where = f"life {life}: {kind} {after}, after {moment:.3f} s"
            assert opened.broken is None, where
            for seq, head in told:
                assert lines[seq - 1].hash == head, f"{where}: what was told is not on the disk"
            window = open_window(desk, sitting)
            qtbot.addWidget(window)
            with qtbot.waitActive(window):
                window.show()
            assert window.page == page_of(opened.state), where
            held += shows_the_vote(window, opened.state)
            goes_on(Player(window), opened.state)
            assert desk.sitting(sitting).entries > opened.entries, where
            window.close()
    assert held, "no vote was being held at any of the moments: the test shows too little"


def shows_the_vote(window: Window, state: Sitting) -> bool:
    """Whether a vote is held; then all its answers and counts are seen, and typing goes on there."""
    vote, page = state.vote, window.shown
    if vote is None:
        return False
    assert isinstance(page, VotingPage)
    if vote.form == "named":
        names = page.names.view.names
        seen = {one.member: names.choice(row) for row, one in enumerate(names.people)}
        assert {one: choice for one, choice in seen.items() if choice} == dict(vote.answers)
        assert page.names.view.hasFocus()
    elif vote.form == "show-of-hands":
        for sector, tally in vote.counts.items():
            row = f"voting.hands.{sector or 'hall'}"
            figures = [page.findChild(QLineEdit, f"{row}.{one}") for one in ("for", "against", "abstain")]
            counted = [tally.in_favour, tally.against, tally.abstain]
            assert [field.text() for field in figures if isinstance(field, QLineEdit)] == list(
                map(str, counted)
            )
    return True


def goes_on(player: Player, state: Sitting) -> None:
    """The next act by keys: the next one arrives, the next one answers, or a remark is taken down."""
    if state.phase == "prepared":
        player.arrive(next(one for one in state.roll.members if state.roll.standing(one) == "absent"))
    elif state.vote is not None and state.vote.form == "named":
        player.cast(next(one for one in state.vote.electorate if one not in state.vote.answers), "for")
    else:
        player.note(Text("Бағдарлама қайта іске қосылды", "Программа запущена снова"))
