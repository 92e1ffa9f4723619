"""What a certificate says of its holder, for a key about to sign and for a signature found in a file."""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

TRAINING_ORGANISATION: Final = "ОҚУ КУӘЛІГІ – training only"
"""The organisation (O) of every training certificate and of its authority: what marks it as one."""

RSA_BITS: Final = 2048
EC_BITS: Final = 256

_CURVES: Final = {"secp256r1": "P-256", "secp384r1": "P-384", "secp521r1": "P-521"}


@dataclass(frozen=True)
class Holder:
    """The facts of one X.509 certificate (RFC 5280); both dates are aware and inclusive."""

    name: str
    """Common name, else surname and given name, else empty."""
    issuer: str
    serial: int
    not_before: datetime
    not_after: datetime
    may_sign: bool
    """KeyUsage has digitalSignature or contentCommitment, or is absent: no limit then (RFC 5280, 4.2.1.3)."""
    algorithm: str
    """The key's: `RSA-2048`, `ECDSA P-256`; an object identifier if it is unknown."""
    supported: bool
    """RSA from 2048 bits or an elliptic curve from 256: what can be signed and verified here."""
    training: bool


def holder(der: bytes) -> Holder:
    """Read a certificate. Raises ValueError for bytes that are none.

    The library warns, on the user's terminal, of names beyond 64 bytes: Kazakh names are often longer.
    """
    with warnings.catch_warnings(action="ignore"):
        return _holder(der)


def _holder(der: bytes) -> Holder:
    certificate = x509.load_der_x509_certificate(der)
    algorithm, supported = _algorithm(certificate)
    names = (certificate.subject, certificate.issuer)
    return Holder(
        name=_name(certificate.subject),
        issuer=_name(certificate.issuer) or certificate.issuer.rfc4514_string(),
        serial=certificate.serial_number,
        not_before=certificate.not_valid_before_utc,
        not_after=certificate.not_valid_after_utc,
        may_sign=_may_sign(certificate),
        algorithm=algorithm,
        supported=supported,
        training=any(_first(name, NameOID.ORGANIZATION_NAME) == TRAINING_ORGANISATION for name in names),
    )


def issuers(leaf: bytes, candidates: Sequence[bytes]) -> list[bytes]:
    """Walk from a certificate to its issuer and on, each step proved by a signature, among `candidates`.

    The last must bear out its own signature or name an issuer that is not here. All certificates are DER.
    """
    left = {der: x509.load_der_x509_certificate(der) for der in candidates if der != leaf}
    below, chain = x509.load_der_x509_certificate(leaf), []
    with warnings.catch_warnings(action="ignore"):
        while found := next((der for der, above in left.items() if _issued(below, above)), None):
            below = left.pop(found)
            chain.append(found)
        if chain and not (_issued(below, below) or _names_another(below)):
            chain.pop()
    return chain


def _names_another(certificate: x509.Certificate) -> bool:
    """Whether a certificate says, by name and by key identifier, that it has an issuer: a root does not."""
    extensions = certificate.extensions
    try:
        above = extensions.get_extension_for_class(x509.AuthorityKeyIdentifier).value.key_identifier
        own = extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value.digest
    except x509.ExtensionNotFound:
        return False
    return certificate.issuer != certificate.subject and above is not None and above != own


def _issued(below: x509.Certificate, above: x509.Certificate) -> bool:
    try:
        below.verify_directly_issued_by(above)
    except (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm):
        return False
    whole_octets = b"\0" + below.signature  # a bit string without unused bits: the library minds none
    return below.public_bytes(Encoding.DER).endswith(whole_octets)


def _algorithm(certificate: x509.Certificate) -> tuple[str, bool]:
    try:
        public = certificate.public_key()
    except (ValueError, UnsupportedAlgorithm):
        return certificate.public_key_algorithm_oid.dotted_string, False
    if isinstance(public, RSAPublicKey):
        return f"RSA-{public.key_size}", public.key_size >= RSA_BITS
    if isinstance(public, EllipticCurvePublicKey):
        return f"ECDSA {_CURVES.get(public.curve.name, public.curve.name)}", public.key_size >= EC_BITS
    return certificate.public_key_algorithm_oid.dotted_string, False


def _may_sign(certificate: x509.Certificate) -> bool:
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return True
    return usage.digital_signature or usage.content_commitment


def _name(name: x509.Name) -> str:
    parts = [_first(name, oid) for oid in (NameOID.SURNAME, NameOID.GIVEN_NAME)]
    return _first(name, NameOID.COMMON_NAME) or " ".join(part for part in parts if part)


def _first(name: x509.Name, oid: x509.ObjectIdentifier) -> str:
    found = name.get_attributes_for_oid(oid)
    value = found[0].value if found else ""
    return value if isinstance(value, str) else ""
