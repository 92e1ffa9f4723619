"""A hall that also holds secret votes and lists: candidates, the commission, papers keyed twice."""

from collections.abc import Mapping
from typing import Self

from assembly_desk.domain.ballots import By
from assembly_desk.domain.commands import (
    CloseVote,
    CommissionElects,
    Guest,
    KeyBallots,
    KeyRows,
    Propose,
    Put,
    PutList,
    RowCount,
)
from assembly_desk.domain.commission import Approval
from assembly_desk.domain.motion import FormChoice, ListRule, Sets
from assembly_desk.domain.profile import Form
from assembly_desk.domain.state import round_of
from assembly_desk.domain.text import Text
from assembly_desk.domain.vote import Verdict, Vote
from tests.domain.hall import CONVENING, Hall, people

Marks = tuple[int, int, int, int]  # for, against, abstain, no mark
COMMISSION = ("m2", "m3", "m4")


class Evening(Hall):
    """A sitting on candidates: item 3, of whom none sits on the commission."""

    def nominates(self, *motions: str, item: str = "3") -> Self:
        """Guests, one a motion."""
        return self.does(
            *(
                Propose(id, "candidate", Text("Кандидат"), item, candidate=Guest(Text(f"Кандидат {id}")))
                for id in motions
            )
        )

    def elects_commission(self, *members: str) -> Self:
        """Elected by the body, constituted, its protocol no. 1 approved."""
        chosen = members or COMMISSION
        self.adopts("k1", sets=Sets(commission=chosen))
        self.does(CommissionElects(chosen[0], chosen[1]))
        return self.adopts("k2", sets=Sets(approves=Approval("counting-1")))

    def goes_secret(self, item: str = "3") -> Self:
        """Three count, and the body decided to vote on the item in secret."""
        self.elects_commission()
        return self.adopts("f", sets=Sets(form=FormChoice("secret", item)))

    def rules_list(self, seats: int, item: str = "3") -> Self:
        """The body decides that the most votes count."""
        return self.adopts(f"l{len(self.state.votes)}", sets=Sets(list_rule=ListRule(item, seats)))

    def lists(self, *motions: str, seats: int, form: Form = "secret", run_off_of: int | None = None) -> Self:
        return self.does(PutList(motions, form, seats, None, run_off_of))

    def keys(
        self, by: By, rows: Mapping[str, Marks], *, invalid: int = 0, returned: int | None = None
    ) -> Self:
        """One of the two keys papers and marks; as many papers returned as the rows need."""
        base = self.vote.base
        in_box = sum(next(iter(rows.values()))) + invalid if returned is None else returned
        papers = KeyBallots(by, base, base, 0, in_box, invalid)
        return self.does(papers, KeyRows(by, {id: RowCount(*marks) for id, marks in rows.items()}))

    def counts(self, rows: Mapping[str, Marks], *, invalid: int = 0) -> tuple[Verdict, ...]:
        """Both key the same, the vote is closed: the verdicts in the order of the paper."""
        self.keys("first", rows, invalid=invalid).keys("second", rows, invalid=invalid).does(CloseVote())
        return tuple(row.verdict for row in self.rows())

    def rows(self, number: int | None = None) -> tuple[Vote, ...]:
        """The rows of that vote, by default of the one put last."""
        return round_of(self.state, self.vote.number if number is None else number)


def evening(members: int = 12, present: int | None = None, body: str = "council") -> Evening:
    """An open sitting with item 3 on candidates for membership taken up."""
    hall = Evening(body, members).convened(number=CONVENING.number)
    hall.opened(members if present is None else present)
    return hall.takes("3", "C13.2" if body == "council" else "C13.6")


def for_each(votes_for: Mapping[str, int], base: int) -> dict[str, Marks]:
    """Rows in which all others are against."""
    return {id: (number, base - number, 0, 0) for id, number in votes_for.items()}


__all__ = ["COMMISSION", "Evening", "Marks", "Put", "evening", "for_each", "people"]
