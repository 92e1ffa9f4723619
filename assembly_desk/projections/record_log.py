"""The entries of a sitting as a log that people read: what each one tells, in codes and figures.

Of a secret vote that is held a line tells that it was keyed, and by which of the two; never a figure.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, assert_never

from assembly_desk.domain import events as e
from assembly_desk.domain.correction import PresenceTruth
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.text import Act, Person, Text
from assembly_desk.domain.vote import Tally
from assembly_desk.projections.agenda_sheet import item_numbers
from assembly_desk.projections.vote_sheet import MotionName, motion_name

Sort = Literal["roll", "course", "agenda", "floor", "votes"]
SORTS: tuple[Sort, ...] = ("roll", "course", "agenda", "floor", "votes")


@dataclass(frozen=True, slots=True)
class Code:
    """A coded value: its group of words, and the code."""

    group: str
    code: str


@dataclass(frozen=True, slots=True)
class ItemRef:
    """An item by its number on the agenda, as far as it has one, and its title."""

    number: int | None
    title: Text


@dataclass(frozen=True, slots=True)
class MotionRef:
    """A motion by its name; None: it was taken back, and is known by its id alone."""

    id: str
    name: MotionName | None


@dataclass(frozen=True, slots=True)
class Seconds:
    """A span of time."""

    seconds: int


@dataclass(frozen=True, slots=True)
class Truth:
    """Who was in the hall in truth, or was not, and since when if that was wrong."""

    names: tuple[Text, ...]
    present: bool
    at: datetime | None


One = str | int | Text | datetime | Code | ItemRef | MotionRef | Seconds | Truth | Act | Tally | None
Value = One | tuple[One, ...]
"""What stands in the place of a name in the words of a line. Several: joined in their order."""
Half = tuple[str, dict[str, Value], tuple[str, ...]]
Told = tuple[str, Sort, dict[str, Value], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class LogLine:
    """An entry. `kind`: the name of its words; `members`: whom it speaks of; `vote`: the vote that brought it."""

    entry: int
    at: datetime
    kind: str
    sort: Sort
    values: Mapping[str, Value] = field(default_factory=dict)
    members: tuple[str, ...] = ()
    vote: int | None = None

    @property
    def of_presence(self) -> bool:
        """Whether it tells of somebody's coming or going."""
        return self.kind in ("arrived", "left", "answered", "roll-call-ended")


def taken_back(log: Iterable[e.Recorded]) -> Mapping[int, int]:
    """The entries that were taken back, each with the entry that says so."""
    return {
        seq: entry.seq for entry in log if isinstance(entry.event, e.Undone) for seq in entry.event.entries
    }


