"""The first version: the table of entries, which can only grow."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the table and forbid what is not appending."""
    op.create_table(
        "entry",
        sa.Column("journal", sa.Text, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("command", sa.Text, nullable=False),
        sa.Column("nth", sa.Integer, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("previous", sa.Text, nullable=False),
        sa.Column("hash", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("journal", "seq", name="one_place"),
        sa.UniqueConstraint("command", "nth", name="one_command"),
        sqlite_strict=True,
    )
    for act in ("update", "delete"):
        op.execute(
            f"CREATE TRIGGER entry_no_{act} BEFORE {act.upper()} ON entry "
            "BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END"
        )
