"""Puts the window together: the journals, the desk on them, the window and the hall."""

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from functools import cached_property

from assembly_desk.desk.desk import Desk
from assembly_desk.domain.profile import Profile
from assembly_desk.papers.window import window_papers
from assembly_desk.rosters.window import window_exchange
from assembly_desk.store.errors import Held
from assembly_desk.store.sqlite import SqlJournals, open_journals
from assembly_desk.ui.app import run_window
from assembly_desk.ui.ground import Ground
from assembly_desk.ui.settings.remembered import Memory
from assembly_desk.wording.words import Language

PROGRAM = "assembly-desk"
OVER = ("closed", "sealed", "cancelled")


class ShippedProfiles(Mapping[str, Profile]):
    """The profiles shipped, read when the first is asked for: a sitting that was convened carries its own."""

    @cached_property
    def _profiles(self) -> Mapping[str, Profile]:
        from assembly_desk.rules import load_profiles

        return load_profiles()

    def __getitem__(self, id: str) -> Profile:
        return self._profiles[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._profiles)

    def __len__(self) -> int:
        return len(self._profiles)


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


def open_window(
    path: str, language: Language, ground: Ground | None = None, memory: Memory | None = None
) -> int:
    """Open the window on a database: on the sitting that is not over yet, else on the last one, if there is one.

    `ground`: the window that is seen already, to be filled; `memory`: where the settings are kept.
    """
    with writer_or_reader(path) as (journals, held_by):
        desk = Desk(journals, ShippedProfiles())
        return run_window(
            desk,
            latest(desk),
            language,
            held_by=held_by,
            ground=ground,
            exchange=window_exchange(),
            papers=window_papers(),
            memory=memory,
            reopened=True,
        )


def latest(desk: Desk) -> str | None:
    """The newest sitting of the record that is not over, else the newest; None where there is none."""
    states = list(desk.states())
    running = [state for state in states if state.phase not in OVER]
    of_record = [state for state in running if not state.rehearsal]
    for group in (of_record, running, states):
        if group:
            return group[-1].id
    return next(reversed(desk.sittings()), None)  # all are broken: the last, to be looked at
