"""What is said to the table is what SQLAlchemy makes of it."""

import pytest
from sqlalchemy import bindparam, func, literal_column, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql.elements import BindParameter, CompilerElement

from assembly_desk.store import statements
from assembly_desk.store.schema import entry

JOURNAL: BindParameter[str] = bindparam("journal")
COMMAND: BindParameter[str] = bindparam("command")


@pytest.mark.parametrize(
    ("text", "built"),
    [
        (statements.INSERT, entry.insert()),
        (
            statements.LAST,
            select(entry.c.seq, entry.c.hash).where(entry.c.journal == JOURNAL).order_by(entry.c.seq.desc()),
        ),
        (statements.OF_JOURNAL, select(entry).where(entry.c.journal == JOURNAL).order_by(entry.c.seq)),
        (statements.OF_COMMAND, select(entry).where(entry.c.command == COMMAND).order_by(entry.c.nth)),
        (
            statements.NAMES,
            select(entry.c.journal)
            .group_by(entry.c.journal)
            .order_by(func.min(literal_column("entry.rowid"))),
        ),
    ],
    ids=["insert", "last", "of-journal", "of-command", "names"],
)
def test_each_statement_is_the_one_that_the_table_gives(text: str, built: CompilerElement) -> None:
    assert text.split() == str(built.compile(dialect=sqlite.dialect())).split()
