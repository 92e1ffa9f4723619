"""The sheet that every slide is painted on: its measures, and the parts that slides have in common."""

from dataclasses import dataclass
from math import sqrt
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from assembly_desk.projections.hall_slide import HallHead, Slide
from assembly_desk.ui.hall import said
from assembly_desk.ui.hall.letters import CAP, Fitted, fit
from assembly_desk.ui.theme import HALL, font
from assembly_desk.wording.words import Language, words

Sign = Literal["for", "against", "abstain"]


@dataclass(frozen=True, slots=True)
class HallView:
    """Everything the hall sees at one moment."""

    head: HallHead
    slide: Slide
    clock: str
    language: Language


class Sheet:
    """Measures are those of a screen of 1920×1080, in units `u` that follow the size of the real one."""

    def __init__(self, painter: QPainter, width: float, height: float, view: HallView) -> None:
        self.painter, self.width, self.height = painter, width, height
        self.u = min(sqrt(width * height / (1920 * 1080)), height / 1080, 1.25 * width / 1920)
        self.left = 90 * self.u
        self.right = width - self.left
        self.inner = self.right - self.left
        self.view, self.language = view, view.language
        self.say = words(view.language)

    def fit(self, text: str, width: float, height: float, biggest: float, *, bold: bool = False) -> Fitted:
        """Text that fits; height and size in units, width as painted."""
        return fit(text, width, height * self.u, biggest * self.u, bold=bold)

    def watermark(self) -> None:
        """ЖАТТЫҒУ across the whole slide, beneath everything."""
        word = self.say("hall.rehearsal")
        face = font(100 * self.u, bold=True)
        across = QFontMetricsF(face).horizontalAdvance(word)
        size = 100 * self.u * 0.74 * self.width / across
        face = font(size, bold=True)
        self.painter.save()
        self.painter.translate(self.width / 2, self.height / 2)
        self.painter.rotate(-18)
        self.painter.setFont(face)
        self.painter.setPen(QColor(255, 255, 255, 26))
        half = QFontMetricsF(face).horizontalAdvance(word) / 2
        self.painter.drawText(QPointF(-half, size * CAP / 2), word)
        self.painter.restore()

    def heading(self) -> None:
        """The body on the left, the time on the right."""
        time = self.fit(self.view.clock, self.inner, 60, 44)
        time.draw(self.painter, self.right, 74 * self.u, HALL.second, right=True)
        room = self.inner - time.width - 60 * self.u
        text = said.body_name(self.view.head, self.language)
        self.fit(text, room, 60, 44).draw(self.painter, self.left, 74 * self.u, HALL.second)

    def label(self, text: str, page: str = "") -> float:
        """The line above a title, on its right which page it is. Returns where the title begins, in pixels."""
        top, room = 172 * self.u, self.inner
        if page:
            turned = self.fit(page, self.inner, 50, 42, bold=True)
            turned.draw(self.painter, self.right, top, HALL.second, right=True)
            room -= turned.width + 40 * self.u
        if text:
            self.fit(text, room, 50, 42, bold=True).draw(self.painter, self.left, top, HALL.abstain)
        return top + 76 * self.u if text or page else top

    def bar(self, top: float, thick: float, share: float, colour: str) -> None:
        """A bar over the whole width, filled so far."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.left, top, self.inner, thick)
        self.painter.setBrush(QColor(HALL.track))
        self.painter.drawRoundedRect(whole, thick / 2, thick / 2)
        if share > 0:
            path = QPainterPath()
            path.addRoundedRect(whole, thick / 2, thick / 2)
            self.painter.save()
            self.painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
            self.painter.setBrush(QColor(colour))
            filled = QRectF(self.left, top, max(thick, self.inner * min(share, 1.0)), thick)
            self.painter.drawRoundedRect(filled, thick / 2, thick / 2)
            self.painter.restore()

    def sign(self, sign: Sign, x: float, top: float, size: float, colour: str) -> None:
        """✓, ✗ or –, drawn, as high as a capital of that size."""
        pen = QPen(QColor(colour), size * 0.12)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self.painter.setPen(pen)
        high = size * CAP

        def at(across: float, down: float) -> QPointF:
            return QPointF(x + across * high, top + down * high)

        if sign == "for":
            self.painter.drawPolyline([at(0.05, 0.55), at(0.36, 0.88), at(0.98, 0.14)])
        elif sign == "against":
            self.painter.drawLine(at(0.12, 0.12), at(0.88, 0.88))
            self.painter.drawLine(at(0.88, 0.12), at(0.12, 0.88))
        else:
            self.painter.drawLine(at(0.08, 0.55), at(0.92, 0.55))
