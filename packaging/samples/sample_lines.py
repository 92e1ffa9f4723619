"""Rehearsal lines, with a clock that only goes on."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from sample_people import Sample

Json = dict[str, object]


def text(kk: str, ru: str | None = None) -> object:
    """A human text of the contract."""
    return {"kk": kk, "ru": ru} if ru else kk


def guest(name: str, position: object, ru: str | None = None) -> Json:
    """A person who is no member."""
    return {"name": text(name, ru), "position": position}


SPEAKER = guest(
    "Сейілханова Р. Т.",
    text(
        "министрлік департаменті директорының орынбасары", "заместитель директора департамента министерства"
    ),
    "Сейилханова Р. Т.",
)
EXPERT = guest("Лихтен А. В.", text("тәуелсіз сарапшы", "независимый эксперт"), "Лихтен А. В.")
SECRETARY = guest(
    "Әбенова С. Қ.",
    text("Хатшылықтың бас сарапшысы", "главный эксперт Секретариата"),
    "Абенова С. К.",
)


@dataclass(slots=True)
class Lines:
    """Steps and comments in order. `clock`: whether steps carry times (of the given day, +05:00)."""

    day: str
    clock: bool = True
    lines: list[str] = field(default_factory=list)

    def say(self, comment: str) -> None:
        """A comment in the file."""
        self.lines.append(f"# {comment}")

    def do(self, step: str, at: str | None = None, /, **fields: object) -> None:
        """One step, at that hour and minute if the lines carry times."""
        line: Json = {"do": step} | {
            name.rstrip("_"): value for name, value in fields.items() if value is not None
        }
        if at and self.clock:
            line["at"] = f"{self.day}T{at}:00+05:00"
        self.lines.append(json.dumps(line, ensure_ascii=False))

    def members(self, people: Sequence[Sample], council: bool) -> None:
        """The register: names and offices as they stand in the rosters."""
        for person in people:
            ru = {"surname": person.ru.surname, "given": person.ru.given}
            if person.ru.patronymic:
                ru["patronymic"] = person.ru.patronymic
            self.do(
                "add-member",
                member=person.id,
                surname=person.name.surname,
                given=person.name.given,
                patronymic=person.name.patronymic,
                badge=person.badge,
                bodies=["session", "council"] if council and person.council else ["session"],
                office=None if person.office == "member" else person.office,
                position=text(person.position.kk, person.position.ru),
                organisation=text(person.organisation.kk, person.organisation.ru),
                region=text(person.region.kk, person.region.ru),
                names={"ru": ru},
            )

    def speech(
        self, member: object, kind: str, begins: str, ends: str, gist: object, extended: str | None = None
    ) -> None:
        """A speech from the floor to its gist."""
        self.do("give-floor", begins, member=member, kind=kind)
        if extended:
            self.do("extend-floor", extended, member=member, kind=kind, seconds=120)
        self.do("end-floor", ends, member=member, kind=kind, gist=gist)

    def hands(self, motion: str, begins: str, ends: str, counts: tuple[int, int, int]) -> None:
        """A vote by show of hands, counted as a whole: for, against, abstain."""
        self.do("put", begins, motion=motion, form="show-of-hands")
        self.do("count", ends, **dict(zip(("for", "against", "abstain"), counts, strict=True)))
        self.do("close-vote", ends)

    def unopposed(self, motion: str, at: str) -> None:
        """A procedural motion or a taking note that nobody objects to."""
        self.do("put", at, motion=motion, form="no-objection")
        self.do("close-vote", at, objections=0)

    def __str__(self) -> str:
        return "\n".join(self.lines) + "\n"
