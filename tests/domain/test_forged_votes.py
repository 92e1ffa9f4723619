"""A record that was made by another hand: what does not follow from what was recorded before it is found."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

import pytest

from assembly_desk.domain import events as e
from assembly_desk.domain.audit import audit
from assembly_desk.domain.ballots import Marks, Papers
from assembly_desk.domain.commands import Rectify
from assembly_desk.domain.correction import Correction, PresenceTruth
from assembly_desk.domain.motion import Sets
from assembly_desk.domain.standing import TakenBack
from assembly_desk.domain.text import Text
from assembly_desk.domain.vote import Tally
from assembly_desk.journal.codec import read_all
from tests.domain.evening import Evening, evening, for_each
from tests.domain.hall import PROFILES

Forge = Callable[[e.Event], e.Event]


def told() -> Evening:
    """A secret list with a tie, its run-off, the decision, an annulment, a recount and a truth found later."""
    hall = evening().goes_secret().rules_list(1).nominates("a", "b").lists("a", "b", seats=1)
    hall.counts(for_each({"a": 9, "b": 9}, 12))
    hall.lists("a", "b", seats=1, run_off_of=hall.vote.number)
    hall.counts(for_each({"a": 8, "b": 9}, 12))
    hall.adopts("p").adopts("r", sets=Sets(recount=hall.vote.number)).puts("p")
    hall.hands(12, 0, 0)
    hall.adopts("q")
    hall.adopts("x", sets=Sets(annuls=hall.vote.number))
    truth = PresenceTruth(("m12",), False)
    return hall.does(Rectify(hall.state.roll.stays["m1"][0].entry, Text("себеп"), presence=(truth,)))


HONEST = read_all(told().desk.lines("s"))


def found(forge: Forge) -> set[str]:
    """The codes that the audit finds once each entry went through that hand."""
    log = [replace(entry, event=forge(entry.event)) for entry in HONEST]
    assert log != HONEST
    return {finding.code for finding in audit(log, "s", PROFILES).findings}


def test_the_honest_record_is_sound() -> None:
    report = audit(HONEST, "s", PROFILES)
    assert report.sound
    assert report.votes == len([one for one in HONEST if isinstance(one.event, e.VoteClosed | e.RowsClosed)])


def on(kind: type[e.Event], **changes: Any) -> Forge:
    def forge(event: e.Event) -> e.Event:
        forged: e.Event = replace(cast("Any", event), **changes) if isinstance(event, kind) else event
        return forged

    return forge


def last_row_adopted(event: e.Event) -> e.Event:
    if isinstance(event, e.RowsClosed):
        *rows, row = event.rows
        return replace(event, rows=(*rows, replace(row, verdict="adopted")))
    return event


def more_for(event: e.Event) -> e.Event:
    if isinstance(event, e.RowsClosed):
        first, *rows = event.rows
        return replace(event, rows=(replace(first, marks=Marks(12, 0, 0, 0)), *rows))
    return event


def one_keying(event: e.Event) -> e.Event:
    if isinstance(event, e.RowsKeyed) and event.by == "second":
        return replace(event, rows=tuple((id, Marks(12, 0, 0, 0)) for id, _ in event.rows))
    return event


def no_second(event: e.Event) -> e.Event:
    if isinstance(event, e.BallotsKeyed | e.RowsKeyed):
        return replace(event, by="first")
    return event


def fewer_rows(event: e.Event) -> e.Event:
    return replace(event, rows=event.rows[:1]) if isinstance(event, e.RowsKeyed) else event


def other_text(event: e.Event) -> e.Event:
    if isinstance(event, e.ListPut):
        return replace(event, rows=tuple((id, Text("Басқа")) for id, _ in event.rows))
    return event


def one_of_the_tied(event: e.Event) -> e.Event:
    if isinstance(event, e.ListPut) and event.run_off_of is not None:
        return replace(event, rows=event.rows[:1])
    return event


def nobody_elected_them(event: e.Event) -> e.Event:
    if isinstance(event, e.CommissionConstituted):
        return replace(event, chair="m9")
    return event


def smaller_hall(event: e.Event) -> e.Event:
    return replace(event, electorate=event.electorate[1:]) if isinstance(event, e.ListPut) else event


@pytest.mark.parametrize(
    ("forge", "code"),
    [
        (last_row_adopted, "verdict"),
        (more_for, "verdict"),
        (on(e.RowsClosed, papers=Papers(12, 12, 0, 11, 0)), "keying"),
        (on(e.RowsClosed, base=11), "verdict"),
        (one_keying, "keying"),
        (no_second, "keying"),
        (fewer_rows, "keying"),
        (on(e.BallotsKeyed, papers=Papers(12, 13, 0, 12, 0)), "keying"),
        (on(e.BallotsKeyed, papers=Papers(12, 12, -1, 12, 0)), "keying"),
        (on(e.ListPut, seats=2), "list"),
        (on(e.ListPut, form="named"), "list"),
        (on(e.ListPut, run_off_of=None), "list"),
        (on(e.ListPut, again=1), "put"),
        (one_of_the_tied, "list"),
        (on(e.ListPut, needed=6), "needed"),
        (on(e.ListPut, rests_on=(1,)), "rests-on"),
        (smaller_hall, "base"),
        (other_text, "text"),
        (nobody_elected_them, "commission"),
        (on(e.CommissionElected, members=("m7", "m8", "m9")), "consequence"),
        (on(e.ListDecided, vote=1), "consequence"),
        (on(e.VoteAnnulled, annulled=1), "consequence"),
        (on(e.VoteAnnulled, back=TakenBack(commission=(None,))), "consequence"),
        (on(e.AgainAllowed, form="named"), "consequence"),
        (on(e.VoteReplaced, kept=False), "consequence"),
        (on(e.VotePut, again=1), "put"),
        (on(e.Rectified, votes=((1, "k1", Correction(11, 8, True)),)), "rectified"),
        (on(e.Rectified, entry=999), "rectified"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_was_forged_is_found(forge: Forge, code: str) -> None:
    assert code in found(forge)


def test_votes_by_name_in_a_secret_round_are_found() -> None:
    def names(event: e.Event) -> e.Event:
        return e.VoteCast("m1", "for", "a") if isinstance(event, e.BallotsKeyed) else event

    assert "electorate" in found(names)


def test_a_tally_by_hands_in_a_secret_round_is_found() -> None:
    def hands(event: e.Event) -> e.Event:
        return e.VoteCounted("", Tally(12, 0, 0)) if isinstance(event, e.BallotsKeyed) else event

    assert "count" in found(hands)


def test_a_record_that_speaks_of_what_there_is_not_is_unsound_and_no_exception() -> None:
    unknown: dict[type[e.Event], dict[str, Any]] = {
        e.ListPut: {"rows": (("zz", Text("Мәтін")),)},
        e.VoteAnnulled: {"annulled": 99},
        e.AgainAllowed: {"of": 99},
        e.VoteReplaced: {"replaced": 99},
    }
    for kind, changes in unknown.items():
        assert found(on(kind, **changes))
