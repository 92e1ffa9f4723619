"""What a signed PDF proves: who signed, when by their clock, and that not one byte changed since."""

import io
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Final, Literal

from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from assembly_desk.signing.certificates import holder
from assembly_desk.signing.container import is_exact
from assembly_desk.signing.errors import Unusable

Role = Literal["secretary", "presiding"]
Trust = Literal["trusted", "not-checked", "not-trusted"]
Modification = Literal["none", "lta-updates", "form-filling", "annotations", "other"]

FIELDS: Final[dict[Role, str]] = {"secretary": "Secretary", "presiding": "Presiding"}
"""The names of the signature fields, as the document was made with them."""

JOURNAL: Final = "journal.jsonl"

_RANGE: Final = re.compile(rb"/ByteRange\s*\[\s*\d+\s+\d+\s+\d+\s+\d+\s*\]")
_USAGE: Final = KeyUsageConstraints(
    key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False
)
_LEVELS: Final[dict[ModificationLevel, Modification]] = {
    ModificationLevel.NONE: "none",
    ModificationLevel.LTA_UPDATES: "lta-updates",
    ModificationLevel.FORM_FILLING: "form-filling",
    ModificationLevel.ANNOTATIONS: "annotations",
    ModificationLevel.OTHER: "other",
}


@dataclass(frozen=True)
class Signature:
    """One signature as found in the file. What could not be read of it is empty."""

    field: str
    role: Role | None
    """None for a field that is not one of the protocol's."""
    name: str = ""
    issuer: str = ""
    serial: int = 0
    signed_at: datetime | None = None
    """By the signer's own clock: there is no time stamp."""
    algorithm: str = ""
    training: bool = False
    intact: bool = False
    """The signed bytes are those, and what was added later is only what this signature allows."""
    covers_file: bool = False
    """The signature covers the file to its last byte, as the last one must."""
    modification: Modification = "other"
    """What was added to the file after this signature."""
    trust: Trust = "not-checked"
    """Whether the certificate led, at the moment of signing, to one given as trusted."""


@dataclass(frozen=True)
class SignatureReport:
    """The signatures of a file in the order they were made."""

    readable: bool
    """False for bytes that are no PDF, nor the remains of a signed one."""
    signatures: tuple[Signature, ...] = ()
    unchanged: bool = False
    """Every signature is intact and the last covers the whole file; true also without any signature."""

    @property
    def signed(self) -> Literal["none", "secretary", "presiding", "both"]:
        """Whose signatures the file has, sound or not; other fields do not count."""
        roles = {signature.role for signature in self.signatures} - {None}
        if len(roles) == len(FIELDS):
            return "both"
        return "secretary" if "secretary" in roles else "presiding" if "presiding" in roles else "none"

    @property
    def sound(self) -> bool:
        """Unchanged, and no signer fails the check against the authorities given. Unsigned is sound."""
        trusted = all(signature.trust != "not-trusted" for signature in self.signatures)
        return self.readable and self.unchanged and trusted


def signatures(data: bytes, trust: Sequence[bytes] = ()) -> SignatureReport:
    """Examine a PDF; `trust` are certificates (PEM or DER) of authorities that the caller believes.

    Without them a signer is `not-checked`. A broken file never raises: one with traces of a signature is
    reported as changed, any other as unreadable. Raises Unusable `TrustUnreadable` for a bad certificate.
    """
    roots = _certificates(trust)
    with suppress(Exception):  # whatever a broken file provokes: it is not intact
        return _examined(data, roots)
    return SignatureReport(readable=_RANGE.search(data) is not None)


def attached_journal(data: bytes) -> bytes | None:
    """Return the sitting's journal attached to a PDF, exactly as attached; None if none can be read."""
    with suppress(Exception):
        names = PdfFileReader(io.BytesIO(data)).root["/Names"]["/EmbeddedFiles"]
        for specification in _leaves(names, 0):
            if specification.get("/UF", specification.get("/F")) == JOURNAL:
                attached: bytes = specification["/EF"]["/F"].data
                return attached
    return None


