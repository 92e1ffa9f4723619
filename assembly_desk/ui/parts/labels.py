"""Texts: plain (never read as markup), with a role that the style sheet knows."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from assembly_desk.ui import theme
from assembly_desk.ui.parts.icons import pixmap

_BOXED, _BARE = (13, 9, 13, 9), (0, 0, 0, 0)  # the padding of the style sheet, which a new font takes away


def label(
    name: str,
    pixels: float = 14,
    *,
    role: str = "",
    bold: bool = False,
    wrap: bool = False,
    spaced: float = 0,
) -> QLabel:
    """A label with that object name. `role`: a look of the style sheet; `wrap`: over several lines."""
    made = QLabel()
    made.setObjectName(name)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(theme.font(pixels, bold=bold, spaced=spaced))
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


def set_role(widget: QWidget, role: str) -> None:
    """Give the widget another look of the style sheet."""
    if widget.property("role") != role:
        font = widget.font()  # dressing anew would bring back the font of the first time
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.setFont(font)
        widget.setContentsMargins(*(_BOXED if role in ("refusal", "warning", "trouble") else _BARE))


class Elided(QLabel):
    """A text on one line: what does not fit ends in «…», and the whole stands in the tool tip."""

    def __init__(self, name: str, pixels: float = 14, *, role: str = "", bold: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(pixels, bold=bold))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if role:
            self.setProperty("role", role)

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(min(48, super().sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the whole text where it does not fit."""
        super().resizeEvent(event)
        self._tell()

    def show_text(self, text: str) -> None:
        """Show this text."""
        if text != self.text():
            self.setText(text)
            self._tell()

    def _tell(self) -> None:
        fits = self.fontMetrics().horizontalAdvance(self.text()) <= self.width()
        self.setToolTip("" if fits else self.text())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint as much as fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.setFont(self.font())
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)


class Signed(QWidget):
    """A drawn sign and a text beside it, over several lines: the text says what the sign and colour mean."""

    def __init__(self, name: str, pixels: float = 14, *, bold: bool = True) -> None:
        super().__init__()
        self._icon, self._colour = "", ""
        self.sign = QLabel()
        self.sign.setFixedSize(18, 18)
        self.text = label(name, pixels, bold=bold, wrap=True)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1)

    def show_text(self, text: str, icon: str, role: str) -> None:
        """Show the text under a sign (`check`, `cross` …) in the look of a role (`good`, `bad`)."""
        self.text.setText(text)
        set_role(self.text, role)
        self._icon = icon
        self._colour = {"good": "for_", "bad": "against", "warn": "abstain"}.get(role, "second")
        self.repaint_sign()

    def repaint_sign(self) -> None:
        """The sign in the colours of the theme in use."""
        if self._icon:
            colour = str(getattr(theme.tokens(), self._colour))
            self.sign.setPixmap(pixmap(self._icon, colour, 18, self.devicePixelRatioF()))


class Card(QFrame):
    """A card: a surface with a head in small letters and things below."""

    def __init__(self, name: str, *, head: bool = True, margin: int = 20) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(margin, max(0, margin - 6), margin, max(0, margin - 6))
        self.column.setSpacing(8)
        self.head = label(f"{name}.head", 12, role="head", bold=True, spaced=0.4, wrap=True)
        if head:
            self.column.addWidget(self.head)
        else:
            self.head.setParent(self)
            self.head.hide()

    def set_head(self, text: str) -> None:
        """The head, in capitals as all heads of cards are."""
        self.head.setText(text.upper())
        self.setAccessibleName(text)


def rule() -> QFrame:
    """A thin line across."""
    made = QFrame()
    made.setProperty("role", "line")
    made.setFixedHeight(1)
    return made
