"""Buttons that show their key: the blue one, the plain ones, the steps at the left, the filters."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from assembly_desk.ui import theme
from assembly_desk.ui.parts.icons import paint_icon
from assembly_desk.ui.parts.keycap import cap_width, paint_cap

_WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignCenter)


class KeyButton(QPushButton):
    """A button with the cap of its key beside the text; a long text goes over several lines."""

    def __init__(self, name: str, keys: str = "", *, role: str = "", pixels: float = 14) -> None:
        super().__init__()
        self.setObjectName(name)
        self.keys, self._pixels = keys, pixels
        self.setFont(theme.font(pixels, bold=True))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if role:
            self.setProperty("role", role)

    @property
    def _cap(self) -> float:
        return cap_width(self.keys) + 12 if self.keys else 0

    def _text_box(self, width: int) -> QRect:
        metrics = theme.metrics(self._pixels, bold=True)
        room = max(60, width - 32 - round(self._cap))
        return metrics.boundingRect(QRect(0, 0, room, 1000), _WRAPPED, self.text())

    def sizeHint(self) -> QSize:
        """Room for the text on one line, the key, and a height for a hand."""
        advance = theme.metrics(self._pixels, bold=True).horizontalAdvance(self.text())
        lines = self._text_box(self.width()).height() if self.width() > 120 else 0
        return QSize(advance + 34 + round(self._cap), max(round(self._pixels * 2.9), lines + 20))

    def minimumSizeHint(self) -> QSize:
        """A text may be broken into lines."""
        return QSize(120, self.sizeHint().height())

    def resizeEvent(self, _event: object) -> None:
        """Another width: perhaps other lines."""
        self.updateGeometry()

    def show_text(self, text: str) -> None:
        """Name the act."""
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground by the style sheet, then the text and the key."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        ink = self._ink()
        box = self._text_box(self.width())
        start = (self.width() - box.width() - self._cap) / 2
        painter.setPen(QColor(ink))
        painter.setFont(self.font())
        painter.drawText(QRectF(start, 0, box.width() + 1, self.height()), _WRAPPED, self.text())
        if self.keys:
            now = theme.tokens()
            cap_ink, line = (ink, ink) if self.property("role") == "act" else (now.second, now.line)
            paint_cap(painter, self.keys, start + box.width() + 12, self.height() / 2, cap_ink, line)

    def _ink(self) -> str:
        now = theme.tokens()
        if not self.isEnabled():
            return now.second
        return {"act": now.on_act, "danger": now.against}.get(str(self.property("role")), now.ink)


class StepButton(QAbstractButton):
    """A step of the sitting, or a page below them: a sign, its name, its key."""

    def __init__(self, name: str, icon: str = "", keys: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.icon_name, self.keys = icon, keys
        self.done = False

    def set_done(self, done: bool) -> None:
        """Whether this step lies behind the sitting."""
        if done != self.done:
            self.done = done
            self.update()

    def show_text(self, text: str) -> None:
        """Name the step."""
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for the sign, the name and the key."""
        text = theme.metrics(14, bold=True).horizontalAdvance(self.text())
        return QSize(44 + text + (20 + round(cap_width(self.keys)) if self.keys else 12), 42)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground when it is chosen, the sign, the name, the key."""
        now = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ink = now.act_text if self.isChecked() else now.second
        if not self.isEnabled():
            painter.setOpacity(0.45)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.act_soft if self.isChecked() else now.ground))
            painter.drawRoundedRect(box, 8, 8)
        if self.hasFocus() or (self.isChecked() and now.stroke > 1):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(now.act), 2))
            painter.drawRoundedRect(box, 8, 8)
        middle = self.height() / 2
        sign = QRectF(12, middle - 9, 18, 18)
        if self.icon_name:
            paint_icon(painter, self.icon_name, ink, sign)
        elif self.done:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.for_))
            painter.drawEllipse(sign)
            paint_icon(painter, "check", now.surface, sign.adjusted(3, 3, -3, -3))
        else:
            painter.setPen(QPen(QColor(ink), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(sign.adjusted(1, 1, -1, -1))
        right = self.width() - 10.0
        if self.keys:
            width = cap_width(self.keys)
            paint_cap(painter, self.keys, right - width, middle, now.second, now.line)
            right -= width + 8
        font = theme.font(14, bold=self.isChecked())
        painter.setFont(font)
        painter.setPen(QColor(now.act_text if self.isChecked() else now.ink))
        room = QRectF(42, 0, right - 42, self.height())
        metrics = theme.metrics(14, bold=self.isChecked())
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, int(room.width()) + 1)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def enterEvent(self, _event: object) -> None:
        """Show that it can be pressed."""
        self.update()

    def leaveEvent(self, _event: object) -> None:
        """As before."""
        self.update()


def chip(name: str, parent: QWidget | None = None) -> QPushButton:
    """A filter: pressed or not."""
    made = QPushButton(parent)
    made.setObjectName(name)
    made.setProperty("role", "chip")
    made.setCheckable(True)
    made.setFont(theme.font(12, bold=True))
    return made


def quiet(name: str, parent: QWidget | None = None) -> QPushButton:
    """A small button without a frame."""
    made = QPushButton(parent)
    made.setObjectName(name)
    made.setProperty("role", "quiet")
    made.setFont(theme.font(13))
    return made
