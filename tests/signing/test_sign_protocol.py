import stat
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pikepdf
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from assembly_desk.signing.errors import SigningRefused, Unusable
from assembly_desk.signing.keys import Key, load_key
from assembly_desk.signing.sign import BYTES_RESERVED
from assembly_desk.signing.training import make_training_keys
from assembly_desk.signing.verify import Role, attached_journal, signatures
from tests.signing.certmaking import container
from tests.signing.signing_office import FONT, JOURNAL, NAMES, NOW, Office, put


def _key(folder: Path, *, start: datetime = NOW - timedelta(days=1), usages: tuple[str, ...] | None) -> Key:
    path = folder / "key.p12"
    path.write_bytes(container(NAMES["secretary"], start.astimezone(UTC), b"a", usages=usages))
    return load_key(path, b"a")


def test_secretary_then_presiding(office: Office) -> None:
    first = signatures(office.by_secretary, [office.authority])
    assert (first.signed, first.sound) == ("secretary", True)
    both = signatures(office.by_both, [office.authority])
    assert (both.signed, both.sound, both.unchanged) == ("both", True, True)
    secretary, presiding = both.signatures
    assert (secretary.name, presiding.name) == (NAMES["secretary"], NAMES["presiding"])
    assert secretary.signed_at == presiding.signed_at == NOW
    assert (secretary.modification, secretary.covers_file) == ("form-filling", False)
    assert (presiding.modification, presiding.covers_file) == ("none", True)
    assert {(one.trust, one.training, one.algorithm) for one in both.signatures} == {
        ("trusted", True, "ECDSA P-256, SHA-256")
    }


def test_signing_only_adds_to_the_file(office: Office) -> None:
    assert office.by_secretary.startswith(office.unsigned)
    assert office.by_both.startswith(office.by_secretary)
    assert attached_journal(office.by_both) == attached_journal(office.unsigned) == JOURNAL
    assert len(office.by_secretary) - len(office.unsigned) > BYTES_RESERVED


