"""Refusals and notices: stable codes with the figures and names that their sentences need."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Refusal:
    """A rule said no. Nothing was recorded."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Notice:
    """Said beside an accepted act: something that the chair or the secretary should know."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)


class Refused(Exception):
    """How a rule says no from within `decide`."""

    def __init__(self, code: str, /, **values: object) -> None:
        super().__init__(code)
        self.refusal = Refusal(code, values)
