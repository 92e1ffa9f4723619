"""The arithmetic of points 9, 10, 14 and 15, by the figures of the law and by its inequalities."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembly_desk.domain.threshold import Threshold
from tests.domain.hall import PROFILES

LAW = PROFILES["kz-apk-747-2024"]
SESSION, COUNCIL = LAW.bodies["session"], LAW.bodies["council"]

bases = st.integers(min_value=1, max_value=5000)
votes = st.integers(min_value=0, max_value=5000)


@st.composite
def thresholds(draw: st.DrawFn) -> Threshold:
    denominator = draw(st.integers(min_value=1, max_value=12))
    numerator = draw(st.integers(min_value=1, max_value=denominator))
    return Threshold(Fraction(numerator, denominator), draw(st.booleans()), "present", "p.1")


@pytest.mark.parametrize(
    ("total", "needed"),
    [(583, 389), (526, 351), (504, 336), (84, 56), (76, 51), (60, 40), (30, 20), (3, 2), (2, 2), (1, 1)],
)
def test_quorum_is_at_least_two_thirds_of_all_members(total: int, needed: int) -> None:
    for quorum in (SESSION.quorum, COUNCIL.quorum):
        assert quorum.needed(total) == needed
        assert quorum.met(needed, total)
        assert not quorum.met(needed - 1, total)


@pytest.mark.parametrize(("present", "needed"), [(389, 195), (400, 201), (401, 201), (1, 1), (2, 2), (3, 2)])
def test_the_session_decides_by_more_than_one_half(present: int, needed: int) -> None:
    assert SESSION.majority.needed(present) == needed
    assert SESSION.majority.met(needed, present)
    assert not SESSION.majority.met(needed - 1, present)


def test_exactly_one_half_is_rejected_in_the_session() -> None:
    assert not SESSION.majority.met(200, 400)


@pytest.mark.parametrize(
    ("present", "needed"), [(56, 38), (57, 38), (58, 39), (60, 40), (51, 34), (52, 35), (1, 1), (2, 2)]
)
def test_the_council_decides_by_at_least_two_thirds(present: int, needed: int) -> None:
    assert COUNCIL.majority.needed(present) == needed
    assert COUNCIL.majority.met(needed, present)
    assert not COUNCIL.majority.met(needed - 1, present)


@given(votes, bases)
def test_quorum_and_the_councils_majority_are_the_inequality_of_the_law(number: int, base: int) -> None:
    lawful = 3 * number >= 2 * base and number > 0
    assert SESSION.quorum.met(number, base) == lawful
    assert COUNCIL.quorum.met(number, base) == lawful
    assert COUNCIL.majority.met(number, base) == lawful


@given(votes, bases)
def test_the_sessions_majority_is_the_inequality_of_the_law(number: int, base: int) -> None:
    assert SESSION.majority.met(number, base) == (2 * number > base)


@given(thresholds(), bases)
def test_needed_is_the_smallest_number_that_meets_the_share(threshold: Threshold, base: int) -> None:
    needed = threshold.needed(base)

    def reaches(number: int) -> bool:
        share = Fraction(number, base)
        return share >= threshold.fraction if threshold.at_least else share > threshold.fraction

    assert needed >= 1
    assert reaches(needed)
    assert not reaches(needed - 1)
    assert threshold.met(needed, base)
    assert not threshold.met(needed - 1, base)


@given(thresholds(), bases)
def test_a_larger_base_never_needs_fewer(threshold: Threshold, base: int) -> None:
    assert threshold.needed(base) <= threshold.needed(base + 1) <= threshold.needed(base) + 1


@given(thresholds(), votes, bases)
def test_one_more_vote_never_loses_what_was_won(threshold: Threshold, number: int, base: int) -> None:
    assert threshold.met(number + 1, base) or not threshold.met(number, base)


@given(thresholds(), votes)
def test_a_base_of_nobody_is_never_met(threshold: Threshold, number: int) -> None:
    assert not threshold.met(number, 0)
