"""The voting page: what can be put, the names or the hands, the bar with the mark, and the result."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from assembly_desk.desk.desk import Receipt
from assembly_desk.domain.commands import Cast, CloseVote, Command, Propose
from assembly_desk.domain.state import round_of
from assembly_desk.domain.vote import Choice, Vote
from assembly_desk.projections.election import election_step
from assembly_desk.projections.next_act import NextAct
from assembly_desk.projections.roll_sheet import Listed
from assembly_desk.projections.round_sheet import given, is_round, vote_by_name
from assembly_desk.projections.vote_sheet import (
    VoteSheet,
    Waiting,
    electorate,
    last_result,
    vote_sheet,
    waiting,
    would_wait,
)
from assembly_desk.ui import keys
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.voting.board import LOW, VotingBoard
from assembly_desk.ui.voting.forms import PutForm, StopForm, sentence
from assembly_desk.ui.voting.procedural import adopt_agenda
from assembly_desk.ui.voting.rounds import STEPS
from assembly_desk.ui.voting.spoken import question, spoken_now
from assembly_desk.ui.voting.ways import Ways
from assembly_desk.wording.words import Language


class VotingPage(VotingBoard):
    """The page. What it shows as counted is on the disk; its keys answer wherever the focus is."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self.ways = Ways(self, bridge, self._attempt)
        self.put_form = PutForm(self, bridge, self._attempt)
        self.stop_form = StopForm(self, bridge, self._attempt)
        self._shown: tuple[str | None, int | None] = (None, None)  # the sitting and the vote on the page
        self._connect()
        self.show_all()

    def _connect(self) -> None:
        self.waiting.procedural.clicked.connect(self.ask_way)
        self.waiting.chosen_changed.connect(self._motion_chosen)
        self.ways.drafted.connect(lambda command: self._propose_and_put(command))
        self.ways.form_asked.connect(lambda form: self.open_panel(form))
        self.stop.clicked.connect(self.ask_stop)
        self.calling.answered.connect(lambda one, choice: self._cast(one, choice))
        self.calling.said.connect(self.block.say)
        self.calling.undo_asked.connect(self.undo)
        for form in (self.put_form, self.stop_form, *self.ways.forms):
            form.left.connect(self._form_left)
        self.hands.count_asked.connect(lambda count, said: self.do(count, said))
        self.hands.moment_changed.connect(self.words.show_all)
        self.hands.typed.connect(self.calm)
        self.hands.said.connect(lambda text: self.block.say(text, "warn"))
        self.objection.typed.connect(self.calm)

    # ------------------------------------------------------------------------------------------- the next act

    def next_act(self) -> NextAct | None:
        """Closing says first what it will bring; who has not answered is read once more before it."""
        act, vote, state = super().next_act(), self.bridge.state.vote, self.bridge.state
        if vote is not None and is_round(vote):
            return self.rounds.next_act(vote)
        if vote is not None and self.bridge.sitting_id:
            sheet = vote_sheet(state, vote)
            if vote.form == "named" and sheet.to_call and not self.reading.again:
                return NextAct("do.read-again", "voting")
            verdict: str = sheet.verdict
            command = CloseVote()
            if vote.form == "no-objection":
                command = CloseVote(self.objection.objections)
                verdict = "stopped" if self.objection.objections else "adopted"
            if sheet.missing_counts:
                return NextAct("do.close-vote", "voting")
            values = {"verdict": self.bridge.words.of("verdict", verdict)}
            sure = "do.close-vote-sure"
            return NextAct("do.close-vote", "voting", command, sure=sure, done="voting.closed", values=values)
        idle = state.phase == "open" and state.quorum.met and state.roll.roll_call is None
        chosen = self.waiting.chosen
        if act is None or not idle or chosen is None or state.floor.speech is not None or act.words in STEPS:
            return act
        step = election_step(state, state.agenda.current or "") if chosen.kind == "candidate" else None
        return NextAct(f"do.{step}" if f"do.{step}" in STEPS else "do.put", "voting")

    def do(self, command: Command, said: str = "") -> Receipt | None:
        """Give a command to the desk; where two keyings differ, the row is marked."""
        receipt = super().do(command, said)
        if receipt is None and isinstance(command, CloseVote):
            self.rounds.refused_to_close()
        return receipt

    def do_next(self) -> None:
        """What was typed into a row is recorded first."""
        self.calling.take_answer()
        vote = self.bridge.state.vote
        if vote is not None and vote.form == "show-of-hands":
            sure = self._sure
            self.hands.flush()
            self._sure = self._sure and sure
        super().do_next()

    def prepare(self, act: NextAct) -> None:
        """Ask for the form of the vote, or for what is missing."""
        if act.words in STEPS:
            self.ways.go(act.words.removeprefix("do."))
        if self.rounds.prepare(act.words):
            return
        match act.words:
            case "do.put":
                if self.waiting.chosen is not None:
                    self._ask_put(self.waiting.chosen)
            case "do.adopt-agenda":
                self._propose_and_put(adopt_agenda(self.bridge.state))
            case "do.read-again":
                self._read_again()
            case "do.close-vote":
                self.do(CloseVote())
                missing = self.hands.first_missing()
                if missing is not None:
                    missing.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_put(self, motion: Waiting, proposes: Propose | None = None) -> None:
        if motion.against is not None:
            self.block.say(sentence(self.bridge, motion.against), "bad")
            return
        self.put_form.show_motion(motion, proposes)
        self.open_panel(self.put_form)

    def _propose_and_put(self, command: Propose) -> None:
        """Put a motion of procedure that is proposed in the same press."""
        self._ask_put(would_wait(self.bridge.state, command), command)

    def _attempt(self, command: Command, said: str) -> str:
        """An act of a form: what stands against it, or nothing once it is recorded."""
        if self.do(command, said) is not None:
            if isinstance(command, Propose):
                self.waiting.choose(command.motion)
            return ""
        against = self.block.said.text() or self.bridge.say_trouble()
        self.block.say("", "")
        return against

    def _form_left(self) -> None:
        """What came of the form may be another vote: typing goes on there."""
        self.home().setFocus(Qt.FocusReason.PopupFocusReason)

    def ask_stop(self) -> None:
        """Stop the vote: the reason is asked for."""
        if self.bridge.state.vote is not None:
            self.stop_form.begin()
            self.open_panel(self.stop_form)

    def ask_way(self) -> None:
        """The small menu of motions of procedure."""
        self.ways.ask(self.waiting.procedural, self.home())

    # ------------------------------------------------------------------------------------------ calling names

    def take_key(self, event: QKeyEvent) -> bool:
        """The keys of a vote by name; Insert proposes a motion of procedure, Enter puts the chosen one."""
        if self.bridge.state.vote is None:
            return self._key_without_vote(event)
        named = vote_by_name(self.bridge.state)
        if named is None or not self.calling.key(event, named):
            return False
        self.rounds.show_strip()
        return True

    def _key_without_vote(self, event: QKeyEvent) -> bool:
        if keys.is_insert(event):
            self.ask_way()
        elif keys.place(event) in keys.ENTERS and self.waiting.chosen is not None:
            if not event.isAutoRepeat():
                self._ask_put(self.waiting.chosen)
        else:
            return False
        return True

    def _cast(self, one: Listed, choice: Choice) -> None:
        """The name that was called has answered: the next one, once that is on the disk."""
        vote, say = self.bridge.state.vote, self.bridge.words
        if vote is not None and vote.is_list:
            self.rounds.cast(one, choice, vote)
            return
        before = vote is not None and one.member in vote.answers
        name = one.short.in_language(self.bridge.language)
        said = say("voting.answered", name=name, choice=say(f"choice.{choice}"))
        if self.do(Cast(one.member, choice), said) is not None:
            now = self.bridge.state.vote
            if now is not None:
                self.reading.answered(now, before=before)
            self.calling.show()
            self.block.show_act()

    def undo(self) -> None:
        """Take the last act back; whose answer it was is called again."""
        before = self.bridge.state.vote
        if before is not None and before.form == "secret" and self.rounds.secret.unrecorded:
            self.block.say(self.bridge.words("voting.key-begun"), "warn")
            return
        rows = round_of(self.bridge.state, before.number) if before is not None else ()
        super().undo()
        after = self.bridge.state.vote
        if before is None or after is None or before.number != after.number or before.form != "named":
            return
        member = self.rounds.taken_back(rows, round_of(self.bridge.state, after.number))
        if member is not None:
            self.reading.taken_back(member)
        self.calling.show()
        self.rounds.show_strip()

    def _read_again(self) -> None:
        vote = vote_by_name(self.bridge.state)
        if vote is not None:
            self.reading.read_again(vote)
            self.rounds.show_strip()
            self.calling.show()
            self.words.show_all()
            self.block.show_act()
            self.names.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # --------------------------------------------------------------------------------------------- what shows

    def home(self) -> QWidget:
        """The names, the first count that is missing, the objections, or the motion chosen."""
        vote = self.bridge.state.vote
        if vote is None:
            idle = self.bridge.state.phase == "open"
            return (self.waiting.home() if idle else None) or self.block.next
        if vote.form == "named":
            return self.names.view
        if vote.form == "secret":
            return self.rounds.home()
        if vote.form == "no-objection":
            return self.objection.field.edit
        return self.hands.home() or self.block.next

    def show_all(self) -> None:
        """In the language of the window and the colours of the theme."""
        self.names.show_words()
        for card in self._extra:
            card.show_words(self.bridge.words)
        self.stop.show_text(self.bridge.words("do.stop-vote"))
        self.block.show_act()
        undo = self.block.undo
        undo.setMinimumWidth(min(168, undo.sizeHint().width() - 12))
        self.show_sitting()
        self.hands.show_words()
        self.names.view.viewport().update()

    def show_sitting(self) -> None:
        """The sitting as it stands now."""
        state = self.bridge.state
        vote = state.vote
        here = (self.bridge.sitting_id, vote.number if vote else None)
        another, self._shown = here != self._shown, here
        sheet = vote_sheet(state, vote) if vote else last_result(state)
        told = self.rounds.sheet()
        self.waiting.set_short(told is not None and not told.held and not told.stopped)
        self.lost.show_all()
        self._show_left(vote, another)
        self.rounds.show(vote, told)
        self.share_room()
        if told is not None:
            self.head.show_round(told, self.rounds.secret.by)
        else:
            self.head.show_sheet(sheet)
        self.figures.show_sheet(sheet if told is None else None)
        self._show_rule(vote, sheet)
        self.words.show_all()
        self.rule.text.setVisible(self.height() >= LOW or self.words.isHidden())
        self.stop.setVisible(vote is not None)
        self.stop.setEnabled(self.bridge.accepting)
        if another and self.isVisible() and self.panel is None:
            self.home().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_left(self, vote: Vote | None, another: bool) -> None:
        state = self.bridge.state
        form = vote.form if vote else None
        if vote is None:
            hint = ""
            if state.phase != "open" and self.bridge.sitting_id:
                key = "voting.not-now"
                hint = self.bridge.words(key, state=self.bridge.words.of("state", state.phase))
            elif (act := super().next_act()) is not None and act.words == "do.adopt-agenda":
                hint = self.bridge.words("voting.agenda-first")
            self.waiting.show_motions(waiting(state) if state.phase == "open" else (), hint)
            self.waiting.procedural.setVisible(state.phase == "open")
        elif form == "named":
            named = vote_by_name(state) or vote
            if another:
                self.reading.begin(electorate(state, vote), named, state.roll.present)
                self.names.view.names.show_vote(self.reading.people, named, state.roll)
            else:
                if state.roll.present is not self.reading.present:
                    self.reading.go_by(named, state.roll.present)
                self.names.view.names.show_answers(named, state.roll)
            self.names.show_reading(self.reading, named)
        elif form == "show-of-hands":
            self.hands.show_vote(vote)
        elif form == "no-objection":
            if another:
                self.objection.field.set_value("")
            asked = question(state.motions[vote.motion], self.bridge.language)
            self.objection.show_words(asked)
        self.waiting.setVisible(form is None)
        self.names.setVisible(form == "named")
        self.hands.setVisible(form == "show-of-hands")
        self.objection.setVisible(form == "no-objection")

    def _show_rule(self, vote: Vote | None, sheet: VoteSheet | None) -> None:
        state = self.bridge.state
        shown = vote or (state.votes[-1] if sheet is not None and self.waiting.chosen is None else None)
        counted = shown is None or shown.form != "no-objection"
        self.rule.setVisible(state.phase == "open" and counted and (shown is not None or state.quorum.met))
        if shown is not None:
            self.rule.show_rule(shown.base, shown.needed, shown.rule, each=shown.is_list)
        else:
            base = len(state.roll.present)
            self.rule.show_rule(base, state.rules.majority.needed(base), state.rules.majority)

    def _motion_chosen(self) -> None:
        self.words.show_all()
        self.block.show_act()

    def spoken(self, language: Language) -> str:
        """What is said at this moment: around a vote, in it, or of its result."""
        chosen, vote = self.waiting.chosen, self.bridge.state.vote
        moment: str = self.hands.moment
        if vote is not None and is_round(vote):
            named = vote.form == "named" and bool(given(round_of(self.bridge.state, vote.number)))
            counting = vote.form == "secret" and self.rounds.counting
            moment = "answers" if named else "counting" if counting else ""
        return spoken_now(
            self.bridge.state,
            language,
            motion=chosen.motion if chosen else None,
            moment=moment,
            again=self.reading.again,
        )
