"""`verify`: what a signed protocol, a journal or a database proves, in plain words or as JSON."""

from collections.abc import Sequence
from pathlib import Path

from assembly_desk.cli.outcome import DONE, REFUSED, Stopped, answer, of_papers, read_file, told, unusable
from assembly_desk.desk.proof import prove
from assembly_desk.papers.verdict import Verdict, examined_bytes, proof_json, proof_words
from assembly_desk.rules import load_profiles
from assembly_desk.store.check import examine
from assembly_desk.store.sqlite import open_journals
from assembly_desk.wording.words import Language, words

SQLITE = b"SQLite format 3\0"


def verify(
    file: Path, language: Language, *, as_json: bool, trust: Sequence[Path], head: str | None = None
) -> int:
    """Check a signed PDF, a journal export or a database. 0 sound, 1 not sound, 2 unreadable."""
    verdict = examined(file, language, trust=trust, head=head)
    if as_json:
        answer({"kind": verdict.kind, "sound": verdict.sound, **verdict.body})
    else:
        say = words(language)
        for sentence in (*verdict.sentences, say("verify.sound" if verdict.sound else "verify.unsound")):
            print(sentence)  # noqa: T201  the answer itself
    return DONE if verdict.sound else REFUSED


def examined(
    file: Path, language: Language, *, trust: Sequence[Path] = (), head: str | None = None
) -> Verdict:
    """The verdict on a file, whatever of the three it is."""
    data = read_file(file, language)
    if data.startswith(SQLITE):
        return _database(file, language)
    with of_papers():
        return examined_bytes(data, language, trust=[read_file(one, language) for one in trust], head=head)


def _database(file: Path, language: Language) -> Verdict:
    say = words(language)
    verdict = Verdict("database")
    try:
        with told(language):
            report = examine(str(file))
            journals = open_journals(str(file), write=False)
            try:
                proofs = [prove(journals.read(name), load_profiles()) for name in journals.names()]
            finally:
                journals.close()
    except Stopped:
        raise unusable("verify.unreadable", language) from None
    verdict.sound = report.sound and all(proof.sound for proof in proofs)
    verdict.body = {"damage": list(report.damage), "journals": [proof_json(proof) for proof in proofs]}
    for proof in proofs:
        if not proof.sound:
            verdict.sentences += [f"{proof.journal}: {one}" for one in proof_words(proof, language)]
    verdict.sentences += list(report.damage)
    if verdict.sound:
        verdict.sentences.append(say("verify.database-sound", count=len(proofs)))
    return verdict
