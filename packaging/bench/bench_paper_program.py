"""Makes the protocol of a sitting once, in a process of its own, and prints the seconds that it took."""

import sys
import time
from contextlib import closing
from pathlib import Path

from bench_sitting import SITTING

from assembly_desk.desk.desk import Desk
from assembly_desk.documents.make import document
from assembly_desk.journal.entry import line
from assembly_desk.rules import load_profiles
from assembly_desk.store.sqlite import open_journals


def main(database: str, output: str) -> None:
    """Read the sitting, then make the paper, which alone is timed."""
    with closing(open_journals(database, write=False)) as journals:
        desk = Desk(journals, load_profiles())
        opened = desk.sitting(SITTING)
        lines = "".join(f"{line(entry)}\n" for entry in desk.lines(SITTING)).encode()
    began = time.perf_counter()
    pdf = document("protocol", opened.state, journal=lines, head=opened.head, entries=opened.entries)
    print(time.perf_counter() - began)
    Path(output).write_bytes(pdf)


if __name__ == "__main__":
    main(*sys.argv[1:])
