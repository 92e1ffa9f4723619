"""A rehearsal's step becomes a command."""

import datetime as dt
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, cast, get_args

from cattrs.errors import CattrsError

from assembly_desk.desk.reading import (
    UnreadableStep,
    check_date,
    clean,
    explained,
    moment,
    no_field_twice,
    no_number,
    own_text,
    read_as,
    whole_number,
)
from assembly_desk.desk.sets import read_sets
from assembly_desk.desk.truths import read_add_body, read_rectify
from assembly_desk.domain import commands as c
from assembly_desk.domain.member import Member
from assembly_desk.domain.profile import SpeechKind
from assembly_desk.domain.roll import Excuse

Step = Mapping[str, Any]
TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
A_DAY = 24 * 60 * 60  # seconds: no speech is longer


@dataclass(frozen=True, slots=True)
class Envelope:
    """What every step may carry besides its own fields."""

    do: str
    sitting: str | None
    id: str | None
    at: dt.datetime | None
    fields: Step


def parse(line: str) -> Envelope:
    """The envelope of a line. Raises `UnreadableStep`."""
    try:
        step = json.loads(
            line, object_pairs_hook=no_field_twice, parse_int=whole_number, parse_constant=no_number
        )
    except ValueError:
        raise UnreadableStep("not-json") from None
    except RecursionError:
        raise UnreadableStep("too-long") from None
    if not isinstance(step, dict):
        raise UnreadableStep("not-object")
    fields = clean(step)
    do = fields.pop("do", None)
    if do is None:
        raise UnreadableStep("missing-field", name="do")
    if not isinstance(do, str) or do not in STEPS:
        raise UnreadableStep("unknown-step", name=do)
    sitting = own_text(fields.pop("sitting", None), "sitting") if do != "convene" else None
    id, at = own_text(fields.pop("id", None), "id"), fields.pop("at", None)
    return Envelope(do, sitting, id, None if at is None else moment(at, "at"), fields)


def command_of(envelope: Envelope) -> c.Command:
    """The command of a step. Raises `UnreadableStep`."""
    try:
        return STEPS[envelope.do](dict(envelope.fields))
    except (CattrsError, TypeError, ValueError) as error:
        raise explained(error) from None


def _plain(type_: type[Any]) -> Callable[[dict[str, Any]], c.Command]:
    """A step whose fields are the command's own."""
    return lambda fields: cast("c.Command", read_as(fields, type_))


def _need(fields: Step, *names: str) -> None:
    for name in names:
        if fields.get(name) is None:
            raise UnreadableStep("missing-field", name=name)


# --------------------------------------------------------------------------------------- before, and the roll


def _bodies_and_mandates(fields: dict[str, Any]) -> None:
    bodies = fields.get("bodies")
    if isinstance(bodies, list):
        fields["bodies"] = {own_text(body, "bodies"): {} for body in bodies}
    for mandate in fields.get("mandates") or ():
        if isinstance(mandate, dict):
            check_date(mandate, "from")
            check_date(mandate, "until")
            since, until = mandate.get("from"), mandate.get("until")
            if since is not None and until is not None and until < since:
                raise UnreadableStep("wrong-value", name="until")


def _add_member(fields: dict[str, Any]) -> c.Command:
    _need(fields, "member", "surname", "given")
    _bodies_and_mandates(fields)
    names = {"surname": fields.pop("surname"), "given": fields.pop("given")}
    if (patronymic := fields.pop("patronymic", None)) is not None:
        names["patronymic"] = patronymic
    _digits(fields)
    member = {"id": fields.pop("member"), "name": names, **fields}
    return c.AddMember(read_as(member, Member))


def _change_member(fields: dict[str, Any]) -> c.Command:
    _bodies_and_mandates(fields)
    _digits(fields)
    return read_as(fields, c.ChangeMember)


