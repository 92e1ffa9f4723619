"""A hand at the keyboard: it presses keys where the focus is, and reads what the screen shows."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QEventLoop, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from assembly_desk.domain.commands import Whom
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.text import Text
from assembly_desk.projections.roll_sheet import listed
from assembly_desk.ui.side import STEP_KEYS
from assembly_desk.ui.window import Window

PLAIN, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier

_FAR = 120  # presses of Tab: no control is further away
_PACE = 60  # milliseconds from key to key: slower than any scanner of badges
_PATIENCE = 10.0  # seconds, only to stop instead of waiting for ever


class PlayStopped(Exception):
    """The window did not do what the keys asked: the sentence that it showed."""


def press(
    widget: QWidget,
    key: Qt.Key,
    text: str = "",
    held: Qt.KeyboardModifier = PLAIN,
    *,
    scan_code: int = 0,
    at: int = 0,
) -> None:
    """Press and release a key on that widget, as the window system would. `at`: its time, in milliseconds."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, held, scan_code, 0, 0, text)
        event.setTimestamp(at)
        QApplication.sendEvent(widget, event)


def type_text(widget: QWidget, text: str) -> None:
    """Type the letters, Kazakh ones too, wherever the focus in that window is."""
    for letter in text:
        press(widget.window().focusWidget() or widget, Qt.Key.Key_unknown, letter)


