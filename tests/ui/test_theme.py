"""The look: readable pairs of colours, figures of equal width, every drawn sign there."""

import pytest
from PySide6.QtGui import QFontMetricsF, QGuiApplication
from PySide6.QtSvg import QSvgRenderer

from assembly_desk.resources import resource
from assembly_desk.ui import theme

PAIRS = [
    *[(ink, ground) for ink in ("ink", "second", "act_text") for ground in ("surface", "ground", "act_soft")],
    *[
        (hue, ground)
        for hue in ("for_", "against", "abstain")
        for ground in ("surface", f"{hue.strip('_')}_soft")
    ],
    ("second", "quiet"),
    ("second", "foot"),
    ("ink", "foot"),
    ("on_act", "act"),
    ("on_chip", "chip"),
]


@pytest.mark.parametrize("scheme", theme.SCHEMES)
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_text_can_be_read_on_its_ground(scheme: theme.Scheme, ink: str, ground: str) -> None:
    tokens = theme.THEMES[scheme]
    least = 7 if scheme == "contrast" else 4.5
    assert theme.contrast(getattr(tokens, ink), getattr(tokens, ground)) >= least


@pytest.mark.parametrize("scheme", theme.SCHEMES)
def test_the_focus_is_seen_on_every_ground(scheme: theme.Scheme) -> None:
    tokens = theme.THEMES[scheme]
    for ground in (tokens.surface, tokens.ground):
        assert theme.contrast(tokens.act, ground) >= 3


@pytest.mark.usefixtures("qapp")
def test_figures_are_of_equal_width() -> None:
    theme.load_fonts()
    for bold in (False, True):
        metrics = QFontMetricsF(theme.font(64, bold=bold))
        assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_every_drawn_sign_can_be_drawn(qapp: QGuiApplication) -> None:
    assert qapp
    drawn = sorted(resource("icons").glob("*.svg"))
    assert {"check", "cross", "dash", "search", "hall", "folder"} <= {path.stem for path in drawn}
    for path in drawn:
        assert QSvgRenderer(str(path)).isValid(), path.name
