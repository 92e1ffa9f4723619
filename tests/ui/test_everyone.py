"""What holds for every page, form and menu of the window: names, keys, the focus, three languages, room for texts."""

import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMargins, QPoint, QRect, Qt, QThread, QTimer
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from assembly_desk.ui.app import application
from assembly_desk.ui.parts.choices import Choices
from assembly_desk.ui.window import Window
from assembly_desk.wording.words import LANGUAGES, Language, words
from tests.ui.looks import (
    KEY,
    MIXED,
    OVER_THE_PAGE,
    alive,
    cut_off,
    name,
    painted_without_room,
    qt_warnings,
    seen,
    texts,
)
from tests.ui.posters import BY_NAME, SCENES, Scene, set_up, settle

SIZES = ((1280, 720), (1440, 900), (3840, 2160))
_AROUND = QMargins(3, 3, 3, 3)
PAGES = (
    "sittings", "preparation", "roll-called", "agenda-queue", "voting-waits", "voting-named", "protocol", "members",
    "settings",
)  # fmt: skip


@pytest.fixture(autouse=True)
def program(qapp: QApplication) -> None:
    assert qapp
    application()


def named(scenes: tuple[Scene, ...] = SCENES) -> list[object]:
    return [pytest.param(scene, id=scene.name) for scene in scenes]


def language_of(scene: Scene) -> Language:
    """Each language has a third of the scenes."""
    return LANGUAGES[SCENES.index(scene) % 3]


def stops(window: QWidget) -> list[QWidget]:
    """What the focus can stop at."""
    return [
        widget
        for widget in seen(window)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled() and not widget.focusProxy()
    ]


def over(window: Window) -> QWidget:
    """What lies over the page and holds the focus; else the window."""
    return next((widget for widget in seen(window) if isinstance(widget, OVER_THE_PAGE)), window)


@pytest.mark.parametrize("scene", named())
def test_every_control_is_named_every_text_has_room_and_qt_complains_of_nothing(scene: Scene) -> None:
    with (
        qt_warnings() as complaints,
        painted_without_room() as painted,
        set_up(scene, language_of(scene)) as window,
    ):
        painted.clear()
        window.grab()
        assert painted == []
        assert cut_off(window) == []
        wrong = [(name(one), text) for one, text in texts(window) if KEY.match(text) or MIXED.search(text)]
        assert wrong == []
        found = stops(window)
        assert found
        for widget in found:
            told = QAccessible.queryAccessibleInterface(widget)
            assert told.text(QAccessible.Text.Name), name(widget)
            assert "." in widget.objectName(), name(widget)
        names = [widget.objectName() for widget in found]
        assert sorted(names) == sorted(set(names))
    assert complaints == []


@pytest.mark.parametrize("scene", named())
def test_tab_reaches_everything_leaves_no_form_and_the_focus_is_seen(scene: Scene) -> None:
    with set_up(scene, language_of(scene)) as window:
        within = over(window)
        if isinstance(within, Choices):  # arrows and digits go within a menu; Tab leaves it
            return
        expected = [widget for widget in stops(window) if within is window or within.isAncestorOf(widget)]
        visited = list(_goes_round(window))
        strangers = [name(one) for one in visited if within is not window and not within.isAncestorOf(one)]
        assert strangers == []
        missed = [name(one) for one in expected if one not in visited and not _by_arrows(one, visited)]
        assert missed == []


