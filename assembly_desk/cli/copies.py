"""`backup` and `restore`: a whole, checked copy and back."""

from datetime import UTC, datetime

from assembly_desk.cli.opening import database_for_writing, default_database
from assembly_desk.cli.outcome import DONE, REFUSED, answer, remark, told
from assembly_desk.store import backup as copies
from assembly_desk.store.check import Report
from assembly_desk.wording.words import Language, words


def backup(target: str, database: str | None, language: Language) -> int:
    """Copy the database to the file named; the copy is checked."""
    with told(language):
        report = copies.backup(database or str(default_database()), target)
    return _tell(report, words(language)("cli.backup-done", path=report.path), language)


def restore(source: str, database: str | None, language: Language) -> int:
    """Put a sound copy in the place of the database; what is replaced is set aside."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    with told(language):
        report = copies.restore(source, database_for_writing(database), stamp)
    aside = report.path.with_name(f"{report.path.name}.replaced-{stamp}")
    place = aside if aside.exists() else "—"
    return _tell(report, words(language)("cli.restored", path=place), language)


def _tell(report: Report, sentence: str, language: Language) -> int:
    answer(
        {
            "path": str(report.path),
            "journals": report.journals,
            "entries": report.entries,
            "broken": [{"journal": one.journal, "entry": one.seq} for one in report.broken],
        }
    )
    for one in report.broken:
        remark(words(language)("trouble.chain-broken", entry=one.seq))
    if report.sound:
        remark(sentence)
    return DONE if report.sound else REFUSED
