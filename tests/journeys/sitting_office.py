"""The sample sitting of the Council, played by keys on a real file until it is killed; it tells of each entry."""

import sys
from contextlib import closing

from assembly_desk.desk.desk import Change, Desk
from assembly_desk.rules import load_profiles
from assembly_desk.store.sqlite import open_journals
from assembly_desk.ui.app import application, open_window
from assembly_desk.ui.play import Player
from tests.journeys.played_by_keys import whole_sitting


def tell(what: str) -> None:
    """Say it to whoever started this."""
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


def hold_the_sitting(database: str) -> None:
    """Play on; an entry is told once the desk says that it is recorded: its number, its kind, the chain's head."""
    with closing(open_journals(database)) as journals:
        desk = Desk(journals, load_profiles(), rehearsal=True)
        sitting = desk.sittings()[0]

        def told(change: Change) -> None:
            last = change.entries[-1]
            tell(f"{last.seq} {type(last.event).__name__} {desk.sitting(sitting).head}")

        application()
        window = open_window(desk, sitting)
        window.show()
        desk.subscribe(told)
        for _ in Player(window).play(whole_sitting("council")):
            pass


if __name__ == "__main__":
    hold_the_sitting(sys.argv[1])
