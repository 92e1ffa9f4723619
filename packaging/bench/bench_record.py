"""The record: one durable append, and opening a long one."""

import sqlite3
import statistics
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from bench_measure import Figure, in_turn
from bench_sitting import MORNING, SITTING, Clerk, drafts_of, long_sitting

from assembly_desk.desk.desk import Desk, journal_of
from assembly_desk.domain import commands as c
from assembly_desk.rules import load_profiles
from assembly_desk.store.sqlite import open_journals

APPENDS = 100  # a round
ENTRIES = 25_000


@contextmanager
def _bare(path: Path) -> Iterator[sqlite3.Connection]:
    """SQLite alone, as durable as the store: one table, one text in a row."""
    with closing(sqlite3.connect(path, isolation_level=None)) as bare:
        for pragma in ("journal_mode = wal", "synchronous = full", "foreign_keys = on"):
            bare.execute(f"PRAGMA {pragma}")
        bare.execute("CREATE TABLE entry (id INTEGER PRIMARY KEY, payload TEXT)")
        yield bare


def append(folder: Path, rounds: int) -> Figure:
    """A member of 583 arrives: decided, chained, on the disk and folded; against a bare insert and commit."""
    ours, theirs = [], []
    with closing(open_journals(str(folder / "append.db"))) as journals, _bare(folder / "bare.db") as bare:
        desk = Desk(journals, load_profiles(), rehearsal=True, clock=lambda: MORNING)
        ids = Clerk(desk).enter()[:APPENDS]
        row = "x" * 400
        for number in range(rounds + 1):
            submits, inserts = [], []
            for id in ids:  # one after the other, so that the disk is the same for both
                began = time.perf_counter()
                desk.submit(c.Arrive((id,)), sitting=SITTING)
                submitted = time.perf_counter()
                bare.execute("BEGIN IMMEDIATE")
                bare.execute("INSERT INTO entry (payload) VALUES (?)", (row,))
                bare.execute("COMMIT")
                submits.append(submitted - began)
                inserts.append(time.perf_counter() - submitted)
            entry = journals.read(journal_of(SITTING))[-1]
            assert entry.kind == "arrived"
            row = "x" * sum(len(str(column).encode()) for column in entry)
            desk.submit(c.Leave(ids), sitting=SITTING)
            if number:
                ours.append(statistics.median(submits))
                theirs.append(statistics.median(inserts))
    return Figure(
        key="append",
        what="an arrival through the desk, durable",
        against="a bare SQLite insert and commit of as many bytes",
        ours=ours,
        theirs=theirs,
        aim=2,
    )


def opening(folder: Path, rounds: int) -> Figure:
    """A long sitting read, its chain verified, folded; against reading the same rows and doing nothing."""
    path, journal = folder / "long.db", journal_of(SITTING)
    with closing(open_journals(str(path))) as journals:
        journals.append(journal, 0, drafts_of(long_sitting(ENTRIES)))

    def read() -> float:
        with closing(sqlite3.connect(path)) as bare:
            began = time.perf_counter()
            rows = bare.execute("SELECT * FROM entry WHERE journal = ? ORDER BY seq", (journal,)).fetchall()
            took = time.perf_counter() - began
        assert len(rows) == ENTRIES
        return took

    def open_it() -> float:
        with closing(open_journals(str(path), write=False)) as journals:
            desk = Desk(journals, load_profiles())
            began = time.perf_counter()
            opened = desk.sitting(SITTING)
            took = time.perf_counter() - began
        assert opened.broken is None
        assert opened.entries == ENTRIES
        return took

    ours, theirs = in_turn(open_it, read, rounds)
    return Figure(
        key="opening",
        what=f"a sitting of {ENTRIES:,} entries opened: verified and folded",
        against="reading the same rows with sqlite3",
        ours=ours,
        theirs=theirs,
        aim=8,
    )
