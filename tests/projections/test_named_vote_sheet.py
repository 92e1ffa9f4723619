"""A named vote's sheet: each member of the electorate with the answer given, or none."""

from collections import Counter

import pytest

from assembly_desk.domain import commands as c
from assembly_desk.domain.text import Text
from assembly_desk.projections.named_vote_sheet import NoNamedVote, named_vote_sheet, named_votes
from tests.told_sittings import Teller, council


@pytest.fixture(scope="module")
def told() -> Teller:
    return council()


def test_the_rows_add_up_to_the_figures(told: Teller) -> None:
    sheet = named_vote_sheet(told.opened.state, 9)
    counted = Counter(row.choices[0] for row in sheet.rows)
    assert sheet.figures is not None
    assert counted["for"] == sheet.figures.in_favour
    assert counted["against"] == sheet.figures.against
    assert counted["abstain"] == sheet.figures.abstain
    assert counted[None] == sheet.figures.not_voting == 2
    assert len(sheet.rows) == sheet.base == 61
    assert (sheet.item, sheet.needed, sheet.point) == (2, 41, "p.15")


def test_only_named_votes_with_a_verdict_are_listed(told: Teller) -> None:
    assert named_votes(told.opened.state) == (9,)


def test_a_stopped_named_vote_has_no_list_beside_the_protocol_and_shows_no_figures() -> None:
    told = council(close=False)
    told.do(
        c.TakeItem("2"),
        c.Propose("2.2", "decision", Text("Жоспар толықтырылсын"), item="2"),
        c.Put("2.2", "named"),
        c.Cast("m0005", "for"),
        c.StopVote(Text("техникалық ақау")),
    )
    state = told.opened.state
    assert named_votes(state) == (9,)
    sheet = named_vote_sheet(state, state.votes[-1].number)
    assert (sheet.verdict, sheet.figures) == ("stopped", None)


@pytest.mark.parametrize(("number", "why"), [(7, "not-named"), (12, "unknown")])
def test_there_is_no_list_of_another_vote(told: Teller, number: int, why: str) -> None:
    with pytest.raises(NoNamedVote) as refused:
        named_vote_sheet(told.opened.state, number)
    assert refused.value.why == why
