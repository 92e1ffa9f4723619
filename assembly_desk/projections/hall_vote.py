"""What the hall sees of a vote: while it is held no figure of it, and once it is over its result.

A list has a row a candidate; more rows than a slide holds are shown page by page, each as long, by the clock.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from assembly_desk.domain.agenda import Item
from assembly_desk.domain.ballots import Papers
from assembly_desk.domain.floor import Speech
from assembly_desk.domain.motion import Motion
from assembly_desk.domain.profile import Form
from assembly_desk.domain.state import Sitting, round_of
from assembly_desk.domain.text import Text
from assembly_desk.domain.vote import Tally, Verdict, Vote

RESULT_STAYS = timedelta(minutes=2)
"""How long a result stands in the hall, unless something follows sooner."""

PROCEDURAL_RESULT_STAYS = timedelta(seconds=30)
"""As long as that where the result belongs to no item, and an item is taken to go on with."""

PAGE_STAYS = timedelta(seconds=10)
"""How long a page of a list stands before the next one follows, and after the last the first."""

NAMES_A_PAGE, ROWS_A_PAGE = 12, 8
"""Candidates on a page while they are voted on, and rows of a result: so many are read at thirty metres."""

Turn = Literal["annulled", "recount", "repeat"]

_BEST_FIRST: Sequence[Verdict] = ("adopted", "tie", "outranked", "not-adopted", "withdrawn")


@dataclass(frozen=True, slots=True)
class Earlier:
    """What becomes of an earlier vote: annulled, or held again as a recount or a repetition."""

    turn: Turn
    vote: int


@dataclass(frozen=True, slots=True)
class VotingSlide:
    """A vote being held: of the answers only how many there are, and that only where names answer.

    `counting`: counts begin to come in, of which nothing is shown. `candidates`: of a list, those of this `page`;
    `again`: the earlier vote that is held again by this one.
    """

    item: str | None
    motion: str | None  # None: a list
    text: Text
    form: Form
    answered: int | None
    base: int
    counting: bool = False
    candidates: tuple[Text, ...] = ()
    seats: int | None = None
    run_off: bool = False
    again: Earlier | None = None
    page: int = 0
    pages: int = 1


@dataclass(frozen=True, slots=True)
class SecretParts:
    """What a secret vote has besides for, against and abstain: each part of the base works against."""

    papers: Papers
    no_mark: int
    not_issued: int


@dataclass(frozen=True, slots=True)
class ResultSlide:
    """A vote that is over: its figures (None where nothing was counted), verdict and rule.

    `brings`: what it brought about for an earlier vote; `again`: the earlier one in whose place it stands;
    `reported`: the counting commission is reading its protocol on it.
    """

    item: str | None
    motion: str | None
    text: Text
    form: Form
    tally: Tally | None
    not_voting: int | None
    base: int
    needed: int
    verdict: Verdict
    point: str
    secret: SecretParts | None = None
    brings: Earlier | None = None
    again: Earlier | None = None
    doubtful: bool = False
    reported: bool = False


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """A candidate's verdict, and the votes for."""

    name: Text
    verdict: Verdict
    in_favour: int | None


