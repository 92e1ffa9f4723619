from pathlib import Path

import pytest
from PySide6.QtGui import QRawFont

from assembly_desk.domain.alphabet import ALLOWED
from assembly_desk.resources import resource
from assembly_desk.wording.words import FILES, read_rows

FONTS = sorted(resource("fonts").glob("*.ttf"))


def test_the_program_brings_its_fonts() -> None:
    assert {font.stem for font in FONTS} >= {
        f"Noto{face}-{weight}" for face in ("Sans", "Serif") for weight in ("Regular", "Bold")
    }


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("font", FONTS, ids=lambda font: font.stem)
def test_every_font_has_each_letter_that_a_record_or_a_sentence_may_hold(font: Path) -> None:
    letters = QRawFont(str(font), 12)
    assert letters.isValid()
    said = {sign for name in FILES for row in read_rows(name) for cell in row[2:5] for sign in cell}
    assert [
        sign for sign in sorted((ALLOWED | said) - {"\n"}) if not letters.supportsCharacter(ord(sign))
    ] == []
