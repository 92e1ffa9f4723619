from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa

from assembly_desk.signing.errors import SigningError, SigningRefused, Unusable
from assembly_desk.signing.keys import load_key, read_password
from tests.signing.certmaking import container, old_style, with_unknown_algorithm

START = datetime(2026, 1, 1, tzinfo=UTC)
NAME = "Әбдіғаппаров Құрманғазы Өмірзақұлы"
PASSWORD = "құпия сөз Әғқ".encode()


@pytest.fixture
def p12(tmp_path: Path) -> Path:
    path = tmp_path / "кілт.p12"
    path.write_bytes(container(NAME, START, PASSWORD))
    return path


def test_key_tells_whose_it_is(p12: Path) -> None:
    key = load_key(p12, PASSWORD)
    assert (key.name, key.issuer, key.serial) == (NAME, NAME, 7)
    assert (key.not_before, key.not_after) == (START, datetime(2026, 1, 31, tzinfo=UTC))
    assert (key.algorithm, key.may_sign, key.training) == ("ECDSA P-256, SHA-256", True, False)


@pytest.mark.parametrize(
    "password", [None, b"", b"wrong", PASSWORD + b" ", b"\xff\xfe", b"a\0b", "құпия".encode("utf-16")]
)
def test_wrong_password_is_said_to_be_wrong(p12: Path, password: bytes | None) -> None:
    with pytest.raises(SigningRefused) as refused:
        load_key(p12, password)
    assert refused.value.code == "WrongPassword"


def test_old_container_with_a_kazakh_password_opens(p12: Path) -> None:
    p12.write_bytes(container(NAME, START, PASSWORD, encryption=old_style(PASSWORD)))
    assert load_key(p12, PASSWORD).name == NAME
    with pytest.raises(SigningRefused, match="WrongPassword"):
        load_key(p12, b"other")


def test_key_without_a_password_opens(p12: Path) -> None:
    p12.write_bytes(container(NAME, START, None))
    assert load_key(p12, None).name == load_key(p12, b"").name == NAME


def test_rsa_key_opens(p12: Path) -> None:
    p12.write_bytes(container(NAME, START, PASSWORD, key=rsa.generate_private_key(65537, 2048)))
    assert load_key(p12, PASSWORD).algorithm == "RSA-2048, SHA-256"


@pytest.mark.parametrize(
    "key",
    [
        ed25519.Ed25519PrivateKey.generate(),
        rsa.generate_private_key(65537, 1024),
        ec.generate_private_key(ec.SECP224R1()),
    ],
    ids=["edwards", "short rsa", "short curve"],
)
def test_other_algorithms_are_named_as_unsupported(
    p12: Path, key: ed25519.Ed25519PrivateKey | rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
) -> None:
    p12.write_bytes(container(NAME, START, PASSWORD, key=key))
    with pytest.raises(Unusable) as unusable:
        load_key(p12, PASSWORD)
    assert unusable.value.code == "KeyUnsupported"
    assert unusable.value.values["algorithm"]


def test_right_password_of_a_foreign_algorithm_is_not_called_wrong(p12: Path) -> None:
    p12.write_bytes(with_unknown_algorithm(container(NAME, START, None)))
    with pytest.raises(Unusable, match="KeyUnsupported"):
        load_key(p12, b"")
    with pytest.raises(SigningRefused, match="WrongPassword"):
        load_key(p12, b"other")


def _bad_files() -> dict[str, bytes]:
    good = container(NAME, START, PASSWORD)
    return {
        "empty": b"",
        "zeros": bytes(500),
        "text": "Бұл кілт емес".encode(),
        "pem": b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
        "pdf": b"%PDF-1.7\n%%EOF\n",
        "cut short": good[:200],
        "cut at the end": good[:-1],
        "first byte": b"\x31" + good[1:],
        "tail": good + b"\0junk",
        "only a head": b"\x30\x80",
        "vast length": b"\x30\x84\xff\xff\xff\xff" + good,
        "two sequences": b"\x30\x04\x30\x00\x30\x00",
        "too large": good + bytes(2_000_000),
    }


@pytest.mark.parametrize(("name", "data"), _bad_files().items(), ids=_bad_files().keys())
def test_file_that_is_no_key_is_said_to_be_none(p12: Path, name: str, data: bytes) -> None:
    p12.write_bytes(data)
    with pytest.raises(Unusable) as unusable:
        load_key(p12, PASSWORD)
    assert unusable.value.code == "KeyUnreadable"
    assert unusable.value.values["path"] == str(p12)
    assert (unusable.value.values["reason"] == "empty") == (name == "empty")


def test_missing_file_and_folder_are_no_keys(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.p12"):
        with pytest.raises(Unusable, match="KeyUnreadable"):
            load_key(path, PASSWORD)


def test_damage_anywhere_in_a_key_is_answered_not_thrown(p12: Path) -> None:
    good = container(NAME, START, PASSWORD, encryption=old_style(PASSWORD))
    for place in range(0, len(good), 23):
        p12.write_bytes(good[:place] + bytes([good[place] ^ 0x40]) + good[place + 1 :])
        with suppress(SigningError):
            assert load_key(p12, PASSWORD).algorithm == "ECDSA P-256, SHA-256"


def test_password_file_may_end_its_line(tmp_path: Path) -> None:
    path = tmp_path / "password.txt"
    for text in (PASSWORD, PASSWORD + b"\n", PASSWORD + b"\r\n", b"\xef\xbb\xbf" + PASSWORD):
        path.write_bytes(text)
        assert read_password(path) == PASSWORD
    with pytest.raises(Unusable):
        read_password(tmp_path / "none.txt")
