"""A rule profile is data with the point of the law beside each figure; an error in it names the line."""

import re
from fractions import Fraction
from pathlib import Path

import pytest

from assembly_desk.resources import resource
from assembly_desk.rules import ProfileError, load_profile, load_profiles

LAW = Path(resource("rules"), "kz-apk-747-2024.toml").read_text(encoding="utf-8")


def loaded_with(folder: Path, before: str, after: str) -> ProfileError:
    """What is said of the law once `before` (it stands there once) is changed to `after`."""
    assert LAW.count(before) == 1, before
    file = folder / "law.toml"
    file.write_text(LAW.replace(before, after), encoding="utf-8")
    with pytest.raises(ProfileError) as raised:
        load_profile(file)
    assert "law.toml" in str(raised.value)
    return raised.value


def test_the_law_of_2024() -> None:
    law = load_profiles()["kz-apk-747-2024"]
    session, council = law.bodies["session"], law.bodies["council"]
    assert (law.valid_from, law.valid_until, law.utc_offset_minutes) == ("2024-12-27", None, 300)
    assert [
        (rule.fraction, rule.at_least, rule.of, rule.point) for rule in (session.quorum, session.majority)
    ] == [
        (Fraction(2, 3), True, "members", "p.9"),
        (Fraction(1, 2), False, "present", "p.10"),
    ]
    assert [
        (rule.fraction, rule.at_least, rule.of, rule.point) for rule in (council.quorum, council.majority)
    ] == [
        (Fraction(2, 3), True, "members", "p.14"),
        (Fraction(2, 3), True, "present", "p.15"),
    ]
    assert session.convened_by == ("chair",)
    assert set(council.convened_by) == {"chair", "deputy", "head-of-secretariat"}
    assert (session.decides_own_form, council.decides_own_form) == (True, False)
    assert law.own_form_matters == ("S10", "S11")
    assert (law.speech_seconds["report"], law.speech_seconds["question"]) == (1200, 60)


BROKEN = [
    ('valid_from = "2024-12-27"', 'valid_from = "27.12.2024"', "valid_from"),
    ('valid_from = "2024-12-27"', 'valid_from = "2024-02-30"', "valid_from"),
    ('valid_from = "2024-12-27"', "valid_from = 2024-12-27", "valid_from"),
    ('valid_from = "2024-12-27"', 'valid_from = "2024-12-27"\nvalid_until = "soon"', "valid_until"),
    ('id = "kz-apk-747-2024"', 'id = ""', "id"),
    ('id = "kz-apk-747-2024"', 'id = "  "', "id"),
    ('id = "kz-apk-747-2024"', 'id = "kz\\napk"', "id"),
    ("utc_offset_minutes = 300", 'utc_offset_minutes = "300"', "utc_offset_minutes"),
    ("utc_offset_minutes = 300", "utc_offset_minutes = 3000", "utc_offset_minutes"),
    ("utc_offset_minutes = 300", "utc_offset_minutes = true", "utc_offset_minutes"),
    ("utc_offset_minutes = 300", "utc_offset_minutes = 300\nutc = 5", "utc"),
    ('own_form_matters = ["S10", "S11"]', 'own_form_matters = ["S99"]', "own_form_matters"),
    ('own_form_matters = ["S10", "S11"]', 'own_form_matters = "S10"', "own_form_matters"),
    ('own_form_matters = ["S10", "S11"]', "own_form_matters = 10", "own_form_matters"),
    ('signers = ["secretary", "presiding"]', 'signers = ["everybody"]', "signers"),
    ("report = 20", "report = 0", "report"),
    ("report = 20", "report = 20.5", "report"),
    ("report = 20", "song = 20", "song"),
    ("extension_seconds = 120", "extension_seconds = -1", "extension_seconds"),
    ('convened_by = ["chair"] # p. 5(5)', 'convened_by = ["king"]', "convened_by"),
    ("act_needed = true", 'act_needed = "yes"', "act_needed"),
    ('convening_point = "p.12"', 'convening_point = "12"', "convening_point"),
    ('point = "p.9"', 'point = "the ninth"', "point"),
    (
        '"S8.1" = { kinds = ["recommendation"], point = "p.8"',
        '"S8.1" = { kinds = ["wish"], point = "p.8"',
        "S8.1",
    ),
    ('"S8.1" = { kinds = ["recommendation"], point = "p.8"', '"S8.1" = { kinds = ["recommendation"]', "S8.1"),
    (
        '"C13.6" = { kinds = ["decision"], point = "p.13" }\n"C16" = { kinds = ["recommendation"]',
        '"C13.6" = 5\n"C16" = { kinds = ["recommendation"]',
        "C13.6",
    ),
]


