"""Certificates of every awkward kind, for keys that must be refused."""

import warnings
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509.oid import NameOID

PrivateKey = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey

SIGNING = ("digital_signature", "content_commitment")
_USAGES = (
    "digital_signature",
    "content_commitment",
    "key_encipherment",
    "data_encipherment",
    "key_agreement",
    "key_cert_sign",
    "crl_sign",
    "encipher_only",
    "decipher_only",
)


def container(
    name: str,
    start: datetime,
    password: bytes | None,
    *,
    days: int = 30,
    usages: tuple[str, ...] | None = SIGNING,
    key: PrivateKey | None = None,
    encryption: KeySerializationEncryption | None = None,
) -> bytes:
    """A PKCS#12 file with one self-signed certificate; `usages` None leaves the extension out."""
    private = key or ec.generate_private_key(ec.SECP256R1())
    with warnings.catch_warnings(action="ignore"):
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name, _validate=False)])
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(private.public_key())
        .serial_number(7)
        .not_valid_before(start)
        .not_valid_after(start + timedelta(days=days))
    )
    if usages is not None:
        flags = {usage: usage in usages for usage in _USAGES}
        builder = builder.add_extension(x509.KeyUsage(**flags), critical=True)
    edwards = isinstance(private, ed25519.Ed25519PrivateKey)
    certificate = builder.sign(private, None if edwards else hashes.SHA256())
    chosen = encryption or (BestAvailableEncryption(password) if password else NoEncryption())
    return pkcs12.serialize_key_and_certificates(b"key", private, certificate, None, chosen)


def old_style(password: bytes) -> KeySerializationEncryption:
    """Triple DES and a SHA-1 MAC, as containers were made for twenty years."""
    return (
        PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(2048)
        .key_cert_algorithm(pkcs12.PBES.PBESv1SHA1And3KeyTripleDESCBC)
        .hmac_hash(hashes.SHA1())
        .build(password)
    )


def with_unknown_algorithm(plain: bytes) -> bytes:
    """Turn an unencrypted EC container into one of an algorithm nobody knows, its MAC made right again."""
    import hashlib
    import hmac

    from asn1crypto.pkcs12 import Pfx

    content = Pfx.load(plain)["auth_safe"]["content"].native
    changed = content.replace(bytes.fromhex("06072a8648ce3d0201"), bytes.fromhex("06072a864886f70d7f"))
    mac = Pfx.load(plain)["mac_data"]
    salt, rounds = mac["mac_salt"].native, mac["iterations"].native
    fill = (salt * 64)[: 64 * -(-len(salt) // 64)]
    key = hashlib.sha256(b"\x03" * 64 + fill + b"\0" * 64).digest()
    for _ in range(rounds - 1):
        key = hashlib.sha256(key).digest()
    digest = mac["mac"]["digest"].native
    return plain.replace(content, changed).replace(digest, hmac.new(key, changed, "sha256").digest())
