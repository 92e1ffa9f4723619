"""The voting page: what can be put, the names or the hands, the bar with the mark, and the result."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from assembly_desk.domain.commands import Cast, CloseVote, Command, Propose
from assembly_desk.domain.vote import Choice, Vote
from assembly_desk.projections.next_act import NextAct
from assembly_desk.projections.roll_sheet import Listed
from assembly_desk.projections.vote_sheet import (
    VoteSheet,
    Waiting,
    electorate,
    last_result,
    vote_sheet,
    waiting,
    would_wait,
)
from assembly_desk.ui import keys, theme
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.hall.card import HallCard
from assembly_desk.ui.hall.control import HallControl
from assembly_desk.ui.page import Page
from assembly_desk.ui.parts.buttons import KeyButton
from assembly_desk.ui.parts.labels import Card
from assembly_desk.ui.voting.calling import Calling
from assembly_desk.ui.voting.figures import FiguresCard, RuleCard
from assembly_desk.ui.voting.forms import PutForm, StopForm, sentence
from assembly_desk.ui.voting.hands import HandsCard
from assembly_desk.ui.voting.head import HeadCard, QuorumLost
from assembly_desk.ui.voting.names import NamesCard
from assembly_desk.ui.voting.objection import ObjectionCard
from assembly_desk.ui.voting.procedural import adopt_agenda
from assembly_desk.ui.voting.spoken import question, spoken_now
from assembly_desk.ui.voting.waiting import WaitingCard
from assembly_desk.ui.voting.ways import Ways
from assembly_desk.ui.words_card import WordsCard
from assembly_desk.wording.words import Language

_LOW = 690  # a page less tall than this shows less tall cards, and no copy of the hall


class VotingPage(Page):
    """The page. What it shows as counted is on the disk; its keys answer wherever the focus is."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, "voting")
        self.head = HeadCard(bridge)
        self.lost = QuorumLost(bridge)
        self.waiting = WaitingCard(bridge)
        self.names = NamesCard(bridge)
        self.hands = HandsCard(bridge)
        self.objection = ObjectionCard(bridge)
        self.figures = FiguresCard(bridge)
        self.rule = RuleCard(bridge)
        self.words = WordsCard(bridge, "voting.words", self._spoken)
        self.stop = KeyButton("voting.stop", role="danger", pixels=14)
        self.block.add(self.stop)
        self.ways = Ways(self, bridge, self._attempt)
        self.put_form = PutForm(self, bridge, self._attempt)
        self.stop_form = StopForm(self, bridge, self._attempt)
        self.calling = Calling(bridge, self.names)
        self.reading = self.calling.reading
        self._shown: tuple[str | None, int | None] = (None, None)  # the sitting and the vote on the page
        self._extra: list[HallCard] = []
        self._lay_out()
        self._connect()
        self.show_all()

    @property
    def _mains(self) -> tuple[Card, ...]:
        return self.waiting, self.names, self.hands, self.objection

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(16)
        self._left = left
        left.addWidget(self.head)
        left.addWidget(self.lost)
        for card in self._mains:
            card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
            left.addWidget(card, 1)
        self._side = QWidget()
        self._cards = QVBoxLayout(self._side)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(16)
        for part in (self.figures, self.words, self.rule):
            self._cards.addWidget(part)
        self._cards.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._side)
        self._side.setAutoFillBackground(False)
        scroll.viewport().setAutoFillBackground(False)
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(12)
        right.addWidget(scroll, 1)
        right.addWidget(self.block)
        page = QHBoxLayout(self)
        page.setContentsMargins(24, 20, 24, 20)
        page.setSpacing(16)
        page.addLayout(left, 1)
        page.addWidget(self._right)
        order = [self.waiting.procedural, self.names.view, self.objection.field.edit]
        order += [*self.words.languages.values(), self.block.next, self.block.undo, self.stop]
        for one, then in pairwise(order):
            QWidget.setTabOrder(one, then)

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

    def place_hall(self, hall: HallControl) -> None:
        """What the hall sees, last in the right column, where the page is tall enough for it."""
        self._extra.append(HallCard(hall, "voting"))
        self._cards.insertWidget(self._cards.count() - 1, self._extra[-1])
        self._make_room()

    # ------------------------------------------------------------------------------------------- the next act

    def next_act(self) -> NextAct | None:
        """Closing says first what it will bring; who has not answered is read once more before it."""
        act, vote, state = super().next_act(), self.bridge.state.vote, self.bridge.state
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
        if act is not None and idle and self.waiting.chosen is not None and state.floor.speech is None:
            return NextAct("do.put", "voting")
        return act

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
        vote = self.bridge.state.vote
        if vote is None:
            return self._key_without_vote(event)
        return vote.form == "named" and self.calling.key(event, vote)

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
        super().undo()
        after = self.bridge.state.vote
        if before is None or after is None or before.number != after.number or before.form != "named":
            return
        changed = [one for one in before.answers if before.answers[one] != after.answers.get(one)]
        if changed:
            self.reading.taken_back(changed[0])
        self.calling.show()

    def _read_again(self) -> None:
        vote = self.bridge.state.vote
        if vote is not None:
            self.reading.read_again(vote)
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
        self.head.show_sheet(sheet)
        self.lost.show_all()
        self._show_left(vote, another)
        self.figures.show_sheet(sheet)
        self._show_rule(vote, sheet)
        self.words.show_all()
        self.rule.text.setVisible(self.height() >= _LOW or self.words.isHidden())
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
            if another:
                self.reading.begin(electorate(state, vote), vote, state.roll.present)
                self.names.view.names.show_vote(self.reading.people, vote, state.roll)
            else:
                if state.roll.present is not self.reading.present:
                    self.reading.go_by(vote, state.roll.present)
                self.names.view.names.show_answers(vote, state.roll)
            self.names.show_reading(self.reading, vote)
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
            self.rule.show_rule(shown.base, shown.needed, shown.rule)
        else:
            base = len(state.roll.present)
            self.rule.show_rule(base, state.rules.majority.needed(base), state.rules.majority)

    def _motion_chosen(self) -> None:
        self.words.show_all()
        self.block.show_act()

    def _spoken(self, language: Language) -> str:
        chosen = self.waiting.chosen
        return spoken_now(
            self.bridge.state,
            language,
            motion=chosen.motion if chosen else None,
            moment=self.hands.moment,
            again=self.reading.again,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A wide page has a wider right column, a low one has lower cards."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        self._right.setFixedWidth(max(316, min(560, self.width() * 31 // 100)))
        low = self.height() < _LOW
        for card in (self.head, self.figures, self.rule, self.words):
            card.set_compact(low)
        for extra in self._extra:
            extra.setVisible(not low)
        self.rule.text.setVisible(not low or self.words.isHidden())
        self.head.text.set_room(max(60, self.height() // 5))
        self.waiting.text.set_room(max(80, self.height() // 3))
        if (page := self.layout()) is not None:
            page.setContentsMargins(24, *((12, 24, 12) if low else (20, 24, 20)))
        gap = (2 if low else 4) * theme.STEP
        for layout in (self._left, self._cards):
            layout.setSpacing(gap)
