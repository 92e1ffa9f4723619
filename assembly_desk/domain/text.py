"""Human texts and the names of people, as they stand in the record."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """A human text: Kazakh, and Russian where it was given. The Kazakh one prevails."""

    kk: str
    ru: str | None = None

    def in_language(self, language: str) -> str:
        """The text in that language, or in Kazakh where it is missing."""
        return self.ru if language == "ru" and self.ru else self.kk


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name as the person writes it: surname, given name, patronymic if there is one."""

    surname: str
    given: str
    patronymic: str | None = None

    @property
    def full(self) -> str:
        """The form of lists: «Тегі Аты Әкесінің аты»."""
        return " ".join(part for part in (self.surname, self.given, self.patronymic) if part)

    @property
    def short(self) -> str:
        """The form of signatures: initials, a space after each, before the surname: «Қ. С. Тегі»."""
        initials = [f"{part[0]}." for part in (self.given, self.patronymic) if part]
        return " ".join([*initials, self.surname])


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in the record, as they were then: a member (with an id) or a guest."""

    name: Text
    short: Text
    position: Text | None = None
    member: str | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """A paper that something rests on (an order, a consent): its kind, number and date, or a text."""

    kind: str | None = None
    number: str | None = None
    date: str | None = None
    text: Text | None = None
