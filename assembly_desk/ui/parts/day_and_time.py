"""A day and a time of day as people type them."""

import re
from datetime import date, time


def read_date(typed: str) -> str | None:
    """The day that was typed, ISO: «23.11.2026», «23/11/26» or 2026-11-23; None: no day."""
    typed = typed.strip()
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", typed):
            return date.fromisoformat(typed).isoformat()
        day, month, year = (int(part) for part in re.split(r"[./\s-]+", typed))
        return date(year + 2000 if year < 100 else year, month, day).isoformat()
    except ValueError:
        return None


def read_time(typed: str) -> str | None:
    """The time that was typed, HH:MM: «10:00», «10.00», «1000», «9»; None: no time."""
    found = re.fullmatch(r"(\d{1,2})[:.\s]?(\d{2})?", typed.strip())
    if found is None:
        return None
    try:
        return time(int(found[1]), int(found[2] or 0)).strftime("%H:%M")
    except ValueError:
        return None
