"""Reading a rule profile, with errors that name the line."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any, NoReturn, TypeVar, get_args

from assembly_desk.domain.profile import BodyRules, Competence, MotionKind, Office, Profile, SpeechKind
from assembly_desk.domain.text import Text
from assembly_desk.domain.threshold import Base, Threshold
from assembly_desk.resources import resource

ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
T = TypeVar("T")
POINT = re.compile(r"p\.\d+(-\d+)?")


class ProfileError(ValueError):
    """A profile that cannot be used: the file, the line and what is wrong there."""

    def __init__(self, file: str, line: int | None, problem: str) -> None:
        super().__init__(f"{file}, line {line}: {problem}" if line else f"{file}: {problem}")
        self.line = line


def load_profiles(folder: Path | None = None) -> dict[str, Profile]:
    """All profiles of the folder (default: those shipped), by id. Raises `ProfileError`."""
    profiles: dict[str, Profile] = {}
    for file in sorted((folder or resource("rules")).glob("*.toml")):
        profile = load_profile(file)
        if profile.id in profiles:
            raise ProfileError(file.name, None, f"another file has the id {profile.id!r} already")
        profiles[profile.id] = profile
    return profiles


def load_profile(file: Path) -> Profile:
    """One profile, checked. Raises `ProfileError`."""
    try:
        text = file.read_text(encoding="utf-8")
        table = tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise ProfileError(file.name, None, str(error)) from None
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        raise ProfileError(file.name, int(line[1]) if line else None, str(error)) from None
    return _Reader(file.name, text).profile(table)


class _Reader:
    """Reads the tables of one file; knows on which line each key stands."""

    def __init__(self, name: str, text: str) -> None:
        self.name, self.lines = name, text.splitlines()

    def profile(self, table: Mapping[str, Any]) -> Profile:
        needed = {"id", "valid_from", "utc_offset_minutes", "own_form_matters", "signers", "act"}
        top = self.keys((), table, needed | {"bodies", "reglament"}, optional={"valid_until"})
        reglament = self.keys(
            ("reglament",), top["reglament"], {"minutes", "extension_seconds", "warning_seconds"}
        )
        bodies = {
            name: self.body(("bodies", name), body)
            for name, body in self.of_type(("bodies",), top["bodies"], dict).items()
        }
        matters = {matter for body in bodies.values() for matter in body.competence}
        own_form = self.names(("own_form_matters",), top["own_form_matters"], tuple(sorted(matters)))
        minutes = self.keys(("reglament", "minutes"), reglament["minutes"], set(get_args(SpeechKind)))
        return Profile(
            id=self.id(("id",), top["id"]),
            valid_from=self.date(("valid_from",), top["valid_from"]),
            valid_until=self.date(("valid_until",), top["valid_until"]) if "valid_until" in top else None,
            act=self.text(("act",), top["act"]),
            utc_offset_minutes=self.number(("utc_offset_minutes",), top["utc_offset_minutes"], -840, 840),
            bodies=bodies,
            own_form_matters=own_form,
            signers=self.names(("signers",), top["signers"], ("secretary", "presiding")),
            speech_seconds={
                kind: 60 * self.number(("reglament", "minutes", kind), value, 1)
                for kind, value in minutes.items()
            },
            extension_seconds=self.number(
                ("reglament", "extension_seconds"), reglament["extension_seconds"], 1
            ),
            warning_seconds=self.number(("reglament", "warning_seconds"), reglament["warning_seconds"], 1),
        )

    def body(self, path: tuple[str, ...], table: object) -> BodyRules:
        found = self.keys(path, table, {*BodyRules.__dataclass_fields__})
        offices = get_args(Office)
        return BodyRules(
            name=self.text((*path, "name"), found["name"]),
            quorum=self.threshold((*path, "quorum"), found["quorum"], "members"),
            majority=self.threshold((*path, "majority"), found["majority"], "present"),
            convened_by=self.names((*path, "convened_by"), found["convened_by"], offices),
            consent_unless=self.names((*path, "consent_unless"), found["consent_unless"], offices),
            convening_point=self.point((*path, "convening_point"), found["convening_point"]),
            act_needed=self.of_type((*path, "act_needed"), found["act_needed"], bool),
            decides_own_form=self.of_type((*path, "decides_own_form"), found["decides_own_form"], bool),
            appeals=self.of_type((*path, "appeals"), found["appeals"], bool),
            competence={
                matter: self.competence((*path, "competence", matter), rule)
                for matter, rule in self.of_type((*path, "competence"), found["competence"], dict).items()
            },
        )

    def competence(self, path: tuple[str, ...], table: object) -> Competence:
        found = self.keys(path, table, {"kinds", "point"}, optional={"reason_needed", "notice"})
        return Competence(
            kinds=self.names(path, found["kinds"], get_args(MotionKind)),
            point=self.point(path, found["point"]),
            reason_needed=self.of_type(path, found.get("reason_needed", False), bool),
            notice=self.of_type(path, found["notice"], str) if "notice" in found else None,
        )

    def threshold(self, path: tuple[str, ...], table: object, of: Base) -> Threshold:
        found = self.keys(path, table, {"fraction", "at_least", "of", "point"})
        share = re.fullmatch(r"([1-9]\d*)/([1-9]\d*)", str(found["fraction"]))
        if share is None or not 0 < Fraction(share[0]) <= 1:
            self.fail((*path, "fraction"), "a share such as 2/3 is needed, above 0 and at most 1")
        if found["of"] != of:
            self.fail((*path, "of"), f"must be {of!r}")
        fraction = Fraction(str(found["fraction"]))
        at_least = self.of_type((*path, "at_least"), found["at_least"], bool)
        if fraction == 1 and not at_least:
            self.fail((*path, "at_least"), "more than all can never be reached")
        return Threshold(
            fraction=fraction,
            at_least=at_least,
            of=of,
            point=self.point((*path, "point"), found["point"]),
        )

    def text(self, path: tuple[str, ...], table: object) -> Text:
        found = self.keys(path, table, {"kk", "ru"})
        return Text(self.of_type(path, found["kk"], str), self.of_type(path, found["ru"], str))

    def keys(
        self,
        path: tuple[str, ...],
        table: object,
        needed: set[str],
        optional: frozenset[str] | set[str] = frozenset(),
    ) -> dict[str, Any]:
        """The table, which must have just these keys."""
        found = self.of_type(path, table, dict)
        for key in found:
            if key not in needed | optional:
                self.fail((*path, key), f"unknown key {key!r}")
        if lacking := sorted(needed - set(found)):
            self.fail(path, f"missing: {', '.join(lacking)}")
        return found

    def id(self, path: tuple[str, ...], value: object) -> str:
        id = self.of_type(path, value, str)
        if not id.strip() or not id.isprintable():
            self.fail(path, "an id is needed that is not empty and can be printed")
        return id

    def names(self, path: tuple[str, ...], value: object, allowed: tuple[T, ...]) -> tuple[T, ...]:
        found = self.of_type(path, value, list)
        for name in found:
            if name not in allowed:
                self.fail(path, f"unknown {name!r}; known: {', '.join(map(str, allowed))}")
        return tuple(found)

    def date(self, path: tuple[str, ...], value: object) -> str:
        given = value if isinstance(value, str) and ISO_DATE.fullmatch(value) else ""
        try:
            return date.fromisoformat(given).isoformat()
        except ValueError:
            return self.fail(path, "a date such as 2024-12-27 is needed")

    def point(self, path: tuple[str, ...], value: object) -> str:
        if not isinstance(value, str) or not POINT.fullmatch(value):
            self.fail(path, "the point of the law is needed, such as p.14")
        return str(value)

    def number(self, path: tuple[str, ...], value: object, least: int, most: int = 1440) -> int:
        number = self.of_type(path, value, int)
        if isinstance(value, bool) or not least <= number <= most:
            self.fail(path, f"a whole number from {least} to {most} is needed")
        return number

    def of_type(self, path: tuple[str, ...], value: object, type_: type[T]) -> T:
        if not isinstance(value, type_):
            self.fail(path, f"{type_.__name__} is needed")
        return value

    def fail(self, path: tuple[str, ...], problem: str) -> NoReturn:
        raise ProfileError(self.name, self.line_of(path), f"{'.'.join(path)}: {problem}")

    def line_of(self, path: tuple[str, ...]) -> int | None:
        """The line on which the key stands, or the nearest table that holds it."""
        table: list[str] = []
        place: tuple[str, ...] = ()
        best: tuple[int, int] | None = None
        for number, line in enumerate(self.lines, start=1):
            if header := re.fullmatch(r"\s*\[([^\]]+)\]\s*(#.*)?", line):
                parts = re.findall(r'"([^"]+)"|([\w-]+)', header[1])
                table = [quoted or bare for quoted, bare in parts]
                place = tuple(table)
            elif key := re.match(r'\s*(?:"([^"]+)"|([\w-]+))\s*=', line):
                place = (*table, key[1] or key[2])
            else:
                continue
            if path[: len(place)] == place and (best is None or len(place) > best[0]):
                best = (len(place), number)
        return best[1] if best else None
