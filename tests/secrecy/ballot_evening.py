"""An evening of secret votes on a real file, and every byte that the program leaves behind of it.

Who chose what is known to the ballot box of the test alone: the commission counts it, and the program is told totals.
"""

import io
import shutil
import subprocess
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from pathlib import Path
from random import Random
from typing import Self

import pikepdf

from assembly_desk.cli import main
from assembly_desk.desk.desk import Desk
from assembly_desk.documents.make import PaperLanguage
from assembly_desk.domain import commands as c
from assembly_desk.domain.ballots import KEYINGS, By
from assembly_desk.domain.member import Member, Seat
from assembly_desk.domain.profile import Office
from assembly_desk.domain.text import Name
from assembly_desk.papers.making import paper
from assembly_desk.store.backup import backup
from assembly_desk.store.sqlite import SqlJournals, open_journals
from tests.domain.evening import Evening
from tests.domain.hall import PROFILES, people

VOTERS = people(1, 16)
CANDIDATES = ("a", "b")
PAPERS = ("for",) * 8 + ("against",) * 4 + ("abstain",) * 2 + ("no_mark", "invalid")
"""What the papers say, one a voter: the totals of every evening are the same."""

Choices = Mapping[str, str]  # by member


def canary(member: str) -> str:
    """The surname of that member, which stands nowhere else."""
    return f"Канар{int(member[1:]):02}ев"


@dataclass(frozen=True)
class Box:
    """Who put which paper into the box: known to no program."""

    choices: Choices

    @classmethod
    def of(cls, chance: Random) -> Self:
        """The same papers, from hands chosen by chance."""
        return cls(dict(zip(chance.sample(VOTERS, len(VOTERS)), PAPERS, strict=True)))

    def counted(self, turned: bool = False) -> c.RowCount:
        """The marks of all valid papers in a row; `turned`: in a row where for and against changed places."""
        marks = Counter(self.choices.values())
        row = (marks["for"], marks["against"], marks["abstain"], marks["no_mark"])
        return c.RowCount(row[1], row[0], *row[2:]) if turned else c.RowCount(*row)

    def papers(self, by: By) -> c.KeyBallots:
        """One paper was spoiled and replaced."""
        issued, invalid = len(self.choices) + 1, Counter(self.choices.values())["invalid"]
        return c.KeyBallots(by, issued + 3, issued, 1, len(self.choices), invalid)


class BallotEvening(Evening):
    """The Council on a SQLite file; the order and the times of all acts are by chance."""

    def __init__(self, folder: Path, chance: Random) -> None:
        self.folder, self.chance = folder, chance
        self.database = folder / "desk.db"
        self.sql: SqlJournals = open_journals(str(self.database))
        self.arrivals: Sequence[str] = ()
        super().__init__("council", len(VOTERS))

    def restarts(self) -> Self:
        numbers = count(1)
        self.desk = Desk(
            self.sql,
            PROFILES,
            clock=self.clock,
            new_id=lambda: f"c{next(numbers)}",
            nonce=lambda: "00ff",
        )
        return self

    def registers(self, id: str, office: Office = "member", votes: bool = True) -> Self:
        return self.does(
            c.AddMember(Member(id, Name(canary(id), "Аты"), {"council": Seat(votes=votes)}, office))
        )

    def does(self, *commands: c.Command) -> Self:
        self.now += timedelta(seconds=self.chance.randrange(400))
        return super().does(*commands)

    def played(self, box: Box) -> Self:
        """A motion, then a list, voted on in secret by all; members come and go, keyings come in any order."""
        self.prepared()
        self.does(c.Put("s1", "secret"))
        self.come_and_go()
        self.keyed(box, ("s1",))
        self.does(c.CloseVote(), c.PutList(CANDIDATES, "secret", 1))
        self.come_and_go()
        self.keyed(box, CANDIDATES)
        return self.does(c.CloseVote())

    def prepared(self) -> Self:
        """All have come, in some order; the commission is elected, the motions are there."""
        self.arrivals = self.chance.sample(VOTERS, len(VOTERS))
        self.convened(number="1").does(
            c.FixRoll(), *(c.Arrive((member,)) for member in self.arrivals), c.Open()
        )
        self.takes("3", "C13.2").goes_secret().rules_list(1)
        return self.nominates("s1", *CANDIDATES)

    def come_and_go(self) -> None:
        """In a vote that is held, some leave, and are back before the next."""
        for member in self.chance.sample(VOTERS, 3):
            self.does(c.Leave((member,)))
            self.does(c.Arrive((member,)))

    def keyed(self, box: Box, motions: Sequence[str]) -> None:
        """Papers and rows by both, in an order by chance, once with a slip that is put right."""
        acts: list[c.Command] = []
        for by in KEYINGS:
            rows = {motion: box.counted(turned=motion == "b") for motion in motions}
            acts += [box.papers(by), c.KeyRows(by, rows)]
        slip = c.KeyBallots("first", len(VOTERS) + 1, len(VOTERS), 0, len(VOTERS), 2)
        self.does(slip)
        self.chance.shuffle(acts)
        while acts[-1] != box.papers("first"):  # the slip is put right before rows could meet it
            self.chance.shuffle(acts)
        self.does(acts.pop())
        self.does(*acts)

    def closed(self) -> Self:
        """The sitting is over."""
        return self.does(c.FinishItem("3"), c.Close())

    def ends(self) -> None:
        """The program ends."""
        self.sql.close()

    # ---------------------------------------------------------------------------- what is left behind

    def left_behind(self, language: PaperLanguage = "kk") -> dict[str, bytes]:
        """Every byte: the database and what stands beside it, a backup, the exports, what was said, a paper."""
        left = {path.name: path.read_bytes() for path in self.folder.iterdir() if path.is_file()}
        copy = self.folder / "copy.db"
        backup(str(self.database), str(copy))
        left["copy.db"] = copy.read_bytes()
        for name, command in (("show", ["show", "s"]), ("sittings", ["sittings"])):
            left[name] = self.said(*command)
        exported = self.folder / "journal.jsonl"
        left["said of the journal"] = self.said("journal", "s", "-o", str(exported))
        left["journal"] = exported.read_bytes()
        opened = self.desk.sitting("s")
        left |= inflated("protocol", paper("protocol", opened, self.desk.lines("s"), language=language))
        for rest in (copy, exported):
            rest.unlink()
        return left

    def said(self, *arguments: str) -> bytes:
        """All that the command line says to that command."""
        out = io.StringIO()
        with redirect_stdout(out), redirect_stderr(out):
            assert main([*arguments, "--database", str(self.database)]) == 0
        return out.getvalue().encode()


def inflated(name: str, pdf: bytes) -> dict[str, bytes]:
    """A paper as it is, with all of its streams inflated (the journal attached among them), and its words."""
    streams = []
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for one in opened.objects:
            if isinstance(one, pikepdf.Stream):
                try:
                    streams.append(one.read_bytes())
                except pikepdf.PdfError:  # a picture
                    streams.append(one.read_raw_bytes())
    pdftotext = shutil.which("pdftotext")
    assert pdftotext
    text = subprocess.run([pdftotext, "-layout", "-", "-"], input=pdf, capture_output=True, check=True).stdout
    return {f"{name}.pdf": pdf, f"{name} inflated": b"\n".join(streams), f"{name} text": text}
