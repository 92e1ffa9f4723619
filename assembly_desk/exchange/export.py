"""The register as XLSX or CSV, in Kazakh; what is written here, an import reads back unchanged."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO, StringIO
from pathlib import Path

from assembly_desk.domain.alphabet import sort_key
from assembly_desk.domain.member import Member
from assembly_desk.domain.profile import Office
from assembly_desk.domain.text import Name, Text
from assembly_desk.exchange.commas import guarded
from assembly_desk.exchange.problems import SheetError
from assembly_desk.exchange.sheets import column_letter
from assembly_desk.files import write_whole

HEADINGS = (
    "Сәйкестендіргіш",
    "Бейдж",
    "Тегі",
    "Аты",
    "Әкесінің аты",
    "Ассамблеядағы қызметі",
    "Лауазымы",
    "Ұйымы",
    "Өңірі",
    "Органы",
    "Тегі (орысша)",
    "Аты (орысша)",
    "Әкесінің аты (орысша)",
    "Лауазымы (орысша)",
    "Ұйымы (орысша)",
    "Өңірі (орысша)",
)
_WIDTHS = (16, 9, 20, 18, 22, 34, 34, 40, 24, 18, 20, 18, 22, 34, 40, 24)
_OFFICES: Mapping[Office, str] = {
    "chair": "Төраға",
    "deputy": "Төраға орынбасары",
    "head-of-secretariat": "Төраға орынбасары – Хатшылық меңгерушісі",
    "member": "мүше",
}
_BODIES = {"session": "Сессия", "council": "Кеңес"}


def export_members(path: Path, members: Iterable[Member]) -> None:
    """Write the members by the Kazakh alphabet, whole or not at all.

    SheetError: neither .xlsx nor .csv; OSError: the disk.
    """
    rows = [HEADINGS, *map(_cells, sorted(members, key=lambda member: sort_key(member.name.full)))]
    match path.suffix.lower():
        case ".xlsx":
            write_whole(path, _workbook(rows))
        case ".csv":
            write_whole(path, _commas(rows))
        case suffix:
            raise SheetError("export-kind", suffix=suffix or "—")


def _cells(member: Member) -> tuple[str, ...]:
    ru = member.names.get("ru") or Name("", "")
    texts = (member.position, member.organisation, member.region)
    return (
        member.id,
        member.badge or "",
        member.name.surname,
        member.name.given,
        member.name.patronymic or "",
        _OFFICES[member.office],
        *(text.kk if text else "" for text in texts),
        ", ".join(_BODIES.get(body, body) for body in member.bodies),
        ru.surname,
        ru.given,
        ru.patronymic or "",
        *(_russian(text) for text in texts),
    )


def _russian(text: Text | None) -> str:
    return (text.ru or "") if text else ""


def _workbook(rows: Sequence[Sequence[str]]) -> bytes:
    """Every cell is text, whatever it begins with: a spreadsheet never takes it for a formula or a number."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill

    book = Workbook()
    sheet = book.active
    sheet.title = "Мүшелер"
    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            if not text:
                continue
            cell = sheet.cell(number, column)
            cell.value = text
            cell.data_type = "s"
            cell.number_format = "@"
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            if number == 1:
                cell.font = Font(bold=True)
                cell.fill = PatternFill("solid", start_color="E8EEF4")
    for index, width in enumerate(_WIDTHS):
        sheet.column_dimensions[column_letter(index)].width = width
    sheet.freeze_panes = "E2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _commas(rows: Sequence[Sequence[str]]) -> bytes:
    stream = StringIO(newline="")
    csv.writer(stream).writerows([guarded(cell) for cell in row] for row in rows)
    return stream.getvalue().encode("utf-8-sig")
