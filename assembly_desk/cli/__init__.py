"""The command line: a public contract. Prints JSON, chooses exit codes; the window opens where no command is given."""

from assembly_desk.cli.run import main

__all__ = ["main"]
