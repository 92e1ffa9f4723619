"""The last step of every paper: PDF/A-3 furniture, the journal attached, the empty signature fields."""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Any
from zlib import compress

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from assembly_desk.resources import resource

JOURNAL = "journal.jsonl"
"""The name of the attachment: the entries of the sitting exactly as recorded, one a line."""

_PLAIN = {"00A0": "0020"}
"""A space held together is a plain one to whoever searches or copies the text."""

JOURNAL_HEAD = "AssemblyDeskJournalHead"
"""The key of the document information that holds the head printed on every page, whole: 64 hex digits."""

NAMESPACE = "urn:assembly-desk:record:"
"""The namespace of the program's own properties in the XMP: `journalHead` and `journalEntries`."""

_EXTENSION = (
    '<pdfaExtension:schemas xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" '
    'xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" '
    'xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>The record that the document rests on</pdfaSchema:schema>"
    f"<pdfaSchema:namespaceURI>{NAMESPACE}</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>record</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>"
    + "".join(
        '<rdf:li rdf:parseType="Resource">'
        f"<pdfaProperty:name>{name}</pdfaProperty:name><pdfaProperty:valueType>{kind}</pdfaProperty:valueType>"
        "<pdfaProperty:category>internal</pdfaProperty:category>"
        f"<pdfaProperty:description>{description}</pdfaProperty:description></rdf:li>"
        for name, kind, description in (
            ("journalHead", "Text", "SHA-256 of the last entry of the attached journal"),
            ("journalEntries", "Integer", "number of entries of the attached journal"),
        )
    )
    + "</rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"
)
"""What PDF/A (ISO 19005-3, 6.6.2.3) wants told about properties that are not of its own list."""

PRINT_AND_LOCKED = 132
NO_CHANGES = 1


@dataclass(frozen=True, slots=True)
class Record:
    """What a paper rests on: the journal's lines, its last hash, how many entries, the time of the last."""

    journal: bytes
    head: str
    entries: int
    at: datetime


@dataclass(frozen=True, slots=True)
class SignatureBox:
    """Where a signature stands: page from 0, box in points; `last`: after it nothing may change."""

    name: str
    readable: str
    page: int
    box: tuple[float, float, float, float]
    last: bool


def finish(source: bytes, title: str, tag: str, record: Record, boxes: Sequence[SignatureBox]) -> bytes:
    """The laid-out pages as the finished file. The same arguments give the same bytes."""
    with pikepdf.open(io.BytesIO(source)) as pdf:
        _mend_fonts(pdf)
        for page in pdf.pages:
            if "/Trans" in page.obj:
                del page.obj["/Trans"]  # reportlab writes an empty one on each page
        pdf.Root.Lang = String(tag)
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        _set_colours(pdf)
        _attach(pdf, record)
        _set_metadata(pdf, title, record)
        if boxes:
            _add_fields(pdf, boxes)
        finished = _saved(pdf)
    while _UNCLEAR in finished:
        with pikepdf.open(io.BytesIO(finished)) as pdf:
            for thing in pdf.objects:
                if isinstance(thing, pikepdf.Stream):
                    _end_clearly(thing)
            finished = _saved(pdf, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return finished


_UNCLEAR = b"\r\nendstream"


def _saved(pdf: Pdf, **options: Any) -> bytes:
    out = io.BytesIO()
    pdf.save(
        out,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        fix_metadata_version=False,
        **options,
    )
    return out.getvalue()


def _end_clearly(stream: Object) -> None:
    """No stream ends with a carriage return: a reader would take it for a part of the line's end.

    A font and a text bear a byte more at their end; the attached journal, which must stay what it is, is
    packed once again.
    """
    if not stream.read_raw_bytes().endswith(b"\r"):
        return
    content = stream.read_bytes()
    if stream.get("/Type") == Name.EmbeddedFile:
        again = Array([Name.FlateDecode, *_filters(stream)])
        stream.write(compress(stream.read_raw_bytes()), filter=again)
        return
    content += b" "  # the last byte of what is packed is of the sum of its bytes
    stream.write(compress(content), filter=Name.FlateDecode)
    if "/Length1" in stream:
        stream.Length1 = len(content)


def _filters(stream: Object) -> list[Object]:
    given = stream.get("/Filter", Array())
    return list(given) if isinstance(given, Array) else [given]


def _mend_fonts(pdf: Pdf) -> None:
    """Give every character map the blocks of at most 100 that its format wants, and no code for U+0000."""
    for thing in pdf.objects:
        if not isinstance(thing, Dictionary) or thing.get("/Type") != Name.Font or "/ToUnicode" not in thing:
            continue
        text = thing.ToUnicode.read_bytes().decode("latin-1")
        pairs = re.findall(r"<([0-9A-F]{2})> <([0-9A-F]{4,})>\n", text[text.index("beginbfchar") :])
        pairs = [(code, _PLAIN.get(sign, sign)) for code, sign in pairs if sign != "0000"]
        blocks = [pairs[first : first + 100] for first in range(0, len(pairs), 100)]
        maps = "\n".join(
            f"{len(block)} beginbfchar\n"
            + "".join(f"<{code}> <{sign}>\n" for code, sign in block)
            + "endbfchar"
            for block in blocks
        )
        start, end = re.search(r"\d+ beginbfchar", text), text.rindex("endbfchar") + len("endbfchar")
        if start is None or not pairs:
            continue
        text = text[: start.start()] + maps + text[end:]
        text = text.replace(f"<00> <{pairs[-1][0]}>", "<00> <FF>", 1)
        thing.ToUnicode.write(text.encode("latin-1"))


def _set_colours(pdf: Pdf) -> None:
    profile = resource("colours", "sRGB.icc").read_bytes()
    pdf.Root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFA1,
                OutputConditionIdentifier=String("sRGB IEC61966-2.1"),
                Info=String("sRGB IEC61966-2.1"),
                RegistryName=String("http://www.color.org"),
                DestOutputProfile=pdf.make_stream(profile, N=3, Alternate=Name.DeviceRGB),
            )
        ]
    )