@dataclass(frozen=True, slots=True)
class ListSlide:
    """The result of a list: those elected first, then by their votes; `left`: seats that stay empty."""

    item: str | None
    text: Text  # the item's title
    form: Form
    rows: tuple[CandidateRow, ...]
    seats: int
    left: int
    base: int
    needed: int
    point: str
    papers: Papers | None = None
    run_off: bool = False
    again: Earlier | None = None
    doubtful: bool = False
    reported: bool = False
    page: int = 0
    pages: int = 1

    @property
    def shown(self) -> tuple[CandidateRow, ...]:
        """The rows of this page: all pages but the last have equally many."""
        many = -(-len(self.rows) // self.pages)
        return self.rows[self.page * many : (self.page + 1) * many]


def voting(state: Sitting, vote: Vote, now: datetime) -> VotingSlide:
    """The slide of the vote that is held: nothing in it depends on what was answered, counted or keyed."""
    rows = round_of(state, vote.number)
    motion = state.motions[vote.motion]
    item, number = labels(state, motion)
    answered = None
    if vote.form == "named":
        answered = sum(all(member in row.answers for row in rows) for member in vote.electorate)
    names = tuple(_name(state, row) for row in rows) if vote.is_list else ()
    page, pages = _page(len(names), NAMES_A_PAGE, vote.at, now)
    many = -(-len(names) // pages)
    return VotingSlide(
        item=item,
        motion=None if vote.is_list else number,
        text=_text(state, vote, motion),
        form=vote.form,
        answered=answered,
        base=vote.base,
        counting=bool(vote.counts or state.keyings),
        candidates=names[page * many : (page + 1) * many],
        seats=vote.seats,
        run_off=vote.run_off_of is not None,
        again=_again(state, vote),
        page=page,
        pages=pages,
    )


def result(state: Sitting, vote: Vote, now: datetime, *, reported: bool = False) -> ResultSlide | ListSlide:
    """The slide of that vote, which is over."""
    if vote.is_list and vote.decided:
        return _list(state, vote, now, reported)
    motion = state.motions[vote.motion]
    item, number = labels(state, motion)
    stopped = vote.verdict == "stopped"
    secret = None
    if vote.papers is not None and vote.marks is not None:
        secret = SecretParts(vote.papers, vote.marks.no_mark, vote.not_issued or 0)
    return ResultSlide(
        item=item,
        motion=None if vote.is_list else number,
        text=_text(state, vote, motion),
        form=vote.form,
        tally=None if stopped else vote.tally,
        not_voting=None if stopped else vote.not_voting,
        base=vote.base,
        needed=vote.needed,
        verdict=vote.verdict,
        point=vote.rule.point,
        secret=secret,
        brings=_brings(motion) if vote.verdict == "adopted" else None,
        again=None if stopped else _again(state, vote),
        doubtful=vote.doubtful,
        reported=reported,
    )


def still_shown(state: Sitting, vote: Vote, now: datetime) -> bool:
    """Whether its result holds and nothing has followed it yet: another item, a speech, a break, time enough."""
    closed, item, current = vote.closed_at, state.motions[vote.motion].item, state.agenda.current
    if closed is None or (item is not None and current not in (None, item)):
        return False
    if vote.decided and not vote.holds:
        return False
    if any(pause.entry > vote.entry for pause in state.pauses[-1:]):
        return False
    if any(_ended_since(speech, vote, closed) for speech in state.floor.ended[-1:]):
        return False
    stays = PROCEDURAL_RESULT_STAYS if item is None and current is not None else RESULT_STAYS
    rows = len(round_of(state, vote.number)) if vote.is_list else 1
    return now - closed < max(stays, -(-rows // ROWS_A_PAGE) * 2 * PAGE_STAYS)


def _ended_since(speech: Speech, vote: Vote, closed: datetime) -> bool:
    """Only a point of order may have ended while the vote was held, and of that one only its time tells."""
    if speech.end_entry is None or speech.end_entry < vote.entry:
        return False
    return speech.kind != "order" or (speech.until is not None and speech.until > closed)


def reported(state: Sitting) -> Vote | None:
    """The secret vote on which a member of the counting commission reads out its protocol no. 2, if that is so."""
    speech, vote = state.floor.speech, state.votes[-1] if state.votes else None
    if speech is None or vote is None or state.commission is None or not vote.holds:
        return None
    if vote.form != "secret" or speech.person.member not in state.commission.members:
        return None
    item = state.motions[vote.motion].item
    return vote if item is None or item == state.agenda.current else None


def labels(state: Sitting, motion: Motion) -> tuple[str | None, str]:
    """The numbers of the item and of the motion on it."""
    item = state.agenda.items.get(motion.item) if motion.item is not None else None
    if motion.id[:1].isdecimal():
        return (item_number(state, item) if item else None), motion.id
    siblings = [other.id for other in state.motions.values() if other.item == motion.item]
    return (item_number(state, item) if item else None), str(siblings.index(motion.id) + 1)


def item_number(state: Sitting, item: Item) -> str:
    """The number that people call the item by: its id where that is one, else its place on the agenda."""
    return item.id if item.id[:1].isdecimal() else str(list(state.agenda.items).index(item.id) + 1)


def _list(state: Sitting, vote: Vote, now: datetime, reported: bool) -> ListSlide:
    rows = round_of(state, vote.number)
    elected = sum(row.verdict == "adopted" for row in rows)
    ordered = sorted(
        (
            CandidateRow(_name(state, row), row.verdict, row.tally.in_favour if row.tally else None)
            for row in rows
        ),
        key=lambda row: (_BEST_FIRST.index(row.verdict), -(row.in_favour or 0)),
    )
    page, pages = _page(len(rows), ROWS_A_PAGE, vote.closed_at or vote.at, now)
    motion = state.motions[vote.motion]
    return ListSlide(
        item=labels(state, motion)[0],
        text=_text(state, vote, motion),
        form=vote.form,
        rows=tuple(ordered),
        seats=vote.seats or 0,
        left=(vote.seats or 0) - elected,
        base=vote.base,
        needed=vote.needed,
        point=vote.rule.point,
        papers=vote.papers,
        run_off=vote.run_off_of is not None,
        again=_again(state, vote),
        doubtful=any(row.doubtful for row in rows),
        reported=reported,
        page=page,
        pages=pages,
    )


def _page(rows: int, most: int, since: datetime, now: datetime) -> tuple[int, int]:
    """The page of this moment, and how many there are."""
    pages = max(1, -(-rows // most))
    return (now - since) // PAGE_STAYS % pages, pages


def _name(state: Sitting, row: Vote) -> Text:
    candidate = state.motions[row.motion].candidate
    return row.text if candidate is None else candidate.name


def _text(state: Sitting, vote: Vote, motion: Motion) -> Text:
    """What is voted on: of a list its item, of one candidate the name too."""
    item = state.agenda.items.get(motion.item) if motion.item is not None else None
    if vote.is_list:
        return item.title if item else vote.text
    if motion.candidate is None:
        return vote.text
    name = motion.candidate.name
    russian = vote.text.ru and f"{vote.text.ru} – {name.in_language('ru')}"
    return Text(f"{vote.text.kk} – {name.kk}", russian)


def _brings(motion: Motion) -> Earlier | None:
    sets = motion.sets
    if sets is None:
        return None
    if sets.annuls is not None:
        return Earlier("annulled", sets.annuls)
    if sets.recount is not None:
        return Earlier("recount", sets.recount)
    return None if sets.repeat is None else Earlier("repeat", sets.repeat.vote)


def _again(state: Sitting, vote: Vote) -> Earlier | None:
    if vote.again is None:
        return None
    decided = [motion.sets for motion in state.motions.values() if motion.sets and motion.state == "adopted"]
    repeated = any(sets.repeat is not None and sets.repeat.vote == vote.again for sets in decided)
    return Earlier("repeat" if repeated else "recount", vote.again)
