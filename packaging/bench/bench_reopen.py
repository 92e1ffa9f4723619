"""Going on after a crash: the program is killed in the middle of a vote by name, and opened again."""

import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from bench_measure import Figure
from bench_sitting import MEMBERS, MORNING, SITTING, Clerk
from bench_start import HERE, times

from assembly_desk.desk.desk import Desk
from assembly_desk.rules import load_profiles
from assembly_desk.store.sqlite import open_journals

ANSWERS = 300  # are recorded when it is killed
AT_ONCE = 3.0  # seconds: the hall has hardly noticed


def reopen(folder: Path, rounds: int) -> Figure:
    """From the call to the painted names of the vote, on the file that a killed program left behind."""
    prepared = folder / "prepared.db"
    with closing(open_journals(str(prepared))) as journals:
        clerk = Clerk(Desk(journals, load_profiles(), clock=lambda: MORNING))
        clerk.everybody_votes(clerk.enter(), "v1")
    ours, theirs = [], []
    for number in range(rounds + 1):  # the first, which brings the files into memory, does not count
        killed = folder / f"killed-{number}.db"
        shutil.copy(prepared, killed)
        _kill_while_they_vote(killed)
        plain = times(HERE / "bench_window_bare.py")
        program = times(HERE / "bench_window_program.py", str(killed), "voting.names")
        with closing(open_journals(str(killed), write=False)) as journals:
            vote = Desk(journals, load_profiles()).sitting(SITTING).state.vote
            assert vote is not None
            assert len(vote.answers) >= ANSWERS
        if number:
            ours.append(program["shown"])
            theirs.append(plain["painted"])
    return Figure(
        "reopen",
        f"start after a crash to the vote by name of {MEMBERS} shown",
        "a bare PySide6 window, painted",
        ours,
        theirs,
        limit=AT_ONCE,
    )


def _kill_while_they_vote(database: Path) -> None:
    command = [sys.executable, str(HERE / "bench_killed_program.py"), str(database)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        for _ in range(ANSWERS):
            program.stdout.readline()
        program.kill()
