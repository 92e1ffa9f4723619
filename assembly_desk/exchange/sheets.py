"""XLSX, ODS and CSV as rows of text, with the row numbers and column letters that the user sees."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from assembly_desk.exchange import limits
from assembly_desk.exchange.commas import read_commas, read_text
from assembly_desk.exchange.problems import SheetError
from assembly_desk.exchange.workbook import Grid, fill_merged, read_workbook


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is not empty: its number from 1, its cells from column A on, whether some merge sideways."""

    number: int
    cells: tuple[str, ...]
    merged: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """What a file holds: its rows, and the encoding if it had to be guessed."""

    rows: tuple[Row, ...]
    encoding: str | None = None


def column_letter(index: int) -> str:
    """The letters of a column counted from 0: A, B … Z, AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def read_rows(path: Path, go_on: Callable[[], None] = lambda: None) -> Rows:
    """The rows of the first visible sheet that holds anything. `go_on`: asked while it is read.

    SheetError: unknown kind, unreadable, empty, too big.
    OSError: the file is not there or may not be read.
    """
    suffix = path.suffix.lower()
    if suffix not in (".xlsx", ".ods", ".csv"):
        raise SheetError("unknown-kind", suffix=suffix or "—")
    if (size := path.stat().st_size) > limits.FILE_BYTES:
        raise SheetError("too-big")
    if size == 0:
        raise SheetError("empty")
    encoding: str | None = None
    if suffix == ".csv":
        text, encoding = read_text(path.read_bytes())
        grid = Grid(read_commas(text), [])
    else:
        grid = read_workbook(path, go_on)
    if max(map(len, grid.rows)) > limits.COLUMNS:
        raise SheetError("too-many-columns", most=limits.COLUMNS)
    sideways = fill_merged(grid.rows, grid.merged)
    rows = (
        Row(number, tuple(cells), number - 1 in sideways)
        for number, cells in enumerate(grid.rows, 1)
        if any(cell.strip() for cell in cells)
    )
    return Rows(tuple(rows), encoding)
