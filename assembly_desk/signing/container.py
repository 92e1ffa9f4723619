"""The parts of a signature container that no signature covers: each must be exactly what it has to be.

A CMS (RFC 5652) protects the document, its signed attributes and the signer's certificate. Its wrapping, the
certificates of the authorities beside and the padding behind could be altered without any check failing.
"""

from typing import Any, Final

from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from assembly_desk.signing.certificates import issuers

_SIGNED_DATA: Final = bytes.fromhex("06092a864886f70d010702")
_TIME_STAMP: Final = "signature_time_stamp_token"


def is_exact(embedded: EmbeddedPdfSignature, data: bytes) -> bool:
    """Whether nothing but this signature, plainly encoded, stands where the byte range leaves its gap."""
    return _gap_is_exact(embedded, data) and _content_is_plain(embedded)


def _gap_is_exact(embedded: EmbeddedPdfSignature, data: bytes) -> bool:
    """The gap holds the signature in hexadecimal digits of one case, then zeros alone."""
    start, end = int(embedded.byte_range[1]), int(embedded.byte_range[2])
    content = bytes(embedded.pkcs7_content)
    whole = _der(0x30, _SIGNED_DATA + _der(0xA0, embedded.signed_data.untag().dump()))
    digits = content.hex().encode("ascii")
    return (
        data[start:end] in (b"<" + digits + b">", b"<" + digits.upper() + b">")
        and content.startswith(whole)
        and not any(content[len(whole) :])
    )


def _der(tag: int, content: bytes) -> bytes:
    """Encode a value with a definite length in its shortest form (X.690, 10.1)."""
    size = len(content)
    if size < 0x80:
        return bytes([tag, size]) + content
    octets = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(octets)]) + octets + content


def _content_is_plain(embedded: EmbeddedPdfSignature) -> bool:
    signed: Any = embedded.signed_data
    signer: Any = embedded.signer_info
    beside = [certificate.dump() for certificate in embedded.other_embedded_certs]
    unsigned = [attribute["type"].native for attribute in signer["unsigned_attrs"] or ()]
    signer_name: Any = signer["sid"].chosen
    return (
        signer["sid"].name == "issuer_and_serial_number"
        and signer_name["issuer"].dump() == embedded.signer_cert.issuer.dump()
        and signed["version"].native == "v1"
        and signer["version"].native == "v1"
        and [kind.dump() for kind in signed["digest_algorithms"]] == [signer["digest_algorithm"].dump()]
        and signed["encap_content_info"].dump() == _der(0x30, bytes.fromhex("06092a864886f70d010701"))
        and not signed["crls"]
        and all(kind == _TIME_STAMP for kind in unsigned)
        and sorted(issuers(embedded.signer_cert.dump(), beside)) == sorted(beside)
    )
