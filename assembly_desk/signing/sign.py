"""Puts a signature into its field of a protocol: in place, incrementally, whole or not at all."""

import io
import stat
from datetime import datetime
from pathlib import Path
from typing import Final

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter, enumerate_sig_fields
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.stamp import TextStampStyle

from assembly_desk.files import write_whole
from assembly_desk.signing.errors import SigningRefused, Unusable
from assembly_desk.signing.keys import Key
from assembly_desk.signing.names import same_person
from assembly_desk.signing.stamp import stamp
from assembly_desk.signing.verify import FIELDS, Role, SignatureReport, signatures

BYTES_RESERVED: Final = 32768
"""Room in the file for the signature itself: a time stamp can be put into it later without moving a byte."""


def sign(
    pdf: Path,
    role: Role,
    key: Key,
    *,
    expected_name: str,
    now: datetime,
    closed: bool,
    name_differs_accepted: bool,
    card: str,
    font: Path,
) -> None:
    """Fill the field of `role` (PAdES, ETSI EN 319 142-1: ETSI.CAdES.detached, SHA-256); verify the result.

    The secretary certifies the document and allows only form filling after it (DocMDP 2, ISO 32000-1,
    12.8.2.2); the presiding person's signature comes second and locks everything. `now` (aware) is the moment
    written into the signature and the one the certificate's dates are held against. `card` is printed in the
    field in `font`, as it is. The file's permissions are kept.

    Raises SigningRefused or Unusable, or OSError when the file cannot be written; then the old file stands.
    """
    if not closed:
        raise SigningRefused("NotClosed")
    data, mode = _read(pdf)
    report = signatures(data)
    if not report.readable:
        raise Unusable("PdfUnreadable", {"path": str(pdf)})
    _check_order(report, role, pdf)
    width, height = _box(data, role)
    _check_key(key, now)
    if not name_differs_accepted and not same_person(key.name, expected_name):
        raise SigningRefused("NameDiffers", {"certificate_name": key.name, "name": expected_name})
    style = stamp(card, width, height, font, IncrementalPdfFileWriter(io.BytesIO(data)))
    try:
        signed = _signed(data, role, key, now, style)
    except (PdfError, ValueError, KeyError, TypeError) as trouble:
        raise Unusable("NotSigned", {"path": str(pdf), "reason": str(trouble)}) from trouble
    after = signatures(signed)
    if not after.unchanged or len(after.signatures) != len(report.signatures) + 1:
        raise Unusable("NotSigned", {"path": str(pdf), "reason": "the signature does not verify"})
    write_whole(pdf, signed, mode)


def _read(pdf: Path) -> tuple[bytes, int]:
    try:
        return pdf.read_bytes(), stat.S_IMODE(pdf.stat().st_mode)
    except OSError:
        raise Unusable("PdfUnreadable", {"path": str(pdf)}) from None


def _check_order(report: SignatureReport, role: Role, pdf: Path) -> None:
    for signature in report.signatures:
        if signature.role == role:
            raise SigningRefused("AlreadySigned", {"name": signature.name})
    if not report.unchanged:
        raise Unusable("ChangedSinceSigned", {"path": str(pdf)})
    if role == "presiding" and all(signature.role != "secretary" for signature in report.signatures):
        raise SigningRefused("SecretaryFirst")


def _check_key(key: Key, now: datetime) -> None:
    if not key.may_sign:
        raise SigningRefused("CertificateNotForSigning")
    if now < key.not_before:
        raise SigningRefused("CertificateNotYetValid", {"date": key.not_before.astimezone(now.tzinfo).date()})
    if now > key.not_after:
        raise SigningRefused("CertificateExpired", {"date": key.not_after.astimezone(now.tzinfo).date()})


def _box(data: bytes, role: Role) -> tuple[float, float]:
    """Width and height of the role's field on the page, in points."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    for _name, _value, field in enumerate_sig_fields(writer, filled_status=False, with_name=FIELDS[role]):
        left, bottom, right, top = (float(number) for number in field.get_object()["/Rect"])
        return abs(right - left), abs(top - bottom)
    raise Unusable("FieldMissing", {"field": FIELDS[role]})


class _At(PdfSigner):
    """A signer whose clock is the caller's."""

    moment: datetime

    def init_signing_session(
        self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False
    ) -> PdfSigningSession:
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self.moment
        return session


def _signed(data: bytes, role: Role, key: Key, now: datetime, style: TextStampStyle) -> bytes:
    certify = role == "secretary"
    signer = _At(
        PdfSignatureMetadata(
            field_name=FIELDS[role],
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
            certify=certify,
            docmdp_permissions=MDPPerm.FILL_FORMS if certify else MDPPerm.NO_CHANGES,
            name=key.name,
        ),
        signer=key.signer,
        stamp_style=style,
    )
    signer.moment = now
    output = io.BytesIO()
    signer.sign_pdf(
        IncrementalPdfFileWriter(io.BytesIO(data)),
        existing_fields_only=True,
        bytes_reserved=BYTES_RESERVED,
        output=output,
    )
    return output.getvalue()
