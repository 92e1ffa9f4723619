"""`demo`: a prepared sample sitting in the window; without a display it is played, and its papers are left in a folder."""

import json
import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

from assembly_desk.cli.files import write
from assembly_desk.cli.opening import PROGRAM, has_display
from assembly_desk.cli.outcome import DONE, FAILED, Stopped, remark, told
from assembly_desk.cli.papers import sign_document
from assembly_desk.cli.verifying import examined
from assembly_desk.desk.desk import Change, Desk, utc_now
from assembly_desk.desk.rehearsal import Rehearsal
from assembly_desk.domain import events as e
from assembly_desk.domain.commands import Seal
from assembly_desk.domain.state import Sitting
from assembly_desk.papers.lines import journal_bytes
from assembly_desk.papers.making import paper
from assembly_desk.resources import resource
from assembly_desk.rosters.window import window_exchange
from assembly_desk.rules import load_profiles
from assembly_desk.signing.training import make_training_keys
from assembly_desk.store.sqlite import open_journals
from assembly_desk.wording.words import Language, words

Body = Literal["council", "session"]

SITTING: dict[Body, str] = {"council": "council-14", "session": "session-35"}
BEGINS: dict[Body, datetime] = {
    "council": datetime.fromisoformat("2026-03-12T09:30:00+05:00"),
    "session": datetime.fromisoformat("2026-04-24T09:00:00+05:00"),
}
SECONDS: dict[type[e.Event], int] = {
    e.Arrived: 20,
    e.VoteCast: 8,
    e.VotePut: 60,
    e.FloorGiven: 300,
    e.BreakBegun: 1200,
}
"""How long an act takes in the sample's own time; any other, half a minute."""


class SampleClock:
    """The sample's own time: it goes on with each act that is recorded, so that the papers read like a day."""

    def __init__(self, begins: datetime) -> None:
        self._now = begins

    def __call__(self) -> datetime:
        """The time now."""
        return self._now

    def go_on(self, change: Change) -> None:
        """Let the time of an act pass."""
        seconds = max(SECONDS.get(type(entry.event), 30) for entry in change.entries)
        self._now += timedelta(seconds=seconds)


def demo(body: Body, language: Language) -> int:
    """The window on a temporary database with a sample sitting; the user's own data is not touched."""
    folder = Path(tempfile.mkdtemp(prefix=f"{PROGRAM}-"))
    shown = has_display()
    if shown:
        begins, began = BEGINS[body], utc_now()
        clock: Callable[[], datetime] = lambda: begins + (utc_now() - began)  # noqa: E731
    else:
        clock = SampleClock(BEGINS[body])
    with told(language), closing(open_journals(str(folder / "desk.db"), holder=PROGRAM)) as journals:
        desk = Desk(journals, load_profiles(), clock=clock, rehearsal=True)
        _play(desk, body, "roll", language)
        end = desk.subscribe(clock.go_on) if isinstance(clock, SampleClock) else None
        if end is None:
            from assembly_desk.papers.window import window_papers
            from assembly_desk.ui.app import run_window

            return run_window(
                desk, SITTING[body], language, papers=window_papers(), exchange=window_exchange()
            )
        _roll_in_window(desk, body, folder, language)
        _play(desk, body, "after", language)
        desk.submit(
            Seal(), sitting=SITTING[body]
        )  # so that the journal in the protocol ends with its closing entry
        end()
    _papers(folder, SITTING[body], language)
    remark(words(language)("demo.folder", path=folder))
    print(folder)  # noqa: T201  the answer itself
    return DONE


def _play(desk: Desk, body: Body, part: Literal["roll", "after"], language: Language) -> None:
    lines = resource("samples", f"{SITTING[body]}-{part}.jsonl").read_text(encoding="utf-8").splitlines()
    for answer in Rehearsal(desk, record=False, language=language).play(lines):
        if not answer.ok:
            raise Stopped(FAILED, str(answer.body["message"]))


def _roll_in_window(desk: Desk, body: Body, folder: Path, language: Language) -> None:
    """Call the roll through the real window, offscreen, and open the sitting in it."""
    from assembly_desk.ui.play import play_roll

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    after = resource("samples", f"{SITTING[body]}-after.jsonl").read_text(encoding="utf-8").splitlines()
    present = next(line for line in after if line.startswith("# m")).removeprefix("#").split()
    pictures = folder / "windows"
    pictures.mkdir()
    play_roll(desk, SITTING[body], present, pictures, language)


def _papers(folder: Path, sitting: str, language: Language) -> None:
    """The protocol, signed with training keys made on the spot, its pages, and the verdict on it."""
    database = str(folder / "desk.db")
    with told(language), closing(open_journals(database, write=False)) as journals:
        desk = Desk(journals, load_profiles())
        opened = desk.sitting(sitting)
        lines = desk.lines(sitting)
    protocol = folder / "protocol.pdf"
    pdf = paper("protocol", opened, lines, language="kk")
    write(folder / "protocol-unsigned.pdf", pdf, language)
    write(protocol, pdf, language)
    keys = make_training_keys(folder / "training-keys", _signers(opened.state), utc_now())
    for role, key in (("secretary", keys.secretary), ("presiding", keys.presiding)):
        sign_document(
            protocol,
            "secretary" if role == "secretary" else "presiding",
            key,
            keys.password,
            database,
            language,
            name_differs=False,
        )
    verdict = examined(protocol, language, trust=[keys.ca_pem])
    report = {"kind": verdict.kind, "sound": verdict.sound, **verdict.body}
    write(
        folder / "verdict.json", (json.dumps(report, ensure_ascii=False, indent=1) + "\n").encode(), language
    )
    write(folder / "verdict.txt", ("\n".join(verdict.sentences) + "\n").encode(), language)
    write(folder / "journal.jsonl", journal_bytes(lines), language)
    if shutil.which("pdftoppm"):
        _pages(protocol, folder / "pages")
    if not verdict.sound:
        raise Stopped(FAILED, words(language)("verify.unsound"))


def _pages(pdf: Path, folder: Path) -> None:
    import subprocess

    folder.mkdir()
    subprocess.run(["pdftoppm", "-r", "80", "-png", str(pdf), str(folder / "page")], check=False)


def _signers(state: Sitting) -> dict[Literal["secretary", "presiding"], str]:
    secretary, presiding = state.convening.secretary, state.presiding
    return {
        "secretary": secretary.name.kk if secretary else "—",
        "presiding": presiding.name.kk if presiding else "—",
    }
