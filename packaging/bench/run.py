"""Measure the program against what it stands on, and say whether each aim is met.

    python3 packaging/desk.py bench              all measurements, as a table
    python3 packaging/desk.py bench --json       the same, every round, as JSON
    python3 packaging/desk.py bench append roll  only these

Each figure is a ratio within one run: both are taken by turns, and the median of the rounds counts. The
databases lie beside the checkout's environment, on the disk that the program itself would use.
"""

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from bench_measure import Figure, as_json, table

ROOT = Path(__file__).resolve().parents[2]
OWN = ROOT / ".venv-bench"  # what only the measurements need, out of the program's own environment


def _append(folder: Path, rounds: int) -> Sequence[Figure]:
    from bench_record import append

    return [append(folder, rounds)]


def _opening(folder: Path, rounds: int) -> Sequence[Figure]:
    from bench_record import opening

    return [opening(folder, rounds)]


def _roll(folder: Path, rounds: int) -> Sequence[Figure]:
    from bench_roll import roll

    return [roll(folder, rounds, number) for number in (583, 10_000)]


def _vote(folder: Path, rounds: int) -> Sequence[Figure]:
    from bench_vote import named_vote

    return [named_vote(folder, rounds)]


def _pages(folder: Path, rounds: int) -> Sequence[Figure]:
    from bench_pages import pages

    return pages(folder, rounds)


def _hall(folder: Path, rounds: int) -> Sequence[Figure]:
    from bench_hall import hall

    return hall(folder, rounds)


def _start(folder: Path, rounds: int) -> Sequence[Figure]:
    from bench_start import start

    return start(folder, rounds)


def _reopen(folder: Path, rounds: int) -> Sequence[Figure]:
    from bench_reopen import reopen

    return [reopen(folder, rounds)]


def _protocol(folder: Path, rounds: int) -> Sequence[Figure]:
    from bench_protocol import protocol

    return [protocol(folder, rounds, OWN)]


MEASUREMENTS: dict[str, Callable[[Path, int], Sequence[Figure]]] = {
    "append": _append,
    "opening": _opening,
    "roll": _roll,
    "vote": _vote,
    "pages": _pages,
    "hall": _hall,
    "start": _start,
    "reopen": _reopen,
    "protocol": _protocol,
}


def main(arguments: list[str]) -> int:
    """Measure, print, and return 0 whether or not the aims are met: a slow machine is no failure."""
    assert __doc__
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("which", nargs="*", metavar="WHICH", help=", ".join(MEASUREMENTS))
    parser.add_argument("--json", action="store_true", help="every round, as JSON")
    parser.add_argument("--rounds", type=int, default=7, help="rounds that count (default: 7)")
    chosen = parser.parse_args(arguments)
    if unknown := [name for name in chosen.which if name not in MEASUREMENTS]:
        parser.error(f"not known: {', '.join(unknown)}; known: {', '.join(MEASUREMENTS)}")
    if chosen.rounds < 1:
        parser.error("at least one round is needed")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    OWN.mkdir(exist_ok=True)
    figures: list[Figure] = []
    for name in chosen.which or MEASUREMENTS:
        print(f"bench: {name}", file=sys.stderr, flush=True)
        with tempfile.TemporaryDirectory(prefix="data-", dir=OWN) as folder:
            figures += MEASUREMENTS[name](Path(folder), chosen.rounds)
    if chosen.json:
        machine = {"python": platform.python_version(), "system": platform.platform(), "cpus": os.cpu_count()}
        print(json.dumps({"machine": machine, "figures": as_json(figures)}, ensure_ascii=False, indent=1))
    else:
        print(table(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
