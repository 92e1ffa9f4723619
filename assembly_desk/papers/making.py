"""A paper of a sitting, from its record."""

from collections.abc import Iterable

from assembly_desk.desk.desk import Opened
from assembly_desk.documents.make import Kind, document
from assembly_desk.journal.entry import Entry
from assembly_desk.papers.lines import journal_bytes
from assembly_desk.wording.words import Language


def paper(
    kind: Kind, opened: Opened, lines: Iterable[Entry], *, language: Language, vote: int | None = None
) -> bytes:
    """The PDF of that kind, with the journal in it. `lines`: the entries as recorded. Raises NoNamedVote."""
    return document(
        kind,
        opened.state,
        language=language,
        journal=journal_bytes(lines),
        head=opened.head,
        entries=opened.entries,
        vote=vote,
    )
