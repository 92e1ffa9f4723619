from datetime import UTC
from pathlib import Path

import pytest

from assembly_desk.signing.keys import Key, load_key, read_password
from assembly_desk.signing.training import make_training_keys
from assembly_desk.signing.verify import Role
from tests.signing.signing_office import NAMES, NOW, Office, protocol, put


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    folder = tmp_path_factory.mktemp("office")
    files = make_training_keys(folder, NAMES, NOW.astimezone(UTC))
    password = read_password(files.password)
    keys: dict[Role, Key] = {
        "secretary": load_key(files.secretary, password),
        "presiding": load_key(files.presiding, password),
    }
    pdf = folder / "protocol.pdf"
    unsigned = protocol()
    pdf.write_bytes(unsigned)
    put(pdf, "secretary", keys["secretary"])
    by_secretary = pdf.read_bytes()
    put(pdf, "presiding", keys["presiding"])
    return Office(files, keys, unsigned, by_secretary, pdf.read_bytes())


@pytest.fixture
def paper(office: Office, tmp_path: Path) -> Path:
    """An unsigned protocol on disk."""
    path = tmp_path / "хаттама.pdf"
    path.write_bytes(office.unsigned)
    return path
