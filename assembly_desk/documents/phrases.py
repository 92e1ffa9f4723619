"""People, acts, moments and points of law as a paper in one language names them."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import TypeVar

from assembly_desk.domain.alphabet import SortKey, sort_key
from assembly_desk.domain.state import Opening
from assembly_desk.domain.text import Act, Person, Text
from assembly_desk.projections.sheet_head import SheetHead
from assembly_desk.wording.dates import act_kind, act_reference, clock, date_and_time, legal_date, local
from assembly_desk.wording.ordinals import nth, sitting_of, sitting_title
from assembly_desk.wording.words import Language, Words, fill, rule_words, words

BLANK = "______"
"""Where a number is written by hand, until one is registered."""

T = TypeVar("T")

_LONGEST_NUMBER = 40

_KNOWN_RULES = {
    ("quorum", "council"): "p.14",
    ("quorum", "session"): "p.9",
    ("vote-base", "council"): "p.15",
    ("vote-base", "session"): "p.10",
}
"""The bodies whose sentences name the share and the point; others go by the figures and the rule alone."""

_DECREE = "kz-apk-747"


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words of one paper: `say` for the rows of the table, the methods for what they are filled with."""

    head: SheetHead
    language: Language

    @property
    def say(self) -> Words:
        """The table in the paper's language."""
        return words(self.language)

    def text(self, text: Text | None) -> str:
        """A text of the record; where a Russian one is missing, a mark that says so; nothing for None."""
        if text is None:
            return ""
        return self.say("paper.no-russian") if self._lacks(text) else text.in_language(self.language)

    def name(self, person: Person) -> str:
        """The name in full, as lists have it."""
        return self._name(person.name)

    def signature_name(self, person: Person) -> str:
        """The name as signatures have it: initials before the surname.

        A guest's name is one text; it is turned about where it shows by itself which word is the surname.
        """
        return _initials_first(self._name(person.short))

    def ordered(self, things: Iterable[T], person: Callable[[T], Person]) -> list[T]:
        """The things by the names of their people, in the order of the paper's alphabet."""
        if self.language != "ru":
            return sorted(things, key=lambda one: sort_key(person(one).name.kk))
        return sorted(things, key=lambda one: _russian(person(one).name.in_language("ru")))

    def _name(self, name: Text) -> str:
        """A name that has no Russian spelling stays, for it names somebody, but bears a mark."""
        marked = f" {self.say('paper.kazakh-spelling')}" if self._lacks(name) else ""
        return name.in_language(self.language) + marked

    def _lacks(self, text: Text) -> bool:
        return self.language == "ru" and not text.ru

    def with_position(self, person: Person, office: str | None = None) -> str:
        """The name, and the position if one is known, else the office in the Assembly."""
        position = self.position(person, office)
        return f"{self.name(person)}, {position}" if position else self.name(person)

    def position(self, person: Person, office: str | None = None) -> str:
        """The position, else the office in the Assembly unless it is a plain member's."""
        if person.position is not None and person.position.kk.strip(" -–—"):
            return self.text(person.position)
        return self.say.of("office", office) if office in ("chair", "deputy", "head-of-secretariat") else ""

    def named(self, key: str, person: Person, office: str | None = None) -> str:
        """A row of {name} and {position}; the position is left out where there is none."""
        position = self.position(person, office)
        if position:
            return self.say(key, name=self.name(person), position=position)
        return fill(self.say.template(key).replace(", {position}", ""), {"name": self.name(person)}, key)

    def people(self, people: Iterable[Person]) -> str:
        """Names in a row; a semicolon where positions with commas stand beside them."""
        told = [self.with_position(person) for person in people]
        return ("; " if any("," in one for one in told) else ", ").join(told)

    def act(self, act: Act) -> str:
        """How the paper cites an act: by its text, or by kind, number and date."""
        if act.text is not None:
            return self.text(act.text)
        kind = act.kind or ""
        known = not kind or act_kind(kind, self.language) is not None
        return act_reference(
            kind if known else self.say("paper.no-russian"), act.number or "", _day(act.date), self.language
        )

    def rule(self, point: str) -> str:
        """A point of the Regulation."""
        return rule_words(point, self.language)

    def rule_key(self, group: str, point: str) -> str:
        """The row for this body: its own where that row names this point, else the general one."""
        known = _KNOWN_RULES.get((group, self.head.body)) == point
        return f"paper.{group}.{self.head.body if known else 'other'}"

    def date(self, day: str | None) -> str:
        """An ISO date in full, or a blank to be filled in by hand."""
        known = _day(day)
        return legal_date(known, self.language) if known else (day or BLANK)

    def clock(self, moment: datetime) -> str:
        """The time of day; with the date where it is not the day of the sitting."""
        if local(moment, self.head.offset).date() == _day(self.head.date):
            return clock(moment, self.head.offset)
        return self.full_time(moment)

    def full_time(self, moment: datetime) -> str:
        """The date in full and the time."""
        return date_and_time(moment, self.head.offset, self.language)

    def day_of(self, moment: datetime) -> str:
        """The date in full of a moment."""
        return legal_date(local(moment, self.head.offset).date(), self.language)

    def appendix(self, number: int) -> str:
        """«1-қосымша»."""
        return nth(number, "appendix", self.language)

    def appendix_to(self, number: int) -> str:
        """«№ 14 хаттамаға 1-қосымша»."""
        return self.say("paper.appendix-to", number=self.protocol_number, appendix=self.appendix_head(number))

    def appendix_head(self, number: int) -> str:
        """«1-қосымша», «Приложение 1», at the beginning of a line."""
        appendix = self.appendix(number)
        return appendix[0].upper() + appendix[1:]

    @property
    def protocol_number(self) -> str:
        """The registered number, or a blank."""
        return shortened(self.head.protocol_number or BLANK, _LONGEST_NUMBER)

    @property
    def _number(self) -> str:
        return shortened(self.head.number or BLANK, _LONGEST_NUMBER)

    @property
    def body(self) -> str:
        """The body with the Assembly's name, as the head of a Russian paper begins."""
        return self.text(self.head.body_name)

    @property
    def of_sitting(self) -> str:
        """«заседания № 14», «XXXV сессии»: stands under the kind of the paper."""
        return sitting_of(self.head.body, self._number, self.language)

    @property
    def owner(self) -> str:
        """Whose protocol it is, in the case that the language wants beside that word."""
        of = sitting_of(self.head.body, self._number, self.language)
        if self.head.body in ("council", "session"):
            return self.say(f"paper.head.{self.head.body}", sitting_of=of)
        return self.say("paper.head.other", body=self.text(self.head.body_name), sitting_of=of)

    @property
    def sitting(self) -> str:
        """The title of the sitting in full: «Қазақстан халқы Ассамблеясы Кеңесінің 14-отырысы»."""
        return sitting_title(
            self.head.body,
            self._number,
            self.language,
            name=self.text(self.head.body_name),
            full=True,
        )

    def quorum(self, opening: Opening, point: str) -> str:
        """The figures of the opening, and that the sitting was lawful."""
        quorum = opening.quorum
        return self.say(
            self.rule_key("quorum", point),
            total=quorum.total,
            present=quorum.present,
            needed=quorum.needed,
            rule=self.rule(point),
        )

    def vote_base(self, base: int, needed: int, point: str) -> str:
        """The base of a vote and the number of votes needed."""
        return self.say(self.rule_key("vote-base", point), base=base, needed=needed, rule=self.rule(point))

    @property
    def profile(self) -> str:
        """Which rules were applied; never that they are in force."""
        known = self.head.profile.startswith(_DECREE)
        key = "paper.rule-applied" if known else "paper.rule-applied.other"
        return self.say(key, profile=self.head.profile, act=self.text(self.head.profile_act))


