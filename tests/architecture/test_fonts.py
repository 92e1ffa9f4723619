"""The shipped fonts can write every word that the program knows, in the window and on paper."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from assembly_desk.resources import resource

FAMILIES, STYLES = ("NotoSans", "NotoSerif"), ("Regular", "Bold", "Italic", "BoldItalic")
FONTS = [f"{family}-{style}.ttf" for family in FAMILIES for style in STYLES]
KAZAKH = "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ"
SIGNS = "№«»„“”’–—…•§₸×−%()/ \u00a0\u00ad\u202f\u2010\u2011"


def words() -> str:
    """Return every word of the catalogues."""
    catalogues = sorted(resource("words").glob("*.tsv"))
    assert catalogues, "resources/words holds the words of the program"
    return "".join(path.read_text(encoding="utf-8") for path in catalogues)


@pytest.fixture(params=FONTS)
def font(request: pytest.FixtureRequest) -> TTFont:
    return TTFont(resource("fonts", request.param))


def test_every_letter_can_be_written(font: TTFont) -> None:
    needed = {*KAZAKH, *KAZAKH.lower(), *SIGNS, *words()} - {"\n", "\r", "\t"}
    assert sorted(sign for sign in needed if ord(sign) not in font.getBestCmap()) == []


def test_figures_stand_in_columns(font: TTFont) -> None:
    signs, widths = font.getBestCmap(), font["hmtx"]
    assert len({widths[signs[ord(digit)]][0] for digit in "0123456789"}) == 1
    assert "tnum" in {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}


def test_paper_can_embed_it(font: TTFont) -> None:
    assert "glyf" in font
    assert "fvar" not in font
    assert font["OS/2"].fsType == 0


def test_the_licence_is_shipped_with_the_fonts() -> None:
    licence: Path = resource("fonts", "OFL.txt")
    assert "SIL Open Font License, Version 1.1" in licence.read_text(encoding="utf-8").replace("\n", " ")
