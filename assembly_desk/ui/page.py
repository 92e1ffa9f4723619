"""What every page of the window is: it shows the sitting, takes keys, and does acts through the bridge."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from assembly_desk.desk.desk import Receipt
from assembly_desk.domain.commands import Command, Undo
from assembly_desk.domain.refusals import Refusal
from assembly_desk.projections.next_act import NextAct, next_act
from assembly_desk.ui.bridge import Bridge, Trouble, new_act
from assembly_desk.ui.hall.control import HallControl
from assembly_desk.ui.parts.buttons import KeyButton
from assembly_desk.ui.parts.keycap import ENTER
from assembly_desk.ui.parts.labels import label, set_role
from assembly_desk.ui.parts.panel import Panel


class Page(QWidget):
    """A page. It changes nothing by itself: it gives commands to the bridge and shows what was recorded.

    The window calls `show_all` when the language, the theme or the sitting is another one, `show_sitting`
    after each change while the page is seen (and once when it comes to be seen), `show_moment` each second.
    """

    asked = Signal(str)
    """Look at another page: its name."""

    def __init__(self, bridge: Bridge, name: str) -> None:
        super().__init__()
        self.name, self.bridge = name, bridge
        self.setObjectName(f"page.{name}")
        self.block = ActBlock(self)
        self._sure = False
        self.panel: Panel | None = None
        """The form that is open over the page, if one is: it takes the keys."""
        self._waits: Panel | None = None  # the form whose act could not be recorded

    # ------------------------------------------------------------------------------- for a page to fill in

    def show_all(self) -> None:
        """Everything, in the language of the window and the colours of the theme."""
        self.show_sitting()

    def show_sitting(self) -> None:
        """The sitting as it stands now."""

    def show_moment(self) -> None:
        """What goes by the clock; called each second while the page is seen."""

    def place_hall(self, hall: HallControl) -> None:
        """A page that shows what the hall sees makes its card here."""
        del hall

    def hear(self, says: str) -> None:
        """Something the operator should know, from outside the page."""
        self.block.say(says, "warn")

    def take_key(self, event: QKeyEvent) -> bool:
        """A key that nobody on the page took. Returns whether the page did."""
        del event
        return False

    def home(self) -> QWidget:
        """Where the focus goes when the page comes to be seen."""
        return self.block.next

    def next_act(self) -> NextAct | None:
        """The next act as this page sees it; the sitting's, unless the page knows better."""
        return next_act(self.bridge.state) if self.bridge.sitting_id else None

    def prepare(self, act: NextAct) -> None:
        """Ask for what the act needs: open its form."""
        del act

    # ----------------------------------------------------------------------------------- what all pages do

    def do_next(self) -> None:
        """The blue button: do the act, ask for what it needs, or first ask once more."""
        act = self.next_act()
        if act is None:
            return
        if act.page != self.name and (act.command is None or act.sure):
            self.asked.emit(act.page)
        elif act.sure and not self._sure:
            self._sure = True
            self.block.show_act()
            self.block.next.setText(self.bridge.words(act.sure, **act.values))
        elif act.command is None:
            self.prepare(act)
        else:
            done = self.bridge.words(act.done or act.words, **act.values)
            self.do(act.command, done)

    def do(self, command: Command, said: str = "") -> Receipt | None:
        """Give a command to the desk and say below what became of it; None: it was not recorded."""
        self._sure = False
        if self.bridge.trouble is None:
            self._waits = self.panel
        answer = self.bridge.submit(command, new_act())
        match answer:
            case Receipt(entries=entries, notices=notices):
                words = [said] if said else []
                if entries:
                    words.append(self.bridge.say_recorded(entries[-1]))
                words += [self.bridge.say_notice(notice) for notice in notices]
                self.block.say(" · ".join(words), "warn" if notices else "good")
                return answer
            case Refusal():
                self.block.say(self.bridge.say_refusal(answer), "bad")
            case Trouble():
                self.block.say("", "")  # said above the page
        return None

    def recorded_at_last(self, said: str) -> None:
        """An act that the disk had refused was recorded at a second try: its form is done with."""
        self.block.say(said, "good")
        if self.panel is not None and self.panel is self._waits:
            self.panel.leave()

    def acts_below(self, upper: QWidget) -> QWidget:
        """A column of the page: what is shown there, and at its foot the blue button with what belongs to it."""
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(upper, 1)
        column.addWidget(self.block)
        return made

    def undo(self) -> None:
        """Take the last act back."""
        receipt = self.do(Undo())
        if receipt is not None and receipt.entries:
            self.block.say(self.bridge.words("shell.undone", entry=receipt.entries[-1]), "good")

    def open_panel(self, panel: Panel, back: QWidget | None = None) -> None:
        """Show a form over the page; its end gives the focus back."""
        self.panel = panel
        panel.left.connect(self._panel_left, Qt.ConnectionType.UniqueConnection)
        panel.open(back or self.home())

    def _panel_left(self) -> None:
        self.panel = None

    def calm(self) -> None:
        """A change came: a second press is no longer half done."""
        self._sure = False
        self.block.show_act()


class ActBlock(QWidget):
    """At the foot of a page: what became of the last act, the blue next act, undo and the page's own acts."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page, self.undo_shown = page, True
        self.said = label(f"{page.name}.answer", 14, role="good", wrap=True)
        self.said.hide()
        self.next = KeyButton(f"{page.name}.next-act", f"Ctrl {ENTER}", role="act", pixels=16)
        self.next.clicked.connect(page.do_next)
        self.undo = KeyButton(f"{page.name}.undo", "Ctrl Z", pixels=14)
        self.undo.clicked.connect(page.undo)
        self._others = QHBoxLayout()
        self._others.setSpacing(12)
        self.add(self.undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.said)
        column.addWidget(self.next)
        column.addLayout(self._others)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def add(self, button: QPushButton) -> None:
        """A button of the page beside undo: one as tall as the other, however many lines it has."""
        button.setSizePolicy(button.sizePolicy().horizontalPolicy(), QSizePolicy.Policy.Minimum)
        self._others.addWidget(button)

    def say(self, text: str, role: str) -> None:
        """Say what was recorded (`good`), what should be known (`warn`), or why nothing was (`bad`)."""
        self.said.setText(text)
        self.said.setAccessibleName(text)
        set_role(self.said, {"bad": "refusal", "warn": "warning"}.get(role, role or "good"))
        self.said.setVisible(bool(text))

    def show_act(self) -> None:
        """Name the next act, and whether the last one may be taken back."""
        bridge = self._page.bridge
        act = self._page.next_act()
        self.next.setVisible(act is not None)
        if act is not None:
            self.next.show_text(bridge.words(act.words, **act.values))
        self.next.setEnabled(bridge.accepting)
        self.undo.show_text(bridge.words("do.undo"))
        self.undo.setEnabled(bridge.may_undo)
        self.undo.setVisible(self.undo_shown and bool(bridge.sitting_id))
