"""A line is read strictly: what is not exactly a step is `Unreadable`, records nothing and raises nothing."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assembly_desk.desk.steps import STEPS
from tests.desk.lines import CONVENE, MEMBERS, OPEN, VOTE, Play, Step

AT = "2026-05-20T10:00:00+05:00"
MEMBER: Step = {"do": "add-member", "member": "x", "surname": "Тегі", "given": "Аты"}
ITEM: Step = {"do": "add-item", "item": "9", "title": "Мәселе", "competence": "C13.6"}
PROPOSE: Step = {"do": "propose", "motion": "p", "kind": "procedural", "text": "Мәтін"}
SPLIT: Step = {"do": "split", "motion": "1.1"}
PUT: Step = {"do": "put", "motion": "p", "form": "show-of-hands"}
CHANGE: Step = {"do": "change-roll", "act": "№ 1", "reason": "себеп"}
REGLAMENT: Step = {"do": "draft-reglament", "reglament": "r"}
FLOOR: Step = {"do": "give-floor", "member": "m1", "kind": "order"}
PUT_LIST: Step = {"do": "put-list", "motions": ["1.1"], "form": "named", "seats": 1}
BALLOTS: Step = {
    "do": "ballots",
    "by": "first",
    "printed": 6,
    "issued": 6,
    "spoiled": 0,
    "returned": 6,
    "invalid": 0,
}
ROWS: Step = {
    "do": "count",
    "by": "first",
    "rows": {"1.1": {"for": 6, "against": 0, "abstain": 0, "no_mark": 0}},
}
RECTIFY: Step = {"do": "rectify", "entry": 3, "truth": "Дұрысы", "reason": "себеп"}
RULE: Step = {"fraction": "1/2", "at_least": False, "of": "members"}
BODY: Step = {
    "do": "add-body",
    "body": "x",
    "name": "Комиссия",
    "source": "№ 1 бұйрық",
    "quorum": RULE,
    "majority": RULE,
}

NO_MOMENTS: list[object] = [
    *("2026-05-20T10:00:00", "2026-05-20", "10:00", "now", "", "2026-W21-3T10:00Z", "20260520T100000Z"),
    *("2026-05-20T25:00:00Z", "2026-02-30T10:00:00Z", "0001-01-01T00:00:00Z", "2026-05-20T10:00:00+0500"),
    *(5, True, [], {}),
]
UNREADABLE: list[Step] = [
    {"do": "vote-by-shouting"},
    {"do": None},
    {"do": 5},
    {"do": ["open"]},
    {"step": "open"},
    # an id or a name on two lines, a term that ends before it begins
    CONVENE | {"sitting": "t\nt"},
    CONVENE | {"sitting": "t", "body": "council\n"},
    CONVENE | {"sitting": "t", "number": "1\n4"},
    {"do": "open", "sitting": "s\n"},
    {"do": "open", "id": "k\n"},
    ITEM | {"item": "9\n"},
    ITEM | {"item": "9\t"},
    ITEM | {"item": "9\u2028"},
    ITEM | {"item": "9\x00"},
    ITEM | {"rapporteurs": ["m1\nm2"]},
    PROPOSE | {"motion": "p\nq"},
    PROPOSE | {"excludes": ["1.1\n"]},
    PROPOSE | {"sets": {"agenda": {"add": ["1\n"]}}},
    SPLIT | {"into": [{"motion": "a\n", "text": "х"}]},
    PUT | {"sectors": {"1\n2": 3}},
    MEMBER | {"member": "x\ny"},
    MEMBER | {"surname": "Те\nгі"},
    MEMBER | {"bodies": ["council\n"]},
    {"do": "change-member", "member": "m1\n", "surname": "Басқа"},
    {"do": "arrive", "members": ["m1\n"]},
    REGLAMENT | {"reglament": "r\n", "times": {"report": 20}},
    FLOOR | {"member": "m1\n"},
    MEMBER | {"mandates": [{"body": "council", "from": "2026-05-20", "until": "2026-05-19"}]},
    {"do": "change-member", "member": "m1"}
    | {"mandates": [{"body": "council", "from": "2026-05-20", "until": "2025-12-31"}]},
    # a field too many, also within
    {"do": "open", "loudly": True},
    {"do": "undo", "steps": 2},
    {"do": "seal", "reason": "x"},
    CONVENE | {"sitting": "t", "secretary": {"name": "Хатшы", "x": 1}},
    CONVENE | {"sitting": "t", "act": {"number": "1", "x": "1"}},
    MEMBER | {"bodies": {"council": {"office": "member", "x": 1}}},
    MEMBER | {"names": {"ru": {"surname": "Фамилия", "given": "Имя", "x": "1"}}},
    MEMBER | {"mandates": [{"body": "council", "since": "2026-01-01"}]},
    ITEM | {"title": {"kk": "Мәселе", "en": "Matter"}},
    PROPOSE | {"sets": {"agenda": {"add": [], "drop": []}}},
    PROPOSE | {"sets": {"debate_closed": True}},
    PROPOSE | {"sets": {"commission": {"members": ["m1"], "chair": "m1"}}},
    PROPOSE | {"sets": {"commission": {}}},
    PROPOSE | {"sets": {"commission": ["m1", "m2", "m3"]}},
    PROPOSE | {"sets": {"approves": "counting-3"}},
    PROPOSE | {"sets": {"approves": "counting-2"}},
    PROPOSE | {"sets": {"approves": "counting-1", "vote": "1"}},
    PROPOSE | {"sets": {"list": {"item": "1"}}},
    PROPOSE | {"sets": {"list": {"item": "1", "seats": 0}}},
    PROPOSE | {"sets": {"annuls": "1"}},
    PROPOSE | {"sets": {"recount": 0}},
    PROPOSE | {"sets": {"repeat": 1}},
    PROPOSE | {"sets": {"repeat": 1, "form": "no-objection"}},
    PROPOSE | {"sets": {"office": {"member": "m1", "office": "king"}}},
    PROPOSE | {"sets": {"office": "chair"}},
    PROPOSE | {"kind": "candidate"},
    PROPOSE | {"from": ["1"]},
    PUT_LIST | {"motions": []},
    PUT_LIST | {"motions": "a"},
    PUT_LIST | {"form": "loud"},
    PUT_LIST | {"seats": 0},
    PUT_LIST | {"seats": "5"},
    PUT_LIST | {"most_for": 0},
    PUT_LIST | {"run_off_of": True},
    BALLOTS | {"by": "third"},
    BALLOTS | {"member": "m1"},
    {name: value for name, value in BALLOTS.items() if name != "invalid"},
    ROWS | {"by": None},
    ROWS | {"rows": [1]},
    ROWS | {"rows": {"1.1": {"for": 1, "against": 0, "abstain": 0}}},
    ROWS | {"rows": {"1.1": {"for": 1, "against": 0, "abstain": 0, "no_mark": 0, "who": "m1"}}},
    ROWS | {"sector": "1"},
    {"do": "commission-elects", "chair": "m1"},
    RECTIFY | {"entry": "3"},
    RECTIFY | {"truth": None},
    RECTIFY | {"truth": {"members": ["m1"]}},
    RECTIFY | {"truth": {"members": ["m1"], "present": "no"}},
    RECTIFY | {"truth": {"member": "m1", "present": True, "seat": 4}},
    RECTIFY | {"truth": {"member": "m1", "present": True, "at": "10:00"}},
    RECTIFY | {"truth": []},
    RECTIFY | {"truth": ["m1"]},
    BODY | {"name": None},
    BODY | {"source": None},
    BODY | {"colour": "red"},
    BODY | {"quorum": RULE | {"of": "present"}},
    BODY | {"quorum": RULE | {"fraction": "3/2"}},
    BODY | {"quorum": RULE | {"fraction": "0/2"}},
    BODY | {"quorum": RULE | {"fraction": "1/0"}},
    BODY | {"quorum": RULE | {"fraction": 0.5}},
    BODY | {"quorum": RULE | {"fraction": "1/1", "at_least": False}},
    BODY | {"majority": RULE | {"at_least": "yes"}},
    BODY | {"majority": RULE | {"point": "p.14"}},
    BODY | {"majority": "2/3"},
    PROPOSE | {"sets": {"form": "named", "order": {"by_guess": True}}},
    SPLIT | {"into": [{"motion": "a", "text": "х", "x": 1}]},
    {"do": "count", "in_favour": 1, "against": 0, "abstain": 0},
    FLOOR | {"person": "m2"},
    {"do": "arrive", "member": "m1", "members": ["m2"]},
    # a field too few
    {"do": "add-member", "member": "x", "surname": "Тегі"},
    {"do": "convene", "sitting": "t"},
    {"do": "add-item", "item": "9", "title": "Мәселе"},
    {"do": "arrive"},
    {"do": "roll-call"},
    {"do": "fix-roll", "total": 9},
    {"do": "count", "for": 1, "against": 0},
    {"do": "note"},
    {"do": "number-protocol", "number": "1"},
    PROPOSE | {"kind": "amendment", "amends": "1.1"},
    CHANGE | {"act": None, "add": ["m1"]},
    {"do": "draft-reglament", "reglament": "r"},
    # the wrong kind of value
    {"do": "arrive", "members": "m1"},
    {"do": "arrive", "members": [1]},
    {"do": "arrive", "member": ["m1"]},
    {"do": "arrive", "member": {"id": "m1"}},
    {"do": "fix-roll", "total": "9", "total_act": "№ 1"},
    {"do": "fix-roll", "total": True, "total_act": "№ 1"},
    {"do": "fix-roll", "total": 9.0, "total_act": "№ 1"},
    {"do": "roll-call", "begin": "true"},
    {"do": "roll-call", "begin": 1},
    {"do": "roll-call", "begin": True, "end": True},
    {"do": "note", "text": ["Мәтін"]},
    {"do": "note", "text": 5},
    {"do": "gist", "entry": "4", "text": "Мәтін"},
    {"do": "gist", "entry": True, "text": "Мәтін"},
    {"do": "excuse", "member": "m1", "reason": "sleep"},
    {"do": "excuse", "member": "m1", "reason": ["illness"]},
    {"do": "cast", "member": "m1", "choice": "perhaps"},
    {"do": "close", "reason": 1},
    FLOOR | {"kind": "song"},
    FLOOR | {"seconds": "60"},
    FLOOR | {"seconds": 0},
    FLOOR | {"seconds": -5},
    FLOOR | {"seconds": True},
    FLOOR | {"seconds": 10**9},
    MEMBER | {"badge": 12},
    MEMBER | {"badge": "12a"},
    MEMBER | {"bodies": "council"},
    MEMBER | {"bodies": [1]},
    MEMBER | {"bodies": [["council"]]},
    MEMBER | {"bodies": {"council": {"votes": "no"}}},
    MEMBER | {"office": "king"},
    MEMBER | {"mandates": {"body": "council"}},
    MEMBER | {"mandates": 5},
    CONVENE | {"sitting": 5},
    CONVENE | {"sitting": "t", "body": ["council"]},
    CONVENE | {"sitting": "t", "convened_by": {"m1": True}},
    CONVENE | {"sitting": "t", "time": "25:00"},
    CONVENE | {"sitting": "t", "time": 10},
    CONVENE | {"sitting": "t", "sort": "festive"},
    CONVENE | {"sitting": "t", "act": {}},
    CONVENE | {"sitting": "t", "act": {"number": 5}},
    ITEM | {"rapporteurs": "m1"},
    PROPOSE | {"kind": "wish"},
    PROPOSE | {"sets": "approved"},
    PROPOSE | {"sets": {"agenda": "rejected"}},
    PROPOSE | {"sets": {"form": "no-objection"}},
    PROPOSE | {"sets": {"form": "named", "order": {"by_subtraction": "yes"}}},
    PROPOSE | {"sets": {"debate": "open"}},
    PROPOSE | {"excludes": [5]},
    SPLIT | {"into": []},
    SPLIT | {"into": {"motion": "a", "text": "х"}},
    PUT | {"form": "loud"},
    PUT | {"sectors": ["m1"]},
    PUT | {"sectors": {"1": True}},
    PUT | {"sectors": {"1": "3"}},
    PUT | {"sectors": {"1": 3.0}},
    PUT | {"tellers": {"1": {"post": "санақшы"}}},
    REGLAMENT | {"times": {}},
    REGLAMENT | {"times": {"report": "20"}},
    REGLAMENT | {"times": {"report": 0}},
    REGLAMENT | {"times": {"song": 5}},
    {"do": "open", "sitting": 5},
    {"do": "open", "id": 5},
    {"do": "open", "id": ["k"]},
    # blank texts
    {"do": "note", "text": ""},
    {"do": "note", "text": " \n "},
    {"do": "note", "text": {"kk": ""}},
    {"do": "note", "text": {"ru": "Текст"}},
    {"do": "note", "text": {"kk": "Мәтін", "ru": " "}},
    {"do": "note", "text": {"kk": "Мәтін", "ru": 5}},
    {"do": "note", "text": {"kk": "Мәтін", "ru": ["Текст"]}},
    {"do": "open", "sitting": " "},
    {"do": "open", "id": ""},
    ITEM | {"item": " "},
    MEMBER | {"surname": ""},
    PUT | {"sectors": {"": 6}},
    CONVENE | {"sitting": "", "body": "council"},
    CONVENE | {"sitting": "t", "secretary": {"name": " "}},
    # dates and times
    CONVENE | {"sitting": "t", "date": "2026-02-30"},
    CONVENE | {"sitting": "t", "date": "20.05.2026"},
    CONVENE | {"sitting": "t", "date": "2026-5-20"},
    CONVENE | {"sitting": "t", "date": 20260520},
    CONVENE | {"sitting": "t", "act": {"number": "1", "date": "2026-13-01"}},
    MEMBER | {"mandates": [{"body": "council", "from": "жақында"}]},
    MEMBER | {"mandates": [{"body": "council", "until": 2026}]},
    PROPOSE | {"deadline": "tomorrow"},
    {"do": "number-protocol", "number": "1", "date": "2026-00-01"},
    *({"do": "note", "text": "Мәтін", "at": at} for at in NO_MOMENTS),
    {"do": "adjourn", "until": "2026-05-21T10:00:00"},
    {"do": "break", "until": 15},
    # letters that no paper could print, or nobody see
    *(
        {"do": "note", "text": f"Мә{letter}тін"}
        for letter in "\x00\x07\t\x1b\x7f\x85\u00ad\u200b\u200e\u202e\u2066\ufeff"
        "\ue000\U0001f600\ud800\u05d0\u4e2d"
    ),
    ITEM | {"item": "1\u202e"},
    {"do": "open", "id": "k\ud800"},
    {"do": "open", "x\ud800": 1},
    {"do": "open\u200b"},
]


def test_what_is_not_exactly_a_step_is_unreadable_and_records_nothing() -> None:
    play = Play(VOTE)
    for step in UNREADABLE:
        play.refuses(step, "Unreadable")


@pytest.mark.parametrize(
    "line",
    [
        "do",
        "{",
        '{"do": "open"} {"do": "open"}',
        "[]",
        '["do", "open"]',
        "null",
        "5",
        '"open"',
        "{}",
        '{"do": "open", "do": "open"}',
        '{"do": "note", "text": "а", "text": "б"}',
        '{"do": "note", "text": {"kk": "а", "kk": "б"}}',
        '{"do": "put", "motion": "1.1", "form": "show-of-hands", "sectors": {"й": 3, "й": 3}}',
        '{"do": "count", "for": NaN, "against": 0, "abstain": 0}',
        '{"do": "count", "for": Infinity, "against": 0, "abstain": 0}',
        '{"do": "count", "for": 04, "against": 0, "abstain": 0}',
        "{'do': 'open'}",
        '{"do": "open",}',
        '\ufeff{"do": "open"}',
        '{"do": "note", "text": "\udcff"}',  # a byte that was no UTF-8
        "[" * 100_000,
        '{"do": "note", "text": ' + "[" * 400 + "]" * 400 + "}",
        '{"do": "count", "for": ' + "[" * 300 + "]" * 300 + ', "against": 0, "abstain": 0}',
        '{"do": "open", "a": ' * 2_000,
        '{"do": "count", "for": ' + "9" * 5_000 + ', "against": 0, "abstain": 0}',
        '{"do": "count", "for": ' + "9" * 4_300 + ', "against": ' + "9" * 4_300 + ', "abstain": 0}',
    ],
    ids=lambda line: line[:24],
)
def test_a_line_that_is_no_json_object_is_unreadable(line: str) -> None:
    Play(VOTE).refuses_line(line, "Unreadable")


@pytest.mark.parametrize("name", ["for", "against", "abstain"])
@pytest.mark.parametrize("value", ["4", "", True, None, 1.5, [], {}, -1])
def test_a_count_that_is_no_whole_number_is_refused_as_such(name: str, value: object) -> None:
    Play(VOTE).refuses({"do": "count", "for": 1, "against": 1, "abstain": 1} | {name: value}, "NotANumber")


def test_a_huge_count_is_above_the_base() -> None:
    play = Play(VOTE)
    play.refuses({"do": "count", "for": 10**30, "against": 10**30, "abstain": 0}, "CountExceedsBase")
    play.refuses({"do": "close-vote", "objections": 10**30}, "NotThisForm")


def test_very_long_texts_and_ids_are_kept_whole() -> None:
    play, long = Play(OPEN), "ұ" * 100_000
    play.accepts({"do": "note", "text": long, "id": long})
    assert play.state().notes[0].text.kk == long
    assert play.accepts({"do": "note", "text": long, "id": long})["repeated"] is True
    answer = play.refuses_line(json.dumps({"do": "arrive", "member": long}), "UnknownMember")
    assert len(answer.body["message"]) < 1_000


def test_a_text_may_have_lines_and_a_term_one_day() -> None:
    play = Play(OPEN)
    play.accepts({"do": "note", "text": "бір\nекі"})
    play.accepts({"do": "invite", "person": {"name": "Қонақ", "position": "бір\nекі"}})
    play.accepts(MEMBER | {"mandates": [{"body": "council", "from": "2026-05-20", "until": "2026-05-20"}]})


def test_texts_are_composed() -> None:
    play = Play(OPEN)
    play.accepts({"do": "note", "text": "Иманбаи\u0306"})
    assert play.state().notes[0].text.kk == "Иманбай"


def test_a_text_is_one_language_or_two() -> None:
    play = Play(OPEN)
    for text in ("Мәтін", {"kk": "Мәтін"}, {"kk": "Мәтін", "ru": None}, {"kk": "Мәтін", "ru": "Текст"}):
        play.accepts({"do": "note", "text": text})
    assert [note.text.ru for note in play.state().notes] == [None, None, None, "Текст"]


def test_bodies_are_a_list_or_seats_with_an_office_and_a_vote() -> None:
    play = Play(MEMBERS)
    play.accepts(MEMBER | {"member": "a"})
    play.accepts(
        MEMBER | {"member": "b", "bodies": {"council": {"office": "deputy"}, "session": {"votes": False}}}
    )
    members = play.desk.register.members
    assert set(members["a"].bodies) == {"session"}
    assert members["b"].office_in("council") == "deputy"
    assert not members["b"].votes_in("session", "2026-05-20")


def test_the_act_is_a_text_or_a_kind_number_and_date() -> None:
    play = Play(MEMBERS)
    play.accepts(CONVENE | {"act": {"kind": "Өкім", "number": "101", "date": "2026-03-20"}, "consent": "№ 8"})
    shown = play.show()["convened"]
    assert shown == {"by": ["m1"], "act": "№ 101", "consent": "№ 8"}


def test_a_message_is_in_the_language_asked_for() -> None:
    messages = {
        language: Play(OPEN, language=language).refuses_line('{"do": "open"}', "AlreadyOpen").body["message"]
        for language in ("kk", "ru", "en")
    }
    assert len(set(messages.values())) == 3


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=6)
    | st.sampled_from(["m1", "1.1"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)
FIELDS = sorted(
    {
        name
        for step in (*UNREADABLE, *VOTE, MEMBER, CONVENE)
        for name in step
        if name.isascii() and name != "do"
    }
    | {"in_favour", "objections", "order", "motions", "kk", "ru", "before", "consent"}
)
steps = st.builds(
    lambda do, fields: {"do": do, **fields},
    st.sampled_from(sorted(STEPS)),
    st.dictionaries(st.sampled_from(FIELDS), json_values, max_size=6),
)
changed_steps = st.builds(
    lambda step, name, value: {**step, name: value},
    st.sampled_from([MEMBER, CONVENE, ITEM, PROPOSE, PUT, CHANGE, FLOOR, *VOTE]),
    st.sampled_from(FIELDS),
    json_values,
)


@settings(max_examples=250)
@given(steps | changed_steps)
def test_any_step_is_answered_and_what_is_refused_is_not_recorded(step: dict[str, Any]) -> None:
    play = Play(VOTE)
    before = play.recorded()
    answer = play.line(json.dumps(step))
    json.dumps(answer.body).encode()
    if not answer.ok:
        assert play.recorded() == before
    elif answer.body["entries"]:
        assert play.recorded() != before


@settings(max_examples=100)
@given(st.text(max_size=40) | st.binary(max_size=40).map(lambda raw: raw.decode(errors="surrogateescape")))
def test_any_line_is_answered_or_passed_over(text: str) -> None:
    answers = list(Play(OPEN).rehearsal.play([text], keep_going=True))
    assert len(answers) == (0 if not text.strip() or text.lstrip().startswith("#") else 1)
    for answer in answers:
        json.dumps(answer.body).encode()