def _goes_round(window: Window) -> Iterator[QWidget]:
    """Tab from where the focus is, until it comes back; each stop looks otherwise with the focus than without."""
    visited: list[QWidget] = []
    focused = window.focusWidget()
    while focused is not None and focused not in visited:
        visited.append(focused)
        yield focused
        settle()
        assert not focused.visibleRegion().isEmpty(), f"{name(focused)} is out of sight"
        held = _picture(window, focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        then = window.focusWidget()
        if then is not focused:
            assert _picture(window, focused) != held, f"{name(focused)} does not show the focus"
        focused = then


def _picture(window: Window, widget: QWidget) -> QImage:
    return window.grab(QRect(widget.mapTo(window, QPoint(-3, -3)), widget.size().grownBy(_AROUND))).toImage()


def _by_arrows(widget: QWidget, visited: list[QWidget]) -> bool:
    """Whether it is one of several of which the arrows choose one."""
    if not isinstance(widget, QAbstractButton):
        return False
    group = widget.group()
    beside = [one for one in visited if isinstance(one, QAbstractButton)]
    if group is not None and group.exclusive():
        return any(one.group() is group for one in beside)
    return widget.autoExclusive() and any(one.parentWidget() is widget.parentWidget() for one in beside)


@pytest.fixture
def longer_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every text of the screens 40 % longer, as a translation may be."""
    say = words("kk")
    filler = "мәтіннің ұзарған бөлігі әрі қарай жалғаса береді "
    longer = {key: text + " " + (filler * 9)[: len(text) * 2 // 5].strip() for key, text in say._rows.items()}
    monkeypatch.setattr(say, "_rows", longer)


@pytest.mark.usefixtures("longer_words")
@pytest.mark.parametrize("scene", named())
def test_longer_words_have_room_at_any_size(scene: Scene) -> None:
    with painted_without_room() as painted, set_up(scene) as window:
        for width, height in SIZES if not scene.do else SIZES[:1]:
            window.resize(width, height)
            settle()
            assert cut_off(window) == [], width
            painted.clear()
            if width < 3000:
                window.grab()
            assert painted == [], width


def test_nothing_is_cut_off_at_two_hundred_per_cent() -> None:
    """Every page and form at a scale of 2, in a program of its own: Qt reads the scale once."""
    environment = os.environ | {
        "QT_SCALE_FACTOR": "2",
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    asked = [
        sys.executable,
        "-m",
        "tests.ui.test_everyone",
        *PAGES[:-3],
        "course-close",
        "voting-put",
        "help",
    ]
    told = subprocess.run(asked, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert (told.returncode, told.stdout) == (0, ""), told.stderr


@pytest.mark.parametrize("page", PAGES)
def test_another_language_leaves_no_word_of_the_first(page: str) -> None:
    kazakh, english = words("kk")._rows, words("en")._rows
    stale = {text for key, text in kazakh.items() if "{" not in text and english[key] != text}
    stale -= set(english.values())
    with set_up(BY_NAME[page], "kk") as window:
        window.foot.languages["en"].click()
        settle()
        own = ("hall", "preparation.body")  # the hall keeps its language; the body has no English name
        left = [(name(one), text) for one, text in texts(window) if text in stale]
        left = [(one, text) for one, text in left if not any(part in one for part in own)]
        assert left == []


def test_a_closed_window_leaves_no_window_timer_or_thread_behind(qapp: QApplication) -> None:
    def ours() -> list[str]:
        gc.collect()
        kinds = (QTimer, QThread, QWidget)
        return sorted(
            f"{type(one).__name__} {one.objectName()}"
            for one in gc.get_objects()
            if isinstance(one, kinds) and alive(one)
        )

    scenes = [BY_NAME[page] for page in PAGES]
    with set_up(scenes[0]):
        pass
    settle()
    before, tops = ours(), len(qapp.topLevelWidgets())
    for scene in scenes:
        with set_up(scene) as window:
            window.hall.start()
    settle()
    assert len(qapp.topLevelWidgets()) <= tops
    assert ours() == before


def _say_what_is_cut_off(names: list[str]) -> int:
    application()
    wrong: list[str] = []
    for one in names:
        with set_up(BY_NAME[one], "ru") as window:
            assert window.devicePixelRatioF() == 2
            wrong += [f"{one}: {cut}" for cut in cut_off(window)]
    sys.stdout.write("\n".join(wrong))
    return len(wrong)


if __name__ == "__main__":
    sys.exit(_say_what_is_cut_off(sys.argv[1:]))
