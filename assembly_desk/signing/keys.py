"""A signing key from a PKCS#12 file (RFC 7292), with RSA or an elliptic curve."""

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import cycle, islice
from pathlib import Path
from typing import Final

from asn1crypto.pkcs12 import Pfx
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, pkcs12
from cryptography.x509 import Certificate
from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.keys.internal import (
    translate_pyca_cryptography_cert_to_asn1,
    translate_pyca_cryptography_key_to_asn1,
)
from pyhanko.sign.signers import SimpleSigner
from pyhanko_certvalidator.registry import CertificateRegistry

from assembly_desk.signing.certificates import Holder, holder, issuers
from assembly_desk.signing.errors import SigningRefused, Unusable

_MOST_BYTES: Final = 1_000_000
_NATIONAL: Final = bytes.fromhex("2a830e030a01")  # 1.2.398.3.10.1: algorithms of the national authority, GOST


@dataclass(frozen=True)
class Key:
    """A key ready to sign. Neither its file nor its password is kept anywhere."""

    holder: Holder
    signer: SimpleSigner = field(repr=False, compare=False)

    @property
    def name(self) -> str:
        """The holder's common name."""
        return self.holder.name

    @property
    def issuer(self) -> str:
        """The common name of the authority that issued the certificate."""
        return self.holder.issuer

    @property
    def serial(self) -> int:
        """The certificate's serial number."""
        return self.holder.serial

    @property
    def not_before(self) -> datetime:
        """The first moment of the certificate's life, in UTC."""
        return self.holder.not_before

    @property
    def not_after(self) -> datetime:
        """The last moment of the certificate's life, in UTC."""
        return self.holder.not_after

    @property
    def may_sign(self) -> bool:
        """Whether the certificate is for signing documents."""
        return self.holder.may_sign

    @property
    def algorithm(self) -> str:
        """The words printed on the card: `RSA-2048, SHA-256`."""
        return f"{self.holder.algorithm}, SHA-256"

    @property
    def training(self) -> bool:
        """Whether this is a training certificate, which proves nobody's identity."""
        return self.holder.training


def read_password(path: Path) -> bytes:
    """Return the password a file holds: its text without a byte order mark and the last line end.

    Raises Unusable for a file that cannot be read.
    """
    try:
        return path.read_bytes().removeprefix(b"\xef\xbb\xbf").removesuffix(b"\n").removesuffix(b"\r")
    except OSError:
        raise Unusable("KeyUnreadable", {"path": str(path), "reason": "password file"}) from None


def load_key(path: Path, password: bytes | None) -> Key:
    """Open a PKCS#12 file; the password is UTF-8, so Kazakh letters may stand in it.

    Raises SigningRefused `WrongPassword`; Unusable `KeyUnreadable` (missing, empty, no PKCS#12, no key in it)
    and `KeyUnsupported` (GOST or another algorithm). Dates and usage are checked when the key signs.
    """
    data = _read(path)
    _check_encoding(password)
    try:
        private, certificate, chain = pkcs12.load_key_and_certificates(data, password)
    except UnsupportedAlgorithm:
        raise Unusable("KeyUnsupported", {"algorithm": _algorithm(data)}) from None
    except ValueError:
        raise _why_not(data, password or b"") from None
    if private is None or certificate is None:
        raise _unreadable(path, "no key with its certificate in it")
    try:
        facts = holder(certificate.public_bytes(Encoding.DER))
    except ValueError:
        raise _unreadable(path, "its certificate is damaged") from None
    if not facts.supported or not isinstance(private, RSAPrivateKey | EllipticCurvePrivateKey):
        raise Unusable("KeyUnsupported", {"algorithm": facts.algorithm})
    return Key(facts, _signer(private, certificate, chain))


def _signer(
    private: RSAPrivateKey | EllipticCurvePrivateKey, certificate: Certificate, chain: Sequence[Certificate]
) -> SimpleSigner:
    """Take along the authorities' certificates that lead on from the holder's, and no others."""
    leaf = certificate.public_bytes(Encoding.DER)
    found = issuers(leaf, [other.public_bytes(Encoding.DER) for other in chain])
    registry = CertificateRegistry.build(other for der in found for other in load_certs_from_pemder_data(der))
    return SimpleSigner(
        signing_cert=translate_pyca_cryptography_cert_to_asn1(certificate),
        signing_key=translate_pyca_cryptography_key_to_asn1(private),
        cert_registry=registry,
    )


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except OSError:
        raise _unreadable(path, "not found or not readable") from None
    if not data:
        raise _unreadable(path, "empty")
    try:
        pfx = Pfx.load(data, strict=True)
        whole = (
            len(data) <= _MOST_BYTES and pfx["version"].native == "v3" and pfx["auth_safe"]["content"].native
        )
    except (ValueError, TypeError, KeyError):
        whole = False
    if not whole:
        raise _unreadable(path, "not PKCS#12")
    return data


def _unreadable(path: Path, reason: str) -> Unusable:
    return Unusable("KeyUnreadable", {"path": str(path), "reason": reason})


def _check_encoding(password: bytes | None) -> None:
    """A password that is no UTF-8 or has a zero byte fits no file, and the library would stumble over it."""
    try:
        if "\0" in (password or b"").decode("utf-8"):
            raise SigningRefused("WrongPassword")
    except UnicodeDecodeError:
        raise SigningRefused("WrongPassword") from None


def _why_not(data: bytes, password: bytes) -> SigningRefused | Unusable:
    """Tell a wrong password from a key that cannot be read: the library has one message for both."""
    if _NATIONAL in data or _password_fits(data, password):
        return Unusable("KeyUnsupported", {"algorithm": _algorithm(data)})
    return SigningRefused("WrongPassword")


def _algorithm(data: bytes) -> str:
    return "GOST" if _NATIONAL in data else "?"


def _password_fits(data: bytes, password: bytes) -> bool:
    """Check the container's MAC (RFC 7292, 4 and appendix B); False also if it has none of a known kind."""
    pfx = Pfx.load(data)
    mac = pfx["mac_data"]
    try:
        name = mac["mac"]["digest_algorithm"]["algorithm"].native
        size, block = hashlib.new(name).digest_size, hashlib.new(name).block_size
        rounds = mac["iterations"].native
        salt = mac["mac_salt"].native
        content = pfx["auth_safe"]["content"].native
        expected = mac["mac"]["digest"].native
    except (ValueError, TypeError, KeyError):
        return False
    encoded = password.decode("utf-8").encode("utf-16-be") + b"\0\0"
    if rounds > 5_000_000:
        return False
    digest = hashlib.new(name, b"\x03" * block + _filled(salt, block) + _filled(encoded, block)).digest()
    for _ in range(rounds - 1):
        digest = hashlib.new(name, digest).digest()
    return hmac.compare_digest(hmac.new(digest[:size], content, name).digest(), expected)


def _filled(text: bytes, block: int) -> bytes:
    """Repeat `text` up to a whole number of blocks (RFC 7292, B.2, steps 2 and 3)."""
    return bytes(islice(cycle(text), block * -(-len(text) // block)))
