"""Make everything in resources/samples: rosters and rehearsals of an invented Assembly. The same each time.

python packaging/samples/make.py [FOLDER]
"""

import sys
from pathlib import Path

import sample_council
import sample_session
from sample_people import assembly
from sample_rosters import assembly_workbook, council_commas, council_workbook, small_document


def files() -> dict[str, bytes]:
    """The name and the content of each sample."""
    people = assembly()
    council = [person for person in people if person.council]
    return {
        "assembly-583.xlsx": assembly_workbook(people),
        "council-84.xlsx": council_workbook(council),
        "council-84.csv": council_commas(council),
        "assembly.ods": small_document(people[:30]),
        "council-14.jsonl": sample_council.whole(people).encode(),
        "council-14-roll.jsonl": sample_council.roll(people).encode(),
        "council-14-after.jsonl": sample_council.after(people).encode(),
        "session-35.jsonl": sample_session.whole(people).encode(),
        "session-35-roll.jsonl": sample_session.roll(people).encode(),
        "session-35-after.jsonl": sample_session.after(people).encode(),
    }


def main() -> None:
    """Write them to the folder given, else to resources/samples."""
    here = Path(__file__).resolve().parents[2] / "resources" / "samples"
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else here
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files().items():
        (folder / name).write_bytes(content)


if __name__ == "__main__":
    main()
