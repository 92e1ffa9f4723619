"""`members import` and `members export`: rosters in and out."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assembly_desk.cli.opening import desk_on
from assembly_desk.cli.outcome import DONE, FAILED, REFUSED, UNUSABLE, Stopped, answer, read_file, refused
from assembly_desk.domain.commands import ImportMembers
from assembly_desk.domain.refusals import Refusal
from assembly_desk.exchange.report import compare, report_json
from assembly_desk.rosters import files
from assembly_desk.rosters.errors import RosterStopped
from assembly_desk.rules import load_profiles
from assembly_desk.wording.words import Language, words


@contextmanager
def _told(language: Language) -> Iterator[None]:
    try:
        yield
    except RosterStopped as stopped:
        code = UNUSABLE if stopped.how == "unusable" else FAILED
        raise Stopped(code, words(language)(stopped.words, **stopped.values)) from None


def import_roster(
    file: Path, database: str | None, language: Language, *, body: str | None, dry_run: bool
) -> int:
    """Read a roster and enter it in the register: all of it, or nothing if there is any problem."""
    read_file(file, language)
    if body is not None and all(body not in profile.bodies for profile in load_profiles().values()):
        raise refused(Refusal("UnknownBody", {"id": body}), language)
    with _told(language):
        sheet = files.sheet_of(file)
    with desk_on(database, language, write=True) as desk:
        report = compare(sheet, desk.register, body)
        if not report.problems and not dry_run:
            outcome = desk.submit(ImportMembers(report.members_to_add, report.members_to_change))
            if isinstance(outcome, Refusal):
                raise refused(outcome, language)
    answer(report_json(report, language))
    return REFUSED if report.problems else DONE


def export_roster(file: Path, database: str | None, language: Language) -> int:
    """Write the register as XLSX or CSV."""
    with desk_on(database, language) as desk, _told(language):
        files.export_roster(file, desk.register.members.values())
    return DONE
