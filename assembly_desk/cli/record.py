"""`play`, `show`, `sittings`, `journal`: the record in and out as text."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from assembly_desk.cli.files import write
from assembly_desk.cli.opening import desk_on, known_sitting, temporary_database
from assembly_desk.cli.outcome import DONE, REFUSED, UNUSABLE, answer, refused, remark, unusable
from assembly_desk.desk.desk import Broken, Desk
from assembly_desk.desk.rehearsal import Rehearsal
from assembly_desk.papers.lines import journal_bytes
from assembly_desk.projections.show import show
from assembly_desk.wording.words import Language, words


def play(file: Path, database: str | None, language: Language, *, keep_going: bool, record: bool) -> int:
    """Run a rehearsal; each line is answered only after its entries are on the disk."""
    with (
        _source(file, language) as source,
        desk_on(database or temporary_database(language), language, write=True, rehearsal=not record) as desk,
    ):
        code = DONE
        rehearsal = Rehearsal(desk, record=record, language=language)
        for reply in rehearsal.play(_lines(source), keep_going=keep_going):
            answer(reply.body)
            if not reply.readable:
                code = UNUSABLE
            elif not reply.ok and not keep_going:
                code = REFUSED
        return code


def show_sitting(sitting: str, database: str | None, language: Language) -> int:
    """The sitting's state as one JSON object."""
    with desk_on(database, language) as desk:
        _need(desk, sitting, language)
        opened = desk.sitting(sitting)
        broken = opened.broken.seq if opened.broken else None
        if broken is not None:
            remark(words(language)("trouble.chain-broken", entry=broken))
        answer(show(opened.state, head=opened.head, entries=opened.entries, broken=broken))
    return DONE


def list_sittings(database: str | None, language: Language) -> int:
    """The sittings, one JSON object a line."""
    with desk_on(database, language) as desk:
        for id in desk.sittings():
            try:
                opened = desk.sitting(id)
            except Broken as broken:
                answer({"sitting": id, "broken": broken.seq})
                continue
            state = opened.state
            row: dict[str, object] = {
                "sitting": id,
                "body": state.convening.body,
                "number": state.convening.number,
                "date": state.convening.date,
                "state": state.phase,
                "rehearsal": state.rehearsal,
                "entries": opened.entries,
                "head": opened.head,
            }
            if opened.broken is not None:
                row["broken"] = opened.broken.seq
            answer(row)
    return DONE


def export_journal(sitting: str, output: Path, database: str | None, language: Language) -> int:
    """The sitting's journal, entry by entry, exactly as it is recorded."""
    with desk_on(database, language) as desk:
        _need(desk, sitting, language)
        write(output, journal_bytes(desk.lines(sitting)), language)
    return DONE


def _need(desk: Desk, sitting: str, language: Language) -> None:
    if refusal := known_sitting(desk, sitting):
        raise refused(refusal, language)


@contextmanager
def _source(file: Path, language: Language) -> Iterator[BinaryIO]:
    """The file named, or standard input as it comes."""
    if str(file) == "-":
        yield sys.stdin.buffer
        return
    try:
        source = file.open("rb")
    except FileNotFoundError:
        raise unusable("cli.file-missing", language, path=file) from None
    except OSError:
        raise unusable("cli.file-unreadable", language, path=file) from None
    with source:
        yield source


def _lines(source: BinaryIO) -> Iterator[str]:
    """The lines as text; a mark of the byte order is passed over, what is no UTF-8 is refused in its line."""
    for number, raw in enumerate(source):
        text = raw.decode(errors="surrogateescape")
        yield text.removeprefix("\ufeff") if number == 0 else text
