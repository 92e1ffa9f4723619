"""What parliaments voted, by the arithmetic that decides here: their published counts give their real outcomes.

Each has its own share, of its own base. Sources, as published:
Bundestag, 6 May 2025, chancellor (more than half of 630): news-pravda.com 1300631, tgcom24.mediaset.it 97729068.
Bundestag, 18 March 2025, Basic Law (two thirds of 733): iamexpat.de, tvo.de.
Hellenic Parliament, December 2014, president (two thirds, then three fifths of 300): ekathimerini.com 165747,
chaniapost.eu 23.12.2014, radio-korfu.de; February 2015: «2014-2015 Greek presidential election».
Moldova, president (three fifths of 101): eurasia.ro 7.12.2009, julienfrisch.blogspot.com 20.5.2009,
romania-actualitati.ro id35200 (16 March 2012).
Türkiye, president (two thirds of 550, then more than half): china.org.cn 21.8.2007, en-academic.com 4057735; the
quorum of two thirds: dw.com a-2463670 (1 May 2007).
Senate of the United States, 13 February 2021 (two thirds of those present): latimes.com, wevv.com.
Verkhovna Rada (two thirds, and more than half, of 450): inform.sumy.ua 179200 (7 February 2019), 24tv.ua n652635.
Bundesrat, 21 March 2025 (two thirds of 69): haiku.ainewsbrew.com 3652.
"""

from fractions import Fraction

import pytest

from assembly_desk.domain.threshold import Threshold

HALF, TWO_THIRDS, THREE_FIFTHS = Fraction(1, 2), Fraction(2, 3), Fraction(3, 5)


@pytest.mark.parametrize(
    ("share", "base", "needed", "in_favour", "adopted"),
    [
        (HALF, 630, 316, 310, False),  # Merz, first ballot
        (HALF, 630, 316, 325, True),  # Merz, second ballot
        (TWO_THIRDS, 733, 489, 513, True),  # the debt brake
        (TWO_THIRDS, 69, 46, 53, True),  # the same in the Bundesrat
        (TWO_THIRDS, 300, 200, 160, False),  # Dimas, first
        (TWO_THIRDS, 300, 200, 168, False),  # Dimas, second
        (THREE_FIFTHS, 300, 180, 168, False),  # Dimas, third
        (THREE_FIFTHS, 300, 180, 233, True),  # Pavlopoulos
        (THREE_FIFTHS, 101, 61, 60, False),  # Greceanîi: one vote is missing
        (THREE_FIFTHS, 101, 61, 53, False),  # Lupu
        (THREE_FIFTHS, 101, 61, 62, True),  # Timofti
        (TWO_THIRDS, 550, 367, 341, False),  # Gül, first
        (TWO_THIRDS, 550, 367, 337, False),  # Gül, second
        (HALF, 550, 276, 339, True),  # Gül, third
        (TWO_THIRDS, 100, 67, 57, False),  # the second impeachment trial of Trump
        (TWO_THIRDS, 450, 300, 334, True),  # the course to the EU and NATO
        (HALF, 450, 226, 231, True),  # an amendment sent to the Constitutional Court
        (HALF, 450, 226, 220, False),  # the same at first
    ],
)
def test_published_counts_give_their_real_outcomes(
    share: Fraction, base: int, needed: int, in_favour: int, adopted: bool
) -> None:
    rule = Threshold(share, share != HALF, "members", "—")
    assert rule.needed(base) == needed
    assert rule.met(in_favour, base) is adopted


def test_a_presence_of_361_of_550_was_no_quorum_of_two_thirds() -> None:
    rule = Threshold(TWO_THIRDS, True, "members", "—")
    assert rule.needed(550) == 367
    assert not rule.met(361, 550)
