"""Text that fits its place: on one line if it can be, else wrapped, and smaller only where it must."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from assembly_desk.ui.theme import font

ONE_LINE = 0.85  # a text that needs so much shrinking at most stays on one line
STEP = 0.95
LEADING = 1.26  # of the size
CAP = 0.74  # from the first baseline up, the height of a capital
DESCENT = 0.28


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text in lines, with the font that makes them fit. Lengths in the painter's units."""

    lines: tuple[str, ...]
    font: QFont
    size: float

    @property
    def height(self) -> float:
        """From the top of a capital in the first line to the lowest tail in the last."""
        return self.size * (CAP + LEADING * (len(self.lines) - 1) + DESCENT)

    @property
    def width(self) -> float:
        """Of the widest line."""
        metrics = QFontMetricsF(self.font)
        return max(metrics.horizontalAdvance(line) for line in self.lines)

    def draw(self, painter: QPainter, x: float, top: float, colour: str, *, right: bool = False) -> float:
        """Draw it with the top of its capitals there, `x` its left or right edge. Returns the lower edge."""
        painter.setFont(self.font)
        painter.setPen(QColor(colour))
        metrics = QFontMetricsF(self.font)
        for number, line in enumerate(self.lines):
            left = x - metrics.horizontalAdvance(line) if right else x
            painter.drawText(QPointF(left, top + self.size * (CAP + LEADING * number)), line)
        return top + self.height


@lru_cache(256)  # a clock and a counter repaint the same titles every second
def fit(
    text: str, width: float, height: float, biggest: float, *, bold: bool = False, least: float = 0.4
) -> Fitted:
    """The text as big as the place allows, up to `biggest` (pixels); a line break in it stays one.

    Below `least` of that even words are broken; only a text that no size can hold ends in an ellipsis.
    """
    paragraphs = [_glued(" ".join(line.split())) for line in text.splitlines() if line.strip()] or [""]
    face = font(biggest, bold=bold)
    widest = max(QFontMetricsF(face).horizontalAdvance(line) for line in paragraphs)
    size = biggest * min(1.0, width / widest if widest else 1.0)
    if size >= biggest * ONE_LINE:
        fitted = Fitted(tuple(paragraphs), font(int(size), bold=bold), int(size))
        if fitted.height <= height and fitted.width <= width:
            return fitted
    size = biggest
    while True:
        face = font(size, bold=bold)
        lines = tuple(_wrapped(paragraphs, QFontMetricsF(face), width, broken=size < biggest * least))
        fitted = Fitted(lines, face, size)
        if fitted.height <= height and fitted.width <= width:
            return fitted
        if size < max(8.0, biggest * least / 2):
            return _cut(fitted, width, height)
        size *= STEP


def _glued(text: str) -> str:
    """No line begins with a dash, none ends with the sign of a number."""
    return text.replace(" – ", "\N{NO-BREAK SPACE}– ").replace("№ ", "№\N{NO-BREAK SPACE}")


def _wrapped(paragraphs: list[str], metrics: QFontMetricsF, width: float, *, broken: bool) -> Iterator[str]:
    for paragraph in paragraphs:
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}" if line else word
            if not line or metrics.horizontalAdvance(longer) <= width:
                line = longer
            else:
                yield line
                line = word
            while broken and len(line) > 1 and metrics.horizontalAdvance(line) > width:
                end = len(line) - 1
                while end > 1 and metrics.horizontalAdvance(line[:end]) > width:
                    end -= 1
                yield line[:end]
                line = line[end:]
        yield line


def _cut(fitted: Fitted, width: float, height: float) -> Fitted:
    room = max(1, int((height / fitted.size - CAP - DESCENT) / LEADING) + 1)
    kept = list(fitted.lines[:room])
    if room < len(fitted.lines):
        kept[-1] += "…"
    metrics = QFontMetricsF(fitted.font)
    short = tuple(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in kept)
    return Fitted(short, fitted.font, fitted.size)
