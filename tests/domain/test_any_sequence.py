"""Whatever is asked of a small Council or Session, in whatever order: the state is the fold of the record."""

import json
from collections import Counter
from datetime import UTC, datetime, timedelta

import hypothesis.strategies as st
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from assembly_desk.desk.desk import Change, Desk, Receipt
from assembly_desk.domain import commands as c
from assembly_desk.domain import events as e
from assembly_desk.domain.audit import audit
from assembly_desk.domain.evolve import fold
from assembly_desk.domain.member import Member, Seat
from assembly_desk.domain.motion import AgendaChange, FormChoice, Sets
from assembly_desk.domain.refusals import Refusal
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.text import Act, Name, Text
from assembly_desk.domain.vote import Choice
from assembly_desk.journal.chain import first_break
from assembly_desk.journal.codec import drafts, read_all
from assembly_desk.journal.memory import MemoryJournals
from assembly_desk.projections.show import show
from tests.domain.hall import CONVENING, PROFILES

MEMBERS = tuple(f"m{number}" for number in range(1, 8))  # the last is not on the roll at first
ITEMS, MOTIONS = ("1", "2", "3"), ("a", "b", "c", "d")
TEXT, ACT = Text("Мәтін"), Act(number="12")

members = st.lists(st.sampled_from(MEMBERS), min_size=1, max_size=6).map(tuple)
member = st.sampled_from(MEMBERS)
items = st.sampled_from(ITEMS)
motions = st.sampled_from(MOTIONS)
some_items = st.lists(items, max_size=2).map(tuple)
forms = st.sampled_from(["show-of-hands", "named", "no-objection"])
counted = st.integers(min_value=0, max_value=6)
sets = st.one_of(
    st.none(),
    st.just(Sets(agenda="approved")),
    st.builds(
        lambda *given: Sets(agenda=AgendaChange(*given)), some_items, some_items, some_items, some_items
    ),
    st.builds(lambda *given: Sets(form=FormChoice(*given)), forms, st.none() | items, st.booleans()),
    st.just(Sets(reglament="r")),
    st.just(Sets(debate_closed=True)),
)
speeches = st.sampled_from(["report", "debate", "order"])

COURSE: list[c.Command] = [
    *(c.Break(), c.Adjourn(), c.Resume(), c.HandOverChair("m2"), c.TakeNote(TEXT), c.BeginRollCall()),
    *(c.EndRollCall(), c.DraftReglament("r", {"report": 5}), c.Close(), c.Seal(), c.Cancel(), c.FixRoll()),
]
course = st.sampled_from(COURSE)
roll = st.one_of(
    st.builds(c.Arrive, members),
    st.builds(c.Arrive, st.just(MEMBERS[:6])),
    st.builds(c.Leave, members),
    st.builds(c.ExcuseMembers, members, st.sampled_from(["illness", "other"])),
    st.builds(c.ChangeRoll, st.just(ACT), st.just(TEXT), members, members),
    st.builds(c.ChangeRoll, st.just(ACT), st.just(TEXT), st.just(()), members),
)
agenda = st.one_of(
    st.builds(c.AddItem, items, st.just(TEXT), st.sampled_from(["C13.6", "S8.1", "S10", "INFO"])),
    st.builds(c.AmendItem, items, st.just(Text("Басқа")), st.none() | st.just("C13.6")),
    st.builds(c.MoveItem, items, st.none() | items),
    st.builds(c.RemoveItem, items),
    st.builds(c.TakeItem, items),
    st.builds(c.FinishItem, items),
)
floor = st.one_of(
    st.builds(c.AskFloor, member, speeches),
    st.builds(c.GiveFloor, member, speeches),
    st.sampled_from([c.ExtendFloor(), c.PauseFloor(), c.GoOnFloor(), c.EndFloor(), c.UnaskFloor("m2")]),
)
propose = st.one_of(
    st.builds(
        c.Propose,
        motions,
        st.sampled_from(["decision", "take-note", "procedural", "recommendation"]),
        st.just(TEXT),
        st.none() | items,
        excludes=st.lists(motions, max_size=1).map(tuple),
        sets=sets,
    ),
    st.builds(
        c.Propose,
        motions,
        st.just("amendment"),
        st.just(TEXT),
        amends=motions,
        result=st.just(Text("Жаңа мәтін")),
    ),
    st.builds(c.Withdraw, motions),
    st.builds(c.OrderMotions, st.lists(motions, max_size=2).map(tuple)),
    st.builds(c.Split, motions, st.just((c.MotionPart("x", TEXT), c.MotionPart("y", TEXT)))),
)
vote = st.one_of(
    st.builds(c.Put, motions, forms),
    st.builds(c.Put, motions, st.just("show-of-hands"), st.just({"2": 3, "1": 3})),
    st.builds(c.Cast, member, st.sampled_from(["for", "against", "abstain"])),
    st.builds(c.Count, counted | st.just("rest"), counted, counted, st.sampled_from([None, None, "1", "2"])),
    st.builds(c.CloseVote, st.sampled_from([None, None, 0, 1])),
    st.builds(c.StopVote, st.just(TEXT)),
)


