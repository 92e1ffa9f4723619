"""Telling states of the record: votes and entries of a hard evening, what is contested and put right."""

from collections.abc import Callable

from assembly_desk.desk.desk import Desk
from assembly_desk.ui.record.page import RecordPage
from assembly_desk.ui.settings.page import SettingsPage
from assembly_desk.ui.window import Window
from tests.evenings import hard_evening

EVENING = "council-15"

Made = tuple[str, str, Callable[[], Desk], tuple[Callable[[Window], None], ...]]


def _page(window: Window) -> RecordPage:
    page = window.shown
    assert isinstance(page, RecordPage)
    return page


def _looks_at_entries(window: Window) -> None:
    _page(window).turn("entries", focus=True)


def _puts_an_arrival_right(window: Window) -> None:
    page = _page(window)
    page.turn("entries")
    page.entry_list.choose(next(at for at, line in enumerate(page.log.rows) if line.kind == "arrived"))
    page.act()


def _contests(window: Window) -> None:
    _page(window).act()


def _enters_a_body(window: Window) -> None:
    page = window.shown
    assert isinstance(page, SettingsPage)
    page.bodies.asked.emit(None)


def _during() -> Desk:
    return hard_evening('"do": "finish-item", "item": "2"')


RECORD: tuple[Made, ...] = (
    ("record", "record", hard_evening, ()),
    ("record-entries", "record", hard_evening, (_looks_at_entries,)),
    ("record-contest", "record", _during, (_contests,)),
    ("record-rectify", "record", hard_evening, (_puts_an_arrival_right,)),
    ("settings-body", "settings", hard_evening, (_enters_a_body,)),
)
"""Name, page, desk, and what somebody does there."""
