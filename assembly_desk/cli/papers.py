"""`document` and `sign`: the papers of a sitting, and the signatures on them."""

from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Literal

from assembly_desk.cli.files import write
from assembly_desk.cli.opening import default_database, desk_on
from assembly_desk.cli.outcome import (
    DONE,
    FAILED,
    REFUSED,
    UNUSABLE,
    Stopped,
    read_file,
    refused,
    remark,
    unusable,
)
from assembly_desk.cli.record import journal_bytes
from assembly_desk.desk.desk import UnknownSitting, utc_now
from assembly_desk.desk.proof import entries_of, prove
from assembly_desk.documents.make import KINDS, document
from assembly_desk.domain.commands import Seal
from assembly_desk.domain.refusals import Refusal
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.text import Person
from assembly_desk.journal.entry import Entry, Unreadable
from assembly_desk.projections.named_vote_sheet import NoNamedVote
from assembly_desk.resources import resource
from assembly_desk.rules import load_profiles
from assembly_desk.signing.errors import SigningRefused, Unusable
from assembly_desk.signing.keys import Key, load_key, read_password
from assembly_desk.signing.sign import sign
from assembly_desk.signing.verify import attached_journal
from assembly_desk.wording.dates import date_and_time
from assembly_desk.wording.refusals import message
from assembly_desk.wording.words import Language, words

Role = Literal["secretary", "presiding"]


def write_document(
    kind: str,
    sitting: str,
    output: Path,
    database: str | None,
    language: Language,
    *,
    paper_language: str,
    vote: int | None,
) -> int:
    """Write one document of a sitting."""
    known = next((one for one in KINDS if one == kind), None)
    if known is None:
        raise unusable("cli.not-available", language, name=kind)
    if paper_language != "kk":
        raise unusable("cli.not-available", language, name=f"--language {paper_language}")
    if kind == "named-vote" and vote is None:
        raise unusable("cli.missing-argument", language, name="--vote")
    with desk_on(database, language) as desk:
        try:
            opened = desk.sitting(sitting)
        except UnknownSitting:
            raise refused(Refusal("UnknownSitting", {"id": sitting}), language) from None
        if opened.broken is not None:
            raise Stopped(FAILED, words(language)("trouble.chain-broken", entry=opened.broken.seq))
        journal = journal_bytes(desk, sitting)
    try:
        pdf = document(
            known,
            opened.state,
            language="kk",
            journal=journal,
            head=opened.head,
            entries=opened.entries,
            vote=vote,
        )
    except NoNamedVote:
        raise unusable("cli.wrong-argument", language, name="--vote", value=vote) from None
    write(output, pdf, language)
    return DONE


def sign_document(
    pdf: Path,
    role: Role,
    key_file: Path,
    password_file: Path | None,
    database: str | None,
    language: Language,
    *,
    name_differs: bool,
) -> int:
    """Fill one signature field of a protocol. The first signature seals the sitting, where its record is at hand."""
    data = read_file(pdf, language)
    entries, state = _sitting_of(data, pdf, language)
    try:
        key = load_key(key_file, None if password_file is None else read_password(password_file))
        person = state.convening.secretary if role == "secretary" else state.presiding
        now = utc_now().astimezone(timezone(timedelta(minutes=state.profile.utc_offset_minutes)))
        expected = person.name.kk if person else ""
        sign(
            pdf,
            role,
            key,
            expected_name=expected,
            now=now,
            closed=state.phase in ("closed", "sealed", "cancelled"),
            name_differs_accepted=name_differs,
            card=_card(key, now, person, accepted=name_differs),
            font=resource("fonts", "NotoSerif-Regular.ttf"),
        )
    except SigningRefused as refusal:
        raise Stopped(REFUSED, f"{refusal.code}: {message(refusal.code, refusal.values, language)}") from None
    except Unusable as error:
        raise Stopped(UNUSABLE, _unusable_words(error, pdf, key_file, language)) from None
    except FileNotFoundError as error:
        raise unusable("cli.file-missing", language, path=error.filename) from None
    except OSError as error:
        raise Stopped(FAILED, f"{words(language)('trouble.disk-failed')} {error.strerror}") from None
    _seal(entries, database, language)
    return DONE


def _sitting_of(data: bytes, pdf: Path, language: Language) -> tuple[list[Entry], Sitting]:
    """The sitting whose journal is attached, which must be whole."""
    journal = attached_journal(data)
    if journal is None:
        key = "verify.no-journal" if data.startswith(b"%PDF") else "cli.not-pdf"
        raise Stopped(UNUSABLE, words(language)(key, path=pdf))
    try:
        entries = entries_of(journal)
        proof = prove(entries, load_profiles())
    except Unreadable:
        raise Stopped(UNUSABLE, words(language)("verify.unreadable")) from None
    if proof.broken is not None or proof.state is None:
        seq = proof.broken.seq if proof.broken else 1
        raise Stopped(UNUSABLE, words(language)("verify.chain-broken", entry=seq))
    return entries, proof.state


def _card(key: Key, now: datetime, person: Person | None, *, accepted: bool) -> str:
    """What stands visibly in the field: always in Kazakh, the language of the protocol."""
    say = words("kk")
    offset = now.utcoffset()
    time = date_and_time(now, offset, "kk", seconds=True) if offset is not None else str(now)
    card = [say("signature.card", name=key.name, time=time, algorithm=key.algorithm)]
    if key.training:
        card.append(say("training.certificate"))
    if accepted and (person is None or person.name.kk != key.name):
        card.append(say("signature.name-differs", certificate_name=key.name))
    return "\n".join(card)


def _unusable_words(error: Unusable, pdf: Path, key_file: Path, language: Language) -> str:
    say = words(language)
    match error.code:
        case "KeyUnreadable":
            return say("trouble.key-unreadable", path=key_file)
        case "KeyUnsupported":
            return say("trouble.key-algorithm", algorithm=error.values.get("algorithm", "—"))
        case "ChangedSinceSigned":
            return say("signature.broken", name=pdf.name)
        case "PdfUnreadable":
            return say("cli.not-pdf", path=pdf)
        case _:
            return say("verify.not-ours")


def _seal(entries: list[Entry], database: str | None, language: Language) -> None:
    """Seal the sitting in the record at hand: after the first signature nothing of it changes any more."""
    if database is None and not default_database().exists():
        return
    sitting = entries[0].journal.partition("/")[2]
    try:
        with desk_on(database, language, write=True) as desk:
            if sitting not in desk.sittings() or desk.lines(sitting)[0] != entries[0]:
                return  # another record: the paper is from elsewhere
            if desk.sitting(sitting).state.phase == "closed":
                desk.submit(Seal("signature"), sitting=sitting)
    except Stopped as stopped:
        remark(stopped.sentence)  # the signature stands; only the sealing could not be written
