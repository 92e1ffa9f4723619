"""`document` and `sign`: the papers of a sitting, and the signatures on them."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from assembly_desk.cli.files import write
from assembly_desk.cli.opening import default_database, desk_on
from assembly_desk.cli.outcome import (
    DONE,
    FAILED,
    REFUSED,
    Stopped,
    of_papers,
    read_file,
    refused,
    remark,
    unusable,
)
from assembly_desk.desk.desk import UnknownSitting
from assembly_desk.documents.make import ALL_KINDS, LANGUAGES, Choice
from assembly_desk.domain.commands import Seal
from assembly_desk.domain.refusals import Refusal
from assembly_desk.papers.making import paper
from assembly_desk.papers.signing import Attached, attached, open_key, sign_paper
from assembly_desk.projections.named_vote_sheet import NoNamedVote
from assembly_desk.projections.not_made import NotMade
from assembly_desk.signing.errors import Unusable
from assembly_desk.signing.keys import read_password
from assembly_desk.signing.verify import Role
from assembly_desk.wording.words import Language, words


def write_document(
    kind: str,
    sitting: str,
    output: Path,
    database: str | None,
    language: Language,
    *,
    paper_language: str,
    chosen: Choice,
) -> int:
    """Write one document of a sitting."""
    known = next((one for one in ALL_KINDS if one == kind), None)
    if known is None:
        raise unusable("cli.not-available", language, name=kind)
    spoken = next(one for one in LANGUAGES if one == paper_language)
    _examine_options(kind, chosen, language)
    with desk_on(database, language) as desk:
        try:
            opened = desk.sitting(sitting)
        except UnknownSitting:
            raise refused(Refusal("UnknownSitting", {"id": sitting}), language) from None
        if opened.broken is not None:
            raise Stopped(FAILED, words(language)("trouble.chain-broken", entry=opened.broken.seq))
        lines = desk.lines(sitting)
    try:
        pdf = paper(known, opened, lines, language=spoken, chosen=chosen)
    except NoNamedVote:
        raise unusable("cli.wrong-argument", language, name="--vote", value=chosen.vote) from None
    except NotMade as not_made:
        raise refused(Refusal(not_made.code, not_made.values), language) from None
    write(output, pdf, language)
    return DONE


_TAKES: Mapping[str, Sequence[str]] = {
    "--vote": ("named-vote", "counting", "ballots", "attendance"),
    "--item": ("extract", "decision", "appeal", "proposal", "ballots"),
    "--number": ("counting",),
    "--copies": ("ballots",),
    "--short": ("protocol",),
}
"""The documents that each option is for."""

_WANTS: Mapping[str, str] = {"named-vote": "--vote", "extract": "--item", "counting": "--number"}


def _examine_options(kind: str, chosen: Choice, language: Language) -> None:
    """An option that the document wants is there, and none that it cannot heed."""
    given = {
        "--vote": chosen.vote is not None,
        "--item": chosen.item is not None,
        "--number": chosen.number is not None,
        "--copies": chosen.copies is not None,
        "--short": chosen.short,
    }
    for name, here in given.items():
        if here and kind not in _TAKES[name]:
            raise unusable("cli.unknown-option", language, name=f"{kind} {name}")
    wanted = _WANTS.get(kind)
    if wanted is not None and not given[wanted]:
        raise unusable("cli.missing-argument", language, name=wanted)
    if chosen.number == 1 and chosen.vote is not None:
        raise unusable("cli.unknown-option", language, name="counting --number 1 --vote")


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
    with of_papers():
        sitting = attached(data, pdf, language)
        at_hand = _record_at_hand(sitting, database, language)
        key = open_key(key_file, _password(password_file, language), language)
        sign_paper(pdf, sitting.state, role, key, name_differs=name_differs, language=language)
    _seal(sitting, database, language, at_hand=at_hand)
    return DONE


def _record_at_hand(paper: Attached, database: str | None, language: Language) -> bool:
    """Whether the paper's sitting is in that database, or in the user's own; it must say what the paper says.

    Stops a signature on a paper that the record has gone beyond, and one beside a database that is not there.
    """
    if database is None and not default_database().exists():
        return False
    with desk_on(database, language) as desk:
        lines = desk.lines(paper.sitting) if paper.sitting in desk.sittings() else []
    if not lines or lines[0] != paper.entries[0]:  # not there, or another sitting of that name
        if database is None:
            return False
        raise Stopped(REFUSED, words(language)("sign.other-record"))
    beyond = [entry for entry in lines[len(paper.entries) :] if entry.kind != "sealed"]
    if beyond or list(lines[: len(paper.entries)]) != paper.entries:
        later = beyond[0].seq if beyond else len(paper.entries)
        raise Stopped(REFUSED, words(language)("sign.stale", entry=later))
    return True


def _password(file: Path | None, language: Language) -> bytes | None:
    try:
        return None if file is None else read_password(file)
    except Unusable:
        raise unusable("cli.file-unreadable", language, path=file) from None


def _seal(paper: Attached, database: str | None, language: Language, *, at_hand: bool) -> None:
    """Seal the sitting in the record at hand: after the first signature nothing of it changes any more."""
    say = words(language)
    if not at_hand:
        remark(say("sign.not-sealed", reason=say("sign.record-missing")))
        return
    try:
        with desk_on(database, language, write=True) as desk:
            if desk.sitting(paper.sitting).state.phase == "closed":
                desk.submit(Seal("signature"), sitting=paper.sitting)
    except Stopped as stopped:  # the signature stands; only the sealing could not be written
        remark(say("sign.not-sealed", reason=stopped.sentence))
