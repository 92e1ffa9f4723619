"""Puts the window together: the journals, the desk on them, the window and the hall."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

from assembly_desk.desk.desk import Desk
from assembly_desk.rules import load_profiles
from assembly_desk.store.errors import Held
from assembly_desk.store.sqlite import SqlJournals, open_journals
from assembly_desk.wording.words import Language

PROGRAM = "assembly-desk"
OVER = ("closed", "sealed", "cancelled")


@contextmanager
def writer_or_reader(path: str) -> Iterator[tuple[SqlJournals, str | None]]:
    """The journals for writing; or for reading, with the name of the program that holds them."""
    try:
        journals, holder = open_journals(path, holder=PROGRAM), None
    except Held as held:
        journals = open_journals(path, write=False)
        holder = f"{held.holder.program} ({held.holder.host}, {held.holder.pid})" if held.holder else "—"
    with closing(journals):
        yield journals, holder


def open_window(path: str, language: Language) -> int | None:
    """Open the window on a database: on the sitting that is not over yet, else on the last one. None: there is none."""
    from assembly_desk.ui.app import run_window

    with writer_or_reader(path) as (journals, held_by):
        desk = Desk(journals, load_profiles())
        sitting = latest(desk)
        return None if sitting is None else run_window(desk, sitting, language, held_by=held_by)


def latest(desk: Desk) -> str | None:
    """The newest sitting of the record that is not over, else the newest; None where there is none."""
    states = list(desk.states())
    running = [state for state in states if state.phase not in OVER]
    of_record = [state for state in running if not state.rehearsal]
    for group in (of_record, running, states):
        if group:
            return group[-1].id
    return next(reversed(desk.sittings()), None)  # all are broken: the last, to be looked at
