"""Dates and times as Kazakh law writes them: «2026 жылғы 23 қараша», «23 ноября 2026 года», «10:04».

Times are kept in UTC and shown by the profile's fixed offset (+05:00), never by the zone of this computer.
"""

from datetime import date, datetime, timedelta, timezone

from assembly_desk.wording.words import Language, words

KAZAKHSTAN = timedelta(hours=5)
"""The offset from UTC in the profile of the Assembly."""

ACT_KINDS = ("consent", "decision", "decree", "instruction", "letter", "order", "protocol", "resolution")


def legal_date(day: date, language: Language) -> str:
    """The day in full: «2026 жылғы 23 қараша», «23 ноября 2026 года», “23 November 2026”."""
    say = words(language)
    return say("date.legal", year=day.year, day=day.day, month=say(f"month.{day.month}"))


def weekday(day: date, language: Language) -> str:
    """The name of the day: «дүйсенбі», «понедельник», “Monday”."""
    return words(language)(f"weekday.{day.isoweekday()}")


def short_date(day: date) -> str:
    """The day in figures, for tables: «23.11.2026»."""
    return f"{day:%d.%m.}{day.year:04}"


def local(moment: datetime, offset: timedelta) -> datetime:
    """The moment at that offset from UTC. ValueError: a time without an offset says no moment."""
    if moment.tzinfo is None:
        raise ValueError("a time without an offset")
    return moment.astimezone(timezone(offset))


def clock(moment: datetime, offset: timedelta, *, seconds: bool = False) -> str:
    """The time of day: «10:04», with seconds «10:04:07»."""
    return format(local(moment, offset), "%H:%M:%S" if seconds else "%H:%M")


def date_and_time(moment: datetime, offset: timedelta, language: Language, *, seconds: bool = False) -> str:
    """The day in full and the time: «2026 жылғы 23 қараша, 10:04»."""
    day = local(moment, offset).date()
    return f"{legal_date(day, language)}, {clock(moment, offset, seconds=seconds)}"


def zone(offset: timedelta) -> str:
    """The offset as papers name it: «UTC+05:00»."""
    minutes = round(offset.total_seconds() / 60)
    return f"UTC{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def duration(seconds: float) -> str:
    """Minutes and seconds, «04:30», also above an hour, «75:00»; below zero with a minus, «−00:12»."""
    whole = int(abs(seconds))
    minus = "−" if seconds <= -1 else ""
    return f"{minus}{whole // 60:02}:{whole % 60:02}"


def act_kind(kind: str, language: Language) -> str | None:
    """The kind of an act, recorded in Kazakh, in that language: «өкім», «распоряжение»; None: not known.

    It keeps its capital, as that of «Жарлық» shows whose act it is.
    """
    if language == "kk":
        return kind
    say = words("kk")
    code = next((code for code in ACT_KINDS if say.of("act-kind", code) == kind.strip().lower()), None)
    if code is None:
        return None
    word = words(language).of("act-kind", code)
    return word[0].upper() + word[1:] if kind.strip()[:1].isupper() else word


def act_reference(kind: str, number: str, day: date | None, language: Language) -> str:
    """How a paper cites an act: «2026 жылғы 23 қарашадағы № 8 өкім», «өкім № 8 от 23 ноября 2026 года».

    What is not known (an empty kind or number, no day) is left out. A kind that the table lacks stays Kazakh.
    """
    say = words(language)
    kind = act_kind(kind, language) or kind
    numbered = say("act.number", number=number) if number else ""
    if language == "kk":
        when = day and say("date.at", year=day.year, day=day.day, month=say(f"month-at.{day.month}"))
        return " ".join(part for part in (when, numbered, kind) if part)
    when = day and say("date.at", year=day.year, day=day.day, month=say(f"month.{day.month}"))
    return " ".join(part for part in (kind, numbered, when) if part)
