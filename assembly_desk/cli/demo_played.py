"""The sample sitting played through the windows by keys, without a display: its pictures and its papers in a folder."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

from assembly_desk.cli.demo import BEGINS, SITTING, Body, prepare, sample_lines
from assembly_desk.cli.files import write
from assembly_desk.cli.opening import PROGRAM
from assembly_desk.cli.outcome import DONE, FAILED, Stopped, remark, told
from assembly_desk.cli.papers import sign_document
from assembly_desk.cli.verifying import examined
from assembly_desk.desk.desk import Change, Desk, utc_now
from assembly_desk.domain import commands as c
from assembly_desk.domain import events as e
from assembly_desk.domain.state import Sitting
from assembly_desk.papers.lines import journal_bytes
from assembly_desk.papers.making import paper
from assembly_desk.papers.window import window_papers
from assembly_desk.rules import load_profiles
from assembly_desk.signing.training import make_training_keys
from assembly_desk.store.sqlite import open_journals
from assembly_desk.ui.play import Camera, Player, PlayStopped
from assembly_desk.wording.words import Language, words

SECONDS: dict[type[e.Event], int] = {
    e.VoteCast: 8,
    e.VotePut: 60,
    e.FloorGiven: 300,
    e.BreakBegun: 1200,
}
"""How long an act takes in the sample's own time; any other, half a minute."""

ARRIVING: dict[Body, int] = {"council": 20, "session": 8}
"""Seconds from one arrival to the next: a Session comes in by several doors."""

HALF_CALLED = 30
"""Answers: the picture of a vote by name is taken after so many."""


class SampleClock:
    """The sample's own time: it goes on with each act that is recorded, so that the papers read like a day."""

    def __init__(self, body: Body) -> None:
        self._now = BEGINS[body]
        self._seconds = SECONDS | {e.Arrived: ARRIVING[body]}

    def __call__(self) -> datetime:
        """The time now."""
        return self._now

    def go_on(self, change: Change) -> None:
        """Let the time of an act pass."""
        seconds = max(self._seconds.get(type(entry.event), 30) for entry in change.entries)
        self._now += timedelta(seconds=seconds)


def played(body: Body, folder: Path, language: Language) -> int:
    """Play the whole sitting by keys, and leave its pictures, its papers and their verdict in the folder."""
    clock = SampleClock(body)
    with told(language), closing(open_journals(str(folder / "desk.db"), holder=PROGRAM)) as journals:
        desk = Desk(journals, load_profiles(), clock=clock, rehearsal=True)
        prepare(desk, body, language)
        end = desk.subscribe(clock.go_on)
        try:
            _play(desk, body, folder / "windows", language)
        except PlayStopped as stopped:
            raise Stopped(FAILED, str(stopped)) from None
        # so that the journal in the protocol ends with its closing entry
        desk.submit(c.Seal(), sitting=SITTING[body])
        end()
    _papers(folder, SITTING[body], language)
    remark(words(language)("demo.folder", path=folder))
    print(folder)  # noqa: T201  the answer itself
    return DONE


def _play(desk: Desk, body: Body, pictures: Path, language: Language) -> None:
    """Call the roll, open the sitting, play it to its numbered protocol; a picture of each new kind of moment."""
    lines = sample_lines(body, "after")
    present = next(line for line in lines if line.startswith("# m")).removeprefix("#").split()
    roll = [json.dumps({"do": "arrive", "member": member}) for member in present]
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with _camera(desk, SITTING[body], pictures, language) as camera:
        player, album = Player(camera.window), _Album(camera)
        album.take("begin")
        for number, _ in enumerate(player.play(roll), 1):
            if number in (len(roll) // 2, len(roll)):
                album.take("called" if number == len(roll) else "calling")
        for command in player.play(['{"do": "open"}', *lines]):
            album.look(command, player.state)
        player.see_protocol()
        album.take("protocol")


@contextmanager
def _camera(desk: Desk, sitting: str, pictures: Path, language: Language) -> Iterator[Camera]:
    camera = Camera(desk, sitting, pictures, language, papers=window_papers())
    try:
        yield camera
    finally:
        camera.close()


class _Album:
    """Numbered pictures of the window and, beside each, of what the hall saw; one of each kind of moment."""

    def __init__(self, camera: Camera) -> None:
        self._camera, self._taken = camera, set[str]()

    def take(self, name: str) -> None:
        """Take it, unless there is one of that name."""
        if name not in self._taken:
            self._taken.add(name)
            self._camera.take(f"{len(self._taken):02}-{name}")
            self._camera.take_hall(f"{len(self._taken):02}-{name}-hall")

    def look(self, command: c.Command, state: Sitting) -> None:
        """Whether this is a moment worth a picture: the command was just done."""
        match command:
            case c.Open():
                self.take("open")
            case c.GiveFloor():
                self.take("floor")
            case c.Propose(kind="amendment"):
                self.take("amendment")
            case c.Put(form=form, sectors=sectors):
                self.take(f"put-{form}-by-sectors" if sectors else f"put-{form}")
            case c.Count(sector=sector):
                self.take("sector-counted" if sector else "counted")
            case c.Cast() if state.vote is not None and len(state.vote.answers) == HALF_CALLED:
                self.take("half-called")
            case c.CloseVote():
                self.take(f"{state.votes[-1].form}-{state.votes[-1].verdict}")
            case c.Break():
                self.take("break")
            case c.Close():
                self.take("closed")


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
