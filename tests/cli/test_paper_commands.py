"""`document`, `sign`, `verify`: the paper that a stranger's tool accepts."""

import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest

from assembly_desk.resources import resource
from assembly_desk.signing.training import TrainingKeys, make_training_keys
from tests.cli.commands import MEMBER, SAMPLE, Said, Terminal


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> TrainingKeys:
    """Keys of the secretary and of the one who presides over the sample sitting."""
    people = {"secretary": "Әбенова С. Қ.", "presiding": "Қасымхан Бауыржан Ермекұлы"}
    folder = tmp_path_factory.mktemp("keys")
    return make_training_keys(
        folder, {"secretary": people["secretary"], "presiding": people["presiding"]}, datetime.now(UTC)
    )


@pytest.fixture
def protocol(terminal: Terminal, tmp_path: Path) -> Path:
    terminal("play", SAMPLE)
    path = tmp_path / "protocol.pdf"
    assert terminal("document", "protocol", "council-14", "-o", path).code == 0
    return path


def signed(terminal: Terminal, protocol: Path, role: str, keys: TrainingKeys) -> Said:
    key = keys.secretary if role == "secretary" else keys.presiding
    return terminal("sign", protocol, "--as", role, "--key", key, "--password-file", keys.password)


def test_the_protocol_is_signed_by_both_and_everyone_agrees(
    terminal: Terminal, protocol: Path, keys: TrainingKeys
) -> None:
    assert terminal("verify", protocol, database=False).code == 0
    assert signed(terminal, protocol, "presiding", keys).err.startswith("SecretaryFirst")
    assert signed(terminal, protocol, "secretary", keys).code == 0
    assert signed(terminal, protocol, "secretary", keys).err.startswith("AlreadySigned")
    assert signed(terminal, protocol, "presiding", keys).code == 0
    said = terminal("verify", protocol, "--json", "--trust", keys.ca_pem, database=False)
    assert said.code == 0
    assert said.rows[0]["signed"] == "both"
    assert [one["trust"] for one in said.rows[0]["signatures"]] == ["trusted", "trusted"]
    pdfsig = subprocess.run(["pdfsig", str(protocol)], capture_output=True, text=True, check=False).stdout
    assert pdfsig.count("Signature is Valid") == 2
    assert "Total document signed" in pdfsig


def test_one_changed_byte_is_found(terminal: Terminal, protocol: Path, keys: TrainingKeys) -> None:
    signed(terminal, protocol, "secretary", keys)
    data = bytearray(protocol.read_bytes())
    data[len(data) // 5] ^= 1
    protocol.write_bytes(data)
    assert terminal("verify", protocol, database=False).code == 1


def test_the_first_signature_seals_the_sitting(
    terminal: Terminal, protocol: Path, keys: TrainingKeys
) -> None:
    signed(terminal, protocol, "secretary", keys)
    assert terminal("show", "council-14").rows[0]["state"] == "sealed"
    note = {"do": "note", "text": "x", "sitting": "council-14"}
    assert terminal("play", terminal.lines(note)).rows[0]["refused"] == "Sealed"


def test_a_paper_that_the_record_has_gone_beyond_is_not_signed(
    terminal: Terminal, protocol: Path, keys: TrainingKeys
) -> None:
    before = protocol.read_bytes()
    terminal("play", terminal.lines({"do": "note", "text": "кейін жазылды", "sitting": "council-14"}))
    said = signed(terminal, protocol, "secretary", keys)
    assert said.code == 1
    assert "құжатты қайта жасаңыз" in said.err.casefold()
    assert protocol.read_bytes() == before
    assert terminal("show", "council-14").rows[0]["state"] == "closed"


def test_a_signature_beside_another_record_is_refused_or_says_that_nothing_is_sealed(
    terminal: Terminal,
    protocol: Path,
    keys: TrainingKeys,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sign = ("sign", protocol, "--as", "secretary", "--key", keys.secretary, "--password-file", keys.password)
    missing = tmp_path / "mistyped.db"
    said = terminal(*sign, "--database", missing, database=False)
    assert (said.code, missing.exists()) == (2, False), "nothing is signed, no file is made"
    other = tmp_path / "other.db"
    terminal("play", terminal.lines(MEMBER), "--database", other, database=False)
    before = protocol.read_bytes()
    said = terminal(*sign, "--database", other, database=False)
    assert (said.code, protocol.read_bytes()) == (1, before)
    assert said.err.startswith("Осы дерекқорда бұл құжаттың отырысы жоқ")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "nobody"))
    said = terminal(*sign, database=False)
    assert said.code == 0, "a paper from elsewhere may be signed here"
    assert said.err.startswith("Қол қойылды, бірақ отырыс журналы түпкілікті жабылмады")


