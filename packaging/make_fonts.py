"""Make the eight static fonts from the variable Noto Sans and Noto Serif. For maintainers.

The window, the hall and the papers use the same files: reportlab takes only static TrueType outlines, and Qt
draws nothing at all on a machine without fonts. Run it in an environment of its own, and look at the result:

    python3 -m venv /tmp/fonts
    /tmp/fonts/bin/pip install fonttools==4.68.0 fontpkg-noto-sans==2.15 fontpkg-noto-serif==2.15
    /tmp/fonts/bin/python packaging/make_fonts.py

The fonts are under the SIL Open Font License 1.1 without reserved names: a subset may keep the name.
"""

import importlib.resources
import shutil
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

FONTS = Path(__file__).resolve().parents[1] / "resources" / "fonts"
FAMILIES = {"NotoSans": "fontpkg_noto_sans", "NotoSerif": "fontpkg_noto_serif"}
STYLES = {"Regular": ("", 400), "Bold": ("", 700), "Italic": ("-Italic", 400), "BoldItalic": ("-Italic", 700)}
SIGNS = (
    *range(0x0020, 0x007F),  # Latin, digits, punctuation
    *range(0x00A0, 0x0250),  # accented Latin: names as other countries write them
    *range(0x02B0, 0x0370),  # modifier letters and combining marks
    *range(0x0400, 0x0530),  # Cyrillic with the Kazakh letters
    *range(0x2000, 0x2070),  # dashes, quotation marks, spaces of every width
    *range(0x20A0, 0x20C1),  # currencies, the tenge among them
    *(0x2116, 0x2122),  # number and trade mark signs
    *range(0x2150, 0x215F),  # vulgar fractions
    *(0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2260, 0x2264, 0x2265, 0x25CC),
)


def static(source: Path, weight: int, style: str) -> TTFont:
    """Return the font of this weight and normal width, with every layout feature (tabular digits too)."""
    font = TTFont(source, recalcTimestamp=False)
    options = Options()
    options.layout_features = ["*"]
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.glyph_names = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=SIGNS)
    subsetter.subset(font)  # the subset first: instancing is then fast
    place = {"wght": weight, "wdth": 100}
    font = instancer.instantiateVariableFont(font, place, inplace=True, updateFontNames=True)
    names = font["name"]
    family = names.getDebugName(1).replace(" ", "")
    for record in names.names:  # the instancer would leave NotoSerifItalic-Italic
        if record.nameID == 6:
            record.string = f"{family}-{style}"
    return font


def main() -> int:
    """Write the fonts and their licence, and say what each holds."""
    FONTS.mkdir(parents=True, exist_ok=True)
    for family, package in FAMILIES.items():
        with importlib.resources.as_file(importlib.resources.files(package)) as folder:
            for style, (slope, weight) in STYLES.items():
                made = FONTS / f"{family}-{style}.ttf"
                font = static(folder / "files" / f"{family}{slope}[wdth,wght].ttf", weight, style)
                font.save(made)
                print(f"{made.name}: {made.stat().st_size // 1024} KB, {len(font.getBestCmap())} signs")
            shutil.copyfile(folder / "LICENSE", FONTS / "OFL.txt")
    return 0


if __name__ == "__main__":
    sys.exit(main())
