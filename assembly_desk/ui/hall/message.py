"""The form in which a message for the hall is typed."""

from assembly_desk.ui.hall.control import HallControl
from assembly_desk.ui.page import Page
from assembly_desk.ui.parts.fields import AreaField
from assembly_desk.ui.parts.panel import Panel


class MessageForm(Panel):
    """A few words for everybody in the hall; they stand there until they are taken away."""

    def __init__(self, page: Page, hall: HallControl) -> None:
        super().__init__(page, "hall.message")
        self._hall = hall
        self.text = AreaField("hall.message.text", "hall.message-text", needed=True, lines=4)
        self.add(self.text)
        self.show_words(page.bridge.words, "do.hall-message", "do.hall-message-out")
        self.on_done(self._send)
        self.left.connect(self.deleteLater)

    def _send(self) -> str:
        return self._hall.message(self.text.lines)
