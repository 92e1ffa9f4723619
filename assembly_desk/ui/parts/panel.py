"""A form over the page: fields, one act, and the way back. No window of its own, so never on the projector."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from assembly_desk.ui import keys, theme
from assembly_desk.ui.parts.buttons import KeyButton
from assembly_desk.ui.parts.fields import Field, NotUsable
from assembly_desk.ui.parts.keycap import ENTER
from assembly_desk.ui.parts.labels import Card, label
from assembly_desk.ui.parts.scroll import scrolled
from assembly_desk.wording.words import Words

_MARGIN = 24
_BAR = 18  # the scroll bar, and room beside it


class Panel(QWidget):
    """Lies over the page and keeps the focus within. Ctrl+Enter does its act, Escape goes back.

    `act` is called when the fields can be used; it returns what stands against it, empty if it is done.
    """

    left = Signal()

    def __init__(self, page: QWidget, name: str, *, width: int = 640) -> None:
        super().__init__(page)
        self.setObjectName(name)
        self._page, self._width, self._back = page, width, page
        self._act: Callable[[], str] = str
        self.fields: list[Field] = []
        self.card = Card(f"{name}.card", margin=24)
        self.card.column.setSpacing(12)
        self.title = label(f"{name}.title", 20, bold=True, wrap=True)
        self.card.column.removeWidget(self.card.head)
        self.card.head.hide()
        self.card.column.addWidget(self.title)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self._inside = QWidget()
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 4)
        inside.setSpacing(0)
        inside.addLayout(self.body)
        inside.addStretch(1)  # room that is left over does not tear a field from its label
        self._scroll = scrolled(self._inside)
        self._scroll.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.card.column.addWidget(self._scroll, 1)
        self.said: QLabel = label(f"{name}.said", 14, role="refusal", wrap=True)
        self.said.hide()
        self.card.column.addWidget(self.said)
        self.done = KeyButton(f"{name}.do", f"Ctrl {ENTER}", role="act", pixels=15)
        self.back = KeyButton(f"{name}.back", "Esc", pixels=15)
        self.done.clicked.connect(self.accept)
        self.back.clicked.connect(self.leave)
        for button in (self.done, self.back):  # one as tall as the other, however many lines it has
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.done, 2)
        row.addWidget(self.back, 1)
        self.card.column.addLayout(row)
        self.card.setParent(self)
        page.installEventFilter(self)
        self._inside.installEventFilter(self)
        self.card.installEventFilter(self)
        self.hide()

    def add(self, field: Field) -> None:
        """One more field, below the others."""
        self.fields.append(field)
        self.body.addWidget(field)

    def show_words(self, say: Words, title: str, act: str, **values: object) -> None:
        """In the language of the window; `title` and `act`: rows of words."""
        self.title.setText(say(title, **values))
        self.setAccessibleName(self.title.text())
        self.done.show_text(say(act, **values))
        self.back.show_text(say("do.back"))
        for field in self.fields:
            field.show_words(say)
        self._say = say

    def on_done(self, act: Callable[[], str]) -> None:
        """What the act does; it returns what stands against it, in one sentence, or nothing."""
        self._act = act

    def open(self, back: QWidget) -> None:
        """Show the form; the focus goes to its first field, and at the end back to `back`."""
        self._back = back
        self.say("")
        self._place()
        self.show()
        self.raise_()
        self._place()
        first = next((field for field in self.fields if field.isVisibleTo(self) and field.isEnabled()), None)
        (first.entry() if first else self.done).setFocus(Qt.FocusReason.PopupFocusReason)

    def say(self, text: str) -> None:
        """What stands against the act, beside its button."""
        self.said.setText(text)
        self.said.setAccessibleName(text)
        self.said.setVisible(bool(text))
        self._place()

    def accept(self) -> None:
        """Do the act; a field that cannot be used keeps what was typed and says why."""
        for field in self.fields:
            if not field.isVisibleTo(self):
                continue
            try:
                field.check()
            except NotUsable as wrong:
                self.say(self._say(wrong.words, **wrong.values))
                self.go_to(field.entry())
                return
        against = self._act()
        if against:
            self.say(against)
        else:
            self.leave()

    def leave(self) -> None:
        """Close, and give the focus back."""
        if self.isVisible():
            self.hide()
            self._back.setFocus(Qt.FocusReason.PopupFocusReason)
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter does it, Escape leaves it; nothing goes through to the page below."""
        if keys.is_next_act(event):
            if not keys.HELD.repeats(event):
                self.accept()
        elif keys.place(event) is keys.Place.ESC:
            self.leave()
        elif keys.place(event) in keys.ENTERS:
            self.focusNextPrevChild(True)
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round within the form."""
        chain = self._chain()
        here = self.focusWidget()
        at = chain.index(here) if here in chain else -1
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        self.go_to(chain[(at + (1 if forward else -1)) % len(chain)], reason)
        return True

    def go_to(self, entry: QWidget, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the focus to that part of the form, scrolled to where it is seen."""
        entry.setFocus(reason)
        if self._inside.isAncestorOf(entry):
            place = QRect(entry.mapTo(self._inside, QPoint(0, 0)), entry.size())
            self._scroll.ensureVisible(place.left(), place.bottom(), 0, 16)  # the whole of it, not its cursor
            self._scroll.ensureVisible(place.left(), place.top(), 0, 40)  # with its label

    def _chain(self) -> list[QWidget]:
        """What takes the focus, in the order in which it is read."""
        found: list[QWidget] = []
        for field in self.fields:
            if field.isVisibleTo(self) and field.isEnabled():
                found += field.entries()
        return [*found, self.done, self.back]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The form is as large as its page."""
        if watched is self._page and event.type() == QEvent.Type.Resize:
            self._place()
        elif (
            watched in (self._inside, self.card)
            and event.type() == QEvent.Type.LayoutRequest
            and self.isVisible()
        ):
            self._place()  # a field or a button came to need more room, or less
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self.setGeometry(self._page.rect())
        room = self.rect()
        width = min(self._width, room.width() - 2 * _MARGIN)
        self.card.setFixedWidth(width)
        column = self.card.column
        margins = column.contentsMargins()
        wide = width - margins.left() - margins.right() - 2 * self.card.frameWidth()
        buttons = max(self.done.sizeHint().height(), self.back.sizeHint().height())
        parts = [self.title.heightForWidth(wide), buttons]
        if self.said.text():
            parts.append(self.said.heightForWidth(wide))
        others = sum(parts) + len(parts) * column.spacing() + margins.top() + margins.bottom() + 4
        most = room.height() - 2 * _MARGIN
        inner = self._tall(wide)
        scrolls = inner + others > most
        self.body.setContentsMargins(0, 0, _BAR if scrolls else 0, 0)
        if scrolls:
            inner = self._tall(wide - _BAR)
        self._inside.setMinimumHeight(inner)
        height = min(most, inner + others)
        left = (room.width() - width) // 2
        self.card.setGeometry(left, max(_MARGIN, (room.height() - height) // 3), width, height)

    def _tall(self, width: int) -> int:
        return max(0, self.body.totalHeightForWidth(width)) + 4

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A veil over the page."""
        veil = QColor(theme.tokens().ground)
        veil.setAlpha(215)
        QPainter(self).fillRect(self.rect(), veil)
