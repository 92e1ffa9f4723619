"""The cards of the voting page and their places: what is voted on at the left, figures and words at the right."""

from itertools import pairwise

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from assembly_desk.ui import theme
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.hall.card import HallCard
from assembly_desk.ui.hall.control import HallControl
from assembly_desk.ui.page import Page
from assembly_desk.ui.parts.buttons import KeyButton
from assembly_desk.ui.parts.scroll import scrolled
from assembly_desk.ui.voting.calling import Calling
from assembly_desk.ui.voting.figures import FiguresCard, RuleCard
from assembly_desk.ui.voting.hands import HandsCard
from assembly_desk.ui.voting.head import HeadCard, QuorumLost
from assembly_desk.ui.voting.names import NamesCard
from assembly_desk.ui.voting.objection import ObjectionCard
from assembly_desk.ui.voting.rounds import Rounds
from assembly_desk.ui.voting.waiting import WaitingCard
from assembly_desk.ui.words_card import WordsCard
from assembly_desk.wording.words import Language

LOW = 690  # a page less tall than this shows less tall cards, and no copy of the hall


class VotingBoard(Page):
    """The page without its acts."""

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
        self.words = WordsCard(bridge, "voting.words", self.spoken)
        self.stop = KeyButton("voting.stop", role="danger", pixels=14)
        self.block.add(self.stop)
        self.calling = Calling(bridge, self.names)
        self.reading = self.calling.reading
        self.rounds = Rounds(self, bridge)
        self.names.place_rows(self.rounds.strip)
        self._extra: list[HallCard] = []
        self._lay_out()

    def spoken(self, language: Language) -> str:
        """What is said at this moment."""
        del language
        return ""

    @property
    def _mains(self) -> tuple[QWidget, ...]:
        rounds = self.rounds
        return rounds.results, self.waiting, self.names, self.hands, self.objection, rounds.secret

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
        side = (self.figures, self.words, self.rounds.commission, self.rule, self.rounds.secrecy)
        for part in side:
            self._cards.addWidget(part)
        self._cards.addStretch(1)
        self._right = self.acts_below(scrolled(self._side))
        page = QHBoxLayout(self)
        page.setContentsMargins(24, 20, 24, 20)
        page.setSpacing(16)
        page.addLayout(left, 1)
        page.addWidget(self._right)
        order = [self.waiting.procedural, self.names.view, self.objection.field.edit]
        order += [*self.rounds.secret.papers.values(), self.rounds.commission.other]
        order += [*self.words.languages.values(), self.block.next, self.block.undo, self.stop]
        for one, then in pairwise(order):
            QWidget.setTabOrder(one, then)

    def place_hall(self, hall: HallControl) -> None:
        """What the hall sees, last in the right column, where the page is tall enough for it."""
        self._extra.append(HallCard(hall, "voting"))
        self._cards.insertWidget(self._cards.count() - 1, self._extra[-1])
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A wide page has a wider right column, a low one has lower cards."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        self._right.setFixedWidth(max(316, min(560, self.width() * 31 // 100)))
        low = self.height() < LOW
        rounds = self.rounds
        for card in (self.head, self.figures, self.rule, self.words, rounds.secret, rounds.results):
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

    def share_room(self) -> None:
        """Beside a table of results what waits takes no more room than it needs."""
        results = not self.rounds.results.isHidden()
        policy = QSizePolicy.Policy.Maximum if results else QSizePolicy.Policy.Expanding
        self.waiting.setSizePolicy(QSizePolicy.Policy.Preferred, policy)
        self._left.setStretchFactor(self.waiting, 0 if results else 1)