def _digits(fields: Step) -> None:
    badge = fields.get("badge")
    if badge is not None and not (isinstance(badge, str) and re.fullmatch(r"[0-9]+", badge)):
        raise UnreadableStep("wrong-value", name="badge")


def _convening_data(fields: dict[str, Any]) -> c.ConveningData:
    check_date(fields, "date")
    time = fields.get("time")
    if time is not None and not (isinstance(time, str) and TIME.fullmatch(time)):
        raise UnreadableStep("wrong-value", name="time")
    for name in ("convened_by", "invited"):
        if fields.get(name) is not None and not isinstance(fields[name], list):
            fields[name] = [fields[name]]
    return read_as(fields, c.ConveningData)


def _convene(fields: dict[str, Any]) -> c.Command:
    _need(fields, "sitting", "body")
    sitting, body = own_text(fields.pop("sitting"), "sitting"), own_text(fields.pop("body"), "body")
    return c.Convene(sitting or "", body or "", _convening_data(fields))


def _amend_sitting(fields: dict[str, Any]) -> c.Command:
    return c.AmendSitting(_convening_data(fields))


def _fix_roll(fields: dict[str, Any]) -> c.Command:
    if fields.get("total") is not None:
        _need(fields, "total_act")
    return read_as(fields, c.FixRoll)


def _members(type_: type[Any]) -> Callable[[dict[str, Any]], c.Command]:
    """A step of one member or several."""

    def read(fields: dict[str, Any]) -> c.Command:
        if "member" in fields and "members" in fields:
            raise UnreadableStep("unknown-field", name="member")
        if "member" in fields:
            fields["members"] = [fields.pop("member")]
        return cast("c.Command", read_as(fields, type_))

    return read


def _excuse(fields: dict[str, Any]) -> c.Command:
    if (reason := fields.get("reason")) is not None and reason not in get_args(Excuse):
        raise UnreadableStep("wrong-value", name="reason")
    return _members(c.ExcuseMembers)(fields)


def _roll_call(fields: dict[str, Any]) -> c.Command:
    match fields:
        case {"begin": True} if len(fields) == 1:
            return c.BeginRollCall()
        case {"end": True} if len(fields) == 1:
            return c.EndRollCall()
    for name in fields:
        raise UnreadableStep("wrong-value" if name in ("begin", "end") else "unknown-field", name=name)
    raise UnreadableStep("missing-field", name="begin")


def _person(type_: type[Any]) -> Callable[[dict[str, Any]], c.Command]:
    """A step about a person, called `member` there."""

    def read(fields: dict[str, Any]) -> c.Command:
        if "member" in fields and "person" in fields:
            raise UnreadableStep("unknown-field", name="person")
        if "member" in fields:
            fields["person"] = fields.pop("member")
        seconds = fields.get("seconds")
        if seconds is not None and (type(seconds) is not int or not 1 <= seconds <= A_DAY):
            raise UnreadableStep("wrong-value", name="seconds")
        return cast("c.Command", read_as(fields, type_))

    return read


# ------------------------------------------------------------------------------------- the sitting, and votes


def _draft_reglament(fields: dict[str, Any]) -> c.Command:
    times = fields.get("times")
    if not isinstance(times, dict) or not times:
        raise UnreadableStep("wrong-value" if "times" in fields else "missing-field", name="times")
    for kind, minutes in times.items():
        if kind not in get_args(SpeechKind):
            raise UnreadableStep("unknown-field", name=kind)
        if type(minutes) is not int or not 1 <= minutes <= A_DAY // 60:
            raise UnreadableStep("wrong-value", name=kind)
    return read_as(fields, c.DraftReglament)


def _propose(fields: dict[str, Any]) -> c.Command:
    for name in ("addressees", "excludes", "from"):
        if name in fields and not isinstance(fields[name], list):
            fields[name] = [fields[name]]
    if fields.get("kind") == "amendment":
        _need(fields, "amends", "result")
    if fields.get("kind") == "candidate":
        _need(fields, "candidate")
    check_date(fields, "deadline")
    sets = fields.pop("sets", None)
    proposed = read_as(fields, c.Propose)
    if sets is None:
        return proposed
    return replace(proposed, sets=read_sets(sets))


