"""The verdict on a paper or a journal: its signatures, its chain, and every figure derived again."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from assembly_desk.desk.proof import Proof, entries_of, prove
from assembly_desk.documents.finish import JOURNAL_HEAD
from assembly_desk.journal.chain import Break, Head
from assembly_desk.journal.entry import Unreadable, short_head
from assembly_desk.papers.errors import PaperStopped
from assembly_desk.rules import load_profiles
from assembly_desk.signing.errors import Unusable
from assembly_desk.signing.verify import Signature, SignatureReport, attached_journal, named_in, signatures
from assembly_desk.wording.dates import KAZAKHSTAN, date_and_time
from assembly_desk.wording.words import Language, words


@dataclass(slots=True)
class Verdict:
    """What was found, as JSON and as sentences."""

    kind: str
    sound: bool = True
    body: dict[str, Any] = field(default_factory=dict)
    sentences: list[str] = field(default_factory=list)


def examined_bytes(
    data: bytes, language: Language, *, trust: Sequence[bytes] = (), head: str | None = None
) -> Verdict:
    """The verdict on a signed PDF or an exported journal. Raises PaperStopped for anything else.

    `trust`: certificates of authorities that are believed; `head`: the head that somebody noted.
    """
    if b"%PDF-" in data[:1024]:
        return _pdf(data, language, trust, head)
    verdict = Verdict("journal")
    _journal(verdict, data, language, head)
    return verdict


def _pdf(data: bytes, language: Language, trust: Sequence[bytes], head: str | None) -> Verdict:
    verdict = Verdict("pdf")
    try:
        report = signatures(data, trust)
    except Unusable:
        said = words(language)("verify.no-certificate")
        raise PaperStopped("unusable", said) from None
    if not report.readable:
        raise PaperStopped("unusable", words(language)("verify.unreadable"))
    _signatures(verdict, report, language)
    journal = attached_journal(data)
    if journal is None:
        if report.signed == "none" and report.unchanged:
            raise PaperStopped("unusable", words(language)("verify.not-ours"))
        verdict.sound = False
        verdict.body["journal"] = None
        verdict.sentences.append(words(language)("verify.no-journal"))
        return verdict
    _journal(verdict, journal, language, head)
    named, attached = named_in(data, JOURNAL_HEAD), verdict.body["journal"]
    if attached is not None and named not in (None, attached["head"]):
        verdict.sound = False
        verdict.sentences.append(words(language)("verify.other-journal"))
    return verdict


def _signatures(verdict: Verdict, report: SignatureReport, language: Language) -> None:
    say = words(language)
    verdict.sound = verdict.sound and report.sound
    verdict.body |= {
        "signed": report.signed,
        "unchanged": report.unchanged,
        "signatures": [_signature_json(one) for one in report.signatures],
    }
    for one in report.signatures:
        verdict.sentences.append(say("signature.intact" if one.intact else "signature.broken", name=one.name))
        if one.signed_at is not None:
            time = date_and_time(one.signed_at, KAZAKHSTAN, language, seconds=True)
            verdict.sentences.append(say("signature.card", name=one.name, time=time, algorithm=one.algorithm))
        trust_words = {"trusted": "signature.trusted", "not-trusted": "signature.not-trusted"}
        named = one.issuer if one.trust == "trusted" else one.name
        verdict.sentences.append(say(trust_words.get(one.trust, "signature.no-authority"), name=named))
        if one.training:
            verdict.sentences.append(say("training.note"))
    if report.signatures:
        verdict.sentences += [say("signature.proves"), say("signature.offline")]
    elif report.unchanged:
        verdict.sentences.append(say("verify.unsigned"))
    if not report.unchanged and all(one.intact for one in report.signatures):
        verdict.sentences.append(say("verify.added-after"))


def _signature_json(one: Signature) -> dict[str, Any]:
    return {
        "role": one.role,
        "field": one.field,
        "name": one.name,
        "issuer": one.issuer,
        "signed_at": one.signed_at.isoformat() if one.signed_at else None,
        "algorithm": one.algorithm,
        "training": one.training,
        "intact": one.intact,
        "covers_file": one.covers_file,
        "trust": one.trust,
    }


def _journal(verdict: Verdict, data: bytes, language: Language, head: str | None) -> None:
    say = words(language)
    try:
        entries = entries_of(data)
    except Unreadable:
        if verdict.kind == "pdf":
            verdict.sound = False
            verdict.body["journal"] = None
            verdict.sentences.append(say("verify.no-journal"))
            return
        raise PaperStopped("unusable", say("verify.unreadable")) from None
    if not entries[0].journal:
        raise PaperStopped("unusable", say("verify.unreadable"))
    proof = prove(entries, load_profiles())
    if head is not None and not any(entry.hash.startswith(_digits(head)) for entry in entries):
        proof = prove(entries, load_profiles(), Head(len(entries) + 1, _digits(head)))
    verdict.sound = verdict.sound and proof.sound
    verdict.body["journal"] = proof_json(proof)
    verdict.sentences += proof_words(proof, language)


def _digits(head: str) -> str:
    return "".join(head.split()).lower()


def proof_json(proof: Proof) -> dict[str, Any]:
    """What a journal proves, as JSON."""
    state = proof.state
    return {
        "journal": proof.journal,
        "entries": proof.entries,
        "head": proof.head,
        "whole": proof.broken is None,
        "broken": _broken_json(proof.broken),
        "votes": proof.votes,
        "findings": [{"entry": one.entry, "code": one.code} for one in proof.findings],
        "state": state.phase if state else None,
        "rehearsal": state.rehearsal if state else None,
        "profile": state.profile.id if state else None,
    }


def _broken_json(broken: Break | None) -> dict[str, Any] | None:
    return None if broken is None else {"entry": broken.seq, "fault": broken.fault}


def proof_words(proof: Proof, language: Language) -> list[str]:
    """What a journal proves, in sentences."""
    say = words(language)
    sentences = [
        say("paper.integrity-journal", count=proof.entries, head=short_head(proof.head, 32)),
    ]
    if proof.broken is not None:
        key = "verify.journal-cut" if proof.broken.fault == "cut" else "verify.chain-broken"
        entry = proof.entries if proof.broken.fault == "cut" else proof.broken.seq
        sentences.append(say(key, entry=entry))
    sentences += [say("signature.journal-unsound", entry=one.entry) for one in proof.findings]
    if proof.sound:
        sentences.append(say("signature.journal-sound"))
    if proof.state is not None and proof.state.phase != "sealed":
        sentences.append(say("verify.not-sealed"))
    if proof.state is not None and proof.state.rehearsal:
        sentences.append(say("verify.rehearsal"))
    return sentences
