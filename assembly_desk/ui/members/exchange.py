"""What the members' page needs of those who read and write rosters: functions, wired from outside.

Each is called off the window's thread and raises `NotTaken` for whatever stands against it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from assembly_desk.domain.member import Member, Register


class NotTaken(Exception):
    """The file was not read, or not written: the row of words that says why, and its values."""

    def __init__(self, words: str, **values: object) -> None:
        super().__init__(words)
        self.words, self.values = words, values


@dataclass(frozen=True, slots=True)
class Remark:
    """A problem or a notice about one place of the sheet: its own row number and column letter, and the words."""

    row: int | None
    column: str | None
    words: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Preview:
    """What importing a roster would do. With any problem nobody is added and nobody changed."""

    add: tuple[Member, ...]
    change: tuple[Member, ...]
    unchanged: int
    problems: tuple[Remark, ...]
    notices: tuple[Remark, ...]

    @property
    def writes(self) -> bool:
        """Whether there is anything that may be written."""
        return not self.problems and bool(self.add or self.change)


@dataclass(frozen=True, slots=True)
class Exchange:
    """The functions."""

    read: Callable[[Path, str | None, Register, Callable[[], None]], Preview]
    """What the roster would do to that register. The body: of rows that name none. The last function is asked
    again and again while the file is read; what it raises ends the reading."""
    export: Callable[[Path, Register], None]
    """Write the members as XLSX or CSV, by the suffix."""
