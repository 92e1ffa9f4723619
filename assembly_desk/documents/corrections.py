"""The corrections of a record, at the end of the protocol: what was recorded, what is true, the votes so touched."""

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable

from assembly_desk.documents.phrases import Phrases
from assembly_desk.documents.styles import BODY, HEADING, para
from assembly_desk.documents.votes import corrected
from assembly_desk.projections.rectified_sheet import (
    CorrectedVote,
    RecordedEntry,
    RectifiedEntry,
    TruePresence,
)


def corrections(
    words: Phrases, entries: Sequence[RectifiedEntry], votes: Sequence[CorrectedVote]
) -> Iterator[Flowable]:
    """Nothing where no entry was corrected."""
    if not entries:
        return
    yield para(HEADING, words.say("paper.rectifications"))
    for entry in entries:
        yield para(BODY, _entry(words, entry))
    for vote in votes:
        if not vote.correction.doubtful:
            continue  # told beside the vote
        number = words.say("paper.vote-number", vote=vote.vote)
        whose = f"{number}, {words.name(vote.candidate)}" if vote.candidate else number
        yield para(BODY, f"{whose}. ", corrected(words, vote.correction))


def _entry(words: Phrases, entry: RectifiedEntry) -> str:
    truths = [_presence(words, one) for one in entry.presence]
    truth = words.text(entry.truth) or "; ".join(truths)
    told = words.say("paper.rectified", entry=entry.entry, truth=truth, reason=words.text(entry.reason))
    if entry.recorded is None:
        return told
    return f"{told} {words.say('paper.rectified-was', recorded=_recorded(words, entry.recorded))}"


def _presence(words: Phrases, truth: TruePresence) -> str:
    key = "paper.truth-present" if truth.present else "paper.truth-absent"
    told = words.say(key, names=", ".join(words.name(person) for person in truth.people))
    at = "" if truth.at is None else f"; {words.say('paper.truth-time', time=words.clock(truth.at))}"
    return f"{told}{at}"


def _recorded(words: Phrases, recorded: RecordedEntry) -> str:
    values = {
        "names": ", ".join(words.name(person) for person in recorded.people),
        "vote": recorded.vote,
        "text": words.text(recorded.text),
        "time": words.clock(recorded.at),
    }
    return words.say(f"paper.recorded-{recorded.what}", **values)
