"""The codes that scanners read, and the largest letters that a card has room for."""

import pytest

from assembly_desk.documents.cards import in_room
from assembly_desk.documents.codes import bars
from assembly_desk.documents.fonts import SANS_BOLD, register_fonts, text_width


def widths(number: str) -> str:
    """Bars and the spaces between them, in modules."""
    drawn = bars(number)
    found = ""
    for (at, wide), (following, _) in zip(drawn, [*drawn[1:], (sum(drawn[-1]), 0)], strict=True):
        found += f"{wide}{following - at - wide or ''}"
    return found


def test_a_badge_number_becomes_code_128() -> None:
    """ISO/IEC 15417, table 1: start C, the pairs 10 and 27, the check (105 + 10 + 2 x 27) % 103 = 66, stop."""
    assert widths("1027") == "211232" + "221312" + "312212" + "121421" + "2331112"


def test_an_odd_number_of_digits_can_be_coded_too() -> None:
    assert widths("7") != widths("77")
    assert widths("123").endswith("2331112")


@pytest.mark.parametrize(
    "name",
    ["Ли Ю", "Константинопольский-Белоцерковский Аристарх Александрович", "Ә" * 120, "а-" * 80, "Аты " * 60],
)
def test_a_name_of_any_length_stays_in_its_room(name: str) -> None:
    register_fonts()
    set_in = in_room(name, SANS_BOLD, 200, 2, 17, 8)
    assert 1 <= len(set_in.lines) <= 2
    assert all(text_width(line, SANS_BOLD, set_in.size) <= 200 for line in set_in.lines)
    shown = "".join("".join(set_in.lines).split())
    assert shown == "".join(name.split()) or shown.endswith("…")


def test_a_double_surname_parts_at_its_hyphen_rather_than_becoming_small() -> None:
    register_fonts()
    set_in = in_room("Константинопольский-Белоцерковский", SANS_BOLD, 200, 2, 17, 8)
    assert set_in.lines == ("Константинопольский-", "Белоцерковский")
