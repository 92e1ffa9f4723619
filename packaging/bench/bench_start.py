"""Starting: whole processes, from the call to the painted window."""

import compileall
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from bench_measure import Figure
from bench_sitting import Clerk, drafts_of

from assembly_desk.desk.desk import Desk
from assembly_desk.journal.memory import MemoryJournals
from assembly_desk.rules import load_profiles
from assembly_desk.store.sqlite import open_journals

HERE = Path(__file__).parent
PROGRAM = HERE.parents[1] / "assembly_desk"


def start(folder: Path, rounds: int) -> Sequence[Figure]:
    """The program on a sitting of 583 that is being registered, against a bare window of PySide6."""
    database = folder / "start.db"
    _prepare(database)
    for code in (PROGRAM, HERE):  # as it is once installed or started, whatever the environment forbids
        compileall.compile_dir(str(code), quiet=2)
    painted, shown, bare = [], [], []
    for number in range(rounds + 1):  # the first, which brings the files into memory, does not count
        plain = times(HERE / "bench_window_bare.py")
        program = times(HERE / "bench_window_program.py", str(database))
        if number:
            bare.append(plain["painted"])
            painted.append(program["painted"])
            shown.append(program["shown"])
    against = "a bare PySide6 window, painted"
    return [
        Figure("start-painted", "start to the first painted window", against, painted, bare, aim=3),
        Figure("start-shown", "start to the sitting shown", against, shown, bare, aim=5),
    ]


def _prepare(path: Path) -> None:
    """A database with the register of 583 and a sitting of about 560 entries, for which nearly all have come."""
    memory = MemoryJournals()
    clerk = Clerk(Desk(memory, load_profiles()))
    clerk.register(clerk.enter())
    with closing(open_journals(str(path))) as journals:
        for name in memory.names():
            journals.append(name, 0, drafts_of(memory.read(name)))


def times(script: Path, *arguments: str) -> dict[str, float]:
    """From the start of the process to each word that it prints, in seconds."""
    began = time.perf_counter()
    times = {}
    with subprocess.Popen(
        [sys.executable, str(script), *arguments], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            times[line.strip()] = time.perf_counter() - began
    if process.returncode:
        raise RuntimeError(f"{script.name} ended with {process.returncode}")
    return times