def _split(fields: dict[str, Any]) -> c.Command:
    if fields.get("into") == []:
        raise UnreadableStep("wrong-value", name="into")
    return read_as(fields, c.Split)


def _put_list(fields: dict[str, Any]) -> c.Command:
    _from_one(fields, "seats", "most_for", "run_off_of")
    if fields.get("motions") == []:
        raise UnreadableStep("wrong-value", name="motions")
    return read_as(fields, c.PutList)


def _count(fields: dict[str, Any]) -> c.Command:
    """The hands of a sector or of the hall; in a secret vote the marks of all rows, keyed by one of the two."""
    if "rows" in fields or "by" in fields:
        _need(fields, "by", "rows")
        return read_as(fields, c.KeyRows)
    return read_as(fields, c.Count)


def _from_one(fields: Step, *names: str) -> None:
    for name in names:
        value = fields.get(name)
        if value is not None and (type(value) is not int or value < 1):
            raise UnreadableStep("wrong-value", name=name)


def _number_protocol(fields: dict[str, Any]) -> c.Command:
    check_date(fields, "date")
    return read_as(fields, c.NumberProtocol)


def _nothing(command: c.Command) -> Callable[[dict[str, Any]], c.Command]:
    def read(fields: dict[str, Any]) -> c.Command:
        for name in fields:
            raise UnreadableStep("unknown-field", name=name)
        return command

    return read


STEPS: Mapping[str, Callable[[dict[str, Any]], c.Command]] = {
    "add-member": _add_member,
    "change-member": _change_member,
    "add-body": read_add_body,
    "convene": _convene,
    "amend-sitting": _amend_sitting,
    "fix-roll": _fix_roll,
    "change-roll": _plain(c.ChangeRoll),
    "invite": _person(c.Invite),
    "arrive": _members(c.Arrive),
    "leave": _members(c.Leave),
    "excuse": _excuse,
    "roll-call": _roll_call,
    "open": _plain(c.Open),
    "close": _plain(c.Close),
    "cancel": _plain(c.Cancel),
    "break": _plain(c.Break),
    "adjourn": _plain(c.Adjourn),
    "resume": _plain(c.Resume),
    "add-item": _plain(c.AddItem),
    "amend-item": _plain(c.AmendItem),
    "move-item": _plain(c.MoveItem),
    "remove-item": _plain(c.RemoveItem),
    "take-item": _plain(c.TakeItem),
    "finish-item": _plain(c.FinishItem),
    "hand-over-chair": _plain(c.HandOverChair),
    "ask-floor": _person(c.AskFloor),
    "unask-floor": _person(c.UnaskFloor),
    "give-floor": _person(c.GiveFloor),
    "extend-floor": _person(c.ExtendFloor),
    "pause-floor": _person(c.PauseFloor),
    "go-on-floor": _person(c.GoOnFloor),
    "end-floor": _person(c.EndFloor),
    "draft-reglament": _draft_reglament,
    "note": _plain(c.TakeNote),
    "propose": _propose,
    "withdraw": _plain(c.Withdraw),
    "split": _split,
    "order-motions": _plain(c.OrderMotions),
    "put": _plain(c.Put),
    "put-list": _put_list,
    "cast": _plain(c.Cast),
    "count": _count,
    "ballots": _plain(c.KeyBallots),
    "commission-elects": _plain(c.CommissionElects),
    "close-vote": _plain(c.CloseVote),
    "stop-vote": _plain(c.StopVote),
    "undo": _nothing(c.Undo()),
    "rectify": read_rectify,
    "gist": _plain(c.WriteGist),
    "number-protocol": _number_protocol,
    "seal": _nothing(c.Seal()),
}
"""Every step that the program knows, and how its fields are read."""
