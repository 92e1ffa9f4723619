"""What every store of journals promises, held against the one in memory and the one on a disk alike."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assembly_desk.journal.chain import first_break
from assembly_desk.journal.contract import AlreadyRecorded, Journals, OutOfTurn
from assembly_desk.journal.entry import GENESIS, Draft
from assembly_desk.journal.memory import MemoryJournals
from assembly_desk.store.sqlite import open_journals


def drafts(command: str, count: int = 1, payload: str = '{"member":"Әлия Қасымқызы"}') -> list[Draft]:
    return [Draft("arrived", 1, "2026-10-20T05:00:00.000000Z", command, nth, payload) for nth in range(count)]


@pytest.fixture(params=["memory", "disk"])
def journals(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Journals]:
    made: Journals = (
        MemoryJournals() if request.param == "memory" else open_journals(str(tmp_path / "desk.db"))
    )
    yield made
    made.close()


class TestContract:
    def test_what_was_recorded_is_read_back_in_order_and_chained(self, journals: Journals) -> None:
        first = journals.append("s1", 0, drafts("a", 2))
        second = journals.append("s1", 2, drafts("b"))
        assert [entry.seq for entry in first + second] == [1, 2, 3]
        assert first[0].previous == GENESIS
        assert journals.read("s1") == first + second
        assert first_break(journals.read("s1")) is None

    def test_each_journal_is_a_chain_of_its_own(self, journals: Journals) -> None:
        journals.append("s1", 0, drafts("a"))
        journals.append("register", 0, drafts("b"))
        journals.append("s1", 1, drafts("c"))
        assert [entry.seq for entry in journals.read("s1")] == [1, 2]
        assert [entry.seq for entry in journals.read("register")] == [1]

    def test_journals_are_named_in_the_order_in_which_they_were_begun(self, journals: Journals) -> None:
        for command, name in enumerate(["zulu", "alpha", "mike"]):
            journals.append(name, 0, drafts(str(command)))
        journals.append("alpha", 1, drafts("again"))
        assert journals.names() == ["zulu", "alpha", "mike"]

    def test_there_is_nothing_in_a_journal_that_was_not_begun(self, journals: Journals) -> None:
        assert journals.names() == []
        assert journals.read("s1") == []
        assert journals.of_command("a") == []
        assert journals.append("s1", 0, []) == []
        assert journals.names() == []

    @pytest.mark.parametrize("after", [0, 2, 7])
    def test_who_did_not_see_the_last_entry_is_out_of_turn(self, journals: Journals, after: int) -> None:
        recorded = journals.append("s1", 0, drafts("a"))
        with pytest.raises(OutOfTurn):
            journals.append("s1", after, drafts("b", 3))
        assert journals.read("s1") == recorded
        assert journals.of_command("b") == []

    def test_a_command_is_recorded_once_whatever_the_journal(self, journals: Journals) -> None:
        recorded = journals.append("s1", 0, drafts("a", 2))
        for journal, after in (("s1", 2), ("s1", 0), ("s2", 0)):
            with pytest.raises(AlreadyRecorded):
                journals.append(journal, after, drafts("a"))
        assert journals.of_command("a") == recorded
        assert journals.names() == ["s1"]

    def test_one_bad_draft_and_nothing_of_the_act_is_recorded(self, journals: Journals) -> None:
        journals.append("s1", 0, drafts("a"))
        with pytest.raises(AlreadyRecorded):
            journals.append("s1", 1, [*drafts("b", 2), *drafts("a")])
        assert journals.of_command("b") == []
        assert [entry.seq for entry in journals.append("s1", 1, drafts("b", 2))] == [2, 3]

    def test_a_draft_given_twice_is_refused_whole(self, journals: Journals) -> None:
        with pytest.raises(AlreadyRecorded):
            journals.append("s1", 0, drafts("a") * 2)
        assert journals.names() == []

    def test_text_of_any_letters_comes_back_as_it_was(self, journals: Journals) -> None:
        payload = "ӘІҢҒҮҰҚӨҺ 'quoted' \"twice\"; DROP TABLE entry; \U0001f600 \n\t\u0000 end"
        journals.append("s'1", 0, drafts("a", payload=payload))
        assert journals.read("s'1")[0].payload == payload
        assert first_break(journals.read("s'1")) is None

    def test_closing_twice_is_no_error(self, journals: Journals) -> None:
        journals.close()
        journals.close()
