"""The papers as the window gets them. What makes and signs them is loaded when the first is asked for."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from assembly_desk.desk.desk import Opened
from assembly_desk.journal.entry import Entry, Unreadable
from assembly_desk.papers.errors import PaperStopped
from assembly_desk.ui.protocol.papers import Certificate, NotDone, OpenedKey, Papers, Role, Signer, Verdict
from assembly_desk.wording.words import Language, words


def window_papers() -> Papers:
    """What the window needs to make, sign and examine papers."""
    return Papers(
        kinds=_kinds,
        languages=("kk", "ru"),
        make=_make,
        open_key=_open_key,
        sign=_sign,
        signers=_signers,
        begins_with=_begins_with,
        examine=_examine,
    )


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except PaperStopped as stopped:
        raise NotDone(stopped.sentence, stopped.code) from None


def _kinds() -> Sequence[str]:
    from assembly_desk.documents.make import KINDS

    return KINDS


def _make(kind: str, opened: Opened, lines: Sequence[Entry], language: Language) -> bytes:
    from assembly_desk.documents.make import KINDS
    from assembly_desk.papers.making import paper

    known = next(one for one in KINDS if one == kind)
    return paper(known, opened, lines, language=language)


def _open_key(file: Path, password: str, language: Language) -> OpenedKey:
    from assembly_desk.papers.signing import open_key

    with _told():
        key = open_key(file, password.encode(), language)
    return OpenedKey(
        Certificate(
            name=key.name,
            issuer=key.issuer,
            not_before=key.not_before,
            not_after=key.not_after,
            may_sign=key.may_sign,
            algorithm=key.algorithm,
            training=key.training,
        ),
        key,
    )


def _sign(pdf: bytes, role: Role, opened: OpenedKey, name_differs: bool, language: Language) -> bytes:
    from assembly_desk.papers.signing import signed_paper
    from assembly_desk.signing.keys import Key

    assert isinstance(opened.key, Key)
    with _told():
        return signed_paper(pdf, role, opened.key, name_differs=name_differs, language=language)


def _signers(pdf: bytes) -> tuple[Signer, ...]:
    from assembly_desk.signing.verify import signatures

    return tuple(Signer(one.role, one.name, one.signed_at) for one in signatures(pdf).signatures)


def _begins_with(pdf: bytes) -> str | None:
    from assembly_desk.desk.proof import entries_of
    from assembly_desk.signing.verify import attached_journal

    journal = attached_journal(pdf)
    try:
        return entries_of(journal)[0].hash if journal else None
    except Unreadable:
        return None


def _examine(data: bytes, language: Language) -> Verdict:
    from assembly_desk.papers.verdict import examined_bytes

    with _told():
        verdict = examined_bytes(data, language)
    say = words(language)
    last = say("verify.sound" if verdict.sound else "verify.unsound")
    return Verdict(verdict.sound, (last, *verdict.sentences))
