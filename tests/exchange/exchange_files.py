"""Files for the tests of rosters: good ones, and what a stranger may send."""

import zipfile
from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from openpyxl import Workbook

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
HEAD = ["Тегі", "Аты", "Әкесінің аты", "Бейдж"]


def xlsx(path: Path, *rows: Sequence[object], merge: Iterable[str] = ()) -> Path:
    """A workbook with these rows."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for cells in merge:
        book.active.merge_cells(cells)
    book.save(path)
    return path


def csv(path: Path, text: str, encoding: str = "utf-8") -> Path:
    """A text file."""
    path.write_bytes(text.encode(encoding))
    return path


def _packed(parts: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, part in parts.items():
            packed.writestr(name, part)
    return stream.getvalue()


def _parts() -> dict[str, bytes]:
    book, stream = Workbook(), BytesIO()
    book.active.append(HEAD)
    book.active.append(["Ахметов", "Серік", "Болатұлы", 7])
    book.save(stream)
    with zipfile.ZipFile(stream) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def good() -> bytes:
    """One member."""
    return _packed(_parts())


def with_part(name: str, part: str | bytes) -> bytes:
    """A good workbook with one part of it replaced or added."""
    return _packed(_parts() | {name: part.encode() if isinstance(part, str) else part})


def with_rows(rows: str) -> bytes:
    """A workbook whose sheet has this for its rows."""
    return with_part(SHEET, f"<worksheet {_MAIN}><sheetData>{rows}</sheetData></worksheet>")


def inline(reference: str, text: str) -> str:
    """One row of one cell."""
    row = "".join(sign for sign in reference if sign.isdigit())
    return f'<row r="{row}"><c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c></row>'


def zip_bomb() -> bytes:
    """100 MB of one letter in a hundred kilobytes."""
    return with_rows(inline("A1", "A" * 100_000_000))


def lying_bomb() -> bytes:
    """A bomb whose directory says that it is small."""
    content = with_part("xl/media/a.bin", b"\0" * 80_000_000)
    size = (80_000_000).to_bytes(4, "little")
    return content.replace(size, (8).to_bytes(4, "little"))


def entity_bomb() -> bytes:
    """A billion laughs."""
    entities = '<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{level} "{f"&a{level - 1};" * 10}">' for level in range(1, 10)
    )
    strings = f'<?xml version="1.0"?><!DOCTYPE l [{entities}]><sst {_MAIN}><si><t>&a9;</t></si></sst>'
    return with_part(STRINGS, strings)


def outside_entity() -> bytes:
    """A string that would be taken from a file of this machine."""
    strings = (
        '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
        f"<sst {_MAIN}><si><t>&x;</t></si></sst>"
    )
    return with_part(STRINGS, strings)


def many_parts() -> bytes:
    """A thousand small parts."""
    return _packed(_parts() | {f"xl/media/{number}.bin": b"" for number in range(1000)})


def deep_xml() -> bytes:
    """Elements in elements, a million deep."""
    return with_rows("<row>" * 1_000_000)


def ods(rows: Sequence[Sequence[str]], repeated: str = "") -> bytes:
    """An OpenDocument sheet of text cells; `repeated` goes into the attributes of every row."""
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    body = "".join(
        f"<table:table-row {repeated}>{''.join(cell.format(escape(text)) for text in row)}</table:table-row>"
        for row in rows
    )
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0"?><office:document-content {names} office:version="1.3"><office:body>'
        f'<office:spreadsheet><table:table table:name="A">{body}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    manifest = (
        '<?xml version="1.0"?><manifest:manifest manifest:version="1.3" '
        'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    )
    return _packed(
        {
            "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": content.encode(),
            "META-INF/manifest.xml": manifest.encode(),
        }
    )


def ods_bomb() -> bytes:
    """One row, said to be repeated a million times."""
    return ods([["Тегі", "Аты"], ["Ахметов", "Серік"]], 'table:number-rows-repeated="1000000"')


def two_cells(first: str, second: str) -> Callable[[], bytes]:
    """A sheet of two cells."""
    return lambda: with_rows(inline(first, "a") + inline(second, "b"))


def _csv(text: str) -> Callable[[], bytes]:
    return text.encode


WHOLE_FILES: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "zip bomb": (".xlsx", zip_bomb, "too-big"),
    "zip bomb that lies about its size": (".xlsx", lying_bomb, "wrong-suffix"),
    "entity bomb": (".xlsx", entity_bomb, "unreadable"),
    "entity from a file": (".xlsx", outside_entity, "unreadable"),
    "the last cell there is": (".xlsx", two_cells("A1", "XFD1048576"), "unreadable"),
    "a cell far below": (".xlsx", two_cells("A1", "A1000000"), "too-many-rows"),
    "a cell far to the right": (".xlsx", two_cells("A1", "ZZ2"), "too-many-columns"),
    "no such reference": (".xlsx", lambda: with_rows(inline("A99999999999999999999", "a")), "too-many-rows"),
    "a thousand parts": (".xlsx", many_parts, "too-big"),
    "half of a workbook": (".xlsx", lambda: good()[: len(good()) // 2], "wrong-suffix"),
    "broken XML": (".xlsx", lambda: with_part(SHEET, "<worksheet><sheetData><row"), "unreadable"),
    "elements without end": (".xlsx", deep_xml, "empty"),
    "no sheet": (".xlsx", lambda: with_part("xl/workbook.xml", f"<workbook {_MAIN}/>"), "empty"),
    "garbage": (".xlsx", lambda: bytes(range(256)) * 40, "wrong-suffix"),
    "a page of the web": (".xlsx", lambda: b"<html><table></table></html>", "wrong-suffix"),
    "nothing": (".xlsx", lambda: b"", "empty"),
    "an old or a locked workbook": (".xlsx", lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 600, "protected"),
    "a workbook named as text": (".csv", good, "wrong-suffix"),
    "a workbook named as OpenDocument": (".ods", good, "wrong-suffix"),
    "text named as a workbook": (".xlsx", _csv("Тегі,Аты\nАхметов,Серік\n"), "wrong-suffix"),
    "another kind": (".docx", good, "unknown-kind"),
    "rows repeated a million times": (".ods", ods_bomb, "too-many-rows"),
    "zeros": (".csv", lambda: b"\0" * 1000, "wrong-suffix"),
    "no heading": (".csv", _csv("Ахметов;Серік\nҚасымов;Әли\n"), "no-heading"),
    "a heading alone": (".csv", _csv("Тегі;Аты\n\n\n"), "no-rows"),
    "blanks": (".csv", _csv(" ; \n ; \n"), "empty"),
    "too many lines": (".csv", _csv("Тегі;Аты\n" + "Ахметов;Серік\n" * 20_001), "too-many-rows"),
    "too wide": (".csv", _csv("Тегі;Аты" + ";х" * 200 + "\n"), "too-many-columns"),
    "bytes that are no text": (".csv", lambda: bytes([0x80, 0x98, 0x90, 0xFE, 0x81]) * 50, "encoding"),
    "eleven megabytes": (".csv", lambda: b"a;b\n" * 2_800_000, "too-big"),
}  # fmt: skip
"""What is refused as a whole: name → suffix, content, code."""
