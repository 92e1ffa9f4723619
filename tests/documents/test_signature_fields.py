"""The two signature fields: where the pen would sign, empty until a key fills them, in that order."""

import io
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest

from assembly_desk.resources import resource
from assembly_desk.signing.keys import load_key, read_password
from assembly_desk.signing.sign import sign
from assembly_desk.signing.training import make_training_keys
from assembly_desk.signing.verify import Role, attached_journal, signatures
from tests.documents.reading_paper import paper, words_on_pages
from tests.told_sittings import Teller, council

MM = 72 / 25.4
NOW = datetime(2026, 5, 22, 8, tzinfo=UTC)
NAMES: dict[Role, str] = {
    "secretary": "Шаймерденова Үміт Серікқызы",
    "presiding": "Тілеубергенова Светлана",
}


@pytest.fixture(scope="module")
def told() -> Teller:
    return council()


@pytest.fixture(scope="module")
def protocol(told: Teller) -> bytes:
    return paper(told)


def test_the_fields_have_stable_names_readable_names_and_the_last_locks(protocol: bytes) -> None:
    with pikepdf.open(io.BytesIO(protocol)) as pdf:
        fields = {str(field.T): field for field in pdf.Root.AcroForm.Fields}
        assert set(fields) == {"Secretary", "Presiding"}
        assert str(fields["Secretary"].TU) == "Хатшы: Шаймерденова Үміт Серікқызы"
        assert str(fields["Presiding"].TU) == "Төрағалық етуші: Тілеубергенова Светлана"
        assert fields["Presiding"].Lock.Action == pikepdf.Name.All
        assert "/Lock" not in fields["Secretary"]
        for field in fields.values():
            assert "/V" not in field
            assert int(field.F) == 132
            assert pikepdf.Name.Sig == field.FT


def test_each_field_stands_beside_its_role_on_the_page_of_the_last_words(
    protocol: bytes, tmp_path: Path
) -> None:
    words = words_on_pages(protocol, tmp_path)
    with pikepdf.open(io.BytesIO(protocol)) as pdf:
        boxes = {
            str(widget.T): (number, [float(side) for side in widget.Rect])
            for number, page in enumerate(pdf.pages, 1)
            for widget in page.obj.get("/Annots", [])
        }
    for name, role in (("Presiding", "Төрағалық"), ("Secretary", "Хатшы")):
        page, (left, bottom, right, top) = boxes[name]
        assert right - left == pytest.approx(70 * MM, abs=1)
        assert top - bottom == pytest.approx(20 * MM, abs=4)
        beside = [word for word in words if word[0] == page and word[5] == role and word[3] <= left]
        assert any(bottom - 6 <= 297 * MM - word[4] <= top for word in beside)
    assert any(word[0] == boxes["Presiding"][0] and word[5] == "жабық" for word in words)


def test_the_secretary_and_the_presiding_sign_in_their_fields(
    told: Teller, protocol: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "хаттама.pdf"
    path.write_bytes(protocol)
    files = make_training_keys(tmp_path / "keys", NAMES, NOW)
    password = read_password(files.password)
    roles: tuple[tuple[Role, Path], ...] = (("secretary", files.secretary), ("presiding", files.presiding))
    for role, file in roles:
        sign(
            path,
            role,
            load_key(file, password),
            expected_name=NAMES[role],
            now=NOW,
            closed=True,
            name_differs_accepted=False,
            card=NAMES[role],
            font=resource("fonts", "NotoSerif-Regular.ttf"),
        )
    report = signatures(path.read_bytes())
    assert report.unchanged
    assert [signature.role for signature in report.signatures] == ["secretary", "presiding"]
    assert all(signature.intact for signature in report.signatures)
    assert attached_journal(path.read_bytes()) == told.journal


def test_a_rehearsal_has_the_fields_too() -> None:
    with pikepdf.open(io.BytesIO(paper(council(rehearsal=True)))) as pdf:
        assert len(pdf.Root.AcroForm.Fields) == 2
