"""A truth found later: what the votes should have rested on. No vote changes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from assembly_desk.domain import events as e
from assembly_desk.domain.commands import Rectify
from assembly_desk.domain.correction import Correction, PresenceTruth
from assembly_desk.domain.decide.lists import list_verdicts
from assembly_desk.domain.decide.phases import need_unsealed
from assembly_desk.domain.decide.setting import Accepted, Setting, on_roll, texts_without_russian
from assembly_desk.domain.decide.votes import verdict_of
from assembly_desk.domain.refusals import Refused
from assembly_desk.domain.state import Sitting, round_of
from assembly_desk.domain.vote import Verdict, Vote

Found = tuple[int, PresenceTruth]  # the rectified entry, and what was so from it on


def rectify(state: Sitting, command: Rectify, setting: Setting) -> Accepted:
    """Write down what is true of an entry, also after closing; votes whose base would differ are marked."""
    need_unsealed(state)
    if not 1 <= command.entry <= state.entries:
        raise Refused("UnknownItem", id=command.entry, case="entry")
    presence = tuple(_named(state, command.entry, truth) for truth in command.presence)
    for truth in presence:
        for id in truth.members:
            if id not in state.roll.gone:
                on_roll(state, id, setting)
    said = [(one.entry, one.reason, one.truth, one.presence) for one in state.rectified]
    of_entry = [one for one in said if one[0] == command.entry]
    if of_entry and of_entry[-1] == (command.entry, command.reason, command.truth, presence):
        return Accepted()
    votes = tuple(corrections(state, command.entry, presence))
    event = e.Rectified(command.entry, command.reason, command.truth, presence, votes)
    return Accepted((event,), texts_without_russian(("truth", command.truth), ("reason", command.reason)))


def _named(state: Sitting, entry: int, truth: PresenceTruth) -> PresenceTruth:
    if truth.members:
        return truth
    members = tuple(
        id
        for id, stays in state.roll.stays.items()
        if any(entry in (stay.entry, stay.until_entry) for stay in stays)
    )
    if not members:
        raise Refused("UnknownItem", id=entry, case="presence")
    return replace(truth, members=members)


def corrections(
    state: Sitting, entry: int, presence: Sequence[PresenceTruth]
) -> Iterator[tuple[int, str, Correction]]:
    """The votes whose correction changes with this truth, each row with what its figures should have been."""
    truths: list[Found] = [(one.entry, truth) for one in state.rectified for truth in one.presence]
    truths += [(entry, truth) for truth in presence]
    for number in dict.fromkeys(vote.number for vote in state.votes if vote.verdict != "open"):
        rows = round_of(state, number)
        there = _electorate(state, rows[0], truths)
        as_it_was = set(there) == set(rows[0].electorate)
        if as_it_was and rows[0].correction is None:
            continue
        in_truth = [_in_truth(row, there) for row in rows]
        verdicts = _verdicts(in_truth)
        quorum = rows[0].quorum
        lawful = as_it_was or quorum is None or len(there) >= quorum.needed
        for row, true in zip(rows, in_truth, strict=True):
            differs = row.decided and (not lawful or verdicts[row.motion] != row.verdict)
            correction = Correction(true.base, row.rule.needed(true.whole), differs)
            if correction != row.correction:
                yield number, row.motion, correction


def _electorate(state: Sitting, vote: Vote, truths: Iterable[Found]) -> tuple[str, ...]:
    """Who was in the hall in truth when the motion was put. A later truth on the same replaces the earlier."""
    there = dict.fromkeys(vote.electorate)
    for entry, truth in truths:
        for id in truth.members:
            applies = _applies(state, vote, entry, truth, id)
            if applies is True:
                there[id] = None
            elif applies is False:
                there.pop(id, None)
    return tuple(there)


def _applies(state: Sitting, vote: Vote, entry: int, truth: PresenceTruth, id: str) -> bool | None:
    """Whether the member was there by this truth; None where it says nothing of that vote.

    It holds until the record next speaks of the member. Where only the time was wrong it holds from that time on,
    also before the entry.
    """
    spoken = {stay.entry for stay in state.roll.stays.get(id, ())}
    spoken |= {stay.until_entry or 0 for stay in state.roll.stays.get(id, ())}
    first, last = sorted((entry, vote.entry))
    if any(first < change < last for change in spoken):
        return None
    if vote.entry > entry:
        return truth.present if truth.at is None or vote.at >= truth.at else not truth.present
    return truth.present if truth.at is not None and vote.at >= truth.at else None


def _in_truth(row: Vote, there: tuple[str, ...]) -> Vote:
    """The vote with that electorate: an answer of somebody who was not there is none."""
    answers = {id: choice for id, choice in row.answers.items() if id in there}
    return replace(row, electorate=there, answers=answers)


def _verdicts(rows: Sequence[Vote]) -> dict[str, Verdict]:
    if rows[0].form != "secret" and not rows[0].is_list:
        return {rows[0].motion: verdict_of(rows[0])} if rows[0].decided else {}
    votes_for = {row.motion: row.tally.in_favour if row.tally else 0 for row in rows}
    return list_verdicts(rows, votes_for, {row.motion for row in rows if row.verdict == "withdrawn"})
