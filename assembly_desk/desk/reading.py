"""Reading values of a step strictly: each of its kind, each letter printable, no field unknown."""

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any, Literal, TypeVar, Union, get_args, get_origin

from cattrs import Converter
from cattrs.errors import ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn, override

from assembly_desk.domain import commands as c
from assembly_desk.domain.alphabet import bad_letter
from assembly_desk.domain.member import Mandate
from assembly_desk.domain.motion import AgendaChange
from assembly_desk.domain.text import Act, Text

T = TypeVar("T")
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)")  # RFC 3339
LONGEST_NUMBER = 100  # digits
DEEPEST = 20  # objects and lists within each other


class UnreadableStep(Exception):
    """A line that is no step: why, and the name of what is wrong."""

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(reason, values)
        self.reason, self.values = reason, values


def no_field_twice(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object's fields; a field given twice is unreadable."""
    fields: dict[str, Any] = {}
    for name, value in pairs:
        if name in fields:
            raise UnreadableStep("repeated-field", name=name)
        fields[name] = value
    return fields


def whole_number(digits: str) -> int:
    """A number of a line; one that no count could ever reach is unreadable."""
    if len(digits) > LONGEST_NUMBER:
        raise UnreadableStep("wrong-value", name=f"{digits[:20]}…")
    return int(digits)


def no_number(word: str) -> object:
    """NaN and Infinity, which Python would read, are no JSON."""
    raise UnreadableStep("not-json", name=word)


def clean(value: Any, depth: int = 0) -> Any:
    """The value with all its texts composed (NFC), and no letter that no paper could print."""
    if depth > DEEPEST:
        raise UnreadableStep("too-long")
    if isinstance(value, str):
        text = unicodedata.normalize("NFC", value)
        if letter := bad_letter(text):
            raise UnreadableStep("bad-letter", letter=f"U+{ord(letter):04X}")
        return text
    if isinstance(value, list):
        return [clean(one, depth + 1) for one in value]
    if isinstance(value, dict):
        return no_field_twice([(clean(name), clean(one, depth + 1)) for name, one in value.items()])
    return value


def own_text(value: Any, name: str) -> str | None:
    """An id: None, or a text that is not blank and stands on one line."""
    try:
        return None if value is None else one_line(value, None)
    except ValueError:
        raise UnreadableStep("wrong-value", name=name) from None


def moment(value: Any, name: str) -> dt.datetime:
    """A time with its offset (RFC 3339)."""
    try:
        if MOMENT.fullmatch(value) and 1900 < (at := dt.datetime.fromisoformat(value)).year < 9999:
            return at
    except (TypeError, ValueError):
        pass
    raise UnreadableStep("wrong-value", name=name)


def check_date(fields: dict[str, Any], name: str) -> None:
    """Refuse a field that is no ISO date."""
    value = fields.get(name)
    try:
        if value is None or (ISO_DATE.fullmatch(value) and dt.date.fromisoformat(value)):
            return
    except (TypeError, ValueError):
        pass
    raise UnreadableStep("wrong-value", name=name)


def explained(error: BaseException, name: str = "") -> UnreadableStep:
    """Which field is wrong, from the innermost reason."""
    for note in getattr(error, "__notes__", ()):
        name = str(getattr(note, "name", name))
    for inner in getattr(error, "exceptions", ()):
        return explained(inner, name)
    if isinstance(error, UnreadableStep):
        return error
    if isinstance(error, ForbiddenExtraKeysError):
        return UnreadableStep("unknown-field", name=min(error.extra_fields))
    if isinstance(error, KeyError) and error.args and isinstance(error.args[0], str):
        return UnreadableStep("missing-field", name=error.args[0])
    return UnreadableStep("wrong-value", name=name)


def _strictly(type_: type) -> Callable[[Any, object], Any]:
    def check(value: Any, _: object) -> Any:
        if type(value) is not type_:
            raise ValueError(value)
        return value

    return check


def filled(value: Any, _: object) -> str:
    """A text that is not blank."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError(value)
    return value


def one_line(value: Any, _: object) -> str:
    """An id, a name, a number as text: not blank, and on one line."""
    if "\n" in filled(value, None):
        raise ValueError(value)
    return str(value)


def text(value: Any, _: object) -> Text:
    """A human text: a string in Kazakh, or by language."""
    if isinstance(value, str):
        return Text(filled(value, None))
    if isinstance(value, dict) and set(value) <= {"kk", "ru"} and "kk" in value:
        return Text(filled(value["kk"], None), None if value.get("ru") is None else filled(value["ru"], None))
    raise ValueError(value)


def _whom(value: Any, _: object) -> c.Whom:
    if isinstance(value, str):
        return one_line(value, None)
    if isinstance(value, dict) and set(value) <= {"name", "position"} and "name" in value:
        position = value.get("position")
        return c.Guest(text(value["name"], None), None if position is None else text(position, None))
    raise ValueError(value)


def _act(value: Any, _: object) -> Act:
    if isinstance(value, dict) and "kk" not in value:
        if not value or not set(value) <= {"kind", "number", "date"}:
            raise ValueError(value)
        check_date(value, "date")
        given = {name: filled(one, None) for name, one in value.items()}
        return Act(given.get("kind"), given.get("number"), given.get("date"))
    return Act(text=text(value, None))


def _is_tuple(type_: Any) -> bool:
    return get_origin(type_) is tuple


def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True)
    for type_ in (int, bool):
        converter.register_structure_hook(type_, _strictly(type_))
    converter.register_structure_hook(str, one_line)
    converter.register_structure_hook(Text, text)
    converter.register_structure_hook(Act, _act)
    converter.register_structure_hook(dt.datetime, lambda value, _: moment(value, "until"))
    converter.register_structure_hook(c.Whom, _whom)
    converter.register_structure_hook(
        c.Whom | None, lambda value, _: None if value is None else _whom(value, None)
    )
    converter.register_structure_hook_func(lambda type_: type_ is object, lambda value, _: value)

    def many(type_: Any) -> Callable[[Any, object], Any]:
        inner = get_args(type_)[0]

        def structure(value: Any, _: object) -> tuple[Any, ...]:
            if not isinstance(value, list):
                raise ValueError(value)
            return tuple(converter.structure(one, inner) for one in value)

        return structure

    converter.register_structure_hook_factory(_is_tuple, many)

    def agenda(value: Any, _: object) -> object:
        return value if value == "approved" else converter.structure(value, AgendaChange)

    converter.register_structure_hook(Literal["approved"] | AgendaChange | None, agenda)
    converter.register_structure_hook(
        Union[int, tuple[str, ...]],  # noqa: UP007  the form in which the field's type arrives
        lambda value, _: converter.structure(value, int if isinstance(value, int) else tuple[str, ...]),
    )
    converter.register_structure_hook(
        c.Count, make_dict_structure_fn(c.Count, converter, in_favour=override(rename="for"),
                                        _cattrs_forbid_extra_keys=True)
    )  # fmt: skip
    converter.register_structure_hook(
        c.RowCount, make_dict_structure_fn(c.RowCount, converter, in_favour=override(rename="for"),
                                           _cattrs_forbid_extra_keys=True)
    )  # fmt: skip
    converter.register_structure_hook(
        c.Propose, make_dict_structure_fn(c.Propose, converter, rests_on=override(rename="from"),
                                          _cattrs_forbid_extra_keys=True)
    )  # fmt: skip
    converter.register_structure_hook(
        Mandate, make_dict_structure_fn(Mandate, converter, since=override(rename="from"),
                                        _cattrs_forbid_extra_keys=True)
    )  # fmt: skip
    return converter


_CONVERTER = _converter()


def read_as(fields: object, type_: type[T]) -> T:
    """The fields as a value of that type. Raises cattrs' errors; `explained` tells them."""
    return _CONVERTER.structure(fields, type_)
