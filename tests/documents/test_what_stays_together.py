"""Blocks that belong together stand on one page; the end of the protocol is no page of small print."""

import re

import pytest

from assembly_desk.domain import commands as c
from assembly_desk.domain.text import Act, Text
from tests.documents.reading_paper import pages_of, paper, squashed
from tests.told_sittings import Teller, session


def busy(lead: int, *, motion: str = "Жоспар бекітілсін") -> Teller:
    """A sitting whose votes stand ever elsewhere on the page: `lead` lines come before the first."""
    told = Teller("busy", "2026-05-20T09:00:00")
    ids = told.members(12, ("session", "council"))
    data = c.ConveningData(
        number="1",
        date="2026-05-20",
        place=Text("Астана қаласы"),
        convened_by=("m0002",),
        consent=Act(text=Text("келісім")),
        presiding="m0002",
        secretary=c.Guest(Text("Әбенова С. Қ.")),
    )
    told.do(c.Convene("busy", "council", data), c.FixRoll(), c.AddItem("1", Text("Жоспар туралы"), "C13.4"))
    told.do(c.Arrive(tuple(ids)), c.Open(), c.TakeItem("1"))
    for number in range(lead):
        told.speech("m0003", "debate", f"Ұсыныс {number + 1}.")
    for number in range(4):
        told.do(c.Propose(f"1.{number}", "decision", Text(f"{motion} {number}"), item="1"))
        told.hands(f"1.{number}", 12, 0, 0)
    told.do(c.Close(), c.NumberProtocol("1", "2026-05-20"))
    return told


@pytest.mark.parametrize("lead", range(0, 20, 3))
def test_a_motion_stands_on_the_page_of_its_figures_and_the_decision_on_that_of_the_verdict(
    lead: int,
) -> None:
    pages = pages_of(paper(busy(lead)))
    for number in range(1, 5):
        (page,) = [page for page in pages if f"ДАУЫС БЕРУ НӘТИЖЕЛЕРІ: № {number} дауыс беру" in page]
        block = page.partition(f"№ {number} дауыс беру")[2]
        assert re.search(r"Дауысқа қойылды: .*?жақтап – 12; .*?Шешім бірауыздан қабылданды\.", block)
    (decided,) = [page for page in pages if "ШЕШТІ:" in page]
    assert "Шешім бірауыздан қабылданды. ШЕШТІ: 1. Жоспар бекітілсін 0." in decided


@pytest.mark.parametrize("lead", range(0, 20, 3))
def test_the_small_print_never_stands_alone(lead: int) -> None:
    (page,) = [page for page in pages_of(paper(busy(lead))) if "Қолданылған ереже бейіні" in page]
    assert "Отырыс жабық деп жарияланды" in page
    assert "(қолы)" in page
    assert "1-қосымша. Қатысқандар тізімі" in page


def test_the_small_print_stands_with_the_last_of_many_appendices() -> None:
    told = session(votes=45, members=12)
    (page,) = [page for page in pages_of(paper(told)) if "Қолданылған ереже бейіні" in page]
    assert "46-қосымша. Атап дауыс беру тізімі" in page


def test_a_block_longer_than_a_page_breaks_and_loses_nothing() -> None:
    motion = "Жоспардың ережесі " * 400
    text = squashed(" ".join(pages_of(paper(busy(2, motion=motion)))))
    assert text.count("Жоспардыңережесі") + text.count("Жос-пардыңережесі") > 8 * 380
