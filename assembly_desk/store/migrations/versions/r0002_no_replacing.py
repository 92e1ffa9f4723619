"""The second version: an entry cannot be replaced either, as INSERT OR REPLACE would, without any trigger of deleting."""

from alembic import op

revision = "0002"
down_revision = "0001"

TAKEN = (
    ("place", "journal = NEW.journal AND seq = NEW.seq", "entry.journal, entry.seq"),
    ("command", "command = NEW.command AND nth = NEW.nth", "entry.command, entry.nth"),
    ("row", "rowid = NEW.rowid", "entry.rowid"),
)


def upgrade() -> None:
    """Refuse before the conflict is resolved, in the words that the constraint itself has."""
    for name, where, columns in TAKEN:
        op.execute(
            f"CREATE TRIGGER entry_no_replacing_{name} BEFORE INSERT ON entry "
            f"WHEN EXISTS (SELECT 1 FROM entry WHERE {where}) "
            f"BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: {columns}'); END"
        )
