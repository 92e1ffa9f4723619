"""`demo` without a display: the sample sitting is played through the windows, and leaves what a sitting leaves."""

import json
import tempfile
from pathlib import Path

import pytest

from assembly_desk.cli.demo import prepare
from assembly_desk.desk.desk import Desk
from assembly_desk.journal.memory import MemoryJournals
from assembly_desk.projections.show import vote_row
from assembly_desk.rules import load_profiles
from tests.cli.commands import Terminal
from tests.journeys.played_by_keys import rehearse, whole_sitting


def test_the_demonstration_leaves_pictures_papers_and_a_journal_that_says_what_a_rehearsal_says(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    said = terminal("demo", "council", database=False)
    assert said.code == 0, said.err
    folder = Path(said.out.strip())
    assert json.loads((folder / "verdict.json").read_text(encoding="utf-8"))["sound"] is True
    pictures = sorted(path.name for path in (folder / "windows").iterdir())
    assert len(pictures) > 20
    assert [name for name in pictures if name.endswith("-hall.png")] == [
        name.replace(".png", "-hall.png") for name in pictures if not name.endswith("-hall.png")
    ]
    assert terminal("verify", folder / "journal.jsonl", database=False).code == 0
    shown = terminal("show", "council-14", "--database", folder / "desk.db", database=False).rows[0]

    desk = Desk(MemoryJournals(), load_profiles(), rehearsal=True)
    prepare(desk, "council", "kk")
    rehearse(desk, whole_sitting("council"))
    rehearsed = [vote_row(vote) for vote in desk.sitting("council-14").state.votes]
    for row in (*rehearsed, *shown["votes"]):
        del row["motion"], row["entry"]  # the window numbers motions itself, and asks for the floor first
    assert shown["votes"] == rehearsed
    assert shown["state"] == "sealed"
