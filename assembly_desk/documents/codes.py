"""Codes that a scanner reads: Code 128 of a badge number, a QR code of a hash. Drawn as plain rectangles."""

from functools import lru_cache

from reportlab.graphics.barcode.code128 import Code128
from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from assembly_desk.documents.styles import INK

QUIET = 10
"""Modules kept white at either side of a Code 128 (ISO/IEC 15417)."""

_WIDEST_MODULE = 0.45 * mm
_QR_QUIET = 4  # modules (ISO/IEC 18004)


@lru_cache(4096)
def bars(number: str) -> tuple[tuple[int, int], ...]:
    """The bars of a number in Code 128: where each begins and how wide it is, in modules."""
    code = Code128(number, quiet=0)
    code.validate()
    code.encode()
    found, at = [], 0
    for letter in code.decompose():
        width = ord(letter.lower()) - ord("a") + 1
        if letter.isupper():
            found.append((at, width))
        at += width
    return tuple(found)


def draw_bars(canvas: Canvas, number: str, middle: float, foot: float, width: float, height: float) -> None:
    """Draw the code about `middle`, no wider than `width` with its quiet zones; all in points."""
    drawn = bars(number)
    modules = sum(drawn[-1])
    module = min(_WIDEST_MODULE, width / (modules + 2 * QUIET))
    left = middle - modules * module / 2
    canvas.setFillColor(INK)
    for at, wide in drawn:
        canvas.rect(left + at * module, foot, wide * module, height, stroke=0, fill=1)


class QrCode(Flowable):
    """A text as a QR code with its quiet zone, `side` points wide."""

    def __init__(self, text: str, side: float) -> None:
        super().__init__()
        self.text, self.side = text, side

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """A square."""
        self.width = self.height = self.side
        return self.side, self.side

    def draw(self) -> None:
        """Draw the dark modules, those beside each other as one."""
        code = QRCode(None, QRErrorCorrectLevel.M)
        code.addData(self.text)
        code.make()
        module = self.side / (len(code.modules) + 2 * _QR_QUIET)
        self.canv.setFillColor(INK)
        for row, modules in enumerate(code.modules, 1):
            begun: int | None = None
            for place, dark in enumerate([*modules, False]):
                if dark and begun is None:
                    begun = place
                elif not dark and begun is not None:
                    x = (begun + _QR_QUIET) * module
                    y = self.side - (row + _QR_QUIET) * module
                    self.canv.rect(x, y, (place - begun) * module, module, stroke=0, fill=1)
                    begun = None