def test_a_signed_paper_is_not_replaced_in_passing(
    terminal: Terminal, protocol: Path, keys: TrainingKeys
) -> None:
    signed(terminal, protocol, "secretary", keys)
    before = protocol.read_bytes()
    for command in ("document", "protocol", "council-14"), ("journal", "council-14"):
        assert terminal(*command, "-o", protocol).code == 2
    assert protocol.read_bytes() == before


def test_a_journal_of_another_sitting_in_a_paper_is_found(
    terminal: Terminal, protocol: Path, tmp_path: Path
) -> None:
    terminal("play", terminal.lines({"do": "note", "text": "тағы", "sitting": "council-14"}))
    export = tmp_path / "later.jsonl"
    terminal("journal", "council-14", "-o", export)
    with pikepdf.open(protocol, allow_overwriting_input=True) as pdf:
        (name,) = pdf.attachments
        pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, export.read_bytes(), filename=name)
        pdf.save(protocol)
    said = terminal("verify", protocol, database=False)
    assert said.code == 1
    assert "Құжатқа тіркелген журнал құжаттың өзі жасалған журнал емес." in said.out


def test_the_protocol_is_printed_in_russian_too(terminal: Terminal, protocol: Path, tmp_path: Path) -> None:
    russian = tmp_path / "ru.pdf"
    document = ("document", "protocol", "council-14", "-o", russian, "--language", "ru")
    assert terminal(*document).code == 0
    read = subprocess.run(["pdftotext", str(russian), "-"], capture_output=True, text=True, check=True).stdout
    assert "ПРОТОКОЛ" in read
    assert terminal("verify", protocol, database=False).code == 0


def test_another_persons_key_is_refused_unless_confirmed(
    terminal: Terminal, protocol: Path, keys: TrainingKeys
) -> None:
    wrong = ("sign", protocol, "--as", "secretary", "--key", keys.presiding, "--password-file", keys.password)
    assert terminal(*wrong).err.startswith("NameDiffers")
    assert terminal(*wrong, "--name-differs").code == 0


def test_a_wrong_password_signs_nothing(
    terminal: Terminal, protocol: Path, keys: TrainingKeys, tmp_path: Path
) -> None:
    before = protocol.read_bytes()
    password = tmp_path / "password"
    password.write_text("қате", encoding="utf-8")
    said = terminal(
        "sign", protocol, "--as", "secretary", "--key", keys.secretary, "--password-file", password
    )
    assert (said.code, said.err.split(":")[0]) == (1, "WrongPassword")
    assert protocol.read_bytes() == before


def test_nothing_is_signed_before_the_sitting_is_closed(
    terminal: Terminal, tmp_path: Path, keys: TrainingKeys
) -> None:
    lines = SAMPLE.read_text(encoding="utf-8").splitlines()
    end = next(number for number, line in enumerate(lines) if '"do": "close"' in line)
    terminal("play", terminal.lines(*lines[:end]))
    draft = tmp_path / "draft.pdf"
    assert terminal("document", "protocol", "council-14", "-o", draft).code == 0
    assert signed(terminal, draft, "secretary", keys).err.startswith("NotClosed")


def test_a_paper_that_is_not_ours_cannot_be_verified(terminal: Terminal, tmp_path: Path) -> None:
    other = tmp_path / "other.pdf"
    other.write_bytes(b"%PDF-1.4\nno document at all\n%%EOF\n")
    assert terminal("verify", other, database=False).code == 2
    assert terminal("sign", other, "--as", "secretary", "--key", other).code == 2