def named_in(data: bytes, key: str) -> str | None:
    """What a PDF says of itself under that key of its document information; None: nothing that can be read."""
    with suppress(Exception):
        return str(PdfFileReader(io.BytesIO(data)).trailer["/Info"][f"/{key}"])
    return None


def _leaves(node: Any, depth: int) -> Iterator[Any]:
    """The values of a name tree (ISO 32000-1, 7.9.6)."""
    pairs = node.get("/Names", ())
    yield from (pairs[place] for place in range(1, len(pairs), 2))
    for kid in node.get("/Kids", ()) if depth < 32 else ():
        yield from _leaves(kid, depth + 1)


def _certificates(trust: Sequence[bytes]) -> list[Any]:
    roots: list[Any] = []
    try:
        for data in trust:
            found = list(load_certs_from_pemder_data(data))
            for certificate in found:
                holder(certificate.dump())
            roots += found
    except (ValueError, TypeError, OSError):
        raise Unusable("TrustUnreadable") from None
    if trust and not roots:
        raise Unusable("TrustUnreadable")
    return roots


def _examined(data: bytes, roots: list[Any]) -> SignatureReport:
    reader = PdfFileReader(io.BytesIO(data))
    fields = list(enumerate_sig_fields(reader, filled_status=True))
    found: list[tuple[int, Signature]] = []
    for name, _value, field in fields:
        revision, signature = _signature(reader, data, str(name), field, roots)
        found.append((revision, signature))
    found.sort(key=lambda pair: pair[0])
    ordered = tuple(signature for _revision, signature in found)
    unchanged = (
        all(signature.intact for signature in ordered)
        and (not ordered or ordered[-1].covers_file)
        and len(_RANGE.findall(data)) == len(ordered)  # none was made unreachable by a later revision
    )
    return SignatureReport(readable=True, signatures=ordered, unchanged=unchanged)


def _signature(
    reader: PdfFileReader, data: bytes, name: str, field: Any, roots: list[Any]
) -> tuple[int, Signature]:
    role = next((role for role, known in FIELDS.items() if known == name), None)
    signature = Signature(field=name, role=role, trust="not-trusted" if roots else "not-checked")
    revision = reader.xrefs.total_revisions
    with suppress(Exception):  # as far as it can be read
        embedded = EmbeddedPdfSignature(reader, field, name)
        revision = embedded.signed_revision
        certificate = holder(embedded.signer_cert.dump())
        signature = replace(
            signature,
            name=certificate.name,
            issuer=certificate.issuer,
            serial=certificate.serial,
            training=certificate.training,
            algorithm=f"{certificate.algorithm}, {_digest(embedded.md_algorithm)}",
            signed_at=embedded.self_reported_timestamp,
        )
        signature = _judged(signature, embedded, data, roots)
    return revision, signature


def _judged(signature: Signature, embedded: EmbeddedPdfSignature, data: bytes, roots: list[Any]) -> Signature:
    """Hold the signature against the bytes; the certificate's dates count at the moment of signing."""
    context = ValidationContext(
        trust_roots=roots, allow_fetching=False, moment=signature.signed_at or datetime.now(UTC)
    )
    status = validate_pdf_signature(embedded, context, key_usage_settings=_USAGE)
    level = status.modification_level
    intact = (
        status.intact
        and status.valid
        and bool(status.docmdp_ok)
        and status.seed_value_ok
        and status.coverage >= SignatureCoverageLevel.ENTIRE_REVISION
        and is_exact(embedded, data)
    )
    trust: Trust = signature.trust
    if roots and status.trusted:
        trust = "trusted"
    return replace(
        signature,
        intact=intact,
        covers_file=status.coverage == SignatureCoverageLevel.ENTIRE_FILE,
        modification=_LEVELS[level] if level is not None else "other",
        trust=trust,
    )


def _digest(name: str) -> str:
    return name.upper().replace("SHA", "SHA-", 1)
