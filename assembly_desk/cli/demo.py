"""`demo`: a prepared sample sitting in the window; without a display it is played, and its papers are left in a folder.

The window is painted before the rest of the program is loaded, so what belongs to the rest is imported where
it is used.
"""

import tempfile
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from assembly_desk.cli.display import has_display
from assembly_desk.resources import resource
from assembly_desk.wording.words import Language

if TYPE_CHECKING:
    from assembly_desk.desk.desk import Desk

Body = Literal["council", "session"]

SITTING: dict[Body, str] = {"council": "council-14", "session": "session-35"}
BEGINS: dict[Body, datetime] = {
    "council": datetime.fromisoformat("2026-03-12T09:30:00+05:00"),
    "session": datetime.fromisoformat("2026-04-24T09:00:00+05:00"),
}


def demo(body: Body, language: Language) -> int:
    """The window on a temporary database with a sample sitting; the user's own data is not touched."""
    if has_display():
        return _shown(body, language)
    from assembly_desk.cli.demo_played import played

    return played(body, new_folder(), language)


def new_folder() -> Path:
    """A folder for this demonstration alone."""
    from assembly_desk.cli.opening import PROGRAM

    return Path(tempfile.mkdtemp(prefix=f"{PROGRAM}-"))


def sample_lines(body: Body, part: Literal["roll", "after"]) -> list[str]:
    """The lines of the sample: up to the roll call, or from the opened sitting on."""
    return resource("samples", f"{SITTING[body]}-{part}.jsonl").read_text(encoding="utf-8").splitlines()


def prepare(desk: "Desk", body: Body, language: Language) -> None:
    """Members, convening, agenda and roll, as a rehearsal."""
    from assembly_desk.cli.outcome import FAILED, Stopped
    from assembly_desk.desk.rehearsal import Rehearsal

    for answer in Rehearsal(desk, record=False, language=language).play(sample_lines(body, "roll")):
        if not answer.ok:
            raise Stopped(FAILED, str(answer.body["message"]))


def _shown(body: Body, language: Language) -> int:
    """The window on the prepared sitting, whose clock goes on from the sample's own morning."""
    from assembly_desk.ui.app import first_window, run_window

    ground = first_window(language)
    from assembly_desk.cli.opening import PROGRAM
    from assembly_desk.cli.outcome import told
    from assembly_desk.desk.desk import Desk, utc_now
    from assembly_desk.papers.window import window_papers
    from assembly_desk.rosters.window import window_exchange
    from assembly_desk.rules import load_profiles
    from assembly_desk.store.sqlite import open_journals

    begins, began = BEGINS[body], utc_now()
    database = str(new_folder() / "desk.db")
    with told(language), closing(open_journals(database, holder=PROGRAM)) as journals:
        desk = Desk(journals, load_profiles(), clock=lambda: begins + (utc_now() - began), rehearsal=True)
        prepare(desk, body, language)
        return run_window(
            desk,
            SITTING[body],
            language,
            ground=ground,
            papers=window_papers(),
            exchange=window_exchange(),
        )
