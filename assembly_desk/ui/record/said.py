"""What the record says, in the words of one language: lines of the log, motions, figures and marks of votes."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from assembly_desk.domain.text import Act, Text
from assembly_desk.domain.vote import Tally
from assembly_desk.projections.record_log import (
    Code,
    ItemRef,
    LogLine,
    MotionRef,
    One,
    Seconds,
    Truth,
    Value,
)
from assembly_desk.projections.record_sheet import Mark, VoteDetail, VoteRow
from assembly_desk.projections.vote_sheet import MotionName
from assembly_desk.ui.preparation.act_field import act_words
from assembly_desk.wording.dates import clock, date_and_time, duration, short_date
from assembly_desk.wording.ordinals import nth
from assembly_desk.wording.words import Language, Words, rule_words, words

NOTHING = "—"
_FEW = 3  # names on one line of the log; the rest are told by their number
_PAIRS = ("rows",)  # several values of which each two belong together


def told(line: LogLine, language: Language, offset: timedelta, *, whole: bool = False) -> str:
    """An entry in words. `whole`: with every name, however many; else with the first few."""
    say = words(language)
    values = {
        name: _value(name, value, say, offset, None if whole else _FEW) for name, value in line.values.items()
    }
    return say(f"log.{line.kind}", **values)


def _value(name: str, value: Value, say: Words, offset: timedelta, most: int | None) -> str:
    if not isinstance(value, tuple):
        return _one(name, value, say, offset)
    several = [_one(name, one, say, offset) for one in value]
    if not several:
        return NOTHING
    if name in _PAIRS:
        pairs = zip(several[::2], several[1::2], strict=True)
        return "; ".join(f"{one} – {other}" for one, other in pairs)
    if most is not None and len(several) > most:
        return say("roll.and-more", name=", ".join(several[:most]), count=len(several) - most)
    return ", ".join(several)


def _one(name: str, value: One, say: Words, offset: timedelta) -> str:
    language = say.language
    match value:
        case None | "":
            return NOTHING
        case str() if name == "date":
            return _day(value)
        case Text():
            return value.in_language(language)
        case datetime():
            return date_and_time(value, offset, language)
        case Code("sector", code):
            return nth(code, "sector", language) if code else say("voting.hall").lower()
        case Code(group, code):
            return say.of(group, code)
        case ItemRef():
            title = value.title.in_language(language)
            return title if value.number is None else f"№ {value.number} «{title}»"
        case MotionRef():
            return motion_words(say, value.name) if value.name is not None else f"№ {value.id}"
        case Seconds(seconds):
            return duration(seconds)
        case Truth():
            names = ", ".join(one.in_language(language) for one in value.names)
            is_so = say(f"record.truth-{'present' if value.present else 'absent'}")
            at = f" ({clock(value.at, offset)})" if value.at is not None else ""
            return f"{names} – {is_so}{at}"
        case Act():
            return act_words(value, language)
        case Tally():
            return tally_words(say, value)
        case _:
            return str(value)


def _day(value: str) -> str:
    try:
        return short_date(date.fromisoformat(value))
    except ValueError:
        return value


def motion_words(say: Words, name: MotionName) -> str:
    """What the motion is called by: «4-мәселе, 1-ұсыныс»; of procedure: «рәсімдік ұсыныс»."""
    if name.item is None:
        return say("voting.of-procedure")
    return f"{nth(name.item, 'item', say.language)}, {nth(name.number, 'motion', say.language)}"


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def subject(row: VoteRow, say: Words) -> str:
    """What was put: the candidate, else the text of the motion."""
    if row.candidate is not None:
        return row.candidate.name.in_language(say.language)
    return row.text.in_language(say.language)


def tally_words(say: Words, tally: Tally) -> str:
    """The three figures of a count."""
    figures = {"for": tally.in_favour, "against": tally.against, "abstain": tally.abstain}
    return say("record.figures", **figures)


def figures(row: VoteRow, say: Words) -> str:
    """How many were for, against, abstained, and gave no vote; or that nothing was counted."""
    if row.tally is None:
        return say("record.not-counted") if row.verdict not in ("open", "stopped") else ""
    rest = ""
    if row.rest:
        rest = say("record.rest" if row.form == "secret" else "record.not-voting", count=row.rest)
    return " · ".join(part for part in (tally_words(say, row.tally), rest) if part)


def mark_words(mark: Mark, say: Words) -> str:
    """What became of the vote later."""
    if mark.code == "doubtful":
        return say("verdict.doubtful")
    return say(f"record.mark-{mark.code}", vote=mark.vote)


def rule_of(detail: VoteDetail, say: Words) -> str:
    """«45 × 2/3 – кемінде 30 · Ереже, 15-тармақ»."""
    return say(
        "record.share-rule",
        whole=detail.whole,
        fraction=str(detail.rule.fraction),
        needed=detail.row.needed,
        rule=rule_words(detail.rule.point, say.language),
    )


def numbers(votes: Sequence[int], say: Words) -> str:
    """Several votes by their numbers."""
    return say("record.votes-list", votes=", ".join(str(vote) for vote in votes))
