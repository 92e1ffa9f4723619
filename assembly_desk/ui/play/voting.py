"""Votes by keys: put, counted or called by name, closed by two presses."""

from collections.abc import Mapping

from PySide6.QtCore import Qt

from assembly_desk.domain.commands import Whom
from assembly_desk.domain.profile import Form
from assembly_desk.domain.text import Text
from assembly_desk.domain.vote import Choice, Vote
from assembly_desk.ui.play.hand import CTRL, Hand
from assembly_desk.ui.voting.page import VotingPage

ANSWERS: Mapping[Choice, str] = {"for": "1", "against": "2", "abstain": "3"}
_ENOUGH = 4  # presses: the list read once more, the last count, the first press, the second


class VotingKeys(Hand):
    """The page of the vote."""

    @property
    def _page(self) -> VotingPage:
        page = self.window.shown
        assert isinstance(page, VotingPage)
        return page

    @property
    def _vote(self) -> Vote:
        vote = self.state.vote
        self.need(vote is not None)
        assert vote is not None
        return vote

    def choose_motion(self, motion: str) -> None:
        """Choose among the motions that wait."""
        self.go("voting")
        waiting = self._page.waiting
        ids = [one.motion for one in waiting.motions]
        self.need(motion in ids)
        here = ids.index(waiting.chosen.motion) if waiting.chosen is not None else 0
        down = ids.index(motion) - here
        self.key(Qt.Key.Key_Down if down > 0 else Qt.Key.Key_Up, times=abs(down))
        self.need(waiting.chosen is not None and waiting.chosen.motion == motion)

    def put(
        self, motion: str, form: Form, sectors: Mapping[str, int], tellers: Mapping[str, Whom] | None = None
    ) -> None:
        """Put the motion that waits to the vote."""
        self.choose_motion(motion)
        self.enter(CTRL)
        self.fill_put_form(form, sectors, tellers or {})
        vote = self.state.vote
        self.need(vote is not None and vote.motion == motion and vote.form == form)

    def fill_put_form(self, form: Form, sectors: Mapping[str, int], tellers: Mapping[str, Whom]) -> None:
        """The form that a motion is put with, which is open."""
        self.need(self.window.shown.panel is not None)
        self.turn("voting.put.form", form)
        if form == "show-of-hands":
            self.fill("voting.put.sectors.number", str(len(sectors)) if sectors else "")
            for sector, size in sectors.items():
                self.fill(f"voting.put.sectors.{sector}.size", str(size))
                if sector in tellers:
                    self.fill_person(f"voting.put.sectors.{sector}.teller", tellers[sector])
        self.submit()

    # ------------------------------------------------------------------------------------------ answers, counts

    def cast(self, member: str, choice: Choice) -> None:
        """The member answers: the name at hand, else one that is looked for by its first letters."""
        self.go_on("voting")
        self.need(member in self._vote.electorate)
        if self._called != member:
            self._look_for(member)
        self.type(ANSWERS[choice])
        self.wait_until(lambda: self._vote.answers.get(member) == choice)

    @property
    def _called(self) -> str | None:
        """The member whose name is marked."""
        view = self._page.names.view
        row = view.currentIndex().row()
        return view.names.people[row].member if row >= 0 else None

    def _look_for(self, member: str) -> None:
        for letter in self.state.roll.members[member].person.name.kk:
            self.type(letter)
            if self._called == member:
                return
        for _ in self._vote.electorate:  # one of several who bear the same name
            self.key(Qt.Key.Key_Right)
            if self._called == member:
                return
        self.need(False)

    def count(self, sector: str | None, in_favour: int | str, against: int, abstain: int) -> None:
        """The hands of a sector, or of the hall; `in_favour` may be «rest»."""
        self.go("voting")
        row = f"voting.hands.{sector or 'hall'}"
        self.need(sector is None or sector in self._vote.sectors)
        if in_favour == "rest":
            self.push(f"{row}.rest")
        else:
            self.fill(f"{row}.for", str(in_favour))
        self.fill(f"{row}.against", str(against))
        self.fill(f"{row}.abstain", str(abstain))
        self.enter()
        tally = self._vote.counts.get(sector or "")
        self.need(tally is not None and (tally.against, tally.abstain) == (against, abstain))
        assert tally is not None
        self.need(tally.by_subtraction if in_favour == "rest" else tally.in_favour == in_favour)

    # --------------------------------------------------------------------------------------------- the end

    def close_vote(self, objections: int | None = None) -> None:
        """Close it: what it will bring is said first, a second press does it."""
        number = self._vote.number
        self.go("voting")
        if objections:
            self.fill("voting.objections", str(objections))
        for _ in range(_ENOUGH):
            self.enter(CTRL)
            if self.state.vote is None:
                break
        self.need(self.state.vote is None and self.state.votes[-1].number == number)

    def stop_vote(self, reason: Text) -> None:
        """No verdict; the motion may be put again."""
        self.need(self.state.vote is not None)
        self.go("voting")
        self.push("voting.stop")
        self.fill_texts("voting.stop-form.reason", reason)
        self.submit()
        self.need(self.state.vote is None and self.state.votes[-1].verdict == "stopped")
