"""A roster's file and the register: what the one would do to the other, and back."""

from collections.abc import Callable, Iterable
from pathlib import Path

from assembly_desk.domain.member import Member, Register
from assembly_desk.exchange.export import export_members
from assembly_desk.exchange.problems import SheetError
from assembly_desk.exchange.report import Report, compare
from assembly_desk.exchange.roster import Sheet, read_roster
from assembly_desk.rosters.errors import RosterStopped


def _anyway() -> None:
    pass


def sheet_of(file: Path, go_on: Callable[[], None] = _anyway) -> Sheet:
    """What the file says. Raises RosterStopped; `go_on` is asked while it is read, and may end it by raising."""
    try:
        return read_roster(file, go_on)
    except SheetError as error:
        raise RosterStopped("unusable", error.words, **error.values) from None
    except FileNotFoundError:
        raise RosterStopped("unusable", "cli.file-missing", path=file) from None
    except OSError:
        raise RosterStopped("unusable", "cli.file-unreadable", path=file) from None


def examined(file: Path, register: Register, body: str | None, go_on: Callable[[], None] = _anyway) -> Report:
    """What importing the file would do to that register. Raises RosterStopped."""
    return compare(sheet_of(file, go_on), register, body)


def export_roster(file: Path, members: Iterable[Member]) -> None:
    """Write the members as XLSX or CSV, whole or not at all. Raises RosterStopped."""
    try:
        export_members(file, members)
    except SheetError as error:
        raise RosterStopped("unusable", error.words, **error.values) from None
    except FileNotFoundError:
        raise RosterStopped("failed", "cli.folder-missing", path=file.parent) from None
    except PermissionError:
        raise RosterStopped("failed", "cli.folder-read-only", path=file.parent) from None
    except OSError:
        raise RosterStopped("failed", "members.not-written", path=file) from None
