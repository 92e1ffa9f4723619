from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembly_desk.domain.text import Person, Text
from assembly_desk.wording.refusals import message
from assembly_desk.wording.words import FILES, LANGUAGES, read_rows, words

CODES = [
    row[0].partition(".")[2] for row in read_rows(FILES[0]) if row[0].startswith(("refusal.", "notice."))
]
VALUE = st.recursive(
    st.none()
    | st.text(max_size=8)
    | st.integers()
    | st.booleans()
    | st.dates()
    | st.datetimes(timezones=st.just(UTC)),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["kk", "ru", "x"]), inner, max_size=2)
    ),
    max_leaves=4,
)
NAMES = sorted(
    {"rule", "state", "allowed", "time", "last", "row", "missing", "name", "fields", "reason", "votes"}
)


def test_no_quorum_names_the_figures_and_the_point() -> None:
    assert message("NoQuorum", {"present": 50, "needed": 56, "rule": "p.14"}, "kk").endswith(
        "қатысып отырғаны – 50; қажетті кворум – 56 (Ереже, 14-тармақ)."
    )


def test_a_state_a_matter_and_kinds_become_words() -> None:
    assert message("NotOpen", {"state": "adjourned"}, "ru").endswith("состояние – Заседание отложено.")
    values = {"matter": "S8.1", "allowed": ("recommendation", "discussion"), "rule": "p.8"}
    assert message("OutsideCompetence", values, "kk").endswith(
        "мәселе – тұжырымдамалық ұстанымдар; рұқсат етілетіні – ұсыным, талқылау ғана (Ереже, 8-тармақ)."
    )
    assert "рұқсат етілетіні – — (Ереже, 8-тармақ)" in message(
        "OutsideCompetence", values | {"allowed": ()}, "kk"
    )


def test_times_are_local_and_bear_the_day_only_when_it_differs() -> None:
    time, last = datetime(2026, 11, 23, 5, 4, 7, tzinfo=UTC), datetime(2026, 11, 23, 5, 4, 9, tzinfo=UTC)
    assert message("TimeRunsBack", {"time": time, "last": last}, "kk").endswith(
        "– 10:04:07; соңғы жазба – 10:04:09."
    )
    earlier = message("TimeRunsBack", {"time": "2026-11-21T10:00:00+05:00", "last": last}, "ru")
    assert "указано – 21 ноября 2026 года, 10:00:00" in earlier


def test_what_is_missing_is_named_by_its_field_row_or_sector() -> None:
    convened = message("NotConvened", {"fields": ["place", "act"], "rule": "p.12"}, "kk")
    assert convened.endswith("толтырылмағаны – Орны, Шақыру негізі (Ереже, 12-тармақ).")
    assert message("CountMissing", {"missing": ["against", "sector:2"]}, "kk").endswith("– қарсы, 2-сектор.")
    assert message("BallotsDoNotReconcile", {"row": "no_mark"}, "kk").endswith("– белгі қойылмағаны.")
    assert message("BallotsDoNotReconcile", {"row": "returned"}, "kk").endswith("– Жәшіктен алынған.")
    assert message("CountsDiffer", {"row": Text("А. Серік")}, "ru").endswith("– А. Серік.")


def test_a_line_that_cannot_be_read_says_why() -> None:
    said = message("Unreadable", {"line": 7, "reason": "unknown-field", "name": "colour"}, "kk")
    assert said.endswith("жол – 7; себебі – мұндай өріс жоқ: colour.")


def test_people_texts_and_days_are_shown_in_the_language() -> None:
    person = Person(Text("Серік Асқар", "Серик Аскар"), Text("А. Серік"))
    assert message("NotPresent", {"name": person}, "ru").endswith(": Серик Аскар.")
    assert message("FloorTaken", {"name": {"kk": "Серік", "ru": "Серик"}}, "ru").endswith("– Серик.")
    assert message("CertificateExpired", {"date": date(2026, 5, 1)}, "kk").endswith("2026 жылғы 1 мамыр.")


@pytest.mark.parametrize(("code", "name"), [("AlreadySigned", "name"), ("NotPresent", "name")])
def test_a_name_that_ends_with_a_full_stop_ends_the_sentence(code: str, name: str) -> None:
    said = message(code, {name: "Әбенова С. Қ."}, "kk")
    assert "С. Қ." in said
    assert ".." not in said


def test_an_unknown_code_is_named() -> None:
    assert message("SomethingNew", {}, "kk") == "Әрекет орындалмады: SomethingNew."


def test_a_long_or_many_lined_value_stays_one_sentence() -> None:
    said = message("NotANumber", {"value": "7\n8" * 500}, "kk")
    assert "\n" not in said
    assert len(said) < 300


@pytest.mark.parametrize("code", CODES)
def test_no_sentence_fails_without_its_values(code: str) -> None:
    for language in LANGUAGES:
        said = message(code, {}, language)
        assert "{" not in said
        assert said != words(language)("refusal.other", code=code)


@given(st.sampled_from(CODES), st.dictionaries(st.sampled_from(NAMES), VALUE))
def test_no_value_makes_a_sentence_fail(code: str, values: dict[str, object]) -> None:
    assert message(code, values, "kk").endswith((".", "?"))
