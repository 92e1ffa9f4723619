"""Motions: amendments first, rivals that fall, parts, order, and what an adopted motion brings about."""

from assembly_desk.domain.audit import audit
from assembly_desk.domain.commands import (
    DraftReglament,
    GiveFloor,
    OrderMotions,
    Propose,
    Put,
    Split,
    TakeItem,
    Withdraw,
)
from assembly_desk.domain.commands.voting import MotionPart
from assembly_desk.domain.motion import FormChoice, Sets
from assembly_desk.domain.text import Text
from tests.domain.hall import PROFILES, Hall, convened, council, session

TEXT = Text("Мәтін")


def test_amendments_are_put_before_the_motion() -> None:
    hall = council().takes().proposes().amendment("A", "1.1", "Жаңа мәтін")
    hall.refuses(Put("1.1", "show-of-hands"), "AmendmentsPending")
    hall.puts("A").hands(6, 0, 0)
    hall.puts("1.1")


def test_an_adopted_amendment_changes_the_text_and_a_rejected_one_does_not() -> None:
    hall = council().takes().proposes().amendment("A", "1.1", "Бірінші").amendment("B", "1.1", "Екінші")
    assert hall.puts("A").hands(6, 0, 0) == "adopted"
    assert hall.puts("B").hands(3, 3, 0) == "not-adopted"
    assert hall.text("1.1") == "Бірінші"
    assert [text.kk for text in hall.state.motions["1.1"].texts_before] == ["Мәтін 1.1"]


def test_rivals_of_an_adopted_amendment_fall_with_it() -> None:
    hall = council().takes().proposes().amendment("A", "1.1", "Бірінші")
    hall.amendment("B", "1.1", "Екінші", excludes=("A",)).puts("B").hands(6, 0, 0)
    assert hall.motion("A") == "fallen"
    hall.refuses(Put("A", "show-of-hands"), "UnknownMotion").puts("1.1")


def test_rivals_of_a_rejected_amendment_stand() -> None:
    hall = council().takes().proposes().amendment("A", "1.1", "Бірінші")
    hall.amendment("B", "1.1", "Екінші", excludes=("A",)).puts("B").hands(0, 6, 0)
    assert hall.motion("A") == "proposed"


def test_a_rival_that_has_its_verdict_keeps_it() -> None:
    hall = council().takes().proposes().amendment("A", "1.1", "Бірінші").puts("A")
    hall.hands(6, 0, 0)
    hall.amendment("B", "1.1", "Екінші", excludes=("A",)).puts("B").hands(6, 0, 0)
    assert (hall.motion("A"), hall.motion("B"), hall.text("1.1")) == ("adopted", "adopted", "Екінші")


def test_an_amendment_to_an_amendment_changes_what_would_be_adopted() -> None:
    hall = council().takes().proposes().amendment("A", "1.1", "Бірінші").amendment("AA", "A", "Түзетілген")
    hall.refuses(Put("A", "show-of-hands"), "AmendmentsPending").puts("AA").hands(6, 0, 0)
    hall.puts("A")
    assert hall.vote.text == Text("Түзетілген")
    hall.hands(6, 0, 0)
    assert hall.text("1.1") == "Түзетілген"


def test_an_amendment_of_a_motion_that_is_gone_is_not_put() -> None:
    hall = council().takes().proposes().amendment("A", "1.1", "Бірінші").does(Withdraw("1.1"))
    hall.refuses(Put("A", "show-of-hands"), "UnknownMotion")


def test_an_amendment_of_a_procedural_motion_is_procedure_too() -> None:
    hall = session().proposes("p", "procedural", None).amendment("A", "p", "Түзетілген")
    assert hall.puts("A").hands(6, 0, 0) == "adopted"
    assert hall.puts("p").vote.text == Text("Түзетілген")


def test_nothing_is_amended_while_it_is_put_or_once_it_has_a_verdict() -> None:
    hall = council().takes().proposes().puts()
    amendment = Propose("A", "amendment", TEXT, amends="1.1", result=TEXT)
    hall.refuses(amendment, "AlreadyDecided").hands(6, 0, 0)
    hall.refuses(amendment, "AlreadyDecided")
    hall.refuses(Propose("A", "amendment", TEXT, amends="9", result=TEXT), "UnknownMotion")


