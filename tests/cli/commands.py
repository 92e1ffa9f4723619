"""Running a command of the command line as a user would, and reading what it said."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from assembly_desk.cli import main
from assembly_desk.resources import resource


@dataclass(frozen=True)
class Said:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


class Terminal:
    """A place to give commands from, with a database of its own."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys = folder, capsys
        self.database = str(folder / "desk.db")

    def __call__(self, *arguments: str | Path, database: bool = True) -> Said:
        given = [str(argument) for argument in arguments]
        if database:
            given += ["--database", self.database]
        code = main(given)
        captured = self._capsys.readouterr()
        return Said(code, captured.out, captured.err)

    def lines(self, *steps: dict[str, Any] | str) -> Path:
        """A rehearsal of these steps as a file."""
        path = self.folder / "steps.jsonl"
        path.write_text(
            "".join(
                (step if isinstance(step, str) else json.dumps(step, ensure_ascii=False)) + "\n"
                for step in steps
            ),
            encoding="utf-8",
        )
        return path


MEMBER = {"do": "add-member", "member": "m1", "surname": "Сыдықов", "given": "Ерлан", "office": "chair"}
SAMPLE = resource("samples", "council-14.jsonl")
