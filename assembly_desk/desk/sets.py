"""Reading what a motion sets: `sets` of a step, in the words of the contract."""

from collections.abc import Callable, Mapping
from typing import Any, get_args

from assembly_desk.desk.reading import UnreadableStep, read_as
from assembly_desk.domain.commission import Approval, Protocol
from assembly_desk.domain.motion import FormChoice, ListRule, OfficeChoice, Repeat, Sets

FORMS = ("show-of-hands", "named", "secret")  # a body does not decide to count nothing


def read_sets(sets: object) -> Sets:
    """What a motion brings about by its own verdict. Raises `UnreadableStep`, or cattrs' errors."""
    fields = _table(sets, "sets")
    given: dict[str, Any] = {}
    for name, read in _COMPANIONS.items():
        if name in fields:
            given.update(read(fields))
    plain = read_as({name: fields.pop(name) for name in ("agenda", "reglament") if name in fields}, Sets)
    if "repeat" in fields:
        raise UnreadableStep("missing-field", name="form")
    for name in fields:
        raise UnreadableStep("unknown-field", name=name)
    return Sets(agenda=plain.agenda, reglament=plain.reglament, **given)


def _table(value: object, name: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise UnreadableStep("wrong-value", name=name)
    return dict(value)


def _form(fields: dict[str, Any]) -> dict[str, object]:
    """The form of voting: of one item, or of the sitting; beside `repeat` the form of that vote alone."""
    form = fields.pop("form")
    if form not in FORMS:
        raise UnreadableStep("wrong-value", name="form")
    if "repeat" in fields:
        return {"repeat": read_as({"vote": fields.pop("repeat"), "form": form}, Repeat)}
    order = _table(fields.pop("order", {}), "order")
    if not set(order) <= {"by_subtraction"}:
        raise UnreadableStep("wrong-value", name="order")
    item = {"item": fields.pop("item")} if "item" in fields else {}
    return {"form": read_as({"form": form, **order, **item}, FormChoice)}


def _debate(fields: dict[str, Any]) -> dict[str, object]:
    if fields.pop("debate") != "closed":
        raise UnreadableStep("wrong-value", name="debate")
    return {"debate_closed": True}


def _commission(fields: dict[str, Any]) -> dict[str, object]:
    commission = _table(fields.pop("commission"), "commission")
    members = commission.pop("members", None)
    for name in commission:
        raise UnreadableStep("unknown-field", name=name)
    if not isinstance(members, list) or not members:
        raise UnreadableStep("missing-field" if members is None else "wrong-value", name="members")
    return {"commission": read_as(members, tuple[str, ...])}


def _approves(fields: dict[str, Any]) -> dict[str, object]:
    protocol, vote = fields.pop("approves"), fields.pop("vote", None)
    if protocol not in get_args(Protocol):
        raise UnreadableStep("wrong-value", name="approves")
    if vote is None and protocol == "counting-2":
        raise UnreadableStep("missing-field", name="vote")
    return {"approves": Approval(protocol, None if vote is None else _whole(vote, "vote"))}


def _list(fields: dict[str, Any]) -> dict[str, object]:
    rule = read_as(_table(fields.pop("list"), "list"), ListRule)
    _whole(rule.seats, "seats")
    return {"list_rule": rule}


def _vote(name: str) -> Callable[[dict[str, Any]], dict[str, object]]:
    return lambda fields: {name: _whole(fields.pop(name), name)}


def _office(fields: dict[str, Any]) -> dict[str, object]:
    return {"office": read_as(_table(fields.pop("office"), "office"), OfficeChoice)}


def _whole(value: object, name: str) -> int:
    if type(value) is not int or value < 1:
        raise UnreadableStep("wrong-value", name=name)
    return value


_COMPANIONS: Mapping[str, Callable[[dict[str, Any]], dict[str, object]]] = {
    "form": _form,
    "debate": _debate,
    "commission": _commission,
    "approves": _approves,
    "list": _list,
    "annuls": _vote("annuls"),
    "recount": _vote("recount"),
    "office": _office,
}
"""Fields that are read otherwise than they are named, or together with others."""
