"""The preparation: what is missing is foreseen, items are planned by the reglament, ids and places are given."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from assembly_desk.desk.desk import Desk
from assembly_desk.domain import commands as c
from assembly_desk.domain.commands import Command
from assembly_desk.domain.decide.course import open_sitting
from assembly_desk.domain.member import Register
from assembly_desk.domain.motion import Sets
from assembly_desk.domain.refusals import Refusal, Refused
from assembly_desk.domain.roll import Roll
from assembly_desk.domain.state import Convening, Sitting
from assembly_desk.domain.text import Act, Person, Text
from assembly_desk.projections.preparation_sheet import (
    Around,
    Goal,
    PreparationSheet,
    before_which,
    matter_notice,
    next_item_id,
    preparation_sheet,
    reason_needed,
)
from tests.desk_room import SITTING, done, sitting_desk

FORESEEN = {
    "NotConvened": "readiness.convening-missing",
    "ConsentMissing": "readiness.consent-missing",
    "RollNotFixed": "readiness.roll-missing",
}
DESK = sitting_desk(9)
FIXED = DESK.sitting(SITTING).state
PERSON = Person(Text("Айтбаева Гүлнар"), Text("Г. Айтбаева"), None, "m0002")


def sheet(desk: Desk, *commands: Command, around: Around | None = None) -> PreparationSheet:
    for command in commands:
        done(desk.submit(command, sitting=SITTING))
    return preparation_sheet(desk.sitting(SITTING).state, desk.register, around or Around())


def missing(shown: PreparationSheet) -> list[str]:
    return [ready.words for ready in shown.readiness if not ready.good]


@st.composite
def sittings(draw: st.DrawFn) -> Sitting:
    body = draw(st.sampled_from(("council", "session")))
    offices = ("chair",) if body == "session" else ("chair", "deputy", "head-of-secretariat")
    by_office = draw(st.lists(st.sampled_from(offices), max_size=2))
    convening = Convening(
        body,
        number=draw(st.sampled_from((None, "", "14"))),
        date=draw(st.sampled_from((None, "2026-05-20"))),
        convened_by=(PERSON,) * len(by_office),
        act=draw(st.sampled_from((None, Act("өкім", "8")))),
        consent=draw(st.sampled_from((None, Act(number="8")))),
        presiding=draw(st.sampled_from((None, PERSON))),
        secretary=draw(st.sampled_from((None, PERSON))),
        by_office=tuple(by_office),
    )
    roll = draw(st.sampled_from((FIXED.roll, Roll())))
    return replace(FIXED, convening=convening, roll=roll)


def refusal(state: Sitting) -> Refusal | None:
    try:
        open_sitting(state, c.Open())
    except Refused as refused:
        return refused.refusal
    return None


@given(sittings())
def test_whatever_opening_is_refused_for_stands_on_the_list(state: Sitting) -> None:
    lines = {ready.words: ready for ready in preparation_sheet(state, DESK.register, Around()).readiness}
    refused = refusal(state)
    if refused is not None and refused.code in FORESEEN:
        line = lines[FORESEEN[refused.code]]
        assert not line.good
        assert line.goal is not None
        assert line.values.get("fields") == refused.values.get("fields")
    else:
        assert not lines.keys() & set(FORESEEN.values())


def test_the_consent_is_asked_for_only_where_a_deputy_convened_the_council() -> None:
    by_chair = {ready.words for ready in sheet(sitting_desk(9)).readiness}
    assert not by_chair & {"readiness.consent-missing", "readiness.consent-stated"}
    deputy = replace(FIXED, convening=replace(FIXED.convening, by_office=("deputy",)))
    shown = preparation_sheet(deputy, DESK.register, Around())
    assert missing(shown)[0] == "readiness.consent-missing"
    assert shown.readiness[0].goal == Goal("field", "consent")


def test_items_that_lack_something_are_named_by_number_with_the_way_to_the_first() -> None:
    shown = sheet(
        sitting_desk(9),
        c.AddItem("7", Text("Жоспар", "План"), "C13.4", rapporteurs=("m0003",), draft=Text("Б", "У")),
        c.AddItem("8", Text("Награда"), "C13.5", rapporteurs=("m0003",)),
        c.AddItem("9", Text("Ақпарат", "Информация"), "INFO"),
        c.AddItem("10", Text("Жоспар", "План"), "C13.4", draft=Text("Бекітілсін")),
    )
    lines = {ready.words: ready for ready in shown.readiness}
    assert lines["readiness.rapporteur-missing"].values["items"] == (3, 4)
    assert lines["readiness.rapporteur-missing"].goal == Goal("item", "9", "rapporteur")
    assert lines["readiness.draft-missing"].values["items"] == (2,), "of information no draft is asked"
    assert lines["readiness.russian-missing"].values["items"] == (2, 4)
    assert [line.lacks for line in shown.items] == [
        (),
        ("draft", "russian"),
        ("rapporteur",),
        ("rapporteur", "russian"),
    ]


def test_the_time_of_an_item_follows_from_the_reports_before_it() -> None:
    desk = sitting_desk(9)
    shown = sheet(
        desk,
        c.AddItem("1", Text("Бір"), "C13.4", rapporteurs=("m0003",)),
        c.AddItem("2", Text("Екі"), "C13.4", rapporteurs=("m0003", "m0004")),
        c.AddItem("3", Text("Үш"), "INFO"),
    )
    assert [line.starts for line in shown.items] == ["09:30", "09:50", "10:20"]
    assert shown.until == "10:40"
    done(desk.submit(c.Arrive(tuple(f"m{number:04}" for number in range(1, 10))), sitting=SITTING))
    done(desk.submit(c.Open(), sitting=SITTING))
    assert sheet(desk).until is None, "once it is open, the clock goes by itself"


def test_without_a_time_or_with_one_in_words_none_is_planned() -> None:
    item = c.AddItem("1", Text("Бір"), "C13.4")
    assert sheet(sitting_desk(9), item, c.AmendSitting(c.ConveningData(time="таңертең"))).until is None


def test_what_may_be_changed_shrinks_as_the_sitting_goes_on() -> None:
    desk = sitting_desk(9)
    shown = sheet(desk, c.AddItem("1", Text("Бір"), "C13.4"))
    assert {"number", "presiding", "consent"} < shown.open_fields
    everybody = tuple(f"m{number:04}" for number in range(1, 10))
    opened = sheet(desk, c.Arrive(everybody), c.Open())
    assert opened.open_fields == {"secretary", "place", "invited"}
    assert opened.changeable, "the agenda stands to be changed until it is approved"
    adopt = c.Propose("a", "procedural", Text("Бекітілсін"), sets=Sets(agenda="approved"))
    approved = sheet(desk, adopt, c.Put("a", "no-objection"), c.CloseVote(0))
    assert (approved.approved, approved.changeable) == (True, False)
    over = sheet(desk, c.Close())
    assert (over.open_fields, missing(over)) == (frozenset(), [])


def test_an_empty_register_comes_first_and_leads_to_the_members() -> None:
    shown = preparation_sheet(FIXED, Register(), Around())
    assert shown.readiness[0].words == "shell.no-members"
    assert shown.readiness[0].goal == Goal("page", "members")


def test_a_presiding_person_who_is_not_on_the_roll_is_foreseen() -> None:
    guest = replace(FIXED.convening, presiding=Person(Text("Қонақ"), Text("Қонақ")))
    shown = preparation_sheet(replace(FIXED, convening=guest), DESK.register, Around())
    assert missing(shown)[0] == "preparation.presiding-off-roll"


def test_what_is_not_known_of_the_desk_is_not_said() -> None:
    silent = [ready.words for ready in sheet(sitting_desk(9)).readiness]
    assert not [words for words in silent if "hall" in words or "printer" in words]
    told = missing(sheet(sitting_desk(9), around=Around(hall=False, printer=False, broken=7)))
    assert told[-3:] == ["trouble.chain-broken", "readiness.hall-missing", "readiness.printer-missing"]


def test_a_new_item_gets_the_next_number() -> None:
    desk = sitting_desk(9)
    assert next_item_id(desk.sitting(SITTING).state) == "1"
    sheet(desk, c.AddItem("9", Text("Бір"), "C13.4"), c.AddItem("а-1", Text("Екі"), "C13.4"))
    assert next_item_id(desk.sitting(SITTING).state) == "10"


def test_a_place_among_the_others_becomes_the_item_that_follows() -> None:
    ids = ["1", "2", "3"]
    assert [before_which(ids, "1", to) for to in range(3)] == ["2", "3", None]
    assert [before_which(ids, "3", to) for to in range(3)] == ["1", "2", None]


def test_the_notice_of_a_matter_is_the_one_that_the_answer_would_bear() -> None:
    desk = sitting_desk(9)
    state = desk.sitting(SITTING).state
    for code in state.rules.competence:
        answer = desk.submit(c.AddItem(f"i{code}", Text("Бір", "Один"), code), sitting=SITTING)
        done(answer)
        foreseen = matter_notice(state, code)
        assert list(getattr(answer, "notices", ())) == ([foreseen] if foreseen else [])
    assert not any(reason_needed(state, code) for code in state.rules.competence)
    session = sitting_desk(9, body="session").sitting(SITTING).state
    assert reason_needed(session, "C13.3")
