"""The people as rosters, untidy as real ones: titles, merged cells, Latin letters, spaces, empty rows."""

import csv
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO, StringIO
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.dimensions import ColumnDimension
from sample_people import Sample

_MIDNIGHT = (2026, 3, 1, 0, 0, 0)
_OFFICES = {
    "chair": "Төраға",
    "deputy": "Төраға орынбасары",
    "head-of-secretariat": "Төраға орынбасары – Хатшылық меңгерушісі",
    "member": "мүше",
}
_LATIN = str.maketrans("іеаос", "ieaoc")
_CORE = "docProps/core.xml"


def assembly_workbook(people: Sequence[Sample]) -> bytes:
    """583 rows under a title and a heading of mixed case; numbers as numbers; a hidden sheet beside it."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Тізім"
    sheet.append(["ҚАЗАҚСТАН ХАЛҚЫ АССАМБЛЕЯСЫ МҮШЕЛЕРІНІҢ ТІЗІМІ"])
    sheet.append(["(үлгі: барлық аты-жөн ойдан шығарылған)"])
    sheet.merge_cells("A1:J1")
    sheet.merge_cells("A2:J2")
    sheet.append([])
    sheet.append(
        [
            "№ р/с",
            "Бейдж №",
            "ТЕГI",
            " Аты",
            "Әкесінің аты (бар болса)",
            "Ассамблеядағы  қызметі",
            "лауазымы",
            "Ұйымы",
            "Өңірі",
            "Ескертпе",
        ]
    )
    sheet.append(list(range(1, 11)))
    for number, person in enumerate(people, 1):
        sheet.append(
            [
                number,
                int(person.badge),
                _untidy(person.name.surname, number),
                f" {person.name.given} " if number % 37 == 0 else person.name.given,
                person.name.patronymic or ("-" if number % 2 else None),
                _OFFICES[person.office],
                person.position.kk,
                _untidy(person.organisation.kk, number + 3),
                person.region.kk,
                "кешкі ас" if number % 90 == 0 else None,
            ]
        )
        if number in (120, 350):
            sheet.append([])
    sheet.append(["Барлығы:", len(people)])
    _widen(sheet.column_dimensions, (7, 10, 24, 20, 22, 28, 34, 44, 26, 14))
    _head(book, "A1", 4, 10)
    other = book.create_sheet("Жұмыс парағы")
    other.append(["жоба", 1])
    other.sheet_state = "hidden"
    return _same_each_time(book)


def council_workbook(people: Sequence[Sample]) -> bytes:
    """84 rows, the whole name in one cell, a heading of two languages, the region merged downwards."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Кеңес"
    sheet.append([None, "Ассамблея Кеңесінің құрамы (үлгі)"])
    sheet.merge_cells("B1:F1")
    sheet.append(
        [
            "Өңір / Регион",
            "Тегі, аты, әкесінің аты",
            "Ф.И.О. (на русском)",
            "Бейдж",
            "Лауазымы",
            "Должность",
            "Ұйым",
        ]
    )
    rows = sorted(people, key=lambda person: (person.region.kk, person.id))
    first = 3
    for place, person in enumerate(rows):
        name = person.name.full
        if place % 17 == 5:
            name = name.replace(person.name.surname, person.name.surname.upper())
        sheet.append(
            [
                person.region.kk,
                _untidy(name, place),
                person.ru.full,
                int(person.badge),
                person.position.kk,
                person.position.ru,
                person.organisation.kk,
            ]
        )
        row = place + 3
        if place + 1 == len(rows) or rows[place + 1].region != person.region:
            for below in range(first + 1, row + 1):
                sheet.cell(below, 1).value = None
            if row > first:
                sheet.merge_cells(f"A{first}:A{row}")
            first = row + 1
    _widen(sheet.column_dimensions, (26, 40, 40, 9, 36, 36, 44))
    _head(book, "B1", 2, 7)
    return _same_each_time(book)


def council_commas(people: Sequence[Sample]) -> bytes:
    """The same 84 as CSV with Russian headings and semicolons, as a Russian spreadsheet writes it."""
    stream = StringIO(newline="")
    writer = csv.writer(stream, delimiter=";")
    writer.writerow(["№ п/п", "Фамилия", "Имя", "Отчество (при наличии)", "Номер бейджа", "Регион"])
    for number, person in enumerate(people, 1):
        writer.writerow(
            [
                number,
                person.name.surname,
                f"{person.name.given} ",
                person.name.patronymic or "",
                person.badge,
                person.region.kk,
            ]
        )
    return stream.getvalue().encode("utf-8-sig")


def small_document(people: Sequence[Sample]) -> bytes:
    """Thirty members as ODS with English headings."""
    rows = [["Members (sample)"], [], ["No", "Badge", "Name", "Office", "Region"]]
    rows += [
        [str(number), person.badge, person.name.full, person.office, person.region.kk]
        for number, person in enumerate(people, 1)
    ]
    return open_document(rows)


def open_document(rows: Iterable[Sequence[str]]) -> bytes:
    """A spreadsheet of text cells as ODS."""
    text = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    body = "".join(
        f"<table:table-row>{''.join(text.format(escape(cell)) for cell in row) or '<table:table-cell/>'}"
        "</table:table-row>"
        for row in rows
    )
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names} office:version="1.3">'
        "<office:body><office:spreadsheet>"
        f'<table:table table:name="Members">{body}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest manifest:version="1.3" '
        'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    return _pack(
        [
            ("mimetype", kind.encode()),
            ("content.xml", content.encode()),
            ("META-INF/manifest.xml", manifest.encode()),
        ]
    )


def _untidy(text: str, number: int) -> str:
    if number % 23 == 0:
        return text[:1] + text[1:].translate(_LATIN)
    return text.replace(" ", "  ") + " " if number % 19 == 0 else text


def _widen(columns: Mapping[str, ColumnDimension], widths: Iterable[float]) -> None:
    for letter, width in zip("ABCDEFGHIJ", widths, strict=False):
        columns[letter].width = width


def _head(book: Workbook, title: str, row: int, columns: int) -> None:
    sheet = book.active
    first = sheet.cell(int(title[1:]), ord(title[0]) - 64)
    first.font = Font(bold=True, size=14)
    first.alignment = Alignment(horizontal="center")
    for column in range(1, columns + 1):
        cell = sheet.cell(row, column)
        cell.font = Font(bold=True)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)


def _same_each_time(book: Workbook) -> bytes:
    """Without the moment of writing."""
    stream = BytesIO()
    book.save(stream)
    with zipfile.ZipFile(stream) as packed:
        parts = [(name, packed.read(name)) for name in packed.namelist()]
    moment = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
    return _pack(
        [(name, moment.sub(b"2026-03-01T00:00:00Z", part) if name == _CORE else part) for name, part in parts]
    )


def _pack(parts: Iterable[tuple[str, bytes]]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        for name, part in parts:
            about = zipfile.ZipInfo(name, _MIDNIGHT)
            about.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            packed.writestr(about, part)
    return stream.getvalue()
