"""The sheets of the papers around a sitting: what each takes from the state, and in which order."""

from dataclasses import replace

import pytest

from assembly_desk.domain import commands as c
from assembly_desk.domain.floor import Speech
from assembly_desk.domain.text import Text
from assembly_desk.projections.agenda_sheet import agenda_sheet
from assembly_desk.projections.attendance_sheet import attendance_form
from assembly_desk.projections.cards_sheet import cards_sheet
from assembly_desk.projections.decision_sheet import appeal_sheets, decision_sheets
from assembly_desk.projections.extract_sheet import extract_sheets
from assembly_desk.projections.integrity_sheet import integrity_sheet
from assembly_desk.projections.invitations_sheet import invitations_sheet
from assembly_desk.projections.no_quorum_sheet import no_quorum_sheet
from assembly_desk.projections.not_made import NotMade
from assembly_desk.projections.protocol_sheet import ItemPart, protocol_sheet
from assembly_desk.projections.script_sheet import script_sheet
from assembly_desk.projections.vote_entry import VoteEntry
from tests.told_sittings import Teller, council, session


@pytest.fixture(scope="module")
def told() -> Teller:
    return council()


def test_an_extract_keeps_reports_and_votes_that_decided(told: Teller) -> None:
    (sheet,) = extract_sheets(told.opened.state, "1")
    kinds = [one.kind for one in sheet.part.happenings if isinstance(one, Speech)]
    votes = [one for one in sheet.part.happenings if isinstance(one, VoteEntry)]
    assert kinds == ["report"]
    assert [(one.kind, one.verdict) for one in votes] == [("amendment", "adopted"), ("decision", "adopted")]
    assert [one.text.kk for one in sheet.part.decisions] == [votes[-1].text.kk]


def test_extracts_without_a_choice_are_of_every_item_that_was_dealt_with(told: Teller) -> None:
    assert [sheet.part.line.item for sheet in extract_sheets(told.opened.state)] == ["1", "2", "3", "4"]
    (untouched,) = extract_sheets(told.opened.state, "5")
    assert untouched.part.happenings == ()


def test_a_council_has_neither_decision_nor_appeal(told: Teller) -> None:
    for sheets in (decision_sheets, appeal_sheets):
        with pytest.raises(NotMade) as refused:
            sheets(told.opened.state)
        assert refused.value.code == "NotThisBody"


def test_a_decision_knows_the_vote_it_rests_on() -> None:
    state = session(votes=3, members=30).opened.state
    form, matter = decision_sheets(state)
    assert [one.vote for one in form.bases] == [1]
    assert {one.vote for one in matter.bases} == {one.vote for one in matter.decisions}
    with pytest.raises(NotMade, match="NothingAdopted"):
        appeal_sheets(state)


def test_a_short_protocol_has_no_gist_and_no_sectors_and_every_vote(told: Teller) -> None:
    full, short = protocol_sheet(told.opened.state), protocol_sheet(told.opened.state, short=True)
    assert (full.kind, short.kind) == ("full", "short")
    inside = [one for part in short.parts if isinstance(part, ItemPart) for one in part.happenings]
    assert all(one.gist is None for one in inside if isinstance(one, Speech))
    assert all(one.sectors == () for one in inside if isinstance(one, VoteEntry))
    assert len(short.parts) == len(full.parts)


def test_the_agenda_reckons_when_each_item_comes_up(told: Teller) -> None:
    sheet = agenda_sheet(told.opened.state)
    assert sheet.times[0] == "10:00"
    assert list(sheet.times) == sorted(time for time in sheet.times if time)


def test_without_a_beginning_no_time_is_reckoned() -> None:
    told = Teller("new", "2026-05-20T09:00:00")
    told.members(3, ("session", "council"))
    told.do(c.Convene("new", "council", c.ConveningData(number="1")), c.FixRoll())
    told.do(c.AddItem("1", Text("Жоспар туралы"), "C13.4"))
    assert agenda_sheet(told.opened.state).times == ()
    told.do(c.AmendSitting(c.ConveningData(time="23:50")), c.AddItem("2", Text("Басқа"), "C13.6"))
    assert agenda_sheet(told.opened.state).times == ("23:50", None)


def test_cards_and_invitations_are_in_the_kazakh_order_guests_last(told: Teller) -> None:
    cards, letters = cards_sheet(told.opened.state), invitations_sheet(told.opened.state)
    assert [one.person for one in cards.cards] == list(letters.invited)
    assert [one.bearer for one in cards.cards[-2:]] == ["guest", "guest"]
    surnames = [one.person.name.kk[0] for one in cards.cards if one.bearer == "council"]
    assert surnames.index("Ә") > surnames.index("А")
    assert surnames.index("Ы") < surnames.index("І")


def test_the_form_for_signatures_has_everybody(told: Teller) -> None:
    form = attendance_form(told.opened.state)
    assert len(form.came) == len(told.opened.state.roll.members)
    assert form.absent == ()


def test_every_verdict_is_derived_again_and_a_false_one_is_found(told: Teller) -> None:
    state = told.opened.state
    sheet = integrity_sheet(state)
    assert sheet.agrees
    assert [one.number for one in sheet.votes] == [vote.number for vote in state.votes]
    false = replace(state.votes[1], verdict="not-adopted")
    altered = replace(state, votes=(state.votes[0], false, *state.votes[2:]))
    assert [one.number for one in integrity_sheet(altered).votes if not one.agrees] == [false.number]


def test_a_sitting_that_was_held_has_no_paper_of_one_that_was_not(told: Teller) -> None:
    with pytest.raises(NotMade, match="AlreadyOpen"):
        no_quorum_sheet(told.opened.state)


def test_the_script_goes_through_the_sitting_and_puts_amendments_first(told: Teller) -> None:
    parts = script_sheet(told.opened.state).parts
    assert [part.kind for part in parts] == ["opening", "agenda", *["item"] * 5, "closing", "other"]
    said = [one.key for one in parts[2].sayings]
    assert said[0] == "say.item.first"
    assert said.index("say.amendments-first") < said.index("say.motion.put")
    put = [one.values["text"] for one in parts[2].sayings if one.key == "say.motion.put"]
    assert [str(getattr(text, "kk", ""))[:9] for text in put] == ["«қазанда»", "Ассамблея"]
    assert said[-1] == "say.item.finished"
    assert parts[0].sayings[0].values["present"] is None, "only the hall can tell"


def test_a_discussion_that_the_body_may_not_decide_has_no_vote_in_its_script() -> None:
    told = Teller("new", "2026-05-20T09:00:00")
    told.members(3, ("session", "council"))
    told.do(c.Convene("new", "council", c.ConveningData(number="1")), c.FixRoll())
    told.do(c.AddItem("1", Text("Есептер туралы"), "S8.2"))
    said = [one.key for one in script_sheet(told.opened.state).parts[2].sayings]
    assert not [key for key in said if key.startswith(("say.hands", "say.motion"))]
