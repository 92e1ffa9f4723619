"""Many members entered or changed at once: whose badge is whose counts when all is done."""

from collections.abc import Sequence

from assembly_desk.desk.desk import Desk, Receipt
from assembly_desk.domain.commands import ImportMembers
from assembly_desk.domain.member import Member
from assembly_desk.domain.refusals import Refusal
from assembly_desk.domain.text import Name
from assembly_desk.journal.memory import MemoryJournals
from assembly_desk.rules import load_profiles


def member(id: str, badge: str | None) -> Member:
    return Member(id, Name("Сыдықов", id), badge=badge)


def desk_with(*members: Member) -> Desk:
    desk = Desk(MemoryJournals(), load_profiles())
    assert isinstance(desk.submit(ImportMembers(members)), Receipt)
    return desk


def change(desk: Desk, members: Sequence[Member]) -> Receipt | Refusal:
    return desk.submit(ImportMembers((), tuple(members)))


def test_two_members_may_change_badges_in_one_import() -> None:
    desk = desk_with(member("a", "1"), member("b", "2"))
    assert isinstance(change(desk, [member("a", "2"), member("b", "1")]), Receipt)
    assert {id: one.badge for id, one in desk.register.members.items()} == {"a": "2", "b": "1"}


def test_a_badge_of_somebody_who_keeps_it_is_refused_and_nothing_is_written() -> None:
    for taker, holder in (("a", "b"), ("b", "a")):
        desk = desk_with(member("a", "1"), member("b", "2"), member("c", None))
        before = dict(desk.register.members)
        taken = before[holder].badge
        assert taken is not None
        answer = change(desk, [member("c", "9"), member(taker, taken)])
        assert answer == Refusal("DuplicateId", {"id": taken})
        assert desk.register.members == before


def test_members_without_a_badge_do_not_stand_in_each_others_way() -> None:
    desk = desk_with(member("a", None), member("b", None))
    assert isinstance(desk.submit(ImportMembers((member("c", None), member("d", None)))), Receipt)
    assert len(desk.register.members) == 4