def test_a_motion_taken_back_is_none_any_more_and_its_id_is_not_used_again() -> None:
    hall = council().takes().proposes().does(Withdraw("1.1"))
    hall.refuses(Put("1.1", "show-of-hands"), "UnknownMotion").refuses(Withdraw("1.1"), "UnknownMotion")
    hall.refuses(Propose("1.1", "decision", TEXT, "1"), "DuplicateId")


def test_a_motion_is_not_taken_back_while_it_is_put_or_once_decided() -> None:
    hall = council().takes().proposes().puts().refuses(Withdraw("1.1"), "VoteInProgress")
    hall.hands(6, 0, 0)
    hall.refuses(Withdraw("1.1"), "AlreadyDecided")


def test_a_motion_is_put_in_parts() -> None:
    hall = council().takes().proposes()
    parts = (MotionPart("1.1a", Text("Бірінші бөлік")), MotionPart("1.1b", Text("Екінші бөлік")))
    hall.refuses(Split("1.1", (parts[0], parts[0])), "DuplicateId").does(Split("1.1", parts))
    hall.refuses(Put("1.1", "show-of-hands"), "UnknownMotion")
    assert hall.puts("1.1b").hands(6, 0, 0) == "adopted"
    assert (hall.motion("1.1"), hall.motion("1.1a"), hall.motion("1.1b")) == ("split", "proposed", "adopted")


PARTS = (MotionPart("a", Text("Бірінші бөлік")), MotionPart("b", Text("Екінші бөлік")))


def in_parts(hall: Hall, sets: Sets | None, excludes: tuple[str, ...] = ()) -> Hall:
    """A procedural motion that sets something, put in two parts."""
    motion = Propose("p", "procedural", TEXT, sets=sets, excludes=excludes)
    return hall.does(motion, Split("p", PARTS))


def by_all(hall: Hall, *motions: str) -> Hall:
    for motion in motions:
        assert hall.puts(motion).hands(6, 0, 0) == "adopted"
    return hall


def test_a_part_keeps_kind_item_addressees_and_term() -> None:
    hall = council().takes()
    to, until = (Text("Хатшылық"),), "2026-09-01"
    motion = Propose("1.1", "decision", TEXT, "1", addressees=to, responsible="m2", deadline=until)
    hall.does(motion, Split("1.1", PARTS)).restarts()
    for part in (hall.state.motions["a"], hall.state.motions["b"]):
        assert (part.kind, part.item, part.addressees, part.deadline) == ("decision", "1", to, until)
        assert part.responsible == hall.state.motions["1.1"].responsible
        assert (part.state, part.part_of) == ("proposed", "1.1")


def test_what_a_split_motion_sets_comes_about_with_its_last_part() -> None:
    hall = by_all(in_parts(session(), Sets(form=FormChoice("named"))), "b")
    assert hall.state.form is None
    by_all(hall, "a").restarts()
    assert hall.state.form == FormChoice("named")
    found = audit(hall.desk.sitting("s").log, "s", PROFILES)
    assert found.sound, found.findings


def test_nothing_comes_about_when_the_body_rejected_a_part() -> None:
    hall = by_all(in_parts(session(), Sets(form=FormChoice("named"))), "a")
    assert hall.puts("b").hands(0, 6, 0) == "not-adopted"
    assert hall.state.form is None


def test_a_part_that_is_split_again_is_adopted_in_all_its_parts() -> None:
    hall = in_parts(council(), Sets(agenda="approved"))
    hall.does(Split("a", (MotionPart("a1", TEXT), MotionPart("a2", TEXT))))
    by_all(hall, "a1", "b")
    assert not hall.state.agenda.approved
    assert by_all(hall, "a2").state.agenda.approved


def test_rivals_of_a_split_motion_fall_once_all_of_it_is_adopted_and_in_all_their_parts() -> None:
    hall = council().proposes("r", "procedural", None)
    in_parts(hall, None, excludes=("r",)).does(Split("r", (MotionPart("r1", TEXT), MotionPart("r2", TEXT))))
    by_all(hall, "r1", "a")
    assert (hall.motion("r1"), hall.motion("r2")) == ("adopted", "proposed")
    assert by_all(hall, "b").motion("r2") == "fallen"


