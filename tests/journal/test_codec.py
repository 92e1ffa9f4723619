"""A record must be readable for ever: what was once written is read the same, and written again the same."""

from datetime import UTC, datetime, timedelta, timezone
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assembly_desk.domain import events as e
from assembly_desk.domain.motion import AgendaChange, FormChoice, Sets
from assembly_desk.domain.roll import Quorum, RollMember
from assembly_desk.domain.text import Act, Person, Text
from assembly_desk.domain.threshold import Threshold
from assembly_desk.domain.vote import Sector, Tally
from assembly_desk.journal.codec import drafts, moment, read_all, recorded, stamp
from assembly_desk.journal.entry import GENESIS, Draft, Entry, Unreadable, chained, from_line, line
from assembly_desk.journal.kinds import KINDS, NAMES, UPCASTS

AT = datetime(2026, 5, 20, 5, 0, 0, 3, tzinfo=UTC)
GOLDEN = Path(__file__).parent / "golden" / "payloads.tsv"  # one of each kind: never changed, only added to
HEADS = {
    56: "6cb97a9dc2630fb172f8d601fdec4db8acb26fd1df1601e4a2ea7567c73696d8",
    58: "6974122914bf1564610e4b83d2ca48d60ef676a01aac70c4c657e1f0ea786e59",
    75: "9054be5ab3f91b359df3c0eb43de4327273035d8f38a203cc0450683412d79e1",
}  # after so many of them: never changed, only added to
PERSON = Person(Text("Қасымова Әлия", "Касымова Алия"), Text("Ә. Қасымова"), Text("депутат"), "m1")


def golden() -> list[Draft]:
    rows = [row.split("\t") for row in GOLDEN.read_text(encoding="utf-8").splitlines()]
    return [
        Draft(kind, int(version), stamp(AT), "k", nth, text) for nth, (kind, version, text) in enumerate(rows)
    ]


def put_by(share: str) -> str:
    """A vote put by this share of those present."""
    return next(draft.payload for draft in golden() if draft.kind == "vote-put").replace("2/3", share)


def entry(kind: str, payload: str, version: int = 1, at: str = "2026-05-20T05:00:00.000003Z") -> Entry:
    (one,) = chained("sitting/s", 0, GENESIS, [Draft(kind, version, at, "k", 0, payload)])
    return one


def written(event: e.Event) -> str:
    return drafts([event], command="k", at=AT)[0].payload


def test_each_kind_ever_written_is_read_and_written_again_as_it_was() -> None:
    for draft in golden():
        event = recorded(entry(draft.kind, draft.payload, draft.version)).event
        if draft.version == KINDS[draft.kind][0]:
            assert drafts([event], command="k", at=AT)[0].payload == draft.payload
            assert NAMES[type(event)] == draft.kind


def test_each_kind_has_its_golden_payload_and_each_older_version_its_upcast() -> None:
    held = {(draft.kind, draft.version) for draft in golden()}
    for kind, (version, _) in KINDS.items():
        assert {(kind, older) for older in range(1, version + 1)} <= held
        assert all((kind, older) in UPCASTS for older in range(1, version))


def test_the_chain_of_the_golden_entries_never_changes() -> None:
    entries = chained("sitting/golden", 0, GENESIS, golden())
    assert {number: entries[number - 1].hash for number in (*HEADS, len(entries))} == HEADS
    assert len(read_all([from_line(line(one)) for one in entries])) == len(entries)


@pytest.mark.parametrize(
    ("event", "payload"),
    [
        (e.Begun("00ff", False), '{"nonce":"00ff","rehearsal":false}'),
        (e.Arrived(("m1", "m2")), '{"members":["m1","m2"]}'),
        (e.RollCallBegun(), "{}"),
        (e.Undone((17, 18)), '{"entries":[17,18]}'),
        (e.Noted(Text("Мәтін")), '{"text":{"kk":"Мәтін"}}'),
        (
            e.RollFixed((RollMember(PERSON, "deputy"),), 90, Act("Өкім", "101", "2026-03-20")),
            '{"members":[{"office":"deputy","person":{"member":"m1","name":{"kk":"Қасымова Әлия",'
            '"ru":"Касымова Алия"},"position":{"kk":"депутат"},"short":{"kk":"Ә. Қасымова"}}}],"total":90,'
            '"total_act":{"date":"2026-03-20","kind":"Өкім","number":"101"}}',
        ),
        (
            e.VotePut(
                *("1.1", Text("Мәтін"), "show-of-hands", ("m1", "m2", "m3"), 2),
                Threshold(Fraction(2, 3), True, "present", "p.15"),
                Quorum(4, 3, 3, True, "p.14"),
                (("2", Sector(2, ("m1", "m2"))), ("10", Sector(1))),
            ),
            '{"electorate":["m1","m2","m3"],"form":"show-of-hands","motion":"1.1","needed":2,'
            '"quorum":{"met":true,"needed":3,"point":"p.14","present":3,"total":4},'
            '"rule":{"at_least":true,"fraction":"2/3","of":"present","point":"p.15"},'
            '"sectors":[["2",{"members":["m1","m2"],"size":2}],["10",{"size":1}]],"text":{"kk":"Мәтін"}}',
        ),
        (
            e.VoteClosed(3, 60, 40, Tally(45, 5, 8), 2, "adopted"),
            '{"base":60,"needed":40,"not_voting":2,"tally":{"abstain":8,"against":5,"in_favour":45},'
            '"verdict":"adopted","vote":3}',
        ),
        (
            e.VoteClosed(3, 60, 40, None, None, "adopted"),
            '{"base":60,"needed":40,"not_voting":null,"tally":null,"verdict":"adopted","vote":3}',
        ),
        (e.AgendaSet(1), '{"vote":1}'),
        (e.AgendaSet(1, AgendaChange(remove=("2",))), '{"change":{"remove":["2"]},"vote":1}'),
        (
            e.Adjourned(datetime(2026, 5, 21, 10, tzinfo=timezone(timedelta(hours=5)))),
            '{"until":"2026-05-21T05:00:00.000000Z"}',
        ),
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, str) else "",
)
def test_the_stored_form_of_an_entry(event: e.Event, payload: str) -> None:
    assert written(event) == payload
    kind = NAMES[type(event)]
    assert recorded(entry(kind, payload, KINDS[kind][0])).event == event


