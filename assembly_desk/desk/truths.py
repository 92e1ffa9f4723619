"""Reading what is true of an entry that was not so (`rectify`), and the rule of a body (`add-body`).

A truth is a human text (a slip of writing), or a presence: `{"present": true or false, ["member" or "members"],
["at"], ["text"]}`, or several of these in a list; without members it is said of those whom the entry names. Where
only the time was wrong, `at` is the true time of the coming (`present`: true) or going.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from assembly_desk.desk.reading import UnreadableStep, moment, read_as
from assembly_desk.domain import commands as c
from assembly_desk.domain.correction import PresenceTruth
from assembly_desk.domain.member import Body
from assembly_desk.domain.text import Text
from assembly_desk.domain.threshold import Base, Threshold


def read_rectify(fields: dict[str, Any]) -> c.Command:
    """The step `rectify`. Raises `UnreadableStep`, or cattrs' errors."""
    truth = fields.pop("truth", None)
    if truth is None:
        raise UnreadableStep("missing-field", name="truth")
    said, presence = _truth(truth)
    command = read_as(fields, c.Rectify)
    return c.Rectify(command.entry, command.reason, said, presence)


def read_add_body(fields: dict[str, Any]) -> c.Command:
    """The step `add-body`. A body may be entered before its rule; no part of a rule goes without its source."""
    source = read_as(fields["source"], Text) if fields.get("source") is not None else None
    rules: dict[str, Threshold | None] = {}
    for name in ("quorum", "majority"):
        rule = fields.pop(name, None)
        if rule is not None and source is None:
            raise UnreadableStep("missing-field", name="source")
        rules[name] = None if rule is None or source is None else _threshold(rule, name, source)
    names = {name: value for name, value in fields.items() if name in ("name", "parent", "source")}
    for name in fields:
        if name not in (*names, "body"):
            raise UnreadableStep("unknown-field", name=name)
    for name in ("body", "name"):
        if fields.get(name) is None:
            raise UnreadableStep("missing-field", name=name)
    known = read_as({"id": fields["body"], **names}, Body)
    return c.AddBody(Body(known.id, known.name, rules["quorum"], rules["majority"], source, known.parent))


def _truth(value: object) -> tuple[Text | None, tuple[PresenceTruth, ...]]:
    if isinstance(value, list):
        found = [_truth(one) for one in value]
        if not found or not all(presence for _, presence in found):
            raise UnreadableStep("wrong-value", name="truth")
        said = next((text for text, _ in found if text is not None), None)
        return said, tuple(one for _, presence in found for one in presence)
    if not isinstance(value, Mapping) or "kk" in value:
        return read_as(value, Text), ()
    fields = dict(value)
    text, at = fields.pop("text", None), fields.pop("at", None)
    members = [fields.pop("member")] if "member" in fields else fields.pop("members", None)
    present = fields.pop("present", None)
    for name in fields:
        raise UnreadableStep("unknown-field", name=name)
    members = [] if members is None else members
    if not isinstance(members, list) or type(present) is not bool:
        raise UnreadableStep("wrong-value", name="truth")
    truth = PresenceTruth(
        read_as(members, tuple[str, ...]), present, None if at is None else moment(at, "at")
    )
    return None if text is None else read_as(text, Text), (truth,)


def _threshold(value: object, name: str, source: Text) -> Threshold:
    fields = dict(value) if isinstance(value, Mapping) else {}
    share, at_least, of = fields.pop("fraction", None), fields.pop("at_least", None), fields.pop("of", None)
    bases: dict[str, tuple[Base, ...]] = {"quorum": ("members",), "majority": ("members", "present")}
    if fields or type(at_least) is not bool or of not in bases[name]:
        raise UnreadableStep("wrong-value", name=name)  # a quorum of those present would always be there
    parts = share.split("/") if isinstance(share, str) else []
    if len(parts) != 2 or not all(part.isascii() and part.isdecimal() and len(part) < 5 for part in parts):
        raise UnreadableStep("wrong-value", name="fraction")
    if int(parts[1]) == 0 or not 0 < Fraction(share) <= 1 or (Fraction(share) == 1 and not at_least):
        raise UnreadableStep("wrong-value", name="fraction")  # more than all is never reached
    return Threshold(Fraction(share), at_least, of, source.kk)
