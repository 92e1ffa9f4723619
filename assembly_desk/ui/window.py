"""The operator's window: one window, the steps in the order of a sitting, keyboard first."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from assembly_desk.desk.desk import Receipt
from assembly_desk.projections.desk_line import PAGES, page_of
from assembly_desk.ui import keys, theme
from assembly_desk.ui.bottom_line import BottomBar
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.course import CourseMenu
from assembly_desk.ui.hall.control import HallControl
from assembly_desk.ui.help import HelpPanel
from assembly_desk.ui.page import Page
from assembly_desk.ui.pages import page_class
from assembly_desk.ui.parts.icons import icon
from assembly_desk.ui.parts.labels import label, set_role
from assembly_desk.ui.roll.page import RollPage
from assembly_desk.ui.settings.page import SettingsPage
from assembly_desk.ui.settings.remembered import Memory
from assembly_desk.ui.side import Side
from assembly_desk.ui.top_line import HallState, TopBar
from assembly_desk.ui.tour import Tour

_STEPS = dict(
    zip((keys.Place.F2, keys.Place.F3, keys.Place.F4, keys.Place.F5, keys.Place.F6), PAGES, strict=True)
)
_WITHOUT_SITTING = ("members", "sittings", "settings")


class Window(QWidget):
    """The shell around the pages: the top line, the steps, trouble, the page, the record."""

    closing = Signal()

    def __init__(self, bridge: Bridge, ground: QWidget | None = None) -> None:
        """`ground`: the window on the screen that is to hold this; without one this is a window itself."""
        super().__init__(ground)
        self.setObjectName("window")
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowIcon(icon("assembly-desk", "#0B6A87", 64))
        self.setMinimumSize(1000, 620)
        self.bridge = bridge
        self._news, self._news_role, self._news_act = "", "warning", 0
        self.top = TopBar(bridge)
        self.side = Side(bridge)
        self.foot = BottomBar(bridge)
        self.pages = QStackedWidget()
        self.by_name: dict[str, Page] = {}
        self._lay_out()
        self.help = HelpPanel(bridge, self)
        self.help.closed.connect(self.hide_help)
        self.tour = Tour(self, bridge, self.show_page)
        self.help.tour_asked.connect(self.tour.begin)
        self.course = CourseMenu(self, bridge, lambda: self.shown)
        self.top.state_pressed.connect(lambda: self.course.open(self.top.state))
        self.hall = HallControl(self)
        self.hall.message_asked.connect(self._ask_message)
        self.hall.said.connect(self.tell)
        bridge.told.connect(self.tell)
        bridge.recorded.connect(self._recorded)
        self.side.asked.connect(self.show_page)
        self.retry.clicked.connect(self._try_again)
        self.heard.clicked.connect(self._forget_news)
        bridge.changed.connect(self._changed)
        bridge.trouble_changed.connect(self._show_trouble)
        bridge.language_changed.connect(self.show_all)
        bridge.sitting_changed.connect(self._sitting_changed)
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._tick)
        self._clock.start()
        self.show_all()
        self.show_page(self._where_it_is())

    def _lay_out(self) -> None:
        self.trouble = label("trouble", 14, role="trouble", wrap=True)
        self.retry = QPushButton()
        self.retry.setObjectName("trouble.retry")
        self.retry.setFont(theme.font(14, bold=True))
        self.heard = QPushButton()
        self.heard.setObjectName("trouble.heard")
        self.heard.setFont(theme.font(14, bold=True))
        self._trouble_line = QWidget()
        line = QHBoxLayout(self._trouble_line)
        line.setContentsMargins(24, 16, 24, 0)
        line.setSpacing(12)
        line.addWidget(self.trouble, 1)
        line.addWidget(self.retry)
        line.addWidget(self.heard)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._trouble_line)
        right.addWidget(self.pages, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.side)
        middle.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.top)
        whole.addLayout(middle, 1)
        whole.addWidget(self.foot)

    # --------------------------------------------------------------------------------------------- what shows

    def show_page(self, name: str) -> None:
        """Look at a page; the sitting does not move. Without a sitting its steps are not to be seen."""
        if not self.bridge.sitting_id and name not in _WITHOUT_SITTING:
            name = "sittings"
        self.hide_help()
        page = self.look_at(name)
        self.pages.setCurrentWidget(page)
        self.side.show_page(name)
        page.show_all()
        page.calm()
        (page.panel or page.home()).setFocus(Qt.FocusReason.OtherFocusReason)

    def look_at(self, name: str) -> Page:
        """That page; it is made when it is first looked at."""
        if name not in self.by_name:
            page = self.by_name[name] = page_class(name)(self.bridge)
            page.setProperty("page", name)
            page.asked.connect(self.show_page)
            page.place_hall(self.hall)
            self.pages.addWidget(page)
        return self.by_name[name]

    def remember_in(self, memory: Memory) -> None:
        """Keep the settings there, and show the hall where it was shown the last time."""
        settings = self.look_at("settings")
        assert isinstance(settings, SettingsPage)
        settings.remember_in(memory)
        self.hall.keeper.remembered = memory.read().hall

    @property
    def roll(self) -> RollPage:
        """The registration page."""
        page = self.look_at("roll")
        assert isinstance(page, RollPage)
        return page

    @property
    def shown(self) -> Page:
        """The page that is shown."""
        page = self.pages.currentWidget()
        assert isinstance(page, Page)
        return page

    @property
    def page(self) -> str:
        """The name of the page that is shown."""
        return self.shown.name

    def _where_it_is(self) -> str:
        return page_of(self.bridge.state) if self.bridge.sitting_id else "sittings"

    def show_hall(self, hall: HallState) -> None:
        """Whether the hall's display is on, frozen, or not connected."""
        self.top.show_hall(hall)

    def show_all(self) -> None:
        """Everything, in the language of the window and the colours of the theme."""
        say = self.bridge.words
        self.setWindowTitle(say("shell.program"))
        self.setAccessibleName(say("shell.program"))
        self.top.show_all()
        self.top.show_hall(self.top.hall_state)
        self.side.show_all()
        self.foot.show_all()
        self.help.show_all()
        self.tour.show_all()
        if self.pages.count():
            self.shown.show_all()
            self.shown.block.show_act()
        self._show_trouble()
        theme.repaint(self)

    def _sitting_changed(self) -> None:
        self.show_all()
        self.show_page(self._where_it_is())

    def _changed(self) -> None:
        self.top.show_all()
        self.side.show_all()
        self.foot.show_all()
        self.shown.show_sitting()
        self.shown.calm()

    def _tick(self) -> None:
        self.top.show_clock()
        self.shown.show_moment()

    def _show_trouble(self) -> None:
        self._show_line()
        if self.pages.count():
            self.shown.block.show_act()

    def _show_line(self) -> None:
        """The trouble; without any, what should be known until it was heard or the next act is recorded."""
        trouble, say = self.bridge.trouble, self.bridge.words
        says = self.bridge.say_trouble() or self._news
        focused = self.heard.hasFocus() or self.retry.hasFocus()
        set_role(self.trouble, self._news_role if trouble is None else "trouble")
        self.trouble.setText(says)
        self.trouble.setAccessibleName(says)
        self.retry.setText(say("trouble.retry"))
        self.retry.setAccessibleName(self.retry.text())
        self.retry.setVisible(trouble is not None and trouble.retry)
        self.heard.setText(say("trouble.heard"))
        self.heard.setAccessibleName(f"{self.heard.text()}: {says}")
        self.heard.setVisible(trouble is None and bool(says))
        self._trouble_line.setVisible(bool(says))  # last: the page gets another height, and may slip
        if focused and not says:
            (self.shown.panel or self.shown.home()).setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, says: str, role: str = "warning") -> None:
        """Say above every page what should be known."""
        self._news, self._news_role, self._news_act = says, role, self.bridge.acts
        self._show_line()

    def _recorded(self) -> None:
        if self._news and self.bridge.acts > self._news_act:
            self._forget_news()

    def _forget_news(self) -> None:
        self._news = ""
        self._show_line()

    def _try_again(self) -> None:
        """The act that could not be recorded, once more."""
        answer = self.bridge.try_again()
        if isinstance(answer, Receipt) and answer.entries:
            self.shown.recorded_at_last(self.bridge.say_recorded(answer.entries[-1]))
        self.shown.home().setFocus(Qt.FocusReason.OtherFocusReason)

    def say_failure(self, reason: str) -> None:
        """A slip of the program: say calmly that what was recorded is kept. The work goes on.

        Nothing else is asked of the page here: it may be what slipped.
        """
        self.tell(self.bridge.words("cli.failed", reason=reason), "trouble")

    # ----------------------------------------------------------------------------------------------- the keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the desk, by their place; what nobody takes may belong to the page."""
        if self._key(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """A release tells a key that is held from one that is pressed again."""
        keys.HELD.released(event)
        super().keyReleaseEvent(event)

    def _key(self, event: QKeyEvent) -> bool:
        place = keys.place(event)
        if place is keys.Place.F1:
            self.toggle_help()
        elif place is keys.Place.ESC and self.help.isVisible():
            self.hide_help()
        elif place in _STEPS and not event.modifiers():
            self.show_page(_STEPS[place])
        elif place is keys.Place.F7 and not event.modifiers():
            self.show_page("record")
        elif place is keys.Place.F8 and not event.modifiers():
            self.hall.toggle_freeze()
        elif place is keys.Place.F9 and not event.modifiers():
            self.course.open(self.top.state)
        elif keys.is_print(event) and self.bridge.sitting_id:
            self.show_page("protocol")
            self.shown.take_key(event)
        elif keys.is_next_act(event):
            if not keys.HELD.repeats(event):
                self._do_next()
        elif place in keys.ENTERS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return self._enter(event)
        elif self.help.isVisible():
            return False
        elif self.shown.take_key(event):
            return True
        elif keys.is_undo(event) and self.bridge.sitting_id:
            self.shown.undo()
        else:
            return False
        return True

    def _do_next(self) -> None:
        """The next act, where its button and its answer are seen."""
        act = self.shown.next_act()
        if act is not None and act.page != self.page:
            self.show_page(act.page)
            if act.command is None or act.sure:
                return
        self.shown.do_next()

    def _ask_message(self) -> None:
        from assembly_desk.ui.hall.message import MessageForm

        self.shown.open_panel(MessageForm(self.shown, self.hall))

    def _enter(self, event: QKeyEvent) -> bool:
        """Enter presses the button that has the focus; else it is the page's."""
        focused = self.focusWidget()
        if isinstance(focused, QAbstractButton):
            if not event.isAutoRepeat():
                focused.click()
            return True
        return self.shown.take_key(event)

    def toggle_help(self) -> None:
        """The list of keys, over the page."""
        if self.help.isVisible():
            self.hide_help()
        else:
            self.help.show_page(self.page)
            self._place_help()
            self.help.show()
            self.help.raise_()
            self.help.close_button.setFocus(Qt.FocusReason.PopupFocusReason)

    def hide_help(self) -> None:
        """Back to the page."""
        if self.help.isVisible():
            self.help.hide()
            self.shown.home().setFocus(Qt.FocusReason.PopupFocusReason)

    def _place_help(self) -> None:
        area = self.pages.geometry()
        width, height = min(640, area.width() - 48), area.height() - 40
        height = min(height, self.help.wanted_height(width))
        self.help.setGeometry(area.x() + (area.width() - width) // 2, area.y() + 20, width, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the panel over the page."""
        super().resizeEvent(event)
        self._place_help()
        self.tour.place()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing is lost: everything is on the disk already."""
        self._clock.stop()
        self.closing.emit()
        self.bridge.close()
        super().closeEvent(event)
