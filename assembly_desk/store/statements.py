"""What is said to the table of entries: SQLAlchemy Core's own text for the table in `schema`.

Kept as text, since to compile it at each start takes longer than to read a sitting, and to run it by way of
SQLAlchemy's connection as long as the commit. A test compiles each from the table and holds it against these.
"""

_WHOLE = (
    "SELECT entry.journal, entry.seq, entry.kind, entry.version, entry.at, entry.command, entry.nth, "
    "entry.payload, entry.previous, entry.hash FROM entry "
)

INSERT = (
    "INSERT INTO entry (journal, seq, kind, version, at, command, nth, payload, previous, hash) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
# By the key: only the first row is ever fetched.
LAST = "SELECT entry.seq, entry.hash FROM entry WHERE entry.journal = ? ORDER BY entry.seq DESC"
OF_JOURNAL = _WHOLE + "WHERE entry.journal = ? ORDER BY entry.seq"
OF_COMMAND = _WHOLE + "WHERE entry.command = ? ORDER BY entry.nth"
NAMES = "SELECT entry.journal FROM entry GROUP BY entry.journal ORDER BY min(entry.rowid)"
