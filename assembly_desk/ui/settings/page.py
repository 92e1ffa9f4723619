"""The settings: language, look, size of letters, screens; other bodies; and about the program."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QButtonGroup, QPushButton, QVBoxLayout, QWidget

from assembly_desk.projections.next_act import NextAct
from assembly_desk.ui import theme
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.hall.control import HallControl
from assembly_desk.ui.page import Page
from assembly_desk.ui.parts.buttons import chip
from assembly_desk.ui.parts.flow import Flow
from assembly_desk.ui.parts.labels import Card, label
from assembly_desk.ui.parts.scroll import scrolled
from assembly_desk.ui.settings.about import AboutCard
from assembly_desk.ui.settings.bodies import BodiesCard, BodyForm
from assembly_desk.ui.settings.remembered import SIZES, Memory, Remembered, Size
from assembly_desk.wording.words import LANGUAGES

_LEAST = (1000, 620)  # logical pixels that the window needs


class SettingsPage(Page):
    """The page. What is chosen holds at once, but for the size of letters: that from the next start."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, "settings")
        self.memory: Memory | None = None
        self._now = Remembered()
        self._hall: HallControl | None = None
        self._title = label("settings.title", 22, bold=True, wrap=True)
        self.languages = _Choice("settings.language", LANGUAGES, self._speak)
        self.looks = _Choice("settings.look", theme.SCHEMES, self._dress)
        self.sizes = _Choice("settings.size", SIZES, self._resize)
        self.screens = _Choice("settings.screens", (), self._use_screen)
        self.bodies = BodiesCard(bridge)
        self.bodies.asked.connect(lambda body: self.open_panel(BodyForm(self, self.bodies, body)))
        self.about = AboutCard(bridge)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(16)
        for card in (self.languages, self.looks, self.sizes, self.screens, self.bodies, self.about):
            column.addWidget(card)
        column.addStretch(1)
        scroll = scrolled(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(16)
        whole.addWidget(self._title)
        whole.addWidget(scroll, 1)
        self.block.hide()

    def remember_in(self, memory: Memory) -> None:
        """Keep what is chosen there."""
        self.memory, self._now = memory, memory.read()
        self.show_all()

    def place_hall(self, hall: HallControl) -> None:
        """The hall's screen is chosen here too."""
        self._hall = hall
        hall.changed.connect(self._show_screens)

    def home(self) -> QWidget:
        """The first choice."""
        return self.languages.buttons[self.bridge.language]

    def next_act(self) -> NextAct | None:
        """Nothing of a sitting is done here."""
        return None

    # ----------------------------------------------------------------------------------------- what is chosen

    def _speak(self, code: str) -> None:
        language = next(one for one in LANGUAGES if one == code)
        self._keep(replace(self._now, language=language))
        self.bridge.set_language(language)

    def _dress(self, code: str) -> None:
        scheme = next(one for one in theme.SCHEMES if one == code)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, scheme)
        self._keep(replace(self._now, scheme=scheme))
        self.bridge.language_changed.emit(self.bridge.language)  # all that is painted, once more

    def _resize(self, code: str) -> None:
        self._keep(replace(self._now, size=next(one for one in SIZES if one == code)))
        self.show_all()

    def _use_screen(self, name: str) -> None:
        screen = next((one for one in QGuiApplication.screens() if one.name() == name), None)
        if self._hall is not None and screen is not None:
            self._hall.use(screen)
            self._keep(replace(self._now, hall=self._hall.keeper.remembered))

    def _keep(self, now: Remembered) -> None:
        self._now = now
        if self.memory is not None:
            self.memory.write(now)

    # ---------------------------------------------------------------------------------------------- what shows

    def show_all(self) -> None:
        """In the language of the window and the colours of the theme."""
        say = self.bridge.words
        self._title.setText(say("screen.settings"))
        languages: dict[str, str] = {language: say(f"language.{language}") for language in LANGUAGES}
        self.languages.show_choices(say("language.window"), languages, self.bridge.language)
        looks: dict[str, str] = {scheme: say(f"settings.{scheme}") for scheme in theme.SCHEMES}
        self.looks.show_choices(say("settings.look"), looks, theme.tokens().scheme)
        sizes: dict[str, str] = {size: f"{size} %" for size in SIZES}
        self.sizes.show_choices(say("settings.size"), sizes, self._now.size, say("settings.size-says"))
        for size, button in self.sizes.buttons.items():
            button.setEnabled(size in sizes_that_fit())
        self._show_screens()
        self.bodies.say_saved("")
        self.bodies.show_all()
        self.about.show_all()

    def _show_screens(self) -> None:
        say = self.bridge.words
        screens = QGuiApplication.screens()
        mine = self.screen()
        names = {
            one.name(): say("settings.screen", name=one.name(), size=_size(one.size())) for one in screens
        }
        others = {name: text for name, text in names.items() if mine is None or name != mine.name()}
        used = self._hall.keeper.remembered if self._hall is not None else None
        says = say("settings.screens-says") if others else say("settings.one-screen")
        self.screens.offer(tuple(others))
        self.screens.show_choices(say("settings.screens"), others, used.name if used else "", says)


def _size(size: QSize) -> str:
    return f"{size.width()}×{size.height()}"


def sizes_that_fit() -> tuple[Size, ...]:
    """The sizes at which the whole window still has room on this screen."""
    screen = QGuiApplication.primaryScreen()
    if screen is None:
        return SIZES
    room, now = screen.availableSize(), screen.devicePixelRatio()
    wide, high = room.width() * now, room.height() * now
    return tuple(
        size
        for size in SIZES
        if size == "100" or (wide * 100 / int(size) >= _LEAST[0] and high * 100 / int(size) >= _LEAST[1])
    )


class _Choice(Card):
    """One of a few, side by side; a line below says what it means."""

    def __init__(self, name: str, codes: Sequence[str], chosen: Callable[[str], None]) -> None:
        super().__init__(name, margin=24)
        self._chosen = chosen
        self._row = Flow(8)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        self._says = label(f"{name}.says", 13, role="second", wrap=True)
        self.column.addWidget(self._row)
        self.column.addWidget(self._says)
        self.offer(codes)

    def offer(self, codes: Sequence[str]) -> None:
        """These may be chosen."""
        if tuple(codes) == tuple(self.buttons):
            return
        for button in self.buttons.values():
            self._group.removeButton(button)
        self._row.empty()
        self.buttons = {code: self._button(code) for code in codes}

    def _button(self, code: str) -> QPushButton:
        made = chip(f"{self.objectName()}.{code}")
        made.setFont(theme.font(14, bold=True))
        made.clicked.connect(lambda: self._chosen(code))
        self._group.addButton(made)
        self._row.add(made)
        made.show()
        return made

    def show_choices(self, head: str, texts: Mapping[str, str], chosen: str, says: str = "") -> None:
        """Name the choices, mark the one that holds."""
        self.set_head(head)
        for code, button in self.buttons.items():
            button.setText(texts[code])
            button.setAccessibleName(f"{head}: {texts[code]}")
            button.setChecked(code == chosen)
        self._says.setText(says)
        self._says.setVisible(bool(says))