def test_a_reglament_adopted_in_part_is_not_drafted_again() -> None:
    hall = in_parts(session().does(DraftReglament("r1", {"report": 15})), Sets(reglament="r1")).puts("a")
    hall.refuses(DraftReglament("r1", {"report": 99}), "VoteInProgress").hands(6, 0, 0)
    hall.refuses(DraftReglament("r1", {"report": 99}), "VoteInProgress")
    assert by_all(hall, "b").state.seconds_for("report") == 900


def test_a_split_into_nothing_leaves_the_motion() -> None:
    hall = council().proposes("p", "procedural", None).does_nothing(Split("p", ()))
    assert hall.motion("p") == "proposed"


def test_an_amendment_needs_the_whole_text_that_it_would_make() -> None:
    hall = council().takes().proposes()
    hall.refuses(Propose("A", "amendment", TEXT, amends="1.1"), "ResultMissing")


def test_an_amendment_is_not_put_in_parts_that_would_lack_that_text() -> None:
    hall = (
        council()
        .takes()
        .proposes()
        .amendment("A", "1.1", "Жаңа мәтін")
        .refuses(Split("A", PARTS), "ResultMissing")
    )
    assert hall.puts("A").hands(6, 0, 0) == "adopted"


def test_motions_are_ordered() -> None:
    hall = (
        council().takes().proposes("1.1").proposes("1.2").proposes("1.3").does(OrderMotions(("1.3", "1.1")))
    )
    assert list(hall.state.motions) == ["1.3", "1.1", "1.2"]
    hall.refuses(OrderMotions(("9",)), "UnknownMotion")


def test_ids_of_motions() -> None:
    hall = council().takes().proposes().refuses(Propose("1.1", "decision", TEXT, "1"), "DuplicateId")
    hall.refuses(Put("9", "show-of-hands"), "UnknownMotion")
    hall.refuses(Propose("x", "decision", TEXT, "1", excludes=("9",)), "UnknownMotion")


def test_nothing_is_proposed_before_opening() -> None:
    convened().refuses(Propose("1.1", "procedural", TEXT), "NotOpen")


def test_a_text_without_russian_is_told_of() -> None:
    kazakh, both = (
        Propose("1.1", "decision", TEXT, "1"),
        Propose("1.2", "decision", Text("Мәтін", "Текст"), "1"),
    )
    assert council().takes().does(kazakh).notices == ("RussianMissing",)
    assert council().takes().does(both).notices == ()


# ----------------------------------------------------------------------------- what an adopted motion sets


def test_closing_the_debate_ends_debate_on_that_item_only() -> None:
    hall = council().takes("1").takes("2").does(TakeItem("1"))
    hall.adopts("d", sets=Sets(debate_closed=True))
    hall.refuses(GiveFloor("m2", "debate"), "DebateClosed").refuses(GiveFloor("m2", "second"), "DebateClosed")
    hall.does(TakeItem("2"), GiveFloor("m2", "debate"))


def test_the_closing_word_and_a_motive_are_heard_after_the_debate() -> None:
    hall = council().takes().adopts("d", sets=Sets(debate_closed=True))
    hall.does(GiveFloor("m2", "motive"))


def test_the_reglament_is_a_draft_until_it_is_adopted() -> None:
    hall = session().does(DraftReglament("r1", {"report": 15})).takes(competence="S11")
    assert hall.state.seconds_for("report") == 20 * 60
    hall.adopts("2.1", "decision", "1", Sets(reglament="r1"))
    assert hall.state.reglament == "r1"
    assert hall.state.seconds_for("report") == 15 * 60
    assert hall.state.seconds_for("debate") == 5 * 60
    hall.refuses(DraftReglament("r1", {"report": 99}), "DuplicateId")


def test_an_unknown_reglament_is_not_proposed_and_a_draft_does_not_change_while_it_is_put() -> None:
    hall = session().takes(competence="S11")
    hall.refuses(Propose("2.1", "decision", TEXT, "1", sets=Sets(reglament="r1")), "UnknownItem")
    hall.does(DraftReglament("r1", {"report": 15}), DraftReglament("r1", {"report": 10}))
    hall.proposes("2.1", sets=Sets(reglament="r1")).puts("2.1")
    hall.refuses(DraftReglament("r1", {"report": 99}), "VoteInProgress")
    hall.does(DraftReglament("r2", {"report": 99})).hands(6, 0, 0)
    assert hall.state.seconds_for("report") == 600
