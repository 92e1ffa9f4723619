"""The story of a paper as a page of HTML: the same texts in the same fonts, the same tables, row by row."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Any
from unittest.mock import patch

from assembly_desk.documents.make import document
from assembly_desk.documents.page import Paper
from assembly_desk.documents.rows import Rows
from assembly_desk.domain.state import Sitting
from assembly_desk.resources import resource

_ALIGNED = ("left", "center", "right", "", "justify")  # by reportlab's numbers
_FACES = (
    ("", "Regular", ""),
    ("bold", "Bold", ""),
    ("", "Italic", "italic"),
    ("bold", "BoldItalic", "italic"),
)


def protocol_page(state: Sitting) -> str:
    """The protocol and its appendices. What is no text is left out: attachment, fields, watermark."""
    taken: list[Any] = []

    def take(paper: Paper, _record: object) -> bytes:
        taken.extend(paper.story)
        return b""

    with patch.object(Paper, "render", take):  # the story as it is handed over to be set
        document("protocol", state, journal=b"", head="0" * 64, entries=state.entries)
    head = f"<!doctype html><html lang=kk><meta charset=utf-8><style>{_style()}</style>"
    return f"{head}<body>{''.join(_html(taken))}</body></html>"


def _style() -> str:
    faces = "".join(
        f"@font-face{{font-family:Paper {family};"
        f"src:url({resource('fonts', f'Noto{family}-{face}.ttf').as_uri()});"
        f"font-weight:{weight or 'normal'};font-style:{slant or 'normal'}}}"
        for family in ("Serif", "Sans")
        for weight, face, slant in _FACES
    )
    return faces + (
        "@page{size:A4;margin:20mm 15mm 20mm 30mm;"
        "@bottom-right{content:counter(page) ' / ' counter(pages);font:7.5pt Paper Sans}}"
        "body{margin:0;font:12pt Paper Serif}p{margin:0 0 4pt}.new{break-before:page}"
        "table{border-collapse:collapse;width:100%;font:8.5pt/11pt Paper Sans}.plain{font:12pt Paper Serif}"
        "thead{background:#edeff2}.rows td,.rows th{border:.4pt solid #8c8c8c;padding:1.5pt 3pt}"
    )


def _html(story: Sequence[Any]) -> Iterator[str]:
    for one in story:
        match type(one).__name__:
            case "Paragraph":
                yield _paragraph(one)
            case "Rows":
                yield _rows(one)
            case "Table":
                yield "<table class=plain>"
                for row in one._cellvalues:
                    yield _row("".join(_html(cell if isinstance(cell, list) else [cell])) for cell in row)
                yield "</table>"
            case "KeepTogether":
                yield from _html(one._content)
            case "PageBreak":
                yield "<div class=new></div>"


def _paragraph(one: Any) -> str:
    style, text = one.style, ""
    for face, piece in _pieces(one.frags):
        written = f"<b>{escape(piece)}</b>" if face.bold else escape(piece)
        text += f"<i>{written}</i>" if face.italic else written
    look = (
        f"font-size:{style.fontSize}pt;line-height:{style.leading}pt;text-align:{_ALIGNED[style.alignment]}"
    )
    return f'<p style="{look}">{escape(one.bulletText or "")} {text}</p>'


def _pieces(frags: Sequence[Any]) -> Iterator[tuple[Any, str]]:
    """Pieces of a text with their faces; a paragraph that was measured already holds its words apart."""
    for part in frags:
        if not isinstance(part, list):
            yield part, part.text
            continue
        yield from part[1:]
        if "HS" in type(part).__name__:  # followed by a space
            yield part[-1][0], " "


def _rows(one: Rows) -> str:
    head = "".join(f"<th style='width:{column.width}pt'>{escape(column.head)}</th>" for column in one.columns)
    body = "".join(_row(escape(" ".join(cell.lines)) for cell in row.cells) for row in one.rows)
    return f"<table class=rows><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _row(cells: Iterable[str]) -> str:
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
