"""Calling the names of a vote: whose turn it is, who comes next, and who was passed over."""

from collections.abc import Container, Sequence

from assembly_desk.domain.vote import Vote
from assembly_desk.projections.roll_sheet import Listed, found
from assembly_desk.projections.vote_sheet import next_to_call


class Reading:
    """The list is read from top to bottom, then once more for those who did not answer.

    `at`: the name that an answer belongs to; None: the end of the list is reached. A search or a scan looks
    aside: after that answer the reading goes on where it was.
    """

    def __init__(self) -> None:
        self.people: Sequence[Listed] = ()
        self.present: Container[str] = ()  # who has left is passed over
        self.vote: int | None = None
        self.at: int | None = None
        self.again = False
        self.typed = ""
        self._turn: int | None = None  # where the reading stands, wherever one looks
        self._aside = False  # a search or a scan left the turn

    def begin(self, people: Sequence[Listed], vote: Vote, present: Container[str]) -> None:
        """A vote by name: its list, and the first who has not answered."""
        self.present = present
        self.people, self.vote, self.again = people, vote.number, False
        self.typed, self._aside = "", False
        self.at = self._turn = next_to_call(people, vote, self.present)

    def read_again(self, vote: Vote) -> None:
        """Once more, only those who did not answer."""
        self.again, self.typed, self._aside = True, "", False
        self.at = self._turn = next_to_call(self.people, vote, self.present)

    def go_by(self, vote: Vote, present: Container[str]) -> None:
        """Those in the hall are others now: whose turn it was may have left."""
        self.present = present
        one = self.now
        if one is not None and self.at == self._turn and next_to_call([one], vote, present) is None:
            self.at = self._turn = next_to_call(self.people, vote, present, one.number - 1)

    @property
    def now(self) -> Listed | None:
        """The member whose name is called."""
        return None if self.at is None else self.people[self.at]

    def answered(self, vote: Vote, *, before: bool) -> None:
        """The name at hand has answered (`before`: not for the first time): on to the next."""
        at, turn, aside = self.at, self._turn, self._aside
        self.typed, self._aside = "", False
        if at is None:
            return
        if at != turn and (before or aside or (turn is not None and at < turn)):
            self.at = turn  # a name out of turn: the reading goes on where it was
            if turn is None or self.people[turn].member not in vote.answers:
                return
            at = turn
        self.at = self._turn = next_to_call(self.people, vote, self.present, at)

    def taken_back(self, member: str) -> None:
        """That member's answer was taken back: it is their turn again."""
        if self.reach(member):
            self._turn, self._aside = self.at, False

    def pass_on(self, vote: Vote) -> None:
        """The name at hand does not answer now: on to the next."""
        if self.typed:
            self.typed = ""  # the search is over, the name it found stays
            return
        here = self.at if self.at is not None else -1
        self.at = self._turn = next_to_call(self.people, vote, self.present, here)

    def step(self, by: int) -> None:
        """Look at a name further up or down."""
        self.typed, self._aside = "", False
        if not self.people:
            return
        here = len(self.people) if self.at is None and by < 0 else -1 if self.at is None else self.at
        self.at = min(max(here + by, 0), len(self.people) - 1)

    def look(self, at: int) -> None:
        """Look at that name."""
        self.typed, self.at, self._aside = "", at, False

    def reach(self, member: str) -> bool:
        """Look at that member's name; False: not in this vote."""
        at = next((at for at, one in enumerate(self.people) if one.member == member), None)
        if at is not None:
            self.look(at)
            self._aside = True
        return at is not None

    def search(self, typed: str) -> bool:
        """Look at the first whose name begins so; False: nobody's does. Nothing typed: back to the turn."""
        self.typed = typed
        if not typed.strip():
            self.typed, self.at, self._aside = "", self._turn, False
            return True
        hits = found(self.people, typed)
        if hits:
            self._aside = True
            self.at = hits[0].number - 1
        return bool(hits)