class Hand:
    """What a hand can do in any page. It calls nothing of a page: what becomes of a key is the window's to say."""

    def __init__(self, window: Window) -> None:
        """`window`: it is shown already."""
        self.window = window
        self._at = 0

    # ------------------------------------------------------------------------------------------- what is seen

    @property
    def state(self) -> Sitting:
        """The sitting that the window shows."""
        return self.window.bridge.state

    @property
    def focused(self) -> QWidget:
        """Where a key goes."""
        return self.window.window().focusWidget() or self.window

    def at(self, name: str) -> bool:
        """Whether the focus is on the control of that name; one that ends in «.» or «-» names a group."""
        here = self.focused.objectName()
        return here.startswith(name) if name.endswith((".", "-")) else here == name

    def on_screen(self) -> str:
        """Why an act was not done, in the window's own words."""
        page = self.window.shown
        said = [page.panel.said] if page.panel is not None else []
        said += [self.window.trouble, page.block.said]
        if page.name == "roll":
            said.append(self.window.roll.search.said)
        return next((one.text() for one in said if one.isVisible() and one.text()), page.block.next.text())

    def need(self, done: bool) -> None:
        """Raises `PlayStopped` unless the sitting did it."""
        if not done:
            raise PlayStopped(self.on_screen())

    def wait_until(self, done: Callable[[], bool]) -> None:
        """Look on until it is done: some keys wait a moment, whether a scanner typed them."""
        end = time.monotonic() + _PATIENCE
        while not done() and time.monotonic() < end:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self.need(done())

    def person(self, whom: Whom) -> str:
        """A person as a form offers them."""
        language = self.window.bridge.language
        if isinstance(whom, str):
            one = listed({whom: self.state.roll.members[whom]})[0]
            return " · ".join([one.name.in_language(language), *one.place(language)[:1]])
        parts = (whom.name, *([whom.position] if whom.position else []))
        return " · ".join(part.in_language(language) for part in parts)

    # ---------------------------------------------------------------------------------------------- the keys

    def key(self, key: Qt.Key, text: str = "", held: Qt.KeyboardModifier = PLAIN, *, times: int = 1) -> None:
        """Press a key where the focus is, as fast as a quick hand."""
        for _ in range(times):
            self._at = max(self._at + _PACE, round(time.monotonic() * 1000))
            press(self.focused, key, text, held, at=self._at)

    def enter(self, held: Qt.KeyboardModifier = PLAIN) -> None:
        """Enter; with Ctrl the blue act."""
        self.key(Qt.Key.Key_Return, held=held)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type a text where the focus is; digits by their keys."""
        for letter in text:
            digit = letter.isascii() and letter.isdecimal()
            self.key(Qt.Key(ord(letter)) if digit else Qt.Key.Key_unknown, letter)

    def go(self, page: str) -> None:
        """Look at that page, the focus at its home."""
        while self.window.shown.panel is not None:
            before = self.focused
            self.key(Qt.Key.Key_Escape)
            self.need(self.window.shown.panel is None or self.focused is not before)
        number = int(STEP_KEYS[page].removeprefix("F"))
        self.key(Qt.Key(Qt.Key.Key_F1 + number - 1))
        QApplication.processEvents()
        self.need(self.window.page == page)

    def go_on(self, page: str) -> None:
        """Look at that page; where it is seen already the focus stays."""
        if self.window.page != page or self.window.shown.panel is not None:
            self.go(page)

    def walk(self, name: str, *, back: bool = False) -> None:
        """Tab to the control of that name; one that ends in «.» or «-» names a group."""
        for _ in range(_FAR):
            if self.at(name):
                return
            self.key(Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab, held=SHIFT if back else PLAIN)
        self.need(False)

    def push(self, name: str) -> None:
        """Tab to that button and press it."""
        self.walk(name)
        self.enter()

    def turn(self, group: str, code: str) -> None:
        """Tab to a group of choices, and turn by the arrow until that one has the focus and so is chosen."""
        self.walk(f"{group}.")
        for _ in range(_FAR):
            if self.at(f"{group}.{code}"):
                return
            self.key(Qt.Key.Key_Right)
        self.need(False)

    def row(self, rows: str, number: int) -> None:
        """Within a list that has the focus, go to the row of that number, from 0."""
        self.key(Qt.Key.Key_Home)
        self.key(Qt.Key.Key_Down, times=number)
        self.need(self.at(f"{rows}.{number}"))

    def pick(self, menu: str, code: str) -> None:
        """Choose in an open menu by the digit that stands beside the choice."""
        buttons = self.window.findChildren(QPushButton, f"{menu}.{code}")
        shown = next((button for button in buttons if button.isVisible()), None)
        self.need(shown is not None)
        assert shown is not None
        self.type(shown.text().split()[0])
        QApplication.processEvents()

    # -------------------------------------------------------------------------------------------- the forms

    def fill(self, name: str, text: str) -> None:
        """Tab to a field and type that in place of what stands there."""
        self.walk(name)
        field = self.focused
        shown = field.toPlainText() if isinstance(field, QPlainTextEdit) else ""
        shown = field.text() if isinstance(field, QLineEdit) else shown
        if shown == text:
            return
        if shown:
            self.key(Qt.Key.Key_A, held=CTRL)
            self.key(Qt.Key.Key_Delete)
        self.type(text)

    def fill_texts(self, name: str, text: Text | None) -> None:
        """A text in Kazakh and in Russian."""
        self.fill(f"{name}.kk", text.kk if text else "")
        self.fill(f"{name}.ru", (text.ru or "") if text else "")

    def fill_person(self, name: str, whom: Whom) -> None:
        """Type a name until the person is offered, and take them; a guest nobody knows is typed in full."""
        self.fill(name, "")
        wanted = self.person(whom)
        full, _, place = wanted.partition(" · ")
        for letter in full:
            self.type(letter)
            if self._take_offer(name, wanted):
                return
        if not isinstance(whom, str) and place:
            self.type(f", {place}")

    def _take_offer(self, name: str, wanted: str) -> bool:
        buttons = self.window.shown.findChildren(QPushButton)
        offers = [one for one in buttons if one.objectName().startswith(f"{name}.offer.") and one.isVisible()]
        down = next((number for number, one in enumerate(offers) if one.text() == wanted), None)
        if down is None:
            return False
        self.key(Qt.Key.Key_Down, times=down)
        self.enter()
        return True

    def submit(self) -> None:
        """Ctrl+Enter in an open form: it does its act and is gone."""
        form = self.window.shown.panel
        self.enter(CTRL)
        self.need(form is None or self.window.shown.panel is not form)
