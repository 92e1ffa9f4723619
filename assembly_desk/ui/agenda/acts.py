"""What the page of the agenda does: each act is a command, given to the desk; a refusal is said, nothing is lost."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from assembly_desk.desk.desk import Receipt
from assembly_desk.domain.commands import (
    AddItem,
    EndFloor,
    ExtendFloor,
    FinishItem,
    GiveFloor,
    GoOnFloor,
    OrderMotions,
    PauseFloor,
    Propose,
    SittingCommand,
    TakeItem,
    UnaskFloor,
    Withdraw,
    WriteGist,
)
from assembly_desk.domain.floor import Waiting
from assembly_desk.domain.motion import AgendaChange, Sets
from assembly_desk.domain.refusals import Refusal
from assembly_desk.domain.text import Text
from assembly_desk.projections.agenda_sheet import item_numbers
from assembly_desk.projections.floor_sheet import next_motion, reordered
from assembly_desk.projections.next_act import whom
from assembly_desk.ui.agenda.asking import AskPanel
from assembly_desk.ui.agenda.item_panel import ItemPanel
from assembly_desk.ui.agenda.motion_panels import MotionPanel, SplitPanel
from assembly_desk.ui.bridge import new_act
from assembly_desk.wording.words import words

if TYPE_CHECKING:
    from assembly_desk.ui.agenda.page import AgendaPage


class Acts:
    """The acts of the page, and the forms that some of them need."""

    def __init__(self, page: "AgendaPage") -> None:
        self._page, self._bridge = page, page.bridge
        self.asking = AskPanel(page, page.bridge)
        self.new_item = ItemPanel(page, page.bridge)
        self.new_motion = MotionPanel(page, page.bridge)
        self.splitting = SplitPanel(page, page.bridge)
        self.asking.on_done(self._ask)
        self.new_item.on_done(self._add_item)
        self.new_motion.on_done(self._propose)
        self.splitting.on_done(self._split)

    def _attempt(self, command: SittingCommand, said: Callable[[], str]) -> str:
        """Give a command of a form: what stands against it in one sentence, or nothing."""
        answer = self._bridge.submit(command, new_act())
        if isinstance(answer, Receipt):
            notices = [self._bridge.say_notice(notice) for notice in answer.notices]
            recorded = [self._bridge.say_recorded(answer.entries[-1])] if answer.entries else []
            told = " · ".join([said(), *recorded, *notices])
            self._page.block.say(told, "warn" if notices else "good")
            return ""
        return self._bridge.say_refusal(answer) if isinstance(answer, Refusal) else self._bridge.say_trouble()

    def told(self, command: SittingCommand) -> str:
        """What an act of the floor or an item is called once it is recorded."""
        say, state = self._bridge.words, self._bridge.state
        match command:
            case GiveFloor(person):
                member = state.roll.members.get(person) if isinstance(person, str) else None
                name = member.person.short if member else getattr(person, "name", Text("—"))
                return say("agenda.floor-given", name=name)
            case TakeItem(item) | FinishItem(item):
                done = "item.taken" if isinstance(command, TakeItem) else "item.finished"
                return f"{say('hall.item', item=item_numbers(state).get(item, item))} – {say(done)}"
        return ""

    def insert(self) -> None:
        """What Insert adds: in an open sitting somebody to the queue, before it an item."""
        if self._bridge.state.phase == "open":
            self.ask_floor()
        else:
            self.ask_item()

    # ----------------------------------------------------------------------------------------------- the items

    def take(self) -> None:
        """Go over to the item that is looked at."""
        item = self._page.looked_at
        if item and item != self._bridge.state.agenda.current:
            self.record_gists()
            command = TakeItem(item)
            self._page.do(command, self.told(command))

    def finish(self) -> None:
        """The item that is looked at is dealt with."""
        if self._page.looked_at:
            self.record_gists()
            command = FinishItem(self._page.looked_at)
            self._page.do(command, self.told(command))

    def ask_item(self) -> None:
        """The form of a new item."""
        self.new_item.begin()
        self._page.open_panel(self.new_item, self._page.home())

    def _add_item(self) -> str:
        """Enter it; once the agenda is adopted it is offered, and entering it is put to the vote."""
        state, say = self._bridge.state, self._bridge.words
        command, by_vote = self.new_item.command, state.agenda.approved
        key = "agenda.item-offered" if by_vote else "agenda.item-added"
        against = self._attempt(command, lambda: say(key, **({} if by_vote else {"title": command.title})))
        if against:
            return against
        self._page.items.rows.choose(command.item)
        if by_vote and self._move_item(command):
            self._page.asked.emit("voting")
        return ""

    def _move_item(self, command: AddItem) -> bool:
        title = command.title
        kk = words("kk")("agenda.item-motion", title=title.kk)
        ru = words("ru")("agenda.item-motion", title=title.ru) if title.ru else None
        sets = Sets(agenda=AgendaChange(add=(command.item,)))
        return self._move(Text(kk, ru), sets, self._bridge.words("agenda.item-offered"))

    def _move(self, text: Text, sets: Sets, said: str) -> bool:
        """Propose a motion of procedure."""
        motion = next_motion(self._bridge.state, None)
        return self._page.do(Propose(motion, "procedural", text, sets=sets), said) is not None

    # ----------------------------------------------------------------------------------------------- the floor

    def ask_floor(self) -> None:
        """The form of somebody who asks for the floor."""
        self.asking.begin()
        self._page.open_panel(self.asking, self._page.window().focusWidget() or self._page.home())

    def _ask(self) -> str:
        command, say = self.asking.command, self._bridge.words
        if isinstance(command, str):
            return command
        name = self.asking.who.finder.edit.text().strip()
        return self._attempt(command, lambda: say("agenda.queued", name=name))

    def give(self, waiting: Waiting) -> None:
        """Give the floor to one who waits."""
        self.record_gists()
        command = GiveFloor(whom(waiting.person), waiting.kind)
        self._page.do(command, self.told(command))

    def unask(self, waiting: Waiting) -> None:
        """Take one out of the queue."""
        said = self._bridge.words("agenda.unqueued", name=waiting.person.short)
        self._page.do(UnaskFloor(whom(waiting.person), waiting.kind), said)

    def extend(self) -> None:
        """More time for the speaker, as the profile says how much."""
        self._page.do(ExtendFloor(), self._bridge.words("agenda.extended"))

    def pause(self) -> None:
        """Stop the speaker's clock, or let it go on."""
        speech, say = self._bridge.state.floor.speech, self._bridge.words
        if speech is None:
            return
        if speech.paused_at is None:
            self._page.do(PauseFloor(), say("agenda.paused"))
        else:
            self._page.do(GoOnFloor(), say("agenda.went-on"))

    def end(self) -> None:
        """The speech is over; what was typed of it is recorded with its end, or kept if it cannot be."""
        speech, say = self._bridge.state.floor.speech, self._bridge.words
        if speech is None:
            return
        draft = self._page.speaker.gist.draft(speech)
        against = draft.against(say)
        said = say("agenda.floor-ended", name=speech.person.short)
        done = self._page.do(EndFloor(gist=None if against else draft.text), said)
        if done is not None and against:
            self._page.block.say(say("agenda.gist-kept", reason=against), "warn")

    def record_gists(self) -> None:
        """What was typed of speeches that have ended, and can be recorded."""
        gist, say = self._page.speaker.gist, self._bridge.words
        for speech in self._bridge.state.floor.ended:
            draft = gist.draft(speech)
            if not gist.waiting(speech) or draft.text is None or draft.against(say):
                continue
            if self._page.do(WriteGist(speech.entry, draft.text), say("agenda.gist-recorded")) is None:
                return  # the desk takes nothing now; what was typed stays

    def close_debate(self) -> None:
        """A motion to close the debate, to be put on the next page; one that waits already is not repeated."""
        state = self._bridge.state
        waits = any(
            motion.sets is not None and motion.sets.debate_closed and motion.state in ("proposed", "stopped")
            for motion in state.motions.values()
        )
        text = Text(*(words(language)("agenda.debate-motion") for language in ("kk", "ru")))
        said = str(self._bridge.words("agenda.debate-motion"))
        if waits or self._move(text, Sets(debate_closed=True), said):
            self._page.asked.emit("voting")

    # --------------------------------------------------------------------------------------------- the motions

    def ask_motion(self, *, closing: bool = False) -> None:
        """The form of a motion on the item that is looked at; `closing`: of what rests on the votes on candidates."""
        if self._page.looked_at:
            self.new_motion.begin(self._page.looked_at, closing=closing)
            self._page.open_panel(self.new_motion, self._page.home())

    def _propose(self) -> str:
        command, say = self.new_motion.command, self._bridge.words
        against = self._attempt(command, lambda: say("agenda.motion-added", motion=command.motion))
        if not against:
            self._page.motions.rows.choose(command.motion)
        return against

    def withdraw(self, motion: str) -> None:
        """Take a motion back: asked once more first."""
        if not motion:
            return
        if self._page.motions.is_sure(motion):
            self._page.do(Withdraw(motion), self._bridge.words("agenda.withdrawn", motion=motion))
        else:
            self._page.motions.show_acts(sure=motion)

    def ask_split(self, motion: str) -> None:
        """The form of the parts of a motion."""
        if motion in self._bridge.state.motions:
            self.splitting.begin(motion)
            self._page.open_panel(self.splitting, self._page.motions.rows.home())

    def _split(self) -> str:
        command, say = self.splitting.command, self._bridge.words
        return self._attempt(command, lambda: say("agenda.split-done", motion=command.motion))

    def order(self, motion: str, step: int) -> None:
        """Put a motion a place earlier or later."""
        order = reordered(self._bridge.state, motion, step)
        if order is not None:
            self._page.do(OrderMotions(order), self._bridge.words("agenda.ordered"))