class LogBook:
    """Tells the entries of one sitting, as its state names people, items and motions now."""

    def __init__(self, state: Sitting) -> None:
        self._state = state
        self._everybody = {**state.roll.gone, **state.roll.members}
        self._numbers = item_numbers(state)
        self._puts = {vote.entry: vote.number for vote in state.votes}

    def lines(self, log: Sequence[e.Recorded]) -> tuple[LogLine, ...]:
        """All of them, in their order."""
        return tuple(self.line(entry) for entry in log)

    def line(self, entry: e.Recorded) -> LogLine:
        """One entry."""
        kind, sort, values, members = self._told(entry)
        vote = entry.event.vote if isinstance(entry.event, e.Consequence) else None
        return LogLine(entry.seq, entry.at, kind, sort, values, members, vote)

    # ------------------------------------------------------------------------------------------- names of things

    def _names(self, ids: Iterable[str]) -> tuple[Text, ...]:
        return tuple(self._name(id) for id in ids)

    def _name(self, id: str) -> Text:
        member = self._everybody.get(id)
        return member.person.short if member is not None else Text(id)

    def _item(self, id: str | None) -> ItemRef | None:
        item = self._state.agenda.items.get(id or "")
        if id is None:
            return None
        return ItemRef(self._numbers.get(id), item.title if item is not None else Text(id))

    def _motion(self, id: str) -> MotionRef:
        motion = self._state.motions.get(id)
        return MotionRef(id, None if motion is None else motion_name(self._state, motion))

    # ------------------------------------------------------------------------------------------------ the events

    def _told(self, entry: e.Recorded) -> Told:
        event = entry.event
        if isinstance(event, e.RollEvent):
            return self._of_roll(event)
        if isinstance(event, e.CourseEvent):
            return self._of_course(event)
        if isinstance(event, e.AgendaEvent):
            return self._of_agenda(event)
        if isinstance(event, e.FloorEvent):
            return self._of_floor(event)
        if isinstance(event, e.MotionEvent):
            return self._of_motion(event)
        if isinstance(event, e.VoteEvent):
            return self._of_vote(event, entry.seq)
        if isinstance(event, e.Consequence):
            return self._of_consequence(event)
        return self._of_record(event)

    def _of_record(self, event: e.RegisterEvent | e.Begun | e.Convened | e.Undone) -> Told:
        match event:
            case e.Begun():
                return "begun", "course", {}, ()
            case e.Convened(convening):
                values: dict[str, Value] = {"number": convening.number, "date": convening.date}
                return "convened", "course", values, ()
            case e.Undone(entries):
                return "undone", "course", {"entries": entries}, ()
            case e.MemberAdded(member):
                return "member-added", "roll", {"name": member.person.short}, (member.id,)
            case e.MemberChanged(member):
                return "member-changed", "roll", {"name": member.person.short}, (member.id,)
            case e.BodyAdded(body):
                return "body-added", "course", {"name": body.name}, ()
        assert_never(event)

    def _of_roll(self, event: e.RollEvent) -> Told:
        match event:
            case e.RollFixed(members, total):
                count = len(members)
                return "roll-fixed", "roll", {"count": count, "total": total or count}, ()
            case e.RollChanged(added, removed, act, reason):
                came = tuple(one.person.short for one in added)
                ids = tuple(one.person.member or "" for one in added)
                values: dict[str, Value] = {"added": came, "removed": self._names(removed)}
                return "roll-changed", "roll", {**values, "act": act, "reason": reason}, (*ids, *removed)
            case e.Arrived(ids):
                return "arrived", "roll", {"names": self._names(ids)}, ids
            case e.Left(ids):
                return "left", "roll", {"names": self._names(ids)}, ids
            case e.Excused(ids, excuse):
                return "excused", "roll", {"names": self._names(ids), "excuse": Code("excuse", excuse)}, ids
            case e.RollCallBegun():
                return "roll-call-begun", "roll", {}, ()
            case e.Answered(ids):
                return "answered", "roll", {"names": self._names(ids)}, ids
            case e.RollCallEnded(ids):
                return "roll-call-ended", "roll", {"names": self._names(ids)}, ids
        assert_never(event)

    def _of_course(self, event: e.CourseEvent) -> Told:
        kind, values, members = self._course(event)
        return kind, "roll" if kind == "invited" else "course", values, members

    def _course(self, event: e.CourseEvent) -> Half:
        match event:
            case e.SittingAmended():
                return "sitting-amended", {}, ()
            case e.Invited(person):
                return "invited", {"name": person.name}, ()
            case e.Opened(quorum):
                return "opened", {"present": quorum.present, "needed": quorum.needed}, ()
            case e.BreakBegun(until):
                return "break-begun", {"until": until}, ()
            case e.Adjourned(until):
                return "adjourned", {"until": until}, ()
            case e.Resumed(quorum):
                return "resumed", {"present": quorum.present, "needed": quorum.needed}, ()
            case e.Closed():
                return "closed", {}, ()
            case e.Cancelled():
                return "cancelled", {}, ()
            case e.ChairHandedOver(person):
                return "chair-handed-over", {"name": person.short}, _member(person)
            case e.ReglamentDrafted():
                return "reglament-drafted", {}, ()
            case e.Noted(text):
                return "noted", {"text": text}, ()
            case e.GistWritten(seq, text):
                return "gist-written", {"entry": seq, "text": text}, ()
            case e.ProtocolNumbered(number, date):
                return "protocol-numbered", {"number": number, "date": date}, ()
            case e.Sealed():
                return "sealed", {}, ()
            case e.ClockStepped(before, after):
                return "clock-stepped", {"before": before, "after": after}, ()
            case e.CommissionConstituted(chair, secretary):
                values: dict[str, Value] = {"chair": self._name(chair), "secretary": self._name(secretary)}
                return "commission-constituted", values, (chair, secretary)
            case e.Rectified(seq, reason, truth, presence):
                told: tuple[One, ...] = tuple(self._truth(one) for one in presence)
                told = told if truth is None else (truth, *told)
                members = tuple(id for one in presence for id in one.members)
                return "rectified", {"entry": seq, "truth": told, "reason": reason}, members
        assert_never(event)

    def _truth(self, truth: PresenceTruth) -> Truth:
        return Truth(self._names(truth.members), truth.present, truth.at)

    def _of_agenda(self, event: e.AgendaEvent) -> Told:
        match event:
            case e.ItemAdded(item):
                return "item-added", "agenda", {"item": ItemRef(self._numbers.get(item.id), item.title)}, ()
            case e.ItemAmended(item):
                return "item-amended", "agenda", {"item": ItemRef(self._numbers.get(item.id), item.title)}, ()
            case e.ItemMoved(id):
                return "item-moved", "agenda", {"item": self._item(id)}, ()
            case e.ItemRemoved(id):
                return "item-removed", "agenda", {"item": self._item(id)}, ()
            case e.ItemTaken(id):
                return "item-taken", "agenda", {"item": self._item(id)}, ()
            case e.ItemFinished(id):
                return "item-finished", "agenda", {"item": self._item(id)}, ()
        assert_never(event)

    def _of_floor(self, event: e.FloorEvent) -> Told:
        match event:
            case e.FloorAsked(waiting):
                values: dict[str, Value] = {"name": waiting.person.short, "kind": Code("floor", waiting.kind)}
                return "floor-asked", "floor", values, _member(waiting.person)
            case e.FloorUnasked(waiting):
                return "floor-unasked", "floor", {"name": waiting.person.short}, _member(waiting.person)
            case e.FloorGiven(person, kind, _, seconds):
                values = {"name": person.short, "kind": Code("floor", kind), "time": Seconds(seconds)}
                return "floor-given", "floor", values, _member(person)
            case e.FloorExtended(seconds):
                return "floor-extended", "floor", {"time": Seconds(seconds)}, ()
            case e.FloorPaused():
                return "floor-paused", "floor", {}, ()
            case e.FloorWentOn():
                return "floor-went-on", "floor", {}, ()
            case e.FloorEnded():
                return "floor-ended", "floor", {}, ()
        assert_never(event)

    def _of_motion(self, event: e.MotionEvent) -> Told:
        match event:
            case e.MotionProposed(motion):
                values: dict[str, Value] = {"motion": self._motion(motion.id), "text": motion.text}
                return "motion-proposed", "votes", {**values, "kind": Code("kind", motion.kind)}, ()
            case e.MotionWithdrawn(id):
                return "motion-withdrawn", "votes", {"motion": self._motion(id)}, ()
            case e.MotionSplit(id, into):
                return "motion-split", "votes", {"motion": self._motion(id), "count": len(into)}, ()
            case e.MotionsOrdered(ids):
                return "motions-ordered", "votes", {"motions": tuple(self._motion(id) for id in ids)}, ()
        assert_never(event)

    def _of_vote(self, event: e.VoteEvent, seq: int) -> Told:
        kind, values, members = self._vote(event, seq)
        return kind, "votes", values, members

    def _vote(self, event: e.VoteEvent, seq: int) -> Half:
        number = self._puts.get(seq)
        match event:
            case e.VotePut():
                figures: dict[str, Value] = {"base": len(event.electorate), "needed": event.needed}
                named: dict[str, Value] = {"motion": self._motion(event.motion), "text": event.text}
                return "vote-put", {"vote": number, "form": Code("form", event.form), **named, **figures}, ()
            case e.ListPut():
                figures = {"base": len(event.electorate), "needed": event.needed, "seats": event.seats}
                count = len(event.rows)
                return (
                    "list-put",
                    {"vote": number, "form": Code("form", event.form), "count": count, **figures},
                    (),
                )
            case e.VoteCast(member, choice, motion):
                values: dict[str, Value] = {"name": self._name(member), "choice": Code("choice", choice)}
                if motion is None:
                    return "vote-cast", values, (member,)
                return "vote-cast-row", {**values, "motion": self._motion(motion)}, (member,)
            case e.VoteCounted(sector, tally):
                return "vote-counted", {"sector": Code("sector", sector), "tally": tally}, ()
            case e.BallotsKeyed(by):
                return "ballots-keyed", {"by": Code("row", by)}, ()
            case e.RowsKeyed(by):
                return "rows-keyed", {"by": Code("row", by)}, ()
            case e.VoteClosed(vote, _, _, closed, _, verdict):
                return (
                    "vote-closed",
                    {"vote": vote, "verdict": Code("verdict", verdict), "tally": closed},
                    (),
                )
            case e.RowsClosed(vote):
                parts: list[One] = []
                for row in event.rows:
                    parts += [self._motion(row.motion), Code("verdict", row.verdict)]
                return "rows-closed", {"vote": vote, "rows": tuple(parts)}, ()
            case e.VoteStopped(vote, reason):
                return "vote-stopped", {"vote": vote, "reason": reason}, ()
        assert_never(event)

    def _of_consequence(self, event: e.Consequence) -> Told:
        kind, values, members = self._consequence(event)
        sort: Sort = "agenda" if kind in ("agenda-set", "debate-closed") else "votes"
        return kind, sort, {"vote": event.vote, **values}, members

    def _consequence(self, event: e.Consequence) -> Half:
        match event:
            case e.AgendaSet():
                return "agenda-set", {}, ()
            case e.FormDecided(_, choice):
                return (
                    "form-decided",
                    {"form": Code("form", choice.form), "item": self._item(choice.item)},
                    (),
                )
            case e.ReglamentAdopted():
                return "reglament-adopted", {}, ()
            case e.DebateClosed(_, item):
                return "debate-closed", {"item": self._item(item)}, ()
            case e.MotionAmended(_, id, text):
                return "motion-amended", {"motion": self._motion(id), "text": text}, ()
            case e.MotionsFell(_, ids):
                return "motions-fell", {"motions": tuple(self._motion(id) for id in ids)}, ()
            case e.CommissionElected(_, ids):
                return "commission-elected", {"names": self._names(ids)}, ids
            case e.ProtocolApproved(_, approval):
                return "protocol-approved", {"number": approval.approves.removeprefix("counting-")}, ()
            case e.ListDecided(_, rule):
                return "list-decided", {"item": self._item(rule.item), "seats": rule.seats}, ()
            case e.OfficeGiven(_, given):
                values: dict[str, Value] = {"name": self._name(given.member)}
                return "office-given", {**values, "office": Code("office", given.office)}, (given.member,)
            case e.VoteAnnulled(_, annulled):
                return "vote-annulled", {"annulled": annulled}, ()
            case e.AgainAllowed(_, of, form):
                return "again-allowed", {"of": of, "form": Code("form", form)}, ()
            case e.VoteReplaced(_, replaced):
                return "vote-replaced", {"replaced": replaced}, ()
        assert_never(event)


def _member(person: Person) -> tuple[str, ...]:
    return () if person.member is None else (person.member,)
