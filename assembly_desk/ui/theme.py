"""The look of the program in one place: colours by meaning, letters, distances; light, dark, high contrast.

A colour is never the only carrier of a meaning: a drawn sign and a word stand beside it. Ink and ground
that are used together have a contrast of at least 4.5:1 (7:1 in the high-contrast theme); a test holds that.
"""

from dataclasses import dataclass, fields
from functools import cache
from typing import Literal

from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from assembly_desk.resources import resource
from assembly_desk.ui.stylesheet import stylesheet

Scheme = Literal["light", "dark", "contrast"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark", "contrast")

FAMILY = "Noto Sans"
STEP = 4  # every distance is a multiple of it
RADIUS = 12  # of a card


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme, by what they mean."""

    scheme: Scheme
    ground: str  # behind the cards
    surface: str  # of a card
    ink: str
    second: str  # ink of labels and of what matters less
    line: str
    quiet: str  # ground of a pill that says nothing happened
    track: str  # the empty part of a bar
    foot: str  # ground of the bottom line
    act: str  # the one next act, the focus
    act_soft: str  # ground of what is chosen
    act_text: str  # act as ink on act_soft and on the surface
    on_act: str  # ink on act
    for_: str
    for_soft: str
    against: str
    against_soft: str
    abstain: str
    abstain_soft: str
    chip: str  # ground of the chosen filter
    on_chip: str
    stroke: int = 1  # width of lines, in logical pixels

    @property
    def colours(self) -> dict[str, str]:
        """The colours by name, for the style sheet."""
        return {
            field.name: str(getattr(self, field.name)) for field in fields(self) if field.name != "scheme"
        }


LIGHT = Tokens(
    scheme="light",
    ground="#F3F5F7",
    surface="#FFFFFF",
    ink="#13202B",
    second="#566673",
    line="#DCE3E9",
    quiet="#EEF1F4",
    track="#E4E9ED",
    foot="#EAEEF1",
    act="#0B6A87",
    act_soft="#E3F1F5",
    act_text="#0B6A87",
    on_act="#FFFFFF",
    for_="#1C7A4C",
    for_soft="#E2F3EA",
    against="#B2352B",
    against_soft="#FBE6E4",
    abstain="#7F6410",
    abstain_soft="#F7EFD6",
    chip="#13202B",
    on_chip="#FFFFFF",
)

DARK = Tokens(
    scheme="dark",
    ground="#0C1922",
    surface="#13242F",
    ink="#EDF2F5",
    second="#A3B3BF",
    line="#2A3E4B",
    quiet="#20333F",
    track="#2A3E4B",
    foot="#0F1F29",
    act="#0E7C9E",
    act_soft="#163A49",
    act_text="#7FD0E8",
    on_act="#FFFFFF",
    for_="#5FDDA3",
    for_soft="#173C31",
    against="#FF8A80",
    against_soft="#46242A",
    abstain="#F0CC6A",
    abstain_soft="#3D3720",
    chip="#EDF2F5",
    on_chip="#0C1922",
)

CONTRAST = Tokens(
    scheme="contrast",
    ground="#000000",
    surface="#000000",
    ink="#FFFFFF",
    second="#FFFFFF",
    line="#FFFFFF",
    quiet="#000000",
    track="#000000",
    foot="#000000",
    act="#FFE45C",
    act_soft="#0F2E3A",
    act_text="#FFE45C",
    on_act="#000000",
    for_="#6CF0B2",
    for_soft="#000000",
    against="#FF9C94",
    against_soft="#000000",
    abstain="#FFDD73",
    abstain_soft="#000000",
    chip="#FFFFFF",
    on_chip="#000000",
    stroke=2,
)

THEMES: dict[Scheme, Tokens] = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}


@dataclass(frozen=True, slots=True)
class HallTokens:
    """The colours of the hall display: one theme, made for a dark hall and thirty metres."""

    ground: str = "#0C1922"
    panel: str = "#142733"
    ink: str = "#FFFFFF"
    second: str = "#A9BAC6"
    line: str = "#2A3E4B"
    track: str = "#22353F"
    act: str = "#5CC4E3"
    for_: str = "#5FDDA3"
    against: str = "#FF8A80"
    abstain: str = "#F0CC6A"


HALL = HallTokens()

_current = LIGHT


def tokens() -> Tokens:
    """The colours of the theme in use."""
    return _current


def colour(name: str) -> QColor:
    """One colour of the theme in use: `colour("for_soft")`."""
    return QColor(str(getattr(_current, name)))


@cache
def load_fonts() -> tuple[str, ...]:
    """Give Qt the shipped fonts; needs a QGuiApplication. Returns the families."""
    families: list[str] = []
    for path in sorted(resource("fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        if number < 0:
            raise RuntimeError(f"no font can be read from {path.name}")
        families += QFontDatabase.applicationFontFamilies(number)
    return tuple(dict.fromkeys(families))


def font(pixels: float, *, bold: bool = False, family: str = FAMILY, spaced: float = 0) -> QFont:
    """A font of that height in logical pixels, figures of equal width; `spaced`: pixels between letters."""
    made = QFont(family)
    made.setPixelSize(max(1, round(pixels)))
    made.setBold(bold)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setFeature(QFont.Tag("tnum"), 1)
    if spaced:
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spaced)
    return made


@cache
def brush_font(pixels: float, *, bold: bool = False) -> QFont:
    """That font made once, for painting many rows: not to be changed by whoever gets it."""
    return font(pixels, bold=bold)


@cache
def metrics(pixels: float, *, bold: bool = False) -> QFontMetrics:
    """The measures of that font."""
    return QFontMetrics(font(pixels, bold=bold))


def apply(app: QApplication, scheme: Scheme = "light") -> None:
    """Dress the whole program in that theme; at any time again."""
    global _current
    _current = THEMES[scheme]
    load_fonts()
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    app.setFont(font(14))
    app.setPalette(palette(_current))
    app.setStyleSheet(stylesheet(_current.colours))
    for widget in app.topLevelWidgets():
        repaint(widget)


def repaint(widget: QWidget) -> None:
    """Paint it and all within it anew."""
    widget.update()
    for child in widget.findChildren(QWidget):
        child.update()


def palette(theme: Tokens) -> QPalette:
    """The theme for what Qt paints by itself."""
    role = QPalette.ColorRole
    made = QPalette()
    for which, name in (
        (role.Window, theme.ground),
        (role.WindowText, theme.ink),
        (role.Base, theme.surface),
        (role.AlternateBase, theme.ground),
        (role.Text, theme.ink),
        (role.PlaceholderText, theme.second),
        (role.Button, theme.surface),
        (role.ButtonText, theme.ink),
        (role.BrightText, theme.against),
        (role.Highlight, theme.act),
        (role.HighlightedText, theme.on_act),
        (role.ToolTipBase, theme.ink),
        (role.ToolTipText, theme.surface),
        (role.Link, theme.act_text),
        (role.Mid, theme.line),
        (role.Light, theme.surface),
        (role.Dark, theme.line),
        (role.Accent, theme.act),
    ):
        made.setColor(which, QColor(name))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(theme.second))
    return made


def contrast(one: str, other: str) -> float:
    """The contrast of two colours after WCAG 2, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(name: str) -> float:
    colour = QColor(name)
    shares = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * shares[0] + 0.7152 * shares[1] + 0.0722 * shares[2]
