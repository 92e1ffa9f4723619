"""What may be wrong with how a window looks: texts cut off, parts that overlap, painted letters without room."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QMessageLogContext, QObject, QRect, QRectF, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from assembly_desk.ui.help import HelpPanel
from assembly_desk.ui.parts.buttons import KeyButton
from assembly_desk.ui.parts.choices import Choices
from assembly_desk.ui.parts.labels import Elided
from assembly_desk.ui.parts.panel import Panel
from assembly_desk.ui.tour import Tour

OVER_THE_PAGE = (Panel, Choices, HelpPanel, Tour)
KEY = re.compile(r"^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)+$")
FIGURES = re.compile(r"^[\d:/ ]+$")
MIXED = re.compile(r"[A-Za-z][Ѐ-ӿ]|[Ѐ-ӿ][A-Za-z]")


def name(widget: QWidget) -> str:
    """The widget as a report names it."""
    parent = widget.parentWidget()
    return widget.objectName() or f"{type(widget).__name__} in {name(parent) if parent else '—'}"


def alive(one: QObject) -> bool:
    """Whether its other half, Qt's own, is still there."""
    try:
        one.objectName()
    except RuntimeError:
        return False
    return True


def seen(window: QWidget) -> list[QWidget]:
    """All that is shown in the window."""
    return [widget for widget in window.findChildren(QWidget) if widget.isVisible()]


def texts(window: QWidget) -> Iterator[tuple[QWidget, str]]:
    """All that can be read in the window, or is read aloud."""
    for widget in seen(window):
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget, widget.text()
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            yield widget, widget.placeholderText()
        yield widget, widget.accessibleName()
        yield widget, widget.toolTip()


def cut_off(window: QWidget) -> list[str]:
    """What does not fit: a text without room for it, a part that leaves what holds it, parts that overlap."""
    wrong: list[str] = []
    for widget in seen(window):
        wrong += _text(widget)
        wrong += _inside(widget, window)
        wrong += _overlaps(widget)
    return wrong


def _text(widget: QWidget) -> list[str]:
    if isinstance(widget, Elided):
        fits = widget.fontMetrics().horizontalAdvance(widget.text()) <= widget.width()
        return [] if fits or widget.toolTip() else [f"{name(widget)}: elided and no tool tip"]
    if isinstance(widget, QLabel) and widget.text():
        if FIGURES.match(widget.text()):  # no letter of theirs goes below the line
            needed = widget.fontMetrics().ascent()
        else:
            needed = (
                widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
            )
        if widget.height() < needed:
            return [f"{name(widget)}: {widget.height()} tall, {needed} needed: {widget.text()[:40]}"]
        if not widget.wordWrap() and widget.width() < widget.sizeHint().width():
            return [f"{name(widget)}: {widget.width()} of {widget.sizeHint().width()}: {widget.text()[:40]}"]
    elif isinstance(widget, KeyButton):
        if widget.height() < widget.sizeHint().height():
            return [f"{name(widget)}: {widget.height()} of {widget.sizeHint().height()}: {widget.text()}"]
    elif type(widget) is QPushButton and widget.text():
        room = widget.contentsRect().width()
        if widget.fontMetrics().horizontalAdvance(widget.text()) > room and not widget.toolTip():
            return [f"{name(widget)}: {room} wide for {widget.text()}"]
    return []


def _inside(widget: QWidget, window: QWidget) -> list[str]:
    parent = widget.parentWidget()
    if parent is None or isinstance(widget, OVER_THE_PAGE) or not widget.width() or not widget.height():
        return []
    if isinstance(parent.parentWidget(), QAbstractScrollArea) and parent is not window:
        area = parent.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
            across = area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            if across and widget.width() > parent.width():
                return [f"{name(widget)}: {widget.width()} wide in a view of {parent.width()}"]
            return []
    if isinstance(widget, QFrame) and isinstance(parent, QAbstractScrollArea):
        return []
    if not parent.rect().contains(widget.geometry()):
        return [f"{name(widget)} {_box(widget.geometry())} leaves {name(parent)} {_box(parent.rect())}"]
    return []


def _overlaps(widget: QWidget) -> list[str]:
    if isinstance(widget, QStackedWidget | QAbstractScrollArea):
        return []
    children = [
        child
        for child in widget.children()
        if isinstance(child, QWidget) and child.isVisible() and not isinstance(child, OVER_THE_PAGE)
    ]
    return [
        f"{name(one)} {_box(one.geometry())} over {name(other)} {_box(other.geometry())}"
        for at, one in enumerate(children)
        for other in children[at + 1 :]
        if one.geometry().intersects(other.geometry())
    ]


def _box(box: QRect) -> str:
    return f"({box.x()}, {box.y()}, {box.width()} × {box.height()})"


@contextmanager
def painted_without_room() -> Iterator[list[str]]:
    """Texts that are painted, in here, into a box that is too small for them."""
    wrong: list[str] = []
    paint: Callable[..., object] = QPainter.drawText

    def draw(painter: QPainter, *given: object) -> object:
        match given:
            case (QRect() | QRectF() as box, int() as flags, str() as text) if text:
                room = QRectF(box)
                taken = QRectF(painter.boundingRect(room, flags, text))
                if taken.width() > room.width() + 1.5 or taken.height() > room.height() + 3:
                    wrong.append(f"{text[:60]!r}: {taken.size().toTuple()} in {room.size().toTuple()}")
        return paint(painter, *given)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QPainter, "drawText", draw)
        yield wrong


@contextmanager
def qt_warnings() -> Iterator[list[str]]:
    """What Qt complains of in here."""
    said: list[str] = []

    def hear(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if "does not support propagateSizeHints" not in text:
            said.append(f"{kind.name}: {text}")

    before = qInstallMessageHandler(hear)
    try:
        yield said
    finally:
        qInstallMessageHandler(before)
