"""The card of the speaker: who, since when, the time left, and what may be done about it."""

from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from assembly_desk.domain.floor import Speech
from assembly_desk.projections.floor_sheet import Pace, clock_sheet, place_of
from assembly_desk.ui import theme
from assembly_desk.ui.agenda.gist import GistBox
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.buttons import KeyButton
from assembly_desk.ui.parts.flow import Flow
from assembly_desk.ui.parts.labels import Card, Signed, label, set_role
from assembly_desk.wording.dates import duration

_ROLES: dict[Pace, str] = {"running": "", "warning": "warn", "over": "bad", "paused": "second"}
_SIGNS: dict[Pace, str] = {"running": "clock", "warning": "warning", "over": "warning", "paused": "pause"}
_WORDS: dict[Pace, str] = {
    "running": "hall.time-left",
    "warning": "agenda.minute-left",
    "over": "hall.time-up",
    "paused": "hall.time-paused",
}


class TimeBar(QWidget):
    """How much of the time given is spent; its colour says the same as the words beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("agenda.speaker.bar")
        self._spent, self._pace = 0.0, "running"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(8)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(160, 8)

    def show_share(self, spent: float, pace: Pace) -> None:
        """Show this share, from 0 to 1."""
        if (spent, pace) != (self._spent, self._pace):
            self._spent, self._pace = spent, pace
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The track, and the part that is spent."""
        now = theme.tokens()
        colour = {"warning": now.abstain, "over": now.against, "paused": now.second}.get(self._pace, now.act)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        outline = QPainterPath()
        outline.addRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.fillPath(outline, QColor(now.track))
        painter.save()
        painter.setClipPath(outline)
        painter.fillRect(QRectF(0, 0, self.width() * self._spent, self.height()), QColor(colour))
        painter.restore()
        if now.stroke > 1:
            painter.setPen(QPen(QColor(now.line), 1))
            painter.drawPath(outline)


class SpeakerCard(Card):
    """Who has the floor. The clock counts on below zero: it closes nothing."""

    extended = Signal()
    paused = Signal()
    ended = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("agenda.speaker")
        self._bridge = bridge
        self.name = label("agenda.speaker.name", 21, bold=True, wrap=True)
        self.place = label("agenda.speaker.place", 13, role="second", wrap=True)
        self.since = label("agenda.speaker.since", 13, role="second", wrap=True)
        self.clock = label("agenda.speaker.clock", 60, bold=True)
        self.clock.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.clock.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.says = Signed("agenda.speaker.says", 13)
        self.bar = TimeBar()
        self.unlawful = Signed("agenda.speaker.without-quorum", 13)
        self.extend = KeyButton("agenda.speaker.extend")
        self.pause = KeyButton("agenda.speaker.pause", "Space")
        self.end = KeyButton("agenda.speaker.end")
        self.gist = GistBox(bridge)
        self._lay_out()
        for button, signal in (
            (self.extend, self.extended),
            (self.pause, self.paused),
            (self.end, self.ended),
        ):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves Space to the clock
            button.clicked.connect(signal)

    def _lay_out(self) -> None:
        who = QVBoxLayout()
        who.setSpacing(2)
        for part in (self.name, self.place, self.since):
            who.addWidget(part)
        who.addStretch(1)
        time = QVBoxLayout()
        time.setSpacing(0)
        time.addWidget(self.clock)
        self.says.text.setWordWrap(False)  # as wide as its words: the column is as wide as the wider of both
        time.addWidget(self.says, 0, Qt.AlignmentFlag.AlignRight)
        time.addStretch(1)
        self._time = QWidget()
        self._time.setLayout(time)
        time.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(who, 1)
        row.addWidget(self._time)
        self._acts = Flow(8)
        for button in (self.extend, self.pause, self.end):
            self._acts.add(button)
        self._low = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._low.setSpacing(16)
        self._low.addWidget(self.bar, 2, Qt.AlignmentFlag.AlignVCenter)
        self._low.addWidget(self._acts, 5)
        self.column.addLayout(row)
        self.column.addLayout(self._low)
        for below in (self.unlawful, self.gist):
            self.column.addWidget(below)

    def set_compact(self, compact: bool) -> None:
        """Less tall, for a low or narrow screen."""
        pixels = 46 if compact else 60
        self.clock.setFont(theme.font(pixels, bold=True))
        self.clock.setFixedHeight(round(pixels * 1.12))
        self.name.setFont(theme.font(18 if compact else 21, bold=True))
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._low.setDirection(below if compact else beside)
        self._low.setSpacing(8 if compact else 16)
        self.column.setSpacing(6 if compact else 8)
        self.gist.set_compact(compact)

    # ----------------------------------------------------------------------------------------------- what shows

    def show_all(self, about: Speech | None, others: int) -> None:
        """The speech being held, and the gist of `about`."""
        state, say = self._bridge.state, self._bridge.words
        speech = state.floor.speech
        kind = f" · {say.of('floor', speech.kind)}" if speech else ""
        self.set_head(say("hall.speaking") + kind)
        held = speech is not None
        for part in (self.place, self.since, self._time, self.bar, self._acts):
            part.setVisible(held)
        self.unlawful.setVisible(speech is not None and not speech.quorum)
        set_role(self.name, "" if held else "second")
        if speech is None:
            self.name.setText(say("agenda.nobody-speaks"))
        else:
            self._show_speech(speech)
        self.gist.show_speech(about, live=held and about == speech, others=others)
        self.show_moment(self._bridge.now())

    def _show_speech(self, speech: Speech) -> None:
        state, say = self._bridge.state, self._bridge.words
        place = place_of(state, speech.person)
        self.name.setText(str(say.text(speech.person.name)))
        self.place.setText(str(say.text(place)) if place else "")
        self.place.setVisible(place is not None)
        began = self._bridge.time(speech.since, seconds=True)
        self.since.setText(say("agenda.since", time=began, given=duration(speech.seconds)))
        if not speech.quorum:
            self.unlawful.show_text(say("paper.without-quorum"), "warning", "warn")
        more, rest = divmod(state.profile.extension_seconds, 60)
        shown = f"{more}:{rest:02}" if rest else str(more)
        self.extend.show_text(say("agenda.extend", minutes=shown))
        self.extend.setAccessibleName(f"{say('do.extend')}: {self.extend.text()}")
        self.pause.show_text(say("do.go-on" if speech.paused_at else "do.pause"))
        self.end.show_text(say("do.end-floor"))
        for button in (self.extend, self.pause, self.end):
            button.setEnabled(self._bridge.accepting)

    def show_moment(self, now: datetime) -> None:
        """What goes by the clock."""
        state, say = self._bridge.state, self._bridge.words
        speech = state.floor.speech
        if speech is None:
            return
        sheet = clock_sheet(state, speech, now)
        shown = duration(sheet.left)
        if shown != self.clock.text():
            self.clock.setText(shown)
        set_role(self.clock, _ROLES[sheet.pace])
        says = say(_WORDS[sheet.pace])
        if says != self.says.text.text():
            self.says.show_text(says, _SIGNS[sheet.pace], _ROLES[sheet.pace] or "second")
        self.clock.setAccessibleName(f"{shown} · {says}")
        self.bar.show_share(sheet.spent, sheet.pace)
        self.bar.setAccessibleName(f"{shown} · {says}")

    def repaint_signs(self) -> None:
        """The signs in the colours of the theme in use."""
        self.says.repaint_sign()
        self.unlawful.repaint_sign()
