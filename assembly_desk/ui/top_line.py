"""The line above every page: the sitting, its state and the clock, the item, the quorum, the hall display."""

from datetime import date
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from assembly_desk.projections.desk_line import Standing, TopLine, top_line
from assembly_desk.ui import theme
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.bar import MarkBar
from assembly_desk.ui.parts.icons import icon, paint_icon
from assembly_desk.ui.parts.labels import Elided, label, set_role
from assembly_desk.wording.dates import legal_date
from assembly_desk.wording.ordinals import sitting_title

HallState = Literal["on", "frozen", "off"]

_NARROW = 1600  # on a window less wide than this the item stands below the title

_HUES: dict[Standing, str] = {
    "preparation": "abstain",
    "registration": "abstain",
    "open": "for",
    "break": "abstain",
    "adjourned": "abstain",
    "closed": "second",
    "sealed": "second",
    "cancelled": "against",
}


_PAIRS = {
    "for": ("for_", "for_soft"),
    "against": ("against", "against_soft"),
    "abstain": ("abstain", "abstain_soft"),
    "second": ("second", "quiet"),
}


class StatePill(QAbstractButton):
    """The state of the sitting and the time of day, on the ground of its meaning; pressed, its menu opens."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("top.state")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._says, self._time, self._hue = "", "", "abstain"

    def show_state(self, says: str, time: str, hue: str) -> None:
        """Show the state and the time; `hue`: for, against, abstain, second."""
        if (says, time, hue) != (self._says, self._time, self._hue):
            self._says, self._time, self._hue = says, time, hue
            self.setAccessibleName(f"{says}, {time}")
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Room for a dot, the state, the time and the sign of a menu."""
        metrics = theme.metrics(13.5, bold=True)
        return QSize(76 + metrics.horizontalAdvance(self._says) + metrics.horizontalAdvance("00:00"), 32)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The pill."""
        now = theme.tokens()
        ink, ground = (str(getattr(now, name)) for name in _PAIRS[self._hue])
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(ink), 2) if now.stroke > 1 else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ink))
        painter.drawEllipse(QRectF(14, self.height() / 2 - 5, 10, 10))
        painter.setPen(QColor(ink))
        painter.setFont(theme.font(13.5, bold=True))
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRectF(32, 0, self.width(), self.height()), middle, self._says)
        right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.drawText(QRectF(0, 0, self.width() - 34, self.height()), right, self._time)
        paint_icon(painter, "chevron", ink, QRectF(self.width() - 28, self.height() / 2 - 8, 16, 16))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(now.act), 2))
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)


class TopBar(QWidget):
    """The line itself. Losing the quorum turns it red and says what follows."""

    hall_pressed = Signal()
    state_pressed = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.setObjectName("top")
        self.setProperty("role", "top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(72)
        self._bridge = bridge
        self.hall_state: HallState = "off"
        self.title = Elided("top.title", 16, bold=True)
        self.under = Elided("top.place", 13, role="second")
        self.state = StatePill()
        self.state.clicked.connect(self.state_pressed)
        self.item = Elided("top.item", 13, role="second")
        self.quorum = label("top.quorum", 13, role="second", wrap=True)
        self.quorum.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.bar = MarkBar("top.quorum-bar", 8)
        self.hall = QPushButton()
        self.hall.setObjectName("top.hall")
        self.hall.setFont(theme.font(13, bold=True))
        self.hall.clicked.connect(self.hall_pressed)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch(1)
        names.addWidget(self.title)
        names.addWidget(self.under)
        names.addStretch(1)
        figures = QVBoxLayout()
        figures.setSpacing(0)
        figures.addStretch(1)
        figures.addWidget(self.quorum)
        figures.addWidget(self.bar)
        figures.addStretch(1)
        self.figures = QWidget()
        self.figures.setLayout(figures)
        figures.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(20)
        row.addLayout(names)
        row.addWidget(self.state)
        row.addWidget(self.item, 1)
        row.addStretch(0)
        row.addWidget(self.figures)
        row.addWidget(self.hall)
        self.show_all()
        self.show_hall("off")

    def show_all(self) -> None:
        """Show the line as the sitting stands; without one, only the program's name."""
        self.state.setVisible(bool(self._bridge.sitting_id))
        if not self._bridge.sitting_id:
            self.title.show_text(self._bridge.words("shell.program"))
            self.under.show_text(self._bridge.words("shell.no-sitting"))
            self.item.hide()
            self.figures.hide()
            return
        line, language = top_line(self._bridge.state), self._bridge.language
        title = sitting_title(
            line.body, line.number or "—", language, name=line.body_name.in_language(language)
        )
        self.title.show_text(title)
        self._show_item(line)
        self._show_quorum(line)
        self.show_clock()

    def _show_item(self, line: TopLine) -> None:
        """The item, or below the title when and where the sitting is; both where there is room for both."""
        say, language = self._bridge.words, self._bridge.language
        when = legal_date(date.fromisoformat(line.date), language) if line.date else ""
        where = line.place.in_language(language) if line.place else ""
        item = ""
        if line.item:
            item = f"{line.item.number}/{line.item.of} · {line.item.title.in_language(language)}"
        mark = say("hall.rehearsal") if line.rehearsal else ""
        below = (item,) if item and self.width() < _NARROW else (when, where)
        self.under.show_text(" · ".join(part for part in (mark, *below) if part))
        self.item.show_text(item)
        self.item.setVisible(bool(item) and self.width() >= _NARROW)

    def _show_quorum(self, line: TopLine) -> None:
        self.figures.setVisible(line.quorum is not None)
        if line.quorum is None:
            return
        quorum, say = line.quorum, self._bridge.words
        key = "top.quorum-yes" if quorum.met else "top.quorum-no"
        says = say(key, present=quorum.present, total=quorum.total, needed=quorum.needed)
        set_role(self.quorum, "bad" if line.quorum_lost else "second")
        if self.bar.accessibleName() == says:
            self._widen()
            return
        # a figure stays with its word, a sentence has its line
        self.quorum.setText(says.replace(" – ", "\u00a0–\u2060\u00a0").replace(". ", ".\n"))
        self._widen()
        self.bar.show_share(quorum.present, quorum.total, quorum.needed, quorum.met, says)

    def _widen(self) -> None:
        measure = theme.metrics(13, bold=True).horizontalAdvance
        wanted = max(map(measure, self.quorum.text().split("\n"))) + 4
        share = 26 if self.item.isVisibleTo(self) else 32
        self.figures.setFixedWidth(max(200, min(wanted, self.width() * share // 100)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The figures have their share of the width; the item stands where there is room for it."""
        super().resizeEvent(event)
        if self._bridge.sitting_id and (event.oldSize().width() < _NARROW) != (self.width() < _NARROW):
            self._show_item(top_line(self._bridge.state))
        self._widen()

    def show_clock(self) -> None:
        """The state and the time of day."""
        line = top_line(self._bridge.state)
        hue = "against" if line.quorum_lost else _HUES[line.standing]
        code = "prepared" if line.standing == "preparation" else line.standing
        says = self._bridge.words.of("state", code)
        self.state.show_state(says, self._bridge.time(self._bridge.now()), hue)

    def show_hall(self, hall: HallState) -> None:
        """Whether the hall's display is on, frozen, or not connected."""
        self.hall_state = hall
        text = self._bridge.words(f"top.hall-{hall}")
        now = theme.tokens()
        self.hall.setText(f" {text}")
        self.hall.setAccessibleName(text)
        self.hall.setIcon(icon("hall", now.ink if hall == "on" else now.second))