def steps(state: Sitting) -> list[tuple[str, tuple[int, ...], bool]]:
    """What may be taken back, newest first."""
    return [(step.command, step.entries, step.undoable) for step in state.last.back()] if state.last else []


def assert_same(one: Sitting, other: Sitting) -> None:
    """All is the same, and stands in the same order."""
    assert one == other
    assert steps(one) == steps(other)
    assert [*one.agenda.items] == [*other.agenda.items]
    assert [*one.motions] == [*other.motions]
    assert [*one.roll.members] == [*other.roll.members]
    assert [*one.roll.present] == [*other.roll.present]
    assert [[*vote.sectors] for vote in one.votes] == [[*vote.sectors] for vote in other.votes]


class AnySequence(RuleBasedStateMachine):
    """Commands as they may fall on one evening; each is accepted or refused, never an exception."""

    @initialize(body=st.sampled_from(["session", "council"]), opened=st.booleans())
    def convene(self, body: str, opened: bool) -> None:
        self.now = datetime(2026, 5, 20, 5, 0, tzinfo=UTC)
        self.journals = MemoryJournals()
        self.desk = Desk(self.journals, PROFILES, clock=lambda: self.now, nonce=lambda: "00ff")
        self.told: list[e.Recorded] = []
        self.desk.subscribe(self.listen)
        seats = {"session": Seat(), "council": Seat()}
        for id in MEMBERS:
            member = Member(id, Name(id, "Аты"), seats, "chair" if id == "m1" else "member")
            self.desk.submit(c.AddMember(member))
        self.ask(c.Convene("s", body, CONVENING))
        self.ask(c.FixRoll(MEMBERS[:6]))
        self.ask(c.AddItem("1", TEXT, "C13.6"))
        if opened:
            self.ask(c.Arrive(MEMBERS[:6]))
            self.ask(c.Open())
            self.ask(c.TakeItem("1"))
            self.ask(c.Propose("a", "procedural", TEXT, sets=Sets(form=FormChoice("show-of-hands"))))

    def listen(self, change: Change) -> None:
        if change.journal == "sitting/s":
            self.told.extend(change.entries)

    def ask(self, command: c.Command) -> None:
        before = len(self.journals.read("sitting/s"))
        outcome = self.desk.submit(command, sitting="s")
        after = len(self.journals.read("sitting/s"))
        if isinstance(outcome, Refusal):
            assert after == before
        else:
            assert isinstance(outcome, Receipt)
            assert outcome.entries == tuple(range(before + 1, after + 1))

    def stands(self) -> list[e.Event]:
        """What is recorded and was not taken back."""
        return [event for event, taken_back in self.log() if not taken_back]

    def log(self) -> list[tuple[e.Event, bool]]:
        """What is recorded, and whether it was taken back."""
        log = [entry.event for entry in read_all(self.journals.read("sitting/s"))]
        undone = {seq for event in log if isinstance(event, e.Undone) for seq in event.entries}
        return [(event, seq in undone) for seq, event in enumerate(log, 1)]

    @rule(command=roll | agenda | floor)
    def something_of_the_roll_the_agenda_or_the_floor(self, command: c.Command) -> None:
        self.ask(command)

    @rule(command=course)
    def something_of_the_course(self, command: c.Command) -> None:
        if not isinstance(command, c.Close | c.Seal | c.Cancel) or len(self.told) > 25:
            self.ask(command)

    @rule(command=propose)
    def something_of_a_motion(self, command: c.Command) -> None:
        self.ask(command)

    @rule(command=vote)
    def something_of_a_vote(self, command: c.Command) -> None:
        self.ask(command)

    @rule(hands=st.tuples(counted, counted, counted), end=st.sampled_from([c.CloseVote(), c.StopVote(TEXT)]))
    def a_whole_vote_by_hands(self, hands: tuple[int, int, int], end: c.Command) -> None:
        motion = f"p{len(self.told)}"
        self.ask(c.Propose(motion, "procedural", TEXT))
        for command in (c.Put(motion, "show-of-hands"), c.Count(*hands), end):
            self.ask(command)

    @rule(choices=st.lists(st.sampled_from(["for", "for", "against", "abstain"]), max_size=6))
    def a_whole_vote_by_name(self, choices: list[Choice]) -> None:
        motion = f"n{len(self.told)}"
        self.ask(c.TakeItem("1"))
        self.ask(c.Propose(motion, "decision", TEXT, "1"))
        self.ask(c.Put(motion, "named"))
        for member, choice in zip(MEMBERS, choices, strict=False):
            self.ask(c.Cast(member, choice))
        self.ask(c.CloseVote())

    @rule(command=roll | agenda | floor | propose | vote)
    def a_step_and_its_undoing(self, command: c.Command) -> None:
        self.ask(command)
        self.ask(c.Undo())

    @rule()
    def open(self) -> None:
        self.ask(c.Arrive(MEMBERS[:6]))
        self.ask(c.Open())

    @rule()
    def undo(self) -> None:
        self.ask(c.Undo())

    @rule(minutes=st.integers(min_value=-5, max_value=60))
    def time_goes_on_or_is_set_back(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)

    @invariant()
    def the_state_is_the_fold_of_what_is_recorded(self) -> None:
        entries = self.journals.read("sitting/s")
        log = read_all(entries)
        opened = self.desk.sitting("s")
        assert first_break(entries) is None
        assert log == list(opened.log) == self.told
        assert_same(fold(log, "s"), opened.state)

    @invariant()
    def the_record_proves_itself(self) -> None:
        found = audit(read_all(self.journals.read("sitting/s")), "s", PROFILES)
        assert found.sound, found.findings

    @invariant()
    def every_verdict_follows_from_the_entries_by_the_law(self) -> None:
        council = self.desk.sitting("s").state.convening.body == "council"
        base, answers, counts, form = 0, dict[str, str](), dict[str, tuple[int, int, int]](), ""
        for event in self.stands():
            match event:
                case e.VotePut():
                    base, answers, counts, form = len(event.electorate), {}, {}, event.form
                case e.VoteCast(who, choice):
                    answers[who] = choice
                case e.VoteCounted(sector, tally):
                    counts[sector] = (tally.in_favour, tally.against, tally.abstain)
                case e.VoteClosed():
                    votes_for = Counter(answers.values())["for"] + sum(one[0] for one in counts.values())
                    lawful = 3 * votes_for >= 2 * base if council else 2 * votes_for > base
                    adopted = form == "no-objection" or (lawful and votes_for > 0)
                    assert event.base == base
                    assert event.verdict == ("adopted" if adopted else "not-adopted")

    @invariant()
    def who_is_in_the_hall_follows_from_the_entries(self) -> None:
        present = set[str]()
        for event in self.stands():
            match event:
                case e.Arrived(came):
                    present |= set(came)
                case e.Left(gone) | e.RollCallEnded(gone) | e.RollChanged(_, gone, _, _):
                    present -= set(gone)
                case e.Adjourned():
                    present = set()
                case e.RollFixed(fixed, _, _):
                    present &= {one.person.member or "" for one in fixed}
        assert set(self.desk.sitting("s").state.roll.present) == present

    @invariant()
    def the_figures_shown_add_up(self) -> None:
        opened = self.desk.sitting("s")
        shown = show(opened.state, head=opened.head, entries=opened.entries)
        json.dumps(shown)
        figures = shown["roll"]
        groups = figures["present"] + figures["excused"] + figures["left"] + figures["absent"]
        assert groups == figures["listed"] <= figures["total"]
        assert shown["quorum"]["met"] == (3 * figures["present"] >= 2 * figures["total"] > 0)
        puts = [taken_back for event, taken_back in self.log() if isinstance(event, e.VotePut)]
        numbers = [number for number, taken_back in enumerate(puts, 1) if not taken_back]
        assert [row["vote"] for row in shown["votes"]] == numbers
        for row in shown["votes"]:
            if row["for"] is not None:
                assert row["for"] + row["against"] + row["abstain"] + row["not_voting"] == row["base"]
                assert min(row["for"], row["against"], row["abstain"], row["not_voting"]) >= 0
        assert sum(row["verdict"] == "open" for row in shown["votes"]) <= 1

    def teardown(self) -> None:
        if not hasattr(self, "journals"):
            return
        log = read_all(self.journals.read("sitting/s"))
        for entry in log:
            assert drafts([entry.event], command="k", at=entry.at)
        again = Desk(self.journals, PROFILES).sitting("s")
        assert_same(again.state, self.desk.sitting("s").state)


TestAnySequence = AnySequence.TestCase
TestAnySequence.settings = settings(
    max_examples=60,
    stateful_step_count=40,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
