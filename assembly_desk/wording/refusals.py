"""Refusals and notices as sentences: a stable code and its values become one clear sentence with the reason.

The values come coded (a point, a state, kinds, moments); here they become words. A sentence never fails: what
is missing is shown as «—».
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from assembly_desk.domain.text import Person, Text
from assembly_desk.wording.dates import KAZAKHSTAN, clock, date_and_time, legal_date, local
from assembly_desk.wording.ordinals import nth
from assembly_desk.wording.words import Language, fill, rule_words, words

NOTHING = "—"
_LONGEST = 200  # a value a user typed is shown, not quoted at any length

_GROUPS = {
    "state": ("state",),
    "matter": ("competence",),
    "form": ("form",),
    "kind": ("kind",),
    "verdict": ("verdict",),
    "allowed": ("kind",),
    "field": ("field",),
    "fields": ("field",),
    "row": ("row", "ballots"),
    "missing": ("row", "ballots"),
    "reason": ("unreadable",),
    "problem": ("problem",),
    "body": ("body",),
}


class _Shown(dict[str, object]):
    def __missing__(self, name: str) -> object:
        return NOTHING


def message(
    code: str, values: Mapping[str, object], language: Language, *, offset: timedelta = KAZAKHSTAN
) -> str:
    """The sentence of a refusal or a notice, in that language; times at that offset from UTC.

    The value `case` chooses the sentence of that case, where the code has one. An unknown code is named in a
    general sentence; a value that is missing or None is shown as «—».
    """
    say = words(language)
    moments = {name: moment for name, value in values.items() if (moment := _moment(name, value))}
    one_day = len({local(moment, offset).date() for moment in moments.values()}) < 2
    shown = _Shown()
    for name, value in values.items():
        if name not in moments:
            shown[name] = _word(name, value, values, language)
        elif one_day:
            shown[name] = clock(moments[name], offset, seconds=True)
        else:
            shown[name] = date_and_time(moments[name], offset, language, seconds=True)
    for key in (f"refusal.{code}.{values.get('case')}", f"refusal.{code}", f"notice.{code}"):
        if key in say:
            return fill(say.template(key), shown, key)
    return say("refusal.other", code=code)


def _moment(name: str, value: object) -> datetime | None:
    """A moment, given as such or as RFC 3339 text under `time` or `last`."""
    if name in ("time", "last") and isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            return None
    return value if isinstance(value, datetime) and value.tzinfo else None


def _word(name: str, value: object, values: Mapping[str, object], language: Language) -> str:
    """One value in words: coded ones by their rows, texts in the language, several joined by commas."""
    match value:
        case None | "":
            return NOTHING
        case str():
            return _coded(name, value, values, language)
        case Text():
            return _short(value.in_language(language))
        case Person():
            return _short(value.name.in_language(language))
        case datetime():
            return value.isoformat(sep=" ", timespec="seconds")
        case date():
            return legal_date(value, language)
        case Mapping():
            text = value.get(language) or value.get("kk") or next(iter(value.values()), None)
            return _word(name, text, values, language)
        case Iterable():
            several = [_word(name, one, values, language) for one in value]
            return ", ".join(several) or NOTHING
        case _:
            return _short(str(value))


def _coded(name: str, value: str, values: Mapping[str, object], language: Language) -> str:
    say = words(language)
    if name == "rule":
        return _short(rule_words(value, language))
    if name in ("row", "missing") and value.startswith("sector:"):
        return nth(value.removeprefix("sector:"), "sector", language)
    for group in _GROUPS.get(name, ()):
        key = f"{group}.{value.replace('_', '-')}"
        if key in say:
            others = {
                other: _word(other, one, {}, language) for other, one in values.items() if other != name
            }
            return fill(say.template(key), _Shown(others), key)
    return _short(value)


def _short(value: str) -> str:
    """On one line, and no longer than a line or two."""
    line = " ".join(value.split()) or NOTHING
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