def test_first_certifies_and_second_locks(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "both.pdf"
    path.write_bytes(office.by_both)
    with pikepdf.open(path) as pdf:
        secretary, presiding = (field.V for field in pdf.Root.AcroForm.Fields)
        certification = pdf.Root.Perms.DocMDP
        assert certification.objgen == secretary.objgen
        [lock] = presiding.Reference
        assert (str(lock.TransformMethod), str(lock.TransformParams.Action)) == ("/FieldMDP", "/All")
        assert int(secretary.Reference[0].TransformParams.P) == 2
        assert {str(secretary.SubFilter), str(presiding.SubFilter)} == {"/ETSI.CAdES.detached"}


def test_poppler_finds_both_signatures_valid_and_trusted(office: Office, tmp_path: Path) -> None:
    answer = _pdfsig(office, office.by_both, tmp_path)
    assert answer.count("Signature is Valid") == answer.count("Certificate is Trusted") == 2
    assert answer.count("ETSI.CAdES.detached") == 2
    assert NAMES["secretary"] in answer
    assert NAMES["presiding"] in answer
    assert "Total document signed" in answer


def test_poppler_finds_a_changed_byte(office: Office, tmp_path: Path) -> None:
    place = len(office.unsigned) // 2
    changed = office.by_both[:place] + bytes([office.by_both[place] ^ 1]) + office.by_both[place + 1 :]
    assert "Digest Mismatch" in _pdfsig(office, changed, tmp_path)
    assert not signatures(changed).unchanged


def _pdfsig(office: Office, data: bytes, folder: Path) -> str:
    path, store = folder / "signed.pdf", f"sql:{folder}"
    path.write_bytes(data)
    subprocess.run(["certutil", "-N", "-d", store, "--empty-password"], check=True)
    certificate = str(office.files.ca_pem)
    subprocess.run(["certutil", "-A", "-d", store, "-n", "ca", "-t", "CT,C,C", "-i", certificate], check=True)
    command = ["pdfsig", "-nssdir", store, str(path)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False).stdout


def test_card_is_printed_on_the_page(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "both.pdf"
    path.write_bytes(office.by_both)
    text = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True).stdout
    assert text.decode().count("ОҚУ КУӘЛІГІ 100%") == 2
    assert "Электрондық цифрлық қолтаңба" in text.decode()


def _refused(
    paper: Path, code: str, role: Role, key: Key, *, name: str | None = None, closed: bool = True
) -> SigningRefused:
    before = paper.read_bytes()
    with pytest.raises(SigningRefused) as refused:
        put(paper, role, key, name=name, closed=closed)
    assert refused.value.code == code
    assert paper.read_bytes() == before
    assert [file.name for file in paper.parent.glob("*.pdf*")] == [paper.name]
    return refused.value


def test_presiding_does_not_sign_first(office: Office, paper: Path) -> None:
    _refused(paper, "SecretaryFirst", role="presiding", key=office.keys["presiding"])


def test_nobody_signs_before_the_sitting_is_closed(office: Office, paper: Path) -> None:
    _refused(paper, "NotClosed", role="secretary", key=office.keys["secretary"], closed=False)


def test_no_place_is_signed_twice(office: Office, paper: Path) -> None:
    paper.write_bytes(office.by_both)
    for role in NAMES:
        refused = _refused(paper, "AlreadySigned", role=role, key=office.keys[role])
        assert refused.values == {"name": NAMES[role]}


def test_expired_and_future_certificates_are_refused_with_their_day(paper: Path, tmp_path: Path) -> None:
    late = _key(tmp_path, start=NOW - timedelta(days=31), usages=("digital_signature",))
    refused = _refused(paper, "CertificateExpired", role="secretary", key=late)
    assert refused.values == {"date": (NOW - timedelta(days=1)).date()}
    early = _key(tmp_path, start=NOW + timedelta(seconds=1), usages=("digital_signature",))
    refused = _refused(paper, "CertificateNotYetValid", role="secretary", key=early)
    assert refused.values == {"date": NOW.date()}


def test_certificate_for_something_else_is_refused(paper: Path, tmp_path: Path) -> None:
    other = _key(tmp_path, usages=("key_encipherment", "key_agreement"))
    _refused(paper, "CertificateNotForSigning", role="secretary", key=other)


@pytest.mark.parametrize("usages", [("digital_signature",), ("content_commitment",), None])
def test_any_signing_usage_will_do(paper: Path, tmp_path: Path, usages: tuple[str, ...] | None) -> None:
    put(paper, "secretary", _key(tmp_path, usages=usages))
    assert signatures(paper.read_bytes()).sound


def test_rsa_key_signs(paper: Path, tmp_path: Path) -> None:
    path, rsa_key = tmp_path / "key.p12", rsa.generate_private_key(65537, 2048)
    path.write_bytes(
        container(NAMES["secretary"], (NOW - timedelta(days=1)).astimezone(UTC), b"a", key=rsa_key)
    )
    put(paper, "secretary", load_key(path, b"a"))
    report = signatures(paper.read_bytes())
    assert (report.sound, report.signatures[0].algorithm) == (True, "RSA-2048, SHA-256")


def test_another_name_needs_to_be_accepted(office: Office, paper: Path) -> None:
    key, name = office.keys["secretary"], "Ахметова Сәуле Қанатқызы"
    refused = _refused(paper, "NameDiffers", role="secretary", key=key, name=name)
    assert refused.values == {"certificate_name": NAMES["secretary"], "name": name}
    put(paper, "secretary", key, name=name, accepted=True)
    assert signatures(paper.read_bytes()).signed == "secretary"


def test_file_that_cannot_be_signed_stays_as_it_was(office: Office, paper: Path, tmp_path: Path) -> None:
    plain = tmp_path / "plain.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(plain)
    cases = {
        "FieldMissing": plain.read_bytes(),
        "PdfUnreadable": b"not a PDF",
        "ChangedSinceSigned": office.by_secretary + b"\n% later\n",
    }
    for code, data in cases.items():
        paper.write_bytes(data)
        role: Role = "presiding" if code == "ChangedSinceSigned" else "secretary"
        with pytest.raises(Unusable) as unusable:
            put(paper, role, office.keys["secretary"], accepted=True)
        assert unusable.value.code == code
        assert paper.read_bytes() == data
    with pytest.raises(Unusable, match="PdfUnreadable"):
        put(tmp_path / "none.pdf", "secretary", office.keys["secretary"])


def test_permissions_are_kept(office: Office, paper: Path) -> None:
    paper.chmod(0o640)
    put(paper, "secretary", office.keys["secretary"])
    assert stat.S_IMODE(paper.stat().st_mode) == 0o640
    assert [file.name for file in paper.parent.iterdir()] == [paper.name]


def test_training_keys_are_private_and_marked(tmp_path: Path) -> None:
    made = make_training_keys(tmp_path / "training", NAMES, NOW)
    for path in (made.ca_pem, made.secretary, made.presiding, made.password):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    key = load_key(made.presiding, made.password.read_bytes().strip())
    assert (key.name, key.training) == (NAMES["presiding"], True)
    assert key.not_before < NOW < key.not_after
    assert key.issuer.startswith("ОҚУ КУӘЛІГІ")


def test_font_of_the_card_is_shipped() -> None:
    assert FONT.is_file()
