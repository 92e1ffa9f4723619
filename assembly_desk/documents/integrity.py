"""The integrity sheet: the journal's hashes, each verdict derived again, and how anyone can verify it."""

import hashlib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer, Table

from assembly_desk.desk.proof import entries_of, prove
from assembly_desk.documents.codes import QrCode
from assembly_desk.documents.finish import JOURNAL, Record
from assembly_desk.documents.fonts import register_fonts
from assembly_desk.documents.keeping import Kept
from assembly_desk.documents.page import Paper
from assembly_desk.documents.phrases import Phrases
from assembly_desk.documents.requisites import date_number_place, plain, titled
from assembly_desk.documents.rows import Column, Rows
from assembly_desk.documents.styles import BODY, HEADING, HEXES, LIST_HEADING, NUMBERED, WIDTH, bold, para
from assembly_desk.projections.integrity_sheet import DerivedVote, IntegritySheet
from assembly_desk.rules import load_profiles
from assembly_desk.wording.dates import zone
from assembly_desk.wording.words import Language

_CODE = 34 * mm
_COLUMNS = (15, 14, 38, 22, 14, 19, 25, 18)  # mm
_NAMES = ("vote", "entry", "form", "base", "for", "needed", "verdict", "derived")
_STEPS = 4
_HASH, _COMMAND = "SHA-256", "assembly-desk verify"


def integrity(sheet: IntegritySheet, record: Record, language: Language = "kk") -> Paper:
    """The sheet of the record as it stands. The journal itself is attached to the file."""
    register_fonts()
    words = Phrases(sheet.head, language)
    paper = Paper(sheet.head, language, f"{words.say('document.integrity')}: {words.sitting}")
    paper.story += titled(words, words.say("paper.integrity"))
    paper.story += date_number_place(words, "")
    paper.story += _record(words, record)
    paper.story.append(para(BODY, bold(_finding(words, sheet, record))))
    if sheet.votes:
        paper.story.append(para(LIST_HEADING, words.say("paper.integrity-votes")))
        paper.story.append(_votes(words, sheet))
    paper.story.append(Kept([Spacer(0, 3 * mm), *_how(words)]))
    return paper


def _record(words: Phrases, record: Record) -> Iterator[Flowable]:
    say = words.say
    first = entries_of(record.journal)[0].hash if record.journal else ""
    attached = hashlib.sha256(record.journal).hexdigest()
    lines: list[Flowable] = [
        para(HEXES, say("paper.integrity-journal", count=record.entries, head=f"\n{record.head}")),
        para(HEXES, say("paper.integrity-first", hash=f"\n{first}")),
        para(HEXES, say("paper.integrity-attached", file=JOURNAL, algorithm=_HASH, hash=f"\n{attached}")),
    ]
    yield Table([[lines, QrCode(record.head, _CODE)]], colWidths=[WIDTH - _CODE, _CODE], style=plain())
    yield para(BODY, words.profile)
    if (known := _version()) is not None:
        yield para(BODY, say("paper.integrity-version", version=known))
    yield para(BODY, say("paper.integrity-clock", zone=zone(words.head.offset)))


def _finding(words: Phrases, sheet: IntegritySheet, record: Record) -> str:
    """What follows when the journal is verified and everything is derived again."""
    proof = prove(entries_of(record.journal), load_profiles())
    if proof.broken is not None:
        return f"{words.say('verify.chain-broken', entry=proof.broken.seq)}."
    differing = len(proof.findings) or sum(not one.agrees for one in sheet.votes)
    if differing:
        return words.say("paper.integrity-differs", count=differing)
    return words.say("paper.integrity-recount")


def _votes(words: Phrases, sheet: IntegritySheet) -> Flowable:
    columns = [
        Column(words.say(f"paper.column-{name}"), width * mm, centred=name != "form")
        for name, width in zip(_NAMES, _COLUMNS, strict=True)
    ]
    return Rows(columns, [_row(words, one) for one in sheet.votes])


def _row(words: Phrases, one: DerivedVote) -> tuple[str, ...]:
    say = words.say
    return (
        str(one.number),
        str(one.entry),
        say.of("form", one.form),
        str(one.base),
        "–" if one.in_favour is None else str(one.in_favour),
        "–" if one.form == "no-objection" else str(one.derived),
        say.of("verdict", one.verdict),
        say("paper.agrees" if one.agrees else "paper.differs"),
    )


def _how(words: Phrases) -> Iterator[Flowable]:
    yield para(HEADING, words.say("paper.integrity-how"))
    for step in range(1, _STEPS + 1):
        text = words.say(f"paper.integrity-how.{step}", file=JOURNAL, algorithm=_HASH, command=_COMMAND)
        yield para(NUMBERED, text, bullet=f"{step}.")


def _version() -> str | None:
    try:
        return version("assembly-desk")
    except PackageNotFoundError:
        return None
