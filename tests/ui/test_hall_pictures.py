"""Every slide on every screen: nothing touches the edge, nothing is lost, and the words can be heard too."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from typing import Any

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from assembly_desk.domain.ballots import Papers
from assembly_desk.domain.text import Person, Text
from assembly_desk.domain.threshold import Threshold
from assembly_desk.domain.vote import Tally, Verdict
from assembly_desk.projections.hall_slide import (
    AdjournedSlide,
    Blank,
    BreakSlide,
    ClosedSlide,
    HallHead,
    ItemSlide,
    ListSlide,
    MessageSlide,
    QuorumSlide,
    ResultSlide,
    Slide,
    SpeakerSlide,
    VotingSlide,
    Welcome,
)
from assembly_desk.projections.hall_vote import CandidateRow, Earlier, SecretParts
from assembly_desk.ui.hall.letters import fit
from assembly_desk.ui.hall.picture import HallView, paint_hall
from assembly_desk.ui.hall.said import in_words
from assembly_desk.ui.theme import HALL, load_fonts
from assembly_desk.wording.words import LANGUAGES, Language

BODY = Text("Қазақстан халқы Ассамблеясының Кеңесі", "Совет Ассамблеи народа Казахстана")
HEAD = HallHead("council", BODY, False, timedelta(hours=5))
RULE = Threshold(Fraction(2, 3), True, "members", "p.14")
TITLE = Text("Кезекті сессияны шақыру және оның күн тәртібі туралы ұсыныстар", "О созыве очередной сессии")
LONG = Text(
    "Қазақстан халқы Ассамблеясының этносаралық келісімді нығайту жөніндегі 2027 жылға арналған іс-шаралар "
    "жоспары туралы және оны іске асыруға жауапты мемлекеттік органдар мен лауазымды адамдардың есептерін "
    "тыңдау тәртібі туралы",
    "О плане мероприятий Ассамблеи народа Казахстана по укреплению межэтнического согласия на 2027 год и о "
    "порядке заслушивания отчётов ответственных за его реализацию государственных органов и должностных лиц",
)
LETTERS_300 = Text(f"{LONG.kk} {TITLE.kk.lower()}"[:300], f"{LONG.ru} {LONG.ru}"[:420])  # two fifths longer
ENDLESS = Text(" ".join([LONG.kk] * 8), " ".join([LONG.ru or ""] * 8))
WHO = Person(
    Text("Қожахметұлы-Әбдірахманов Нұрсұлтан Қуанышбекұлы"), Text("Н. Қ. Қожахметұлы"), LONG, "m0001"
)
WHEN = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)
NAMES = (
    Text("Айтбаева Гүлнар Серікқызы"),
    Text("Қожахметұлы-Әбдірахманов Нұрсұлтан Қуанышбекұлы"),
    Text("Ким Виктор Андреевич"),
    Text("Оразбаев Ілияс"),
)
PAPERS = Papers(70, 62, 1, 58, 2)


def listed(many: int, seats: int = 5, *, page: int = 0, pages: int = 1, **more: Any) -> ListSlide:
    """The result of so many candidates, of every verdict."""
    elected: list[Verdict] = ["adopted"] * (seats - 1)
    best: list[Verdict] = [*elected, "tie", "tie", "outranked"]
    others: list[Verdict] = ["not-adopted"] * many
    verdicts: list[Verdict] = [*[*best, *others][: many - 1], "withdrawn"]
    rows = tuple(
        CandidateRow(NAMES[place % 4], verdict, 58 - place if verdict != "withdrawn" else None)
        for place, verdict in enumerate(verdicts)
    )
    given: dict[str, Any] = {"papers": PAPERS, "page": page, "pages": pages} | more
    return ListSlide("3", TITLE, "secret", rows, seats, 1, 60, 40, "p.15", **given)


def put_list(many: int, **more: Any) -> VotingSlide:
    """So many candidates, being voted on in secret."""
    names = tuple(NAMES[place % 4] for place in range(many))
    return VotingSlide("3", None, TITLE, "secret", None, 60, candidates=names, seats=5, **more)


SLIDES: dict[str, Slide] = {
    "welcome": Welcome("council", BODY, "14", "2026-11-23"),
    "welcome of another body": Welcome("experts", LONG, "2", None),
    "quorum lacking": QuorumSlide(53, 84, 56, 3, False, RULE, True),
    "quorum met": QuorumSlide(60, 84, 56, 0, True, RULE, True),
    "quorum of many": QuorumSlide(9999, 10000, 6667, 0, True, RULE, False),
    "quorum of all": QuorumSlide(0, 1, 1, 1, False, RULE, True),
    "nobody on the roll": QuorumSlide(0, 0, 1, 1, False, RULE, True),
    "re-registration": QuorumSlide(31, 84, 56, 25, False, RULE, True, again=True),
    "quorum lost": QuorumSlide(53, 84, 56, 3, False, RULE, False),
    "item": ItemSlide("1", TITLE, (WHO,)),
    "item of three hundred letters": ItemSlide("12", LETTERS_300, (WHO, WHO)),
    "endless item": ItemSlide("1", ENDLESS, (WHO,) * 5),
    "speaker": SpeakerSlide(WHO.name, None, "report", "1", TITLE, 1199, 1200, False, False),
    "last minute": SpeakerSlide(WHO.name, LONG, "debate", "1", LONG, 52, 300, True, False),
    "time is up": SpeakerSlide(WHO.name, LONG, "order", None, None, -3, 60, True, False),
    "paused": SpeakerSlide(WHO.name, TITLE, "report", "12", LETTERS_300, 754, 1200, False, True),
    "two hours": SpeakerSlide(WHO.name, LONG, "report", "1", ENDLESS, 7199, 7200, False, True),
    "voting": VotingSlide("4", "4.1", TITLE, "named", 41, 60),
    "counting": VotingSlide("12", "12.1", LETTERS_300, "show-of-hands", None, 583, counting=True),
    "endless voting": VotingSlide("4", "4.1", ENDLESS, "show-of-hands", None, 60),
    "adopted": ResultSlide("4", "4.1", TITLE, "named", Tally(41, 12, 5), 2, 60, 40, "adopted", "p.15"),
    "not adopted by a hair": ResultSlide(
        "12", "12.1", LETTERS_300, "named", Tally(388, 120, 50), 25, 583, 389, "not-adopted", "p.15"
    ),
    "not adopted": ResultSlide(
        "4", "4.1", ENDLESS, "named", Tally(2180, 1120, 500), 20, 4000, 2001, "not-adopted", "p.10"
    ),
    "without objection": ResultSlide(None, "1", LONG, "no-objection", None, None, 60, 40, "adopted", "p.15"),
    "stopped": ResultSlide("2", "2.1", ENDLESS, "named", None, None, 60, 40, "stopped", "p.15"),
    "secret": VotingSlide("4", "4.1", TITLE, "secret", None, 60),
    "secret counted": VotingSlide("4", "4.1", ENDLESS, "secret", None, 60, counting=True),
    "recount held": VotingSlide("2", "2.1", LONG, "show-of-hands", None, 583, again=Earlier("recount", 6)),
    "eight candidates": put_list(8),
    "seventeen candidates": put_list(9, pages=2),
    "thirty candidates": put_list(10, pages=3, page=1),
    "run-off": replace(put_list(2, run_off=True), text=ENDLESS),
    "named list": replace(put_list(9), form="named", answered=41),
    "secret result": ResultSlide(
        "4",
        "4.1",
        TITLE,
        "secret",
        Tally(41, 12, 4),
        None,
        60,
        40,
        "adopted",
        "p.15",
        secret=SecretParts(PAPERS, 1, 0),
    ),
    "secret result reported": ResultSlide(
        "4",
        "4.1",
        ENDLESS,
        "secret",
        Tally(388, 120, 50),
        None,
        583,
        389,
        "not-adopted",
        "p.15",
        secret=SecretParts(PAPERS, 1, 0),
        reported=True,
    ),
    "annuls": ResultSlide(
        None,
        "3",
        LONG,
        "show-of-hands",
        Tally(24, 1, 0),
        0,
        25,
        17,
        "adopted",
        "p.15",
        brings=Earlier("annulled", 2),
    ),
    "recounted and in doubt": ResultSlide(
        "2",
        "2.1",
        LETTERS_300,
        "show-of-hands",
        Tally(17, 6, 2),
        0,
        25,
        17,
        "adopted",
        "p.15",
        again=Earlier("recount", 6),
        doubtful=True,
    ),
    "list of two": listed(2, 2),
    "list of eight": listed(8),
    "list of seventeen": listed(17, pages=3, page=1),
    "list of thirty": listed(30, pages=4, page=3),
    "list reported": replace(listed(8, reported=True, run_off=True, doubtful=True), text=ENDLESS),
    "list repeated": listed(3, 3, again=Earlier("repeat", 10)),
    "break": BreakSlide(WHEN),
    "adjourned": AdjournedSlide(WHEN + timedelta(days=2)),
    "closed": ClosedSlide(),
    "message": MessageSlide("Құрметті мүшелер, орындарыңызға отырыңыздар"),
    "message in two languages": MessageSlide("Түскі ас – бірінші қабатта\nОбед – на первом этаже"),
    "long message": MessageSlide(LETTERS_300.kk),
    "endless message": MessageSlide(ENDLESS.kk),
    "not held": ClosedSlide(held=False),
}
SCREENS = [(1024, 768), (1280, 720), (1400, 1050), (1920, 1080), (1920, 1200), (3840, 2160), (2560, 1080)]


@pytest.fixture(autouse=True)
def _fonts(qapp: object) -> None:
    del qapp
    load_fonts()


def picture(view: HallView | None, width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_hall(painter, QRectF(0, 0, width, height), view)
    painter.end()
    return image


def ground(image: QImage, x: int, y: int, width: int, height: int) -> bool:
    """Whether nothing is painted there."""
    part = image.copy(x, y, width, height)
    empty = QImage(part.size(), part.format())
    empty.fill(QColor(HALL.ground))
    return part == empty


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("name", SLIDES)
def test_nothing_runs_over_the_edge_of_any_screen(name: str, language: Language) -> None:
    for width, height in SCREENS:
        image = picture(HallView(HEAD, SLIDES[name], "09:48", language), width, height)
        edge = height // 40
        assert not ground(image, 0, 0, width, height)
        assert ground(image, 0, 0, width, edge), (width, height)
        assert ground(image, 0, height - edge, width, edge), (width, height)
        assert ground(image, 0, 0, edge, height), (width, height)
        assert ground(image, width - edge, 0, edge, height), (width, height)


def test_a_bar_is_filled_as_far_as_those_who_came() -> None:
    def filled(present: int) -> int:
        slide = QuorumSlide(present, 84, 56, max(0, 56 - present), present >= 56, RULE, True)
        image = picture(HallView(HEAD, slide, "09:48", "kk"), 1920, 1080)
        hue = QColor(HALL.for_ if slide.met else HALL.abstain)
        row = 1080 // 2 + 210 + 19  # the middle of the bar
        return sum(image.pixelColor(x, row) == hue for x in range(1920))

    assert filled(0) == 0
    assert abs(filled(42) - 1740 / 2) < 6
    assert abs(filled(84) - 1740) < 12  # less the mark


def test_a_rehearsal_is_marked_on_every_slide() -> None:
    rehearsal = HallHead("council", BODY, True, timedelta(hours=5))
    for slide in SLIDES.values():
        real = picture(HallView(HEAD, slide, "09:48", "kk"), 640, 360)
        assert picture(HallView(rehearsal, slide, "09:48", "kk"), 640, 360) != real
        assert "ЖАТТЫҒУ" in in_words(rehearsal, slide, "kk")
        assert "ЖАТТЫҒУ" not in in_words(HEAD, slide, "kk")


def test_blank_is_blank() -> None:
    for view in (None, HallView(HEAD, Blank(), "", "kk")):
        assert ground(picture(view, 800, 600), 0, 0, 800, 600)


def test_every_slide_can_be_heard_in_every_language() -> None:
    for slide in SLIDES.values():
        said = {in_words(HEAD, slide, language) for language in LANGUAGES}
        assert len(said) == 3
        assert not any("{" in text or ". ." in text for text in said)


def test_what_is_heard_of_a_quorum_and_of_a_running_vote() -> None:
    assert in_words(HEAD, SLIDES["quorum lacking"], "kk") == (
        "Қазақстан халқы Ассамблеясының Кеңесі. Тіркеу жүріп жатыр. 53. тізімде 84 мүше. "
        "кворумға тағы 3 мүше қажет. кворум – 56. "
        "Ереже, 14-тармақ: мүшелердің жалпы санының кемінде үштен екісі"
    )
    assert in_words(HEAD, SLIDES["voting"], "ru") == (
        "Совет Ассамблеи народа Казахстана. Вопрос № 4 · Предложение № 4.1. О созыве очередной сессии. "
        "Идёт голосование. поимённое голосование. ответили – 41; участвуют – 60"
    )


@pytest.mark.parametrize(
    ("name", "heard"),
    [
        ("re-registration", "Қайта тіркеу жүріп жатыр"),
        ("quorum lost", "Кворум жоқ"),
        ("last minute", "қалған уақыт – 0:52"),
        ("paused", "уақыт кідіртілді – 12:34"),
        ("time is up", "уақыт аяқталды"),
        ("counting", "Дауыстар саналып жатыр"),
        ("secret", "Жасырын дауыс беру жүріп жатыр. Бюллетеньдерді есеп комиссиясы береді"),
        ("secret counted", "Есеп комиссиясы дауыстарды санап жатыр"),
        ("eight candidates", "№ 3 мәселе · кандидаттар"),
        ("run-off", "дауыс берудің келесі кезеңі"),
        ("recount held", "Дауыстарды қайта санау: № 6 дауыс беру"),
        (
            "secret result",
            "жақтап – 41. қарсы – 12. қалыс қалды – 4. "
            "белгі қойылмағаны – 1 · жарамсызы – 2 · қайтарылмағаны – 3 · берілмегені – 0. ҚАБЫЛДАНДЫ",
        ),
        ("annuls", "Нәтиженің күші жойылды: № 2 дауыс беру"),
        ("recounted and in doubt", "күмәнді нәтиже"),
        ("list of seventeen", "Айтбаева Гүлнар Серікқызы: жақтап – 58 – қабылданды"),
        ("list of seventeen", "Ким Виктор Андреевич: жақтап – 52 – дауыс жеткілікті, орын жетпеді"),
        ("list of seventeen", "орын саны – 5 · бос орын саны – 1 · қатысып отырғаны – 60"),
        (
            "list reported",
            "берілген бюллетеньдер – 62 · жәшіктен алынғаны – 58 · жарамдысы – 56 · жарамсызы – 2",
        ),
        ("break", "Отырыстың жалғасатын уақыты – 11:30"),
        ("adjourned", "Отырыстың жалғасатын уақыты – 2026 жылғы 25 қараша, 11:30"),
        ("message in two languages", "Түскі ас – бірінші қабатта Обед – на первом этаже"),
    ],
)
def test_each_moment_has_its_own_words(name: str, heard: str) -> None:
    assert heard in in_words(HEAD, SLIDES[name], "kk")


def test_the_last_minute_is_amber_and_the_end_is_red() -> None:
    def inks(left: int, *, warning: bool, paused: bool = False) -> set[str]:
        slide = SpeakerSlide(WHO.name, None, "debate", None, None, left, 300, warning, paused)
        image = picture(HallView(HEAD, slide, "09:48", "kk"), 1920, 1080)
        figures = image.copy(1300, 600, 560, 250)
        seen = {figures.pixelColor(x, y).name() for x in range(0, 560, 3) for y in range(0, 250, 3)}
        hues = {"ink": HALL.ink, "amber": HALL.abstain, "red": HALL.against, "grey": HALL.second}
        return {hue for hue, colour in hues.items() if colour.lower() in seen} - {"grey"} or {"grey"}

    assert inks(61, warning=False) == {"ink"}
    assert inks(60, warning=True) == {"amber"}
    assert inks(0, warning=True) == {"red"}
    assert inks(61, warning=False, paused=True) == {"grey"}


class Reading(QPainter):
    """A painter that notes how high, in pixels, each line of text was painted."""

    def __init__(self, image: QImage) -> None:
        super().__init__(image)
        self.heights: dict[str, int] = {}
        self.__dict__["drawText"] = self._noted  # its many forms cannot be overridden by one

    def _noted(self, place: QPointF, text: str) -> None:
        self.heights[text] = self.font().pixelSize()
        super().drawText(place, text)


def heights(slide: Slide) -> dict[str, int]:
    image = QImage(1920, 1080, QImage.Format.Format_RGB32)
    painter = Reading(image)
    paint_hall(painter, QRectF(0, 0, 1920, 1080), HallView(HEAD, slide, "09:48", "kk"))
    painter.end()
    return painter.heights


@pytest.mark.parametrize(("many", "pages"), [(2, 1), (8, 1), (17, 3), (30, 4)])
def test_every_row_of_a_list_is_read_from_the_last_row_of_the_hall(many: int, pages: int) -> None:
    """A thirtieth of the height of the screen: what is smaller is not read at thirty metres."""
    told: list[CandidateRow] = []
    for page in range(pages):
        slide = listed(many, min(5, many), page=page, pages=pages)
        found = heights(slide)
        assert 1 <= len(slide.shown) <= 8
        usual = [row.name.kk for row in slide.shown if len(row.name.kk) < 30]
        assert all(found[name] >= 1080 / 30 for name in usual)
        assert all(found[str(row.in_favour)] >= 1080 / 30 for row in slide.shown if row.in_favour)
        told += slide.shown
    assert tuple(told) == slide.rows


@pytest.mark.parametrize("slide", [put_list(1), put_list(8), put_list(9, pages=2), put_list(12, pages=3)])
def test_so_is_every_candidate_while_they_are_voted_on(slide: VotingSlide) -> None:
    found = heights(slide)
    assert all(found[name.kk] >= 1080 / 30 for name in slide.candidates if len(name.kk) < 30)


def test_a_verdict_in_doubt_does_not_shine_green() -> None:
    def green(doubtful: bool) -> int:
        slide = ResultSlide(
            "4", "4.1", TITLE, "named", None, None, 60, 40, "adopted", "p.15", doubtful=doubtful
        )
        image = picture(HallView(HEAD, slide, "09:48", "kk"), 960, 540)
        return sum(image.pixelColor(x, 480) == QColor(HALL.for_) for x in range(960))

    assert green(False) > 100
    assert green(True) == 0


def test_a_rule_that_is_not_two_thirds_is_not_called_so() -> None:
    half = Threshold(Fraction(1, 2), False, "members", "p.14")
    said = in_words(HEAD, QuorumSlide(5, 9, 5, 0, True, half, False), "kk")
    assert said.endswith("Ереже, 14-тармақ")


@pytest.mark.parametrize("text", [TITLE.kk, LONG.kk, ENDLESS.kk, "ұ" * 200, "а\nб", ""])
@pytest.mark.parametrize(("width", "height"), [(1740, 300), (600, 300), (200, 90)])
def test_text_fits_its_place(text: str, width: float, height: float) -> None:
    fitted = fit(text, width, height, 80)
    metrics = QFontMetricsF(fitted.font)
    assert fitted.height <= height
    assert all(metrics.horizontalAdvance(line) <= width + 1 for line in fitted.lines)


def test_a_long_title_is_whole_and_its_words_are_whole() -> None:
    fitted = fit(LONG.kk, 1740, 400, 80)
    assert len(fitted.lines) > 1
    assert " ".join(fitted.lines) == LONG.kk


def test_a_short_title_is_as_big_as_it_may_be_and_a_little_longer_one_shrinks() -> None:
    short = fit("Үзіліс", 1740, 400, 80)
    assert (short.lines, short.size) == (("Үзіліс",), 80)
    width = short.width * 0.9
    shrunk = fit("Үзіліс", width, 400, 80)
    assert shrunk.lines == ("Үзіліс",)
    assert 80 * 0.85 <= shrunk.size < 80


def test_no_line_begins_with_a_dash() -> None:
    fitted = fit("Баяндамашы – Айтбаева Гүлнар", 420, 400, 60)
    assert len(fitted.lines) > 1
    assert not any(line.startswith("–") for line in fitted.lines)
