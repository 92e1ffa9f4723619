"""The desk records first and tells afterwards; what another program wrote is seen; a broken chain stays."""

from collections.abc import Sequence

import pytest

from assembly_desk.desk.desk import Broken, Change, Desk, Receipt, UnknownSitting
from assembly_desk.domain.commands import Arrive, Leave, TakeNote
from assembly_desk.domain.refusals import Refusal
from assembly_desk.domain.text import Text
from assembly_desk.journal.contract import StorageFailed
from assembly_desk.journal.entry import Draft, Entry
from assembly_desk.journal.memory import MemoryJournals
from tests.desk.lines import NOW, OPEN, PROFILES, Play

NOTE = TakeNote(Text("Мәтін", "Текст"))


class Failing(MemoryJournals):
    """A store whose disk fails, before the entries are kept or after."""

    fails = ""

    def append(self, journal: str, after: int, drafts: Sequence[Draft]) -> list[Entry]:
        if self.fails == "before":
            raise StorageFailed
        entries = super().append(journal, after, drafts)
        if self.fails == "after":
            raise StorageFailed
        return entries


def desk(journals: MemoryJournals) -> Desk:
    return Desk(journals, PROFILES, clock=lambda: NOW)


def opened() -> MemoryJournals:
    return Play(OPEN).journals


def test_listeners_are_told_what_was_recorded_once_it_is_so() -> None:
    one, told = desk(opened()), list[tuple[Change, int]]()
    end = one.subscribe(lambda change: told.append((change, one.sitting("s").entries)))
    receipt = one.submit(NOTE, sitting="s")
    assert isinstance(receipt, Receipt)
    ((change, entries),) = told
    assert change.journal == "sitting/s"
    assert tuple(entry.seq for entry in change.entries) == receipt.entries == (entries,)
    one.submit(Arrive(("m1",)), sitting="s")  # is there already
    one.submit(Arrive(("m99",)), sitting="s")
    end()
    one.submit(NOTE, sitting="s")
    assert len(told) == 1


def test_a_listener_that_fails_takes_nothing_back_and_silences_nobody() -> None:
    slips, heard = list[Exception](), list[Change]()
    one = Desk(opened(), PROFILES, clock=lambda: NOW, failed=slips.append)

    def fails(change: Change) -> None:
        raise ZeroDivisionError(change.journal)

    one.subscribe(fails)
    one.subscribe(heard.append)
    receipt = one.submit(NOTE, sitting="s")
    assert isinstance(receipt, Receipt)
    assert [entry.seq for change in heard for entry in change.entries] == [one.sitting("s").entries]
    assert [str(slip) for slip in slips] == ["sitting/s"]


def test_a_listener_that_fails_is_told_of_like_every_slip_that_nobody_caught(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told, heard = list[type[BaseException]](), list[object]()
    monkeypatch.setattr("sys.excepthook", lambda kind, *_: told.append(kind))
    one = desk(opened())
    one.subscribe(lambda change: heard.append(change.entries[99]))
    one.submit(NOTE, sitting="s")
    assert told == [IndexError]


def test_an_unknown_sitting() -> None:
    one = desk(opened())
    with pytest.raises(UnknownSitting):
        one.sitting("t")
    outcome = one.submit(NOTE, sitting="t")
    assert isinstance(outcome, Refusal)
    assert outcome.code == "UnknownSitting"


def test_two_desks_on_one_record_decide_on_what_is_there() -> None:
    journals = opened()
    one, other = desk(journals), desk(journals)
    assert one.sitting("s").state == other.sitting("s").state
    one.submit(Leave(("m6",)), sitting="s")
    receipt = other.submit(Leave(("m5", "m6")), sitting="s")
    assert isinstance(receipt, Receipt)
    assert set(other.sitting("s").state.roll.present) == {"m1", "m2", "m3", "m4"}
    assert desk(journals).sitting("s").state == other.sitting("s").state
    assert desk(journals).sitting("s").head == other.sitting("s").head


def test_what_the_disk_did_not_take_did_not_happen() -> None:
    journals = Failing()
    Play(OPEN, journals=journals)
    one = desk(journals)
    before = one.sitting("s")
    journals.fails = "before"
    with pytest.raises(StorageFailed):
        one.submit(NOTE, sitting="s")
    assert one.sitting("s") == before
    journals.fails = ""
    assert isinstance(one.submit(NOTE, sitting="s"), Receipt)


def test_what_was_kept_though_the_answer_was_lost_is_not_recorded_twice() -> None:
    journals = Failing()
    Play(OPEN, journals=journals)
    one = desk(journals)
    entries = one.sitting("s").entries
    journals.fails = "after"
    receipt = one.submit(NOTE, sitting="s", id="k")
    journals.fails = ""
    assert receipt == Receipt((entries + 1,))
    assert one.submit(NOTE, sitting="s", id="k") == Receipt((entries + 1,), repeated=True)
    assert len(one.sitting("s").state.notes) == 1


def test_a_broken_chain_is_shown_as_far_as_it_is_whole_and_not_written_to() -> None:
    journals = opened()
    entries = journals.read("sitting/s")
    entries[3] = entries[3]._replace(payload=entries[3].payload.replace("m1", "m2"))
    journals._entries["sitting/s"] = entries  # as somebody changes the file
    one = desk(journals)
    found = one.sitting("s")
    assert found.broken is not None
    assert (found.broken.seq, found.entries, found.state.phase) == (4, 3, "prepared")
    with pytest.raises(Broken):
        one.submit(NOTE, sitting="s")


def test_a_sitting_of_which_nothing_can_be_read_is_broken() -> None:
    journals = opened()
    entries = journals.read("sitting/s")
    journals._entries["sitting/s"] = [entries[0]._replace(payload="{}"), *entries[1:]]
    with pytest.raises(Broken):
        desk(journals).sitting("s")
