"""A small protocol to sign, as the documents room makes it, and two people with training keys."""

import io
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from assembly_desk.signing.keys import Key
from assembly_desk.signing.sign import sign
from assembly_desk.signing.training import TrainingKeys
from assembly_desk.signing.verify import FIELDS, Role

FONT = Path(__file__).parents[2] / "resources" / "fonts" / "NotoSerif-Regular.ttf"
NOW = datetime(2026, 11, 20, 15, 4, 5, tzinfo=timezone(timedelta(hours=5)))
NAMES: dict[Role, str] = {
    "secretary": "Шаймерденова Үміт Серікқызы",
    "presiding": "Әбдіғаппаров Құрманғазы Өмірзақұлы",
}
WORDS: dict[Role, str] = {"secretary": "Хатшы", "presiding": "Төрағалық етуші"}
JOURNAL = '{"seq":1,"text":"Отырыс ашылды"}\n{"seq":2,"text":"Құрылым"}\n'.encode()


def protocol() -> bytes:
    """One page with two lines to sign on, the two empty fields and the journal attached."""
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(595, 842))
        sheet = pdf.pages[0].obj
        sheet.Contents = pdf.make_stream(b"1 w 72 560 m 523 560 l S 72 440 m 523 440 l S")
        lock = Dictionary(Type=Name.SigFieldLock, Action=Name.All, P=1)
        fields = [
            pdf.make_indirect(
                Dictionary(
                    Type=Name.Annot,
                    Subtype=Name.Widget,
                    FT=Name.Sig,
                    T=String(FIELDS[role]),
                    TU=String(f"{WORDS[role]}: {NAMES[role]}"),
                    Rect=Array([300, 565 - 120 * row, 523, 625 - 120 * row]),
                    F=132,
                    P=sheet,
                )
            )
            for row, role in enumerate(NAMES)
        ]
        fields[1].Lock = pdf.make_indirect(lock)
        sheet.Annots = Array(fields)
        pdf.Root.AcroForm = Dictionary(Fields=Array(fields), SigFlags=0)
        pdf.attachments["journal.jsonl"] = pikepdf.AttachedFileSpec(
            pdf, JOURNAL, filename="journal.jsonl", mime_type="application/jsonl", relationship=Name.Data
        )
        pdf.Root.AF = Array([pdf.attachments["journal.jsonl"].obj])
        pdf.docinfo["/Title"] = "Хаттама"
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


@dataclass(frozen=True)
class Office:
    """Two people, their training keys, and protocols that they sign."""

    files: TrainingKeys
    keys: dict[Role, Key]
    unsigned: bytes
    by_secretary: bytes
    by_both: bytes

    @property
    def authority(self) -> bytes:
        return self.files.ca_pem.read_bytes()


def put(
    pdf: Path,
    role: Role,
    key: Key,
    *,
    name: str | None = None,
    now: datetime = NOW,
    closed: bool = True,
    accepted: bool = False,
) -> None:
    """Sign as the command line does, with the protocol's own name unless another is given."""
    sign(
        pdf,
        role,
        key,
        expected_name=NAMES[role] if name is None else name,
        now=now,
        closed=closed,
        name_differs_accepted=accepted,
        card=f"Электрондық цифрлық қолтаңба: {key.name}; уақыты – {now:%d.%m.%Y %H:%M}; "
        f"алгоритм – {key.algorithm}.\nОҚУ КУӘЛІГІ 100%",
        font=FONT,
    )