@pytest.mark.parametrize(
    "sets", [Sets("approved"), Sets(AgendaChange(add=("1",))), Sets(form=FormChoice("named")), Sets()]
)
def test_what_a_motion_sets_is_kept(sets: Sets) -> None:
    event = e.FormDecided(1, FormChoice("named", "2", True))
    assert recorded(entry("form-decided", written(event))).event == event
    draft = next(draft for draft in golden() if draft.kind == "motion-proposed")
    proposed = recorded(entry(draft.kind, draft.payload)).event
    assert isinstance(proposed, e.MotionProposed)
    other = e.MotionProposed(type(proposed.motion)("1", "procedural", Text("Мәтін"), sets=sets))
    assert recorded(entry("motion-proposed", written(other))).event == other


def test_a_vote_put_by_version_1_keeps_its_sectors_and_parts_of_version_1_stand_for_themselves() -> None:
    first = {draft.kind: draft for draft in golden() if draft.version == 1}
    put = recorded(entry("vote-put", first["vote-put"].payload)).event
    split = recorded(entry("motion-split", first["motion-split"].payload)).event
    assert isinstance(put, e.VotePut)
    assert isinstance(split, e.MotionSplit)
    assert [(name, sector.size) for name, sector in put.sectors] == [("1", 2), ("2", 1)]
    assert [(part.part_of, part.sets is None) for part in split.into] == [(None, False)]


moments = st.datetimes(datetime(1901, 1, 1), datetime(9998, 1, 1), timezones=st.just(UTC))
st.register_type_strategy(datetime, moments)


@settings(max_examples=15)
@pytest.mark.parametrize("kind", sorted(KINDS))
@given(data=st.data())
def test_every_event_comes_back_as_it_was(kind: str, data: st.DataObject) -> None:
    event = data.draw(st.from_type(KINDS[kind][1]))
    (draft,) = drafts([event], command="k", at=AT)
    assert recorded(entry(draft.kind, draft.payload, draft.version)) == e.Recorded(1, AT, "k", event)


@given(moments)
def test_a_time_is_kept_to_the_microsecond_in_utc(at: datetime) -> None:
    there = at.astimezone(timezone(timedelta(hours=5)))
    assert stamp(there) == stamp(at)
    assert moment(stamp(at)) == at
    assert stamp(at).endswith("Z")


@pytest.mark.parametrize(
    "unknown",
    [
        entry("ballots-burnt", "{}"),
        entry("arrived", '{"members":["m1"]}', version=2),
        entry("arrived", '{"members":["m1"]}', version=0),
        entry("arrived", '{"members":["m1"]}', version=-1),
        entry("arrived", '{"members":["m1"],"by":"door"}'),
        entry("arrived", "{}"),
        entry("arrived", "[]"),
        entry("arrived", "null"),
        entry("arrived", "5"),
        entry("arrived", ""),
        entry("arrived", "{"),
        entry("arrived", '{"members":5}'),
        entry("arrived", "[" * 100_000),
        entry("arrived", '{"members":["m1"]}', at="2026-05-20T05:00:00"),
        entry("arrived", '{"members":["m1"]}', at="yesterday"),
        entry("vote-cast", '{"choice":"perhaps","member":"m1"}'),
        entry("excused", '{"members":["m1"],"reason":"sleep"}'),
        entry("floor-extended", '{"seconds":"much"}'),
        entry("clock-stepped", '{"after":"2026-05-20T05:00:00","before":"2026-05-20T05:00:00Z"}'),
        entry("vote-put", put_by("1/0")),
        entry("vote-put", put_by("x")),
    ],
    ids=lambda one: f"{one.kind}-{one.version}-{one.payload[:20]}",
)
def test_what_this_program_does_not_know_is_unreadable(unknown: Entry) -> None:
    with pytest.raises(Unreadable):
        recorded(unknown)
