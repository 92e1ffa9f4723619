"""The arguments of every command. `--database` and `--language` may stand before or after the command's name."""

import argparse
import re
from pathlib import Path
from typing import NoReturn

from assembly_desk.cli.outcome import UNUSABLE, Stopped
from assembly_desk.wording.words import Words, words

COMMANDS = "demo play journal show sittings members document sign verify backup restore"


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one sentence in the user's language."""

    say: Words = words("kk")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the arguments."""
        raise Stopped(UNUSABLE, self._sentence(message))

    def _sentence(self, message: str) -> str:
        if match := re.match(r"the following arguments are required: (.*)", message):
            return self.say("cli.missing-argument", name=match[1])
        if match := re.match(r"unrecognized arguments: (.*)", message):
            return self.say("cli.unknown-option", name=match[1])
        if match := re.match(r"argument command: invalid choice: '(.*?)'", message):
            return self.say("cli.unknown-command", name=match[1]) + " " + self.say("cli.usage", name=COMMANDS)
        if match := re.match(r"argument (.*?): (?:invalid .*?: '(.*?)'|(.*))", message):
            return self.say("cli.wrong-argument", name=match[1], value=match[2] or match[3])
        return self.say("cli.wrong-argument", name=message, value="—")


MOST_COPIES = 5000


def _copies(given: str) -> int:
    """How many papers: from one to as many as one may want to print."""
    number = int(given)
    if not 1 <= number <= MOST_COPIES:
        raise ValueError(given)
    return number


def parser(language: str) -> Parser:
    """The parser of all commands."""
    Parser.say = words("ru" if language == "ru" else "en" if language == "en" else "kk")
    shared = Parser(add_help=False)
    shared.add_argument("--database", metavar="URL", default=argparse.SUPPRESS)
    plain = Parser(add_help=False, parents=[shared])
    plain.add_argument("--language", choices=("kk", "ru", "en"), default=argparse.SUPPRESS)
    paper = Parser(add_help=False, parents=[shared])
    paper.add_argument("--language", choices=("kk", "ru", "kk+ru"), dest="paper_language", default="kk")

    top = Parser(prog="assembly-desk", description=__doc__, parents=[plain])
    commands = top.add_subparsers(dest="command", parser_class=Parser)

    demo = commands.add_parser("demo", parents=[plain])
    demo.add_argument("body", nargs="?", choices=("council", "session"), default="council")

    play = commands.add_parser("play", parents=[plain])
    play.add_argument("file", type=Path)
    play.add_argument("--keep-going", action="store_true")
    play.add_argument("--record", action="store_true")

    journal = commands.add_parser("journal", parents=[plain])
    journal.add_argument("sitting")
    journal.add_argument("-o", "--output", type=Path, required=True)

    show = commands.add_parser("show", parents=[plain])
    show.add_argument("sitting")
    commands.add_parser("sittings", parents=[plain])

    members = commands.add_parser("members", parents=[plain])
    acts = members.add_subparsers(dest="act", parser_class=Parser, required=True)
    bring = acts.add_parser("import", parents=[plain])
    bring.add_argument("file", type=Path)
    bring.add_argument("--body")
    bring.add_argument("--dry-run", action="store_true")
    give = acts.add_parser("export", parents=[plain])
    give.add_argument("file", type=Path)

    document = commands.add_parser("document", parents=[paper])
    document.add_argument("kind")
    document.add_argument("sitting")
    document.add_argument("-o", "--output", type=Path, required=True)
    document.add_argument("--vote", type=int)
    document.add_argument("--item")
    document.add_argument("--number", type=int, choices=(1, 2))
    document.add_argument("--copies", type=_copies)
    document.add_argument("--short", action="store_true")

    sign = commands.add_parser("sign", parents=[plain])
    sign.add_argument("pdf", type=Path)
    sign.add_argument("--as", dest="role", choices=("secretary", "presiding"), required=True)
    sign.add_argument("--key", type=Path, required=True)
    sign.add_argument("--password-file", type=Path)
    sign.add_argument("--name-differs", action="store_true")

    verify = commands.add_parser("verify", parents=[plain])
    verify.add_argument("file", type=Path)
    verify.add_argument("--json", action="store_true", dest="as_json")
    verify.add_argument("--trust", type=Path, nargs="+", action="extend", default=[])
    verify.add_argument("--head", help="the beginning of a hash that the journal must hold")

    backup = commands.add_parser("backup", parents=[plain])
    backup.add_argument("target")
    restore = commands.add_parser("restore", parents=[plain])
    restore.add_argument("source")
    return top
