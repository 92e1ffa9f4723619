"""What the voting page does with a list or a secret vote: its cards, its next act, its answers row by row."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from assembly_desk.domain.commands import Cast, CloseVote
from assembly_desk.domain.state import round_of
from assembly_desk.domain.vote import Choice, Vote
from assembly_desk.projections.next_act import NextAct
from assembly_desk.projections.roll_sheet import Listed
from assembly_desk.projections.round_sheet import (
    RoundSheet,
    answers_of,
    complete,
    given,
    is_round,
    round_sheet,
    row_to_answer,
    vote_by_name,
    would_elect,
)
from assembly_desk.projections.vote_sheet import last_result
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.voting.commission import CommissionCard, SecrecyCard
from assembly_desk.ui.voting.results import ResultsCard
from assembly_desk.ui.voting.row_strip import RowStrip
from assembly_desk.ui.voting.secret import SecretCard

if TYPE_CHECKING:
    from assembly_desk.ui.voting.board import VotingBoard

STEPS = frozenset(
    f"do.{step}"
    for step in ("elect-commission", "commission-elects", "approve-1", "approve-2", "put-list", "run-off")
)


class Rounds(QObject):
    """The rows of a round. Everything it records goes through the page."""

    def __init__(self, page: "VotingBoard", bridge: Bridge) -> None:
        super().__init__(page)
        self._page, self._bridge = page, bridge
        self.secret = SecretCard(bridge)
        self.results = ResultsCard(bridge)
        self.commission = CommissionCard(bridge)
        self.secrecy = SecrecyCard(bridge)
        self.strip = RowStrip(bridge)
        self._cursor: tuple[str, int] | None = None  # the row at hand of the member whose name is at hand
        self.secret.typed.connect(self._typed)
        self.secret.said.connect(lambda text: page.block.say(text, "warn"))
        self.secret.ended.connect(lambda: page.block.next.setFocus(Qt.FocusReason.TabFocusReason))
        self.commission.again.connect(self.key_again)

    # ------------------------------------------------------------------------------------------ the next act

    def next_act(self, vote: Vote) -> NextAct:
        """Of a secret vote: the keying in hand, then only to close; of a list by name the outcome is said first."""
        if vote.form == "secret":
            if not self.secret.ready:
                return NextAct(f"do.finish-{self.secret.by}", "voting")
            sure, done = "do.once-more", "voting.secret-closed"
            return NextAct("do.close-vote", "voting", CloseVote(), sure=sure, done=done)
        state, rows = self._bridge.state, round_of(self._bridge.state, vote.number)
        answered, present = set(complete(rows)), state.roll.present
        to_call = any(id in present and id not in answered for id in vote.electorate)
        if to_call and not self._page.reading.again:
            return NextAct("do.read-again", "voting")
        through = sum(verdict == "adopted" for verdict in would_elect(state, rows).values())
        values = {"elected": through, "seats": vote.seats}
        sure, done = "voting.list-sure", "voting.list-closed"
        return NextAct("do.close-vote", "voting", CloseVote(), sure=sure, done=done, values=values)

    def prepare(self, words: str) -> bool:
        """Ask for what the act needs; False: it is none of these."""
        if words in ("do.finish-first", "do.finish-second"):
            self.finish()
            return True
        return False

    def finish(self) -> None:
        """Record the keying in hand, whole or not at all, and empty the fields for the next one."""
        say, page, card = self._bridge.words, self._page, self.secret
        empty = card.first_empty()
        if empty is not None:
            page.block.say(say("voting.key-empty", field=empty.accessibleName()), "bad")
            empty.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        by, said = card.by, say(f"voting.keyed-{card.by}")
        for command in card.commands():
            if page.do(command, said) is None:
                field = card.show_refused(closing=False)
                if field is not None:
                    field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        if by == "first":
            card.begin("second")
        page.calm()
        page.show_sitting()
        (page.home() if by == "first" else page.block.next).setFocus(Qt.FocusReason.OtherFocusReason)

    def refused_to_close(self) -> None:
        """The keyings differ: the row is marked by its name, the figures of the other keying stay unseen."""
        vote = self._bridge.state.vote
        if vote is None or vote.form != "secret":
            return
        field = self.secret.show_refused(closing=True)
        self._page.calm()
        self.commission.show_all(self.secret.by, differs=self.secret.differs)
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def key_again(self) -> None:
        """The other keying comes to hand, with empty fields."""
        self.secret.begin("first" if self.secret.by == "second" else "second")
        self._page.calm()
        self._page.show_sitting()
        self.secret.home().setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self) -> None:
        if self._bridge.state.vote is not None:
            self.commission.show_all(self.secret.by, differs=False)
        self._page.calm()
        self._page.words.show_all()

    @property
    def counting(self) -> bool:
        """Whether the papers of the secret vote are being counted already."""
        return self.secret.begun or bool(self._bridge.state.keyings)

    # ------------------------------------------------------------------------------------------ a list by name

    def row_at_hand(self, rows: tuple[Vote, ...], member: str) -> int:
        """The row to which the next answer of that member belongs."""
        if self._cursor is not None and self._cursor[0] == member:
            return min(self._cursor[1], len(rows) - 1)
        return row_to_answer(rows, member)

    def cast(self, one: Listed, choice: Choice, vote: Vote) -> None:
        """An answer in the row at hand: then the next row, and after the last one the next name."""
        page, say = self._page, self._bridge.words
        rows = round_of(self._bridge.state, vote.number)
        before = one.member in complete(rows)
        at = self.row_at_hand(rows, one.member)
        candidate = self._bridge.state.motions[rows[at].motion].candidate
        said = say(
            "voting.row-answered",
            name=one.short,
            candidate=candidate.name if candidate is not None else rows[at].motion,
            choice=say(f"choice.{choice}"),
        )
        if page.do(Cast(one.member, choice, rows[at].motion), said) is None:
            return
        now = vote_by_name(self._bridge.state)
        if at + 1 < len(rows):
            self._cursor = (one.member, at + 1)
        elif now is not None:
            self._cursor = None
            page.reading.answered(now, before=before)
        page.calling.show()
        self.show_strip()
        page.block.show_act()

    def taken_back(self, before: tuple[Vote, ...], after: tuple[Vote, ...]) -> str | None:
        """Whose answer was taken back: that row is asked again."""
        for at, (one, other) in enumerate(zip(before, after, strict=True)):
            for member in one.answers:
                if one.answers[member] != other.answers.get(member):
                    self._cursor = (member, at)
                    return member
        return None

    def show_strip(self) -> None:
        """The candidates, and which of them the member at hand answers for now."""
        vote = self._bridge.state.vote
        if vote is None or vote.form != "named" or not vote.is_list:
            self.strip.hide()
            return
        rows = round_of(self._bridge.state, vote.number)
        one = self._page.reading.now
        if one is not None and self._cursor is not None and self._cursor[0] != one.member:
            self._cursor = None
        self.strip.show_rows(
            round_sheet(self._bridge.state, vote.number).rows,
            answers_of(rows, one.member) if one is not None else {},
            self.row_at_hand(rows, one.member) if one is not None else None,
        )
        self.strip.show()

    # --------------------------------------------------------------------------------------------- what shows

    def sheet(self) -> RoundSheet | None:
        """The round that is held, or that was just over; None: neither is one."""
        state = self._bridge.state
        vote = state.vote
        if vote is None and last_result(state) is not None:
            vote = state.votes[-1]
        return round_sheet(state, vote.number) if vote is not None and is_round(vote) else None

    def show(self, vote: Vote | None, sheet: RoundSheet | None) -> None:
        """The cards of the round."""
        secret = vote if vote is not None and vote.form == "secret" else None
        self.secret.show_vote(secret)
        self.secret.setVisible(secret is not None)
        for card in (self.commission, self.secrecy):
            card.setVisible(secret is not None)
        if secret is not None:
            self.commission.show_all(self.secret.by, differs=self.secret.differs)
            self.secrecy.show_all()
        over = sheet is not None and not sheet.held and not sheet.stopped
        if over and sheet is not None:
            self.results.show_sheet(sheet)
        self.results.setVisible(over)
        model = self._page.names.view.names
        if vote is not None and vote.form == "named":
            rows = round_of(self._bridge.state, vote.number)
            model.show_given(given(rows) if vote.is_list else {}, len(rows))
        self.show_strip()

    def home(self) -> QWidget:
        """Where typing goes on in a secret vote."""
        return self._page.block.next if self.secret.ready else self.secret.home()
