"""Training keys, made on the spot: they sign like real ones and prove nobody's identity."""

import secrets
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import NameOID

from assembly_desk.files import write_whole
from assembly_desk.signing.certificates import TRAINING_ORGANISATION
from assembly_desk.signing.verify import Role

_LIFE: Final = timedelta(days=365)
_OWNER_ONLY: Final = 0o600


@dataclass(frozen=True)
class TrainingKeys:
    """Where the files lie; both keys open with the one password in `password`."""

    ca_pem: Path
    secretary: Path
    presiding: Path
    password: Path


def make_training_keys(folder: Path, people: Mapping[Role, str], now: datetime) -> TrainingKeys:
    """Make an authority and a key (EC P-256, valid one year from a day before `now`) for each of two people.

    The authority's own key is thrown away. Old training files in the folder are replaced. Raises OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    made = TrainingKeys(
        *(
            folder / f"training-{name}"
            for name in ("ca.pem", "secretary.p12", "presiding.p12", "password.txt")
        )
    )
    password = secrets.token_urlsafe(12).encode("ascii")
    authority_key = ec.generate_private_key(ec.SECP256R1())
    authority_name = _name(TRAINING_ORGANISATION)
    authority = _certificate(
        authority_name, authority_name, authority_key, authority_key, now, authority=True
    )
    write_whole(made.ca_pem, authority.public_bytes(Encoding.PEM), _OWNER_ONLY)
    write_whole(made.password, password + b"\n", _OWNER_ONLY)
    roles: tuple[tuple[Role, Path], ...] = (("secretary", made.secretary), ("presiding", made.presiding))
    for role, path in roles:
        key = ec.generate_private_key(ec.SECP256R1())
        certificate = _certificate(_name(people[role]), authority_name, key, authority_key, now)
        container = pkcs12.serialize_key_and_certificates(
            people[role].encode(), key, certificate, [authority], BestAvailableEncryption(password)
        )
        write_whole(path, container, _OWNER_ONLY)
    return made


def _name(common_name: str) -> x509.Name:
    """Name a holder; a Kazakh name may be longer than the 64 bytes about which the library complains."""
    with warnings.catch_warnings(action="ignore", category=UserWarning):
        holder = x509.NameAttribute(NameOID.COMMON_NAME, common_name, _validate=False)
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "KZ"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, TRAINING_ORGANISATION),
            holder,
        ]
    )


def _certificate(
    subject: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePrivateKey,
    issuer_key: ec.EllipticCurvePrivateKey,
    now: datetime,
    *,
    authority: bool = False,
) -> x509.Certificate:
    usage = x509.KeyUsage(
        digital_signature=not authority,
        content_commitment=not authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=authority,
        crl_sign=authority,
        encipher_only=False,
        decipher_only=False,
    )
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + _LIFE)
        .add_extension(
            x509.BasicConstraints(ca=authority, path_length=0 if authority else None), critical=True
        )
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False
        )
        .sign(issuer_key, hashes.SHA256())
    )
