from datetime import UTC, date, datetime, timedelta

import pytest

from assembly_desk.wording.dates import (
    KAZAKHSTAN,
    act_reference,
    clock,
    date_and_time,
    duration,
    legal_date,
    short_date,
    weekday,
    zone,
)

DAY = date(2026, 11, 23)
EVENING = datetime(2026, 11, 22, 19, 4, 7, tzinfo=UTC)


def test_a_day_as_the_law_writes_it() -> None:
    assert legal_date(DAY, "kk") == "2026 жылғы 23 қараша"
    assert legal_date(DAY, "ru") == "23 ноября 2026 года"
    assert legal_date(DAY, "en") == "23 November 2026"
    assert short_date(DAY) == "23.11.2026"
    assert [weekday(DAY, "kk"), weekday(DAY, "ru")] == ["дүйсенбі", "понедельник"]


def test_the_decree_is_cited_as_it_cites_itself() -> None:
    decree = date(2024, 12, 27)
    assert act_reference("Жарлық", "747", decree, "kk") == "2024 жылғы 27 желтоқсандағы № 747 Жарлық"
    assert act_reference("Указ", "747", decree, "ru") == "Указ № 747 от 27 декабря 2024 года"
    assert act_reference("Decree", "747", decree, "en") == "Decree no. 747 of 27 December 2024"
    assert act_reference("", "8", None, "kk") == "№ 8"


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_stands_before_a_noun(month: int) -> None:
    cited = act_reference("өкім", "1", date(2026, month, 5), "kk")
    assert cited.startswith(legal_date(date(2026, month, 5), "kk"))
    assert cited.removesuffix(" № 1 өкім").endswith(("дағы", "дегі", "тағы", "тегі"))


def test_a_moment_is_shown_by_the_clock_of_kazakhstan() -> None:
    assert clock(EVENING, KAZAKHSTAN) == "00:04"
    assert clock(EVENING, KAZAKHSTAN, seconds=True) == "00:04:07"
    assert date_and_time(EVENING, KAZAKHSTAN, "kk") == "2026 жылғы 23 қараша, 00:04"
    assert clock(EVENING, timedelta(hours=6)) == "01:04"
    assert zone(KAZAKHSTAN) == "UTC+05:00"
    assert zone(-timedelta(hours=3, minutes=30)) == "UTC-03:30"


def test_a_time_without_an_offset_is_no_moment() -> None:
    with pytest.raises(ValueError, match="offset"):
        clock(EVENING.replace(tzinfo=None), KAZAKHSTAN)


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0, "00:00"), (59.9, "00:59"), (270, "04:30"), (4500, "75:00"), (-12, "−00:12"), (-0.4, "00:00")],
)
def test_a_duration_in_minutes_and_seconds(seconds: float, shown: str) -> None:
    assert duration(seconds) == shown


def test_the_kind_of_an_act_is_said_in_russian_where_it_is_known() -> None:
    assert act_reference("Өкім", "101", date(2026, 3, 27), "ru") == "Распоряжение № 101 от 27 марта 2026 года"
    assert act_reference("келісім", "", None, "ru") == "согласие"
    assert act_reference("жолдау", "", None, "ru") == "жолдау"
