"""The signatures on a protocol: the names come from the sitting that is attached to it, and so does the card."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

from assembly_desk.desk.desk import utc_now
from assembly_desk.desk.proof import entries_of, prove
from assembly_desk.documents.binding import bound
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.text import Person
from assembly_desk.journal.entry import Entry, Unreadable
from assembly_desk.papers.errors import PaperStopped
from assembly_desk.resources import resource
from assembly_desk.rules import load_profiles
from assembly_desk.signing.errors import SigningRefused, Unusable
from assembly_desk.signing.keys import Key, load_key
from assembly_desk.signing.sign import sign
from assembly_desk.signing.verify import Role, attached_journal
from assembly_desk.wording.dates import date_and_time
from assembly_desk.wording.refusals import message
from assembly_desk.wording.words import Language, words


@dataclass(frozen=True, slots=True)
class Attached:
    """The sitting whose journal a paper carries."""

    entries: list[Entry]
    state: Sitting

    @property
    def sitting(self) -> str:
        """The id of the sitting."""
        return self.entries[0].journal.partition("/")[2]


def attached(data: bytes, pdf: Path, language: Language) -> Attached:
    """The sitting whose journal is attached, which must be whole. Raises PaperStopped."""
    say = words(language)
    journal = attached_journal(data)
    if journal is None:
        key = "verify.no-journal" if data.startswith(b"%PDF") else "cli.not-pdf"
        raise PaperStopped("unusable", say(key, path=pdf))
    try:
        entries = entries_of(journal)
        proof = prove(entries, load_profiles())
    except Unreadable:
        raise PaperStopped("unusable", say("verify.unreadable")) from None
    if proof.broken is not None or proof.state is None:
        seq = proof.broken.seq if proof.broken else 1
        raise PaperStopped("unusable", say("verify.chain-broken", entry=seq))
    return Attached(entries, proof.state)


def open_key(file: Path, password: bytes | None, language: Language) -> Key:
    """The key of a PKCS#12 file. Raises PaperStopped."""
    with _told(language, file, file):
        return load_key(file, password)


def sign_paper(
    pdf: Path, sitting: Sitting, role: Role, key: Key, *, name_differs: bool, language: Language
) -> None:
    """Fill the signature field of that role in place, by the clock of this computer. Raises PaperStopped.

    `sitting`: the one attached to the paper; `name_differs`: another name in the certificate is accepted.
    """
    person = sitting.convening.secretary if role == "secretary" else sitting.presiding
    now = utc_now().astimezone(timezone(timedelta(minutes=sitting.profile.utc_offset_minutes)))
    with _told(language, pdf, pdf):
        sign(
            pdf,
            role,
            key,
            expected_name=person.name.kk if person else "",
            now=now,
            closed=sitting.phase in ("closed", "sealed", "cancelled"),
            name_differs_accepted=name_differs,
            card=_card(key, now, person, accepted=name_differs),
            font=resource("fonts", "NotoSerif-Regular.ttf"),
        )


def signed_paper(data: bytes, role: Role, key: Key, *, name_differs: bool, language: Language) -> bytes:
    """The same paper with one signature more; no file of the user is touched. Raises PaperStopped."""
    with tempfile.TemporaryDirectory(prefix="assembly-desk-") as folder:
        pdf = Path(folder, "protocol.pdf")
        sitting = attached(data, pdf, language).state
        with _told(language, pdf, pdf):
            pdf.write_bytes(data)
        sign_paper(pdf, sitting, role, key, name_differs=name_differs, language=language)
        return pdf.read_bytes()


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
    return bound("\n".join(card))


@contextmanager
def _told(language: Language, pdf: Path, key_file: Path) -> Iterator[None]:
    """What stands against a signature becomes one sentence."""
    say = words(language)
    try:
        yield
    except SigningRefused as refusal:
        said = message(refusal.code, refusal.values, language)
        raise PaperStopped("refused", said, refusal.code) from None
    except Unusable as error:
        raise PaperStopped("unusable", _unusable_words(error, pdf, key_file, language)) from None
    except FileNotFoundError as error:
        raise PaperStopped("unusable", say("cli.file-missing", path=error.filename)) from None
    except OSError as error:
        raise PaperStopped("failed", f"{say('trouble.disk-failed')} {error.strerror}") from None


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
