"""`members import` and `members export`: rosters in and out."""

from pathlib import Path

from assembly_desk.cli.opening import desk_on
from assembly_desk.cli.outcome import DONE, FAILED, REFUSED, UNUSABLE, Stopped, answer, read_file, refused
from assembly_desk.domain.commands import ImportMembers
from assembly_desk.domain.refusals import Refusal
from assembly_desk.exchange.export import export_members
from assembly_desk.exchange.problems import SheetError
from assembly_desk.exchange.report import compare, report_json
from assembly_desk.exchange.roster import read_roster
from assembly_desk.rules import load_profiles
from assembly_desk.wording.words import Language, words


def import_roster(
    file: Path, database: str | None, language: Language, *, body: str | None, dry_run: bool
) -> int:
    """Read a roster and enter it in the register: all of it, or nothing if there is any problem."""
    read_file(file, language)
    if body is not None and all(body not in profile.bodies for profile in load_profiles().values()):
        raise refused(Refusal("UnknownBody", {"id": body}), language)
    try:
        sheet = read_roster(file)
    except SheetError as error:
        raise Stopped(UNUSABLE, error.sentence(language)) from None
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
    with desk_on(database, language) as desk:
        try:
            export_members(file, desk.register.members.values())
        except SheetError as error:
            raise Stopped(UNUSABLE, error.sentence(language)) from None
        except FileNotFoundError:
            raise Stopped(FAILED, words(language)("cli.folder-missing", path=file.parent)) from None
        except PermissionError:
            raise Stopped(FAILED, words(language)("cli.folder-read-only", path=file.parent)) from None
        except OSError as error:
            raise Stopped(FAILED, f"{words(language)('trouble.disk-failed')} {error.strerror}") from None
    return DONE
