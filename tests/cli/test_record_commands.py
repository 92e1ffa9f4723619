"""`play`, `show`, `sittings`, `journal`, `verify`, `backup`, `restore`: their answers and exit codes."""

import io
import json
import sys
from pathlib import Path

import pytest

from assembly_desk.store.sqlite import open_journals
from tests.cli.commands import MEMBER, SAMPLE, Terminal


def test_a_whole_sitting_is_played_and_each_line_is_answered(terminal: Terminal) -> None:
    said = terminal("play", SAMPLE)
    assert said.code == 0
    assert all(row["ok"] for row in said.rows)
    steps = [
        number
        for number, line in enumerate(SAMPLE.read_text(encoding="utf-8").splitlines(), start=1)
        if line.strip() and not line.startswith("#")
    ]
    assert [row["line"] for row in said.rows] == steps
    shown = terminal("show", "council-14").rows[0]
    assert (shown["state"], shown["rehearsal"]) == ("closed", True)
    assert [row["sitting"] for row in terminal("sittings").rows] == ["council-14"]


def test_closing_a_vote_answers_its_row(terminal: Terminal) -> None:
    rows = [row for row in terminal("play", SAMPLE).rows if "votes" in row]
    named = [row["votes"][0] for row in rows if row["votes"][0]["form"] == "named"]
    assert [(vote["base"], vote["for"], vote["needed"], vote["verdict"]) for vote in named] == [
        (60, 39, 40, "not-adopted")
    ]


def test_a_run_ends_at_the_first_refusal_and_with_keep_going_at_the_end(terminal: Terminal) -> None:
    lines = terminal.lines(MEMBER, MEMBER, {**MEMBER, "member": "m2"})
    stopped = terminal("play", lines)
    assert (stopped.code, len(stopped.rows)) == (1, 2)
    assert stopped.rows[-1]["refused"] == "DuplicateId"
    gone_on = terminal("play", lines, "--keep-going")
    assert (gone_on.code, len(gone_on.rows)) == (0, 3)


def test_a_line_that_cannot_be_read_is_answered_and_ends_with_2(terminal: Terminal) -> None:
    lines = terminal.lines(MEMBER, '{"do": "dance"}', {**MEMBER, "member": "m2"})
    assert terminal("play", lines).code == 2
    said = terminal("play", lines, "--keep-going")
    assert said.code == 2
    assert [row["ok"] for row in said.rows] == [False, False, True]
    assert said.rows[1]["refused"] == "Unreadable"


def test_standard_input_is_played_as_it_comes(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = ("\ufeff" + json.dumps(MEMBER, ensure_ascii=False) + "\r\n").encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed), encoding="utf-8"))
    assert terminal("play", "-").rows == [{"line": 1, "ok": True, "entries": [1], "notices": []}]


def test_messages_are_in_the_language_asked_for(terminal: Terminal) -> None:
    lines = terminal.lines({"do": "open"})
    said = {
        language: terminal("--language", language, "play", lines).rows[0]["message"]
        for language in ("kk", "ru", "en")
    }
    assert len(set(said.values())) == 3


def test_without_a_database_a_temporary_one_is_named(terminal: Terminal) -> None:
    said = terminal("play", terminal.lines(MEMBER), database=False)
    assert said.code == 0
    assert "desk.db" in said.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("dance",),
        ("play",),
        ("play", "no-such-file.jsonl"),
        ("show",),
        ("show", "s", "--colour", "red"),
        ("--language", "de", "sittings"),
        ("document", "poem", "s", "-o", "x.pdf"),
        ("verify", "no-such-file.pdf"),
        ("members", "import", "no-such-file.xlsx"),
        ("sign", "no-such-file.pdf", "--as", "secretary", "--key", "no.p12"),
    ],
)
def test_what_cannot_be_used_is_one_sentence_and_2(terminal: Terminal, arguments: tuple[str, ...]) -> None:
    terminal("play", terminal.lines(MEMBER))
    said = terminal(*arguments)
    assert said.code == 2
    assert len(said.err.strip().splitlines()) == 1
    assert "Traceback" not in said.err


def test_no_paper_is_put_in_the_place_of_a_database(terminal: Terminal) -> None:
    terminal("play", SAMPLE)
    before = Path(terminal.database).read_bytes()
    for command in (
        ("journal", "council-14", "-o", terminal.database),
        ("document", "protocol", "council-14", "-o", terminal.database),
    ):
        said = terminal(*command)
        assert said.code == 2
        assert said.err.startswith("Файл бұрыннан бар, ол ауыстырылмады")
    other = terminal.folder / "other.csv"
    other.write_bytes(before)
    assert terminal("members", "export", other).code != 0
    assert other.read_bytes() == before
    assert Path(terminal.database).read_bytes() == before


