"""A rehearsal's lines become key presses in the window."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from assembly_desk.desk.steps import command_of, parse
from assembly_desk.domain import commands as c
from assembly_desk.ui.play.course import CourseKeys
from assembly_desk.ui.play.hand import PlayStopped
from assembly_desk.ui.play.motions import MotionKeys
from assembly_desk.ui.play.roll import RollKeys
from assembly_desk.ui.play.voting import VotingKeys
from assembly_desk.ui.window import Window


class Player(RollKeys, CourseKeys, MotionKeys, VotingKeys):
    """Plays the steps of a sitting that is prepared, each as a person would do it at the keyboard.

    A step is done when it is recorded. Where the sitting did not do what the step says, `PlayStopped` has the
    sentence that the screen shows.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._motions: dict[str, str] = {}  # the window numbers motions itself
        self._with_put: set[str] = set()  # proposed in the press that puts them

    def play(self, lines: Iterable[str]) -> Iterator[c.Command]:
        """Play the lines; yields each command once its keys have done it. Raises `UnreadableStep` too."""
        for line in lines:
            if line.strip() and not line.lstrip().startswith("#"):
                command = command_of(parse(line))
                self.do(command)
                yield command

    def do(self, command: c.Command) -> None:
        """One step by keys. Raises `PlayStopped`, also for a step that no key of a sitting does."""
        match command:
            case c.Arrive(members):
                for member in members:
                    self.arrive(member)
            case c.Leave(members):
                for member in members:
                    self.leave(member)
            case c.ExcuseMembers(members, reason):
                for member in members:
                    self.excuse(member, reason)
            case c.BeginRollCall():
                self.begin_roll_call()
            case c.EndRollCall():
                self.end_roll_call()
            case c.Invite(c.Guest() as guest):
                self.invite(guest)
            case c.TakeItem(item):
                self.take_item(item)
            case c.FinishItem(item):
                self.finish_item(item)
            case _:
                self._course(command)

    def _course(self, command: c.Command) -> None:
        match command:
            case c.Open():
                self.open()
            case c.Break(until, reason):
                self.break_off(until, reason)
            case c.Adjourn(until, reason, place):
                self.adjourn(until, reason, place)
            case c.Resume():
                self.resume()
            case c.HandOverChair(member):
                self.hand_over(member)
            case c.TakeNote(text):
                self.note(text)
            case c.Undo():
                self.undo()
            case c.Close(reason):
                self.close(reason)
            case c.Cancel(reason):
                self.cancel(reason)
            case c.NumberProtocol(number, date):
                self.number_protocol(number, date)
            case _:
                self._floor(command)

    def _floor(self, command: c.Command) -> None:
        match command:
            case c.AskFloor(person, kind):
                self.ask_floor(person, kind)
            case c.UnaskFloor(person, of):
                self.unask_floor(person, of)
            case c.GiveFloor(person, kind, None):
                self.give_floor(person, kind)
            case c.ExtendFloor(_, _, seconds):
                self.extend_floor(seconds)
            case c.PauseFloor():
                self.turn_clock(runs=False)
            case c.GoOnFloor():
                self.turn_clock(runs=True)
            case c.EndFloor(person=who, gist=gist):
                self.end_floor(who, gist)
            case _:
                self._decide(command)

    def _decide(self, command: c.Command) -> None:
        match command:
            case c.Propose():
                self._propose(command)
            case c.Withdraw(motion):
                self.withdraw(self._known(motion))
            case c.Put():
                self._put(command)
            case c.Cast(member, choice):
                self.cast(member, choice)
            case c.Count(int() | "rest" as in_favour, int(against), int(abstain), sector):
                self.count(sector, in_favour, against, abstain)
            case c.CloseVote(None | int() as objections):
                self.close_vote(objections)
            case c.StopVote(reason):
                self.stop_vote(reason)
            case _:
                raise PlayStopped(type(command).__name__)

    def _known(self, motion: str) -> str:
        return self._motions.get(motion, motion)

    def _propose(self, motion: c.Propose) -> None:
        excludes = tuple(self._known(one) for one in motion.excludes)
        amends = self._known(motion.amends) if motion.amends is not None else None
        new = self.propose(replace(motion, amends=amends, excludes=excludes))
        if new is None:
            self._with_put.add(motion.motion)
        else:
            self._motions[motion.motion] = new

    def _put(self, put: c.Put) -> None:
        sectors = {
            sector: seated if isinstance(seated, int) else len(seated)
            for sector, seated in put.sectors.items()
        }
        if put.motion not in self._with_put:
            self.put(self._known(put.motion), put.form, sectors, put.tellers)
            return
        self._with_put.remove(put.motion)
        self.open_way("agenda")
        self.fill_put_form(put.form, sectors, put.tellers)
        self.need(self.state.vote is not None)
        assert self.state.vote is not None
        self._motions[put.motion] = self.state.vote.motion
