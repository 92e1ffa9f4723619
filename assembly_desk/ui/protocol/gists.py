"""Writing up what was said: the speeches in their order, the gist of the chosen one, and the next by itself."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from assembly_desk.domain.commands import WriteGist
from assembly_desk.domain.floor import Speech
from assembly_desk.ui import theme
from assembly_desk.ui.page import Page
from assembly_desk.ui.parts.fields import Field, NotUsable, TextsField
from assembly_desk.ui.parts.icons import icon
from assembly_desk.ui.parts.panel import Panel

_ROWS = 6  # of the list, before it scrolls


class SpeechList(Field):
    """The speeches; a sign stands before those whose gist is written."""

    chosen = Signal(int)
    """The entry that gave the floor."""

    def __init__(self) -> None:
        super().__init__("protocol.gists.speeches", "protocol.speeches")
        self.list = QListWidget()
        self.list.setObjectName("protocol.gists.speeches")
        self.list.setProperty("role", "list")
        self.list.setFont(theme.font(14))
        self.list.setTabKeyNavigation(False)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setFixedHeight(_ROWS * 30 + 8)
        self.list.currentItemChanged.connect(lambda item, _before: self._tell(item))
        self.column.addWidget(self.list)

    def entries(self) -> list[QWidget]:
        """The list: arrows choose."""
        return [self.list]

    @property
    def empty(self) -> bool:
        """Whether nothing was said at the sitting."""
        return self.list.count() == 0

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(int(item.data(Qt.ItemDataRole.UserRole)))

    def show_speeches(self, rows: list[tuple[int, str, bool]], current: int | None) -> None:
        """Rows of entry, text and whether the gist is written; the current one stays chosen."""
        self.list.blockSignals(True)
        self.list.clear()
        written, blank = icon("check", theme.tokens().for_, 16), icon("dash", theme.tokens().second, 16)
        for entry, text, done in rows:
            item = QListWidgetItem(written if done else blank, text)
            item.setData(Qt.ItemDataRole.UserRole, entry)
            item.setToolTip(text)
            self.list.addItem(item)
            if entry == current:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)

    def choose(self, entry: int) -> None:
        """Choose that speech."""
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole) == entry:
                self.list.setCurrentRow(row)


class GistPanel(Panel):
    """The form. What was typed for one speech waits while another is looked at."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, "protocol.gists", width=760)
        self._desk_page, self.bridge = page, page.bridge
        self.speeches = SpeechList()
        self.gist = TextsField("protocol.gists.text", "field.gist", needed=True, lines=3)
        self.add(self.speeches)
        self.add(self.gist)
        self.speeches.chosen.connect(self._look_at)
        self._current: int | None = None
        self._typed: dict[int, tuple[str, str]] = {}
        self._of: str | None = None

    @property
    def _all(self) -> tuple[Speech, ...]:
        return self.bridge.state.floor.ended

    def begin(self) -> None:
        """Open it at the first speech without a gist."""
        self.show_words(self.bridge.words, "protocol.gists", "do.save")
        if self._of != self.bridge.sitting_id:
            self._of, self._typed = self.bridge.sitting_id, {}
        lacking = [speech for speech in self._all if speech.gist is None]
        self._current = None
        self._show_list()
        first = (lacking or list(self._all))[0]
        self._look_at(first.entry)
        self.speeches.choose(first.entry)
        self._desk_page.open_panel(self)
        self.gist.kk.setFocus(Qt.FocusReason.PopupFocusReason)

    def _show_list(self) -> None:
        say, language = self.bridge.words, self.bridge.language
        rows = [
            (
                speech.entry,
                say(
                    "protocol.speech",
                    time=self.bridge.time(speech.since),
                    name=speech.person.short.in_language(language),
                    kind=say.of("floor", speech.kind),
                ),
                speech.gist is not None,
            )
            for speech in self._all
        ]
        self.speeches.show_speeches(rows, self._current)

    def _speech(self, entry: int) -> Speech:
        return next(speech for speech in self._all if speech.entry == entry)

    def _look_at(self, entry: int) -> None:
        if entry == self._current:
            return
        self._keep()
        self._current = entry
        self.gist.set_text(self._speech(entry).gist)
        if entry in self._typed:
            kk, ru = self._typed[entry]
            self.gist.kk.setPlainText(kk)
            self.gist.ru.setPlainText(ru)
        self.say("")

    def _keep(self) -> None:
        if self._current is not None:
            gist = self._speech(self._current).gist
            typed = (self.gist.kk.toPlainText(), self.gist.ru.toPlainText())
            recorded = (gist.kk, gist.ru or "") if gist else ("", "")
            if typed != recorded:
                self._typed[self._current] = typed
            else:
                self._typed.pop(self._current, None)

    def accept(self) -> None:
        """Record the gist and go on to the next speech without one; after the last one the form is left."""
        if self._current is None:
            return
        try:
            self.gist.check()
        except NotUsable as wrong:
            self.say(self.bridge.words(wrong.words, **wrong.values))
            self.gist.entry().setFocus()
            return
        speech, text = self._speech(self._current), self.gist.text
        assert text is not None
        name = speech.person.short.in_language(self.bridge.language)
        said = self.bridge.words("protocol.gist-saved", name=name)
        if self._desk_page.do(WriteGist(speech.entry, text), said) is None:
            self.say(self._desk_page.block.said.text() or self.bridge.say_trouble())
            return
        self.say("")
        self._typed.pop(speech.entry, None)
        following = self._following(speech.entry)
        if following is None:
            self._current = None
            self.leave()
            return
        self._current = None
        self._look_at(following)
        self._show_list()
        self.speeches.choose(following)
        self.gist.kk.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Leave; what was typed and not saved is there again when the form is opened."""
        self._keep()
        super().leave()

    def _following(self, entry: int) -> int | None:
        lacking = [speech.entry for speech in self._all if speech.gist is None]
        later = [one for one in lacking if one > entry]
        return next(iter(later or lacking), None)
