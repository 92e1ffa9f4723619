"""A roster: the members that a sheet names, with what was mended and what is wrong told with its place."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assembly_desk.domain.alphabet import bad_letter, mend
from assembly_desk.domain.profile import Office
from assembly_desk.domain.text import Name
from assembly_desk.exchange import limits
from assembly_desk.exchange.headings import (
    NAME_PARTS,
    assembly_office,
    body_words,
    is_total,
    office_word,
    read_headings,
    recognise,
)
from assembly_desk.exchange.names import (
    UnclearNameError,
    is_none,
    is_patronymic,
    split_name,
    well_formed,
    without_capitals,
)
from assembly_desk.exchange.problems import Remark, SheetError
from assembly_desk.exchange.sheets import Row, column_letter, read_rows

_SEARCHED = 40  # rows in which the heading is looked for
_LOST = re.compile(r"\?[\u0400-\u052f]|[\u0400-\u052f]\?|\ufffd")


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a roster. `written`: the cells as they stand, for a register may have them in that form."""

    row: int
    columns: Mapping[str, str]
    name: Name
    written: Mapping[str, str]
    cells: Mapping[str, str]
    ru_name: Name | None = None
    office: Office | None = None
    bodies: tuple[str, ...] = ()

    def remark(self, field: str | None, code: str, **values: object) -> Remark:
        """A remark about this row, at the column of that field."""
        return Remark(self.row, self.columns.get(field) if field else None, code, values)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a file says: the rows that could be read, the problems of others, what was mended or left out."""

    entries: tuple[Entry, ...]
    problems: tuple[Remark, ...]
    notices: tuple[Remark, ...]


def read_roster(path: Path, go_on: Callable[[], None] = lambda: None) -> Sheet:
    """Read XLSX, ODS or CSV. SheetError: the file as a whole is no roster; OSError: it cannot be opened.

    `go_on` is asked again and again while it is read; what it raises ends the reading.

    Passed over: title rows above the heading, empty rows, running numbers, sums, headings repeated inside.
    """
    found = read_rows(path, go_on)
    heading, columns, twice, unknown = _find_heading(found.rows)
    reader = _Reader(columns)
    if found.encoding:
        reader.notices.append(Remark(None, None, "encoding-guessed", {"encoding": found.encoding}))
    for title in twice:
        reader.problems.append(Remark(heading.number, None, "heading-twice", {"heading": _squeeze(title)}))
    for index in unknown:
        values = {"heading": _shown(_squeeze(heading.cells[index]))}
        reader.notices.append(Remark(heading.number, column_letter(index), "column-not-kept", values))
    rows = [row for row in found.rows if row.number > heading.number]
    for row in rows:
        go_on()
        reader.read(row)
    if not reader.entries and not reader.problems:
        raise SheetError("no-rows")
    return Sheet(tuple(reader.entries), tuple(reader.problems), tuple(reader.notices))


def _find_heading(rows: Sequence[Row]) -> tuple[Row, dict[str, int], list[str], list[int]]:
    best: tuple[Row, dict[str, int], list[str], list[int]] | None = None
    for row in rows[:_SEARCHED]:
        columns, twice, unknown = read_headings(row.cells)
        named = "name" in columns or {"surname", "given"} <= columns.keys()
        if named and (best is None or len(columns) > len(best[1])):
            best = row, columns, twice, unknown
    if best is None:
        raise SheetError("no-heading")
    return best


def _squeeze(text: str) -> str:
    return " ".join(text.split())


def _shown(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"


class _Reader:
    """Reads rows under one heading and gathers entries, problems and notices."""

    def __init__(self, columns: Mapping[str, int]) -> None:
        self.columns = columns
        self.letters = {field: column_letter(index) for field, index in columns.items()}
        self.entries: list[Entry] = []
        self.problems: list[Remark] = []
        self.notices: list[Remark] = []

    def read(self, row: Row) -> None:
        """Take one row, or pass over what is no member."""
        filled = [cell.strip() for cell in row.cells if cell.strip()]
        written = {
            field: _squeeze(row.cells[index])
            for field, index in self.columns.items()
            if index < len(row.cells)
        }
        if _is_numbering(filled) or self._is_heading(written):
            return
        if not any(written.values()):
            if not all(cell.isdigit() for cell in filled):
                self._notice(row, None, "row-passed-over", text=_shown(_squeeze(filled[0])))
            return
        if (len(filled) == 1 and row.merged) or is_total(filled[0]):
            self._notice(row, None, "row-passed-over", text=_shown(_squeeze(filled[0])))
            return
        before = len(self.problems)
        cells = {field: self._clean(row, field, cell) for field, cell in written.items()}
        if len(self.problems) > before:
            return
        name, ru_name = self._name(row, cells, ""), self._name(row, cells, "ru:")
        office, bodies = self._office(row, cells), self._bodies(cells)
        if cells.get("badge") and not (cells["badge"].isascii() and cells["badge"].isdigit()):
            self._problem(row, "badge", "badge-digits", text=_shown(cells["badge"]))
        if name and len(self.problems) == before:
            self.entries.append(
                Entry(row.number, self.letters, name, written, cells, ru_name, office, bodies)
            )

    def _is_heading(self, written: Mapping[str, str]) -> bool:
        """Whether the heading stands here again, as at the top of a printed page."""
        return any(
            (found := recognise(written[field])) and found[0] == field
            for field in ("name", "surname")
            if written.get(field)
        )

    def _problem(self, row: Row, field: str | None, code: str, **values: object) -> None:
        self.problems.append(Remark(row.number, self.letters.get(field) if field else None, code, values))

    def _notice(self, row: Row, field: str | None, code: str, **values: object) -> None:
        self.notices.append(Remark(row.number, self.letters.get(field) if field else None, code, values))

    def _clean(self, row: Row, field: str, cell: str) -> str:
        """The cell mended, or a problem: too long, letters lost, signs that cannot be printed or seen."""
        if len(cell) > limits.CELL:
            self._problem(row, field, "too-long", most=limits.CELL)
        elif _LOST.search(cell):
            self._problem(row, field, "lost-letters", text=_shown(cell))
        else:
            mended = cell if field in ("id", "badge") else mend(cell)
            if sign := bad_letter(mended):
                self._problem(row, field, "bad-letter", sign=f"U+{ord(sign):04X}")
            elif mended != cell:
                self._notice(row, field, "mended", text=_shown(mended))
                return mended
        return cell

    def _name(self, row: Row, cells: Mapping[str, str], language: str) -> Name | None:
        """The name of three columns or of one. In Russian it may be missing."""
        parts = {part: cells.get(language + part, "") for part in NAME_PARTS}
        whole = cells.get(language + "name", "")
        field = {part: language + part for part in NAME_PARTS}
        if language and not whole and not any(parts.values()):
            return None
        if whole and not (parts["surname"] or parts["given"]):
            field = dict.fromkeys(NAME_PARTS, language + "name")
            try:
                name = split_name(whole)
            except UnclearNameError as problem:
                self._problem(row, language + "name", problem.code, text=_shown(whole))
                return None
            parts = {"surname": name.surname, "given": name.given, "patronymic": name.patronymic or ""}
            if name.patronymic and not is_patronymic(name.patronymic):
                self._notice(row, language + "name", "name-third-word", text=_shown(name.patronymic))
        if is_none(parts["patronymic"]):
            parts["patronymic"] = ""
        for part, text in parts.items():
            if not text and part != "patronymic":
                self._problem(row, field[part], f"{part}-missing")
                return None
            if text and not well_formed(text):
                self._problem(row, field[part], "name-letters", text=_shown(text))
                return None
            if (small := without_capitals(text)) != text:
                self._notice(row, field[part], "capitals", text=_shown(small))
                parts[part] = small
        return Name(parts["surname"], parts["given"], parts["patronymic"] or None)

    def _office(self, row: Row, cells: Mapping[str, str]) -> Office | None:
        text = cells.get("office", "")
        if text:
            office = office_word(text)
            if office is None:
                self._problem(row, "office", "office-unknown", text=_shown(text))
            return office
        if "office" in self.columns:
            return None
        return assembly_office(cells.get("position", ""))

    def _bodies(self, cells: Mapping[str, str]) -> tuple[str, ...]:
        """The bodies that the row names; a word that is none of the law's two is taken for an id."""
        known, others = body_words(cells.get("body", ""))
        bodies = [*known, *others]
        if "council" in bodies and "session" not in bodies:
            bodies.insert(0, "session")  # the members of the Council are members of the Assembly
        return tuple(dict.fromkeys(bodies))


def _is_numbering(filled: Sequence[str]) -> bool:
    """The row «1 2 3 4 5» under a heading."""
    return len(filled) > 2 and all(
        cell.isdecimal() and int(cell) == int(filled[0]) + place for place, cell in enumerate(filled)
    )
