"""The protocol of 583 members with named votes, against the same content through WeasyPrint."""

import ctypes
import hashlib
import os
import shlex
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from bench_html import protocol_page
from bench_measure import Figure, in_turn
from bench_sitting import SITTING, Clerk, drafts_of

from assembly_desk.desk.desk import Desk
from assembly_desk.domain import commands as c
from assembly_desk.journal.memory import MemoryJournals
from assembly_desk.rules import load_profiles
from assembly_desk.store.sqlite import open_journals

HERE = Path(__file__).parent
LOCK = HERE / "weasyprint.lock"
VOTES = 20
PANGO = {
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}


def protocol(folder: Path, rounds: int, own: Path) -> Figure:
    """Each paper in a process of its own, the making alone timed. `own`: where WeasyPrint is installed."""
    weasyprint = _weasyprint(own)
    database, page = folder / "protocol.db", folder / "protocol.html"
    memory = MemoryJournals()
    desk = Desk(memory, load_profiles())
    clerk = Clerk(desk)
    ids = clerk.enter()
    clerk.open(ids)
    clerk.debate(tuple(ids[:15]), "break")
    for number in range(VOTES):
        clerk.named_vote(f"v{number}")
    clerk.do(c.FinishItem("1"), c.Close())
    page.write_text(protocol_page(desk.sitting(SITTING).state), encoding="utf-8")
    with closing(open_journals(str(database))) as journals:
        for name in memory.names():
            journals.append(name, 0, drafts_of(memory.read(name)))
    ours, theirs = in_turn(
        lambda: _made(Path(sys.executable), HERE / "bench_paper_program.py", database),
        lambda: _made(weasyprint, HERE / "bench_paper_weasyprint.py", page),
        min(rounds, 3),  # a round takes a minute and more
        warm_up=False,  # a new process knows nothing of the one before
    )
    return Figure(
        key="protocol",
        what=f"the protocol of 583 members with {VOTES} named votes",
        against="the same texts and tables by WeasyPrint",
        ours=ours,
        theirs=theirs,
        aim=1 / 5,
        note="WeasyPrint sets the lists in one column, its faster way, and attaches no journal and makes"
        " no fields for signatures",
    )


def _made(python: Path, script: Path, source: Path) -> float:
    output = source.with_name(f"{script.stem}.pdf")
    done = subprocess.run([python, script, source, output], stdout=subprocess.PIPE, text=True, check=True)
    assert output.read_bytes().startswith(b"%PDF")
    return float(done.stdout)


def _weasyprint(own: Path) -> Path:
    """The Python of an environment with exactly the lock, made if need be."""
    _need_pango()
    venv, stamp = own / "venv", own / "venv.stamp"
    python = venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted and python.exists():
        return python
    stamp.unlink(missing_ok=True)
    print("bench: installing WeasyPrint in an environment of its own", file=sys.stderr, flush=True)
    subprocess.run([sys.executable, "-m", "venv", "--clear", venv], check=True)
    pip: list[str | Path] = [python, "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
    subprocess.run([*pip, "--require-hashes", "--only-binary", ":all:", "--requirement", LOCK], check=True)
    stamp.write_text(wanted)
    return python


def _need_pango() -> None:
    """The system's libraries that WeasyPrint sets text with: installed, or the one command is named."""
    missing = [package for library, package in PANGO.items() if not _loads(library)]
    if not missing or not sys.platform.startswith("linux"):
        return
    install = ["apt-get", "install", "--no-install-recommends", "--yes", *missing]
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        sys.exit(
            f"bench: WeasyPrint needs system packages; run this once:\n\n    sudo {shlex.join(install)}\n"
        )
    subprocess.run(["apt-get", "update"], check=True, stdout=subprocess.DEVNULL)
    subprocess.run(install, check=True, stdout=subprocess.DEVNULL)


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
