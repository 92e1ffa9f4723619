"""Whatever is put, keyed, closed, annulled and found later in a small Council, in whatever order: the law holds."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import hypothesis.strategies as st
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from assembly_desk.desk.desk import Desk, Receipt
from assembly_desk.domain import commands as c
from assembly_desk.domain import events as e
from assembly_desk.domain.audit import audit
from assembly_desk.domain.ballots import By
from assembly_desk.domain.commission import Approval
from assembly_desk.domain.correction import PresenceTruth
from assembly_desk.domain.evolve import fold
from assembly_desk.domain.member import Member, Seat
from assembly_desk.domain.motion import AgendaChange, FormChoice, ListRule, OfficeChoice, Repeat, Sets
from assembly_desk.domain.profile import Form, Office
from assembly_desk.domain.refusals import Refusal
from assembly_desk.domain.state import Sitting, round_of
from assembly_desk.domain.text import Name, Text
from assembly_desk.domain.vote import Choice
from assembly_desk.journal.codec import read_all
from assembly_desk.journal.memory import MemoryJournals
from assembly_desk.projections.show import show
from tests.domain.hall import CONVENING, PROFILES
from tests.domain.test_any_sequence import assert_same

MEMBERS = tuple(f"m{number}" for number in range(1, 9))
CANDIDATES = tuple(f"c{number}" for number in range(1, 6))
TEXT = Text("Мәтін")
KEYED: tuple[By, By] = ("first", "second")
FROM_ROLL = {"c1": "m7", "c2": "m1"}  # the others are guests

numbers = st.integers(min_value=1, max_value=9)
some = st.lists(st.sampled_from(MEMBERS), min_size=1, max_size=3, unique=True).map(tuple)
candidate = st.sampled_from(CANDIDATES)
candidates = st.lists(candidate, min_size=1, max_size=4, unique=True).map(tuple)
forms = st.sampled_from(["show-of-hands", "named", "secret"])
figure = st.integers(min_value=0, max_value=8)
sets = st.one_of(
    st.builds(lambda who: Sets(commission=who), st.just(("m2", "m3", "m4")) | some),
    st.builds(lambda form, item: Sets(form=FormChoice(form, item)), forms, st.sampled_from([None, "1", "2"])),
    st.builds(lambda seats: Sets(list_rule=ListRule("1", seats)), st.integers(1, 3)),
    st.builds(lambda number: Sets(annuls=number), numbers),
    st.builds(lambda number: Sets(recount=number), numbers),
    st.builds(lambda number, form: Sets(repeat=Repeat(number, form)), numbers, forms),
    st.builds(lambda number: Sets(approves=Approval("counting-2", number)), numbers),
    st.builds(lambda who: Sets(office=OfficeChoice(who, "deputy")), st.sampled_from(MEMBERS)),
    st.sampled_from(
        [
            Sets(approves=Approval("counting-1")),
            Sets(agenda="approved"),
            Sets(agenda=AgendaChange(postpone=("2",), order=("2", "1"))),
            Sets(agenda=AgendaChange(add=("9",))),
            Sets(debate_closed=True),
        ]
    ),
)
marks = st.builds(c.RowCount, figure, figure, figure, figure)
by = st.sampled_from(KEYED)
step = st.one_of(
    st.builds(c.PutList, candidates, st.sampled_from(["secret", "named"]), st.integers(1, 3), st.none()),
    st.builds(
        c.PutList, candidates, st.sampled_from(["secret", "named"]), st.integers(1, 2), st.none(), numbers
    ),
    st.builds(c.Put, st.sampled_from(["d", "a", *CANDIDATES]), forms),
    st.builds(c.KeyBallots, by, figure, figure, st.integers(0, 1), figure, st.integers(0, 1)),
    st.builds(c.KeyRows, by, st.dictionaries(candidate, marks, max_size=2)),
    st.builds(
        c.Cast,
        st.sampled_from(MEMBERS),
        st.sampled_from(["for", "against", "abstain"]),
        st.none() | candidate,
    ),
    st.builds(c.Count, figure, figure, st.just(0)),
    st.sampled_from([c.CloseVote(), c.StopVote(TEXT), c.CommissionElects("m2", "m3"), c.Undo()]),
    st.builds(c.Withdraw, candidate),
    st.builds(c.Leave, some),
    st.builds(c.Arrive, some),
)


def timeless(value: Any) -> Any:
    """What is shown without the numbers of entries and votes, which are never used again, and without times."""
    if isinstance(value, dict):
        return {
            name: timeless(one)
            for name, one in value.items()
            if name not in ("entry", "vote", "journal", "from", "until")
        }
    return [timeless(one) for one in value] if isinstance(value, list) else value


class AnyVote(RuleBasedStateMachine):
    """Votes as they may go on one evening, lawful ones and others."""

    @initialize()
    def open(self) -> None:
        self.now, self.motions = datetime(2026, 5, 20, 5, 0, tzinfo=UTC), 0
        self.journals = MemoryJournals()
        self.desk = Desk(self.journals, PROFILES, clock=lambda: self.now, nonce=lambda: "00ff")
        for id in MEMBERS:
            seats = {"session": Seat(), "council": Seat()}
            office: Office = "chair" if id == "m1" else "member"
            self.desk.submit(c.AddMember(Member(id, Name(f"Тегі {id}", "Аты"), seats, office)))
        commands: list[c.Command] = [
            *(c.Convene("s", "council", CONVENING), c.AddItem("1", TEXT, "C13.2")),
            *(c.AddItem("2", TEXT, "C13.6"), c.FixRoll(), c.Arrive(MEMBERS), c.Open(), c.TakeItem("1")),
            c.Propose("d", "decision", TEXT, "1"),
            c.Propose("a", "amendment", TEXT, amends="d", result=Text("Түзетілген мәтін")),
        ]
        for id in CANDIDATES:
            person = FROM_ROLL.get(id) or c.Guest(Text(f"Кандидат {id}"))
            commands.append(c.Propose(id, "candidate", TEXT, "1", candidate=person))
        for command in commands:
            assert self.ask(command), command

    def ask(self, command: c.Command) -> bool:
        self.now += timedelta(minutes=1)
        outcome = self.desk.submit(command, sitting="s")
        assert isinstance(outcome, Receipt | Refusal)
        return isinstance(outcome, Receipt)

    @property
    def state(self) -> Sitting:
        return self.desk.sitting("s").state

    def shown(self) -> dict[str, Any]:
        opened = self.desk.sitting("s")
        return show(opened.state, head=opened.head, entries=opened.entries)

    @rule(command=step)
    def a_step(self, command: c.Command) -> None:
        self.ask(command)

    @rule(sets=sets, all_for=st.sampled_from([True, True, False]))
    def the_body_decides(self, sets: Sets, all_for: bool) -> None:
        self.motions += 1
        motion = f"p{self.motions}"
        if self.ask(c.Propose(motion, "procedural", TEXT, sets=sets)) and self.ask(
            c.Put(motion, "show-of-hands")
        ):
            base = len(self.state.roll.present)
            assert self.ask(c.Count(base if all_for else 1, 0, 0))
            assert self.ask(c.CloseVote())

    @rule()
    def a_commission_for_a_secret_list(self) -> None:
        self.the_body_decides(Sets(commission=("m2", "m3", "m4")), True)
        self.ask(c.CommissionElects("m2", "m3"))
        self.the_body_decides(Sets(form=FormChoice("secret", "1")), True)

    @rule(sets=sets)
    def a_decision_and_its_annulment(self, sets: Sets) -> None:
        """What it brought about is taken back, whatever it was; and it cannot be annulled twice."""
        if sets.annuls or sets.recount or sets.repeat or self.state.vote is not None:
            return
        self.ask(c.Arrive(MEMBERS))
        before = self.what_stands()
        self.the_body_decides(sets, True)
        vote = self.state.votes[-1] if self.state.votes else None
        if vote is not None and vote.motion == f"p{self.motions}" and vote.verdict == "adopted":
            self.the_body_decides(Sets(annuls=vote.number), True)
            assert round_of(self.state, vote.number)[0].annulled
            assert self.what_stands() == before
            assert not self.ask(c.Propose("x", "procedural", TEXT, sets=Sets(annuls=vote.number)))

    def what_stands(self) -> dict[str, Any]:
        """All that a decision could have brought about."""
        shown, state = self.shown(), self.state
        motions = [row for row in shown["motions"] if not row["motion"].startswith("p")]
        stands = {name: shown[name] for name in ("agenda", "form", "reglament", "commission", "items")}
        offices = {id: member.office for id, member in state.roll.members.items()}
        debates = [item.debate_closed for item in state.agenda.items.values()]
        return stands | {
            "motions": motions,
            "lists": state.lists,
            "forms": state.item_forms,
            "offices": offices,
            "debates": debates,
            "approvals": state.approvals,
        }

    @rule(
        who=candidates,
        seats=st.integers(1, 2),
        rows=st.lists(st.integers(4, 8), min_size=5, max_size=5),
        form=st.sampled_from(["secret", "secret", "named"]),
    )
    def a_whole_list(self, who: tuple[str, ...], seats: int, rows: list[int], form: Form) -> None:
        """The list is put as it should be, counted and closed; a tie or an empty seat brings a run-off."""
        self.ask(c.StopVote(TEXT))
        self.ask(c.Arrive(MEMBERS))
        if self.state.commission is None or not self.state.commission.constituted:
            self.a_commission_for_a_secret_list()
        decided = self.state.item_forms.get("1")
        if decided is not None and decided.form != form:
            self.the_body_decides(Sets(form=FormChoice(form, "1")), True)
        if len(who) > seats and self.state.lists.get("1") != ListRule("1", seats):
            self.the_body_decides(Sets(list_rule=ListRule("1", seats)), True)
        if not self.ask(c.PutList(who, form, seats)):
            return
        self.all_hands(rows)
        held = round_of(self.state, self.state.votes[-1].number)
        tied = tuple(row.motion for row in held if row.verdict == "tie")
        left = seats - sum(row.verdict == "adopted" for row in held)
        again = tied or tuple(row.motion for row in held if row.verdict == "not-adopted")
        if again and left:
            assert self.ask(c.PutList(again, form, left, None, held[0].number))
            self.all_hands(rows[1:] + rows[:1])

    def all_hands(self, rows: list[int]) -> None:
        """The vote being held is counted and closed: so many are for each row, all others against."""
        vote = self.state.vote
        if vote is None:
            return
        if vote.form == "secret":
            self.the_papers_are_counted(rows, 0)
            return
        if vote.form == "show-of-hands":
            in_favour = min(rows[0], vote.base)
            assert self.ask(c.Count(in_favour, vote.base - in_favour, 0))
        elif vote.form == "named":
            for row, number in zip(round_of(self.state, vote.number), rows, strict=False):
                for place, member in enumerate(vote.electorate):
                    choice: Choice = "for" if place < number else "against"
                    assert self.ask(c.Cast(member, choice, row.motion))
        assert self.ask(c.CloseVote())

    @rule(
        number=numbers, form=st.sampled_from([None, "named", "secret"]), rows=st.permutations([3, 4, 5, 6, 8])
    )
    def a_vote_is_held_again(self, number: int, form: Form | None, rows: list[int]) -> None:
        """Recounted in its form, or repeated in another: once, and its verdict then stands for the motion."""
        held = round_of(self.state, number)
        if not held or self.state.vote is not None or held[0].form == "no-objection":
            return
        sets = Sets(recount=number) if form is None else Sets(repeat=Repeat(number, form))
        self.the_body_decides(sets, True)
        form = form or held[0].form
        first = held[0]
        if first.is_list:
            who = tuple(row.motion for row in held if row.verdict != "withdrawn")
            put: c.Command = c.PutList(who, form, first.seats or 0, None, first.run_off_of)
        else:
            put = c.Put(first.motion, form)
        if self.ask(put) and self.state.votes[-1].again == number:
            self.all_hands(rows)
            (first, *_), (last, *_) = round_of(self.state, number), self.state.votes[-1:]
            assert first.replaced_by == last.number
            assert not self.ask(put)

    @rule(rows=st.lists(st.integers(0, 8), min_size=5, max_size=5), missing=st.integers(0, 2))
    def the_papers_are_counted(self, rows: list[int], missing: int) -> None:
        """Two keyings that agree and reconcile close a secret vote, whatever its rows."""
        vote = self.state.vote
        if vote is None or vote.form != "secret":
            return
        held, returned = round_of(self.state, vote.number), max(vote.base - missing, 0)
        in_favour = [min(number, returned) for number in rows]
        counted = {
            row.motion: c.RowCount(number, returned - number, 0, 0)
            for row, number in zip(held, in_favour, strict=False)
        }
        for by in KEYED:
            assert self.ask(c.KeyBallots(by, vote.base, vote.base, 0, returned, 0))
            assert self.ask(c.KeyRows(by, counted))
        hidden = [row for row in self.shown()["votes"] if row["vote"] == vote.number]
        secret = ("for", "against", "abstain", "no_mark", "invalid", "not_returned", "not_issued")
        assert all(row[name] is None for row in hidden for name in (*secret, "not_voting"))
        assert self.ask(c.CloseVote())

    @rule(choices=st.lists(st.sampled_from(["for", "for", "against"]), min_size=8, max_size=8))
    def all_answer(self, choices: list[Choice]) -> None:
        vote = self.state.vote
        if vote is not None and vote.form == "named":
            for row in round_of(self.state, vote.number):
                for member, choice in zip(MEMBERS, choices, strict=True):
                    self.ask(c.Cast(member, choice, row.motion))
            assert self.ask(c.CloseVote())

    @rule(entry=st.integers(1, 60), who=some, present=st.booleans(), minutes=st.none() | st.integers(1, 60))
    def a_presence_is_found_later(
        self, entry: int, who: tuple[str, ...], present: bool, minutes: int | None
    ) -> None:
        before = self.state
        at = None if minutes is None else datetime(2026, 5, 20, 5, 0, tzinfo=UTC) + timedelta(minutes=minutes)
        command = c.Rectify(entry, TEXT, presence=(PresenceTruth(who, present, at),))
        if self.ask(command):
            after = self.state
            assert [vote.verdict for vote in before.votes] == [vote.verdict for vote in after.votes]
            self.ask(command)
            assert after == self.state

    @rule(command=step)
    def a_step_undone_and_taken_again_is_the_same(self, command: c.Command) -> None:
        before = self.shown()
        entries = self.state.entries
        if not self.ask(command) or self.state.entries == entries:
            return
        if self.state.last is None or not self.state.last.undoable or isinstance(command, c.Undo):
            return
        after = self.shown()
        assert self.ask(c.Undo())
        assert timeless(self.shown()) == timeless(before)
        assert self.ask(command)
        assert timeless(self.shown()) == timeless(after)

    @invariant()
    def the_record_proves_itself(self) -> None:
        found = audit(read_all(self.journals.read("sitting/s")), "s", PROFILES)
        assert found.sound, found.findings

    @invariant()
    def the_state_is_the_fold(self) -> None:
        assert_same(fold(read_all(self.journals.read("sitting/s")), "s"), self.state)

    @invariant()
    def each_row_adds_up_to_its_frozen_base(self) -> None:
        shown = self.shown()
        json.dumps(shown)
        for row, vote in zip(shown["votes"], self.state.votes, strict=True):
            assert row["base"] == len(set(vote.electorate))
            parts = ("for", "against", "abstain", "no_mark", "invalid", "not_returned", "not_issued")
            if vote.form == "secret" and vote.decided:
                assert sum(row[name] for name in parts) == row["base"]
                assert min(row[name] for name in parts) >= 0
            elif row["for"] is not None:
                assert row["for"] + row["against"] + row["abstain"] + row["not_voting"] == row["base"]
        numbers = [vote.number for vote in self.state.votes]
        assert numbers == sorted(numbers)
        assert len({vote.number for vote in self.state.votes if vote.verdict == "open"}) <= 1

    @invariant()
    def nobody_is_elected_below_two_thirds_nor_before_somebody_with_more_votes(self) -> None:
        for number in {vote.number for vote in self.state.votes if vote.is_list and vote.decided}:
            rows = round_of(self.state, number)
            votes_for = {row.motion: row.tally.in_favour if row.tally else 0 for row in rows}
            reached = {row.motion for row in rows if 3 * votes_for[row.motion] >= 2 * row.base > 0}
            elected = {row.motion for row in rows if row.verdict == "adopted"}
            ran = {row.motion for row in rows if row.verdict != "withdrawn"}
            assert elected <= reached
            assert len(elected) <= (rows[0].seats or 0)
            for row in rows:
                if row.verdict in ("outranked", "tie"):
                    assert row.motion in reached
                    assert all(votes_for[one] > votes_for[row.motion] for one in elected)
                if row.verdict == "not-adopted":
                    assert row.motion not in reached
            if len(reached & ran) <= (rows[0].seats or 0):
                assert elected == reached & ran

    @invariant()
    def no_entry_joins_a_member_to_a_choice_in_a_secret_vote(self) -> None:
        secret = False
        for entry in read_all(self.journals.read("sitting/s")):
            match entry.event:
                case e.VotePut() | e.ListPut():
                    secret = entry.event.form == "secret"
                case e.VoteCast() | e.VoteCounted():
                    assert not secret
                case e.BallotsKeyed() | e.RowsKeyed() | e.RowsClosed():
                    payload = self.journals.read("sitting/s")[entry.seq - 1].payload
                    assert not any(f'"{id}"' in payload for id in MEMBERS)

    @invariant()
    def no_vote_was_put_without_a_quorum(self) -> None:
        assert all(
            vote.quorum is not None and 3 * len(vote.electorate) >= 2 * len(MEMBERS)
            for vote in self.state.votes
        )

    @invariant()
    def nothing_that_holds_rests_on_what_does_not(self) -> None:
        by_number = {vote.number: vote for vote in self.state.votes}
        for vote in self.state.votes:
            if vote.holds:
                assert all(by_number[number].annulled_by is None for number in vote.rests_on)

    def teardown(self) -> None:
        if not hasattr(self, "journals"):
            return
        log = read_all(self.journals.read("sitting/s"))
        for length in range(2, len(log) + 1):
            state = fold(log[:length], "s")
            json.dumps(show(state, head="", entries=length))


TestAnyVote = AnyVote.TestCase
TestAnyVote.settings = settings(
    max_examples=40,
    stateful_step_count=25,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
