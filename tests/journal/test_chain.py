"""The chain shows what was changed: in any column, at any place, by any of the usual tricks."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembly_desk.journal.chain import Break, Head, first_break
from assembly_desk.journal.entry import (
    COLUMNS,
    GENESIS,
    Draft,
    Entry,
    Unreadable,
    chained,
    digest,
    from_line,
    line,
)

GOLDEN = [
    Draft("convened", 1, "2026-10-20T05:00:00.000000Z", "c-1", 0, '{"body":"council","nonce":"00ff"}'),
    Draft("arrived", 1, "2026-10-20T05:01:02.000003Z", "c-2", 0, '{"member":"Әлия Қасымқызы"}'),
    Draft("arrived", 2, "2026-10-20T05:01:02.000003Z", "c-2", 1, '{"member":"Ғ. Ұлы \\"бас\\""}'),
]
HASHES = [
    "75e46de85ba919f91bf4c219b0d8fa2d503022c5cf65d0f0daf16b5932f7ac42",
    "9f379a93e55cc487b24bbfe11236db5dc8669cc21b743ee81cc7ca9e7e29c313",
    "b2debbda923cc884a4dbb612f0222014d0ffd731e49ca1a22f4f82bbc3d4e91d",
]

letters = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
numbers = st.integers(min_value=0, max_value=2**53)
drafts = st.builds(Draft, letters, numbers, letters, letters, numbers, letters)
chains = st.builds(lambda many: chained("s1", 0, GENESIS, many), st.lists(drafts, min_size=2, max_size=6))
columns = st.tuples(letters, numbers, letters, numbers, letters, letters, numbers, letters, letters)


def rechained(entries: list[Entry]) -> list[Entry]:
    """The entries as somebody writes them who can compute hashes."""
    return chained(
        entries[0].journal,
        0,
        GENESIS,
        [Draft(e.kind, e.version, e.at, e.command, e.nth, e.payload) for e in entries],
    )


def test_the_hashes_of_known_entries_never_change() -> None:
    assert [entry.hash for entry in chained("sitting", 0, GENESIS, GOLDEN)] == HASHES


def test_the_form_that_is_hashed_is_the_json_array_of_the_columns() -> None:
    assert (
        digest(["s", 1, "к"]) == "1a6cf0a7eaec0a39c13d2f4fdfab6205f8321b27c3d67006c894e5a5c48e1352"
    )  # sha256 of ["s",1,"к"] in UTF-8


@given(chains)
def test_a_chain_as_it_was_recorded_is_whole(entries: list[Entry]) -> None:
    assert first_break(entries) is None
    assert first_break(entries, Head(len(entries), entries[-1].hash)) is None
    assert first_break(entries, Head(len(entries) - 1, entries[-2].hash[:16])) is None


@given(columns, columns)
def test_two_entries_that_differ_anywhere_share_no_form(
    one: tuple[object, ...], other: tuple[object, ...]
) -> None:
    assert (digest(one) == digest(other)) == (one == other)


@given(letters, letters)
def test_text_that_moves_over_a_border_of_columns_is_another_form(left: str, right: str) -> None:
    moved = (left + right, "") if right else (left + "x", right)
    assert digest((left, right)) != digest(moved)


@given(chains, st.data())
def test_a_change_in_any_column_is_found_where_it_is(entries: list[Entry], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(entries) - 1))
    name = data.draw(st.sampled_from([*COLUMNS, "hash"]))
    old = getattr(entries[place], name)
    new = data.draw((numbers if isinstance(old, int) else letters).filter(lambda value: value != old))
    changed: dict[str, Any] = {name: new}
    entries[place] = entries[place]._replace(**changed)
    found = first_break(entries)
    assert found is not None
    assert found.seq == place + 1


@given(chains, st.data())
def test_entries_exchanged_removed_or_put_in_are_found(entries: list[Entry], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(entries) - 2))
    exchanged = [*entries]
    exchanged[place], exchanged[place + 1] = exchanged[place + 1], exchanged[place]
    assert first_break(exchanged) == Break(place + 1, "number")
    renumbered = [entry._replace(seq=seq) for seq, entry in enumerate(exchanged, start=1)]
    assert first_break(renumbered) == Break(place + 1, "link")
    assert first_break(entries[:place] + entries[place + 1 :]) == Break(place + 1, "number")
    (alien,) = chained("s1", place, GENESIS, GOLDEN[:1])
    put_in = [*entries[:place], alien, *(entry._replace(seq=entry.seq + 1) for entry in entries[place:])]
    assert first_break(put_in) is not None


def test_an_entry_of_another_journal_is_found() -> None:
    entries = chained("s1", 0, GENESIS, GOLDEN)
    (alien,) = chained("s2", 2, entries[1].hash, GOLDEN[2:])
    assert first_break([*entries[:2], alien]) == Break(3, "journal")


@given(chains)
def test_a_cut_tail_is_found_by_who_remembers_the_head(entries: list[Entry]) -> None:
    head = Head(len(entries), entries[-1].hash)
    assert first_break(entries[:-1]) is None
    assert first_break(entries[:-1], head) == Break(len(entries), "cut")
    assert first_break([], head) == Break(1, "cut")


@given(chains)
def test_a_record_written_anew_is_found_by_who_remembers_the_head(entries: list[Entry]) -> None:
    anew = rechained([entries[0]._replace(payload=entries[0].payload + "!"), *entries[1:]])
    assert first_break(anew) is None
    for seen in (entries[-1].hash, entries[-1].hash[:16]):
        assert first_break(anew, Head(len(entries), seen)) == Break(len(entries), "other-head")


@given(chains)
def test_a_line_of_an_export_gives_the_same_entry(entries: list[Entry]) -> None:
    for entry in entries:
        assert from_line(line(entry)) == entry
        assert "\n" not in line(entry)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        "{}",
        line(chained("s1", 0, GENESIS, GOLDEN)[0]).replace('"seq":1', '"seq":"1"'),
        line(chained("s1", 0, GENESIS, GOLDEN)[0]).replace('"seq":1', '"seq":true'),
        line(chained("s1", 0, GENESIS, GOLDEN)[0]).replace('"seq":1', '"seq":1.0'),
        line(chained("s1", 0, GENESIS, GOLDEN)[0]).replace('"nth":0', '"nth":0,"more":1'),
    ],
)
def test_a_line_that_is_no_entry_is_unreadable(text: str) -> None:
    with pytest.raises(Unreadable):
        from_line(text)
