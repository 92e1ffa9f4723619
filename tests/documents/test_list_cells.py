"""A cell of a list: names break at their hyphens, words between syllables, and always with a hyphen."""

import pytest

from assembly_desk.documents.fonts import SANS, register_fonts, text_width
from assembly_desk.documents.rows import SIZE, SMALLEST, Column, Rows


def cell(text: str, width: float, *, close: bool = False) -> tuple[tuple[str, ...], float]:
    """The lines of a text in a column of that width, and their size."""
    register_fonts()
    only = Rows([Column("", width, close=close)], [(text,)]).rows[0].cells[0]
    return only.lines, only.size


def test_a_double_surname_breaks_at_its_hyphen_alone() -> None:
    lines, size = cell("Константинопольский-Белоцерковский Аристарх", 156, close=True)
    assert lines == ("Константинопольский-", "Белоцерковский Аристарх")
    assert size == SIZE


def test_a_head_is_set_smaller_rather_than_broken() -> None:
    lines, size = cell("Время прибытия", 42)
    assert lines == ("Время", "прибытия")
    assert SMALLEST <= size < SIZE


def test_a_long_word_breaks_between_syllables_with_a_hyphen() -> None:
    lines, _ = cell("Қызметкерлерімізге", 60)
    assert len(lines) > 1
    assert all(line.endswith("-") for line in lines[:-1])
    assert "".join(line.rstrip("-") for line in lines) == "Қызметкерлерімізге"


@pytest.mark.parametrize("text", ["Ә" * 300, "Ә" * 300 + " А. Б.", "-" * 200, "№ 8 " + "б" * 90])
def test_a_text_of_any_kind_fits(text: str) -> None:
    register_fonts()
    cells = [row.cells[0] for row in Rows([Column("", 80, close=True)], [(text,)]).rows]
    lines = [line for one in cells for line in one.lines]
    assert "".join(lines).replace("\u00a0", "").replace(" ", "") == text.replace(" ", "")
    assert all(text_width(line, SANS, one.size) <= 80 for one in cells for line in one.lines)