def _attach(pdf: Pdf, record: Record) -> None:
    pdf.attachments[JOURNAL] = pikepdf.AttachedFileSpec(
        pdf,
        record.journal,
        filename=JOURNAL,
        mime_type="application/jsonl",
        description=f"{record.entries} · {record.head}",
        relationship=Name.Data,
        creation_date=_pdf_date(record.at),
        mod_date=_pdf_date(record.at),
    )
    pdf.Root.AF = Array([pdf.attachments[JOURNAL].obj])


def _set_metadata(pdf: Pdf, title: str, record: Record) -> None:
    info, at = pdf.docinfo, record.at
    info[f"/{JOURNAL_HEAD}"] = String(record.head)
    info["/CreationDate"] = info["/ModDate"] = String(_pdf_date(at))
    for name in ("/Keywords", "/Trapped"):
        if name in info:
            del info[name]
    date, author = at.isoformat(timespec="seconds"), escape(str(info.get("/Author", "")))
    packet = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" '
        'xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" '
        f'xmlns:record="{NAMESPACE}">'
        "<dc:format>application/pdf</dc:format>"
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt></dc:title>'
        f"<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>"
        f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt>'
        "</dc:description><pdf:Producer>assembly_desk</pdf:Producer>"
        f"<xmp:CreatorTool>assembly_desk</xmp:CreatorTool><xmp:CreateDate>{date}</xmp:CreateDate>"
        f"<xmp:ModifyDate>{date}</xmp:ModifyDate><xmp:MetadataDate>{date}</xmp:MetadataDate>"
        "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>"
        f"<record:journalHead>{record.head}</record:journalHead>"
        f"<record:journalEntries>{record.entries}</record:journalEntries>{_EXTENSION}"
        '</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
    )
    pdf.Root.Metadata = pdf.make_stream(packet.encode(), Type=Name.Metadata, Subtype=Name.XML)


def _add_fields(pdf: Pdf, boxes: Sequence[SignatureBox]) -> None:
    fields = []
    for box in boxes:
        page = pdf.pages[box.page].obj
        left, bottom, right, top = box.box
        blank = pdf.make_stream(
            b"",
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([0, 0, right - left, top - bottom]),
            Resources=Dictionary(),
        )
        widget = pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Widget,
                FT=Name.Sig,
                T=String(box.name),
                TU=String(box.readable),
                Rect=Array(list(box.box)),
                F=PRINT_AND_LOCKED,
                P=page,
                AP=Dictionary(N=blank),
            )
        )
        if box.last:
            widget.Lock = pdf.make_indirect(Dictionary(Type=Name.SigFieldLock, Action=Name.All, P=NO_CHANGES))
        page.Annots = Array([*page.get("/Annots", Array()), widget])
        fields.append(widget)
    pdf.Root.AcroForm = pdf.make_indirect(Dictionary(Fields=Array(fields), SigFlags=0))


def _pdf_date(at: datetime) -> str:
    zone = at.strftime("%z")
    return at.strftime("D:%Y%m%d%H%M%S") + f"{zone[:3]}'{zone[3:5]}'"
