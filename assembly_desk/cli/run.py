"""From the arguments to the exit code."""

import io
import sys
from argparse import Namespace
from collections.abc import Sequence

from assembly_desk.cli.arguments import parser
from assembly_desk.cli.outcome import DONE, FAILED, Stopped, remark, told
from assembly_desk.wording.words import Language, words


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit code: 0 done, 1 refused, 2 unusable input, 3 disk or device."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    language = _language(given)
    try:
        return _run(parser(language).parse_args(given), language)
    except Stopped as stopped:
        remark(stopped.sentence)
        return stopped.code
    except BrokenPipeError:
        sys.stderr.close()  # whoever read the answers has gone; what was recorded stays
        return FAILED
    except KeyboardInterrupt:
        return FAILED
    except SystemExit as done:  # --help
        return done.code if isinstance(done.code, int) else DONE
    except Exception as error:  # noqa: BLE001  the last resort: one sentence, never a traceback
        remark(words(language)("cli.failed", reason=f"{type(error).__name__}: {error}"))
        return FAILED


def _language(given: Sequence[str]) -> Language:
    """The language of the sentences, also of those about the arguments themselves."""
    for place, one in enumerate(given):
        value = one.partition("=")[2] if one.startswith("--language=") else ""
        if one == "--language" and place + 1 < len(given):
            value = given[place + 1]
        if value == "ru":
            return "ru"
        if value == "en":
            return "en"
    return "kk"


def _run(chosen: Namespace, language: Language) -> int:
    """Each command loads only what it needs, to start fast."""
    database = getattr(chosen, "database", None)
    match chosen.command:
        case "play":
            from assembly_desk.cli import record

            return record.play(
                chosen.file, database, language, keep_going=chosen.keep_going, record=chosen.record
            )
        case "show":
            from assembly_desk.cli import record

            return record.show_sitting(chosen.sitting, database, language)
        case "sittings":
            from assembly_desk.cli import record

            return record.list_sittings(database, language)
        case "journal":
            from assembly_desk.cli import record

            return record.export_journal(chosen.sitting, chosen.output, database, language)
        case "members" if chosen.act == "import":
            from assembly_desk.cli import members

            return members.import_roster(
                chosen.file, database, language, body=chosen.body, dry_run=chosen.dry_run
            )
        case "members":
            from assembly_desk.cli import members

            return members.export_roster(chosen.file, database, language)
        case "backup":
            from assembly_desk.cli import copies

            return copies.backup(chosen.target, database, language)
        case "restore":
            from assembly_desk.cli import copies

            return copies.restore(chosen.source, database, language)
        case "document":
            from assembly_desk.cli import papers
            from assembly_desk.documents.make import Choice

            return papers.write_document(
                chosen.kind,
                chosen.sitting,
                chosen.output,
                database,
                language,
                paper_language=chosen.paper_language,
                chosen=Choice(
                    vote=chosen.vote,
                    item=chosen.item,
                    number=chosen.number,
                    copies=chosen.copies,
                    short=chosen.short,
                ),
            )
        case "sign":
            from assembly_desk.cli import papers

            return papers.sign_document(
                chosen.pdf,
                chosen.role,
                chosen.key,
                chosen.password_file,
                database,
                language,
                name_differs=chosen.name_differs,
            )
        case "verify":
            from assembly_desk.cli import verifying

            return verifying.verify(
                chosen.file, language, as_json=chosen.as_json, trust=chosen.trust, head=chosen.head
            )
        case "demo":
            from assembly_desk.cli import demo

            return demo.demo(chosen.body, language)
    return _window(database, getattr(chosen, "language", None))


def _window(database: str | None, asked: Language | None) -> int:
    """The window, in the language that was asked for, else in the one that it spoke the last time."""
    from assembly_desk.ui.app import first_window, say_instead
    from assembly_desk.ui.settings.remembered import Memory

    memory = Memory()
    remembered = memory.read()
    language = asked or remembered.language or "kk"
    ground = first_window(language, remembered)  # seen before the rest is loaded

    from assembly_desk.cli.display import has_display
    from assembly_desk.cli.opening import database_for_writing
    from assembly_desk.main import open_window

    try:
        with told(language):
            return open_window(database_for_writing(database), language, ground, memory)
    except Stopped as stopped:
        if has_display():  # who started it by its sign reads no standard error
            say_instead(ground, stopped.sentence, language)
        raise