@pytest.mark.parametrize(
    ("kind", "extra"), [("attendance", ()), ("agenda", ()), ("named-vote", ("--vote", "7"))]
)
def test_the_other_papers_are_written(
    terminal: Terminal, tmp_path: Path, kind: str, extra: tuple[str, ...]
) -> None:
    terminal("play", SAMPLE)
    path = tmp_path / f"{kind}.pdf"
    assert terminal("document", kind, "council-14", "-o", path, *extra).code == 0
    assert path.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("kind", "extra"),
    [
        ("protocol", ("--short", "--language", "kk+ru")),
        ("extract", ("--item", "1", "--language", "ru")),
        ("badges", ("--language", "kk+ru")),
        ("seat-cards", ()),
        ("invitations", ()),
        ("script", ()),
        ("integrity", ("--language", "kk+ru")),
    ],
)
def test_the_papers_around_a_sitting_are_written(
    terminal: Terminal, tmp_path: Path, kind: str, extra: tuple[str, ...]
) -> None:
    terminal("play", SAMPLE)
    path = tmp_path / f"{kind}.pdf"
    assert terminal("document", kind, "council-14", "-o", path, *extra).code == 0
    said = terminal("verify", path, database=False)
    assert said.code == 0, "the journal is in every paper"


@pytest.mark.parametrize(
    ("kind", "extra", "code", "begins"),
    [
        ("decision", (), 1, "NotThisBody"),
        ("appeal", (), 1, "NotThisBody"),
        ("no-quorum", (), 1, "AlreadyOpen"),
        ("extract", ("--item", "99"), 1, "UnknownItem"),
        ("extract", (), 2, "Міндетті параметр көрсетілмеген: --item"),
        ("agenda", ("--item", "1"), 2, "Мұндай параметр жоқ: agenda --item"),
        ("agenda", ("--short",), 2, "Мұндай параметр жоқ: agenda --short"),
        ("agenda", ("--vote", "1"), 2, "Мұндай параметр жоқ: agenda --vote"),
        ("counting", ("--number", "1"), 1, "CommissionMissing"),
        ("counting", (), 2, "Міндетті параметр көрсетілмеген: --number"),
        ("ballots", ("--vote", "7"), 1, "UnknownVote"),
        ("ballots", ("--copies", "0"), 2, "Параметр"),
        ("proposal", ("--item", "99"), 1, "UnknownItem"),
        ("leaflet", (), 2, "Бұл нұсқада мұндай мүмкіндік жоқ: leaflet"),
    ],
)
def test_a_paper_that_is_not_to_be_had_is_refused_in_one_sentence(
    terminal: Terminal, tmp_path: Path, kind: str, extra: tuple[str, ...], code: int, begins: str
) -> None:
    terminal("play", SAMPLE)
    path = tmp_path / "none.pdf"
    said = terminal("document", kind, "council-14", "-o", path, *extra)
    assert (said.code, said.err.startswith(begins)) == (code, True), said.err
    assert not path.exists()


def test_a_session_has_its_decisions_and_its_appeal(terminal: Terminal, tmp_path: Path) -> None:
    terminal("play", resource("samples", "session-35.jsonl"))
    for kind in ("decision", "appeal"):
        path = tmp_path / f"{kind}.pdf"
        assert terminal("document", kind, "session-35", "-o", path, "--language", "kk+ru").code == 0
    said = terminal("document", "decision", "session-35", "-o", tmp_path / "5.pdf", "--item", "5")
    assert said.err.startswith("NothingAdopted"), "the Appeal is no decision"


def test_a_folder_that_is_not_there_is_named(terminal: Terminal, tmp_path: Path) -> None:
    terminal("play", SAMPLE)
    said = terminal("document", "agenda", "council-14", "-o", tmp_path / "nowhere" / "x.pdf")
    assert said.code == 2
    assert "nowhere" in said.err
