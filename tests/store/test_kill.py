"""Killed at any moment, the store has every entry that it acknowledged, once, and opens again at once."""

import random
from contextlib import closing
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Timer

from assembly_desk.journal.chain import first_break
from assembly_desk.store.check import examine
from assembly_desk.store.sqlite import open_journals
from tests.store.recording import drafts

SIZES = (1, 3, 2)  # the entries of one command, in turn


def append_for_ever(path: str, life: int, acknowledge: Connection) -> None:
    """The program that is killed: it tells of each command once the store says that it is recorded."""
    acknowledge.send(-1)
    journals = open_journals(path)
    after = len(journals.read("s1"))
    for number in range(1_000_000):
        after = journals.append("s1", after, drafts(f"{life}-{number}", SIZES[number % len(SIZES)]))[-1].seq
        acknowledge.send(number)


def acknowledged(told: Connection) -> list[int]:
    numbers: list[int] = []
    try:
        while True:
            numbers.append(told.recv())
    except EOFError:
        return [number for number in numbers if number >= 0]


def test_nothing_acknowledged_is_lost_or_doubled(tmp_path: Path, kills: int) -> None:
    context = get_context("forkserver")
    context.set_forkserver_preload(["assembly_desk.store.sqlite", "alembic.command"])
    moments = random.Random(747)
    total = 0
    for life in range(kills):
        path = str(tmp_path / f"{life // 4}.db")  # every fourth time the file itself is made while killed
        told, acknowledge = context.Pipe(duplex=False)
        program = context.Process(target=append_for_ever, args=(path, life, acknowledge))
        program.start()
        acknowledge.close()
        assert told.recv() == -1
        Timer(moments.choice((0.02, 0.1, 0.3)) * moments.random(), program.kill).start()
        numbers = acknowledged(told)
        program.join()
        told.close()
        assert program.exitcode == -9
        total += len(numbers)
        with closing(open_journals(path)) as journals:  # at once, and for writing
            entries = journals.read("s1")
            assert first_break(entries) is None
            for number in numbers:
                assert len(journals.of_command(f"{life}-{number}")) == SIZES[number % len(SIZES)]
            # What was on its way is there whole or not at all.
            under_way = len(numbers)
            assert len(journals.of_command(f"{life}-{under_way}")) in (0, SIZES[under_way % len(SIZES)])
            assert journals.of_command(f"{life}-{under_way + 1}") == []
            assert len({(entry.command, entry.nth) for entry in entries}) == len(entries)
        assert examine(path).sound
    assert total > 0, "the program was killed before it recorded anything: the test shows nothing"