def shortened(text: str, most: int) -> str:
    """The beginning of a text that has room for so many letters only; the protocol has the whole."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


_INITIALS_LAST = re.compile(r"(?P<surname>[^\W\d_][\w-]+)(?P<initials>(?: [^\W\d_]\.){1,2})")
_THREE_NAMES = re.compile(
    r"(?P<surname>[^\W\d_][\w-]+) (?P<given>[^\W\d_])[\w-]+ "
    r"(?P<patronymic>[^\W\d_])[\w-]*(?:ұлы|қызы|улы|кызы|вич|вна|ична)"
)


def _initials_first(name: str) -> str:
    """«Тегі А. Ә.» and «Тегі Аты Әкесіқызы» as «А. Ә. Тегі»; any other name as it is."""
    if found := _INITIALS_LAST.fullmatch(name):
        return f"{found['initials'].strip()} {found['surname']}"
    if found := _THREE_NAMES.fullmatch(name):
        return f"{found['given']}. {found['patronymic']}. {found['surname']}"
    return name


@lru_cache(4096)
def _russian(name: str) -> SortKey:
    """The key of the Russian order: as the Kazakh one, in which all its letters stand, but ё is a kind of е."""
    letters, accents, capitals, text = sort_key(name.replace("ё", "е").replace("Ё", "Е"))
    return letters, accents, capitals, f"{text} {name}"


def _day(day: str | None) -> date | None:
    try:
        return date.fromisoformat(day) if day else None
    except ValueError:
        return None
