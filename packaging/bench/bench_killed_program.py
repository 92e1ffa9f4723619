"""Records answers of a vote by name, and tells each that is recorded, until it is killed or all have answered."""

import sys

from bench_sitting import SITTING

from assembly_desk.desk.desk import Desk
from assembly_desk.domain.commands import Cast
from assembly_desk.rules import load_profiles
from assembly_desk.store.sqlite import open_journals


def main(database: str) -> None:
    """Everybody is for it."""
    desk = Desk(open_journals(database, holder="bench"), load_profiles())
    vote = desk.sitting(SITTING).state.vote
    assert vote is not None
    for member in vote.electorate:
        desk.submit(Cast(member, "for"), sitting=SITTING)
        print(member, flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
