"""A row that goes on in the next line where there is no more room; the last part may stand at the right."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class Flow(QWidget):
    """Parts side by side, in as many lines as they need at this width; the row is just as tall."""

    def __init__(self, spacing: int = 8, *, last_right: bool = False) -> None:
        super().__init__()
        self._parts: list[QWidget] = []
        self._spacing, self._last_right = spacing, last_right
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def add(self, part: QWidget) -> None:
        """One part more."""
        part.setParent(self)
        self._parts.append(part)
        self._arrange()

    def empty(self) -> None:
        """Take all parts away."""
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = []
        self._arrange()

    def sizeHint(self) -> QSize:
        """As narrow as the widest part."""
        return QSize(max((part.sizeHint().width() for part in self._seen), default=0), self.height())

    @property
    def _seen(self) -> list[QWidget]:
        """Those that were not hidden: a hidden part takes no room."""
        hidden = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
        return [part for part in self._parts if not (part.isHidden() and part.testAttribute(hidden))]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, perhaps other lines."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """A part that wants another size: place all of them anew."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        x = y = line = 0
        seen = self._seen
        places: list[tuple[QWidget, QRect]] = []
        beside: list[tuple[QWidget, QRect]] = []  # those of the line that is being filled
        for part in seen:
            hint = part.sizeHint().expandedTo(part.minimumSize())
            width = min(hint.width(), self.width())
            if x and x + width > self.width():
                places += _in_the_middle(beside, line)
                x, y, line, beside = 0, y + line + self._spacing, 0, []
            if self._last_right and part is seen[-1]:
                x = max(x, self.width() - width)
            beside.append((part, QRect(x, y, width, hint.height())))
            x += width + self._spacing
            line = max(line, hint.height())
        for part, place in places + _in_the_middle(beside, line):
            part.setGeometry(place)
        if self.height() != y + line:
            self.setFixedHeight(y + line)


def _in_the_middle(beside: list[tuple[QWidget, QRect]], line: int) -> list[tuple[QWidget, QRect]]:
    """Parts of another height than their line stand in its middle."""
    return [(part, place.translated(0, (line - place.height()) // 2)) for part, place in beside]