@pytest.mark.parametrize(("before", "after", "key"), BROKEN, ids=lambda value: value[:30])
def test_an_error_names_its_line(tmp_path: Path, before: str, after: str, key: str) -> None:
    error = loaded_with(tmp_path, before, after)
    lines = LAW.replace(before, after).splitlines()
    assert error.line is not None
    assert f"line {error.line}:" in str(error)
    assert re.match(rf'\s*"?{re.escape(key)}"?\s*=', lines[error.line - 1]), (error, lines[error.line - 1])


@pytest.mark.parametrize("share", ["0/3", "3/2", "2/0", "0.67", "66%", "two thirds", ""])
def test_a_share_is_a_fraction_above_zero_and_at_most_one(tmp_path: Path, share: str) -> None:
    whole = 'fraction = "2/3"\nat_least = true\nof = "members"\npoint = "p.14"'
    error = loaded_with(tmp_path, whole, whole.replace("2/3", share))
    assert error.line == LAW.splitlines().index("[bodies.council.quorum]") + 2


def test_a_share_that_could_never_be_reached_is_no_majority(tmp_path: Path) -> None:
    half = 'fraction = "1/2"\nat_least = false # more than one half'
    error = loaded_with(tmp_path, half, half.replace("1/2", "3/3"))
    assert error.line == LAW.splitlines().index("[bodies.session.majority]") + 3
    whole = tmp_path / "whole.toml"
    whole.write_text(LAW.replace(half, 'fraction = "1/1"\nat_least = true'), encoding="utf-8")
    assert load_profile(whole).bodies["session"].majority.needed(7) == 7


def test_a_quorum_is_of_the_members_and_a_majority_of_those_present(tmp_path: Path) -> None:
    rule = 'of = "members"\npoint = "p.9"'
    assert "of" in str(loaded_with(tmp_path, rule, rule.replace("members", "present")))


def test_what_is_missing_names_the_table(tmp_path: Path) -> None:
    error = loaded_with(tmp_path, "decides_own_form = false", "# decides_own_form = false")
    assert "decides_own_form" in str(error)
    assert error.line == LAW.splitlines().index("[bodies.council]") + 1
    assert "signers" in str(loaded_with(tmp_path, "signers = ", "# signers = "))


def test_what_is_no_toml_names_the_line_too(tmp_path: Path) -> None:
    error = loaded_with(tmp_path, "[bodies.council.quorum]", "[bodies.council.quorum")
    assert error.line == LAW.splitlines().index("[bodies.council.quorum]") + 1
    loaded_with(tmp_path, "appeals = false", "appeals = false\nappeals = true")
    (tmp_path / "law.toml").write_bytes(b'id = "\xff"')
    with pytest.raises(ProfileError):
        load_profile(tmp_path / "law.toml")


def test_two_files_with_one_id_are_not_both_the_law(tmp_path: Path) -> None:
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text(LAW, encoding="utf-8")
    with pytest.raises(ProfileError, match=r"b\.toml"):
        load_profiles(tmp_path)


def test_a_folder_of_other_laws(tmp_path: Path) -> None:
    assert load_profiles(tmp_path) == {}
    (tmp_path / "new.toml").write_text(LAW.replace("kz-apk-747-2024", "kz-apk-2030"), encoding="utf-8")
    assert set(load_profiles(tmp_path)) == {"kz-apk-2030"}