def test_a_database_that_is_none_is_one_sentence(terminal: Terminal) -> None:
    Path(terminal.database).write_text("no database at all, only words", encoding="utf-8")
    said = terminal("sittings")
    assert said.code == 2
    assert len(said.err.strip().splitlines()) == 1
    said = terminal("sittings", "--database", "postgresql://nowhere/desk", database=False)
    assert said.code == 2


def test_an_unknown_sitting_is_refused(terminal: Terminal) -> None:
    terminal("play", terminal.lines(MEMBER))
    said = terminal("show", "nowhere")
    assert said.code == 1
    assert said.err.startswith("UnknownSitting")


def test_a_second_program_is_told_who_holds_the_file_and_may_still_read(terminal: Terminal) -> None:
    terminal("play", SAMPLE)
    journals = open_journals(terminal.database, holder="the-first-desk")
    try:
        said = terminal("play", terminal.lines(MEMBER))
        assert said.code == 3
        assert "the-first-desk" in said.err
        assert terminal("show", "council-14").code == 0
    finally:
        journals.close()


def test_a_backup_is_checked_and_comes_back(terminal: Terminal, tmp_path: Path) -> None:
    terminal("play", SAMPLE)
    before = terminal("show", "council-14").rows[0]
    copy = tmp_path / "copy.db"
    assert terminal("backup", copy).code == 0
    terminal("play", terminal.lines({"do": "note", "text": "Кейін", "sitting": "council-14"}))
    assert terminal("show", "council-14").rows[0] != before
    assert terminal("restore", copy).code == 0
    assert terminal("show", "council-14").rows[0] == before
    assert [path.name for path in tmp_path.glob("desk.db.replaced-*")]


def test_a_journal_export_is_verified_by_itself(terminal: Terminal, tmp_path: Path) -> None:
    terminal("play", SAMPLE)
    export = tmp_path / "journal.jsonl"
    assert terminal("journal", "council-14", "-o", export).code == 0
    said = terminal("verify", export, "--json", database=False)
    assert (said.code, said.rows[0]["sound"]) == (0, True)
    head = said.rows[0]["journal"]["head"]
    data = export.read_bytes()
    export.write_bytes(data.replace(b"vote-cast", b"vote-casT", 1))
    assert terminal("verify", export, database=False).code == 1
    cut = b"".join(data.splitlines(keepends=True)[:-2])
    export.write_bytes(cut)
    assert terminal("verify", export, database=False).code == 0
    assert terminal("verify", export, "--head", head[:32], database=False).code == 1
    export.write_bytes(data[:-20])
    assert terminal("verify", export, database=False).code == 2
    assert terminal("verify", terminal.database, database=False).code == 0


def test_one_broken_sitting_is_named_and_the_others_stay_usable(terminal: Terminal) -> None:
    terminal("play", SAMPLE)
    council = [{"do": "convene", "sitting": "next", "body": "council"}]
    assert terminal("play", terminal.lines(*council)).code == 0
    spoil(Path(terminal.database), "sitting/council-14", 40)
    shown = terminal("show", "council-14")
    assert shown.rows[0]["journal"]["broken"] == 40
    note = {"do": "note", "text": "x"}
    said = terminal("play", terminal.lines({**note, "sitting": "council-14"}))
    assert (said.code, said.rows[0]["refused"]) == (1, "ChainBroken")
    assert terminal("play", terminal.lines({**note, "sitting": "next"})).code == 0
    assert terminal("play", terminal.lines(note)).code == 0, "the broken one is not asked about"
    assert terminal("verify", terminal.database, database=False).code == 1


def spoil(database: Path, journal: str, seq: int) -> None:
    """Change one entry behind the program's back."""
    import sqlite3

    connection = sqlite3.connect(database)
    with connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')
        connection.execute(
            "UPDATE entry SET payload = replace(payload, '{', '{ ') WHERE journal = ? AND seq = ?",
            (journal, seq),
        )
    connection.close()


def test_a_rehearsal_never_touches_the_record_nor_the_record_a_rehearsal(terminal: Terminal) -> None:
    convene = {"do": "convene", "sitting": "real", "body": "council"}
    assert terminal("play", terminal.lines(convene), "--record").code == 0
    assert terminal("show", "real").rows[0]["rehearsal"] is False
    note = {"do": "note", "text": "x", "sitting": "real"}
    assert terminal("play", terminal.lines(note)).rows[0]["refused"] == "NotInRehearsal"
    assert terminal("play", terminal.lines(note), "--record").code == 0
    at = {**note, "at": "2026-05-20T10:00:00+05:00"}
    assert terminal("play", terminal.lines(at), "--record").rows[0]["refused"] == "NotInRehearsal"
