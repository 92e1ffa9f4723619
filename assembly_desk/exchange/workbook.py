"""XLSX and ODS, read in a process of its own with limits: a hostile file ends that process and not the desk.

A cell `XFD1048576` makes the reading library ask for all the memory there is and abort; a zip bomb or an
entity bomb is refused before the library sees it. Where a process has no limit of memory, the others stay.
"""

import multiprocessing
import os
import sys
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import BytesIO
from multiprocessing.connection import Connection
from pathlib import Path
from time import monotonic

from assembly_desk.exchange import limits
from assembly_desk.exchange.problems import SheetError

Value = int | float | str | bool | date | datetime | time | timedelta
Range = tuple[tuple[int, int], tuple[int, int]]
_BREATH = 0.1  # seconds of waiting at once


@dataclass(frozen=True, slots=True)
class Grid:
    """The first visible sheet that holds anything, from A1 on; merged ranges count from 0, ends included."""

    rows: list[list[str]]
    merged: list[Range]


@dataclass(frozen=True, slots=True)
class _Refused:
    code: str
    values: dict[str, object]


def read_workbook(path: Path, go_on: Callable[[], None] = lambda: None) -> Grid:
    """The cells as text. SheetError: the file is no such workbook, is too big, or is not read in time.

    `go_on` is asked again and again while it is read; what it raises ends the reading.
    """
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    child = context.Process(target=_child, args=(str(path), there), daemon=True)
    child.start()
    there.close()
    try:
        end = monotonic() + limits.SECONDS
        while not here.poll(_BREATH):
            go_on()
            if monotonic() > end:
                raise SheetError("too-slow")
        answer: Grid | _Refused = here.recv()
    except EOFError:
        raise SheetError("unreadable") from None
    finally:
        here.close()
        child.kill()
        child.join()
    if isinstance(answer, _Refused):
        raise SheetError(answer.code, **answer.values)
    return answer


def _child(path: str, answer: Connection) -> None:
    _be_small_and_silent()
    try:
        answer.send(_read(Path(path)))
    except SheetError as error:
        answer.send(_Refused(error.code, dict(error.values)))


def _be_small_and_silent() -> None:
    """Whatever else the file provokes ends the process, and what that writes is no message for anybody."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 2)
    if sys.platform != "win32":
        import resource

        for what, most in ((resource.RLIMIT_AS, limits.MEMORY_BYTES), (resource.RLIMIT_CORE, 0)):
            _, hard = resource.getrlimit(what)
            if hard == resource.RLIM_INFINITY or most < hard:
                resource.setrlimit(what, (most, hard))


def _read(path: Path) -> Grid:
    import python_calamine as calamine

    data = path.read_bytes()
    _check_parts(data, path.suffix.lower())
    with calamine.CalamineWorkbook.from_filelike(BytesIO(data)) as book:
        for about in book.sheets_metadata:
            if about.visible != calamine.SheetVisibleEnum.Visible:
                continue
            if about.typ != calamine.SheetTypeEnum.WorkSheet:
                continue
            sheet = book.get_sheet_by_name(about.name)
            if sheet.total_height > limits.ROWS:
                raise SheetError("too-many-rows", most=limits.ROWS)
            if sheet.total_width > limits.COLUMNS:
                raise SheetError("too-many-columns", most=limits.COLUMNS)
            rows = [[_text(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
            if any(cell for row in rows for cell in row):
                return Grid(rows, sheet.merged_cell_ranges or [])
    raise SheetError("empty")


_NEEDED = {".xlsx": "xl/workbook.xml", ".ods": "content.xml"}


def _check_parts(data: bytes, suffix: str) -> None:
    """Unpack everything once, counting what really comes out: the sizes in a zip's directory may lie."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise SheetError("protected")
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            parts = packed.infolist()
            if len(parts) > limits.PARTS:
                raise SheetError("too-big")
            if _NEEDED[suffix] not in packed.namelist():
                raise SheetError("wrong-suffix", suffix=suffix)
            if any(part.flag_bits & 1 for part in parts):
                raise SheetError("protected")
            left = limits.UNPACKED_BYTES
            for part in parts:
                left = _check_part(packed, part, left)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError):
        raise SheetError("wrong-suffix", suffix=suffix) from None


def _check_part(packed: zipfile.ZipFile, part: zipfile.ZipInfo, left: int) -> int:
    tail = b""
    with packed.open(part) as stream:
        while block := stream.read(1 << 20):
            left -= len(block)
            if left < 0:
                raise SheetError("too-big")
            if b"<!DOCTYPE" in tail + block or b"<!ENTITY" in tail + block:
                raise SheetError("unreadable")
            tail = block[-10:]
    return left


def _text(value: Value) -> str:
    """The cell as a person reads it; one character above the limit tells that it is too long."""
    match value:
        case str():
            return value[: limits.CELL + 1]
        case bool():
            return str(int(value))
        case float() if value.is_integer():
            return str(int(value))
        case datetime() if value.time() == time():
            return value.strftime("%d.%m.%Y")
        case datetime():
            return value.strftime("%d.%m.%Y %H:%M")
        case date():
            return value.strftime("%d.%m.%Y")
        case _:
            return str(value)


def fill_merged(rows: list[list[str]], merged: Iterable[Range]) -> set[int]:
    """Give cells merged downwards the text of the topmost; the rows (from 0) with cells merged sideways."""
    sideways: set[int] = set()
    for (top, left), (bottom, right) in merged:
        if left < right:
            sideways.update(range(top, min(bottom + 1, len(rows))))
        elif top < len(rows) and left < len(rows[top]):
            for row in rows[top + 1 : bottom + 1]:
                row[left] = rows[top][left]
    return sideways
